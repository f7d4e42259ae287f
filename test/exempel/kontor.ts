import { deflateRawSync } from 'node:zlib';
import { storedZip } from '../../infra/papper/stored-zip';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A cell: text, a number, or a day that Excel shows as one. */
type Cell = string | number | { readonly dag: string };
type Extra = { readonly delar?: Readonly<Record<string, string | Uint8Array>>; readonly sammanslagna?: readonly string[]; readonly ark?: readonly string[]; readonly bladXml?: (xml: string) => string; readonly workbookXml?: (xml: string) => string };

const dagnummer = (dag: string): number => Math.round((Date.parse(dag) - Date.parse('1899-12-30')) / 86_400_000);
const bokstav = (i: number): string => String.fromCharCode(65 + i);

/** An Excel file with these rows on its first sheet, as small as they come. */
export const xlsxMed = (rader: readonly (readonly Cell[])[], { delar = {}, sammanslagna = [], ark = ['Blad1'], bladXml = (xml) => xml, workbookXml = (xml) => xml }: Extra = {}): Buffer => {
  const cell = (value: Cell, ref: string): string => {
    if (typeof value === 'string') return value === '' ? '' : `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
    return typeof value === 'number' ? `<c r="${ref}"><v>${value}</v></c>` : `<c r="${ref}" s="1"><v>${dagnummer(value.dag)}</v></c>`;
  };
  const rows = rader.map((celler, i) => `<row r="${i + 1}">${celler.map((value, j) => cell(value, `${bokstav(j)}${i + 1}`)).join('')}</row>`).join('');
  const merged = sammanslagna.length === 0 ? '' : `<mergeCells count="${sammanslagna.length}">${sammanslagna.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  const sheet = bladXml(`${XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${merged}</worksheet>`);
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': workbookXml(`${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELS}"><sheets>${ark.map((namn, i) => `<sheet name="${escaped(namn)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">${ark.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${RELS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rId90" Type="${RELS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${XML}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(ark.map((_, i) => [`xl/worksheets/sheet${i + 1}.xml`, i === 0 ? sheet : sheet.replace(/<sheetData>.*<\/sheetData>/, '<sheetData/>')])),
    ...delar,
  };
  return zipMed(parts);
};

/** A paragraph of a Word document: its text, and the name of its style or that it is in a list; or a table. */
type Stycke = string | { readonly rubrik: 1 | 2; readonly text: string } | { readonly punkt: string } | { readonly tabell: readonly (readonly string[])[] };

/** A Word document with these paragraphs, as small as they come. */
export const docxMed = (stycken: readonly Stycke[], delar: Readonly<Record<string, string | Uint8Array>> = {}): Buffer => {
  const paragraph = (stycke: Stycke): string => {
    if (typeof stycke === 'object' && 'tabell' in stycke) return `<w:tbl>${stycke.tabell.map((rad) => `<w:tr>${rad.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
    const text = typeof stycke === 'string' ? stycke : 'punkt' in stycke ? stycke.punkt : stycke.text;
    const style = typeof stycke === 'string' ? '' : 'punkt' in stycke ? '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>' : `<w:pPr><w:pStyle w:val="Rubrik${stycke.rubrik}"/></w:pPr>`;
    return `<w:p>${style}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
  };
  const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return zipMed({
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELS}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${RELS}/numbering" Target="numbering.xml"/></Relationships>`,
    'word/styles.xml': `${XML}<w:styles xmlns:w="${W}">${[1, 2].map((n) => `<w:style w:type="paragraph" w:styleId="Rubrik${n}"><w:name w:val="heading ${n}"/></w:style>`).join('')}</w:styles>`,
    'word/numbering.xml': `${XML}<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/document.xml': `${XML}<w:document xmlns:w="${W}"><w:body>${stycken.map(paragraph).join('')}</w:body></w:document>`,
    ...delar,
  });
};

export const zipMed = (delar: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  storedZip(Object.entries(delar).map(([namn, del]): [string, Uint8Array] => [namn, typeof del === 'string' ? Buffer.from(del) : del]));

/** A zip of one part that says it is small and is not, or is honest about how it swells. */
export const svallande = (name: string, content: Buffer, declared = content.length): Buffer => {
  const packed = deflateRawSync(content);
  const zip = zipMed({ [name]: packed });
  for (const [signature, at] of [['PK\u0003\u0004', 8], ['PK\u0001\u0002', 10]] as const) {
    const where = zip.indexOf(signature, 0, 'latin1');
    zip.writeUInt16LE(8, where + at);
    zip.writeUInt32LE(declared, where + at + 14);
  }
  return zip;
};
