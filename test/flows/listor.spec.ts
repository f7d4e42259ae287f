import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { DEMO, loadDemo } from '../../apps/api/demo/demo';
import { demoIdentity, demoPerson } from '../../apps/api/demo-identitet';
import { settingsFrom } from '../../apps/api/settings';
import { svallande, xlsxMed } from '../exempel/kontor';
import { post, type Running, startHouse, temporaryFolder, uuid } from './harness';

// What a secretary has on disk, through the real app: lists of seats, with everything that may be wrong in them.
const { namnd } = DEMO;
type Kolumn = { readonly falt: string; readonly rubrik: string };
type Outcome = { readonly __typename: string; readonly id?: string; readonly position?: string; readonly kod?: string; readonly text?: string; readonly orsaker?: readonly { kod: string; text: string }[] };
let klubba: Running;
let sekreterare: string;
beforeAll(async () => {
  klubba = await startHouse();
  await loadDemo(klubba.house);
  sekreterare = await klubba.token('namndsekreterare');
});
afterAll(() => klubba.remove());

const ladda = async (innehall: string | Buffer, { till = namnd, by = sekreterare } = {}): Promise<string> => {
  const response = await fetch(`${klubba.url}/handlingar?namnd=${till}`, { method: 'POST', body: innehall as string, headers: { authorization: `Bearer ${by}` } });
  expect(response.status).toBe(201);
  return ((await response.json()) as { uppladdning: string }).uppladdning;
};
const FALT = 'kanLasasIn ark antalArk kodning avgransare kolumner { bokstav rubrik falt personnummer } antalRader nya oforandrade avslutade rader { rad namn parti uppdrag roll ordning fran till person forandring } antalFel fel { rad kolumn kod text } varningar { kod } saknas { namn parti }';
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what it asked for
const granska = async (innehall: string | Buffer, { lista = 'uppdrag', mappning = undefined as readonly Kolumn[] | undefined, till = namnd, by = sekreterare } = {}): Promise<any> => {
  const { data, errors } = await klubba.ask(`query($n: ID!, $u: ID!, $l: Uppdragslista!, $m: [KolumnvalInput!]) { forhandsgranskaUppdrag(namnd: $n, uppladdning: $u, lista: $l, mappning: $m) { ${FALT} } }`,
    { n: till, u: await ladda(innehall, { till }), l: lista, m: mappning }, by);
  expect(errors).toBeUndefined();
  return data.forhandsgranskaUppdrag;
};
const kommando = async (name: string, typ: string, id: string, data: object, { kommandoId = uuid(), by = sekreterare, skal = undefined as readonly object[] | undefined } = {}): Promise<Outcome> => {
  const { data: answer, errors } = await klubba.ask(`mutation($k: ID!, $id: ID!, $d: ${typ}Input!, $s: [Skal!]) { u: ${name}(kommandoId: $k, id: $id, data: $d, skal: $s) { __typename ... on Kvitto { id position } ... on Hinder { kod text orsaker { kod text } } } }`,
    { k: kommandoId, id, d: data, s: skal }, by);
  expect(errors).toBeUndefined();
  if (answer.u.position !== undefined) await klubba.house.models.caughtUp(BigInt(answer.u.position.split(':')[1]));
  return answer.u;
};
const lasIn = async (innehall: string | Buffer, more: { lista?: string; mappning?: readonly Kolumn[]; kommandoId?: string; by?: string; skal?: readonly object[]; till?: string } = {}): Promise<Outcome> =>
  kommando('lasInUppdrag', 'LasInUppdrag', more.till ?? namnd, { uppladdning: await ladda(innehall, { till: more.till ?? namnd, ...(more.by !== undefined && { by: more.by }) }), lista: more.lista ?? 'uppdrag', kalla: 'Förtroendemannaregistret', ...(more.mappning && { mappning: more.mappning }) }, more);
