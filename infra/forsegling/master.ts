import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { relative, resolve, isAbsolute } from 'node:path';
import { randomBytes } from 'node:crypto';
import { KEY_BYTES, type MasterKey, MasterKeyFault, type MasterKeys } from './cipher';

const HOW = 'Ange den i KLUBBA_MASTER_KEY (64 hextecken) eller i en fil som KLUBBA_MASTER_KEY_FILE pekar på, utanför DATA_DIR. En ny görs med: openssl rand -hex 32';

/**
 * Where Klubba finds its master key. `KLUBBA_MASTER_KEY` holds it, or `KLUBBA_MASTER_KEY_FILE` names a file with it: 64 hex
 * digits for version 1, or `<version>:<64 hex digits>`, several with space, comma or line between while keys are rewrapped;
 * the highest version is the one that wraps. Outside production it may be missing: then it is made once in the file
 * `<dataDir>-nyckel`, beside the data folder, so that a copied data folder alone opens nothing.
 * `create`: whether a new one may be made, that is, whether no key is wrapped yet. Throws MasterKeyFault, in Swedish.
 */
export const masterKeys = (env: Readonly<Record<string, string | undefined>>, dataDir: string, { create }: { readonly create: boolean }): MasterKeys => {
  const given = env.KLUBBA_MASTER_KEY;
  const file = env.KLUBBA_MASTER_KEY_FILE;
  const production = env.NODE_ENV === 'production';
  if (given !== undefined && file !== undefined) throw new MasterKeyFault('Både KLUBBA_MASTER_KEY och KLUBBA_MASTER_KEY_FILE är satta. Behåll en av dem.');
  if (given !== undefined) return parse(given, 'KLUBBA_MASTER_KEY');
  if (file !== undefined) {
    if (production && isInside(file, dataDir)) throw new MasterKeyFault(`Huvudnyckeln ligger i DATA_DIR (${file}): den som kopierar datamappen får då nycklarna med sig. Flytta filen utanför ${dataDir}.`);
    return parse(readKeyFile(file), file);
  }
  if (production) throw new MasterKeyFault(`Huvudnyckeln saknas. ${HOW}`);
  const beside = `${resolve(dataDir)}-nyckel`;
  if (existsSync(beside)) return parse(readKeyFile(beside), beside);
  if (!create) throw new MasterKeyFault(`Huvudnyckeln saknas: ${beside} finns inte, men i datamappen finns redan nycklar som är inslagna med den. Lägg tillbaka filen. ${HOW}`);
  return parse(makeKeyFile(beside), beside);
};

/** Master keys by version. The highest wraps; all can unwrap. */
export const masterKeysOf = (all: readonly [MasterKey, ...MasterKey[]]): MasterKeys => {
  const byVersion = new Map(all.map(({ version, key }) => [version, key]));
  return { current: all.reduce((a, b) => (b.version > a.version ? b : a)), get: (version) => byVersion.get(version) };
};

const parse = (text: string, where: string): MasterKeys => {
  const keys = text.split(/[\s,]+/).filter((part) => part !== '').map((part): MasterKey => {
    const [, version = '1', hex] = /^(?:([1-9]\d{0,8}):)?([0-9a-fA-F]{64})$/.exec(part) ?? [];
    if (hex === undefined) throw new MasterKeyFault(`Huvudnyckeln i ${where} har fel form: den ska vara 64 hextecken, eller <version>:<64 hextecken>. ${HOW}`);
    return { version: Number(version), key: Buffer.from(hex, 'hex') };
  });
  const [first, ...rest] = keys;
  if (first === undefined) throw new MasterKeyFault(`Huvudnyckeln i ${where} är tom. ${HOW}`);
  if (new Set(keys.map(({ version }) => version)).size < keys.length) throw new MasterKeyFault(`I ${where} finns två huvudnycklar med samma version.`);
  return masterKeysOf([first, ...rest]);
};

const isInside = (file: string, folder: string): boolean => {
  const path = relative(resolve(folder), resolve(file));
  return path !== '' && !path.startsWith('..') && !isAbsolute(path);
};

const readKeyFile = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new MasterKeyFault(`Huvudnyckelns fil ${file} går inte att läsa (${(error as NodeJS.ErrnoException).code ?? 'okänt fel'}).`);
  }
};

const makeKeyFile = (file: string): string => {
  const text = `1:${randomBytes(KEY_BYTES).toString('hex')}\n`;
  try {
    // 'wx': two that start at once may not each have a key of their own.
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, text);
    fsyncSync(handle);
    closeSync(handle);
    return text;
  } catch (error) {
    throw new MasterKeyFault(`Huvudnyckelns fil ${file} går inte att skapa (${(error as NodeJS.ErrnoException).code ?? 'okänt fel'}). ${HOW}`);
  }
};
