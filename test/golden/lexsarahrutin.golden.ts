import type { LexSarahRutinEvent } from '@klubba/lexsarah';
import type { Golden, NothingMissing } from './golden';

const faststalld = {
  namnd: '00000000-0000-4000-8000-0000000000a1', fran: '2017-01-01', rapportArbetsdagar: 1, startDagar: 1, utredningDagar: 60, delegater: [{ fraga: 'anmalan_ivo', befattning: 'forvaltningschef', punkt: '3.4' }],
} as const;
export const golden = [{ type: 'LexSarahRutinFaststalld', schema: 1, stored: faststalld, today: faststalld }] as const satisfies readonly Golden<LexSarahRutinEvent>[];
export const nothingMissing: NothingMissing<LexSarahRutinEvent, typeof golden> = true;
