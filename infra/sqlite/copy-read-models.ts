import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreUnavailable } from '@klubba/kernel';
import { inSwedish, openDatabase } from './open';
import { readModelFile } from './read-model-file';

/**
 * A whole copy of the read models, as they stood at one moment, beside a Klubba that goes on working: a new node that
 * starts from it has only what has come since to fold. Throws StoreUnavailable or DataFault, in Swedish.
 */
export const copyReadModels = async (from: string, to: string): Promise<void> => {
  if (existsSync(to)) throw new StoreUnavailable(`${to} finns redan. Ta bort den eller välj en annan mapp.`);
  const beside = `${to}.ny`;
  const db = openDatabase(from, readModelFile('', ''), { readOnly: true });
  try {
    mkdirSync(dirname(to), { recursive: true });
    rmSync(beside, { force: true });
    await db.backup(beside);
    renameSync(beside, to);
  } catch (error) {
    rmSync(beside, { force: true });
    throw inSwedish(error, 'Läsmodellerna', to);
  } finally {
    db.close();
  }
};
