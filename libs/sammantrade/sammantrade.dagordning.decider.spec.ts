import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, borta, dokument, gor, hemlig, historia, kalla, klubba, L, lagg, ledamot, MOTE, oppna, planera, punkt, sen, x } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';
import { dagordningsrader, nummertext } from './sammantrade.dagordning.projection';
import { arSen, nrIKallelsen } from './sammantrade.kallelse.projection';

const { given } = specify(sammantrade);
const ordning = (events: ReturnType<typeof historia>) => dokument(events).punkter.map(({ rubrik }) => (rubrik as { $plain: string }).$plain);
const arende = (over: object = {}) => ({ arende: { id: x(60), sekretess: false, diarienummer: 'SN/2018:24', frammande: [], ...over } });
const memo = (over: object = {}) => ({ arende: x(60), sekretess: false, datum: '2018-03-07', aterkallad: false, ...over });
const tre = [planera(), lagg('Ett'), lagg('Två'), lagg('Tre')];
/** Shaped as the agenda of a real socialnämnd: 27 items, 5–18 confidential. */
const tjugosju = [
  planera(), ...['Upprop', 'Justerare', 'Dagordning', 'Tema'].map((namn) => lagg(namn)), ...Array.from({ length: 14 }, (_, i) => hemlig(`Hemligt ${i + 5}`)),
  ...Array.from({ length: 9 }, (_, i) => lagg(`Öppet ${i + 19}`)),
];

