import { parseArgs } from 'node:util';
import { allFacts, allUpcasts, categoryOf, isToken, LogFault, type Recorded, StoreUnavailable, Vocabulary } from '@klubba/kernel';
import { MasterKeyFault } from '../../infra/forsegling/cipher';
import { DataFault } from '../../infra/sqlite/open';
import type { Address } from '../../infra/eventstoredb/address';
import { nouns } from '../api/house';
import { CannotStart, eventStoreFrom } from '../api/settings';
import { type Avvikelse, Omvikning, provaLogg, provaModell, type Underlag } from './granska';
import { Filer } from './handlingar';
import { mapp, server } from './underlag';

const HJALP = `Granskar en logg: npm run granska -- DATAMAPP   eller   npm run granska -- --url URL --token ÅTKOMSTBEVIS

  Räknar och prövar varje post mot dess kanoniska bytes, skriver Merkleroten, och visar att varje läsmodell är
  densamma levande, omvikt ur loggen och som läget vid slutet. I en datamapp prövas också att varje handlings fil
  finns hel, och med huvudnyckeln till hands att innehållet har den hash som loggen säger. Slutar med kod 1 om något skiljer, 2 om det inte gick att granska.

  Med EVENT_STORE=esdb://… granskas klustrets logg mot läsmodellerna i DATAMAPP.

  --visa LÄSMODELL ID   visar ett dokument; med --vid ett ögonblick: en position, en tid (2018-03-21T12:00:00.000Z)
                        eller ett faktums id. Förseglade värden visas som ⟨förseglat⟩.`;

const projections = nouns.flatMap((noun) => noun.projections ?? []);
const vocabulary = new Vocabulary(allFacts(nouns), allUpcasts(nouns));

const tty = process.stderr.isTTY === true;
const progress = (vad: string) => (antal: number): void => void (tty && process.stderr.write(`\r  ${vad}: ${antal} `));
const clear = (): void => void (tty && process.stderr.write(`\r${' '.repeat(60)}\r`));
const tell = ({ vad, var: plats, nar }: Avvikelse): void => console.log(`  ✗ ${plats}${nar === undefined ? '' : ` (${nar})`}: ${vad}`);

const FORSOK_MAX = 5;

/** A server may write while it is examined: what differs counts only where nothing moved meanwhile. */
const granska = async (underlag: Underlag): Promise<boolean> => {
  for (let forsok = 1; ; forsok++) {
    const till = await underlag.modeller();
    const whole = await provaAllt(underlag, till);
    const sedan = await underlag.modeller();
    if (whole || forsok === FORSOK_MAX || [...till].every(([namn, position]) => sedan.get(namn) === position)) {
      console.log(whole ? 'Allt stämmer.' : 'Något stämmer inte.');
      return whole;
    }
    console.log('Klubba skrev medan den granskades. Granskar om.');
  }
};

const provaAllt = async (underlag: Underlag, till: ReadonlyMap<string, bigint>): Promise<boolean> => {
  const omvikning = new Omvikning(projections, till);
  const filer = new Filer();
  const faults: Avvikelse[] = [];
  const { antal, rot, slut, avvikelser } = await provaLogg(underlag, vocabulary, (event) => {
    filer.add(event);
    try {
      omvikning.add(event);
    } catch (error) {
      faults.push({ vad: error instanceof Error ? error.message : String(error), var: `position ${event.position}, ${event.stream}`, nar: event.at });
    }
  }, progress('poster'));
  clear();
  console.log(`Logg ${underlag.logg}\n  ${antal} poster, till position ${slut}\n  Merklerot ${rot}`);
  [...avvikelser, ...faults].forEach(tell);
  let whole = avvikelser.length + faults.length === 0;
  for (const projection of projections) {
    const position = till.get(projection.name) ?? 0n;
    const prov = await provaModell(underlag, projection, position, omvikning.of(projection), (id) => omvikning.asOf(projection, id, position), progress(projection.name));
    clear();
    const good = prov.avvikelser.length === 0;
    whole &&= good;
    console.log(`${good ? '✓' : '✗'} ${prov.namn}: ${prov.antal} dokument, vikta till position ${position}${good ? '; levande = omvikt = läget vid slutet' : ''}`);
    prov.avvikelser.forEach(tell);
  }
  return (await provaFiler(underlag, filer)) && whole;
};