type Sits = { readonly person: string; readonly namn: string; readonly uppdrag: string; readonly parti: string; readonly ordning: number; readonly fran: string; readonly till: string | null };
const sitter = async (i = namnd): Promise<readonly Sits[]> => (await klubba.ask(`{ namnd(id: "${i}") { uppdrag { person namn uppdrag roll parti ordning fran till } } }`)).data.namnd.uppdrag;
const nyNamnd = async (organ: string, more: object = {}): Promise<string> => {
  const { data } = await klubba.ask('mutation($k: ID!, $d: InrattaNamndInput!) { inrattaNamnd(kommandoId: $k, data: $d) { ... on Kvitto { id position } ... on Hinder { text } } }', { k: uuid(), d: { organ, namn: `Nämnden ${organ}`, slag: 'namnd', ...more } }, sekreterare);
  await klubba.house.models.caughtUp(BigInt(data.inrattaNamnd.position.split(':')[1]));
  return data.inrattaNamnd.id;
};
const RUBRIKER = 'Namn;Parti;Uppdrag;Roll;Ordning;Från;Till;Personnummer';
const lista = (...rader: readonly string[]): string => [RUBRIKER, ...rader].join('\r\n');

describe('Mallarna', () => {
  it.each(['ledamoter', 'ersattare', 'uppdrag'])('för %s hämtas av vem som helst, förstås som de är, och deras exempel läses aldrig in', async (namn) => {
    for (const ending of ['xlsx', 'csv']) {
      const response = await fetch(`${klubba.url}/mallar/${namn}.${ending}`);
      expect([response.status, response.headers.get('content-disposition')]).toEqual([200, `attachment; filename="${namn}.${ending}"`]);
      const { fel, kolumner } = await granska(Buffer.from(await response.arrayBuffer()), { lista: namn });
      expect(fel).toMatchObject([{ rad: 2, kod: 'MALLENS_EXEMPEL' }]);
      expect(kolumner.every(({ falt }: { falt: string | null }) => falt !== null)).toBe(true);
    }
    expect((await fetch(`${klubba.url}/mallar/annat.csv`)).status).toBe(404);
  });
});

