import type { KlagomalEvent } from '@klubba/kvalitet';
import { type Golden, type NothingMissing, sealed } from './golden';

const NAMND = '00000000-0000-4000-8000-0000000000a1';
const HANDLAGGARE = '00000000-0000-4000-8000-000000000d01';
const text = sealed('klagomal');
const klass = 'sekretess';
const avsteg = [{ kod: 'SVARSTIDEN_PASSERAD', skal: text }] as const;
const mottaget = {
  namnd: NAMND, klass, arende: '00000000-0000-4000-8000-000000000d02', beteckning: 'K 17', kanal: 'webb', typ: 'synpunkt', kategori: 'bemötande', enhet: 'barn', fran: 'narstaende', inkom: '2018-02-14', text, avsandare: text, svarOnskas: true,
  handlaggare: HANDLAGGARE, svarstid: { dagar: 10, slag: 'arbetsdagar', friaAftnar: ['julafton'] },
} as const;
const bekraftat = { klass, datum: '2018-02-15' } as const;
const rattat = { klass, kanal: 'ivo', typ: 'klagomal', kategori: 'väntetid', enhet: 'vuxna', handlaggare: HANDLAGGARE, skal: text } as const;
const besvarat = { klass, datum: '2018-03-05', text, avsteg } as const;
const eskalerat = { klass, datum: '2018-03-06', skal: text } as const;
const hosIvo = { klass, datum: '2018-03-07', ivosNummer: '8.5-1/2018' } as const;
const ivosSvar = { klass, datum: '2018-03-10', svar: 'kritik' } as const;
const publicerat = { datum: '2018-03-11', text, svar: text } as const;
const avpublicerat = { klass, skal: text } as const;
const avslutat = { klass, datum: '2018-03-12', skal: text, avsteg } as const;
const igen = { klass, datum: '2018-03-13', skal: text } as const;

export const golden = [
  { type: 'KlagomalMottaget', schema: 1, stored: mottaget, today: mottaget },
  { type: 'KlagomalBekraftat', schema: 1, stored: bekraftat, today: bekraftat },
  { type: 'KlagomalRattat', schema: 1, stored: rattat, today: rattat },
  { type: 'KlagomalBesvarat', schema: 1, stored: besvarat, today: besvarat },
  { type: 'KlagomalEskalerat', schema: 1, stored: eskalerat, today: eskalerat },
  { type: 'KlagomalFortTillIvo', schema: 1, stored: hosIvo, today: hosIvo },
  { type: 'IvoSvarPaKlagomalNoterat', schema: 1, stored: ivosSvar, today: ivosSvar },
  { type: 'KlagomalPublicerat', schema: 1, stored: publicerat, today: publicerat },
  { type: 'KlagomalAvpublicerat', schema: 1, stored: avpublicerat, today: avpublicerat },
  { type: 'KlagomalAvslutat', schema: 1, stored: avslutat, today: avslutat },
  { type: 'KlagomalAteroppnat', schema: 1, stored: igen, today: igen },
  { type: 'KlagomalStruket', schema: 1, stored: avpublicerat, today: avpublicerat },
] as const satisfies readonly Golden<KlagomalEvent>[];
export const nothingMissing: NothingMissing<KlagomalEvent, typeof golden> = true;
