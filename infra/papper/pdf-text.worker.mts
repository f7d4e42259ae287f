// The text of a PDF, page by page. Runs by itself in a thread: what it reads was made by others.
import { parentPort, workerData } from 'node:worker_threads';
import { getDocument, PasswordException, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type PdfText = { readonly pages: readonly string[] } | { readonly fault: 'password' | 'broken' | 'pages' };
const PAGES_MAX = 3000;

type Item = { readonly str: string; readonly hasEOL: boolean; readonly height: number; readonly transform: readonly number[] };
/** Lines as they stand; an empty one where the page leaves more than a line's height between two. */
const linesOf = (items: readonly Item[]): string => {
  const lines: { text: string; y: number; height: number }[] = [];
  let open: { text: string; y: number; height: number } | undefined;
  for (const { str, hasEOL, height, transform } of items) {
    const y = transform[5] ?? 0;
    if (str !== '') {
      if (open !== undefined && Math.abs(open.y - y) > Math.max(open.height, height) / 2) open = undefined;
      if (open === undefined) lines.push((open = { text: '', y, height }));
      open.text += str;
      open.height = Math.max(open.height, height);
    }
    if (hasEOL) open = undefined;
  }
  return lines.map(({ text, y, height }, i) => {
    const above = lines[i - 1];
    return `${above !== undefined && above.y - y > 1.9 * Math.max(height, above.height) ? '\n' : ''}${text.trimEnd()}`;
  }).join('\n');
};

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;
/** As the record can hold it: broken characters and invisible ones are a space. */
const clean = (text: string): string => text.toWellFormed().replace(CONTROL, ' ').normalize('NFC');

const read = async (): Promise<PdfText> => {
  const task = getDocument({ data: workerData as Uint8Array, verbosity: VerbosityLevel.ERRORS, useSystemFonts: false, disableFontFace: true, enableXfa: false, maxImageSize: 1, stopAtErrors: false });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > PAGES_MAX) return { fault: 'pages' };
    const pages: string[] = [];
    for (let nr = 1; nr <= pdf.numPages; nr++) {
      const page = await pdf.getPage(nr);
      const { items } = await page.getTextContent();
      pages.push(clean(linesOf(items.filter((item) => 'str' in item) as readonly Item[])));
      page.cleanup();
    }
    return { pages };
  } catch (error) {
    return { fault: error instanceof PasswordException ? 'password' : 'broken' };
  }
};

parentPort?.postMessage(await read());
