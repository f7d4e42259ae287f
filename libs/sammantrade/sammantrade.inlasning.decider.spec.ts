import { fold, seal, streamId } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, DAG, dokument, E, gor, historia, kalla, klubba, kommando, L, lagg, ledamot, MOTE, numrera, oppna, planera, punkt, REGLER, type Steg, x } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';
import type { SammantradeEvent } from './sammantrade.events';
import { narvaroPerPunkt } from './sammantrade.narvaro.projection';

const { given } = specify(sammantrade);
const fran = { kalla: 'Pärm 7, protokoll 2018', startdatum: '2019-01-01' };
const mk = (text: string) => seal(`sammantrade:${MOTE}`, text);
const pk = (namn: string, text: string) => seal(`paragraf:${punkt(namn)}`, text);
const las = gor as (type: Parameters<typeof gor>[0], data: object) => Steg;
const beslut = (namn: string, over: object = {}) => las('LasInBeslut', { punkt: punkt(namn), tid: '15:10', beslutstyp: 'inget_beslut', beslutspunkter: [], nummer: { ar: 2018, nr: 25 }, ...fran, ...over }).command;
const oppet = (...mer: readonly (Steg | readonly Steg[])[]) => historia(planera(), lagg('Ett'), lagg('Två'), kalla(), oppna(), ...mer);
const fem = L.slice(0, 5).map((person) => ledamot(person));
const underlag = { platser: L };
const narvaro = (person: string, pass: readonly object[], over: object = {}) => las('LasInNarvaro', { person, pass, underlag: { ...underlag, uppdrag: { uppdrag: 'ledamot', parti: 'A' } }, ...fran, ...over });
const justering = (over: object = {}) => las('LasInJustering', { datum: '2018-04-04', omedelbart: false, justerare: [L[0]!, L[1]!], ...fran, ...over });

describe('Att läsa in det som hände före nämndens start i Klubba', () => {
  it('går inte på startdagen eller senare, och inte i en nämnd utan startdatum', () => {
    given(...oppet(fem)).when(beslut('Ett', { startdatum: DAG })).thenRefused('INTE_FORE_START', 'Sammanträdet 2018-03-21 är inte före nämndens start i Klubba 2018-03-21. Anteckna det på vanligt sätt.');
    given(...oppet(fem)).when(beslut('Ett', { startdatum: undefined })).thenRefused('INTE_FORE_START', 'Nämnden har inget startdatum i Klubba. Bara det som hände före det läses in.');
    expect(given(...oppet(fem)).when(beslut('Ett', { startdatum: '2018-03-22' })).outcome).toHaveLength(1);
  });
  it('kräver källa', () => given(...oppet(fem)).when(beslut('Ett', { kalla: ' ' })).thenRefused('KALLA_SAKNAS', 'Ange källan: varifrån det är läst.'));
  it('går inte för det som inte kan vara: en punkt som inte finns, ett möte som inte är öppnat, ett beslut två gånger', () => {
    given(...oppet(fem)).when(beslut('Okänd')).thenRefused('PUNKTEN_FINNS_INTE');
    given(...historia(planera(), lagg('Ett'))).when(beslut('Ett')).thenRefused('SAMMANTRADET_AR_EJ_OPPNAT');
    given(...oppet(fem, { command: beslut('Ett') })).when(beslut('Ett')).thenRefused('REDAN_AVGJORD');
    given(...oppet(fem)).when(beslut('Ett', { tid: '14:00' })).thenRefused('TIDEN_GAR_BAKLANGES');
    given(...historia(planera())).when(narvaro(L[0]!, [{ tjanstgor: true }]).command).thenRefused('SAMMANTRADET_AR_EJ_OPPNAT');
    given(...oppet()).when(narvaro(L[0]!, [{ tjanstgor: true, franPunkt: x(1) }]).command).thenRefused('PUNKTEN_FINNS_INTE');
    given(...oppet()).when(las('LasInKallelse', { datum: '2018-03-14', ...fran }).command).thenRefused('SAMMANTRADET_AR_OPPNAT');
    given(...oppet()).when(las('LasInAnslag', { omgang: 1, datum: '2018-04-04', forvaringsplats: 'x', ...fran }).command).thenRefused('OMGANGEN_FINNS_INTE');
    given().when(beslut('Ett')).thenRefused('SAMMANTRADET_FINNS_INTE');
  });
});

