import type { Roll } from '@klubba/behorighet';
import { type Figure, rate } from './figure';
import { makeFolder } from './folder';
import { freePort, startKlubba, tokenFor } from './klubba';
import type { Ask, Timed } from './load';
import type { Setting } from './main';
import { AGENDA } from './queries';
import { Side } from './side';

const MEETINGS = 100;
const ITEMS = 30;
/** Twenty nämnder, five months; or one month, twenty meetings. */
const FACTS = 45_000;
const FACTS_SNABB = 10_000;
const ROLES: readonly Roll[] = ['namndsekreterare', 'ledamot', 'revisor'];
const CONNECTIONS = 16;
const SECONDS = 2;

/**
 * The agenda of 30 items, for 100 meetings and three roles in turn. Limit: a bare Fastify handler that verifies the same
 * token by the same code, reads one row and sends the same bytes.
 */
export const dagordning = async ({ folder, snabb, rounds }: Setting): Promise<Figure> => {
  const { dataDir, masterKey, archive } = await makeFolder(folder, 'dagordning', snabb ? FACTS_SNABB : FACTS, { items: ITEMS });
  const klubba = await startKlubba({ dataDir, masterKey });
  const [load] = await Side.start('load.side', null);
  const meetings = archive.meetings.slice(0, MEETINGS);
  const tokens = await Promise.all(ROLES.map((roll) => tokenFor(dataDir, roll)));
  const asks: readonly Ask[] = meetings.flatMap(({ id }) => tokens.map((token) => ({ query: AGENDA, variables: { id }, token })));
  const { bodies } = await load.ask<Timed>('oneByOne', { port: klubba.port, asks });
  const port = await freePort();
  const [bare] = await Side.start('bare.side', { port, dataDir, rows: asks.map(({ variables, token }, i) => ({ id: (variables as { id: string }).id, roll: ROLES[tokens.indexOf(token)]!, body: bodies[i]! })) });

  const lanes = { asks, connections: CONNECTIONS, seconds: snabb ? 0.5 : SECONDS };
  const rates = { ours: [] as number[], bare: [] as number[] };
  for (let i = 0; i <= rounds; i++) {
    const one = await load.ask<number>('around', { port: klubba.port, ...lanes });
    const other = await load.ask<number>('around', { port, ...lanes });
    // The first warms up.
    if (i > 0) {
      rates.ours.push(one);
      rates.bare.push(other);
    }
  }
  await load.stop();
  await bare.stop();
  await klubba.stop();
  return rate('dagordning', 'svar/s', 0.5, rates.ours, rates.bare);
};
