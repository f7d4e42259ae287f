import { type Hinder, refuse, seal, type Sekretessklass } from '@klubba/kernel';
import { type OffentligtBeslutshinder, stod } from '@klubba/lagrum';
import type { REGISTER } from './sammantrade.gemensamt.events';
import type { Andringsgrund, Beslutspunkt, Beslutstyp, Franvaro, Inlastbeslutstyp, Narvaroslag, Omrostningsslag, Overklagandeslag, Pass, Punktslag, Regler, Skede, Yrkandeslag } from './sammantrade.projection';

/** The entry of a register that an item concerns. */
export type Galler = { readonly slag: (typeof REGISTER)[number]; readonly id: string };
/** What later decisions need to know of an item. */
export type Punkt = {
  readonly id: string;
  readonly slag: Punktslag;
  readonly klass: Sekretessklass;
  /** The provision that its marking names, as `26:1`. */
  readonly sekretesslagrum?: string | undefined;
  readonly harDiarienummer: boolean;
  readonly utanDiarienummer: boolean;
  readonly arende?: string;
  readonly galler?: Galler;
  readonly tjansteskrivelseDatum?: string;
  readonly myndighetsutovning: boolean;
  readonly kraverKf: boolean;
  /** The words of a proposal stand on the agenda. */
  readonly forslag?: true;
  /** The § by which another organ proposed it. */
  readonly forslagFran?: string;
  readonly sen?: { readonly beredd: boolean; readonly faststalld: boolean };
  readonly utgatt: boolean;
  /** Said of this very item: open to the public, or not. */
  readonly oppet?: boolean;
  readonly beslut?: {
    readonly ordning: number;
    readonly tid: string;
    readonly beslutstyp: Inlastbeslutstyp;
    readonly overklagandeslag: Overklagandeslag;
    /** How many decision points are written out. */
    readonly antal: number;
    /** One of them says that the § is justerad at once (C4). */
    readonly omedelbar: boolean;
    readonly bifallet?: string;
    readonly utanParagraf?: boolean;
    readonly enligtForslag?: true;
    readonly andrar?: { readonly paragraf: string; readonly grund: Andringsgrund };
    readonly bokstav?: string;
  };
  readonly behandling?: Behandling;
  readonly rummet?: Rummet;
  readonly paragraf?: { readonly ar: number; readonly nr: number };
  /** One of several under one number; see UnderparagraferSatta. */
  readonly grupp?: string;
  /** What is left out of it in public. */
  readonly maskningar?: readonly string[];
  /** Its decision may be read by all, though it is secret (OSL 26:7). */
  readonly offentligt?: boolean;
  /** The justering it was part of. */
  readonly omgang?: number;
};
/** Who else may be in the room at an item, and what is known of its parties (B6). */
export type Rummet = {
  readonly medgivna: readonly { readonly slag: Narvaroslag; readonly overlaggning: boolean }[];
  /** What it is to those who represent the staff: whether it is theirs, and whether KL 7:14 keeps them out. */
  readonly personal?: { readonly arbetsgivarfraga: boolean; readonly obestamdKrets: boolean; readonly undantaget: boolean };
  readonly parter: readonly Part[];
};
export type Part = { readonly id: string; readonly lag: 'sol' | 'lss'; readonly informerad: boolean; readonly begart: boolean; readonly nekad: boolean; readonly hord: boolean };
export const rummet = ({ rummet: ett = { medgivna: [], parter: [] } }: Pick<Punkt, 'rummet'>): Rummet => ett;
/** What was wanted of an item and how it was put, until and after the klubbslag. */
export type Behandling = {
  readonly yrkanden: readonly { readonly id: string; readonly slag: Yrkandeslag; readonly av: readonly string[]; readonly aterkallat: boolean }[];
  readonly propositionsordning: boolean;
  /** The steps of the beslutsgång: the proposals of each, and which was found carried. */
  readonly steg: readonly { readonly mellan: readonly string[]; readonly bifallet?: string }[];
  readonly begard: boolean;
  readonly omrostningar: readonly Omrostning[];
  readonly deltarInte: readonly string[];
  readonly reservationer: readonly { readonly id: string; readonly av: readonly string[]; readonly motivering: 'ingen' | 'väntas' | 'finns' }[];
  readonly anteckningar?: readonly string[];
};
export type Omrostning = {
  readonly slag: Omrostningsslag;
  readonly huvudforslag?: string;
  readonly motforslag?: string;
  readonly utfall: 'ja' | 'nej';
  readonly sluten: boolean;
  /** Who voted how, in an open vote. */
  readonly roster: readonly { readonly person: string; readonly rost: 'ja' | 'nej' | 'avstar' }[];
};
const OBEHANDLAD: Behandling = { yrkanden: [], propositionsordning: false, steg: [], begard: false, omrostningar: [], deltarInte: [], reservationer: [] };
export const behandlingen = ({ behandling = OBEHANDLAD }: Pick<Punkt, 'behandling'>): Behandling => behandling;
export type Narvarande = { readonly person: string; readonly pass: readonly Pass[]; readonly roll?: 'ordforande' | 'forste_vice_ordforande' | 'andre_vice_ordforande' };
export type OvrigtNarvarande = { readonly id: string; readonly slag: Narvaroslag; readonly antal: number; readonly punkter?: readonly string[]; readonly javig: readonly string[] };
export type Ajournering = { readonly fran: string; readonly till?: string };
export type Anslag = { readonly datum: string; readonly nedtaget?: string; readonly brutet: boolean };
/** A protocol; it has no `datum` until it is justerat. */
export type Omgang = {
  readonly omedelbar: boolean;
  /** When it was sent for justering. */
  readonly skickad?: string;
  readonly datum?: string;
  readonly punkter: readonly string[];
  readonly anslag: readonly Anslag[];
  /** It is on the web. */
  readonly publicerad?: true;
};