describe('Ett inläst beslut', () => {
  it('B1: fattas fast nämnden inte var beslutför, och bär regeln, källan och numret ur serien', () =>
    given(...oppet(fem)).when(beslut('Ett', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Bifall.', verb: 'bifaller', underpunkter: 2 }] })).then({
      type: 'BeslutInlast',
      data: {
        punkt: punkt('Ett'), ordning: 1, datum: DAG, tid: '15:10', beslutstyp: 'bifalla', beslutspunkter: [{ text: pk('Ett', 'Bifall.'), verb: pk('Ett', 'bifaller'), underpunkter: 2 }],
        overklagandeslag: 'EJ_OVERKLAGBART', klass: 'oppen', ar: 2018, nr: 25, kalla: pk('Ett', fran.kalla), brott: [{ kod: 'EJ_BESLUTFOR', lagrum: 'KL 6 kap. 27 §' }],
      },
    }));
  it('har inget brott när inget bröts', () => expect(given(...oppet(L.map((person) => ledamot(person)))).when(beslut('Ett')).outcome).toMatchObject([{ data: expect.not.objectContaining({ brott: expect.anything() }) }]));
  it('säger inget om beslutförheten när källan inte nämner någon', () => expect(given(...oppet([])).when(beslut('Ett')).outcome).toMatchObject([{ data: expect.not.objectContaining({ brott: expect.anything() }) }]));
  it('D6: bär andra brott också när källan inte nämner någon', () => {
    const kf = historia(planera(), lagg('KF', { slag: 'arende', utanDiarienummer: true, kraverKf: true }), kalla(), oppna());
    expect(given(...kf).when(beslut('KF', { beslutstyp: 'bifalla' })).outcome).toMatchObject([{ data: { brott: [{ kod: 'AVGORS_AV_KF', lagrum: 'KL 5 kap. 1 §' }] } }]);
  });
  it('kräver att numret är läst i serien', () => given(...oppet(fem)).when(beslut('Ett', { nummer: undefined })).thenRefused('NUMMER_EJ_INLAST', 'Paragrafen har inget nummer ur serien. Läs in numret först.'));
  it('D6: bär att fullmäktige skulle ha avgjort; A7: att det kom till sent och inte var utrett', () => {
    const sent = { sen: { beredd: false, skal: 'x' }, myndighetsutovning: true };
    const fore = historia(planera(), lagg('KF', { slag: 'arende', utanDiarienummer: true, kraverKf: true }), kalla(), lagg('Sent', { slag: 'arende', utanDiarienummer: true, ...sent }), oppna(), L.map((person) => ledamot(person)));
    expect(given(...fore).when(beslut('KF', { beslutstyp: 'bifalla' })).outcome).toMatchObject([{ data: { brott: [{ kod: 'AVGORS_AV_KF', lagrum: 'KL 5 kap. 1 §' }] } }]);
    expect(given(...fore).when(beslut('Sent', { beslutstyp: 'bifalla' })).outcome).toMatchObject([{ data: { brott: [{ kod: 'ARENDET_EJ_UTRETT' }, { kod: 'SENT_ARENDE_EJ_FASTSTALLT' }] } }]);
  });
  it('kan vara att källan inte säger vad som beslutades; det justeras utan ord', () => {
    const events = oppet(L.map((person) => ledamot(person)), { command: beslut('Ett', { beslutstyp: 'sekretessbelagt' }) }, { command: beslut('Två', { beslutstyp: 'ej_publicerat', nummer: { ar: 2018, nr: 26 } }) }, avsluta());
    expect(given(...events).when(justering().command).outcome).toMatchObject([{ type: 'JusteringInlast', data: { punkter: [punkt('Ett'), punkt('Två')] } }]);
    expect(dokument(events).punkter.map(({ beslut: ett, paragraf }) => [ett?.beslutstyp, paragraf?.nr])).toEqual([['sekretessbelagt', 25], ['ej_publicerat', 26]]);
  });
  it('numreras inte en gång till, och kan rättas före justeringen som andra', () => {
    const events = oppet(fem, { command: beslut('Ett', { beslutspunkter: [{ text: 'Bifal.' }] }) });
    given(...events).when(numrera('Ett', 26).command).thenRefused('HAR_REDAN_NUMMER', 'Ärendet har redan nummer: § 25.');
    expect(given(...events).when(gor('RattaForeJustering', { punkt: punkt('Ett'), beslutspunkt: 1, text: 'Bifall.', slag: 'skrivfel', skal: 'x' }).command).outcome).toHaveLength(1);
  });
  it('lämnar de vanliga reglerna i fred: närvaron kan antecknas vidare, men inte göra ett brott till', () => {
    const events = oppet(fem, { command: beslut('Ett') });
    expect(given(...events).when(ledamot(L[6]!, []).command).outcome).toHaveLength(1);
    given(...events).when(ledamot(L[0]!, []).command).thenRefused('EJ_BESLUTFOR');
    given(...events).when(klubba('Två').command).thenRefused('EJ_BESLUTFOR');
  });
});

