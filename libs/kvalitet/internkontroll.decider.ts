import { blank, type Command, type Decider, noReason, refuse, seal, type Sekretessklass, unknownCase } from '@klubba/kernel';
import { lokaltDatum, provaDatum } from '@klubba/lagrum';
import { type FREKVENSER, internkontrollFacts, type InternkontrollEvent, type KONTROLLRESULTAT } from './internkontroll.events';

type Behandling = { readonly sammantrade: string; readonly punkt: string; readonly datum: string; readonly ar: number; readonly nummer: number; readonly beslutstyp: string };
export type InternkontrollCommand =
  | Command<'UpprattaInternkontrollplan', { namnd: string; klass: Sekretessklass; rubrik: string; fran: string; till: string; arende?: string; omgivning?: { readonly namnd: boolean; readonly arende: boolean; readonly sekretess: boolean } }>
  | Command<'LaggTillKontrollmoment', { text: string; ansvarig: string; frekvens: (typeof FREKVENSER)[number] }>
  | Command<'TaBortKontrollmoment', { moment: number; skal: string }>
  | Command<'NoteraInternkontrollbehandling', Behandling>
  | Command<'AntaInternkontrollplan', { punkt: string }>
  | Command<'NoteraInternkontroll', { moment: number; datum: string; resultat: (typeof KONTROLLRESULTAT)[number]; text?: string }>
  | Command<'RedovisaInternkontroll', { punkt: string }>;
export type InternkontrollHinder =
  | 'PLANEN_FINNS_REDAN' | 'PLANEN_FINNS_INTE' | 'PLANEN_AR_ANTAGEN' | 'PLANEN_AR_INTE_ANTAGEN' | 'PLANEN_AR_REDOVISAD' | 'PLANEN_SAKNAR_MOMENT' | 'NAMNDEN_FINNS_INTE' | 'ARENDET_FINNS_INTE' | 'SEKRETESS_KRAVS'
  | 'DATUM_FINNS_INTE' | 'DATUM_I_FRAMTIDEN' | 'DATUM_I_FEL_ORDNING' | 'MOMENTET_FINNS_INTE' | 'ANTAS_AV_PARAGRAF' | 'REDOVISAS_I_PARAGRAF' | 'AVVIKELSEN_SAKNAR_TEXT' | 'SKAL_SAKNAS';

type State =
  | { readonly skede: 'finns inte' }
  | { readonly skede: 'forslag' | 'antagen' | 'redovisad'; readonly klass: Sekretessklass; readonly fran: string; readonly antal: number; readonly moment: readonly number[]; readonly behandlingar: readonly Behandling[]; readonly antagenVid?: string };
const KL = 'KL 6 kap. 6 §';

