import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type AnyProjection, type AnyReaction, type EventStore, idOf, type Reaction, reactionId, type Wish } from '@klubba/kernel';
import { MemoryEventStore } from '../../infra/memory/memory-event-store';
import { SqliteReadModels } from '../../infra/sqlite/sqlite-read-models';
import type { Dispatch } from '../../infra/sqlite/sqlite-reactions';
import { geNummer, house, type House, type SakEvent, saken, sattNummer, serien } from './provhus';
import { scratch, stores } from './stores';

const folder = scratch();
let files = 0;
const newFile = (): string => join(folder, `las-${files++}.db`);

let store: EventStore;
let at: House;
const open: SqliteReadModels[] = [];
const begin = async (made: EventStore): Promise<void> => {
  store = made;
  at = await house(store);
};
const run = async (reactions: readonly AnyReaction[] | undefined, dispatch: Dispatch = at.dispatch, file = newFile()): Promise<SqliteReadModels> => {
  const models = await SqliteReadModels.open({ file, log: at.log, projections: [saken, serien], reactions: reactions ?? [geNummer, sattNummer], dispatch });
  open.push(models);
  return models;
};
afterEach(async () => {
  for (const models of open.splice(0)) await models.close();
  await store.close();
});
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
};
const count = async (type: string): Promise<number> => (await at.facts()).filter((fact) => fact.type === type).length;
const standing = (models: SqliteReadModels, name: string) => models.status().find((one) => one.name === name)!;

describe.each(Object.entries(stores()))('Reaktioner över lagret %s', (_kind, openStore) => {
  beforeEach(async () => begin(await openStore(files + 1)));

  it('ett faktum i en ström leder till ett kommando i en annan, och det till nästa', async () => {
    const models = await run(undefined);
    const opened = await Promise.all(Array.from({ length: 12 }, () => at.open()));
    await models.caughtUp(await store.tip());
    const facts = await at.facts();
    for (const { id } of opened) {
      const [first, numbered] = facts.filter(({ stream }) => idOf(stream) === id);
      const given = facts.find(({ type, data }) => type === 'NummerGivet' && (data as { mal: string }).mal === id)!;
      expect(given).toMatchObject({ by: 'system:ge-nummer', command: reactionId('ge-nummer', first!.id), cause: first!.id, correlation: first!.correlation });
      expect(numbered).toMatchObject({ type: 'SakNumrerad', by: 'system:satt-nummer', command: reactionId('satt-nummer', given.id), cause: given.id, correlation: first!.correlation });
      expect(numbered!.data).toEqual({ nr: (given.data as { nr: number }).nr });
    }
  });

  it('körs de om från början händer ingenting', async () => {
    const first = await run(undefined);
    for (let i = 0; i < 6; i++) await at.open();
    await first.caughtUp(await store.tip());
    await first.close();
    const before = await at.facts();
    // A new file knows of no reaction that has been run.
    const again = await run(undefined);
    await again.caughtUp(await store.tip());
    expect(await at.facts()).toEqual(before);
  });

  it('en önskan som får hinder besvaras med nästa önskan, en gång', async () => {
    const { id } = await at.open();
    await at.ask('sak', id, { type: 'StangSak', data: {} });
    const [one, other] = [await run(undefined), await run(undefined)];
    await Promise.all([one.caughtUp(await store.tip()), other.caughtUp(await store.tip())]);
    await one.caughtUp(await store.tip());
    expect(one.get(serien, at.serie)?.nummer).toEqual([{ nr: 1, mal: id, utgatt: true }]);
    expect(await count('NummerUtgick')).toBe(1);
    expect(await count('SakNumrerad')).toBe(0);
    const given = (await at.facts()).find(({ type }) => type === 'NummerGivet')!;
    expect((await at.facts()).find(({ type }) => type === 'NummerUtgick')).toMatchObject({ command: reactionId('satt-nummer:hinder', given.id), cause: given.id });
  });
});