describe('Inläst närvaro', () => {
  it('bär att personen inte var vald den dagen, när källan säger vad den var', () => {
    const okand = narvaro(x(77), [{ tjanstgor: true }], { underlag, uppdrag: 'ledamot', parti: 'Q' });
    given(...oppet()).when(okand.command).then({
      type: 'NarvaroInlast', data: { person: x(77), uppdrag: 'ledamot', parti: 'Q', pass: [{ tjanstgor: true }], kalla: mk(fran.kalla), brott: [{ kod: 'EJ_FORTROENDEVALD' }] },
    });
    for (const utan of [{}, { uppdrag: 'ledamot' }, { parti: 'Q' }]) given(...oppet()).when(narvaro(x(77), [{ tjanstgor: true }], { underlag, ...utan }).command).thenRefused('EJ_FORTROENDEVALD', `{person:${x(77)}} är varken ledamot eller ersättare i nämnden 2018-03-21.`);
    expect(given(...oppet()).when(narvaro(x(77), [{ tjanstgor: true }], { underlag, uppdrag: 'ledamot', parti: 'Q', roll: 'ordforande' }).command).outcome).toMatchObject([{ data: { uppdrag: 'ledamot', parti: 'Q', roll: 'ordforande' } }]);
  });
  it('bär att två hade samma plats och att en ersättare inte hade någon', () => {
    const ersatter = (pass: object) => narvaro(E[0]!, [pass], { underlag: { ...underlag, uppdrag: { uppdrag: 'ersattare', parti: 'B' } } }).command;
    const brott = (command: Steg['command']) => (given(...oppet(fem)).when(command).outcome as readonly SammantradeEvent[]).flatMap(({ data }) => ('brott' in data ? (data.brott ?? []).map(({ kod }) => kod) : []));
    expect(brott(ersatter({ tjanstgor: true, ersatter: L[0]! }))).toEqual(['PLATSEN_UPPTAGEN']);
    expect(brott(ersatter({ tjanstgor: true, ersatter: x(77) }))).toEqual(['PLATSEN_FINNS_INTE']);
    expect(brott(ersatter({ tjanstgor: true }))).toEqual(['ERSATTER_SAKNAS']);
    expect(brott(narvaro(L[5]!, [{ tjanstgor: true, ersatter: L[6]! }]).command)).toEqual(['LEDAMOT_ERSATTER_INGEN']);
    expect(brott(ersatter({ tjanstgor: true, ersatter: L[6]! }))).toEqual([]);
  });
  it('två på en plats stoppar det vanliga klubbslaget men inte det inlästa', () => {
    const tva = oppet(L.map((person) => ledamot(person)), narvaro(E[0]!, [{ tjanstgor: true, ersatter: L[0]! }], { underlag: { ...underlag, uppdrag: { uppdrag: 'ersattare', parti: 'B' } } }));
    given(...tva).when(klubba('Ett').command).thenRefused('PLATSEN_UPPTAGEN');
    expect(given(...tva).when(beslut('Ett')).outcome).toMatchObject([{ data: { brott: [{ kod: 'PLATSEN_UPPTAGEN' }, { kod: 'FLER_AN_PLATSERNA' }] } }]);
    // What was broken already does not stop the next one's presence.
    expect(given(...tva).when(ledamot(L[3]!, []).command).outcome).toHaveLength(1);
  });
  it('rör inte det som är justerat', () => {
    const justerat = oppet(L.map((person) => ledamot(person)), klubba('Ett'), numrera('Ett', 25), klubba('Två'), numrera('Två', 26), avsluta(), justering());
    given(...justerat).when(narvaro(L[0]!, []).command).thenRefused('REDAN_JUSTERAD');
  });
});

