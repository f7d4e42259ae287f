import { createHash } from 'node:crypto';
import { canonicalText } from '@klubba/kernel';
import type { Ask } from '../../infra/klient';
import { type Mote, RUBRIK_MAX } from './form';
import { lasKlockslag } from './lista';
import { EJ_ANGIVET, ORGANTYP, dagarEfter, veckodag } from './ord';
import { paragraferI } from './samband';
import { spelaBeslut } from './spela-beslut';
import { spelaDagordning, spelaKallelse } from './spela-dagordning';
import { spelaNarvaro, spelaPersoner } from './spela-narvaro';
import { spelaExpediering } from './spela-expediering';
import { spelaProtokoll } from './spela-protokoll';
import { antalRedovisningar, harRedovisning, spelaRedovisning } from './spela-redovisning';
import { alla, type Anmarkning, Avbrott, Spelare } from './spelare';

/** A meeting on its way into Klubba: what is known of it so far, and what could not be said. */
export type Spel = {
  readonly spelare: Spelare;
  readonly mote: Mote;
  /** Its §§. */
  readonly nummer: readonly number[];
  readonly namnd: string;
  readonly sammantrade: string;
  /** Places of the file that Klubba has no word for, written as `jamfor` does. */
  readonly ejInfort: Set<string>;
};
/** Who each pid is. */
export type Personer = ReadonlyMap<string, string>;
/** The agenda's item of each row, and of each §. */
export type Punkter = { readonly rad: ReadonlyMap<number, string>; readonly paragraf: ReadonlyMap<number, string> };
export type Spelat = { readonly namnd: string; readonly sammantrade: string; readonly ejInfort: ReadonlySet<string>; readonly anmarkningar: readonly Anmarkning[] };

/** Plays a meeting into a Klubba, command by command, as it went. The same file again is the same meeting, and goes on where it broke off. `idag`: the first day in Klubba of a nämnd that is not there. Throws Avbrott or StoreUnavailable. */
export const spela = async (mote: Mote, json: unknown, fraga: Ask, framat: (gjort: number, av: number, vad: string) => void, idag: string): Promise<Spelat> => {
  const antal = antalKommandon(mote) + antalRedovisningar(mote);
  let gjort = 0;
  const spelare = new Spelare(fraga, createHash('sha256').update(canonicalText(json)).digest('hex'), kallan(mote), (vad) => framat(Math.min(++gjort, antal - 1), antal, vad));
  const ejInfort = new Set<string>();

  const namnd = await spelaNamnd(spelare, mote, idag, ejInfort);
  await provaIngetAnnat(spelare, mote, namnd);
  const sammantrade = await planera(spelare, mote, namnd, ejInfort);
  spelare.gjorda = await gjordaI(spelare, namnd, sammantrade);
  const spel: Spel = { spelare, mote, nummer: paragraferI(mote), namnd, sammantrade, ejInfort };

  const personer = await spelaPersoner(spel);
  await spelaKallelse(spel, personer);
  const { start, slut, plats = EJ_ANGIVET, slut_anges_i: angesI = [] } = mote.sammantrade;
  await spelare.ge('mote', {
    typ: 'OppnaSammantrade', id: sammantrade, plats: 'sammantrade.start', data: { tid: borjan(mote), tidSkriven: start ?? EJ_ANGIVET, ...(plats !== planeradPlats(mote) && { plats }) },
  });
  const punkter = await spelaDagordning(spel);
  await spelaNarvaro(spel, personer, punkter);
  await spelaBeslut(spel, personer, punkter, borjan(mote));
  await spelare.ge('mote', { typ: 'AvslutaSammantrade', id: sammantrade, plats: 'sammantrade.slut', data: { tid: klockan(slut) ?? borjan(mote), tidSkriven: slut ?? EJ_ANGIVET, angesI } });
  await spelaAjourneringar(spel);
  await spelaProtokoll(spel, personer, punkter);
  await spelaExpediering(spel, punkter);
  await spelaRedovisning(spel, punkter);
  // Whoever asks next sees all of it.
  await fraga('query ($id: ID!, $minst: Position) { sammantrade(id: $id, minst: $minst) { id } }', { id: sammantrade, minst: spelare.minst });
  framat(antal, antal, 'klart');
  return { namnd, sammantrade, ejInfort, anmarkningar: spelare.anmarkningar };
};

