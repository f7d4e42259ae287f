import type { Listing, Log, Projection, ReadModels, Receipt } from '@klubba/kernel';
import { LogReader } from '../../apps/api/reader';
import { houseOfOne, ANDRA, SKRIV, STANG } from './house-of-one';
import { type Running, startHouse, uuid } from './harness';

let here: Running;
let token: string;
beforeAll(async () => {
  here = await startHouse({ composition: houseOfOne });
  token = await here.token('namndsekreterare');
});
afterAll(() => here.remove());

type Kvitto = { readonly id: string; readonly version: number; readonly position: string };
const skriv = async (namnd: string, more: object = {}): Promise<Kvitto> =>
  (await here.ask(SKRIV, { k: uuid(), d: { namnd, rubrik: 'Rubrik', anteckning: 'Anteckning', namn: 'Namn', hemligt: 'Hemligt', antal: 1, ...more } }, token)).data.skrivLapp;
const andra = async (id: string, rubrik: string): Promise<Kvitto> => (await here.ask(ANDRA, { k: uuid(), id, d: { rubrik } }, token)).data.andraLapp;
const LAPP = 'query($id: ID!, $vid: Vid, $minst: Position) { lapp(id: $id, vid: $vid, minst: $minst) { rubrik version stangd } }';
const LAPPAR = 'query($namnd: ID!, $first: Int, $after: String, $vid: Vid, $minst: Position) { lappar(namnd: $namnd, first: $first, after: $after, vid: $vid, minst: $minst) { edges { cursor node { antal rubrik } } pageInfo { hasNextPage endCursor } } }';
const HANDELSER = 'query($namnd: ID, $first: Int, $after: String, $ordning: String, $strom: String, $vid: Vid, $minst: Position) { handelser(namnd: $namnd, first: $first, after: $after, ordning: $ordning, strom: $strom, vid: $vid, minst: $minst) { edges { cursor node { position typ version by roll nar strom kategori orsak kommando vem falt { falt klass varde } } } pageInfo { hasNextPage endCursor } } }';
const codeOf = async (question: string, variables: object): Promise<string | undefined> => (await here.ask(question, variables as Record<string, unknown>, token)).errors?.[0]?.extensions?.code;

