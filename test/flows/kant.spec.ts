import { readFileSync } from 'node:fs';
import { getIntrospectionQuery } from 'graphql';
import { serverAudits } from 'graphql-http';
import { LIMITS } from '../../apps/api/documents';
import { ANDRA, houseOfOne, lappId, SKRIV, STANG } from './house-of-one';
import { answerOf, post, type Running, startHouse, uuid } from './harness';

let here: Running;
let sekreterare: string;
let revisor: string;
const namnd = uuid();
beforeAll(async () => {
  here = await startHouse({ composition: houseOfOne });
  sekreterare = await here.token('namndsekreterare');
  revisor = await here.token('revisor');
});
afterAll(() => here.remove());

const lapp = (more: object = {}) => ({ namnd, rubrik: 'Rubrik', anteckning: 'Anteckning', namn: 'Alva Ek', hemligt: 'Hemligt', adress: 'Adress', rader: [{ text: 'Rad' }], antal: 1, ...more });
const skriv = async (d: object = lapp(), k = uuid(), token: string | undefined = sekreterare) => (await here.ask(SKRIV, { k, d }, token)).data.skrivLapp;
const andra = async (id: string, d: object, { k = uuid(), sedd = null as number | null, token = sekreterare as string | undefined } = {}) => (await here.ask(ANDRA, { k, id, d, sedd }, token)).data.andraLapp;
const INSIDE = /[.]ts:\d|[.]js:\d| {4}at |node_modules|\/work\/|apps\/api/;