describe('En lista över uppdrag', () => {
  it('förhandsgranskas: kolumner, gissningar, vad som blir nytt, och inget läses in', async () => {
    const n = await nyNamnd('TN');
    const svar = await granska(lista('Rut Påhittad;S;Ledamot;Ordförande;1;2019-01-01;;191212121212', 'Eva Påhittad;M;Ersättare;;;1/1 2019;2022-12-31;'), { till: n });
    expect(svar).toMatchObject({ kanLasasIn: true, kodning: 'utf-8', avgransare: 'semikolon', antalRader: 2, nya: 2, oforandrade: 0, avslutade: 0, antalFel: 0, fel: [], varningar: [] });
    expect(svar.kolumner.at(-1)).toEqual({ bokstav: 'H', rubrik: 'Personnummer', falt: null, personnummer: true });
    expect(svar.rader).toEqual([
      { rad: 2, namn: 'Rut Påhittad', parti: 'S', uppdrag: 'ledamot', roll: 'ordforande', ordning: 1, fran: '2019-01-01', till: null, person: null, forandring: 'ny' },
      { rad: 3, namn: 'Eva Påhittad', parti: 'M', uppdrag: 'ersattare', roll: null, ordning: 1, fran: '2019-01-01', till: '2022-12-31', person: null, forandring: 'ny' },
    ]);
    expect(JSON.stringify(svar)).not.toContain('1212121212');
    expect(await sitter(n)).toEqual([]);
  });

  it('läses in hel ur Excel, en gång hur ofta den än skickas, och sedan ändras bara det nya', async () => {
    const n = await nyNamnd('KN');
    const bok = (...mer: readonly (readonly (string | { dag: string })[])[]): Buffer =>
      xlsxMed([['Kulturnämnden'], [], ['Efternamn', 'Förnamn', 'Parti', 'Befattning', 'Fr.o.m.', 'T.o.m.'], ['Påhittad', 'Rut', 'S', 'Ordförande', { dag: '2019-01-01' }, ''], ['Påhittad', 'Eva', 'M', 'Ersättare', { dag: '2019-01-01' }, ''], ...mer]);
    const kommandoId = uuid();
    const first = await lasIn(bok(), { till: n, kommandoId });
    expect(first.__typename).toBe('Kvitto');
    expect(await lasIn(bok(), { till: n, kommandoId })).toEqual(first);
    expect(await lasIn(bok(), { till: n })).toMatchObject({ kod: 'INGET_NYTT' });
    const before = await sitter(n);
    expect(before).toMatchObject([{ namn: 'Rut Påhittad', uppdrag: 'ledamot', roll: 'ordforande', ordning: 1, parti: 'S' }, { namn: 'Eva Påhittad', uppdrag: 'ersattare', ordning: 1, parti: 'M' }]);
    expect((await klubba.ask(`{ inlasningslage(namnd: "${n}", kommandoId: "${kommandoId}") { klar klara av } }`, {}, sekreterare)).data.inlasningslage).toEqual({ klar: true, klara: 2, av: 2 });

    const nasta = bok(['Påhittad', 'Bo', 'S', 'Ledamot', { dag: '2020-07-01' }, '']);
    const svar = await granska(nasta, { till: n });
    expect(svar).toMatchObject({ nya: 1, oforandrade: 2, saknas: [], rader: [{ person: before[0]!.person }, { person: before[1]!.person }, { person: null }] });
    expect((await lasIn(nasta, { till: n })).__typename).toBe('Kvitto');
    expect((await sitter(n)).map(({ namn }) => namn)).toEqual(['Rut Påhittad', 'Eva Påhittad', 'Bo Påhittad']);
    // One who left and one who is not mentioned.
    const slut = await granska(lista('Eva Påhittad;M;Ersättare;;;2019-01-01;2020-12-31;'), { till: n });
    expect(slut).toMatchObject({ avslutade: 1, nya: 0, saknas: [{ namn: 'Rut Påhittad' }, { namn: 'Bo Påhittad' }] });
    expect((await lasIn(lista('Eva Påhittad;M;Ersättare;;;2019-01-01;2020-12-31;'), { till: n })).__typename).toBe('Kvitto');
    expect((await sitter(n)).map(({ namn, till }) => [namn, till])).toEqual([['Rut Påhittad', null], ['Bo Påhittad', null], ['Eva Påhittad', '2020-12-31']]);
  });

  it('med fel på några rader läses inte in alls; varje fel sägs med rad och kolumn', async () => {
    const n = await nyNamnd('FN');
    const trasig = lista('Rut Påhittad;S;Ledamot;;1;2019-01-01;;', 'Eva Påhittad;;Kassör;;1;2019-02-31;;', 'Bo Påhittad;S;Ledamot;;1;2019-01-01;;');
    const { fel, kanLasasIn, antalFel } = await granska(trasig, { till: n });
    expect([kanLasasIn, antalFel]).toEqual([false, 4]);
    expect(fel).toMatchObject([{ rad: 3, kolumn: 'Uppdrag', kod: 'UPPDRAGET_OKANT' }, { rad: 3, kolumn: 'Från', text: 'Rad 3, Från: ”2019-02-31” är ingen dag som finns. Skriv ÅÅÅÅ-MM-DD.' }, { rad: 3, kolumn: 'Parti' }, { rad: 4, kolumn: null, kod: 'ORDNINGEN_UPPTAGEN', text: 'Rad 4: Plats 1 är redan upptagen.' }]);
    const before = await klubba.house.log.store.tip();
    expect((await lasIn(trasig, { till: n })).orsaker).toHaveLength(4);
    expect(await klubba.house.log.store.tip()).toBe(before);
  });

  it('varnar en gång när ledamöterna blir för många; utan skäl registreras ingen', async () => {
    const before = await klubba.house.log.store.tip();
    const extra = lista('Extra Påhittad;S;Ledamot;;40;2018-01-01;;');
    expect(await granska(extra)).toMatchObject({ kanLasasIn: true, varningar: [{ kod: 'FLER_LEDAMOTER_AN_PLATSER' }] });
    expect(await lasIn(extra)).toMatchObject({ kod: 'FLER_LEDAMOTER_AN_PLATSER' });
    expect(await klubba.house.log.store.tip()).toBe(before);
    expect(await lasIn(extra, { skal: [{ kod: 'FLER_LEDAMOTER_AN_PLATSER', skal: 'Rättas i juni' }] })).toMatchObject({ __typename: 'Kvitto' });
  });

  it('E9: släpper bara dem i nämnden till utskottet, och känner igen dem på namn och parti', async () => {
    const utskott = await nyNamnd('SNAU', { slag: 'utskott', overordnad: namnd });
    const [forst] = (await sitter()).filter(({ uppdrag }) => uppdrag === 'ledamot');
    const rader = `${forst!.namn};${forst!.parti};Ledamot;;1;2018-06-01;2018-12-31;`;
    expect(await granska(lista(rader, 'Okänd Påhittad;S;Ledamot;;2;2018-06-01;;'), { till: utskott })).toMatchObject({ fel: [{ rad: 3, kod: 'EJ_VALBAR_TILL_UTSKOTT' }] });
    expect((await lasIn(lista(rader), { till: utskott })).__typename).toBe('Kvitto');
    expect(await sitter(utskott)).toMatchObject([{ person: forst!.person }]);
  });

  it('har kolumner med egna namn: de väljs, sparas, och föreslås nästa gång', async () => {
    const n = await nyNamnd('EN');
    const egen = 'Vem;Hör till;Börjar\nRut Påhittad;S;2019-01-01\n';
    const mappning = [{ falt: 'namn', rubrik: 'Vem' }, { falt: 'parti', rubrik: 'Hör till' }, { falt: 'fran', rubrik: 'Börjar' }];
    expect((await granska(egen, { till: n, lista: 'ersattare' })).fel).toMatchObject([{ kod: 'KOLUMNER_SAKNAS' }]);
    expect((await granska(egen, { till: n, lista: 'ersattare', mappning })).kanLasasIn).toBe(true);
    expect(await kommando('sparaKolumnmappning', 'SparaKolumnmappning', n, { lista: 'ersattare', kolumner: mappning })).toMatchObject({ __typename: 'Kvitto' });
    expect((await granska(egen, { till: n, lista: 'ersattare' })).kanLasasIn).toBe(true);
    // Another file is read by its own headings.
    expect((await granska('Namn;Parti;Från\nRut Påhittad;S;2019-01-01\n', { till: n, lista: 'ersattare' })).kanLasasIn).toBe(true);
    expect((await lasIn(egen, { till: n, lista: 'ersattare' })).__typename).toBe('Kvitto');
  });

  it('visas och läses in bara av den som får, och ur en egen uppladdning för nämnden', async () => {
    const handlaggare = await klubba.token('handlaggare');
    expect(await granska(lista('Rut;S;Ledamot;;1;2019-01-01;;'), { by: handlaggare })).toBeNull();
    const u = await ladda(lista('Rut;S;Ledamot;;77;2031-01-01;;'));
    const data = { uppladdning: u, lista: 'uppdrag', kalla: 'x' };
    const annan = await klubba.token('namndsekreterare', { roller: { [uuid()]: ['namndsekreterare'] } });
    expect(await kommando('lasInUppdrag', 'LasInUppdrag', namnd, data, { by: annan })).toMatchObject({ kod: 'BEHORIGHET_SAKNAS' });
    expect(await granska(lista('Rut;S;Ledamot;;1;2019-01-01;;'), { by: annan })).toBeNull();
    expect(await kommando('lasInUppdrag', 'LasInUppdrag', namnd, data, { by: handlaggare })).toMatchObject({ kod: 'BEHORIGHET_SAKNAS' });
    expect(await kommando('lasInUppdrag', 'LasInUppdrag', namnd, data, { by: await klubba.token('registrator') })).toMatchObject({ kod: 'UPPLADDNINGEN_FINNS_INTE' });
    expect(await kommando('lasInUppdrag', 'LasInUppdrag', await nyNamnd('AN'), data)).toMatchObject({ kod: 'UPPLADDNINGEN_GALLER_ANNAT' });
    expect(await kommando('lasInUppdrag', 'LasInUppdrag', namnd, { ...data, kalla: '' })).toMatchObject({ kod: 'OGILTIG_INDATA' });
  });

  it.each<readonly [string, () => string | Buffer, string, RegExp]>([
    ['en PDF', () => '%PDF-1.7\n\u0000\n', 'FEL_FILSLAG', /är en PDF/],
    ['en trasig bok', () => xlsxMed([['Namn'], ['a']]).subarray(0, 500), 'FILEN_AR_TRASIG', /trasig/],
    ['en bok med makron', () => xlsxMed([['Namn'], ['a']], { delar: { 'xl/vbaProject.bin': 'x' } }), 'FILEN_HAR_MAKRON', /makron/],
    ['en låst bok', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]), 'FILEN_AR_KRYPTERAD', /lösenord/],
    ['en bok som sväller', () => svallande('xl/workbook.xml', Buffer.alloc(70 * 2 ** 20, 'a')), 'FILEN_SVALLER', /orimligt/],
    ['för stor', () => Buffer.alloc(21 * 2 ** 20, 'a;b\n'), 'FILEN_FOR_STOR', /20 MB/],
    ['sammanslagna celler', () => xlsxMed([RUBRIKER.split(';').slice(0, 7), ['Rut', 'S', 'Ledamot', '', '', '2019-01-01']], { sammanslagna: ['A2:A3'] }), 'SAMMANSLAGNA_CELLER', /A2:A3/],
    ['10 001 rader', () => lista(...Array.from({ length: 10_001 }, (_, i) => `Ny ${i};M;Ersättare;;;2019-01-01;;`)), 'LISTAN_FOR_STOR', /10001 rader/],
    ['10 000 rader, alla nya', () => lista(...Array.from({ length: 10_000 }, (_, i) => `Ny ${i};M;Ersättare;;;2019-01-01;;`)), 'LISTAN_FOR_STOR', /10000 nya.*Högst 800/],
    ['fel kolumner', () => 'A;B\n1;2\n', 'KOLUMNER_SAKNAS', /Hittar ingen kolumn för Namn/],
  ])('som är %s sägs vara det, och inget läses in', async (_, fil, kod, text) => {
    const { fel: [fel] } = await granska(fil());
    expect(fel).toMatchObject({ kod, text: expect.stringMatching(text) });
    const before = await klubba.house.log.store.tip();
    expect(await lasIn(fil())).toMatchObject({ kod, text: expect.stringMatching(text) });
    expect(await klubba.house.log.store.tip()).toBe(before);
  });

  it('på åttahundra rader blir sann på en gång, och säger hur långt den har kommit', async () => {
    const n = await nyNamnd('BN');
    const u = await ladda(lista(...Array.from({ length: 800 }, (_, i) => `Ny ${i};P${i % 7};Ersättare;;;2019-01-01;;`)), { till: n });
    const kommandoId = uuid();
    let klar = false;
    const inlast = kommando('lasInUppdrag', 'LasInUppdrag', n, { uppladdning: u, lista: 'uppdrag', kalla: 'x' }, { kommandoId }).finally(() => (klar = true));
    const seen = new Set<number>();
    while (!klar) {
      const lage = (await klubba.ask(`{ inlasningslage(namnd: "${n}", kommandoId: "${kommandoId}") { klar klara av } }`, {}, sekreterare)).data.inlasningslage;
      if (lage !== null) seen.add(lage.klara);
      expect([0, 800]).toContain((await sitter(n)).length);
    }
    expect(await inlast).toMatchObject({ __typename: 'Kvitto' });
    expect(seen.size).toBeGreaterThan(1);
    expect(new Set((await sitter(n)).map(({ person }) => person)).size).toBe(800);
  });
});

