import { delegationsbeslutet } from '@klubba/delegation';
import { bilagorna, handlingen, type Handlingsmal } from '@klubba/handling';
import { canonicalBytes, GALLRAT, hashOf, isPlain, isToken, newSalt, type Sekretessklass, strictest, type Surroundings } from '@klubba/kernel';
import { delegatbesluten, lexSarahn } from '@klubba/lexsarah';
import { namnden, uppdragPa } from '@klubba/namnd';
import { paragrafen } from '@klubba/paragraf';
import { type Behandling, narvaroPerPunkt, type Punkt, type Sammantrade, sammantradet } from '@klubba/sammantrade';
import { innehallet as skrivelsensInnehall, tjansteskrivelsen } from '@klubba/tjansteskrivelse';
import type { Lage, Paragraflage } from './signatur.decider';
import type { Delslag, Omfang, Signatur } from './signatur.projection';

/**
 * The canonical form of what is signed. What a signature covers is for ever: a field that is added later is left out where
 * it is absent, so that old contents keep their bytes; any other change is a form 2 beside this one.
 */
export const FORM = 1;

/** Where contents are read and opened. Nothing of what is opened leaves here but hashes. */
export type Kalla = Pick<Surroundings, 'read' | 'open' | 'openAll'>;
type Del = { readonly del: string; readonly slag: Delslag; readonly innehall: unknown };
type Bilagd = { readonly del: string; readonly handling: string; readonly version: number; readonly hash: string };
/** What stands there now: `lage` is what the rules ask of it, `innehall` of a part is GALLRAT where its key is gone. */
export type Innehall = { readonly namnd: string; readonly klass: Sekretessklass; readonly version?: number; readonly lage: Lage; readonly delar: readonly Del[]; readonly handlingar: readonly Bilagd[] };

/** The content of what is to be signed, or was; nothing where it is not there. */
export const innehalletAv = (om: Omfang, kalla: Kalla): Promise<Innehall | undefined> => {
  switch (om.slag) {
    case 'tjansteskrivelse': return skrivelsen(om, kalla);
    case 'protokoll': return protokollet(om, kalla);
    case 'delegationsbeslut': return delegationsbeslutets(om, kalla);
    case 'lexsarah': return lexSarahBeslutets(om, kalla);
  }
};

const skrivelsen = async ({ mal }: Omfang, kalla: Kalla): Promise<Innehall | undefined> => {
  const doc = await kalla.read(tjansteskrivelsen, mal);
  if (doc === undefined) return undefined;
  const { version, klass, ...text } = skrivelsensInnehall(doc);
  const { forslag, ...rest } = text;
  return {
    namnd: doc.namnd, klass, version, lage: { slag: 'tjansteskrivelse', skede: doc.status, version },
    delar: [{ del: mal, slag: 'text', innehall: await kalla.openAll({ ...rest, forslag: forslag.map(({ nr, text: ett }) => ({ nr, text: ett })) }) }],
    handlingar: await bilagda(mal, ['tjansteskrivelse'], kalla),
  };
};

const protokollet = async ({ mal, omgang, punkter }: Omfang, kalla: Kalla): Promise<Innehall | undefined> => {
  const mote = await kalla.read(sammantradet, mal);
  const eget = omgang === undefined ? undefined : mote?.omgangar.find((en) => en.omgang === omgang);
  if (mote === undefined || (omgang !== undefined && eget === undefined)) return undefined;
  const valda = (punkter && [...new Set(punkter)]) ?? eget?.punkter ?? mote.punkter.filter(({ beslut }) => beslut !== undefined).map(({ id }) => id);
  const vid = narvaroPerPunkt(mote);
  const delar: Del[] = [];
  const handlingar: Bilagd[] = [];
  const paragrafer: Paragraflage[] = [];
  let klass: Sekretessklass = 'oppen';
  for (const id of valda) {
    const punkt = mote.punkter.find((en) => en.id === id);
    if (punkt === undefined) return undefined;
    klass = strictest(klass, punkt.klass);
    const rattelser = (await kalla.read(paragrafen, id))?.rattelser ?? [];
    delar.push(
      { del: id, slag: 'text', innehall: await kalla.openAll(paragrafensText(punkt)) },
      { del: id, slag: 'narvaro', innehall: await kalla.openAll(paragrafensNarvaro(mote, id, vid)) },
      { del: id, slag: 'rattelser', innehall: await kalla.openAll(rattelser.map(({ beslutspunkt, text, datum }) => ({ beslutspunkt, text, datum }))) },
    );
    handlingar.push(...await bilagda(id, ['paragraf'], kalla));
    paragrafer.push(paragraflaget(mote, punkt, vid));
  }
  const justerare = eget === undefined ? mote.justerare.flatMap(({ person, ersattare }) => [person, ...(ersattare === undefined ? [] : [ersattare])]) : eget.justerare;
  return { namnd: mote.namnd, klass, lage: { slag: 'protokoll', datum: mote.datum, justerare, paragrafer }, delar, handlingar };
};

