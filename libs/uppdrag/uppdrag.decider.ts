import { blank, type Command, type Decider, noReason, refuse, seal, type Sekretessklass, unknownCase } from '@klubba/kernel';
import { lokaltDatum, provaDatum } from '@klubba/lagrum';
import { uppdragFacts, type UPPDRAGSGIVARE, type UPPDRAGSLAGEN, type UppdragEvent } from './uppdrag.events';

export type GeUppdrag = {
  readonly namnd: string;
  readonly klass: Sekretessklass;
  readonly givare: (typeof UPPDRAGSGIVARE)[number];
  readonly punkt?: string;
  readonly datum: string;
  readonly arende?: string;
  readonly text: string;
  readonly ansvarig: string;
  readonly redovisasSenast?: string;
  /** Put there by prepare: what is there in this nämnd, and whether any of it is secret. */
  readonly omgivning?: { readonly namnd: boolean; readonly arende: boolean; readonly punkt: boolean; readonly sekretess: boolean };
};
type Behandling = { readonly sammantrade: string; readonly punkt: string; readonly datum: string; readonly ar: number; readonly nummer: number; readonly beslutstyp: string };
export type UppdragCommand =
  | Command<'GeUppdrag', GeUppdrag>
  | Command<'AndraUppdrag', { ansvarig?: string; redovisasSenast?: string; skal: string }>
  | Command<'RapporteraUppdrag', { datum: string; lage: (typeof UPPDRAGSLAGEN)[number]; text?: string }>
  | Command<'NoteraUppdragsbehandling', Behandling>
  | Command<'SlutforUppdrag', { punkt: string }>
  | Command<'AteroppnaUppdrag', { skal: string }>;

export type UppdragHinder =
  | 'UPPDRAGET_FINNS_REDAN' | 'UPPDRAGET_FINNS_INTE' | 'UPPDRAGET_AR_SLUTFORT' | 'UPPDRAGET_PAGAR' | 'NAMNDEN_FINNS_INTE' | 'ARENDET_FINNS_INTE' | 'PUNKTEN_FINNS_INTE' | 'SEKRETESS_KRAVS'
  | 'DATUM_FINNS_INTE' | 'DATUM_I_FRAMTIDEN' | 'DATUM_I_FEL_ORDNING' | 'SKAL_SAKNAS' | 'INGET_ANDRAS' | 'AVSLUTAS_AV_PARAGRAF';

type State = { readonly skede: 'finns inte' } | { readonly skede: 'pagar' | 'avslutat'; readonly klass: Sekretessklass; readonly datum: string; readonly behandlingar: readonly Behandling[] };