const forda = ({ yrkanden = [], jav = [], deltar_inte = [], reservationer = [], protokollsanteckningar = [] }: Mote['paragrafer'][number]): number => yrkanden.length + jav.length + deltar_inte.length + reservationer.length + protokollsanteckningar.length + 3;
const antalKommandon = ({ sammantrade: { ajourneringar = [] }, narvaro: { fortroendevalda, tjanstepersoner = [], personalforetradare = [], ovriga = [] }, dagordning, paragrafer, protokoll = [] }: Mote): number =>
  7 + ajourneringar.length + 3 * fortroendevalda.length + tjanstepersoner.length + personalforetradare.length + ovriga.length + dagordning.length + paragrafer.length + 3 * protokoll.length + paragrafer.reduce((sum, en) => sum + forda(en), 0);

/** Where it is read, as the file says it. */
const kallan = ({ kalla, id }: Mote): string => [kalla?.adress ?? [], (kalla?.dokument ?? []).map(({ path }) => path ?? [])].flat(2).join(' ') || (id ?? 'mötesfil utan angiven källa');

/** The nämnd with these letters, made if it is not there, with as many seats as the file says. */
const spelaNamnd = async (spelare: Spelare, mote: Mote, idag: string, ejInfort: Set<string>): Promise<string> => {
  const { organ, kommun, kommunkod, kallelse, paragrafer, protokoll = [], sammantrade: { datum } } = mote;
  const bokstaver = (organ.id ?? organ.namn).toUpperCase().replace(/[^A-ZÅÄÖ]/g, '').slice(0, 10) || 'ORGAN';
  const slag = organ.typ === undefined ? 'namnd' : ORGANTYP.till.get(organ.typ);
  if (slag === undefined) ejInfort.add('organ.typ');
  type Fanns = { readonly id: string; readonly organ: string; readonly namn: string; readonly slag: string; readonly kommun: string | null; readonly kommunkod: string | null; readonly startdatum: string | null };
  const fanns = (await alla<Fanns>(spelare.fraga, 'namnder', {}, 'id organ namn slag kommun kommunkod startdatum')).find((en) => en.organ === bokstaver && (en.kommunkod === null || kommunkod === undefined || en.kommunkod === kommunkod));
  if (fanns !== undefined) {
    // No file tells whom to call when one cannot come, so a kallelse is always read in; so is what only the source knows of.
    const lases = kallelse !== undefined || harRedovisning(mote) || paragrafer.some(({ beslutstyp, sekretess, omrostning }) => omrostning !== undefined || sekretess === true || beslutstyp === 'sekretess' || beslutstyp === 'ej_publicerad');
    if (lases && (fanns.startdatum === null || datum >= fanns.startdatum)) {
      throw new Avbrott('sammantrade.datum', [{ kod: 'INTE_FORE_START', text: `Sammanträdet ${datum} är inte före nämndens start i Klubba${fanns.startdatum === null ? '' : ` ${fanns.startdatum}`}, och då läses inget in. Inget är inmatat.` }]);
    }
    // It is what it is there: what the file calls otherwise was not entered.
    const sagt: readonly (readonly [falt: string, ifilen: string | undefined, dar: string | null])[] = [['organ.namn', organ.namn, fanns.namn], ['organ.typ', organ.typ, ORGANTYP.fran.get(fanns.slag) ?? null], ['kommun', kommun, fanns.kommun], ['kommunkod', kommunkod, fanns.kommunkod]];
    for (const [falt, ifilen, dar] of sagt) if (ifilen !== (dar ?? undefined)) ejInfort.add(falt);
  }
  const namnd = fanns?.id ?? (await spelare.ge(`${bokstaver}:${kommunkod}`, {
    typ: 'InrattaNamnd', plats: 'organ',
    // It begins in Klubba now: what the law would have stopped at a meeting of before may be read in.
    data: { organ: bokstaver, namn: organ.namn, slag: slag ?? 'namnd', startdatum: datum < idag ? idag : dagarEfter(datum, 1), ...(kommun !== undefined && { kommun }), ...(kommunkod !== undefined && { kommunkod }) },
  }));
  const svar = await spelare.fraga<{ namnd: { reglementen: { antalLedamoter: number }[] } | null }>(
    'query ($id: ID!, $pa: String!, $minst: Position) { namnd(id: $id, pa: $pa, minst: $minst) { reglementen { antalLedamoter } } }', { id: namnd, pa: datum, minst: spelare.minst });
  const galler = svar.namnd?.reglementen[0];
  if (galler?.antalLedamoter === organ.platser) return namnd;
  await spelare.ge('reglemente', {
    typ: 'FaststallReglemente', id: namnd, plats: 'organ.platser',
    // The file tells how many seats there are and no more: the rest is set so that it asks for nothing.
    data: {
      fran: datum, antalLedamoter: organ.platser, kallelseDagar: 0, kallelseSlag: 'kalenderdagar', omedelbarJustering: protokoll.length > 1, diarieform: 'bindestreck', paragrafform: 'nummer', aterintrade: true, byteInomPunkt: true,
      ...(galler !== undefined && { skal: 'Antalet platser enligt protokollet' }),
    },
  });
  return namnd;
};