/**
 * A decision on delegation: what everyone may see of an open one, and by itself what only those within may, so that the one can be proved
 * without the other. How it is marked, reported and appealed is no part of what was decided.
 */
const delegationsbeslutets = async ({ mal }: Omfang, kalla: Kalla): Promise<Innehall | undefined> => {
  const doc = await kalla.read(delegationsbeslutet, mal);
  // Of a list that is not wholly read in: not true yet.
  if (doc === undefined || doc.vantar === true) return undefined;
  const { namnd, klass, datum, tid, arende, diarienummer, grund, nummer, version, lagrum, lagrumSkrivet, beslut, utfall, myndighetsutovning, overklagandeslag, anmals, utskottsparagraf, andrar, akt, belopp, bradskandeSkal } = doc;
  const { slag, befattning, titel, organ, person, namn } = doc.delegat;
  const text = { datum, tid, arende, diarienummer, grund, nummer, version, lagrum, lagrumSkrivet, delegat: { slag, befattning, titel, organ }, beslut, utfall, myndighetsutovning, overklagandeslag, anmals, utskottsparagraf, andrar };
  const internt = { akt, belopp, bradskandeSkal, delegat: { person, namn } };
  let andrat = false;
  for (const { av } of doc.andratAv) andrat ||= (await kalla.read(delegationsbeslutet, av))?.struket !== true;
  const presidium = uppdragPa((await kalla.read(namnden, namnd)) ?? { uppdrag: [] }, datum).flatMap((en) => (en.roll === undefined ? [] : [en.person]));
  return {
    namnd, klass, lage: { slag: 'delegationsbeslut', skede: doc.struket === true ? 'struket' : andrat ? 'andrat' : 'galler', inlast: doc.lista !== undefined, delegat: { slag, presidium, ...(person !== undefined && { person }) } },
    delar: [{ del: mal, slag: 'text', innehall: await kalla.openAll(text) }, { del: mal, slag: 'internt', innehall: await kalla.openAll(internt) }], handlingar: [],
  };
};

/** A delegate's decision in a case of lex Sarah, as its fact has it: what is of the individual, and sealed, by itself. Everyone knows of the case (F7). */
const lexSarahBeslutets = async ({ mal, faktum }: Omfang, kalla: Kalla): Promise<Innehall | undefined> => {
  const doc = await kalla.read(lexSarahn, mal);
  const beslut = doc && delegatbesluten(doc).find((en) => en.faktum === faktum);
  if (doc === undefined || beslut === undefined) return undefined;
  const { fraga, skede, av, data: { avsteg: _, ...data } } = beslut;
  const falt = Object.entries(data);
  const hemligt = ([, value]: (typeof falt)[number]): boolean => isToken(value) || isPlain(value);
  return {
    namnd: doc.lage.namnd, klass: 'oppen', lage: { slag: 'lexsarah', skede, person: av.person },
    delar: [
      { del: mal, slag: 'text', innehall: { fraga, ...Object.fromEntries(falt.filter((en) => !hemligt(en))) } },
      { del: mal, slag: 'internt', innehall: await kalla.openAll(Object.fromEntries(falt.filter(hemligt))) },
    ],
    handlingar: [],
  };
};

