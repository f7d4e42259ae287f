import type { Klass, Projection, Event, Token, Refusal, Total, Totalling, RowListing, Upload } from '@klubba/kernel';
import type { Vid, PositionToken } from './outcome';

/** Who looks, as they are today. As-of changes what is shown, never to whom. */
export interface Viewer {
  /** Person id, or `allmanheten`. */
  readonly by: string;
  /** May this viewer read values of this class in the record of this nämnd (`null`: the municipality's)? */
  may(namnd: string | null, klass: Klass): boolean;
  /** The role in which the viewer may give this command there, or the refusal to show. */
  roll(namnd: string | null, command: string): string | Refusal;
  /** Opens a sealed value for a viewer already found to be allowed; `gallrat` where the key is gone. */
  open(value: Token): Promise<string> | string;
}

/** When to look: `vid` an earlier moment, `minst` at least this far (read your own writes). */
export type When = { readonly vid?: Vid | null | undefined; readonly minst?: PositionToken | null | undefined };
export type PageArgs = { readonly first?: number | null | undefined; readonly after?: string | null | undefined };
/** `now` is the document of today, `doc` itself unless an earlier moment is shown. */
export type Page<Doc> = { readonly rows: readonly { readonly id: string; readonly doc: Doc; readonly now: Doc; readonly cursor: string }[]; readonly more: boolean };

/** Which of a nämnd's documents a list holds, and in which order. */
export type Selection<Doc> = {
  readonly descending?: boolean;
  /** Rows whose sort begins so. */
  readonly prefix?: string;
  /**
   * Leaves out what the viewer may not know of, before pages are cut: a page is filled after the filter, and neither its
   * length, its cursors nor `more` tell of what was left out. `now` is the document as it stands today, whose class counts
   * too when an earlier moment is shown.
   */
  readonly only?: (doc: Doc, id: string, now: Doc) => boolean;
};

/** Which rows of a register, and in which order. `where` is what is asked for, `only` what the viewer may know of: it must hold today too when an earlier moment is shown. */
export type RegisterArgs = PageArgs & Pick<RowListing, 'where' | 'only' | 'sort' | 'descending'>;
export type TotalsArgs = Pick<Totalling, 'where' | 'only' | 'by' | 'sum'>;

/** Documents for a resolver: live or as of a moment by the same fold. Makes no judgement of who may see them. */
export interface Reader {
  doc<Doc, E extends Event>(projection: Projection<Doc, E>, id: string, when?: When): Promise<Doc | undefined>;
  /**
   * A page of a nämnd's documents in their order. `as of` lists the same documents by their place, folded to the moment.
   * Throws a GraphQL error on a cursor that is not one of ours.
   */
  page<Doc, E extends Event>(projection: Projection<Doc, E>, namnd: string | null, args: PageArgs & Selection<Doc>, when?: When): Promise<Page<Doc>>;
  /**
   * A page of a projection's register: rows chosen and sorted by their cells, as they stood at the moment, with their documents
   * as of it. A cursor goes on in the same list, sorted by the same column the same way; on any other, and on more than 50
   * values in `in`, throws a GraphQL error. Throws an Error on a column or sort that is not declared.
   */
  register<Doc, E extends Event>(projection: Projection<Doc, E>, namnd: string | null, args: RegisterArgs, when?: When): Promise<Page<Doc>>;
  /** How many rows, and the sum of a column, for each combination of values: counted where they lie, never read. */
  totals<Doc, E extends Event>(projection: Projection<Doc, E>, namnd: string | null, args: TotalsArgs, when?: When): Promise<readonly Total[]>;
  /** The bigint position that `when.vid` names, or `undefined` for now. Waits for `minst`. */
  moment(when?: When): Promise<bigint | undefined>;
}

/** Files, as a resolver may use them: their content goes out by an address, and comes in by an upload. */
export interface FileDoor {
  /** A short-lived address at which this viewer, and whoever has it, may fetch a version of a handling. Whether the viewer may is weighed again there. */
  address(viewer: Viewer, namnd: string, handling: string, version: number): string;
  /** The same for the package of a version of a kallelse, the open or the secret part of it. */
  kallelse(viewer: Viewer, namnd: string, sammantrade: string, version: number, del: 'oppen' | 'sekretess'): string;
  /** A finished upload of this viewer's own, whole: for what is read here and not kept as a handling. */
  uploaded(viewer: Viewer, uppladdning: string): Promise<{ readonly upload: Upload; readonly content: Buffer } | undefined>;
}

/** What every resolver finds as GraphQL context. */
export type EdgeContext = {
  readonly viewer: Viewer;
  readonly reader: Reader;
  readonly files: FileDoor;
  /** Names this request in answers, log lines and facts. */
  readonly correlation: string;
};

/** The Surroundings, for a resolver that reckons with what is sealed and shows nothing of it. */
export const AROUND = Symbol('around');

/** Where a node stands for the one who looks: the nämnd whose record it is in, and the class of this very instance; `when` for what is asked of the node itself. */
export const SCOPE = Symbol('scope');
export type Scope = { readonly namnd: string | null; readonly klass: Klass; readonly when?: When };
/**
 * Marks a node that resolvers hand out. Every node with a classed field needs it: a field whose node has no scope is shown
 * to no one.
 */
export const scoped = <T extends object>(scope: Scope, node: T): T & { readonly [SCOPE]: Scope } => ({ ...node, [SCOPE]: scope });
