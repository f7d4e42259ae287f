import type { BilagorEvent } from '@klubba/handling';
import type { Golden, NothingMissing } from './golden';

const HANDLING = '00000000-0000-4000-8000-000000000c14';
const SAMMANTRADE = '00000000-0000-4000-8000-000000000c12';
const noterad = { namnd: '00000000-0000-4000-8000-0000000000a1', mal: 'punkt', handling: HANDLING, sammantrade: SAMMANTRADE, handlingslage: 'bifogas' } as const;
const borttagen = { mal: 'punkt', handling: HANDLING, sammantrade: SAMMANTRADE } as const;

export const golden = [
  { type: 'BilagaNoterad', schema: 1, stored: noterad, today: noterad },
  { type: 'BilagaBorttagen', schema: 1, stored: borttagen, today: borttagen },
] as const satisfies readonly Golden<BilagorEvent>[];
export const nothingMissing: NothingMissing<BilagorEvent, typeof golden> = true;
