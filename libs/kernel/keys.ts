import type { Plain, Token } from './fact';

/** A key as it is kept: wrapped by the master key of that version, or destroyed for ever. */
export type WrappedKey = { readonly masterversion: number; readonly omslag: string };

/** Keys, one per gallringsenhet (`posten.md` 4). Every adapter passes the same contract suite. */
export interface KeyStore {
  /** `undefined`: never made. `'forstord'`: destroyed, and never made again. */
  get(kid: string): Promise<WrappedKey | 'forstord' | undefined>;
  /** Stores the key unless the kid has one or had one; answers what is there afterwards. Flushed when it answers. */
  putIfAbsent(kid: string, key: WrappedKey): Promise<WrappedKey | 'forstord'>;
  /** Puts a key wrapped anew in the place of the old one. Throws when the kid is destroyed or was never made. */
  rewrap(kid: string, key: WrappedKey): Promise<void>;
  /** The key is gone from this store's files when it answers. Destroying twice is the same as once. */
  destroy(kid: string): Promise<void>;
  /** Some kid that has a key, whichever is found first; nothing where there is none. */
  some(): Promise<string | undefined>;
  /** Every kid that has a key, ordered, after `after`, at most `limit`. */
  list(after: string, limit: number): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** The gallringsenhet's key has been destroyed: nothing more can be written under it, and nothing read. */
export class KeyDestroyed extends Error {
  constructor(readonly kid: string) {
    super(`${kid} är gallrad`);
    this.name = 'KeyDestroyed';
  }
}

/** What a reader sees where the key is gone. */
export const GALLRAT = Symbol('gallrat');

/** Seals and opens. The implementation is in infra/forsegling; the house above it sees tokens. */
export interface Vault {
  /**
   * Makes the keys that are missing and holds them in memory. Answers nothing when all are there already. `isNew` says of one
   * that is not held that it hardly exists, so that it is not looked for first. Throws KeyDestroyed.
   */
  ready(kids: ReadonlySet<string>, isNew?: (kid: string) => boolean): Promise<void> | undefined;
  /** Call `ready` first. `event` is the id of the fact that the value lies in, `path` where in its data. */
  seal(plain: Plain, event: string, path: string): Token;
  /** The value, or GALLRAT. Throws when the token was moved or changed. */
  open(token: Token): Promise<unknown> | unknown;
  /** Drops a key, and what it opened, from memory at once. */
  forget(kid: string): void;
}

/** A vault for files too. */
export interface FileVault extends Vault {
  /** As `seal`, for the bytes of a file: nonce ‖ ciphertext ‖ tag. `blob` stands where the fact's id does. */
  sealBytes(kid: string, blob: string, path: string, bytes: Uint8Array): Uint8Array;
  /** As `open`, for what `sealBytes` made. Throws when it was moved or changed. */
  openBytes(kid: string, blob: string, path: string, sealed: Uint8Array): Promise<Uint8Array | typeof GALLRAT>;
}