describe('Att lägga till en punkt', () => {
  it('ger den numret efter den sista, och id efter kommandot', () => {
    const [fakta] = historia(tre, lagg('Fyra', { grupp: 'Information', handlingslage: 'bifogas' })).slice(-1);
    const kid = `paragraf:${punkt('Fyra')}`;
    expect(fakta).toEqual({ type: 'PunktLagdTill', data: {
      punkt: punkt('Fyra'), nr: 4, slag: 'information', klass: 'oppen', rubrik: seal(kid, 'Fyra'), grupp: seal(kid, 'Information'), utanDiarienummer: false, handlingslage: 'bifogas',
      myndighetsutovning: false, kraverKf: false,
    } });
  });
  it('går utan tjänsteskrivelse, och på en viss plats', () => expect(ordning(historia(tre, lagg('Först', { plats: 1 })))).toEqual(['Först', 'Ett', 'Två', 'Tre']));
  it('stoppas när sammanträdet är avslutat', () => {
    const slut = historia(tre, oppna({}, { KALLELSE_SAKNAS: 'Äldre möte' }), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'Äldre möte' }));
    given(...slut).when(lagg('Sent', { sen }).command).thenRefused('SAMMANTRADET_AR_AVSLUTAT');
  });
  it('A4: ett beslutsärende har diarienummer, eller säger att det inte har något', () => {
    given(...historia(tre)).when(lagg('Taxa', { slag: 'arende' }).command).thenRefused('KALLELSE_SAKNAR_FALT', 'Kallelsen saknar diarienummer på ärende 4.');
    for (const over of [{ utanDiarienummer: true }, { diarienummer: 'KS/2018:69 - 047' }]) expect(given(...historia(tre)).when(lagg('Taxa', { slag: 'arende', ...over }).command).outcome).toHaveLength(1);
  });
  it('hämtar diarienumret ur ärendet', () => {
    const [fakta] = historia(tre, lagg('Taxa', { slag: 'arende', arende: x(60), underlag: arende() })).slice(-1);
    expect(fakta).toMatchObject({ data: { arende: x(60), diarienummer: 'SN/2018:24' } });
  });
  it('kräver att ärendet och tjänsteskrivelsen finns i nämnden', () => {
    given(...historia(tre)).when(lagg('Taxa', { arende: x(61), underlag: {} }).command).thenRefused('ARENDET_FINNS_INTE');
    given(...historia(tre)).when(lagg('Taxa', { tjansteskrivelse: x(70), underlag: {} }).command).thenRefused('TJANSTESKRIVELSEN_FINNS_INTE');
    given(...historia(tre)).when(lagg('Taxa', { tjansteskrivelse: x(70), underlag: { ...arende(), tjansteskrivelse: memo({ aterkallad: true }) } }).command).thenRefused('TJANSTESKRIVELSEN_FINNS_INTE');
  });
  it('är sekretess när ärendet eller tjänsteskrivelsen är det', () => {
    given(...historia(tre)).when(lagg('Taxa', { arende: x(60), underlag: arende({ sekretess: true }) }).command).thenRefused('SEKRETESS_KRAVS');
    given(...historia(tre)).when(lagg('Taxa', { tjansteskrivelse: x(70), underlag: { ...arende(), tjansteskrivelse: memo({ sekretess: true }) } }).command).thenRefused('SEKRETESS_KRAVS');
    given(...historia(tre)).when(lagg('Taxa', { klass: 'sekretess' }).command).thenRefused('SEKRETESSLAGRUM_SAKNAS');
  });

  it('A11: dagordningen säger ett diarienummer och tjänsteskrivelsen hör till ett annat ärende: STOPP', () =>
    given(...historia(tre)).when(lagg('Taxa', { arende: x(60), tjansteskrivelse: x(70), underlag: { ...arende(), tjansteskrivelse: memo({ arende: x(61) }) } }).command)
      .thenRefused('DIARIENUMMER_OLIKA', 'Diarienumren stämmer inte överens'));
  it('K4/A11: dagordningen SOCN/2018:24, tjänsteskrivelsen SOCN/2018:25: STOPP', () => {
    const nummer = { ...arende({ diarienummer: 'SOCN/2018:24' }), tjansteskrivelse: memo({ beteckning: 'SOCN/2018:25' }) };
    given(...historia(tre)).when(lagg('Taxa', { arende: x(60), tjansteskrivelse: x(70), underlag: nummer }).command).thenRefused('DIARIENUMMER_OLIKA', 'Diarienumren stämmer inte överens');
    given(...historia(tre)).when(lagg('Taxa', { arende: x(60), diarienummer: 'SOCN/2018:25', underlag: arende({ diarienummer: 'SOCN/2018:24' }) }).command).thenRefused('DIARIENUMMER_OLIKA');
  });
  it('A11: samma nummer skrivet med eller utan klass, eller ett främmande nummer i ärendet, stämmer', () => {
    for (const diarienummer of ['SN/2018:24 - 759', 'KS/2018:69 - 047']) {
      expect(given(...historia(tre)).when(lagg('Taxa', { arende: x(60), diarienummer, underlag: arende({ frammande: ['KS/2018:69'] }) }).command).outcome).toHaveLength(1);
    }
  });
  it('A11: en tjänsteskrivelse efter sammanträdet varnar', () =>
    given(...historia(tre)).when(lagg('Taxa', { tjansteskrivelse: x(70), underlag: { ...arende(), tjansteskrivelse: memo({ datum: '2018-03-22' }) } }).command).thenWarned('DATUM_I_FEL_ORDNING'));

  it('A10: handlingar som bifogas, skickas senare eller finns hos förvaltningen varnar inte', () => {
    for (const handlingslage of ['bifogas', 'skickas_senare', 'finns_hos_forvaltningen'] as const) expect(given(...historia(tre)).when(lagg('Handlingar', { handlingslage }).command).outcome).toHaveLength(1);
  });
  it('K4/A10: handlingar som delas ut vid sammanträdet varnar, och stoppar inte', () => {
    const { command } = lagg('Internkontroll', { handlingslage: 'delas_ut_vid_sammantradet' });
    const forsok = given(...historia(tre)).when(command);
    forsok.thenWarned('HANDLINGAR_DELAS_UT');
    forsok.thenRefused('HANDLINGAR_DELAS_UT', 'Handlingarna till ärende 4 delas ut först vid sammanträdet.');
    expect(given(...historia(tre)).when({ ...command, skal: { HANDLINGAR_DELAS_UT: 'Blev klara i går' } }).outcome).toHaveLength(1);
  });
});

