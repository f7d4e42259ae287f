import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { Archive, ArchiveArgs, Of } from './archive';
import type { Setting } from './main';
import { Side } from './side';

export type Folder = { readonly dataDir: string; readonly masterKey: string; readonly archive: Archive };

/** A data folder with a log of so many facts, and the read models that followed it while it was written. */
export const makeFolder = async (folder: string, name: string, facts: number, of: Of): Promise<Folder> => {
  const args: ArchiveArgs = { dataDir: join(folder, name), masterKey: randomBytes(32).toString('hex'), facts, of };
  mkdirSync(args.dataDir);
  const [writer] = await Side.start('archive.side', args);
  const [follower] = await Side.start('rebuild.side', { dataDir: args.dataDir, side: 'ours' });
  await follower.ask('follow');
  const archive = await writer.ask<Archive>('make');
  await follower.ask('followed');
  await writer.stop();
  await follower.stop();
  return { dataDir: args.dataDir, masterKey: args.masterKey, archive };
};

const BIG = 1_000_000;
const BIG_SNABB = 50_000;
let made: Promise<Folder> | undefined;
/** The log of 10⁶ facts, made once in a run. `--snabb` makes it smaller, and its figures are then of another log. */
export const bigFolder = ({ folder, snabb }: Setting): Promise<Folder> => (made ??= makeFolder(folder, 'stor', snabb ? BIG_SNABB : BIG, { items: 27 }));
