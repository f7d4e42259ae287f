import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { type ClientRequest, request } from 'node:http';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Database from 'better-sqlite3';
import { FILE_BYTES_MAX } from '@klubba/kernel';
import { DEMO, loadDemo } from '../../apps/api/demo/demo';
import { Stadning } from '../../apps/api/stadning';
import { type Running, startHouse, uuid } from './harness';
import * as harness from './harness';

// Files through the real app: in, out, versions, where they are attached, who sees them, and everything that goes wrong on the way.
type Uppladdad = { readonly uppladdning: string; readonly storlek: number; readonly medietyp: string; readonly hash: string; readonly kod?: string; readonly text?: string };
const { namnd } = DEMO;
let klubba: Running;
let som: Readonly<Record<'namndsekreterare' | 'registrator' | 'handlaggare' | 'revisor' | 'ledamot', string>>;
beforeAll(async () => {
  klubba = await startHouse();
  await loadDemo(klubba.house);
  som = Object.fromEntries(await Promise.all((['namndsekreterare', 'registrator', 'handlaggare', 'revisor', 'ledamot'] as const).map(async (roll) => [roll, await klubba.token(roll)]))) as typeof som;
});
afterAll(() => klubba.remove());

const skicka = async (innehall: RequestInit['body'], { by = som.registrator, fraga = `namnd=${namnd}`, headers = {} }: { by?: string | null; fraga?: string; headers?: Record<string, string> } = {}): Promise<{ status: number; svar: Uppladdad }> => {
  const response = await fetch(`${klubba.url}/handlingar?${fraga}`, { method: 'POST', body: innehall!, headers: { ...(by !== null && { authorization: `Bearer ${by}` }), ...headers }, ...(typeof innehall === 'object' && { duplex: 'half' }) } as RequestInit);
  return { status: response.status, svar: (await response.json()) as Uppladdad };
};
const give = (command: string, data: object, more: harness.Given = {}) => harness.give(klubba, command, data, { by: som.registrator, ...more });
const done = (command: string, data: object, more: harness.Given = {}) => harness.done(klubba, command, data, { by: som.registrator, ...more });
const se = (query: string, by?: string) => harness.see(klubba, query, by);
const FALT = 'id klass namn datum datumslag version medietyp storlek hash adress versioner { version medietyp storlek hash salt datum skal adress } platser { mal id sammantrade handlingslage }';
const handling = (id: string, by?: string, mer = '') => se(`{ handling(id: "${id}"${mer}) { ${FALT} } }`, by).then(({ handling: en }) => en);
const handlingarFor = (id: string, by?: string, mer = ''): Promise<readonly { mal: string; handlingslage: string | null; handling: { id: string; namn: string } }[]> =>
  se(`{ handlingarFor(id: "${id}"${mer}) { mal handlingslage handling { id namn } } }`, by).then(({ handlingarFor: lista }) => lista);
const lagg = async (innehall: string | Buffer, namn: string, data: object = {}): Promise<string> => {
  const { svar } = await skicka(innehall as string);
  return (await done('LaggTillHandling', { uppladdning: svar.uppladdning, namnd, klass: 'oppen', namn, datum: '2018-03-12', ...data })).id;
};
const hamta = async (adress: string, headers: Record<string, string> = {}): Promise<{ status: number; headers: Headers; innehall: Buffer }> => {
  const response = await fetch(`${klubba.url}${adress}`, { headers });
  return { status: response.status, headers: response.headers, innehall: Buffer.from(await response.arrayBuffer()) };
};
const blobar = () => klubba.house.files.store.list('', 1000);
const tills = async (sant: () => Promise<boolean>): Promise<void> => {
  while (!(await sant())) await new Promise((resolve) => setTimeout(resolve, 5));
};
/** The same bytes again and again, so that the client holds nothing. */
const strom = (delar: number, del = Buffer.alloc(65_536, 'å')): ReadableStream<Uint8Array> => {
  let kvar = delar;
  return new ReadableStream({ pull: (to) => (kvar-- > 0 ? to.enqueue(new Uint8Array(del)) : to.close()) });
};
let gallrad: string;
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3000)]);

