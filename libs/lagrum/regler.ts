import { arDatum, type Datum, dagarMellan } from './datum';
import { type Amne, type Anmarkning, stod } from './lagrum';
import { anslagSenast, type Frist, justeringSenast, type Kallelsetid, kallelseSenast, nedtagningTidigast } from './tid';

// Rules of the rule book that need nothing but numbers, dates and text. Error texts are the rule book's own.

/** Dates are kept for ever and the law counts from them, so that one that does not exist stops in the decider though the edge has looked. */
export const provaDatum = (...dagar: readonly (string | undefined)[]): Anmarkning<'DATUM_FINNS_INTE'> | undefined => {
  const saknad = dagar.find((dag) => dag !== undefined && !arDatum(dag));
  return saknad === undefined ? undefined : { kod: 'DATUM_FINNS_INTE', allvar: 'STOPP', text: `Datumet ${saknad} finns inte.` };
};

// A1–A4: kallelse

export type Begaran = { readonly antalLedamoter: number; readonly ledamoter: readonly string[]; readonly begaranAv: readonly string[]; readonly ordforandeBegar: boolean };

/** A third of the ledamöter, or ordföranden, can have a meeting held (KL 6:23). `ledamoter` includes an ersättare only while serving. */
export const masteHallas = ({ antalLedamoter, ledamoter, begaranAv, ordforandeBegar }: Begaran): boolean =>
  ordforandeBegar || 3 * new Set(begaranAv.filter((person) => ledamoter.includes(person))).size >= antalLedamoter;

export const provaNekatSammantrade = (begaran: Begaran): Anmarkning<'SAMMANTRADE_MASTE_HALLAS'> | undefined => {
  if (!masteHallas({ ...begaran, ordforandeBegar: false })) return undefined;
  return { kod: 'SAMMANTRADE_MASTE_HALLAS', allvar: 'STOPP', text: 'Minst en tredjedel av ledamöterna har begärt sammanträde. Sammanträdet måste hållas (KL 6 kap. 23 §).', lagrum: 'KL 6 kap. 23 §' };
};

/** A late kallelse is a reason to think, not a stop: KL 13:9 lets a fault without effect pass. */
export const provaKallelsetid = (
  motesdatum: Datum,
  skickad: Datum | null,
  kallelsetid: Kallelsetid,
): Anmarkning<'KALLELSE_SEN', 'VARNING'> | Anmarkning<'KALLELSEDATUM_SAKNAS', 'INFO'> | undefined => {
  if (skickad === null) return { kod: 'KALLELSEDATUM_SAKNAS', allvar: 'INFO', text: 'Kallelsens datum saknas; tidsfristen kan inte kontrolleras.' };
  const senast: Frist = kallelseSenast(motesdatum, kallelsetid);
  if (dagarMellan(skickad, senast.datum) >= 0) return undefined;
  return {
    kod: 'KALLELSE_SEN',
    allvar: 'VARNING',
    text: `Kallelsen skickades ${skickad}. Enligt reglementet ska den ha skickats senast ${senast.datum} (${kallelsetid.dagar} ${kallelsetid.slag === 'vardagar' ? 'vardagar' : 'dagar'} före sammanträdet). Ange skäl (brådskande) eller flytta sammanträdet.`,
    lagrum: senast.lagrum,
  };
};

/** Every ledamot and every ersättare is told time and place (KL 6:17). Takes names, or whatever stands for them. */
export const provaKallade = (skaKallas: readonly string[], kallade: readonly string[]): Anmarkning<'KALLELSE_SAKNAR_MOTTAGARE'> | undefined => {
  const saknas = [...new Set(skaKallas)].filter((namn) => !kallade.includes(namn));
  if (saknas.length === 0) return undefined;
  return { kod: 'KALLELSE_SAKNAR_MOTTAGARE', allvar: 'STOPP', text: `Följande har inte fått kallelse: ${saknas.join(', ')}. Även ersättare ska underrättas om tid och plats (KL 6 kap. 17 §).`, lagrum: 'KL 6 kap. 17 §' };
};

/** What a kallelse must carry (A4), in the words the error uses. */
export const KALLELSEFALT = ['sammanträdande organ', 'datum', 'tid', 'plats', 'ordförandens namn', 'kontakt för förhinder'] as const;
export type Kallelsefalt = (typeof KALLELSEFALT)[number];
export type Kallelsearende = { readonly nummer: number; readonly titel: string; readonly beslutsarende: boolean; readonly diarienummer?: string | null; readonly utanDnr?: boolean };

