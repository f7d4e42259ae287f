import { type Command, type Context, type Hinder, isRefusal, type Refusal, refuse, seal, unknownCase, uphold, warning } from '@klubba/kernel';
import { provaJustering, stod } from '@klubba/lagrum';
import { UTAN_TEXT } from './sammantrade.behandling.decider';
import type { SammantradeEvent } from './sammantrade.events';
import { arJavig, javig } from './sammantrade.jav.decider';
import { andrad, behandlingen, finnsInte, kallad, type Mote, nummer, type Omgang, type Punkt, punkten, type SammantradeHinder } from './sammantrade.mote.decider';
import { ejOppnat, narvarande, tjanstgorande } from './sammantrade.narvaro.decider';
import type { Signaturroll } from './sammantrade.projection';
import { provaMotiverade } from './sammantrade.reservation.decider';

export type JusteringCommand =
  | Command<'Justera', Justeringsdata>
  | Command<'UpprattaProtokoll', { omedelbar: boolean; punkter?: readonly string[]; justerare?: readonly string[] }>
  | Command<'AntecknaProtokolluppgifter', Protokolluppgifter>;
/** Without `punkter`: all that is left, or with `omedelbart` those with a decision point that says so. `datum`: of the last signature. `omgang`: a protocol that is drawn up. */
export type Justeringsdata = { readonly omgang?: number; readonly punkter?: readonly string[]; readonly datum: string; readonly omedelbart: boolean; readonly justerare: readonly string[] };
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

export const decideJustering = (command: JusteringCommand, mote: Mote, { id }: Context): Outcome => {
  const kid = `sammantrade:${id}`;
  switch (command.type) {
    case 'Justera': {
      const ett = justeringen(command.data, mote);
      if (isRefusal(ett)) return ett;
      const passed = uphold(command, kid, ett.funna);
      return isRefusal(passed) ? passed : [{ type: 'ParagraferJusterade', data: { ...ett.data, ...passed } }];
    }
    case 'UpprattaProtokoll': {
      const { omedelbar, punkter, justerare = [] } = command.data;
      const valda = provaSkede(mote, omedelbar) ?? valj({ omedelbart: omedelbar, ...(punkter !== undefined && { punkter }) }, mote);
      if (isRefusal(valda)) return valda;
      const redan = valda.find(({ id: punkt }) => upprattat(mote, punkt) !== undefined);
      if (redan !== undefined) return iProtokoll(redan, mote);
      return [{ type: 'ProtokollUpprattat', data: { omgang: mote.omgangar.length + 1, omedelbar, punkter: valda.map(({ id: punkt }) => punkt), justerare: [...new Set(justerare)] } }];
    }
    case 'AntecknaProtokolluppgifter': return anteckna(command.data, mote, kid);
    default: return unknownCase(command);
  }
};

/** Medan det pågår kan paragrafer bara justeras omedelbart (C4). */
const provaSkede = ({ skede }: Mote, omedelbart: boolean): Refusal<SammantradeHinder> | undefined => {
  if (skede === 'oppet' && !omedelbart) return refuse('SAMMANTRADET_PAGAR', 'Sammanträdet är inte avslutat. Medan det pågår kan paragrafer bara justeras omedelbart.');
  return skede === 'oppet' || skede === 'avslutat' ? undefined : ejOppnat;
};

/** The justering as it lies in the fact, and what the rules have against it (C1, C3, C4). */
export const justeringen = (given: Justeringsdata, mote: Mote) => {
  const { datum, omedelbart } = given;
  const justerare = [...new Set(given.justerare)];
  const stangd = provaSkede(mote, omedelbart);
  if (stangd !== undefined) return stangd;
  if (datum < mote.datum) return refuse<SammantradeHinder>('JUSTERING_FORE_SAMMANTRADE', `Justeringen ${datum} ligger före sammanträdet ${mote.datum}.`);

  const vald = valjProtokoll(given, mote);
  if (isRefusal(vald)) return vald;
  const { omgang, valda } = vald;
  const brister = [...(omedelbart ? valda.flatMap((punkt) => provaOmedelbar(punkt, mote, datum)) : []), ...valda.flatMap((punkt) => provaInnehall(punkt, mote))];
  const funna: readonly (Hinder<SammantradeHinder> | false | undefined)[] = [
    justerare.length === 0 && { kod: 'JUSTERARE_SAKNAS', allvar: 'STOPP', text: 'Ange vilka som justerar.' },
    ...brister,
    ...valda.flatMap((punkt) => provaMotiverade(punkt, mote)),
    ...valda.flatMap((punkt) => provaJavigJusterar(punkt, justerare, mote)),
    ...(omedelbart ? utanGrund(valda, mote) : [provaJustering(mote.datum, null, datum)]),
    ...justerare.flatMap((person) => {
      const borta = valda.find(({ id: punkt }) => !narvarande(mote, punkt).includes(person));
      return borta === undefined ? [] : [warning<SammantradeHinder>('JUSTERARE_EJ_NARVARANDE', `{person:${person}} var inte närvarande vid ${kallad(mote, borta.id)} och bör inte justera den.`)];
    }),
  ];
  return { funna, data: { omgang, omedelbar: omedelbart, datum, justerare, punkter: valda.map(({ id: punkt }) => punkt) } };
};

