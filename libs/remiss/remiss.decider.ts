import { blank, type Command, type Decider, type Hinder, isRefusal, noReason, NUMBER, refuse, type Refusal, seal, type Sekretessklass, unknownCase, uphold, warning } from '@klubba/kernel';
import { lokaltDatum, provaDatum } from '@klubba/lagrum';
import { remissFacts, type RemissEvent, type REMISSINSTANSER, type REMISSLAG, type SANDSATT, type SVARSVAGAR, type YTTRANDE_TILL } from './remiss.events';
import type { Remiss, Remisstatus, Svarstid } from './remiss.projection';
import { provaForsent, type SvarstidHinder } from './remiss.svarstid';

type En<T extends readonly string[]> = T[number];
export type TaEmotRemiss = {
  readonly namnd: string;
  readonly klass: Sekretessklass;
  readonly arende: string;
  readonly slag: En<typeof REMISSLAG>;
  readonly rubrik: string;
  readonly avsandare: string;
  readonly derasNummer?: string;
  readonly inkom: string;
  readonly svarstidAvsandare?: string;
  readonly svarstidIntern?: string;
  readonly fragor?: string;
  readonly yttrandeTill: En<typeof YTTRANDE_TILL>;
  /** Put there by prepare: the matter in this nämnd; absent when there is none. */
  readonly arendet?: { readonly sekretess: boolean };
};
export type ExpedieraRemissvar = {
  readonly version: number;
  readonly datum: string;
  readonly satt: En<typeof SANDSATT>;
  readonly mottagare: readonly string[];
  readonly preliminart?: boolean;
  readonly medReservationer?: boolean;
  readonly avviker?: string;
  /** Put there by prepare: the dissents of the § that decided it. */
  readonly reservationer?: number;
};
export type RemissCommand =
  | Command<'TaEmotRemiss', TaEmotRemiss>
  | Command<'TilldelaRemiss', { handlaggare: string; instans: En<typeof REMISSINSTANSER> }>
  | Command<'ValjSvarsvag', { vag: En<typeof SVARSVAGAR>; skal?: string }>
  | Command<'BegarAnstand', { svarstid: Svarstid; till: string; datum: string }>
  | Command<'NoteraAnstand', { svarstid: Svarstid; datum: string; beviljat: boolean; till?: string }>
  | Command<'SkrivRemissvar', { datum: string; text: string; skal?: string }>
  /** `motesdatum` is put there by prepare. */
  | Command<'NoteraRemisspunkt', { sammantrade: string; punkt: string; motesdatum?: string }>
  | Command<'NoteraRemissbeslut', { sammantrade: string; punkt: string; datum: string; ar: number; nummer: number; beslutstyp: string }>
  | Command<'BeslutaRemissvar', { version: number; datum: string; av: 'delegat' | 'ordforande'; delegationsbeslut?: string }>
  | Command<'ExpedieraRemissvar', ExpedieraRemissvar>
  | Command<'AvstaFranYttrande', { datum: string; skal: string }>
  | Command<'AterupptaRemiss', { datum: string; skal: string }>
  | Command<'StrykRemiss', { skal: string }>;

export type RemissHinder =
  | SvarstidHinder | 'REMISSEN_FINNS_REDAN' | 'REMISSEN_FINNS_INTE' | 'REMISSEN_AR_STRUKEN' | 'REMISSEN_AR_BESVARAD' | 'REMISSEN_AR_INTE_AVSTADD' | 'ARENDET_FINNS_INTE' | 'SEKRETESS_KRAVS' | 'DATUM_FINNS_INTE' | 'DATUM_I_FRAMTIDEN' | 'DATUM_I_FEL_ORDNING'
  | 'NUMMER_HAR_FEL_FORM' | 'INTERN_EFTER_AVSANDARE' | 'SVARSTID_SAKNAS' | 'ANSTAND_KORTAR_TIDEN' | 'ANSTAND_SAKNAR_DAG' | 'VERSIONEN_FINNS_INTE' | 'SKAL_SAKNAS' | 'SAMMANTRADET_FINNS_INTE'
  | 'YTTRANDE_FAR_EJ_DELEGERAS' | 'UPPDRAG_SAKNAS' | 'EJ_BESLUTAD' | 'MOTTAGARE_SAKNAS' | 'RESERVATIONER_SAKNAS' | 'PRELIMINARA_SVARET' | 'REDAN_BESLUTAD';

