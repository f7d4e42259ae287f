import { randomUUID } from 'node:crypto';
import { StreamDeletedError, WrongExpectedVersionError } from '@eventstore/db-client';
import { type KeyStore, LogFault, type WrappedKey } from '@klubba/kernel';
import type { Connection, Proposed } from './connection';
import type { EventStoreDbEventStore } from './eventstoredb-event-store';
import { isFinal } from './faults';
import type { Read } from './read';

const TOMBSTONE = '$streamDeleted';
const PAGE = 1000;

/**
 * Keys as streams of their own in the log's cluster (`posten.md` 4): outside the log and its leaves. The last event is the
 * key as it is wrapped now; a tombstone is a key destroyed, gone from the disks with the operator's next scavenge.
 */
export class EventStoreDbKeyStore implements KeyStore {
  private readonly connection: Connection;
  /** Every kid with a key, as far as the cluster has been looked through. */
  private readonly kids = new Set<string>();
  private sorted: readonly string[] | undefined;
  private looked: bigint;
  private readonly prefix: string;

  /** Shares the log's connection, and is closed with it. */
  constructor(private readonly store: EventStoreDbEventStore) {
    this.connection = store.connection;
    this.looked = store.begins;
    this.prefix = `${store.prefix}nyckel-`;
  }

  async get(kid: string): Promise<WrappedKey | 'forstord' | undefined> {
    const last = await this.lastOf(kid);
    return last === undefined || last === 'forstord' ? last : this.keyOf(kid, last);
  }

  private async lastOf(kid: string): Promise<Read | 'forstord' | undefined> {
    try {
      return await this.connection.readLast(this.prefix + kid);
    } catch (error) {
      if (error instanceof StreamDeletedError) return 'forstord';
      throw this.connection.told(error);
    }
  }

  private keyOf(kid: string, { bytes }: Read): WrappedKey {
    try {
      const { masterversion, omslag } = JSON.parse(Buffer.from(bytes).toString('utf8')) as WrappedKey;
      if (Number.isSafeInteger(masterversion) && typeof omslag === 'string') return { masterversion, omslag };
    } catch {
      // Told below.
    }
    throw new LogFault(`Strömmen ${this.prefix}${kid} i EventStoreDB är ingen nyckel.`);
  }

  async putIfAbsent(kid: string, key: WrappedKey): Promise<WrappedKey | 'forstord'> {
    const event = this.eventOf('NyckelLagd', key);
    return this.insist(async () => {
      try {
        const { nextExpectedRevision } = await this.connection.append(this.prefix + kid, 0, [event]);
        // A stream deleted without a tombstone goes on at its old number: what the old key sealed could be read by neither.
        if (nextExpectedRevision !== 0n) throw new LogFault(`Nyckelns ström ${this.prefix}${kid} i EventStoreDB har avkortats av någon. Återställ klustret från säkerhetskopia.`);
        return key;
      } catch (error) {
        if (error instanceof StreamDeletedError) return 'forstord';
        if (!(error instanceof WrongExpectedVersionError)) throw error;
        // Someone was first, or this very key at an earlier try. What most nodes do not have yet counts against us before it can be read: then again.
        const there = await this.get(kid);
        if (there === undefined) throw error;
        return there;
      }
    });
  }

  async rewrap(kid: string, key: WrappedKey): Promise<void> {
    const event = this.eventOf('NyckelOmslagen', key);
    const there = await this.insist(async () => {
      const last = await this.lastOf(kid);
      if (last === undefined || last === 'forstord') return false;
      if (this.keyOf(kid, last).omslag !== key.omslag) await this.connection.append(this.prefix + kid, last.revision + 1, [event]);
      return true;
    });
    if (!there) throw new Error(`${kid} har ingen nyckel att slå om.`);
  }

  async destroy(kid: string): Promise<void> {
    await this.insist(async () => {
      const last = await this.lastOf(kid);
      if (last === 'forstord') return;
      try {
        await this.connection.tombstone(this.prefix + kid, (last?.revision ?? -1) + 1);
      } catch (error) {
        if (!(error instanceof StreamDeletedError)) throw error;
      }
    });
  }

  /** Again, with the same event, until there is an answer: each of these may be done twice, and looks anew when someone came between. */
  private async insist<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.connection.insist(work, undefined, (error) => isFinal(error) && !(error instanceof WrongExpectedVersionError));
    } catch (error) {
      throw this.connection.told(error);
    }
  }

  async some(): Promise<string | undefined> {
    for (let from = this.store.begins; ;) {
      const page = await this.page(from);
      for (const one of page) {
        if (!this.isOurs(one)) continue;
        const kid = one.stream.slice(this.prefix.length);
        const found = await this.get(kid);
        if (found !== undefined && found !== 'forstord') return kid;
      }
      if (page.length < PAGE) return undefined;
      from = page.at(-1)!.position;
    }
  }

  async list(after: string, limit: number): Promise<readonly string[]> {
    await this.look();
    this.sorted ??= [...this.kids].sort();
    return this.sorted.filter((kid) => kid > after).slice(0, limit);
  }

  /** No list of streams is kept by the server, so the cluster is read once; later only what has come since. */
  private async look(): Promise<void> {
    for (;;) {
      const page = await this.page(this.looked);
      for (const one of page) {
        if (!one.stream.startsWith(this.prefix)) continue;
        const kid = one.stream.slice(this.prefix.length);
        if (one.type === TOMBSTONE) this.kids.delete(kid);
        else if (this.isOurs(one)) this.kids.add(kid);
        this.sorted = undefined;
      }
      this.looked = page.at(-1)?.position ?? this.looked;
      if (page.length < PAGE) return;
    }
  }

  private async page(from: bigint): Promise<readonly Read[]> {
    try {
      return await this.connection.readAll(from, PAGE);
    } catch (error) {
      throw this.connection.told(error);
    }
  }

  /** Of this log: two may lie in one cluster, though never under one name. */
  private isOurs({ stream, metadata }: Read): boolean {
    return stream.startsWith(this.prefix) && typeof metadata === 'object' && metadata !== null && (metadata as { readonly nyckel?: unknown }).nyckel === this.store.logg;
  }

  private eventOf(type: string, { masterversion, omslag }: WrappedKey): Proposed {
    return { id: randomUUID(), type, bytes: Buffer.from(JSON.stringify({ masterversion, omslag })), metadata: { nyckel: this.store.logg } };
  }

  async close(): Promise<void> {
    this.kids.clear();
  }
}
