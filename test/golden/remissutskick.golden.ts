import type { RemissutskickEvent } from '@klubba/remiss';
import { type Golden, type NothingMissing, sealed } from './golden';

const NAMND = '00000000-0000-4000-8000-0000000000a1';
const ARENDE = '00000000-0000-4000-8000-000000000c11';
const INSTANS = '00000000-0000-4000-8000-000000000c15';
const HANDLING = '00000000-0000-4000-8000-000000000c16';
const avsteg = [{ kod: 'SVAR_SAKNAS', skal: sealed('remissutskick') }];
const skickad = {
  namnd: NAMND, klass: 'oppen', arende: ARENDE, rubrik: sealed('remissutskick'), fragor: sealed('remissutskick'), svarstid: '2018-03-15', datum: '2018-03-01', remissinstanser: [{ instans: INSTANS, namn: sealed('remissutskick') }],
} as const;
const tillagd = { klass: 'oppen', instans: '00000000-0000-4000-8000-000000000c17', namn: sealed('remissutskick'), datum: '2018-03-02' } as const;
const forlangt = { instans: INSTANS, till: '2018-03-20', datum: '2018-03-10' } as const;
const pamind = { instans: INSTANS, datum: '2018-03-12' } as const;
const mottaget = { klass: 'oppen', instans: INSTANS, datum: '2018-03-21', stallning: 'tillstyrker', sammanfattning: sealed('remissutskick'), handling: HANDLING, dagarSent: 1 } as const;
const struket = { instans: INSTANS, skal: sealed('remissutskick') } as const;
const avslutat = { datum: '2018-03-25', utanSvar: [INSTANS], avsteg } as const;

export const golden = [
  { type: 'RemissSkickad', schema: 1, stored: skickad, today: skickad },
  { type: 'RemissinstansTillagd', schema: 1, stored: tillagd, today: tillagd },
  { type: 'RemissvarForlangt', schema: 1, stored: forlangt, today: forlangt },
  { type: 'RemissinstansPamind', schema: 1, stored: pamind, today: pamind },
  { type: 'RemissvarMottaget', schema: 1, stored: mottaget, today: mottaget },
  { type: 'RemissvarStruket', schema: 1, stored: struket, today: struket },
  { type: 'RemissutskickAvslutat', schema: 1, stored: avslutat, today: avslutat },
] as const satisfies readonly Golden<RemissutskickEvent>[];
export const nothingMissing: NothingMissing<RemissutskickEvent, typeof golden> = true;
