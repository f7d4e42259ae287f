import { canonicalBytes, hashOf } from '@klubba/kernel';
import type { Kallelse, Kvitto } from './sammantrade.projection';

/**
 * SHA-256 in hex over what was sent, canonical: the fact it was sent by, which fixes all that the meeting's record said then,
 * with its rows and the hashes of its files. Nothing of it can be guessed: the files' hashes are salted, and the rest is ids.
 */
export const kallelsehash = ({ handelse, version, punkter, handlingar = [] }: Kallelse): string =>
  hashOf(canonicalBytes({ handelse, version, punkter, handlingar: handlingar.map(({ punkt, handling, version: fil, hash }) => ({ punkt, handling, version: fil, hash })) }));

/** How far a kallelse has come to somebody: the last thing that is known. */
export const lageFor = (kvitton: readonly Kvitto[], person: string): Kvitto['lage'] | undefined => {
  const egna = kvitton.filter((en) => en.person === person);
  return (['oppnad', 'levererad', 'skickad'] as const).find((lage) => egna.some((en) => en.lage === lage));
};
