import { arendet } from '@klubba/arende';
import { type Event, GALLRAT, hashOf, type Klass, type Projection, type Sealed, strictest, type Surroundings } from '@klubba/kernel';
import { hittaPersonnummer } from '@klubba/lagrum';
import { namnden, personen, reglementePa } from '@klubba/namnd';
import { type Paragraf, paragrafen, skrivParagraf, spann } from '@klubba/paragraf';
import { beslutsgangstext, hanvisningsrad, hanvisningstext, javsrad, medNamn, omnamnda, type Partier } from './sammantrade.beslutsgang.projection';
import { type Dokument, dokumentHtml, type Dokumentparagraf, PERSONNUMMER_BORTTAGET } from './sammantrade.dokument.html';
import { narvaroPerPunkt } from './sammantrade.narvaro.projection';
import { OBEHANDLAD } from './sammantrade.behandling.projection';
import { arJusterad, type Omgang, type Punkt, type Sammantrade, sammantradet, type Steg } from './sammantrade.projection';

/** Where documents are read and their words opened: the log's own, or as one who looks at a moment may have them. */
export type Kalla = {
  read<Doc, E extends Event>(projection: Projection<Doc, E>, id: string): Promise<Doc | undefined>;
  open(value: Sealed): Promise<unknown>;
};
/** What is shown: `far` says which classes, and `maskat` that masked words and all personnummer are left out. What is left out is never opened, or is gone before the page is made. */
export type Visning = { readonly omgang?: number | undefined; readonly far: (klass: Klass) => boolean; readonly maskat: boolean };
export type Sida = { readonly html: string; readonly hash: string; readonly personnummer: number };

type Numrerad = Punkt & { readonly paragraf: NonNullable<Punkt['paragraf']>; readonly beslut: NonNullable<Punkt['beslut']> };
const arNumrerad = (punkt: Punkt): punkt is Numrerad => punkt.paragraf !== undefined && punkt.beslut !== undefined;

export const OFFENTLIG = { far: (klass: Klass) => klass === 'oppen', maskat: true } as const;

/** The protocol as a page that can be read by itself; nothing where there is none to show. */
export const protokollssidan = async (mote: Sammantrade, visning: Visning, kalla: Kalla): Promise<Sida | undefined> => {
  const eget = visning.omgang === undefined ? undefined : mote.omgangar.find(({ omgang }) => omgang === visning.omgang);
  if (mote.oppnat === undefined || (visning.omgang !== undefined && eget === undefined)) return undefined;
  const { hittade, ...dokument } = await dokumentet(mote, eget, visning, kalla);
  const html = dokumentHtml(dokument);
  return { html, hash: hashOf(new TextEncoder().encode(html)), personnummer: hittade };
};

/** C6: what stands in the way of publishing, counted on the very page that would be published: personnummer, and open §§ whose matter is secret. */
export const publiceringsunderlag = async (mote: Sammantrade, omgang: number, around: Surroundings): Promise<{ readonly hash: string; readonly personnummer: number; readonly sekretess: number } | undefined> => {
  const eget = mote.omgangar.find((en) => en.omgang === omgang);
  if (eget === undefined || !arJusterad(eget)) return undefined;
  const sida = await protokollssidan(mote, { ...OFFENTLIG, omgang }, { read: (projection, id) => around.read(projection, id), open: (value) => around.open(value) });
  if (sida === undefined) return undefined;
  let sekretess = 0;
  for (const { id, klass, arende } of mote.punkter) {
    if (klass === 'oppen' && arende !== undefined && eget.punkter.includes(id) && (await around.read(arendet, arende))?.klass === 'sekretess') sekretess++;
  }
  return { hash: sida.hash, personnummer: sida.personnummer, sekretess };
};

