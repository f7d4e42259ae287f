import { createHash } from 'node:crypto';
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

/** Text as it is stored (`posten.md` 2): NFC, line ends as LF. Throws BadValue on a lone surrogate or a control character. */
export const storedText = (text: string, path = ''): string => {
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
    for (const [key, item] of Object.entries(value)) if (item !== undefined) out[storedText(key, path)] = storedValue(item, below(path, key));
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
  const text = canonicalize(value);
  if (text === undefined) throw new BadValue('', 'värdet har ingen JSON-form');
  return text;
};

/** RFC 8785 bytes (UTF-8). */
export const canonicalBytes = (value: unknown): Buffer => Buffer.from(canonicalText(value), 'utf8');

const NAMESPACE = Buffer.from('3e0a4bd26f0f5b549d0c5a1d6f2c7e90', 'hex');

/** UUIDv5 in Klubba's namespace of the RFC 8785 bytes of `parts` (`posten.md` 5). */
const derived = (parts: readonly string[]): string => {
  const hash = createHash('sha1').update(NAMESPACE).update(canonicalBytes(parts)).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

/** The id of a stream that a command creates: a create sent twice meets itself. */
export const streamId = (category: string, by: string, command: string): string => derived(['strom', category, by, command]);

/** The command id of a reaction to a fact: a reaction run twice meets itself. */
export const reactionId = (reaction: string, fact: string): string => derived(['reaktion', reaction, fact]);

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
