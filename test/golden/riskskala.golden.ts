import type { RiskskalaEvent } from '@klubba/kvalitet';
import type { Golden, NothingMissing } from './golden';

const skala = { namnd: '00000000-0000-4000-8000-0000000000a1', fran: '2021-01-01', band: [{ farg: 'gron', fran: 1, till: 3 }, { farg: 'gul', fran: 4, till: 8 }, { farg: 'rod', fran: 9, till: 16 }], punkt: '00000000-0000-4000-8000-000000000d11' } as const;

export const golden = [{ type: 'RiskskalaFaststalld', schema: 1, stored: skala, today: skala }] as const satisfies readonly Golden<RiskskalaEvent>[];
export const nothingMissing: NothingMissing<RiskskalaEvent, typeof golden> = true;
