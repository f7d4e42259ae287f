import type { EjverkstalldEvent } from '@klubba/kvalitet';
import { type Golden, type NothingMissing, sealed } from './golden';

const NAMND = '00000000-0000-4000-8000-0000000000a1';
const text = sealed('ejverkstalld');
const klass = 'sekretess';
const insats = { namnd: NAMND, klass, arende: '00000000-0000-4000-8000-000000000d21', beteckning: 'B 4', lag: 'SoL', insats: 'kontaktfamilj', enhet: 'barn', beslutsdatum: '2026-01-30', vistelsekommun: true } as const;
const registrerat = { ...insats, skal: text, handlaggare: '00000000-0000-4000-8000-000000000d22' } as const;
const inlast = { ...insats, lista: '00000000-0000-4000-8000-000000000d23', rad: 2, verkstallt: '2026-05-04', avbrott: '2026-06-01', aterupptaget: '2026-06-10', upphort: '2026-07-01' } as const;
const verkstalld = { klass, datum: '2026-05-04' } as const;
const avbruten = { klass, datum: '2026-06-01', skal: text } as const;
const upphort = { klass, datum: '2026-07-01', skal: text } as const;
const rapporterad = { klass, mottagare: 'ivo', ar: 2026, kvartal: 2, datum: '2026-07-10', fran: '2026-01-30', slag: 'verkstallt_sent' } as const;
const avgift = { klass, datum: '2026-09-01', steg: 'utdomd', belopp: 12000, avsteg: [{ kod: 'AVGIFTEN_UTANFOR', skal: text }] } as const;
const angivet = { klass, skal: text } as const;
const struken = { klass, slag: 'upphorande', skal: text } as const;

export const golden = [
  { type: 'InsatsbeslutRegistrerat', schema: 1, stored: registrerat, today: registrerat },
  { type: 'DrojsmalsskalAngivet', schema: 1, stored: angivet, today: angivet },
  { type: 'InsatsVerkstalld', schema: 1, stored: verkstalld, today: verkstalld },
  { type: 'InsatsAvbruten', schema: 1, stored: avbruten, today: avbruten },
  { type: 'InsatsAterupptagen', schema: 1, stored: verkstalld, today: verkstalld },
  { type: 'InsatsbeslutInlast', schema: 1, stored: inlast, today: inlast },
  { type: 'InsatsbeslutUpphort', schema: 1, stored: upphort, today: upphort },
  { type: 'InsatsRapporterad', schema: 1, stored: rapporterad, today: rapporterad },
  { type: 'SarskildAvgiftNoterad', schema: 1, stored: avgift, today: avgift },
  { type: 'InsatshandelseStruken', schema: 1, stored: struken, today: struken },
  { type: 'InsatsbeslutStruket', schema: 1, stored: angivet, today: angivet },
] as const satisfies readonly Golden<EjverkstalldEvent>[];
export const nothingMissing: NothingMissing<EjverkstalldEvent, typeof golden> = true;
