import { randomUUID } from 'node:crypto';
import { link, open, readdir, rmdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreUnavailable } from '@klubba/kernel';
import { codeOf, inSwedish } from '../sqlite/open';

export const FILE_MODE = 0o600;
export const FOLDER_MODE = 0o700;
/** What a name ends with while its content is on the way to the disk. */
export const BESIDE = '.ny';

const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS']);
const LOST = new Set(['EIO', 'ESTALE', 'ENODEV', 'ENXIO', 'ENOTCONN', 'ETIMEDOUT', 'EHOSTDOWN', 'EHOSTUNREACH', 'ECONNRESET', 'ESHUTDOWN', 'EREMOTEIO']);
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/** An error of the shared disk as an operator can act on it. */
export const told = (error: unknown, root: string): unknown => {
  const code = codeOf(error);
  const cause = { cause: error };
  if (FORBIDDEN.has(code)) return new StoreUnavailable(`Klubba får inte läsa eller skriva i handlingarnas mapp ${root} (${code}). Ge användaren som kör Klubba rätt till den, eller sätt HANDLINGAR till en annan mapp.`, cause);
  if (LOST.has(code)) return new StoreUnavailable(`Disken under handlingarnas mapp ${root} svarar inte (${code}). Se över disken och nätet till den, och försök igen.`, cause);
  return inSwedish(error, 'Handlingarnas mapp', root);
};

/** What a file system without hard links answers when asked for one; any other error as it is. */
export const noLinks = (error: unknown, path: string): unknown =>
  NO_LINKS.has(codeOf(error)) ? new StoreUnavailable(`Filsystemet klarar inte hårda länkar, så ${path} kan inte läggas säkert. Sätt HANDLINGAR till en mapp på en disk som gör det (lokal disk, NFS).`, { cause: error }) : error;

/** Runs `work`; what it answers when the name is not there is for the one who asks. */
const unless = async <T, U>(codes: readonly string[], work: () => Promise<T>, otherwise: U): Promise<T | U> => {
  try {
    return await work();
  } catch (error) {
    if (codes.includes(codeOf(error))) return otherwise;
    throw error;
  }
};
export const ifThere = <T>(work: () => Promise<T>): Promise<T | undefined> => unless(['ENOENT'], work, undefined);
export const isThere = async (path: string): Promise<boolean> => (await ifThere(() => stat(path))) !== undefined;
export const namesIn = (folder: string): Promise<readonly string[] | undefined> => ifThere(() => readdir(folder));

/** Names are on the disk first when their folder is. Windows opens no folders, and some network disks flush none: they write names at once. */
export const flush = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await unless(['EINVAL', 'ENOTSUP'], () => handle.sync(), undefined);
  } finally {
    await handle.close();
  }
};

/**
 * A name of its own for a file: false when it is taken, whoever was first. A link, since rename writes over without a
 * word. Over a network the answer to a link may be lost and the asking done again: then the taken name is our own.
 */
export const linked = async (from: string, to: string): Promise<boolean> => {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw noLinks(error, to);
    const [ours, theirs] = await Promise.all([stat(from), stat(to)]);
    return ours.ino === theirs.ino && ours.dev === theirs.dev;
  }
};

/** Whole under its name and on the disk, or not there at all. False when the name is taken. */
export const place = async (folder: string, name: string, bytes: Uint8Array): Promise<boolean> => {
  const beside = join(folder, `${randomUUID()}${BESIDE}`);
  const handle = await open(beside, 'wx', FILE_MODE);
  try {
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!(await linked(beside, join(folder, name)))) return false;
  } finally {
    await unlink(beside).catch(() => undefined);
  }
  await flush(folder);
  return true;
};

/** Gone, now or before. What another still reads over NFS keeps a name of the system's own a while. */
export const remove = (path: string): Promise<void> => unless(['ENOENT', 'EBUSY'], () => unlink(path), undefined);
/** False when something was put there meanwhile. */
export const removeFolder = (folder: string): Promise<boolean> => unless(['ENOTEMPTY', 'EEXIST', 'EBUSY'], async () => (await ifThere(() => rmdir(folder)), true), false);