const dokumentet = async (mote: Sammantrade, eget: Omgang | undefined, { far, maskat }: Visning, kalla: Kalla): Promise<Dokument & { readonly hittade: number }> => {
  const [organ, nu] = [await kalla.read(namnden, mote.namnd), await kalla.read(sammantradet, mote.id)];
  const form = (organ && reglementePa(organ, mote.datum))?.paragrafform ?? 'nummer';
  const skriv = (paragraf: Numrerad['paragraf']): string => skrivParagraf(paragraf, form, mote.organ);
  const heter = await namnen(mote, kalla);
  const omgangFor = new Map(mote.omgangar.flatMap((en) => en.punkter.map((punkt) => [punkt, en] as const)));
  const numrerade = mote.punkter.filter(arNumrerad).sort((a, b) => a.beslut.ordning - b.beslut.ordning);
  const omedelbara = eget === undefined || eget.omedelbar ? [] : (eget.uppgifter?.hanvisningar ?? mote.omgangar.filter(({ omedelbar }) => omedelbar).flatMap(({ punkter }) => punkter));
  const visade = numrerade.filter(({ id }) => eget === undefined || eget.punkter.includes(id) || omedelbara.includes(id));
  const hittade = { antal: 0 };
  const oppna = async (text: Sealed | undefined, masker: readonly string[] = []): Promise<string | undefined> => {
    if (text === undefined) return undefined;
    const oppen = await kalla.open(text);
    return rensad(oppen === GALLRAT ? 'gallrat' : String(oppen), masker, maskat, hittade);
  };

  const paragrafer: Dokumentparagraf[] = [];
  for (const punkt of visade) {
    const skrivs = skriv(punkt.paragraf);
    const klass = strictest(punkt.klass, nu?.punkter.find(({ id }) => id === punkt.id)?.klass);
    if (!far(klass)) paragrafer.push({ skrivs, sekretess: true });
    else if (omedelbara.includes(punkt.id) || (eget === undefined && omgangFor.get(punkt.id)?.omedelbar === true)) paragrafer.push({ skrivs, hanvisning: hanvisningsrad(skrivs) });
    else paragrafer.push(await paragrafens(mote, punkt, skrivs, nu?.punkter.find(({ id }) => id === punkt.id)?.maskningar ?? punkt.maskningar ?? [], { heter, oppna, kalla }));
  }
  const vid = narvaroPerPunkt(mote);
  const nr = (ids: readonly string[]): string => spann(visade.filter(({ id }) => ids.includes(id)).map(({ paragraf }) => paragraf));
  const alla = visade.map(({ id }) => id);
  const vilka = (ids: readonly string[]): string => (ids.length === alla.length ? '' : nr(ids));
  const ordinarie = mote.narvaro.map(({ person, uppdrag, parti, roll }) => ({ person, uppdrag, parti, roll, tjanstgor: vid(person).tjanstgor.filter((id) => alla.includes(id)), narvarande: vid(person).narvarande.filter((id) => alla.includes(id)) }));
  const ovriga: { benamning: string; enhet?: string; nar: string }[] = [];
  for (const { benamning, enhet, punkter } of mote.ovrigNarvaro) {
    const dar = punkter?.filter((id) => alla.includes(id)) ?? alla;
    if (dar.length > 0) ovriga.push({ benamning: (await oppna(benamning))!, ...(enhet !== undefined && { enhet: (await oppna(enhet))! }), nar: vilka(dar) });
  }
  const anslag = eget?.anslag.at(-1);
  return {
    organ: (await oppna(organ?.namn)) ?? mote.organ, datum: mote.datum, tid: mote.oppnat!, ...(mote.avslutat !== undefined && { slut: mote.avslutat }), plats: (await oppna(mote.hallenPlats ?? mote.plats))!,
    spann: spann(visade.map(({ paragraf }) => paragraf)), ...(eget?.omedelbar === true && { omedelbar: true }),
    tjanstgorande: ordinarie.filter(({ tjanstgor }) => tjanstgor.length > 0).map(({ person, uppdrag, parti, roll, tjanstgor }) => ({ namn: heter(person), parti, uppdrag, ...(roll !== undefined && { roll }), nar: vilka(tjanstgor) })),
    icke: ordinarie.filter(({ tjanstgor, narvarande }) => tjanstgor.length === 0 && narvarande.length > 0).map(({ person, parti, narvarande }) => ({ namn: heter(person), parti, nar: vilka(narvarande) })),
    ovriga, justerare: (eget?.justerare.length ?? 0) > 0 ? eget!.justerare.map(heter) : mote.justerare.map(({ person }) => heter(person)),
    ...(eget?.datum !== undefined && { justerat: eget.datum }), underskrifter: (eget?.underskrifter ?? []).map(({ person, datum }) => ({ namn: heter(person), datum })),
    ...(anslag !== undefined && { anslag: { datum: anslag.datum, nedtasTidigast: anslag.nedtasTidigast, forvaringsplats: (await oppna(anslag.forvaringsplats))! } }),
    paragrafer, hittade: hittade.antal,
  };
};

