import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { handlingen, handlingsversion } from '@klubba/handling';
import { GALLRAT, type Token } from '@klubba/kernel';
import { handlingsklass, type Las, oppnaPlatser } from '../../libs/handling/handling.klass.graphql';
import { faultLine } from './faults';
import type { Address } from './filadress';
import type { EdgeOptions } from './graphql-driver';
import { FILE_HEADERS, FileRefused, refuseFile, toldRefusal, viewerOf } from './uppladdning';

export const WRONG = new FileRefused(403, 'ADRESSEN_GALLER_INTE', 'Adressen gäller inte. Hämta en ny ur handlingens fält adress.');
export const OLD = new FileRefused(410, 'ADRESSEN_HAR_GATT_UT', 'Adressen har gått ut. Hämta en ny ur handlingens fält adress.');
const NOT_YOURS = new FileRefused(403, 'ADRESSEN_AR_NAGON_ANNANS', 'Adressen är utfärdad till någon annan. Hämta en egen ur handlingens fält adress.');
const GONE = new FileRefused(410, 'GALLRAT', 'Handlingen är gallrad.');

/** `GET /handlingar/hamta/<address>`: the content of a version, piece by piece, to whoever may still read it by the handling's class today. */
export const serveDownloads = (app: FastifyInstance, edge: EdgeOptions): void => {
  const { log, files } = edge;
  app.get('/handlingar/hamta/*', async (request, reply) => {
    let address: Address | 'gammal' | undefined;
    const tell = (utfall: string): void => {
      if (typeof address === 'object') log.info({ handling: address.handling, version: address.version, by: address.by, utfall }, 'hämtning');
    };
    try {
      address = files.read((request.params as { readonly '*': string })['*']);
      if (address === undefined) throw WRONG;
      if (address === 'gammal') throw OLD;
      await provaPerson(edge, request, address);
      const { headers, content } = await open(edge, address);
      tell('LAMNAD');
      return await reply.headers(headers).send(Readable.from(watched(content, (fault) => {
        log.error({ handling: (address as Address).handling, ...faultLine(fault) }, 'en fil kunde inte lämnas hel');
      }), { objectMode: false }));
    } catch (fault) {
      const refused = toldRefusal(fault, log);
      tell(refused.kod);
      return refuseFile(reply as FastifyReply, refused);
    }
  });
};

/** The address is enough by itself, so that a browser can follow it. Whoever shows a token as well must be the one it was given to. */
export const provaPerson = async (edge: EdgeOptions, request: FastifyRequest, { by }: Pick<Address, 'by'>): Promise<void> => {
  if (request.headers.authorization !== undefined && (await viewerOf(edge, request)).by !== by) throw NOT_YOURS;
};

const open = async ({ house: { models, files, vault } }: EdgeOptions, { klasser, namnd, handling, version }: Address): Promise<{ readonly headers: Record<string, string>; readonly content: AsyncIterable<Uint8Array> }> => {
  const doc = models.get(handlingen, handling);
  const fil = doc && handlingsversion(doc, version);
  if (doc === undefined || fil === undefined || doc.namnd !== namnd) throw WRONG;
  const nu: Las = async (projection, id) => models.get(projection, id);
  const klass = handlingsklass(doc, doc, await oppnaPlatser(doc, doc, nu, nu, (en) => klasser.includes(en)));
  if (klass === undefined || !klasser.includes(klass)) throw new FileRefused(403, 'BEHORIGHET_SAKNAS', 'Du får inte längre läsa handlingen.');
  const [namn, salt] = [await vault.open(doc.namn as Token), await vault.open(fil.salt as Token)];
  if (namn === GALLRAT || salt === GALLRAT) throw GONE;
  const content = await files.content(fil.blob, handling, { ...fil, salt: salt as string });
  if (content === GALLRAT) throw GONE;
  return {
    content,
    headers: {
      ...FILE_HEADERS, 'content-type': fil.medietyp, 'content-length': String(fil.storlek), 'content-disposition': attachment(namn as string), ...NOTHING_RUNS,
    },
  };
};

/** Whatever is in it runs nowhere near Klubba. */
export const NOTHING_RUNS = { 'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'", 'x-frame-options': 'DENY' } as const;

/** The name in both forms (RFC 6266): plain for old readers, and as it is (RFC 5987). Without what could be a path. */
export const attachment = (namn: string): string => {
  const name = namn.replace(/[\\/\n]+/g, '_').slice(0, 200);
  const plain = name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[^\x20-\x7e]|["%]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(/['()*!]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
};

/** The same, and a word to the log when it breaks: the connection is cut then, since part of the answer has gone. */
async function* watched(content: AsyncIterable<Uint8Array>, broke: (fault: unknown) => void): AsyncGenerator<Uint8Array> {
  try {
    yield* content;
  } catch (fault) {
    broke(fault);
    throw fault;
  }
}
