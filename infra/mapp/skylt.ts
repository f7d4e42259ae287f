import { randomUUID } from 'node:crypto';
import { accessSync, closeSync, constants, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StoreUnavailable } from '@klubba/kernel';
import { codeOf, DataFault } from '../sqlite/open';
import { BESIDE, FILE_MODE, FOLDER_MODE, noLinks } from './disk';

/** The file in the root that says what the folder is, and for which log. */
export const SKYLT = 'klubba-handlingar.json';
const VAD = 'Klubbas handlingar';
const FORM = 1;
/** What a disk of its own begins with. */
const INNATE = ['lost+found', '.snapshot'];

/**
 * The folder is made into the store of this log, or found to be it already: a folder of anything else is refused. The
 * folder that it lies in must be there, since a disk that is not mounted must not be taken for a new one.
 */
export const claim = (root: string, logg: string, readOnly: boolean): void => {
  const sign = join(root, SKYLT);
  if (readOnly && !existsSync(sign)) throw new StoreUnavailable(`Handlingarnas mapp finns inte: ${sign}.`);
  if (!existsSync(root)) makeRoot(root);
  if (!statSync(root).isDirectory()) throw new DataFault(`HANDLINGAR är ingen mapp: ${root}.`);
  if (!readOnly) accessSync(root, constants.R_OK | constants.W_OK | constants.X_OK);
  // Looked for again after the names: another node may have begun at the same moment.
  if (!existsSync(sign) && readdirSync(root).some((name) => !name.endsWith(BESIDE) && !INNATE.includes(name)) && !existsSync(sign)) {
    throw new DataFault(`Mappen ${root} är inte tom och är inte Klubbas: ${SKYLT} saknas. Sätt HANDLINGAR till en tom mapp, eller återställ filen från säkerhetskopia.`);
  }
  if (!existsSync(sign)) put(root, sign, `${JSON.stringify({ vad: VAD, form: FORM, logg })}\n`);
  verify(root, sign, logg);
};

const makeRoot = (root: string): void => {
  if (!existsSync(dirname(root))) throw new StoreUnavailable(`Mappen ${dirname(root)} finns inte, så handlingarnas mapp kan inte göras i den. Är disken ansluten?`);
  try {
    mkdirSync(root, { mode: FOLDER_MODE });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
};

const put = (root: string, sign: string, text: string): void => {
  const beside = join(root, `${randomUUID()}${BESIDE}`);
  const handle = openSync(beside, 'wx', FILE_MODE);
  try {
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    linkSync(beside, sign);
  } catch (error) {
    // Another node was first: what it wrote is judged as any other.
    if (codeOf(error) !== 'EEXIST') throw noLinks(error, sign);
  } finally {
    rmSync(beside, { force: true });
  }
  // Without its sign a folder that holds files would be refused.
  for (const folder of [root, dirname(root)]) flush(folder);
};
const flush = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP'].includes(codeOf(error))) throw error;
  } finally {
    closeSync(handle);
  }
};

const verify = (root: string, sign: string, logg: string): void => {
  const { vad, form, logg: theirs } = read(sign);
  if (vad !== VAD) throw new DataFault(`${sign} är inte som Klubba lämnade den. Återställ den från säkerhetskopia.`);
  if (form !== FORM) throw new DataFault(`Handlingarnas mapp (${root}) har form ${String(form)}. Denna version av Klubba känner bara form ${FORM}.`);
  if (theirs !== logg) throw new DataFault(`Handlingarnas mapp (${root}) hör till en annan logg: ${String(theirs)}, inte ${logg}. Sätt HANDLINGAR till denna loggs mapp, eller till en tom.`);
};
const read = (sign: string): Readonly<Record<string, unknown>> => {
  const text = readFileSync(sign, 'utf8');
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    return {};
  }
};