/** One STOPP for each thing that is missing, so that all can be mended at once. */
export const provaKallelseinnehall = (
  falt: Readonly<Partial<Record<Kallelsefalt, string | null>>>,
  arenden: readonly Kallelsearende[],
): readonly Anmarkning<'KALLELSE_SAKNAR_FALT'>[] => {
  const tom = (text: string | null | undefined): boolean => (text ?? '').trim() === '';
  const saknas = [
    ...KALLELSEFALT.filter((namn) => tom(falt[namn])),
    ...(arenden.length === 0 ? ['ärenden'] : []),
    ...arenden.flatMap(({ nummer, titel, beslutsarende, diarienummer, utanDnr = false }) => [
      ...(tom(titel) ? [`rubrik på ärende ${nummer}`] : []),
      ...(beslutsarende && !utanDnr && tom(diarienummer) ? [`diarienummer på ärende ${nummer}`] : []),
    ]),
  ];
  return saknas.map((namn) => ({ kod: 'KALLELSE_SAKNAR_FALT', allvar: 'STOPP', text: `Kallelsen saknar ${namn}.` }));
};

// A5: numbering, with the confidential block

/** A row of the agenda. `till` is the last number of a block such as "5.-18. SEKRETESSÄRENDEN". */
export type Arenderad = { readonly fran: number; readonly till: number; readonly rubrik: string };

/** Reads "5.-18. SEKRETESSÄRENDEN" or "19. Internkontroll". Undefined for any other line. */
export const tolkaArenderad = (text: string): Arenderad | undefined => {
  const traff = /^(\d+)\.(?:\s*[-–]\s*(\d+)\.)?\s+(.+)$/.exec(text);
  if (traff === null) return undefined;
  const fran = Number(traff[1]);
  return { fran, till: traff[2] === undefined ? fran : Number(traff[2]), rubrik: traff[3]! };
};

export type Nummerfel = 'ARENDENUMMER_EJ_I_FOLJD' | 'SEKRETESSBLOCK_OPPET' | 'SEKRETESSBLOCK_ANTAL';

/**
 * The rows cover 1..N without gap or overlap, and a block hides confidential items only. Without `arenden` (a public
 * agenda read from paper) only the first can be judged. These are agenda numbers, never § numbers (C2).
 */
export const provaNumrering = (
  rader: readonly Pick<Arenderad, 'fran' | 'till'>[],
  arenden?: readonly { readonly nummer: number; readonly sekretess: boolean }[],
): readonly Anmarkning<Nummerfel>[] => {
  const fel: Anmarkning<Nummerfel>[] = [];
  let forra = 0;
  for (const { fran, till } of rader) {
    if (fran !== forra + 1) fel.push(ejIFoljd(forra, fran));
    if (till < fran) fel.push(ejIFoljd(fran, till));
    if (arenden !== undefined && till > fran) {
      const iBlocket = arenden.filter(({ nummer }) => nummer >= fran && nummer <= till);
      for (const { nummer, sekretess } of iBlocket) {
        if (!sekretess) fel.push({ kod: 'SEKRETESSBLOCK_OPPET', allvar: 'STOPP', text: `Ärende ${nummer} ligger i sekretessblocket men är inte sekretessmarkerat.` });
      }
      const antal = new Set(iBlocket.map(({ nummer }) => nummer)).size;
      if (antal !== till - fran + 1) fel.push({ kod: 'SEKRETESSBLOCK_ANTAL', allvar: 'STOPP', text: `Sekretessblocket ${fran}–${till} ska ha ${till - fran + 1} ärenden men har ${antal}.` });
    }
    forra = Math.max(forra, fran, till);
  }
  return fel;
};

/** The agenda as the public sees it: confidential items in a row become one block without titles, and keep their numbers. */
export const publikaRader = (arenden: readonly { readonly nummer: number; readonly rubrik: string; readonly sekretess: boolean }[]): readonly Arenderad[] => {
  const rader: (Arenderad & { readonly sekretess: boolean })[] = [];
  for (const { nummer, rubrik, sekretess } of arenden) {
    const forra = rader.at(-1);
    if (sekretess && forra?.sekretess === true && forra.till + 1 === nummer) rader[rader.length - 1] = { ...forra, till: nummer, rubrik: 'SEKRETESSÄRENDEN' };
    else rader.push({ fran: nummer, till: nummer, rubrik: sekretess ? 'SEKRETESSÄRENDE' : rubrik, sekretess });
  }
  return rader.map(({ fran, till, rubrik }) => ({ fran, till, rubrik }));
};

