import { type Command, type Context, isRefusal, type Refusal, refuse, seal, unknownCase, uphold } from '@klubba/kernel';
import { provaForslagstext } from './sammantrade.beslut.decider';
import type { SammantradeEvent } from './sammantrade.events';
import { arAvgjord, type Avgjord, provaInnehall } from './sammantrade.innehall.decider';
import { finnsInte, kallad, type Mote, nummer, type Omgang, type Punkt, punkten, type SammantradeHinder } from './sammantrade.mote.decider';
import { ejOppnat } from './sammantrade.narvaro.decider';
import type { Signaturroll } from './sammantrade.projection';

export type ProtokollCommand =
  | Command<'UpprattaProtokoll', { omedelbar: boolean; punkter?: readonly string[]; justerare?: readonly string[] }>
  /** `underlag`: the items whose § has a handling attached. */
  | Command<'SkickaForJustering', Protokollval & { readonly datum: string; readonly justerare?: readonly string[]; readonly underlag?: { readonly bifogade: readonly string[] } }>
  | Command<'AterkallaFranJustering', { omgang: number; skal: string }>
  | Command<'AntecknaProtokolluppgifter', Protokolluppgifter>;
/** Without `punkter`: all that is left, or with `omedelbart` those with a decision point that says so. `omgang`: a protocol that is drawn up. */
export type Protokollval = { readonly omgang?: number; readonly punkter?: readonly string[]; readonly omedelbart: boolean };
export type Protokolluppgifter = {
  readonly omgang: number;
  readonly satt?: string;
  readonly sekreterare?: string;
  readonly forsattsblad?: string;
  readonly filnamn?: string;
  readonly hanvisningar?: readonly string[];
  readonly sidorPdf?: number;
  readonly sidorSidfot?: number;
  readonly underskriftstjanst?: string;
  readonly signaturer?: readonly Signatur[];
};
export type Signatur = { readonly roll: Signaturroll; readonly person?: string; readonly tid?: string };

type Outcome = readonly SammantradeEvent[] | Refusal<SammantradeHinder>;

/** The protocols until they are justerade: drawn up, sent for justering and taken back, and as they stand in their files. */
export const decideProtokoll = (command: ProtokollCommand, mote: Mote, { id }: Context): Outcome => {
  const kid = `sammantrade:${id}`;
  switch (command.type) {
    case 'UpprattaProtokoll': {
      const { omedelbar, punkter, justerare = [] } = command.data;
      const valda = provaSkede(mote, omedelbar) ?? valj({ omedelbart: omedelbar, ...(punkter !== undefined && { punkter }) }, mote);
      if (isRefusal(valda)) return valda;
      const redan = valda.find(({ id: punkt }) => upprattat(mote, punkt) !== undefined);
      if (redan !== undefined) return iProtokoll(redan, mote);
      return [{ type: 'ProtokollUpprattat', data: { omgang: mote.omgangar.length + 1, omedelbar, punkter: valda.map(({ id: punkt }) => punkt), justerare: [...new Set(justerare)] } }];
    }
    case 'SkickaForJustering': {
      const { omedelbart, datum, justerare = mote.utsedda ?? [], underlag: { bifogade } = { bifogade: [] } } = command.data;
      const vald = provaSkede(mote, omedelbart) ?? valjProtokoll(command.data, mote);
      if (isRefusal(vald)) return vald;
      const { omgang, valda } = vald;
      if (mote.omgangar[omgang - 1]?.skickad !== undefined) return refuse('SKICKAT_FOR_JUSTERING', `Protokoll ${omgang} är redan skickat för justering.`);
      if (datum < mote.datum) return refuse('JUSTERING_FORE_SAMMANTRADE', `Protokollet kan inte ha skickats ${datum}, före sammanträdet ${mote.datum}.`);
      const passed = uphold<SammantradeHinder>(command, kid, [
        justerare.length === 0 && { kod: 'JUSTERARE_SAKNAS', allvar: 'STOPP', text: 'Ange vilka som justerar.' },
        ...valda.flatMap((punkt) => provaInnehall(punkt, mote)),
        ...valda.map((punkt) => provaForslagstext(punkt, mote, bifogade)),
      ]);
      return isRefusal(passed) ? passed : [{ type: 'ProtokollSkickatForJustering', data: { omgang, omedelbar: omedelbart, punkter: valda.map(({ id: punkt }) => punkt), justerare: [...new Set(justerare)], datum, ...passed } }];
    }
    case 'AterkallaFranJustering': {
      const { omgang, skal } = command.data;
      const protokoll = mote.omgangar[omgang - 1];
      if (protokoll === undefined) return finnsInget(omgang);
      if (protokoll.datum !== undefined) return refuse('REDAN_JUSTERAD', `Protokoll ${omgang} är redan justerat.`);
      return protokoll.skickad === undefined ? refuse('EJ_SKICKAT_FOR_JUSTERING', `Protokoll ${omgang} är inte skickat för justering.`) : [{ type: 'ProtokollAtertaget', data: { omgang, skal: seal(kid, skal) } }];
    }
    case 'AntecknaProtokolluppgifter': return anteckna(command.data, mote, kid);
    default: return unknownCase(command);
  }
};

