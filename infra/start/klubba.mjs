// The first thing that runs, in a clean clone too: `node infra/start/klubba.mjs <what>`. So it knows only Node's own
// modules and must run on Node 18; what it starts runs on the Node 24 that npm brings along. Everything it makes
// (node_modules, dist) may be deleted at any time.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const SOURCES = ['apps', 'libs', 'infra', 'test'];
const COMPILED = ['apps', 'libs', 'infra', 'test/bench', 'test/eventstoredb'];
const INSTALLED = join(ROOT, 'node_modules', '.klubba-installed');
const BUILT = join(ROOT, 'dist', '.klubba-built');
const LOCK = join(ROOT, '.klubba-lock');

const at = (...path) => join(ROOT, ...path);
const say = (text) => process.stderr.write(`${text}\n`);
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
class Stop extends Error {}

/** One hash of names and contents: a stamp holds what was installed or built, whatever the clock and git did to the files' times. */
const hashOf = (...paths) => {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  const add = (path) => {
    if (!existsSync(at(path))) return;
    hash.update(`\0${path}\0`).update(readFileSync(at(path)));
  };
  const walk = (folder) => {
    if (!existsSync(at(folder))) return;
    for (const entry of readdirSync(at(folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.isDirectory()) walk(`${folder}/${entry.name}`);
      else if (/(?<![.]spec)[.]m?ts$|[.](json|graphql|sql)$/.test(entry.name)) add(`${folder}/${entry.name}`);
    }
  };
  for (const path of paths) (/[.]\w+$/.test(path) ? add : walk)(path);
  return hash.digest('hex');
};

/** Runs a program to its end and answers its exit code. It gets our signals, so that nothing is left behind. */
const run = (program, args, { env = process.env, ipc = false } = {}) =>
  new Promise((resolve, reject) => {
    // The channel carries nothing: it ends when we do, even by kill -9, and then the child knows that it must end too.
    const child = spawn(program, args, { cwd: ROOT, env, stdio: ['inherit', 'inherit', 'inherit', ...(ipc ? ['ipc'] : [])] });
    const pass = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    // npm gives a signal to the shell between us, which dies of it without a word: then our parent is another one.
    const parent = process.ppid;
    const watch = process.env.npm_lifecycle_event === undefined ? undefined : setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      child.kill('SIGTERM');
    }, 200);
    const done = () => {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, pass);
    };
    child.on('error', (error) => {
      done();
      reject(error);
    });
    child.on('exit', (code, signal) => {
      done();
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });

const alive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Two terminals in one clone must not install or build over each other. */
const alone = async (work) => {
  for (let told = false; ; told = true) {
    try {
      writeFileSync(LOCK, `${process.pid}`, { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw new Stop(`Kan inte skriva i ${ROOT}: ${error.message}`);
      const owner = Number(read(LOCK));
      // An empty file is someone between creating and writing it.
      if (owner > 0 && !alive(owner)) rmSync(LOCK, { force: true });
      else if (!told) say(`Väntar på en annan installation eller byggning i samma mapp (process ${owner}; annars ta bort ${LOCK}).`);
      await sleep(300);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(LOCK, { force: true });
  }
};

/** How far npm has come, counted in unpacked packages: npm itself is silent where there is no terminal. */
const progress = () => {
  const here = ({ os, cpu }) => (os === undefined || os.includes(process.platform)) && (cpu === undefined || cpu.includes(process.arch));
  const places = Object.entries(JSON.parse(read(at('package-lock.json')) || '{}').packages ?? {}).filter(([path, one]) => path !== '' && here(one)).map(([path]) => path);
  const began = Date.now();
  const terminal = process.stderr.isTTY === true;
  const show = () => {
    const there = places.filter((path) => existsSync(at(path, 'package.json'))).length;
    const seconds = Math.round((Date.now() - began) / 1000);
    const bar = '█'.repeat(Math.round((20 * there) / places.length)).padEnd(20, '░');
    if (terminal) process.stderr.write(`\r  ${bar} ${there} av ${places.length} paket, ${seconds} s `);
    else say(`  ${there} av ${places.length} paket, ${seconds} s`);
  };
  const timer = setInterval(show, terminal ? 500 : 10_000);
  return () => {
    clearInterval(timer);
    if (terminal) process.stderr.write(`\r${' '.repeat(60)}\r`);
  };
};

const install = async () => {
  const wanted = hashOf('package-lock.json', '.npmrc');
  if (read(INSTALLED) === wanted) return;
  await alone(async () => {
    if (read(INSTALLED) === wanted) return;
    say('Installerar paket (tar omkring en minut första gången) …');
    const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error', '--progress=false'];
    // The npm that started us, else the one on PATH. dev: the build needs it, also where NODE_ENV says production.
    const npm = process.env.npm_execpath;
    const end = progress();
    const code = await (npm !== undefined && /[.]c?js$/.test(npm) ? run(process.execPath, [npm, ...args]) : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args)).finally(end);
    if (code !== 0) throw new Stop(`Installationen misslyckades (npm ci, kod ${code}). Se felet ovan; kör samma kommando igen när det är åtgärdat.`);
    writeFileSync(INSTALLED, wanted);
    say('Paketen är på plats.');
  });
};

/** Node 24 from npm's platform package; where there is none (macOS), the Node we run on, if it is new enough. */
const node24 = () => {
  const windows = process.platform === 'win32';
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const packaged = at('node_modules', name, 'bin', windows ? 'node.exe' : 'node');
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Stop(`Klubba behöver Node 24. Paketet ${name} finns inte för den här datorn och Node ${process.versions.node} är för gammal: installera Node 24 och kör igen.`);
};

/** The environment of what we start: Node 24 first on PATH, so that children of children find it too. */
const environment = (extra = {}) => ({ ...process.env, PATH: `${dirname(node24())}${delimiter}${process.env.PATH ?? ''}`, ...extra });
const tool = (path, ...args) => run(node24(), [at('node_modules', path), ...args], { env: environment() });

const build = async () => {
  const wanted = hashOf(...COMPILED, 'tsconfig.json', 'nest-cli.json', 'package-lock.json');
  if (read(BUILT) === wanted) return;
  await alone(async () => {
    if (read(BUILT) === wanted) return;
    say('Bygger …');
    const code = await tool('@nestjs/cli/bin/nest.js', 'build');
    if (code !== 0) throw new Stop('Byggningen misslyckades. Se felen ovan.');
    mkdirSync(dirname(BUILT), { recursive: true });
    writeFileSync(BUILT, wanted);
  });
};

/** Runs a compiled program of the house. What V8 makes of it is kept beside it: the next start is a tenth quicker. */
const program = (file, args) =>
  run(node24(), ['--enable-source-maps', at('dist', file), ...args], { env: environment({ NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? at('dist', '.v8') }), ipc: true });

/** What each run of checks came to. The last line is read by .ci/run and by people. */
const tally = { passed: 0, failed: 0 };
const count = (passed, failed) => {
  tally.passed += passed;
  tally.failed += failed;
};
const closing = () => {
  process.stdout.write(`${tally.passed} passed, ${tally.failed} failed\n`);
  if (process.env.KLUBBA_SUMMA) writeFileSync(process.env.KLUBBA_SUMMA, `${tally.passed} ${tally.failed}\n`, { flag: 'a' });
  return tally.failed === 0 ? 0 : 1;
};

/** A step that is done or not, as one check among the others. */
const counted = async (step) => {
  try {
    await step();
    count(1, 0);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    count(0, 1);
  }
};

const tests = async (args) => {
  const report = join(tmpdir(), `klubba-tests-${process.pid}.json`);
  // Nest 12 is ESM only; under this flag jest lets CommonJS code load it. The warning it gives is known and says nothing.
  const flags = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim();
  const code = await run(node24(), [at('node_modules/jest/bin/jest.js'), '--json', '--outputFile', report, ...args],
    { env: environment({ NODE_OPTIONS: flags }) });
  const said = JSON.parse(read(report) || '{}');
  rmSync(report, { force: true });
  const failed = (said.numFailedTests ?? 0) + (said.numRuntimeErrorTestSuites ?? 0);
  // A runner that died, or failed for another reason than a test, is a failure too.
  count(said.numPassedTests ?? 0, failed === 0 && code !== 0 ? 1 : failed);
};

const LINTERS = [
  ['Typer (tsc)', 'typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'],
  ['Stil (eslint)', 'eslint/bin/eslint.js', '-c', 'test/eslint.config.mjs', '--max-warnings=0', '.'],
  ['Vem som får känna vem (dependency-cruiser)', 'dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', ...SOURCES],
  ['Oanvänt (knip)', 'knip/bin/knip.js'],
];
const lint = async () => {
  for (const [name, path, ...args] of LINTERS) {
    const began = Date.now();
    const code = await tool(path, ...args);
    count(code === 0 ? 1 : 0, code === 0 ? 0 : 1);
    say(`${code === 0 ? '✓' : '✗'} ${name}, ${((Date.now() - began) / 1000).toFixed(1)} s`);
  }
};

const COMMANDS = {
  start: async (args) => {
    await build();
    return program('apps/api/main.js', args);
  },
  /** Builds too: what the tests found good is then what starts. */
  test: async (args) => {
    await counted(build);
    await tests(args);
    return closing();
  },
  lint: async () => {
    await lint();
    return closing();
  },
  check: async (args) => {
    await lint();
    await counted(build);
    await tests(args);
    return closing();
  },
  granska: async (args) => {
    await build();
    return program('apps/granska/main.js', args);
  },
  spela: async (args) => {
    await build();
    return program('apps/spela/main.js', args);
  },
  'las-in-protokoll': async (args) => {
    await build();
    return program('apps/protokoll/main.js', args);
  },
  omnyckla: async (args) => {
    await build();
    return program('apps/api/main.js', ['--omnyckla', ...args]);
  },
  flytta: async (args) => {
    await build();
    return program('apps/api/main.js', ['--flytta', ...args]);
  },
  'kopiera-lasmodell': async (args) => {
    await build();
    return program('apps/api/main.js', ['--kopiera-lasmodell', ...args]);
  },
  /** The suites that any server must pass, against the one that EVENTSTORE_URL names. */
  'test:eventstoredb': async (args) => {
    if (!process.env.EVENTSTORE_URL) throw new Stop('Ange servern: EVENTSTORE_URL=esdb://admin:changeit@127.0.0.1:2113?tls=false npm run test:eventstoredb');
    await tests(['--runInBand', '--verbose', ...(args.length > 0 ? args : ['test/contract', 'test/eventstoredb', 'test/flows/eventstoredb', 'test/flows/flytt'])]);
    return closing();
  },
  bench: async (args) => {
    await build();
    return program('test/bench/main.js', args);
  },
  sabotera: (args) => run(node24(), [at('test/sabotage/sabotage.mjs'), ...args], { env: environment() }),
  mutera: (args) => run(node24(), [at('test/mutation/mutera.mjs'), ...args], { env: environment() }),
};

const [what = '', ...args] = process.argv.slice(2);
const command = COMMANDS[what];
try {
  if (command === undefined) throw new Stop(`Okänt kommando: ${what || '(inget)'}. Välj ${Object.keys(COMMANDS).join(', ')}.`);
  await install();
  process.exitCode = await command(args);
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  say(error.message);
  process.exitCode = 1;
}