/** A protocol that is drawn up is justerat as a whole and keeps its number; what is in none becomes one. */
const valjProtokoll = (given: Justeringsdata, mote: Mote): { readonly omgang: number; readonly valda: readonly Avgjord[] } | Refusal<SammantradeHinder> => {
  const { omgang, punkter, omedelbart } = given;
  const sokt = omgang ?? (punkter === undefined ? forsta(mote, (en) => en.omedelbar === omedelbart) : forsta(mote, (en) => sammaPunkter(en.punkter, punkter)));
  if (sokt === undefined) {
    const valda = valj(given, mote);
    if (isRefusal(valda)) return valda;
    const annan = valda.find(({ id }) => upprattat(mote, id) !== undefined);
    return annan === undefined ? { omgang: mote.omgangar.length + 1, valda } : iProtokoll(annan, mote);
  }
  const protokoll = mote.omgangar[sokt - 1];
  if (protokoll === undefined) return refuse('OMGANGEN_FINNS_INTE', `Det finns inget protokoll ${sokt} vid sammanträdet.`);
  if (protokoll.datum !== undefined) return refuse('REDAN_JUSTERAD', `Protokoll ${sokt} är redan justerat.`);
  if (protokoll.omedelbar !== omedelbart || (punkter !== undefined && !sammaPunkter(protokoll.punkter, punkter))) {
    return refuse('PROTOKOLLET_UPPRATTAT', `Protokoll ${sokt} är upprättat med ${protokoll.omedelbar ? 'omedelbar justering' : 'vanlig justering'} och sina egna paragrafer. Justera det så.`);
  }
  const valda = valj({ omedelbart, punkter: protokoll.punkter }, mote);
  return isRefusal(valda) ? valda : { omgang: sokt, valda };
};
const forsta = ({ omgangar }: Mote, ar: (omgang: Omgang) => boolean): number | undefined => {
  const i = omgangar.findIndex((en) => en.datum === undefined && ar(en));
  return i < 0 ? undefined : i + 1;
};
const sammaPunkter = (a: readonly string[], b: readonly string[]): boolean => a.length === new Set(b).size && a.every((punkt) => b.includes(punkt));
/** The protocol that an item belongs to, drawn up and not yet justerat. */
const upprattat = ({ omgangar }: Mote, punkt: string): number | undefined => forsta({ omgangar } as Mote, ({ punkter }) => punkter.includes(punkt));
const iProtokoll = ({ id }: Punkt, mote: Mote): Refusal<SammantradeHinder> =>
  refuse('PROTOKOLLET_UPPRATTAT', `${kallad(mote, id)} hör till protokoll ${upprattat(mote, id)}, som är upprättat. Justera det för sig.`);

