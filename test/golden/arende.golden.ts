import type { ArendeEvent } from '@klubba/arende';
import { type Golden, type NothingMissing, sealed } from './golden';

const NAMND = '00000000-0000-4000-8000-0000000000a1';
const SKRIVELSE = '00000000-0000-4000-8000-000000000c01';
const SAMMANTRADE = '00000000-0000-4000-8000-000000000c02';
const PUNKT = '00000000-0000-4000-8000-000000000c03';
const avsteg = [{ kod: 'PERSONNUMMER_I_RUBRIK', skal: sealed('arende') }];
const oppnat = {
  namnd: NAMND, klass: 'sekretess', sekretesslagrum: '26:1', rubrik: sealed('arende'), rubrikIntern: sealed('arende'), avsandare: sealed('arende'), avsandareDold: true, datum: '2018-02-14', datumslag: 'inkommet',
  slag: 'individarende', klassifikation: '759', diariekod: 'SOCN', diarieform: 'snedstreck_kolon', diariesiffror: 1, frammandeNummer: [{ nummer: 'KS/2018:69 - 047', organ: 'KS' }], avsteg,
} as const;
const andrad = { klass: 'sekretess', rubrik: sealed('arende'), rubrikIntern: sealed('arende'), skal: sealed('arende'), avsteg } as const;

export const golden = [
  { type: 'ArendeOppnat', schema: 1, stored: oppnat, today: oppnat },
  { type: 'DiarienummerSatt', schema: 1, stored: { ar: 2018, lopnummer: 23, diarienummer: 'SOCN/2018:23 - 759' }, today: { ar: 2018, lopnummer: 23, diarienummer: 'SOCN/2018:23 - 759' } },
  { type: 'ArendemeningAndrad', schema: 1, stored: andrad, today: andrad },
  { type: 'FrammandeNummerTillagt', schema: 1, stored: { klass: 'sekretess', nummer: 'Ju2024/01234', organ: 'Ju' }, today: { klass: 'sekretess', nummer: 'Ju2024/01234', organ: 'Ju' } },
  { type: 'FrammandeNummerStruket', schema: 1,
    stored: { klass: 'sekretess', nummer: 'Ju2024/01234', skal: sealed('arende') }, today: { klass: 'sekretess', nummer: 'Ju2024/01234', skal: sealed('arende') } },
  { type: 'ArendeklassAndrad', schema: 1,
    stored: { klass: 'sekretess', forut: 'sekretess', sekretesslagrum: '26:5', datum: '2018-03-01', skal: sealed('arende') },
    today: { klass: 'sekretess', forut: 'sekretess', sekretesslagrum: '26:5', datum: '2018-03-01', skal: sealed('arende') } },
  { type: 'ArendeUpptaget', schema: 1,
    stored: { klass: 'sekretess', sekretesslagrum: '26:5', sammantrade: SAMMANTRADE, punkt: PUNKT }, today: { klass: 'sekretess', sekretesslagrum: '26:5', sammantrade: SAMMANTRADE, punkt: PUNKT } },
  { type: 'ArendeklassAndrad', schema: 1, stored: { klass: 'sekretess', forut: 'oppen', sekretesslagrum: '26:1', datum: '2018-03-02', skal: sealed('arende'), upptaget: [{ sammantrade: SAMMANTRADE, punkt: PUNKT }] },
    today: { klass: 'sekretess', forut: 'oppen', sekretesslagrum: '26:1', datum: '2018-03-02', skal: sealed('arende'), upptaget: [{ sammantrade: SAMMANTRADE, punkt: PUNKT }] } },
  { type: 'TjansteskrivelseNoterad', schema: 1, stored: { tjansteskrivelse: SKRIVELSE, version: 1, datum: '2018-03-12' }, today: { tjansteskrivelse: SKRIVELSE, version: 1, datum: '2018-03-12' } },
  { type: 'TjansteskrivelsenUtgick', schema: 1, stored: { tjansteskrivelse: SKRIVELSE, datum: '2018-03-14' }, today: { tjansteskrivelse: SKRIVELSE, datum: '2018-03-14' } },
  { type: 'ArendeBehandlat', schema: 1,
    stored: { sammantrade: SAMMANTRADE, punkt: PUNKT, datum: '2018-03-21', ar: 2018, nummer: 44, beslutstyp: 'avge_yttrande' },
    today: { sammantrade: SAMMANTRADE, punkt: PUNKT, datum: '2018-03-21', ar: 2018, nummer: 44, beslutstyp: 'avge_yttrande' } },
  { type: 'ArendeAvslutat', schema: 1, stored: { klass: 'sekretess', datum: '2018-05-02', skal: sealed('arende') }, today: { klass: 'sekretess', datum: '2018-05-02', skal: sealed('arende') } },
  { type: 'ArendeAteroppnat', schema: 1, stored: { klass: 'sekretess', datum: '2018-06-01', skal: sealed('arende') }, today: { klass: 'sekretess', datum: '2018-06-01', skal: sealed('arende') } },
] as const satisfies readonly Golden<ArendeEvent>[];
export const nothingMissing: NothingMissing<ArendeEvent, typeof golden> = true;
