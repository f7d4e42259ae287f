import { type Command, type Context, type Hinder, isRefusal, type Refusal, refuse, seal, unknownCase, uphold, warning } from '@klubba/kernel';
import { stod } from '@klubba/lagrum';
import { klockan } from './klockslag';
import { type NyAndring, andringen } from './sammantrade.andring.decider';
import { arEnligtForslag, avgor, OKAND, overklagandeslagFor, provaKf, provaVerb } from './sammantrade.beslut.decider';
import type { SammantradeEvent } from './sammantrade.events';
import { provaUtfall, vunnet } from './sammantrade.omrostning.decider';
import { nastaBokstav } from './sammantrade.paragrafnummer.decider';
import { skickat } from './sammantrade.protokoll.decider';
import { provaDistansVid } from './sammantrade.distans.decider';
import { provaAjournering } from './sammantrade.forlopp.decider';
import { andrad, enligtKl, finnsInte, forseglad, kallad, type Mote, nummer, type NyBeslutspunkt, type Punkt, punkten, type SammantradeHinder } from './sammantrade.mote.decider';
import { provaBeslutfor, provaErsatta, provaLedare, provaPlatser } from './sammantrade.narvaro.decider';
import { provaParter } from './sammantrade.part.decider';
import type { Beslutspunkt, Beslutstyp, Inlastbeslutstyp, Overklagandeslag, Punktslag } from './sammantrade.projection';
import { provaRummet } from './sammantrade.rummet.decider';
import { provaForslag } from './sammantrade.yrkanden.decider';

export type BehandlingCommand =
  | Command<'FattaBeslut', Beslutsdata>
  | Command<'SkrivUtBeslut', { punkt: string; beslutspunkter: readonly NyBeslutspunkt[] }>
  | Command<'KompletteraBeslut', { punkt: string; beslutspunkter: readonly NyBeslutspunkt[]; skal: string }>
  | Command<'RattaForeJustering', { punkt: string; beslutspunkt: number; text: string; slag: 'skrivfel' | 'saklig'; skal: string }>;

export type Beslutsdata<Typ = Beslutstyp> = {
  readonly punkt: string;
  readonly tid: string;
  readonly beslutstyp: Typ;
  readonly beslutspunkter: readonly NyBeslutspunkt[];
  readonly overklagandeslag?: Overklagandeslag;
  /** As in the minutes, when they differ from the agenda. */
  readonly rubrik?: string;
  readonly diarienummer?: string;
  readonly underlag?: readonly string[];
  readonly andringMotKallelse?: string;
  readonly beslutsmotivering?: string;
  /** The proposal that won. Absent: by the vote, or what ordföranden found. */
  readonly bifallet?: string;
  /** Its words are the proposal's. Absent: by the words of the points. */
  readonly enligtForslag?: boolean;
  /** The earlier decision that it changes (D8). */
  readonly andrar?: NyAndring;
};

type Outcome = readonly SammantradeEvent[] | Refusal<SammantradeHinder>;

export const decideBehandling = (command: BehandlingCommand, mote: Mote, _context: Context): Outcome => {
  const punkt = punkten(mote, command.data.punkt);
  if (punkt === undefined) return finnsInte;
  if (command.type === 'FattaBeslut') {
    const ett = beslutet(command.data, punkt, mote);
    if (isRefusal(ett)) return ett;
    const passed = uphold(command, `paragraf:${punkt.id}`, [...ett.funna, ...provaRunt(command.data, punkt, mote)]);
    return isRefusal(passed) ? passed : [{ type: 'BeslutFattat', data: { ...ett.data, ...passed } }];
  }

  const { beslut, klass } = punkt;
  const kid = `paragraf:${punkt.id}`;
  const namn = kallad(mote, punkt.id);
  if (beslut === undefined) return refuse('EJ_AVGJORD', `Klubban har inte fallit för ärende ${nummer(mote, punkt.id)}.`);
  // D8: what has been decided and justerat is never written over.
  if (punkt.omgang !== undefined) return refuse('REDAN_JUSTERAD', `Ett fattat beslut skrivs inte över. Fatta ett nytt beslut med hänvisning till ${namn} och ange lagrum.`);
  // C3: what is with the justerare is only mended.
  const skickad = skickat(mote, punkt.id);
  switch (command.type) {
    case 'SkrivUtBeslut': case 'KompletteraBeslut': {
      const { beslutspunkter } = command.data;
      if (beslut.utanParagraf === true) return refuse('UTAN_PARAGRAF', `Ärende ${nummer(mote, punkt.id)} har ingen paragraf: inget beslutades.`);
      if (beslut.antal > 0 && command.type === 'SkrivUtBeslut') return textAndrad(namn);
      if (beslut.antal === 0 && command.type === 'KompletteraBeslut') return refuse('EJ_AVGJORD', `Beslutet i ${namn} är inte utskrivet. Skriv ut det.`);
      if (skickad !== undefined) return refuse('SKICKAT_FOR_JUSTERING', `Protokollet med ${namn} skickades för justering ${skickad}. Texten kompletteras inte längre: rätta skrivfel, eller återkalla protokollet från justeringen.`);
      if (beslutspunkter.length === 0) return [];
      const passed = uphold(command, kid, provaKf(punkt, beslut.beslutstyp, beslutspunkter));
      if (isRefusal(passed)) return passed;
      const data = { punkt: punkt.id, klass, beslutspunkter: beslutspunkter.map(forseglad(kid)), ...passed };
      return [command.type === 'SkrivUtBeslut' ? { type: 'BeslutUtskrivet', data } : { type: 'BeslutKompletterat', data: { ...data, skal: seal(kid, command.data.skal) } }];
    }
    case 'RattaForeJustering': {
      const { beslutspunkt, text, slag, skal } = command.data;
      if (!(beslutspunkt >= 1 && beslutspunkt <= beslut.antal)) return refuse('BESLUTSPUNKTEN_FINNS_INTE', `Beslutet i ${namn} har ingen punkt ${beslutspunkt}.`);
      if (slag === 'saklig') return textAndrad(namn);
      const passed = uphold(command, kid, provaKf(punkt, beslut.beslutstyp, [{ text }]));
      return isRefusal(passed) ? passed : [{ type: 'BeslutstextRattad', data: { punkt: punkt.id, klass, beslutspunkt, text: seal(kid, text), skal: seal(kid, skal), ...passed } }];
    }
    default: return unknownCase(command);
  }
};

