export const CSV = 'text/csv; charset=utf-8';

/** As Excel reads text in Swedish: its mark of UTF-8 first, semicolons between. */
export const csv = (rows: readonly (readonly string[])[]): string => `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;

/** What a spreadsheet would take for a formula is text: an apostrophe before it. What has a mark of the form in it is quoted. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