/** Medan det pågår kan paragrafer bara justeras omedelbart (C4). */
export const provaSkede = ({ skede }: Mote, omedelbart: boolean): Refusal<SammantradeHinder> | undefined => {
  if (skede === 'oppet' && !omedelbart) return refuse('SAMMANTRADET_PAGAR', 'Sammanträdet är inte avslutat. Medan det pågår kan paragrafer bara justeras omedelbart.');
  return skede === 'oppet' || skede === 'avslutat' ? undefined : ejOppnat;
};

/** A protocol that is drawn up is justerat as a whole and keeps its number; what is in none becomes one. */
export const valjProtokoll = (given: Protokollval, mote: Mote): { readonly omgang: number; readonly valda: readonly Avgjord[] } | Refusal<SammantradeHinder> => {
  const { omgang, punkter, omedelbart } = given;
  const sokt = omgang ?? (punkter === undefined ? forsta(mote, (en) => en.omedelbar === omedelbart) : forsta(mote, (en) => sammaPunkter(en.punkter, punkter)));
  if (sokt === undefined) {
    const valda = valj(given, mote);
    if (isRefusal(valda)) return valda;
    const annan = valda.find(({ id }) => upprattat(mote, id) !== undefined);
    return annan === undefined ? { omgang: mote.omgangar.length + 1, valda } : iProtokoll(annan, mote);
  }
  const protokoll = mote.omgangar[sokt - 1];
  if (protokoll === undefined) return finnsInget(sokt);
  if (protokoll.datum !== undefined) return refuse('REDAN_JUSTERAD', `Protokoll ${sokt} är redan justerat.`);
  if (protokoll.omedelbar !== omedelbart || (punkter !== undefined && !sammaPunkter(protokoll.punkter, punkter))) {
    return refuse('PROTOKOLLET_UPPRATTAT', `Protokoll ${sokt} är upprättat med ${protokoll.omedelbar ? 'omedelbar justering' : 'vanlig justering'} och sina egna paragrafer. Justera det så.`);
  }
  const valda = valj({ omedelbart, punkter: protokoll.punkter }, mote);
  return isRefusal(valda) ? valda : { omgang: sokt, valda };
};
const finnsInget = (omgang: number): Refusal<SammantradeHinder> => refuse('OMGANGEN_FINNS_INTE', `Det finns inget protokoll ${omgang} vid sammanträdet.`);
const forsta = ({ omgangar }: Pick<Mote, 'omgangar'>, ar: (omgang: Omgang) => boolean): number | undefined => {
  const i = omgangar.findIndex((en) => en.datum === undefined && ar(en));
  return i < 0 ? undefined : i + 1;
};
const sammaPunkter = (a: readonly string[], b: readonly string[]): boolean => a.length === new Set(b).size && a.every((punkt) => b.includes(punkt));
/** The protocol that an item belongs to, drawn up and not yet justerat. */
const upprattat = (mote: Mote, punkt: string): number | undefined => forsta(mote, ({ punkter }) => punkter.includes(punkt));
/** The day that the item's protocol was sent for justering. */
export const skickat = ({ omgangar }: Mote, punkt: string): string | undefined => omgangar.find(({ skickad, punkter }) => skickad !== undefined && punkter.includes(punkt))?.skickad;
const iProtokoll = ({ id }: Punkt, mote: Mote): Refusal<SammantradeHinder> =>
  refuse('PROTOKOLLET_UPPRATTAT', `${kallad(mote, id)} hör till protokoll ${upprattat(mote, id)}, som är upprättat. Justera det för sig.`);

