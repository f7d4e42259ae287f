import {
  arAntal, arDag, arObjekt, arText, DELEGATION, dela, type Fri, INDELNING, LEX_SARAH, LEX_SARAH_UTFALL, LISTA, medUppgifter, perioden, samla, samladPeriod, type Tabell, type Uppgift, utanPeriod,
} from './redovisning';

/** A row by its table, as a command has it. */
export const rad = (en: Fri, tabell: Tabell, egna: readonly string[] = []): Fri & { readonly uppgifter: readonly Uppgift[] } => {
  const { data, uppgifter } = dela(en, tabell, egna);
  return { ...data, uppgifter };
};
const uppgifterna = (doc: Fri): readonly Uppgift[] => doc.uppgifter as readonly Uppgift[];
const listan = (varde: unknown): readonly Fri[] => varde as readonly Fri[];
export const samladRad = (doc: Fri, tabell: Tabell): Fri => medUppgifter({ ...samla(doc, tabell), ...samladPeriod(doc) }, uppgifterna(doc));

/** Nothing is said by an empty list, and what is not of the usual kind stands in its place. */
const ifyllda = (falt: Fri): Fri => Object.fromEntries(Object.entries(falt).filter(([, en]) => Object.keys(en as object).length > 0));

const alla = (varde: unknown, ar: (en: unknown) => boolean): varde is readonly never[] => Array.isArray(varde) && varde.every(ar);
const antalen = (varde: unknown): readonly (readonly [string, number])[] => (arObjekt(varde) && Object.entries(varde).every(([namn, antal]) => arText(namn) && arAntal(antal)) ? (Object.entries(varde) as [string, number][]) : []);

/** Delegated decisions by lists, each with what is said of its rows, and back. */
export const delegationen = (del: Fri): Fri => {
  const { kategorier, utskottsdagar, period } = del;
  const egna = ['paragraf', ...utanPeriod(period), ...(alla(kategorier, arObjekt) ? ['kategorier'] : []), ...(alla(utskottsdagar, arDag) ? ['utskottsdagar'] : [])];
  return { ...rad(del, DELEGATION, egna), ...perioden(period), utskottsdagar: alla(utskottsdagar, arDag) ? utskottsdagar : [], listor: alla(kategorier, arObjekt) ? (kategorier as readonly Fri[]).map(lista) : [] };
};
const lista = (en: Fri): Fri => {
  const { lagar, period, enhet_per_dnr: enheter } = en;
  const dnr = new Set(antalen(en.dnr_rader).map(([namn]) => namn));
  // A unit is told of a number that has rows.
  const medEnhet = arObjekt(enheter) && Object.entries(enheter).every(([namn, enhet]) => dnr.has(namn) && arText(enhet));
  const delade = INDELNING.filter(([falt]) => antalen(en[falt]).length > 0);
  const egna = [...utanPeriod(period), ...(alla(lagar, arText) ? ['lagar'] : []), ...(medEnhet ? ['enhet_per_dnr'] : []), ...delade.map(([falt]) => falt)];
  return {
    ...rad(en, LISTA, egna), ...perioden(period), lagar: alla(lagar, arText) ? lagar : [],
    rader: delade.flatMap(([falt, indelning]) => antalen(en[falt]).map(([namn, antal]) => ({ indelning, namn, antal, ...(medEnhet && falt === 'dnr_rader' && enheter[namn] !== undefined && { enhet: enheter[namn] }) }))),
  };
};
export const samladDelegation = (doc: Fri): Fri =>
  medUppgifter({ ...samla(doc, DELEGATION), ...samladPeriod(doc), ...ifyllda({ utskottsdagar: doc.utskottsdagar, kategorier: listan(doc.listor).map(samladLista) }) }, uppgifterna(doc));
const samladLista = (doc: Fri): Fri => {
  const rader = listan(doc.rader);
  const delar = INDELNING.flatMap(([falt, indelning]) => {
    const egna = rader.filter((en) => en.indelning === indelning);
    return egna.length === 0 ? [] : [[falt, Object.fromEntries(egna.map(({ namn, antal }) => [namn, antal]))]];
  });
  const enheter = rader.filter(({ enhet }) => arText(enhet));
  return medUppgifter({
    ...samla(doc, LISTA), ...samladPeriod(doc), ...(Object.fromEntries(delar) as Fri), ...ifyllda({ lagar: doc.lagar, enhet_per_dnr: Object.fromEntries(enheter.map(({ namn, enhet }) => [namn, enhet])) }),
  }, uppgifterna(doc));
};

/** What was told row by row, and back. */
export const posterna = (slag: string, del: Fri, tabell: Tabell): Fri => {
  const { poster, period } = del;
  const egna = ['paragraf', ...utanPeriod(period), ...(alla(poster, arObjekt) ? ['poster'] : [])];
  return { slag, ...rad(del, {}, egna), ...perioden(period), poster: alla(poster, arObjekt) ? (poster as readonly Fri[]).map((en, ordning) => ({ ordning, ...rad(en, tabell) })) : [] };
};
export const samladePoster = (doc: Fri, tabell: Tabell): Fri => medUppgifter({ ...samladPeriod(doc), ...ifyllda({ poster: listan(doc.poster).map((en) => samladRad(en, tabell)) }) }, uppgifterna(doc));

/** Lex Sarah by months, numbers and sections, and back. */
export const lexSarah = (del: Fri): Fri => {
  const { rapporter, lagrum } = del;
  const utfall = LEX_SARAH_UTFALL.filter((falt) => alla(del[falt], arText));
  const lagrummen = arObjekt(lagrum) && Object.entries(lagrum).every(([avser, skrivet]) => arText(avser) && arText(skrivet)) ? Object.entries(lagrum) : [];
  const egna = ['paragraf', ...utfall, ...(antalen(rapporter).length > 0 ? ['rapporter'] : []), ...(lagrummen.length > 0 ? ['lagrum'] : [])];
  return {
    ...rad(del, LEX_SARAH, egna), rapporter: antalen(rapporter).map(([manad, antal]) => ({ manad, antal })), lagrum: lagrummen.map(([avser, skrivet]) => ({ avser, skrivet })),
    arenden: utfall.flatMap((falt) => (del[falt] as readonly string[]).map((nummer) => ({ utfall: falt, nummer }))),
  };
};
export const samladLexSarah = (doc: Fri): Fri => {
  const arenden = listan(doc.arenden);
  const delar = LEX_SARAH_UTFALL.flatMap((utfall) => {
    const egna = arenden.filter((en) => en.utfall === utfall);
    return egna.length === 0 ? [] : [[utfall, egna.map(({ nummer }) => nummer)]];
  });
  return medUppgifter({
    ...samla(doc, LEX_SARAH), ...(Object.fromEntries(delar) as Fri),
    ...ifyllda({ rapporter: Object.fromEntries(listan(doc.rapporter).map(({ manad, antal }) => [manad, antal])), lagrum: Object.fromEntries(listan(doc.lagrum).map(({ avser, skrivet }) => [avser, skrivet])) }),
  }, uppgifterna(doc));
};