describe('Ett dokument', () => {
  it('visas som det är nu, och som det var vid en position eller en tidpunkt', async () => {
    const first = await skriv(uuid());
    await new Promise((resolve) => setTimeout(resolve, 5));
    const between = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    const second = await andra(first.id, 'Nyare');
    const seen = async (vid?: object) => (await here.ask(LAPP, { id: first.id, vid, minst: second.position }, token)).data.lapp?.rubrik;
    expect(await seen()).toBe('Nyare');
    expect(await seen({ position: first.position })).toBe('Rubrik');
    expect(await seen({ position: second.position })).toBe('Nyare');
    expect(await seen({ tidpunkt: between })).toBe('Rubrik');
    expect(await seen({ tidpunkt: between.replace('Z', '+00:00') })).toBe('Rubrik');
    expect(await seen({ tidpunkt: '2001-01-01T00:00:00Z' })).toBeUndefined();
    expect(await seen({ tidpunkt: '2999-01-01T00:00:00Z' })).toBe('Nyare');
  });
  it('som det var visas under dagens behörighet', async () => {
    const first = await skriv(uuid(), { klass: 'sekretess' });
    const { data } = await here.ask(LAPP, { id: first.id, vid: { position: first.position }, minst: first.position });
    expect(data.lapp).toBeNull();
  });
  it('vid ett ögonblick som inte går att förstå ger ett klart fel', async () => {
    const { id, position } = await skriv(uuid());
    const [upplaga] = position.split(':');
    const wrongs: readonly (readonly [object, string])[] = [
      [{ position: `${uuid()}:1` }, 'ANNAN_KOPIA'], [{ position: `${upplaga}:999999999` }, 'OGILTIGT_OGONBLICK'], [{}, 'OGILTIGT_OGONBLICK'],
      [{ position, tidpunkt: '2018-03-21T12:00:00Z' }, 'OGILTIGT_OGONBLICK'], [{ tidpunkt: 'i går' }, 'OGILTIGT_OGONBLICK'], [{ tidpunkt: '2018-02-31T12:00:00Z' }, 'OGILTIGT_OGONBLICK'],
      [{ tidpunkt: '2018-03-21T12:00:00' }, 'OGILTIGT_OGONBLICK'], [{ tidpunkt: '2018-03-21' }, 'OGILTIGT_OGONBLICK'], [{ justerad: { namnd: uuid(), ar: 2018, nummer: 1 } }, 'OGILTIGT_OGONBLICK'],
    ];
    for (const [vid, code] of wrongs) expect([vid, await codeOf(LAPP, { id, vid })]).toEqual([vid, code]);
    for (const position of ['', '1', 'x:1', `${upplaga}:x`]) expect((await here.ask(LAPP, { id, vid: { position } }, token)).errors?.[0]?.message).toMatch(/vid.position/);
  });
  it('som ska visas minst från en annan kopia av loggen, eller efter loggens slut, ger ett klart fel i stället för att vänta', async () => {
    const { id, position } = await skriv(uuid());
    expect(await codeOf(LAPP, { id, minst: `${uuid()}:1` })).toBe('ANNAN_KOPIA');
    expect(await codeOf(LAPP, { id, minst: `${position.split(':')[0]}:999999999` })).toBe('OGILTIGT_OGONBLICK');
  });
  it('som följer av en reaktion syns när man väntat in kommandot', async () => {
    const { id } = await skriv(uuid());
    // So much at once that the read models take their time from then on, if nobody waits for them.
    const namnd = uuid();
    const many = await Promise.all(Array.from({ length: 64 }, () => here.house.give(
      { category: 'lapp', id: uuid(), command: { type: 'SkrivLapp', data: { namnd, klass: 'oppen', rubrik: 'Rubrik', anteckning: 'Anteckning', namn: 'Namn', hemligt: 'Hemligt', rader: [], antal: 1 } } },
      { by: uuid(), command: uuid(), correlation: uuid(), cause: null, roll: () => 'namndsekreterare' })));
    await here.house.models.caughtUp((many.at(-1) as Receipt).position);
    const { position } = (await here.ask(STANG, { k: uuid(), id }, token)).data.stangLapp;
    const { data } = await here.ask('query($id: ID!, $minst: Position) { lapp(id: $id, minst: $minst) { stangd noteringar } }', { id, minst: position }, token);
    expect(data.lapp).toEqual({ stangd: true, noteringar: 1 });
  });
});