/** The files of a data folder. Of a server only the log is read. */
const provaFiler = async (underlag: Underlag, filer: Filer): Promise<boolean> => {
  if (underlag.filer === undefined) {
    console.log(`– handlingar: ${filer.antal} filer; innehållet prövas bara i datamappen`);
    return true;
  }
  const dar = await underlag.filer();
  if (dar === undefined) {
    if (filer.antal > 0) console.log(`✗ handlingar: ${filer.antal} filer i loggen, men ${process.env.HANDLINGAR ? `mappen ${process.env.HANDLINGAR}` : 'handlingar.sqlite'} finns inte`);
    return filer.antal === 0;
  }
  const { antal, byte, provade, gallrade, losa, avvikelser } = await filer.prova(dar.store, dar.vault, progress('filer'));
  clear();
  const innehall = dar.vault === undefined ? 'utan huvudnyckel prövas inte innehållet' : `${provade} prövade mot sin saltade hash, ${gallrade} gallrade`;
  console.log(`${avvikelser.length === 0 ? '✓' : '✗'} handlingar: ${antal} filer, ${byte} byte; ${innehall}; ${losa} lösa uppladdningar`);
  avvikelser.forEach(tell);
  return avvikelser.length === 0;
};

/** The position that a moment names: itself, the longest beginning of the log without a later time, or where a fact stands. */
const positionOf = (vid: string, events: readonly Recorded[]): bigint => {
  if (/^\d+$/.test(vid)) return BigInt(vid);
  if (/^\d{4}-\d\d-\d\dT/.test(vid)) {
    const later = events.findIndex(({ at }) => at > vid);
    return later === -1 ? (events.at(-1)?.position ?? 0n) : (events[later - 1]?.position ?? 0n);
  }
  const fact = events.find(({ id }) => id === vid);
  if (fact === undefined) throw new StoreUnavailable(`${vid} är varken en position, en tid eller ett faktum i loggen.`);
  return fact.position;
};

const visa = async (underlag: Underlag, modell: string, id: string, vid: string | undefined): Promise<void> => {
  const projection = projections.find(({ name }) => name === modell);
  if (projection === undefined) throw new StoreUnavailable(`Läsmodellen ${modell} finns inte. Välj en av: ${projections.map(({ name }) => name).join(', ')}.`);
  const events: Recorded[] = [];
  const omvikning = new Omvikning([projection], new Map());
  await provaLogg(underlag, vocabulary, (event) => {
    events.push(event);
    if (categoryOf(event.stream) === projection.category) omvikning.add(event);
  }, progress('poster'));
  clear();
  const { doc } = await omvikning.asOf(projection, id, vid === undefined ? (events.at(-1)?.position ?? 0n) : positionOf(vid, events));
  if (doc === undefined) throw new StoreUnavailable(`${modell} ${id} fanns inte då.`);
  console.log(JSON.stringify(doc, (_, value: unknown) => (isToken(value) ? '⟨förseglat⟩' : value), 2));
};

/** A folder with a log in it needs nothing said; one that only has read models goes with the cluster that EVENT_STORE names. */
const eventStore = (): Address | undefined => (process.env.EVENT_STORE?.startsWith('esdb') === true ? eventStoreFrom(process.env.EVENT_STORE).address : undefined);

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { url: { type: 'string' }, token: { type: 'string' }, visa: { type: 'string' }, vid: { type: 'string' }, hjalp: { type: 'boolean', short: 'h' } } });
  const [first, ...rest] = positionals;
  if (values.hjalp === true || (values.url === undefined && first === undefined)) {
    console.log(HJALP);
    return values.hjalp === true ? 0 : 2;
  }
  const underlag = values.url === undefined ? await mapp(first!, eventStore(), projections) : await server(values.url, values.token);
  try {
    if (values.visa === undefined) return (await granska(underlag)) ? 0 : 1;
    const id = values.url === undefined ? rest[0] : first;
    if (id === undefined) throw new StoreUnavailable('Ange dokumentets id efter läsmodellen.');
    await visa(underlag, values.visa, id, values.vid);
    return 0;
  } finally {
    await underlag.close();
  }
};

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const known = [CannotStart, StoreUnavailable, DataFault, LogFault, MasterKeyFault].some((kind) => error instanceof kind);
    console.error(known || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true ? (error as Error).message : error);
    process.exit(2);
  },
);