type Oppen = Pick<Remiss, 'klass' | 'slag' | 'inkom' | 'svarstidAvsandare' | 'svarstidIntern' | 'yttrandeTill' | 'anstand' | 'status'> & {
  readonly skede: 'finns';
  readonly versioner: number;
  /** Decided by § (its day), or without the nämnd: which version, and when. */
  readonly beslut?: { readonly datum: string; readonly version?: number };
  readonly utskickade: readonly { readonly version: number; readonly preliminart: boolean }[];
};
type State = { readonly skede: 'finns inte' } | Oppen;

/** With these a § leaves the remiss unanswered. */
const SKJUTER_UPP: readonly string[] = ['bordlagga', 'aterremittera', 'inget_beslut', 'utga'];

/** A remiss that came in, and how it is answered: two times to keep, by the nämnd or by a delegate, or not at all (G). */
export const remiss: Decider<RemissCommand, State, RemissEvent, RemissHinder> = {
  category: 'remiss',
  facts: remissFacts,
  initialState: { skede: 'finns inte' },
  namnd: ({ type, data }) => (type === 'TaEmotRemiss' ? data.namnd : null),

  decide(command, state, { id, at }) {
    const { type, data } = command;
    const kid = `remiss:${id}`;
    const idag = lokaltDatum(at);
    const dagar = [...('datum' in data ? [data.datum] : []), ...('till' in data && data.till !== undefined ? [data.till] : []), ...(type === 'TaEmotRemiss' ? [data.inkom, data.svarstidAvsandare, data.svarstidIntern] : [])].filter((en) => en !== undefined);
    const ingenDag = dagar.map((en) => provaDatum(en)).find((en) => en !== undefined);
    if (ingenDag !== undefined) return { hinder: [ingenDag] };

    if (type === 'TaEmotRemiss') return state.skede === 'finns inte' ? mottagen(command, kid, idag) : refuse('REMISSEN_FINNS_REDAN', 'Remissen är redan mottagen.');
    if (state.skede === 'finns inte') return refuse('REMISSEN_FINNS_INTE', 'Remissen finns inte.');
    if (state.status === 'struken') return refuse('REMISSEN_AR_STRUKEN', 'Remissen är struken.');
    if ('skal' in data && type !== 'ValjSvarsvag' && type !== 'SkrivRemissvar' && blank(data.skal)) return noReason();
    if ('datum' in data && type !== 'NoteraRemissbeslut' && data.datum > idag) return refuse('DATUM_I_FRAMTIDEN', `Dagen ${data.datum} har inte varit än.`);
    if ('datum' in data && type !== 'NoteraRemissbeslut' && data.datum < state.inkom) return refuse('DATUM_I_FEL_ORDNING', `Dagen ${data.datum} ligger före den dag då remissen kom in, ${state.inkom}.`);
    if (state.status === 'avstatt' && type !== 'AterupptaRemiss') return refuse('REMISSEN_AR_BESVARAD', 'Nämnden har avstått från att yttra sig. Återuppta remissen först.');
    const besvarad = state.status === 'expedierad' ? refuse<RemissHinder>('REMISSEN_AR_BESVARAD', 'Svaret är expedierat.') : undefined;

    switch (type) {
      case 'TilldelaRemiss': return besvarad ?? [{ type: 'RemissTilldelad', data }];
      case 'ValjSvarsvag': return besvarad ?? [{ type: 'SvarsvagVald', data: { vag: data.vag, ...(data.skal !== undefined && { skal: seal(kid, data.skal) }) } }];
      case 'BegarAnstand': return besvarad ?? provaAnstand(state, data.svarstid, data.till) ?? [{ type: 'AnstandBegart', data }];
      case 'NoteraAnstand': {
        const till = data.till ?? state.anstand.findLast(({ svarstid, besvarat }) => svarstid === data.svarstid && besvarat === undefined)?.till;
        if (data.beviljat && till === undefined) return refuse('ANSTAND_SAKNAR_DAG', 'Ange till vilken dag anståndet gäller.');
        return besvarad ?? (data.beviljat ? provaAnstand(state, data.svarstid, till!) : undefined) ?? [{ type: 'AnstandBesvarat', data: { ...data, ...(data.beviljat && { till: till! }) } }];
      }
      case 'SkrivRemissvar': {
        if (besvarad !== undefined) return besvarad;
        if (state.beslut !== undefined && blank(data.skal)) return refuse('SKAL_SAKNAS', 'Svaret är beslutat. Ange skäl till en ny version.');
        return [{ type: 'RemissvarSkrivet', data: { version: state.versioner + 1, datum: data.datum, klass: state.klass, text: seal(kid, data.text), ...(data.skal !== undefined && { skal: seal(kid, data.skal) }) } }];
      }
      case 'NoteraRemisspunkt':
        if (data.motesdatum === undefined) return refuse('SAMMANTRADET_FINNS_INTE', 'Sammanträdet finns inte i nämnden.');
        return besvarad ?? [{ type: 'RemissPaDagordning', data: { ...data, motesdatum: data.motesdatum } }];
      case 'NoteraRemissbeslut':
        return [{ type: 'RemissBehandlad', data: { ...data, avgjord: !SKJUTER_UPP.includes(data.beslutstyp) } }];
      case 'BeslutaRemissvar': {
        if (besvarad !== undefined) return besvarad;
        if (state.beslut !== undefined) return refuse('REDAN_BESLUTAD', 'Svaret är redan beslutat.');
        if (data.version < 1 || data.version > state.versioner) return versionSaknas(data.version);
        const passed = uphold<RemissHinder>(command, kid, [
          data.av === 'delegat' && state.yttrandeTill === 'fullmaktige' && ejDelegat,
          data.av === 'ordforande' && data.delegationsbeslut === undefined && warning('UPPDRAG_SAKNAS', 'Ange ordförandebeslutet: det måste vila på nämndens uppdrag och anmälas vid nästa sammanträde (KL 6 kap. 39–40 §§).', 'KL 6 kap. 39–40 §§'),
        ]);
        return isRefusal(passed) ? passed : [{ type: 'RemissvarBeslutat', data: { ...data, ...passed } }];
      }
      case 'ExpedieraRemissvar': return besvarad ?? expedierad(command, state, kid);
      case 'AvstaFranYttrande': {
        if (besvarad !== undefined) return besvarad;
        const passed = uphold<RemissHinder>(command, kid, provaForsent(state, data.datum));
        return isRefusal(passed) ? passed : [{ type: 'YttrandeAvstatt', data: { datum: data.datum, skal: seal(kid, data.skal), ...passed } }];
      }
      case 'AterupptaRemiss':
        return state.status === 'avstatt' ? [{ type: 'RemissAterupptagen', data: { datum: data.datum, skal: seal(kid, data.skal) } }] : refuse('REMISSEN_AR_INTE_AVSTADD', 'Nämnden har inte avstått från att yttra sig.');
      case 'StrykRemiss':
        if (state.utskickade.length > 0) return refuse('REMISSEN_AR_BESVARAD', 'Ett svar har gått ut. Remissen kan inte strykas.');
        return [{ type: 'RemissStruken', data: { skal: seal(kid, data.skal) } }];
      default: return unknownCase(command as never);
    }
  },

  evolve(state, event): State {
    if (event.type === 'RemissMottagen') {
      const { klass, slag, inkom, svarstidAvsandare, svarstidIntern, yttrandeTill } = event.data;
      return {
        skede: 'finns', klass, slag, inkom, yttrandeTill, ...(svarstidAvsandare !== undefined && { svarstidAvsandare }), ...(svarstidIntern !== undefined && { svarstidIntern }),
        anstand: [], status: 'mottagen', versioner: 0, utskickade: [],
      };
    }
    if (state.skede === 'finns inte') return state;
    switch (event.type) {
      case 'RemissTilldelad': case 'SvarsvagVald': return state;
      case 'AnstandBegart': return { ...state, anstand: [...state.anstand, { svarstid: event.data.svarstid, till: event.data.till, begart: event.data.datum }] };
      case 'AnstandBesvarat': {
        const { svarstid, datum, beviljat, till = datum } = event.data;
        return { ...state, anstand: [...state.anstand.filter((ett) => ett.svarstid !== svarstid || ett.besvarat !== undefined), { svarstid, till, begart: datum, besvarat: datum, beviljat }] };
      }
      case 'RemissvarSkrivet': return { ...state, versioner: event.data.version };
      case 'RemissPaDagordning': return state;
      case 'RemissBehandlad': return event.data.avgjord ? { ...state, beslut: { datum: event.data.datum }, status: nasta(state, 'beslutad') } : state;
      case 'RemissvarBeslutat': return { ...state, beslut: { datum: event.data.datum, version: event.data.version }, status: nasta(state, 'beslutad') };
      case 'RemissvarExpedierat': {
        const { version, preliminart } = event.data;
        return { ...state, utskickade: [...state.utskickade, { version, preliminart }], status: preliminart ? 'preliminart_svar' : 'expedierad' };
      }
      case 'YttrandeAvstatt': return { ...state, status: 'avstatt' };
      case 'RemissAterupptagen': return { ...state, status: 'tilldelad' };
      case 'RemissStruken': return { ...state, status: 'struken' };
      default: return unknownCase(event);
    }
  },
};
/** What has been sent is not taken back by what is decided later. */
const nasta = ({ status }: Oppen, till: Remisstatus): Remisstatus => (status === 'expedierad' ? status : till);