describe('Reaktionernas gång', () => {
  beforeEach(() => begin(new MemoryEventStore({ step: () => 2n })));

  it('den som faller står still, säger det och tar om samma faktum; de andra går vidare', async () => {
    let broken = true;
    const fragile: Reaction<SakEvent> = {
      name: 'skor',
      on: { SakAndrad: ({ stream }) => {
        if (broken) throw new Error('trasig');
        return { category: 'sak', id: idOf(stream), command: { type: 'StangSak', data: {} } };
      } },
    };
    const models = await run([fragile, geNummer, sattNummer]);
    const { id, position } = await at.open();
    const { position: fatal } = await at.ask('sak', id, { type: 'AndraSak', data: { rubrik: 'b' } });
    const other = await at.open();
    await models.caughtUp(await store.tip());
    await until(() => standing(models, 'skor').fault !== undefined);
    expect(standing(models, 'skor').fault).toBe(`Reaktionen skor står still vid SakAndrad (position ${fatal}): trasig`);
    expect(standing(models, 'skor').position).toBeLessThan(fatal);
    expect(standing(models, 'skor').position).toBeGreaterThanOrEqual(position);
    await models.caughtUp(other.position);
    expect(models.get(saken, other.id)?.nr).toBe(2);
    broken = false;
    await until(() => standing(models, 'skor').fault === undefined);
    await models.caughtUp(await store.tip());
    expect(models.get(saken, id)?.stangd).toBe(true);
  });

  it('när skrivvägen faller blir inget borta, och inget går om i målets ström', async () => {
    const order: string[] = [];
    let failures = 3;
    const dispatch: Dispatch = async (wish, signed) => {
      if (wish.command.type === 'GeNummer' && failures > 0 && order.length === 2) {
        failures--;
        throw new Error('lagret svarar inte');
      }
      const answer = await at.dispatch(wish, signed);
      if (wish.command.type === 'GeNummer') order.push((wish.command.data as { mal: string }).mal);
      return answer;
    };
    const ids: string[] = [];
    for (let i = 0; i < 6; i++) ids.push((await at.open()).id);
    const models = await run(undefined, dispatch);
    await until(() => standing(models, 'ge-nummer').fault !== undefined);
    expect(standing(models, 'ge-nummer').fault).toMatch(/lagret svarar inte/);
    await until(() => standing(models, 'ge-nummer').fault === undefined && order.length >= 6);
    await models.caughtUp(await store.tip());
    expect(failures).toBe(0);
    expect(order).toEqual(ids);
    expect(models.get(serien, at.serie)?.nummer.map(({ mal }) => mal)).toEqual(ids);
  });

  it('önskningar till olika strömmar går samtidigt, till samma ström i tur och ordning', async () => {
    const underWay = new Map<string, number>();
    let most = 0;
    const each: Reaction<SakEvent> = {
      name: 'alla',
      on: { SakOppnad: ({ stream, data }): readonly Wish[] => [
        { category: 'sak', id: idOf(stream), command: { type: 'AndraSak', data: { rubrik: 'av reaktionen' } } },
        { category: 'serie', id: data.serie, command: { type: 'GeNummer', data: { mal: idOf(stream) } } },
      ] },
    };
    const dispatch: Dispatch = async (wish, signed) => {
      underWay.set(wish.id, (underWay.get(wish.id) ?? 0) + 1);
      expect(underWay.get(wish.id)).toBe(1);
      most = Math.max(most, [...underWay.values()].reduce((a, b) => a + b));
      await new Promise((resolve) => setTimeout(resolve, 2));
      const answer = await at.dispatch(wish, signed);
      underWay.set(wish.id, 0);
      return answer;
    };
    for (let i = 0; i < 20; i++) await at.open();
    const models = await run([each], dispatch);
    await models.caughtUp(await store.tip());
    expect(await count('SakAndrad')).toBe(20);
    expect(await count('NummerGivet')).toBe(20);
    expect(most).toBeGreaterThan(10);
  });

  it('minns efter en omstart hur långt den kom, och frågar inte om det den redan bett om', async () => {
    const asked: string[] = [];
    const dispatch: Dispatch = (wish, signed) => {
      asked.push(signed.command);
      return at.dispatch(wish, signed);
    };
    const file = newFile();
    const models = await run(undefined, dispatch, file);
    for (let i = 0; i < 5; i++) await at.open();
    await models.caughtUp(await store.tip());
    await models.close();
    expect(new Set(asked).size).toBe(asked.length);
    asked.length = 0;
    const again = await run(undefined, dispatch, file);
    await again.caughtUp(await store.tip());
    expect(asked).toEqual([]);
    await again.caughtUp((await at.open()).position);
    expect(asked).toHaveLength(2);
  });

  it('kastas filen frågas inte om det som redan verkat: ett hinder som var ett hinder förblir det', async () => {
    const first = await run(undefined);
    const { id } = await at.open();
    await first.caughtUp(await store.tip());
    for (let i = 0; i < 1000; i++) await at.open();
    await first.caughtUp(await store.tip());
    await first.close();
    const asked: string[] = [];
    const again = await run(undefined, (wish, signed) => {
      asked.push(wish.id);
      return at.dispatch(wish, signed);
    });
    await again.caughtUp(await store.tip());
    expect(asked).not.toContain(id);
    // What the last page wished for may be asked again: it happened once all the same.
    expect(asked.length).toBeLessThan(1200);
    expect(await count('SakNumrerad')).toBe(1001);
  });

  it('dör processen mellan kommandot och checkpointen blir det ändå en gång', async () => {
    const file = newFile();
    const models = await run(undefined, at.dispatch, file);
    for (let i = 0; i < 5; i++) await at.open();
    await models.caughtUp(await store.tip());
    await models.close();
    const before = await at.facts();
    const beside = new Database(file);
    beside.exec('UPDATE reaktion SET position = position - 8');
    beside.close();
    const again = await run(undefined, at.dispatch, file);
    await again.caughtUp(await store.tip());
    expect(await at.facts()).toEqual(before);
  });

  it('väntar man på det egna faktumet kommer hela kedjan med, också under annat arbete', async () => {
    const models = await run(undefined);
    let over = false;
    const noise = (async () => {
      while (!over) {
        await at.open();
        await new Promise(setImmediate);
      }
    })();
    for (let i = 0; i < 20; i++) {
      const { id, position } = await at.open();
      await models.caughtUp(position);
      expect(models.get(saken, id)?.nr).toBeDefined();
    }
    over = true;
    await noise;
  });

  describe('som angår det som har ett dokument', () => {
    const strykNummer: Reaction<SakEvent> = {
      name: 'stryk-nummer', concerns: serien,
      on: { SakAndrad: ({ stream }) => ({ category: 'serie', id: idOf(stream), command: { type: 'LatNummerUtga', data: { mal: idOf(stream) } } }) },
    };
    let asked: string[];
    const follow = (file = newFile(), projections: readonly AnyProjection[] = [saken, serien]): Promise<SqliteReadModels> => {
      asked = [];
      const opening = SqliteReadModels.open({ file, log: at.log, projections, reactions: [strykNummer], dispatch: (wish) => {
        asked.push(wish.id);
        return Promise.resolve({ stream: '', version: 0, position: 0n });
      } });
      return opening.then((models) => (open.push(models), models));
    };
    /** The reactions of the file have come to the log's end. */
    const reached = async (file: string): Promise<void> => {
      const beside = new Database(file);
      beside.prepare('UPDATE reaktion SET position = ?').run(await store.tip());
      beside.close();
    };
    const change = (id: string) => at.ask('sak', id, { type: 'AndraSak', data: { rubrik: 'b' } });
    const give = (id: string) => at.ask('serie', id, { type: 'GeNummer', data: { mal: id } });

    it('skickas för det, också i samma stund som det kommer till, och inte för annat', async () => {
      const models = await follow();
      const [with_, without] = [await at.open(), await at.open()];
      await change(with_.id);
      await change(without.id);
      await models.caughtUp(await store.tip());
      expect(asked).toEqual([]);
      await Promise.all([give(with_.id), change(with_.id), change(without.id), change(with_.id)]);
      await models.caughtUp(await store.tip());
      const facts = await at.facts();
      const given = facts.findIndex(({ type }) => type === 'NummerGivet');
      expect(asked).toEqual(facts.slice(given).filter(({ type, stream }) => type === 'SakAndrad' && idOf(stream) === with_.id).map(() => with_.id));
    });

    it('skickas efter en omstart, vare sig dokumentet är gammalt eller läsmodellen har kommit kortare än reaktionen', async () => {
      const file = newFile();
      const first = await follow(file);
      const [old, late, without] = [await at.open(), await at.open(), await at.open()];
      const { position } = await give(old.id);
      await first.caughtUp(position);
      await first.close();
      await give(late.id);
      await reached(file);
      // It stands still before the number, and so knows nothing of it.
      const broken: AnyProjection = { ...serien, on: { ...serien.on, NummerGivet: () => {
        throw new Error('trasig');
      } } };
      for (const { id } of [old, late, without]) await change(id);
      const again = await follow(file, [saken, broken]);
      const tip = await store.tip();
      await until(() => standing(again, 'stryk-nummer').position === tip);
      expect(asked).toEqual([old.id, late.id, without.id]);
      await again.close();
      const { position: end } = await change(old.id);
      await change(late.id);
      await change(without.id);
      const whole = await follow(file);
      await whole.caughtUp(end);
      await whole.caughtUp(await store.tip());
      expect(asked).toEqual(expect.arrayContaining([old.id, late.id]));
    });

    it('skickas medan läsmodellen räknas om, hellre än att utebli', async () => {
      const file = newFile();
      // As it was folded then, nobody had a document.
      const first = await follow(file, [saken, { ...serien, on: { NummerGivet: () => undefined, NummerUtgick: () => undefined } }]);
      const { id } = await at.open();
      await give(id);
      await first.caughtUp(await store.tip());
      await first.close();
      await reached(file);
      const { position } = await change(id);
      const anew = await follow(file, [saken, { ...serien, revision: 2 }]);
      await anew.caughtUp(position);
      expect(asked).toEqual([id]);
    });

    it('skickas hur många andra som än har fått dokument sedan dess', async () => {
      const models = await follow();
      const { id } = await at.open();
      await give(id);
      for (let i = 0; i < 6000; i += 500) await Promise.all(Array.from({ length: 500 }, () => give(randomUUID())));
      await change(id);
      await models.caughtUp(await store.tip());
      expect(asked).toEqual([id]);
    });
  });

  it('utan mottagare står en reaktion still och säger det', async () => {
    const models = await SqliteReadModels.open({ file: newFile(), log: at.log, projections: [saken], reactions: [geNummer] });
    open.push(models);
    await at.ask('sak', randomUUID(), { type: 'OppnaSak', data: { serie: at.serie, rubrik: 'a' } });
    await until(() => standing(models, 'ge-nummer').fault !== undefined);
    expect(standing(models, 'ge-nummer').fault).toMatch(/tar emot deras önskningar/);
  });
});
