import type { HandlingEvent } from '@klubba/handling';
import { type Golden, type NothingMissing, sealed } from './golden';

const NAMND = '00000000-0000-4000-8000-0000000000a1';
const ARENDE = '00000000-0000-4000-8000-000000000c11';
const SAMMANTRADE = '00000000-0000-4000-8000-000000000c12';
const PUNKT = '00000000-0000-4000-8000-000000000c13';
const fil = (version: number) => ({ version, blob: `00000000-0000-4000-8000-000000000d0${version}`, medietyp: 'application/pdf', storlek: 41_233, hash: 'ab'.repeat(32), salt: sealed('handling') }) as const;
const inkommen = { namnd: NAMND, klass: 'sekretess', sekretesslagrum: '26:1', namn: sealed('handling'), datum: '2018-02-14', datumslag: 'inkommet', arende: ARENDE, ...fil(1) } as const;
const version = { klass: 'sekretess', datum: '2018-02-20', ...fil(2), skal: sealed('handling'), platser: [{ mal: 'punkt', malId: PUNKT, sammantrade: SAMMANTRADE }] } as const;
const klass = { klass: 'oppen', forut: 'sekretess', datum: '2018-03-01', skal: sealed('handling') } as const;
const markt = { klass: 'sekretess', forut: 'oppen', sekretesslagrum: '26:5', datum: '2018-03-02', skal: sealed('handling') } as const;
const bifogad = { klass: 'sekretess', mal: 'punkt', malId: PUNKT, sammantrade: SAMMANTRADE, handlingslage: 'skickas_senare' } as const;
const losgjord = { klass: 'sekretess', mal: 'punkt', malId: PUNKT, sammantrade: SAMMANTRADE, skal: sealed('handling') } as const;

const akt = { klass: 'sekretess', akt: sealed('handling'), datum: '2018-03-08' } as const;

export const golden = [
  { type: 'HandlingInkommen', schema: 1, stored: inkommen, today: inkommen },
  { type: 'HandlingsversionTillagd', schema: 1, stored: version, today: version },
  { type: 'HandlingsklassAndrad', schema: 1, stored: klass, today: klass },
  { type: 'HandlingsklassAndrad', schema: 1, stored: markt, today: markt },
  { type: 'HandlingBifogad', schema: 1, stored: bifogad, today: bifogad },
  { type: 'HandlingLosgjord', schema: 1, stored: losgjord, today: losgjord },
  { type: 'HandlingLagdIAkt', schema: 1, stored: akt, today: akt },
  { type: 'HandlingExpedierad', schema: 1, stored: { datum: '2018-03-22' }, today: { datum: '2018-03-22' } },
] as const satisfies readonly Golden<HandlingEvent>[];
export const nothingMissing: NothingMissing<HandlingEvent, typeof golden> = true;
