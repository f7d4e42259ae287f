import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StoreUnavailable, LogFault } from '@klubba/kernel';
import { MasterKeyFault } from '../../infra/forsegling/cipher';
import { masterKeys } from '../../infra/forsegling/master';
import { omnyckla } from '../../infra/forsegling/omnyckla';
import { copyReadModels } from '../../infra/sqlite/copy-read-models';
import { DataFault } from '../../infra/sqlite/open';
import { openApp } from './app';
import { klubba } from './composition';
import { loadDemo } from './demo/demo';
import { demoIdentity, isRoll } from './demo-identitet';
import { aterstalld, flytta } from './flytta';
import { nouns } from './house';
import { issuerFrom, issuerIsSet } from './identitet';
import { printedSchema } from './schema';
import { CannotStart, type Settings, settingsFrom } from './settings';
import { openStores } from './stores';
import { visaVagen } from './visa-vagen';

const BAR = 30;
/** How far the demo has come: a bar that moves on a terminal, else a line now and then. */
const progress = (done: number, of: number, what: string): void => {
  const bar = `${'█'.repeat(Math.round((BAR * done) / of)).padEnd(BAR, '░')} ${done} av ${of}`;
  if (process.stdout.isTTY) process.stdout.write(`\r  ${bar} ${what.padEnd(30)}${done === of ? '\n' : ''}`);
  else if (done % 50 === 0 || done === of) console.log(`  ${bar}`);
};

const serve = async (settings: Settings): Promise<void> => {
  // Production names whose tokens it believes; the demo makes its own.
  const demo = settings.production || issuerIsSet(settings) ? undefined : await demoIdentity(settings);
  const app = await openApp(klubba, settings, demo ?? (await issuerFrom(settings)));
  let closing: Promise<void> | undefined;
  const stop = (): void => {
    closing ??= app.close().then(() => process.exit(0), told);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
  // The channel of the one who started us: it ends with them, however they end.
  process.on('disconnect', stop);
  try {
    if (!settings.production) await loadDemo(app.house, progress);
    console.log(await visaVagen(await app.listen(), demo?.token));
  } catch (error) {
    await app.close();
    throw error;
  }
};

const token = async (settings: Settings, roll = ''): Promise<void> => {
  if (!isRoll(roll)) throw new CannotStart('Ange en roll: npm start -- --token namndsekreterare');
  console.log(await (await demoIdentity(settings)).token(roll));
};

/** Wraps every key anew under the highest master key given; may run beside a working Klubba, and again after a break. */
const rewrap = async (settings: Settings): Promise<void> => {
  const { store, keys } = await openStores(settings, { readOnly: true });
  const { dataDir, env } = settings;
  try {
    const masters = masterKeys(env, dataDir, { create: false });
    const { kvar, omslagna } = await omnyckla(keys, store.logg, masters, (done) => process.stdout.isTTY && process.stdout.write(`\r  ${done} nycklar `));
    console.log(`${omslagna} av ${kvar} nycklar är inslagna på nytt under huvudnyckel ${masters.current.version}; de andra var det redan. Gallring är slutlig när äldre huvudnycklar är förstörda överallt.`);
  } finally {
    await keys.close();
    await store.close();
  }
};

const FLYTTA = 'Ange varifrån och vart: npm run flytta -- --fran sqlite:./data --till esdb://användare:lösenord@värd:2113. Efter återställning från säkerhetskopia: npm run flytta -- --aterstalld VAR.';

/** Moves the log, or says that a restored copy of it is the one that goes on. */
const move = async (args: readonly string[]): Promise<void> => {
  const { fran, till, aterstalld: plats } = parseArgs({ args: [...args], options: { fran: { type: 'string' }, till: { type: 'string' }, aterstalld: { type: 'string' } } }).values;
  if (plats !== undefined) return console.log(`Loggen går vidare i den återställda kopian (${await aterstalld(plats, nouns)}). Läsmodeller från förut tas bort; de görs om ur loggen.`);
  if (fran === undefined || till === undefined) throw new CannotStart(FLYTTA);
  const { antal, rot } = await flytta(fran, till, nouns, (what, done) => {
    if (process.stdout.isTTY) process.stdout.write(`\r  ${what}: ${done} `.padEnd(40));
    else if (done % 1000 === 0) console.log(`  ${what}: ${done}`);
  });
  console.log(`${process.stdout.isTTY ? '\n' : ''}Loggen är flyttad: ${antal} poster på båda sidor, med samma Merklerot ${rot}. Källan är stängd. Låt EVENT_STORE peka på den nya, med samma huvudnyckel.`);
};

const copyModels = async ({ dataDir }: Settings, folder: string | undefined): Promise<void> => {
  if (folder === undefined) throw new CannotStart('Ange mappen som kopian ska till: npm run kopiera-lasmodell -- MAPP');
  const to = join(resolve(folder), 'lasmodeller.sqlite');
  await copyReadModels(join(dataDir, 'lasmodeller.sqlite'), to);
  console.log(`Läsmodellerna är kopierade till ${to}. En ny nod med den mappen som DATA_DIR, och samma EVENT_STORE, går vidare därifrån.`);
};

/** One clear sentence and an exit code; where it happened is told only of what nobody foresaw, and then in the program's log. */
const told = (error: unknown): never => {
  const known = [CannotStart, StoreUnavailable, DataFault, MasterKeyFault, LogFault].some((kind) => error instanceof kind);
  console.error(known ? (error as Error).message : `Klubba kunde inte fortsätta: ${error instanceof Error ? error.message : String(error)}`);
  return process.exit(1);
};

const main = async ([what, ...rest]: readonly string[]): Promise<void> => {
  const [which] = rest;
  if (what === '--flytta') return move(rest);
  const settings = settingsFrom(process.env);
  if (what === '--token') return token(settings, which);
  if (what === '--schema') return writeFileSync('apps/api/schema.graphql', await printedSchema());
  if (what === '--omnyckla') return rewrap(settings);
  if (what === '--kopiera-lasmodell') return copyModels(settings, which);
  return serve(settings);
};

main(process.argv.slice(2)).catch(told);
