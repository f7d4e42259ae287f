import { refuse, seal, type Sekretessklass } from '@klubba/kernel';
import type { Beslutspunkt, Franvaro, Inlastbeslutstyp, Overklagandeslag, Pass, Punktslag, Skede } from './sammantrade.projection';

/** What later decisions need to know of an item. */
export type Punkt = {
  readonly id: string;
  readonly slag: Punktslag;
  readonly klass: Sekretessklass;
  readonly harDiarienummer: boolean;
  readonly utanDiarienummer: boolean;
  readonly arende?: string;
  readonly tjansteskrivelseDatum?: string;
  readonly myndighetsutovning: boolean;
  readonly kraverKf: boolean;
  readonly sen?: { readonly beredd: boolean; readonly faststalld: boolean };
  readonly utgatt: boolean;
  readonly beslut?: {
    readonly ordning: number;
    readonly tid: string;
    readonly beslutstyp: Inlastbeslutstyp;
    readonly overklagandeslag: Overklagandeslag;
    /** How many decision points are written out. */
    readonly antal: number;
    /** One of them says that the § is justerad at once (C4). */
    readonly omedelbar: boolean;
  };
  readonly paragraf?: { readonly ar: number; readonly nr: number };
  /** The justering it was part of. */
  readonly omgang?: number;
};
export type Narvarande = { readonly person: string; readonly pass: readonly Pass[] };
export type Anslag = { readonly datum: string; readonly nedtaget?: string; readonly brutet: boolean };
/** A protocol; it has no `datum` until it is justerat. */
export type Omgang = { readonly omedelbar: boolean; readonly datum?: string; readonly punkter: readonly string[]; readonly anslag: readonly Anslag[] };

/** A meeting as its rules see it: no texts and nothing sealed. */
export type Mote = {
  readonly skede: Skede;
  readonly datum: string;
  /** The latest clock time at the meeting so far: no klubbslag falls before it. */
  readonly senast: string;
  /** As fullmäktige had set it on the day of the meeting; 0 until the meeting is opened. */
  readonly antalLedamoter: number;
  readonly omedelbarJustering: boolean;
  readonly kallelser: number;
  readonly kallelsedatum?: string;
  /** In the order of the agenda: an item's number is its place, from 1. */
  readonly punkter: readonly Punkt[];
  readonly block: readonly (readonly string[])[];
  readonly narvaro: readonly Narvarande[];
  readonly franvaro: readonly Franvaro[];
  /** Those noted who are not elected. */
  readonly ovriga: readonly string[];
  /** Omgång n stands at n − 1. */
  readonly omgangar: readonly Omgang[];
};
export type Sammantrade = { readonly skede: 'finns inte' } | Mote;

