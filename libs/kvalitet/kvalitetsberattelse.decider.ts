import { blank, type Command, type Decider, type Hinder, noReason, type Refusal, refuse, seal, type Sekretessklass, unknownCase, warning, weigh } from '@klubba/kernel';
import { arDatum, lokaltDatum, provaDatum } from '@klubba/lagrum';
import { type Avsnitt, GRUNDAVSNITT, kvalitetsberattelseFacts, type KvalitetsberattelseEvent, type REGISTERKALLOR } from './kvalitetsberattelse.events';
import { type Enhet, harSinaDelar, type Kontroll, type Matvarde, namn, provaSiffror, type Sifferkod, type Siffra, somSiffra, skrivTal } from './siffror';
import { lasVarde } from './skrivet';

/** Fewer answers than this are not told: who answered could be known (seed 004: ”färre än fem”). */
export const MINSTA_SVARANDE = 5;

export type AngeSiffra = {
  readonly avsnitt: Avsnitt;
  readonly nyckel: string;
  /** As written: `36,3`, `u.s.`, or a day. Left out where the indikator has it. */
  readonly varde?: string;
  readonly enhet?: Enhet;
  readonly ar?: number;
  /** How many answered, where it is an answer to a question. */
  readonly svarande?: number;
  readonly kalla: { readonly register?: (typeof REGISTERKALLOR)[number]; /** `<upplaga>:<position>`. */ readonly position?: string; readonly indikator?: string; readonly manad?: string; readonly text?: string };
  readonly skal?: string;
  /** Put there by prepare: what the indikator says of the month. */
  readonly indikatorvarde?: Matvarde & { readonly enhet: Enhet; readonly faktum: string; readonly version: number };
};
type Behandling = { readonly sammantrade: string; readonly punkt: string; readonly datum: string; readonly ar: number; readonly nummer: number; readonly beslutstyp: string };
export type KvalitetsberattelseCommand =
  | Command<'PaborjaKvalitetsberattelse', { namnd: string; klass: Sekretessklass; ar: number; rubrik: string; arende?: string; checklista?: readonly Avsnitt[]; omgivning?: { readonly namnd: boolean; readonly arende: boolean; readonly sekretess: boolean } }>
  | Command<'SkrivAvsnitt', { avsnitt: Avsnitt; text: string }>
  | Command<'AngeSiffra', AngeSiffra>
  | Command<'StrykSiffra', { nyckel: string; skal: string }>
  | Command<'LaggTillSifferkontroll', Kontroll>
  | Command<'StrykSifferkontroll', { nr: number; skal: string }>
  | Command<'FardigstallKvalitetsberattelse', { datum: string }>
  | Command<'OppnaKvalitetsberattelse', { skal: string }>
  | Command<'NoteraKvalitetsberattelsebehandling', Behandling>;
export type KvalitetsberattelseHinder =
  | Sifferkod | 'BERATTELSEN_FINNS_REDAN' | 'BERATTELSEN_FINNS_INTE' | 'BERATTELSEN_AR_FARDIG' | 'BERATTELSEN_AR_INTE_FARDIG' | 'NAMNDEN_FINNS_INTE' | 'ARENDET_FINNS_INTE' | 'SEKRETESS_KRAVS' | 'ARET_ORIMLIGT' | 'DATUM_FINNS_INTE' | 'DATUM_I_FRAMTIDEN'
  | 'AVSNITT_SAKNAS' | 'VARDET_GAR_INTE_ATT_LASA' | 'OSAKER_AVLASNING' | 'KALLA_SAKNAS' | 'FLERA_KALLOR' | 'INDIKATORVARDET_FINNS_INTE' | 'SIFFRAN_FINNS_INTE' | 'KONTROLLEN_FINNS_INTE' | 'KONTROLLEN_FINNS_REDAN' | 'FEL_ANTAL_DELAR' | 'SKAL_SAKNAS';

