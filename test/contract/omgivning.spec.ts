import fc from 'fast-check';
import { asOf, type EventOf, fact, field, Log, type Projection, Surroundings, Vocabulary } from '@klubba/kernel';
import { MemoryEventStore } from '../../infra/memory/memory-event-store';

const facts = { Raknat: fact('Rakna', { antal: field.integer('oppen') }) };
const summan: Projection<readonly number[], EventOf<typeof facts>> = {
  name: 'summa', revision: 1, category: 'rakning', on: { Raknat: (doc, { data: { antal } }) => [...(doc ?? []), antal] }, place: () => undefined,
};
const vault = { ready: () => undefined, seal: () => ({ $s: '', c: '' }), open: () => undefined, forget: () => undefined };
const signature = { namnd: null, by: 'a', roll: 'r', command: 'k', correlation: 'c', cause: null };

describe('Det som ett kommando ser omkring sig', () => {
  it('är alltid som strömmen i loggen är nu, också när någon annan skriver mellan två blickar', () =>
    fc.assert(fc.asyncProperty(fc.array(fc.record({ strom: fc.constantFrom('x', 'y'), antal: fc.integer({ min: 0, max: 9 }), ser: fc.boolean(), samtidigt: fc.boolean() }), { maxLength: 30 }), async (steps) => {
      const log = new Log(new MemoryEventStore(), vault, new Vocabulary(facts, {}));
      const around = new Surroundings(log);
      const versions = new Map<string, number>();
      for (const { strom, antal, ser, samtidigt } of steps) {
        const early = samtidigt ? around.read(summan, strom) : undefined;
        const version = versions.get(strom) ?? 0;
        await log.append(`rakning-${strom}`, version, [{ type: 'Raknat', data: { antal } }], signature);
        versions.set(strom, version + 1);
        await early;
        if (ser) expect(await around.read(summan, strom)).toEqual(await asOf(summan, log, strom));
      }
      for (const strom of ['x', 'y', 'ingen']) expect(await around.read(summan, strom)).toEqual(await asOf(summan, log, strom));
    })));

  it('glömmer det som länge inte setts, och ser det ändå', async () => {
    const log = new Log(new MemoryEventStore(), vault, new Vocabulary(facts, {}));
    const around = new Surroundings(log);
    for (let i = 0; i < 1200; i++) {
      await log.append(`rakning-${i}`, 0, [{ type: 'Raknat', data: { antal: i } }], signature);
      expect(await around.read(summan, `${i}`)).toEqual([i]);
    }
    expect(await around.read(summan, '0')).toEqual([0]);
  });
});
