import { bilagorna, handlingen } from '@klubba/handling';
import { canonicalBytes, type Command, GALLRAT, hashOf, newSalt, type Sealed, type Surroundings } from '@klubba/kernel';
import { namnden } from '@klubba/namnd';
import { type Paragraf, paragrafen } from '@klubba/paragraf';
import { type Sammantrade, sammantradet } from '@klubba/sammantrade';
import { tjansteskrivelsen } from '@klubba/tjansteskrivelse';
import { type ExpedieringCommand, type Paragrafen, sokt, type Utdraget } from './expediering.decider';
import { type Expediering, expedieringen, type SkickatUtdrag } from './expediering.projection';
import { arAvgjord, type Bilagd, justeradDag, slagenFor, type Utdrag, utdraget, UTDRAGSFORM } from './expediering.utdrag.projection';

/** Reads the § as it stands in the log, opens what the extract says and reckons its hash: the decider sees hashes and no texts. */
export const prepareExpediering = async (command: Command, id: string, around: Surroundings): Promise<Command> => {
  const wish = command as ExpedieringCommand;
  switch (wish.type) {
    case 'UpprattaExpedieringslista': case 'LasInExpedieringslista': {
      const underlag = await paragrafens(wish.data.sammantrade, id, around);
      return { ...wish, data: { ...wish.data, ...(underlag !== undefined && { underlag }) } };
    }
    case 'LaggTillMottagare': case 'AndraMottagare': {
      const { part } = wish.data;
      const partFinns = part !== undefined && ((await around.read(paragrafen, id))?.parter.some((en) => en.part === part) ?? false);
      return { ...wish, data: { ...wish.data, partFinns } };
    }
    case 'SkickaUtdrag': {
      const doc = await around.read(expedieringen, id);
      const underlag = doc && (await underlaget(doc, around));
      return { ...wish, data: { ...wish.data, ...(underlag !== undefined && { underlag }) } };
    }
    case 'ProvaUtdrag': {
      const doc = await around.read(expedieringen, id);
      return { ...wish, data: { ersatta: doc === undefined ? [] : await ersatta(doc, around) } };
    }
    default: return command;
  }
};

const paragrafens = async (sammantrade: string, id: string, around: Surroundings): Promise<Paragrafen | undefined> => {
  const mote = await around.read(sammantradet, sammantrade);
  const punkt = mote?.punkter.find((en) => en.id === id);
  if (mote === undefined || !arAvgjord(punkt)) return undefined;
  const memo = punkt.tjansteskrivelse === undefined ? undefined : await around.read(tjansteskrivelsen, punkt.tjansteskrivelse);
  const startdatum = (await around.read(namnden, mote.namnd))?.startdatum;
  const skickasTill = (await around.openAll(memo?.namnd === mote.namnd ? memo.skickasTill : [])) as readonly string[] | typeof GALLRAT;
  return {
    namnd: mote.namnd, sammantrade, ...punkt.paragraf, datum: mote.datum, klass: punkt.klass, skickasTill: skickasTill === GALLRAT ? [] : skickasTill, ...(startdatum !== undefined && { startdatum }),
  };
};

type Last = { readonly mote: Sammantrade; readonly paragraf: Paragraf | undefined; readonly utdrag: Utdrag; readonly oppnat: unknown };
/** The extract as it would be now, and with its texts opened. */
const last = async ({ id, sammantrade, namnd }: Expediering, around: Surroundings): Promise<Last | undefined> => {
  const mote = await around.read(sammantradet, sammantrade);
  const punkt = mote?.punkter.find((en) => en.id === id);
  if (mote === undefined || !arAvgjord(punkt)) return undefined;
  const paragraf = await around.read(paragrafen, id);
  const namn = await around.open((await around.read(namnden, namnd))!.namn as Sealed<string>);
  const utdrag = utdraget(mote, punkt, paragraf, await bilagda(id, around), namn === GALLRAT ? mote.organ : namn);
  return { mote, paragraf, utdrag, oppnat: await around.openAll(utdrag) };
};

const underlaget = async (doc: Expediering, around: Surroundings): Promise<Utdraget | 'gallrat' | undefined> => {
  const nu = await last(doc, around);
  if (nu === undefined) return undefined;
  const { mote, paragraf, utdrag, oppnat } = nu;
  if (oppnat === GALLRAT) return 'gallrat';
  const punkt = mote.punkter.find((en) => en.id === doc.id);
  if (!arAvgjord(punkt)) return undefined;
  const { eget, punkter } = slagenFor(punkt, paragraf);
  const justerad = justeradDag(mote, punkt, paragraf);
  const salt = newSalt();
  return {
    klass: punkt.klass, ...(justerad !== undefined && { justerad }), overklagandeslag: eget, slagen: [eget, ...punkter.map(({ overklagandeslag }) => overklagandeslag)],
    form: UTDRAGSFORM, salt, hash: hashOf(canonicalBytes(oppnat), salt), handlingar: utdrag.handlingar,
    avslojar: await avslojar(doc, oppnat, around), motiveringSaknas: (punkt.behandling?.reservationer ?? []).some(({ skriftlig, motivering }) => skriftlig && motivering === undefined),
  };
};

/** Does the extract say where somebody is hidden? The handlingar are not looked through. */
const avslojar = async ({ skyddade }: Expediering, oppnat: unknown, around: Surroundings): Promise<boolean> => {
  const text = sokt(JSON.stringify(oppnat));
  const uppgifter = await Promise.all(skyddade.flatMap((en) => en.uppgifter).map((en) => around.open(en as Sealed<string>)));
  return uppgifter.some((en) => en !== GALLRAT && text.includes(sokt(en)));
};

/** What went out before and is not what the § says now, reckoned by its own salt. */
const ersatta = async (doc: Expediering, around: Surroundings) => {
  const skickade = doc.mottagare.flatMap(({ mottagare, utdrag }) => utdrag.filter(({ ersatt }) => ersatt === undefined).map((ett) => ({ mottagare, ett })));
  const nu = skickade.length === 0 ? undefined : await last(doc, around);
  if (nu === undefined || nu.oppnat === GALLRAT) return [];
  const bytes = canonicalBytes(nu.oppnat);
  const alla = [];
  for (const { mottagare, ett } of skickade) {
    const salt = await around.open(ett.salt as Sealed<string>);
    if (salt !== GALLRAT && hashOf(bytes, salt) !== ett.hash) alla.push({ mottagare, utdrag: ett.utdrag, skal: skalet(ett, nu) });
  }
  return alla;
};
const skalet = ({ overklagandeslag, datum }: SkickatUtdrag, { paragraf, utdrag }: Last): 'rattad' | 'andrad' | 'hanvisning_andrad' => {
  if (overklagandeslag !== utdrag.hanvisningar[0]!.overklagandeslag) return 'hanvisning_andrad';
  return (paragraf?.rattelser ?? []).some((en) => en.datum >= datum) ? 'rattad' : 'andrad';
};

/** What is attached to the § goes with it, each in its latest version. */
export const bilagda = async (id: string, around: Pick<Surroundings, 'read'>): Promise<readonly Bilagd[]> => {
  const alla: Bilagd[] = [];
  for (const { mal, handling } of (await around.read(bilagorna, id))?.bilagor ?? []) {
    const senaste = mal === 'paragraf' ? (await around.read(handlingen, handling))?.versioner.at(-1) : undefined;
    if (senaste !== undefined) alla.push({ handling, version: senaste.version, hash: senaste.hash });
  }
  return alla.sort((a, b) => (a.handling < b.handling ? -1 : 1));
};
