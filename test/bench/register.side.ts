import Database from 'better-sqlite3';
import fastify from 'fastify';
import { demoIdentity } from '../../apps/api/demo-identitet';
import { Identitet } from '../../apps/api/identitet';
import { settingsFrom } from '../../apps/api/settings';
import { serve } from './side';

type Row = {
  readonly id: string; readonly datum: string; readonly nummer: string; readonly diarienummer: string; readonly delegat: { readonly slag: string; readonly befattning: string }; readonly beslut: string; readonly utfall: string;
  readonly anmald: { readonly ar: number; readonly nr: number; readonly datum: string } | null; readonly lagaKraft: { readonly lage: string; readonly tidigast: string | null };
};
type Question = { readonly variables: { readonly namnd: string; readonly till?: string; readonly nummer?: readonly [string]; readonly per?: readonly string[] } };
type Lying = [string, string, string, string, string, string, string, string, number | null, number | null, string | null, string, string | null];

let db: Database.Database;
let args: { readonly port: number; readonly dataDir: string };
const COLUMNS = 'id, datum, nummer, diarienummer, slag, befattning, beslut, utfall, ar, nr, den, lage, tidigast';

/** A table of the rows, an index for each question, and nothing else. */
const listen = async (): Promise<void> => {
  db.exec('CREATE INDEX i1 ON beslut (namnd, datum, id); CREATE INDEX i2 ON beslut (namnd, nummer, datum, id); CREATE INDEX i3 ON beslut (namnd, nummer, befattning)');
  const page = (and: string) => db.prepare<unknown[], Lying>(`SELECT ${COLUMNS} FROM beslut WHERE namnd = ? ${and} AND datum <= ? ORDER BY datum DESC, id DESC LIMIT 51`).raw();
  const [all, some] = [page(''), page('AND nummer = ?')];
  const totals = db.prepare<[string], [string, string, number]>('SELECT nummer, befattning, COUNT(*) FROM beslut WHERE namnd = ? GROUP BY nummer, befattning ORDER BY nummer, befattning').raw();
  const app = fastify({ logger: false });
  const identitet = new Identitet(await demoIdentity(settingsFrom({ DATA_DIR: args.dataDir })));
  app.post('/graphql', async (request, reply) => {
    await identitet.ofHeader(request.headers.authorization);
    const { variables: { namnd, till, nummer, per } } = request.body as Question;
    void reply.header('content-type', 'application/json; charset=utf-8');
    if (per !== undefined) return reply.send({ data: { delegationssummor: totals.all(namnd).map(([punkt, befattning, antal]) => ({ varden: [punkt, befattning], antal })) } });
    const rows = nummer === undefined ? all.all(namnd, till) : some.all(namnd, nummer[0], till);
    const edges = rows.slice(0, 50).map(([id, datum, punkt, diarienummer, slag, befattning, beslut, utfall, ar, nr, den, lage, tidigast]) => ({
      cursor: Buffer.from(JSON.stringify(['delegationsbeslut', 'datum', true, datum, id])).toString('base64url'),
      node: { id, datum, nummer: punkt, diarienummer, delegat: { slag, befattning }, beslut, utfall, anmald: ar === null ? null : { ar, nr, datum: den }, lagaKraft: { lage, tidigast } },
    }));
    return reply.send({ data: { delegationsbesluten: { edges, pageInfo: { hasNextPage: rows.length > 50 } } } });
  });
  await app.listen({ port: args.port, host: '127.0.0.1' });
};

serve({
  start: (given: typeof args & { readonly file: string }) => {
    args = given;
    db = new Database(given.file);
    db.exec(`CREATE TABLE beslut (namnd TEXT NOT NULL, ${COLUMNS.replace('id,', 'id TEXT PRIMARY KEY,')}) WITHOUT ROWID`);
  },
  add: ({ namnd, rows }: { readonly namnd: string; readonly rows: readonly Row[] }) => {
    const put = db.prepare(`INSERT INTO beslut VALUES (?${', ?'.repeat(COLUMNS.split(',').length)})`);
    db.transaction(() => {
      for (const { id, datum, nummer, diarienummer, delegat, beslut, utfall, anmald, lagaKraft } of rows) {
        put.run(namnd, id, datum, nummer, diarienummer, delegat.slag, delegat.befattning, beslut, utfall, anmald?.ar ?? null, anmald?.nr ?? null, anmald?.datum ?? null, lagaKraft.lage, lagaKraft.tidigast);
      }
    })();
  },
  serve: listen,
});
