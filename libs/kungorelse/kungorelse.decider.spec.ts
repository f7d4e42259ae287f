import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { kungorelse, type SattUppKungorelse } from './kungorelse.decider';
import type { KungorelseEvent } from './kungorelse.events';
import { type Kungorelse, kungorelsebevis, kungorelsen, kungorelsensKlockor } from './kungorelse.projection';

const NAMND = '00000000-0000-4000-8000-0000000000a1';
const ARENDE = '00000000-0000-4000-8000-0000000000a2';
const { given } = specify(kungorelse, { at: '2026-05-01T10:00:00.000Z' });
const kid = 'kungorelse:00000000-0000-4000-8000-0000000000aa';
const satt = (over: Partial<SattUppKungorelse> = {}, skal?: Record<string, string>) => ({
  type: 'SattUppKungorelse' as const, data: { namnd: NAMND, slag: 'kungorelse' as const, datum: '2026-03-02', rubrik: 'Granskning', text: 'Planen finns hos kansliet.', lagrum: 'PBL 5 kap. 11 §', omgivning: { namnd: true }, ...over }, ...(skal && { skal }),
});
const uppsatt = (over: object = {}): KungorelseEvent => ({ type: 'KungorelseUppsatt', data: { namnd: NAMND, slag: 'kungorelse', datum: '2026-03-02', rubrik: seal(kid, 'Granskning'), text: seal(kid, 'Planen finns hos kansliet.'), lagrum: 'PBL 5 kap. 11 §', ...over } });
const taNed = (datum: string) => ({ type: 'TaNedKungorelse' as const, data: { datum } });
const bevis = (datum: string) => ({ type: 'LamnaAnslagsbevis' as const, data: { datum } });
const doc = (...events: readonly KungorelseEvent[]) => events.reduce<Kungorelse | undefined>((en, event) => (kungorelsen.on[event.type] as (en: Kungorelse | undefined, event: object) => Kungorelse | undefined)(en, { ...event, stream: 'kungorelse-x' }), undefined)!;

describe('Att sätta upp en kungörelse', () => {
  it('A9: det som en annan lag säger ska finnas på anslagstavlan, med lagen', () => {
    given().when(satt()).then(uppsatt());
    const { lagrum: _, ...utan } = satt().data;
    given().when({ type: 'SattUppKungorelse', data: utan }).thenRefused('LAGRUM_SAKNAS');
    given(uppsatt()).when(satt()).thenRefused('KUNGORELSEN_FINNS_REDAN');
  });
  it('A9: en platsannons kungörs inte på anslagstavlan', () =>
    given().when(satt({ slag: 'annat' })).thenRefused('ANSLAGSTAVLANS_INNEHALL', 'Anslagstavlan får bara innehålla det som anges i KL 8 kap. 10–11 §§.'));
  it('A2: fullmäktiges sammanträde tillkännages en vecka före, och ett senare tillkännagivande varnar', () => {
    const kf = (datum: string, skal?: Record<string, string>) => satt({ slag: 'fullmaktiges_sammantrade', motesdag: '2026-03-16', datum }, skal);
    given().when(kf('2026-03-09')).then(uppsatt({ slag: 'fullmaktiges_sammantrade', datum: '2026-03-09', lagrum: 'KL 5 kap. 13–15 §§', motesdag: '2026-03-16', senast: '2026-03-09', nedtasTidigast: '2026-03-16' }));
    given().when(kf('2026-03-10')).thenWarned('KUNGORELSE_SEN');
    expect(given().when(kf('2026-03-10', { KUNGORELSE_SEN: 'Brådskande' })).outcome).toMatchObject([{ data: { avsteg: [{ kod: 'KUNGORELSE_SEN' }] } }]);
    given().when(satt({ slag: 'fullmaktiges_sammantrade' })).thenRefused('MOTESDAG_SAKNAS');
  });
  it('varnar för sent, för personnummer och för kungörelsedelgivning i socialtjänsten', () => {
    given().when(satt({ senast: '2026-03-01' })).thenWarned('KUNGORELSE_SEN');
    given().when(satt({ text: 'Gäller 19121212-1212.' })).thenWarned('PERSONNUMMER_PA_ANSLAGSTAVLAN');
    given().when(satt({ slag: 'kungorelsedelgivning', lagrum: 'delgivningslagen 49 §' })).thenWarned('DELGIVNINGSSATT_I_SOCIALTJANST');
  });
  it('I3: ett ärende som är sekretess nämns inte', () => {
    given().when(satt({ arende: ARENDE, omgivning: { namnd: true, arende: 'sekretess' } })).thenRefused('SEKRETESS_PUBLICERAS');
    given().when(satt({ arende: ARENDE })).thenRefused('ARENDET_FINNS_INTE');
    given().when(satt({ arende: ARENDE, omgivning: { namnd: true, arende: 'oppen' } })).then(uppsatt({ arende: ARENDE }));
    given().when(satt({ omgivning: { namnd: false } })).thenRefused('NAMNDEN_FINNS_INTE');
  });
  it('dagar som inte finns eller inte har varit stoppas', () => {
    given().when(satt({ datum: '2026-02-30' })).thenRefused('DATUM_FINNS_INTE');
    given().when(satt({ nedtasTidigast: '2026-02-30' })).thenRefused('DATUM_FINNS_INTE');
    given().when(satt({ datum: '2026-05-02' })).thenRefused('DATUM_I_FRAMTIDEN');
  });
});

