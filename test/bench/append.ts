import { join } from 'node:path';
import { type Figure, rate } from './figure';
import { Side } from './side';
import type { Setting } from './main';

/** One measured side of the appends: which program, and how many facts it sends in a round with how many at once. */
export type AppendArgs = { readonly side: 'ours' | 'bare' | 'forseglad'; readonly file: string; readonly keys: string };
export type AppendRound = { readonly count: number; readonly atOnce: number };

/** In a round the two take turns so many times: the disk is shared, and its moods are longer than a turn. */
const TURNS = 10;

const line = (name: string, goal: number, side: 'ours' | 'forseglad', atOnce: number, count: number) => async ({ folder, snabb, rounds }: Setting): Promise<Figure> => {
  const sized: AppendRound = { count: (snabb ? count / 8 : count) / TURNS, atOnce };
  const start = async (which: AppendArgs['side']): Promise<Side> => {
    const args: AppendArgs = { side: which, file: join(folder, `${name}-${which}.db`), keys: join(folder, `${name}-${which}-nycklar.db`) };
    return (await Side.start('append.side', args))[0];
  };
  const [ours, bare] = [await start(side), await start('bare')];
  const rates: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  // The first round of each warms up and is not counted.
  for (let i = 0; i <= rounds; i++) {
    const seconds = { ours: 0, bare: 0 };
    for (let turn = 0; turn < TURNS; turn++) {
      seconds.ours += await ours.ask<number>('round', sized);
      seconds.bare += await bare.ask<number>('round', sized);
    }
    if (i > 0) {
      rates.ours.push((TURNS * sized.count) / seconds.ours);
      rates.bare.push((TURNS * sized.count) / seconds.bare);
    }
  }
  await ours.stop();
  await bare.stop();
  return rate(name, 'fakta/s', goal, rates.ours, rates.bare);
};

/** Ready records of 600 bytes, one at a time; limit: one transaction each in bare better-sqlite3. */
export const append1 = line('append_1', 0.9, 'ours', 1, 4_000);
/** 128 in flight; limit: bare better-sqlite3 with 128 in a transaction. */
export const append128 = line('append_128', 0.7, 'ours', 128, 51_200);
/** 128 in flight from command data with two sealed fields, sealing and encoding in the time; the same limit. */
export const append128Forseglad = line('append_128_forseglad', 0.35, 'forseglad', 128, 51_200);
