import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { SqliteEventStore } from '../../infra/sqlite/sqlite-event-store';
import { readFrom } from '../contract/event-store.contract';
import { asker, Node, oppna, stang } from '../contract/kolapp';
import { Barn, itWithStrace } from './barn';

const KILLS_MIN = 200;
const KILLS_PER_FILE = 20;
const SIDE_BY_SIDE = 2;
/** Which of them SQLite calls depends on how it was built. */
const SYNC = 'fdatasync,fsync';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klubba-krasch-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type Post = { readonly stream: string; readonly version: number; readonly batch: string; readonly of: number };
type Promised = { readonly stream: string; readonly version: number; readonly batch: string };
const promised = (barn: Barn): readonly Promised[] => barn.said('fick').map(([stream, version, batch]) => ({ stream: stream!, version: Number(version), batch: batch! }));

/** Reopens the log as Klubba would and looks at every record. Throws on what cannot be read; the rest is counted. */
const inspect = async (file: string, acknowledged: readonly Promised[]): Promise<{ readonly lost: number; readonly half: number; readonly records: number }> => {
  const store = SqliteEventStore.open(file);
  try {
    const posts = (await readFrom(store, 0n, 1000)).map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString('utf8')) as Post);
    const versions = new Map<string, number>();
    const batches = new Map<string, { readonly of: number; readonly last: string; count: number }>();
    for (const { stream, version, batch, of } of posts) {
      if (version !== (versions.get(stream) ?? 0) + 1) throw new Error(`${stream}: version ${version} efter ${versions.get(stream) ?? 0}`);
      versions.set(stream, version);
      batches.set(batch, { of, last: `${stream} ${version}`, count: (batches.get(batch)?.count ?? 0) + 1 });
    }
    // The columns beside the bytes tell the same.
    for (const [stream, version] of versions) expect(await store.read(stream)).toHaveLength(version);
    const half = [...batches.values()].filter(({ of, count }) => of !== count).length;
    const lost = acknowledged.filter(({ stream, version, batch }) => batches.get(batch)?.last !== `${stream} ${version}`).length;
    return { lost, half, records: posts.length };
  } finally {
    await store.close();
  }
};

