import { createHash, webcrypto } from 'node:crypto';
import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { Integer, OctetString, PrintableString, UTCTime, ObjectIdentifier } from 'asn1js';
import { AttributeTypeAndValue, Attribute, Certificate, ContentInfo, EncapsulatedContentInfo, IssuerAndSerialNumber, SignedAndUnsignedAttributes, SignedData, SignerInfo } from 'pkijs';

/** A PDF with these pages of text, line by line; an empty line is a gap. */
export const pdfMed = async (sidor: readonly string[], andra: (pdf: PDFDocument) => void | Promise<void> = () => undefined): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const text of sidor) {
    const page = pdf.addPage([595, 842]);
    text.split('\n').forEach((line, i) => line !== '' && page.drawText(line, { x: 50, y: 790 - i * 14, size: 10, font }));
  }
  await andra(pdf);
  return pdf.save({ useObjectStreams: false });
};

const ZEROES = '0'.repeat(16_384);
const RANGE = 9_999_999_999;

/** The PDF signed by someone invented, with a certificate and key made here. */
export const signerad = async (pdf: Uint8Array, { namn, tid }: { readonly namn: string; readonly tid: string }): Promise<Uint8Array> => {
  const document = await PDFDocument.load(pdf);
  const { context } = document;
  const range = PDFArray.withContext(context);
  for (const n of [0, RANGE, RANGE, RANGE]) range.push(PDFNumber.of(n));
  const signature = context.register(context.obj({ Type: 'Sig', Filter: 'Adobe.PPKLite', SubFilter: 'adbe.pkcs7.detached', ByteRange: range, Contents: PDFHexString.of(ZEROES), M: PDFString.fromDate(new Date(tid)) }));
  const field = context.register(context.obj({ FT: 'Sig', T: PDFString.of('Underskrift'), V: signature }));
  document.catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [field], SigFlags: 3 }));
  const bytes = Buffer.from(await document.save({ useObjectStreams: false }));

  const from = bytes.indexOf(`<${ZEROES}>`);
  const to = from + ZEROES.length + 2;
  const placeholder = `[ 0 ${RANGE} ${RANGE} ${RANGE} ]`;
  const where = bytes.indexOf(placeholder);
  if (from < 0 || where < 0) throw new Error('platsen för underskriften hittas inte');
  bytes.write(`[ 0 ${from} ${to} ${bytes.length - to} ]`.padEnd(placeholder.length), where, 'latin1');
  const cms = await undertecknat(Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]), namn, new Date(tid));
  bytes.write(Buffer.from(cms).toString('hex'), from + 1, 'latin1');
  return bytes;
};

const DATA = '1.2.840.113549.1.7.1';
const SIGNED = '1.2.840.113549.1.7.2';
const undertecknat = async (covered: Uint8Array, namn: string, tid: Date): Promise<ArrayBuffer> => {
  const keys = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const certificate = new Certificate({ version: 2, serialNumber: new Integer({ value: 1 }) });
  for (const who of [certificate.issuer, certificate.subject]) who.typesAndValues.push(new AttributeTypeAndValue({ type: '2.5.4.3', value: new PrintableString({ value: namn }) }));
  certificate.notBefore.value = new Date('2018-01-01T00:00:00Z');
  certificate.notAfter.value = new Date('2028-01-01T00:00:00Z');
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(keys.privateKey, 'SHA-256');
  const digest = createHash('sha256').update(covered).digest();
  const signed = new SignedData({
    version: 1, encapContentInfo: new EncapsulatedContentInfo({ eContentType: DATA }), certificates: [certificate],
    signerInfos: [new SignerInfo({
      version: 1, sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
      signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: [
        new Attribute({ type: '1.2.840.113549.1.9.3', values: [new ObjectIdentifier({ value: DATA })] }),
        new Attribute({ type: '1.2.840.113549.1.9.5', values: [new UTCTime({ valueDate: tid })] }),
        new Attribute({ type: '1.2.840.113549.1.9.4', values: [new OctetString({ valueHex: new Uint8Array(digest).buffer })] }),
      ] }),
    })],
  });
  await signed.sign(keys.privateKey, 0, 'SHA-256', new Uint8Array(covered).buffer);
  return new ContentInfo({ contentType: SIGNED, content: signed.toSchema(true) }).toSchema().toBER(false);
};