describe('En lista', () => {
  const walk = async (variables: object, as: string | null = token): Promise<{ readonly pages: readonly number[]; readonly antal: readonly number[] }> => {
    const pages: number[] = [];
    const antal: number[] = [];
    for (let after: string | undefined, i = 0; i < 50; i++) {
      const { data: { lappar } } = await here.ask(LAPPAR, { ...variables, after }, as ?? undefined);
      pages.push(lappar.edges.length);
      antal.push(...lappar.edges.map(({ node }: { node: { antal: number } }) => node.antal));
      expect(lappar.pageInfo.endCursor ?? undefined).toBe(lappar.edges.at(-1)?.cursor);
      if (!lappar.pageInfo.hasNextPage) break;
      after = lappar.pageInfo.endCursor;
    }
    return { pages, antal };
  };

  it('bläddras utan att något saknas eller kommer två gånger', async () => {
    const namnd = uuid();
    let minst = '';
    for (let antal = 1; antal <= 23; antal++) minst = (await skriv(namnd, { antal })).position;
    expect(await walk({ namnd, first: 10, minst })).toEqual({ pages: [10, 10, 3], antal: Array.from({ length: 23 }, (_, i) => i + 1) });
    expect((await walk({ namnd, first: 23 })).pages).toEqual([23]);
  });
  it('fylls förbi det som den som ser inte får veta av, och varken längd eller markörer skvallrar', async () => {
    const namnd = uuid();
    let minst = '';
    for (let antal = 1; antal <= 30; antal++) minst = (await skriv(namnd, { antal, klass: antal % 3 === 0 ? 'oppen' : 'sekretess' })).position;
    await walk({ namnd, minst });
    expect(await walk({ namnd, first: 4 }, null)).toEqual({ pages: [4, 4, 2], antal: [3, 6, 9, 12, 15, 18, 21, 24, 27, 30] });
    expect((await walk({ namnd, first: 10 }, null)).pages).toEqual([10]);
  });
  it('vid ett ögonblick håller det som fanns då, som det var då', async () => {
    const namnd = uuid();
    const one = await skriv(namnd, { antal: 1 });
    const two = await skriv(namnd, { antal: 2 });
    await skriv(namnd, { antal: 3 });
    const last = await andra(one.id, 'Ändrad');
    const { data } = await here.ask(LAPPAR, { namnd, vid: { position: two.position }, minst: last.position }, token);
    expect(data.lappar.edges.map(({ node }: { node: object }) => node)).toEqual([{ antal: 1, rubrik: 'Rubrik' }, { antal: 2, rubrik: 'Rubrik' }]);
  });
  it('med en markör från en annan lista, eller en påhittad, ger ett klart fel', async () => {
    const namnd = uuid();
    const { position } = await skriv(namnd);
    const { data } = await here.ask(HANDELSER, { namnd, minst: position }, token);
    for (const after of [data.handelser.edges[0].cursor, '', 'x', 'W10', Buffer.from('["lappen","000001"]').toString('base64url'), Buffer.from('["annan","1","x"]').toString('base64url')]) expect(await codeOf(LAPPAR, { namnd, after })).toBe('OGILTIG_MARKOR');
  });
  it('med fel antal per sida ger ett klart fel', async () => {
    for (const first of [0, -1, 201]) expect(await codeOf(LAPPAR, { namnd: uuid(), first })).toBe('OGILTIG_INDATA');
  });
});

describe('En lista där nästan allt är dolt för den som frågar', () => {
  const dolda = 700;
  const rows = Array.from({ length: dolda + 3 }, (_, i) => ({ id: `${i}`.padStart(4, '0'), sort: `${i}`.padStart(4, '0'), doc: { syns: i >= dolda } }));
  const list = (_: unknown, { first, after }: Listing) => rows.filter(({ sort }) => after === undefined || sort > after.sort).slice(0, first);
  const reader = new LogReader({} as Log, { list } as unknown as ReadModels, () => Promise.resolve(undefined));
  const lista = { name: 'lista' } as Projection<{ readonly syns: boolean }>;

  it('visar det som syns, hur mycket som än ligger före', async () => {
    const { rows: [forsta], more } = await reader.page(lista, null, { first: 1, only: ({ syns }) => syns });
    expect([forsta?.id, more]).toEqual(['0700', true]);
    const resten = await reader.page(lista, null, { first: 5, after: forsta!.cursor, only: ({ syns }) => syns });
    expect([resten.rows.map(({ id }) => id), resten.more]).toEqual([['0701', '0702'], false]);
  });
});