describe('Den som dödas med kill -9', () => {
  let kills = 0;
  let writing = 0;
  let unanswered = 0;
  const oneFile = async (): Promise<void> => {
    const file = join(folder, `logg-${randomUUID()}.db`);
    const acknowledged: Promised[] = [];
    for (let kill = 0; kill < KILLS_PER_FILE; kill++) {
      const barn = new Barn('många', file, kill % 2 === 0 ? 'tråd' : '');
      // Most die while they write, some while they open, or make, the log.
      if (kill % 10 === 0) await pause(60 + Math.random() * 150);
      else await barn.line(kill % 2 === 0 ? 'redo' : 'fick').then(() => pause(Math.random() * 50));
      await barn.kill();
      kills++;
      const told = promised(barn);
      acknowledged.push(...told);
      if (told.length > 0) writing++;
      // Now and then the next one has to take over after the dead without help.
      if (kill % 3 !== 2 && kill !== KILLS_PER_FILE - 1) continue;
      const { lost, half, records } = await inspect(file, acknowledged);
      expect({ lost, half }).toEqual({ lost: 0, half: 0 });
      if (records > acknowledged.length) unanswered++;
    }
  };

  const rounds = Array.from({ length: KILLS_MIN / KILLS_PER_FILE / SIDE_BY_SIDE }, (_, i) => i + 1);
  it.each(rounds)(`tappar inget den har svarat på och lämnar inget halvt efter sig (omgång %i av ${rounds.length})`, async () => {
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, oneFile));
  });
  it(`har då dött minst ${KILLS_MIN} gånger, de flesta medan de skrev, och somliga mellan lagring och svar`, () => {
    expect(kills).toBeGreaterThanOrEqual(KILLS_MIN);
    expect(writing).toBeGreaterThan(KILLS_MIN / 2);
    expect(unanswered).toBeGreaterThan(0);
  });

  it('mellan lagring och svar får sitt kvitto när samma kommando ges igen, och det har hänt en gång', async () => {
    const file = join(folder, 'logg.db');
    const ids = Array.from({ length: 8 }, () => randomUUID());
    const wished = new Map<string, { readonly id: string; readonly what: string; readonly receipt?: string }>();
    for (let kill = 0; kill < 20; kill++) {
      const barn = new Barn('kommandon', file, ids.join(','));
      await barn.line('fick');
      await pause(Math.random() * 30);
      await barn.kill();
      for (const [id, command, what] of barn.said('vill')) wished.set(command!, { id: id!, what: what! });
      for (const [id, command, version, position] of barn.said('fick')) wished.set(command!, { ...wished.get(command!)!, id: id!, receipt: `${version} ${position}` });
    }
    const store = SqliteEventStore.open(file);
    const node = new Node(store);
    await node.log.open();
    let stored = 0;
    for (const [command, { id, what, receipt }] of wished) {
      const before = await store.tip();
      const again = await node.ask(id, what === 'stang' ? stang : oppna, asker(command));
      if (!('version' in again)) throw new Error(again.hinder[0].text);
      if (receipt !== undefined) expect(`${again.version} ${again.position}`).toBe(receipt);
      else if ((await store.tip()) === before) stored++;
    }
    const facts = (await readFrom(store, 0n, 1000)).map(({ bytes }) => (JSON.parse(Buffer.from(bytes).toString('utf8')) as { readonly command: string }).command);
    expect(new Set(facts).size).toBe(facts.length);
    for (const id of ids) expect((await node.log.read(`kolapp-${id}`)).length).toBeGreaterThan(0);
    // Some were stored without an answer: those are the ones this test is about.
    expect(stored).toBeGreaterThan(0);
    await store.close();
  });

  itWithStrace('vid vilket systemanrop som helst mitt i en lagring lämnar loggen hel', async () => {
    const moments = ['pwrite64', SYNC].flatMap((call) => [1, 2, 3, 4, 5, 6, 8, 10, 13, 16].map((nr) => [call, nr] as const));
    let killed = 0;
    const one = async ([call, nr]: readonly [string, number]): Promise<void> => {
      const file = join(folder, `logg-${call}-${nr}.db`);
      const barn = new Barn('följd', file, '12', ['strace', '-f', '-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:signal=SIGKILL:when=${nr}`]);
      await barn.end();
      if (!barn.lines.includes('klar')) killed++;
      const { lost, half } = await inspect(file, promised(barn));
      expect({ lost, half }).toEqual({ lost: 0, half: 0 });
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, async () => {
      for (let moment = moments.shift(); moment !== undefined; moment = moments.shift()) await one(moment);
    }));
    expect(killed).toBeGreaterThan(15);
  });
});

/**
 * The system calls of all threads as strace wrote them with file names and times (`-ff -y -ttt -T`): what was asked of the disk
 * when it was done, what was answered when it began.
 */
const callsByThread = (barn: Barn, prefix: string): readonly { readonly call: string; readonly main: boolean }[] =>
  readdirSync(dirname(prefix)).filter((name) => name.startsWith(`${basename(prefix)}.`)).flatMap((name) => readFileSync(join(dirname(prefix), name), 'utf8').split('\n').map((line) => {
    const [, began = '0', call = '', took = '0'] = /^(\d+[.]\d+) (.*) <([\d.]+)>$/.exec(line) ?? [];
    return { call, main: name.endsWith(`.${barn.process.pid}`), at: Number(began) + (call.startsWith('write(') ? 0 : Number(took)) };
  })).sort((a, b) => a.at - b.at);
const calls = (barn: Barn, prefix: string): readonly string[] => callsByThread(barn, prefix).map(({ call }) => call);
const WATCHED = ['-e', 'trace=pwrite64,write,fdatasync,fsync,rename,renameat,renameat2'];

