import { randomUUID } from 'node:crypto';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { handlingen } from '@klubba/handling';
import { asOf, BlobTaken, FILE_BYTES_MAX, FileEmpty, FileTooLarge, KeyDestroyed, StoreUnavailable, UploadBroken, UUID } from '@klubba/kernel';
import type { Viewer } from '@klubba/kernel/edge';
import { faultLine } from './faults';
import type { EdgeOptions } from './graphql-driver';
import { IdentityUnavailable, NotIdentified } from './identitet';
import { Medietyp } from './medietyp';

const LINGER_MS = 10_000;
export const FILE_HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-resource-policy': 'same-origin' } as const;

/** Why a file is not taken in or given out, as the client is told. */
export class FileRefused extends Error {
  constructor(readonly status: number, readonly kod: string, text: string) {
    super(text);
    this.name = 'FileRefused';
  }
}
export const refuseFile = (reply: FastifyReply, { status, kod, message }: FileRefused): FastifyReply => reply.code(status).headers(FILE_HEADERS).send({ kod, text: message });

/** Who holds the token of this request. Throws FileRefused. */
export const viewerOf = async ({ identitet, viewers }: EdgeOptions, { headers: { authorization } }: FastifyRequest): Promise<Viewer> => {
  try {
    return viewers.of(await identitet.ofHeader(authorization));
  } catch (error) {
    if (error instanceof NotIdentified) throw new FileRefused(401, 'OGILTIG_IDENTITET', error.message);
    if (error instanceof IdentityUnavailable) throw new FileRefused(503, 'IDENTITET_SVARAR_INTE', error.message);
    throw error;
  }
};

type Query = { readonly namnd?: unknown; readonly handling?: unknown; readonly uppladdning?: unknown };
const uuidIn = (query: Query, name: keyof Query): string | undefined => {
  const given = query[name];
  if (given === undefined) return undefined;
  const id = typeof given === 'string' ? given.toLowerCase() : '';
  if (!UUID.test(id)) throw new FileRefused(400, 'OGILTIG_INDATA', `${name} ska vara ett UUID.`);
  return id;
};

/**
 * `POST /handlingar?namnd=…[&handling=…][&uppladdning=…]` takes a file in as it comes: no body parser, no temporary file,
 * each piece sealed before it touches the disk. `GET /handlingar/uppladdning/<id>` tells its sender how much has come.
 */
export const serveUploads = (app: FastifyInstance, edge: EdgeOptions): void => {
  const { house, log } = edge;
  void app.register((routes, _, done) => {
    routes.removeAllContentTypeParsers();
    // The stream is read by the one who takes the file in.
    routes.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));

    routes.post('/handlingar', async (request, reply) => {
      const began = performance.now();
      const id = { uppladdning: '', by: '' };
      const tell = (utfall: string): void => log.info({ uppladdning: id.uppladdning, by: id.by, utfall, ms: Math.round(performance.now() - began) }, 'uppladdning');
      try {
        const viewer = await viewerOf(edge, request);
        id.by = viewer.by;
        const query = request.query as Query;
        const uppladdning = (id.uppladdning = uuidIn(query, 'uppladdning') ?? randomUUID());
        const target = await targetOf(edge, query, viewer);
        if (Number(request.headers['content-length'] ?? 0) > FILE_BYTES_MAX) throw new FileTooLarge();
        // Left open when the file is refused, so that the answer reaches who is still sending.
        const body = request.raw.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Uint8Array>;
        const { storlek, medietyp, hash } = await house.files.receive({ id: uppladdning, handling: target.handling ?? uppladdning, namnd: target.namnd, by: viewer.by }, body, new Medietyp());
        tell('MOTTAGEN');
        return await reply.code(201).headers(FILE_HEADERS).send({ uppladdning, storlek, medietyp, hash });
      } catch (fault) {
        const refused = request.raw.destroyed && !request.raw.complete ? new FileRefused(400, 'AVBRUTEN', new UploadBroken().message) : toldRefusal(fault, log);
        tell(refused.kod);
        // Who is still sending gets the answer first, and is cut off if that does not help.
        if (!request.raw.complete) drain(request);
        return refuseFile(reply, refused);
      }
    });

    routes.get('/handlingar/uppladdning/:id', async (request, reply) => {
      try {
        const viewer = await viewerOf(edge, request);
        const { id } = request.params as { readonly id: string };
        const found = await house.files.progress(id.toLowerCase(), viewer.by);
        if (found === undefined) throw new FileRefused(404, 'UPPLADDNINGEN_FINNS_INTE', 'Uppladdningen finns inte, eller är någon annans.');
        const { mottaget, upload } = found;
        return await reply.headers(FILE_HEADERS).send({ uppladdning: id.toLowerCase(), mottaget, fardig: upload !== undefined, ...(upload !== undefined && { storlek: upload.storlek, medietyp: upload.medietyp, hash: upload.hash }) });
      } catch (fault) {
        return refuseFile(reply, toldRefusal(fault, log));
      }
    });
    done();
  });
};

