import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes in hex. A bare hash of a text would let one guess it after its key is gone; the salt is sealed, and goes with it. */
export const newSalt = (): string => randomBytes(32).toString('hex');

/** SHA-256 over (salt ‖ bytes), in hex, as for the content of a handling (`posten.md` 7). Without a salt: of what is clear anyway. */
export const hashOf = (bytes: Uint8Array, salt?: string): string => {
  const hash = createHash('sha256');
  if (salt !== undefined) hash.update(Buffer.from(salt, 'hex'));
  return hash.update(bytes).digest('hex');
};
