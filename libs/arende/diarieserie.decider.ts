import { type Command, type Decider, refuse, unknownCase } from '@klubba/kernel';
import { type Diarieform, skrivDiarienummer } from './diarienummer';
import { diarieserieFacts, type DiarieserieEvent } from './diarieserie.events';

export type DiarieserieCommand =
  | Command<'BorjaDiarieserie', { namnd: string; ar: number; sista: number }>
  | Command<'TilldelaDiarienummer', { namnd: string; ar: number; mal: string; kod: string; form: Diarieform; siffror: number; klassifikation?: string }>
  | Command<'MarkeraDiarienummerUtgatt', { namnd: string; lopnummer: number; kod: string }>;
export type DiarieserieHinder = 'SERIEN_ANVANDS_REDAN' | 'FEL_SERIE' | 'TALET_ORIMLIGT' | 'NUMRET_FINNS_INTE';

type State = {
  readonly borjad: boolean;
  readonly sista: number;
  /** Matters with a number, by the end of their id: one small list is copied for each number, not the whole year. */
  readonly mal: Readonly<Record<string, readonly string[]>>;
  readonly utgangna: readonly number[];
};
const drawer = (mal: string): string => mal.slice(-2);

/** Gives the numbers of one nämnd and year: 1, 2, 3 … in the order asked, one for each matter, never again. */
export const diarieserie: Decider<DiarieserieCommand, State, DiarieserieEvent, DiarieserieHinder> = {
  category: 'diarieserie',
  facts: diarieserieFacts,
  initialState: { borjad: false, sista: 0, mal: {}, utgangna: [] },
  namnd: ({ data }) => data.namnd,

  decide(command, state, { id }) {
    const { type, data } = command;
    if ('ar' in data && id !== `${data.namnd}-${data.ar}`) return refuse('FEL_SERIE', 'Serien har id <nämnd>-<år>; nämnd och år stämmer inte med det.');
    switch (type) {
      case 'BorjaDiarieserie':
        if (state.borjad) return refuse('SERIEN_ANVANDS_REDAN', `Serien står redan på ${state.sista} och kan inte börja om.`);
        if (data.ar < 1900 || data.ar > 2200 || data.sista < 1 || data.sista > 9_999_999) return refuse('TALET_ORIMLIGT', 'Ange ett år och det sista nummer som är använt, 1–9 999 999.');
        return [{ type: 'DiarieserieBorjad', data }];
      case 'TilldelaDiarienummer': {
        const { namnd, ar, mal, ...skrivsatt } = data;
        if (state.mal[drawer(mal)]?.includes(mal) === true) return [];
        const lopnummer = state.sista + 1;
        return [{ type: 'DiarienummerTilldelat', data: { namnd, ar, lopnummer, diarienummer: skrivDiarienummer(ar, lopnummer, skrivsatt), mal } }];
      }
      case 'MarkeraDiarienummerUtgatt':
        if (state.utgangna.includes(data.lopnummer)) return [];
        if (data.lopnummer < 1 || data.lopnummer > state.sista) return refuse('NUMRET_FINNS_INTE', `Nummer ${data.lopnummer} är inte tilldelat i serien.`);
        return [{ type: 'DiarienummerUtgatt', data: { lopnummer: data.lopnummer, kod: data.kod } }];
      default:
        return unknownCase(command);
    }
  },

  evolve(state, event): State {
    switch (event.type) {
      case 'DiarieserieBorjad':
        return { ...state, borjad: true, sista: event.data.sista };
      case 'DiarienummerTilldelat': {
        const { mal, lopnummer } = event.data;
        return { ...state, borjad: true, sista: lopnummer, mal: { ...state.mal, [drawer(mal)]: [...(state.mal[drawer(mal)] ?? []), mal] } };
      }
      case 'DiarienummerUtgatt':
        return { ...state, utgangna: [...state.utgangna, event.data.lopnummer] };
      default:
        return unknownCase(event);
    }
  },
};