type Outcome = readonly RemissEvent[] | Refusal<RemissHinder>;
const mottagen = (command: Extract<RemissCommand, { type: 'TaEmotRemiss' }>, kid: string, idag: string): Outcome => {
  const { arendet, rubrik, avsandare, fragor, ...data } = command.data;
  const { klass, inkom, svarstidAvsandare: a, svarstidIntern: i, derasNummer } = data;
  if (arendet === undefined) return refuse('ARENDET_FINNS_INTE', 'Ärendet finns inte i nämnden.');
  if (arendet.sekretess && klass === 'oppen') return refuse('SEKRETESS_KRAVS', 'Ärendet är sekretessmarkerat. Remissen ska vara sekretess.');
  if (inkom > idag) return refuse('DATUM_I_FRAMTIDEN', `Remissen kan inte ha kommit in ${inkom}: den dagen har inte varit än.`);
  if (derasNummer !== undefined && !NUMBER.test(derasNummer)) return refuse('NUMMER_HAR_FEL_FORM', 'Avsändarens nummer har bokstäver, siffror och tecknen / : . , _ - – och mellanslag, högst 40 tecken.');
  const passed = uphold<RemissHinder>(command, kid, [
    // FL 26: a remiss says what is to be answered and by when.
    a === undefined && i === undefined && warning('SVARSTID_SAKNAS', 'Remissen saknar svarstid. En remiss ska ange när den ska vara besvarad: fråga avsändaren (FL 26 §).', 'FL 26 §'),
    a !== undefined && i !== undefined && i > a && warning('INTERN_EFTER_AVSANDARE', `Den interna svarstiden ${i} ligger efter avsändarens ${a}.`),
    ...[a, i].map((tid) => tid !== undefined && tid < inkom && warning<RemissHinder>('DATUM_I_FEL_ORDNING', `Svarstiden ${tid} ligger före den dag då remissen kom in, ${inkom}. Kontrollera datum.`)),
  ]);
  if (isRefusal(passed)) return passed;
  return [{ type: 'RemissMottagen', data: { ...data, rubrik: seal(kid, rubrik), avsandare: seal(kid, avsandare), ...(fragor !== undefined && { fragor: seal(kid, fragor) }), ...passed } }];
};

