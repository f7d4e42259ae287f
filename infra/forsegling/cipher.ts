import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { canonicalBytes } from '@klubba/kernel/canonical';
import type { WrappedKey } from '@klubba/kernel/keys';

export const KEY_BYTES = 32;
export const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** A KeyObject is four times faster than bytes: Node looks at the bytes anew each time. */
type CipherKey = Uint8Array | KeyObject;

/** nonce ‖ ciphertext ‖ tag, for the bytes of a file (`posten.md` 7): the same cipher, without the text form. */
export const encryptBytes = (key: CipherKey, nonce: Uint8Array, aad: Uint8Array, plaintext: Uint8Array): Buffer => {
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(aad);
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
};
/** The plaintext, or `undefined` when bytes, key or whereabouts are not those it was sealed with. */
export const decryptBytes = (key: CipherKey, bytes: Uint8Array, aad: Uint8Array): Buffer | undefined => {
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES }).setAAD(aad);
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
};

/** base64url(nonce ‖ ciphertext ‖ tag) by AES-256-GCM (`posten.md` 3). A nonce may serve a key once. */
export const encrypt = (key: CipherKey, nonce: Uint8Array, aad: Uint8Array, plaintext: Uint8Array): string => {
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(aad);
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]).toString('base64url');
};

/** The plaintext, or `undefined` when text, key or whereabouts are not those it was sealed with. */
export const decrypt = (key: CipherKey, text: string, aad: Uint8Array): Buffer | undefined => {
  const bytes = Buffer.from(text, 'base64url');
  // base64url leaves spare bits in its last character: a change there is a change too.
  if (bytes.length < NONCE_BYTES + TAG_BYTES || bytes.toString('base64url') !== text) return undefined;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES }).setAAD(aad);
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
};

/** What binds a value to its log, its fact, its place in it and its gallringsenhet. */
export const valueAad = (logg: string, event: string, path: string, kid: string): Buffer => canonicalBytes(['klubba/1', logg, event, path, kid]);
/** What binds a wrapped key to its log, its gallringsenhet and the master key's version. */
export const keyAad = (logg: string, kid: string, masterversion: number): Buffer => canonicalBytes(['klubba-kek/1', logg, kid, masterversion]);

/** The master key that wraps new keys, and the earlier ones that are still needed to unwrap. */
export interface MasterKeys {
  readonly current: MasterKey;
  get(version: number): Uint8Array | undefined;
}
export type MasterKey = { readonly version: number; readonly key: Uint8Array };

/** The master key is missing, malformed or another one. Swedish, for an operator; never holds key material. */
export class MasterKeyFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MasterKeyFault';
  }
}

/** Master keys are there as long as the process. */
const secrets = new WeakMap<Uint8Array, KeyObject>();
const secretOf = (master: Uint8Array): KeyObject => {
  let secret = secrets.get(master);
  if (secret === undefined) secrets.set(master, (secret = createSecretKey(master)));
  return secret;
};

export const wrap = ({ version, key }: MasterKey, logg: string, kid: string, dek: Uint8Array, nonce: Uint8Array): WrappedKey => ({
  masterversion: version, omslag: encrypt(secretOf(key), nonce, keyAad(logg, kid, version), dek),
});

/** Throws MasterKeyFault when the master key of that version is not at hand or does not fit. */
export const unwrap = (masters: MasterKeys, logg: string, kid: string, { masterversion, omslag }: WrappedKey): Buffer => {
  const master = masters.get(masterversion);
  if (master === undefined) throw new MasterKeyFault(`Nyckeln för ${kid} är inslagen med huvudnyckel ${masterversion}, som inte är angiven. Ange den också, som ${masterversion}:<64 hextecken>.`);
  const key = decrypt(secretOf(master), omslag, keyAad(logg, kid, masterversion));
  if (key?.length !== KEY_BYTES) throw new MasterKeyFault(`Huvudnyckel ${masterversion} passar inte nyckelfilen: nyckeln för ${kid} går inte att öppna. Antingen är huvudnyckeln fel, eller så hör nyckelfilen till en annan logg.`);
  return key;
};

/** A key for one purpose, the same on every node that has the master key and the log; nothing of either can be read off it. */
export const derivedKey = ({ current }: MasterKeys, logg: string, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', current.key, logg, `klubba/1 ${purpose}`, KEY_BYTES));