/** "5.-18. SEKRETESSÄRENDEN": the way `tolkaArenderad` reads it. */
export const skrivArenderad = ({ fran, till, rubrik }: Arenderad): string => `${fran}.${till > fran ? `-${till}.` : ''} ${rubrik}`;

const ejIFoljd = (fore: number, efter: number): Anmarkning<Nummerfel> => ({
  kod: 'ARENDENUMMER_EJ_I_FOLJD', allvar: 'STOPP', text: `Ärendenumren är inte i följd: efter ${fore} kommer ${efter}.`,
});

// A11: the order of dates

/** A paper dated before what it tells of. `handelse` follows "före": 'händelsen', 'beslutet'. */
export const provaHandlingsdatum = (namn: string, daterad: Datum, handelse: string, handelsedatum: Datum): Anmarkning<'DATUM_I_FEL_ORDNING', 'VARNING'> | undefined =>
  dagarMellan(handelsedatum, daterad) >= 0 ? undefined : datumfel(namn, daterad, 'före', handelse, handelsedatum);

export type Arendedatum = {
  readonly handlingar: readonly { readonly namn: string; readonly datum: Datum | null }[];
  readonly tjansteskrivelse: Datum | null;
  readonly kallelse: Datum | null;
  readonly mote: Datum | null;
};

/** Handling ≤ tjänsteskrivelse ≤ kallelse ≤ meeting (A11). Dates that are not known are passed over. */
export const provaDatumordning = ({ handlingar, tjansteskrivelse, kallelse, mote }: Arendedatum): readonly Anmarkning<'DATUM_I_FEL_ORDNING', 'VARNING'>[] => {
  const senare = (a: Datum | null, b: Datum | null): boolean => a !== null && b !== null && dagarMellan(b, a) > 0;
  const fel: Anmarkning<'DATUM_I_FEL_ORDNING', 'VARNING'>[] = [];
  for (const { namn, datum } of handlingar) {
    if (senare(datum, tjansteskrivelse)) fel.push(datumfel('Tjänsteskrivelse', tjansteskrivelse!, 'före', `handlingen '${namn}'`, datum!));
    else if (tjansteskrivelse === null && senare(datum, kallelse)) fel.push(datumfel('Kallelse', kallelse!, 'före', `handlingen '${namn}'`, datum!));
    else if (tjansteskrivelse === null && kallelse === null && senare(datum, mote)) fel.push(datumfel(namn, datum!, 'efter', 'sammanträdet', mote!));
  }
  if (senare(tjansteskrivelse, kallelse)) fel.push(datumfel('Kallelse', kallelse!, 'före', 'tjänsteskrivelsen', tjansteskrivelse!));
  else if (kallelse === null && senare(tjansteskrivelse, mote)) fel.push(datumfel('Tjänsteskrivelse', tjansteskrivelse!, 'efter', 'sammanträdet', mote!));
  if (senare(kallelse, mote)) fel.push(datumfel('Kallelse', kallelse!, 'efter', 'sammanträdet', mote!));
  return fel;
};

const datumfel = (namn: string, daterad: Datum, ordning: 'före' | 'efter', handelse: string, datum: Datum): Anmarkning<'DATUM_I_FEL_ORDNING', 'VARNING'> => ({
  kod: 'DATUM_I_FEL_ORDNING', allvar: 'VARNING', text: `Handlingen '${namn}' är daterad ${daterad}, ${ordning} ${handelse} ${datum}. Kontrollera datum.`,
});

// C3, C5, D2: justering, anslag, laga kraft

/** Justering approves what was decided at the gavel; it may not change it (JO 3339-2013). */
export const provaBeslutstext = (paragraf: number, vidKlubbslaget: string, iProtokollet: string): Anmarkning<'BESLUTSTEXT_ANDRAD'> | undefined =>
  vidKlubbslaget === iProtokollet
    ? undefined
    : { kod: 'BESLUTSTEXT_ANDRAD', allvar: 'STOPP', text: `Beslutstexten i § ${paragraf} avviker från det som antecknades vid klubbslaget. Justering får inte ändra beslutet.` };

