import type { InsatslistaEvent } from '@klubba/kvalitet';
import { type Golden, type NothingMissing, sealed } from './golden';

const NAMND = '00000000-0000-4000-8000-0000000000a1';
const inlast = {
  namnd: NAMND, kalla: sealed('insatslista'),
  rader: [{ rad: 2, beteckning: 'B 4', lag: 'LSS', insats: 'kontaktperson', enhet: 'vuxna', beslutsdatum: '2026-01-30', verkstallt: '2026-05-04', avbrott: '2026-06-01', aterupptaget: '2026-06-10', upphort: '2026-07-01' }],
} as const;

export const golden = [
  { type: 'InsatslistaInlast', schema: 1, stored: inlast, today: inlast },
] as const satisfies readonly Golden<InsatslistaEvent>[];
export const nothingMissing: NothingMissing<InsatslistaEvent, typeof golden> = true;