describe('Uppladdningen', () => {
  it('svarar med storlek, typ läst ur innehållet och saltad hash, vad avsändaren än påstår', async () => {
    const { status, svar } = await skicka(PDF as never, { headers: { 'content-type': 'text/html' } });
    expect([status, svar.storlek, svar.medietyp]).toEqual([201, PDF.length, 'application/pdf']);
    expect(svar.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(svar.hash).not.toBe(createHash('sha256').update(PDF).digest('hex'));
  });

  it.each([
    ['text', 'Hej på er.\nDetta är text.\n', 'text/plain'], ['CSV', 'namn;parti\nOlga Påhitt;X\nLinus Påhitt;Y\n', 'text/csv'], ['JSON', '{"a": [1, 2]}', 'application/json'], ['trasig JSON', '{"a": ', 'text/plain'],
    ['en bild', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'), 'image/png'],
    ['ett program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'application/x-msdownload'], ['latin-1', Buffer.from('r\xe4ksm\xf6rg\xe5s', 'latin1'), 'application/octet-stream'], ['en nolla i texten', Buffer.from('abc\0def'), 'application/octet-stream'],
  ])('känner igen %s', async (_, innehall, medietyp) => expect((await skicka(innehall as string)).svar.medietyp).toBe(medietyp));

  it('tar emot 30 MB i en ström utan att hålla den i minnet, och lämnar ut den likadan', async () => {
    // The client is a process of its own, so that what it holds is not counted; and what waits to be swept is swept first.
    const klient = (skript: string, ...args: string[]): Promise<string> => new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ['-e', skript, ...args], { env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'inherit'] });
      let text = '';
      child.stdout.setEncoding('utf8').on('data', (del: string) => (text += del));
      child.on('close', (kod) => (kod === 0 ? resolve(text) : reject(new Error(`klienten slutade med ${kod}`))));
    });
    setFlagsFromString('--expose-gc');
    const gc = runInNewContext('gc') as () => void;
    const hallet = (): number => {
      gc();
      // What the first found dead is swept beside, and counted until the second has waited for that.
      gc();
      return process.memoryUsage().arrayBuffers;
    };
    const fore = hallet();
    let mest = fore;
    let matningar = 0;
    const matare = setInterval(() => {
      mest = Math.max(mest, hallet());
      matningar++;
    }, 20);
    const delar = 30 * 16;
    const svar = JSON.parse(await klient(`
      const [url, token, delar] = process.argv.slice(1);
      const req = require('node:http').request(url, { method: 'POST', headers: { authorization: 'Bearer ' + token } }, (res) => res.pipe(process.stdout));
      const del = Buffer.alloc(65536, 'å');
      const mer = (kvar) => (kvar === 0 ? req.end() : req.write(del, () => mer(kvar - 1)));
      mer(Number(delar));
    `, `${klubba.url}/handlingar?namnd=${namnd}`, som.registrator, String(delar))) as Uppladdad;
    expect([svar.storlek, svar.medietyp]).toEqual([30 * 2 ** 20, 'text/plain']);
    const { id } = await done('LaggTillHandling', { uppladdning: svar.uppladdning, namnd, klass: 'oppen', namn: 'Stor.txt', datum: '2018-03-12' });
    const { adress } = await handling(id, som.registrator);
    const hash = await klient(`
      const hash = require('node:crypto').createHash('sha256');
      require('node:http').get(process.argv[1], (res) => res.on('data', (del) => hash.update(del)).on('end', () => process.stdout.write(hash.digest('hex'))));
    `, `${klubba.url}${adress}`);
    clearInterval(matare);
    const vantad = createHash('sha256');
    for (let i = 0; i < delar; i++) vantad.update(Buffer.alloc(65_536, 'å'));
    expect(hash).toBe(vantad.digest('hex'));
    expect(matningar).toBeGreaterThan(10);
    expect(mest - fore).toBeLessThan(12 * 2 ** 20);
  });

  it('tar emot just 100 MB men inte en byte till, känd i förväg eller inte, och inget blir kvar', async () => {
    const innan = (await blobar()).length;
    expect((await skicka(strom(1600) as never)).svar.storlek).toBe(FILE_BYTES_MAX);
    const slut = async function* (): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 1600; i++) yield Buffer.alloc(65_536);
      yield Buffer.alloc(1);
    };
    for (const { status, svar } of [await skicka(slut() as never), await sagt(FILE_BYTES_MAX + 1)]) {
      expect([status, svar.kod, svar.text]).toEqual([413, 'FILEN_AR_FOR_STOR', 'Filen är för stor: högst 100 MB går.']);
    }
    expect((await blobar()).length).toBe(innan + 1);
  });
  /** Says how much will come, and sends nothing of it. */
  const sagt = (langd: number): Promise<{ status: number; svar: Uppladdad }> => new Promise((resolve, reject) => {
    const req = request(`${klubba.url}/handlingar?namnd=${namnd}`, { method: 'POST', headers: { authorization: `Bearer ${som.registrator}`, 'content-length': langd } }, (res) => {
      let text = '';
      res.setEncoding('utf8').on('data', (del: string) => (text += del)).on('end', () => {
        req.destroy();
        resolve({ status: res.statusCode!, svar: JSON.parse(text) as Uppladdad });
      });
    });
    req.on('error', reject);
    req.flushHeaders();
  });

  it('en tom fil tas inte emot', async () => expect(await skicka('')).toMatchObject({ status: 400, svar: { kod: 'FILEN_AR_TOM', text: 'Filen är tom.' } }));

  it('säger vem som får, och om nämnden saknas', async () => {
    expect(await skicka('x', { by: null })).toMatchObject({ status: 401, svar: { kod: 'IDENTITET_SAKNAS' } });
    expect(await skicka('x', { by: 'falskt' })).toMatchObject({ status: 401, svar: { kod: 'OGILTIG_IDENTITET' } });
    expect(await skicka('x', { by: som.ledamot })).toMatchObject({ status: 403, svar: { kod: 'BEHORIGHET_SAKNAS', text: 'Du har inte behörighet att göra detta i nämnden.' } });
    expect(await skicka('x', { by: await klubba.token('registrator', { roller: { [uuid()]: ['registrator'] } }) })).toMatchObject({ status: 403 });
    expect(await skicka('x', { fraga: '' })).toMatchObject({ status: 400, svar: { kod: 'OGILTIG_INDATA', text: 'Ange nämnden: ?namnd=<id>.' } });
    expect(await skicka('x', { fraga: 'namnd=nej' })).toMatchObject({ status: 400, svar: { text: 'namnd ska vara ett UUID.' } });
    expect(await skicka('x', { fraga: `namnd=${namnd}&handling=${uuid()}` })).toMatchObject({ status: 404, svar: { kod: 'HANDLINGEN_FINNS_INTE' } });
  });

  it('visar den som skickar hur långt det kommit, och ett id används en gång', async () => {
    const uppladdning = uuid();
    const laget = (by: string) => fetch(`${klubba.url}/handlingar/uppladdning/${uppladdning}`, { headers: { authorization: `Bearer ${by}` } }).then(async (response) => [response.status, (await response.json()) as object]);
    let sandare!: ReadableStreamDefaultController<Uint8Array>;
    const pagar = skicka(new ReadableStream<Uint8Array>({ start: (to) => (sandare = to) }) as never, { fraga: `namnd=${namnd}&uppladdning=${uppladdning}` });
    sandare.enqueue(Buffer.from('första delen '));
    const kommet = async (): Promise<number> => ((await laget(som.registrator))[1] as { mottaget?: number }).mottaget ?? 0;
    await tills(async () => (await kommet()) > 0);
    expect(await laget(som.registrator)).toEqual([200, { uppladdning, mottaget: 14, fardig: false }]);
    expect(await laget(som.handlaggare)).toMatchObject([404, { kod: 'UPPLADDNINGEN_FINNS_INTE' }]);
    sandare.enqueue(Buffer.from('och slutet.'));
    sandare.close();
    const { svar } = await pagar;
    expect(await laget(som.registrator)).toEqual([200, { uppladdning, mottaget: 25, fardig: true, storlek: 25, medietyp: 'text/plain', hash: svar.hash }]);
    expect(await skicka('x', { fraga: `namnd=${namnd}&uppladdning=${uppladdning}` })).toMatchObject({ status: 409, svar: { kod: 'UPPLADDNINGENS_ID_UPPTAGET' } });
  });

  it('som bryts på mitten lämnar inget efter sig', async () => {
    const innan = (await blobar()).length;
    const uppladdning = uuid();
    const req: ClientRequest = request(`${klubba.url}/handlingar?namnd=${namnd}&uppladdning=${uppladdning}`, { method: 'POST', headers: { authorization: `Bearer ${som.registrator}`, 'transfer-encoding': 'chunked' } });
    req.on('error', () => undefined);
    req.write(randomBytes(3 * 2 ** 20));
    await tills(async () => (await blobar()).length > innan);
    req.destroy();
    await tills(async () => (await blobar()).length === innan);
    expect(await give('LaggTillHandling', { uppladdning, namnd, klass: 'oppen', namn: 'Halv', datum: '2018-03-12' })).toMatchObject({ kod: 'UPPLADDNINGEN_FINNS_INTE' });
  });

  it('på en full disk säger det, lämnar inget halvt, och går igen när det finns plats', async () => {
    const innan = (await blobar()).length;
    const { db } = klubba.house.files.store as unknown as { db: Database.Database };
    db.pragma('wal_checkpoint(TRUNCATE)');
    const sidor = (db.pragma('page_count', { simple: true }) as number) - (db.pragma('freelist_count', { simple: true }) as number);
    db.exec('VACUUM');
    db.pragma(`max_page_count = ${sidor + 150}`);
    expect(await skicka(randomBytes(6 * 2 ** 20) as never)).toMatchObject({ status: 507, svar: { kod: 'DISKEN_AR_FULL', text: 'Disken är full. Inget av filen är sparat. Försök igen när det finns utrymme.' } });
    expect((await blobar()).length).toBe(innan);
    db.pragma('max_page_count = 1073741823');
    expect((await skicka(randomBytes(6 * 2 ** 20) as never)).status).toBe(201);
  });
});