describe('Inläst kallelse och punkt', () => {
  const utan = historia(planera(), lagg('Ett', { slag: 'arende', utanDiarienummer: false, diarienummer: 'SN/2018:1' }));
  it('A3, A4: bär det som källan inte säger, och numren ligger fast efter den', () => {
    const command = las('LasInKallelse', { datum: '2018-03-20', underlag: { skaKallas: [L[0]!], punkter: {}, kallelsetid: { dagar: 5, slag: 'kalenderdagar' } }, ...fran }).command;
    given(...utan).when(command).then({
      type: 'KallelseInlast',
      data: {
        version: 1, datum: '2018-03-20', kallade: [], punkter: [{ punkt: punkt('Ett'), nr: 1 }], kalla: mk(fran.kalla),
        brott: [{ kod: 'KALLELSE_SAKNAR_FALT' }, { kod: 'KALLELSE_SAKNAR_MOTTAGARE', lagrum: 'KL 6 kap. 17 §' }, { kod: 'KALLELSE_SEN', lagrum: 'reglementet' }],
      },
    } as SammantradeEvent);
    const efter = historia(planera(), lagg('Ett'), { command });
    given(...efter).when(lagg('Två').command).thenRefused('SENT_ARENDE_SAKNAR_SKAL');
    expect(dokument(efter)).toMatchObject({ skede: 'kallat', kallelser: [{ version: 1, inlast: { brott: [{}, {}, {}] } }] });
  });
  it('A7: bär att det inte står varför punkten kom till sent, och vilken bestämmelse sekretessen hade', () => {
    const ny = las('LasInPunkt', { slag: 'arende', rubrik: 'Hemlig', klass: 'sekretess', ...fran }).command;
    expect(given(...utan, ...historia(planera(), lagg('Ett'), kalla()).filter(({ type }) => type === 'KallelseSkickad')).when(ny, { command: kommando('Sen') }).outcome).toMatchObject([{
      type: 'PunktInlast', data: { punkt: punkt('Sen'), nr: 2, klass: 'sekretess', kalla: pk('Sen', fran.kalla), brott: [{ kod: 'SEKRETESSLAGRUM_SAKNAS', lagrum: 'OSL 5 kap. 5 §' }, { kod: 'KALLELSE_SAKNAR_FALT' }, { kod: 'SENT_ARENDE_SAKNAR_SKAL' }] },
    }]);
  });
  it('lägger inte en hemlig sak på en öppen punkt, och inte en punkt där ingen kan ligga', () => {
    const arende = { id: x(50), sekretess: true, frammande: [] };
    given(...utan).when(las('LasInPunkt', { slag: 'arende', rubrik: 'x', klass: 'oppen', arende: x(50), underlag: { arende }, ...fran }).command).thenRefused('SEKRETESS_KRAVS');
    given(...utan).when(las('LasInPunkt', { slag: 'arende', rubrik: 'x', klass: 'oppen', plats: 7, ...fran }).command).thenRefused('ARENDENUMMER_EJ_I_FOLJD');
  });
});

