import type { RiskanalysEvent } from '@klubba/kvalitet';
import { type Golden, type NothingMissing, sealed } from './golden';

const paborjad = { namnd: '00000000-0000-4000-8000-0000000000a1', klass: 'oppen', arende: '00000000-0000-4000-8000-000000000d12', datum: '2020-01-15', rubrik: sealed('riskanalys') } as const;
const bedomd = { klass: 'oppen', nr: '2.1', datum: '2020-01-15', sannolikhet: 'mojlig', allvarlighet: 'betydlig', text: sealed('riskanalys') } as const;
const pa = { klass: 'oppen', nr: '2.1', datum: '2020-08-31', sannolikhet: 'mindre_sannolik', allvarlighet: 'hog' } as const;
const atgard = { klass: 'oppen', atgard: 1, nr: '2.1', datum: '2020-02-01', text: sealed('riskanalys'), ansvarig: sealed('riskanalys'), klarSenast: '2020-06-30' } as const;
const foljd = { klass: 'oppen', atgard: 1, datum: '2020-07-01', lage: 'forsenad', klarSenast: '2020-09-30', text: sealed('riskanalys') } as const;
const avford = { klass: 'oppen', nr: '2.1', datum: '2020-09-30', skal: sealed('riskanalys') } as const;
const avslutad = { datum: '2020-10-01' } as const;
const igen = { klass: 'oppen', skal: sealed('riskanalys') } as const;

export const golden = [
  { type: 'RiskanalysPaborjad', schema: 1, stored: paborjad, today: paborjad },
  { type: 'RiskBedomd', schema: 1, stored: bedomd, today: bedomd },
  { type: 'AtgardBeslutad', schema: 1, stored: atgard, today: atgard },
  { type: 'AtgardFoljdUpp', schema: 1, stored: foljd, today: foljd },
  { type: 'RiskBedomd', schema: 1, stored: pa, today: pa },
  { type: 'RiskAvford', schema: 1, stored: avford, today: avford },
  { type: 'RiskanalysAvslutad', schema: 1, stored: avslutad, today: avslutad },
  { type: 'RiskanalysAteroppnad', schema: 1, stored: igen, today: igen },
] as const satisfies readonly Golden<RiskanalysEvent>[];
export const nothingMissing: NothingMissing<RiskanalysEvent, typeof golden> = true;