type Verktyg = { readonly heter: (person: string) => string; readonly oppna: (text: Sealed | undefined, masker?: readonly string[]) => Promise<string | undefined>; readonly kalla: Kalla };
/** `maskningar`: those of today, also when an earlier moment is shown. */
const paragrafens = async (mote: Sammantrade, punkt: Numrerad, skrivs: string, maskningar: NonNullable<Punkt['maskningar']>, { heter, oppna, kalla }: Verktyg): Promise<Dokumentparagraf> => {
  const { beslut, behandling = OBEHANDLAD, forslagFran } = punkt;
  const masker: string[] = [];
  for (const { text } of maskningar) {
    const oppen = await kalla.open(text);
    if (oppen !== GALLRAT) masker.push(String(oppen));
  }
  const ord = (text: Sealed): Promise<string> => oppna(text, masker) as Promise<string>;
  const kanske = async (text: Sealed | undefined): Promise<{ readonly text: string } | undefined> => (text === undefined ? undefined : { text: await ord(text) });
  const alla = async <T, R>(lista: readonly T[], gor: (en: T) => Promise<R>): Promise<readonly R[]> => {
    const ut: R[] = [];
    for (const en of lista) ut.push(await gor(en));
    return ut;
  };
  const narvaro = new Map(mote.narvaro.map((en) => [en.person, en.parti]));
  const partiet: Partier = (person) => narvaro.get(person);
  const medParti = (person: string): string => (partiet(person) === undefined ? heter(person) : `${heter(person)} (${partiet(person)})`);
  const organ = async (namnd: string): Promise<string> => (await kalla.read(namnden, namnd))?.organ ?? '';
  const fran = forslagFran && (await organ(forslagFran.namnd));
  const gang = beslutsgangstext(punkt, partiet, () => fran ?? '');
  const stegen = (steg: readonly Steg[] = []): Promise<readonly string[]> => alla(steg.flatMap(({ text }) => text ?? []), ord);
  const doc = await kalla.read(paragrafen, punkt.id);
  const rubrik = await ord(beslut.rubrik ?? punkt.rubrik);
  const beteckning = beslut.diarienummer ?? punkt.diarienummer;
  return {
    skrivs, rubrik, ...(beteckning !== undefined && { beteckning }), beslutstyp: beslut.beslutstyp,
    beslutspunkter: await alla(beslut.beslutspunkter, async ({ text, verb, subjekt }) => ({ text: await ord(text), inledning: [await kanske(subjekt), await kanske(verb)].flatMap((en) => en?.text ?? []).join(' ') })),
    forslag: await alla(punkt.forslag ?? [], async ({ text }) => ord(text)),
    ...(forslagFran !== undefined && { forslagFran: hanvisningstext(fran!, forslagFran) }), underlag: await alla(beslut.underlag ?? [], ord),
    yrkanden: await alla(behandling.yrkanden.filter(({ aterkallat }) => aterkallat === undefined), async ({ slag, av, instammer = [], text, motivering }) => ({ slag, av: av.map(medParti), instammer: instammer.map(medParti), text: await ord(text), ...(await kanske(motivering).then((en) => en && { motivering: en.text })) })),
    beslutsgang: gang === undefined ? [...await stegen(behandling.propositionsordning), ...await stegen(behandling.beslutsgang?.steg)] : [medNamn(gang, heter)],
    omrostningar: behandling.omrostningar.map(({ ja, nej, avstar, sluten, roster = [] }) => ({ ja, nej, avstar, sluten, roster: roster.map(({ person, rost }) => ({ namn: heter(person), parti: partiet(person) ?? '', rost })) })),
    reservationer: await alla(behandling.reservationer, async ({ av, tillFormanFor, motivering }) => ({ av: av.map(medParti), ...(await kanske(tillFormanFor).then((en) => en && { tillFormanFor: en.text })), ...(await kanske(motivering).then((en) => en && { motivering: en.text })) })),
    anteckningar: await alla(behandling.anteckningar, async ({ slag, av, text }) => ({ slag, av: av.map(medParti), text: await ord(text) })),
    deltarInte: behandling.deltarInte.map(({ person }) => medParti(person)),
    jav: mote.franvaro.filter((en) => en.punkt === punkt.id && en.skal === 'jav').map(({ person, ersattsAv }) => medNamn(javsrad(person, ersattsAv), heter)),
    ...(beslut.andrar !== undefined && { andrar: { beslut: hanvisningstext(mote.organ, beslut.andrar), grund: beslut.andrar.grund, skal: await ord(beslut.andrar.skal) } }),
    rattelser: await alla(doc?.rattelser ?? [], async ({ beslutspunkt, text, datum }) => ({ ...(beslutspunkt !== undefined && { beslutspunkt }), text: await ord(text), datum })),
    andrad: await senare(doc?.andrad, organ), vidare: await senare(doc?.vidare, organ),
  };
};
const senare = async (alla: Paragraf['andrad'] | Paragraf['vidare'] = [], organ: (namnd: string) => Promise<string>): Promise<readonly string[]> => {
  const rader: string[] = [];
  for (const en of alla) rader.push(hanvisningstext(await organ(en.namnd), en));
  return rader;
};

