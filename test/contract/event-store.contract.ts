import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Ambiguous, type Appended, type EventStore, type Ready, type Stored, StoreUnavailable, UUID, VersionConflict } from '@klubba/kernel';

/** Opens a store to try; `seed` decides the whims of one that has any. The log need not be empty, and need not be alone. */
export type OpenStore = (seed: number) => EventStore | Promise<EventStore>;

export const aStream = (): string => `provstrom-${randomUUID()}`;

/** Records that follow on a version, ready for the log. Like no JSON in particular: a store holds bytes. */
export const ready = (stream: string, expected: number, count = 1, text = 'åäö 🪑'): readonly Ready[] =>
  Array.from({ length: count }, (_, i) => {
    const id = randomUUID();
    const version = expected + i + 1;
    return { id, version, type: `Prov${version % 3}`, at: '2018-03-21T12:00:00.000Z', bytes: Buffer.from(JSON.stringify({ id, stream, text, version })) };
  });

const texts = (stored: readonly { readonly bytes: Uint8Array }[]): readonly string[] => stored.map(({ bytes }) => Buffer.from(bytes).toString('utf8'));
const positions = (stored: readonly Stored[]): readonly bigint[] => stored.map(({ position }) => position);

/** An append as the port says it is to be done: what has no answer is sent again, and a conflict with oneself is none. */
export const send = async (store: EventStore, stream: string, expected: number, records: readonly Ready[]): Promise<Appended> => {
  for (let attempt = 1, unsure = false; ; attempt++) {
    try {
      return await store.append(stream, expected, records);
    } catch (error) {
      if (error instanceof Ambiguous && attempt < 20) {
        unsure = true;
        continue;
      }
      if (!(error instanceof VersionConflict) || !unsure) throw error;
      const own = (await store.read(stream, expected)).slice(0, records.length);
      if (texts(own).join() !== texts(records).join()) throw error;
      return { version: expected + records.length, position: own.at(-1)!.position };
    }
  }
};

/** The whole log after a position, page by page. */
export const readFrom = async (store: EventStore, after: bigint, limit = 100): Promise<readonly Stored[]> => {
  const all: Stored[] = [];
  for (let from = after; ; from = all.at(-1)!.position) {
    const page = await store.readAll(from, limit);
    if (page.length === 0) return all;
    all.push(...page);
  }
};

const conflict = async (work: Promise<unknown>): Promise<Pick<VersionConflict, 'stream' | 'expected' | 'actual'>> => {
  const error = await work.then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(VersionConflict);
  return error as VersionConflict;
};

