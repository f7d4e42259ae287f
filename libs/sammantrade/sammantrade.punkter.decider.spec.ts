import { isRefusal, seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, dokument, gor, hemlig, historia, justera, kalla, klubba, L, lagg, ledamot, MOTE, numrera, oppna, planera, punkt, sen, type Steg, x } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';

const { given } = specify(sammantrade);
const tre = [planera(), lagg('Ett'), lagg('Två'), lagg('Tre')];
const [ETT, TVA] = ['Ett', 'Två'].map(punkt) as [string, string];
const pk = (namn: string, text: string) => seal(`paragraf:${punkt(namn)}`, text);
type Hindret = { readonly kod: string; readonly allvar: string; readonly text: string; readonly lagrum?: string };
const utfall = (steg: readonly (Steg | readonly Steg[])[], { command }: Steg) => given(...historia(...steg)).when(command).outcome as object;
const hindren = (steg: readonly (Steg | readonly Steg[])[], ett: Steg): readonly Hindret[] => {
  const outcome = utfall(steg, ett);
  return isRefusal(outcome) ? (outcome as unknown as { hinder: readonly Hindret[] }).hinder : [];
};
const stopp = (kod: string, text: string, lagrum?: string): readonly Hindret[] => [{ kod, allvar: 'STOPP', text, ...(lagrum !== undefined && { lagrum }) }];
const varning = (kod: string, text: string): readonly Hindret[] => [{ kod, allvar: 'VARNING', text }];
const arende = (over: object = {}) => ({ arende: { id: x(60), sekretess: false, diarienummer: 'SN/2018:24', frammande: [], ...over } });
const memo = (over: object = {}) => ({ arende: x(60), sekretess: false, datum: '2018-03-07', aterkallad: false, ...over });
const avslutat = [tre, oppna({}, { KALLELSE_SAKNAS: 'x' }), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' })];
const KRAVS = stopp('SEKRETESS_KRAVS', 'Ärendet eller tjänsteskrivelsen är sekretessbelagd. Punkten ska vara sekretess.');
const LAGRUM = stopp('SEKRETESSLAGRUM_SAKNAS', 'Ange den bestämmelse som sekretessen stöds på (OSL 5 kap. 5 §).', 'OSL 5 kap. 5 §');

describe('En ny punkt', () => {
  it('bär allt som sägs om den, under sin egen nyckel', () => {
    const hel = lagg('Hel', {
      slag: 'arende', klass: 'sekretess', sekretesslagrum: '26:1', grupp: 'Beslut', arende: x(60), tjansteskrivelse: x(70), galler: { slag: 'remiss', id: x(80) }, handlingslage: 'skickas_senare', myndighetsutovning: true, kraverKf: true, arshjul: x(90),
      beslutsniva: 'kommunfullmäktige', underlag: { ...arende(), tjansteskrivelse: memo(), galler: { sekretess: true, funna: [] }, arshjul: true },
    });
    expect(historia(tre, hel).at(-1)).toStrictEqual({ type: 'PunktLagdTill', data: {
      punkt: punkt('Hel'), nr: 4, slag: 'arende', klass: 'sekretess', sekretesslagrum: '26:1', rubrik: pk('Hel', 'Hel'), grupp: pk('Hel', 'Beslut'), arende: x(60), galler: { slag: 'remiss', id: x(80) }, diarienummer: 'SN/2018:24', utanDiarienummer: false,
      tjansteskrivelse: x(70), tjansteskrivelseDatum: '2018-03-07', handlingslage: 'skickas_senare', myndighetsutovning: true, kraverKf: true, beslutsniva: pk('Hel', 'kommunfullmäktige'), arshjul: x(90),
    } });
    // An open item has no provision, and one before the kallelse no reason for being late.
    expect(historia(tre, lagg('Bar', { sekretesslagrum: '26:1', sen, slag: 'arende', utanDiarienummer: true })).at(-1)).toStrictEqual({ type: 'PunktLagdTill', data: {
      punkt: punkt('Bar'), nr: 4, slag: 'arende', klass: 'oppen', rubrik: pk('Bar', 'Bar'), utanDiarienummer: true, myndighetsutovning: false, kraverKf: false,
    } });
  });
  it('stoppas av det som inte finns i nämnden, eller är hemligare än den', () => {
    const inte = 'Tjänsteskrivelsen finns inte i nämnden, eller så är den återkallad.';
    for (const underlag of [arende(), { ...arende(), tjansteskrivelse: memo({ aterkallad: true }) }]) expect(hindren(tre, lagg('Ny', { tjansteskrivelse: x(70), underlag }))).toEqual(stopp('TJANSTESKRIVELSEN_FINNS_INTE', inte));
    expect(hindren(tre, lagg('Ny', { arende: x(61), underlag: arende() }))).toEqual(stopp('ARENDET_FINNS_INTE', 'Ärendet finns inte i nämnden.'));
    expect(hindren(tre, lagg('Ny', { arende: x(61) }))).toEqual(stopp('ARENDET_FINNS_INTE', 'Ärendet finns inte i nämnden.'));
    expect(hindren(tre, lagg('Ny', { tjansteskrivelse: x(70), underlag: { tjansteskrivelse: memo() } }))).toEqual(stopp('ARENDET_FINNS_INTE', 'Ärendet finns inte i nämnden.'));
    expect(hindren(tre, lagg('Ny', { arshjul: x(90) }))).toEqual(stopp('ARSHJULSPOSTEN_FINNS_INTE', 'Posten finns inte i nämndens årshjul.'));
    expect(hindren(tre, lagg('Ny', { arende: x(60), underlag: arende({ sekretess: true }) }))).toEqual(KRAVS);
    expect(hindren(tre, lagg('Ny', { tjansteskrivelse: x(70), underlag: { ...arende(), tjansteskrivelse: memo({ sekretess: true }) } }))).toEqual(KRAVS);
    expect(hindren(tre, hemlig('Ny', { arende: x(60), underlag: arende({ sekretess: true }) }))).toEqual([]);
    expect(hindren(tre, lagg('Ny', { klass: 'sekretess' }))).toEqual(LAGRUM);
    expect(hindren(avslutat, lagg('Ny', { sen }))).toEqual(stopp('SAMMANTRADET_AR_AVSLUTAT', 'Sammanträdet är avslutat. Dagordningen kan inte ändras.'));
  });
  it('gäller det i ett register som finns i nämnden, är lika hemlig, och tar med sig registrets egna anmärkningar', () => {
    const galler = { slag: 'remiss', id: x(80) } as const;
    const post = (over: object = {}) => ({ galler: { sekretess: false, funna: [], ...over } });
    const inte = stopp('POSTEN_FINNS_INTE', 'Det som punkten gäller finns inte i nämnden.');
    const sent = [{ kod: 'SVARSTID_FORE_SAMMANTRADE', allvar: 'VARNING', text: 'Svarstiden går ut före sammanträdet.' }] as const;
    expect(hindren(tre, lagg('Ny', { galler }))).toEqual(inte);
    expect(hindren(tre, lagg('Ny', { galler, underlag: post({ sekretess: true }) }))).toEqual(KRAVS);
    expect(hindren(tre, hemlig('Ny', { galler, underlag: post({ sekretess: true }) }))).toEqual([]);
    expect(hindren(tre, lagg('Ny', { galler, underlag: post({ funna: sent }) }))).toEqual(sent);
    const andra = (over: object, till = ETT) => gor('AndraPunkt', { punkt: till, galler, ...over });
    expect(hindren(tre, andra({}))).toEqual(inte);
    expect(hindren(tre, andra({ underlag: {} }))).toEqual(inte);
    expect(hindren(tre, andra({ underlag: post({ sekretess: true }) }))).toEqual(KRAVS);
    expect(hindren([planera(), hemlig('Ett')], andra({ underlag: post({ sekretess: true }) }))).toEqual([]);
    expect(hindren(tre, andra({ underlag: post({ funna: sent }) }))).toEqual(sent);
    const klart = (...steg: readonly Steg[]) => historia(steg, kalla(), oppna(), L.map((person) => ledamot(person)), klubba('Ny'), numrera('Ny', 25)).at(-1);
    expect(klart(planera(), lagg('Ny', { galler, underlag: post() }))).toMatchObject({ data: { galler } });
    expect(klart(planera(), lagg('Ny'), andra({ underlag: post() }, punkt('Ny')))).toMatchObject({ data: { galler } });
    expect(klart(planera(), lagg('Ny', { galler, underlag: post() }), gor('AndraPunkt', { punkt: punkt('Ny'), rubrik: 'Annan' }))).toMatchObject({ data: { galler } });
  });
  it('A11: bär samma diarienummer som ärendet och tjänsteskrivelsen, så långt de är kända', () => {
    const prova = (over: object) => hindren(tre, lagg('Ny', { arende: x(60), ...over })).map(({ kod, text }) => [kod, text]);
    const olika = [['DIARIENUMMER_OLIKA', 'Diarienumren stämmer inte överens']];
    const [utan, med] = [arende({ diarienummer: undefined }), arende()];
    expect(prova({ underlag: utan, diarienummer: 'SN/2018:99' })).toEqual([]);
    expect(prova({ underlag: med, diarienummer: 'SN/2018:99' })).toEqual(olika);
    expect(prova({ underlag: arende({ frammande: ['KS/2018:7'] }), diarienummer: 'KS/2018:7' })).toEqual([]);
    const skrivelse = (beteckning: string | undefined, ett: object, over: object = {}) => prova({ tjansteskrivelse: x(70), underlag: { ...ett, tjansteskrivelse: memo({ beteckning }) }, ...over });
    expect(skrivelse(undefined, med)).toEqual([]);
    expect(skrivelse('SN/2018:24', med)).toEqual([]);
    expect(skrivelse('SN/2018:25', med)).toEqual(olika);
    expect(skrivelse('SN/2018:25', utan)).toEqual([]);
    expect(skrivelse('SN/2018:25', utan, { diarienummer: 'SN/2018:25' })).toEqual([]);
    expect(skrivelse('SN/2018:25', utan, { diarienummer: 'SN/2018:26' })).toEqual(olika);
    expect(prova({ tjansteskrivelse: x(70), underlag: { ...med, tjansteskrivelse: memo({ arende: x(61) }) } })).toEqual(olika);
    expect(historia(tre, lagg('Ny', { arende: x(60), diarienummer: 'SN/2018:24 - 759', underlag: med })).at(-1)).toMatchObject({ data: { diarienummer: 'SN/2018:24 - 759' } });
  });
  it('A4: har ett diarienummer när nämnden tar ställning i den, eller säger att den inte har något', () => {
    for (const slag of ['arende', 'remissvar', 'lex_sarah'] as const) {
      expect(hindren(tre, lagg('Ny', { slag }))).toEqual(stopp('KALLELSE_SAKNAR_FALT', 'Kallelsen saknar diarienummer på ärende 4.'));
      for (const over of [{ utanDiarienummer: true }, { diarienummer: 'SN/2018:24' }, { arende: x(60), underlag: arende({ diarienummer: undefined }) }]) expect(hindren(tre, lagg('Ny', { slag, ...over }))).toEqual([]);
    }
    for (const slag of ['information', 'val', 'formalia'] as const) expect(hindren(tre, lagg('Ny', { slag }))).toEqual([]);
  });
  it('A10: bär varför den läggs till fast handlingarna delas ut vid sammanträdet', () => {
    const delas = lagg('Ny', { handlingslage: 'delas_ut_vid_sammantradet' }, { HANDLINGAR_DELAS_UT: 'Blev klara i går' });
    expect(historia(tre, delas).at(-1)).toMatchObject({ data: { avsteg: [{ kod: 'HANDLINGAR_DELAS_UT', skal: pk('Ny', 'Blev klara i går') }] } });
  });
  it('A11: en tjänsteskrivelse som är yngre än kallelsen varnar när kallelsen skickas', () => {
    const med = [planera(), lagg('Ny', { tjansteskrivelse: x(70), underlag: { ...arende(), tjansteskrivelse: memo({ datum: '2018-03-15' }) } })];
    expect(hindren(med, kalla({ underlag: { skaKallas: [], punkter: {} } })).map(({ kod }) => kod)).toEqual(['DATUM_I_FEL_ORDNING']);
    expect(hindren(med, kalla({ datum: '2018-03-15', underlag: { skaKallas: [], punkter: {} } }))).toEqual([]);
  });
  it('A7: är sen när kallelsen är skickad eller sammanträdet öppnat, och säger då varför', () => {
    const skal = stopp('SENT_ARENDE_SAKNAR_SKAL', 'Kallelsen är skickad. Ange skäl till att ärendet läggs till och om det är berett.');
    const okallat = [tre, oppna({}, { KALLELSE_SAKNAS: 'x' })];
    for (const fore of [[tre, kalla()], okallat]) {
      expect(hindren(fore, lagg('Ny'))).toEqual(skal);
      expect(hindren(fore, lagg('Ny', { sen }))).toEqual([]);
    }
    // Its papers may be younger than the kallelse.
    const yngre = { tjansteskrivelse: x(70), underlag: { ...arende(), tjansteskrivelse: memo({ datum: '2018-03-20' }) } };
    expect(hindren([tre, kalla()], lagg('Ny', { sen, ...yngre }))).toEqual([]);
  });
  it('efter stopptiden varnar det, med tiden när den är känd', () => {
    const stoppat = (stopptid?: string) => [...tre, gor('SattMotesdagar', { stoppdag: '2018-03-05', ...(stopptid !== undefined && { stopptid }) })];
    const nar = (at: string, stopptid?: string) => given(...historia(stoppat(stopptid))).when(lagg('Ny').command, { at }).outcome;
    const text = (klockan: string) => ({ hinder: varning('EFTER_STOPPTID', `Stopptiden 2018-03-05${klockan} har gått ut. Ange skäl till att ärendet tas med.`) });
    expect(nar('2018-03-05T11:01:00.000Z', '12:00')).toEqual(text(' kl. 12:00'));
    expect(nar('2018-03-06T08:00:00.000Z')).toEqual(text(''));
    for (const at of ['2018-03-05T11:00:59.000Z', '2018-03-04T22:00:00.000Z']) expect(nar(at, '12:00')).toHaveLength(1);
  });
});

describe('En punkt ändras', () => {
  it('med det som sägs, och skälet när kallelsen är skickad', () => {
    const andra = (over: object) => gor('AndraPunkt', { punkt: TVA, ...over });
    expect(utfall([tre], andra({ rubrik: 'Ny', grupp: 'Beslut', handlingslage: 'bifogas', galler: { slag: 'remiss', id: x(80) }, skal: 'Fel', underlag: { galler: { sekretess: false, funna: [] } } }))).toStrictEqual([{ type: 'PunktAndrad', data: {
      punkt: TVA, klass: 'oppen', rubrik: pk('Två', 'Ny'), grupp: pk('Två', 'Beslut'), handlingslage: 'bifogas', galler: { slag: 'remiss', id: x(80) }, skal: pk('Två', 'Fel'),
    } }]);
    for (const ett of [{ rubrik: 'Ny' }, { grupp: 'Beslut' }, { handlingslage: 'bifogas' }]) {
      expect(utfall([tre], andra(ett))).toMatchObject([{ type: 'PunktAndrad' }]);
      for (const skal of [{}, { skal: ' ' }]) expect(hindren([tre, kalla()], andra({ ...ett, ...skal }))).toEqual(stopp('SKAL_SAKNAS', 'Kallelsen är skickad. Ange skäl till att ärendet ändras.'));
    }
    expect(utfall([tre], andra({ grupp: 'Beslut' }))).toStrictEqual([{ type: 'PunktAndrad', data: { punkt: TVA, klass: 'oppen', grupp: pk('Två', 'Beslut') } }]);
    const delas = andra({ handlingslage: 'delas_ut_vid_sammantradet' });
    expect(hindren([tre], delas)).toEqual(varning('HANDLINGAR_DELAS_UT', 'Handlingarna till ärende 2 delas ut först vid sammanträdet.'));
    expect(utfall([tre], { command: { ...delas.command, skal: { HANDLINGAR_DELAS_UT: 'Sena' } } })).toMatchObject([{ data: { avsteg: [{ kod: 'HANDLINGAR_DELAS_UT', skal: pk('Två', 'Sena') }] } }]);
  });
  it('inte när den är avgjord, har utgått eller sammanträdet är avslutat', () => {
    const fattat = [tre, kalla(), oppna(), L.map((person) => ledamot(person)), klubba('Två')];
    for (const steg of [gor('AndraPunkt', { punkt: TVA, rubrik: 'Ny', skal: 'x' }), gor('DraUrPunkt', { punkt: TVA, skal: 'x' })]) {
      expect(hindren(fattat, steg)).toEqual(stopp('REDAN_AVGJORD', 'Ärende 2 är redan avgjort.'));
      expect(hindren(avslutat, steg)).toEqual(stopp('SAMMANTRADET_AR_AVSLUTAT', 'Sammanträdet är avslutat. Dagordningen kan inte ändras.'));
    }
    expect(hindren([tre, kalla(), gor('DraUrPunkt', { punkt: TVA, skal: 'x' })], gor('AndraPunkt', { punkt: TVA, rubrik: 'Ny', skal: 'x' }))).toEqual(stopp('PUNKTEN_HAR_UTGATT', 'Ärende 2 har utgått.'));
  });
  it('A5: den som dras ur behåller sitt nummer sedan kallelsen är skickad eller sammanträdet öppnat', () => {
    const dra = gor('DraUrPunkt', { punkt: TVA, skal: 'Inte klart' });
    const behaller = (...fore: readonly (Steg | readonly Steg[])[]) => utfall(fore, dra);
    const data = { punkt: TVA, klass: 'oppen', skal: pk('Två', 'Inte klart') };
    expect(behaller(tre)).toEqual([{ type: 'PunktUtgick', data: { ...data, behallerNummer: false } }]);
    // Before that it is gone, and the others close up.
    expect(hindren([tre, dra], dra)).toEqual(stopp('PUNKTEN_FINNS_INTE', 'Punkten finns inte på dagordningen.'));
    expect(hindren([tre, dra], lagg('Ny', { plats: 4 }))).toEqual(stopp('ARENDENUMMER_EJ_I_FOLJD', 'Ärendenumren är inte i följd: efter 2 kommer 4.'));
    expect(utfall([tre, dra], gor('FlyttaPunkt', { punkt: punkt('Tre'), plats: 2 }))).toEqual([]);
    for (const fore of [[tre, kalla()], [tre, oppna({}, { KALLELSE_SAKNAS: 'x' })]]) expect(behaller(...fore)).toEqual([{ type: 'PunktUtgick', data: { ...data, behallerNummer: true } }]);
  });
  it('I3: får en annan klass med skäl, och den förra bestämmelsen följer inte med', () => {
    const klass = (over: object) => gor('AndraPunktensKlass', { punkt: TVA, skal: 'Prövat', ...over } as never);
    const hojd = klass({ klass: 'sekretess', sekretesslagrum: '26:1' });
    expect(utfall([tre], hojd)).toEqual([{ type: 'PunktKlassAndrad', data: { punkt: TVA, klass: 'sekretess', forut: 'oppen', sekretesslagrum: '26:1', skal: pk('Två', 'Prövat') } }]);
    expect(utfall([tre, hojd], klass({ klass: 'oppen', sekretesslagrum: '26:1' }))).toEqual([{ type: 'PunktKlassAndrad', data: { punkt: TVA, klass: 'oppen', forut: 'sekretess', skal: pk('Två', 'Prövat') } }]);
    // The same class by another provision is a new assessment.
    expect(utfall([tre, hojd], klass({ klass: 'sekretess', sekretesslagrum: '21:1' }))).toMatchObject([{ data: { forut: 'sekretess', sekretesslagrum: '21:1' } }]);
    expect(hindren([tre], klass({ klass: 'sekretess' }))).toEqual(LAGRUM);
    expect(hindren([tre, hojd], klass({ klass: 'oppen', underlag: { sekretess: true } }))).toEqual(KRAVS);
    expect(utfall([tre, hojd], klass({ klass: 'sekretess', sekretesslagrum: '26:1', underlag: { sekretess: true } }))).toMatchObject([{ type: 'PunktKlassAndrad' }]);
  });
});

describe('Numren på dagordningen', () => {
  const flytta = (namn: string, plats: number, skal?: string): Steg => gor('FlyttaPunkt', { punkt: punkt(namn), plats, ...(skal !== undefined && { skal }) });
  it('A5: är 1–N: en punkt flyttas till en av dem, och läggs till på en av dem eller sist', () => {
    const fel = (plats: number) => stopp('ARENDENUMMER_EJ_I_FOLJD', `Ärendenumren är inte i följd: efter 3 kommer ${plats}.`);
    for (const plats of [0, 4]) expect(hindren(tre, flytta('Ett', plats))).toEqual(fel(plats));
    expect(utfall(tre, flytta('Ett', 3))).toStrictEqual([{ type: 'PunktFlyttad', data: { punkt: ETT, nr: 3 } }]);
    for (const plats of [0, 5]) expect(hindren(tre, lagg('Ny', { plats }))).toEqual(fel(plats));
    for (const plats of [1, 4]) expect(utfall(tre, lagg('Ny', { plats }))).toMatchObject([{ data: { nr: plats } }]);
    expect(hindren([tre, kalla()], flytta('Ett', 3, ' '))).toEqual(stopp('SKAL_SAKNAS', 'Kallelsen är skickad. Ange skäl till att ärendet flyttas.'));
  });
  it('A5: ligger fast när sammanträdet har öppnats', () => {
    const fast = stopp('NUMREN_LIGGER_FAST', 'Sammanträdet har öppnats: ärendenas nummer ligger fast. Lägg till ärenden sist.');
    const oppet = [tre, kalla(), oppna()];
    expect(hindren(oppet, flytta('Ett', 3, 'x'))).toEqual(fast);
    expect(utfall(oppet, flytta('Ett', 1, 'x'))).toEqual([]);
    expect(hindren(oppet, lagg('Ny', { sen, plats: 3 }))).toEqual(fast);
    expect(utfall(oppet, lagg('Ny', { sen, plats: 4 }))).toMatchObject([{ data: { nr: 4 } }]);
  });
});

describe('Sekretessblock', () => {
  const sex = [planera(), ...['H1', 'H2', 'H3', 'H4'].map((namn) => hemlig(namn)), lagg('Ö5'), hemlig('H6')];
  const block = (fran: number, till: number): Steg => gor('SattSekretessblock', { fran, till, rubrik: 'Sekretess' });
  const satta = (...steg: readonly Steg[]) => dokument(historia(sex, ...steg)).block.map(({ punkter }) => punkter);
  it('A5: är en följd av hemliga ärenden på dagordningen', () => {
    expect(utfall(sex, block(1, 4))).toEqual([{ type: 'SekretessblockSatt', data: { fran: 1, till: 4, punkter: ['H1', 'H2', 'H3', 'H4'].map(punkt), rubrik: seal(`sammantrade:${MOTE}`, 'Sekretess') } }]);
    for (const [fran, till, ska, har] of [[0, 2, 3, 2], [5, 8, 4, 2], [7, 8, 2, 0], [3, 2, 0, 0], [8, 9, 2, 0]] as const) {
      expect([fran, hindren(sex, block(fran, till))]).toEqual([fran, stopp('SEKRETESSBLOCK_ANTAL', `Sekretessblocket ${fran}–${till} ska ha ${ska} ärenden men har ${har}.`)]);
    }
    for (const [fran, till] of [[4, 5], [5, 5], [5, 6], [4, 6]] as const) expect(hindren(sex, block(fran, till))).toEqual(stopp('SEKRETESSBLOCK_OPPET', 'Ärende 5 ligger i sekretessblocket men är inte sekretessmarkerat.'));
    for (const [fran, till] of [[4, 4], [6, 6]] as const) expect(hindren(sex, block(fran, till))).toEqual([]);
  });
  it('A5: flera kan stå bredvid varandra; ett nytt ersätter dem som det går in i', () => {
    expect(satta(block(1, 2), block(3, 4)).map((ids) => ids.length)).toEqual([2, 2]);
    expect(satta(block(1, 2), block(3, 4), block(2, 3))).toEqual([[punkt('H2'), punkt('H3')]]);
    // Each of them is whole: nothing open comes into the one or the other, but between them it may.
    const tva = [sex, block(1, 2), block(3, 4)];
    for (const plats of [2, 4]) expect(hindren(tva, lagg('Ny', { plats }))).toEqual(stopp('SEKRETESSBLOCK_OPPET', `Ärende ${plats} ligger i sekretessblocket men är inte sekretessmarkerat.`));
    for (const plats of [1, 3, 5]) expect(hindren(tva, lagg('Ny', { plats }))).toEqual([]);
    const ersatt = [sex, block(1, 2), block(3, 4), block(2, 3)];
    expect([2, 3, 4].map((plats) => hindren(ersatt, lagg('Ny', { plats })).length)).toEqual([0, 1, 0]);
  });
  it('A5: den som dras ur före kallelsen lämnar blocket, och den sista tar det med sig', () => {
    const dra = (namn: string): Steg => gor('DraUrPunkt', { punkt: punkt(namn), skal: 'x' });
    const kvar = [sex, block(3, 4), dra('H4')];
    expect(hindren(kvar, lagg('Ny', { plats: 4 }))).toEqual([]);
    expect(hindren([...kvar, dra('H3')], lagg('Ny', { plats: 3 }))).toEqual([]);
    expect(hindren([sex, block(1, 4), dra('H4')], lagg('Ny', { plats: 2 }))).toHaveLength(1);
    expect(satta(block(3, 4), dra('H4'), dra('H3'))).toEqual([]);
    // A block's item moved out to the end draws the block over what lies between.
    expect(hindren([sex, block(1, 2)], gor('FlyttaPunkt', { punkt: punkt('H2'), plats: 6 }))).toEqual(stopp('SEKRETESSBLOCK_OPPET', 'Ärende 4 ligger i sekretessblocket men är inte sekretessmarkerat.'));
  });
});

describe('Dagordningen fastställs', () => {
  const sena = [...tre, kalla(), lagg('S1', { sen }), lagg('S2', { sen }), oppna(), ...L.map((person) => ledamot(person))];
  const faststall = (over: object = {}): Steg => gor('FaststallDagordning', { tid: '15:05', ...over });
  it('A7: vid sammanträdet, med de sena ärenden som tas upp', () => {
    expect(utfall([sena], faststall({ tillagda: [punkt('S1'), punkt('S1')], andringar: 'S1 tas upp' }))).toEqual([{ type: 'DagordningFaststalld', data: { tid: '15:05', tillagda: [punkt('S1')], andringar: seal(`sammantrade:${MOTE}`, 'S1 tas upp') } }]);
    expect(utfall([sena], faststall())).toStrictEqual([{ type: 'DagordningFaststalld', data: { tid: '15:05', tillagda: [] } }]);
    expect(hindren([tre, kalla()], faststall())).toEqual(stopp('SAMMANTRADET_AR_EJ_OPPNAT', 'Dagordningen fastställs vid sammanträdet. Det är inte öppnat.'));
    expect(hindren([sena, gor('DraUrPunkt', { punkt: punkt('S2'), skal: 'x' })], faststall({ tillagda: [punkt('S2')] }))).toEqual(stopp('PUNKTEN_HAR_UTGATT', 'Ärende 5 har utgått.'));
  });
  it('A7: bara de som togs upp är fastställda, och ett ärende i kallelsen behöver det inte', () => {
    const upptagna = [sena, faststall({ tillagda: [punkt('S1'), ETT] })];
    const text = (nr: number) => varning('SENT_ARENDE_EJ_FASTSTALLT', `Ärende ${nr} kom till efter kallelsen och är inte upptaget när dagordningen fastställdes. Ange skäl.`);
    expect(hindren(upptagna, klubba('S1'))).toEqual([]);
    expect(hindren(upptagna, klubba('S2'))).toEqual(text(5));
    for (const namn of ['Ett', 'Två']) expect(hindren(upptagna, klubba(namn))).toEqual([]);
    const utgatt = [sena, gor('DraUrPunkt', { punkt: punkt('S2'), skal: 'x' })];
    expect(hindren(utgatt, klubba('S2', { beslutstyp: 'utga' }))).toEqual([]);
  });
  it('B12: ett förslag på dagordningen är känt när protokollet justeras', () => {
    const bifall = (over: object) => hindren([planera(), lagg('Taxa', { slag: 'ovrigt', ...over }), kalla(), oppna(), L.map((person) => ledamot(person)), klubba('Taxa', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Förslaget bifalls.' }] }), numrera('Taxa', 25), avsluta()], justera()).map(({ kod }) => kod);
    expect([bifall({}), bifall({ forslag: [{ text: 'Taxan höjs.' }] })]).toEqual([['FORSLAGETS_TEXT_SAKNAS'], []]);
  });
});
