import { specify } from '@klubba/kernel/spec';
import { avsluta, E, ersattare, gor, historia, justera, kalla, klubba, L, lagg, ledamot, numrera, oppna, planera, punkt } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';

const { given } = specify(sammantrade);
const alla = L.map((person) => ledamot(person));
const omedelbar = [{ text: 'Svaret godkänns.' }, { text: 'Paragrafen justeras omedelbart.', omedelbarJustering: true }];
/** § 25 a decision, § 26 one with a point that says omedelbar justering, § 27 nothing decided. */
const paragrafer = [klubba('Taxa', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Taxan höjs.' }] }), numrera('Taxa', 25), klubba('Remiss', { beslutstyp: 'avge_yttrande', beslutspunkter: omedelbar }), numrera('Remiss', 26), klubba('Info'), numrera('Info', 27)];
const mote = (over: object = {}, datum = '2018-03-21') => [
  planera({ datum }), lagg('Taxa', { slag: 'arende', utanDiarienummer: true }), lagg('Remiss', { slag: 'remissvar', utanDiarienummer: true }), lagg('Info'), kalla({ datum, underlag: { skaKallas: [], punkter: {} } }),
  oppna({ datum, underlag: { antalLedamoter: 11, omedelbarJustering: true, ...over } }), ...alla,
];
const genast = (over: object = {}, skal?: Record<string, string>) => justera({ datum: '2018-03-21', omedelbart: true, ...over }, skal);

describe('Justeringen', () => {
  it('omfattar alla som är kvar, i paragrafernas ordning, som en egen omgång', () =>
    given(...historia(mote(), paragrafer, avsluta())).when(justera().command)
      .then({ type: 'ParagraferJusterade', data: { omgang: 1, omedelbar: false, datum: '2018-04-04', justerare: [L[0]!, L[1]!], punkter: ['Taxa', 'Remiss', 'Info'].map(punkt) } }));
  it('väntar på att sammanträdet avslutas och att numren är satta', () => {
    given(...historia(mote(), paragrafer)).when(justera().command).thenRefused('SAMMANTRADET_PAGAR');
    given(...historia(mote(), klubba('Info'), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' }))).when(justera().command).thenRefused('EJ_NUMRERAD');
    given(...historia(mote(), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' }))).when(justera().command).thenRefused('INGET_ATT_JUSTERA');
    given(...historia(planera())).when(justera().command).thenRefused('SAMMANTRADET_AR_EJ_OPPNAT');
  });
  it('görs en gång, av några som sägs, och inte före sammanträdet', () => {
    const slut = historia(mote(), paragrafer, avsluta());
    given(...historia(mote(), paragrafer, avsluta(), justera())).when(justera().command).thenRefused('INGET_ATT_JUSTERA');
    given(...historia(mote(), paragrafer, avsluta(), justera({ punkter: [punkt('Taxa')] }))).when(justera({ punkter: [punkt('Taxa')] }).command).thenRefused('REDAN_JUSTERAD');
    given(...slut).when(justera({ justerare: [] }).command).thenRefused('JUSTERARE_SAKNAS');
    given(...slut).when(justera({ datum: '2018-03-20' }).command).thenRefused('JUSTERING_FORE_SAMMANTRADE');
    given(...slut).when(justera({ datum: '2018-04-31' }).command).thenRefused('DATUM_FINNS_INTE');
    given(...slut).when(justera({ punkter: [punkt('Okänd')] }).command).thenRefused('PUNKTEN_FINNS_INTE');
  });

  it('C1: en paragraf utan beslut stoppas, med paragrafen och lagrummet', () => {
    const utan = historia(mote(), klubba('Taxa', { beslutstyp: 'bifalla' }), numrera('Taxa', 25), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' }));
    given(...utan).when(justera().command).thenRefused('PARAGRAF_SAKNAR_FALT', '§ 25 saknar beslut (KL 5 kap. 67 §).', 'KL 5 kap. 67 §');
  });
  it('C1: en information utan beslut och en utgången punkt är kompletta', () => {
    const slut = historia(mote(), gor('DraUrPunkt', { punkt: punkt('Taxa'), skal: 'x' }), klubba('Taxa', { beslutstyp: 'utga' }), numrera('Taxa', 25), klubba('Info'), numrera('Info', 26), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' }));
    expect(given(...slut).when(justera().command).outcome).toHaveLength(1);
  });

  it('C3: sammanträde 2018-03-21 justeras senast 2018-04-04; dagen efter varnar', () => {
    const slut = historia(mote(), paragrafer, avsluta());
    expect(given(...slut).when(justera({ datum: '2018-04-04' }).command).outcome).toHaveLength(1);
    const sent = given(...slut).when(justera({ datum: '2018-04-05' }).command);
    sent.thenWarned('JUSTERING_SEN');
    sent.thenRefused('JUSTERING_SEN', 'Protokollet är inte justerat och 14 dagar har gått sedan sammanträdet 2018-03-21.');
    expect(given(...slut).when(justera({ datum: '2018-04-05' }, { JUSTERING_SEN: 'Justeraren var sjuk' }).command).outcome).toMatchObject([{ data: { avsteg: [{ kod: 'JUSTERING_SEN' }] } }]);
  });
  it('C3: sammanträde 2026-12-17 siktar på 2026-12-31', () => {
    const slut = historia(mote({}, '2026-12-17'), paragrafer, avsluta());
    expect(given(...slut).when(justera({ datum: '2026-12-31' }).command).outcome).toHaveLength(1);
    given(...slut).when(justera({ datum: '2027-01-02' }).command).thenWarned('JUSTERING_SEN');
  });
  it('C3: den som inte var inne vid paragrafen bör inte justera den', () => {
    const slut = historia(mote(), ledamot(L[1]!, [{ tjanstgor: true, tillPunkt: punkt('Taxa') }]), ersattare(E[0]!, [{ tjanstgor: false }]), paragrafer, avsluta());
    given(...slut).when(justera().command).thenWarned('JUSTERARE_EJ_NARVARANDE');
    expect(given(...slut).when(justera({ punkter: [punkt('Taxa')] }).command).outcome).toHaveLength(1);
    expect(given(...slut).when(justera({ justerare: [L[0]!, E[0]!] }).command).outcome).toHaveLength(1);
  });
  it('närvaron vid det som är justerat ligger fast', () => {
    const justerat = historia(mote(), paragrafer, avsluta(), justera());
    given(...justerat).when(ledamot(L[5]!, []).command).thenRefused('REDAN_JUSTERAD');
  });
});

describe('Omedelbar justering', () => {
  it('C4: görs medan sammanträdet pågår, av de paragrafer som har beslutspunkten, i ett eget protokoll', () => {
    given(...historia(mote(), paragrafer)).when(genast().command)
      .then({ type: 'ParagraferJusterade', data: { omgang: 1, omedelbar: true, datum: '2018-03-21', justerare: [L[0]!, L[1]!], punkter: [punkt('Remiss')] } });
    given(...historia(mote(), paragrafer, genast(), avsluta())).when(justera().command)
      .then({ type: 'ParagraferJusterade', data: { omgang: 2, omedelbar: false, datum: '2018-04-04', justerare: [L[0]!, L[1]!], punkter: ['Taxa', 'Info'].map(punkt) } });
  });
  it('C4: en paragraf som inte är utskriven stoppas', () => {
    const utan = historia(mote(), klubba('Remiss', { beslutstyp: 'avge_yttrande' }), numrera('Remiss', 25));
    given(...utan).when(genast({ punkter: [punkt('Remiss')] }).command).thenRefused('PARAGRAFEN_EJ_UTSKRIVEN', 'Paragrafen är inte utskriven och kan inte justeras omedelbart.');
  });
  it('C4: den undertecknas samma dag', () => given(...historia(mote(), paragrafer)).when(genast({ datum: '2018-03-22' }).command).thenRefused('EJ_SAMMA_DAG', '§ 26 kan justeras omedelbart bara samma dag som sammanträdet, 2018-03-21.'));
  it('K4/C4: saknas beslutspunkten varnar den: ingen grund för omedelbar justering', () => {
    given(...historia(mote(), paragrafer)).when(genast({ punkter: [punkt('Taxa')] }).command).thenWarned('BESLUTSPUNKT_OM_JUSTERING_SAKNAS');
    expect(given(...historia(mote(), paragrafer)).when(genast({ punkter: [punkt('Taxa')] }, { BESLUTSPUNKT_OM_JUSTERING_SAKNAS: 'Beslutades muntligt' }).command).outcome).toHaveLength(1);
  });
  it('C4: medger reglementet den inte varnar den', () => given(...historia(mote({ omedelbarJustering: false }), paragrafer)).when(genast().command).thenWarned('OMEDELBAR_JUSTERING_EJ_MEDGIVEN'));
  it('utan någon beslutspunkt finns inget att justera', () => given(...historia(mote(), klubba('Info'), numrera('Info', 25))).when(genast().command).thenRefused('INGET_ATT_JUSTERA'));
});
