import { randomUUID } from 'node:crypto';
import { encode, type Ready } from '@klubba/kernel';

/** What an append line sends: many at once, each in streams of its own. */
const BYTES = 600;
/** Streams are as long as a matter's: a new one every eighth fact. */
const LENGTH = 8;
const [NAMND, BY, LOGG] = [randomUUID(), randomUUID(), randomUUID()];
export const signature = () => ({ namnd: NAMND, by: BY, roll: 'namndsekreterare', command: randomUUID(), correlation: randomUUID(), cause: null });

export type Task = { readonly stream: string; readonly version: number };
/** What a lane does next: the versions of one stream in order, then a new stream. */
export const lane = (): (() => Task) => {
  let stream = '';
  let version = LENGTH;
  return () => {
    if (version === LENGTH) {
      stream = `arende-${randomUUID()}`;
      version = 0;
    }
    return { stream, version: ++version };
  };
};

/** A finished record of exactly 600 bytes. */
export const ready = ({ stream, version }: Task): Ready => {
  const [id, at, type] = [randomUUID(), '2018-03-21T12:00:00.000Z', 'ArendemeningAndrad'];
  const make = (fill: string): Buffer => encode({ v: 1, logg: LOGG, id, stream, version, type, schema: 1, at, ...signature(), data: { klass: 'oppen', rubrik: fill } });
  return { id, version, type, at, bytes: make('x'.repeat(BYTES - make('').length)) };
};

/** So many lanes at once, each waiting for its answer before it sends the next. Seconds. */
export const race = async <T extends Task>(perLane: readonly (readonly T[])[], send: (task: T) => Promise<unknown>): Promise<number> => {
  const began = process.hrtime.bigint();
  await Promise.all(perLane.map(async (tasks) => {
    for (const task of tasks) await send(task);
  }));
  return Number(process.hrtime.bigint() - began) / 1e9;
};