describe('GraphQL över HTTP', () => {
  const audits = serverAudits({ url: () => `${here.url}/graphql`, fetchFn: fetch });
  it('har 61 prov', () => expect(audits).toHaveLength(61));
  it.each(audits.map((audit) => [`${audit.id} ${audit.name}`, audit] as const))('%s', async (_, audit) => {
    const result = await audit.fn();
    expect(result).toMatchObject({ status: 'ok' });
  });

  it('svarar 405 på andra metoder, med dem som går', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const response = await fetch(`${here.url}/graphql`, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('GET, POST');
    }
  });
  it('gör inget med GET som ändrar', async () => {
    const query = `mutation { skrivLapp(kommandoId: "${uuid()}", data: { namnd: "${namnd}", rubrik: "a", anteckning: "a", namn: "a", hemligt: "a", antal: 1 }) { __typename } }`;
    const response = await fetch(`${here.url}/graphql?query=${encodeURIComponent(query)}`, { headers: { authorization: `Bearer ${sekreterare}` } });
    expect(response.status).toBe(405);
  });
  it('låter inget mellanled spara svaret och ingen sida bädda in det', async () => {
    const { headers } = await here.ask('{ __typename }');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('Dåliga anrop', () => {
  it('på 10 MB får 413 och en klar mening', async () => {
    const answer = await post(`${here.url}/graphql`, JSON.stringify({ query: SKRIV, variables: { k: uuid(), d: lapp({ rubrik: 'x'.repeat(10 * 2 ** 20) }) } }), { authorization: `Bearer ${sekreterare}` });
    expect([answer.status, answer.errors?.[0]?.message]).toEqual([413, 'Anropet är för stort: högst 1 MiB går.']);
  });
  it('med en titel på nästan 1 MB får ett hinder', async () => {
    expect(await skriv(lapp({ rubrik: 'x'.repeat(1_000_000) }))).toMatchObject({ __typename: 'Hinder', kod: 'OGILTIG_INDATA', text: 'rubrik: får ha högst 300 tecken.' });
  });
  it.each([['trasig JSON', '{"query":', 'application/json', 400], ['tom kropp', '', 'application/json', 400], ['en lista', '[]', 'application/json', 400], ['text', '{ __typename }', 'text/plain', 415], ['ett formulär', 'query=x', 'application/x-www-form-urlencoded', 415], ['okänd teckenkod', '{"query":"{ __typename }"}', 'application/json; charset=latin1', 415]])(
    'med %s får ett svar som säger varför', async (_, body, type, status) => {
      const answer = await post(`${here.url}/graphql`, body, { 'content-type': type });
      expect(answer.status).toBe(status);
      expect(answer.text).not.toMatch(INSIDE);
    });
  it('utan något som går att svara i får 406', async () => {
    const response = await fetch(`${here.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'image/png' }, body: '{"query":"{ __typename }"}' });
    expect(response.status).toBe(406);
  });
  it('utan Content-Type får 415', async () => {
    const response = await fetch(`${here.url}/graphql`, { method: 'POST', body: new Uint8Array(Buffer.from('{"query":"{ __typename }"}')) });
    expect([400, 415]).toContain(response.status);
  });
  it('med en adress som inte går att läsa får 4xx', async () => {
    for (const path of ['/%', '/graphql?query=%', '/graphql?variables={&query={__typename}', '/graphql-sidan/%E0%A4%A', '/graphql-sidan/../../package.json', '/graphql-sidan/%2e%2e/%2e%2e/package.json', '/finns-inte']) {
      const response = await fetch(here.url + path, { headers: { accept: 'application/graphql-response+json' } });
      expect([path, response.status >= 400]).toEqual([path, true]);
      expect(response.status).toBeLessThan(500);
      expect(await response.text()).not.toMatch(INSIDE);
    }
  });
  it('med __proto__ i variablerna ändrar inget', async () => {
    const answer = await post(`${here.url}/graphql`, '{"query":"{ __typename }","variables":{"__proto__":{"a":1}}}');
    expect([200, 400]).toContain(answer.status);
    expect(({} as { a?: number }).a).toBeUndefined();
  });
});

describe('En fråga', () => {
  const over = async (query: string): Promise<string | undefined> => {
    const answer = await here.ask(query, {}, sekreterare);
    expect(answer.status).toBe(200);
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]?.extensions?.code).toBe('FRAGAN_FOR_STOR');
    return answer.errors?.[0]?.message;
  };
  it('får vara så djup som introspektionen', async () => {
    const answer = await here.ask(getIntrospectionQuery());
    expect(answer.errors).toBeUndefined();
    expect(answer.data.__schema.types.length).toBeGreaterThan(20);
  });
  it('får inte vara djupare än gränsen', async () => {
    const deep = `{ __schema { types { ${'ofType { '.repeat(30)} name ${'} '.repeat(30)} } } }`.replaceAll('types { ofType', 'types { fields { type { ofType').replace(/} } }$/, '} } } } }');
    expect(await over(deep)).toMatch(/nivåer djup. Högst 18 går/);
  });
  it('får inte ha för många fält, inte heller genom fragment i fragment', async () => {
    expect(await over(`{ __schema { types { ${'name '.repeat(LIMITS.fields)} } } }`)).toMatch(/för många fält/);
    const doubling = Array.from({ length: 40 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join('\n');
    expect(await over(`{ ...F0 }\n${doubling}\nfragment F40 on Query { __typename }`)).toMatch(/för många fält/);
  });
  it('får inte ha för många fält på översta nivån, eller för många alias', async () => {
    expect(await over(`{ ${Array.from({ length: 30 }, (_, i) => `a${i}: __typename`).join(' ')} }`)).toMatch(/översta nivån/);
    expect(await over(`{ __schema { types { ${Array.from({ length: 300 }, (_, i) => `a${i}: name`).join(' ')} } } }`)).toMatch(/alias/);
  });
  it('får inte ha fler ord än gränsen', async () => {
    const answer = await here.ask(`{ ${'__typename '.repeat(LIMITS.tokens)} }`);
    expect(answer.errors?.[0]?.message).toMatch(/token/i);
  });
  it('med fragment i ring nekas', async () => {
    const answer = await here.ask('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }');
    expect(answer.errors?.[0]?.message).toMatch(/within itself/);
  });
  it('som tar tid att pröva tar inte mer än en stund', async () => {
    const began = performance.now();
    await here.ask(`{ ${Array.from({ length: 24 }, () => `lappar(namnd: "x") { edges { node { ${'id '.repeat(35)} } } }`).join(' ')} }`);
    expect(performance.now() - began).toBeLessThan(3000);
  });
  it('med ett enumvärde som inte finns får veta var, och inte tillbaka det som skickades', async () => {
    const answer = await here.ask(SKRIV, { k: uuid(), d: lapp({ klass: 'halvoppen' }) }, sekreterare);
    expect(answer.errors?.[0]?.message).toBe('Variabeln $d har ett värde av fel slag (d.klass): värdet finns inte i Lappklass.');
    expect(answer.text).not.toContain('halvoppen');
  });
  it('svarar lika på första gången som när den blivit het och kompilerad', async () => {
    const { id, position } = await skriv(lapp({ antal: 77 }));
    await here.house.models.caughtUp(BigInt(position.split(':')[1]));
    const question = 'query Het($id: ID!) { lapp(id: $id) { __typename alias: rubrik anteckning namn hemligt adress rader antal stangd } }';
    const texts = new Set<string>();
    for (let i = 0; i < 8; i++) texts.add((await here.ask(question, { id }, sekreterare)).text);
    expect([...texts]).toHaveLength(1);
    for (let i = 0; i < 8; i++) texts.add((await here.ask(question, { id })).text);
    expect([...texts]).toHaveLength(2);
    const wrongs = new Set<string>();
    for (let i = 0; i < 8; i++) wrongs.add((await here.ask('query Fel { fel }', {}, sekreterare)).text.replace(/[0-9a-f-]{36}/g, '(spår)'));
    expect([...wrongs]).toHaveLength(1);
  });
  it('kan inte köra kod genom kompilatorn, hur ofta den än ställs', async () => {
    const mark = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d';
    const asked = `{ lappar(namnd: "${mark}(globalThis.intrang=1)") { edges { cursor } } }`;
    const unicode = asked.replace('__MAGIC', '\\u005f\\u005fMAGIC');
    for (let i = 0; i < 8; i++) for (const query of [asked, unicode]) await here.ask(query, {}, sekreterare);
    expect((globalThis as { intrang?: number }).intrang).toBeUndefined();
  });
});

describe('Ett fel i programmet', () => {
  it('visas bara som ett spår, som står i programmets logg', async () => {
    const answer = await here.ask('{ fel }', {}, sekreterare);
    expect(answer.status).toBe(200);
    const spar = answer.errors?.[0]?.extensions?.spar ?? '';
    expect(answer.errors?.[0]?.message).toBe(`Ett internt fel inträffade (spår ${spar}).`);
    expect(answer.text).not.toMatch(/Kanarie/);
    expect(answer.text).not.toMatch(INSIDE);
    await new Promise((resolve) => setTimeout(resolve, 400));
    const line = readFileSync(`${here.dataDir}/klubba.log`, 'utf8').split('\n').find((one) => one.includes(spar));
    expect(line).toMatch(/house-of-one/);
  });
});

describe('Ett kommando', () => {
  it('får ett kvitto, och syns i nästa fråga som väntar in det', async () => {
    const { __typename, id, version, position } = await skriv(lapp({ antal: 2 }));
    expect([__typename, version]).toEqual(['Kvitto', 1]);
    expect(position).toMatch(/^[0-9a-f-]{36}:\d+$/);
    const { data } = await here.ask('query($id: ID!, $m: Position) { lapp(id: $id, minst: $m) { rubrik version } }', { id, m: position }, sekreterare);
    expect(data.lapp).toEqual({ rubrik: 'Rubrik', version: 1 });
  });
  it('två gånger med samma id ger samma kvitto, också med stora bokstäver', async () => {
    const k = uuid();
    const first = await skriv(lapp(), k);
    expect(await skriv(lapp({ rubrik: 'En annan' }), k)).toEqual(first);
    expect(await skriv(lapp(), k.toUpperCase())).toEqual(first);
  });
  it('med ett id som ett annat kommando har haft är ett hinder', async () => {
    const { id } = await skriv();
    const k = uuid();
    expect(await andra(id, { rubrik: 'Ny' }, { k })).toMatchObject({ version: 2 });
    const { data } = await here.ask(STANG, { k, id }, sekreterare);
    expect(data.stangLapp).toMatchObject({ kod: 'KOMMANDO_ID_UPPTAGET' });
  });
  it('med en gammal version är ett hinder', async () => {
    const { id } = await skriv();
    await andra(id, { rubrik: 'Ny' }, { sedd: 1 });
    expect(await andra(id, { rubrik: 'Nyare' }, { sedd: 1 })).toMatchObject({ kod: 'HAR_ANDRATS', text: 'Någon har ändrat sedan du läste (du såg version 1, nu är det version 2). Läs om och försök igen.' });
  });
  it('vars id inte är ett UUID är ett hinder', async () => {
    const { id } = await skriv();
    for (const k of ['', '1', 'inte-ett-uuid', `${uuid()}x`]) expect(await andra(id, { rubrik: 'Ny' }, { k })).toMatchObject({ kod: 'OGILTIG_INDATA', text: 'kommandoId: ska vara ett UUID.' });
  });
  it('om något som inte finns är ett hinder', async () => {
    expect(await andra(uuid(), { rubrik: 'Ny' })).toMatchObject({ kod: 'FINNS_INTE', text: 'Det som kommandot gäller finns inte.' });
    expect(await andra('lapp ett', { rubrik: 'Ny' })).toMatchObject({ kod: 'OGILTIG_INDATA', text: 'id: ska vara ett UUID.' });
  });
  it('med fel i flera fält får alla på en gång, med fältets plats', async () => {
    const { orsaker } = await skriv(lapp({ rubrik: ' ', anteckning: '', rader: [{ text: 'bra' }, { text: 'x'.repeat(101) }] }));
    expect(orsaker.map(({ text }: { text: string }) => text)).toEqual(['rubrik: får inte vara tom.', 'anteckning: får inte vara tom.', 'rader.1.text: får ha högst 100 tecken.']);
  });
  it('med ett tecken som inte kan lagras är ett hinder', async () => {
    expect(await skriv(lapp({ rubrik: 'a\u0000b' }))).toMatchObject({ kod: 'OGILTIGT_VARDE' });
    expect(await skriv(lapp({ rubrik: 'a\ud800b' }))).toMatchObject({ kod: 'OGILTIGT_VARDE' });
  });
  it('av den som inte har rollen nekas, utan att få veta något om indata', async () => {
    expect(await skriv({ ...lapp(), rubrik: '' }, 'inget uuid', revisor)).toMatchObject({ kod: 'BEHORIGHET_SAKNAS', orsaker: [{ kod: 'BEHORIGHET_SAKNAS' }] });
    const { id } = await skriv();
    expect(await andra(id, { rubrik: 'Ny' }, { token: revisor })).toMatchObject({ kod: 'BEHORIGHET_SAKNAS' });
    const allmanheten = await here.ask(ANDRA, { k: uuid(), id, d: { rubrik: 'Ny' } });
    expect(allmanheten.data.andraLapp).toMatchObject({ kod: 'BEHORIGHET_SAKNAS' });
  });
  it('av den som har rollen i en annan nämnd nekas', async () => {
    const { id } = await skriv();
    const elsewhere = await here.token('namndsekreterare', { roller: { [uuid()]: ['namndsekreterare'] } });
    expect(await andra(id, { rubrik: 'Ny' }, { token: elsewhere })).toMatchObject({ kod: 'BEHORIGHET_SAKNAS' });
  });
  it('som nekas med en persons namn i meningen säger namnet bara för den som får läsa det', async () => {
    const by = lappId('x', uuid());
    const token = await here.token('namndsekreterare', { sub: by });
    const { id } = await skriv(lapp(), uuid(), token);
    await here.ask(STANG, { k: uuid(), id }, token);
    expect(await andra(id, { rubrik: 'Ny' }, { token })).toMatchObject({ kod: 'LAPPEN_AR_STANGD', text: 'Lappen är stängd av en person.', lagrum: 'KL 5:1' });
    // In the house of one the person register is the lappar themselves.
    const named = await here.token('namndsekreterare', { sub: id });
    expect(await andra(id, { rubrik: 'Ny' }, { token: named })).toMatchObject({ text: 'Lappen är stängd av Alva Ek.' });
  });
  it('lämnar en rad efter sig om vem och hur det gick, aldrig vad det sade', async () => {
    const { id } = await skriv(lapp({ rubrik: 'Kanariegul', namn: 'Kanarie Fågel' }));
    await andra(id, { rubrik: '' }, { k: 'Kanarie-id' });
    await new Promise((resolve) => setTimeout(resolve, 400));
    const log = readFileSync(`${here.dataDir}/klubba.log`, 'utf8');
    const lines = log.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.find(({ strom, kommando }) => strom === `lapp-${id}` && kommando === 'SkrivLapp')).toMatchObject({ utfall: 'KVITTO', roll: 'namndsekreterare', ms: expect.any(Number), time: expect.any(Number), by: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(lines.some(({ kommando, utfall }) => kommando === 'AndraLapp' && utfall === 'OGILTIG_INDATA')).toBe(true);
    expect(log).not.toMatch(/Kanarie[gF-]/);
  });
});

describe('Hälsan', () => {
  it('säger att den är redo, vad den står på och hur långt varje läsmodell har kommit', async () => {
    const { position } = await skriv();
    await here.ask('query($m: Position) { lapp(id: "x", minst: $m) { id } }', { m: position });
    const answer = await answerOf(await fetch(`${here.url}/halsa`));
    expect(answer.status).toBe(200);
    const { store } = here.house.log;
    expect(JSON.parse(answer.text)).toEqual({
      redo: true, lager: 'sqlite', logg: store.logg, upplaga: store.upplaga, position: Number(await store.tip()),
      lasmodeller: [{ namn: 'lappen', position: Number(await store.tip()), efterslapningMs: expect.any(Number) }], reaktioner: [{ namn: 'notera-stangd', position: expect.any(Number), efterslapningMs: expect.any(Number) }],
    });
  });
});

describe('Sidan för frågor', () => {
  it('visas för en webbläsare, och hämtar inget någon annanstans ifrån', async () => {
    const response = await fetch(`${here.url}/graphql`, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    const page = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'self';/);
    const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file!).filter((file) => !file.endsWith('/'));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      expect(file).not.toMatch(/^(https?:)?\/\//);
      const found = await fetch(`${here.url}/graphql-sidan/${file}`);
      expect([file, found.status]).toEqual([file, 200]);
      await found.arrayBuffer();
    }
  });
});