describe('Ärenden som kommer till efter kallelsen', () => {
  const kallat = historia(tre, kalla());
  it('A7: har ett skäl och säger om de är beredda', () => {
    given(...kallat).when(lagg('Sent').command).thenRefused('SENT_ARENDE_SAKNAR_SKAL');
    expect(historia(tre, kalla(), lagg('Sent', { sen })).at(-1)).toMatchObject({ data: { nr: 4, sen: { beredd: true, skal: seal(`paragraf:${punkt('Sent')}`, 'Kom in i går') } } });
  });
  it('A7: avgörs när dagordningen är fastställd med dem, annars med ett skäl', () => {
    const oppet = [...tre, kalla(), lagg('Sent', { sen }), oppna(), ...L.map((person) => ledamot(person))];
    given(...historia(oppet)).when(klubba('Sent').command).thenWarned('SENT_ARENDE_EJ_FASTSTALLT');
    expect(given(...historia(oppet, gor('FaststallDagordning', { tid: '15:05', tillagda: [punkt('Sent')] }))).when(klubba('Sent').command).outcome).toHaveLength(1);
  });
  it('A7: myndighetsutövning som inte är beredd stoppas från 2018-07-01, och kan bordläggas', () => {
    const senare = (datum: string) => historia(planera({ datum }), lagg('Ett'), kalla({ datum, underlag: { skaKallas: [], punkter: {} } }), oppna({ datum }), ...L.map((person) => ledamot(person)),
      lagg('Tillstånd', { slag: 'arende', utanDiarienummer: true, myndighetsutovning: true, sen: { beredd: false, skal: 'Brådskar' } }), gor('FaststallDagordning', { tid: '15:05', tillagda: [punkt('Tillstånd')] }));
    given(...senare('2019-03-20')).when(klubba('Tillstånd', { beslutstyp: 'bifalla' }).command).thenRefused('ARENDET_EJ_UTRETT', 'Ärendet är inte utrett/kommunicerat (FL 23, 25 §§). Bordlägg eller återremittera.');
    expect(given(...senare('2019-03-20')).when(klubba('Tillstånd', { beslutstyp: 'bordlagga' }).command).outcome).toHaveLength(1);
    given(...senare('2018-03-21')).when(klubba('Tillstånd', { beslutstyp: 'bifalla' }).command).thenWarned('ARENDET_EJ_UTRETT');
  });
  it('A7: bara punkter som finns och inte har utgått tas upp', () => {
    const oppet = historia(tre, kalla(), gor('DraUrPunkt', { punkt: punkt('Två'), skal: 'Inte klart' }), oppna());
    given(...oppet).when(gor('FaststallDagordning', { tid: '15:05', tillagda: [x(1)] }).command).thenRefused('PUNKTEN_FINNS_INTE');
    given(...oppet).when(gor('FaststallDagordning', { tid: '15:05', tillagda: [punkt('Två')] }).command).thenRefused('PUNKTEN_HAR_UTGATT');
    given(...kallat).when(gor('FaststallDagordning', { tid: '15:05' }).command).thenRefused('SAMMANTRADET_AR_EJ_OPPNAT');
  });
  it('är det som skickades som allmänheten ser, tills sammanträdet öppnas', () => {
    const doc = dokument(historia(tre, kalla(), lagg('Sent', { sen, plats: 1 })));
    expect(doc.utsand?.punkter.map(({ id }) => id)).toEqual(['Ett', 'Två', 'Tre'].map(punkt));
    expect(doc.punkter).toHaveLength(4);
    expect(dokument(historia(tre, kalla(), lagg('Sent', { sen, plats: 1 }), kalla())).utsand).toBeUndefined();
    expect(dokument(historia(tre, kalla(), lagg('Sent', { sen, plats: 1 }), oppna())).utsand).toBeUndefined();
  });
});

