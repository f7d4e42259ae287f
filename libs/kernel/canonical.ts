import { hash as hashOf } from 'node:crypto';
import canonicalize from 'canonicalize';

/** What a record may hold: plain JSON, and nothing that reads differently on another machine. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** A value that may not lie in the record, with the path to it. A fault of the caller, told before anything is sealed. */
export class BadValue extends Error {
  constructor(readonly path: string, readonly why: string) {
    super(`${path === '' ? 'värdet' : path}: ${why}`);
    this.name = 'BadValue';
  }
}

// C0 and C1 but the line feed, which running text needs: everything else is invisible and sorts, prints and compares badly.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

/** Ids, dates, codes: what nothing can be wrong with. */
const ASCII = /^[\n -~]*$/;

/** Text as it is stored (`posten.md` 2): NFC, line ends as LF. Throws BadValue on a lone surrogate or a control character. */
export const storedText = (text: string, path = ''): string => {
  if (ASCII.test(text)) return text;
  if (!text.isWellFormed()) throw new BadValue(path, 'texten innehåller ett trasigt tecken (ensamt surrogat)');
  const clean = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (CONTROL.test(clean)) throw new BadValue(path, 'texten innehåller ett styrtecken');
  return clean.normalize('NFC');
};

/** Plain data as it is stored: text by `storedText`, safe integers, `undefined` left out. Throws BadValue on anything else. */
export const storedValue = (value: unknown, path = ''): Json => {
  if (typeof value === 'string') return storedText(value, path);
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new BadValue(path, 'talet är inte ett heltal inom ±(2⁵³−1)');
    return value;
  }
  if (Array.isArray(value)) return value.map((item, i) => storedValue(item, below(path, i)));
  if (typeof value === 'object' && isPlain(value)) {
    const out: Record<string, Json> = {};
    for (const key of Object.keys(value)) {
      const item = (value as Record<string, unknown>)[key];
      if (item !== undefined) out[storedText(key, path)] = storedValue(item, below(path, key));
    }
    return out;
  }
  throw new BadValue(path, `${typeof value} kan inte lagras`);
};

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

export const below = (path: string, key: string | number): string => (path === '' ? `${key}` : `${path}.${key}`);

/** RFC 8785 text of plain JSON. */
export const canonicalText = (value: unknown): string => {
  const ordered = inOrder(value);
  const text = ordered === undefined ? canonicalize(value) : JSON.stringify(ordered);
  if (text === undefined) throw new BadValue('', 'värdet har ingen JSON-form');
  return text;
};

/**
 * The value with the keys of its objects in RFC 8785 order, so that JSON.stringify writes them so: three times faster than
 * writing each part. What is in order already is not copied. `undefined` for what JSON.stringify would not write as
 * RFC 8785 has it, or orders in its own way (keys that are numbers): those go the slow way.
 */
const inOrder = (value: unknown): unknown => {
  if (typeof value === 'string') return value.isWellFormed() ? value : undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value !== 'object') return undefined;
  if (Array.isArray(value)) return listInOrder(value);
  return isPlain(value) ? objectInOrder(value as Readonly<Record<string, unknown>>) : undefined;
};

const listInOrder = (list: readonly unknown[]): readonly unknown[] | undefined => {
  let copy: unknown[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const item = inOrder(list[i]);
    if (item === undefined) return undefined;
    if (item !== list[i]) (copy ??= [...list])[i] = item;
  }
  return copy ?? list;
};

const objectInOrder = (value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined => {
  const keys = Object.keys(value);
  let sorted = true;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (isOdd(key)) return undefined;
    if (i > 0 && keys[i - 1]! > key) sorted = false;
  }
  if (!sorted) keys.sort();
  let copy: Record<string, unknown> | undefined = sorted ? undefined : {};
  for (let i = 0; i < keys.length; i++) {
    const item = value[keys[i]!];
    if (item === undefined) continue;
    const ordered = inOrder(item);
    if (ordered === undefined) return undefined;
    if (copy === undefined && ordered !== item) copy = Object.fromEntries(keys.slice(0, i).map((key) => [key, value[key]]));
    if (copy !== undefined) copy[keys[i]!] = ordered;
  }
  return copy ?? value;
};
const isOdd = (key: string): boolean => {
  const first = key.charCodeAt(0);
  return (first >= 48 && first <= 57) || key === '__proto__' || key === 'toJSON' || !key.isWellFormed();
};

/** RFC 8785 bytes (UTF-8). */
export const canonicalBytes = (value: unknown): Buffer => Buffer.from(canonicalText(value), 'utf8');

const NAMESPACE = Buffer.from('3e0a4bd26f0f5b549d0c5a1d6f2c7e90', 'hex');

/** UUIDv5 in Klubba's namespace of the RFC 8785 bytes of `parts` (`posten.md` 5). */
const derived = (parts: readonly string[]): string => {
  // Hex, which costs a third of a Buffer: the version stands in its 13th digit, the variant in the upper bits of its 17th.
  const hex = hashOf('sha1', Buffer.concat([NAMESPACE, canonicalBytes(parts)]));
  const variant = ((parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** The id of a stream that a command creates: a create sent twice meets itself. */
export const streamId = (category: string, by: string, command: string): string => derived(['strom', category, by, command]);

/** The command id of a reaction to a fact: a reaction run twice meets itself. */
export const reactionId = (reaction: string, fact: string): string => derived(['reaktion', reaction, fact]);

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
