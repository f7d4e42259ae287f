import { createHash } from 'node:crypto';
import {
  type AnyProjection, BadValue, canonicalText, categoryOf, documentText, type Envelope, type FileVault, type Folded, foldedAsOf, type Handlingslager, idOf, leafOf, LogFault, MerkleRoot, type Placed, placedOf, projectRow, type Recorded, type Stored, UNFOLDED, UUID, type Vocabulary,
} from '@klubba/kernel';

/** What is examined: the record of a data folder or of a server, read page by page and never written. */
export interface Underlag {
  readonly logg: string;
  /** Records after a position, oldest first. */
  poster(after: bigint, limit: number): Promise<readonly Stored[]>;
  /** The live documents of a read model as (id, `dokumenthash`), ordered by id, after `after`; empty at the end. */
  dokument(modell: string, after: string, limit: number): Promise<readonly { readonly id: string; readonly hash: string }[]>;
  /** The checkpoint of each live read model. */
  modeller(): Promise<ReadonlyMap<string, bigint>>;
  /** Where the files lie, and a vault where the master key is at hand; nothing where they cannot be reached. */
  filer?(): Promise<{ readonly store: Handlingslager; readonly vault: FileVault | undefined } | undefined>;
  close(): Promise<void>;
}

/** Something that differs, told so that a person can go and look: what, where and when. */
export type Avvikelse = { readonly vad: string; readonly var: string; readonly nar?: string };
export type Loggprov = { readonly antal: number; readonly rot: string; readonly slut: bigint; readonly avvikelser: readonly Avvikelse[] };

const PAGE = 2000;
const AVVIKELSER_MAX = 50;
const ENVELOPE = 'at by cause command correlation data id logg namnd roll schema stream type v version'.split(' ').join();

/** A list of deviations that stops growing, not counting: the first ones tell what is wrong. */
class Lista {
  readonly alla: Avvikelse[] = [];
  antal = 0;
  add(avvikelse: Avvikelse): void {
    if (++this.antal <= AVVIKELSER_MAX) this.alla.push(avvikelse);
  }
}

/**
 * Counts and checks every record against its canonical bytes and the ones before it, and computes the Merkle root (RFC
 * 9162) over all leaves. `each` sees the facts that could be read, in log order.
 */
export const provaLogg = async (underlag: Underlag, vocabulary: Vocabulary, each: (event: Recorded) => void, progress: (antal: number) => void): Promise<Loggprov> => {
  const lista = new Lista();
  const merkle = new MerkleRoot();
  const versions = new Map<string, number>();
  const ids = new Set<string>();
  let slut = 0n;
  for (;;) {
    const page = await underlag.poster(slut, PAGE);
    if (page.length === 0) break;
    for (const { position, bytes } of page) {
      merkle.add(leafOf(bytes));
      if (position <= slut) lista.add({ vad: `positionen följer inte på ${slut}`, var: `position ${position}` });
      slut = position;
      const event = provaPost(bytes, position, underlag.logg, vocabulary, versions, ids, lista);
      if (event !== undefined) each(event);
    }
    progress(merkle.size);
  }
  return { antal: merkle.size, rot: merkle.root().toString('hex'), slut, avvikelser: lista.alla };
};

const provaPost = (bytes: Uint8Array, position: bigint, logg: string, vocabulary: Vocabulary, versions: Map<string, number>, ids: Set<string>, lista: Lista): Recorded | undefined => {
  const text = Buffer.from(bytes).toString('utf8');
  let e: Envelope;
  try {
    e = JSON.parse(text) as Envelope;
  } catch {
    lista.add({ vad: 'bytes är inte JSON', var: `position ${position}` });
    return undefined;
  }
  const plats = `position ${position}, ${e.stream} version ${e.version}`;
  const fel = (vad: string): void => lista.add({ vad, var: plats, nar: e.at });
  try {
    if (canonicalText(e) !== text) fel('bytes är inte de kanoniska (RFC 8785)');
  } catch (error) {
    fel(`bytes går inte att skriva kanoniskt: ${error instanceof Error ? error.message : ''}`);
  }
  if (Object.keys(e).sort().join() !== ENVELOPE) fel('kuvertet har andra fält än posten ska ha');
  if (e.logg !== logg) fel(`posten hör till logg ${e.logg}`);
  if (!UUID.test(e.id) || ids.has(e.id)) fel('postens id saknas eller finns redan');
  ids.add(e.id);
  const before = versions.get(e.stream) ?? 0;
  if (e.version !== before + 1) fel(`versionen följer inte på ${before}`);
  versions.set(e.stream, e.version);
  try {
    return vocabulary.decode(bytes, position);
  } catch (error) {
    if (!(error instanceof LogFault) && !(error instanceof BadValue)) throw error;
    fel(error.message);
    return undefined;
  }
};

