import { BadValue, below, storedValue, UUID } from './canonical';

/** Who may read a value (`posten.md` 3). A closed set; `sekretess` is judged with its lagrum at the edge. */
export const KLASSER = ['oppen', 'arbetsmaterial', 'personuppgift', 'sekretess', 'skyddad'] as const;
export type Klass = (typeof KLASSER)[number];
/** The strictest of these: an instance can be raised above what its field says, or what it once was, never lowered below it. */
export const strictest = <K extends Klass>(klass: K, ...others: readonly (K | undefined)[]): K =>
  others.reduce<K>((a, b) => (b !== undefined && KLASSER.indexOf(b) > KLASSER.indexOf(a) ? b : a), klass);
/** Whether a thing itself is secret; what may be read of it follows from this and from each field. */
export type Sekretessklass = Extract<Klass, 'oppen' | 'sekretess'>;

/** A value on its way to disk: it is sealed under `kid`, the gallringsenhet `<slag>:<uuid>`, just before the append. */
export type Plain<T = unknown> = { readonly $plain: T; readonly kid: string };
/** A sealed value. `i` and `p` are added when the record is read, so that the token can travel into read models. */
export type Token = { readonly $s: string; readonly c: string; readonly i?: string; readonly p?: string };
export type Sealed<T = unknown> = Plain<T> | Token;

export const seal = <T>(kid: string, value: T): Sealed<T> => ({ $plain: value, kid });
export const isToken = (value: unknown): value is Token => typeof value === 'object' && value !== null && '$s' in value;
export const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && '$plain' in value;

declare const VALUE: unique symbol;
/** How one field lies on disk and who may read it. There is no default for either: a field without them does not compile. */
export type Field<T> = { readonly [VALUE]?: T } & (
  | { readonly lies: 'clear'; readonly klass: Klass; readonly form: string; readonly fits: (value: unknown) => boolean }
  | { readonly lies: 'sealed'; readonly klass: Klass }
  | { readonly lies: 'list'; readonly of: Field<unknown> }
  | { readonly lies: 'object'; readonly of: Shape }
);
type Optional<T> = { readonly [VALUE]?: T; readonly optional: Field<T> };
export type Shape = { readonly [field: string]: Field<unknown> | Optional<unknown> };

type ValueOf<F> = F extends { readonly [VALUE]?: infer T } ? T : never;
type OptionalKeys<S> = { [K in keyof S]: S[K] extends { readonly optional: unknown } ? K : never }[keyof S];
export type DataOf<S> = { readonly [K in Exclude<keyof S, OptionalKeys<S>>]: ValueOf<S[K]> } & { readonly [K in OptionalKeys<S>]?: ValueOf<S[K]> };

const clear = <T>(klass: Klass, form: string, fits: (value: unknown) => boolean): Field<T> => ({ lies: 'clear', klass, form, fits });
const matches = (pattern: RegExp) => (value: unknown): boolean => typeof value === 'string' && pattern.test(value);

/** A short name from a closed vocabulary outside the program: an organ's or a party's letters, a hinder's code, a lagrum. */
export const CODE = /^[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9_.:-]{0,39}$/;
/** A diarienummer, as its series writes it, or as another house does. */
export const NUMBER = /^[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9/:., _–-]{0,39}$/;
/** A section of a law, or a law by its number, a decision of JO, the reglemente: what the table of law says, and no running text. */
export const LAGRUM = /^(?=.*(?:§|\d kap[.]|\b\d{4}:\d+\b|\bJO \d|^reglementet$))[A-Za-zÅÄÖåäö0-9 .,:;()§–/-]{2,120}$/;

/**
 * What may lie in clear: ids, enums, counts, numbers, procedural dates and hashes, each with a form of its own so that
 * running text cannot slip in. All else is `sealed`.
 */
