import { docxMed, xlsxMed, zipMed } from '../../test/exempel/kontor';
import { Medietyp } from './medietyp';

const typen = async (...delar: readonly (string | Uint8Array)[]): Promise<string> => {
  const sniffer = new Medietyp();
  for (const [nr, del] of delar.entries()) await sniffer.see(typeof del === 'string' ? Buffer.from(del) : del, nr);
  return sniffer.type();
};
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const makro = zipMed({ '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${TYPES}"><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>`, 'word/document.xml': '<x/>' });

describe('Medietypen läses ur innehållet', () => {
  it('av kontorsfiler, också dem som kan bära makron, och av andra arkiv', async () => {
    expect(await typen(docxMed(['Hej']))).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    expect(await typen(xlsxMed([['a']]))).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(await typen(makro)).toBe('application/vnd.ms-word.document.macroenabled.12');
    expect(await typen(zipMed({ 'a.txt': 'a' }))).toBe('application/zip');
  });
  it('av ett avhugget arkiv sägs att det är ett arkiv', async () => expect(await typen(Buffer.from('PK\u0003\u0004trasigt', 'latin1'))).toBe('application/zip'));
  it('text är UTF-8 hela vägen: ett tecken får delas mellan två bitar, men inte brytas av', async () => {
    const tecken = Buffer.from('å');
    expect(await typen(Buffer.concat([Buffer.from('abc'), tecken.subarray(0, 1)]), Buffer.concat([tecken.subarray(1), Buffer.from(' slut')]))).toBe('text/plain');
    expect(await typen(Buffer.concat([Buffer.from('abc'), tecken.subarray(0, 1)]))).toBe('application/octet-stream');
    expect(await typen('text', Buffer.from([0xff, 0xfe]))).toBe('application/octet-stream');
  });
  it('en tabell har lika många skiljetecken på varje rad', async () => {
    expect(await typen('a;b\n"x;y";z\n')).toBe('text/csv');
    expect(await typen('a\tb\r\n1\t2')).toBe('text/csv');
    expect(await typen('Hej, du.\nDetta är text\n')).toBe('text/plain');
    expect(await typen('a;b\n')).toBe('text/plain');
  });
  it('JSON är hel, annars är den text', async () => {
    expect(await typen('[1]')).toBe('application/json');
    expect(await typen('[1', ', 2]')).toBe('text/plain');
  });
});
