import type { ParagrafserieEvent } from '@klubba/paragraf';
import { type Golden, type NothingMissing, sealed } from './golden';

const namnd = '00000000-0000-4000-8000-0000000000a1';
const borjad = { namnd, ar: 2018, sista: 24 };
const tilldelat = { namnd, ar: 2018, nr: 25, mal: '00000000-0000-4000-8000-000000000001', sammantrade: '00000000-0000-4000-8000-000000000031', datum: '2018-03-21', efterSenareMote: false };
const under = { grupp: '00000000-0000-4000-8000-000000000003', bokstav: 'a' };
const utgatt = { nr: 25, kod: 'PUNKTEN_FINNS_INTE' };
const inlast = { namnd, ar: 2018, nr: 12, mal: '00000000-0000-4000-8000-000000000002', sammantrade: '00000000-0000-4000-8000-000000000032', datum: '2018-02-14', kalla: sealed('paragraf') };

export const golden = [
  { type: 'ParagrafserieBorjad', schema: 1, stored: borjad, today: borjad },
  { type: 'ParagrafnummerTilldelat', schema: 1, stored: tilldelat, today: tilldelat },
  { type: 'ParagrafnummerTilldelat', schema: 1, stored: { ...tilldelat, nr: 26, mal: '00000000-0000-4000-8000-000000000003', ...under }, today: { ...tilldelat, nr: 26, mal: '00000000-0000-4000-8000-000000000003', ...under } },
  { type: 'ParagrafnummerUtgatt', schema: 1, stored: utgatt, today: utgatt },
  { type: 'ParagrafnummerInlast', schema: 1, stored: inlast, today: inlast },
] as const satisfies readonly Golden<ParagrafserieEvent>[];
export const nothingMissing: NothingMissing<ParagrafserieEvent, typeof golden> = true;