/** A § as the minutes show it. */
const paragrafensText = ({ rubrik, diarienummer, beslut, paragraf, behandling }: Punkt): object => ({
  ...paragraf, rubrik: beslut?.rubrik ?? rubrik, diarienummer: beslut?.diarienummer ?? diarienummer,
  beslutstyp: beslut?.beslutstyp, underlag: beslut?.underlag, andringMotKallelse: beslut?.andringMotKallelse, beslutsmotivering: beslut?.beslutsmotivering,
  beslutspunkter: beslut?.beslutspunkter.map(({ text, verb, subjekt, underpunkter }, i) => ({ nr: i + 1, text, verb, subjekt, underpunkter })),
  bifallet: beslut?.bifallet, behandling: behandling && paragrafensBehandling(behandling),
});
/** How it came to be decided (KL 5:67), without the marks on what was read in. */
const paragrafensBehandling = ({ yrkanden, omrostningar, deltarInte, reservationer, ...en }: Behandling): object => {
  const utanMarke = <T extends { readonly inlast?: unknown }>({ inlast: _, ...resten }: T): object => resten;
  return { ...en, yrkanden: yrkanden.map(utanMarke), omrostningar: omrostningar.map(utanMarke), deltarInte: deltarInte.map(utanMarke), reservationer: reservationer.map(utanMarke) };
};

type Vid = ReturnType<typeof narvaroPerPunkt>;
/** Who served and who was there, and who was out and why: each in the order of their ids, since that order means nothing. */
const paragrafensNarvaro = (mote: Sammantrade, id: string, vid: Vid): object => {
  const dar = mote.narvaro.map(({ person }) => ({ person, ...vid(person) })).sort((a, b) => (a.person < b.person ? -1 : 1));
  return {
    tjanstgorande: dar.filter(({ tjanstgor }) => tjanstgor.includes(id)).map(({ person, platser }) => ({ person, ersatter: platser.filter(({ punkter }) => punkter.includes(id)).map(({ plats }) => plats).sort() })),
    narvarande: dar.filter(({ narvarande }) => narvarande.includes(id)).map(({ person }) => person),
    franvaro: mote.franvaro.filter(({ punkt }) => punkt === id).map(({ punkt: _, ...en }) => en).sort((a, b) => (a.person < b.person ? -1 : 1)),
    ovriga: mote.ovrigNarvaro.filter(({ punkter }) => punkter === undefined || punkter.includes(id)).map(({ slag, benamning, enhet, antal }) => ({ slag, benamning, enhet, antal })),
  };
};

const LEDER = ['ordforande', 'forste_vice_ordforande', 'andre_vice_ordforande'] as const;
const paragraflaget = (mote: Sammantrade, { id, beslut, paragraf }: Punkt, vid: Vid): Paragraflage => {
  const dar = mote.narvaro.map(({ person, roll }) => ({ person, roll, ...vid(person) }));
  // One who was chosen to lead it, when the presidium was jävigt (B4).
  const vald = mote.franvaro.find((en) => en.punkt === id && en.ledsAv !== undefined && dar.some(({ person, tjanstgor }) => person === en.ledsAv && tjanstgor.includes(id)))?.ledsAv;
  const ordforande = vald ?? LEDER.map((roll) => dar.find((en) => en.roll === roll && en.tjanstgor.includes(id))?.person).find((person) => person !== undefined);
  return {
    punkt: id, nummer: mote.punkter.findIndex((en) => en.id === id) + 1, ...(paragraf !== undefined && { nr: paragraf.nr }),
    avgjord: beslut !== undefined, inlast: beslut?.inlast !== undefined, utskriven: (beslut?.beslutspunkter.length ?? 0) > 0 || beslut?.beslutstyp === 'inget_beslut' || beslut?.beslutstyp === 'utga',
    ...(ordforande !== undefined && { ordforande }), narvarande: dar.filter(({ narvarande }) => narvarande.includes(id)).map(({ person }) => person),
  };
};

const bilagda = async (id: string, mal: readonly Handlingsmal[], kalla: Kalla): Promise<readonly Bilagd[]> => {
  const alla: Bilagd[] = [];
  for (const { handling } of ((await kalla.read(bilagorna, id))?.bilagor ?? []).filter((en) => mal.includes(en.mal))) {
    const senaste = (await kalla.read(handlingen, handling))?.versioner.at(-1);
    if (senaste !== undefined) alla.push({ del: id, handling, version: senaste.version, hash: senaste.hash });
  }
  return alla.sort((a, b) => (a.handling < b.handling ? -1 : 1));
};