/** What a source of before Klubba says too little of: who led, who else was there, from where, and what an utskott may. */
const provaRunt = ({ beslutstyp, tid }: Beslutsdata, punkt: Punkt, mote: Mote): readonly (Hinder<SammantradeHinder> | false | undefined)[] => {
  if (punkt.utgatt) return [];
  return [
    ...provaDistansVid(mote, punkt.id, tid), ...provaRummet(mote, punkt), ...(avgor(beslutstyp) ? provaParter(mote, punkt) : []), ...provaLedare(mote, punkt.id, tid),
    beslutstyp === 'foresla_namnden' && mote.regler?.utskott === false && { kod: 'BARA_UTSKOTT_FORESLAR', allvar: 'STOPP', text: 'Bara ett utskott lämnar förslag till sin nämnd.' },
    avgor(beslutstyp) && mote.regler?.beredande === true && AVGJORDA.includes(punkt.slag) &&
      enligtKl(mote.datum, 'UTSKOTTET_BEREDER', `Utskottet får bara bereda: delegation saknas för ${kallad(mote, punkt.id)} (KL 6 kap. 41 §).`, 'KL 6 kap. 41 §'),
  ];
};
/** Items in which something is decided outwards; an utskott that only prepares still approves its agenda and chooses who signs. */
const AVGJORDA: readonly Punktslag[] = ['arende', 'remissvar', 'lex_sarah', 'val'];

/** The klubbslag as it lies in the fact, and what the rules have against it (A7, B1, D6). */
export const beslutet = <Typ extends Inlastbeslutstyp>(given: Beslutsdata<Typ>, punkt: Punkt, mote: Mote) => {
  const { tid, beslutstyp, beslutspunkter, overklagandeslag = overklagandeslagFor(punkt.slag, beslutstyp), rubrik, diarienummer, underlag, andringMotKallelse, beslutsmotivering, bifallet = vunnet(punkt), enligtForslag = arEnligtForslag(beslutstyp, beslutspunkter), andrar } = given;
  const nr = nummer(mote, punkt.id);
  const kid = `paragraf:${punkt.id}`;
  if (mote.skede === 'avslutat') return refuse<SammantradeHinder>('SAMMANTRADET_AR_AVSLUTAT', 'Sammanträdet är avslutat. Inget mer kan beslutas.');
  if (mote.skede !== 'oppet') return refuse<SammantradeHinder>('SAMMANTRADET_AR_EJ_OPPNAT', 'Sammanträdet är inte öppnat.');
  if (punkt.beslut !== undefined) return refuse<SammantradeHinder>('REDAN_AVGJORD', `Ärende ${nr} är redan avgjort.`);
  if (punkt.utgatt !== (beslutstyp === 'utga')) return refuse<SammantradeHinder>('PUNKTEN_HAR_UTGATT', punkt.utgatt ? `Ärende ${nr} har utgått och kan inte avgöras.` : `Ärende ${nr} har inte dragits ur.`);
  if (klockan(mote, tid) < klockan(mote, mote.senast)) return refuse<SammantradeHinder>('TIDEN_GAR_BAKLANGES', `Klubbslaget ${tid} ligger före det som redan har hänt vid sammanträdet (${mote.senast}).`);

  const fel = provaAjournering(mote) ?? provaForslag(punkt, bifallet);
  if (fel !== undefined) return fel;

  const andring = andrar && andringen(andrar, punkt, mote);
  if (andring !== undefined && isRefusal(andring)) return andring;
  const funna: readonly (Hinder<SammantradeHinder> | false | undefined)[] = [
    ...(punkt.utgatt ? [] : provaPlatser(mote, punkt.id, tid)),
    punkt.utgatt ? undefined : provaBeslutfor(mote, punkt.id, tid),
    ...provaKf(punkt, beslutstyp, beslutspunkter),
    ...(andring?.funna ?? []),
    provaVerb(punkt, beslutstyp, mote),
    ...(punkt.utgatt ? [] : provaErsatta(mote, punkt.id, tid)),
    ...(punkt.utgatt || OKAND.includes(beslutstyp) ? [] : provaUtfall(punkt, beslutstyp, bifallet, mote, tid)),
    punkt.sen?.beredd === false && punkt.myndighetsutovning && avgor(beslutstyp) && utrednText(mote.datum),
    punkt.sen?.faststalld === false && !punkt.utgatt && warning('SENT_ARENDE_EJ_FASTSTALLT', `Ärende ${nr} kom till efter kallelsen och är inte upptaget när dagordningen fastställdes. Ange skäl.`),
  ];
  return {
    funna,
    data: {
      punkt: punkt.id, ordning: mote.punkter.filter(({ beslut }) => beslut !== undefined).length + 1, datum: mote.datum, tid, beslutstyp,
      beslutspunkter: beslutspunkter.map(forseglad(kid)), overklagandeslag, ...(punkt.arende !== undefined && { arende: punkt.arende }), klass: punkt.klass,
      ...(rubrik !== undefined && { rubrik: seal(kid, rubrik) }), ...(diarienummer !== undefined && { diarienummer }),
      ...(underlag !== undefined && { underlag: underlag.map((en) => seal(kid, en)) }), ...(andringMotKallelse !== undefined && { andringMotKallelse: seal(kid, andringMotKallelse) }),
      ...(beslutsmotivering !== undefined && { beslutsmotivering: seal(kid, beslutsmotivering) }),
      ...(bifallet !== undefined && { bifallet }), ...(utanParagraf(punkt, beslutstyp, mote) && beslutspunkter.length === 0 && { utanParagraf: true }),
      ...(enligtForslag && { enligtForslag }), ...(andring !== undefined && { andrar: andring.data }),
      ...(punkt.grupp !== undefined && { underparagraf: { grupp: punkt.grupp, bokstav: nastaBokstav(mote, punkt.grupp) } }),
    },
  };
};

