import type { EjverkstalldrapportEvent } from '@klubba/kvalitet';
import { type Golden, type NothingMissing, sealed } from './golden';

const NAMND = '00000000-0000-4000-8000-0000000000a1';
const rapporterat = {
  namnd: NAMND, ar: 2026, kvartal: 2, mottagare: 'ivo', datum: '2026-09-10', kvittens: 'IVO 77', antal: 1,
  rader: [{ beslut: '00000000-0000-4000-8000-000000000d31', fran: '2026-01-30', slag: 'verkstallt_sent', till: '2026-05-04', dagar: 94 }],
  grupper: [{ lag: 'SoL', insats: 'kontaktfamilj', slag: 'verkstallt_sent', antal: 1, dagar: 94 }], rattelse: sealed('ejverkstalldrapport'), avsteg: [{ kod: 'RAPPORTEN_SEN', skal: sealed('ejverkstalldrapport') }],
} as const;
const kvittens = { kvartal: 2, mottagare: 'ivo', datum: '2026-09-12', kvittens: 'IVO 78' } as const;

export const golden = [
  { type: 'EjVerkstalldaRapporterade', schema: 1, stored: rapporterat, today: rapporterat },
  { type: 'RapportkvittensNoterad', schema: 1, stored: kvittens, today: kvittens },
] as const satisfies readonly Golden<EjverkstalldrapportEvent>[];
export const nothingMissing: NothingMissing<EjverkstalldrapportEvent, typeof golden> = true;
