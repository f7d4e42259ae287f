import type { Kalla } from './lagrum';

/** Kronor, by year. From knowledge and not checked against the ordinances: what is reckoned by them warns and never stops. */
const BELOPP: Readonly<Record<number, number>> = { 2016: 44_300, 2017: 44_800, 2018: 45_500, 2019: 46_500, 2020: 47_300, 2021: 47_600, 2022: 48_300, 2023: 52_500, 2024: 57_300, 2025: 58_800, 2026: 59_200 };

/** The prisbasbelopp of the year of the day, in kronor; `undefined` where the table has none. */
export const prisbasbelopp = (datum: string): { readonly kronor: number; readonly kalla: Kalla } | undefined => {
  const kronor = BELOPP[Number(datum.slice(0, 4))];
  return kronor === undefined ? undefined : { kronor, kalla: 'K' };
};
