import type { InternkontrollEvent } from '@klubba/kvalitet';
import { type Golden, type NothingMissing, sealed } from './golden';

const SAMMANTRADE = '00000000-0000-4000-8000-000000000d13';
const PUNKT = '00000000-0000-4000-8000-000000000d14';
const SENARE = '00000000-0000-4000-8000-000000000d15';
const plan = { namnd: '00000000-0000-4000-8000-0000000000a1', klass: 'oppen', rubrik: sealed('internkontroll'), fran: '2017-01-01', till: '2017-12-31', arende: '00000000-0000-4000-8000-000000000d16' } as const;
const moment = { klass: 'oppen', moment: 1, text: sealed('internkontroll'), ansvarig: sealed('internkontroll'), frekvens: 'kvartal' } as const;
const tva = { ...moment, moment: 2 } as const;
const utgatt = { klass: 'oppen', moment: 2, skal: sealed('internkontroll') } as const;
const behandlad = { sammantrade: SAMMANTRADE, punkt: PUNKT, datum: '2017-01-18', ar: 2017, nummer: 7, beslutstyp: 'anta' } as const;
const antagen = { punkt: PUNKT, datum: '2017-01-18', ar: 2017, nummer: 7 } as const;
const utford = { klass: 'oppen', moment: 1, datum: '2017-04-03', resultat: 'mindre_avvikelse', text: sealed('internkontroll') } as const;
const igen = { sammantrade: SAMMANTRADE, punkt: SENARE, datum: '2018-03-21', ar: 2018, nummer: 43, beslutstyp: 'godkanna' } as const;
const redovisad = { punkt: SENARE, datum: '2018-03-21', ar: 2018, nummer: 43 } as const;

export const golden = [
  { type: 'InternkontrollplanUpprattad', schema: 1, stored: plan, today: plan },
  { type: 'KontrollmomentTillagt', schema: 1, stored: moment, today: moment },
  { type: 'KontrollmomentTillagt', schema: 1, stored: tva, today: tva },
  { type: 'KontrollmomentUtgatt', schema: 1, stored: utgatt, today: utgatt },
  { type: 'InternkontrollBehandlad', schema: 1, stored: behandlad, today: behandlad },
  { type: 'InternkontrollplanAntagen', schema: 1, stored: antagen, today: antagen },
  { type: 'InternkontrollUtford', schema: 1, stored: utford, today: utford },
  { type: 'InternkontrollBehandlad', schema: 1, stored: igen, today: igen },
  { type: 'InternkontrollRedovisad', schema: 1, stored: redovisad, today: redovisad },
] as const satisfies readonly Golden<InternkontrollEvent>[];
export const nothingMissing: NothingMissing<InternkontrollEvent, typeof golden> = true;
