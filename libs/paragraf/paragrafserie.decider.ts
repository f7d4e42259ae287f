import { blank, type Command, type Decider, refuse, seal, unknownCase } from '@klubba/kernel';
import { paragrafserieFacts, type ParagrafserieEvent } from './paragrafserie.events';

export type ParagrafserieCommand =
  | Command<'BorjaParagrafserie', { namnd: string; ar: number; sista: number }>
  | Command<'TilldelaParagrafnummer', { namnd: string; ar: number; mal: string; sammantrade: string; datum: string; grupp?: string; bokstav?: string }>
  /** `mote`: the day of the meeting, and the nämnd's first day in Klubba, when the item is on the agenda of a meeting of this nämnd. */
  | Command<'LasInParagrafnummer', { namnd: string; ar: number; nr: number; mal: string; sammantrade: string; kalla: string; mote?: { readonly datum: string; readonly startdatum?: string } }>
  | Command<'MarkeraParagrafnummerUtgatt', { namnd: string; nr: number; kod: string }>;
export type ParagrafserieHinder = 'FEL_SERIE' | 'TALET_ORIMLIGT' | 'PARAGRAFEN_FINNS_REDAN' | 'LUCKA_I_NUMRERINGEN' | 'PUNKTEN_FINNS_INTE' | 'HAR_REDAN_NUMMER' | 'INTE_FORE_START' | 'KALLA_SAKNAS';

type State = {
  readonly borjad: boolean;
  readonly sista: number;
  /** Day of the latest meeting with a number here. */
  readonly senasteMote: string;
  /** Items with a number, by the last two letters of their id: a few small pieces are copied for each number, not the whole year. */
  readonly mal: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Where this series began: what is below it was used elsewhere, and may be read in. */
  readonly forst: number;
  /** Numbers read in, each with its item. */
  readonly inlasta: Readonly<Record<number, string>>;
  /** What they passed over, first and last: meetings that are not read in, or not yet. */
  readonly hoppade: readonly (readonly [number, number])[];
  readonly utgangna: readonly number[];
  /** The number that each group of sub-paragraphs has. */
  readonly grupper?: Readonly<Record<string, number>>;
};
const inlastFor = ({ inlasta }: State, mal: string): number | undefined => {
  const ett = Object.entries(inlasta).find(([, en]) => en === mal);
  return ett && Number(ett[0]);
};
const anvand = ({ inlasta, forst, sista, hoppade }: State, nr: number): boolean => nr in inlasta || (nr > forst && nr <= sista && !hoppade.some(([fran, till]) => nr >= fran && nr <= till));
const lada = (mal: string): readonly [string, string] => [mal.at(-2)!, mal.at(-1)!];
const iLadan = ({ mal: alla }: State, mal: string): readonly string[] => {
  const [hylla, fack] = lada(mal);
  return alla[hylla]?.[fack] ?? [];
};
const harNummer = (state: State, mal: string): boolean => iLadan(state, mal).includes(mal);

/**
 * Gives the §§ of one nämnd and year: 1, 2, 3 … in the order asked, public and confidential in one series, one for each
 * item, never again (C2). That is custom and no law, so a meeting held before one that has its numbers is told and not refused.
 */