/** What a log means, for every adapter. Takes nothing for granted but the port: positions may have gaps, a nudge may be lost. */
export const eventStoreContract = (name: string, open: OpenStore): void => {
  describe(`Lagret ${name} håller vad porten lovar`, () => {
    let store: EventStore;
    let seed = 1;
    beforeEach(async () => {
      store = await open(seed++);
    });
    afterEach(() => store.close());

    it('har ett id för loggen och ett annat för kopian', () => {
      expect(store.logg).toMatch(UUID);
      expect(store.upplaga).toMatch(UUID);
      expect(store.upplaga).not.toBe(store.logg);
    });

    it('läser en ström ingen skrivit i som tom', async () => {
      expect(await store.read(aStream())).toEqual([]);
      expect(await store.read(aStream(), 7)).toEqual([]);
    });

    it('lämnar tillbaka precis de byte som lades in, i ordning, i strömmen och i loggen', async () => {
      const stream = aStream();
      const before = await store.tip();
      const first = ready(stream, 0, 3);
      const large = ready(stream, 3, 1, 'ö'.repeat(50_000));
      const odd = [{ ...ready(stream, 4)[0]!, bytes: Uint8Array.from([0, 255, 128, 10, 13, 0]) }];
      await send(store, stream, 0, first);
      await send(store, stream, 3, large);
      await send(store, stream, 4, odd);
      const wanted = texts([...first, ...large, ...odd]);
      expect(texts(await store.read(stream))).toEqual(wanted);
      expect([...(await store.read(stream, 4))[0]!.bytes]).toEqual([0, 255, 128, 10, 13, 0]);
      expect(texts(await readFrom(store, before))).toEqual(wanted);
    });

    it('svarar med strömmens version och platsen för den sista posten', async () => {
      const stream = aStream();
      const first = await send(store, stream, 0, ready(stream, 0, 2));
      const second = await send(store, stream, 2, ready(stream, 2, 3));
      expect([first.version, second.version]).toEqual([2, 5]);
      const stored = await store.read(stream);
      expect([stored[1]!.position, stored[4]!.position]).toEqual([first.position, second.position]);
      expect(await store.tip()).toBe(second.position);
      expect((await store.last())?.position).toBe(second.position);
      expect((await store.readAll(0n, 100)).at(-1)?.bytes).toEqual((await store.last())?.bytes);
    });

    it('läser en ström efter vilken version som helst', async () => {
      const stream = aStream();
      await send(store, stream, 0, ready(stream, 0, 4));
      await send(store, aStream(), 0, ready(aStream(), 0, 2));
      const all = await store.read(stream);
      for (let after = 0; after <= 6; after++) expect(await store.read(stream, after)).toEqual(all.slice(after));
    });

    it.each([[0, 1], [0, 3], [3, 2], [3, 4], [3, 0], [3, 1000]])('nekar när strömmen har %i poster och avsändaren väntar sig %i, och lagrar inget', async (length, expected) => {
      const stream = aStream();
      if (length > 0) await send(store, stream, 0, ready(stream, 0, length));
      const before = await store.read(stream);
      const tip = await store.tip();
      const { actual, expected: told, stream: which } = await conflict(send(store, stream, expected, ready(stream, expected, 2)));
      expect([which, told, actual]).toEqual([stream, expected, length]);
      expect(await store.read(stream)).toEqual(before);
      expect(await store.tip()).toBe(tip);
    });

    it.each([
      ['inga poster alls', 0, 0, 0], ['en negativ version', -1, 1, 0], ['en version som inte är ett tal', Number.NaN, 1, 0], ['en halv version', 0.5, 1, 0],
      ['poster som inte följer på versionen', 0, 2, 1],
    ])('tar inte emot %s: det är ett fel hos avsändaren', async (_what, expected, count, shift) => {
      const stream = aStream();
      const tip = await store.tip();
      await expect(store.append(stream, expected, ready(stream, expected + shift, count))).rejects.toThrow(RangeError);
      expect(await store.read(stream)).toEqual([]);
      expect(await store.tip()).toBe(tip);
    });

    it('lagrar samma poster en gång fast de skickas igen', async () => {
      const stream = aStream();
      const records = ready(stream, 0, 2);
      const first = await send(store, stream, 0, records);
      await send(store, stream, 2, ready(stream, 2));
      const again = await send(store, stream, 0, records).catch((error: unknown) => error);
      if (!(again instanceof VersionConflict)) expect(again).toEqual(first);
      expect(await store.read(stream)).toHaveLength(3);
    });

    it('låter en av många som skriver samma version vinna, och säger det till de andra', async () => {
      const stream = aStream();
      await send(store, stream, 0, ready(stream, 0));
      const contenders = Array.from({ length: 20 }, () => ready(stream, 1, 2));
      const outcomes = await Promise.allSettled(contenders.map((records) => send(store, stream, 1, records)));
      const winners = outcomes.flatMap(({ status }, i) => (status === 'fulfilled' ? [i] : []));
      expect(winners).toHaveLength(1);
      for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(VersionConflict);
      expect(texts(await store.read(stream, 1))).toEqual(texts(contenders[winners[0]!]!));
    });

    it('låter en krock inte skada dem som skriver samtidigt', async () => {
      const taken = aStream();
      await send(store, taken, 0, ready(taken, 0));
      const free = Array.from({ length: 30 }, aStream);
      const outcomes = await Promise.allSettled(free.flatMap((stream) => [send(store, stream, 0, ready(stream, 0, 2)), send(store, taken, 0, ready(taken, 0))]));
      expect(outcomes.map(({ status }) => status)).toEqual(free.flatMap(() => ['fulfilled', 'rejected']));
      for (const stream of free) expect(await store.read(stream)).toHaveLength(2);
      expect(await store.read(taken)).toHaveLength(1);
    });

    it('ordnar loggen så att platserna stiger strikt, och varje ström står i sin ordning', async () => {
      const before = await store.tip();
      const streams = Array.from({ length: 10 }, aStream);
      await Promise.all(streams.map(async (stream) => {
        for (let version = 0; version < 9; version += 3) await send(store, stream, version, ready(stream, version, 3));
      }));
      const log = await readFrom(store, before);
      const at = positions(log);
      expect(at.every((position, i) => i === 0 || position > at[i - 1]!)).toBe(true);
      expect(at[0]).toBeGreaterThan(before);
      expect(at.at(-1)).toBe(await store.tip());
      for (const stream of streams) expect(log.filter(({ bytes }) => Buffer.from(bytes).includes(stream))).toEqual(await store.read(stream));
      expect(log).toHaveLength(90);
    });

    it('ger samma logg i sidor av vilken storlek som helst och från vilken plats som helst', async () => {
      const before = await store.tip();
      const stream = aStream();
      for (let version = 0; version < 12; version += 4) await send(store, stream, version, ready(stream, version, 4));
      const log = await readFrom(store, before);
      expect(log).toHaveLength(12);
      for (const limit of [1, 2, 5, 12, 13]) expect(await readFrom(store, before, limit)).toEqual(log);
      for (const [i, { position }] of log.entries()) expect(await store.readAll(position, 3)).toEqual(log.slice(i + 1, i + 4));
    });

    it('ger loggen baklänges, från slutet eller före vilken plats som helst', async () => {
      const before = await store.tip();
      const stream = aStream();
      for (let version = 0; version < 12; version += 4) await send(store, stream, version, ready(stream, version, 4));
      const log = await readFrom(store, before);
      const back = [...log].reverse();
      expect((await store.readBack(undefined, 12))).toEqual(back);
      for (const limit of [1, 5, 12]) {
        const all: Stored[] = [];
        while (all.length < 12) all.push(...(await store.readBack(all.at(-1)?.position, limit)));
        expect(all.slice(0, 12)).toEqual(back);
      }
      for (const [i, { position }] of log.entries()) {
        // The log need not be empty before.
        expect((await store.readBack(position, 2)).filter((one) => one.position > before)).toEqual(back.slice(12 - i, 14 - i));
        expect((await store.readBack(position + 1n, 1))[0]).toEqual(log[i]);
      }
      expect(await store.readBack(log[11]!.position + 1_000_000n, 1)).toEqual([log[11]]);
      expect(await store.readBack(0n, 3)).toEqual([]);
    });

    it('hittar den sista posten från platsen just före den', async () => {
      const stream = aStream();
      await send(store, stream, 0, ready(stream, 0, 3));
      const tip = await store.tip();
      expect(positions(await store.readAll(tip - 1n, 1))).toEqual([tip]);
      expect(await store.readAll(tip, 10)).toEqual([]);
    });

    it('behåller posten som den var, vad avsändaren eller läsaren än gör med sina byte efteråt', async () => {
      const stream = aStream();
      const records = ready(stream, 0);
      const [wanted] = texts(records);
      await send(store, stream, 0, records);
      records[0]!.bytes.fill(0);
      (await store.read(stream))[0]!.bytes.fill(1);
      expect(texts(await store.read(stream))).toEqual([wanted]);
    });

    it('säger till, förr eller senare, att loggen har vuxit', async () => {
      let told = 0;
      const end = store.onMore(() => told++);
      // One nudge may be lost, all of them may not.
      for (let i = 0; i < 200 && told === 0; i++) {
        const stream = aStream();
        await send(store, stream, 0, ready(stream, 0));
        await pause(5);
      }
      end();
      expect(told).toBeGreaterThan(0);
    });

    it('säger inte till den som slutat lyssna', async () => {
      let told = 0;
      const end = store.onMore(() => told++);
      const other = store.onMore(() => undefined);
      end();
      end();
      const stream = aStream();
      await send(store, stream, 0, ready(stream, 0));
      await pause(30);
      other();
      expect(told).toBe(0);
    });

    it('låter den som lyssnar läsa och skriva', async () => {
      const stream = aStream();
      const answered = new Promise<Appended>((resolve, reject) => {
        let once = false;
        store.onMore(() => {
          if (once) return;
          once = true;
          store.read(stream).then((history) => send(store, stream, history.length, ready(stream, history.length))).then(resolve, reject);
        });
      });
      let over = false;
      void answered.finally(() => (over = true)).catch(() => undefined);
      for (let i = 0; i < 200 && !over; i++) {
        const other = aStream();
        await send(store, other, 0, ready(other, 0));
        await pause(2);
      }
      expect(over).toBe(true);
      expect((await answered).version).toBe(1);
    });

    it('svarar alla som väntar innan det stängs', async () => {
      const streams = Array.from({ length: 10 }, aStream);
      const waiting = streams.map((stream) => store.append(stream, 0, ready(stream, 0)).then(() => 'answered', (error: unknown) => (error instanceof Ambiguous ? 'answered' : error)));
      await store.close();
      expect(await Promise.all(waiting)).toEqual(streams.map(() => 'answered'));
    });

    it('säger att det är stängt', async () => {
      await store.close();
      await store.close();
      const stream = aStream();
      for (const work of [() => store.read(stream), () => store.readAll(0n, 1), () => store.tip(), () => send(store, stream, 0, ready(stream, 0))]) await expect(work()).rejects.toThrow(StoreUnavailable);
    });

    it('beter sig som en lista per ström, vad man än gör', async () => {
      const step = fc.record({ stream: fc.nat(3), expected: fc.oneof({ weight: 3, arbitrary: fc.constant('right' as const) }, { weight: 1, arbitrary: fc.nat(5) }), count: fc.integer({ min: 1, max: 4 }) });
      await fc.assert(fc.asyncProperty(fc.nat(), fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 12 }), async (whims, rounds) => {
        const tried = await open(whims);
        try {
          const streams = Array.from({ length: 4 }, aStream);
          const before = await tried.tip();
          const model = new Map(streams.map((stream) => [stream, [] as string[]]));
          for (const round of rounds) {
            // Each stream at most once a round, all at the same time.
            const unique = [...new Map(round.map((one) => [one.stream, one])).values()];
            await Promise.all(unique.map(async ({ stream: nr, expected: wish, count }) => {
              const stream = streams[nr]!;
              const history = model.get(stream)!;
              const expected = wish === 'right' ? history.length : wish;
              const records = ready(stream, expected, count);
              if (expected === history.length) {
                history.push(...texts(records));
                expect((await send(tried, stream, expected, records)).version).toBe(history.length);
              } else {
                expect((await conflict(send(tried, stream, expected, records))).actual).toBe(history.length);
              }
            }));
          }
          for (const [stream, history] of model) expect(texts(await tried.read(stream))).toEqual(history);
          expect([...texts(await readFrom(tried, before, 7))].sort()).toEqual([...model.values()].flat().sort());
        } finally {
          await tried.close();
        }
      }), { numRuns: 40 });
    });
  });
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