describe('Att ta ned den och lämna bevis', () => {
  const sitter = uppsatt({ nedtasTidigast: '2026-03-23', bestallare: seal(kid, 'Lantmäteriet') });
  const ned: KungorelseEvent = { type: 'KungorelseNedtagen', data: { datum: '2026-03-24', forTidigt: false } };
  it('tas ned en gång, och för tidigt bara med skäl', () => {
    given(sitter).when(taNed('2026-03-24')).then(ned);
    given(sitter).when(taNed('2026-03-22')).thenWarned('KUNGORELSE_TAS_NED_FOR_TIDIGT');
    given(sitter).when(taNed('2026-03-01')).thenRefused('EJ_UPPSATT_DA');
    given(sitter, ned).when(taNed('2026-03-24')).thenNothing();
    given(sitter, ned).when(taNed('2026-03-25')).thenRefused('REDAN_NEDTAGEN');
    given().when(taNed('2026-03-24')).thenRefused('KUNGORELSEN_FINNS_INTE');
  });
  it('den som begärde den får bevis när tiden har gått (KL 8:10)', () => {
    given(sitter).when(bevis('2026-03-24')).thenRefused('SITTER_UPPE');
    given(sitter, ned).when(bevis('2026-03-23')).thenRefused('SITTER_UPPE');
    given(uppsatt(), ned).when(bevis('2026-03-24')).thenRefused('INGEN_BESTALLARE');
    const lamnat: KungorelseEvent = { type: 'AnslagsbevisLamnat', data: { datum: '2026-03-25' } };
    given(sitter, ned).when(bevis('2026-03-25')).then(lamnat);
    given(sitter, ned, lamnat).when(bevis('2026-03-25')).thenNothing();
    given(sitter, ned, lamnat).when(bevis('2026-03-26')).thenRefused('BEVIS_LAMNAT');
    expect(kungorelsebevis(doc(sitter))).toBeUndefined();
    expect(kungorelsebevis(doc(sitter, ned))).toBe('Kungörelsen enligt PBL 5 kap. 11 § var uppsatt på kommunens anslagstavla från 2026-03-02 till 2026-03-24.');
  });
  it('klockorna: när den får tas ned, och sedan beviset', () => {
    const klockor = (...events: readonly KungorelseEvent[]) => kungorelsensKlockor(doc(...events)).map(({ regel, slag, lag }) => [regel, slag, lag]);
    expect(klockor(sitter)).toEqual([['nedtagning', 'upplysning', '2026-03-23']]);
    expect(klockor(uppsatt())).toEqual([]);
    expect(klockor(sitter, ned)).toEqual([['bevis', 'skyldighet', '2026-03-24']]);
    expect(klockor(uppsatt(), ned)).toEqual([]);
    expect(klockor(sitter, ned, { type: 'AnslagsbevisLamnat', data: { datum: '2026-03-25' } })).toEqual([]);
  });
});
