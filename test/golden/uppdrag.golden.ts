import type { UppdragEvent } from '@klubba/uppdrag';
import { type Golden, type NothingMissing, sealed } from './golden';

const NAMND = '00000000-0000-4000-8000-0000000000a1';
const ARENDE = '00000000-0000-4000-8000-000000000c11';
const SAMMANTRADE = '00000000-0000-4000-8000-000000000c12';
const PUNKT = '00000000-0000-4000-8000-000000000c13';
const givet = {
  namnd: NAMND, klass: 'oppen', givare: 'fullmaktige', punkt: '00000000-0000-4000-8000-000000000c14', datum: '2018-02-14', arende: ARENDE, text: sealed('uppdrag'), ansvarig: sealed('uppdrag'), redovisasSenast: '2018-06-01',
} as const;
const andrat = { klass: 'oppen', ansvarig: sealed('uppdrag'), redovisasSenast: '2018-09-01', skal: sealed('uppdrag') } as const;
const rapporterat = { klass: 'oppen', datum: '2018-03-01', lage: 'risk_for_forsening', text: sealed('uppdrag') } as const;
const behandlat = { sammantrade: SAMMANTRADE, punkt: PUNKT, datum: '2018-09-19', ar: 2018, nummer: 99, beslutstyp: 'godkanna' } as const;
const avslutat = { punkt: PUNKT, datum: '2018-09-19', ar: 2018, nummer: 99 } as const;
const igen = { skal: sealed('uppdrag') } as const;

export const golden = [
  { type: 'UppdragGivet', schema: 1, stored: givet, today: givet },
  { type: 'UppdragAndrat', schema: 1, stored: andrat, today: andrat },
  { type: 'UppdragRapporterat', schema: 1, stored: rapporterat, today: rapporterat },
  { type: 'UppdragBehandlat', schema: 1, stored: behandlat, today: behandlat },
  { type: 'UppdragSlutfort', schema: 1, stored: avslutat, today: avslutat },
  { type: 'UppdragAteroppnat', schema: 1, stored: igen, today: igen },
] as const satisfies readonly Golden<UppdragEvent>[];
export const nothingMissing: NothingMissing<UppdragEvent, typeof golden> = true;
