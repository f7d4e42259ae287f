import type { AvvikelseEvent } from '@klubba/kvalitet';
import { type Golden, type NothingMissing, sealed } from './golden';

const NAMND = '00000000-0000-4000-8000-0000000000a1';
const ATGARD = '00000000-0000-4000-8000-000000000d11';
const text = sealed('avvikelse');
const klass = 'sekretess';
const registrerad = {
  namnd: NAMND, klass, arende: '00000000-0000-4000-8000-000000000d12', beteckning: 'A 9', kategori: 'felsänt', enhet: 'barn', inkom: '2018-06-04', intraffade: '2018-06-01', text, allvar: 3, upprepningsrisk: 2,
  handlaggare: '00000000-0000-4000-8000-000000000d13', klagomal: '00000000-0000-4000-8000-000000000d14', lexsarah: '00000000-0000-4000-8000-000000000d15',
} as const;
const bedomd = { klass, datum: '2018-06-05', allvar: 4, upprepningsrisk: 3, kategori: 'sekretess', enhet: 'vuxna', skal: text } as const;
const kopplad = { klass, lexsarah: '00000000-0000-4000-8000-000000000d15' } as const;
const beslutad = { klass, atgard: ATGARD, datum: '2018-06-06', text, ansvarig: text, senast: '2018-08-01' } as const;
const andrad = { klass, atgard: ATGARD, ansvarig: text, senast: '2018-09-01', skal: text } as const;
const genomford = { klass, atgard: ATGARD, datum: '2018-08-20', text } as const;
const foljd = { klass, datum: '2018-10-01', effekt: 'delvis_avhjalpt', text } as const;
const upptackt = { klass, upptackt: '2018-06-04T10:15:00' } as const;
const anmald = { klass, anmald: '2018-06-08T09:00:00', nummer: 'IMY-2018-1', avsteg: [{ kod: 'INCIDENTEN_SENT_ANMALD', skal: text }] } as const;
const avskriven = { klass, datum: '2018-06-09', skal: text } as const;
const avslutad = { klass, datum: '2018-10-02', avsteg: [{ kod: 'ATGARDER_KVAR', skal: text }] } as const;
const igen = { klass, datum: '2018-10-03', skal: text } as const;
const struken = { klass, skal: text } as const;

export const golden = [
  { type: 'AvvikelseRegistrerad', schema: 1, stored: registrerad, today: registrerad },
  { type: 'AvvikelseBedomd', schema: 1, stored: bedomd, today: bedomd },
  { type: 'AvvikelseKopplad', schema: 1, stored: kopplad, today: kopplad },
  { type: 'AvvikelseatgardBeslutad', schema: 1, stored: beslutad, today: beslutad },
  { type: 'AvvikelseatgardAndrad', schema: 1, stored: andrad, today: andrad },
  { type: 'AvvikelseatgardGenomford', schema: 1, stored: genomford, today: genomford },
  { type: 'AvvikelseFoljdUpp', schema: 1, stored: foljd, today: foljd },
  { type: 'IncidentUpptackt', schema: 1, stored: upptackt, today: upptackt },
  { type: 'IncidentAnmald', schema: 1, stored: anmald, today: anmald },
  { type: 'IncidentEjAnmald', schema: 1, stored: avskriven, today: avskriven },
  { type: 'AvvikelseAvslutad', schema: 1, stored: avslutad, today: avslutad },
  { type: 'AvvikelseAteroppnad', schema: 1, stored: igen, today: igen },
  { type: 'AvvikelseStruken', schema: 1, stored: struken, today: struken },
] as const satisfies readonly Golden<AvvikelseEvent>[];
export const nothingMissing: NothingMissing<AvvikelseEvent, typeof golden> = true;