describe('En inläsning som bryts', () => {
  /** Klubba as a process of its own, from the source as it stands. */
  const start = (dataDir: string): Promise<{ readonly url: string; kill(): Promise<void> }> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ['-r', join(__dirname, '../krasch/register.cjs'), join(__dirname, '../../apps/api/main.ts')], { env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataDir } });
      let said = '';
      const gone = new Promise<void>((exited) => child.on('exit', () => exited()));
      const hear = (data: Buffer): void => {
        said += data.toString();
        const url = /http:\/\/127[.]0[.]0[.]1:\d+/.exec(said)?.[0];
        if (url !== undefined && said.includes('Ctrl-C')) resolve({ url, kill: () => (child.kill('SIGKILL'), gone) });
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      void gone.then(() => reject(new Error(said)));
    });

  const ask = (url: string, token: string, query: string, variables = {}) => post(`${url}/graphql`, JSON.stringify({ query, variables }), { authorization: `Bearer ${token}` });

  /**
   * One reading, killed when more than fifty people of its list are written.
   *
   * @returns what the reading stood in, or null when it was done before the test could see it half: eight hundred rows take a third of a second.
   */
  const brytMittI = async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const first = await start(dataDir);
    const token = await (await demoIdentity(settingsFrom({ DATA_DIR: dataDir }))).token('namndsekreterare');
    const response = await fetch(`${first.url}/handlingar?namnd=${namnd}`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: lista(...Array.from({ length: 800 }, (_, i) => `Ny ${i};P${i % 7};Ersättare;;;2019-01-01;;`)) });
    const { uppladdning } = (await response.json()) as { uppladdning: string };
    const kommandoId = uuid();
    const sand = (url: string) => ask(url, token, 'mutation($k: ID!, $id: ID!, $d: LasInUppdragInput!) { lasInUppdrag(kommandoId: $k, id: $id, data: $d) { __typename ... on Kvitto { id } ... on Hinder { text } } }', { k: kommandoId, id: namnd, d: { uppladdning, lista: 'uppdrag', kalla: 'x' } });
    const broken = sand(first.url).catch(() => 'bruten');
    let halv = false;
    for (let klar = false; !halv && !klar; ) {
      const { inlasningslage } = (await ask(first.url, token, `{ inlasningslage(namnd: "${namnd}", kommandoId: "${kommandoId}") { klar klara } }`)).data;
      klar = inlasningslage?.klar === true;
      halv = !klar && (inlasningslage?.klara ?? 0) > 50;
    }
    await first.kill();
    return (await broken) === 'bruten' ? { dataDir, sand } : null;
  };

  it('mitt i av kill -9 lämnar inget uppdrag efter sig, och ger var och en precis en gång när den skickas igen', async () => {
    let bruten = await brytMittI();
    while (bruten === null) bruten = await brytMittI();
    const { dataDir, sand } = bruten;
    const again = await startHouse({ dataDir });
    // By who gave it: the demo's people are the demo's.
    const nya = async (): Promise<readonly [personer: number, uppdrag: number]> => {
      const facts = await again.house.log.readAll(0n, 10_000);
      return [facts.filter(({ type, by }) => type === 'PersonRegistrerad' && by === demoPerson('namndsekreterare')).length, facts.filter(({ type }) => type === 'UppdragInlast').length];
    };
    const [halva, inga] = await nya();
    expect(halva).toBeGreaterThan(50);
    expect(halva).toBeLessThan(800);
    expect(inga).toBe(0);
    for (let i = 0; i < 2; i++) expect((await sand(again.url)).data.lasInUppdrag).toMatchObject({ __typename: 'Kvitto' });
    expect(await nya()).toEqual([800, 800]);
    await again.remove();
  });
});
