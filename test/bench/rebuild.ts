import { join } from 'node:path';
import type { Setting } from './main';
import { bigFolder } from './folder';
import { type Figure, rate } from './figure';
import { Side } from './side';

/** Where the read models are built. */
export type RebuildRound = { readonly file: string };

/**
 * All mounted read models built from event one until they are on the disk; limit: a program that reads the same rows and
 * parses them. What came of it is compared with the copy that followed the log while it was written.
 */
export const rebuild1m = async (setting: Setting): Promise<Figure> => {
  const { dataDir, archive: { facts } } = await bigFolder(setting);
  const [[ours], [bare]] = [await Side.start('rebuild.side', { dataDir, side: 'ours' }), await Side.start('rebuild.side', { dataDir, side: 'bare' })];
  const rates = { ours: [] as number[], bare: [] as number[] };
  for (let i = 0; i < setting.rounds; i++) {
    const round: RebuildRound = { file: join(setting.folder, 'byggda.sqlite') };
    rates.ours.push(facts / (await ours.ask<number>('round', round)));
    rates.bare.push(facts / (await bare.ask<number>('round', round)));
  }
  const [live, built] = await Promise.all([bare.ask<string>('hash', { file: join(dataDir, 'lasmodeller.sqlite') }), ours.ask<string>('hash', { file: join(setting.folder, 'byggda.sqlite') })]);
  if (live !== built) throw new Error(`Det ombyggda är inte det levande:\n${live}\n${built}`);
  await ours.stop();
  await bare.stop();
  return rate('rebuild_1m', 'fakta/s', 0.3, rates.ours, rates.bare);
};
