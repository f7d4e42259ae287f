import { join } from 'node:path';
import { PUNKTER } from './delegated';
import { cost, type Figure, percentile } from './figure';
import { makeLog } from './folder';
import { caughtUp } from './kommandon';
import { freePort, startKlubba, tokenFor } from './klubba';
import type { Ask, Timed } from './load';
import type { Setting } from './main';
import { BESLUTEN, SUMMORNA } from './queries';
import { Side } from './side';

const DECISIONS = 200_000;
const DECISIONS_SNABB = 5_000;
/** Each is recorded, and nearly each reported. */
const FACTS_EACH = 1.95;
const QUESTIONS = 100;
const QUESTIONS_SNABB = 25;
const TOTALS = 10;
/** The log spans twelve years. */
const YEARS = 12;
const ALL = `query Alla($namnd: ID!, $after: String) {
  delegationsbesluten(namnd: $namnd, first: 200, after: $after, fallande: true) {
    edges { cursor node { id datum nummer diarienummer delegat { slag befattning } beslut utfall anmald { ar nr datum } lagaKraft { lage tidigast } } }
    pageInfo { hasNextPage endCursor }
  }
}`;
type Edge = { readonly node: object };
type Answer = { readonly data: { readonly delegationsbesluten: { readonly edges: readonly Edge[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string } } } };

const punkt = (): string => PUNKTER[Math.floor(Math.random() * PUNKTER.length)]!;
/** A day of the last ten years: where someone who leafs would be. */
const day = (): string => new Date(Date.UTC(2014, 0, 1) + Math.random() * 10 * 365 * 24 * 3600_000).toISOString().slice(0, 10);

/**
 * A register of 200 000 decisions: a page of fifty, a page of those under one point, and totals; p95 in ms over HTTP, one
 * question at a time. Limit: a bare Fastify handler that verifies the same token, asks a bare indexed SQLite table of the same
 * rows, and sends the same bytes. And each as of a moment of last year, against the same as it stands.
 */
export const register200k = async ({ folder, snabb, rounds }: Setting): Promise<readonly Figure[]> => {
  const { dataDir, masterKey, archive: { facts, namnder } } = await makeLog(folder, 'register', Math.round((snabb ? DECISIONS_SNABB : DECISIONS) * FACTS_EACH), 'delegationsbeslut');
  const klubba = await startKlubba({ dataDir, masterKey });
  await caughtUp(klubba);
  const [load] = await Side.start('load.side', null);
  const token = await tokenFor(dataDir, 'namndsekreterare');
  const namnd = namnder[0]!.id;
  const { upplaga } = await klubba.health();

  const port = await freePort();
  const [bare] = await Side.start('register.side', { port, dataDir, file: join(folder, 'register-bart.sqlite') });
  let added: Promise<unknown> = Promise.resolve();
  for (let after: string | null = null; ;) {
    const { bodies }: Timed = await load.ask<Timed>('oneByOne', { port: klubba.port, asks: [{ query: ALL, variables: { namnd, after }, token }] });
    const { edges, pageInfo }: Answer['data']['delegationsbesluten'] = (JSON.parse(bodies[0]!) as Answer).data.delegationsbesluten;
    // One page goes in while the next is asked for.
    await added;
    added = bare.ask('add', { namnd, rows: edges.map(({ node }) => node) });
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  await added;
  await bare.ask('serve');

  const many = (n: number, ask: () => Omit<Ask, 'token'>): readonly Ask[] => Array.from({ length: n }, () => ({ ...ask(), token }));
  /** Somewhere in last year: the log ends with its twelfth. */
  const vid = (): object => ({ position: `${upplaga}:${Math.floor(facts * (1 - (1 + Math.random()) / YEARS))}` });
  const questions = snabb ? QUESTIONS_SNABB : QUESTIONS;
  const kinds: readonly { readonly name: string; readonly goal: number; readonly live: readonly Ask[]; readonly then: readonly Ask[] }[] = [
    { name: '', goal: 0.5, live: many(questions, () => ({ query: BESLUTEN, variables: { namnd, till: day() } })), then: many(questions, () => ({ query: BESLUTEN, variables: { namnd, vid: vid() } })) },
    { name: '_urval', goal: 0.5, live: many(questions, () => ({ query: BESLUTEN, variables: { namnd, nummer: [punkt()], till: day() } })), then: many(questions, () => ({ query: BESLUTEN, variables: { namnd, nummer: [punkt()], vid: vid() } })) },
    { name: '_summor', goal: 0.5, live: many(TOTALS, () => ({ query: SUMMORNA, variables: { namnd, per: ['nummer', 'befattning'] } })), then: many(TOTALS, () => ({ query: SUMMORNA, variables: { namnd, per: ['nummer', 'befattning'], vid: vid() } })) },
  ];

  const figures: Figure[] = [];
  for (const { name, goal, live, then } of kinds) {
    const ms = { ours: [] as number[], bare: [] as number[], then: [] as number[] };
    const p95 = async (to: number, asks: readonly Ask[]): Promise<{ readonly at: number; readonly bodies: readonly string[] }> => {
      const { ms: each, bodies } = await load.ask<Timed>('oneByOne', { port: to, asks });
      return { at: percentile(each, 0.95), bodies };
    };
    // The first round warms up, and shows that both say the same.
    for (let i = 0; i <= rounds; i++) {
      const [ours, other, asof] = [await p95(klubba.port, live), await p95(port, live), await p95(klubba.port, then)];
      if (i === 0) {
        if (ours.bodies.some((body, at) => body !== other.bodies[at])) throw new Error(`register_200k${name}: svaren är olika:\n${ours.bodies.find((body, at) => body !== other.bodies[at])!.slice(0, 600)}\n${other.bodies.find((body, at) => body !== ours.bodies[at])!.slice(0, 600)}`);
        continue;
      }
      ms.ours.push(ours.at);
      ms.bare.push(other.at);
      ms.then.push(asof.at);
    }
    figures.push(cost(`register_200k${name}`, 'ms', goal, ms.ours, ms.bare), cost(`register_asof${name}`, 'ms', 0.1, ms.then, ms.ours));
  }
  for (const side of [load, bare, klubba]) await side.stop();
  return figures;
};
