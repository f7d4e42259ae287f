import { type Command, type Decider, isRefusal, refuse, type Refusal, seal, type Sekretessklass, unknownCase, uphold, warning } from '@klubba/kernel';
import { lokaltDatum, provaDatum, stod } from '@klubba/lagrum';
import { type AVGIFTSSTEG, ejverkstalldFacts, type EjverkstalldEvent, type INSATSLAGAR } from './ejverkstalld.events';
import type { Mottagare, Rapporterad, Rapportslag, Vantan } from './ejverkstalld.grans';
import { avbruten, enligtRad, fattat, type Insatsdagar, type Insatshandelse as Handelse, pagaende, provaInsatsdagar, slutad, utanHandelse } from './ejverkstalld.vantan';
import { type Borjan, type GemensamtHinder, provaBorjan, provaDagar } from './kvalitet.register';

type En<T extends readonly string[]> = T[number];
type Insats = Borjan & { readonly lag: En<typeof INSATSLAGAR>; readonly insats: string; readonly enhet?: string; readonly beslutsdatum: string; readonly vistelsekommun?: boolean };
export type Insatsrad = Omit<Insats, 'arende' | 'handlaggare' | 'omgivning' | 'klass'> & Insatsdagar & { readonly lista: string; readonly rad: number };
export type EjverkstalldCommand =
  | Command<'RegistreraInsatsbeslut', Insats & { readonly orsak?: string }>
  | Command<'NoteraInsatsrad', Insatsrad>
  | Command<'NoteraVerkstallighet', { datum: string }>
  | Command<'NoteraInsatsavbrott', { datum: string; orsak?: string }>
  | Command<'NoteraAterupptagande', { datum: string }>
  | Command<'NoteraUpphorande', { datum: string; skal: string }>
  | Command<'AngeDrojsmalsskal', { skal: string }>
  | Command<'NoteraInsatsrapport', { mottagare: Mottagare; ar: number; kvartal: number; datum: string; rader: readonly { readonly fran: string; readonly slag: Rapportslag }[] }>
  | Command<'NoteraSarskildAvgift', { datum: string; steg: En<typeof AVGIFTSSTEG>; belopp?: number }>
  | Command<'StrykInsatshandelse', { slag: Handelse; skal: string }>
  | Command<'StrykInsatsbeslut', { skal: string }>;

export type EjverkstalldHinder =
  | GemensamtHinder | 'BESLUTET_FINNS_REDAN' | 'BESLUTET_FINNS_INTE' | 'BESLUTET_AR_STRUKET' | 'REDAN_VERKSTALLT' | 'EJ_VERKSTALLT_AN' | 'INGET_AVBROTT' | 'AVBROTT_PAGAR' | 'BESLUTET_HAR_UPPHORT' | 'INGET_ATT_STRYKA' | 'BESLUTET_AR_RAPPORTERAT'
  | 'DAGARNA_STAMMER_INTE' | 'AVGIFTEN_UTANFOR';

type State = { readonly skede: 'finns inte' } | {
  readonly skede: 'finns' | 'struket'; readonly klass: Sekretessklass; readonly lag: string; readonly vantan: readonly Vantan[]; readonly upphort: boolean; readonly rapporter: readonly Rapporterad[];
};
type Finns = Exclude<State, { skede: 'finns inte' }>;