describe('En uppladdad fil', () => {
  it('blir en handling en gång, av den som skickade den', async () => {
    const { svar: { uppladdning } } = await skicka(PDF as never);
    const data = { uppladdning, namnd, klass: 'oppen', namn: 'Remiss.pdf', datum: '2018-03-12' };
    expect(await give('LaggTillHandling', data, { by: som.handlaggare })).toMatchObject({ kod: 'UPPLADDNINGEN_FINNS_INTE' });
    expect(await give('LaggTillHandling', { ...data, namnd: uuid() })).toMatchObject({ kod: 'NAMNDEN_FINNS_INTE' });
    expect(await give('LaggTillHandling', { ...data, arende: uuid() })).toMatchObject({ kod: 'ARENDET_FINNS_INTE' });
    expect(await give('LaggTillHandling', data, { by: som.ledamot })).toMatchObject({ kod: 'BEHORIGHET_SAKNAS' });
    const kommandoId = uuid();
    const kvitto = await done('LaggTillHandling', data, { kommandoId });
    expect(kvitto.id).toBe(uppladdning);
    expect(await give('LaggTillHandling', data, { kommandoId })).toEqual(kvitto);
    expect(await give('LaggTillHandling', data)).toMatchObject({ kod: 'HANDLINGEN_FINNS_REDAN' });
  });

  it('hör sedan till akten i lagret och kan inte tas bort där', async () => {
    const id = await lagg('Kvar.', 'Kvar.txt');
    await tills(async () => (await blobar()).find((en) => en.id === id)!.state === 'kept');
    await expect(klubba.house.files.store.drop(id)).rejects.toThrow();
  });

  it('får nya versioner, med de gamla kvar och hämtbara', async () => {
    const id = await lagg('Första lydelsen.', 'Förslag.txt');
    const { svar } = await skicka('Andra lydelsen.', { fraga: `namnd=${namnd}&handling=${id}` });
    const { svar: fri } = await skicka('Någon annans.');
    expect(await give('LaggTillHandlingsversion', { uppladdning: fri.uppladdning, datum: '2018-03-13', skal: 'Fel fil.' }, { id })).toMatchObject({ kod: 'UPPLADDNINGEN_GALLER_ANNAT' });
    const fore = await klubba.house.log.store.tip();
    await done('LaggTillHandlingsversion', { uppladdning: svar.uppladdning, datum: '2018-03-13', skal: 'Rättade siffror.' }, { id });
    const en = await handling(id, som.registrator);
    expect([en.version, en.hash, en.versioner.map(({ version, datum, skal }: Record<string, unknown>) => [version, datum, skal])]).toEqual([2, svar.hash, [[1, '2018-03-12', null], [2, '2018-03-13', 'Rättade siffror.']]]);
    for (const [i, text] of ['Första lydelsen.', 'Andra lydelsen.'].entries()) {
      const { innehall } = await hamta(en.versioner[i].adress);
      expect(innehall.toString()).toBe(text);
      expect(createHash('sha256').update(Buffer.from(en.versioner[i].salt, 'hex')).update(innehall).digest('hex')).toBe(en.versioner[i].hash);
    }
    const da = await handling(id, som.registrator, `, vid: { position: "${klubba.house.log.store.upplaga}:${fore}" }`);
    expect([da.version, (await hamta(da.adress)).innehall.toString()]).toEqual([1, 'Första lydelsen.']);
  });

  it('som aldrig blev en handling går inte att göra till en efter 23 timmar, och är borta efter 24', async () => {
    const { svar: { uppladdning } } = await skicka('Glömd.');
    const kvar = await lagg('Behållen.', 'Behållen.txt');
    const log = { error: (fel: unknown) => { throw fel; } } as never;
    const timmar = (antal: number) => () => Date.now() + antal * 3_600_000;
    for (const [antal, finns] of [[23.9, true], [24.1, false]] as const) {
      const stadning = new Stadning(klubba.house, log, timmar(antal));
      await stadning.close();
      expect((await blobar()).some(({ id }) => id === uppladdning)).toBe(finns);
    }
    expect((await hamta((await handling(kvar, som.registrator)).adress)).innehall.toString()).toBe('Behållen.');
  });
});

