import { randomUUID } from 'node:crypto';
import { StreamDeletedError, WrongExpectedVersionError } from '@eventstore/db-client';
import { LogFault, StoreUnavailable, UUID } from '@klubba/kernel';
import type { Connection, Proposed } from './connection';
import { NoAnswer } from './faults';
import { parsed, type Read } from './read';

/** Which log the cluster holds, which copy of it, and where in the cluster it begins. Said in a stream that is no part of the log, so no leaf of it, and never moved along. */
export type Identity = { readonly logg: string; readonly upplaga: string; readonly begins: bigint };

type Said = { readonly logg: string; readonly upplaga: string; readonly begins: string };

const eventOf = (type: string, data: object): Proposed => ({ id: randomUUID(), type, bytes: Buffer.from(JSON.stringify(data)), metadata: { klubba: 'identitet' } });

/** What the stream says; nothing where there is none. The first event names the log, the last one the copy. Throws LogFault. */
export const readIdentity = async (connection: Connection, stream: string): Promise<Identity | undefined> => {
  let events: readonly Read[] | undefined;
  try {
    events = await connection.readStream(stream, 0, 1000);
  } catch (error) {
    if (!(error instanceof StreamDeletedError)) throw error;
    throw new LogFault(`Strömmen ${stream} i EventStoreDB, som säger vilken logg detta är, är borttagen. Återställ klustret från säkerhetskopia.`);
  }
  if (events === undefined) return undefined;
  const said = Object.assign({}, ...events.map(({ bytes }) => parsed(bytes))) as Partial<Said>;
  const [first] = events;
  if (first?.revision !== 0 || !UUID.test(said.logg ?? '') || !UUID.test(said.upplaga ?? '')) throw new LogFault(`Strömmen ${stream} i EventStoreDB, som säger vilken logg detta är, är inte hel. Återställ klustret från säkerhetskopia.`);
  return { logg: said.logg!, upplaga: said.upplaga!, begins: said.begins === undefined ? first.position : BigInt(said.begins) };
};

/** Makes it once, by NO_STREAM: of several nodes that come first together, one names the log and the others take the name. */
export const makeIdentity = async (connection: Connection, stream: string, logg: string): Promise<Identity> => {
  const event = eventOf('LoggBorjad', { logg, upplaga: randomUUID() });
  await surely(connection, stream, 0, event);
  // Another node's, that most nodes do not have yet, counts against ours before it can be read.
  return connection.insist(async () => {
    const made = await readIdentity(connection, stream);
    if (made === undefined) throw new NoAnswer();
    return made;
  }, connection.patienceMs);
};

/** The name of a log that is being moved here: until all of it is here nobody finds it by its own. */
export const unfinished = (stream: string): string => `${stream}-flytt`;

/** Gives a log that was moved here the name that it is found by. Throws LogFault when another one has it. */
export const nameIdentity = async (connection: Connection, stream: string, { logg, upplaga, begins }: Identity): Promise<void> => {
  const event = eventOf('LoggFlyttadHit', { logg, upplaga, begins: String(begins) });
  await surely(connection, stream, 0, event);
  const named = await readIdentity(connection, stream);
  if (named?.upplaga !== upplaga) throw new LogFault(`Strömmen ${stream} i EventStoreDB har fått en annan logg medan flytten pågick.`);
};

/** Says that this is another copy from now on: positions and checkpoints told before are refused. Needed when the cluster was restored from a backup. */
export const nyUpplaga = async (connection: Connection, stream: string): Promise<string> => {
  const last = await connection.readLast(stream);
  if (last === undefined) throw new StoreUnavailable('I EventStoreDB finns ingen logg.');
  const upplaga = randomUUID();
  const event = eventOf('LoggAterstalld', { upplaga });
  await surely(connection, stream, last.revision + 1, event);
  return upplaga;
};

/** The same event again until there is an answer; that someone was first is one. */
const surely = async (connection: Connection, stream: string, expected: number, event: Proposed): Promise<void> => {
  try {
    await connection.insist(() => connection.append(stream, expected, [event]));
  } catch (error) {
    if (!(error instanceof WrongExpectedVersionError)) throw error;
  }
};