describe('Inläst närvaro av andra än de valda', () => {
  const ovrig = (over: object = {}) => las('LasInOvrigNarvaro', { slag: 'tjansteperson', benamning: 'Förvaltningschef', ...fran, ...over }).command;
  it('har sin källa, och prövas av samma regler', () => {
    given(...oppet()).when(ovrig({ antal: 2, punkter: [punkt('Ett')] })).then({
      type: 'OvrigNarvaroInlast', data: { narvaro: streamId('ovrignarvaro', '00000000-0000-4000-8000-0000000000bb', '00000000-0000-4000-8000-0000000000cc'), slag: 'tjansteperson', benamning: mk('Förvaltningschef'), antal: 2, punkter: [punkt('Ett')], kalla: mk(fran.kalla) },
    });
    given(...oppet()).when(ovrig({ antal: 0 })).thenRefused('TALET_ORIMLIGT');
    given(...historia(planera())).when(ovrig()).thenRefused('SAMMANTRADET_AR_EJ_OPPNAT');
  });
  it('B6: bär att personalföreträdare inte fick vara med, men inte att ett protokoll tiger om att nämnden medgav det', () => {
    const fore = (over: object) => historia(planera(), lagg('Ett', over), kalla(), oppna({ underlag: { antalLedamoter: 11, omedelbarJustering: true, regler: REGLER } }));
    const brott = (over: object) => (given(...fore(over)).when(ovrig({ slag: 'personalforetradare' })).outcome as readonly { data: { brott?: readonly object[] } }[])[0]!.data.brott;
    expect(brott({})).toBeUndefined();
    expect(brott({ myndighetsutovning: true })).toEqual([{ kod: 'PERSONALFORETRADARE_EJ_NARVARO', lagrum: 'KL 7 kap. 14 §' }]);
  });
});

