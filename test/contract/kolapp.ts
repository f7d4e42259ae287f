import { randomBytes, randomUUID } from 'node:crypto';
import {
  type Asker, type Command, type Decider, type EventOf, type EventStore, fact, field, type KeyStore, Log, type Receipt, refuse, type Refusal, seal, Transactor, Vocabulary,
} from '@klubba/kernel';
import { Forsegling } from '../../infra/forsegling/forsegling';
import { masterKeysOf } from '../../infra/forsegling/master';
import { MemoryKeyStore } from '../../infra/memory/memory-key-store';

/** A noun for trying the machinery with: numbered queue tickets at a counter that opens and closes. */
export const facts = {
  KolappTagen: fact('TaKolapp', { nr: field.integer('oppen'), av: field.sealed('personuppgift') }),
  LuckanStangd: fact('StangLuckan', {}),
  LuckanOppnad: fact('OppnaLuckan', {}),
};
export type KolappEvent = EventOf<typeof facts>;
export type KolappCommand = Command<'TaKolapp', { readonly av: string; readonly antal: number }> | Command<'StangLuckan', object> | Command<'OppnaLuckan', object>;

export const kolapp: Decider<KolappCommand, { readonly sist: number; readonly stangd: boolean }, KolappEvent> = {
  category: 'kolapp',
  facts,
  initialState: { sist: 0, stangd: false },
  namnd: () => null,
  decide(command, { sist, stangd }, { id }) {
    if (command.type === 'StangLuckan') return stangd ? [] : [{ type: 'LuckanStangd', data: {} }];
    if (command.type === 'OppnaLuckan') return stangd ? [{ type: 'LuckanOppnad', data: {} }] : [];
    if (stangd) return refuse('LUCKAN_AR_STANGD', 'Luckan är stängd.');
    return Array.from({ length: command.data.antal }, (_, i) => tagen(id, sist + i + 1, command.data.av));
  },
  evolve(state, event) {
    if (event.type === 'KolappTagen') return { ...state, sist: event.data.nr };
    return { ...state, stangd: event.type === 'LuckanStangd' };
  },
};

export const tagen = (id: string, nr: number, av = 'Åsa Öst'): KolappEvent => ({ type: 'KolappTagen', data: { nr, av: seal(`kolapp:${id}`, av) } });
export const ta = (antal = 1): KolappCommand => ({ type: 'TaKolapp', data: { av: 'Åsa Öst', antal } });
export const stang: KolappCommand = { type: 'StangLuckan', data: {} };
export const oppna: KolappCommand = { type: 'OppnaLuckan', data: {} };

export const asker = (command: string = randomUUID(), more: Partial<Asker> = {}): Asker => ({
  by: 'system:prov', command, correlation: '00000000-0000-4000-8000-00000000c0de', cause: null, roll: () => 'provare', ...more,
});

export const vocabulary = new Vocabulary(facts, {});
const masters = masterKeysOf([{ version: 1, key: randomBytes(32) }]);

/** One process of Klubba on a store. Several on the same store, with the same keys, are nodes; one after another is a restart. */
export class Node {
  readonly vault: Forsegling;
  readonly log: Log;
  readonly transactor: Transactor;
  constructor(readonly store: EventStore, readonly keys: KeyStore = new MemoryKeyStore(), clock?: () => string) {
    this.vault = new Forsegling({ keys, logg: store.logg, masters });
    this.log = new Log(store, this.vault, vocabulary, clock);
    this.transactor = new Transactor(this.log);
  }

  another(): Node {
    return new Node(this.store, this.keys);
  }

  ask(id: string, command: KolappCommand, who: Asker = asker()): Promise<Receipt | Refusal> {
    return this.transactor.transact(kolapp, id, command, who);
  }
}
