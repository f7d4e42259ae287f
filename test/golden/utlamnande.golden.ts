import type { UtlamnandeEvent } from '@klubba/utlamnande';
import { type Golden, type NothingMissing, sealed } from './golden';

const NAMND = '00000000-0000-4000-8000-0000000000a1';
const text = sealed('utlamnande');
const avsteg = [{ kod: 'BEGARAN_HAR_VANTAT', skal: text }] as const;
const begart = {
  namnd: NAMND, klass: 'sekretess', datum: '2026-03-02', tid: '09:10', form: 'kopia', avser: text, sokande: text, syfte: text, arende: '00000000-0000-4000-8000-000000000c11', beteckning: 'SN/2026:7',
} as const;
const kortast = { namnd: NAMND, klass: 'oppen', datum: '2026-03-02', form: 'pa_stallet', avser: text } as const;
const provat = { klass: 'sekretess', datum: '2026-03-04', utfall: 'nekad', lagrum: 'OSL 26 kap. 1 §', anteckning: text, informerad: false, avsteg } as const;
const informerad = { datum: '2026-03-04' } as const;
const beslutBegart = { datum: '2026-03-05' } as const;
const avDelegat = {
  klass: 'sekretess', datum: '2026-03-06', av: 'delegat', utfall: 'nekad', lagrum: 'OSL 26 kap. 1 §', motivering: text,
  delegat: { slag: 'tjansteman', befattning: 'enhetschef', titel: text, organ: '00000000-0000-4000-8000-000000000d01', person: '00000000-0000-4000-8000-000000000d02' }, nummer: '1.7', version: 3, avsteg,
} as const;
const avNamnd = { klass: 'sekretess', datum: '2026-03-06', av: 'namnd', utfall: 'delvis', punkt: '00000000-0000-4000-8000-000000000e01' } as const;
const delgivet = { datum: '2026-03-09' } as const;
const overklagat = { datum: '2026-03-16' } as const;
const overlamnat = { klass: 'sekretess', datum: '2026-03-30', avsteg } as const;
const avgjort = { datum: '2026-04-20', domstol: 'KR', utfall: 'avslag' } as const;
const avvisat = { klass: 'sekretess', datum: '2026-03-17', skal: text, avsteg } as const;
const avslutat = { klass: 'sekretess', datum: '2026-05-01', skal: text, avsteg } as const;

export const golden = [
  { type: 'UtlamnandeBegart', schema: 1, stored: begart, today: begart },
  { type: 'UtlamnandeBegart', schema: 1, stored: kortast, today: kortast },
  { type: 'UtlamnandeProvat', schema: 1, stored: provat, today: provat },
  { type: 'SokandenInformerad', schema: 1, stored: informerad, today: informerad },
  { type: 'MyndighetsbeslutBegart', schema: 1, stored: beslutBegart, today: beslutBegart },
  { type: 'UtlamnandeBeslutat', schema: 1, stored: avNamnd, today: avNamnd },
  { type: 'UtlamnandeBeslutat', schema: 1, stored: avDelegat, today: avDelegat },
  { type: 'UtlamnandebeslutDelgivet', schema: 1, stored: delgivet, today: delgivet },
  { type: 'UtlamnandeOverklagat', schema: 1, stored: overklagat, today: overklagat },
  { type: 'UtlamnandeoverklagandeAvvisat', schema: 1, stored: avvisat, today: avvisat },
  { type: 'UtlamnandeoverklagandeOverlamnat', schema: 1, stored: overlamnat, today: overlamnat },
  { type: 'UtlamnandeAvgjort', schema: 1, stored: avgjort, today: avgjort },
  { type: 'UtlamnandeAvslutat', schema: 1, stored: avslutat, today: avslutat },
] as const satisfies readonly Golden<UtlamnandeEvent>[];
export const nothingMissing: NothingMissing<UtlamnandeEvent, typeof golden> = true;