/** Everything that can stop or warn, in words a secretary would use. */
export type SammantradeHinder =
  | 'SAMMANTRADET_FINNS_REDAN' | 'SAMMANTRADET_FINNS_INTE' | 'SAMMANTRADET_AR_INSTALLT' | 'SAMMANTRADET_AR_EJ_OPPNAT' | 'SAMMANTRADET_AR_OPPNAT' | 'SAMMANTRADET_AR_AVSLUTAT' | 'SAMMANTRADET_PAGAR'
  | 'NAMNDEN_FINNS_INTE' | 'REGLEMENTE_SAKNAS' | 'DATUM_FINNS_INTE' | 'FEL_DAG' | 'TIDEN_GAR_BAKLANGES'
  | 'KALLELSE_SEN' | 'KALLELSE_SAKNAR_MOTTAGARE' | 'KALLELSE_SAKNAR_FALT' | 'KALLELSE_SAKNAS'
  | 'PUNKTEN_FINNS_INTE' | 'PUNKTEN_HAR_UTGATT' | 'ARENDENUMMER_EJ_I_FOLJD' | 'NUMREN_LIGGER_FAST' | 'SEKRETESSBLOCK_OPPET' | 'SEKRETESSBLOCK_ANTAL' | 'SKAL_SAKNAS'
  | 'SENT_ARENDE_SAKNAR_SKAL' | 'SENT_ARENDE_EJ_FASTSTALLT' | 'ARENDET_EJ_UTRETT' | 'HANDLINGAR_DELAS_UT' | 'DATUM_I_FEL_ORDNING'
  | 'ARENDET_FINNS_INTE' | 'TJANSTESKRIVELSEN_FINNS_INTE' | 'DIARIENUMMER_OLIKA' | 'SEKRETESS_KRAVS' | 'SEKRETESSLAGRUM_SAKNAS'
  | 'EJ_FORTROENDEVALD' | 'EJ_ANTECKNAD' | 'ERSATTER_SAKNAS' | 'LEDAMOT_ERSATTER_INGEN' | 'PLATSEN_FINNS_INTE' | 'PLATSEN_UPPTAGEN' | 'TVA_PLATSER' | 'FLER_AN_PLATSERNA' | 'EJ_BESLUTFOR'
  | 'REDAN_AVGJORD' | 'EJ_AVGJORD' | 'AVGORS_AV_KF' | 'BESLUTSTEXT_ANDRAD' | 'BESLUTSPUNKTEN_FINNS_INTE' | 'HAR_REDAN_NUMMER' | 'EJ_NUMRERAD' | 'ARENDEN_EJ_AVGJORDA'
  | 'INGET_ATT_JUSTERA' | 'REDAN_JUSTERAD' | 'JUSTERARE_SAKNAS' | 'JUSTERARE_EJ_NARVARANDE' | 'PARAGRAF_SAKNAR_FALT' | 'JUSTERING_FORE_SAMMANTRADE' | 'JUSTERING_SEN'
  | 'PARAGRAFEN_EJ_UTSKRIVEN' | 'EJ_SAMMA_DAG' | 'BESLUTSPUNKT_OM_JUSTERING_SAKNAS' | 'OMEDELBAR_JUSTERING_EJ_MEDGIVEN'
  | 'OVRIG_NARVARO_FINNS_INTE' | 'TALET_ORIMLIGT' | 'PROTOKOLLET_UPPRATTAT' | 'EJ_JUSTERAT' | 'INTE_FORE_START' | 'KALLA_SAKNAS' | 'NUMMER_EJ_INLAST'
  | 'OMGANGEN_FINNS_INTE' | 'REDAN_ANSLAGET' | 'EJ_ANSLAGET' | 'ANSLAG_FORE_JUSTERING' | 'ANSLAG_SENT' | 'REDAN_NEDTAGET' | 'ANSLAG_TAS_NED_FOR_TIDIGT' | 'ANSLAG_BRUTET';

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
  const klara = mote.punkter.filter(({ beslut }) => beslut !== undefined);
  const egen = klara.find(({ id }) => id === punkt);
  const ordning = egen?.beslut?.ordning ?? klara.length + 1;
  const kand = egen?.paragraf !== undefined ? egen : klara.find(({ paragraf }) => paragraf !== undefined);
  return kand?.paragraf === undefined ? `ärende ${nummer(mote, punkt)}` : `§ ${kand.paragraf.nr + ordning - kand.beslut!.ordning}`;
};

/** A point of a decision, or of a proposal, in plain words. */
export type NyBeslutspunkt = { readonly text: string; readonly verb?: string; readonly subjekt?: string; readonly underpunkter?: number; readonly omedelbarJustering?: boolean };
export const forseglad = (kid: string) => ({ text, verb, subjekt, underpunkter, omedelbarJustering }: NyBeslutspunkt): Beslutspunkt => ({
  text: seal(kid, text), ...(verb !== undefined && { verb: seal(kid, verb) }), ...(subjekt !== undefined && { subjekt: seal(kid, subjekt) }),
  ...(underpunkter !== undefined && { underpunkter }), ...(omedelbarJustering === true && { omedelbarJustering }),
});
