import type { RemissEvent } from '@klubba/remiss';
import { type Golden, type NothingMissing, sealed } from './golden';

const NAMND = '00000000-0000-4000-8000-0000000000a1';
const PERSON = '00000000-0000-4000-8000-0000000000a2';
const ARENDE = '00000000-0000-4000-8000-000000000c11';
const SAMMANTRADE = '00000000-0000-4000-8000-000000000c12';
const PUNKT = '00000000-0000-4000-8000-000000000c13';
const BESLUT = '00000000-0000-4000-8000-000000000c14';
const avsteg = [{ kod: 'SVARSTIDEN_PASSERAD', skal: sealed('remiss') }];
const mottagen = {
  namnd: NAMND, klass: 'oppen', arende: ARENDE, slag: 'remiss', rubrik: sealed('remiss'), avsandare: sealed('remiss'), derasNummer: 'KS/2018:69', inkom: '2018-02-14', svarstidAvsandare: '2018-03-09', svarstidIntern: '2018-03-07',
  fragor: sealed('remiss'), yttrandeTill: 'styrelse', avsteg,
} as const;
const tilldelad = { handlaggare: PERSON, instans: 'namnd' } as const;
const vald = { vag: 'preliminart_svar', skal: sealed('remiss') } as const;
const begart = { svarstid: 'avsandare', till: '2018-03-23', datum: '2018-02-20' } as const;
const besvarat = { svarstid: 'avsandare', datum: '2018-02-22', beviljat: true, till: '2018-03-16' } as const;
const skrivet = { version: 1, datum: '2018-03-07', klass: 'oppen', text: sealed('remiss'), skal: sealed('remiss') } as const;
const punkt = { sammantrade: SAMMANTRADE, punkt: PUNKT, motesdatum: '2018-03-21' } as const;
const behandlad = { sammantrade: SAMMANTRADE, punkt: PUNKT, datum: '2018-03-21', ar: 2018, nummer: 44, beslutstyp: 'avge_yttrande', avgjord: true } as const;
const beslutat = { version: 1, datum: '2018-03-08', av: 'ordforande', delegationsbeslut: BESLUT, avsteg } as const;
const ut = { version: 1, datum: '2018-03-22', satt: 'e_post_och_post', mottagare: [sealed('remiss')], preliminart: false, reservationer: 1, avviker: sealed('remiss'), avsteg } as const;
const avstatt = { datum: '2018-03-01', skal: sealed('remiss'), avsteg } as const;
const igen = { datum: '2018-03-02', skal: sealed('remiss') } as const;
const struken = { skal: sealed('remiss') } as const;

export const golden = [
  { type: 'RemissMottagen', schema: 1, stored: mottagen, today: mottagen },
  { type: 'RemissTilldelad', schema: 1, stored: tilldelad, today: tilldelad },
  { type: 'YttrandeAvstatt', schema: 1, stored: avstatt, today: avstatt },
  { type: 'RemissAterupptagen', schema: 1, stored: igen, today: igen },
  { type: 'SvarsvagVald', schema: 1, stored: vald, today: vald },
  { type: 'AnstandBegart', schema: 1, stored: begart, today: begart },
  { type: 'AnstandBesvarat', schema: 1, stored: besvarat, today: besvarat },
  { type: 'RemissvarSkrivet', schema: 1, stored: skrivet, today: skrivet },
  { type: 'RemissPaDagordning', schema: 1, stored: punkt, today: punkt },
  { type: 'RemissBehandlad', schema: 1, stored: behandlad, today: behandlad },
  { type: 'RemissvarBeslutat', schema: 1, stored: beslutat, today: beslutat },
  { type: 'RemissvarExpedierat', schema: 1, stored: ut, today: ut },
  { type: 'RemissStruken', schema: 1, stored: struken, today: struken },
] as const satisfies readonly Golden<RemissEvent>[];
export const nothingMissing: NothingMissing<RemissEvent, typeof golden> = true;
