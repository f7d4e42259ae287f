import type { FastifyInstance, FastifyReply } from 'fastify';
import { GALLRAT, type ReadModels, type Row, type Token, UUID, type Vault } from '@klubba/kernel';
import { namnden, personen } from '@klubba/namnd';
import { type Arvodesrad, arvodesrader, type Sammantrade, sammantradet } from '@klubba/sammantrade';
import { CSV, csv } from './csv';
import type { EdgeOptions } from './graphql-driver';
import { FILE_HEADERS, FileRefused, refuseFile, toldRefusal, viewerOf } from './uppladdning';

const SIDA = 200;
const RUBRIKER = ['Person', 'Namn', 'Uppdrag', 'Roll', 'Parti', 'Organ', 'Datum', 'Från', 'Till', 'Timmar', 'Tjänstgörande'];
const ROLLER = { ordforande: 'Ordförande', forste_vice_ordforande: '1:e vice ordförande', andre_vice_ordforande: '2:e vice ordförande' } as const;
const UPPDRAG = { ledamot: 'Ledamot', ersattare: 'Ersättare' } as const;

/**
 * `GET /arvoden.csv?namnd=<id>&fran=ÅÅÅÅ-MM-DD&till=ÅÅÅÅ-MM-DD`, with a bearer token: who was at the nämnd's meetings of those days, from when to when and how
 * many hours, serving or present. For those who may read personal data in the nämnd.
 */
export const serveArvodeslista = (app: FastifyInstance, edge: EdgeOptions): void => {
  const { house: { models, vault }, log } = edge;
  app.get('/arvoden.csv', async (request, reply) => {
    let by = '';
    const tell = (utfall: string): void => log.info({ by, utfall }, 'arvodeslista');
    try {
      const viewer = await viewerOf(edge, request);
      by = viewer.by;
      const { namnd, fran, till } = fragan(request.query as Query);
      if (!viewer.may(namnd, 'personuppgift')) throw new FileRefused(403, 'BEHORIGHET_SAKNAS', 'Du får inte hämta närvaron i den nämnden.');
      const organ = models.get(namnden, namnd)?.organ;
      if (organ === undefined) throw new FileRefused(404, 'NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');
      const rader = moten(models, namnd, fran, till).flatMap(({ doc }) => arvodesrader(doc));
      const namn = await namnen(rader, models, vault);
      tell('LAMNAD');
      return await reply.headers({ ...FILE_HEADERS, 'content-type': CSV, 'content-disposition': `attachment; filename="arvoden-${organ.replace(/[^A-Za-z0-9]/g, '_')}-${fran}-${till}.csv"` })
        .send(csv([RUBRIKER, ...rader.map((rad) => [
          rad.person, namn.get(rad.person) ?? '', UPPDRAG[rad.uppdrag], rad.roll === undefined ? '' : (ROLLER[rad.roll as keyof typeof ROLLER] ?? rad.roll), rad.parti, organ, rad.datum, rad.fran, rad.till, timmar(rad), rad.tjanstgor ? 'ja' : 'nej',
        ])]));
    } catch (fault) {
      const refused = toldRefusal(fault, log);
      tell(refused.kod);
      return refuseFile(reply as FastifyReply, refused);
    }
  });
};

type Query = { readonly namnd?: unknown; readonly fran?: unknown; readonly till?: unknown };
const fragan = (query: Query): { readonly namnd: string; readonly fran: string; readonly till: string } => {
  const namnd = typeof query.namnd === 'string' ? query.namnd.toLowerCase() : '';
  if (!UUID.test(namnd)) throw new FileRefused(400, 'OGILTIG_INDATA', 'namnd ska vara ett UUID.');
  const [fran, till] = [dagen(query.fran, 'fran'), dagen(query.till, 'till')];
  if (till < fran) throw new FileRefused(400, 'OGILTIG_INDATA', 'till ligger före fran.');
  return { namnd, fran, till };
};
const dagen = (given: unknown, name: string): string => {
  const text = typeof given === 'string' ? given : '';
  const dag = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00.000Z`) : undefined;
  if (dag === undefined || Number.isNaN(dag.getTime()) || dag.toISOString().slice(0, 10) !== text) throw new FileRefused(400, 'OGILTIG_INDATA', `${name} ska vara en dag som finns, skriven ÅÅÅÅ-MM-DD.`);
  return text;
};

/** The meetings of those days; the list is in their order, so it ends at the first one after them. */
const moten = (models: ReadModels, namnd: string, fran: string, till: string): readonly Row<Sammantrade>[] => {
  const alla: Row<Sammantrade>[] = [];
  // The sort begins with the day.
  for (let after = { sort: fran, id: '' }; ; ) {
    const rader = models.list(sammantradet, { namnd, first: SIDA, after });
    const inom = rader.filter(({ doc }) => doc.datum <= till);
    alla.push(...inom);
    const sist = rader.at(-1);
    if (rader.length < SIDA || inom.length < rader.length || sist === undefined) return alla;
    after = { sort: sist.sort, id: sist.id };
  }
};

const namnen = async (rader: readonly Arvodesrad[], models: ReadModels, vault: Pick<Vault, 'open'>): Promise<ReadonlyMap<string, string>> => {
  const namn = new Map<string, string>();
  for (const person of new Set(rader.map((rad) => rad.person))) {
    const token = models.get(personen, person)?.namn;
    const oppnat = token === undefined ? undefined : await vault.open(token as Token);
    if (oppnat !== undefined && oppnat !== GALLRAT) namn.set(person, oppnat as string);
  }
  return namn;
};
/** Hours with a decimal comma, to the hundredth. */
const timmar = ({ minuter }: Arvodesrad): string => (minuter / 60).toFixed(2).replace('.', ',');
