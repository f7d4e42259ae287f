/** The bookmarks of a PDF, as another program reads them: title and page, from 1. */
export const bokmarken = async (bytes: Uint8Array): Promise<readonly (readonly [string, number])[]> => {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS }).promise;
  try {
    const outline = (await pdf.getOutline()) ?? [];
    return await Promise.all(outline.map(async ({ title, dest }) => [title, (await pdf.getPageIndex((dest as [never])[0])) + 1] as const));
  } finally {
    await pdf.loadingTask.destroy();
  }
};

/** The files of an uncompressed zip, by its directory. */
export const zipnamn = (bytes: Uint8Array): readonly (readonly [string, Uint8Array])[] => {
  const all = Buffer.from(bytes);
  const end = all.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const files: [string, Uint8Array][] = [];
  for (let at = all.readUInt32LE(end + 16), left = all.readUInt16LE(end + 10); left > 0; left--) {
    const size = all.readUInt32LE(at + 24);
    const nameLength = all.readUInt16LE(at + 28);
    const local = all.readUInt32LE(at + 42);
    const from = local + 30 + all.readUInt16LE(local + 26) + all.readUInt16LE(local + 28);
    files.push([all.toString('utf8', at + 46, at + 46 + nameLength), all.subarray(from, from + size)]);
    at += 46 + nameLength + all.readUInt16LE(at + 30) + all.readUInt16LE(at + 32);
  }
  return files;
};