/** Another file of the same meeting would be a second meeting, and half of it refused. */
const provaIngetAnnat = async (spelare: Spelare, { sammantrade: { datum } }: Mote, namnd: string): Promise<void> => {
  const samma = (await alla<{ id: string; datum: string; skede: string }>(spelare.fraga, 'sammantraden', { namnd: ['ID!', namnd] }, 'id datum skede')).filter((en) => en.datum === datum && en.skede !== 'installt');
  for (const { id } of samma) {
    if ((await gjordaI(spelare, namnd, id)).has(spelare.kommandoId('PlaneraSammantrade', 'mote'))) continue;
    throw new Avbrott('sammantrade.datum', [{ kod: 'SAMMANTRADET_FINNS_REDAN', text: `Nämnden har redan ett sammanträde ${datum}, som inte kom ur den här filen. Rätta det i Klubba.` }]);
  }
};

/** The commands that made a meeting what it is. */
const gjordaI = async ({ fraga, minst }: Spelare, namnd: string, sammantrade: string): Promise<ReadonlySet<string>> =>
  new Set((await alla<{ kommando: string }>(fraga, 'handelser', { namnd: ['ID', namnd], strom: ['String', `sammantrade-${sammantrade}`], minst: ['Position', minst] }, 'kommando')).map(({ kommando }) => kommando));

const planeradPlats = ({ kallelse, sammantrade }: Mote): string => (kallelse === undefined ? sammantrade.plats : kallelse.kallad_till?.plats) ?? EJ_ANGIVET;
type Ajournering = { readonly fran?: unknown; readonly till?: unknown; readonly skal?: unknown };
/** Each with its clock times, one after another within the meeting; where one is not so, none of them is said. */
const spelaAjourneringar = async ({ spelare, mote, sammantrade, ejInfort }: Spel): Promise<void> => {
  const { ajourneringar = [], slut } = mote.sammantrade;
  const lasta = ajourneringar.map((en) => {
    const { fran, till, skal } = (typeof en === 'object' && en !== null ? en : {}) as Ajournering;
    return { fran: typeof fran === 'string' ? klockan(fran) : undefined, till: typeof till === 'string' ? klockan(till) : undefined, skal };
  });
  const tider = [borjan(mote), ...lasta.flatMap(({ fran, till }) => [fran, till]), ...(slut === undefined ? [] : [klockan(slut)])];
  const ratt = tider.every((tid, i) => tid !== undefined && (i === 0 || tider[i - 1]! <= tid)) && lasta.every(({ fran, till, skal }) => fran !== till && (skal === undefined || (typeof skal === 'string' && skal.trim() !== '' && skal.length <= RUBRIK_MAX)));
  for (const [i, { fran, till, skal }] of lasta.entries()) {
    const plats = `sammantrade.ajourneringar[${i}]`;
    if (ratt) await spelare.ge(`ajournering ${i}`, { typ: 'AjourneraSammantrade', id: sammantrade, plats, data: { tid: fran, till, skal } });
    else for (const falt of ['fran', 'till', 'skal']) ejInfort.add(`${plats}.${falt}`);
  }
};

const klockan = (tid: string | undefined): string | undefined => (tid === undefined ? undefined : lasKlockslag(tid));
/** No klubbslag has a time of its own in the file: they fall at the beginning, in their order. */
const borjan = ({ kallelse, sammantrade }: Mote): string => klockan(sammantrade.start) ?? klockan(kallelse?.kallad_till?.tid) ?? '00:00';

const planera = (spelare: Spelare, mote: Mote, namnd: string, ejInfort: Set<string>): Promise<string> => {
  const { datum, start } = mote.sammantrade;
  const till = mote.kallelse?.kallad_till ?? {};
  // A meeting is on one day in Klubba, and a weekday is that day's.
  if (till.datum !== undefined && till.datum !== datum) ejInfort.add('kallelse.kallad_till.datum');
  if (till.veckodag !== undefined && till.veckodag !== veckodag(datum)) ejInfort.add('kallelse.kallad_till.veckodag');
  return spelare.ge('mote', {
    typ: 'PlaneraSammantrade', plats: 'sammantrade', data: { namnd, datum, tid: klockan(till.tid ?? start) ?? '00:00', tidSkriven: till.tid ?? EJ_ANGIVET, plats: planeradPlats(mote) },
  });
};
