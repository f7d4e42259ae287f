// `npm run sabotera [-- part of a name …]`: plants one fault at a time in a copy of the house and sees that a named check turns red.
// A check that stays green guards nothing. Not for CI: it takes minutes, and says something of the tests, not of the change.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faults } from './faults.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const COPIED = ['apps', 'libs', 'infra', 'test', 'package.json', 'package-lock.json', 'tsconfig.json', 'nest-cli.json', '.dependency-cruiser.cjs', '.gitignore', 'README.md', 'LICENSE', 'docker-compose.yml'];

const house = mkdtempSync(join(tmpdir(), 'klubba-sabotage-'));
const clean = () => rmSync(house, { recursive: true, force: true });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {
  clean();
  process.exit(130);
});

const run = (program, ...args) => spawnSync(process.execPath, [join(house, 'node_modules', program), ...args], {
  cwd: house, encoding: 'utf8', maxBuffer: 1 << 28,
  env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
});

/** A test that a fault makes hang is red after this; no check takes near as long without one. */
const HANGS_MS = 60_000;

/** Which tests of the check are red; why the check could not judge, if it could not. `whole`: the other tests of their file run too. */
const jest = ([path, title], whole) => {
  const report = join(house, 'report.json');
  rmSync(report, { force: true });
  // A red test may leave behind what it waited for.
  run('jest/bin/jest.js', '--forceExit', '--json', '--outputFile', report, '--silent', '--testTimeout', String(HANGS_MS), path, ...(title === undefined || whole ? [] : ['-t', title]));
  let said;
  try {
    said = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { red: [], unfit: 'jest gav inget svar' };
  }
  const tests = said.testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ fullName }) => title === undefined || new RegExp(title, 'i').test(fullName));
  const red = tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
  const ran = tests.filter(({ status }) => status === 'passed' || status === 'failed').length;
  // A suite that cannot be loaded is red for another reason than the one we look for.
  return { red, unfit: said.numRuntimeErrorTestSuites > 0 ? 'en testfil går inte att läsa in' : ran === 0 ? 'inget test hör till kontrollen' : undefined };
};
const tsc = ([pattern]) => {
  const { stdout } = run('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json');
  return { red: stdout.split('\n').filter((line) => line.includes('error TS') && new RegExp(pattern).test(line)).map((line) => line.slice(0, 120)) };
};
/** `['test/contract', 'title']` is jest; `['tsc', 'pattern of the error']` the compiler. */
const judge = (check, whole) => (check[0] === 'tsc' ? tsc(check.slice(1)) : jest(check, whole));
/** What the check says of the house as it is. One that is red by itself may stand on the tests before it in its file. */
const tried = (check) => {
  const alone = judge(check, false);
  return alone.red.length === 0 ? { ...alone, whole: false } : { ...judge(check, true), whole: true };
};

const plant = ({ file, find, replace }) => {
  const path = join(house, file);
  const before = readFileSync(path, 'utf8');
  const places = before.split(find).length - 1;
  if (places !== 1) throw new Error(`"${find}" finns på ${places} ställen i ${file}, ska finnas på ett`);
  writeFileSync(path, before.replace(find, () => replace));
  return () => writeFileSync(path, before);
};

const wanted = process.argv.slice(2);
const chosen = faults.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
const rows = [];
const sound = new Map();
try {
  for (const path of COPIED.filter((one) => existsSync(join(ROOT, one)))) cpSync(join(ROOT, path), join(house, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));

  for (const fault of chosen) {
    const began = Date.now();
    const key = JSON.stringify(fault.check);
    if (!sound.has(key)) sound.set(key, tried(fault.check));
    const before = sound.get(key);
    let outcome;
    try {
      if (before.unfit !== undefined || before.red.length > 0) throw new Error(before.unfit ?? `kontrollen är röd redan utan felet: ${before.red[0]}`);
      const mend = plant(fault);
      try {
        const { red, unfit } = judge(fault.check, before.whole);
        outcome = unfit !== undefined ? { ok: false, word: unfit } : red.length === 0 ? { ok: false, word: 'GRÖN: felet märks inte' } : { ok: true, word: red[0] };
      } finally {
        mend();
      }
    } catch (error) {
      outcome = { ok: false, word: error.message };
    }
    rows.push(outcome.ok);
    console.log(`${outcome.ok ? '✓ röd ' : '✗     '} ${fault.name.padEnd(58)} ${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s  ${outcome.word}`);
  }
} finally {
  clean();
}
const missed = rows.filter((ok) => !ok).length;
console.log(`\n${rows.length} fel planterade, ${rows.length - missed} upptäckta, ${missed} inte.`);
process.exitCode = missed === 0 && rows.length > 0 ? 0 : 1;
