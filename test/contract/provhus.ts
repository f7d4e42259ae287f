import { randomBytes, randomUUID } from 'node:crypto';
import {
  type Command, type Decider, type Event, type EventOf, type EventStore, fact, type Facts, field, idOf, type KeyStore, Log, type Projection, type Reaction, type Receipt, type Recorded, type Refusal,
  refuse, seal, type Sealed, StoreUnavailable, Transactor, unknownCase, Vocabulary,
} from '@klubba/kernel';
import { Forsegling } from '../../infra/forsegling/forsegling';
import { masterKeysOf } from '../../infra/forsegling/master';
import { MemoryKeyStore } from '../../infra/memory/memory-key-store';
import type { Dispatch } from '../../infra/sqlite/sqlite-reactions';

/**
 * A house of two nouns, as small as one can be that has it all: a `sak` is opened, gets its number from a `serie` by one
 * reaction and has it set by another, and a sak that was closed meanwhile makes the number void.
 */
const sakFacts = {
  SakOppnad: fact('OppnaSak', { serie: field.id(), rubrik: field.sealed('oppen') }),
  SakAndrad: fact('AndraSak', { rubrik: field.sealed('oppen') }),
  SakNumrerad: fact('NumreraSak', { nr: field.integer('oppen') }),
  SakStangd: fact('StangSak', {}),
} satisfies Facts;
const serieFacts = {
  NummerGivet: fact('GeNummer', { nr: field.integer('oppen'), mal: field.id() }),
  NummerUtgick: fact('LatNummerUtga', { mal: field.id() }),
} satisfies Facts;
export type SakEvent = EventOf<typeof sakFacts>;
export type SerieEvent = EventOf<typeof serieFacts>;
type SakCommand = Command<'OppnaSak', { serie: string; rubrik: string }> | Command<'AndraSak', { rubrik: string }> | Command<'NumreraSak', { nr: number }> | Command<'StangSak', object>;
type SerieCommand = Command<'GeNummer', { mal: string }> | Command<'LatNummerUtga', { mal: string }>;

export const namnd = '7d0e5f0a-4e7b-4a32-8f3b-2b1c0d9e8f70';
const sakDecider: Decider<SakCommand, { finns: boolean; stangd: boolean }, SakEvent> = {
  category: 'sak',
  facts: sakFacts,
  initialState: { finns: false, stangd: false },
  namnd: () => namnd,
  decide({ type, data }, state, { id }) {
    if (state.stangd) return refuse('SAKEN_AR_STANGD', 'Saken är stängd.');
    switch (type) {
      case 'OppnaSak': return state.finns ? [] : [{ type: 'SakOppnad', data: { serie: data.serie, rubrik: seal(`sak:${id}`, data.rubrik) } }];
      case 'AndraSak': return [{ type: 'SakAndrad', data: { rubrik: seal(`sak:${id}`, data.rubrik) } }];
      case 'NumreraSak': return [{ type: 'SakNumrerad', data }];
      case 'StangSak': return [{ type: 'SakStangd', data: {} }];
      default: return unknownCase(type);
    }
  },
  evolve: (state, { type }) => ({ finns: true, stangd: state.stangd || type === 'SakStangd' }),
};
const serieDecider: Decider<SerieCommand, readonly string[], SerieEvent> = {
  category: 'serie',
  facts: serieFacts,
  initialState: [],
  namnd: () => namnd,
  decide({ type, data: { mal } }, given) {
    if (type === 'LatNummerUtga') return [{ type: 'NummerUtgick', data: { mal } }];
    return given.includes(mal) ? [] : [{ type: 'NummerGivet', data: { nr: given.length + 1, mal } }];
  },
  evolve: (given, event) => (event.type === 'NummerGivet' ? [...given, event.data.mal] : given),
};

