import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, dokument, gor, hemlig, historia, kalla, klubba, L, lagg, ledamot, oppna, planera, punkt, x } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';
import type { SammantradeEvent } from './sammantrade.events';
import { oppetFor } from './sammantrade.kallelse.projection';
import { arOppen } from './sammantrade.oppenhet.decider';

const { given } = specify(sammantrade);
const oppet = (namn: string, over: Partial<{ oppet: boolean; namndbeslut: string; underlag: { medgivet: boolean } }> = {}) => gor('SattOppenhet', { punkt: punkt(namn), oppet: true, namndbeslut: '§ 12/2018', underlag: { medgivet: true }, ...over });
const start = [planera(), lagg('Taxan'), hemlig('Hemligt'), lagg('LVU-ansökan', { slag: 'ovrigt', myndighetsutovning: true })];

describe('Öppna och stängda dörrar', () => {
  it('A8: är stängda tills nämnden har beslutat annat, där fullmäktige har medgett det', () => {
    expect(dokument(historia(...start)).punkter.map((en) => oppetFor({}, en))).toEqual([false, false, false]);
    const state = historia(...start).reduce((fore, event) => sammantrade.evolve(fore, event), sammantrade.initialState);
    expect(state.skede !== 'finns inte' && state.punkter.map((en) => arOppen(state, en))).toEqual([false, false, false]);
    given(...historia(...start)).when(oppet('Taxan').command).then({ type: 'PunktensOppenhetSatt', data: { punkt: punkt('Taxan'), klass: 'oppen', oppet: true, namndbeslut: seal(`paragraf:${punkt('Taxan')}`, '§ 12/2018') } });
    given(...historia(...start)).when(oppet('Taxan', { underlag: { medgivet: false } }).command).thenRefused('OPPET_EJ_MEDGIVET', 'Fullmäktige har inte medgett att nämnden håller öppna sammanträden (KL 6 kap. 25 §).', 'KL 6 kap. 25 §');
    given(...historia(...start)).when(oppet('Taxan', { namndbeslut: ' ' }).command).thenRefused('NAMNDBESLUT_SAKNAS', 'Ange nämndens beslut om att ärendet är öppet (KL 6 kap. 25 §).', 'KL 6 kap. 25 §');
    given(...historia(...start)).when({ type: 'SattOppenhet', data: { punkt: punkt('Taxan'), oppet: true, namndbeslut: '§ 12/2018' } }).thenRefused('OPPET_EJ_MEDGIVET');
  });
  it('A8: stängs igen utan att nämnden behöver besluta det', () => {
    given(...historia(...start, oppet('Taxan'))).when(oppet('Taxan', { oppet: false }).command).then({ type: 'PunktensOppenhetSatt', data: { punkt: punkt('Taxan'), klass: 'oppen', oppet: false } });
    given(...historia(planera({ underlag: { oppet: true } }), lagg('Taxan'))).when(oppet('Taxan', { namndbeslut: ' ' }).command).then({ type: 'PunktensOppenhetSatt', data: { punkt: punkt('Taxan'), klass: 'oppen', oppet: true } });
  });
  it('A8: en LVU-ansökan stoppas fast nämnden har beslutat öppna sammanträden', () =>
    given(...historia(...start)).when(oppet('LVU-ansökan').command).thenRefused('MASTE_VARA_STANGT', 'Ärende 3 måste behandlas inom stängda dörrar (KL 6 kap. 25 § tredje stycket).', 'KL 6 kap. 25 § tredje stycket'));
  it('A8: före 2018 är det en varning med den lagens paragraf, och det lagen stänger är stängt också med skäl', () => {
    const fore = historia(planera({ datum: '2017-03-21' }), ...start.slice(1));
    given(...fore).when(oppet('Hemligt', { namndbeslut: ' ', underlag: { medgivet: false } }).command).thenWarned('MASTE_VARA_STANGT', 'OPPET_EJ_MEDGIVET', 'NAMNDBESLUT_SAKNAS');
    const passerat = [...fore, ...(given(...fore).when({ ...oppet('Hemligt').command, skal: { MASTE_VARA_STANGT: 'Så skedde' } }).outcome as readonly SammantradeEvent[])];
    expect(passerat.at(-1)).toMatchObject({ type: 'PunktensOppenhetSatt', data: { avsteg: [{ kod: 'MASTE_VARA_STANGT' }] } });
    const state = passerat.reduce((mote, event) => sammantrade.evolve(mote, event), sammantrade.initialState);
    expect(state.skede !== 'finns inte' && state.punkter.map((en) => arOppen(state, en))).toEqual([false, false, false]);
    expect(dokument(passerat).punkter.map((en) => oppetFor(dokument(passerat), en))).toEqual([false, false, false]);
  });
  it('A8: ett sekretessärende stoppas, och ett öppet som blir sekretess stängs', () => {
    given(...historia(...start)).when(oppet('Hemligt').command).thenRefused('MASTE_VARA_STANGT');
    const oppnad = [...start, oppet('Taxan')];
    expect(oppetFor({}, dokument(historia(...oppnad)).punkter[0]!)).toBe(true);
    const hemlig2 = historia(...oppnad, gor('AndraPunktensKlass', { punkt: punkt('Taxan'), klass: 'sekretess', sekretesslagrum: '26:1', skal: 'x' }));
    expect(oppetFor({}, dokument(hemlig2).punkter[0]!)).toBe(false);
  });
  it('A8: där nämnden har öppna sammanträden som regel är det öppet som får vara det, utan särskilt beslut', () => {
    const regel = [planera({ underlag: { oppet: true } }), ...start.slice(1)];
    const mote = dokument(historia(...regel));
    expect(mote.punkter.map((en) => oppetFor(mote, en))).toEqual([true, false, false]);
    const state = historia(...regel).reduce((fore, event) => sammantrade.evolve(fore, event), sammantrade.initialState);
    expect(state.skede !== 'finns inte' && state.punkter.map((en) => arOppen(state, en))).toEqual([true, false, false]);
    const stangd = historia(...regel, oppet('Taxan', { oppet: false }));
    expect(oppetFor(mote, dokument(stangd).punkter[0]!)).toBe(false);
    expect(given(...stangd).when(oppet('Taxan', { namndbeslut: '' }).command).outcome).toHaveLength(1);
  });
  it('sätts en gång, för en punkt som finns och inte är behandlad', () => {
    given(...historia(...start, oppet('Taxan'))).when(oppet('Taxan').command).thenNothing();
    given(...historia(...start)).when(gor('SattOppenhet', { punkt: x(1), oppet: true }).command).thenRefused('PUNKTEN_FINNS_INTE');
    const behandlat = historia(...start, kalla(), oppna(), ...L.map((person) => ledamot(person)), klubba('Taxan'));
    given(...behandlat).when(oppet('Taxan').command).thenRefused('REDAN_AVGJORD', 'Ärende 1 är redan behandlat.');
    given(...historia(...start, kalla(), oppna(), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' }))).when(oppet('Taxan').command).thenRefused('REDAN_AVGJORD');
  });
});

describe('Att tillkännage sammanträdet', () => {
  const fil = (namn: string) => ({ punkt: punkt(namn), handling: x(700), version: 1, hash: 'ab'.repeat(32) });
  const till = (over: object = {}) => gor('TillkannageSammantrade', { datum: '2018-03-15', plats: 'anslagstavlan', innehall: 'beslutsunderlag', underlag: { handlingar: [fil('Taxan'), fil('Hemligt')] }, ...over });
  it('A9: anslagstavlan får bära sammanträdet och beslutsunderlaget till det som är öppet', () => {
    given(...historia(...start)).when(till({ innehall: 'sammantrade' }).command).then({ type: 'SammantradeTillkannagivet', data: { datum: '2018-03-15', plats: 'anslagstavlan', innehall: 'sammantrade', punkter: [], handlingar: [] } });
    given(...historia(...start)).when(till().command).then({
      type: 'SammantradeTillkannagivet', data: { datum: '2018-03-15', plats: 'anslagstavlan', innehall: 'beslutsunderlag', punkter: [punkt('Taxan'), punkt('LVU-ansökan')], handlingar: [fil('Taxan')] },
    });
  });
  it('A9: en platsannons på anslagstavlan stoppas', () =>
    given(...historia(...start)).when(till({ innehall: 'annat' }).command).thenRefused('ANSLAGSTAVLANS_INNEHALL', 'Anslagstavlan får bara innehålla det som anges i KL 8 kap. 10–11 §§.', 'KL 8 kap. 11 §'));
  it('A9: det tas ned från anslagstavlan en gång, och det på webben står kvar', () => {
    const ned = (datum: string) => gor('TaNedTillkannagivande', { datum, innehall: 'sammantrade' });
    const uppe = historia(...start, till({ innehall: 'sammantrade' }), till({ innehall: 'sammantrade', plats: 'webben' }));
    given(...historia(...start, till({ innehall: 'sammantrade', plats: 'webben' }))).when(ned('2018-03-22').command).thenRefused('EJ_TILLKANNAGIVET', 'Det är inte tillkännagivet på anslagstavlan.');
    given(...historia(...start)).when(ned('2018-03-22').command).thenRefused('EJ_TILLKANNAGIVET');
    given(...uppe).when(ned('2018-03-14').command).thenRefused('EJ_TILLKANNAGIVET', 'Det sattes upp först 2018-03-15.');
    expect(given(...uppe).when(ned('2018-03-15').command).outcome).toHaveLength(1);
    given(...historia(...start, till({ innehall: 'sammantrade' }), till({ datum: '2018-03-16' }))).when(ned('2018-03-22').command).then({ type: 'TillkannagivandeNedtaget', data: { innehall: 'sammantrade', anslaget: '2018-03-15', datum: '2018-03-22' } });
    given(...uppe).when(ned('2018-03-22').command).then({ type: 'TillkannagivandeNedtaget', data: { innehall: 'sammantrade', anslaget: '2018-03-15', datum: '2018-03-22' } });
    const nere = [...uppe, { type: 'TillkannagivandeNedtaget', data: { innehall: 'sammantrade', anslaget: '2018-03-15', datum: '2018-03-22' } } as const];
    given(...nere).when(ned('2018-03-22').command).thenNothing();
    given(...nere).when(ned('2018-03-23').command).thenRefused('REDAN_NEDTAGET', 'Det togs ned 2018-03-22.');
    expect(dokument(nere).tillkannagivanden).toMatchObject([{ plats: 'anslagstavlan', nedtaget: '2018-03-22' }, { plats: 'webben' }]);
    expect(dokument(nere).tillkannagivanden![1]).not.toHaveProperty('nedtaget');
  });
  it('A9: sekretessärendens underlag publiceras inte', () => {
    given(...historia(...start)).when(till({ punkter: [punkt('Hemligt')] }).command).thenRefused('SEKRETESS_PUBLICERAS', 'Ärende 2 omfattas av sekretess. Dess handlingar får inte publiceras.');
    given(...historia(...start)).when(till({ underlag: undefined }).command).then({ type: 'SammantradeTillkannagivet', data: { datum: '2018-03-15', plats: 'anslagstavlan', innehall: 'beslutsunderlag', punkter: [punkt('Taxan'), punkt('LVU-ansökan')], handlingar: [] } });
    given(...historia(...start)).when(till({ punkter: [punkt('Taxan'), x(1)] }).command).thenRefused('PUNKTEN_FINNS_INTE');
    given(...historia(...start)).when(till({ datum: '2018-02-30' }).command).thenRefused('DATUM_FINNS_INTE');
    expect(given(...historia(...start)).when(till({ plats: 'webben', punkter: [punkt('Taxan')] }).command).outcome).toMatchObject([{ data: { punkter: [punkt('Taxan')], handlingar: [fil('Taxan')] } }]);
  });
});