/** The nämnd sees to it that its internal control is enough: it adopts the plan, and is told what the controls showed (KL 6:6; H7). */
export const internkontroll: Decider<InternkontrollCommand, State, InternkontrollEvent, InternkontrollHinder> = {
  category: 'internkontroll',
  facts: internkontrollFacts,
  initialState: { skede: 'finns inte' },
  namnd: ({ type, data }) => (type === 'UpprattaInternkontrollplan' ? data.namnd : null),

  decide(command, state, { id, at }) {
    const { type, data } = command;
    const kid = `internkontroll:${id}`;
    if (type === 'UpprattaInternkontrollplan') {
      const ingenDag = provaDatum(data.fran, data.till);
      if (ingenDag !== undefined) return { hinder: [ingenDag] };
      if (state.skede !== 'finns inte') return refuse('PLANEN_FINNS_REDAN', 'Internkontrollplanen finns redan.');
      const { omgivning, rubrik, ...rest } = data;
      if (omgivning?.namnd !== true) return refuse('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');
      if (data.arende !== undefined && !omgivning.arende) return refuse('ARENDET_FINNS_INTE', 'Ärendet finns inte i nämnden.');
      if (omgivning.sekretess && data.klass === 'oppen') return refuse('SEKRETESS_KRAVS', 'Ärendet är sekretess. Planen ska vara sekretess.');
      if (data.till < data.fran) return refuse('DATUM_I_FEL_ORDNING', `Planen slutar ${data.till}, innan den börjar ${data.fran}.`);
      return [{ type: 'InternkontrollplanUpprattad', data: { ...rest, rubrik: seal(kid, rubrik) } }];
    }
    if (state.skede === 'finns inte') return refuse('PLANEN_FINNS_INTE', 'Internkontrollplanen finns inte.');
    const { klass } = state;
    if (type === 'NoteraInternkontrollbehandling') return state.behandlingar.some(({ punkt }) => punkt === data.punkt) ? [] : [{ type: 'InternkontrollBehandlad', data }];
    if ('skal' in data && blank(data.skal)) return noReason();
    if (state.skede === 'redovisad') return refuse('PLANEN_AR_REDOVISAD', 'Internkontrollen enligt planen är redovisad.');

    switch (type) {
      case 'LaggTillKontrollmoment': case 'TaBortKontrollmoment':
        // What the nämnd adopted is changed by adopting another plan.
        if (state.skede === 'antagen') return refuse('PLANEN_AR_ANTAGEN', 'Planen är antagen av nämnden. Upprätta en ny plan.', KL);
        if (type === 'LaggTillKontrollmoment') return [{ type: 'KontrollmomentTillagt', data: { klass, moment: state.antal + 1, text: seal(kid, data.text), ansvarig: seal(kid, data.ansvarig), frekvens: data.frekvens } }];
        return state.moment.includes(data.moment) ? [{ type: 'KontrollmomentUtgatt', data: { klass, moment: data.moment, skal: seal(kid, data.skal) } }] : ingetMoment(data.moment);
      case 'AntaInternkontrollplan': {
        if (state.skede === 'antagen') return refuse('PLANEN_AR_ANTAGEN', 'Planen är redan antagen.');
        if (state.moment.length === 0) return refuse('PLANEN_SAKNAR_MOMENT', 'Planen har inga kontrollmoment.');
        const paragraf = state.behandlingar.find(({ punkt }) => punkt === data.punkt);
        if (paragraf === undefined) return refuse('ANTAS_AV_PARAGRAF', 'En internkontrollplan antas av nämnden. Ange den paragraf där planen behandlades.', KL);
        return [{ type: 'InternkontrollplanAntagen', data: bara(paragraf) }];
      }
      case 'NoteraInternkontroll': {
        const ingenDag = provaDatum(data.datum);
        if (ingenDag !== undefined) return { hinder: [ingenDag] };
        if (data.datum > lokaltDatum(at)) return refuse('DATUM_I_FRAMTIDEN', `Dagen ${data.datum} har inte varit än.`);
        if (state.skede !== 'antagen') return refuse('PLANEN_AR_INTE_ANTAGEN', 'Planen är inte antagen av nämnden.', KL);
        if (!state.moment.includes(data.moment)) return ingetMoment(data.moment);
        if (data.datum < state.fran) return refuse('DATUM_I_FEL_ORDNING', `Planen gäller från ${state.fran}.`);
        const { text, ...rest } = data;
        if (data.resultat !== 'utan_avvikelse' && blank(text)) return refuse('AVVIKELSEN_SAKNAR_TEXT', 'Säg vad kontrollen visade, eller varför den inte utfördes.');
        return [{ type: 'InternkontrollUtford', data: { klass, ...rest, ...(text !== undefined && { text: seal(kid, text) }) } }];
      }
      case 'RedovisaInternkontroll': {
        if (state.skede !== 'antagen') return refuse('PLANEN_AR_INTE_ANTAGEN', 'Planen är inte antagen av nämnden.', KL);
        const paragraf = state.behandlingar.find(({ punkt }) => punkt === data.punkt && punkt !== state.antagenVid);
        if (paragraf === undefined) return refuse('REDOVISAS_I_PARAGRAF', 'Internkontrollen redovisas för nämnden. Ange den paragraf där den redovisades.', KL);
        return [{ type: 'InternkontrollRedovisad', data: bara(paragraf) }];
      }
      default: return unknownCase(command as never);
    }
  },

  evolve(state, event): State {
    if (event.type === 'InternkontrollplanUpprattad') return { skede: 'forslag', klass: event.data.klass, fran: event.data.fran, antal: 0, moment: [], behandlingar: [] };
    if (state.skede === 'finns inte') return state;
    switch (event.type) {
      case 'KontrollmomentTillagt': return { ...state, antal: event.data.moment, moment: [...state.moment, event.data.moment] };
      case 'KontrollmomentUtgatt': return { ...state, moment: state.moment.filter((en) => en !== event.data.moment) };
      case 'InternkontrollBehandlad': return { ...state, behandlingar: [...state.behandlingar, event.data] };
      case 'InternkontrollplanAntagen': return { ...state, skede: 'antagen', antagenVid: event.data.punkt };
      case 'InternkontrollUtford': return state;
      case 'InternkontrollRedovisad': return { ...state, skede: 'redovisad' };
      default: return unknownCase(event);
    }
  },
};
const bara = ({ punkt, datum, ar, nummer }: Behandling) => ({ punkt, datum, ar, nummer });
const ingetMoment = (moment: number) => refuse<InternkontrollHinder>('MOMENTET_FINNS_INTE', `Kontrollmoment ${moment} finns inte i planen.`);