/** A favourable decision on help, from its day until it is carried out, with what has been told of the delay (H3). */
export const ejverkstalld: Decider<EjverkstalldCommand, State, EjverkstalldEvent, EjverkstalldHinder> = {
  category: 'ejverkstalld',
  facts: ejverkstalldFacts,
  initialState: { skede: 'finns inte' },
  namnd: ({ type, data }) => (type === 'RegistreraInsatsbeslut' || type === 'NoteraInsatsrad' ? data.namnd : null),

  decide(command, state, { id, at }) {
    const { type, data } = command;
    const kid = `ejverkstalld:${id}`;
    const idag = lokaltDatum(at);
    if (type === 'NoteraInsatsrad') return enRad(data, state, idag);
    const sist = state.skede === 'finns inte' ? undefined : state.vantan.at(-1)!;
    const fel = provaDagar(data, idag, type === 'NoteraInsatsrapport' || type === 'NoteraSarskildAvgift' || sist === undefined ? undefined : { dag: sist.till ?? sist.fran, vad: 'det som senast hände' });
    if (fel !== undefined) return fel;
    if (type === 'RegistreraInsatsbeslut') return state.skede === 'finns inte' ? registrerat(data, kid, idag) : refuse('BESLUTET_FINNS_REDAN', 'Beslutet är redan registrerat.');
    if (state.skede === 'finns inte') return refuse('BESLUTET_FINNS_INTE', 'Beslutet finns inte.');
    if (state.skede === 'struket') return refuse('BESLUTET_AR_STRUKET', 'Beslutet är struket.');
    const { klass } = state;
    const vantar = pagaende(state.vantan);
    const upphort = state.upphort ? refuse<EjverkstalldHinder>('BESLUTET_HAR_UPPHORT', 'Beslutet har upphört.') : undefined;

    switch (type) {
      case 'NoteraVerkstallighet': return upphort ?? (vantar?.slag === 'beslut' ? [{ type: 'InsatsVerkstalld', data: { klass, ...data } }] : refuse('REDAN_VERKSTALLT', 'Beslutet är redan verkställt.'));
      case 'NoteraInsatsavbrott': {
        if (upphort !== undefined) return upphort;
        if (vantar !== undefined) return vantar.slag === 'beslut' ? refuse('EJ_VERKSTALLT_AN', 'Beslutet är inte verkställt, så insatsen kan inte avbrytas.') : refuse('AVBROTT_PAGAR', 'Insatsen är redan avbruten.');
        return [{ type: 'InsatsAvbruten', data: { klass, datum: data.datum, ...(data.orsak !== undefined && { skal: seal(kid, data.orsak) }) } }];
      }
      case 'NoteraAterupptagande': return upphort ?? (vantar?.slag === 'avbrott' ? [{ type: 'InsatsAterupptagen', data: { klass, ...data } }] : refuse('INGET_AVBROTT', 'Insatsen är inte avbruten.'));
      case 'NoteraUpphorande': return upphort ?? [{ type: 'InsatsbeslutUpphort', data: { klass, datum: data.datum, skal: seal(kid, data.skal) } }];
      case 'AngeDrojsmalsskal': return [{ type: 'DrojsmalsskalAngivet', data: { klass, skal: seal(kid, data.skal) } }];
      case 'NoteraInsatsrapport': {
        const { rader, ...rapport } = data;
        return rader.map((rad): Rapporterad => ({ ...rapport, ...rad })).filter((ny) => !state.rapporter.some((en) => nyckel(en) === nyckel(ny))).map((ny) => ({ type: 'InsatsRapporterad', data: { klass, ...ny } }));
      }
      case 'NoteraSarskildAvgift': {
        const { citat } = stod('sarskildAvgift', data.datum);
        const [minst, mest] = data.datum < '2025-07-01' ? [10_000, 1_000_000] : [15_000, 1_500_000];
        const passed = uphold<EjverkstalldHinder>(command, kid, [
          state.lag === 'SoL' && data.belopp !== undefined && (data.belopp < minst || data.belopp > mest) && warning('AVGIFTEN_UTANFOR', `Särskild avgift är ${minst}–${mest} kr (${citat}). Kontrollera beloppet ${data.belopp} kr.`, citat),
        ]);
        return isRefusal(passed) ? passed : [{ type: 'SarskildAvgiftNoterad', data: { klass, ...data, ...passed } }];
      }
      case 'StrykInsatshandelse': return strykbar(state, data.slag) ? [{ type: 'InsatshandelseStruken', data: { klass, slag: data.slag, skal: seal(kid, data.skal) } }] : refuse('INGET_ATT_STRYKA', 'Det är inte det som senast antecknades.');
      case 'StrykInsatsbeslut':
        if (state.rapporter.length > 0) return refuse('BESLUTET_AR_RAPPORTERAT', 'Beslutet är rapporterat och kan inte strykas. Anteckna att det har upphört.');
        return [{ type: 'InsatsbeslutStruket', data: { klass, skal: seal(kid, data.skal) } }];
      default: return unknownCase(command as never);
    }
  },

  evolve(state, event): State {
    if (event.type === 'InsatsbeslutRegistrerat') return { skede: 'finns', klass: event.data.klass, lag: event.data.lag, vantan: fattat(event.data.beslutsdatum), upphort: false, rapporter: [] };
    if (event.type === 'InsatsbeslutInlast') {
      const { data } = event;
      const fore = state.skede === 'finns inte' ? { skede: 'finns' as const, klass: data.klass, lag: data.lag, vantan: [], upphort: false, rapporter: [] } : state;
      return { ...fore, vantan: enligtRad(fore.vantan, data), upphort: fore.upphort || data.upphort !== undefined };
    }
    if (state.skede === 'finns inte') return state;
    switch (event.type) {
      case 'InsatsVerkstalld': case 'InsatsAterupptagen': return { ...state, vantan: slutad(state.vantan, event.data.datum) };
      case 'InsatsAvbruten': return { ...state, vantan: avbruten(state.vantan, event.data.datum) };
      case 'InsatsbeslutUpphort': return { ...state, upphort: true, vantan: slutad(state.vantan, event.data.datum, true) };
      case 'DrojsmalsskalAngivet': case 'SarskildAvgiftNoterad': return state;
      case 'InsatsRapporterad': return { ...state, rapporter: [...state.rapporter, event.data] };
      case 'InsatshandelseStruken': return { ...state, vantan: utanHandelse(state.vantan, event.data.slag), upphort: event.data.slag === 'upphorande' ? false : state.upphort };
      case 'InsatsbeslutStruket': return { ...state, skede: 'struket' };
      default: return unknownCase(event);
    }
  },
};

