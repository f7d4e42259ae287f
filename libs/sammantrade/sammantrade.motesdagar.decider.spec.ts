import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { gor, historia, kalla, lagg, MOTE, planera, type Steg, x } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';

const { given } = specify(sammantrade);
const planerat = historia(planera());

describe('Sammanträdets dagar', () => {
  const dagar = { stoppdag: '2018-03-05', stopptid: '12:00', presidieberedning: '2018-03-08', utskick: '2018-03-14' };
  it('är stopptid, presidieberedning och utskick, före sammanträdet', () => {
    given(...planerat).when(gor('SattMotesdagar', dagar).command).then({ type: 'MotesdagarSatta', data: dagar });
    given(...planerat).when(gor('SattMotesdagar', { utskick: '2018-03-22' }).command).thenRefused('DAGEN_EFTER_SAMMANTRADET', 'Utskicket 2018-03-22 ligger efter sammanträdet 2018-03-21.');
    given(...planerat).when(gor('SattMotesdagar', { utskick: '2018-02-30' }).command).thenRefused('DATUM_FINNS_INTE');
    for (const falt of ['stoppdag', 'presidieberedning'] as const) given(...planerat).when(gor('SattMotesdagar', { [falt]: '2018-02-30' }).command).thenRefused('DATUM_FINNS_INTE');
    given(...planerat).when(gor('SattMotesdagar', { stopptid: '12:00' }).command).thenRefused('KLOCKSLAG_SAKNAS', 'Ange dagen som stopptiden gäller.');
    given(...planerat).when(gor('SattMotesdagar', { stoppdag: '2018-03-22' }).command).thenRefused('DAGEN_EFTER_SAMMANTRADET', 'Stopptiden 2018-03-22 ligger efter sammanträdet 2018-03-21.');
    given(...planerat).when(gor('SattMotesdagar', { presidieberedning: '2018-03-22' }).command).thenRefused('DAGEN_EFTER_SAMMANTRADET', 'Presidieberedningen 2018-03-22 ligger efter sammanträdet 2018-03-21.');
  });
  it('kan vara någon av dem, också sammanträdets egen dag, och alla samma', () => {
    for (const nagon of [{}, { stoppdag: '2018-03-21' }, { presidieberedning: '2018-03-21' }, { utskick: '2018-03-21' }, { stoppdag: '2018-03-21', presidieberedning: '2018-03-21', utskick: '2018-03-21' }]) {
      given(...planerat).when(gor('SattMotesdagar', nagon).command).then({ type: 'MotesdagarSatta', data: nagon });
    }
  });
  it('varnar när de kommer i fel ordning', () => {
    given(...planerat).when(gor('SattMotesdagar', { ...dagar, presidieberedning: '2018-03-01' }).command).thenWarned('DATUM_I_FEL_ORDNING');
    const fel = (over: object) => (given(...planerat).when(gor('SattMotesdagar', { ...dagar, ...over }).command).outcome as { hinder: readonly { text: string }[] }).hinder.map(({ text }) => text);
    expect(fel({ presidieberedning: '2018-03-01' })).toEqual(['Stopptiden 2018-03-05 ligger efter presidieberedningen 2018-03-01. Kontrollera datum.']);
    expect(fel({ utskick: '2018-03-07' })).toEqual(['Presidieberedningen 2018-03-08 ligger efter utskicket 2018-03-07. Kontrollera datum.']);
    given(...planerat).when(gor('SattMotesdagar', { stoppdag: '2018-03-05', utskick: '2018-03-04' }).command).thenRefused('DATUM_I_FEL_ORDNING', 'Stopptiden 2018-03-05 ligger efter utskicket 2018-03-04. Kontrollera datum.');
    expect(given(...planerat).when(gor('SattMotesdagar', { ...dagar, presidieberedning: '2018-03-01' }, { DATUM_I_FEL_ORDNING: 'Så blev det' }).command).outcome).toMatchObject([{ data: { avsteg: [{ kod: 'DATUM_I_FEL_ORDNING', skal: seal(`sammantrade:${MOTE}`, 'Så blev det') }] } }]);
  });
  it('sätts om helt: utan stoppdag finns ingen, och utan tid gäller hela dagen', () => {
    const nar = (at: string, ...satta: readonly object[]) => given(...historia(planera(), lagg('Upprop', { slag: 'formalia' }), satta.map((en) => gor('SattMotesdagar', en)))).when(lagg('Nytt').command, { at });
    expect(nar('2018-03-06T12:00:00.000Z', dagar, { utskick: '2018-03-14' }).outcome).toHaveLength(1);
    expect(nar('2018-03-05T22:00:00.000Z', { stoppdag: '2018-03-05' }).outcome).toHaveLength(1);
    nar('2018-03-06T12:00:00.000Z', { stoppdag: '2018-03-05' }).thenWarned('EFTER_STOPPTID');
  });
  it('efter stopptiden varnar ett nytt ärende, tills kallelsen är skickad', () => {
    const stopp = [planera(), lagg('Upprop', { slag: 'formalia' }), gor('SattMotesdagar', dagar)];
    const nar = (at: string, ...steg: readonly Steg[]) => given(...historia(...stopp, ...steg)).when(lagg('Nytt', { sen: { beredd: true, skal: 'x' } }).command, { at });
    expect(nar('2018-03-05T11:00:00.000Z').outcome).toHaveLength(1);
    nar('2018-03-05T11:01:00.000Z').thenWarned('EFTER_STOPPTID');
    nar('2018-03-06T00:00:00.000Z').thenWarned('EFTER_STOPPTID');
    expect(nar('2018-03-15T00:00:00.000Z', kalla()).outcome).toHaveLength(1);
  });
});

