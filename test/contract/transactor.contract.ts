import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { type EventStore, isRefusal, type Receipt, type Refusal, StoreUnavailable, streamId, UUID, VersionConflict } from '@klubba/kernel';
import type { OpenStore } from './event-store.contract';
import { asker, type KolappCommand, kolapp, Node, oppna, stang, ta } from './kolapp';
import { settled } from './log.contract';

const code = (outcome: Receipt | Refusal): string | undefined => (isRefusal(outcome) ? outcome.hinder[0].kod : undefined);

/** A client that does not give up: what the store could not say, or what others were quicker with, is asked again with the same id. */
const insist = async (node: Node, id: string, command: KolappCommand, commandId: string): Promise<Receipt | Refusal> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await node.ask(id, command, asker(commandId));
    } catch (error) {
      if (attempt === 50 || !(error instanceof VersionConflict || error instanceof StoreUnavailable)) throw error;
    }
  }
};

/** What holds for commands, on one node and on several, whatever store they stand on. */
export const transactorContract = (name: string, open: OpenStore): void => {
  describe(`Kommandon på lagret ${name}`, () => {
    let store: EventStore;
    let node: Node;
    let id: string;
    let seed = 2000;
    beforeEach(async () => {
      store = await open(seed++);
      node = new Node(store);
      id = randomUUID();
    });
    afterEach(() => store.close());
    const history = async (): Promise<readonly string[]> => (await node.another().log.read(`kolapp-${id}`)).map(({ type, data }) => `${type} ${(data as { nr?: number }).nr ?? ''}`.trim());

    it('ger kvitto med strömmens version och loggens plats', async () => {
      const receipt = await node.ask(id, ta(2));
      expect(receipt).toEqual({ stream: `kolapp-${id}`, version: 2, position: (await node.log.read(`kolapp-${id}`))[1]!.position });
    });

    it('ger samma kommando det första kvittot, nu, efter en omstart och på en annan nod', async () => {
      const command = randomUUID();
      const first = await node.ask(id, ta(2), asker(command));
      await node.ask(id, ta());
      for (const again of [node, node.another(), node.another()]) expect(await again.ask(id, ta(2), asker(command))).toEqual(first);
      expect(await history()).toEqual(['KolappTagen 1', 'KolappTagen 2', 'KolappTagen 3']);
    });

    it('ger den som gjorde strömmen kvittot igen, på en nod som inte sett den, också när uppgifterna har gallrats eller loggen flyttats', async () => {
      const command = randomUUID();
      id = streamId('kolapp', 'system:prov', command);
      const looked: string[] = [];
      const { read } = store;
      store.read = (stream, after) => (looked.push(stream), read.call(store, stream, after));
      const first = await node.ask(id, ta(2), asker(command));
      // Nobody can have written there before.
      expect(looked).toEqual([]);
      expect(await node.another().ask(id, ta(2), asker(command))).toEqual(first);
      expect(code(await node.another().ask(id, ta(2), asker(command, { finns: true })))).toBeUndefined();
      await node.keys.destroy(`kolapp:${id}`);
      expect(await node.another().ask(id, ta(2), asker(command))).toEqual(first);
      const moved = await open(seed++);
      try {
        const there = new Node(moved);
        const own = await there.ask(id, ta(), asker(command));
        await there.log.goOnIn(randomUUID(), 'system:prov');
        const after = there.another();
        await after.log.open();
        expect(await after.ask(id, ta(), asker(command))).toEqual(own);
        await expect(after.ask(streamId('kolapp', 'system:prov', 'annat'), ta(), asker('annat'))).rejects.toThrow(/flyttad till en annan kopia/);
      } finally {
        await moved.close();
      }
    });

    it('dömer efter kommandots id, inte efter innehållet: lika önskningar med olika id är två', async () => {
      const command = randomUUID();
      const first = await node.ask(id, ta(), asker(command));
      expect(await node.ask(id, ta(7), asker(command))).toEqual(first);
      await node.ask(id, ta());
      expect(await history()).toEqual(['KolappTagen 1', 'KolappTagen 2']);
    });

    it('nekar samma id till ett annat kommando, också efter en omstart', async () => {
      const command = randomUUID();
      await node.ask(id, ta(), asker(command));
      expect(code(await node.ask(id, stang, asker(command)))).toBe('KOMMANDO_ID_UPPTAGET');
      expect(code(await node.another().ask(id, stang, asker(command)))).toBe('KOMMANDO_ID_UPPTAGET');
      expect(await history()).toEqual(['KolappTagen 1']);
    });

    it('nekar den som såg en annan version, och släpper fram den som såg rätt, också när en annan nod skrivit sedan dess', async () => {
      await node.ask(id, ta(2));
      expect(code(await node.ask(id, ta(), asker(randomUUID(), { sedd: 1 })))).toBe('HAR_ANDRATS');
      await node.another().ask(id, ta());
      expect(code(await node.ask(id, ta(), asker(randomUUID(), { sedd: 2 })))).toBe('HAR_ANDRATS');
      expect(await node.ask(id, ta(), asker(randomUUID(), { sedd: 3 }))).toMatchObject({ version: 4 });
      expect(await node.another().ask(id, ta(), asker(randomUUID(), { sedd: 4 }))).toMatchObject({ version: 5 });
    });

    it('ger den som upprepar sitt kommando kvittot fast versionen den såg är gammal', async () => {
      const who = asker(randomUUID(), { sedd: 0 });
      const first = await node.ask(id, ta(), who);
      await node.ask(id, ta());
      expect(await node.ask(id, ta(), who)).toEqual(first);
    });

    it('minns inte ett hinder: samma kommando igen bedöms på nytt', async () => {
      const command = randomUUID();
      await node.ask(id, stang);
      expect(code(await node.ask(id, ta(), asker(command)))).toBe('LUCKAN_AR_STANGD');
      await node.ask(id, oppna);
      expect(await node.ask(id, ta(), asker(command))).toMatchObject({ version: 3 });
    });

    it('bedömer ett hinder efter hur det står i loggen, inte efter vad noden minns', async () => {
      await node.ask(id, stang);
      await node.another().ask(id, oppna);
      expect(await node.ask(id, ta())).toMatchObject({ version: 3 });
    });

    it('säger inte att något redan är gjort när en annan nod har gjort det ogjort', async () => {
      await node.ask(id, stang);
      await node.another().ask(id, oppna);
      expect(await node.ask(id, stang)).toMatchObject({ version: 3 });
      expect(await history()).toEqual(['LuckanStangd', 'LuckanOppnad', 'LuckanStangd']);
    });

    it('svarar med var strömmen står när det inte finns något att göra', async () => {
      const closed = await node.ask(id, stang);
      expect(await node.ask(id, stang)).toEqual(closed);
      expect(await history()).toEqual(['LuckanStangd']);
      const nobody = randomUUID();
      expect(await node.ask(nobody, oppna)).toEqual({ stream: `kolapp-${nobody}`, version: 0, position: 0n });
    });

    it('nekar när uppgifterna är gallrade, och när värdet inte går att lagra', async () => {
      expect(code(await node.ask(id, { type: 'TaKolapp', data: { av: 'x\u0007', antal: 1 } }))).toBe('OGILTIGT_VARDE');
      await node.keys.destroy(`kolapp:${id}`);
      expect(code(await node.another().ask(id, ta()))).toBe('GALLRAT');
      expect(await history()).toEqual([]);
    });

    it('nekar den som inte får, innan något annat sägs', async () => {
      const refusal: Refusal = { hinder: [{ kod: 'INTE_BEHORIG', allvar: 'STOPP', text: 'Rollen får inte.' }] };
      const command = randomUUID();
      await node.ask(id, ta(), asker(command));
      expect(await node.ask(id, stang, asker(command, { roll: () => refusal, sedd: 99 }))).toEqual(refusal);
    });

    it('numrerar utan luckor och gör varje kommando en gång, hur det än skickas, upprepas och på vilken nod', async () => {
      const order = fc.record({ node: fc.nat(2), command: fc.nat(7), antal: fc.integer({ min: 1, max: 3 }) });
      await fc.assert(fc.asyncProperty(fc.nat(), fc.array(order, { minLength: 1, maxLength: 16 }), fc.boolean(), async (whims, orders, restart) => {
        const tried = await open(whims);
        try {
          const first = new Node(tried);
          const nodes = [first, first.another(), first.another()];
          const counter = randomUUID();
          // The first size given for a command is the command's; a repetition is the same command.
          const size = new Map<number, number>();
          for (const { command, antal } of orders) if (!size.has(command)) size.set(command, antal);
          const ids = new Map([...size.keys()].map((command) => [command, randomUUID()]));
          const receipts = await Promise.all(orders.map(async ({ node: nr, command }, i) => {
            const at = restart && i % 3 === 0 ? first.another() : nodes[nr]!;
            return [command, await insist(at, counter, ta(size.get(command)!), ids.get(command)!)] as const;
          }));
          await settled(tried);
          const read = await first.another().log.read(`kolapp-${counter}`);
          const total = [...size.values()].reduce((sum, antal) => sum + antal, 0);
          expect(read.map(({ data }) => (data as { nr: number }).nr)).toEqual(Array.from({ length: total }, (_, i) => i + 1));
          for (const [command, receipt] of receipts) {
            const own = read.filter((event) => event.command === ids.get(command));
            expect(own).toHaveLength(size.get(command)!);
            expect(receipt).toEqual({ stream: `kolapp-${counter}`, version: own.at(-1)!.version, position: own.at(-1)!.position });
          }
        } finally {
          await tried.close();
        }
      }), { numRuns: 20 });
    });

    it('låter samma kommando på två noder samtidigt hända en gång, med samma kvitto', async () => {
      await fc.assert(fc.asyncProperty(fc.nat(), async (whims) => {
        const tried = await open(whims);
        try {
          const one = new Node(tried);
          const two = one.another();
          const counter = randomUUID();
          const command = randomUUID();
          const [a, b] = await Promise.all([insist(one, counter, ta(2), command), insist(two, counter, ta(2), command)]);
          expect(a).toEqual(b);
          await settled(tried);
          expect(await one.log.read(`kolapp-${counter}`)).toHaveLength(2);
        } finally {
          await tried.close();
        }
      }), { numRuns: 15 });
    });

    it('ger samma tillstånd ur minnet som ur loggen', async () => {
      await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(ta(), ta(3), stang, oppna), { maxLength: 15 }), async (commands) => {
        const counter = randomUUID();
        const fresh = (): Node => node.another();
        for (const command of commands) {
          const remembered = await insist(node, counter, command, randomUUID());
          const state = (await fresh().log.read(`kolapp-${counter}`)).reduce((sofar, event) => kolapp.evolve(sofar, event as never), kolapp.initialState);
          const kept = (node.transactor as unknown as { readonly folded: ReadonlyMap<string, { readonly state: unknown }> }).folded.get(`kolapp-${counter}`)?.state ?? kolapp.initialState;
          expect(kept).toEqual(state);
          if (isRefusal(remembered)) expect(state.stangd).toBe(true);
        }
      }), { numRuns: 10 });
    });

    it('sätter ett id på varje fakta, eget för vart och ett', async () => {
      await node.ask(id, ta(3));
      const ids = (await node.log.read(`kolapp-${id}`)).map((event) => event.id);
      expect(new Set(ids).size).toBe(3);
      for (const one of ids) expect(one).toMatch(UUID);
    });
  });
};