/** Which rows get a § is a setting of the nämnd; what is decided always has one (C1). */
const utanParagraf = ({ slag }: Punkt, beslutstyp: Inlastbeslutstyp, { utanParagraf: slagen = [] }: Mote): boolean => slagen.includes(slag) && (beslutstyp === 'inget_beslut' || beslutstyp === 'utga');

/** A7: FL 2017:900 is cited from its first day; of the law before it the table knows too little to stop anyone. */
const utrednText = (datum: string) => {
  const { citat, kontrollerat, allvar } = stod('forvaltningslag', datum);
  const stycke = kontrollerat ? 'FL 23, 25 §§' : citat;
  return { kod: 'ARENDET_EJ_UTRETT' as const, allvar, text: `Ärendet är inte utrett/kommunicerat (${stycke}). Bordlägg eller återremittera.`, lagrum: stycke };
};
/** C3: justering confirms what was decided at the gavel and does not change it (JO 3339-2013). */
const textAndrad = (namn: string): Refusal<SammantradeHinder> =>
  refuse('BESLUTSTEXT_ANDRAD', `Beslutstexten i ${namn} avviker från det som antecknades vid klubbslaget. Justering får inte ändra beslutet.`, 'JO 3339-2013');
export const evolveBehandling = (mote: Mote, event: Extract<SammantradeEvent, { type: 'BeslutFattat' | 'BeslutUtskrivet' | 'BeslutKompletterat' | 'BeslutstextRattad' }>): Mote => {
  switch (event.type) {
    case 'BeslutFattat': {
      const { punkt, ordning, tid, beslutstyp, overklagandeslag, beslutspunkter, bifallet, enligtForslag, andrar, underparagraf, utanParagraf: utan } = event.data;
      return andrad({ ...mote, senast: tid }, punkt, () => ({ beslut: {
        ordning, tid, beslutstyp, overklagandeslag, ...skrivna(beslutspunkter), ...(bifallet !== undefined && { bifallet }), ...(enligtForslag === true && { enligtForslag }),
        ...(andrar !== undefined && { andrar: { paragraf: andrar.paragraf, grund: andrar.grund } }), ...(underparagraf !== undefined && { bokstav: underparagraf.bokstav }), ...(utan === true && { utanParagraf: true }),
      } }));
    }
    case 'BeslutUtskrivet': case 'BeslutKompletterat': return andrad(mote, event.data.punkt, ({ beslut }) => (beslut === undefined ? {} : { beslut: { ...beslut, ...skrivna(event.data.beslutspunkter) } }));
    case 'BeslutstextRattad': return mote;
    default: return unknownCase(event);
  }
};
const skrivna = (beslutspunkter: readonly Beslutspunkt[]): { readonly antal: number; readonly omedelbar: boolean } => ({
  antal: beslutspunkter.length, omedelbar: beslutspunkter.some(({ omedelbarJustering }) => omedelbarJustering === true),
});
