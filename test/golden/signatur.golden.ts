import type { SignaturEvent } from '@klubba/signatur';
import { type Golden, type NothingMissing, sealed } from './golden';

const SAMMANTRADE = '00000000-0000-4000-8000-000000000031';
const PUNKT = '00000000-0000-4000-8000-000000000041';
const HANDLING = '00000000-0000-4000-8000-000000000061';
const SIGNATUR = '00000000-0000-4000-8000-000000000071';
const HASH = '0f'.repeat(32);

/** The same then as now. */
const same = <const T extends SignaturEvent['type'], const D extends object>(type: T, data: D): { readonly type: T; readonly schema: 1; readonly stored: D; readonly today: D } => ({ type, schema: 1, stored: data, today: data });

export const golden = [
  same('SignaturLamnad', {
    signatur: SIGNATUR, person: '00000000-0000-4000-8000-0000000000b1', slag: 'protokoll', mal: SAMMANTRADE, omgang: 1, punkter: [PUNKT], klass: 'sekretess', som: 'justerare', metod: 'inloggad', form: 1, hash: HASH,
    delar: [{ del: PUNKT, slag: 'text', hash: HASH, salt: sealed('paragraf') }, { del: PUNKT, slag: 'narvaro', hash: HASH, salt: sealed('paragraf') }],
    handlingar: [{ del: PUNKT, handling: HANDLING, version: 2, hash: HASH }], avsteg: [{ kod: 'JUSTERARE_EJ_NARVARANDE', skal: sealed('sammantrade') }],
  }),
  same('SignaturLamnad', {
    signatur: '00000000-0000-4000-8000-000000000072', person: '00000000-0000-4000-8000-0000000000b2', slag: 'tjansteskrivelse', mal: SAMMANTRADE, version: 3, klass: 'oppen', som: 'forvaltningschef', metod: 'passkey',
    bevis: { algoritm: 'ES256', uppgifter: [{ namn: 'clientDataJSON', varde: sealed('person') }] }, form: 1, hash: HASH,
    delar: [{ del: SAMMANTRADE, slag: 'text', hash: HASH, salt: sealed('tjansteskrivelse') }], handlingar: [],
  }),
  same('SignaturLamnad', {
    signatur: '00000000-0000-4000-8000-000000000073', person: '00000000-0000-4000-8000-0000000000b2', slag: 'lexsarah', mal: SAMMANTRADE, faktum: 14, klass: 'oppen', som: 'delegat', metod: 'inloggad', form: 1, hash: HASH,
    delar: [{ del: SAMMANTRADE, slag: 'text', hash: HASH, salt: sealed('lexsarah') }, { del: SAMMANTRADE, slag: 'internt', hash: HASH, salt: sealed('lexsarah') }], handlingar: [],
  }),
  same('SignaturLamnad', {
    signatur: '00000000-0000-4000-8000-000000000074', person: '00000000-0000-4000-8000-0000000000b2', slag: 'delegationsbeslut', mal: SAMMANTRADE, klass: 'sekretess', som: 'delegat', metod: 'inloggad', form: 1, hash: HASH,
    delar: [{ del: SAMMANTRADE, slag: 'text', hash: HASH, salt: sealed('delegationsbeslut') }, { del: SAMMANTRADE, slag: 'internt', hash: HASH, salt: sealed('delegationsbeslut') }], handlingar: [],
  }),
  same('SignaturForfallen', { signatur: SIGNATUR, skal: 'aterupptaget', delar: [SAMMANTRADE] }),
  same('SignaturForfallen', { signatur: SIGNATUR, skal: 'text_andrad', delar: [PUNKT] }),
  same('UndertecknatTillagt', {
    undertecknat: '00000000-0000-4000-8000-000000000081', slag: 'protokoll', mal: SAMMANTRADE, version: 1, omgang: 1, punkter: [PUNKT], klass: 'oppen', handling: HANDLING, handlingsversion: 2, hash: HASH, sidor: 12,
    underskrifter: [
      { kalla: 'signatur', namn: sealed('handling'), tid: sealed('handling'), tidskalla: 'signaturen', orord: true, helaFilen: true },
      { kalla: 'text', namn: sealed('handling'), tid: sealed('handling'), tidskalla: 'texten' },
    ],
    avsnitt: [{ nummer: 25, text: sealed('handling') }, { text: sealed('handling') }], avsteg: [{ kod: 'BILAGOR_I_FILEN', skal: sealed('handling') }],
  }),
  same('UndertecknatTillagt', {
    undertecknat: '00000000-0000-4000-8000-000000000082', slag: 'lexsarah', mal: SAMMANTRADE, faktum: 14, klass: 'sekretess', handling: HANDLING, handlingsversion: 1, hash: HASH, sidor: 1, underskrifter: [], avsnitt: [{ text: sealed('handling') }],
    avsteg: [{ kod: 'UNDERSKRIFTER_SAKNAS', skal: sealed('handling') }],
  }),
] as const satisfies readonly Golden<SignaturEvent>[];
export const nothingMissing: NothingMissing<SignaturEvent, typeof golden> = true;
