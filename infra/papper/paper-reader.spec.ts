import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { isRefusal, type PdfContent } from '@klubba/kernel';
import { pdfMed, signerad } from '../../test/exempel/pdf';
import { ThreadedPaperReader } from './paper-reader';

const reader = new ThreadedPaperReader();
const read = async (bytes: Uint8Array): Promise<PdfContent> => {
  const content = await reader.pdf(bytes);
  if (isRefusal(content)) throw new Error(content.hinder[0].text);
  return content;
};
const refused = async (bytes: Uint8Array, by = reader): Promise<string> => {
  const content = await by.pdf(bytes);
  return isRefusal(content) ? content.hinder[0].kod : JSON.stringify(content);
};
const SIDOR = ['§ 12  Taxa för något\n\nBeslut\n1. Nämnden antar taxan,\nåtminstone för i år.', '§ 13  Övrigt'];

describe('En PDF', () => {
  it('läses sida för sida och rad för rad, med tom rad där sidan har ett mellanrum', async () => {
    expect((await read(await pdfMed(SIDOR))).pages).toEqual(SIDOR.map((sida) => sida.replace('  ', ' ')));
  });
  it('utan text, trasig, låst eller av annat slag får sitt hinder', async () => {
    expect(await refused(await pdfMed(['']))).toBe('PDF_UTAN_TEXT');
    const whole = await pdfMed(SIDOR);
    expect(await refused(whole.slice(0, 40))).toBe('PDF_TRASIG');
    expect(await refused(Buffer.from('Inte en PDF'))).toBe('PDF_TRASIG');
    const locked = await PDFDocument.load(whole);
    locked.encrypt({ userPassword: 'påhittat', ownerPassword: 'påhittat' });
    expect(await refused(await locked.save())).toBe('PDF_KRYPTERAD');
  });
  it('som bara är skyddad mot utskrift läses som andra', async () => {
    const guarded = await PDFDocument.load(await pdfMed(SIDOR));
    guarded.encrypt({ ownerPassword: 'påhittat', permissions: { printing: false } });
    expect(await read(await guarded.save())).toMatchObject({ pages: [expect.stringContaining('Nämnden antar taxan,'), '§ 13 Övrigt'], signatures: [], active: [] });
  });
  it('som blåser upp sig kostar en tråd och inte huset', async () => {
    const bomb = await pdfMed(['x'], (pdf) => {
      const stream = pdf.context.stream(deflateSync(Buffer.alloc(200 * 2 ** 20, ' ')), { Filter: 'FlateDecode' });
      pdf.getPage(0).node.set(PDFName.of('Contents'), pdf.context.register(stream));
    });
    expect(await refused(bomb, new ThreadedPaperReader({ memoryMb: 64, ms: 60_000 }))).toBe('PDF_FOR_STOR');
  });
  it('som aldrig blir färdig ges upp', async () => expect(await refused(await pdfMed(SIDOR), new ThreadedPaperReader({ memoryMb: 512, ms: 1 }))).toBe('PDF_FOR_STOR'));
  it('som är skadad var som helst läses eller får ett hinder, och fäller aldrig huset', async () => {
    const whole = Buffer.from(await signerad(await pdfMed(SIDOR), { namn: 'Rut Påhittad', tid: '2018-04-04T09:30:00.000Z' }));
    const damage = fc.oneof(fc.record({ cut: fc.integer({ min: 0, max: whole.length }) }), fc.array(fc.record({ at: fc.integer({ min: 0, max: whole.length - 1 }), to: fc.integer({ min: 0, max: 255 }) }), { minLength: 1, maxLength: 200 }));
    await fc.assert(fc.asyncProperty(damage, async (how) => {
      const bytes = Buffer.from('cut' in how ? whole.subarray(0, how.cut) : whole);
      if (!('cut' in how)) for (const { at, to } of how) bytes[at] = to;
      const content = await reader.pdf(bytes);
      if (isRefusal(content)) expect(content.hinder[0].kod).toMatch(/^PDF_/);
      else expect(content.pages.length).toBeGreaterThan(0);
    }), { numRuns: 15 });
  });
  it('läses två åt gången; de andra väntar och läses de med', async () => {
    const many = await Promise.all(Array.from({ length: 5 }, async (_, i) => read(await pdfMed([`Sida i fil ${i}`]))));
    expect(many.map(({ pages }) => pages)).toEqual(Array.from({ length: 5 }, (_, i) => [`Sida i fil ${i}`]));
  });
  it('säger vad i den som är mer än papper', async () => {
    const active = await read(await pdfMed(SIDOR, async (pdf) => {
      await pdf.attach(Buffer.from('bilaga'), 'bilaga.txt');
      pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') }));
    }));
    expect(active.active).toEqual(['filer', 'javascript']);
    expect((await read(await pdfMed(SIDOR))).active).toEqual([]);
  });
});

describe('En underskrift i en PDF', () => {
  const skriven = { namn: 'Rut Påhittad', tid: '2018-04-04T09:30:00.000Z' };
  it('sägs med namn och tid som de står, hel och orörd', async () => {
    expect((await read(await signerad(await pdfMed(SIDOR), skriven))).signatures).toEqual([{ name: 'Rut Påhittad', time: '2018-04-04T09:30:00.000Z', timeFrom: 'signature', intact: true, whole: true }]);
  });
  it('är inte orörd när en enda byte har ändrats', async () => {
    const bytes = Buffer.from(await signerad(await pdfMed(SIDOR), skriven));
    const at = bytes.indexOf('%PDF-1.') + 7;
    bytes[at] = bytes[at]! ^ 1;
    expect((await read(bytes)).signatures).toMatchObject([{ name: 'Rut Påhittad', intact: false, whole: true }]);
  });
  it('täcker inte hela filen när något har lagts till efteråt', async () => {
    const bytes = Buffer.concat([await signerad(await pdfMed(SIDOR), skriven), Buffer.from('\n% mer\n')]);
    expect((await read(bytes)).signatures).toMatchObject([{ intact: true, whole: false }]);
  });
});
