import type { OverklagandeEvent } from '@klubba/kvalitet';
import { type Golden, type NothingMissing, sealed } from './golden';

const NAMND = '00000000-0000-4000-8000-0000000000a1';
const PUNKT = '00000000-0000-4000-8000-000000000d41';
const text = sealed('overklagande');
const klass = 'sekretess';
const nytt = { namnd: NAMND, klass, arende: '00000000-0000-4000-8000-000000000d42', beteckning: 'Ö 3', lag: 'SoL', omrade: 'ek_bistand', beslutsdatum: '2022-03-01', inkom: '2022-03-20', handlaggare: '00000000-0000-4000-8000-000000000d43' } as const;
const mottaget = { ...nytt, punkt: PUNKT, fickDel: '2022-03-03', klagande: text } as const;
const rattid = { klass, datum: '2022-03-21', resultat: 'i_tid', skal: text, avsteg: [{ kod: 'RATTIDEN_STAMMER_INTE', skal: text }] } as const;
const omprovat = { klass, datum: '2022-03-22', resultat: 'andrat_delvis', skal: text } as const;
const overlamnat = { klass, datum: '2022-03-30', avsteg: [{ kod: 'OVERLAMNAS_SENT', skal: text }] } as const;
const overlamnatTill = { klass, datum: '2026-03-30', instans: 'KR' } as const;
const mal = { klass, instans: 'FR', malnummer: text } as const;
const avslag = { klass, datum: '2022-05-01', instans: 'FR', utfall: 'avslag', avsteg: [{ kod: 'PROVNINGSTILLSTAND_SAKNAS', skal: text }] } as const;
const vidare = { klass, datum: '2022-05-20', av: 'namnd', instans: 'KR', punkt: PUNKT, avsteg: [{ kod: 'NAMNDENS_BESLUT_SAKNAS', skal: text }] } as const;
const tillstand = { klass, datum: '2022-06-20', instans: 'KR', beviljat: true } as const;
const tillbaka = { klass, datum: '2022-09-01', instans: 'KR', utfall: 'aterforvisat', till: 'FR' } as const;
const aterkallat = { klass, datum: '2022-09-02', skal: text } as const;
const struket = { klass, skal: text } as const;
const egna = { ...nytt, instans: 'KR', malnummer: text, punkt: PUNKT, avsteg: [{ kod: 'NAMNDENS_BESLUT_SAKNAS', skal: text }] } as const;

export const golden = [
  { type: 'OverklagandeRegistrerat', schema: 1, stored: mottaget, today: mottaget },
  { type: 'OverklagandeRattidsprovat', schema: 1, stored: rattid, today: rattid },
  { type: 'BeslutetOmprovat', schema: 1, stored: omprovat, today: omprovat },
  { type: 'OverklagandeLamnatTillRatten', schema: 1, stored: overlamnat, today: overlamnat },
  { type: 'OverklagandeLamnatTillRatten', schema: 1, stored: overlamnatTill, today: overlamnatTill },
  { type: 'MalnummerNoterat', schema: 1, stored: mal, today: mal },
  { type: 'DomstolsutfallNoterat', schema: 1, stored: avslag, today: avslag },
  { type: 'OverklagatVidare', schema: 1, stored: vidare, today: vidare },
  { type: 'ProvningstillstandNoterat', schema: 1, stored: tillstand, today: tillstand },
  { type: 'DomstolsutfallNoterat', schema: 1, stored: tillbaka, today: tillbaka },
  { type: 'OverklagandeAterkallat', schema: 1, stored: aterkallat, today: aterkallat },
  { type: 'OverklagandeStruket', schema: 1, stored: struket, today: struket },
  { type: 'NamndensOverklagandeInlamnat', schema: 1, stored: egna, today: egna },
] as const satisfies readonly Golden<OverklagandeEvent>[];
export const nothingMissing: NothingMissing<OverklagandeEvent, typeof golden> = true;
