import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Blob, BlobTaken, type Handlingslager, StoreUnavailable, UUID } from '@klubba/kernel';
import { codeOf } from '../sqlite/open';
import { BESIDE, flush, FOLDER_MODE, ifThere, isThere, linked, namesIn, place, remove, removeFolder, told } from './disk';
import { claim, SKYLT } from './skylt';

/** A blob's folder: when it began, its chunks, its head once it is finished, and a second name of the head once it is kept. */
const AT = 'at';
const HEAD = 'huvud';
const KEPT = 'kvar';
const CHUNK = /^bit\.\d+$/;
const chunkName = (nr: number): string => `bit.${nr}`;
const SHARD = /^[0-9a-f]{2}$/;
const DROP_TRIES = 3;

/**
 * Files in a directory that several nodes share, each chunk on the disk when it is answered. Nothing is locked: each step is
 * one that the file system lets only one of them take.
 */
export class MappHandlingslager implements Handlingslager {
  readonly shared = true;

  /** Throws DataFault or StoreUnavailable, in Swedish. */
  constructor(private readonly root: string, logg: string, { readOnly = false }: { readonly readOnly?: boolean } = {}) {
    try {
      claim(root, logg, readOnly);
    } catch (error) {
      throw told(error, root);
    }
  }

  begin(blob: string, at: string): Promise<void> {
    return this.attempt(async () => {
      // A disk that is gone leaves an empty folder, where everything could begin anew.
      await this.mustBeThere();
      const folder = this.folderOf(blob);
      if (await madeFolder(dirname(folder))) await flush(this.root);
      if (!(await madeFolder(folder))) throw new BlobTaken(blob);
      try {
        await flush(dirname(folder));
        await place(folder, AT, Buffer.from(at));
      } catch (error) {
        await this.drop(blob).catch(() => undefined);
        throw error;
      }
    });
  }

  put(blob: string, nr: number, sealed: Uint8Array): Promise<void> {
    return this.attempt(async () => {
      const folder = await this.openBlob(blob);
      if (nr > 0 && !(await isThere(join(folder, chunkName(nr - 1))))) throw new Error(`${blob}: bit ${nr} följer inte på den förra.`);
      if (!(await this.placed(blob, chunkName(nr), sealed))) throw new Error(`${blob}: bit ${nr} finns redan.`);
    });
  }

  finish(blob: string, head: Uint8Array): Promise<void> {
    return this.attempt(async () => {
      await this.openBlob(blob);
      if (!(await this.placed(blob, HEAD, head))) throw notOpen(blob);
    });
  }

  /**
   * By a link to the head: whoever drops takes the head first, so one of the two is too late. Before that goes what a process
   * that died left beside: nothing is on its way into a blob that has its head.
   */
  keep(blob: string): Promise<void> {
    return this.attempt(async () => {
      const folder = this.folderOf(blob);
      const names = (await namesIn(folder)) ?? [];
      if (names.includes(KEPT)) return;
      if (names.includes(HEAD)) for (const name of names) if (name.endsWith(BESIDE)) await remove(join(folder, name));
      if ((await ifThere(() => linked(join(folder, HEAD), join(folder, KEPT)))) === undefined) {
        await this.mustBeThere();
        throw new Error(`${blob} är inte färdig.`);
      }
      await flush(folder);
    });
  }

  head(blob: string): Promise<Uint8Array | undefined> {
    return this.attempt(async () => (await ifThere(() => readFile(join(this.folderOf(blob), HEAD)))) ?? this.read(blob, KEPT));
  }

  chunk(blob: string, nr: number): Promise<Uint8Array | undefined> {
    return this.attempt(() => this.read(blob, chunkName(nr)));
  }