describe('Inläst yrkande, omröstning, den som stod utanför och reservation', () => {
  const alla = L.map((person) => ledamot(person));
  const om = (type: 'LasInYrkande' | 'LasInOmrostning' | 'LasInDeltarInte' | 'LasInReservation', over: object) => las(type, { punkt: punkt('Ett'), ...fran, ...over }).command;
  const forst = (events: readonly SammantradeEvent[], command: Steg['command']) => (given(...events).when(command).outcome as unknown as readonly { type: string; data: object }[])[0]!;
  const kallan = pk('Ett', fran.kalla);
  it('har sin källa under paragrafens nyckel, och bär vad som bröts', () => {
    const yrkande = om('LasInYrkande', { slag: 'avslag', av: [E[0]!], text: 'Avslag' });
    expect(forst(oppet(alla), yrkande)).toMatchObject({ type: 'YrkandeInlast', data: { kalla: kallan, text: pk('Ett', 'Avslag'), brott: [{ kod: 'EJ_TJANSTGORANDE' }] } });
    const rost = om('LasInOmrostning', { tid: '15:08', roster: L.slice(1).map((person) => ({ person, rost: 'ja' })) });
    expect(forst(oppet(alla), rost)).toMatchObject({ type: 'OmrostningInlast', data: { ja: 10, nej: 0, kalla: kallan, brott: [{ kod: 'ROSTERNA_STAMMER_INTE' }] } });
    const myndighet = historia(planera(), lagg('Ett', { myndighetsutovning: true }), kalla(), oppna(), alla);
    expect(forst(myndighet, om('LasInDeltarInte', { person: L[3]! }))).toMatchObject({ type: 'DeltarInteInlast', data: { person: L[3], kalla: kallan, brott: [{ kod: 'AVSTA_EJ_TILLATET' }] } });
    const fattat = oppet(alla, { command: beslut('Ett', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Bifall.' }] }) });
    expect(forst(fattat, om('LasInReservation', { av: [E[0]!] }))).toMatchObject({ type: 'ReservationInlast', data: { av: [E[0]], kalla: kallan, brott: [{ kod: 'RESERVATION_EJ_DELTAGIT' }] } });
  });
  it('säger inget om vilka som fick rösta när källan inte nämner någon, men om annat', () => {
    const val = historia(planera(), lagg('Ett', { slag: 'val' }), kalla(), oppna());
    const rost = (over: object) => forst(val, om('LasInOmrostning', { tid: '15:08', perParti: [{ parti: 'A', ja: 6, nej: 5, avstar: 0 }], ...over })).data;
    expect(rost({})).not.toHaveProperty('brott');
    expect(rost({ sluten: false })).toMatchObject({ brott: [{ kod: 'OMROSTNING_SKA_VARA_SLUTEN', lagrum: 'KL 5 kap. 54 §' }] });
  });
  it('går inte för det som inte kan vara', () => {
    given(...oppet(alla)).when(om('LasInOmrostning', { tid: '15:08', punkt: x(1) })).thenRefused('PUNKTEN_FINNS_INTE');
    given(...oppet(alla)).when(om('LasInYrkande', { punkt: x(1), slag: 'avslag', av: [L[0]!], text: 'x' })).thenRefused('PUNKTEN_FINNS_INTE');
    given(...oppet(alla)).when(om('LasInDeltarInte', { person: E[0]! })).thenRefused('EJ_TJANSTGORANDE');
    given(...oppet(alla)).when(om('LasInReservation', { av: [L[0]!] })).thenRefused('EJ_AVGJORD');
  });
});

describe('Inläst justering och inläst anslag', () => {
  const motet = (...mer: readonly Steg[]) => oppet(L.map((person) => ledamot(person)), klubba('Ett'), numrera('Ett', 25), klubba('Två'), numrera('Två', 26), avsluta(), ...mer);
  it('C3: bär att det gick mer än 14 dagar, och att en som justerade inte var där', () =>
    expect(given(...motet()).when(justering({ datum: '2018-05-04', justerare: [E[3]!] }).command).outcome).toMatchObject([{
      type: 'JusteringInlast', data: { omgang: 1, omedelbar: false, datum: '2018-05-04', justerare: [E[3]!], brott: [{ kod: 'JUSTERING_SEN' }, { kod: 'JUSTERARE_EJ_NARVARANDE' }] },
    }]));
  it('C4: bär att en omedelbar justering gjordes en annan dag och utan ord', () =>
    expect(given(...motet()).when(justering({ datum: '2018-03-22', omedelbart: true, punkter: [punkt('Ett')], justerare: [] }).command).outcome).toMatchObject([{
      data: { omedelbar: true, punkter: [punkt('Ett')], brott: [{ kod: 'JUSTERARE_SAKNAS' }, { kod: 'PARAGRAFEN_EJ_UTSKRIVEN' }, { kod: 'EJ_SAMMA_DAG' }, { kod: 'BESLUTSPUNKT_OM_JUSTERING_SAKNAS' }] },
    }]));
  it('C3: bär att källan inte säger vilka som justerade', () => {
    const { justerare: _, ...utan } = justering().command.data as { justerare?: unknown };
    expect(given(...motet()).when({ type: 'LasInJustering', data: utan } as never).outcome).toMatchObject([{ data: { justerare: [], kalla: mk(fran.kalla), brott: [{ kod: 'JUSTERARE_SAKNAS' }] } }]);
  });
  it('går inte före sammanträdet', () => given(...motet()).when(justering({ datum: '2018-03-20' }).command).thenRefused('JUSTERING_FORE_SAMMANTRADE'));
  it('C5: ett anslag före justeringen och ett sent', () => {
    const anslag = (datum: string) => las('LasInAnslag', { omgang: 1, datum, forvaringsplats: 'Kansliet', ...fran }).command;
    expect(given(...motet(justering())).when(anslag('2018-04-03')).outcome).toMatchObject([{ type: 'AnslagInlast', data: { datum: '2018-04-03', brott: [{ kod: 'ANSLAG_FORE_JUSTERING', lagrum: 'KL 8 kap. 12 §' }] } }]);
    expect(given(...motet(justering())).when(anslag('2018-04-30')).outcome).toMatchObject([{ data: { brott: [{ kod: 'ANSLAG_SENT' }] } }]);
    given(...motet(justering(), { command: anslag('2018-04-03') })).when(anslag('2018-04-04')).thenRefused('REDAN_ANSLAGET');
  });
});

describe('Det inlästa och det vanliga', () => {
  /** The same history with what was read in told as if it had been done here. */
  const somVanligt: Readonly<Record<string, string>> = { LasInBeslut: 'FattaBeslut', LasInNarvaro: 'AntecknaNarvaro', LasInKallelse: 'SkickaKallelse', LasInPunkt: 'LaggTillPunkt', LasInJustering: 'Justera', LasInAnslag: 'AnslaProtokoll' };
  it('är samma möte för reglerna och samma protokoll, så när som på märket', () => {
    const kallelse = { datum: '2018-03-14', ordforande: L[0]!, forhinder: 'Kansliet', kallade: [...L, ...E], underlag: { skaKallas: L, punkter: {} } };
    const inlast: readonly Steg[] = [
      planera(), { ...las('LasInPunkt', { slag: 'information', rubrik: 'Ett', klass: 'oppen', ...fran }), namn: 'Ett' }, las('LasInKallelse', { ...kallelse, ...fran }), oppna(),
      ...L.map((person) => narvaro(person, [{ tjanstgor: true }])), { command: beslut('Ett', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Bifall.' }] }) }, avsluta(), justering(),
      las('LasInAnslag', { omgang: 1, datum: '2018-04-06', forvaringsplats: 'Kansliet', ...fran }),
    ];
    const vanligt = inlast.flatMap((steg): readonly Steg[] => {
      const { type, data } = steg.command;
      const { kalla: _k, startdatum: _s, nummer: _n, ...rest } = data as Record<string, unknown>;
      return [{ ...steg, command: { type: somVanligt[type] ?? type, data: rest } as unknown as Steg['command'] }, ...(type === 'LasInBeslut' ? [numrera('Ett', 25)] : [])];
    });
    const utanMarke = (value: unknown): unknown =>
      Array.isArray(value) ? value.map(utanMarke)
        : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'inlast').map(([key, en]) => [key, utanMarke(en)])) : value;
    const [a, b] = [historia(...inlast), historia(...vanligt)];
    expect(fold(sammantrade, a)).toEqual(fold(sammantrade, b));
    expect(utanMarke(dokument(a))).toEqual(dokument(b));
    expect(narvaroPerPunkt(dokument(a))(L[0]!).tjanstgor).toEqual([punkt('Ett')]);
    const doc = dokument(a);
    for (const market of [doc.punkter[0]!, doc.punkter[0]!.beslut!, doc.narvaro[0]!, doc.kallelser[0]!, doc.omgangar[0]!, doc.omgangar[0]!.anslag[0]!]) expect(market.inlast).toMatchObject({ brott: [] });
  });
});