describe('Att flytta, ändra och dra ur', () => {
  it('A5: numren är 1..N i följd; en plats utanför stoppas', () => {
    expect(ordning(historia(tre, gor('FlyttaPunkt', { punkt: punkt('Tre'), plats: 1 })))).toEqual(['Tre', 'Ett', 'Två']);
    given(...historia(tre)).when(lagg('Fem', { plats: 5 }).command).thenRefused('ARENDENUMMER_EJ_I_FOLJD', 'Ärendenumren är inte i följd: efter 3 kommer 5.');
    given(...historia(tre)).when(gor('FlyttaPunkt', { punkt: punkt('Ett'), plats: 0 }).command).thenRefused('ARENDENUMMER_EJ_I_FOLJD');
    given(...historia(tre)).when(gor('FlyttaPunkt', { punkt: punkt('Ett'), plats: 1 }).command).thenNothing();
    given(...historia(tre)).when(gor('FlyttaPunkt', { punkt: x(1), plats: 1 }).command).thenRefused('PUNKTEN_FINNS_INTE');
  });
  it('numren ligger fast när sammanträdet har öppnats', () => {
    const oppet = historia(tre, kalla(), oppna());
    given(...oppet).when(gor('FlyttaPunkt', { punkt: punkt('Tre'), plats: 1 }).command).thenRefused('NUMREN_LIGGER_FAST');
    given(...oppet).when(lagg('Sent', { sen, plats: 2 }).command).thenRefused('NUMREN_LIGGER_FAST');
  });
  it('en utgången punkt behåller sitt nummer när kallelsen är skickad, med skäl; före det sluts leden', () => {
    const dra = gor('DraUrPunkt', { punkt: punkt('Två'), skal: 'Inte klart' });
    expect(ordning(historia(tre, dra))).toEqual(['Ett', 'Tre']);
    expect(dokument(historia(tre, kalla(), dra)).punkter[1]).toMatchObject({ id: punkt('Två'), utgatt: { skal: seal(`paragraf:${punkt('Två')}`, 'Inte klart') } });
    given(...historia(tre, kalla(), dra)).when(dra.command).thenNothing();
    given(...historia(tre, kalla(), dra)).when(gor('AndraPunkt', { punkt: punkt('Två'), rubrik: 'Ny', skal: 'Fel' }).command).thenRefused('PUNKTEN_HAR_UTGATT');
  });
  it('en ändrad rubrik kräver skäl när kallelsen är skickad', () => {
    given(...historia(tre, kalla())).when(gor('AndraPunkt', { punkt: punkt('Två'), rubrik: 'Ny rubrik' }).command).thenRefused('SKAL_SAKNAS');
    expect(ordning(historia(tre, kalla(), gor('AndraPunkt', { punkt: punkt('Två'), rubrik: 'Ny rubrik', skal: 'Skrivfel' })))).toEqual(['Ett', 'Ny rubrik', 'Tre']);
    given(...historia(tre)).when(gor('AndraPunkt', { punkt: punkt('Två') }).command).thenNothing();
  });
  it('det som är avgjort ändras inte', () => {
    const avgjort = historia(tre, kalla(), oppna(), ...L.map((person) => ledamot(person)), klubba('Två'));
    given(...avgjort).when(gor('AndraPunkt', { punkt: punkt('Två'), rubrik: 'Ny', skal: 'Fel' }).command).thenRefused('REDAN_AVGJORD');
    given(...avgjort).when(gor('DraUrPunkt', { punkt: punkt('Två'), skal: 'Fel' }).command).thenRefused('REDAN_AVGJORD');
  });
  it('en punkts klass höjs och sänks med skäl, också efter sammanträdet', () => {
    const hojd = gor('AndraPunktensKlass', { punkt: punkt('Två'), klass: 'sekretess', sekretesslagrum: '26:1', skal: 'Uppgift om enskild' });
    const slut = [...tre, kalla(), oppna(), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'Bordlagda' })];
    expect(historia(slut, hojd).at(-1)).toMatchObject({ type: 'PunktKlassAndrad', data: { klass: 'sekretess', forut: 'oppen', sekretesslagrum: '26:1' } });
    const sank = gor('AndraPunktensKlass', { punkt: punkt('Två'), klass: 'oppen', skal: 'Prövat på nytt' });
    expect(dokument(historia(slut, hojd, sank)).punkter[1]?.klass).toBe('oppen');
    given(...historia(slut)).when(sank.command).thenNothing();
    given(...historia(slut, hojd)).when(gor('AndraPunktensKlass', { punkt: punkt('Två'), klass: 'oppen', skal: 'x', underlag: { sekretess: true } }).command).thenRefused('SEKRETESS_KRAVS');
    given(...historia(slut)).when(gor('AndraPunktensKlass', { punkt: punkt('Två'), klass: 'sekretess', skal: 'x' }).command).thenRefused('SEKRETESSLAGRUM_SAKNAS');
  });
});

