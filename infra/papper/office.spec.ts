import { isRefusal, type Refusal, type Table } from '@klubba/kernel';
import { docxMed, svallande, xlsxMed, zipMed } from '../../test/exempel/kontor';
import { ThreadedPaperReader } from './paper-reader';

const reader = new ThreadedPaperReader();
const told = (outcome: object): string => (isRefusal(outcome) ? `${(outcome as Refusal).hinder[0].kod}: ${(outcome as Refusal).hinder[0].text}` : JSON.stringify(outcome));
const table = async (bytes: Uint8Array): Promise<Table> => {
  const read = await reader.table(bytes);
  if (isRefusal(read)) throw new Error(told(read));
  return read;
};
const text = (utf8: string): Buffer => Buffer.from(utf8, 'utf8');
const latin = (string: string): Buffer => Buffer.from(string.replaceAll('–', '\u0096'), 'latin1');

describe('En lista i Excel', () => {
  it('läses rad för rad, med radernas nummer och dagar som ÅÅÅÅ-MM-DD', async () => {
    const read = await table(xlsxMed([['Namn', 'Från', 'Ordning'], [], [' Rut  Påhittad ', { dag: '2019-01-01' }, 3]], { ark: ['Ledamöter & andra', 'Annat'] }));
    expect(read).toEqual({ rows: [{ row: 1, cells: ['Namn', 'Från', 'Ordning'] }, { row: 3, cells: ['Rut Påhittad', '2019-01-01', '3'] }], merged: [], sheet: 'Ledamöter & andra', sheets: 2 });
  });
  it('säger vilka celler som är sammanslagna', async () =>
    expect((await table(xlsxMed([['Namn'], ['a'], ['b']], { sammanslagna: ['A2:A3'] }))).merged).toEqual([{ ref: 'A2:A3', from: 2, to: 3 }]));
  it('läses också med delade strängar, formatering i dem, formler och absoluta vägar, som Excel skriver dem', async () => {
    const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
    const rows = '<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>43466</v></c><c r="C1" t="str"><f>A1&amp;"x"</f><v>uträknat</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="b"><v>1</v></c><c r="C2"><v>0.5</v></c></row>';
    const bok = xlsxMed([], { bladXml: (xml) => xml.replace('<sheetData></sheetData>', `<sheetData>${rows}</sheetData>`), delar: {
      'xl/_rels/workbook.xml.rels': rels, 'xl/sharedStrings.xml': '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="2" uniqueCount="2"><si><t>Åsa</t></si><si><r><t>Två </t></r><r><rPr><b/></rPr><t xml:space="preserve">ord</t></r></si></sst>', 'xl/theme/theme1.xml': '<x/>',
    } });
    expect((await table(bok)).rows).toEqual([{ row: 1, cells: ['Åsa', '2019-01-01', 'uträknat'] }, { row: 2, cells: ['Två ord', 'ja', '0.5'] }]);
  });
  it('läses ur det första arket som visas', async () => {
    const dolt = xlsxMed([['Hemligt']], { ark: ['Dolt', 'Visat'], workbookXml: (xml) => xml.replace('name="Dolt"', 'name="Dolt" state="hidden"') });
    expect(await table(dolt)).toEqual({ rows: [], merged: [], sheet: 'Visat', sheets: 1 });
  });
  it('får ha hela kolumner av tom formatering', async () => {
    const formatted = (xml: string): string => xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>');
    expect((await table(xlsxMed([['Namn'], ['a']], { bladXml: formatted }))).rows).toHaveLength(2);
  });
  it('säger var ett formelfel står', async () => {
    const broken = (xml: string): string => xml.replace('</sheetData>', '<row r="7"><c r="B7" t="n"><v>inget tal</v></c></row></sheetData>');
    expect(told(await reader.table(xlsxMed([['Namn']], { bladXml: broken })))).toBe('FILEN_AR_TRASIG: Rad 7, kolumn B: cellen har ett fel. Rätta det och spara filen på nytt.');
  });
});

describe('En lista som text', () => {
  it.each([
    ['utf-8', 'semikolon', text('Namn;Parti\nRut Påhittad;S\n')],
    ['utf-8', 'komma', text('\ufeffNamn,Parti\r\n"Påhittad, Rut",S\r\n')],
    ['windows-1252', 'tab', latin('Namn\tParti\r\nRut Påhittad\tS\r\n')],
    ['utf-16', 'semikolon', Buffer.from('\ufeffNamn;Parti\r\nRut Påhittad;S\r\n', 'utf16le')],
    ['utf-8', 'semikolon', text('sep=;\r\nNamn;Parti\r\nRut Påhittad;S\r\n')],
  ])('i %s med %s läses rätt, och det gissade sägs', async (encoding, delimiter, bytes) => {
    const read = await table(bytes);
    expect(read).toMatchObject({ encoding, delimiter });
    expect(read.rows.map(({ cells }) => cells)).toEqual([['Namn', 'Parti'], [delimiter === 'komma' ? 'Påhittad, Rut' : 'Rut Påhittad', 'S']]);
  });
  it('har radnummer som i filen, också över tomma rader och text på flera rader', async () =>
    expect((await table(text('Namn;Not\n\nRut;"en\ntext"\nEva;x'))).rows.map(({ row }) => row)).toEqual([1, 3, 5]));
  it('vars citattecken inte går ihop får veta raden', async () => expect(told(await reader.table(text('Namn;Not\na;b\n"Rut;x\n')))).toMatch(/^FILEN_AR_TRASIG: Rad \d+: citattecknen går inte ihop/));
});