/** What is to be justerat, in the order of the §§. */
const valj = ({ punkter, omedelbart }: Pick<Protokollval, 'punkter' | 'omedelbart'>, mote: Mote): readonly Avgjord[] | Refusal<SammantradeHinder> => {
  for (const id of punkter ?? []) {
    const punkt = punkten(mote, id);
    if (punkt === undefined) return finnsInte;
    if (!arAvgjord(punkt)) return refuse('EJ_AVGJORD', `Klubban har inte fallit för ärende ${nummer(mote, id)}.`);
    if (punkt.omgang !== undefined) return refuse('REDAN_JUSTERAD', `${kallad(mote, id)} är redan justerad.`);
  }
  const valda = mote.punkter.filter(arAvgjord).filter(({ id, omgang, beslut }) => (punkter === undefined ? omgang === undefined && beslut.utanParagraf !== true && upprattat(mote, id) === undefined && (!omedelbart || beslut.omedelbar) : punkter.includes(id)));
  if (valda.length === 0) return refuse('INGET_ATT_JUSTERA', omedelbart ? 'Ingen paragraf har en beslutspunkt om omedelbar justering.' : 'Alla paragrafer är justerade.');
  const onumrerad = valda.find(({ paragraf }) => paragraf === undefined);
  if (onumrerad !== undefined) return refuse('EJ_NUMRERAD', `Ärende ${nummer(mote, onumrerad.id)} har inte fått sitt paragrafnummer än. Försök igen om en stund.`);
  return [...valda].sort((a, b) => a.beslut.ordning - b.beslut.ordning);
};

/** What stands in the file is noted as it stands there, whatever was done with the protocol in Klubba. */
const anteckna = ({ omgang, hanvisningar, sidorPdf, sidorSidfot, signaturer = [], ...texter }: Protokolluppgifter, mote: Mote, kid: string): Outcome => {
  if (mote.omgangar[omgang - 1] === undefined) return finnsInget(omgang);
  if (hanvisningar?.some((punkt) => punkten(mote, punkt) === undefined) === true) return finnsInte;
  if ([sidorPdf, sidorSidfot].some((antal) => antal !== undefined && (antal < 1 || antal > 99_999))) return refuse('TALET_ORIMLIGT', 'Antalet sidor är 1–99 999.');
  const { satt, sekreterare, forsattsblad, filnamn, underskriftstjanst } = texter;
  return [{
    type: 'ProtokolluppgifterAntecknade',
    data: {
      omgang, ...(satt !== undefined && { satt: seal(kid, satt) }), ...(sekreterare !== undefined && { sekreterare: seal(kid, sekreterare) }), ...(forsattsblad !== undefined && { forsattsblad: seal(kid, forsattsblad) }),
      ...(filnamn !== undefined && { filnamn: seal(kid, filnamn) }), ...(underskriftstjanst !== undefined && { underskriftstjanst: seal(kid, underskriftstjanst) }),
      ...(hanvisningar !== undefined && { hanvisningar: [...new Set(hanvisningar)] }), ...(sidorPdf !== undefined && { sidorPdf }), ...(sidorSidfot !== undefined && { sidorSidfot }),
      signaturer: signaturer.map(({ roll, person, tid }) => ({ roll, ...(person !== undefined && { person }), ...(tid !== undefined && { tid }) })),
    },
  }];
};

export const evolveProtokoll = (mote: Mote, event: Extract<SammantradeEvent, { type: 'ProtokollUpprattat' | 'ProtokollSkickatForJustering' | 'ProtokollAtertaget' | 'ProtokolluppgifterAntecknade' }>): Mote => {
  switch (event.type) {
    case 'ProtokollUpprattat': {
      const { omedelbar, punkter } = event.data;
      return { ...mote, omgangar: [...mote.omgangar, { omedelbar, punkter, anslag: [] }] };
    }
    case 'ProtokollSkickatForJustering': {
      const { omgang, omedelbar, punkter, datum: skickad } = event.data;
      return medOmgang(mote, omgang, (en) => ({ ...(en ?? { omedelbar, punkter, anslag: [] }), skickad }));
    }
    case 'ProtokollAtertaget': return medOmgang(mote, event.data.omgang, (en) => {
      const { skickad: _, ...rest } = en!;
      return rest;
    });
    case 'ProtokolluppgifterAntecknade': return mote;
    default: return unknownCase(event);
  }
};
export const medOmgang = (mote: Mote, nr: number, news: (omgang: Omgang | undefined) => Omgang): Mote => {
  const omgangar = [...mote.omgangar];
  omgangar[nr - 1] = news(omgangar[nr - 1]);
  return { ...mote, omgangar };
};