  /** The head first: from then on it is an open one, also when this is cut off in the middle, and the next drop does the rest. */
  drop(blob: string): Promise<void> {
    return this.attempt(async () => {
      const folder = this.folderOf(blob);
      for (let tried = 0; tried < DROP_TRIES; tried++) {
        const names = await namesIn(folder);
        if (names === undefined) return this.mustBeThere();
        if (names.includes(KEPT)) throw isKept(blob);
        await remove(join(folder, HEAD));
        await flush(folder);
        // Kept by another while we took the head: it has it under its other name.
        if (await isThere(join(folder, KEPT))) throw isKept(blob);
        for (const name of names) if (name !== AT) await remove(join(folder, name));
        await remove(join(folder, AT));
        if (await removeFolder(folder)) return flush(dirname(folder));
      }
      throw new StoreUnavailable(`${folder} går inte att ta bort än: någon läser eller skriver i den. Den tas bort vid nästa städning.`);
    });
  }

  list(after: string, limit: number, loose = false): Promise<readonly Blob[]> {
    return this.attempt(async () => {
      await this.mustBeThere();
      const found: Blob[] = [];
      for (const shard of sorted(await namesIn(this.root)).filter((name) => SHARD.test(name) && name >= after.slice(0, 2))) {
        for (const id of sorted(await namesIn(join(this.root, shard))).filter((name) => UUID.test(name) && name > after)) {
          if (found.length >= limit) return found;
          const blob = await this.look(id, loose);
          if (blob !== undefined) found.push(blob);
        }
      }
      return found;
    });
  }

  async close(): Promise<void> {
    // Nothing is held open between two questions.
  }

  private async look(id: string, loose: boolean): Promise<Blob | undefined> {
    const folder = this.folderOf(id);
    const names = await namesIn(folder);
    if (names === undefined || (loose && names.includes(KEPT))) return undefined;
    const sizes = await Promise.all(names.filter((name) => CHUNK.test(name)).map(async (name) => (await ifThere(() => stat(join(folder, name))))?.size ?? 0));
    // Without it where a process died as it began or dropped it.
    const at = (await ifThere(() => readFile(join(folder, AT), 'utf8'))) ?? (await ifThere(() => stat(folder)))?.mtime.toISOString();
    if (at === undefined) return undefined;
    return { id, at, chunks: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0), state: names.includes(KEPT) ? 'kept' : names.includes(HEAD) ? 'finished' : 'open' };
  }

  private async read(blob: string, name: string): Promise<Uint8Array | undefined> {
    const bytes = await ifThere(() => readFile(join(this.folderOf(blob), name)));
    if (bytes === undefined) await this.mustBeThere();
    return bytes;
  }

  private async openBlob(blob: string): Promise<string> {
    const names = await namesIn(this.folderOf(blob));
    if (names === undefined) await this.mustBeThere();
    if (names === undefined || names.includes(HEAD) || names.includes(KEPT)) throw notOpen(blob);
    return this.folderOf(blob);
  }

  /** False when the name is taken. Another node may drop what has lain open for a day. */
  private async placed(blob: string, name: string, bytes: Uint8Array): Promise<boolean> {
    const placed = await ifThere(() => place(this.folderOf(blob), name, bytes));
    if (placed === undefined) throw notOpen(blob);
    return placed;
  }

  private async mustBeThere(): Promise<void> {
    if (!(await isThere(join(this.root, SKYLT)))) throw new StoreUnavailable(`Handlingarnas mapp ${this.root} är inte där: ${SKYLT} saknas i den. Är disken ansluten?`);
  }

  /** Only ids name folders: nothing else can lead out of the root. */
  private folderOf(blob: string): string {
    if (!UUID.test(blob)) throw new Error(`${blob} är inget id.`);
    return join(this.root, blob.slice(0, 2), blob);
  }

  private async attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw told(error, this.root);
    }
  }
}

const notOpen = (blob: string): Error => new Error(`${blob} är inte öppen.`);
const isKept = (blob: string): Error => new Error(`${blob} hör till akten och tas inte bort.`);
const sorted = (names: readonly string[] | undefined): readonly string[] => [...(names ?? [])].sort();
/** False when it is there already. */
const madeFolder = async (folder: string): Promise<boolean> => {
  try {
    await mkdir(folder, { mode: FOLDER_MODE });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
};
