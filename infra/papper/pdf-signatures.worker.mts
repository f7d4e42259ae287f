// The electronic signatures of a PDF, and what in it is more than paper. Runs by itself in a thread: what it reads was made by others.
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFStream, PDFString } from '@cantoo/pdf-lib';
import { type Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';
import type { PdfActive, PdfSignature } from '../../libs/kernel/paper.js';

export type PdfMarks = { readonly signatures: readonly PdfSignature[]; readonly active: readonly PdfActive[] } | { readonly fault: 'broken' };

const bytes = workerData as Uint8Array;
const name = (key: string): PDFName => PDFName.of(key);
const dictOf = (object: PDFObject): PDFDict | undefined => (object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : undefined);

/** Every dictionary of the file, those inside others too. */
const dictsIn = (object: PDFObject, depth = 0): readonly PDFDict[] => {
  if (depth > 50) return [];
  if (object instanceof PDFArray) return object.asArray().flatMap((inner) => dictsIn(inner, depth + 1));
  const dict = dictOf(object);
  return dict === undefined ? [] : [dict, ...dict.values().flatMap((inner) => dictsIn(inner, depth + 1))];
};

const ACTIONS: Readonly<Record<string, PdfActive>> = { '/JavaScript': 'javascript', '/Launch': 'program', '/RichMedia': 'program' };
const activeOf = (dict: PDFDict): readonly PdfActive[] => {
  const action = [dict.get(name('S')), dict.get(name('Subtype'))].map((one) => ACTIONS[String(one)]).filter((one) => one !== undefined);
  return [...action, ...(dict.has(name('JS')) ? ['javascript' as const] : []), ...(dict.has(name('EF')) || dict.has(name('EmbeddedFiles')) ? ['filer' as const] : [])];
};

const textOf = (value: PDFObject | undefined): string | undefined => (value instanceof PDFString || value instanceof PDFHexString ? value.decodeText().trim() || undefined : undefined);
// eslint-disable-next-line no-control-regex
const clean = (text: string | undefined): string | undefined => text?.toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').normalize('NFC').trim() || undefined;
/** `D:20180321120000+01'00'` as 2018-03-21T12:00:00+01:00. */
const fileTime = (text: string | undefined): string | undefined => {
  const [, y, mo, d, h, mi, s, zone] = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d'?\d\d)?/.exec(text ?? '') ?? [];
  return y === undefined ? undefined : `${y}-${mo}-${d}T${h}:${mi}:${s ?? '00'}${zone === undefined ? '' : zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`}`;
};

const CN = '2.5.4.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const DIGESTS: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1', '2.16.840.1.101.3.4.2.1': 'sha256', '2.16.840.1.101.3.4.2.2': 'sha384', '2.16.840.1.101.3.4.2.3': 'sha512',
};
const attribute = ({ signedAttrs }: SignerInfo, oid: string): { readonly valueBlock: { readonly valueHexView?: Uint8Array }; toDate?(): Date } | undefined =>
  signedAttrs?.attributes.find(({ type }) => type === oid)?.values[0] as never;

const signerOf = (signed: SignedData, { sid }: SignerInfo): Certificate | undefined => {
  const certificates = (signed.certificates ?? []).filter((one): one is Certificate => 'subjectPublicKeyInfo' in one);
  const own = sid instanceof IssuerAndSerialNumber ? certificates.find(({ serialNumber, issuer }) => serialNumber.isEqual(sid.serialNumber) && issuer.isEqual(sid.issuer)) : undefined;
  return own ?? (certificates.length === 1 ? certificates[0] : undefined);
};

/** What the signature itself says (CMS, RFC 5652). */
const cmsOf = async (contents: Uint8Array, covered: Uint8Array): Promise<{ name?: string; time?: string; intact?: boolean }> => {
  const signed = new SignedData({ schema: ContentInfo.fromBER(contents).content });
  const signer = signed.signerInfos[0];
  if (signer === undefined) return {};
  const cn = signerOf(signed, signer)?.subject.typesAndValues.find(({ type }) => type === CN)?.value.valueBlock.value as string | undefined;
  const time = attribute(signer, SIGNING_TIME)?.toDate?.();
  const digest = DIGESTS[signer.digestAlgorithm.algorithmId];
  const said = attribute(signer, MESSAGE_DIGEST)?.valueBlock.valueHexView;
  const changed = digest !== undefined && said !== undefined && !createHash(digest).update(covered).digest().equals(said);
  // Whether the certificate is to be believed is not asked: that is a validation, and this is a reading.
  const intact = changed ? false : await signed.verify({ signer: 0, data: new Uint8Array(covered).buffer, checkChain: false }).catch(() => undefined);
  return { ...(cn !== undefined && { name: cn }), ...(time !== undefined && { time: time.toISOString() }), ...(intact !== undefined && { intact }) };
};

const LT = 0x3c;
const GT = 0x3e;
const signatureOf = async (dict: PDFDict): Promise<PdfSignature | undefined> => {
  const range = dict.lookup(name('ByteRange'));
  const contents = dict.lookup(name('Contents'));
  if (!(range instanceof PDFArray) || !(contents instanceof PDFHexString) || range.size() !== 4) return undefined;
  const [a, b, c, d] = range.asArray().map((one) => (one instanceof PDFNumber ? one.asNumber() : Number.NaN)) as [number, number, number, number];
  if (![a, b, c, d].every((one) => Number.isSafeInteger(one) && one >= 0) || c + d > bytes.length || a + b > c) return { whole: false, intact: false };
  const covered = Buffer.concat([bytes.subarray(a, a + b), bytes.subarray(c, c + d)]);
  const cms: Awaited<ReturnType<typeof cmsOf>> = await cmsOf(contents.asBytes(), covered).catch(() => ({}));
  const said = textOf(dict.lookup(name('Name')));
  const written = fileTime(textOf(dict.lookup(name('M'))));
  const who = clean(cms.name ?? said);
  return {
    ...(who !== undefined && { name: who }), ...(cms.intact !== undefined && { intact: cms.intact }),
    ...(cms.time !== undefined ? { time: cms.time, timeFrom: 'signature' as const } : written !== undefined && { time: written, timeFrom: 'file' as const }),
    // The gap is the signature's own bytes between its angle brackets, and nothing else.
    whole: a === 0 && c + d === bytes.length && bytes[a + b] === LT && bytes[c - 1] === GT,
  };
};

const read = async (): Promise<PdfMarks> => {
  try {
    // A file that may be opened by anyone and only not printed is encrypted too, with no password.
    const { context } = await PDFDocument.load(bytes, { ignoreEncryption: true, password: '', updateMetadata: false });
    const dicts = context.enumerateIndirectObjects().flatMap(([, object]) => dictsIn(object));
    const signatures: PdfSignature[] = [];
    for (const dict of dicts.filter((one) => one.has(name('ByteRange')))) {
      const signature = await signatureOf(dict);
      if (signature !== undefined) signatures.push(signature);
    }
    return { signatures, active: [...new Set(dicts.flatMap(activeOf))].sort() };
  } catch {
    return { fault: 'broken' };
  }
};

parentPort?.postMessage(await read());
