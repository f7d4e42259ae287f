import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { ANDRA, houseOfOne, SKRIV } from './house-of-one';
import { type Running, startHouse, uuid } from './harness';

let here: Running;
let token: string;
beforeAll(async () => {
  here = await startHouse({ composition: houseOfOne });
  token = await here.token('namndsekreterare');
});
afterAll(() => here.remove());

const ANDRINGAR = 'subscription($namnd: ID!) { andringar(namnd: $namnd) { position typ stromId kategori at } }';
type Told = { readonly data?: { readonly andringar: Readonly<Record<string, string>> } | null; readonly errors?: readonly { readonly message: string }[] };

/** Listens until `count` have come, or it ends. */
const listen = (query: string, variables: Record<string, unknown>, as: string | undefined, count: number): { readonly told: Promise<readonly Told[]>; readonly open: Promise<void> } => {
  const client = createClient({ url: `${here.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0, ...(as !== undefined && { connectionParams: { Authorization: `Bearer ${as}` } }) });
  const open = new Promise<void>((resolve) => client.on('connected', () => setTimeout(resolve, 150)));
  const told = (async () => {
    const got: Told[] = [];
    try {
      for await (const one of client.iterate({ query, variables })) if (got.push(one as unknown as Told) >= count) break;
    } catch (error) {
      if (!Array.isArray(error)) throw error;
      got.push({ errors: error as { message: string }[] });
    }
    await client.dispose();
    return got;
  })();
  return { told, open };
};
const skriv = async (namnd: string) => (await here.ask(SKRIV, { k: uuid(), d: { namnd, rubrik: 'Kanariegul', anteckning: 'a', namn: 'a', hemligt: 'a', antal: 1 } }, token)).data.skrivLapp;

describe('En prenumeration på ändringar', () => {
  it('säger vad som ändrats i nämnden, i den ordning det hände, och aldrig vad det blev', async () => {
    const namnd = uuid();
    const { told, open } = listen(ANDRINGAR, { namnd }, await here.token('revisor'), 2);
    await open;
    await skriv(uuid());
    const { id, position } = await skriv(namnd);
    await here.ask(ANDRA, { k: uuid(), id, d: { rubrik: 'Kanarieröd' } }, token);
    const got = await told;
    expect(got.map(({ data }) => data?.andringar)).toEqual([
      { position, typ: 'LappSkriven', stromId: id, kategori: 'lapp', at: expect.stringMatching(/Z$/) },
      expect.objectContaining({ typ: 'LappAndrad', stromId: id }),
    ]);
    expect(JSON.stringify(got)).not.toMatch(/Kanarie/);
    const { data } = await here.ask('query($id: ID!, $minst: Position) { lapp(id: $id, minst: $minst) { rubrik } }', { id, minst: got[1]!.data!.andringar['position'] }, token);
    expect(data.lapp.rubrik).toBe('Kanarieröd');
  });
  it('kräver en roll i nämnden', async () => {
    for (const as of [undefined, await here.token('namndsekreterare', { roller: { [uuid()]: ['namndsekreterare'] } })]) {
      const [first] = await listen(ANDRINGAR, { namnd: uuid() }, as, 1).told;
      expect(first?.errors?.[0]?.message).toBe('Ändringar visas bara för den som har en roll i nämnden.');
    }
  });
  it('med ett åtkomstbevis som inte godtas får anslutningen stängd med en mening om varför', async () => {
    const expired = await here.token('namndsekreterare', { ttlSeconds: -60 });
    await expect(listen(ANDRINGAR, { namnd: uuid() }, expired, 1).told).rejects.toMatchObject({ code: 4403, reason: 'Åtkomstbeviset har gått ut. Hämta ett nytt.' });
    await expect(listen(ANDRINGAR, { namnd: uuid() }, 'x', 1).told).rejects.toMatchObject({ code: 4403 });
  });
  it('är det enda som går där: frågor och kommandon skickas med POST', async () => {
    for (const query of ['{ __typename }', `mutation { stangLapp(kommandoId: "${uuid()}", id: "${uuid()}", data: {}) { __typename } }`]) {
      const [first] = await listen(query, {}, token, 1).told;
      expect(first?.errors?.[0]?.message).toMatch(/bara prenumerationer/);
    }
  });
  it('prövas som andra frågor', async () => {
    const [wrong] = await listen('subscription { finnsInte }', {}, token, 1).told;
    expect(wrong?.errors?.[0]?.message).toMatch(/finnsInte/);
    const [much] = await listen(`subscription { ${Array.from({ length: 300 }, (_, i) => `a${i}: __typename`).join(' ')} }`, {}, token, 1).told;
    expect(much?.errors?.[0]?.message).toMatch(/för många/);
  });
  it('som skickas med POST nekas', async () => {
    expect((await here.ask(ANDRINGAR, { namnd: uuid() }, token)).errors?.[0]?.message).toMatch(/not supported/);
  });
  it('på en annan väg än /graphql finns inte', async () => {
    const socket = new WebSocket(`${here.url.replace('http', 'ws')}/annat`, 'graphql-transport-ws');
    await expect(new Promise((_, reject) => socket.on('error', reject))).rejects.toThrow('404');
  });
  it('med ett för stort eller trasigt meddelande stängs', async () => {
    for (const message of ['x'.repeat(100_000), 'inte json', '{}']) {
      const socket = new WebSocket(`${here.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      await new Promise((resolve) => socket.on('open', resolve));
      const closed = new Promise<number>((resolve) => socket.on('close', resolve));
      socket.send(message);
      expect(await closed).toBeGreaterThanOrEqual(1009);
    }
    expect((await here.ask('{ __typename }')).status).toBe(200);
  });
});