describe('Ett begärt sammanträde', () => {
  const begart = historia(planera({ begaran: x(500), underlag: { maste: true, oppet: false } }));
  const stallIn = (over: object = {}, skal?: Record<string, string>) => gor('StallInSammantrade', { skal: 'Förhinder', ...over }, skal);
  it('A1: planeras efter en begäran som finns', () => {
    given().when(planera({ begaran: x(500) }).command).thenRefused('BEGARAN_FINNS_INTE');
    expect(begart).toMatchObject([{ data: { begaran: x(500), maste: true } }]);
  });
  it('A1: ställs inte in utan att ett annat hålls i stället när det måste hållas', () => {
    given(...begart).when(stallIn().command).thenRefused(
      'SAMMANTRADE_MASTE_HALLAS', 'Sammanträdet är begärt av minst en tredjedel av ledamöterna eller av ordföranden och måste hållas (KL 6 kap. 23 §). Planera ett nytt och ange det.', 'KL 6 kap. 23 §',
    );
    for (const underlag of [{ underlag: { ersatt: false } }, {}]) {
      given(...begart).when(stallIn({ ersattsAv: x(501), ...underlag }).command).thenRefused('SAMMANTRADET_FINNS_INTE', 'Sammanträdet som ska hållas i stället finns inte i nämnden, eller är inställt.');
    }
    given(...begart).when(stallIn({ ersattsAv: x(501), underlag: { ersatt: true } }).command).then({ type: 'SammantradeInstallt', data: { skal: seal(`sammantrade:${MOTE}`, 'Förhinder'), ersattsAv: x(501) } });
    given(...historia(planera({ begaran: x(500), underlag: { maste: false, oppet: false } }))).when(stallIn().command).then({ type: 'SammantradeInstallt', data: { skal: seal(`sammantrade:${MOTE}`, 'Förhinder') } });
    given(...historia(planera({ datum: '2017-03-21', begaran: x(500), underlag: { maste: true, oppet: false } }))).when(stallIn().command).thenWarned('SAMMANTRADE_MASTE_HALLAS');
  });
});