/** A meeting as its rules see it: no texts and nothing sealed. */
export type Mote = {
  readonly skede: Skede;
  readonly datum: string;
  /** When it was opened. */
  readonly oppnat?: string;
  /** The latest clock time at the meeting so far: no klubbslag falls before it. */
  readonly senast: string;
  /** As fullmäktige had set it on the day of the meeting; 0 until the meeting is opened. */
  readonly antalLedamoter: number;
  readonly omedelbarJustering: boolean;
  /** Of a meeting that was opened before these were kept, nothing is known of them. */
  readonly regler?: Regler;
  /** When it ended, once it has. */
  readonly slut?: string;
  /** What was put on the board of it beforehand (A9). */
  readonly tillkannagivna?: readonly { readonly innehall: 'sammantrade' | 'beslutsunderlag'; readonly datum: string; readonly nedtaget?: string }[];
  readonly kallelser: number;
  readonly kallelsedatum?: string;
  /** In the order of the agenda: an item's number is its place, from 1. */
  readonly punkter: readonly Punkt[];
  readonly block: readonly (readonly string[])[];
  readonly narvaro: readonly Narvarande[];
  readonly franvaro: readonly Pick<Franvaro, 'punkt' | 'person' | 'skal' | 'ersattsAv' | 'ledsAv'>[];
  /** Those chosen to sign. */
  readonly utsedda?: readonly string[];
  /** Those noted who are not elected. */
  readonly ovriga: readonly OvrigtNarvarande[];
  readonly ajourneringar?: readonly Ajournering[];
  readonly motesordforande?: readonly { readonly person: string; readonly punkter?: readonly string[] }[];
  /** Omgång n stands at n − 1. */
  readonly omgangar: readonly Omgang[];
  /** It was asked for by those whom it must be held for (A1). */
  readonly maste?: boolean;
  /** The nämnd's meetings are open as a rule (A8). */
  readonly oppetSomRegel?: boolean;
  /** When the papers were to be in. */
  readonly stopp?: { readonly dag: string; readonly tid?: string };
  /** Kallelse n stands at n − 1. */
  readonly utskick?: readonly Utskick[];
  readonly forhinder?: readonly string[];
  readonly inkallade?: readonly Inkallad[];
  /** Rows of these kinds get no § when nothing is decided. */
  readonly utanParagraf?: readonly Punktslag[];
};
/** What a kallelse was, and whom it has reached. */
export type Utskick = { readonly datum: string; readonly kallade: readonly string[]; readonly punkter: readonly string[]; readonly kvitton: readonly { readonly person: string; readonly lage: string; readonly satt: string }[]; readonly hamtat: readonly string[];
  /** Of the kallade, those who are sent what is open (B6). */
  readonly personalforetradare?: readonly string[];
};
/** An ersättare called in for a ledamot before the meeting. */
export type Inkallad = { readonly ersattare: string; readonly ledamot: string };
export type Sammantrade = { readonly skede: 'finns inte' } | Mote;