export const field = {
  id: (klass: Klass = 'oppen') => clear<string>(klass, 'uuid', matches(UUID)),
  integer: (klass: Klass) => clear<number>(klass, 'heltal', Number.isSafeInteger),
  bool: (klass: Klass) => clear<boolean>(klass, 'ja/nej', (value) => typeof value === 'boolean'),
  date: (klass: Klass) => clear<string>(klass, 'ÅÅÅÅ-MM-DD', matches(/^\d{4}-\d\d-\d\d$/)),
  /** A clock time in Europe/Stockholm as written, `HH:MM`. */
  time: (klass: Klass) => clear<string>(klass, 'HH:MM', matches(/^([01]\d|2[0-3]):[0-5]\d$/)),
  /** The same, with its day before it where that is another than the one it is told of, and `normaltid` after it for the second time that an hour is shown: `ÅÅÅÅ-MM-DD HH:MM`. */
  dayTime: (klass: Klass) => clear<string>(klass, 'HH:MM eller ÅÅÅÅ-MM-DD HH:MM', matches(/^(\d{4}-\d\d-\d\d )?([01]\d|2[0-3]):[0-5]\d( normaltid)?$/)),
  /** A moment in Europe/Stockholm to the second, as it stands on a signed paper: `ÅÅÅÅ-MM-DDTHH:MM:SS`. */
  moment: (klass: Klass) => clear<string>(klass, 'ÅÅÅÅ-MM-DDTHH:MM:SS', matches(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/)),
  hash: (klass: Klass) => clear<string>(klass, 'sha-256', matches(/^[0-9a-f]{64}$/)),
  number: (klass: Klass) => clear<string>(klass, 'nummer', matches(NUMBER)),
  /** A media type as a program told it from the content: `application/pdf`. */
  mediaType: (klass: Klass) => clear<string>(klass, 'medietyp', matches(/^[a-z]+\/[a-z0-9][a-z0-9.+-]{0,126}$/)),
  lagrum: (klass: Klass) => clear<string>(klass, 'lagrum', matches(LAGRUM)),
  code: (klass: Klass) => clear<string>(klass, 'kod', matches(CODE)),
  oneOf: <const T extends string>(klass: Klass, ...values: readonly T[]) =>
    clear<T>(klass, values.join(' | '), (value) => (values as readonly unknown[]).includes(value)),
  /** Free text or personal data; read as the value's type T once opened. */
  sealed: <T = string>(klass: Klass): Field<Sealed<T>> => ({ lies: 'sealed', klass }),
  list: <T>(of: Field<T>): Field<readonly T[]> => ({ lies: 'list', of: of as Field<unknown> }),
  object: <S extends Shape>(of: S): Field<DataOf<S>> => ({ lies: 'object', of }),
  optional: <T>(of: Field<T>): Optional<T> => ({ optional: of }),
};

/** The class of the thing itself, in each fact that adds text to it. */
export const klass: Field<Sekretessklass> = field.oneOf('oppen', 'oppen', 'sekretess');
/** The warnings that were passed, each with its reason (`weigh`). */
export const avsteg = field.optional(field.list(field.object({ kod: field.code('oppen'), skal: field.sealed('arbetsmaterial') })));
/** The rules that were broken in what is read in from before Klubba (`admit`). */
export const brott = field.optional(field.list(field.object({ kod: field.code('oppen'), lagrum: field.optional(field.lagrum('oppen')) })));

/** A fact's declaration: the one command that leads to it, and its shape on disk. Names and shapes are for ever: add, never edit. */
export type Fact = { readonly by: string; readonly shape: Shape };
export type Facts = { readonly [type: string]: Fact };
export const fact = <By extends string, S extends Shape>(by: By, shape: S): { readonly by: By; readonly shape: S } => ({ by, shape });

/** A fact or a wish: a name from the field and plain data. */
export type Event<Type extends string = string, Data = unknown> = { readonly type: Type; readonly data: Data };
export type EventOf<F extends Facts> = { [T in keyof F & string]: Event<T, DataOf<F[T]['shape']>> }[keyof F & string];

