import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { encode } from '@klubba/kernel';
import { demoPerson } from '../../apps/api/demo-identitet';
import { type Figure, rate } from './figure';
import { makeFolder } from './folder';
import { freePort, type Klubba, startKlubba, tokenFor } from './klubba';
import type { Setting } from './main';
import { Side } from './side';

const MEETINGS = 32;
/** Just the nämnder, set up. */
const FACTS = 720;
const SECONDS = 3;
const LAG_MAX_MS = 1000;
const RECORD_BYTES = 600;

/** Waits until no read model and no reaction is a second behind. */
export const caughtUp = async ({ health }: Klubba): Promise<void> => {
  for (;;) {
    const { lasmodeller, reaktioner } = await health();
    if ([...lasmodeller, ...reaktioner].every(({ efterslapningMs }) => efterslapningMs < LAG_MAX_MS)) return;
    await sleep(5);
  }
};

/**
 * 32 meetings at once by six kinds of command through GraphQL; the time runs until the lag is under a second. Limit: a bare
 * Fastify POST that verifies the token and appends one ready record by the same store and group commit.
 */
export const kommandon32 = async ({ folder, snabb, rounds }: Setting): Promise<Figure> => {
  const { dataDir, masterKey, archive: { namnder } } = await makeFolder(folder, 'kommandon', FACTS, { items: 27 });
  const klubba = await startKlubba({ dataDir, masterKey });
  const token = await tokenFor(dataDir, 'namndsekreterare');
  const [load] = await Side.start('load.side', null);
  const port = await freePort();
  const [bare] = await Side.start('bare.side', { port, dataDir, log: `${dataDir}-bar.sqlite` });
  const lanes = { connections: MEETINGS, seconds: snabb ? 0.5 : SECONDS, token };
  const fill = (text: string): Buffer => encode({
    v: 1, logg: randomUUID(), id: randomUUID(), stream: `arende-${randomUUID()}`, version: 1, type: 'ArendeBehandlat', schema: 1, namnd: randomUUID(), at: '2018-03-21T12:00:00.000Z',
    by: randomUUID(), roll: 'namndsekreterare', command: randomUUID(), correlation: randomUUID(), cause: null, data: { text },
  });
  const record = fill('x'.repeat(RECORD_BYTES - fill('').length)).toString('utf8');

  const rates = { ours: [] as number[], bare: [] as number[] };
  for (let i = 0; i <= rounds; i++) {
    const began = performance.now();
    const commands = await load.ask<number>('meetings', { ...lanes, port: klubba.port, by: demoPerson('namndsekreterare'), namnder });
    await caughtUp(klubba);
    const ours = commands / ((performance.now() - began) / 1000);
    const from = performance.now();
    const records = await load.ask<number>('records', { ...lanes, port, record });
    const limit = records / ((performance.now() - from) / 1000);
    if (i > 0) {
      rates.ours.push(ours);
      rates.bare.push(limit);
    }
  }
  await load.stop();
  await bare.stop();
  await klubba.stop();
  return rate('kommandon_32', 'kommandon/s', 0.4, rates.ours, rates.bare);
};
