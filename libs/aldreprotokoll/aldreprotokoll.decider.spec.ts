import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { aldreprotokoll, type AldreProtokollCommand } from './aldreprotokoll.decider';
import type { AldreProtokollEvent } from './aldreprotokoll.events';

const NAMND = '00000000-0000-4000-8000-0000000000a1';
const HANDLING = '00000000-0000-4000-8000-0000000000c1';
const s = <T>(value: T) => seal('aldreprotokoll:00000000-0000-4000-8000-0000000000aa', value);
const { given } = specify(aldreprotokoll);
type Registrera = Extract<AldreProtokollCommand, { type: 'RegistreraAldreProtokoll' }>['data'];
const papper = { namnd: NAMND, klass: 'oppen', pdf: true } as const;
const registrera = (over: Partial<Registrera> = {}): AldreProtokollCommand => ({ type: 'RegistreraAldreProtokoll', data: {
  namnd: NAMND, datum: '2014-05-21', handling: HANDLING, kalla: 'Kommunarkivet', paragrafer: [{ nummer: 12, rubrik: 'Taxa för något', diarienummer: 'SN/2014:30' }, { nummer: 13, rubrik: 'Övrigt' }], omgivning: { startdatum: '2015-01-01', papper }, ...over,
} });
const registrerat: AldreProtokollEvent = { type: 'AldreProtokollRegistrerat', data: {
  namnd: NAMND, klass: 'oppen', datum: '2014-05-21', handling: HANDLING, kalla: s('Kommunarkivet'), paragrafer: [{ nummer: 12, rubrik: s('Taxa för något'), diarienummer: 'SN/2014:30' }, { nummer: 13, rubrik: s('Övrigt') }],
} };
const struket: AldreProtokollEvent = { type: 'AldreProtokollStruket', data: { skal: s('Fel dag') } };

describe('Ett äldre protokoll', () => {
  it('registreras med sina paragrafer, vars rubriker är förseglade', () => given().when(registrera()).then(registrerat));
  it('är från tiden före nämndens start i Klubba', () => {
    given().when(registrera({ datum: '2015-01-01' })).thenRefused('INTE_FORE_START', 'Sammanträdet 2015-01-01 är inte före nämndens start i Klubba 2015-01-01. Anteckna det på vanligt sätt.');
    given().when(registrera({ omgivning: { papper } })).thenRefused('INTE_FORE_START');
    given().when(registrera({ datum: '2014-02-30' })).thenRefused('DATUM_FINNS_INTE');
  });
  it('är en PDF som är handling i nämnden, och blir aldrig öppnare än den', () => {
    given().when(registrera({ omgivning: { startdatum: '2015-01-01' } })).thenRefused('HANDLINGEN_FINNS_INTE');
    given().when(registrera({ omgivning: { startdatum: '2015-01-01', papper: { ...papper, namnd: HANDLING } } })).thenRefused('HANDLINGEN_FINNS_INTE');
    given().when(registrera({ omgivning: { startdatum: '2015-01-01', papper: { ...papper, pdf: false } } })).thenRefused('HANDLINGEN_AR_INGEN_PDF');
    given().when(registrera({ omgivning: { startdatum: '2015-01-01', papper: { ...papper, klass: 'sekretess' } } })).then({ ...registrerat, data: { ...registrerat.data, klass: 'sekretess' } } as AldreProtokollEvent);
  });
  it('har varje paragraf en gång, med en rubrik utan personnummer, och en källa', () => {
    given().when(registrera({ paragrafer: [] })).thenRefused('PARAGRAFER_SAKNAS');
    given().when(registrera({ paragrafer: [{ nummer: 12, rubrik: 'a' }, { nummer: 12, rubrik: 'b' }] })).thenRefused('PARAGRAFEN_FLERA_GANGER', '§ 12 står flera gånger i listan.');
    given().when(registrera({ paragrafer: [{ nummer: 0, rubrik: 'a' }] })).thenRefused('TALET_ORIMLIGT');
    given().when(registrera({ paragrafer: [{ nummer: 12, rubrik: 'Bistånd till 191212121212' }] })).thenRefused('RUBRIKEN_HAR_PERSONNUMMER', '§ 12: rubriken innehåller ett personnummer. Skriv den utan.');
    given().when(registrera({ kalla: ' ' })).thenRefused('KALLA_SAKNAS');
  });
  it('registreras en gång, rättas och stryks med skäl', () => {
    given(registrerat).when(registrera()).thenRefused('PROTOKOLLET_FINNS_REDAN');
    given(registrerat).when({ type: 'RattaAldreProtokoll', data: { paragrafer: [{ nummer: 12, rubrik: 'Taxa' }], skal: 'Felskrivet' } })
      .then({ type: 'AldreProtokollRattat', data: { klass: 'oppen', paragrafer: [{ nummer: 12, rubrik: s('Taxa') }], skal: s('Felskrivet') } });
    given(registrerat).when({ type: 'RattaAldreProtokoll', data: { paragrafer: [{ nummer: 12, rubrik: 'Taxa' }], skal: '' } }).thenRefused('SKAL_SAKNAS');
    given(registrerat).when({ type: 'StrykAldreProtokoll', data: { skal: 'Fel dag' } }).then(struket);
    given(registrerat, struket).when({ type: 'StrykAldreProtokoll', data: { skal: 'Igen' } }).thenNothing();
    given(registrerat, struket).when({ type: 'RattaAldreProtokoll', data: { paragrafer: [], skal: 'x' } }).thenRefused('PROTOKOLLET_AR_STRUKET');
    given(registrerat, struket).when(registrera()).thenRefused('PROTOKOLLET_FINNS_REDAN', 'Protokollet är struket för den dagen.');
    given().when({ type: 'StrykAldreProtokoll', data: { skal: 'x' } }).thenRefused('PROTOKOLLET_FINNS_INTE');
  });
});