type State = { readonly skede: 'finns inte' } | {
  readonly skede: 'utkast' | 'fardig';
  readonly klass: Sekretessklass;
  readonly checklista: readonly Avsnitt[];
  readonly avsnitt: readonly Avsnitt[];
  readonly siffror: readonly Siffra[];
  readonly kontroller: readonly (Kontroll & { readonly nr: number })[];
  readonly antalKontroller: number;
  readonly version: number;
  readonly behandlade: readonly string[];
};

/** The year's report: its headings, its figures with the facts behind them, and what must hold between the figures (H6, H8). */
export const kvalitetsberattelse: Decider<KvalitetsberattelseCommand, State, KvalitetsberattelseEvent, KvalitetsberattelseHinder> = {
  category: 'kvalitetsberattelse',
  facts: kvalitetsberattelseFacts,
  initialState: { skede: 'finns inte' },
  namnd: ({ type, data }) => (type === 'PaborjaKvalitetsberattelse' ? data.namnd : null),

  decide(command, state, { id, at }) {
    const { type, data } = command;
    const kid = `kvalitetsberattelse:${id}`;
    if (type === 'PaborjaKvalitetsberattelse') {
      if (state.skede !== 'finns inte') return refuse('BERATTELSEN_FINNS_REDAN', 'Kvalitetsberättelsen finns redan.');
      const { omgivning, rubrik, checklista = GRUNDAVSNITT, ...rest } = data;
      if (omgivning?.namnd !== true) return refuse('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');
      if (data.arende !== undefined && !omgivning.arende) return refuse('ARENDET_FINNS_INTE', 'Ärendet finns inte i nämnden.');
      if (omgivning.sekretess && data.klass === 'oppen') return refuse('SEKRETESS_KRAVS', 'Ärendet är sekretess. Berättelsen ska vara sekretess.');
      if (data.ar < 1990 || data.ar > Number(lokaltDatum(at).slice(0, 4))) return refuse('ARET_ORIMLIGT', `Året ${data.ar} kan inte redovisas.`);
      return [{ type: 'KvalitetsberattelsePaborjad', data: { ...rest, checklista: [...new Set(checklista)], rubrik: seal(kid, rubrik) } }];
    }
    if (state.skede === 'finns inte') return refuse('BERATTELSEN_FINNS_INTE', 'Kvalitetsberättelsen finns inte.');
    const { klass } = state;
    if (type === 'NoteraKvalitetsberattelsebehandling') return state.behandlade.includes(data.punkt) ? [] : [{ type: 'KvalitetsberattelseBehandlad', data: { ...data, version: state.version } }];
    if (type !== 'AngeSiffra' && 'skal' in data && blank(data.skal)) return noReason();
    if (type === 'OppnaKvalitetsberattelse') return state.skede === 'fardig' ? [{ type: 'KvalitetsberattelseOppnad', data: { klass, skal: seal(kid, data.skal) } }] : refuse('BERATTELSEN_AR_INTE_FARDIG', 'Berättelsen är inte färdigställd.');
    if (state.skede === 'fardig') return refuse('BERATTELSEN_AR_FARDIG', `Version ${state.version} är färdigställd. Öppna berättelsen för en ny version.`);

    switch (type) {
      case 'SkrivAvsnitt': return [{ type: 'AvsnittSkrivet', data: { klass, avsnitt: data.avsnitt, text: seal(kid, data.text) } }];
      case 'AngeSiffra': return angeSiffra(command as Command<'AngeSiffra', AngeSiffra>, state.siffror, klass, kid);
      case 'StrykSiffra': return finns(state.siffror, data.nyckel) ? [{ type: 'SiffraStruken', data: { klass, nyckel: data.nyckel, skal: seal(kid, data.skal) } }] : ingenSiffra(data.nyckel);
      case 'LaggTillSifferkontroll': {
        const saknas = [...data.delar, data.mot].find((nyckel) => !finns(state.siffror, nyckel));
        if (saknas !== undefined) return ingenSiffra(saknas);
        if (!harSinaDelar(data)) return refuse('FEL_ANTAL_DELAR', 'Kontrollen har fel antal siffror.');
        if (state.kontroller.some((en) => en.slag === data.slag && en.mot === data.mot && en.delar.join(' ') === data.delar.join(' '))) return refuse('KONTROLLEN_FINNS_REDAN', 'Kontrollen finns redan.');
        return [{ type: 'SifferkontrollTillagd', data: { ...data, nr: state.antalKontroller + 1 } }];
      }
      case 'StrykSifferkontroll': return state.kontroller.some(({ nr }) => nr === data.nr) ? [{ type: 'SifferkontrollStruken', data: { klass, nr: data.nr, skal: seal(kid, data.skal) } }] : refuse('KONTROLLEN_FINNS_INTE', `Kontroll ${data.nr} finns inte.`);
      case 'FardigstallKvalitetsberattelse': {
        const ingenDag = provaDatum(data.datum);
        if (ingenDag !== undefined) return { hinder: [ingenDag] };
        if (data.datum > lokaltDatum(at)) return refuse('DATUM_I_FRAMTIDEN', `Dagen ${data.datum} har inte varit än.`);
        const saknadeAvsnitt = state.checklista.filter((avsnitt) => !state.avsnitt.includes(avsnitt));
        const funna = provaSiffror(state.siffror, state.kontroller);
        const vagt = weigh<KvalitetsberattelseHinder>(command, kid, [
          saknadeAvsnitt.length > 0 && warning('AVSNITT_SAKNAS', `Berättelsen saknar ${saknadeAvsnitt.map((en) => namn(en).toLowerCase()).join(', ')}.`, 'SOSFS 2011:9 7 kap. 1 §'),
          ...perKod(funna),
        ]);
        if ('hinder' in vagt) return vagt;
        return [{ type: 'KvalitetsberattelseFardigstalld', data: { version: state.version + 1, datum: data.datum, saknadeAvsnitt, anmarkningar: funna.map(({ kod, nycklar }) => ({ kod, nycklar })), ...vagt } }];
      }
      default: return unknownCase(command as never);
    }
  },

  evolve(state, event): State {
    if (event.type === 'KvalitetsberattelsePaborjad') return { skede: 'utkast', klass: event.data.klass, checklista: event.data.checklista, avsnitt: [], siffror: [], kontroller: [], antalKontroller: 0, version: 0, behandlade: [] };
    if (state.skede === 'finns inte') return state;
    switch (event.type) {
      case 'AvsnittSkrivet': return { ...state, avsnitt: [...new Set([...state.avsnitt, event.data.avsnitt])] };
      case 'SiffraAngiven': return { ...state, siffror: med(state.siffror, somSiffra(event.data)) };
      case 'SiffraStruken': return { ...state, siffror: state.siffror.filter(({ nyckel }) => nyckel !== event.data.nyckel) };
      case 'SifferkontrollTillagd': return { ...state, kontroller: [...state.kontroller, event.data], antalKontroller: event.data.nr };
      case 'SifferkontrollStruken': return { ...state, kontroller: state.kontroller.filter(({ nr }) => nr !== event.data.nr) };
      case 'KvalitetsberattelseFardigstalld': return { ...state, skede: 'fardig', version: event.data.version };
      case 'KvalitetsberattelseOppnad': return { ...state, skede: 'utkast' };
      case 'KvalitetsberattelseBehandlad': return { ...state, behandlade: [...state.behandlade, event.data.punkt] };
      default: return unknownCase(event);
    }
  },
};