/** An order by the nämnd or fullmäktige: who answers for it and until when; it is closed by a § and by nothing else (H). */
export const uppdrag: Decider<UppdragCommand, State, UppdragEvent, UppdragHinder> = {
  category: 'uppdrag',
  facts: uppdragFacts,
  initialState: { skede: 'finns inte' },
  namnd: ({ type, data }) => (type === 'GeUppdrag' ? data.namnd : null),

  decide(command, state, { id, at }) {
    const { type, data } = command;
    const kid = `uppdrag:${id}`;
    for (const dag of ['datum' in data ? data.datum : undefined, 'redovisasSenast' in data ? data.redovisasSenast : undefined]) {
      const ingenDag = dag === undefined ? undefined : provaDatum(dag);
      if (ingenDag !== undefined) return { hinder: [ingenDag] };
    }
    if ('datum' in data && type !== 'NoteraUppdragsbehandling' && data.datum > lokaltDatum(at)) return refuse('DATUM_I_FRAMTIDEN', `Dagen ${data.datum} har inte varit än.`);

    if (type === 'GeUppdrag') {
      if (state.skede !== 'finns inte') return refuse('UPPDRAGET_FINNS_REDAN', 'Uppdraget finns redan.');
      const { omgivning, text, ansvarig, ...rest } = data;
      if (omgivning?.namnd !== true) return refuse('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');
      if (data.arende !== undefined && !omgivning.arende) return refuse('ARENDET_FINNS_INTE', 'Ärendet finns inte i nämnden.');
      if (data.punkt !== undefined && !omgivning.punkt) return refuse('PUNKTEN_FINNS_INTE', 'Paragrafen finns inte i nämnden.');
      if (omgivning.sekretess && data.klass === 'oppen') return refuse('SEKRETESS_KRAVS', 'Ärendet eller paragrafen är sekretess. Uppdraget ska vara sekretess.');
      if (data.redovisasSenast !== undefined && data.redovisasSenast < data.datum) return foreUppdraget(data.redovisasSenast, data.datum);
      return [{ type: 'UppdragGivet', data: { ...rest, text: seal(kid, text), ansvarig: seal(kid, ansvarig) } }];
    }
    if (state.skede === 'finns inte') return refuse('UPPDRAGET_FINNS_INTE', 'Uppdraget finns inte.');
    if (type === 'NoteraUppdragsbehandling') return state.behandlingar.some(({ punkt }) => punkt === data.punkt) ? [] : [{ type: 'UppdragBehandlat', data }];
    if ('skal' in data && blank(data.skal)) return noReason();
    if (type === 'AteroppnaUppdrag') return state.skede === 'avslutat' ? [{ type: 'UppdragAteroppnat', data: { skal: seal(kid, data.skal) } }] : refuse('UPPDRAGET_PAGAR', 'Uppdraget är inte avslutat.');
    if (state.skede === 'avslutat') return refuse('UPPDRAGET_AR_SLUTFORT', 'Uppdraget är avslutat.');

    switch (type) {
      case 'AndraUppdrag': {
        const { ansvarig, redovisasSenast, skal } = data;
        if (ansvarig === undefined && redovisasSenast === undefined) return refuse('INGET_ANDRAS', 'Ange ny ansvarig eller ny dag.');
        if (redovisasSenast !== undefined && redovisasSenast < state.datum) return foreUppdraget(redovisasSenast, state.datum);
        return [{ type: 'UppdragAndrat', data: { klass: state.klass, ...(ansvarig !== undefined && { ansvarig: seal(kid, ansvarig) }), ...(redovisasSenast !== undefined && { redovisasSenast }), skal: seal(kid, skal) } }];
      }
      case 'RapporteraUppdrag': {
        const { text, ...rest } = data;
        if (data.datum < state.datum) return foreUppdraget(data.datum, state.datum);
        return [{ type: 'UppdragRapporterat', data: { klass: state.klass, ...rest, ...(text !== undefined && { text: seal(kid, text) }) } }];
      }
      case 'SlutforUppdrag': {
        const paragraf = state.behandlingar.find(({ punkt }) => punkt === data.punkt);
        if (paragraf === undefined) return refuse('AVSLUTAS_AV_PARAGRAF', 'Ett uppdrag avslutas bara genom en paragraf. Ange den paragraf där uppdraget redovisades.');
        const { punkt, datum, ar, nummer } = paragraf;
        return [{ type: 'UppdragSlutfort', data: { punkt, datum, ar, nummer } }];
      }
      default: return unknownCase(command as never);
    }
  },

  evolve(state, event): State {
    if (event.type === 'UppdragGivet') return { skede: 'pagar', klass: event.data.klass, datum: event.data.datum, behandlingar: [] };
    if (state.skede === 'finns inte') return state;
    switch (event.type) {
      case 'UppdragAndrat': case 'UppdragRapporterat': return state;
      case 'UppdragBehandlat': return { ...state, behandlingar: [...state.behandlingar, event.data] };
      case 'UppdragSlutfort': return { ...state, skede: 'avslutat' };
      case 'UppdragAteroppnat': return { ...state, skede: 'pagar' };
      default: return unknownCase(event);
    }
  },
};
const foreUppdraget = (dag: string, given: string) => refuse<UppdragHinder>('DATUM_I_FEL_ORDNING', `Dagen ${dag} ligger före den dag då uppdraget gavs, ${given}.`);