/** Warns from the day after the fourteenth: the day to work towards is the unshifted one. */
export const provaJustering = (motesdatum: Datum, justerad: Datum | null, idag: Datum): Anmarkning<'JUSTERING_SEN', 'VARNING'> | undefined => {
  const { mal, lagrum } = justeringSenast(motesdatum);
  if (justerad !== null || dagarMellan(mal, idag) <= 0) return undefined;
  return { kod: 'JUSTERING_SEN', allvar: 'VARNING', text: `Protokollet är inte justerat och 14 dagar har gått sedan sammanträdet ${motesdatum}.`, lagrum };
};

/** An announcement cannot come before what it announces; a late one is noted, and time runs from the day it came (KL 8:12). */
export const provaAnslag = (justerad: Datum, anslagen: Datum): Anmarkning<'ANSLAG_FORE_JUSTERING'> | Anmarkning<'ANSLAG_SENT', 'VARNING'> | undefined => {
  const { citat, allvar } = stod('anslagstid', justerad);
  if (dagarMellan(justerad, anslagen) < 0) {
    return { kod: 'ANSLAG_FORE_JUSTERING', allvar, text: `Anslagsdagen ${anslagen} ligger före justeringen ${justerad}. Justeringen kan inte tillkännages innan den är gjord (${citat}).`, lagrum: citat };
  }
  const { datum } = anslagSenast(justerad);
  if (dagarMellan(datum, anslagen) <= 0) return undefined;
  return { kod: 'ANSLAG_SENT', allvar: 'VARNING', text: `Justeringen skulle ha tillkännagetts senast ${datum} (${citat}). Överklagandetiden räknas från den faktiska anslagsdagen.`, lagrum: citat };
};

/** Refuses to take the announcement down too early. That it has already happened is a fact: see `provaAvbrott`. */
export const provaNedtagning = (anslagen: Datum, nedtagen: Datum): Anmarkning<'ANSLAG_TAS_NED_FOR_TIDIGT'> | undefined => {
  const { datum } = nedtagningTidigast(anslagen);
  if (dagarMellan(datum, nedtagen) >= 0) return undefined;
  const { citat, allvar } = andraStycket('overklagandetid', anslagen);
  return { kod: 'ANSLAG_TAS_NED_FOR_TIDIGT', allvar, text: `Anslaget får inte tas ned före ${datum}. Om det tas ned tidigare löper överklagandetiden inte ut (${citat}).`, lagrum: citat };
};

/** A measured gap in the announcement, for a person to judge; nothing begins anew by itself. `avbrott` says when, as text. */
export const provaAvbrott = (anslagen: Datum, avbrott: string): Anmarkning<'ANSLAG_BRUTET', 'VARNING'> => {
  const { citat } = andraStycket('overklagandetid', anslagen);
  return { kod: 'ANSLAG_BRUTET', allvar: 'VARNING', text: `Anslaget har inte varit uppe oavbrutet (${avbrott}). Överklagandetiden har kanske inte löpt ut (${citat}). Säkrast är ett nytt anslag.`, lagrum: citat };
};

/** A text that calls laga kraft a fact needs a source: the municipality knows only the earliest day (KL 13:4). */
export const provaLagaKraftText = (text: string, bekraftad: boolean): Anmarkning<'LAGA_KRAFT_EJ_BEKRAFTAD', 'VARNING'> | undefined => {
  if (bekraftad || !/\b(?:har|hade|fick|vann)\s+(?:(?:fått|vunnit)\s+)?laga\s+kraft\b/iu.test(text)) return undefined;
  return { kod: 'LAGA_KRAFT_EJ_BEKRAFTAD', allvar: 'VARNING', text: 'Laga kraft är inte bekräftad. Fråga förvaltningsrätten om beslutet har överklagats (KL 13 kap. 4 §).', lagrum: 'KL 13 kap. 4 §' };
};

const andraStycket = (amne: Amne, datum: Datum): Pick<ReturnType<typeof stod>, 'citat' | 'allvar'> => {
  const { citat, allvar } = stod(amne, datum);
  return { citat: allvar === 'STOPP' ? `${citat} andra stycket` : citat, allvar };
};

// C6: personnummer in a text to be published