describe('Händelserna', () => {
  it('säger vad, vem, när, i vilken roll och varför, från början eller från slutet, sida för sida', async () => {
    const namnd = uuid();
    const one = await skriv(namnd);
    await andra(one.id, 'Ny');
    const { position } = (await here.ask(STANG, { k: uuid(), id: one.id }, token)).data.stangLapp;
    const all = (await here.ask(HANDELSER, { namnd, minst: position }, token)).data.handelser;
    const typer = ({ edges }: { edges: { node: { typ: string } }[] }) => edges.map(({ node }) => node.typ);
    expect(typer(all)).toEqual(['LappSkriven', 'LappAndrad', 'LappStangd', 'LappNoterad']);
    expect(all.edges[0].node).toMatchObject({ version: 1, roll: 'namndsekreterare', strom: `lapp-${one.id}`, kategori: 'lapp', orsak: null, position: one.position });
    expect(all.edges[3].node).toMatchObject({ by: 'system:notera-stangd', roll: 'system', vem: null });
    expect(all.edges[3].node.orsak).toMatch(/^[0-9a-f-]{36}$/);
    const back: string[] = [];
    for (let after: string | undefined, more = true; more; ) {
      const page = (await here.ask(HANDELSER, { namnd, first: 3, ordning: 'senast', after }, token)).data.handelser;
      back.push(...typer(page));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(back).toEqual(typer(all).reverse());
    const forth = (await here.ask(HANDELSER, { namnd, first: 2 }, token)).data.handelser;
    expect(typer((await here.ask(HANDELSER, { namnd, first: 2, after: forth.pageInfo.endCursor }, token)).data.handelser)).toEqual(['LappStangd', 'LappNoterad']);
    expect(typer((await here.ask(HANDELSER, { namnd, strom: `lapp-${one.id}`, first: 1, ordning: 'senast' }, token)).data.handelser)).toEqual(['LappNoterad']);
    expect(typer((await here.ask(HANDELSER, { namnd, vid: { position: one.position } }, token)).data.handelser)).toEqual(['LappSkriven']);
    expect(typer((await here.ask(HANDELSER, { namnd: uuid(), strom: `lapp-${one.id}` }, token)).data.handelser)).toEqual([]);
  });
  it('visar innehåll bara för den som får läsa det hemliga i nämnden, och varje värde efter sin klass', async () => {
    const namnd = uuid();
    const { position } = await skriv(namnd, { adress: 'Adress' });
    const falt = async (roll: 'revisor' | 'ledamot' | 'namndsekreterare') => (await here.ask(HANDELSER, { namnd, minst: position }, await here.token(roll))).data.handelser.edges[0].node.falt;
    expect(await falt('revisor')).toBeNull();
    expect(await falt('ledamot')).toContainEqual({ falt: 'hemligt', klass: 'sekretess', varde: 'Hemligt' });
    expect(await falt('ledamot')).toContainEqual({ falt: 'adress', klass: 'skyddad', varde: null });
    expect(await falt('namndsekreterare')).toContainEqual({ falt: 'adress', klass: 'skyddad', varde: 'Adress' });
  });
  it('om en sak som är hemligare än sina fält visas efter sakens klass', async () => {
    const namnd = uuid();
    const { position } = await skriv(namnd, { klass: 'skyddad' });
    const falt = async (roll: 'ledamot' | 'namndsekreterare') => (await here.ask(HANDELSER, { namnd, minst: position }, await here.token(roll))).data.handelser.edges[0].node.falt;
    expect(new Set((await falt('ledamot')).map(({ varde }: { varde: unknown }) => varde))).toEqual(new Set([null]));
    expect(await falt('namndsekreterare')).toContainEqual({ falt: 'rubrik', klass: 'skyddad', varde: 'Rubrik' });
  });
  it('visas inte för allmänheten, eller för den som har sin roll någon annanstans', async () => {
    const namnd = uuid();
    for (const as of [undefined, await here.token('namndsekreterare', { roller: { [uuid()]: ['namndsekreterare'] } })]) {
      const answer = await here.ask(HANDELSER, { namnd }, as);
      expect(answer.errors?.[0]?.message).toBe('Händelserna visas bara för den som har en roll i nämnden.');
      expect(answer.data).toBeNull();
    }
  });
  it('med fel i frågan säger vad, på svenska', async () => {
    expect((await here.ask(HANDELSER, { namnd: 'socialnämnden' }, token)).errors?.[0]?.message).toBe('namnd: ska vara ett UUID.');
    expect((await here.ask(HANDELSER, { namnd: uuid(), ordning: 'baklänges' }, token)).errors?.[0]?.message).toBe('ordning: ska vara aldst eller senast.');
  });
});
