// `npm run mutera [-- part of a name …]`: changes the deciders of the meeting and the § one place at a time (Stryker) and sees that a spec turns red.
// What survives is a rule, or a word of one, that no test would miss. Not for CI: it takes hours, and says something of the tests, not of the change.
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
process.chdir(ROOT);
const FOLDERS = ['libs/sammantrade', 'libs/paragraf'];
/** Of a hundred mutants so many are to be killed. */
const KRAV = 85;

const wanted = process.argv.slice(2);
const deciders = FOLDERS.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.decider.ts')).map((name) => `${folder}/${name}`))
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)));

/** The mutants of these places, tried with the specs that match; a spec that hangs is a kill too. Static ones, of what is made once at the start, are left out. */
const mutate = (places, testRegex) => new Stryker({
  mutate: places, testRunner: 'jest', plugins: ['@stryker-mutator/jest-runner'], testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { configFile: 'test/jest.config.cjs', config: { roots: FOLDERS.map((folder) => `<rootDir>/${folder}`), testRegex, maxWorkers: 1 }, enableFindRelatedTests: false },
  coverageAnalysis: 'perTest', ignoreStatic: true, concurrency: 1, timeoutMS: 60_000, disableTypeChecks: false, reporters: ['progress-append-only'], logLevel: 'warn', tempDirName: join(tmpdir(), `klubba-mutera-${process.pid}`),
  ignorePatterns: ['dist', 'data'], allowEmpty: true,
}).runMutationTest();

const place = ({ location: { start, end } }) => `${start.line}:${start.column}-${end.line}:${end.column}`;
/** As Stryker reads a place: it counts columns from 0 there, and from 1 in what it answers. */
const range = ({ location: { start, end } }) => `${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
const key = (mutant) => `${place(mutant)} ${mutant.mutatorName} ${mutant.replacement}`;
const alive = ({ status }) => status === 'Survived' || status === 'NoCoverage';
/** A spec whose history a mutant stops does not even start: that is red too. */
const counted = ({ status }) => alive({ status }) || status === 'Killed' || status === 'Timeout' || status === 'RuntimeError';

let enough = deciders.length > 0;
for (const file of deciders) {
  const spec = file.replace(/[.]ts$/, '.spec.ts');
  // The spec beside it first, which is quick; what lives on meets all the others but the long runs of chance.
  const first = existsSync(spec) ? await mutate([file], [`${spec.replaceAll('.', '[.]')}$`]) : undefined;
  const left = first?.filter(alive);
  const second = left?.length === 0 ? [] : await mutate(left?.map((mutant) => `${file}:${range(mutant)}`) ?? [file], ['(?<!egenskaper)[.]spec[.]ts$']);
  const killedLater = new Set(second.filter((mutant) => counted(mutant) && !alive(mutant)).map(key));
  const all = (first ?? second).filter(counted);
  const survivors = all.filter((mutant) => alive(mutant) && !killedLater.has(key(mutant)));
  const share = all.length === 0 ? 100 : (100 * (all.length - survivors.length)) / all.length;
  for (const mutant of survivors) process.stdout.write(`  ${place(mutant)} ${mutant.mutatorName}: ${mutant.replacement.replace(/\s+/g, ' ').slice(0, 120)}\n`);
  process.stdout.write(`${share >= KRAV ? '✓' : '✗'} ${file}: ${share.toFixed(1)} % of ${all.length} killed\n`);
  enough &&= share >= KRAV;
}
process.exitCode = enough ? 0 : 1;
