import type { DelegationsordningEvent } from '@klubba/delegation';
import { type Golden, type NothingMissing, sealed } from './golden';

const NAMND = '00000000-0000-4000-8000-0000000000a1';
const PUNKT = '00000000-0000-4000-8000-000000000d01';
const PERSON = '00000000-0000-4000-8000-000000000d02';
const UTSKOTT = '00000000-0000-4000-8000-000000000d03';
const antagen = { datum: '2026-01-20', ar: 2026, nr: 7, punkt: PUNKT } as const;
const delegat = { slag: 'utskott', befattning: 'individutskottet', titel: sealed('delegationsordning'), organ: UTSKOTT } as const;
const avsteg = [{ kod: 'GALLER_FORE_BESLUTET', skal: sealed('delegationsordning') }];
const antaget = {
  namnd: NAMND, version: 1, gallerFran: '2026-01-01', gallerTill: '2026-12-31', antagen, kalla: sealed('delegationsordning'), bradskande: [{ slag: 'ledamot', person: PERSON }], kompletterande: [{ slag: 'ledamot', person: PERSON }],
  punkter: [{
    nummer: '2.1', arendegrupp: sealed('delegationsordning'), lagrum: ['SoL 22 kap. 2 §'], lagrumSkrivet: sealed('delegationsordning'), slag: 'ovrigt', delegater: [delegat], ersattare: [delegat],
    granser: [{ slag: 'procent_av_prisbasbelopp', hogst: 50 }], villkor: sealed('delegationsordning'), vidaredelegation: false, anmals: true, overklagandeslag: 'FORVALTNINGSBESVAR', till: '2026-12-31',
  }],
  avsteg,
} as const;
const upphavt = { version: 1, till: '2026-11-30', antagen, skal: sealed('delegationsordning') } as const;
const aterkallad = { version: 1, nummer: '2.1', till: '2026-10-31', antagen, skal: sealed('delegationsordning') } as const;
const vidare = { version: 1, nummer: '2.1', till: { slag: 'tjansteman', befattning: 'enhetschef', titel: sealed('delegationsordning'), organ: UTSKOTT }, fran: '2026-03-01', beslutad: '2026-02-20', diarienummer: 'SN/2026:31' } as const;
const tillbaka = { version: 1, nummer: '2.1', befattning: 'enhetschef', till: '2026-05-31', skal: sealed('delegationsordning') } as const;
const kolumner = { lista: 'beslut', kolumner: [{ falt: 'datum', rubrik: sealed('delegationsordning') }] } as const;

export const golden = [
  { type: 'DelegationsordningAntagen', schema: 1, stored: antaget, today: antaget },
  { type: 'Vidaredelegerad', schema: 1, stored: vidare, today: vidare },
  { type: 'VidaredelegationAterkallad', schema: 1, stored: tillbaka, today: tillbaka },
  { type: 'DelegationAterkallad', schema: 1, stored: aterkallad, today: aterkallad },
  { type: 'DelegationsordningUpphavd', schema: 1, stored: upphavt, today: upphavt },
  { type: 'DelegationskolumnerSparade', schema: 1, stored: kolumner, today: kolumner },
] as const satisfies readonly Golden<DelegationsordningEvent>[];
export const nothingMissing: NothingMissing<DelegationsordningEvent, typeof golden> = true;
