import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { KeyStore } from '@klubba/kernel/keys';
import { MasterKeyFault, type MasterKeys, NONCE_BYTES, unwrap, wrap } from './cipher';

const PAGE = 256;

/**
 * Wraps every surviving key under the current master key, and opens each as it then lies to see that it is the same. May
 * be broken off and begun again, and run beside a working Klubba. Answers how many survive and how many were rewrapped.
 */
export const omnyckla = async (
  keys: KeyStore, logg: string, masters: MasterKeys, onProgress: (done: number) => void = () => undefined,
): Promise<{ readonly kvar: number; readonly omslagna: number }> => {
  let kvar = 0;
  let omslagna = 0;
  const one = async (kid: string): Promise<void> => {
    const before = await keys.get(kid);
    // Destroyed since it was listed.
    if (before === undefined || before === 'forstord') return;
    kvar++;
    const dek = unwrap(masters, logg, kid, before);
    if (before.masterversion === masters.current.version) return;
    try {
      await keys.rewrap(kid, wrap(masters.current, logg, kid, dek, randomBytes(NONCE_BYTES)));
    } catch (error) {
      if ((await keys.get(kid)) !== 'forstord') throw error;
      kvar--;
      return;
    }
    const after = await keys.get(kid);
    if (after === undefined || after === 'forstord' || !timingSafeEqual(unwrap(masters, logg, kid, after), dek)) throw new MasterKeyFault(`Nyckeln för ${kid} blev inte densamma när den slogs om. Behåll den gamla huvudnyckeln och återställ nyckelfilen.`);
    omslagna++;
  };
  for (let after = ''; ;) {
    const page = await keys.list(after, PAGE);
    if (page.length === 0) return { kvar, omslagna };
    await Promise.all(page.map(one));
    after = page.at(-1)!;
    onProgress(kvar);
  }
};
