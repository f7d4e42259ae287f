// `npm run mutera [-- [--specs REGEX] part of a name …]`: changes the deciders of the meeting, the § and the nämnd one place at a time (Stryker) and sees that a spec turns red.
// What survives is a rule, or a word of one, that no test would miss. Not for CI: it says something of the tests, not of the change.
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
process.chdir(ROOT);
const FOLDERS = ['libs/sammantrade', 'libs/paragraf', 'libs/namnd'];
/** Of a hundred mutants of each file so many are to be killed. */
const KRAV = 85;

const files = FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`));
/** Only those specs: a share by some of them is at least that by all, and found sooner. */
const { values: { specs = '' }, positionals: wanted } = parseArgs({ options: { specs: { type: 'string' } }, allowPositionals: true });
const deciders = files.filter((file) => file.endsWith('.decider.ts') && (wanted.length === 0 || wanted.some((part) => file.includes(part))));

// The long runs of chance stay out: what only chance kills is killed one day and not the next. Static mutants, of what is made once at the start, are left out.
const mutants = deciders.length === 0 ? [] : await new Stryker({
  mutate: deciders, testRunner: 'mocha', plugins: ['@stryker-mutator/mocha-runner'], testRunnerNodeArgs: ['--disable-warning=ExperimentalWarning'],
  mochaOptions: { 'no-config': true, 'no-package': true, 'no-opts': true, require: [join(ROOT, 'test/mutation/mocha.mjs')], spec: files.filter((file) => /(?<!egenskaper)[.]spec[.]ts$/.test(file) && new RegExp(specs).test(file)) },
  coverageAnalysis: 'perTest', ignoreStatic: true, concurrency: 1, timeoutMS: 20_000, disableTypeChecks: false, reporters: ['progress-append-only'], logLevel: 'warn', tempDirName: join(tmpdir(), `klubba-mutera-${process.pid}`),
  ignorePatterns: ['dist', 'data'],
}).runMutationTest();

const alive = ({ status }) => status === 'Survived' || status === 'NoCoverage';
/** A mutant that hangs, or that no story even starts with, is red too. */
const counted = (mutant) => alive(mutant) || ['Killed', 'Timeout', 'RuntimeError'].includes(mutant.status);
let enough = deciders.length > 0;
for (const file of deciders) {
  const all = mutants.filter((mutant) => mutant.fileName.endsWith(file) && counted(mutant));
  const survivors = all.filter(alive);
  const share = all.length === 0 ? 100 : (100 * (all.length - survivors.length)) / all.length;
  for (const { location: { start }, mutatorName, replacement, status } of survivors) process.stdout.write(`  ${file}:${start.line}:${start.column} ${status === 'NoCoverage' ? 'no test comes here' : mutatorName}: ${replacement.replace(/\s+/g, ' ').slice(0, 120)}\n`);
  process.stdout.write(`${share >= KRAV ? '✓' : '✗'} ${file}: ${share.toFixed(1)} % of ${all.length} killed\n`);
  enough &&= share >= KRAV;
}
process.exitCode = enough ? 0 : 1;