describe('Svaret kommer efter disken', () => {
  // strace takes the child's place as its parent; with -D the child keeps its own.
  const watch = (how: string, argument: string): { readonly barn: Barn; readonly file: string; readonly prefix: string } => {
    const file = join(folder, 'logg.db');
    const prefix = join(folder, 'anrop');
    return { barn: new Barn(how, file, argument, ['strace', '-D', '-ff', '-y', '-ttt', '-T', '-s', '64', '-o', prefix, ...WATCHED]), file, prefix };
  };
  const isWrite = (call: string, file: string): boolean => call.startsWith('pwrite64(') && call.includes(`<${file}-wal>`);
  const isFlush = (call: string, file: string): boolean => /^f(data)?sync\(/.test(call) && call.includes(`<${file}-wal>`) && /= 0$/.test(call);
  const isAnswer = (call: string): boolean => /^write\(1<.*"fick /.test(call);

  itWithStrace('varje post är skriven och utskriven till disk innan den som väntar får svar', async () => {
    const { barn, file, prefix } = watch('följd', '8');
    expect(await barn.end()).toContain('klar');
    await pause(100);
    let written = false;
    let flushed = false;
    let answers = 0;
    for (const call of calls(barn, prefix)) {
      if (isWrite(call, file)) [written, flushed] = [true, false];
      else if (isFlush(call, file)) flushed = true;
      else if (isAnswer(call)) {
        expect({ answer: answers, written, flushed }).toEqual({ answer: answers, written: true, flushed: true });
        answers++;
        [written, flushed] = [false, false];
      }
    }
    expect(answers).toBe(8);
  });

  itWithStrace('de som skriver samtidigt delar på en utskrift till disk, och alla svar kommer efter den', async () => {
    const { barn, file, prefix } = watch('samtidigt', '100');
    expect(await barn.end()).toContain('klar');
    await pause(100);
    const all = calls(barn, prefix);
    const first = all.findIndex(isAnswer);
    const last = all.findLastIndex(isAnswer);
    expect(all.filter(isAnswer)).toHaveLength(100);
    expect(all.slice(first, last).filter((call) => isWrite(call, file))).toEqual([]);
    const before = all.slice(0, first).filter((call) => isWrite(call, file) || isFlush(call, file));
    expect(isFlush(before.at(-1)!, file)).toBe(true);
    // One for the head of a new WAL, one for the hundred.
    expect(before.filter((call) => isFlush(call, file)).length).toBeLessThanOrEqual(2);
  });

  itWithStrace('den tråd som skriver åt flera har också tömt till disk innan någon av dem får svar', async () => {
    const { barn, file, prefix } = watch('par', '8');
    expect(await barn.end()).toContain('klar');
    await pause(100);
    let [written, flushed] = [0, 0];
    let answers = 0;
    for (const { call, main } of callsByThread(barn, prefix)) {
      if (isWrite(call, file)) {
        expect(main).toBe(false);
        written++;
      } else if (isFlush(call, file)) flushed = written;
      else if (isAnswer(call)) {
        expect(flushed).toBe(written);
        if (++answers % 2 === 0) continue;
        // The first of a pair: something was written for it.
        expect(written).toBeGreaterThan(0);
        written = flushed = 0;
      }
    }
    expect(answers).toBe(16);
  });

  itWithStrace('den nya loggens namn är också på disken innan någon får svar', async () => {
    const { barn, file, prefix } = watch('följd', '1');
    await barn.end();
    await pause(100);
    const all = calls(barn, prefix);
    const named = all.findIndex((call) => call.startsWith('rename') && call.includes(`"${file}"`));
    expect(named).toBeGreaterThan(-1);
    const onDisk = all.findIndex((call, i) => i > named && call.startsWith('fsync(') && call.includes(`<${folder}>`) && /= 0$/.test(call));
    expect(onDisk).toBeGreaterThan(named);
    expect(all.findIndex(isAnswer)).toBeGreaterThan(onDisk);
  });
});

describe('En disk som inte tar emot', () => {
  it('för att filen inte får bli större (RLIMIT_FSIZE) är ett svenskt fel, inget är halvt, och det går igen när gränsen höjs', async () => {
    const file = join(folder, 'logg.db');
    const barn = new Barn('fyll', file, '', ['sh', '-c', 'ulimit -S -f 1500; exec "$0" "$@"']);
    expect(await barn.line('fel')).toMatch(/^fel StoreUnavailable: Disken är full/);
    const before = promised(barn).length;
    expect(before).toBeGreaterThan(3);
    execFileSync('prlimit', ['--pid', String(barn.process.pid), '--fsize=unlimited']);
    barn.process.stdin!.write('mer\n');
    await barn.line('klar');
    await barn.end();
    expect(promised(barn)).toHaveLength(before + 1);
    const { lost, half, records } = await inspect(file, promised(barn));
    expect({ lost, half, records }).toEqual({ lost: 0, half: 0, records: 2 * (before + 1) });
  });

  for (const how of ['följd', 'par']) itWithStrace(`för att den är full (ENOSPC) är ett svenskt fel, och det går igen när det finns plats (${how})`, async () => {
    const file = join(folder, 'logg.db');
    const barn = new Barn(how, file, '10', ['strace', '-f', '-o', '/dev/null', '-P', `${file}-wal`, '-e', 'trace=pwrite64', '-e', 'inject=pwrite64:error=ENOSPC:when=12..15']);
    expect(await barn.end()).toContain('klar');
    const told = barn.lines.filter((line) => line.startsWith('fel'));
    expect(told.length).toBeGreaterThan(0);
    for (const line of told) expect(line).toMatch(/^fel StoreUnavailable: Disken är full: .* kan inte växa/);
    expect(await inspect(file, promised(barn))).toEqual({ lost: 0, half: 0, records: how === 'par' ? 20 : 10 });
  });

  for (const how of ['följd', 'par']) itWithStrace(`när den inte kan bekräfta en utskrift (EIO) skrivs inget mer förrän Klubba startats om (${how})`, async () => {
    const file = join(folder, 'logg.db');
    const barn = new Barn(how, file, '10', ['strace', '-f', '-o', '/dev/null', '-P', `${file}-wal`, '-e', `trace=${SYNC}`, '-e', `inject=${SYNC}:error=EIO:when=4`]);
    await barn.end();
    const told = barn.lines.filter((line) => line.startsWith('fel'));
    expect(told).toHaveLength(20);
    for (const line of told) expect(line).toMatch(/^fel StoreUnavailable: Disken kunde inte bekräfta en skrivning .* starta om Klubba/);
    expect(promised(barn).length).toBeGreaterThan(0);
    const { lost, half } = await inspect(file, promised(barn));
    expect({ lost, half }).toEqual({ lost: 0, half: 0 });
  });
});

describe('Den andra processen', () => {
  it('får veta att loggen redan skrivs, får läsa den, och får skriva när den första är död', async () => {
    const file = join(folder, 'logg.db');
    const first = new Barn('många', file);
    await first.line('fick');
    const second = await new Barn('följd', file, '1').end();
    expect(second).toEqual([expect.stringMatching(/^fel StoreUnavailable: Loggen \(.*\) skrivs redan av en annan process\. Bara en process i taget får skriva i den/)]);
    const auditor = SqliteEventStore.open(file, { readOnly: true });
    const [from] = await auditor.readAll(0n, 1);
    expect(from!.position).toBe(1n);
    await auditor.close();
    await first.kill();
    const heir = SqliteEventStore.open(file);
    await heir.close();
    const { lost, half } = await inspect(file, promised(first));
    expect({ lost, half }).toEqual({ lost: 0, half: 0 });
  });
});

describe('En datamapp utan skrivrätt', () => {
  const asNobody = async (file: string, readOnly = ''): Promise<readonly string[]> => new Barn('nobody', file, readOnly).end();

  it('är ett svenskt fel för den som ska skriva, med och utan logg i mappen, och inget läggs dit', async () => {
    const data = join(folder, 'data');
    mkdirSync(data);
    const file = join(data, 'logg.db');
    const told = expect.stringMatching(/^fel StoreUnavailable: Klubba får inte skriva i mappen .*data\. Ge användaren som kör Klubba skrivrätt, eller sätt DATA_DIR/) as unknown;
    chmodSync(folder, 0o755);
    chmodSync(data, 0o555);
    expect(await asNobody(file)).toEqual([told]);
    chmodSync(data, 0o755);
    const store = SqliteEventStore.open(file);
    await store.append('prov-1', 0, [{ id: randomUUID(), version: 1, type: 'Prov', at: '', bytes: Buffer.from('{}') }]);
    await store.close();
    chmodSync(data, 0o555);
    expect(await asNobody(file)).toEqual([told]);
    expect(readdirSync(data).sort()).toEqual(['logg.db', 'logg.db.las']);
    // Whoever only looks needs no more than to be let in.
    expect(await asNobody(file, 'readOnly')).toEqual(['öppnad 1']);
    expect(readdirSync(data).sort()).toEqual(['logg.db', 'logg.db.las']);
    chmodSync(data, 0o000);
    expect(await asNobody(file)).toEqual([expect.stringMatching(/^fel StoreUnavailable: Klubba får inte öppna mappen/)]);
    chmodSync(data, 0o755);
  });

  it('är ett svenskt fel också när det bara är filen som inte får skrivas', async () => {
    const data = join(folder, 'data');
    mkdirSync(data, { mode: 0o777 });
    const file = join(data, 'logg.db');
    await SqliteEventStore.open(file).close();
    chmodSync(folder, 0o755);
    chmodSync(data, 0o777);
    chmodSync(file, 0o444);
    rmSync(`${file}.las`);
    expect(await asNobody(file)).toEqual([expect.stringMatching(/^fel StoreUnavailable: Klubba får inte skriva i .*logg\.db\. Ändra filens rättigheter/)]);
  });
});