describe('En fil som inte ska läsas', () => {
  const refused = async (bytes: Uint8Array): Promise<string> => told(await reader.table(bytes));
  it('är tom, för stor eller av ett annat slag', async () => {
    expect(await refused(Buffer.alloc(0))).toMatch(/^FILEN_AR_TOM/);
    expect(await refused(Buffer.alloc(21 * 2 ** 20))).toMatch(/^FILEN_FOR_STOR/);
    expect(await refused(text('%PDF-1.7\n\u0000'))).toBe('FEL_FILSLAG: Filen är en PDF. En lista ska vara .xlsx eller text med avgränsare (.csv).');
    expect(await refused(Buffer.from([1, 2, 3, 0, 5]))).toMatch(/^FEL_FILSLAG/);
    expect(await refused(docxMed(['Hej']))).toMatch(/^FEL_FILSLAG: Filen är ett Word-dokument/);
    expect(await refused(zipMed({ 'a.txt': 'x' }))).toMatch(/^FEL_FILSLAG/);
  });
  it('är trasig, krypterad eller av det gamla slaget', async () => {
    const whole = xlsxMed([['Namn'], ['a']]);
    expect(await refused(whole.subarray(0, 400))).toMatch(/^FILEN_AR_TRASIG/);
    const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    expect(await refused(Buffer.concat([ole, Buffer.alloc(600)]))).toMatch(/^GAMMALT_FILFORMAT/);
    expect(await refused(Buffer.concat([ole, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]))).toMatch(/^FILEN_AR_KRYPTERAD/);
  });
  it('bär makron, hämtar ur andra filer eller har en dokumenttyp av egen sort', async () => {
    expect(await refused(xlsxMed([['Namn']], { delar: { 'xl/vbaProject.bin': 'x' } }))).toMatch(/^FILEN_HAR_MAKRON/);
    expect(await refused(xlsxMed([['Namn']], { delar: { 'xl/externalLinks/externalLink1.xml': '<x/>' } }))).toMatch(/^FILEN_HAR_LANKAR/);
    expect(await refused(xlsxMed([['Namn']], { bladXml: (xml) => xml.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet') }))).toMatch(/^FILEN_AR_TRASIG/);
  });
  it('sväller: mycket, eller mer än den säger', async () => {
    expect(await refused(svallande('xl/workbook.xml', Buffer.alloc(70 * 2 ** 20, 'a')))).toMatch(/^FILEN_SVALLER/);
    expect(await refused(svallande('xl/workbook.xml', Buffer.alloc(8 * 2 ** 20, 'a')))).toMatch(/^FILEN_SVALLER/);
    expect(await refused(svallande('xl/workbook.xml', Buffer.alloc(8 * 2 ** 20, 'a'), 1000))).toMatch(/^FILEN_AR_TRASIG/);
  });
  it('har för många rader eller kolumner', async () => {
    expect(await refused(text(`Namn\n${'a\n'.repeat(10_100)}`))).toBe('LISTAN_FOR_STOR: Listan har för många rader. Högst 10 000 går. Dela filen.'.replace('10 000', (10_000).toLocaleString('sv-SE')));
    expect(await refused(xlsxMed([['Namn']], { bladXml: (xml) => xml.replace('</sheetData>', '<row r="900000"><c r="A900000"><v>1</v></c></row></sheetData>') }))).toMatch(/^LISTAN_FOR_STOR/);
    expect(await refused(text('a;'.repeat(60)))).toMatch(/^(?!LISTAN)/);
    expect(await refused(text(`${'a;'.repeat(61)}a`))).toMatch(/^LISTAN_FOR_STOR/);
  });
  it('tar för mycket tid eller minne', async () => {
    const many = text(`Namn;Parti\n${'Rut;S\n'.repeat(9000)}`);
    expect(told(await new ThreadedPaperReader({ memoryMb: 512, ms: 1 }).table(many))).toMatch(/^FILEN_FOR_TUNG: .*längre tid/);
  });
});

describe('Ett Word-dokument', () => {
  it('blir rubriker och stycken, och ingen HTML', async () => {
    expect(await reader.document(docxMed([{ rubrik: 1, text: 'Sammanfattning' }, 'Text <b>som den står</b>', { punkt: 'Att anta förslaget.' }, '']))).toEqual([
      { text: 'Sammanfattning', heading: 1 }, { text: 'Text <b>som den står</b>' }, { text: 'Att anta förslaget.', list: true },
    ]);
  });
  it('har sitt sidhuvud först, en gång', async () => {
    const head = '<w:hdr xmlns:w="x"><w:p><w:r><w:t>Datum</w:t><w:br/><w:t xml:space="preserve">2018-03-07 &amp; så</w:t></w:r></w:p><w:p/></w:hdr>';
    expect(await reader.document(docxMed(['Text'], { 'word/header1.xml': head, 'word/header2.xml': head }))).toEqual([{ text: 'Datum\n2018-03-07 & så' }, { text: 'Text' }]);
  });
  it('utan text, med makron, eller som är något annat får sitt hinder', async () => {
    expect(told(await reader.document(docxMed([''])))).toMatch(/^DOKUMENTET_UTAN_TEXT/);
    expect(told(await reader.document(docxMed(['a'], { 'word/vbaProject.bin': 'x' })))).toMatch(/^FILEN_HAR_MAKRON/);
    expect(told(await reader.document(xlsxMed([['a']])))).toMatch(/^FEL_FILSLAG: Filen är ett kalkylark/);
    expect(told(await reader.document(text('hej')))).toMatch(/^FEL_FILSLAG/);
    expect(told(await reader.document(docxMed(['a']).subarray(0, 300)))).toMatch(/^FILEN_AR_TRASIG/);
  });
});
