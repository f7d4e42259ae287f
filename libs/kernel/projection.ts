import { canonicalText } from './canonical';
import type { Event } from './fact';
import type { Log } from './log';
import { LogFault, type Recorded } from './record';
import { type Cell, type Cells, cellsOf, type Register, type RowListing, type RowVersion, type Total, type Totalling, withRow } from './register';

type Step<Doc, E extends Event> = (doc: Doc | undefined, event: Recorded<E>) => Doc | undefined;

/** Where a document stands in its list: the nämnd it belongs to and its order there. Once set, neither may change. */
export type Place = { readonly namnd: string | null; readonly sort: string };

/**
 * A read model: one document per stream of its category, folded from that stream alone. So the same fold serves live,
 * rebuild and as-of, and a document as of a moment costs its own stream and nothing else. What joins streams happens at
 * the edge, or is brought into the stream by a reaction.
 */
export type Projection<Doc, E extends Event = Event> = {
  readonly name: string;
  /** Raise it when the folding changes: the live copy is folded again from event one beside the old. */
  readonly revision: number;
  readonly category: string;
  readonly on: { readonly [Type in E['type']]: Step<Doc, Extract<E, { type: Type }>> };
  /** The document's place in its list, or `undefined` while it is in none. */
  place(doc: Doc): Place | undefined;
  /** Where its documents are listed, filtered and counted by more than their place. Built anew when the declaration changes; raise `revision` when the rows do. */
  readonly register?: Register<Doc>;
};
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the runner holds projections of every kind
export type AnyProjection = Projection<any, any>;

/** One fact into one document. Live, rebuild and as-of all come through here. Throws LogFault on a fact it does not know. */
export const project = <Doc>(projection: Projection<Doc, never>, doc: Doc | undefined, event: Recorded): Doc | undefined => {
  const step = (projection.on as Readonly<Record<string, Step<Doc, Event> | undefined>>)[event.type];
  if (step === undefined) throw new LogFault(`Läsmodellen ${projection.name} känner inte faktat ${event.type}.`);
  return step(doc, event);
};

/** The row of a document, where it has one. */
export const rowOf = <Doc>(projection: Projection<Doc, never>, doc: Doc | undefined): Cells | undefined => {
  if (projection.register === undefined || doc === undefined) return undefined;
  const place = projection.place(doc);
  return place && cellsOf(projection.register, place.namnd, doc);
};

/** A document and every version that its row has had, where it is in a register. */
export type Folded<Doc = unknown> = { readonly doc: Doc | undefined; readonly rows: readonly RowVersion[] };
export const UNFOLDED: Folded<never> = { doc: undefined, rows: [] };
/** One fact into one document and its row. */
export const projectRow = <Doc>(projection: Projection<Doc, never>, { doc, rows }: Folded<Doc>, event: Recorded): Folded<Doc> => {
  const next = project(projection, doc, event);
  return { doc: next, rows: next === doc ? rows : withRow(rows, rowOf(projection, next), event.position) };
};

/** The facts of one document up to a position; to its end without one. */
const factsOf = async ({ category }: AnyProjection, log: Pick<Log, 'read'>, id: string, position?: bigint): Promise<readonly Recorded[]> => {
  const facts = await log.read(`${category}-${id}`);
  return position === undefined ? facts : facts.filter((event) => event.position <= position);
};
/** The document as it stood right after `position`; to its end without one. Reads the log, never the live copy. */
export const asOf = async <Doc, E extends Event>(projection: Projection<Doc, E>, log: Pick<Log, 'read'>, id: string, position?: bigint): Promise<Doc | undefined> =>
  (await factsOf(projection, log, id, position)).reduce<Doc | undefined>((doc, event) => project(projection as unknown as Projection<Doc, never>, doc, event), undefined);
/** It with every version of its row up to there. */
export const foldedAsOf = async <Doc, E extends Event>(projection: Projection<Doc, E>, log: Pick<Log, 'read'>, id: string, position?: bigint): Promise<Folded<Doc>> =>
  (await factsOf(projection, log, id, position)).reduce<Folded<Doc>>((folded, event) => projectRow(projection as unknown as Projection<Doc, never>, folded, event), UNFOLDED);

/** A document as it lies in a read model, with its place there and, of one with a register, every version of its row. */
export type Placed<Doc = unknown> = { readonly id: string; readonly place: Place | undefined; readonly doc: Doc; readonly rows?: readonly RowVersion[] };
export const placedOf = <Doc>(projection: Projection<Doc, never>, id: string, doc: Doc, rows: readonly RowVersion[]): Placed<Doc> =>
  ({ id, place: projection.place(doc), doc, ...(projection.register !== undefined && { rows }) });
/** It as canonical text: equal texts are equal documents in equal places with equal rows, in whatever store they lie. */
export const documentText = ({ id, place, doc, rows }: Placed): string =>
  canonicalText([id, place?.namnd ?? null, place?.sort ?? null, doc, ...(rows === undefined ? [] : [rows.map(({ from, to, cells }) => [`${from}`, to === undefined ? null : `${to}`, ...cells])])]);

export type Row<Doc> = { readonly id: string; readonly doc: Doc; readonly sort: string };
/** A list is asked for by nämnd, in its own order, from a place on. */
export type Listing = {
  readonly namnd: string | null;
  /** Rows whose sort begins so. */
  readonly prefix?: string;
  /** Exclusive: the sort and id of the last row seen. */
  readonly after?: { readonly sort: string; readonly id: string };
  readonly first: number;
  readonly descending?: boolean;
  /** Only documents whose first fact stands at or before this position. */
  readonly born?: bigint;
};

/** Live documents, local to the node and so read at once. May always be thrown away and folded anew. */
export interface ReadModels {
  get<Doc, E extends Event>(projection: Projection<Doc, E>, id: string): Doc | undefined;
  list<Doc, E extends Event>(projection: Projection<Doc, E>, listing: Listing): readonly Row<Doc>[];
  /** Rows of its register in the order of `sort`, with their documents as they are now. `undefined` while the register is being built. Throws on a column or sort that is not declared. */
  rows<Doc, E extends Event>(projection: Projection<Doc, E>, listing: RowListing): readonly { readonly id: string; readonly value: Cell; readonly doc: Doc }[] | undefined;
  totals<Doc, E extends Event>(projection: Projection<Doc, E>, totalling: Totalling): readonly Total[] | undefined;
  /** Every document of the read model, whatever list it is in: by id, after `after`, at most `first`. */
  documents<Doc, E extends Event>(projection: Projection<Doc, E>, after: string, first: number): readonly Placed<Doc>[];
  /** Answers when every read model, and every reaction to the facts so far, has come past this position. */
  caughtUp(position: bigint): Promise<void>;
  /** Position of the longest prefix of the log with no recorded time after `at` (ISO, UTC). */
  positionAt(at: string): Promise<bigint>;
  /** Calls `changed` with facts that the live documents have taken in. Returns how to end it. */
  onChange(changed: (events: readonly Recorded[]) => void): () => void;
  status(): readonly { readonly name: string; readonly position: bigint; readonly lagMs: number; readonly fault?: string }[];
}