describe('Sekretessblocket', () => {
  const block = gor('SattSekretessblock', { fran: 5, till: 18, rubrik: 'Sekretessärenden' });
  const rader = (events: ReturnType<typeof historia>, far: (klass: string) => boolean) => {
    const { punkter, block: blocken } = dokument(events);
    return dagordningsrader(punkter, blocken, far);
  };
  it('A5: 27 ärenden varav 14 är sekretess: utåt en rad 5.–18., inåt var och en, med samma nummer', () => {
    const utat = rader(historia(tjugosju, block), (klass) => klass === 'oppen');
    expect(utat.map(nummertext)).toEqual(['1.', '2.', '3.', '4.', '5.–18.', ...Array.from({ length: 9 }, (_, i) => `${i + 19}.`)]);
    expect(utat[4]).toEqual({ nr: 5, till: 18, rubrik: seal(`sammantrade:${MOTE}`, 'Sekretessärenden') });
    const inat = rader(historia(tjugosju, block), () => true);
    expect(inat.map(({ nr }) => nr)).toEqual(Array.from({ length: 27 }, (_, i) => i + 1));
    expect(inat.every((rad) => 'punkt' in rad)).toBe(true);
  });
  it('A5: också utan block visas inget sekretessärende utåt', () => {
    const utat = rader(historia(tjugosju), (klass) => klass === 'oppen');
    expect(utat[4]).toEqual({ nr: 5, till: 18 });
  });
  it('A5: ett öppet ärende i blocket stoppas', () =>
    given(...historia(tjugosju)).when(gor('SattSekretessblock', { fran: 4, till: 18, rubrik: 'Sekretess' }).command).thenRefused('SEKRETESSBLOCK_OPPET', 'Ärende 4 ligger i sekretessblocket men är inte sekretessmarkerat.'));
  it('A5: ett block utanför dagordningen stoppas', () => {
    given(...historia(tjugosju)).when(gor('SattSekretessblock', { fran: 18, till: 30, rubrik: 'Sekretess' }).command).thenRefused('SEKRETESSBLOCK_ANTAL', 'Sekretessblocket 18–30 ska ha 13 ärenden men har 10.');
    given(...historia(tjugosju)).when(gor('SattSekretessblock', { fran: 0, till: 4, rubrik: 'Sekretess' }).command).thenRefused('SEKRETESSBLOCK_ANTAL');
  });
  it('A5: ett öppet ärende kan inte läggas eller flyttas in i blocket, och inget i det öppnas', () => {
    const satt = historia(tjugosju, block);
    given(...satt).when(lagg('Öppet', { plats: 6 }).command).thenRefused('SEKRETESSBLOCK_OPPET', 'Ärende 6 ligger i sekretessblocket men är inte sekretessmarkerat.');
    given(...satt).when(gor('FlyttaPunkt', { punkt: punkt('Upprop'), plats: 9 }).command).thenRefused('SEKRETESSBLOCK_OPPET');
    given(...satt).when(gor('AndraPunktensKlass', { punkt: punkt('Hemligt 7'), klass: 'oppen', skal: 'Prövat' }).command).thenRefused('SEKRETESSBLOCK_OPPET');
    expect(historia(satt.length > 0 ? tjugosju : [], block, hemlig('Hemligt till', { plats: 6 })).length).toBe(satt.length + 1);
  });
  it('sätts om med andra gränser, så att ett ärende kan lämna det', () => {
    const om = historia(tjugosju, block, gor('SattSekretessblock', { fran: 5, till: 17, rubrik: 'Sekretess' }), gor('AndraPunktensKlass', { punkt: punkt('Hemligt 18'), klass: 'oppen', skal: 'Prövat' }));
    expect(rader(om, (klass) => klass === 'oppen').map(nummertext).slice(3, 6)).toEqual(['4.', '5.–17.', '18.']);
  });
});

