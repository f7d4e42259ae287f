import Database from 'better-sqlite3';
import fastify, { type FastifyInstance } from 'fastify';
import type { Roll } from '@klubba/behorighet';
import { demoIdentity } from '../../apps/api/demo-identitet';
import { Identitet } from '../../apps/api/identitet';
import { settingsFrom } from '../../apps/api/settings';
import { SqliteEventStore } from '../../infra/sqlite/sqlite-event-store';
import { serve } from './side';

type Rows = readonly { readonly id: string; readonly roll: Roll; readonly body: string }[];
type Args = { readonly port: number; readonly dataDir: string; readonly rows?: Rows; readonly log?: string };
type Question = { readonly variables: { readonly id: string } };
type Sent = { readonly stream: string; readonly version: number; readonly id: string; readonly record: string };

/** One row for each meeting and role, sent as it is. */
const answers = (app: FastifyInstance, identitet: Identitet, rows: Rows): void => {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE svar (id TEXT NOT NULL, roll TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (id, roll)) WITHOUT ROWID');
  const put = db.prepare<[string, string, string]>('INSERT INTO svar VALUES (?, ?, ?)');
  for (const { id, roll, body } of rows) put.run(id, roll, body);
  const find = db.prepare<[string, string], string>('SELECT body FROM svar WHERE id = ? AND roll = ?').pluck();
  app.post('/graphql', async (request, reply) => {
    const { roller } = await identitet.ofHeader(request.headers.authorization);
    const { variables: { id } } = request.body as Question;
    return reply.header('content-type', 'application/json; charset=utf-8').send(find.get(id, roller['*']![0]!));
  });
};

/** One ready record for each request, by the store's own group commit. */
const appends = (app: FastifyInstance, identitet: Identitet, file: string): void => {
  const store = SqliteEventStore.open(file);
  app.post('/append', async (request, reply) => {
    await identitet.ofHeader(request.headers.authorization);
    const { stream, version, id, record } = request.body as Sent;
    const { position } = await store.append(stream, version - 1, [{ id, version, type: 'ArendeBehandlat', at: '2018-03-21T12:00:00.000Z', bytes: Buffer.from(record, 'utf8') }]);
    return reply.send({ version, position: Number(position) });
  });
};

serve({
  start: async ({ port, dataDir, rows, log }: Args) => {
    const app = fastify({ logger: false });
    const identitet = new Identitet(await demoIdentity(settingsFrom({ DATA_DIR: dataDir })));
    if (rows !== undefined) answers(app, identitet, rows);
    if (log !== undefined) appends(app, identitet, log);
    await app.listen({ port, host: '127.0.0.1' });
  },
});
