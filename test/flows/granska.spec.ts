import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DEMO, loadDemo } from '../../apps/api/demo/demo';
import { type Running, startHouse, temporaryFolder } from './harness';

/** The auditor's command line, as a process of its own, on a folder and on a server. */
const granska = (...args: string[]): Promise<{ kod: number | null; text: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['-r', join(__dirname, '../krasch/register.cjs'), join(__dirname, '../../apps/granska/main.ts'), ...args], { env: { ...process.env, NODE_OPTIONS: '' } });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (text += part));
    child.on('close', (kod) => resolve({ kod, text }));
  });

let klubba: Running;
let orord: string;
const copies = temporaryFolder();
beforeAll(async () => {
  klubba = await startHouse();
  await loadDemo(klubba.house);
  orord = (await granska(klubba.dataDir)).text;
});
afterAll(async () => {
  await klubba.remove();
  rmSync(copies, { recursive: true, force: true });
});

/** A copy of the folder, with something done to one of its files by another tool. */
const andrad = (namn: string, file: string, sql: string): string => {
  const folder = join(copies, namn);
  mkdirSync(folder);
  for (const name of ['logg.sqlite', 'lasmodeller.sqlite', 'nycklar.sqlite']) for (const end of ['', '-wal']) cpSync(join(klubba.dataDir, name + end), join(folder, name + end));
  const db = new Database(join(folder, file));
  db.unsafeMode();
  db.exec(sql);
  db.close();
  return folder;
};
const TRIGGER = `SELECT sql FROM sqlite_schema WHERE name = 'event_andras_inte'`;

