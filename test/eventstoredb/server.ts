import { randomUUID } from 'node:crypto';
import { addressOf, type Address, namesOf } from '../../infra/eventstoredb/address';
import { EventStoreDbEventStore, type EventStoreDbOptions } from '../../infra/eventstoredb/eventstoredb-event-store';
import { random } from '../contract/capricious-event-store';
import { type Fate, StandIn } from './standin';

/** A real server, where there is one: then the same tests run against it. */
export const REAL = process.env.EVENTSTORE_URL;

/**
 * The server that the tests of this file run against, a real one or a stand-in of their own. Each store opened here is a log
 * of its own, beside whatever else lies in the cluster; nothing is cleaned up.
 */
export class TestServer {
  private standIn: Promise<StandIn> | undefined;

  constructor() {
    afterAll(async () => (await this.standIn)?.stop());
  }

  async url(): Promise<string> {
    const url = REAL ?? (await (this.standIn ??= StandIn.start())).url();
    return url.includes('?') ? url : `${url}?tls=true`;
  }

  async address(): Promise<Address> {
    return addressOf(await this.url());
  }

  openAt(url: string): Promise<EventStoreDbEventStore> {
    return EventStoreDbEventStore.open({ address: addressOf(url) });
  }

  async open(more: Partial<EventStoreDbOptions> = {}): Promise<EventStoreDbEventStore> {
    return EventStoreDbEventStore.open({ address: { ...(await this.address()), ...namesOf(`prov-${randomUUID()}`) }, ...more });
  }

  /** Over a network where an append now and then has no answer, never more than two in a row: the third time it holds. */
  async openCapricious(seed: number): Promise<EventStoreDbEventStore> {
    const chance = random(seed);
    let inRow = 0;
    const standIn = await (this.standIn ??= StandIn.start());
    standIn.fate = (stream): Fate => {
      if (/^klubba-|nyckel-/.test(stream) || inRow >= 2 || chance() < 0.75) {
        inRow = 0;
        return 'answered';
      }
      inRow++;
      return (['unstored, unavailable', 'unstored, internal', 'stored, unavailable', 'stored, internal'] as const)[Math.floor(chance() * 4)]!;
    };
    return this.open();
  }
}