/** Walks an event's data beside its shape, taken apart by `partsOf`; `leaf` sees each leaf with its path and field. Throws BadValue where they differ. */
const walk = (shape: Shape, data: unknown, path: string, leaf: Leaf, partsOf: PartsOf): Record<string, unknown> => {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new BadValue(path, 'är inte ett objekt');
  const out: Record<string, unknown> = {};
  for (const name of Object.keys(data)) if (!(name in shape) && (data as Record<string, unknown>)[name] !== undefined) throw new BadValue(below(path, name), 'fältet finns inte i faktats form');
  for (const { name, declared, optional } of partsOf(shape)) {
    const value = (data as Record<string, unknown>)[name];
    if (value === undefined) {
      if (optional) continue;
      throw new BadValue(below(path, name), 'fältet saknas');
    }
    out[name] = walkField(declared, value, below(path, name), leaf, partsOf);
  }
  return out;
};
type Leaf = (field: Field<unknown>, value: unknown, path: string) => unknown;
type Part = { readonly name: string; readonly declared: Field<unknown>; readonly optional: boolean };
type PartsOf = (shape: Shape) => readonly Part[];
/** Shapes are as many as the house has facts, and live as long as it: each is taken apart once. */
const once = (take: PartsOf): PartsOf => {
  const parts = new WeakMap<Shape, readonly Part[]>();
  return (shape) => {
    let known = parts.get(shape);
    if (known === undefined) parts.set(shape, (known = take(shape)));
    return known;
  };
};
const asDeclared = once((shape) => Object.entries(shape).map(([name, field]) => ('optional' in field ? { name, declared: field.optional, optional: true } : { name, declared: field, optional: false })));
/** In the order of RFC 8785, so that nothing is left to sort when it is written. */
const inOrder = once((shape) => [...asDeclared(shape)].sort((a, b) => (a.name < b.name ? -1 : 1)));

const walkField = (declared: Field<unknown>, value: unknown, path: string, leaf: Leaf, partsOf: PartsOf): unknown => {
  if (declared.lies === 'object') return walk(declared.of, value, path, leaf, partsOf);
  if (declared.lies === 'list') {
    if (!Array.isArray(value)) throw new BadValue(path, 'är inte en lista');
    return value.map((item, i) => walkField(declared.of, item, below(path, i), leaf, partsOf));
  }
  return leaf(declared, value, path);
};

/**
 * The data as it goes to disk: clear values checked against their forms, each sealed field handed to `sealValue`.
 * A value in clear where the shape says sealed, or the reverse, is a BadValue: nothing is stored by mistake in clear.
 */
export const toDisk = (shape: Shape, data: unknown, sealValue: (plain: Plain, path: string) => Token): Record<string, unknown> =>
  walk(shape, data, '', (declared, value, path) => {
    if (declared.lies === 'sealed') {
      if (!isPlain(value)) throw new BadValue(path, 'ska förseglas och är inte märkt med sin gallringsenhet');
      return sealValue({ kid: value.kid, $plain: storedValue(value.$plain, path) }, path);
    }
    const clean = storedValue(value, path);
    if (declared.lies !== 'clear' || !declared.fits(clean)) throw new BadValue(path, `har inte formen ${declared.lies === 'clear' ? declared.form : ''}`);
    return clean;
  }, inOrder);

/** Every gallringsenhet that an event's data is to be sealed under. */
export const kidsIn = (data: unknown, into: Set<string> = new Set()): Set<string> => {
  if (isPlain(data)) into.add(data.kid);
  else if (typeof data === 'object' && data !== null) for (const value of Object.values(data)) kidsIn(value, into);
  return into;
};

/** The leaves of an event with path and class, for whoever shows the log. */
export const leavesOf = (shape: Shape, data: unknown): { readonly path: string; readonly klass: Klass; readonly value: unknown }[] => {
  const leaves: { path: string; klass: Klass; value: unknown }[] = [];
  walk(shape, data, '', (declared, value, path) => {
    if (declared.lies === 'clear' || declared.lies === 'sealed') leaves.push({ path, klass: declared.klass, value });
    return value;
  }, asDeclared);
  return leaves;
};

/** Adds the event's id and the path to every token below, so that a copy of the token can be opened anywhere. */
export const withWhereabouts = (data: unknown, id: string, path = ''): unknown => {
  if (typeof data !== 'object' || data === null) return data;
  if (isToken(data)) return { ...data, i: id, p: path };
  if (Array.isArray(data)) return data.map((item, i) => withWhereabouts(item, id, below(path, i)));
  const out: Record<string, unknown> = {};
  for (const key in data) out[key] = withWhereabouts((data as Record<string, unknown>)[key], id, below(path, key));
  return out;
};
