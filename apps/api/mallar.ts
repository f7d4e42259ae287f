import type { FastifyInstance } from 'fastify';
import { LISTOR, uppdragsmall } from '@klubba/namnd';
import { sheetFile } from '../../infra/papper/sheet-file';
import { CSV, csv } from './csv';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `GET /mallar/<lista>.xlsx` and `.csv`: an empty list of each kind that can be read in, with an example that is never read. */
export const serveTemplates = (app: FastifyInstance): void => {
  for (const lista of LISTOR) {
    const rows = uppdragsmall(lista);
    const files = { xlsx: [XLSX, sheetFile(lista, rows)], csv: [CSV, csv(rows)] } as const;
    for (const [ending, [type, content]] of Object.entries(files)) {
      app.get(`/mallar/${lista}.${ending}`, (_, reply) =>
        reply.header('content-type', type).header('content-disposition', `attachment; filename="${lista}.${ending}"`).header('x-content-type-options', 'nosniff').header('cache-control', 'no-cache').send(content));
    }
  }
};