/** Names of those who serve the public are open. */
const namnen = async (mote: Sammantrade, kalla: Kalla): Promise<(person: string) => string> => {
  const vilka = new Set([
    ...mote.narvaro.map(({ person }) => person), ...mote.justerare.map(({ person }) => person), ...omnamnda(mote),
    ...mote.omgangar.flatMap(({ justerare, underskrifter = [] }) => [...justerare, ...underskrifter.map(({ person }) => person)]),
  ]);
  const namn = new Map<string, string>();
  for (const id of vilka) {
    const person = await kalla.read(personen, id);
    const oppen = person && (await kalla.open(person.namn));
    if (typeof oppen === 'string') namn.set(id, oppen);
  }
  return (person) => namn.get(person) ?? 'en ledamot';
};

/** C6: masked words go, and what is left that looks like a personnummer is counted and goes too. Longest first: one mask may stand within another. */
const rensad = (text: string, masker: readonly string[], maskat: boolean, hittade: { antal: number }): string => {
  const maskad = [...masker].filter((en) => en !== '').sort((a, b) => b.length - a.length).reduce((hittills, en) => hittills.replaceAll(en, '[maskat]'), text);
  const nummer = hittaPersonnummer(maskad);
  hittade.antal += nummer.length;
  return !maskat ? text : nummer.reduceRight((hittills, { index, text: ett }) => `${hittills.slice(0, index)}${PERSONNUMMER_BORTTAGET}${hittills.slice(index + ett.length)}`, maskad);
};
