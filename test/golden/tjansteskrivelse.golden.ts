import type { TjansteskrivelseEvent } from '@klubba/tjansteskrivelse';
import { type Golden, type NothingMissing, sealed } from './golden';

const NAMND = '00000000-0000-4000-8000-0000000000a1';
const ARENDE = '00000000-0000-4000-8000-000000000c04';
const HANDLAGGARE = '00000000-0000-4000-8000-000000000b03';
const skrivelse = 'tjansteskrivelse';
const innehall = {
  klass: 'oppen', beteckning: 'SOCN/2018:23 - 759', rubrik: sealed(skrivelse), forvaltning: sealed(skrivelse), datum: '2018-03-12', handlaggare: HANDLAGGARE, mottagare: [sealed(skrivelse)],
  forslag: [{ nr: 1, text: sealed(skrivelse), form: 'beslut' }], sammanfattning: sealed(skrivelse), arendebeskrivning: sealed(skrivelse), bedomning: sealed(skrivelse),
  handlingar: [{ namn: sealed(skrivelse), datum: '2018-02-14', handelsedatum: '2018-02-01' }], skickasTill: [sealed(skrivelse)],
} as const;
const skriven = { namnd: NAMND, arende: ARENDE, version: 1, ...innehall } as const;
const andrad = { version: 2, ...innehall, skal: sealed(skrivelse) } as const;
const fardig = (version: number) => ({ arende: ARENDE, version, klass: 'oppen', datum: '2018-03-13', dokumentdatum: '2018-03-12', avsteg: [{ kod: 'SKICKAS_TILL_SAKNAS', skal: sealed(skrivelse) }] }) as const;

export const golden = [
  { type: 'TjansteskrivelseSkriven', schema: 1, stored: skriven, today: skriven },
  { type: 'TjansteskrivelseFardigstalld', schema: 1, stored: fardig(1), today: fardig(1) },
  { type: 'TjansteskrivelseAndrad', schema: 1, stored: andrad, today: andrad },
  { type: 'TjansteskrivelseFardigstalld', schema: 1, stored: fardig(2), today: fardig(2) },
  { type: 'TjansteskrivelseAterkallad', schema: 1, stored: { arende: ARENDE, klass: 'oppen', datum: '2018-03-14', skal: sealed(skrivelse) }, today: { arende: ARENDE, klass: 'oppen', datum: '2018-03-14', skal: sealed(skrivelse) } },
] as const satisfies readonly Golden<TjansteskrivelseEvent>[];
export const nothingMissing: NothingMissing<TjansteskrivelseEvent, typeof golden> = true;
