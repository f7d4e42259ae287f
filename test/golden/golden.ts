import type { Event } from '@klubba/kernel';

/**
 * Golden facts: every shape that ever reached a disk, one file per stream category, `test/golden/<category>.golden.ts`:
 *
 *   import type { ArendeEvent } from '@klubba/arende';
 *   import { type Golden, type NothingMissing, sealed } from './golden';
 *
 *   export const golden = [
 *     { type: 'ArendeOppnat', schema: 1,
 *       stored: { diarienummer: 'SN 2018/41', rubrik: sealed('arende') },      // as it lies on disk: never edited
 *       today: { diarienummer: 'SN 2018/41', rubrik: sealed('arende') } },     // as it must read now
 *     …
 *   ] as const satisfies readonly Golden<ArendeEvent>[];
 *   export const nothingMissing: NothingMissing<ArendeEvent, typeof golden> = true;
 *
 * - In order they are one stream's history that may have happened: the architecture tests fold them through the decider and
 *   every projection of the category, with clock and chance throwing. A type may come several times.
 * - Every field, optional ones too, occurs at least once in a fact of the current schema; a list has an item.
 * - When a shape changes: leave what is there but for its `today`, and add an entry with the next `schema`.
 * - A new fact without an entry, or a changed one whose `today` no longer fits, does not compile.
 */
export type Golden<E extends Event> = { readonly [T in E['type']]: { readonly type: T; readonly schema: number; readonly stored: object; readonly today: Extract<E, { type: T }>['data'] } }[E['type']];

/** `true` when every type of event has an entry; otherwise the names that lack one, as the compiler's error. */
export type NothingMissing<E extends Event, G extends readonly { readonly type: string }[]> = [Exclude<E['type'], G[number]['type']>] extends [never] ? true : Exclude<E['type'], G[number]['type']>;

const UNIT = '00000000-0000-4000-8000-00000000a11e';
/** A sealed value as it lies on disk, under a gallringsenhet of this kind. What is in it no fold may care about. */
export const sealed = <Slag extends string>(slag: Slag): { readonly $s: `${Slag}:${string}`; readonly c: string } => ({ $s: `${slag}:${UNIT}`, c: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' });
