import { fold, isRefusal, seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { stod } from '@klubba/lagrum';
import { avsluta, borta, dokument, gor, historia, kalla, klubba, L, lagg, ledamot, oppna, planera, punkt, REGLER, type Steg, x } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';
import type { SammantradeEvent } from './sammantrade.events';
import { arJavig } from './sammantrade.jav.decider';
import { tjanstgorandeVid } from './sammantrade.narvaro.decider';
import { javsprovningsrad } from './sammantrade.rummet.projection';

const { given } = specify(sammantrade);
const DATUM = '2026-11-18';
const P = punkt('Ärende');
const motet = (inne: readonly string[] = L, punkten: object = {}, datum = DATUM) => [
  planera({ datum }), lagg('Ärende', { slag: 'ovrigt', ...punkten }), lagg('Sedan'), kalla({ datum: '2017-03-14' }),
  oppna({ datum, underlag: { antalLedamoter: 11, omedelbarJustering: true, regler: REGLER } }), ...inne.map((person) => ledamot(person)),
];
const prova = (over: object = {}): Steg => gor('ProvaJav', { punkt: P, person: L[3]!, jav: true, ...over } as never);
const kod = (events: readonly SammantradeEvent[], { command }: Steg) => {
  const { outcome } = given(...events).when(command);
  return isRefusal(outcome as object) ? (outcome as { hinder: readonly { kod: string; allvar: string }[] }).hinder.map((en) => `${en.allvar} ${en.kod}`) : (outcome as readonly SammantradeEvent[]).map(({ type }) => type);
};
const lage = (events: readonly SammantradeEvent[]) => {
  const mote = fold(sammantrade, events);
  if (mote.skede === 'finns inte') throw new Error('inget möte');
  return { javig: arJavig(mote, P, L[3]!), tjanst: tjanstgorandeVid(mote, P).includes(L[3]!) };
};

describe('B4: nämnden avgör en jävsfråga', () => {
  it('B4: den som befinns jävig är varken med eller räknad, och den som inte är det är med', () => {
    expect(lage(historia(motet(), prova()))).toEqual({ javig: true, tjanst: false });
    expect(lage(historia(motet(), borta('Ärende', L[3]!), prova({ jav: false, varfor: 'ingen_grund' })))).toEqual({ javig: false, tjanst: true });
    expect(dokument(historia(motet(), borta('Ärende', L[3]!), prova({ jav: false, varfor: 'utan_betydelse', text: 'Bagatell' }))).franvaro).toEqual([]);
    expect(dokument(historia(motet(), prova())).franvaro).toEqual([{ punkt: P, person: L[3], skal: 'jav' }]);
  });
  it('B4: den utan jäv är det av ett skäl: ingen grund, utan betydelse (6:29), eller ett undantag (6:31)', () => {
    given(...historia(motet())).when(prova({ jav: false }).command).thenRefused('JAV_SKAL_STAMMER_INTE', 'Ange varför jäv inte föreligger.');
    given(...historia(motet())).when(prova({ varfor: 'utan_betydelse' }).command).thenRefused('JAV_SKAL_STAMMER_INTE');
    for (const varfor of ['ingen_grund', 'utan_betydelse', 'foretag_eller_stiftelse', 'annan_namnd']) expect(kod(historia(motet()), prova({ jav: false, varfor }))).toEqual(['JavProvat']);
  });
  it('B4: undantaget för företag och stiftelser gäller inte myndighetsutövning (KL 6:31)', () =>
    given(...historia(motet(L, { myndighetsutovning: true }))).when(prova({ jav: false, varfor: 'foretag_eller_stiftelse' }).command)
      .thenRefused('FORETAGSUNDANTAG_EJ_TILLATET', 'Undantaget för kommunala företag och stiftelser gäller inte myndighetsutövning mot någon enskild (KL 6 kap. 31 §).', 'KL 6 kap. 31 §'));
  it('B4: de andra skälen finns också i myndighetsutövning', () => {
    for (const varfor of ['ingen_grund', 'utan_betydelse', 'annan_namnd']) expect([varfor, kod(historia(motet(L, { myndighetsutovning: true })), prova({ jav: false, varfor }))]).toEqual([varfor, ['JavProvat']]);
  });
  it('B4: den det gäller deltar i det beslutet bara om nämnden annars inte är beslutför och ingen kan kallas', () => {
    given(...historia(motet())).when(prova({ deltog: true, ingenKanKallas: true }).command)
      .thenRefused('JAVIG_DELTAR_I_JAVSFRAGAN', `{person:${L[3]}} får delta i beslutet om jäv bara om nämnden annars inte är beslutför och ingen annan kan kallas in utan onödigt dröjsmål (KL 6 kap. 30 §).`, 'KL 6 kap. 30 §');
    const sex = historia(motet(L.slice(0, 6)));
    expect(kod(sex, prova({ jav: false, varfor: 'ingen_grund', deltog: true, ingenKanKallas: true }))).toEqual(['JavProvat']);
    expect(kod(sex, prova({ jav: false, varfor: 'ingen_grund', deltog: true }))).toEqual(['STOPP JAVIG_DELTAR_I_JAVSFRAGAN']);
    given(...sex).when(prova({ jav: false, varfor: 'ingen_grund' }).command).thenRefused('EJ_BESLUTFOR', 'Nämnden är inte beslutför i jävsfrågan i ärende 1: 5 av 11 ledamöter är närvarande, minst 6 krävs (KL 6 kap. 27 §).');
  });
  it('B4: jävsfrågan avgörs före klubbslaget, för en som är där och inte redan har yrkat', () => {
    expect(kod(historia(motet(), klubba('Ärende')), prova())).toEqual(['STOPP REDAN_AVGJORD']);
    expect(kod(historia(motet()), prova({ person: x(77) }))).toEqual(['STOPP EJ_ANTECKNAD']);
    expect(kod(historia(motet()), prova({ jav: false }))).toEqual(['STOPP JAV_SKAL_STAMMER_INTE']);
    given(...historia(motet())).when(prova({ punkt: x(77) }).command).thenRefused('PUNKTEN_FINNS_INTE');
    expect(kod(historia(motet(), gor('AntecknaYrkande', { punkt: P, slag: 'bifall', av: [L[3]!], text: 'x' })), prova())).toEqual(['STOPP JAVIG']);
    expect(kod(historia(motet(L, {}, '2019-03-20')), prova({ jav: false, varfor: 'ingen_grund', deltog: true }))).toEqual(['VARNING JAVIG_DELTAR_I_JAVSFRAGAN']);
  });
  it('B4: faktat säger vad nämnden fann, varför, och det som sades under paragrafens nyckel', () => {
    given(...historia(motet())).when(prova().command).then({ type: 'JavProvat', data: { punkt: P, klass: 'oppen', person: L[3]!, jav: true, deltog: false } });
    given(...historia(motet())).when(prova({ jav: false, varfor: 'utan_betydelse', text: 'Bagatell' }).command)
      .then({ type: 'JavProvat', data: { punkt: P, klass: 'oppen', person: L[3]!, jav: false, varfor: 'utan_betydelse', deltog: false, text: seal(`paragraf:${P}`, 'Bagatell') } });
  });
  it('B4: räcker de andra precis till är nämnden beslutför utan den som det gäller', () => {
    const sju = historia(motet(L.slice(0, 7)));
    expect(kod(sju, prova({ jav: false, varfor: 'ingen_grund' }))).toEqual(['JavProvat']);
    expect(kod(sju, prova({ jav: false, varfor: 'ingen_grund', deltog: true, ingenKanKallas: true }))).toEqual(['STOPP JAVIG_DELTAR_I_JAVSFRAGAN']);
  });
  it('B4: och säger vad som hindrar, med den lag som gällde på dagen', () => {
    given(...historia(motet(), klubba('Ärende'))).when(prova().command).thenRefused('REDAN_AVGJORD', 'Klubban har fallit i ärende 1. Jävsfrågan avgörs dessförinnan.');
    for (const borta of [x(77), L[3]!]) given(...historia(motet(), ledamot(L[3]!, []))).when(prova({ person: borta }).command).thenRefused('EJ_ANTECKNAD', `{person:${borta}} är inte antecknad som närvarande.`);
    given(...historia(motet())).when(prova({ varfor: 'utan_betydelse' }).command).thenRefused('JAV_SKAL_STAMMER_INTE', 'Den som är jävig är det utan skäl däremot.');
    const lagrum = (datum: string) => (given(...historia(motet(L, {}, datum))).when(prova({ deltog: true }).command).outcome as unknown as { hinder: readonly { lagrum: string }[] }).hinder[0]!.lagrum;
    expect([lagrum('2017-12-31'), lagrum('2018-01-01')]).toEqual([stod('jav', '2017-12-31').citat, 'KL 6 kap. 30 §']);
  });
  it('B4: raden i protokollet säger vad nämnden fann', () => {
    expect(javsprovningsrad({ person: L[3]!, jav: true, deltog: false })).toBe(`Nämnden beslutar att {person:${L[3]}} är jävig i ärendet.`);
    expect(javsprovningsrad({ person: L[3]!, jav: false, deltog: true })).toBe(`Nämnden beslutar att {person:${L[3]}} inte är jävig i ärendet. {person:${L[3]}} deltar i beslutet om jäv, eftersom nämnden annars inte är beslutför.`);
  });
});

describe('B4: den som leder', () => {
  const utan = (person: string): Steg => gor('UtseMotesordforande', { person, som: 'alderspresident' });
  it('B4: utan presidium leder ålderspresidenten tills någon är vald, och det sägs vem', () => {
    const jav = historia(motet(), borta('Ärende', L[0]!));
    given(...jav).when(klubba('Ärende').command).thenWarned('ORDFORANDE_SAKNAS');
    expect(kod(historia(motet(), borta('Ärende', L[0]!), utan(L[4]!)), klubba('Ärende'))).toEqual(['BeslutFattat']);
    expect(kod(historia(motet(), borta('Ärende', L[0]!), gor('UtseMotesordforande', { person: L[4]!, som: 'vald', punkter: [punkt('Sedan')] })), klubba('Ärende'))).toEqual(['VARNING ORDFORANDE_SAKNAS']);
    given(...historia(motet(L.slice(0, 6)))).when(utan(L[8]!).command).thenRefused('EJ_TJANSTGORANDE');
    given(...historia(motet())).when(gor('UtseMotesordforande', { person: L[4]!, som: 'vald', punkter: [x(1)] }).command).thenRefused('PUNKTEN_FINNS_INTE');
  });
  it('C3: den som ledde en paragraf undertecknar den', () => {
    const klart = historia(motet(), borta('Ärende', L[0]!), utan(L[4]!), klubba('Ärende', { beslutspunkter: [{ text: 'x' }] }), klubba('Sedan'), gor('SattParagrafnummer', { punkt: P, ar: 2026, nr: 1 }), gor('SattParagrafnummer', { punkt: punkt('Sedan'), ar: 2026, nr: 2 }), avsluta());
    const justera = (...justerare: readonly string[]) => gor('Justera', { datum: '2026-11-20', omedelbart: false, justerare });
    given(...klart).when(justera(L[1]!, L[2]!).command).thenWarned('LEDAREN_JUSTERAR_INTE');
    expect(kod(klart, justera(L[4]!, L[1]!))).toEqual(['ParagraferJusterade']);
  });
});
