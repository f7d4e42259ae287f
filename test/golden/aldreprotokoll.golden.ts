import type { AldreProtokollEvent } from '@klubba/aldreprotokoll';
import { type Golden, type NothingMissing, sealed } from './golden';

const registrerat = {
  namnd: '00000000-0000-4000-8000-0000000000a1', klass: 'oppen', datum: '2014-05-21', handling: '00000000-0000-4000-8000-000000000c01', kalla: sealed('aldreprotokoll'),
  paragrafer: [{ nummer: 12, rubrik: sealed('aldreprotokoll'), diarienummer: 'SN/2014:30' }],
} as const;
const rattat = { klass: 'sekretess', paragrafer: [{ nummer: 12, rubrik: sealed('aldreprotokoll'), diarienummer: 'SN/2014:30' }, { nummer: 13, rubrik: sealed('aldreprotokoll') }], skal: sealed('aldreprotokoll') } as const;

export const golden = [
  { type: 'AldreProtokollRegistrerat', schema: 1, stored: registrerat, today: registrerat },
  { type: 'AldreProtokollRattat', schema: 1, stored: rattat, today: rattat },
  { type: 'AldreProtokollStruket', schema: 1, stored: { skal: sealed('aldreprotokoll') }, today: { skal: sealed('aldreprotokoll') } },
] as const satisfies readonly Golden<AldreProtokollEvent>[];
export const nothingMissing: NothingMissing<AldreProtokollEvent, typeof golden> = true;
