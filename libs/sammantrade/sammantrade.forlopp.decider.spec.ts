import { isRefusal, seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, dokument, gor, historia, justera, kalla, klubba, L, lagg, ledamot, MOTE, numrera, oppna, planera, type Steg } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';
import type { SammantradeEvent } from './sammantrade.events';

const { given } = specify(sammantrade);
const motet = () => [planera(), lagg('Ett'), lagg('Två'), kalla(), oppna(), ...L.map((person) => ledamot(person))];
const ajournera = (tid: string, over: object = {}): Steg => gor('AjourneraSammantrade', { tid, ...over });
const ateruppta = (tid: string): Steg => gor('AterupptaSammantrade', { tid });
const kod = (events: readonly SammantradeEvent[], { command }: Steg) => {
  const { outcome } = given(...events).when(command);
  return isRefusal(outcome as object) ? (outcome as { hinder: readonly { kod: string; allvar: string }[] }).hinder.map((en) => `${en.allvar} ${en.kod}`) : (outcome as readonly SammantradeEvent[]).map(({ type }) => type);
};

describe('Ajournering', () => {
  it('har en början och ett slut, och däremellan faller ingen klubba', () => {
    const ute = historia(motet(), klubba('Ett', { tid: '15:10' }), ajournera('15:15', { skal: 'Kaffe' }));
    expect(ute.at(-1)).toEqual({ type: 'SammantradeAjournerat', data: { fran: '15:15', skal: seal(`sammantrade:${MOTE}`, 'Kaffe') } });
    given(...ute).when(klubba('Två', { tid: '15:20' }).command).thenRefused('SAMMANTRADET_AR_AJOURNERAT', 'Sammanträdet är ajournerat sedan 15:15. Återuppta det först.');
    given(...ute).when(avsluta('16:00').command).thenRefused('SAMMANTRADET_AR_AJOURNERAT');
    given(...ute).when(ajournera('15:20').command).thenRefused('SAMMANTRADET_AR_AJOURNERAT');
    given(...ute).when(ateruppta('15:15').command).thenRefused('TIDEN_GAR_BAKLANGES');
    const inne = [...ute, ...historia(motet(), klubba('Ett', { tid: '15:10' }), ajournera('15:15'), ateruppta('15:30')).slice(-1)];
    expect(kod(inne, klubba('Två', { tid: '15:20' }))).toEqual(['STOPP TIDEN_GAR_BAKLANGES']);
    expect(kod(inne, klubba('Två', { tid: '15:30' }))).toEqual(['BeslutFattat']);
    expect(dokument(inne).ajourneringar).toMatchObject([{ fran: '15:15', till: '15:30' }]);
  });
  it('kan antecknas i efterhand, men inte över ett klubbslag eller en annan', () => {
    const klart = historia(motet(), klubba('Ett', { tid: '15:10' }), klubba('Två', { tid: '15:40' }), avsluta('16:00'));
    expect(kod(klart, ajournera('15:10', { till: '15:40' }))).toEqual(['SammantradeAjournerat']);
    given(...klart).when(ajournera('15:05', { till: '15:20' }).command).thenRefused('KLUBBSLAG_UNDER_AJOURNERING', 'ärende 1 avgjordes 15:10. Sammanträdet kan inte ha varit ajournerat då.');
    given(...klart).when(ajournera('15:50', { till: '16:10' }).command).thenRefused('TIDEN_GAR_BAKLANGES');
    given(...klart).when(ajournera('15:50').command).thenRefused('SAMMANTRADET_AR_EJ_OPPNAT');
    given(...historia(motet(), ajournera('15:05', { till: '15:20' }))).when(ajournera('15:15', { till: '15:30' }).command).thenRefused('SAMMANTRADET_AR_AJOURNERAT', 'Sammanträdet var redan ajournerat då.');
    const sagt = historia(motet(), ajournera('15:05', { till: '15:20' }));
    expect(kod(sagt, klubba('Ett', { tid: '15:20' }))).toEqual(['BeslutFattat']);
    given(...historia(motet())).when(ajournera('14:00').command).thenRefused('TIDEN_GAR_BAKLANGES');
    given(...historia(motet())).when(ateruppta('15:30').command).thenRefused('SAMMANTRADET_AR_EJ_AJOURNERAT');
  });
  it('C3: läggs inte till ett justerat protokoll', () => {
    const justerat = historia(motet(), klubba('Ett', { beslutspunkter: [{ text: 'x' }] }), klubba('Två', { tid: '15:40' }), numrera('Ett', 1), numrera('Två', 2), avsluta(), justera());
    given(...justerat).when(ajournera('15:20', { till: '15:30' }).command).thenRefused('REDAN_JUSTERAD');
  });
  it('B1: beslutförheten prövas när sammanträdet återupptas, och i varje paragraf därefter', () => {
    const efter = historia(motet(), ajournera('15:15'), ...L.slice(5).map((person) => ledamot(person, [{ tjanstgor: true, till: '15:15' }])));
    given(...efter).when(ateruppta('15:30').command).thenWarned('EJ_BESLUTFOR');
    const anda = [...efter, ...historia(motet(), ajournera('15:15'), ateruppta('15:30')).slice(-1)];
    given(...anda).when(klubba('Ett', { tid: '15:31' }).command).thenRefused('EJ_BESLUTFOR');
  });
});