/** Node reads to its end only what nobody began to read. */
const drain = ({ raw }: FastifyRequest): void => {
  setImmediate(() => raw.resume());
  setTimeout(() => raw.complete || raw.destroy(), LINGER_MS).unref();
};

/** The nämnd that the file is for, and the handling that it is to be a version of. Throws FileRefused. */
const targetOf = async ({ house }: EdgeOptions, query: Query, viewer: Viewer): Promise<{ readonly namnd: string; readonly handling: string | undefined }> => {
  if (viewer.by === 'allmanheten') throw new FileRefused(401, 'IDENTITET_SAKNAS', 'Ange ett åtkomstbevis: Authorization: Bearer <token>.');
  const namnd = uuidIn(query, 'namnd');
  if (namnd === undefined) throw new FileRefused(400, 'OGILTIG_INDATA', 'Ange nämnden: ?namnd=<id>.');
  const handling = uuidIn(query, 'handling');
  const roll = viewer.roll(namnd, handling === undefined ? 'LaggTillHandling' : 'LaggTillHandlingsversion');
  if (typeof roll !== 'string') throw new FileRefused(403, roll.hinder[0].kod, roll.hinder[0].text);
  // Of the log: the live copy may not have heard of it yet.
  if (handling !== undefined && (await asOf(handlingen, house.log, handling))?.namnd !== namnd) throw new FileRefused(404, 'HANDLINGEN_FINNS_INTE', 'Handlingen finns inte i nämnden.');
  return { namnd, handling };
};

const FULL = ['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_IOERR_WRITE'];
/** A fault as the client may hear it. What nobody foresaw is logged with where it happened, and told only as a fault of ours. */
export const toldRefusal = (fault: unknown, log: FastifyBaseLogger): FileRefused => {
  if (fault instanceof FileRefused) return fault;
  if (fault instanceof FileTooLarge) return new FileRefused(413, 'FILEN_AR_FOR_STOR', fault.message);
  if (fault instanceof FileEmpty) return new FileRefused(400, 'FILEN_AR_TOM', fault.message);
  if (fault instanceof BlobTaken) return new FileRefused(409, 'UPPLADDNINGENS_ID_UPPTAGET', 'Uppladdningens id är redan använt. Ge den nya ett eget id.');
  if (fault instanceof UploadBroken) return new FileRefused(408, 'AVBRUTEN', fault.message);
  if (fault instanceof KeyDestroyed) return new FileRefused(410, 'GALLRAT', 'Handlingen är gallrad. Inget kan läggas till.');
  log.error(faultLine(fault), 'internt fel med en fil');
  if (!(fault instanceof StoreUnavailable)) return new FileRefused(500, 'INTERNT_FEL', 'Ett internt fel inträffade.');
  const { code } = (fault.cause ?? {}) as { readonly code?: string };
  return code !== undefined && FULL.includes(code)
    ? new FileRefused(507, 'DISKEN_AR_FULL', 'Disken är full. Inget av filen är sparat. Försök igen när det finns utrymme.')
    : new FileRefused(503, 'LAGRET_SVARAR_INTE', 'Lagret kan inte användas just nu. Inget av filen är sparat. Försök igen om en stund.');
};