it('någon som inte är antecknad kan inte vara borta från en punkt', () => given(...historia(tre, kalla(), oppna())).when(borta('Ett', L[0]!).command).thenRefused('EJ_ANTECKNAD'));

describe('Det som står på dagordningen', () => {
  it('behålls: förslag, föredragande, tid och vem som avgör till slut', () => {
    const [fakta] = historia(tre, lagg('Fyra', { forslag: [{ verb: 'antar', text: 'planen', subjekt: 'nämnden', underpunkter: 4 }, { text: 'så' }], foredragande: ['ekonom'], tidMin: 15, klockslag: '13.00–13.45', beslutsniva: 'kommunfullmäktige' })).slice(-1);
    const pk = (text: string) => seal(`paragraf:${punkt('Fyra')}`, text);
    expect(fakta!.data).toMatchObject({
      forslag: [{ verb: pk('antar'), text: pk('planen'), subjekt: pk('nämnden'), underpunkter: 4 }, { text: pk('så') }], foredragande: [pk('ekonom')], tidMin: 15, klockslag: pk('13.00–13.45'), beslutsniva: pk('kommunfullmäktige'),
    });
    expect(dokument(historia(tre, lagg('Fyra', { tidMin: 15 }))).punkter[3]).toMatchObject({ tidMin: 15 });
  });
  it('har sitt nummer i den senaste kallelsen, och det som kom till senare inget', () => {
    const doc = dokument(historia(tre, kalla(), lagg('Sen', { sen })));
    expect(['Ett', 'Tre', 'Sen'].map((namn) => nrIKallelsen(doc, punkt(namn)))).toEqual([1, 3, undefined]);
    const om = dokument(historia(tre, kalla(), gor('FlyttaPunkt', { punkt: punkt('Tre'), plats: 1, skal: 'Brådskar' }), kalla()));
    expect(['Ett', 'Tre'].map((namn) => nrIKallelsen(om, punkt(namn)))).toEqual([2, 1]);
    expect(doc.punkter.map(arSen)).toEqual([false, false, false, true]);
  });
});

describe('Rader av andra slag', () => {
  it('initiativärende, ledamotsfråga och övrigt kräver varken diarienummer, tjänsteskrivelse eller förslag', () => {
    const rader = historia(planera(), lagg('Väcks', { slag: 'initiativarende' }), lagg('Fråga', { slag: 'ledamotsfraga' }), lagg('Övrigt', { slag: 'ovrigt' }));
    expect(given(...rader).when(kalla().command).outcome).toHaveLength(1);
  });
  it('ur årshjulet bär sin post, som ska finnas', () => {
    expect(given(...historia(planera())).when(lagg('Delår', { arshjul: x(700), underlag: { arshjul: true } }).command).outcome).toMatchObject([{ data: { arshjul: x(700) } }]);
    given(...historia(planera())).when(lagg('Delår', { arshjul: x(700), underlag: {} }).command).thenRefused('ARSHJULSPOSTEN_FINNS_INTE');
  });
  it('flyttas efter kallelsen bara med skäl', () => {
    given(...historia(tre, kalla())).when(gor('FlyttaPunkt', { punkt: punkt('Tre'), plats: 1 }).command).thenRefused('SKAL_SAKNAS', 'Kallelsen är skickad. Ange skäl till att ärendet flyttas.');
    given(...historia(tre, kalla())).when(gor('FlyttaPunkt', { punkt: punkt('Tre'), plats: 1, skal: 'Brådskar' }).command).then({ type: 'PunktFlyttad', data: { punkt: punkt('Tre'), nr: 1, skal: seal(`paragraf:${punkt('Tre')}`, 'Brådskar') } });
  });
});
