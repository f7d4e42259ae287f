import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { type Bound, isRefusal, type Package, type PackageFile } from '@klubba/kernel';
import { pdfMed } from '../../test/exempel/pdf';
import { bokmarken, zipnamn } from '../../test/exempel/paket';
import { ThreadedPaperBinder } from './paper-binder';
import { ThreadedPaperReader } from './paper-reader';

const binder = new ThreadedPaperBinder();
const reader = new ThreadedPaperReader();
const hash = 'ab'.repeat(32);
const fil = (name: string, bytes: Uint8Array, mediaType = 'application/pdf'): PackageFile => ({ name, mediaType, hash, bytes });
const paket = (parts: Package['parts'], more: Partial<Package> = {}): Package => ({ title: 'Kallelse SN 2018-03-21', at: '2018-03-14T08:00:00.000Z', cover: [{ text: 'Kallelse', style: 'heading' }], parts, ...more });
const bundet = async (whole: Package, by = binder): Promise<Bound> => {
  const bound = await by.bind(whole);
  if (isRefusal(bound)) throw new Error(bound.hinder[0].text);
  return bound;
};
const sidor = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const read = await reader.pdf(bytes);
  if (isRefusal(read)) throw new Error(read.hinder[0].text);
  return read.pages;
};

describe('Ett paket av papper', () => {
  it('är en PDF med försättsblad, ett bokmärke för varje ärende och dess filer efter dess blad', async () => {
    const { mediaType, bytes } = await bundet(paket([
      { title: '1. Upprop', lines: [], files: [] },
      { title: '2. Ny taxa', lines: [{ text: 'Dnr SN/2018:23' }], files: [fil('Förslag.pdf', await pdfMed(['Taxans första sida', 'Taxans andra sida'])), fil('Siffror.csv', Buffer.from('a;b'), 'text/csv')] },
      { title: '3. Łódź ☕', lines: [{ text: 'Łódź ☕ å' }], files: [] },
    ]));
    expect(mediaType).toBe('application/pdf');
    const pages = await sidor(bytes);
    expect(pages[0]).toBe('Kallelse\n1. Upprop\n2. Ny taxa\n3. ?ódz ?');
    expect(pages[1]).toContain(`Förslag.pdf, härefter\nSHA-256 ${hash}\nSiffror.csv, ingår inte: text/csv\nSHA-256 ${hash}`);
    expect(pages.slice(2, 4)).toEqual(['Taxans första sida', 'Taxans andra sida']);
    expect(await bokmarken(bytes)).toEqual([['1. Upprop', 1], ['2. Ny taxa', 2], ['3. Łódź ☕', 5]]);
  });
  it('är detsamma byte för byte när det görs igen', async () => {
    const whole = paket([{ title: '1. Ett', lines: [{ text: 'Text' }], files: [fil('A.pdf', await pdfMed(['A']))] }]);
    expect(Buffer.from((await bundet(whole)).bytes).equals((await bundet(whole)).bytes)).toBe(true);
  });
  it('bryter långa rader och ord, och går över på nya sidor', async () => {
    const { bytes } = await bundet(paket([{ title: '1. Långt', lines: [{ text: `${'ord '.repeat(2000)}${'x'.repeat(300)}` }], files: [] }]));
    const pages = await sidor(bytes);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.join(' ').match(/\bord\b/g)).toHaveLength(2000);
    expect(pages.join('').replace(/[^x]/g, '')).toHaveLength(300);
  });
  it('lämnar inget som kör eller skickar något kvar ur filerna', async () => {
    const elak = await pdfMed(['Sida'], (pdf) => {
      const { context } = pdf;
      const annat = context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: { S: 'URI', URI: 'https://exempel.invalid' } }));
      const skript = context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: { S: 'JavaScript', JS: 'app.alert(1)' } }));
      const sida = pdf.getPage(0).node;
      sida.set(PDFName.of('Annots'), context.obj([skript, annat]));
      sida.set(PDFName.of('AA'), context.obj({ O: { S: 'JavaScript', JS: 'app.alert(2)' } }));
    });
    expect(await reader.pdf(elak)).toMatchObject({ active: ['javascript'] });
    const bound = await PDFDocument.load((await bundet(paket([{ title: '1. Elak', lines: [], files: [fil('Elak.pdf', elak)] }]))).bytes);
    const sida = bound.getPage(2).node;
    expect([sida.has(PDFName.of('AA')), String(sida.lookup(PDFName.of('Annots'))).match(/ R/g)?.length]).toEqual([false, 1]);
  });
  it('är en zip med filerna som de är när någon av dem inte går att foga in', async () => {
    const last = await PDFDocument.load(await pdfMed(['Låst']));
    last.encrypt({ userPassword: 'påhittat', ownerPassword: 'påhittat' });
    const trasig = Buffer.from('%PDF-1.7 trasig');
    for (const bytes of [await last.save(), trasig]) {
      const bound = await bundet(paket([{ title: '1. A/B: "C"', lines: [], files: [fil('../Fil.pdf', bytes), fil('../Fil.pdf', Buffer.from('x'), 'text/plain')] }]));
      expect(bound.mediaType).toBe('application/zip');
      const namn = zipnamn(bound.bytes);
      expect(namn.map(([ett]) => ett)).toEqual(['Kallelse SN 2018-03-21.pdf', '001 1. A_B_ _C_/_Fil.pdf', '001 1. A_B_ _C_/2 _Fil.pdf']);
      expect(Buffer.from(namn[1]![1]).equals(bytes)).toBe(true);
      expect((await sidor(namn[0]![1]))[1]).toContain('../Fil.pdf, i paketet');
    }
  });
  it('som blir för stort, för tungt eller tar för lång tid får sitt hinder', async () => {
    const stor = fil('Stor.bin', Buffer.alloc(51 * 2 ** 20), 'application/octet-stream');
    expect(await binder.bind(paket([{ title: '1', lines: [], files: [stor, stor] }]))).toMatchObject({ hinder: [{ kod: 'PAKETET_FOR_STORT' }] });
    const bomb = await pdfMed(['x'], (pdf) => {
      const { context } = pdf;
      pdf.getPage(0).node.set(PDFName.of('Contents'), context.register(context.stream(deflateSync(Buffer.alloc(2 ** 20)), { Filter: 'FlateDecode' })));
    });
    expect(await new ThreadedPaperBinder({ memoryMb: 768, ms: 1 }).bind(paket([{ title: '1', lines: [], files: [fil('B.pdf', bomb)] }]))).toMatchObject({ hinder: [{ kod: 'PAKETET_FOR_TUNGT', text: expect.stringContaining('längre tid') }] });
  });
});
