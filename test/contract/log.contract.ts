import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import {
  Ambiguous, BadValue, canonicalText, type Event, type EventStore, field, fact, KeyDestroyed, Log, LogFault, type Recorded, StoreUnavailable, streamId, type Stored, VersionConflict, Vocabulary,
} from '@klubba/kernel';
import { CapriciousEventStore, type Whim } from './capricious-event-store';
import { aStream, type OpenStore, readFrom, ready, send } from './event-store.contract';
import { asker, Node, ta, tagen } from './kolapp';

const signature = (command: string = randomUUID()): Parameters<Log['append']>[3] => ({ namnd: null, by: 'system:prov', roll: 'provare', command, correlation: randomUUID(), cause: null });
const nrs = (recorded: readonly Recorded[]): readonly unknown[] => recorded.map(({ data }) => (data as { nr?: number }).nr);

/** What the house may believe of the log, whatever store it stands on. */
export const logContract = (name: string, open: OpenStore): void => {
  describe(`Loggen på lagret ${name}`, () => {
    let store: EventStore;
    let node: Node;
    let seed = 1000;
    beforeEach(async () => {
      store = await open(seed++);
      node = new Node(store);
    });
    afterEach(() => store.close());
    const strom = (): { id: string; stream: string } => {
      const id = randomUUID();
      return { id, stream: `kolapp-${id}` };
    };

    it('ger tillbaka fakta som de lades in, förseglade och påskrivna, var helst de läses', async () => {
      const { id, stream } = strom();
      const before = await store.tip();
      const signed = signature();
      const { version, position } = await node.log.append(stream, 0, [tagen(id, 1), tagen(id, 2)], signed);
      const read = await node.log.read(stream);
      expect(read).toHaveLength(2);
      expect(read[1]).toMatchObject({ ...signed, logg: store.logg, stream, version: 2, type: 'KolappTagen', schema: 1, position });
      expect([version, nrs(read)]).toEqual([2, [1, 2]]);
      expect((await node.log.readAll(before)).filter((one) => one.stream === stream)).toEqual(read);
      const token = (read[0]!.data as { av: Parameters<Node['vault']['open']>[0] }).av;
      expect(token).toMatchObject({ $s: `kolapp:${id}`, i: read[0]!.id, p: 'av' });
      expect(await node.vault.open(token)).toBe('Åsa Öst');
    });

    it('letar inte efter nyckeln till det som kommandot självt gör, men efter andras', async () => {
      const { stream } = strom();
      const signed = signature();
      const own = streamId('kolapp', signed.by, signed.command);
      const looked: string[] = [];
      const { get } = node.keys;
      node.keys.get = (kid) => (looked.push(kid), get.call(node.keys, kid));
      await node.log.append(stream, 0, [tagen(randomUUID(), 1)], signature());
      await node.log.append(stream, 1, [tagen(own, 2)], signed);
      expect(looked).toEqual([]);
      const anothers = randomUUID();
      await node.log.append(stream, 2, [tagen(anothers, 3)], signature());
      expect(looked).toEqual([`kolapp:${anothers}`]);
    });

    it('lagrar kanoniska byte, och inget förseglat i klartext', async () => {
      const { id, stream } = strom();
      await node.log.append(stream, 0, [tagen(id, 1, 'Kanariefågel')], signature());
      const text = Buffer.from((await store.read(stream))[0]!.bytes).toString('utf8');
      expect(canonicalText(JSON.parse(text))).toBe(text);
      expect(text).not.toContain('Kanarie');
    });

    it('varken tappar eller dubblar något, vad lagret än svarar', async () => {
      await fc.assert(fc.asyncProperty(fc.nat(), fc.array(fc.record({ lane: fc.nat(3), count: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 12 }), async (whims, appends) => {
        const tried = await open(whims);
        try {
          const { log } = new Node(tried);
          const before = await tried.tip();
          const lanes = Array.from({ length: 4 }, strom);
          const answers = (await Promise.all(lanes.map(async ({ id, stream }, lane) => {
            const told = [];
            let version = 0;
            for (const { count } of appends.filter((one) => one.lane === lane)) {
              const first = version + 1;
              const answer = await log.append(stream, version, Array.from({ length: count }, (_, i) => tagen(id, first + i)), signature());
              version += count;
              expect(answer.version).toBe(version);
              told.push({ stream, ...answer });
            }
            return told;
          }))).flat();
          await settled(tried);
          for (const { stream } of lanes) {
            const read = await log.read(stream);
            expect(nrs(read)).toEqual(read.map(({ version }) => version));
            for (const answer of answers.filter((one) => one.stream === stream)) expect(read[answer.version - 1]?.position).toBe(answer.position);
          }
          const whole = await readFrom(tried, before);
          expect(whole).toHaveLength(appends.reduce((sum, { count }) => sum + count, 0));
        } finally {
          await tried.close();
        }
      }), { numRuns: 15 });
    });

    it('läser det den nyss skrivit som den som läser allt ur lagret', async () => {
      await fc.assert(fc.asyncProperty(fc.nat(), fc.array(fc.record({ node: fc.nat(1), lane: fc.nat(2), count: fc.integer({ min: 1, max: 2 }) }), { minLength: 1, maxLength: 10 }), async (whims, appends) => {
        const tried = await open(whims);
        try {
          const before = await tried.tip();
          const nodes = [new Node(tried), new Node(tried)] as const;
          const lanes = Array.from({ length: 3 }, () => ({ ...strom(), version: 0 }));
          for (const { node: writer, lane, count } of appends) {
            const one = lanes[lane]!;
            const first = one.version + 1;
            ({ version: one.version } = await nodes[writer]!.log.append(one.stream, one.version, Array.from({ length: count }, (_, i) => tagen(one.id, first + i)), signature()));
          }
          await settled(tried);
          const fresh = new Node(tried).log;
          const places = [before, ...(await fresh.readAll(before, 100)).map(({ position }) => position)];
          for (const { log } of nodes) {
            for (const { stream, version } of lanes) for (let after = 0; after <= version; after++) expect(await log.read(stream, after)).toEqual(await fresh.read(stream, after));
            for (const place of places) for (const limit of [2, 100]) expect(await log.readAll(place, limit)).toEqual(await fresh.readAll(place, limit));
          }
        } finally {
          await tried.close();
        }
      }), { numRuns: 15 });
    });

    it('låter en av två noder vinna en version, och den andra får veta det', async () => {
      const other = node.another();
      for (let round = 0; round < 10; round++) {
        const { id, stream } = strom();
        const outcomes = await Promise.allSettled([node.log.append(stream, 0, [tagen(id, 1)], signature()), other.log.append(stream, 0, [tagen(id, 2)], signature())]);
        expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
        expect(outcomes.find((one) => one.status === 'rejected')!.reason).toBeInstanceOf(VersionConflict);
        await settled(store);
        expect(await node.log.read(stream)).toHaveLength(1);
      }
    });

    it('stämplar aldrig en tid före den senaste den sett, inte heller efter omstart eller på en annan nod', async () => {
      const { id, stream } = strom();
      const clocks = ['2018-03-21T12:00:00.000Z', '2018-03-21T11:00:00.000Z', '2018-03-21T12:00:00.001Z'];
      const wayward = new Node(store, node.keys, () => clocks.shift()!);
      for (let version = 0; version < 3; version++) await wayward.log.append(stream, version, [tagen(id, version + 1)], signature());
      const late = new Node(store, node.keys, () => '2001-01-01T00:00:00.000Z');
      await late.log.open();
      expect(late.log.now()).toBe('2018-03-21T12:00:00.001Z');
      await late.log.append(stream, 3, [tagen(id, 4)], signature());
      expect((await node.log.read(stream)).map(({ at }) => at)).toEqual(['2018-03-21T12:00:00.000Z', '2018-03-21T12:00:00.000Z', '2018-03-21T12:00:00.001Z', '2018-03-21T12:00:00.001Z']);
    });

    it.each([
      ['under en gallrad nyckel', KeyDestroyed, async (id: string) => (await node.keys.destroy(`kolapp:${id}`), [tagen(id, 1), tagen(id, 2)])],
      ['med ett trasigt tecken', BadValue, (id: string) => [tagen(id, 1), tagen(id, 2, 'x\ud800')]],
      ['utan ett fält', BadValue, (id: string) => [tagen(id, 1), { type: 'KolappTagen', data: { nr: 2 } }]],
      ['i klartext där det ska vara förseglat', BadValue, (id: string) => [tagen(id, 1), { type: 'KolappTagen', data: { nr: 2, av: 'Åsa' } }]],
      ['av en sort som inte finns i huset', LogFault, (id: string) => [tagen(id, 1), { type: 'Hittepa', data: {} }]],
    ] satisfies readonly (readonly [string, new (...args: never[]) => Error, (id: string) => readonly Event[] | Promise<readonly Event[]>])[])('lagrar inget av det som kom tillsammans med något %s', async (_what, error, make) => {
      const { id, stream } = strom();
      const events: readonly Event[] = await make(id);
      const tip = await store.tip();
      await expect(node.log.append(stream, 0, events, signature())).rejects.toThrow(error);
      expect(await store.tip()).toBe(tip);
    });

    it('läser inte förbi det den inte känner: en okänd sort, en nyare form, trasiga byte', async () => {
      const { id, stream } = strom();
      await node.log.append(stream, 0, [tagen(id, 1)], signature());
      const stranger = new Log(store, node.vault, new Vocabulary({ Annat: fact('Gor', { nr: field.integer('oppen') }) }, {}));
      await expect(stranger.read(stream)).rejects.toThrow(/typen KolappTagen som denna version av Klubba inte känner/);
      const raw = JSON.parse(Buffer.from((await store.read(stream))[0]!.bytes).toString('utf8')) as object;
      const broken = aStream();
      for (const [version, text] of [JSON.stringify({ ...raw, stream: broken, schema: 2 }), '{"v":1', 'null'].entries()) {
        await send(store, broken, version, ready(broken, version).map((record) => ({ ...record, bytes: Buffer.from(text) })));
      }
      await expect(node.log.read(broken)).rejects.toThrow(/har form 2; denna version av Klubba känner form 1/);
      await expect(node.log.read(broken, 1)).rejects.toThrow(/går inte att läsa/);
      await expect(node.log.read(broken, 2)).rejects.toThrow(LogFault);
    });

    it('säger till när en ström har ett hål, aldrig hoppar över', async () => {
      const { id, stream } = strom();
      await node.log.append(stream, 0, [tagen(id, 1), tagen(id, 2), tagen(id, 3)], signature());
      const whole = await store.read(stream);
      const holed = new Node(Object.create(store, { read: { value: async (): Promise<readonly Stored[]> => [whole[0]!, whole[2]!] } }) as EventStore, node.keys);
      await expect(holed.log.read(stream)).rejects.toThrow(/är inte hel: version 2 saknas/);
    });
  });
};

/** Waits out appends that a store may still have under way. */
export const settled = async (store: EventStore): Promise<void> => {
  if (store instanceof CapriciousEventStore) await store.settled();
};

/** The same, with the answers written out one by one. */
export const ambiguityContract = (): void => {
describe('Loggen när lagret inte säger hur det gick', () => {
  const scripted = (...script: readonly Whim[]): { store: CapriciousEventStore; node: Node; id: string; stream: string } => {
    const store = new CapriciousEventStore(7, script);
    const id = randomUUID();
    return { store, node: new Node(store), id, stream: `kolapp-${id}` };
  };
  const bytesSent = ({ sent }: CapriciousEventStore): readonly string[] => sent.map(({ expected, records }) => JSON.stringify([expected, records]));

  it.each<readonly [string, readonly Whim[]]>([
    ['inget lagrades', ['lost', 'lost', 'answers']], ['allt lagrades', ['stored', 'answers']], ['det lagrades medan vi väntade', ['stored later', 'answers']],
    ['det lagrades vid andra försöket', ['lost', 'stored', 'lost', 'answers']],
  ])('skickar den samma byte med samma väntade version igen, och det står där en gång: %s', async (_what, script) => {
    const { store, node, id, stream } = scripted(...script);
    const answer = await node.log.append(stream, 0, [tagen(id, 1), tagen(id, 2)], signature());
    expect(store.sent.length).toBeGreaterThan(1);
    expect(new Set(bytesSent(store)).size).toBe(1);
    await store.settled();
    const read = await node.log.read(stream);
    expect([answer.version, answer.position, nrs(read)]).toEqual([2, read[1]!.position, [1, 2]]);
  });

  it('är en krock en krock när det är någon annans poster som står där', async () => {
    const { store, node, id, stream } = scripted('lost');
    const other = node.another();
    const mine = node.log.append(stream, 0, [tagen(id, 1)], signature());
    const theirs = other.log.append(stream, 0, [tagen(id, 9)], signature());
    await expect(mine).rejects.toThrow(VersionConflict);
    await theirs;
    expect(nrs(await node.log.read(stream))).toEqual([9]);
    expect(store.sent).toHaveLength(3);
  });

  it('är egna poster egna också när andra skrivit efter dem', async () => {
    const { node, id, stream } = scripted('stored');
    const other = node.another();
    const mine = node.log.append(stream, 0, [tagen(id, 1), tagen(id, 2)], signature());
    while ((await node.log.read(stream)).length < 2) await new Promise(setImmediate);
    await other.log.append(stream, 2, [tagen(id, 3)], signature());
    const read = await node.log.read(stream);
    expect(await mine).toEqual({ version: 2, position: read[1]!.position });
    expect(nrs(read)).toEqual([1, 2, 3]);
  });

  it('ger den inte upp förrän lagrets tålamod är slut', async () => {
    const { store, node, id } = scripted(...Array.from({ length: 7 }, () => 'lost' as const));
    store.patienceMs = 30_000;
    expect(await node.ask(id, ta(2), asker(randomUUID()))).toMatchObject({ version: 2 });
    expect(store.sent).toHaveLength(8);
  });

  it.each<readonly [string, 'append' | 'read', readonly Whim[]]>([['skrivningen nekas', 'append', ['stored']], ['det inte går att läsa vad som står där', 'read', ['stored', 'answers']]])(
    'säger den att utfallet är okänt när ett svar uteblivit och %s sedan', async (_what, method, script) => {
      const { store, node, id, stream } = scripted(...script);
      let calls = 0;
      const down = Object.create(store, {
        append: { value: async (...args: Parameters<EventStore['append']>) => {
          if (calls++ > 0) throw method === 'append' ? new StoreUnavailable('Loggen är stängd.') : new VersionConflict(stream, 0, 1);
          return store.append(...args);
        } },
        ...(method === 'read' && { read: { value: async () => Promise.reject(new StoreUnavailable('Loggen är stängd.')) } }),
      }) as EventStore;
      const error: unknown = await new Node(down, node.keys).log.append(stream, 0, [tagen(id, 1)], signature()).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(StoreUnavailable);
      expect((error as Error).message).toMatch(/Utfallet är okänt/);
      expect(await node.log.read(stream)).toHaveLength(1);
    });

  it('ger den upp efter fem gånger, säger det på svenska, och samma kommando igen ger kvittot för det som ändå lagrades', async () => {
    const { store, node, id } = scripted('lost', 'lost', 'lost', 'lost', 'stored');
    const command = randomUUID();
    const error: unknown = await node.ask(id, ta(2), asker(command)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreUnavailable);
    expect((error as Error).message).toBe('Lagret svarar inte. Utfallet är okänt: skicka samma kommando igen med samma id.');
    expect((error as Error).cause).toBeInstanceOf(Ambiguous);
    const sent = store.sent.length;
    expect(await node.ask(id, ta(2), asker(command))).toMatchObject({ version: 2 });
    expect(store.sent).toHaveLength(sent);
    expect(await node.log.read(`kolapp-${id}`)).toHaveLength(2);
  });
});
};
