import type { DelegationsbeslutEvent } from '@klubba/delegation';
import { type Golden, type NothingMissing, sealed } from './golden';

const NAMND = '00000000-0000-4000-8000-0000000000a1';
const id = (n: number): string => `00000000-0000-4000-8000-000000000e${String(n).padStart(2, '0')}`;
const avsteg = [{ kod: 'KLOCKAN_HAR_GATT_UT', skal: sealed('delegationsbeslut') }];
const klocka = { klocka: 'overvagande_placering', fran: '2026-01-12', ra: '2026-07-12', lag: '2026-07-13', drift: '2026-07-10', lagrum: 'SoL 22 kap. 13 §' } as const;
const beslut = {
  namnd: NAMND, klass: 'sekretess', sekretesslagrum: '26:1', datum: '2026-01-12', tid: '02:10', arende: id(1), diarienummer: 'SN/2026:14', akt: sealed('delegationsbeslut'), grund: 'kl_6_37', nummer: '4.2', version: 1, lagrum: ['SoL 22 kap. 2 §'], lagrumSkrivet: sealed('delegationsbeslut'),
  delegat: { slag: 'utskott', befattning: 'individutskottet', titel: sealed('delegationsbeslut'), organ: id(2), person: id(3), namn: sealed('delegationsbeslut') }, beslut: sealed('delegationsbeslut'), utfall: 'bifall', belopp: 1200, bradskandeSkal: sealed('delegationsbeslut'), myndighetsutovning: true,
  overklagandeslag: 'FORVALTNINGSBESVAR', anmals: true, utskottsparagraf: { punkt: id(4), ar: 2026, nr: 12 }, andrar: { beslut: id(5), grund: 'fl_37' }, klockor: [klocka], externtId: 'B-2026-001',
} as const;
const inlast = { ...beslut, lista: id(6), rad: 7, brott: [{ kod: 'EJ_BEHORIG', lagrum: 'KL 7 kap. 5 §' }] } as const;
const klassen = { klass: 'oppen', forut: 'sekretess', sekretesslagrum: '26:5', datum: '2026-02-01', skal: sealed('delegationsbeslut') } as const;
const offentligt = { slag: 'vard_utan_samtycke', lagrum: 'OSL 26 kap. 7 §', datum: '2026-02-02', text: sealed('delegationsbeslut') } as const;
const indraget = { datum: '2026-02-03', skal: sealed('delegationsbeslut') } as const;
const struket = { skal: sealed('delegationsbeslut'), avsteg: [{ kod: 'KLOCKOR_LOPER', skal: sealed('delegationsbeslut') }] } as const;
const andrat = { av: id(8), datum: '2026-03-01', grund: 'annan' } as const;
const anmalt = { punkt: id(9), sammantrade: id(10), ar: 2026, nr: 40, datum: '2026-02-18' } as const;
const fort = { datum: '2026-01-14', diarienummer: 'SN/2026:15' } as const;
const anslaget = { datum: '2026-01-15', nedtasTidigast: '2026-02-06' } as const;
const nedtaget = { anslaget: '2026-01-15', datum: '2026-01-30', brutet: true, avsteg: [{ kod: 'ANSLAG_TAS_NED_FOR_TIDIGT', skal: sealed('delegationsbeslut') }] } as const;
const part = { nr: 1, part: sealed('delegationsbeslut'), fickDel: '2026-01-20', foretraderDetAllmanna: false } as const;
const overklagat = { mal: sealed('delegationsbeslut'), datum: '2026-02-02' } as const;
const kraft = { datum: '2026-05-02', kalla: sealed('delegationsbeslut'), efterOverklagande: true, avsteg: [{ kod: 'LAGA_KRAFT_EJ_BERAKNAD', skal: sealed('delegationsbeslut') }] } as const;
const startad = { nr: 2, klocka: 'jourhem', fran: '2026-02-01', ra: '2026-04-01', lag: '2026-04-01', drift: '2026-04-01', lagrum: 'SoL 22 kap. 4 §' } as const;
const uppfylld = { nr: 1, datum: '2026-08-03', nasta: { nr: 3, ...klocka, fran: '2026-08-03', ra: '2027-02-03', lag: '2027-02-03', drift: '2027-02-03' }, avsteg } as const;
const avslutad = { nr: 2, datum: '2026-04-01', upphort: true, skal: sealed('delegationsbeslut') } as const;

export const golden = [
  { type: 'DelegationsbeslutInlast', schema: 1, stored: inlast, today: inlast },
  { type: 'DelegationsbeslutBekraftat', schema: 1, stored: { lista: id(6) }, today: { lista: id(6) } },
  { type: 'DelegationsbeslutsklassAndrad', schema: 1, stored: klassen, today: klassen },
  { type: 'DelegationsbeslutOffentliggjort', schema: 1, stored: offentligt, today: offentligt },
  { type: 'OffentligtDelegationsbeslutIndraget', schema: 1, stored: indraget, today: indraget },
  { type: 'SarskiltProtokollUpprattat', schema: 1, stored: fort, today: fort },
  { type: 'SarskiltProtokollAnslaget', schema: 1, stored: anslaget, today: anslaget },
  { type: 'SarskiltAnslagNedtaget', schema: 1, stored: nedtaget, today: nedtaget },
  { type: 'PartAntecknad', schema: 1, stored: part, today: part },
  { type: 'BeslutetDelgivet', schema: 1, stored: { nr: 1, datum: '2026-01-21' }, today: { nr: 1, datum: '2026-01-21' } },
  { type: 'DelegationsbeslutAnmalt', schema: 1, stored: anmalt, today: anmalt },
  { type: 'DelegationsbeslutOverklagat', schema: 1, stored: overklagat, today: overklagat },
  { type: 'DelegationsbeslutLagaKraft', schema: 1, stored: kraft, today: kraft },
  { type: 'KlockaStartad', schema: 1, stored: startad, today: startad },
  { type: 'KlockaUppfylld', schema: 1, stored: uppfylld, today: uppfylld },
  { type: 'KlockaAvslutad', schema: 1, stored: avslutad, today: avslutad },
  { type: 'DelegationsbeslutAndrat', schema: 1, stored: andrat, today: andrat },
  { type: 'DelegationsbeslutUtgatt', schema: 1, stored: { lista: id(6) }, today: { lista: id(6) } },
  { type: 'DelegationsbeslutStruket', schema: 1, stored: struket, today: struket },
  { type: 'DelegationsbeslutRegistrerat', schema: 1, stored: { ...beslut, avsteg }, today: { ...beslut, avsteg } },
] as const satisfies readonly Golden<DelegationsbeslutEvent>[];
export const nothingMissing: NothingMissing<DelegationsbeslutEvent, typeof golden> = true;