/** What a register has against an item on this meeting's agenda. */
export type RegisterHinder = 'SVARSTID_FORE_SAMMANTRADE';
/** Everything that can stop or warn, in words a secretary would use. */
export type SammantradeHinder =
  | 'SAMMANTRADET_FINNS_REDAN' | 'SAMMANTRADET_FINNS_INTE' | 'SAMMANTRADET_AR_INSTALLT' | 'SAMMANTRADET_AR_EJ_OPPNAT' | 'SAMMANTRADET_AR_OPPNAT' | 'SAMMANTRADET_AR_AVSLUTAT' | 'SAMMANTRADET_PAGAR'
  | 'NAMNDEN_FINNS_INTE' | 'REGLEMENTE_SAKNAS' | 'DATUM_FINNS_INTE' | 'FEL_DAG' | 'TIDEN_GAR_BAKLANGES' | 'KLOCKSLAGET_FINNS_INTE'
  | 'KALLELSE_SEN' | 'KALLELSE_SAKNAR_MOTTAGARE' | 'KALLELSE_SAKNAR_FALT' | 'KALLELSE_SAKNAS'
  | 'PUNKTEN_FINNS_INTE' | 'PUNKTEN_HAR_UTGATT' | 'ARENDENUMMER_EJ_I_FOLJD' | 'NUMREN_LIGGER_FAST' | 'SEKRETESSBLOCK_OPPET' | 'SEKRETESSBLOCK_ANTAL' | 'SKAL_SAKNAS'
  | 'SENT_ARENDE_SAKNAR_SKAL' | 'SENT_ARENDE_EJ_FASTSTALLT' | 'ARENDET_EJ_UTRETT' | 'HANDLINGAR_DELAS_UT' | 'DATUM_I_FEL_ORDNING'
  | RegisterHinder | 'POSTEN_FINNS_INTE'
  | 'ARENDET_FINNS_INTE' | 'TJANSTESKRIVELSEN_FINNS_INTE' | 'DIARIENUMMER_OLIKA' | 'SEKRETESS_KRAVS' | 'SEKRETESSLAGRUM_SAKNAS'
  | 'EJ_FORTROENDEVALD' | 'EJ_ANTECKNAD' | 'ERSATTER_SAKNAS' | 'LEDAMOT_ERSATTER_INGEN' | 'PLATSEN_FINNS_INTE' | 'PLATSEN_UPPTAGEN' | 'TVA_PLATSER' | 'FLER_AN_PLATSERNA' | 'EJ_BESLUTFOR'
  | 'REDAN_AVGJORD' | 'EJ_AVGJORD' | 'AVGORS_AV_KF' | 'BESLUTSTEXT_ANDRAD' | 'BESLUTSPUNKTEN_FINNS_INTE' | 'HAR_REDAN_NUMMER' | 'EJ_NUMRERAD' | 'ARENDEN_EJ_AVGJORDA'
  | 'YRKANDET_FINNS_INTE' | 'YRKANDET_ATERKALLAT' | 'FORSLAGET_PROVAT' | 'NAMN_SAKNAS' | 'KLOCKSLAG_SAKNAS' | 'STEGET_AR_TOMT' | 'EJ_TJANSTGORANDE' | 'JAVIG' | 'JAVSGRUND_GALLER_INTE' | 'JAVIG_ERSATTS_EJ' | 'JAVIG_JUSTERAR'
  | 'OMROSTNING_FOR_SEN' | 'OMROSTNING_SKA_VARA_SLUTEN' | 'OMROSTNING_SKA_VARA_OPPEN' | 'ROSTERNA_STAMMER_INTE' | 'TVA_ROSTER' | 'AVSTA_EJ_TILLATET' | 'ORDFORANDEN_SKA_ROSTA' | 'LOTTNING_KRAVS' | 'SAMMA_FORSLAG'
  | 'UTFALLET_STAMMER_INTE' | 'OMROSTNING_EJ_GENOMFORD' | 'BESLUTET_STAMMER_INTE' | 'MINORITETSATERREMISS' | 'MOTFORSLAG_EJ_UTSETT'
  | 'RESERVATION_FOR_SEN' | 'RESERVATION_EJ_DELTAGIT' | 'RESERVATIONEN_FINNS_INTE' | 'RESERVERAR_SIG_MOT_SIN_ROST' | 'MOTIVERING_SAKNAS' | 'HAR_RESERVERAT_SIG' | 'YTTRANDE_FOR_SENT' | 'ANTECKNING_EJ_MEDGIVEN'
  | 'INGET_ATT_JUSTERA' | 'REDAN_JUSTERAD' | 'JUSTERARE_SAKNAS' | 'JUSTERARE_EJ_NARVARANDE' | 'PARAGRAF_SAKNAR_FALT' | 'JUSTERING_FORE_SAMMANTRADE' | 'JUSTERING_SEN'
  | 'PARAGRAFEN_EJ_UTSKRIVEN' | 'EJ_SAMMA_DAG' | 'BESLUTSPUNKT_OM_JUSTERING_SAKNAS' | 'OMEDELBAR_JUSTERING_EJ_MEDGIVEN'
  | 'BEGARAN_FINNS_INTE' | 'SAMMANTRADE_MASTE_HALLAS' | 'KALLELSESLAG_STAMMER_INTE' | 'TILLAGGSLISTA_TOM' | 'DELEGATIONSANMALAN_SAKNAS' | 'HANDLING_SAKNAS' | 'DATUM_I_TEXTEN' | 'DAGEN_EFTER_SAMMANTRADET' | 'EFTER_STOPPTID' | 'ARSHJULSPOSTEN_FINNS_INTE'
  | 'KALLELSEN_FINNS_INTE' | 'EJ_KALLAD' | 'KVITTO_FORE_KALLELSEN' | 'KVITTO_I_FEL_ORDNING' | 'INGET_FORHINDER' | 'HAR_FORHINDER' | 'INKALLELSEORDNING' | 'ERSATTAREN_EJ_KALLAD'
  | 'MASTE_VARA_STANGT' | 'OPPET_EJ_MEDGIVET' | 'NAMNDBESLUT_SAKNAS' | 'ANSLAGSTAVLANS_INNEHALL' | 'EJ_TILLKANNAGIVET' | 'SEKRETESS_PUBLICERAS' | 'UTAN_PARAGRAF'
  | 'INKALLELSEORDNING_FRANGAS' | 'AVBRUTEN_TJANSTGORING' | 'SENT_INTRADE_EJ_TILLATET' | 'BYTE_INOM_PUNKT' | 'DISTANS_EJ_TILLATEN' | 'DISTANS_EJ_LIKA_VILLKOR' | 'DISTANS_EJ_I_SEKRETESS' | 'SLUTEN_OMROSTNING_PA_DISTANS'
  | 'UPPROPET_AR_FOR_SENT' | 'BADE_INNE_OCH_BORTA' | 'SAMMANTRADET_AR_AJOURNERAT' | 'SAMMANTRADET_AR_EJ_AJOURNERAT' | 'KLUBBSLAG_UNDER_AJOURNERING' | 'ORDFORANDE_SAKNAS' | 'LEDAREN_JUSTERAR_INTE'
  | 'PERSONALFORETRADARE_EJ_NARVARO' | 'PERSONALNARVARO_EJ_BESLUTAD' | 'PERSONALFORETRADARE_FOR_MANGA' | 'PERSONALFORETRADARE_EJ_KALLADE' | 'SEKRETESS_EJ_TILL_PERSONAL' | 'INSYNSPLATS_EJ_MEDGIVEN' | 'OVERLAGGNING_EJ_MEDGIVEN' | 'PARTEN_FINNS_INTE' | 'PART_EJ_INFORMERAD' | 'PARTENS_BEGARAN_OBESVARAD'
  | 'JAV_SKAL_STAMMER_INTE' | 'JAVIG_DELTAR_I_JAVSFRAGAN' | 'FORETAGSUNDANTAG_EJ_TILLATET' | 'FACKLIGT_EJ_JAV' | 'ANTECKNAT_FINNS_INTE' | 'VERBET_STAMMER_INTE' | 'AVVIKANDE_MENING_EJ_FL' | 'UTSKOTTET_BEREDER' | 'BARA_UTSKOTT_FORESLAR'
  | 'OVRIG_NARVARO_FINNS_INTE' | 'TALET_ORIMLIGT' | 'PROTOKOLLET_UPPRATTAT' | 'EJ_JUSTERAT' | 'INTE_FORE_START' | 'KALLA_SAKNAS' | 'NUMMER_EJ_INLAST'
  | 'LAGGS_TILL_HANDLINGARNA' | 'FORSLAGETS_TEXT_SAKNAS' | 'PUNKTEN_AVGOR_KF_ARENDET' | 'SKICKAT_FOR_JUSTERING' | 'EJ_SKICKAT_FOR_JUSTERING'
  | 'JUSTERINGSDAGEN_STAMMER_INTE' | 'UNDERSKRIFT_SAKNAS' | 'UNDERTECKNAT_FINNS_INTE' | 'UNDERTECKNAT_SKILJER_SIG' | 'UNDERTECKNAT_ANDRAT'
  | 'ANDRAT_BESLUT_FINNS_INTE' | 'ANDRAR_SIG_SJALV' | 'FL_GALLER_INTE' | 'GRUNDEN_GALLER_INTE' | 'GYNNANDE_BESLUT_TILL_NACKDEL' | 'BESLUTET_OVERKLAGAT'
  | 'PARAGRAFEN_FINNS_INTE' | 'INGET_FORSLAG' | 'FORSLAG_EJ_JUSTERAT' | 'FORSLAG_REDAN_KNUTET' | 'UNDERPARAGRAFER_FOR_FA'
  | 'MASKNINGEN_FINNS_INTE' | 'GRANSKAT_HAR_ANDRATS' | 'REDAN_PUBLICERAT' | 'EJ_PUBLICERAT' | 'JUSTERARE_EJ_UTSEDDA' | 'EJ_OMEDELBART_JUSTERAD'
  | OffentligtBeslutshinder | 'OMGANGEN_FINNS_INTE' | 'REDAN_ANSLAGET' | 'EJ_ANSLAGET' | 'ANSLAG_FORE_JUSTERING' | 'ANSLAG_SENT' | 'REDAN_NEDTAGET' | 'ANSLAG_TAS_NED_FOR_TIDIGT' | 'ANSLAG_BRUTET';

