/** What a log is of: the meetings of twenty nämnder, with so many items each, or the decisions on delegation that a nämnd's people take, a month at a time. */
export type Of = { readonly items: number } | 'delegationsbeslut';
/** A data folder as a municipality would have it after so many facts. */
export type ArchiveArgs = { readonly dataDir: string; readonly masterKey: string; readonly facts: number; readonly of: Of };
export type Archive = {
  readonly facts: number;
  /** Every meeting with its nämnd, the positions of its first and last fact and how many it has; in the order they began. */
  readonly meetings: readonly { readonly id: string; readonly namnd: string; readonly first: number; readonly last: number; readonly facts: number }[];
  readonly namnder: readonly { readonly id: string; readonly ledamoter: readonly string[]; readonly ersattare: readonly string[] }[];
  readonly mix: Readonly<Record<string, number>>;
};