const strykbar = ({ vantan, upphort }: Finns, slag: Handelse): boolean => {
  const sist = vantan.at(-1)!;
  if (slag === 'upphorande' || upphort) return slag === 'upphorande' && upphort;
  if (slag === 'avbrott') return sist.slag === 'avbrott' && sist.till === undefined;
  return sist.till !== undefined && sist.slag === (slag === 'verkstallighet' ? 'beslut' : 'avbrott');
};
const nyckel = ({ mottagare, ar, kvartal, fran, slag }: Rapporterad): string => `${mottagare} ${ar} ${kvartal} ${fran} ${slag}`;

type Outcome = readonly EjverkstalldEvent[] | Refusal<EjverkstalldHinder>;
const registrerat = ({ omgivning, klass = 'sekretess', orsak, ...data }: Extract<EjverkstalldCommand, { type: 'RegistreraInsatsbeslut' }>['data'], kid: string, idag: string): Outcome => {
  const fel = provaBorjan({ ...data, klass, ...(omgivning !== undefined && { omgivning }) });
  if (fel !== undefined) return fel;
  const ingenDag = provaDatum(data.beslutsdatum);
  if (ingenDag !== undefined) return { hinder: [ingenDag] };
  if (data.beslutsdatum > idag) return refuse('DATUM_I_FRAMTIDEN', `Dagen ${data.beslutsdatum} har inte varit än.`);
  return [{ type: 'InsatsbeslutRegistrerat', data: { ...data, klass, ...(orsak !== undefined && { skal: seal(kid, orsak) }) } }];
};
/** A row of a list that was read in whole: it tells what is new, and nothing where nothing is. */
const enRad = (data: Insatsrad, state: State, idag: string): Outcome => {
  // What has ended here or was struck is not begun again by a list: that is taken back by hand first.
  if (state.skede === 'struket' || (state.skede === 'finns' && state.upphort)) return [];
  const fel = provaInsatsdagar(data, idag);
  if (fel !== undefined) return refuse('DAGARNA_STAMMER_INTE', fel);
  const nytt = state.skede === 'finns inte' || data.upphort !== undefined || JSON.stringify(enligtRad(state.vantan, data)) !== JSON.stringify(state.vantan);
  return nytt ? [{ type: 'InsatsbeslutInlast', data: { klass: state.skede === 'finns inte' ? 'sekretess' : state.klass, ...data } }] : [];
};
