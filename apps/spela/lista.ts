/** §§ as sources write them: "97,99-103" (SCHEMA.md, Typer). Spaces, a § sign and either dash may stand there. */
const DEL = /^(\d{1,5})(?:[-–](\d{1,5}))?$/;
const NUMMER_MAX = 10_000;

/** The numbers of a list, in order and once each; undefined of what is no list. The empty list is the empty text. */
export const lasLista = (text: string): readonly number[] | undefined => {
  const rent = text.replace(/[§\s]/g, '');
  if (rent === '') return [];
  const nummer = new Set<number>();
  for (const del of rent.split(',')) {
    const [, fran, till = fran] = DEL.exec(del) ?? [];
    if (fran === undefined || Number(till) < Number(fran) || Number(till) - Number(fran) > NUMMER_MAX) return undefined;
    for (let nr = Number(fran); nr <= Number(till); nr++) nummer.add(nr);
  }
  return [...nummer].sort((a, b) => a - b);
};

export const ALLA = 'alla';
/** The §§ that a `par` names: "alla", or a list. */
export const lasPar = (par: string | undefined, alla: readonly number[]): readonly number[] => (par === ALLA ? alla : (lasLista(par ?? '') ?? []));

export const skrivLista = (nummer: readonly number[]): string => {
  const delar: [number, number][] = [];
  for (const nr of [...nummer].sort((a, b) => a - b)) {
    const sist = delar.at(-1);
    if (sist !== undefined && sist[1] + 1 === nr) sist[1] = nr;
    else delar.push([nr, nr]);
  }
  return delar.map(([fran, till]) => (fran === till ? `${fran}` : `${fran}-${till}`)).join(',');
};
/** "alla" of all, absent of none, else a list. */
export const skrivPar = (nummer: readonly number[], alla: readonly number[]): string | undefined =>
  nummer.length === 0 ? undefined : nummer.length === alla.length ? ALLA : skrivLista(nummer);

/** The clock time in what was written, "13.00" or "15:30", as HH:MM. */
export const lasKlockslag = (text: string): string | undefined => {
  const [, timme, minut] = /(?<!\d)(\d{1,2})[.:](\d\d)(?!\d)/.exec(text) ?? [];
  return timme === undefined || Number(timme) > 23 || Number(minut) > 59 ? undefined : `${timme.padStart(2, '0')}:${minut}`;
};
