import { isRefusal, seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { ansla, avsluta, borta, dokument, E, ersattare, gor, historia, justera, kalla, klubba, L, lagg, ledamot, MOTE, numrera, oppna, planera, punkt, type Steg, x } from '../../test/exempel/mote';
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
type Hindret = { readonly kod: string; readonly allvar: string; readonly text: string; readonly lagrum?: string };
const hindren = (steg: readonly (Steg | readonly Steg[])[], { command }: Steg): readonly Hindret[] => {
  const { outcome } = given(...historia(...steg)).when(command);
  return isRefusal(outcome as object) ? (outcome as { hinder: readonly Hindret[] }).hinder : [];
};
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
    given(...slut).when(justera({ justerare: [] }).command).thenRefused('JUSTERARE_SAKNAS', 'Ange vilka som justerar.');
    given(...slut).when(justera({ datum: '2018-03-20' }).command).thenRefused('JUSTERING_FORE_SAMMANTRADE', 'Justeringen 2018-03-20 ligger före sammanträdet 2018-03-21.');
    expect(given(...slut).when(justera({ datum: '2018-03-21', justerare: [L[0]!, L[1]!, L[0]!] }).command).outcome).toMatchObject([{ data: { justerare: [L[0]!, L[1]!] } }]);
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
    expect(given(...slut).when(justera({ datum: '2018-04-05' }, { JUSTERING_SEN: 'Justeraren var sjuk' }).command).outcome).toMatchObject([{ data: { avsteg: [{ kod: 'JUSTERING_SEN', skal: seal(`sammantrade:${MOTE}`, 'Justeraren var sjuk') }] } }]);
  });
  it('C3: sammanträde 2026-12-17 siktar på 2026-12-31', () => {
    const slut = historia(mote({}, '2026-12-17'), paragrafer, avsluta());
    expect(given(...slut).when(justera({ datum: '2026-12-31' }).command).outcome).toHaveLength(1);
    given(...slut).when(justera({ datum: '2027-01-02' }).command).thenWarned('JUSTERING_SEN');
  });
  it('C3: den som inte var inne vid paragrafen bör inte justera den', () => {
    const slut = historia(mote(), ledamot(L[1]!, [{ tjanstgor: true, tillPunkt: punkt('Taxa') }]), ersattare(E[0]!, [{ tjanstgor: false }]), paragrafer, avsluta());
    given(...slut).when(justera().command).thenWarned('JUSTERARE_EJ_NARVARANDE');
    given(...slut).when(justera().command).thenRefused('JUSTERARE_EJ_NARVARANDE', `{person:${L[1]}} var inte närvarande vid § 26 och bör inte justera den.`);
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
  it('C4: ett möte som går över midnatt undertecknas när det är slut, men inte efter en natts ajournering eller en dag till', () => {
    const sent = (...sedan: readonly Steg[]) => [...mote().map((steg) => (steg.command.type === 'OppnaSammantrade' ? oppna({ tid: '18:00', underlag: { antalLedamoter: 11, omedelbarJustering: true } }) : steg)), klubba('Remiss', { tid: '23:50', beslutstyp: 'avge_yttrande', beslutspunkter: omedelbar }), numrera('Remiss', 25), ...sedan];
    const pa = (datum: string, ...sedan: readonly Steg[]) => hindren([sent(...sedan)], genast({ datum })).map(({ kod }) => kod);
    expect(pa('2018-03-22', klubba('Info', { tid: '00:20' }))).toEqual([]);
    expect(pa('2018-03-21', klubba('Info', { tid: '00:20' }))).toEqual([]);
    expect(pa('2018-03-23', klubba('Info', { tid: '00:20' }))).toEqual(['EJ_SAMMA_DAG']);
    expect(pa('2018-03-22', klubba('Info', { tid: '23:55' }))).toEqual(['EJ_SAMMA_DAG']);
    const natt = [gor('AjourneraSammantrade', { tid: '23:55' }), gor('AterupptaSammantrade', { tid: '2018-03-22 09:00' })];
    expect(pa('2018-03-22', ...natt)).toEqual(['EJ_SAMMA_DAG']);
    // Nobody sits for two nights: then an adjournment is missing.
    expect(pa('2018-03-23', klubba('Info', { tid: '2018-03-23 10:00' }))).toEqual(['EJ_SAMMA_DAG']);
  });
  it('C4: den undertecknas samma dag', () => given(...historia(mote(), paragrafer)).when(genast({ datum: '2018-03-22' }).command).thenRefused('EJ_SAMMA_DAG', '§ 26 kan justeras omedelbart bara samma dag som sammanträdet, 2018-03-21.'));
  it('K4/C4: saknas beslutspunkten varnar den: ingen grund för omedelbar justering', () => {
    expect(hindren([mote(), paragrafer], genast({ punkter: [punkt('Taxa')] }))).toEqual([
      { kod: 'BESLUTSPUNKT_OM_JUSTERING_SAKNAS', allvar: 'VARNING', text: '§ 25 saknar en egen beslutspunkt om omedelbar justering. Ange grunden för att justera den omedelbart.' },
    ]);
    expect(given(...historia(mote(), paragrafer)).when(genast({ punkter: [punkt('Taxa')] }, { BESLUTSPUNKT_OM_JUSTERING_SAKNAS: 'Beslutades muntligt' }).command).outcome).toHaveLength(1);
  });
  it('C4: medger reglementet den inte varnar den', () => expect(hindren([mote({ omedelbarJustering: false }), paragrafer], genast())).toEqual([
    { kod: 'OMEDELBAR_JUSTERING_EJ_MEDGIVEN', allvar: 'VARNING', text: 'Nämndens reglemente medger inte omedelbar justering (KL 5 kap. 69 §).', lagrum: 'KL 5 kap. 69 §' },
  ]));
  it('utan någon beslutspunkt finns inget att justera', () => given(...historia(mote(), klubba('Info'), numrera('Info', 25))).when(genast().command).thenRefused('INGET_ATT_JUSTERA'));
});

