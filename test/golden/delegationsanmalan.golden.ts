import type { DelegationsanmalanEvent } from '@klubba/delegation';
import type { Golden, NothingMissing } from './golden';

const id = (n: number): string => `00000000-0000-4000-8000-000000000f${String(n).padStart(2, '0')}`;
const borjad = { namnd: '00000000-0000-4000-8000-0000000000a1', sammantrade: id(3), fran: '2026-10-01', till: '2026-10-31', antal: 2, listor: [id(6)] } as const;
const bunden = { sammantrade: id(3), ar: 2026, nr: 40, datum: '2026-11-04', beslut: [id(4), id(5)], listor: [id(6)] } as const;

export const golden = [
  { type: 'DelegationsanmalanPaborjad', schema: 1, stored: borjad, today: borjad },
  { type: 'DelegationsanmalanFylld', schema: 1, stored: { beslut: [id(4), id(5)] }, today: { beslut: [id(4), id(5)] } },
  { type: 'DelegationsanmalanBunden', schema: 1, stored: bunden, today: bunden },
] as const satisfies readonly Golden<DelegationsanmalanEvent>[];
export const nothingMissing: NothingMissing<DelegationsanmalanEvent, typeof golden> = true;
