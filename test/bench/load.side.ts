import { randomUUID } from 'node:crypto';
import { Client, post } from './client';
import type { Ask, Asked, Lanes, Timed } from './load';
import { type Deeds, meeting } from './meeting';
import { serve } from './side';

const graphql = ({ query, variables, token }: Ask): Buffer => post('/graphql', JSON.stringify({ query, variables }), { authorization: `Bearer ${token}` });
const must = (status: number, body: string): string => {
  if (status !== 200 || body.includes('"errors"')) throw new Error(`HTTP ${status}: ${body.slice(0, 500)}`);
  return body;
};

/** Everything that is asked for once, one after another; milliseconds for each. */
const oneByOne = async ({ port, asks }: Asked): Promise<Timed> => {
  const client = await Client.open(port);
  const requests = asks.map(graphql);
  const ms: number[] = [];
  const bodies: string[] = [];
  for (const request of requests) {
    const began = performance.now();
    const { status, body } = await client.ask(request);
    ms.push(performance.now() - began);
    bodies.push(must(status, body));
  }
  client.close();
  return { ms, bodies };
};

/** The same requests in their order again and again, on so many connections, for so long. Answers per second. */
const around = async ({ port, asks, connections, seconds }: Asked & Lanes): Promise<number> => {
  const requests = asks.map(graphql);
  const until = performance.now() + seconds * 1000;
  let [next, answers, bytes] = [0, 0, 0];
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, async () => {
    const client = await Client.open(port);
    while (performance.now() < until) {
      const { status, body } = await client.ask(requests[next++ % requests.length]!);
      if (status !== 200) throw new Error(`HTTP ${status}: ${body.slice(0, 500)}`);
      answers++;
      bytes += body.length;
    }
    client.close();
  }));
  if (bytes === 0) throw new Error('inga svar');
  return answers / ((performance.now() - began) / 1000);
};

/** Meetings, each on a connection of its own, one command at a time; when one is over it plans the next. Commands given. */
const meetings = async ({ port, token, by, namnder, connections, seconds }: Lanes & Deeds): Promise<number> => {
  const until = performance.now() + seconds * 1000;
  let commands = 0;
  await Promise.all(Array.from({ length: connections }, async (_, lane) => {
    const client = await Client.open(port);
    for (const namnd = namnder[lane % namnder.length]!; performance.now() < until;) {
      const steps = meeting(by, namnd);
      for (let step = steps.next(); step.done !== true && performance.now() < until;) {
        const { status, body } = await client.ask(graphql({ ...step.value, token }));
        const { data: { utfall } } = JSON.parse(must(status, body)) as { data: { utfall: { id?: string; text?: string } } };
        if (utfall.id === undefined) throw new Error(`Hinder: ${utfall.text}`);
        commands++;
        step = steps.next(utfall.id);
      }
    }
    client.close();
  }));
  return commands;
};

/** Ready records for the bare program: each connection has a stream of its own. */
const records = async ({ port, token, connections, seconds, record }: Lanes & { readonly token: string; readonly record: string }): Promise<number> => {
  const until = performance.now() + seconds * 1000;
  let commands = 0;
  await Promise.all(Array.from({ length: connections }, async () => {
    const client = await Client.open(port);
    const stream = `arende-${randomUUID()}`;
    for (let version = 1; performance.now() < until; version++) {
      const { status, body } = await client.ask(post('/append', JSON.stringify({ stream, version, id: randomUUID(), record }), { authorization: `Bearer ${token}` }));
      must(status, body);
      commands++;
    }
    client.close();
  }));
  return commands;
};

serve({ start: () => undefined, oneByOne, around, meetings, records });