export const paragrafserie: Decider<ParagrafserieCommand, State, ParagrafserieEvent, ParagrafserieHinder> = {
  category: 'paragrafserie',
  facts: paragrafserieFacts,
  initialState: { borjad: false, sista: 0, senasteMote: '', mal: {}, forst: 0, inlasta: {}, hoppade: [], utgangna: [] },
  namnd: ({ data }) => data.namnd,

  decide(command, state, { id }) {
    const { type, data } = command;
    if ('ar' in data && id !== `${data.namnd}-${data.ar}`) return refuse('FEL_SERIE', 'Serien har id <nämnd>-<år>; nämnd och år stämmer inte med det.');
    switch (type) {
      case 'BorjaParagrafserie':
        if (state.borjad) return refuse('PARAGRAFEN_FINNS_REDAN', `§ ${state.sista} finns redan ${data.ar}`);
        if (data.ar < 1900 || data.ar > 2200 || data.sista < 1 || data.sista > 99_999) return refuse('TALET_ORIMLIGT', 'Ange ett år och den sista paragraf som är använd, 1–99 999.');
        return [{ type: 'ParagrafserieBorjad', data }];
      case 'TilldelaParagrafnummer': {
        const { namnd, ar, mal, sammantrade, datum, grupp, bokstav } = data;
        if (harNummer(state, mal)) return [];
        // A number that was read in for the item is waiting for it, and those of a group share one.
        const nr = inlastFor(state, mal) ?? (grupp === undefined ? undefined : state.grupper?.[grupp]) ?? state.sista + 1;
        return [{ type: 'ParagrafnummerTilldelat', data: { namnd, ar, nr, mal, sammantrade, datum, efterSenareMote: datum < state.senasteMote, ...(grupp !== undefined && { grupp }), ...(bokstav !== undefined && { bokstav }) } }];
      }
      case 'LasInParagrafnummer': {
        const { namnd, ar, nr, mal, sammantrade, kalla, mote } = data;
        if (mote === undefined || Number(mote.datum.slice(0, 4)) !== ar) return refuse('PUNKTEN_FINNS_INTE', `Punkten finns inte på dagordningen för något sammanträde ${ar}.`);
        if (mote.startdatum === undefined || mote.datum >= mote.startdatum) return refuse('INTE_FORE_START', `Sammanträdet ${mote.datum} är inte före nämndens start i Klubba${mote.startdatum === undefined ? '' : ` ${mote.startdatum}`}. Numret ges när klubban faller.`);
        if (blank(kalla)) return refuse('KALLA_SAKNAS', 'Ange källan: varifrån det är läst.');
        const redan = inlastFor(state, mal);
        if (redan === nr) return [];
        if (redan !== undefined || harNummer(state, mal)) return refuse('HAR_REDAN_NUMMER', 'Punkten har redan ett nummer.');
        if (nr < 1 || nr > 99_999) return refuse('TALET_ORIMLIGT', 'Paragrafens nummer är 1–99 999.');
        // Foreign numbers are unique and not gap-checked (posten.md 6): of a year's meetings some are read in, in any order.
        if (anvand(state, nr)) return refuse('PARAGRAFEN_FINNS_REDAN', `§ ${nr} finns redan ${ar}`);
        return [{ type: 'ParagrafnummerInlast', data: { namnd, ar, nr, mal, sammantrade, datum: mote.datum, kalla: seal(`paragraf:${mal}`, kalla) } }];
      }
      case 'MarkeraParagrafnummerUtgatt': {
        const { nr, kod } = data;
        if (state.utgangna.includes(nr)) return [];
        if (nr < 1 || nr > state.sista) return refuse('LUCKA_I_NUMRERINGEN', `Lucka i paragrafnumreringen: § ${state.sista} följs av § ${nr}.`);
        return [{ type: 'ParagrafnummerUtgatt', data: { nr, kod } }];
      }
      default:
        return unknownCase(command);
    }
  },

  evolve(state, event): State {
    switch (event.type) {
      case 'ParagrafserieBorjad':
        return { ...state, borjad: true, sista: event.data.sista, forst: event.data.sista };
      case 'ParagrafnummerTilldelat': {
        const { mal, nr, datum, grupp } = event.data;
        const [hylla, fack] = lada(mal);
        return {
          ...state, borjad: true, sista: Math.max(state.sista, nr), senasteMote: datum > state.senasteMote ? datum : state.senasteMote,
          mal: { ...state.mal, [hylla]: { ...state.mal[hylla], [fack]: [...iLadan(state, mal), mal] } },
          ...(grupp !== undefined && { grupper: { ...state.grupper, [grupp]: nr } }),
        };
      }
      case 'ParagrafnummerInlast': {
        const { mal, nr, datum } = event.data;
        return {
          ...state, borjad: true, sista: Math.max(state.sista, nr), senasteMote: datum > state.senasteMote ? datum : state.senasteMote, inlasta: { ...state.inlasta, [nr]: mal },
          ...(nr > state.sista + 1 && { hoppade: [...state.hoppade, [state.sista + 1, nr - 1] as const] }),
        };
      }
      case 'ParagrafnummerUtgatt':
        return { ...state, utgangna: [...state.utgangna, event.data.nr] };
      default:
        return unknownCase(event);
    }
  },
};