const angeSiffra = (command: Command<'AngeSiffra', AngeSiffra>, siffror: readonly Siffra[], klass: Sekretessklass, kid: string): readonly KvalitetsberattelseEvent[] | Refusal<KvalitetsberattelseHinder> => {
  const { avsnitt, nyckel, varde: skrivet, enhet, ar, svarande, kalla: { register, position, indikator, manad, text }, skal, indikatorvarde } = command.data;
  if (finns(siffror, nyckel) && blank(skal)) return noReason();
  const angiven = (varde: Matvarde & { readonly dag?: string }, kalla: KallaOf, over: { readonly enhet?: Enhet | undefined; readonly osaker?: string } = { enhet }) => {
    const vagt = weigh<KvalitetsberattelseHinder>(command, kid, [over.osaker !== undefined && warning('OSAKER_AVLASNING', over.osaker)]);
    if ('hinder' in vagt) return vagt;
    return [{
      type: 'SiffraAngiven' as const,
      // A cell that so few stand behind is not told, and so is not kept: what is not there cannot come out.
      data: { klass, avsnitt, nyckel, ...(svarande !== undefined && svarande < MINSTA_SVARANDE ? { saknas: 'for_fa_svar' as const } : varde), ...(over.enhet !== undefined && { enhet: over.enhet }), ...(ar !== undefined && { ar }), kalla, ...(skal !== undefined && { skal: seal(kid, skal) }), ...vagt },
    }];
  };
  if ([register, indikator, indikator === undefined ? undefined : skrivet].filter((en) => en !== undefined).length > 1) return refuse('FLERA_KALLOR', 'En siffra hämtas ur ett register eller ur en indikator, och har då inget annat värde än indikatorns.');
  if (indikator !== undefined) {
    if (indikatorvarde === undefined || manad === undefined) return refuse('INDIKATORVARDET_FINNS_INTE', 'Indikatorn har inget värde för månaden i nämnden.');
    const { enhet: dess, faktum, version, ...varde } = indikatorvarde;
    return angiven(varde, { slag: 'indikator', indikator, manad: `${manad}-01`, faktum, version }, { enhet: dess });
  }
  const plats = position === undefined ? undefined : lasPosition(position);
  if (register === undefined ? blank(text) : plats === undefined) return refuse('KALLA_SAKNAS', 'Säg var siffran är hämtad: ett register och dess position, en indikator och dess månad, eller en källa med egna ord.');
  const medOrd = blank(text) ? {} : { text: seal(kid, text) };
  const kalla: KallaOf = register === undefined ? { slag: 'manuell', ...medOrd } : { slag: 'register', register, ...plats, ...medOrd };
  const rent = skrivet?.trim() ?? '';
  const dag: string | undefined = arDatum(rent) ? rent : undefined;
  if (dag !== undefined) return angiven({ dag }, kalla);
  const avlast = lasVarde(rent);
  if (avlast === undefined) return refuse('VARDET_GAR_INTE_ATT_LASA', `”${rent.slice(0, 40)}” är inget värde. Skriv ett tal (36,3), en dag (2018-03-21), eller u.s. när uppgiften saknas.`);
  const { osaker, ...varde } = avlast;
  return angiven(varde, kalla, { enhet, ...(osaker === true && 'varde' in varde && { osaker: `”${rent}” är läst som ${skrivTal(varde.varde)}. Bekräfta mot förlagan.` }) });
};
/** `<upplaga>:<position>`; a number that no log has come to is none. */
const lasPosition = (skriven: string): { readonly logg: string; readonly position: number } | undefined => {
  const position = Number(skriven.slice(37));
  return Number.isSafeInteger(position) ? { logg: skriven.slice(0, 36), position } : undefined;
};
type KallaOf = Extract<KvalitetsberattelseEvent, { type: 'SiffraAngiven' }>['data']['kalla'];

/** One warning of each kind, with all that it says: a reason is given for the kind. */
const perKod = (funna: ReturnType<typeof provaSiffror>): readonly Hinder<Sifferkod>[] => {
  const varningar = funna.filter(({ allvar }) => allvar === 'VARNING');
  return [...new Set(varningar.map(({ kod }) => kod))].map((kod) => warning(kod, varningar.filter((en) => en.kod === kod).map(({ text }) => text).join(' ')));
};

const med = (siffror: readonly Siffra[], ny: Siffra): readonly Siffra[] => (finns(siffror, ny.nyckel) ? siffror.map((en) => (en.nyckel === ny.nyckel ? ny : en)) : [...siffror, ny]);
const finns = (siffror: readonly Siffra[], nyckel: string): boolean => siffror.some((en) => en.nyckel === nyckel);
const ingenSiffra = (nyckel: string) => refuse<KvalitetsberattelseHinder>('SIFFRAN_FINNS_INTE', `Siffran ${nyckel} finns inte i berättelsen.`);