export type Personnummertraff = { readonly index: number; readonly text: string; readonly slag: 'personnummer' | 'samordningsnummer' | 'interimsnummer'; readonly luhn: boolean };

/**
 * What looks like a personnummer, with a date that exists. A wrong check digit does not clear it (`luhn` false): a
 * mistyped number still points at someone. Also finds the dashes and spaces that word processors put in.
 */
export const hittaPersonnummer = (text: string): readonly Personnummertraff[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}_])(?:18|19|20)?\d{6}[-+ \u00a0\u2010-\u2015\u2212]?[\dTRSUWXJKLMN]\d{3}(?![\p{L}\p{N}_])/gu)].flatMap((traff) => {
    const slag = slagAv(traff[0]);
    return slag === undefined ? [] : [{ index: traff.index, text: traff[0], slag, luhn: luhn(traff[0]) }];
  });

/** A number that could have been given to someone: form, date, a birth number from 001, check digit (Luhn). */
export const arPersonnummer = (text: string): boolean =>
  /^(?:18|19|20)?\d{6}[-+]?(?!000)\d{4}$/.test(text) && slagAv(text) !== undefined && luhn(text);

/** Stops the publishing of minutes with personnummer or unmasked confidential passages (C6; GDPR, lag 2018:218 3:10). */
export const provaPublicering = (text: string, omaskeradeStycken = 0): Anmarkning<'FAR_INTE_PUBLICERAS'> | undefined => {
  const antal = hittaPersonnummer(text).length + omaskeradeStycken;
  return antal === 0 ? undefined : { kod: 'FAR_INTE_PUBLICERAS', allvar: 'STOPP', text: `Protokollet innehåller ${antal} personnummer/sekretessmarkerade stycken och får inte publiceras.` };
};

/** The last ten signs; the century, if written, says which year is meant, else any that fits will do. */
const slagAv = (text: string): Personnummertraff['slag'] | undefined => {
  const tecken = text.replace(/[^\dA-Z]/g, '');
  const tio = tecken.slice(-10);
  const sekel = tecken.length > 10 ? [tecken.slice(0, 2)] : ['18', '19', '20'];
  const dag = Number(tio.slice(4, 6));
  const finns = (d: number): boolean => sekel.some((s) => arDatum(`${s}${tio.slice(0, 2)}-${tio.slice(2, 4)}-${String(d).padStart(2, '0')}`));
  if (/[A-Z]/.test(tio)) return finns(dag) ? 'interimsnummer' : undefined;
  if (finns(dag)) return 'personnummer';
  return dag > 60 && finns(dag - 60) ? 'samordningsnummer' : undefined;
};

/** A letter in an interim number counts as 1. */
const luhn = (text: string): boolean => {
  const siffror = [...text.replace(/[^\dA-Z]/g, '').slice(-10)].map((tecken) => (/\d/.test(tecken) ? Number(tecken) : 1));
  const summa = siffror.reduce((hittills, siffra, i) => hittills + (i % 2 === 0 ? (siffra > 4 ? 2 * siffra - 9 : 2 * siffra) : siffra), 0);
  return siffror.length === 10 && summa % 10 === 0;
};

// D3, FL 33 and 44: how a party got to know of the decision

/** Formal delgivning is one way to prove that a party fick del, not a condition. */
export const DELFAENDESATT = ['delgivningskvitto', 'mottagningsbevis', 'overlamnat', 'muntligt', 'digitalt', 'delgivning', 'delgivning_genom_annan', 'kungorelsedelgivning', 'annat'] as const;
export type Delfaendesatt = (typeof DELFAENDESATT)[number];

/** SoL 14:12 forbids two ways when a socialnämnd exercises authority over an individual; whether this is such a matter a person has to say. */
export const provaDelgivningssatt = (satt: Delfaendesatt): Anmarkning<'DELGIVNINGSSATT_I_SOCIALTJANST', 'VARNING'> | undefined =>
  satt !== 'kungorelsedelgivning' && satt !== 'delgivning_genom_annan' ? undefined : {
    kod: 'DELGIVNINGSSATT_I_SOCIALTJANST', allvar: 'VARNING', lagrum: 'SoL 14 kap. 12 §',
    text: 'I socialnämndens myndighetsutövning mot enskild får delgivning inte ske enligt 34–38 eller 47–51 §§ delgivningslagen (SoL 14 kap. 12 §). Ange varför sättet är tillåtet här.',
  };