/** What stands in the file is noted as it stands there, whatever was done with the protocol in Klubba. */
const anteckna = ({ omgang, hanvisningar, sidorPdf, sidorSidfot, signaturer = [], ...texter }: Protokolluppgifter, mote: Mote, kid: string): Outcome => {
  if (mote.omgangar[omgang - 1] === undefined) return refuse('OMGANGEN_FINNS_INTE', `Det finns inget protokoll ${omgang} vid sammanträdet.`);
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

type Avgjord = Punkt & { readonly beslut: NonNullable<Punkt['beslut']> };
const arAvgjord = (punkt: Punkt): punkt is Avgjord => punkt.beslut !== undefined;

/** What is to be justerat, in the order of the §§. */
const valj = ({ punkter, omedelbart }: Pick<Justeringsdata, 'punkter' | 'omedelbart'>, mote: Mote): readonly Avgjord[] | Refusal<SammantradeHinder> => {
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

/** C1: each § has its matter, what was decided and who took part (KL 5:67 by 6:35). The matter it has from the agenda. */
const provaInnehall = ({ id, beslut, utgatt, behandling }: Avgjord, mote: Mote): readonly Hinder<SammantradeHinder>[] => {
  const { citat, allvar } = stod('kommunallag', mote.datum);
  const lagrum = allvar === 'STOPP' ? 'KL 5 kap. 67 §' : citat;
  const { yrkanden, propositionsordning } = behandlingen({ ...(behandling !== undefined && { behandling }) });
  const forslag = new Set(yrkanden.filter(({ aterkallat }) => !aterkallat).map(({ id: yrkande, slag }) => (slag === 'bifall' ? id : yrkande)));
  const saknas = [
    ...(beslut.antal === 0 && !UTAN_TEXT.includes(beslut.beslutstyp) ? ['beslut'] : []),
    ...(!utgatt && tjanstgorande(mote, id).length === 0 ? ['deltagare'] : []),
    // One proposal has no order to be put in.
    ...(!propositionsordning && forslag.size > 1 ? ['propositionsordning'] : []),
  ];
  return saknas.map((falt) => ({ kod: 'PARAGRAF_SAKNAR_FALT', allvar, text: `${kallad(mote, id)} saknar ${falt} (${lagrum}).`, lagrum }));
};

/** B4: one who is jävig signs no § of that matter; who led it does, with another. */
const provaJavigJusterar = ({ id }: Avgjord, justerare: readonly string[], mote: Mote): readonly Hinder<SammantradeHinder>[] => {
  const inne = narvarande(mote, id);
  const andra = justerare.filter((person) => inne.includes(person));
  return andra.length > 1 ? [] : justerare.filter((person) => arJavig(mote, id, person)).map((person) => javig(mote, id, person, 'JAVIG_JUSTERAR'));
};

/** C4: written out before it is signed, and signed the same day. */
const provaOmedelbar = ({ id, beslut }: Avgjord, mote: Mote, datum: string): readonly Hinder<SammantradeHinder>[] => [
  ...(beslut.antal === 0 ? [{ kod: 'PARAGRAFEN_EJ_UTSKRIVEN', allvar: 'STOPP', text: 'Paragrafen är inte utskriven och kan inte justeras omedelbart.' } as const] : []),
  ...(datum !== mote.datum ? [{ kod: 'EJ_SAMMA_DAG', allvar: 'STOPP', text: `${kallad(mote, id)} kan justeras omedelbart bara samma dag som sammanträdet, ${mote.datum}.` } as const] : []),
];
/** C4: the ground for it is a decision point of its own, and that fullmäktige has allowed it (KL 5:69). */
const utanGrund = (valda: readonly Avgjord[], mote: Mote): readonly Hinder<SammantradeHinder>[] => [
  ...valda.filter(({ beslut }) => !beslut.omedelbar).map(({ id }) =>
    warning<SammantradeHinder>('BESLUTSPUNKT_OM_JUSTERING_SAKNAS', `${kallad(mote, id)} saknar en egen beslutspunkt om omedelbar justering. Ange grunden för att justera den omedelbart.`)),
  ...(mote.omedelbarJustering ? [] : [warning<SammantradeHinder>('OMEDELBAR_JUSTERING_EJ_MEDGIVEN', 'Nämndens reglemente medger inte omedelbar justering (KL 5 kap. 69 §).', 'KL 5 kap. 69 §')]),
];

export const evolveJustering = (mote: Mote, event: Extract<SammantradeEvent, { type: 'ParagraferJusterade' | 'ProtokollUpprattat' | 'ProtokolluppgifterAntecknade' }>): Mote => {
  switch (event.type) {
    case 'ProtokollUpprattat': {
      const { omedelbar, punkter } = event.data;
      return { ...mote, omgangar: [...mote.omgangar, { omedelbar, punkter, anslag: [] }] };
    }
    case 'ParagraferJusterade': {
      const { omgang, omedelbar, datum, punkter } = event.data;
      const omgangar = [...mote.omgangar];
      omgangar[omgang - 1] = { omedelbar, datum, punkter, anslag: [] };
      return punkter.reduce<Mote>((fore, punkt) => andrad(fore, punkt, () => ({ omgang })), { ...mote, omgangar });
    }
    case 'ProtokolluppgifterAntecknade': return mote;
    default: return unknownCase(event);
  }
};
