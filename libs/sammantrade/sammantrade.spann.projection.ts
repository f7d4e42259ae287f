/** "§ 26", "§§ 25–27, 29". */
export const spann = (nummer: readonly number[]): string => {
  const delar: [number, number][] = [];
  for (const nr of [...nummer].sort((a, b) => a - b)) {
    const sist = delar.at(-1);
    if (sist !== undefined && sist[1] + 1 === nr) sist[1] = nr;
    else delar.push([nr, nr]);
  }
  return delar.length === 0 ? '' : `${nummer.length > 1 ? '§§' : '§'} ${delar.map(([fran, till]) => (fran === till ? `${fran}` : `${fran}–${till}`)).join(', ')}`;
};
