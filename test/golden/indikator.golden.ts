import type { IndikatorEvent } from '@klubba/kvalitet';
import { type Golden, type NothingMissing, sealed } from './golden';

const NAMND = '00000000-0000-4000-8000-0000000000a1';
const mal = { varde: { tal: 50, decimaler: 0 }, riktning: 'minst' } as const;
const avsteg = [{ kod: 'OSAKER_AVLASNING', skal: sealed('indikator') }];
const upplagd = { namnd: NAMND, klass: 'oppen', namn: sealed('indikator'), enhet: 'procent', fran: '2020-01-01', startvarde: { tal: 105, decimaler: 1 }, mal, kalla: sealed('indikator') } as const;
const varde = { manad: '2020-01-01', varde: { tal: 14, decimaler: 0 }, avsteg } as const;
const saknat = { manad: '2020-03-01', saknas: 'uppgift_saknas' } as const;
const rattat = { klass: 'oppen', manad: '2020-01-01', varde: { tal: 145, decimaler: 1 }, skal: sealed('indikator'), avsteg } as const;
const saknas = { klass: 'oppen', manad: '2020-03-01', saknas: 'ej_matt', skal: sealed('indikator') } as const;
const nyttMal = { klass: 'oppen', fran: '2020-04-01', mal: { varde: { tal: 60, decimaler: 0 }, riktning: 'hogst' }, skal: sealed('indikator') } as const;
const utanMal = { klass: 'oppen', fran: '2020-06-01', skal: sealed('indikator') } as const;
const avslutad = { klass: 'oppen', sista: '2020-06-01', skal: sealed('indikator') } as const;
const igen = { klass: 'oppen', skal: sealed('indikator') } as const;

export const golden = [
  { type: 'IndikatorUpplagd', schema: 1, stored: upplagd, today: upplagd },
  { type: 'IndikatorvardeRegistrerat', schema: 1, stored: varde, today: varde },
  { type: 'IndikatorvardeRegistrerat', schema: 1, stored: saknat, today: saknat },
  { type: 'IndikatorvardeRattat', schema: 1, stored: rattat, today: rattat },
  { type: 'IndikatorvardeRattat', schema: 1, stored: saknas, today: saknas },
  { type: 'IndikatormalAndrat', schema: 1, stored: nyttMal, today: nyttMal },
  { type: 'IndikatormalAndrat', schema: 1, stored: utanMal, today: utanMal },
  { type: 'IndikatorAvslutad', schema: 1, stored: avslutad, today: avslutad },
  { type: 'IndikatorAterupptagen', schema: 1, stored: igen, today: igen },
] as const satisfies readonly Golden<IndikatorEvent>[];
export const nothingMissing: NothingMissing<IndikatorEvent, typeof golden> = true;
