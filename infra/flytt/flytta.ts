import { appendSurely, APPEND_BYTES_MAX, type EventStore, type KeyStore, leafOf, LogFault, MerkleRoot, type Ready, readyOf, StoreUnavailable, type Stored, weightOf } from '@klubba/kernel';

export type Side = { readonly store: EventStore; readonly keys: KeyStore };
/** What a copy came to: records, and the Merkle root over them. */
export type Sum = { readonly antal: number; readonly rot: string };
export type Progress = (what: 'jämför' | 'kopierar' | 'nycklar' | 'kontrollerar', done: number) => void;

const PAGE = 1000;
const KEYS_AT_A_TIME = 32;
const KID = /"\$s":"([^"]+)"/g;

/** The records of a log, in order, after a position. */
async function* recordsOf(store: EventStore, after = 0n): AsyncGenerator<Stored> {
  for (let from = after; ;) {
    const page = await store.readAll(from, PAGE);
    if (page.length === 0) return;
    yield* page;
    from = page.at(-1)!.position;
  }
}

/** The Merkle root over the first records of a log, all of them without a number, and the position they reach to. */
const rootOf = async (store: EventStore, most: number, each: (record: Stored, nr: number) => void): Promise<{ readonly tree: MerkleRoot; readonly position: bigint }> => {
  const tree = new MerkleRoot();
  let position = 0n;
  if (most === 0) return { tree, position };
  for await (const record of recordsOf(store)) {
    tree.add(leafOf(record.bytes));
    each(record, tree.size);
    ({ position } = record);
    if (tree.size === most) break;
  }
  return { tree, position };
};
const hex = (tree: MerkleRoot): string => tree.root().toString('hex');

/**
 * Copies a log, record by record in its order, with its keys, and ends by comparing both sides. May be broken off and begun
 * again: what the target holds must be the beginning of the source, and goes on from there. `close` is called when that is
 * so, and from then on the source may not grow. Throws LogFault when it is not, or when the sides differ.
 */
export const copyLog = async (from: Side, to: Side, close: () => Promise<void>, progress: Progress): Promise<Sum> => {
  if (from.store.logg !== to.store.logg) throw new LogFault(`Målet håller en annan logg (${to.store.logg}) än källan (${from.store.logg}).`);
  const there = await rootOf(to.store, Infinity, (_, nr) => progress('jämför', nr));
  const here = await rootOf(from.store, there.tree.size, () => undefined);
  if (hex(here.tree) !== hex(there.tree)) throw new LogFault('Målet är inte en början av källan: deras poster skiljer sig. Inget är kopierat.');
  await close();
  await copyRecords(from.store, to.store, here.position, there.tree.size, progress);
  const kids = new Set<string>();
  const whole = await rootOf(from.store, Infinity, ({ bytes }) => {
    for (const [, kid = ''] of Buffer.from(bytes).toString('utf8').matchAll(KID)) kids.add(kid);
  });
  await copyKeys(from.keys, to.keys, kids, progress);
  const copy = await rootOf(to.store, Infinity, (_, nr) => progress('kontrollerar', nr));
  if (copy.tree.size !== whole.tree.size || hex(copy.tree) !== hex(whole.tree)) throw new LogFault(`Kopian är inte lik källan: källan har ${whole.tree.size} poster med roten ${hex(whole.tree)}, målet ${copy.tree.size} med roten ${hex(copy.tree)}.`);
  return { antal: whole.tree.size, rot: hex(whole.tree) };
};

/** One append at a time, so that the order of the log is kept; records that follow each other in one stream go together. */
const copyRecords = async (from: EventStore, to: EventStore, after: bigint, done: number, progress: Progress): Promise<void> => {
  let copied = done;
  let run: (Ready & { readonly stream: string })[] = [];
  let weight = 0;
  const flush = async (): Promise<void> => {
    const [first] = run;
    if (first === undefined) return;
    await appendSurely(to, first.stream, first.version - 1, run);
    progress('kopierar', (copied += run.length));
    run = [];
    weight = 0;
  };
  for await (const { bytes } of recordsOf(from, after)) {
    const record = readyOf(bytes);
    const [first] = run;
    const own = weightOf([record]);
    if (first !== undefined && (first.stream !== record.stream || run.length === PAGE || weight + own > APPEND_BYTES_MAX)) await flush();
    run.push(record);
    weight += own;
  }
  await flush();
};

/** Keys as they are wrapped: what binds them is the log's own id. One that is destroyed is destroyed there too, and can never be made again. */
const copyKeys = async (from: KeyStore, to: KeyStore, kids: Set<string>, progress: Progress): Promise<void> => {
  for (let page = await from.list('', PAGE); page.length > 0; page = await from.list(page.at(-1)!, PAGE)) for (const kid of page) kids.add(kid);
  const copyKey = async (kid: string): Promise<void> => {
    const key = await from.get(kid);
    if (key === undefined) throw new StoreUnavailable(`Nyckeln ${kid} finns inte i källan, fast loggen nämner den. Återställ nycklarna först.`);
    if (key === 'forstord') return to.destroy(kid);
    const there = await to.putIfAbsent(kid, key);
    if (there === 'forstord' || there.omslag === key.omslag) return;
    // Rewrapped in the source since an earlier try.
    await to.rewrap(kid, key);
  };
  const all = [...kids];
  for (let i = 0; i < all.length; i += KEYS_AT_A_TIME) {
    await Promise.all(all.slice(i, i + KEYS_AT_A_TIME).map(copyKey));
    progress('nycklar', Math.min(i + KEYS_AT_A_TIME, all.length));
  }
};
