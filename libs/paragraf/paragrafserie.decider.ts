import { type Command, type Decider, refuse, unknownCase } from '@klubba/kernel';
import { paragrafserieFacts, type ParagrafserieEvent } from './paragrafserie.events';

export type ParagrafserieCommand =
  | Command<'BorjaParagrafserie', { namnd: string; ar: number; sista: number }>
  | Command<'TilldelaParagrafnummer', { namnd: string; ar: number; mal: string; sammantrade: string; datum: string }>
  | Command<'MarkeraParagrafnummerUtgatt', { namnd: string; nr: number; kod: string }>;
export type ParagrafserieHinder = 'FEL_SERIE' | 'TALET_ORIMLIGT' | 'PARAGRAFEN_FINNS_REDAN' | 'LUCKA_I_NUMRERINGEN';

type State = {
  readonly borjad: boolean;
  readonly sista: number;
  /** Day of the latest meeting with a number here. */
  readonly senasteMote: string;
  /** Items with a number, by the last two letters of their id: a few small pieces are copied for each number, not the whole year. */
  readonly mal: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly utgangna: readonly number[];
};
const lada = (mal: string): readonly [string, string] => [mal.at(-2)!, mal.at(-1)!];
const iLadan = ({ mal: alla }: State, mal: string): readonly string[] => {
  const [hylla, fack] = lada(mal);
  return alla[hylla]?.[fack] ?? [];
};

/**
 * Gives the §§ of one nämnd and year: 1, 2, 3 … in the order asked, public and confidential in one series, one for each
 * item, never again (C2). That is custom and no law, so a meeting held before one that has its numbers is told and not refused.
 */
export const paragrafserie: Decider<ParagrafserieCommand, State, ParagrafserieEvent, ParagrafserieHinder> = {
  category: 'paragrafserie',
  facts: paragrafserieFacts,
  initialState: { borjad: false, sista: 0, senasteMote: '', mal: {}, utgangna: [] },
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
        const { namnd, ar, mal, sammantrade, datum } = data;
        if (iLadan(state, mal).includes(mal)) return [];
        return [{ type: 'ParagrafnummerTilldelat', data: { namnd, ar, nr: state.sista + 1, mal, sammantrade, datum, efterSenareMote: datum < state.senasteMote } }];
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
        return { ...state, borjad: true, sista: event.data.sista };
      case 'ParagrafnummerTilldelat': {
        const { mal, nr, datum } = event.data;
        const [hylla, fack] = lada(mal);
        return {
          ...state, borjad: true, sista: nr, senasteMote: datum > state.senasteMote ? datum : state.senasteMote,
          mal: { ...state.mal, [hylla]: { ...state.mal[hylla], [fack]: [...iLadan(state, mal), mal] } },
        };
      }
      case 'ParagrafnummerUtgatt':
        return { ...state, utgangna: [...state.utgangna, event.data.nr] };
      default:
        return unknownCase(event);
    }
  },
};