export const finnsInte = refuse<SammantradeHinder>('PUNKTEN_FINNS_INTE', 'Punkten finns inte på dagordningen.');
export const nummer = ({ punkter }: Mote, punkt: string): number => punkter.findIndex(({ id }) => id === punkt) + 1;
export const punkten = ({ punkter }: Mote, punkt: string): Punkt | undefined => punkter.find(({ id }) => id === punkt);
export const andrad = (mote: Mote, punkt: string, news: (punkt: Punkt) => Partial<Punkt>): Mote => ({
  ...mote, punkter: mote.punkter.map((en) => (en.id === punkt ? { ...en, ...news(en) } : en)),
});

/**
 * How a text names an item. § numbers come from the series after the klubbslag, and agenda numbers are not § numbers (C2): before that it is
 * the § that comes next in this meeting, and before the first one the item's number on the agenda.
 */
export const kallad = (mote: Mote, punkt: string): string => {
  const klara = mote.punkter.filter(({ beslut }) => beslut !== undefined && beslut.utanParagraf !== true);
  const egen = klara.find(({ id }) => id === punkt);
  const kand = egen?.paragraf !== undefined ? egen : klara.find(({ paragraf }) => paragraf !== undefined);
  if (kand?.paragraf === undefined || punkten(mote, punkt)?.beslut?.utanParagraf === true) return `ärende ${nummer(mote, punkt)}`;
  const { bokstav } = egen?.beslut ?? {};
  return `§ ${egen === kand ? kand.paragraf.nr : kand.paragraf.nr + numret(klara, punkten(mote, punkt)!) - numret(klara, kand)}${bokstav === undefined ? '' : ` ${bokstav}`}`;
};
/** Which number of this meeting an item has or gets, from 1: those of a group have one together. */
const numret = (klara: readonly Punkt[], { id, grupp = id }: Punkt): number => {
  const nummer = new Set([...klara].sort((a, b) => a.beslut!.ordning - b.beslut!.ordning).map((en) => en.grupp ?? en.id));
  return [...nummer.add(grupp)].indexOf(grupp) + 1;
};