const provaAnstand = (state: Oppen, svarstid: Svarstid, till: string): Refusal<RemissHinder> | undefined => {
  const tid = svarstid === 'avsandare' ? state.svarstidAvsandare : state.svarstidIntern;
  if (tid === undefined) return refuse('SVARSTID_SAKNAS', 'Den svarstiden är inte satt, så det finns inget att begära anstånd med.');
  return till > tid ? undefined : refuse('ANSTAND_KORTAR_TIDEN', `Anstånd till ${till} förlänger inte svarstiden ${tid}.`);
};

const expedierad = (command: Extract<RemissCommand, { type: 'ExpedieraRemissvar' }>, state: Oppen, kid: string): Outcome => {
  const { version, datum, satt, mottagare, preliminart = false, medReservationer = false, avviker, reservationer = 0 } = command.data;
  if (version < 1 || version > state.versioner) return versionSaknas(version);
  if (mottagare.length === 0) return refuse('MOTTAGARE_SAKNAS', 'Ange minst en mottagare.');
  if (!preliminart && state.beslut === undefined) return refuse('EJ_BESLUTAD', 'Svaret är inte beslutat. Skicka förvaltningens förslag som preliminärt svar, under förutsättning av nämndens beslut, om tiden kräver det.');
  if (preliminart && state.beslut !== undefined) return refuse('REDAN_BESLUTAD', 'Svaret är beslutat: skicka det beslutade svaret.');
  const beslutad = state.beslut?.version;
  const forra = state.utskickade.at(-1);
  const iTid = state.utskickade.length > 0;
  const passed = uphold<RemissHinder>(command, kid, [
    // What answered in time under förutsättning has kept the time; the nämnd's own answer follows it.
    ...(iTid ? [] : provaForsent(state, datum)),
    beslutad !== undefined && beslutad !== version && warning('VERSIONEN_FINNS_INTE', `Det är version ${beslutad} som är beslutad, inte version ${version}.`),
    !preliminart && reservationer > 0 && !medReservationer && warning('RESERVATIONER_SAKNAS', `${reservationer === 1 ? 'En reservation finns' : `${reservationer} reservationer finns`} i paragrafen. Svaret ska skickas med dem.`),
    forra?.preliminart === true && forra.version !== version && blank(avviker) && { kod: 'PRELIMINARA_SVARET', allvar: 'VARNING', text: 'Nämnden beslutade en annan version än den som skickades under förutsättning av nämndens beslut. Säg det först: vad som avviker.' },
  ]);
  if (isRefusal(passed)) return passed;
  return [{
    type: 'RemissvarExpedierat',
    data: { version, datum, satt, mottagare: mottagare.map((en) => seal(kid, en)), preliminart, reservationer: medReservationer ? reservationer : 0, ...(avviker !== undefined && { avviker: seal(kid, avviker) }), ...passed },
  }];
};

const versionSaknas = (version: number): Refusal<RemissHinder> => refuse('VERSIONEN_FINNS_INTE', `Svaret har ingen version ${version}.`);
const ejDelegat: Hinder<RemissHinder> = {
  kod: 'YTTRANDE_FAR_EJ_DELEGERAS', allvar: 'STOPP', text: 'Yttranden till fullmäktige får inte delegeras (KL 6 kap. 38 § 2).', lagrum: 'KL 6 kap. 38 § 2',
};