describe('Granskningen av en datamapp', () => {
  it('räknar posterna, skriver Merkleroten och visar att varje läsmodell är densamma levande, omvikt och som läget vid slutet', async () => {
    const { kod, text } = await granska(klubba.dataDir);
    expect(text).toMatch(/^Logg [0-9a-f-]{36}\n {2}\d{3} poster, till position \d+\n {2}Merklerot [0-9a-f]{64}\n/);
    // The demo is one meeting and what it took up: no files, nothing from before it, and no rows that are not about it.
    const tomma = [
      'handling', 'bilagor', 'undertecknat', 'aldreprotokoll', 'remissutskick', 'expediering', 'delegationslista',
      'klagomal', 'avvikelse', 'ejverkstalld', 'ejverkstalldrapport', 'insatslista', 'overklagande', 'indikator', 'riskskala', 'riskanalys', 'internkontroll', 'kungorelse', 'utlamnande', 'redovisning',
    ];
    for (const { name } of klubba.house.composition.nouns.flatMap(({ projections }) => projections ?? [])) expect(text).toMatch(new RegExp(`✓ ${name}: ${tomma.includes(name) ? '0' : '[1-9]\\d*'} dokument.*levande = omvikt = läget vid slutet`));
    expect(text).toMatch(/Allt stämmer\.\n$/);
    expect(kod).toBe(0);
  });

  it('säger var, när och vad när en post är ändrad', async () => {
    const folder = andrad('post', 'logg.sqlite', '');
    const db = new Database(join(folder, 'logg.sqlite'));
    const trigger = db.prepare(TRIGGER).pluck().get() as string;
    db.exec('DROP TRIGGER event_andras_inte');
    const { position, record } = db.prepare('SELECT position, record FROM event WHERE position = 60').get() as { position: number; record: Buffer };
    db.prepare('UPDATE event SET record = ? WHERE position = ?').run(Buffer.from(record.toString('utf8').replace('"roll":', '"roll" :')), position);
    db.exec(trigger);
    db.close();
    const { kod, text } = await granska(folder);
    expect(text).toMatch(/✗ position 60, \w+-[0-9a-f-]+ version \d+ \(20\d\d-.*Z\): bytes är inte de kanoniska/);
    expect(text.match(/Merklerot \w+/)![0]).not.toBe(orord.match(/Merklerot \w+/)![0]);
    expect(kod).toBe(1);
  });

  it('märker en post som är borta och en som hör till en annan logg', async () => {
    const folder = andrad('borta', 'logg.sqlite', '');
    const db = new Database(join(folder, 'logg.sqlite'));
    const triggers = ['event_andras_inte', 'event_tas_inte_bort'].map((name) => db.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(name)!);
    db.exec('DROP TRIGGER event_andras_inte; DROP TRIGGER event_tas_inte_bort');
    // One with others after it in its stream.
    db.exec('DELETE FROM event WHERE position = (SELECT max(position) FROM event a WHERE version = 2 AND EXISTS (SELECT 1 FROM event b WHERE b.stream = a.stream AND b.version = 3))');
    const record = db.prepare<[], Buffer>('SELECT record FROM event WHERE position = 40').pluck().get()!.toString('utf8');
    db.prepare('UPDATE event SET record = ? WHERE position = 40').run(Buffer.from(record.replace(klubba.house.log.store.logg, '00000000-0000-4000-8000-0000000000ff')));
    for (const trigger of triggers) db.exec(trigger);
    db.close();
    const { kod, text } = await granska(folder);
    expect(text).toMatch(/✗ position \d+, \w+-[0-9a-f-]+ version 3 \(.*\): versionen följer inte på 1/);
    expect(text).toMatch(/✗ position 40, .*: posten hör till logg 00000000-0000-4000-8000-0000000000ff/);
    expect(kod).toBe(1);
  });

  it('säger vilket dokument som inte är det som loggen ger', async () => {
    const [table] = new Database(join(klubba.dataDir, 'lasmodeller.sqlite'), { readonly: true }).prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'd_paragraf_[0-9]*'").pluck().all() as string[];
    const folder = andrad('dokument', 'lasmodeller.sqlite', `UPDATE ${table} SET doc = json_set(doc, '$.nr', 99) WHERE id = '${DEMO.punkt(20)}'`);
    const { kod, text } = await granska(folder);
    expect(text).toContain(`✗ paragraf ${DEMO.punkt(20)}: det levande dokumentet är inte det som loggen ger`);
    expect(kod).toBe(1);
  });

  it('märker ett dokument som saknas och ett för mycket', async () => {
    const [table] = new Database(join(klubba.dataDir, 'lasmodeller.sqlite'), { readonly: true }).prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'd_arende_[0-9]*'").pluck().all() as string[];
    const folder = andrad('saknas', 'lasmodeller.sqlite', `UPDATE ${table} SET id = 'annat' WHERE id = '${DEMO.arende('kvalitet')}'`);
    const { kod, text } = await granska(folder);
    expect(text).toContain('arende annat: dokumentet finns levande men inte när loggen viks om');
    expect(text).toContain(`arende ${DEMO.arende('kvalitet')}: dokumentet finns när loggen viks om men inte levande`);
    expect(kod).toBe(1);
  });

  it('visar ett dokument som det var, med förseglade värden slutna', async () => {
    const nu = await granska(klubba.dataDir, '--visa', 'sammantrade', DEMO.sammantrade);
    const { position } = (await klubba.house.log.read(`sammantrade-${DEMO.sammantrade}`))[10]!;
    const da = await granska(klubba.dataDir, '--visa', 'sammantrade', DEMO.sammantrade, '--vid', String(position));
    expect(JSON.parse(nu.text).punkter).toHaveLength(27);
    expect(JSON.parse(da.text).punkter.length).toBeLessThan(27);
    expect(da.text).toContain('⟨förseglat⟩');
  });

  it('säger på svenska när det inte finns något att granska', async () => {
    expect(await granska(join(copies, 'ingenstans'))).toEqual({ kod: 2, text: expect.stringContaining('är ingen datamapp') });
    expect((await granska()).kod).toBe(2);
    expect((await granska(klubba.dataDir, '--visa', 'ingen', 'x')).text).toContain('finns inte. Välj en av: namnd');
  });
});

describe('Granskningen av en server', () => {
  it('ger samma rot och samma svar, genom GraphQL allena', async () => {
    const { kod, text } = await granska('--url', klubba.url, '--token', await klubba.token('revisor'));
    // What is in the files is reckoned only where they lie.
    const utanFiler = (ett: string): string => ett.replace(/^. handlingar: .*\n/m, '');
    expect(utanFiler(text)).toBe(utanFiler(orord));
    expect(kod).toBe(0);
  });
  it('släpper inte in den som saknar roll i alla nämnder', async () => {
    const iEn = await klubba.token('revisor', { roller: { [DEMO.namnd]: ['revisor'] } });
    for (const token of [[], ['--token', iEn]]) {
      expect(await granska('--url', klubba.url, ...token)).toEqual({ kod: 2, text: expect.stringContaining('Granskningen är för den som har en roll i alla nämnder.') });
    }
  });
});