describe('Adressen', () => {
  let id: string;
  let adress: string;
  beforeAll(async () => {
    id = await lagg(PDF, 'Bilaga å/ä "ö" (1).pdf');
    ({ adress } = await handling(id, som.registrator));
  });

  it('ger filen som bilaga med sitt namn, och inget som kan köras', async () => {
    const { status, headers, innehall } = await hamta(adress);
    expect([status, innehall.equals(PDF)]).toEqual([200, true]);
    expect(Object.fromEntries(['content-type', 'content-length', 'content-disposition', 'x-content-type-options', 'cache-control', 'content-security-policy'].map((namn) => [namn, headers.get(namn)]))).toEqual({
      'content-type': 'application/pdf', 'content-length': String(PDF.length), 'x-content-type-options': 'nosniff', 'cache-control': 'no-store',
      'content-disposition': `attachment; filename="Bilaga a_a _o_ (1).pdf"; filename*=UTF-8''Bilaga%20%C3%A5_%C3%A4%20%22%C3%B6%22%20%281%29.pdf`,
      'content-security-policy': `sandbox; default-src 'none'; frame-ancestors 'none'`,
    });
  });

  it('som är påhittad eller ändrad gäller inte', async () => {
    const [inne, mac] = adress.split('/').at(-1)!.split('.') as [string, string];
    const annan = Buffer.from(Buffer.from(inne, 'base64url').toString('utf8').replace('"0123"', '"01234"')).toString('base64url');
    for (const fel of ['x', `${inne}.${mac.slice(0, -2)}AA`, `${annan}.${mac}`, inne, `${inne}.${mac}.${mac}`]) {
      const { status, innehall } = await hamta(`/handlingar/hamta/${fel}`);
      expect([fel, status, JSON.parse(innehall.toString())]).toEqual([fel, 403, { kod: 'ADRESSEN_GALLER_INTE', text: 'Adressen gäller inte. Hämta en ny ur handlingens fält adress.' }]);
    }
  });

  it('som är någon annans gäller inte för den som säger vem den är', async () => {
    expect((await hamta(adress, { authorization: `Bearer ${som.registrator}` })).status).toBe(200);
    const { status, innehall } = await hamta(adress, { authorization: `Bearer ${som.handlaggare}` });
    expect([status, JSON.parse(innehall.toString()).kod]).toEqual([403, 'ADRESSEN_AR_NAGON_ANNANS']);
  });

  it('har gått ut efter en minut', async () => {
    const nu = Date.now;
    Date.now = () => nu() - 60_001;
    const gammal = (await handling(id, som.registrator)).adress as string;
    Date.now = () => nu() - 59_000;
    const farsk = (await handling(id, som.registrator)).adress as string;
    Date.now = nu;
    const { status, innehall } = await hamta(gammal);
    expect([status, JSON.parse(innehall.toString())]).toEqual([410, { kod: 'ADRESSEN_HAR_GATT_UT', text: 'Adressen har gått ut. Hämta en ny ur handlingens fält adress.' }]);
    expect((await hamta(farsk)).status).toBe(200);
  });

  it('prövas igen mot handlingens klass när den används', async () => {
    const oppen = await lagg('Öppen än så länge.', 'Öppen.txt');
    const { adress: handlaggarens } = await handling(oppen, som.handlaggare);
    const { adress: registratorns } = await handling(oppen, som.registrator);
    expect((await hamta(handlaggarens)).status).toBe(200);
    await done('AndraHandlingsklass', { klass: 'sekretess', sekretesslagrum: '26:1', datum: '2018-03-12', skal: 'Rör en enskild.' }, { id: oppen });
    const { status, innehall } = await hamta(handlaggarens);
    expect([status, JSON.parse(innehall.toString()).kod]).toEqual([403, 'BEHORIGHET_SAKNAS']);
    expect((await hamta(registratorns)).status).toBe(200);
  });

  it('till det som är gallrat säger det', async () => {
    const borta = (gallrad = await lagg('Ska gallras.', 'Gallras.txt'));
    const { adress: till } = await handling(borta, som.registrator);
    const { keys } = klubba.house.vault as unknown as { keys: { destroy(kid: string): Promise<void> } };
    await keys.destroy(`handling:${borta}`);
    klubba.house.vault.forget(`handling:${borta}`);
    const { status, innehall } = await hamta(till);
    expect([status, JSON.parse(innehall.toString())]).toEqual([410, { kod: 'GALLRAT', text: 'Handlingen är gallrad.' }]);
    expect((await handling(borta, som.registrator)).namn).toBe('gallrat');
    expect((await skicka('Ny.', { fraga: `namnd=${namnd}&handling=${borta}` })).status).toBe(410);
  });

  it('till en fil som någon ändrat på disken bryts, och felet loggas', async () => {
    const id = await lagg(randomBytes(2 * 2 ** 20 + 100), 'Ändrad.bin');
    const { adress: till } = await handling(id, som.registrator);
    const { store } = klubba.house.files;
    const chunk = store.chunk.bind(store);
    store.chunk = async (blob, nr) => {
      const bit = await chunk(blob, nr);
      if (nr === 1) bit![100]! ^= 1;
      return bit;
    };
    await expect(hamta(till)).rejects.toThrow();
    store.chunk = async (blob, nr) => (nr === 0 ? Buffer.alloc(50) : chunk(blob, nr));
    expect((await hamta(till)).status).toBe(500);
    store.chunk = chunk;
    expect((await hamta(till)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const rader = readFileSync(join(klubba.dataDir, 'klubba.log'), 'utf8').split('\n').filter((rad) => rad.includes('går inte att öppna: biten är flyttad eller ändrad'));
    expect(rader.map((rad) => (JSON.parse(rad) as { msg: string }).msg)).toEqual(['en fil kunde inte lämnas hel', 'internt fel med en fil']);
  });
});

describe('Handlingar bifogade', () => {
  const bifoga = (id: string, data: object, by?: string) => done('BifogaHandling', data, { id, ...(by !== undefined && { by }) });

  it('till ärende, tjänsteskrivelse, punkt och paragraf syns där, var för sig', async () => {
    const id = await lagg('Fyra ställen.', 'Fyra ställen.txt', { arende: DEMO.arende('schablon') });
    const skrivelse = DEMO.tjansteskrivelse('schablon');
    const punkt = DEMO.punkt(20);
    await bifoga(id, { mal: 'tjansteskrivelse', malId: skrivelse });
    await bifoga(id, { mal: 'punkt', malId: punkt, sammantrade: DEMO.sammantrade, handlingslage: 'skickas_senare' });
    await bifoga(id, { mal: 'paragraf', malId: punkt });
    const egen = { handling: { id, namn: 'Fyra ställen.txt' } };
    const bara = async (vad: string, mer?: string) => (await handlingarFor(vad, som.handlaggare, mer)).filter((en) => en.handling.id === id);
    expect(await bara(DEMO.arende('schablon'))).toEqual([{ mal: 'arende', handlingslage: null, ...egen }]);
    expect(await bara(skrivelse)).toEqual([{ mal: 'tjansteskrivelse', handlingslage: null, ...egen }]);
    expect(await bara(punkt)).toEqual([{ mal: 'punkt', handlingslage: 'skickas_senare', ...egen }, { mal: 'paragraf', handlingslage: null, ...egen }]);
    expect(await bara(punkt, ', mal: paragraf')).toEqual([{ mal: 'paragraf', handlingslage: null, ...egen }]);
    expect((await handling(id, som.handlaggare)).platser.map(({ mal }: { mal: string }) => mal)).toEqual(['arende', 'tjansteskrivelse', 'punkt', 'paragraf']);

    const fore = await klubba.house.log.store.tip();
    await done('LosgorHandling', { mal: 'punkt', malId: punkt, skal: 'Kom aldrig.' }, { id });
    expect((await bara(punkt)).map(({ mal }) => mal)).toEqual(['paragraf']);
    expect((await bara(punkt, `, vid: { position: "${klubba.house.log.store.upplaga}:${fore}" }`)).map(({ mal }) => mal)).toEqual(['punkt', 'paragraf']);
  });

  it('går inte till det som inte finns, eller finns i en annan nämnd', async () => {
    const id = await lagg('Ingenstans.', 'Ingenstans.txt');
    const annan = (await done('InrattaNamnd', { organ: 'TN', namn: 'Tekniska nämnden i Påhitt', slag: 'namnd' })).id;
    const { id: arende } = await done('OppnaArende', { namnd: annan, klass: 'oppen', rubrik: 'En bro', datum: '2018-03-01' });
    for (const data of [{ mal: 'arende', malId: uuid() }, { mal: 'arende', malId: arende }, { mal: 'punkt', malId: DEMO.punkt(20), sammantrade: uuid() }, { mal: 'punkt', malId: uuid(), sammantrade: DEMO.sammantrade }, { mal: 'paragraf', malId: uuid() }]) {
      expect(await give('BifogaHandling', data, { id })).toMatchObject({ kod: 'MALET_FINNS_INTE' });
    }
    expect(await give('BifogaHandling', { mal: 'punkt', malId: DEMO.punkt(20) }, { id })).toMatchObject({ kod: 'SAMMANTRADE_SAKNAS' });
  });

  it('I6: ser allmänheten där ärendet är slutbehandlat eller paragrafen justerad, om de är öppna', async () => {
    const los = await lagg('Lös.', 'Lös.txt');
    const iParagraf = await lagg('Vid paragrafen.', 'Vid paragrafen.txt');
    const hemlig = await lagg('Hemlig.', 'Hemlig.txt', { klass: 'sekretess', sekretesslagrum: '26:1' });
    const iHemlig = await lagg('Vid hemlig paragraf.', 'Vid hemlig paragraf.txt');
    for (const id of [iParagraf, hemlig]) await bifoga(id, { mal: 'paragraf', malId: DEMO.punkt(20) });
    await bifoga(iHemlig, { mal: 'punkt', malId: DEMO.punkt(7), sammantrade: DEMO.sammantrade });
    const synliga = async (by?: string) => {
      const alla = [];
      for (const id of [los, iParagraf, hemlig, iHemlig]) alla.push((await handling(id, by)) !== null);
      return alla;
    };
    expect(await synliga()).toEqual([false, true, false, false]);
    expect(await synliga(som.handlaggare)).toEqual([true, true, false, false]);
    expect(await synliga(som.namndsekreterare)).toEqual([true, true, true, true]);
    const vid = async (punkt: string, by?: string) => (await handlingarFor(punkt, by)).map(({ handling: en }) => en.id).filter((id) => [iParagraf, hemlig, iHemlig].includes(id));
    expect(await vid(DEMO.punkt(20))).toEqual([iParagraf]);
    expect(await vid(DEMO.punkt(20), som.namndsekreterare)).toEqual([iParagraf, hemlig]);
    expect(await vid(DEMO.punkt(7))).toEqual([]);
    expect(await vid(DEMO.punkt(7), som.namndsekreterare)).toEqual([iHemlig]);
    // What the public may see it may fetch.
    expect((await hamta((await handling(iParagraf)).adress)).innehall.toString()).toBe('Vid paragrafen.');
    const { handlingar } = await se(`{ handlingar(namnd: "${namnd}", first: 200) { edges { node { id } } } }`);
    expect(handlingar.edges).toEqual([]);
    const inne = await se(`{ handlingar(namnd: "${namnd}", first: 200) { edges { node { id namn } } } }`, som.handlaggare);
    expect(inne.handlingar.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(expect.arrayContaining([los, iParagraf]));
    expect(JSON.stringify(inne)).not.toMatch(new RegExp(`${hemlig}|${iHemlig}`));
    // One at a time: what is left out leaves no gap, no end and no cursor.
    const enI = [];
    for (let efter: string | null = null, mer = true; mer; ) {
      const { handlingar: sida } = await se(`{ handlingar(namnd: "${namnd}", first: 1${efter === null ? '' : `, after: "${efter}"`}) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`, som.handlaggare);
      expect(sida.edges).toHaveLength(1);
      enI.push(sida.edges[0].node.id);
      ({ hasNextPage: mer, endCursor: efter } = sida.pageInfo);
    }
    expect(enI).toEqual(inne.handlingar.edges.map(({ node }: { node: { id: string } }) => node.id));
  });

  it('I6: ett inkommet brev i utskicket är allmänt sedan det kom, en egen handling sedan ärendet är slutbehandlat', async () => {
    const brev = await lagg('Brevet.', 'Brevet.txt');
    const egen = await lagg('Vårt.', 'Vårt.txt', { datumslag: 'upprattat' });
    const allman = async (id: string) => (await se(`{ handling(id: "${id}") { allmanFran } }`, som.registrator)).handling.allmanFran;
    for (const id of [brev, egen]) await bifoga(id, { mal: 'punkt', malId: DEMO.punkt(1), sammantrade: DEMO.sammantrade });
    expect([await allman(brev), await handling(brev)]).toEqual(['2018-03-12', expect.anything()]);
    // The first item was justerad with the meeting.
    expect(await allman(egen)).toBe('2018-04-04');
    const los = await lagg('Vårt, löst.', 'Vårt, löst.txt', { datumslag: 'upprattat' });
    expect(await allman(los)).toBeNull();
    await bifoga(los, { mal: 'arende', malId: DEMO.arende('schablon') });
    expect(await allman(los)).toBe('2018-03-21');
  });

  it('en sekretessmarkering i dag gäller också när man ser efter hur det var', async () => {
    const id = await lagg('Blir hemlig.', 'Blir hemlig.txt');
    await bifoga(id, { mal: 'paragraf', malId: DEMO.punkt(20) });
    const fore = await klubba.house.log.store.tip();
    expect(await handling(id)).not.toBeNull();
    await done('AndraHandlingsklass', { klass: 'sekretess', sekretesslagrum: '26:1', datum: '2018-03-12', skal: 'Rör en enskild.' }, { id });
    const da = `, vid: { position: "${klubba.house.log.store.upplaga}:${fore}" }`;
    expect([await handling(id), await handling(id, undefined, da), (await handlingarFor(DEMO.punkt(20), undefined, da)).some(({ handling: en }) => en.id === id)]).toEqual([null, null, false]);
    expect((await handling(id, som.namndsekreterare, da)).klass).toBe('sekretess');
  });
});

describe('Kallelsen', () => {
  it('håller just de hashar som den skickades med, en version för varje kallelse', async () => {
    const by = som.namndsekreterare;
    const mote = (await done('PlaneraSammantrade', { namnd, datum: '2018-05-16', tid: '15:00', plats: 'Lilla salen' }, { by })).id;
    const lagg1 = async (data: object): Promise<string> => {
      await done('LaggTillPunkt', { slag: 'information', klass: 'oppen', ...data }, { id: mote, by });
      return (await se(`{ dagordning(sammantrade: "${mote}") { rader { punkt } } }`, by)).dagordning.rader.at(-1).punkt as string;
    };
    const [ett, tva] = [await lagg1({ rubrik: 'Budget' }), await lagg1({ rubrik: 'Personakt 7', klass: 'sekretess', sekretesslagrum: '26:1' })];
    const [a, b, c, d] = [await lagg('Budget, utkast.', 'Budget.txt'), await lagg('Hemlig bilaga.', 'Bilaga.txt', { klass: 'sekretess', sekretesslagrum: '26:1' }), await lagg('Kommer sen.', 'Sen.txt'), await lagg('Personakten.', 'Akt.txt')];
    for (const [id, punkt, handlingslage] of [[a, ett, 'bifogas'], [b, ett, 'bifogas'], [c, ett, 'skickas_senare'], [d, tva, 'bifogas']] as const) await done('BifogaHandling', { mal: 'punkt', malId: punkt, sammantrade: mote, handlingslage }, { id });
    const hash = async (id: string): Promise<string> => (await handling(id, som.namndsekreterare)).hash;
    const { data: { namnd: { uppdrag } } } = await klubba.ask(`{ namnd(id: "${namnd}") { uppdrag { person roll fran till } } }`, {}, by);
    const kallade = [...new Set((uppdrag as { person: string }[]).map(({ person }) => person))];
    const kalla = (datum: string) => done('SkickaKallelse', { datum, ordforande: (uppdrag as { person: string; roll: string }[]).find(({ roll }) => roll === 'ordforande')!.person, forhinder: 'Kansliet', kallade }, { id: mote, by });
    const forst = { [a]: await hash(a), [b]: await hash(b), [d]: await hash(d) };
    await kalla('2018-05-09');
    const { svar } = await skicka('Budget, slutlig.', { fraga: `namnd=${namnd}&handling=${a}` });
    await done('LaggTillHandlingsversion', { uppladdning: svar.uppladdning, datum: '2018-05-10', skal: 'Slutlig.' }, { id: a });
    await done('LosgorHandling', { mal: 'punkt', malId: ett, skal: 'Utgick.' }, { id: b });
    await done('BifogaHandling', { mal: 'punkt', malId: ett, sammantrade: mote, handlingslage: 'bifogas' }, { id: c });
    await kalla('2018-05-11');
    const kallelser = async (vem?: string) => (await se(`{ sammantrade(id: "${mote}") { kallelser { handlingar { punkt handling version hash } } } }`, vem)).sammantrade.kallelser.map(({ handlingar }: { handlingar: object[] }) => handlingar);
    expect(await kallelser(by)).toEqual([
      [{ punkt: ett, handling: a, version: 1, hash: forst[a] }, { punkt: ett, handling: b, version: 1, hash: forst[b] }, { punkt: tva, handling: d, version: 1, hash: forst[d] }],
      [{ punkt: ett, handling: a, version: 2, hash: svar.hash }, { punkt: ett, handling: c, version: 1, hash: await hash(c) }, { punkt: tva, handling: d, version: 1, hash: forst[d] }],
    ]);
    // Neither what hangs on a secret item nor what is secret itself, and to the public nothing.
    expect((await kallelser(som.handlaggare)).map((en: { handling: string }[]) => en.map(({ handling: id }) => id))).toEqual([[a], [a, c]]);
    expect(await kallelser()).toEqual([[], []]);
  });
});

describe('Det som är hemligt registreras', () => {
  const vantar = async (by = som.namndsekreterare, pa = '2018-03-15') => (await se(`{ frister(namnd: "${namnd}", pa: "${pa}") { kalla regel lag passerad agare mal } }`, by)).frister.filter(({ regel }: { regel: string }) => regel === 'registrering');
  it('K4/I1: en hemlig inkommen skrivelse utan nummer i tre dagar varnas det för, tills den är i ett ärende eller i sin personakt', async () => {
    const fore = (await vantar()).length;
    const hemligt = { klass: 'sekretess', sekretesslagrum: '26:1', datum: '2018-03-12' };
    const [skrivelse, anmalan] = [await lagg('En skrivelse.\n', 'KANARIEHEMLIG skrivelse', hemligt), await lagg('En anmälan.\n', 'KANARIEHEMLIG anmälan', hemligt)];
    const alla = await vantar();
    expect(alla).toHaveLength(fore + 2);
    for (const id of [skrivelse, anmalan]) expect(alla).toContainEqual({ kalla: 'handling', regel: 'registrering', lag: '2018-03-12', passerad: true, agare: 'registrator', mal: [id] });
    // That it is there is itself secret.
    expect(await vantar(som.revisor)).toEqual([]);
    const arende = (await done('OppnaArende', { namnd, klass: 'sekretess', sekretesslagrum: '26:1', rubrik: 'Skrivelse', datum: '2018-03-12', slag: 'ovrigt' })).id;
    await done('BifogaHandling', { mal: 'arende', malId: arende }, { id: skrivelse });
    await done('LaggHandlingIAkt', { akt: 'Akt 1402', datum: '2018-03-12' }, { id: anmalan });
    expect(await vantar()).toHaveLength(fore);
    expect((await se(`{ handling(id: "${anmalan}") { akt } }`, som.namndsekreterare)).handling).toEqual({ akt: 'Akt 1402' });
    expect((await se(`{ handling(id: "${anmalan}") { akt } }`)).handling).toBeNull();
  });
});

describe('Det som ligger på disken', () => {
  it('innehåller inte filens text eller namn, i någon fil under mappen', async () => {
    const kanarie = `Kanariefilen ${randomBytes(6).toString('hex')}`;
    const id = await lagg(`${kanarie}\n`.repeat(40_000), `${kanarie}.txt`);
    expect((await hamta((await handling(id, som.registrator)).adress)).innehall.toString().startsWith(kanarie)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const filer = readdirSync(join(klubba.dataDir, '..'), { recursive: true, withFileTypes: true }).filter((en) => en.isFile()).map((en) => join(en.parentPath, en.name));
    expect(filer.some((fil) => fil.endsWith('handlingar.sqlite'))).toBe(true);
    const skepnader = [kanarie, Buffer.from(kanarie, 'utf16le'), Buffer.from(kanarie).toString('hex'), ...[0, 1, 2].map((i) => Buffer.from(kanarie.slice(i, i + 3 * Math.floor((kanarie.length - i) / 3))).toString('base64'))];
    expect(filer.filter((fil) => {
      const bytes = readFileSync(fil);
      return skepnader.some((en) => bytes.includes(en));
    })).toEqual([]);
  });

  describe('granskas', () => {
    const granska = (mapp: string): Promise<{ kod: number | null; text: string }> => new Promise((resolve) => {
      const child = spawn(process.execPath, ['-r', join(__dirname, '../krasch/register.cjs'), join(__dirname, '../../apps/granska/main.ts'), mapp], { env: { ...process.env, NODE_OPTIONS: '' } });
      let text = '';
      for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (text += part));
      child.on('close', (kod) => resolve({ kod, text }));
    });
    /** A copy of the folder, with something done to its files by another tool; with its master key, or without. */
    const kopia = (namn: string, sql: string, medNyckel = true): string => {
      const mapp = join(klubba.dataDir, '..', `kopia-${namn}`);
      mkdirSync(mapp);
      for (const fil of readdirSync(klubba.dataDir).filter((en) => /[.]sqlite(-wal)?$/.test(en))) cpSync(join(klubba.dataDir, fil), join(mapp, fil));
      if (medNyckel) cpSync(`${klubba.dataDir}-nyckel`, `${mapp}-nyckel`);
      const db = new Database(join(mapp, 'handlingar.sqlite'));
      const sparrar = db.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all() as { name: string; sql: string }[];
      for (const { name } of sparrar) db.exec(`DROP TRIGGER ${name}`);
      db.exec(sql);
      for (const en of sparrar) db.exec(en.sql);
      db.close();
      return mapp;
    };

    it('medan Klubba går: varje fil finns hel, och har den hash som loggen säger', async () => {
      const { kod, text } = await granska(klubba.dataDir);
      expect(text).toMatch(/✓ handlingar: (\d+) filer, \d{8} byte; \d+ prövade mot sin saltade hash, 1 gallrade; \d+ lösa uppladdningar\n/);
      expect(kod).toBe(0);
    });
    it('en borttagen bit, en ändrad bit och en saknad fil sägs var för sig', async () => {
      const [a, b, c] = (await blobar()).filter(({ id, state, chunks, bytes }) => state === 'kept' && chunks === 1 && bytes < 60 && id !== gallrad);
      const mapp = kopia('andrad', `DELETE FROM bit WHERE blob = '${a!.id}'; UPDATE bit SET byte = zeroblob(length(byte)) WHERE blob = '${b!.id}'; DELETE FROM bit WHERE blob = '${c!.id}'; DELETE FROM handling WHERE id = '${c!.id}'`);
      const { kod, text } = await granska(mapp);
      expect(text).toContain('filen har 0 bitar och 0 byte i lagret, men ska ha 1 och');
      expect(text).toContain(`blob.0 i filen ${b!.id} går inte att öppna: biten är flyttad eller ändrad`);
      expect(text).toContain('filen finns inte i lagret');
      expect([kod, text.match(/✗/g)!.length]).toEqual([1, 4]);
    });
    it('utan huvudnyckel prövas att filerna är hela, och det sägs att innehållet inte är prövat', async () => {
      const { kod, text } = await granska(kopia('utan-nyckel', 'SELECT 1', false));
      expect(text).toMatch(/✓ handlingar: \d+ filer, \d+ byte; utan huvudnyckel prövas inte innehållet; /);
      expect(kod).toBe(0);
    });
  });

  it('en förlorad fil med handlingar sägs vid start', async () => {
    await klubba.stop();
    for (const fil of readdirSync(klubba.dataDir).filter((en) => en.startsWith('handlingar.sqlite'))) rmSync(join(klubba.dataDir, fil));
    await expect(startHouse({ dataDir: klubba.dataDir })).rejects.toThrow(/^Handlingarnas fil saknas: .*handlingar\.sqlite\. I loggen finns handlingar/);
  });
});