type Hashad = { readonly del: string; readonly slag: Delslag; readonly hash: string };
const delhash = (innehall: unknown, salt: string): string => hashOf(canonicalBytes(innehall), salt);
/** The hash of the whole: of what is clear, so that whoever has the fact can reckon it. */
const helhash = ({ slag, mal, version, omgang, faktum }: Omfang, delar: readonly Hashad[], handlingar: readonly Bilagd[], form = FORM): string =>
  hashOf(canonicalBytes({ form, slag, mal, version, omgang, faktum, delar: delar.map(({ del, slag: vad, hash }) => ({ del, slag: vad, hash })), handlingar }));

/** The content hashed with salts of its own. A part that is gallrad cannot be signed. */
export const hashat = (om: Omfang, { delar, handlingar }: Innehall): { readonly form: number; readonly hash: string; readonly delar: readonly (Hashad & { readonly salt: string })[]; readonly handlingar: readonly Bilagd[] } | undefined => {
  if (delar.some(({ innehall }) => innehall === GALLRAT)) return undefined;
  const hashade = delar.map(({ del, slag, innehall }) => {
    const salt = newSalt();
    return { del, slag, hash: delhash(innehall, salt), salt };
  });
  return { form: FORM, hash: helhash(om, hashade, handlingar), delar: hashade, handlingar };
};

/** How a signature stands against what is there today. `gallrade`: parts that can no longer be tried. */
export type Provad = { readonly stammer: boolean; readonly skal?: NonNullable<Signatur['forfallen']>['skal']; readonly delar: readonly string[]; readonly gallrade: readonly string[] };

const SKAL = { text: 'text_andrad', narvaro: 'narvaro_andrad', rattelser: 'rattad', internt: 'text_andrad' } as const;
/** Reckons the hashes of a signature anew, by its own salts, from what stands there now. */
export const provad = async (signatur: Signatur, kalla: Kalla): Promise<Provad> => {
  const nu = await innehalletAv(signatur, kalla);
  if (nu === undefined) return { stammer: false, skal: 'text_andrad', delar: [signatur.mal], gallrade: [] };
  if (nu.lage.slag === 'tjansteskrivelse' && nu.lage.skede === 'aterkallad') return { stammer: false, skal: 'aterkallad', delar: [signatur.mal], gallrade: [] };
  if ((nu.lage.slag === 'delegationsbeslut' || nu.lage.slag === 'lexsarah') && nu.lage.skede !== 'galler') return { stammer: false, skal: nu.lage.skede, delar: [signatur.mal], gallrade: [] };
  if (signatur.version !== nu.version) return { stammer: false, skal: 'ny_version', delar: [signatur.mal], gallrade: [] };
  const gallrade: string[] = [];
  const andrade: { readonly del: string; readonly skal: NonNullable<Provad['skal']> }[] = [];
  for (const { del, slag, hash, salt } of signatur.delar) {
    const innehall = nu.delar.find((en) => en.del === del && en.slag === slag)?.innehall;
    const oppnad = await kalla.open(salt);
    if (innehall === GALLRAT || oppnad === GALLRAT) gallrade.push(del);
    else if (innehall === undefined || delhash(innehall, oppnad) !== hash) andrade.push({ del, skal: SKAL[slag] });
  }
  const lika = (a: Bilagd, b: Bilagd): boolean => a.handling === b.handling && a.version === b.version && a.hash === b.hash && a.del === b.del;
  const bytta = [...signatur.handlingar.filter((en) => !nu.handlingar.some((nyss) => lika(en, nyss))), ...nu.handlingar.filter((en) => !signatur.handlingar.some((da) => lika(en, da)))];
  for (const { del } of bytta) andrade.push({ del, skal: 'handling_andrad' });
  // Last: what the fact says of itself.
  if (andrade.length === 0 && helhash(signatur, signatur.delar, signatur.handlingar, signatur.form) !== signatur.hash) andrade.push({ del: signatur.mal, skal: 'text_andrad' });
  const [forst] = andrade;
  return { stammer: forst === undefined, ...(forst !== undefined && { skal: forst.skal }), delar: [...new Set(andrade.map(({ del }) => del))], gallrade: [...new Set(gallrade)] };
};