describe('De som justerar', () => {
  const slut = [mote(), paragrafer, avsluta()];
  const dagar = (...par: readonly (readonly [string, string])[]) => par.map(([person, datum]) => ({ person, datum }));
  it('C3: har undertecknat, var och en, från och med sammanträdets dag, och den sista dagen är justeringens hur de än räknas upp', () => {
    const med = (underskrifter: ReturnType<typeof dagar>) => hindren(slut, justera({ underskrifter })).map(({ kod, text }) => [kod, text]);
    expect(med(dagar([L[0]!, '2018-04-04'], [L[1]!, '2018-03-21']))).toEqual([]);
    expect(med(dagar([L[0]!, '2018-04-04'], [L[1]!, '2018-03-20']))).toEqual([['JUSTERING_FORE_SAMMANTRADE', 'Underskriften 2018-03-20 ligger före sammanträdet 2018-03-21.']]);
    const saknas = [L[0], L[1]].map((person) => ['UNDERSKRIFT_SAKNAS', `Underskriften av {person:${person}} saknas.`]);
    expect(med([])).toEqual(saknas);
    expect(hindren(slut, justera({ enligtSignaturer: true })).map(({ kod, text }) => [kod, text])).toEqual(saknas);
  });
  it('C3, J4: ett papper som är undertecknat utanför Klubba omfattar paragraferna och säger detsamma, annars sägs det hur', () => {
    const papper = (over: object) => hindren(slut, justera({ undertecknat: x(800), underlag: { bifogade: [], undertecknat: { hash: 'ab'.repeat(32), punkter: ['Taxa', 'Remiss', 'Info'].map(punkt), skillnader: 0, andrat: false, ...over } } })).map(({ allvar, text }) => [allvar, text]);
    expect(papper({})).toEqual([]);
    expect(papper({ punkter: [punkt('Taxa')] })).toEqual([['STOPP', 'Det undertecknade protokollet omfattar inte alla paragraferna.']]);
    expect(papper({ skillnader: 2, andrat: true, sista: '2018-03-27' })).toEqual([
      ['VARNING', 'Det undertecknade protokollet skiljer sig från Klubbas text på 2 ställen. Granska dem, eller ange skäl.'], ['VARNING', 'Dokumentet har ändrats efter signering.'],
      ['VARNING', 'Den sista underskriften i filen är från 2018-03-27, och inte 2018-04-04.'],
    ]);
    expect(hindren(slut, justera({ undertecknat: x(800) })).map(({ text }) => text)).toEqual(['Det undertecknade protokollet finns inte. Lägg till det först.']);
  });
  it('B4: är minst två som var inne, om någon av dem är jävig', () => {
    const jav = [mote(), borta('Taxa', L[3]!), paragrafer, avsluta()];
    const koder = (...justerare: readonly string[]) => hindren(jav, justera({ justerare })).map(({ kod }) => kod);
    expect(koder(L[0]!, L[3]!)).toEqual(['JAVIG_JUSTERAR', 'JUSTERARE_EJ_NARVARANDE']);
    expect(koder(L[0]!, L[1]!, L[3]!)).toEqual(['JUSTERARE_EJ_NARVARANDE']);
    expect(koder(L[0]!, L[1]!)).toEqual([]);
  });
  it('C3: är den som ledde, om det var en annan än ordföranden; ledde ordföranden eller ingen känd sägs inget', () => {
    const ledd = (fore: readonly Steg[], skal?: Record<string, string>) => [mote(), fore, klubba('Taxa', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Taxan höjs.' }] }, skal), paragrafer.slice(1), avsluta()];
    const av = justera({ justerare: [L[1]!, L[2]!] });
    const utan = borta('Taxa', L[0]!);
    expect(hindren(ledd([utan, gor('UtseMotesordforande', { person: L[4]!, som: 'vald', punkter: [punkt('Taxa')] })]), av)).toEqual([{ kod: 'LEDAREN_JUSTERAR_INTE', allvar: 'VARNING', text: `{person:${L[4]}} ledde § 25 och undertecknar den. Ange skäl.` }]);
    expect(hindren(ledd([utan], { ORDFORANDE_SAKNAS: 'Ålderspresidenten ledde' }), av)).toEqual([]);
    // The chair came after the others: it is the role that counts.
    expect(hindren(ledd([ledamot(L[0]!, []), ledamot(L[0]!)]), av)).toEqual([]);
  });
});

describe('Ett upprättat protokoll', () => {
  const upprattat = (over: object = {}) => gor('UpprattaProtokoll', { omedelbar: false, ...over });
  const avslutat = [...mote(), ...paragrafer, avsluta()];
  const remissen = upprattat({ omedelbar: true, punkter: [punkt('Remiss')], justerare: [L[1]!, L[1]!] });
  it('får sin omgång och sina paragrafer innan det justeras', () => {
    given(...historia(avslutat)).when(remissen.command).then({ type: 'ProtokollUpprattat', data: { omgang: 1, omedelbar: true, punkter: [punkt('Remiss')], justerare: [L[1]!] } });
    expect(given(...historia(avslutat, remissen)).when(upprattat().command).outcome).toMatchObject([{ data: { omgang: 2, punkter: ['Taxa', 'Info'].map(punkt), justerare: [] } }]);
  });
  it('väntar som justeringen på att mötet är slut, och tar inte en paragraf ur ett annat', () => {
    given(...historia(mote(), paragrafer)).when(upprattat().command).thenRefused('SAMMANTRADET_PAGAR');
    given(...historia(avslutat)).when(upprattat({ punkter: [x(1)] }).command).thenRefused('PUNKTEN_FINNS_INTE');
    given(...historia(avslutat, remissen)).when(upprattat({ punkter: [punkt('Remiss')] }).command).thenRefused('PROTOKOLLET_UPPRATTAT', '§ 26 hör till protokoll 1, som är upprättat. Justera det för sig.');
    given(...historia(avslutat, justera())).when(upprattat().command).thenRefused('INGET_ATT_JUSTERA');
  });
  it('justeras under sitt nummer, vare sig det nämns, dess paragrafer nämns eller det är det som är kvar', () => {
    const tva = historia(avslutat, remissen, upprattat());
    for (const over of [{ omgang: 1 }, { punkter: [punkt('Remiss')] }, {}]) expect(given(...tva).when(genast(over).command).outcome).toMatchObject([{ type: 'ParagraferJusterade', data: { omgang: 1, omedelbar: true, punkter: [punkt('Remiss')] } }]);
    const justerat = historia(avslutat, remissen, upprattat(), genast());
    expect(given(...justerat).when(justera().command).outcome).toMatchObject([{ data: { omgang: 2, punkter: ['Taxa', 'Info'].map(punkt) } }]);
    expect(dokument(historia(avslutat, remissen, upprattat(), genast())).omgangar).toMatchObject([{ omgang: 1, omedelbar: true, datum: '2018-03-21' }, { omgang: 2, omedelbar: false }]);
    given(...justerat).when(genast({ omgang: 1 }).command).thenRefused('REDAN_JUSTERAD', 'Protokoll 1 är redan justerat.');
    given(...justerat).when(justera({ omgang: 5 }).command).thenRefused('OMGANGEN_FINNS_INTE');
  });
  it('justeras helt och så som det är upprättat', () => {
    const hela = historia(avslutat, upprattat());
    given(...hela).when(justera({ punkter: [punkt('Taxa')] }).command).thenRefused('PROTOKOLLET_UPPRATTAT');
    given(...hela).when(genast({ omgang: 1 }).command).thenRefused('PROTOKOLLET_UPPRATTAT');
    given(...hela).when(justera({ omgang: 1, punkter: [punkt('Taxa')] }).command).thenRefused('PROTOKOLLET_UPPRATTAT');
  });
  it('är inte justerat: det anslås inte, och mötet kan öppnas igen', () => {
    given(...historia(avslutat, upprattat())).when(ansla('2018-04-05').command).thenRefused('EJ_JUSTERAT', 'Protokoll 1 är inte justerat. Det som anslås är justeringen.');
    expect(given(...historia(avslutat, upprattat())).when(gor('AteroppnaSammantrade', { skal: 'x' }).command).outcome).toHaveLength(1);
    given(...historia(avslutat, upprattat(), justera())).when(gor('AteroppnaSammantrade', { skal: 'x' }).command).thenRefused('REDAN_JUSTERAD');
  });
});

describe('Protokollet som det står i sin egen fil', () => {
  const avslutat = [...mote(), ...paragrafer, avsluta(), gor('UpprattaProtokoll', { omedelbar: false })];
  const mk = (text: string) => seal(`sammantrade:${MOTE}`, text);
  const uppgifter = gor('AntecknaProtokolluppgifter', {
    omgang: 1, satt: 'Digital justering', sekreterare: 'nämndsekreterare', forsattsblad: '25, 27', filnamn: '25-27', hanvisningar: [punkt('Remiss'), punkt('Remiss')], sidorPdf: 12, sidorSidfot: 10, underskriftstjanst: 'En tjänst',
    signaturer: [{ roll: 'ordforande', tid: '2018-04-04T16:04:01' }, { roll: 'justerare', person: L[1]!, tid: '2018-04-04T22:20:23' }, { roll: 'sekreterare' }],
  });
  it('antecknas med allt som står där', () =>
    given(...historia(avslutat)).when(uppgifter.command).then({
      type: 'ProtokolluppgifterAntecknade',
      data: {
        omgang: 1, satt: mk('Digital justering'), sekreterare: mk('nämndsekreterare'), forsattsblad: mk('25, 27'), filnamn: mk('25-27'), hanvisningar: [punkt('Remiss')], sidorPdf: 12, sidorSidfot: 10, underskriftstjanst: mk('En tjänst'),
        signaturer: [{ roll: 'ordforande', tid: '2018-04-04T16:04:01' }, { roll: 'justerare', person: L[1]!, tid: '2018-04-04T22:20:23' }, { roll: 'sekreterare' }],
      },
    }));
  it('kan vara utan underskrifter, ersätter det som stod och står kvar när protokollet justeras', () => {
    const utan = gor('AntecknaProtokolluppgifter', { omgang: 1 });
    given(...historia(avslutat)).when(utan.command).then({ type: 'ProtokolluppgifterAntecknade', data: { omgang: 1, signaturer: [] } });
    expect(dokument(historia(avslutat, uppgifter, utan)).omgangar[0]!.uppgifter).toEqual({ signaturer: [] });
    expect(dokument(historia(avslutat, uppgifter, justera())).omgangar).toMatchObject([{ omgang: 1, datum: '2018-04-04', uppgifter: { sidorPdf: 12 } }]);
  });
  it('är om ett protokoll som finns, med sidor, paragrafer och dagar som kan vara', () => {
    given(...historia(avslutat)).when(gor('AntecknaProtokolluppgifter', { omgang: 2 }).command).thenRefused('OMGANGEN_FINNS_INTE');
    given(...historia(avslutat)).when(gor('AntecknaProtokolluppgifter', { omgang: 1, sidorPdf: 0 }).command).thenRefused('TALET_ORIMLIGT');
    given(...historia(avslutat)).when(gor('AntecknaProtokolluppgifter', { omgang: 1, hanvisningar: [x(1)] }).command).thenRefused('PUNKTEN_FINNS_INTE');
    given(...historia(avslutat)).when(gor('AntecknaProtokolluppgifter', { omgang: 1, signaturer: [{ roll: 'justerare', tid: '2018-02-30T10:00:00' }] }).command).thenRefused('DATUM_FINNS_INTE');
  });
});
