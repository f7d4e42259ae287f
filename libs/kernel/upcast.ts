/** For each event type, the steps from one stored shape to the next. The number of steps is the version. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an old shape has no type of today's
export type Upcasts = Readonly<Record<string, readonly ((data: any) => unknown)[]>>;

export const schemaOf = (upcasts: Upcasts, type: string): number => (upcasts[type]?.length ?? 0) + 1;

export const upcast = (upcasts: Upcasts, type: string, schema: number, data: unknown): unknown =>
  (upcasts[type] ?? []).slice(schema - 1).reduce((older, step) => step(older), data);
