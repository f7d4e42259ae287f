import { bilagorna } from '@klubba/handling';
import { GALLRAT, type Sealed, type Surroundings } from '@klubba/kernel';
import { lokaltDatum } from '@klubba/lagrum';
import { namnden } from '@klubba/namnd';
import { paragrafen } from '@klubba/paragraf';
import { protokollstext, signaturerna, skillnader, type Undertecknat, undertecknade } from '@klubba/signatur';
import type { NyAndring } from './sammantrade.andring.decider';
import type { Forslagsunderlag } from './sammantrade.forslag.decider';
import type { Justeringsdata, Justeringsunderlag } from './sammantrade.justering.decider';
import { type Beslutspunkt, type Sammantrade, sammantradet } from './sammantrade.projection';

/** The §§ that say "enligt förslag" and have a handling attached (B12). */
export const bifogade = async ({ punkter }: Sammantrade, around: Surroundings): Promise<readonly string[]> => {
  const med: string[] = [];
  for (const { id, beslut } of punkter) if (beslut?.enligtForslag === true && ((await around.read(bilagorna, id))?.bilagor ?? []).some(({ mal }) => mal === 'paragraf')) med.push(id);
  return med;
};

/** What proves a justering: signatures that hold in Klubba, and the paper signed elsewhere beside Klubba's text. */
export const justeringsunderlag = async ({ enligtSignaturer, undertecknat }: Pick<Justeringsdata, 'enligtSignaturer' | 'undertecknat'>, mote: Sammantrade, around: Surroundings): Promise<Justeringsunderlag> => {
  const lamnade = enligtSignaturer === true ? ((await around.read(signaturerna, mote.id))?.signaturer ?? []) : [];
  const papper = undertecknat === undefined ? undefined : (await around.read(undertecknade, mote.id))?.undertecknade.find(({ id, slag }) => id === undertecknat && slag === 'protokoll');
  return {
    bifogade: await bifogade(mote, around),
    signaturer: lamnade.filter(({ slag, forfallen }) => slag === 'protokoll' && forfallen === undefined).map(({ person, at, punkter = [] }) => ({ person, datum: lokaltDatum(at), punkter })),
    ...(papper !== undefined && { undertecknat: await jamfort(papper, mote, around) }),
  };
};

const jamfort = async ({ hash, punkter = [], underskrifter, avsnitt }: Undertecknat, mote: Sammantrade, around: Surroundings): Promise<NonNullable<Justeringsunderlag['undertecknat']>> => {
  const { delar, andra } = protokollstext(mote, punkter);
  const klubba = [];
  for (const { nummer, delar: egna } of delar) klubba.push({ ...(nummer !== undefined && { nummer }), delar: await Promise.all(egna.map(async ({ del, text }) => ({ del, text: await oppnad(text, around) }))) });
  const filen = await Promise.all(avsnitt.map(async ({ nummer, text }) => ({ ...(nummer !== undefined && { nummer }), text: await oppnad(text, around) })));
  const tider = await Promise.all(underskrifter.map(async ({ tid }) => (tid === undefined ? '' : oppnad(tid, around))));
  const sista = tider.flatMap((tid) => dagen(tid) ?? []).sort().at(-1);
  return { hash, punkter, skillnader: skillnader(klubba, filen, andra).length, andrat: underskrifter.some(({ orord }) => orord === false), ...(sista !== undefined && { sista }) };
};
/** The day in Sweden of a time as a paper says it: an instant in UTC, or local. */
const dagen = (tid: string): string | undefined => (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(tid) ? lokaltDatum(tid) : /^\d{4}-\d\d-\d\d/.exec(tid)?.[0]);
const oppnad = async (text: Sealed, around: Surroundings): Promise<string> => {
  const oppen = await around.open(text);
  return oppen === GALLRAT ? '' : String(oppen);
};

/** D8: the decision that is to be changed; one of another nämnd is as if it were not there. */
export const andratBeslut = async ({ paragraf }: NyAndring, namnd: string, around: Surroundings): Promise<Pick<NyAndring, 'underlag'>> => {
  const doc = await around.read(paragrafen, paragraf);
  if (doc?.namnd !== namnd) return {};
  const { ar, nr, bokstav, datum, overklagandeslag, overklagad } = doc;
  return { underlag: { ar, nr, ...(bokstav !== undefined && { bokstav }), datum, overklagandeslag, overklagad: overklagad !== undefined } };
};

/** D6, E9: a § of another organ, or of one of the nämnd's own utskott. Its words follow when all may read them: open, justerade, and not of an utskott that only prepares (TF 2:10). */
export const forslagsunderlag = async (paragraf: string, namnd: string, around: Surroundings): Promise<Forslagsunderlag | undefined> => {
  const doc = await around.read(paragrafen, paragraf);
  if (doc === undefined) return undefined;
  const { namnd: fran, ar, nr, bokstav, datum, beslutstyp, klass, justerad, justeradInternt, sammantrade } = doc;
  const egetUtskott = (await around.read(namnden, fran))?.overordnad === namnd;
  const punkt = (await around.read(sammantradet, sammantrade))?.punkter.find(({ id }) => id === paragraf);
  const ord = klass === 'oppen' && justerad !== undefined ? await Promise.all((punkt?.beslut?.beslutspunkter ?? []).map((en) => iKlartext(en, around))) : undefined;
  return { namnd: fran, egetUtskott, ar, nr, ...(bokstav !== undefined && { bokstav }), datum, beslutstyp, klass, justerad: (justerad ?? justeradInternt) !== undefined, ...(ord?.every(({ text }) => text !== '') === true && { beslutspunkter: ord }) };
};
const iKlartext = async ({ text, verb, subjekt, beslutstyp, underpunkter }: Beslutspunkt, around: Surroundings) => ({
  text: await oppnad(text, around), ...(verb !== undefined && { verb: await oppnad(verb, around) }), ...(subjekt !== undefined && { subjekt: await oppnad(subjekt, around) }),
  ...(beslutstyp !== undefined && { beslutstyp }), ...(underpunkter !== undefined && { underpunkter }),
});
