import { type Command, type Decider, refuse, unknownCase } from '@klubba/kernel';
import { provaDatum } from '@klubba/lagrum';
import { delegationsanmalanFacts, type DelegationsanmalanEvent } from './delegationsanmalan.events';
import { buntar } from './delegationslista.decider';

export type DelegationsanmalanCommand =
  /** `underlag`: the item as it stands on the agenda; put there by prepare. */
  | Command<'FyllDelegationsanmalan', { readonly namnd: string; readonly punkt: string; readonly sammantrade: string; readonly fran: string; readonly till: string; readonly beslut: readonly string[]; readonly listor: readonly string[]; readonly underlag?: Punktunderlag }>
  | Command<'BindDelegationsanmalan', { readonly sammantrade: string; readonly ar: number; readonly nr: number; readonly datum: string; readonly beslutstyp: string }>;
export type Punktunderlag = { readonly namnd: string; readonly datum: string; readonly slag?: string; readonly avgjord: boolean };
export type DelegationsanmalanHinder = 'PUNKTEN_FINNS_INTE' | 'PUNKTEN_AR_INGEN_ANMALAN' | 'PUNKTEN_AR_AVGJORD' | 'INGET_ATT_ANMALA' | 'PERIODEN_BAKLANGES' | 'DATUM_FINNS_INTE' | 'FEL_PUNKT' | 'PERIODEN_EFTER_MOTET';

type State = { readonly beslut: readonly string[]; readonly listor: readonly string[]; readonly bunden: boolean };
/** Put off, sent back or dropped: then nothing was reported, and the decisions wait for another item. */
const ANMALER_INTE: readonly string[] = ['bordlagga', 'aterremittera', 'utga'];

/** What is reported at an item of the agenda (E6). The register fills it; the § binds it, and nothing changes it after that. */
export const delegationsanmalan: Decider<DelegationsanmalanCommand, State, DelegationsanmalanEvent, DelegationsanmalanHinder> = {
  category: 'delegationsanmalan',
  facts: delegationsanmalanFacts,
  initialState: { beslut: [], listor: [], bunden: false },
  namnd: ({ type, data }) => (type === 'FyllDelegationsanmalan' ? data.namnd : null),

  decide(command, state, { id }) {
    switch (command.type) {
      case 'FyllDelegationsanmalan': {
        const { namnd, punkt, sammantrade, fran, till, beslut, listor, underlag } = command.data;
        const noDay = provaDatum(fran, till);
        if (noDay !== undefined) return { hinder: [noDay] };
        if (punkt !== id) return refuse('FEL_PUNKT', 'Anmälan har punktens id.');
        if (underlag?.slag === undefined || underlag.namnd !== namnd) return refuse('PUNKTEN_FINNS_INTE', 'Punkten finns inte på nämndens dagordning.');
        if (underlag.slag !== 'delegationsanmalan') return refuse('PUNKTEN_AR_INGEN_ANMALAN', 'Punkten är ingen anmälan av delegationsbeslut.');
        if (state.bunden || underlag.avgjord) return refuse('PUNKTEN_AR_AVGJORD', 'Klubban har fallit: det som är anmält ändras inte.');
        if (till < fran) return refuse('PERIODEN_BAKLANGES', `Perioden kan inte gå från ${fran} till ${till}.`);
        if (till > underlag.datum) return refuse('PERIODEN_EFTER_MOTET', `Vid sammanträdet ${underlag.datum} kan inte beslut till och med ${till} anmälas.`);
        if (beslut.length === 0 && listor.length === 0) return refuse('INGET_ATT_ANMALA', `Inga beslut från ${fran} till ${till} ska anmälas, eller så är alla redan anmälda.`);
        return [
          { type: 'DelegationsanmalanPaborjad', data: { namnd, sammantrade, fran, till, antal: beslut.length, listor } },
          ...buntar(beslut).map((en): DelegationsanmalanEvent => ({ type: 'DelegationsanmalanFylld', data: { beslut: en } })),
        ];
      }
      case 'BindDelegationsanmalan': {
        const { beslutstyp, ...paragraf } = command.data;
        if (state.bunden || (state.beslut.length === 0 && state.listor.length === 0) || ANMALER_INTE.includes(beslutstyp)) return [];
        const alla = buntar(state.beslut);
        return (alla.length === 0 ? [[]] : alla).map((beslut, i) => ({ type: 'DelegationsanmalanBunden', data: { ...paragraf, beslut, listor: i === 0 ? state.listor : [] } }));
      }
      default: return unknownCase(command);
    }
  },

  evolve(state, event): State {
    switch (event.type) {
      case 'DelegationsanmalanPaborjad': return { ...state, beslut: [], listor: event.data.listor };
      case 'DelegationsanmalanFylld': return { ...state, beslut: [...state.beslut, ...event.data.beslut] };
      case 'DelegationsanmalanBunden': return { ...state, bunden: true };
      default: return unknownCase(event);
    }
  },
};