/** SHA-256 over a document, its place and the versions of its row, as canonical text. */
export const dokumenthash = (placed: Placed): string => createHash('sha256').update(documentText(placed)).digest('hex');

/**
 * Folds the log in memory, each read model as far as its live copy says that it has come. Keeps each stream's facts too, so that a
 * document can be folded from its own stream alone, as an as-of view does.
 */
export class Omvikning {
  private readonly docs = new Map<AnyProjection, Map<string, Folded>>();
  private readonly byCategory = new Map<string, AnyProjection[]>();
  private readonly streams = new Map<string, Recorded[]>();

  constructor(projections: readonly AnyProjection[], private readonly till: ReadonlyMap<string, bigint>) {
    for (const projection of projections) {
      this.docs.set(projection, new Map());
      this.byCategory.set(projection.category, [...(this.byCategory.get(projection.category) ?? []), projection]);
    }
  }

  add(event: Recorded): void {
    const stream = this.streams.get(event.stream);
    if (stream === undefined) this.streams.set(event.stream, [event]);
    else stream.push(event);
    for (const projection of this.byCategory.get(categoryOf(event.stream)) ?? []) {
      if (event.position > (this.till.get(projection.name) ?? 0n)) continue;
      const docs = this.docs.get(projection)!;
      const id = idOf(event.stream);
      const next = projectRow<unknown>(projection, docs.get(id) ?? UNFOLDED, event);
      if (next.doc === undefined) docs.delete(id);
      else docs.set(id, next);
    }
  }

  of(projection: AnyProjection): ReadonlyMap<string, Folded> {
    return this.docs.get(projection)!;
  }

  /** One document as an as-of view folds it: the house's own, over the records that were checked here. */
  asOf(projection: AnyProjection, id: string, till: bigint): Promise<Folded> {
    return foldedAsOf(projection, { read: async (stream) => this.streams.get(stream) ?? [] }, id, till);
  }
}

export type Modellprov = { readonly namn: string; readonly antal: number; readonly till: bigint; readonly avvikelser: readonly Avvikelse[] };

/**
 * Compares each live document with the one folded here from the records themselves, and with the one that an as-of view folds
 * from its own stream: live = rebuilt = as-of the end, document by document.
 */
export const provaModell = async (
  underlag: Underlag, projection: AnyProjection, till: bigint, omvikt: ReadonlyMap<string, Folded>, da: (id: string) => Promise<Folded>, progress: (antal: number) => void,
): Promise<Modellprov> => {
  const lista = new Lista();
  const kvar = new Set(omvikt.keys());
  const hashOf = (id: string, { doc, rows }: Folded): string => dokumenthash(placedOf(projection, id, doc, rows));
  let antal = 0;
  for (let after = ''; ; ) {
    const page = await underlag.dokument(projection.name, after, PAGE);
    if (page.length === 0) break;
    for (const { id, hash } of page) {
      const plats = `${projection.name} ${id}`;
      if (!kvar.delete(id)) lista.add({ vad: 'dokumentet finns levande men inte när loggen viks om', var: plats });
      else if (hashOf(id, omvikt.get(id)!) !== hash) lista.add({ vad: 'det levande dokumentet är inte det som loggen ger', var: plats });
      const sedd = await da(id);
      if (sedd.doc === undefined || hashOf(id, sedd) !== hash) lista.add({ vad: 'det levande dokumentet är inte det som en vy av läget vid slutet ger', var: plats });
      antal++;
      after = id;
    }
    progress(antal);
  }
  for (const id of kvar) lista.add({ vad: 'dokumentet finns när loggen viks om men inte levande', var: `${projection.name} ${id}` });
  return { namn: projection.name, antal, till, avvikelser: lista.alla };
};
