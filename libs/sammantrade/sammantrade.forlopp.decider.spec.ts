import { isRefusal, seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, dokument, gor, historia, justera, kalla, klubba, L, lagg, ledamot, MOTE, numrera, oppna, planera, punkt, REGLER, type Steg } from '../../test/exempel/mote';
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

const mk = (text: string) => seal(`sammantrade:${MOTE}`, text);
const hindren = (events: readonly SammantradeEvent[], { command }: Steg) => (given(...events).when(command).outcome as { hinder: readonly object[] }).hinder;
const avgjort = [...motet(), klubba('Ett', { beslutspunkter: [{ text: 'x' }] }), klubba('Två', { tid: '15:40' }), numrera('Ett', 1), numrera('Två', 2)];

describe('När sammanträdet öppnas', () => {
  const kallat = [planera(), lagg('Ett'), kalla()];
  it('bär faktat antalet ledamöter, inställningarna och hur det skrivs, under sammanträdets nyckel', () => {
    given(...historia(kallat)).when(oppna().command).then({ type: 'SammantradeOppnat', data: { datum: '2018-03-21', tid: '15:00', antalLedamoter: 11, omedelbarJustering: true } });
    given(...historia(kallat)).when(oppna({ tidSkriven: 'kl. 15', plats: 'Stora salen', underlag: { antalLedamoter: 11, omedelbarJustering: false, utanParagraf: ['formalia'], regler: REGLER } }).command).then({ type: 'SammantradeOppnat', data: {
      datum: '2018-03-21', tid: '15:00', antalLedamoter: 11, omedelbarJustering: false, tidSkriven: mk('kl. 15'), plats: mk('Stora salen'), utanParagraf: ['formalia'], regler: REGLER,
    } });
    expect(historia(kallat, oppna({ underlag: { antalLedamoter: 11, omedelbarJustering: true, utanParagraf: [] } })).at(-1)!.data).not.toHaveProperty('utanParagraf');
  });
  it('är det på sin dag, en gång, med ett reglemente som säger hur många de är', () => {
    given(...historia(kallat)).when(oppna({ datum: '2018-03-22' }).command).thenRefused('FEL_DAG', 'Sammanträdet är planerat till 2018-03-21. Ställ in det och planera ett nytt om det hölls en annan dag.');
    const utan = 'Nämnden har inget reglemente som gäller 2018-03-21, så antalet ledamöter är inte känt.';
    given(...historia(kallat)).when(gor('OppnaSammantrade', { tid: '15:00' }).command).thenRefused('REGLEMENTE_SAKNAS', utan);
    given(...historia(kallat)).when(oppna({ underlag: { antalLedamoter: 0, omedelbarJustering: true } }).command).thenRefused('REGLEMENTE_SAKNAS', utan);
    expect(kod(historia(kallat), oppna({ underlag: { antalLedamoter: 1, omedelbarJustering: true } }))).toEqual(['SammantradeOppnat']);
    for (const events of [historia(kallat, oppna()), historia(kallat, oppna(), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' }))]) given(...events).when(oppna().command).thenRefused('SAMMANTRADET_AR_OPPNAT', 'Sammanträdet har redan öppnats.');
  });
  it('A3: saknas kallelsen varnar det (KL 6:17), och skälet står i faktat', () => {
    const okallat = historia(planera(), lagg('Ett'));
    expect(hindren(okallat, oppna())).toEqual([{ kod: 'KALLELSE_SAKNAS', allvar: 'VARNING', text: 'Ingen kallelse är skickad. Ledamöter och ersättare ska underrättas om tid och plats (KL 6 kap. 17 §).', lagrum: 'KL 6 kap. 17 §' }]);
    expect(given(...okallat).when(oppna({}, { KALLELSE_SAKNAS: 'Gick ut på papper' }).command).outcome).toMatchObject([{ data: { avsteg: [{ kod: 'KALLELSE_SAKNAS', skal: mk('Gick ut på papper') }] } }]);
  });
});

describe('När sammanträdet avslutas och öppnas igen', () => {
  it('bär faktat tiden som den skrivs, och i vilka protokoll den anges', () => {
    given(...historia(avgjort)).when(avsluta('15:40').command).then({ type: 'SammantradeAvslutat', data: { tid: '15:40' } });
    given(...historia(avgjort)).when(gor('AvslutaSammantrade', { tid: '17:00', tidSkriven: '17.00', angesI: ['protokoll 2'] }).command).then({ type: 'SammantradeAvslutat', data: { tid: '17:00', tidSkriven: mk('17.00'), angesI: [mk('protokoll 2')] } });
  });
  it('är det en gång, efter det sista, och ett ärende som har utgått väntar ingen på', () => {
    given(...historia(planera())).when(avsluta().command).thenRefused('SAMMANTRADET_AR_EJ_OPPNAT', 'Sammanträdet är inte öppnat.');
    given(...historia(avgjort, avsluta())).when(avsluta('17:30').command).thenRefused('SAMMANTRADET_AR_AVSLUTAT', 'Sammanträdet är redan avslutat.');
    given(...historia(avgjort)).when(avsluta('15:39').command).thenRefused('TIDEN_GAR_BAKLANGES', 'Sammanträdet kan inte ha avslutats 15:39: det pågick 15:40.');
    expect(kod(historia(motet(), klubba('Ett'), gor('DraUrPunkt', { punkt: punkt('Två'), skal: 'x' })), avsluta())).toEqual(['SammantradeAvslutat']);
  });
  it('öppnas det igen tills något är justerat; ett protokoll som bara är upprättat hindrar inte', () => {
    const igen = gor('AteroppnaSammantrade', { skal: 'Fel knapp' });
    for (const events of [historia(planera()), historia(motet())]) given(...events).when(igen.command).thenRefused('SAMMANTRADET_PAGAR', 'Sammanträdet är inte avslutat.');
    given(...historia(avgjort, avsluta(), gor('UpprattaProtokoll', { omedelbar: false, justerare: [] } as never))).when(igen.command).then({ type: 'SammantradeAteroppnat', data: { skal: mk('Fel knapp') } });
    given(...historia(avgjort, avsluta(), justera())).when(igen.command).thenRefused('REDAN_JUSTERAD', 'Protokollet är justerat. Sammanträdet kan inte öppnas igen.');
    // Reopened it has no end: what is adjourned after the old one is no later than it.
    expect(kod(historia(avgjort, avsluta('16:00'), igen), ajournera('16:30', { till: '16:40' }))).toEqual(['SammantradeAjournerat']);
    given(...historia(avgjort, avsluta('16:00'))).when(ajournera('16:30', { till: '16:40' }).command).thenRefused('TIDEN_GAR_BAKLANGES');
  });
});

describe('Ajournering', () => {
  it('har en början och ett slut, och däremellan faller ingen klubba', () => {
    const ute = historia(motet(), klubba('Ett', { tid: '15:10' }), ajournera('15:15', { skal: 'Kaffe' }));
    expect(ute.at(-1)).toEqual({ type: 'SammantradeAjournerat', data: { fran: '15:15', skal: seal(`sammantrade:${MOTE}`, 'Kaffe') } });
    given(...ute).when(klubba('Två', { tid: '15:20' }).command).thenRefused('SAMMANTRADET_AR_AJOURNERAT', 'Sammanträdet är ajournerat sedan 15:15. Återuppta det först.');
    given(...ute).when(avsluta('16:00').command).thenRefused('SAMMANTRADET_AR_AJOURNERAT');
    given(...ute).when(ajournera('15:20').command).thenRefused('SAMMANTRADET_AR_AJOURNERAT');
    given(...ute).when(ateruppta('15:15').command).thenRefused('TIDEN_GAR_BAKLANGES', 'Sammanträdet ajournerades 15:15 och återupptas senare. En annan dag skrivs före klockslaget: 2018-03-21 15:15.');
    expect(historia(motet(), ajournera('15:15')).at(-1)).toStrictEqual({ type: 'SammantradeAjournerat', data: { fran: '15:15' } });
    const inne = [...ute, ...historia(motet(), klubba('Ett', { tid: '15:10' }), ajournera('15:15'), ateruppta('15:30')).slice(-1)];
    expect(kod(inne, klubba('Två', { tid: '15:20' }))).toEqual(['STOPP TIDEN_GAR_BAKLANGES']);
    expect(kod(inne, klubba('Två', { tid: '15:30' }))).toEqual(['BeslutFattat']);
    expect(dokument(inne).ajourneringar).toMatchObject([{ fran: '15:15', till: '15:30' }]);
  });
  it('kan antecknas i efterhand, men inte över ett klubbslag eller en annan', () => {
    const klart = historia(motet(), klubba('Ett', { tid: '15:10' }), klubba('Två', { tid: '15:40' }), avsluta('16:00'));
    expect(kod(klart, ajournera('15:10', { till: '15:40' }))).toEqual(['SammantradeAjournerat']);
    given(...klart).when(ajournera('15:05', { till: '15:20' }).command).thenRefused('KLUBBSLAG_UNDER_AJOURNERING', 'ärende 1 avgjordes 15:10. Sammanträdet kan inte ha varit ajournerat då.');
    const ordning = 'Sammanträdet återupptas efter att det ajournerades, och före sitt slut.';
    given(...klart).when(ajournera('15:50', { till: '16:10' }).command).thenRefused('TIDEN_GAR_BAKLANGES', ordning);
    given(...klart).when(ajournera('15:50', { till: '15:50' }).command).thenRefused('TIDEN_GAR_BAKLANGES', ordning);
    expect(kod(klart, ajournera('15:50', { till: '16:00' }))).toEqual(['SammantradeAjournerat']);
    given(...klart).when(ajournera('15:50').command).thenRefused('SAMMANTRADET_AR_EJ_OPPNAT', 'Sammanträdet pågår inte.');
    given(...historia(planera())).when(ajournera('15:50', { till: '15:55' }).command).thenRefused('SAMMANTRADET_AR_EJ_OPPNAT', 'Sammanträdet pågår inte.');
    given(...historia(motet(), ajournera('15:05', { till: '15:20' }))).when(ajournera('15:15', { till: '15:30' }).command).thenRefused('SAMMANTRADET_AR_AJOURNERAT', 'Sammanträdet var redan ajournerat då.');
    const sagt = historia(motet(), ajournera('15:05', { till: '15:20' }));
    expect(kod(sagt, klubba('Ett', { tid: '15:20' }))).toEqual(['BeslutFattat']);
    given(...historia(motet())).when(ajournera('14:00').command).thenRefused('TIDEN_GAR_BAKLANGES', 'Sammanträdet kan inte ha ajournerats 14:00: det pågick 15:00.');
    expect(kod(historia(motet()), ajournera('15:00'))).toEqual(['SammantradeAjournerat']);
    given(...historia(motet())).when(ateruppta('15:30').command).thenRefused('SAMMANTRADET_AR_EJ_AJOURNERAT', 'Sammanträdet är inte ajournerat.');
  });
  it('gränsar till en annan, men går inte in i den; två kan antecknas, den senare först', () => {
    const en = historia(motet(), ajournera('15:20', { till: '15:30' }));
    for (const [fran, till] of [['15:10', '15:20'], ['15:30', '15:40'], ['15:05', '15:10']] as const) expect([fran, kod(en, ajournera(fran, { till }))]).toEqual([fran, ['SammantradeAjournerat']]);
    for (const [fran, till] of [['15:10', '15:21'], ['15:29', '15:40'], ['15:22', '15:25'], ['15:10', '15:40']] as const) expect([fran, till, kod(en, ajournera(fran, { till }))]).toEqual([fran, till, ['STOPP SAMMANTRADET_AR_AJOURNERAT']]);
    const bada = [...motet(), ajournera('15:20', { till: '15:30' }), ajournera('15:05', { till: '15:10' })];
    const tva = historia(bada);
    expect(dokument(tva).ajourneringar).toMatchObject([{ fran: '15:20', till: '15:30' }, { fran: '15:05', till: '15:10' }]);
    given(...tva).when(ajournera('15:22', { till: '15:25' }).command).thenRefused('SAMMANTRADET_AR_AJOURNERAT');
    // What is told afterwards of an earlier one does not turn the clock back.
    given(...tva).when(klubba('Ett', { tid: '15:29' }).command).thenRefused('TIDEN_GAR_BAKLANGES');
    expect(kod(historia(bada, ajournera('15:35')), ateruppta('15:45'))).toEqual(['SammantradeAterupptaget']);
    expect(dokument(historia(bada, ajournera('15:35'), ateruppta('15:45'))).ajourneringar).toMatchObject([{ till: '15:30' }, { till: '15:10' }, { fran: '15:35', till: '15:45' }]);
    const alla = historia(bada, ajournera('15:35'), ateruppta('15:45'));
    given(...alla).when(ajournera('15:40', { till: '15:42' }).command).thenRefused('SAMMANTRADET_AR_AJOURNERAT');
    expect(kod(alla, ajournera('15:11', { till: '15:15' }))).toEqual(['SammantradeAjournerat']);
  });
  it('har inget klubbslag under sig, men på sina gränser', () => {
    const sagt = historia(motet(), ajournera('15:20', { till: '15:30' }));
    for (const tid of ['15:21', '15:29']) given(...sagt).when(klubba('Ett', { tid }).command).thenRefused('TIDEN_GAR_BAKLANGES', `Klubbslaget ${tid} ligger före det som redan har hänt vid sammanträdet (15:30).`);
    const sent = historia(avgjort, avsluta('16:00'));
    for (const [fran, till] of [['15:10', '15:40'], ['15:40', '15:50'], ['15:00', '15:10']] as const) expect([fran, kod(sent, ajournera(fran, { till }))]).toEqual([fran, ['SammantradeAjournerat']]);
    for (const [fran, till] of [['15:39', '15:41'], ['15:09', '15:11']] as const) expect([fran, kod(sent, ajournera(fran, { till }))]).toEqual([fran, ['STOPP KLUBBSLAG_UNDER_AJOURNERING']]);
  });
  it('C3: läggs inte till ett justerat protokoll', () => {
    const justerat = historia(motet(), klubba('Ett', { beslutspunkter: [{ text: 'x' }] }), klubba('Två', { tid: '15:40' }), numrera('Ett', 1), numrera('Två', 2), avsluta(), justera());
    given(...justerat).when(ajournera('15:20', { till: '15:30' }).command).thenRefused('REDAN_JUSTERAD', 'Protokollet är justerat. Ajourneringar läggs inte till.');
    // C4: what was justerat at once is a protocol of its own, and so is one that is only drawn up.
    const omedelbart = historia(motet(), klubba('Ett', { beslutspunkter: [{ text: 'x' }, { text: 'Justeras omedelbart.', omedelbarJustering: true }] }), numrera('Ett', 1), justera({ omedelbart: true, punkter: [punkt('Ett')], datum: '2018-03-21' }));
    expect(kod(omedelbart, ajournera('15:20'))).toEqual(['SammantradeAjournerat']);
    expect(kod(historia(avgjort, avsluta(), gor('UpprattaProtokoll', { omedelbar: false, justerare: [] } as never)), ajournera('15:20', { till: '15:30' }))).toEqual(['SammantradeAjournerat']);
  });
  it('B1: beslutförheten prövas när sammanträdet återupptas, och i varje paragraf därefter', () => {
    const efter = historia(motet(), ajournera('15:15'), ...L.slice(5).map((person) => ledamot(person, [{ tjanstgor: true, till: '15:15' }])));
    given(...efter).when(ateruppta('15:30').command).thenWarned('EJ_BESLUTFOR');
    expect(given(...efter).when({ ...ateruppta('15:30').command, skal: { EJ_BESLUTFOR: 'Två är på väg' } }).outcome).toMatchObject([{ type: 'SammantradeAterupptaget', data: { tid: '15:30', avsteg: [{ kod: 'EJ_BESLUTFOR', skal: mk('Två är på väg') }] } }]);
    // It is asked of what is treated next, and of nothing when all is done.
    const gick = (...klara: readonly Steg[]) => historia(motet(), ...klara, ajournera('15:45'), ...L.slice(5).map((person) => ledamot(person, [{ tjanstgor: true, till: '15:45' }])));
    given(...gick(klubba('Ett'))).when(ateruppta('16:00').command).thenRefused('EJ_BESLUTFOR', 'Nämnden är inte beslutför i ärende 2: 5 av 11 ledamöter är närvarande, minst 6 krävs (KL 6 kap. 27 §).');
    for (const klara of [[klubba('Ett'), klubba('Två', { tid: '15:40' })], [klubba('Ett'), gor('DraUrPunkt', { punkt: punkt('Två'), skal: 'x' })]]) expect(kod(gick(...klara), ateruppta('16:00'))).toEqual(['SammantradeAterupptaget']);
    const anda = [...efter, ...historia(motet(), ajournera('15:15'), ateruppta('15:30')).slice(-1)];
    given(...anda).when(klubba('Ett', { tid: '15:31' }).command).thenRefused('EJ_BESLUTFOR');
  });
});