/** A point of a decision, or of a proposal, in plain words. */
export type NyBeslutspunkt = { readonly text: string; readonly verb?: string; readonly subjekt?: string; readonly beslutstyp?: Beslutstyp; readonly underpunkter?: number; readonly omedelbarJustering?: boolean };
export const forseglad = (kid: string) => ({ text, verb, subjekt, beslutstyp, underpunkter, omedelbarJustering }: NyBeslutspunkt): Beslutspunkt => ({
  text: seal(kid, text), ...(beslutstyp !== undefined && { beslutstyp }), ...(verb !== undefined && { verb: seal(kid, verb) }), ...(subjekt !== undefined && { subjekt: seal(kid, subjekt) }),
  ...(underpunkter !== undefined && { underpunkter }), ...(omedelbarJustering === true && { omedelbarJustering }),
});

/** What was noted of how an item was treated, changed. */
export const behandlad = (mote: Mote, punkt: string, news: (behandling: Behandling) => Partial<Behandling>): Mote =>
  andrad(mote, punkt, (en) => ({ behandling: { ...behandlingen(en), ...news(behandlingen(en)) } }));

/** Several persons in a text: their names, as they will be put there. */
export const tillPersoner = (personer: readonly string[]): string => personer.map((person) => `{person:${person}}`).join(', ').replace(/, (?=[^,]*$)/, ' och ');

/** A rule of kommunallagen by its section. Before 2018 the sections were others, and none of them is verified: then it warns, and says so. */
export const enligtKl = <K extends SammantradeHinder>(datum: string, kod: K, text: string, lagrum: string): Hinder<K> => {
  const { citat, allvar } = stod('kommunallag', datum);
  const galler = allvar === 'STOPP' ? lagrum : citat;
  return { kod, allvar, text: text.replace(lagrum, galler), lagrum: galler };
};
