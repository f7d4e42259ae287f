import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { Archive, ArchiveArgs, Of } from './archive';
import type { Setting } from './main';
import { Side } from './side';

export type Folder = { readonly dataDir: string; readonly masterKey: string; readonly archive: Archive };

/** A data folder with a log of so many facts. Whoever starts on it builds the read models. */
export const makeLog = async (folder: string, name: string, facts: number, of: Of): Promise<Folder> => {
  const [writer, there] = await begin(folder, name, facts, of);
  const archive = await writer.ask<Archive>('make');
  await writer.stop();
  return { ...there, archive };
};

/** The same, and the read models that followed it while it was written. */
export const makeFolder = async (folder: string, name: string, facts: number, of: Of): Promise<Folder> => {
  const [writer, there] = await begin(folder, name, facts, of);
  const [follower] = await Side.start('rebuild.side', { dataDir: there.dataDir, side: 'ours' });
  await follower.ask('follow');
  const archive = await writer.ask<Archive>('make');
  await follower.ask('followed');
  await writer.stop();
  await follower.stop();
  return { ...there, archive };
};

const begin = async (folder: string, name: string, facts: number, of: Of): Promise<readonly [Side, Omit<Folder, 'archive'>]> => {
  const args: ArchiveArgs = { dataDir: join(folder, name), masterKey: randomBytes(32).toString('hex'), facts, of };
  mkdirSync(args.dataDir);
  const [writer] = await Side.start('archive.side', args);
  return [writer, { dataDir: args.dataDir, masterKey: args.masterKey }];
};

const BIG = 1_000_000;
const BIG_SNABB = 20_000;
let made: Promise<Folder> | undefined;
/** The log of 10⁶ facts, made once in a run. `--snabb` makes it smaller, and its figures are then of another log. */
export const bigFolder = ({ folder, snabb }: Setting): Promise<Folder> => (made ??= makeFolder(folder, 'stor', snabb ? BIG_SNABB : BIG, { items: 27 }));
