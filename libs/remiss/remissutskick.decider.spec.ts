import { seal, streamId } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { remissutskick, type RemissutskickCommand } from './remissutskick.decider';
import type { RemissutskickEvent } from './remissutskick.events';

const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const s = <T>(value: T) => seal('remissutskick:00000000-0000-4000-8000-0000000000aa', value);
const { given } = specify(remissutskick);
const instans = (nr: number): string => streamId('remissinstans', '00000000-0000-4000-8000-0000000000bb', `00000000-0000-4000-8000-0000000000cc:${nr}`);
type Ut = Extract<RemissutskickCommand, { type: 'SkickaRemiss' }>['data'];
const skicka = (over: Partial<Ut> = {}): RemissutskickCommand => ({
  type: 'SkickaRemiss', data: { namnd: x(1), klass: 'oppen', arende: x(2), rubrik: 'Taxa', fragor: 'Vad blir det för er?', svarstid: '2018-03-15', datum: '2018-03-01', remissinstanser: ['Bygg', 'Miljö'], arendet: { sekretess: false }, ...over },
});
const skickad: RemissutskickEvent = {
  type: 'RemissSkickad',
  data: { namnd: x(1), klass: 'oppen', arende: x(2), rubrik: s('Taxa'), fragor: s('Vad blir det för er?'), svarstid: '2018-03-15', datum: '2018-03-01', remissinstanser: [{ instans: instans(0), namn: s('Bygg') }, { instans: instans(1), namn: s('Miljö') }] },
};
const svar = (over: object = {}): RemissutskickCommand => ({ type: 'TaEmotRemissvar', data: { instans: instans(0), datum: '2018-03-14', stallning: 'tillstyrker', ...over } });
const svarat = (over: object = {}): RemissutskickEvent => ({ type: 'RemissvarMottaget', data: { klass: 'oppen', instans: instans(0), datum: '2018-03-14', stallning: 'tillstyrker', dagarSent: 0, ...over } });

describe('En remiss som nämnden skickar', () => {
  it('G: FL 26: säger till vem, vad svaret ska avse och när', () => {
    given().when(skicka()).then(skickad);
    given().when(skicka({ fragor: ' ' })).thenRefused('FRAGOR_SAKNAS', 'Ange vad svaret ska avse (FL 26 §).', 'FL 26 §');
    given().when(skicka({ svarstid: '2018-03-01' })).thenRefused('SVARSTID_FORE_UTSKICKET');
    given().when(skicka({ remissinstanser: [] })).thenRefused('REMISSINSTANS_SAKNAS');
    given().when(skicka({ arendet: { sekretess: true } })).thenRefused('SEKRETESS_KRAVS');
    given().when(skicka({ datum: '2018-03-22', svarstid: '2018-04-22' })).thenRefused('DATUM_I_FRAMTIDEN');
  });
  it('tar emot svar i tid och för sent, och säger hur sent', () => {
    given(skickad).when(svar()).then(svarat());
    given(skickad).when(svar({ datum: '2018-03-20', sammanfattning: 'Nej' })).then(svarat({ datum: '2018-03-20', dagarSent: 5, sammanfattning: s('Nej') }));
    given(skickad, svarat()).when(svar()).thenRefused('HAR_SVARAT');
    given(skickad).when(svar({ instans: x(77) })).thenRefused('REMISSINSTANS_FINNS_INTE');
    given(skickad).when(svar({ handling: x(5), finns: false })).thenRefused('HANDLINGEN_FINNS_INTE');
    given(skickad).when(svar({ datum: '2018-02-28' })).thenRefused('DATUM_I_FEL_ORDNING');
  });
  it('förlänger för en eller för alla, och aldrig kortare', () => {
    const langre = (till: string, vem?: string): RemissutskickCommand => ({ type: 'ForlangRemisstid', data: { till, datum: '2018-03-10', ...(vem !== undefined && { instans: vem }) } });
    given(skickad).when(langre('2018-03-15')).thenRefused('SVARSTIDEN_KORTAS');
    given(skickad, { type: 'RemissvarForlangt', data: { instans: instans(0), till: '2018-03-20', datum: '2018-03-10' } }).when(svar({ datum: '2018-03-20' })).then(svarat({ datum: '2018-03-20' }));
    given(skickad, { type: 'RemissvarForlangt', data: { till: '2018-03-18', datum: '2018-03-10' } }).when(svar({ datum: '2018-03-20' })).then(svarat({ datum: '2018-03-20', dagarSent: 2 }));
  });
  it('påminner den som inte svarat', () => {
    given(skickad).when({ type: 'PaminnRemissinstans', data: { instans: instans(0), datum: '2018-03-12' } }).then({ type: 'RemissinstansPamind', data: { instans: instans(0), datum: '2018-03-12' } });
    given(skickad, svarat()).when({ type: 'PaminnRemissinstans', data: { instans: instans(0), datum: '2018-03-20' } }).thenRefused('HAR_SVARAT');
  });
  it('avslutas, med en varning när svar saknas, och tar ändå emot det som kommer efteråt', () => {
    const avsluta = (skal?: Record<string, string>): RemissutskickCommand => ({ type: 'AvslutaRemissutskick', data: { datum: '2018-03-20' }, ...(skal && { skal }) });
    const avslutat: RemissutskickEvent = { type: 'RemissutskickAvslutat', data: { datum: '2018-03-20', utanSvar: [instans(1)], avsteg: [{ kod: 'SVAR_SAKNAS', skal: s('Brådskar') }] } };
    given(skickad, svarat()).when(avsluta()).thenRefused('SVAR_SAKNAS', '1 av 2 remissinstanser har inte svarat. Påminn dem, eller ange skäl.');
    given(skickad, svarat()).when(avsluta({ SVAR_SAKNAS: 'Brådskar' })).then(avslutat);
    given(skickad, svarat(), avslutat).when(svar({ instans: instans(1), datum: '2018-03-21' })).then(svarat({ instans: instans(1), datum: '2018-03-21', dagarSent: 6 }));
    given(skickad, svarat(), avslutat).when({ type: 'LaggTillRemissinstans', data: { namn: 'Kultur', datum: '2018-03-21' } }).thenRefused('REMISSEN_AR_AVSLUTAD');
  });
  it('ett svar som togs emot av misstag stryks', () => {
    given(skickad, svarat()).when({ type: 'StrykRemissvar', data: { instans: instans(0), skal: 'Fel remiss' } }).then({ type: 'RemissvarStruket', data: { instans: instans(0), skal: s('Fel remiss') } });
    given(skickad).when({ type: 'StrykRemissvar', data: { instans: instans(0), skal: 'Fel remiss' } }).thenRefused('HAR_INTE_SVARAT');
    given(skickad).when({ type: 'LaggTillRemissinstans', data: { namn: 'Kultur', datum: '2018-03-02' } }).then({ type: 'RemissinstansTillagd', data: { klass: 'oppen', instans: instans(0), namn: s('Kultur'), datum: '2018-03-02' } });
    given().when(svar()).thenRefused('REMISSEN_FINNS_INTE');
  });
});