export type Sak = { readonly id: string; readonly rubrik: Sealed; readonly nr?: number; readonly stangd: boolean; readonly antal: number };
const more = (sak: Sak | undefined, news: Partial<Sak>): Sak | undefined => sak && { ...sak, ...news, antal: sak.antal + 1 };
const sort = (nr: number): string => `2018:${String(nr).padStart(4, '0')}`;
export const saken: Projection<Sak, SakEvent> = {
  name: 'sak',
  revision: 1,
  category: 'sak',
  on: {
    SakOppnad: (_, { stream, data: { rubrik } }) => ({ id: idOf(stream), rubrik, stangd: false, antal: 1 }),
    SakAndrad: (sak, { data }) => more(sak, data),
    SakNumrerad: (sak, { data }) => more(sak, data),
    SakStangd: (sak) => more(sak, { stangd: true }),
  },
  place: ({ nr }) => (nr === undefined ? undefined : { namnd, sort: sort(nr) }),
};
export type Serie = { readonly id: string; readonly nummer: readonly { readonly nr: number; readonly mal: string; readonly utgatt?: true }[] };
export const serien: Projection<Serie, SerieEvent> = {
  name: 'serie',
  revision: 1,
  category: 'serie',
  on: {
    NummerGivet: (serie, { stream, data }) => ({ id: idOf(stream), nummer: [...(serie?.nummer ?? []), data] }),
    NummerUtgick: (serie, { data: { mal } }) => serie && { ...serie, nummer: serie.nummer.map((one) => (one.mal === mal ? { ...one, utgatt: true } : one)) },
  },
  place: ({ id }) => ({ namnd: null, sort: id }),
};

export const geNummer: Reaction<SakEvent> = {
  name: 'ge-nummer',
  on: { SakOppnad: ({ stream, data }) => ({ category: 'serie', id: data.serie, command: { type: 'GeNummer', data: { mal: idOf(stream) } } }) },
};
export const sattNummer: Reaction<SerieEvent> = {
  name: 'satt-nummer',
  on: { NummerGivet: ({ data: { nr, mal } }) => ({ category: 'sak', id: mal, command: { type: 'NumreraSak', data: { nr } } }) },
  refused: ({ stream, data }) => ({ category: 'serie', id: idOf(stream), command: { type: 'LatNummerUtga', data: { mal: (data as { mal: string }).mal } } }),
};

const deciders = { sak: sakDecider, serie: serieDecider };
export const vocabulary = new Vocabulary({ ...sakFacts, ...serieFacts }, {});
const masters = masterKeysOf([{ version: 1, key: randomBytes(32) }]);

/** The house over a store: who asks, and what reactions are given to. */
export type House = {
  readonly log: Log;
  readonly dispatch: Dispatch;
  /** Asks in a person's name. Throws on a refusal. */
  readonly ask: (category: keyof typeof deciders, id: string, command: Command) => Promise<Receipt>;
  /** Opens a sak in the series, and answers its id. */
  readonly open: (rubrik?: string, id?: string) => Promise<Receipt & { readonly id: string }>;
  readonly serie: string;
  readonly facts: () => Promise<readonly Recorded[]>;
};
export const house = async (store: EventStore, clock?: () => string, keys: KeyStore = new MemoryKeyStore()): Promise<House> => {
  const log = await new Log(store, new Forsegling({ keys, logg: store.logg, masters }), vocabulary, clock).open();
  const transactor = new Transactor(log);
  const give = (category: string, id: string, command: Command, signed: { by: string; command: string; correlation: string; cause: string | null }): Promise<Receipt | Refusal> =>
    transactor.transact(deciders[category as 'sak'] as unknown as Decider<Command, unknown, Event>, id, command, { ...signed, roll: () => 'prov' });
  const ask: House['ask'] = async (category, id, command) => {
    const signed = { by: randomUUID(), command: randomUUID(), correlation: randomUUID(), cause: null };
    for (;;) {
      try {
        const answer = await give(category, id, command, signed);
        if ('hinder' in answer) throw new Error(answer.hinder[0].kod);
        return answer;
      } catch (error) {
        // The outcome is unknown: a client sends the same command again.
        if (!(error instanceof StoreUnavailable)) throw error;
      }
    }
  };
  const serie = randomUUID();
  return {
    log, ask, serie,
    dispatch: ({ category, id, command }, signed) => give(category, id, command, signed),
    open: async (rubrik = 'en rubrik', id = randomUUID()) => ({ ...(await ask('sak', id, { type: 'OppnaSak', data: { serie, rubrik } })), id }),
    facts: async () => {
      const all: Recorded[] = [];
      for (let page = await log.readAll(0n); page.length > 0; page = await log.readAll(all.at(-1)!.position)) all.push(...page);
      return all;
    },
  };
};
