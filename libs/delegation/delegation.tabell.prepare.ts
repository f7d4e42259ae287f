import { isRefusal, type Refusal, type Surroundings, type Table } from '@klubba/kernel';
import { delegationsordningen } from './delegationsordning.projection';
import { type Kolumnval, tabellenUr } from '@klubba/namnd';

/** The list in a file: a sheet, text with a delimiter, or the tables of a Word document. */
export const tabellI = async (around: Surroundings, content: Uint8Array): Promise<Table | Refusal> => {
  const ark = await around.papers!.table(content);
  if (!isRefusal(ark) || ark.hinder[0].kod !== 'FEL_FILSLAG') return ark;
  const dokument = await around.papers!.document(content);
  return isRefusal(dokument) ? ark : tabellenUr(dokument);
};

/** The columns as they were called the last time, when the file still has them. */
export const sparadeKolumner = async <Falt extends string>(around: Surroundings, namnd: string, { rows }: Table, lista: 'ordning' | 'beslut'): Promise<readonly Kolumnval<Falt>[]> => {
  const sparad = (await around.read(delegationsordningen, namnd))?.kolumner.find((en) => en.lista === lista);
  if (sparad === undefined) return [];
  const val = await Promise.all(sparad.kolumner.map(async ({ falt, rubrik }): Promise<Kolumnval<Falt>> => ({ falt: falt as Falt, rubrik: String(await around.open(rubrik)) })));
  return rows.slice(0, 20).some(({ cells }) => val.every(({ rubrik }) => cells.includes(rubrik))) ? val : [];
};
