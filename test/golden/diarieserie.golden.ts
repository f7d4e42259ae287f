import type { DiarieserieEvent } from '@klubba/arende';
import type { Golden, NothingMissing } from './golden';

const NAMND = '00000000-0000-4000-8000-0000000000a1';
const ARENDE = '00000000-0000-4000-8000-000000000c04';

export const golden = [
  { type: 'DiarieserieBorjad', schema: 1, stored: { namnd: NAMND, ar: 2018, sista: 22 }, today: { namnd: NAMND, ar: 2018, sista: 22 } },
  { type: 'DiarienummerTilldelat', schema: 1,
    stored: { namnd: NAMND, ar: 2018, lopnummer: 23, diarienummer: 'SOCN/2018:23 - 759', mal: ARENDE }, today: { namnd: NAMND, ar: 2018, lopnummer: 23, diarienummer: 'SOCN/2018:23 - 759', mal: ARENDE } },
  { type: 'DiarienummerUtgatt', schema: 1, stored: { lopnummer: 23, kod: 'ARENDET_FINNS_INTE' }, today: { lopnummer: 23, kod: 'ARENDET_FINNS_INTE' } },
] as const satisfies readonly Golden<DiarieserieEvent>[];
export const nothingMissing: NothingMissing<DiarieserieEvent, typeof golden> = true;
