import type { KungorelseEvent } from '@klubba/kungorelse';
import { type Golden, type NothingMissing, sealed } from './golden';

const NAMND = '00000000-0000-4000-8000-0000000000a1';
const uppsatt = {
  namnd: NAMND, slag: 'kungorelse', datum: '2018-03-14', rubrik: sealed('kungorelse'), text: sealed('kungorelse'), lagrum: 'PBL 5 kap. 11 §', senast: '2018-03-12', nedtasTidigast: '2018-04-04', beteckning: 'BN/2018:7',
  arende: '00000000-0000-4000-8000-000000000c11', lank: sealed('kungorelse'), bestallare: sealed('kungorelse'), avsteg: [{ kod: 'KUNGORELSE_SEN', skal: sealed('kungorelse') }],
} as const;
const kortast = { namnd: NAMND, slag: 'fullmaktiges_sammantrade', datum: '2018-03-14', rubrik: sealed('kungorelse'), text: sealed('kungorelse'), lagrum: 'KL 5 kap. 13–15 §§', motesdag: '2018-03-21' } as const;
const nedtagen = { datum: '2018-03-20', forTidigt: true, avsteg: [{ kod: 'KUNGORELSE_TAS_NED_FOR_TIDIGT', skal: sealed('kungorelse') }] } as const;
const bevis = { datum: '2018-04-05' } as const;

export const golden = [
  { type: 'KungorelseUppsatt', schema: 1, stored: uppsatt, today: uppsatt },
  { type: 'KungorelseUppsatt', schema: 1, stored: kortast, today: kortast },
  { type: 'KungorelseNedtagen', schema: 1, stored: nedtagen, today: nedtagen },
  { type: 'AnslagsbevisLamnat', schema: 1, stored: bevis, today: bevis },
] as const satisfies readonly Golden<KungorelseEvent>[];
export const nothingMissing: NothingMissing<KungorelseEvent, typeof golden> = true;
