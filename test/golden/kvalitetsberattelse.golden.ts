import type { KvalitetsberattelseEvent } from '@klubba/kvalitet';
import { type Golden, type NothingMissing, sealed } from './golden';

const paborjad = { namnd: '00000000-0000-4000-8000-0000000000a1', klass: 'oppen', ar: 2017, rubrik: sealed('kvalitetsberattelse'), arende: '00000000-0000-4000-8000-000000000d17', checklista: ['egenkontroll', 'samverkan'] } as const;
const avsnitt = { klass: 'oppen', avsnitt: 'egenkontroll', text: sealed('kvalitetsberattelse') } as const;
const siffra = {
  klass: 'oppen', avsnitt: 'utredning_av_avvikelser', nyckel: 'klagomål', varde: { tal: 37, decimaler: 0 }, enhet: 'antal', ar: 2017,
  kalla: { slag: 'register', register: 'klagomal', logg: '00000000-0000-4000-8000-000000000d18', position: 4711, text: sealed('kvalitetsberattelse') }, skal: sealed('kvalitetsberattelse'), avsteg: [{ kod: 'OSAKER_AVLASNING', skal: sealed('kvalitetsberattelse') }],
} as const;
const manad = { klass: 'oppen', avsnitt: 'egenkontroll', nyckel: 'barn_till_tals', saknas: 'uppgift_saknas', enhet: 'procent', kalla: { slag: 'indikator', indikator: '00000000-0000-4000-8000-000000000d19', manad: '2017-05-01', faktum: '00000000-0000-4000-8000-000000000d1a', version: 5 } } as const;
const dag = { klass: 'oppen', avsnitt: 'samverkan', nyckel: 'tillsyn', dag: '2017-09-05', kalla: { slag: 'manuell', text: sealed('kvalitetsberattelse') } } as const;
const struken = { klass: 'oppen', nyckel: 'tillsyn', skal: sealed('kvalitetsberattelse') } as const;
const kontroll = { nr: 1, slag: 'text_tabell', delar: ['klagomål'], mot: 'klagomål' } as const;
const bort = { klass: 'oppen', nr: 1, skal: sealed('kvalitetsberattelse') } as const;
const fardig = { version: 1, datum: '2018-02-28', saknadeAvsnitt: ['samverkan'], anmarkningar: [{ kod: 'SUMMAN_STAMMER_INTE', nycklar: ['klagomål'] }], avsteg: [{ kod: 'AVSNITT_SAKNAS', skal: sealed('kvalitetsberattelse') }] } as const;
const behandlad = { sammantrade: '00000000-0000-4000-8000-000000000d1b', punkt: '00000000-0000-4000-8000-000000000d1c', datum: '2018-03-21', ar: 2018, nummer: 48, beslutstyp: 'godkanna', version: 1 } as const;
const oppnad = { klass: 'oppen', skal: sealed('kvalitetsberattelse') } as const;

export const golden = [
  { type: 'KvalitetsberattelsePaborjad', schema: 1, stored: paborjad, today: paborjad },
  { type: 'AvsnittSkrivet', schema: 1, stored: avsnitt, today: avsnitt },
  { type: 'SiffraAngiven', schema: 1, stored: siffra, today: siffra },
  { type: 'SiffraAngiven', schema: 1, stored: manad, today: manad },
  { type: 'SiffraAngiven', schema: 1, stored: dag, today: dag },
  { type: 'SiffraStruken', schema: 1, stored: struken, today: struken },
  { type: 'SifferkontrollTillagd', schema: 1, stored: kontroll, today: kontroll },
  { type: 'SifferkontrollStruken', schema: 1, stored: bort, today: bort },
  { type: 'KvalitetsberattelseFardigstalld', schema: 1, stored: fardig, today: fardig },
  { type: 'KvalitetsberattelseBehandlad', schema: 1, stored: behandlad, today: behandlad },
  { type: 'KvalitetsberattelseOppnad', schema: 1, stored: oppnad, today: oppnad },
] as const satisfies readonly Golden<KvalitetsberattelseEvent>[];
export const nothingMissing: NothingMissing<KvalitetsberattelseEvent, typeof golden> = true;
