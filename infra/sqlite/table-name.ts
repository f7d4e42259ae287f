/** Throws on a name that could not be a table's. */
const tableOf = (prefix: string, name: string, generation: number): string => {
  if (!/^[a-zA-Z][\w-]*$/.test(name)) throw new Error(`${name} är inget namn på en läsmodell.`);
  return `"${prefix}_${name}_${generation}"`;
};
/** The table of a generation's documents. */
export const documentsOf = (name: string, generation: number): string => tableOf('d', name, generation);
/** The table of a generation's register. */
export const registerOf = (name: string, generation: number): string => tableOf('r', name, generation);
