import { fold, isRefusal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, gor, historia, justera, kalla, klubba, L, lagg, ledamot, numrera, oppna, planera, punkt, sen, type Steg } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';
import type { SammantradeEvent } from './sammantrade.events';
import type { Mote } from './sammantrade.mote.decider';
import { type Slutkontroll, slutkontroll } from './sammantrade.slutkontroll.decider';

const { given } = specify(sammantrade);
const alla = L.map((person) => ledamot(person));
const mote = (events: readonly SammantradeEvent[]): Mote => fold(sammantrade, events) as Mote;
const brister = (infor: Slutkontroll, events: readonly SammantradeEvent[], underlag = {}) => slutkontroll(mote(events), infor, { bifogade: [], ...underlag });
const rader = (...args: Parameters<typeof brister>) => brister(...args).map(({ kod, allvar, text, punkt: vid }) => [allvar, kod, text, ...(vid === undefined ? [] : [vid])]);
const oppet = [planera(), lagg('Taxa', { slag: 'arende', utanDiarienummer: true }), lagg('Info'), kalla(), lagg('Sent', { sen }), oppna(), ...alla];
const bifall = (text?: string): Steg => klubba('Taxa', { beslutstyp: 'bifalla', beslutspunkter: text === undefined ? [] : [{ text }] });

describe('Slutkontrollen', () => {
  it('räknar upp vad som saknas innan mötet avslutas: ärenden, justerare, sena ärenden och det som paragraferna saknar', () => {
    const events = historia(oppet, bifall(), numrera('Taxa', 25));
    expect(rader('avslutas', events)).toEqual([
      ['VARNING', 'ARENDEN_EJ_AVGJORDA', 'Dessa ärenden är varken avgjorda, bordlagda eller utgångna: 2, 3.'],
      ['VARNING', 'JUSTERARE_EJ_UTSEDDA', 'Ingen är utsedd att justera protokollet.'],
      ['VARNING', 'SENT_ARENDE_EJ_FASTSTALLT', 'Ärende 3 kom till efter kallelsen och är inte upptaget när dagordningen fastställdes.', punkt('Sent')],
      ['STOPP', 'PARAGRAF_SAKNAR_FALT', '§ 25 saknar beslut (KL 5 kap. 67 §).', punkt('Taxa')],
    ]);
    expect(brister('avslutas', events)[1]).toMatchObject({ lagrum: 'KL 5 kap. 69 §' });
    expect(brister('avslutas', events).at(-1)).toMatchObject({ lagrum: 'KL 5 kap. 67 §' });
  });
  it('tar paragraferna i den ordning klubban föll', () =>
    expect(brister('avslutas', historia(oppet, klubba('Info'), bifall('Ja.'))).filter(({ kod }) => kod === 'EJ_NUMRERAD').map((en) => en.punkt)).toEqual(['Info', 'Taxa'].map(punkt)));
  it('B1: prövar närvaron vid varje paragraf igen', () => {
    const glest = historia(planera({ datum: '2017-03-22' }), lagg('Info'), kalla({ datum: '2017-03-10' }), oppna({ datum: '2017-03-22' }), ...alla.slice(0, 3), klubba('Info', {}, { EJ_BESLUTFOR: 'Ingen annan kom' }), numrera('Info', 7, 2017));
    expect(brister('avslutas', glest).filter((en) => en.punkt === punkt('Info')).map(({ kod, allvar }) => [allvar, kod])).toEqual([['VARNING', 'EJ_BESLUTFOR']]);
  });
  it('C4: påminner om det som skulle justeras omedelbart', () => {
    const events = historia(oppet, klubba('Taxa', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Ja.' }, { text: 'Justeras omedelbart.', omedelbarJustering: true }] }), numrera('Taxa', 25));
    const kod = (steg: readonly Steg[]) => brister('avslutas', historia(oppet, klubba('Taxa', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Ja.' }, { text: 'Justeras omedelbart.', omedelbarJustering: true }] }), numrera('Taxa', 25), steg)).map((en) => en.kod);
    expect(brister('avslutas', events)).toContainEqual({ kod: 'EJ_OMEDELBART_JUSTERAD', allvar: 'VARNING', text: '§ 25 ska justeras omedelbart och är inte justerad än.', punkt: punkt('Taxa') });
    expect(kod([justera({ omedelbart: true, datum: '2018-03-21' })])).not.toContain('EJ_OMEDELBART_JUSTERAD');
  });
  it('innan protokollet justeras är den justeringens egna hinder, var och ett en gång', () => {
    const events = historia(oppet, bifall(), numrera('Taxa', 25), gor('DraUrPunkt', { punkt: punkt('Sent'), skal: 'x' }), klubba('Info'), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' }));
    expect(rader('justeras', events)).toEqual([
      ['STOPP', 'EJ_NUMRERAD', 'Ärende 2 har inte fått sitt paragrafnummer än. Försök igen om en stund.'],
      ['STOPP', 'PARAGRAF_SAKNAR_FALT', '§ 25 saknar beslut (KL 5 kap. 67 §).', punkt('Taxa')],
      ['VARNING', 'EJ_NUMRERAD', 'Ärende 2 har inte fått sitt paragrafnummer än.', punkt('Info')],
    ]);
    const numrerat = historia(oppet, bifall(), numrera('Taxa', 25), klubba('Info'), numrera('Info', 26), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' }));
    expect(rader('justeras', numrerat, { datum: '2018-04-10' }).map(([, kod]) => kod)).toEqual(['JUSTERARE_SAKNAS', 'JUSTERING_SEN', 'PARAGRAF_SAKNAR_FALT']);
  });
  it('är tom när inget saknas, och säger detsamma som kommandona: det som den räknar upp är det som stoppar eller varnar', () => {
    const klart = [oppet.filter(({ namn }) => namn !== 'Sent'), gor('UtseJusterare', { person: L[1]! }), bifall('Taxan höjs.'), numrera('Taxa', 25), klubba('Info'), numrera('Info', 26)].flat();
    expect(brister('avslutas', historia(klart))).toEqual([]);
    expect(brister('justeras', historia(klart, avsluta()))).toEqual([]);
    const ofullstandigt = historia(oppet, gor('UtseJusterare', { person: L[1]! }), bifall(), numrera('Taxa', 25), klubba('Info', { beslutstyp: 'notera' }), numrera('Info', 26), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' }));
    const outcome = given(...ofullstandigt).when(justera({ justerare: [L[1]!], datum: '2018-03-21' }).command).outcome;
    expect(isRefusal(outcome) && outcome.hinder.map(({ kod, text }) => [kod, text]).sort()).toEqual(brister('justeras', ofullstandigt).filter(({ allvar }) => allvar === 'STOPP').map(({ kod, text }) => [kod, text]).sort());
  });
  it('innan mötet har öppnats finns inget att kontrollera', () => expect(rader('justeras', historia(planera()))).toEqual([['STOPP', 'SAMMANTRADET_AR_EJ_OPPNAT', 'Sammanträdet är inte öppnat.']]));
});
