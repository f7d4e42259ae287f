import { isRefusal, seal, streamId } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, context, dokument, gor, historia, justera, kalla, klubba, L, lagg, ledamot, numrera, oppna, planera, punkt, REGLER, type Steg, x } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';
import type { SammantradeEvent } from './sammantrade.events';
import type { Regler } from './sammantrade.projection';
import { partsraden } from './sammantrade.rummet.projection';

const { given } = specify(sammantrade);
const DATUM = '2026-03-18';
const P = punkt('Ärende');
const motet = (punkten: object = {}, regler: Partial<Regler> = {}, datum = DATUM) => [
  planera({ datum }), lagg('Ärende', { slag: 'ovrigt', ...punkten }), lagg('Sedan'), kalla({ datum: '2017-03-10' }),
  oppna({ datum, underlag: { antalLedamoter: 11, omedelbarJustering: true, regler: { ...REGLER, ...regler } } }), ...L.map((person) => ledamot(person)),
];
const facket = (over: object = {}, skal?: Record<string, string>): Steg => ({ ...gor('AntecknaOvrigNarvaro', { slag: 'personalforetradare', benamning: 'Facket', punkter: [P], ...over } as never, skal), namn: 'facket' });
const medge = (slag: string, over: object = {}): Steg => gor('MedgeNarvaro', { punkt: P, slag, ...over } as never);
const bedom = (over: object): Steg => gor('BedomPersonalnarvaro', { punkt: P, arbetsgivarfraga: false, ...over } as never);
const bifall = (skal?: Record<string, string>): Steg => klubba('Ärende', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Bifall.' }] }, skal);
const kod = (events: readonly SammantradeEvent[], { command }: Steg) => {
  const { outcome } = given(...events).when(command);
  return isRefusal(outcome as object) ? (outcome as { hinder: readonly { kod: string; allvar: string }[] }).hinder.map((en) => `${en.allvar} ${en.kod}`) : (outcome as readonly SammantradeEvent[]).map(({ type }) => type);
};
const ANTECKNAD = ['OvrigNarvaroAntecknad'];

describe('B6: personalföreträdare', () => {
  it('K4/B6: i individärenden: STOPP', () => {
    given(...historia(motet({ myndighetsutovning: true }))).when(facket().command).thenRefused('PERSONALFORETRADARE_EJ_NARVARO', 'Personalföreträdare får inte närvara vid ärende 1 (KL 7 kap. 14 §).', 'KL 7 kap. 14 §');
    expect(kod(historia(motet({ myndighetsutovning: true }), medge('personalforetradare'), bedom({ arbetsgivarfraga: true })), facket())).toEqual(['STOPP PERSONALFORETRADARE_EJ_NARVARO']);
    expect(kod(historia(motet({ myndighetsutovning: true }), bedom({ arbetsgivarfraga: true })), facket({ punkter: undefined }))).toContain('STOPP PERSONALFORETRADARE_EJ_NARVARO');
  });
  it('K4/B6: vid internkontroll utan nämndens beslut: STOPP tills det är antecknat för punkten', () => {
    given(...historia(motet())).when(facket().command)
      .thenRefused('PERSONALNARVARO_EJ_BESLUTAD', 'Ärendet rör inte förhållandet arbetsgivare–anställda. Nämnden måste besluta om närvaron (KL 7 kap. 13 §).', 'KL 7 kap. 13 §');
    expect(kod(historia(motet(), medge('upplysningsperson')), facket())).toEqual(['STOPP PERSONALNARVARO_EJ_BESLUTAD']);
    expect(kod(historia(motet(), medge('personalforetradare'), medge('personalforetradare', { medges: false })), facket())).toEqual(['STOPP PERSONALNARVARO_EJ_BESLUTAD']);
  });
  it('K4/B6: nämnden beslutar det för punkten: de är med i överläggningen, och beslutar inte', () => {
    const events = historia(motet(), medge('personalforetradare'), facket({ overlaggning: true }));
    expect(events.at(-1)).toMatchObject({ type: 'OvrigNarvaroAntecknad', data: { overlaggning: true } });
    expect(kod(events, bifall())).toEqual(['BeslutFattat']);
  });
  it('K4/B6: i kommunstyrelsen, också som socialnämnd: STOPP', () => {
    given(...historia(motet({}, { personalforetradare: 'styrelsen' }), bedom({ arbetsgivarfraga: true }))).when(facket().command)
      .thenRefused('PERSONALFORETRADARE_EJ_NARVARO', 'Personalföreträdare har inte närvarorätt i styrelsen (KL 7 kap. 12 §).', 'KL 7 kap. 12 §');
    given(...historia(motet({}, { personalforetradare: 'nej' }))).when(facket().command).thenRefused('PERSONALFORETRADARE_EJ_NARVARO', 'Personalföreträdare har inte närvarorätt i nämnden (KL 7 kap. 12 §).', 'KL 7 kap. 12 §');
    given(...historia(motet({}, { personalforetradare: 'utskott' }), bedom({ arbetsgivarfraga: true }))).when(facket().command).thenWarned('PERSONALFORETRADARE_EJ_NARVARO');
    given(...historia(motet({}, { personalforetradare: 'utskott' }), bedom({ arbetsgivarfraga: true }))).when(facket().command).thenRefused('PERSONALFORETRADARE_EJ_NARVARO', 'I ett utskott har personalföreträdare närvarorätt bara om reglementet säger det (KL 7 kap. 12 §). Ange skäl.', 'KL 7 kap. 12 §');
  });
  it('K4/B6: en taxa för en obestämd krets, och nämnden beslutar att de är kvar: OK', () => {
    const taxa = motet({ myndighetsutovning: true });
    expect(kod(historia(taxa, bedom({ obestamdKrets: true })), facket())).toEqual(['STOPP PERSONALNARVARO_EJ_BESLUTAD']);
    expect(kod(historia(taxa, bedom({ obestamdKrets: true }), medge('personalforetradare')), facket())).toEqual(ANTECKNAD);
  });
  it('B6: av rätt i frågor mellan arbetsgivaren och de anställda, men inte i dem som 7:14 undantar', () => {
    expect(kod(historia(motet(), bedom({ arbetsgivarfraga: true })), facket())).toEqual(ANTECKNAD);
    for (const undantag of ['forhandling', 'uppsagning_av_kollektivavtal', 'arbetskonflikt', 'rattstvist', 'bestallning_eller_upphandling']) expect(kod(historia(motet(), bedom({ arbetsgivarfraga: true, undantag: [undantag] })), facket())).toEqual(['STOPP PERSONALFORETRADARE_EJ_NARVARO']);
    expect(kod(historia(motet({}, {}, '2017-03-22'), bedom({ arbetsgivarfraga: false })), facket())).toEqual(['VARNING PERSONALNARVARO_EJ_BESLUTAD']);
  });
  it('B6: bedöms punkten om prövas det igen när klubban faller', () => {
    const events = historia(motet(), bedom({ arbetsgivarfraga: true }), facket(), bedom({ arbetsgivarfraga: true, undantag: ['arbetskonflikt'] }));
    expect(kod(events, bifall())).toEqual(['STOPP PERSONALFORETRADARE_EJ_NARVARO']);
    const narvaro = streamId('ovrignarvaro', context().by, context('facket').command);
    expect(kod(historia(motet(), bedom({ arbetsgivarfraga: true }), facket(), bedom({ arbetsgivarfraga: true, undantag: ['arbetskonflikt'] }), gor('AntecknaOvrigtJav', { punkt: P, narvaro })), bifall())).toEqual(['BeslutFattat']);
  });
  it('B6: att nämnden har beslutat om närvaron frågas det inte om igen när klubban faller, och andra i rummet hindrar den inte', () => {
    expect(kod(historia(motet(), medge('personalforetradare'), facket(), medge('personalforetradare', { medges: false })), bifall())).toEqual(['BeslutFattat']);
    expect(kod(historia(motet({ myndighetsutovning: true }), gor('AntecknaOvrigNarvaro', { slag: 'upplysningsperson', benamning: 'Någon', punkter: [P] })), bifall())).toEqual(['BeslutFattat']);
    const aldre = historia(motet({ myndighetsutovning: true }, {}, '2017-03-22'), facket({}, { PERSONALFORETRADARE_EJ_NARVARO: 'Så var det' }));
    expect(kod(aldre, bifall())).toEqual(['BeslutFattat']);
  });
  it('B6: fler än tre bara med skäl, också när de antecknas för sig', () => {
    const arbetsgivare = [motet().flat(), bedom({ arbetsgivarfraga: true })].flat();
    given(...historia(arbetsgivare)).when(facket({ antal: 4 }).command).thenWarned('PERSONALFORETRADARE_FOR_MANGA');
    given(...historia(arbetsgivare)).when(facket({ antal: 4 }).command).thenRefused('PERSONALFORETRADARE_FOR_MANGA', 'Vid ärende 1 är 4 personalföreträdare närvarande. Högst tre får vara det (KL 7 kap. 10–17 §§). Ange skäl.', 'KL 7 kap. 10–17 §§');
    expect(kod(historia(arbetsgivare, facket({ antal: 3 })), facket())).toEqual(['VARNING PERSONALFORETRADARE_FOR_MANGA']);
    expect(kod(historia(arbetsgivare), facket({ antal: 3 }))).toEqual(ANTECKNAD);
    expect(kod(historia(arbetsgivare, facket({ antal: 1 })), facket({ antal: 2 }))).toEqual(ANTECKNAD);
    const helaMotet = [...arbetsgivare, bedom({ punkt: punkt('Sedan'), arbetsgivarfraga: true }), facket({ antal: 3, punkter: undefined })];
    expect(kod(historia(helaMotet), facket())).toEqual(['VARNING PERSONALFORETRADARE_FOR_MANGA']);
    // Those at another item, those who are jäviga and others in the room are not counted.
    const sedan = bedom({ punkt: punkt('Sedan'), arbetsgivarfraga: true });
    expect(kod(historia(arbetsgivare, sedan, facket({ antal: 3, punkter: [punkt('Sedan')] })), facket({ antal: 3 }))).toEqual(ANTECKNAD);
    expect(kod(historia(arbetsgivare, gor('AntecknaOvrigNarvaro', { slag: 'upplysningsperson', benamning: 'Någon', antal: 2, punkter: [P] })), facket({ antal: 2 }))).toEqual(ANTECKNAD);
    const narvaro = streamId('ovrignarvaro', context().by, context('facket').command);
    expect(kod(historia(arbetsgivare, facket({ antal: 3 }), gor('AntecknaOvrigtJav', { punkt: P, narvaro })), facket({ antal: 1 }))).toEqual(ANTECKNAD);
    expect(kod(historia(arbetsgivare, facket({ antal: 3 }), gor('AntecknaOvrigtJav', { punkt: P, narvaro }), gor('AntecknaOvrigtJav', { punkt: P, narvaro, javig: false })), facket({ antal: 1 }))).toEqual(['VARNING PERSONALFORETRADARE_FOR_MANGA']);
  });
  it('B6: för hela sammanträdet sägs vilka ärenden nämnden inte har beslutat om, och fler än tre en gång', () => {
    given(...historia(motet())).when(facket({ punkter: undefined }).command).thenRefused('PERSONALNARVARO_EJ_BESLUTAD', 'Ärendet rör inte förhållandet arbetsgivare–anställda. Nämnden måste besluta om närvaron (KL 7 kap. 13 §): ärende 1, ärende 2.', 'KL 7 kap. 13 §');
    given(...historia(motet(), bedom({ arbetsgivarfraga: true }))).when(facket({ punkter: undefined }).command).thenRefused('PERSONALNARVARO_EJ_BESLUTAD', 'Ärendet rör inte förhållandet arbetsgivare–anställda. Nämnden måste besluta om närvaron (KL 7 kap. 13 §): ärende 2.');
    const alla = historia(motet(), bedom({ arbetsgivarfraga: true }), bedom({ punkt: punkt('Sedan'), arbetsgivarfraga: true }));
    expect(kod(alla, facket({ punkter: undefined, antal: 4 }))).toEqual(['VARNING PERSONALFORETRADARE_FOR_MANGA']);
    expect(kod(historia(motet(), bedom({ arbetsgivarfraga: true }), gor('DraUrPunkt', { punkt: punkt('Sedan'), skal: 'x' })), facket({ punkter: undefined }))).toEqual(ANTECKNAD);
  });
  it('B4: är jävig som en ledamot, men inte bara för ett fackligt uppdrag (KL 7:17); en tjänsteperson likaså (7:4)', () => {
    const narvaro = streamId('ovrignarvaro', context().by, context('facket').command);
    const events = historia(motet(), bedom({ arbetsgivarfraga: true }), facket());
    const jav = (over: object = {}) => gor('AntecknaOvrigtJav', { punkt: P, narvaro, ...over });
    given(...events).when(jav({ fackligt: true }).command).thenRefused('FACKLIGT_EJ_JAV', 'En personalföreträdare är inte jävig bara för att hen är facklig förtroendeman eller förhandlare (KL 7 kap. 17 §).', 'KL 7 kap. 17 §');
    expect(kod(events, jav({ fackligt: true, javig: false, text: 'Prövat' }))).toEqual(['OvrigtJavAntecknat']);
    expect(kod(historia(motet(), gor('AntecknaOvrigNarvaro', { slag: 'upplysningsperson', benamning: 'Någon', punkter: [P] })), jav({ fackligt: true, narvaro: streamId('ovrignarvaro', context().by, context().command) }))).toEqual(['OvrigtJavAntecknat']);
    given(...events).when(jav({ punkt: x(1) }).command).thenRefused('PUNKTEN_FINNS_INTE');
    given(...events).when(jav({ text: 'Släkt' }).command).then({ type: 'OvrigtJavAntecknat', data: { punkt: P, klass: 'oppen', narvaro, javig: true, text: seal(`paragraf:${P}`, 'Släkt') } });
    given(...historia(motet(), bedom({ arbetsgivarfraga: true }), facket(), jav())).when(jav().command).thenNothing();
    const annan = { ...facket(), namn: 'annan' };
    expect(kod(historia(motet(), bedom({ arbetsgivarfraga: true }), facket(), annan, jav()), jav({ narvaro: streamId('ovrignarvaro', context().by, context('annan').command) }))).toEqual(['OvrigtJavAntecknat']);
    const sedan = { punkt: punkt('Sedan') };
    given(...historia(motet(), bedom({ arbetsgivarfraga: true }), facket(), jav(), jav(sedan))).when(jav().command).thenNothing();
    given(...events).when(jav({ narvaro: x(1) }).command).thenRefused('OVRIG_NARVARO_FINNS_INTE', 'Närvaron är inte antecknad, eller så är den struken.');
    expect(dokument(historia(motet(), bedom({ arbetsgivarfraga: true }), facket(), jav(), jav({ javig: false }))).ovrigtJav).toEqual([]);
  });
});

describe('B6: andra i rummet', () => {
  const annan = (slag: string, over: object = {}) => gor('AntecknaOvrigNarvaro', { slag, benamning: 'Någon', punkter: [P], ...over } as never);
  it('B6: den som är kallad är med i överläggningen bara om nämnden beslutar det', () => {
    given(...historia(motet())).when(annan('upplysningsperson', { overlaggning: true }).command)
      .thenRefused('OVERLAGGNING_EJ_MEDGIVEN', 'Den som är kallad att lämna upplysningar deltar i överläggningen bara om nämnden beslutar det (KL 6 kap. 26 §).', 'KL 6 kap. 26 §');
    expect(kod(historia(motet(), medge('upplysningsperson')), annan('upplysningsperson', { overlaggning: true }))).toEqual(['STOPP OVERLAGGNING_EJ_MEDGIVEN']);
    expect(kod(historia(motet(), medge('upplysningsperson', { overlaggning: true })), annan('upplysningsperson', { overlaggning: true }))).toEqual(ANTECKNAD);
    expect(kod(historia(motet(), medge('revisor', { overlaggning: true })), annan('upplysningsperson', { overlaggning: true }))).toEqual(['STOPP OVERLAGGNING_EJ_MEDGIVEN']);
    expect(kod(historia(motet()), annan('upplysningsperson'))).toEqual(ANTECKNAD);
  });
  it('B6: den som lämnat ett medborgarförslag likaså (KL 6:25), och en revisor (6:26)', () => {
    given(...historia(motet())).when(annan('forslagsstallare', { overlaggning: true }).command).thenRefused('OVERLAGGNING_EJ_MEDGIVEN', 'Den som har lämnat ett medborgarförslag deltar i överläggningen bara om nämnden beslutar det (KL 6 kap. 25 §).', 'KL 6 kap. 25 §');
    given(...historia(motet())).when(annan('revisor', { overlaggning: true }).command).thenRefused('OVERLAGGNING_EJ_MEDGIVEN', 'En revisor deltar i överläggningen bara om nämnden beslutar det (KL 6 kap. 26 §).');
    for (const slag of ['tjansteperson', 'ovrig']) given(...historia(motet())).when(annan(slag, { overlaggning: true }).command).thenRefused('OVERLAGGNING_EJ_MEDGIVEN', 'Den som är kallad att lämna upplysningar deltar i överläggningen bara om nämnden beslutar det (KL 6 kap. 26 §).', 'KL 6 kap. 26 §');
    expect(kod(historia(motet()), annan('sekreterare', { overlaggning: true }))).toEqual(ANTECKNAD);
    expect(kod(historia(motet(), medge('revisor', { overlaggning: true })), annan('revisor', { overlaggning: true, punkter: undefined }))).toEqual(['STOPP OVERLAGGNING_EJ_MEDGIVEN']);
  });
  it('B6: insynsplats när fullmäktige har medgett det, och då i överläggningen', () => {
    given(...historia(motet())).when(annan('insynsplats').command).thenWarned('INSYNSPLATS_EJ_MEDGIVEN');
    given(...historia(motet())).when(annan('insynsplats').command).thenRefused('INSYNSPLATS_EJ_MEDGIVEN', 'Fullmäktige har inte beslutat om insynsplats i nämnden (KL 4 kap. 28 §). Ange skäl.', 'KL 4 kap. 28 §');
    expect(kod(historia(motet({}, { insynsplats: true })), annan('insynsplats', { overlaggning: true }))).toEqual(ANTECKNAD);
  });
  it('två sekreterare har var sina punkter', () => {
    const doc = dokument(historia(motet(), { ...annan('sekreterare'), namn: 's1' }, { ...annan('sekreterare', { punkter: [punkt('Sedan')] }), namn: 's2' }));
    expect(doc.ovrigNarvaro.map(({ slag, punkter }) => [slag, punkter])).toEqual([['sekreterare', [P]], ['sekreterare', [punkt('Sedan')]]]);
  });
  it('ett medgivande sägs en gång, vid en punkt som finns', () => {
    given(...historia(motet(), medge('revisor'))).when(medge('revisor').command).thenNothing();
    given(...historia(motet(), medge('revisor'))).when(medge('ovrig').command).then({ type: 'NarvaroMedgiven', data: { punkt: P, klass: 'oppen', slag: 'ovrig', medges: true, overlaggning: false } });
    given(...historia(motet(), medge('revisor'), medge('ovrig'))).when(medge('revisor', { medges: false }).command).then({ type: 'NarvaroMedgiven', data: { punkt: P, klass: 'oppen', slag: 'revisor', medges: false, overlaggning: false } });
    given(...historia(motet(), medge('revisor'))).when(medge('revisor', { overlaggning: true }).command).then({ type: 'NarvaroMedgiven', data: { punkt: P, klass: 'oppen', slag: 'revisor', medges: true, overlaggning: true } });
    given(...historia(motet(), medge('revisor'), medge('ovrig'))).when(medge('revisor').command).thenNothing();
    given(...historia(motet())).when(medge('revisor', { medges: false }).command).thenNothing();
    given(...historia(motet())).when(gor('MedgeNarvaro', { punkt: x(1), slag: 'revisor' }).command).thenRefused('PUNKTEN_FINNS_INTE');
    given(...historia(motet())).when(gor('BedomPersonalnarvaro', { punkt: x(1), arbetsgivarfraga: true }).command).thenRefused('PUNKTEN_FINNS_INTE');
  });
  it('bedömningen gör en person, med vad 7:14 undantar en gång, tills paragrafen är justerad', () => {
    given(...historia(motet())).when(bedom({ undantag: ['arbetskonflikt', 'arbetskonflikt'] }).command).then({ type: 'PersonalnarvaroBedomd', data: { punkt: P, arbetsgivarfraga: false, obestamdKrets: false, undantag: ['arbetskonflikt'] } });
    const klar = historia(motet(), bifall(), numrera('Ärende', 25, 2026), klubba('Sedan'), numrera('Sedan', 26, 2026), avsluta(), justera({ datum: '2026-03-25' }));
    given(...klar).when(bedom({}).command).thenRefused('REDAN_JUSTERAD', '§ 25 är justerad. Bedömningen ändras inte.');
  });
});

describe('B6: den enskilda parten inför nämnden', () => {
  const part = streamId('part', context().by, context('part').command);
  const ratt = (over: object = {}, namn = 'part'): Steg => ({ ...gor('AntecknaPartsratt', { punkt: P, benamning: 'Sökanden', informerad: true, ...over } as never), namn });
  const hord = (over: object = {}): Steg => gor('AntecknaPartensUppgifter', { punkt: P, part, fran: '15:02', till: '15:08', ...over });
  const placering = motet({ myndighetsutovning: true });
  it('K4/B6: kommunicerad enligt FL 25 och inte informerad om 14:8: VARNING', () => {
    given(...historia(placering, ratt({ informerad: false }))).when(bifall().command).thenWarned('PART_EJ_INFORMERAD');
    const { outcome } = given(...historia(placering, ratt({ informerad: false }))).when(bifall().command);
    expect(outcome).toMatchObject({ hinder: [{ text: 'Parten har inte informerats om rätten att lämna uppgifter muntligt inför nämnden (SoL 14 kap. 8 §).', lagrum: 'SoL 14 kap. 8 §' }] });
    expect(kod(historia(placering, ratt()), bifall())).toEqual(['BeslutFattat']);
    // The right to be told is of SoL.
    expect(kod(historia(placering, ratt({ lag: 'lss', informerad: false })), bifall())).toEqual(['BeslutFattat']);
  });
  it('B6: av flera parter är den ena inte hörd för att den andra är det', () => {
    const annan = streamId('part', context().by, context('annan').command);
    const tva = [...placering, ratt({ begart: true }), ratt({ begart: true }, 'annan')];
    expect(kod(historia(tva, hord()), bifall())).toEqual(['STOPP PARTENS_BEGARAN_OBESVARAD']);
    expect(kod(historia(placering, ratt({ begart: true }), hord(), ratt({ begart: true }, 'annan')), bifall())).toEqual(['STOPP PARTENS_BEGARAN_OBESVARAD']);
    expect(kod(historia(tva, hord(), ratt({ part: annan, begart: true }, 'igen')), bifall())).toEqual(['STOPP PARTENS_BEGARAN_OBESVARAD']);
    // What is told anew of one says nothing of the other.
    expect(kod(historia(tva, ratt({ part: annan, begart: true, nekad: 'Hotfull' }, 'igen')), bifall())).toEqual(['STOPP PARTENS_BEGARAN_OBESVARAD']);
    expect(kod(historia(tva, hord(), hord({ part: annan })), bifall())).toEqual(['BeslutFattat']);
    given(...historia(tva)).when(ratt({ part: x(1) }).command).thenRefused('PARTEN_FINNS_INTE');
    given(...historia(tva)).when(hord({ part: x(1) }).command).thenRefused('PARTEN_FINNS_INTE');
  });
  it('K4/B6: parten har begärt att få lämna uppgifter, och ärendet avgörs utan svar: STOPP', () => {
    const events = historia(placering, ratt({ begart: true, tid: '15:30' }));
    given(...events).when(bifall().command).thenRefused('PARTENS_BEGARAN_OBESVARAD', 'Parten har begärt att få lämna uppgifter muntligt. Bered tillfälle eller ange särskilda skäl (SoL 14 kap. 8 §).', 'SoL 14 kap. 8 §');
    expect(kod(events, klubba('Ärende', { beslutstyp: 'bordlagga' }))).toEqual(['BeslutFattat']);
    expect(kod(historia(placering, ratt({ begart: true }), hord()), bifall())).toEqual(['BeslutFattat']);
    expect(kod(historia(placering, ratt({ begart: true }), ratt({ part, begart: true, nekad: 'Hotfull' }, 'igen')), bifall())).toEqual(['BeslutFattat']);
    expect(kod(historia(placering, ratt({ begart: true }), hord(), ratt({ part, begart: true }, 'igen')), bifall())).toEqual(['BeslutFattat']);
  });
  it('B6: före 2025-07-01 är det SoL 11:9, och i LSS-ärenden FL 24', () => {
    given(...historia(motet({ myndighetsutovning: true }, {}, '2025-06-18'), ratt({ begart: true }))).when(bifall().command)
      .thenRefused('PARTENS_BEGARAN_OBESVARAD', 'Parten har begärt att få lämna uppgifter muntligt. Bered tillfälle eller ange särskilda skäl (SoL (2001:453) 11 kap. 9 §).');
    given(...historia(placering, ratt({ lag: 'lss', informerad: false, begart: true }))).when(bifall().command)
      .thenRefused('PARTENS_BEGARAN_OBESVARAD', 'Parten har begärt att få lämna uppgifter muntligt. Bered tillfälle eller ange varför det är obehövligt (FL 24 §).', 'FL 24 §');
    expect(kod(historia(placering, ratt({ lag: 'lss', begart: true })), bifall())).toEqual(['STOPP PARTENS_BEGARAN_OBESVARAD']);
    expect(kod(historia(motet({ myndighetsutovning: true }, {}, '2018-03-21'), ratt({ lag: 'lss', begart: true })), bifall())).toEqual(['VARNING PARTENS_BEGARAN_OBESVARAD']);
  });
  it('B6: raden i protokollet nämner ingen', () => {
    expect(partsraden({ lag: 'sol' }, DATUM)).toBe('Parten lämnar uppgifter muntligt (SoL 14 kap. 8 §) och lämnar därefter sammanträdet.');
    expect(partsraden({ lag: 'lss' }, DATUM)).toBe('Parten lämnar uppgifter muntligt (FL 24 §) och lämnar därefter sammanträdet.');
  });
  it('B6: parten är inne före klubbslaget, från en tid till en annan, och kan antecknas före sammanträdet', () => {
    given(...historia(placering, ratt())).when(hord({ till: '15:02' }).command).thenRefused('TIDEN_GAR_BAKLANGES', 'Parten lämnar sammanträdet efter att ha kommit in.');
    given(...historia(placering, ratt(), bifall())).when(hord({ till: '15:10' }).command).then({ type: 'PartHord', data: { punkt: P, klass: 'oppen', part, fran: '15:02', till: '15:10' } });
    given(...historia(placering)).when(ratt({ tid: '15:30' }).command, context('part')).then({ type: 'PartsrattAntecknad', data: { punkt: P, klass: 'oppen', part, benamning: seal(`paragraf:${P}`, 'Sökanden'), lag: 'sol', informerad: true, begart: false, tid: '15:30' } });
    given(...historia(placering)).when(ratt({ punkt: x(1) }).command).thenRefused('PUNKTEN_FINNS_INTE');
    given(...historia(placering, ratt(), bifall())).when(hord({ till: '15:30' }).command).thenRefused('TIDEN_GAR_BAKLANGES', 'Klubban föll i ärende 1 kl. 15:10. Parten har lämnat sammanträdet dessförinnan.');
    given(...historia(placering)).when(hord().command).thenRefused('PARTEN_FINNS_INTE', 'Parten är inte antecknad vid punkten.');
    given(...historia(placering)).when(ratt({ part: x(1) }).command).thenRefused('PARTEN_FINNS_INTE');
    const [planerat, , , kallelse] = placering;
    expect(kod(historia(planerat!, lagg('Ärende', { slag: 'ovrigt' }), kallelse!), ratt())).toEqual(['PartsrattAntecknad']);
    expect(kod(historia(planerat!, lagg('Ärende', { slag: 'ovrigt' }), kallelse!, ratt()), hord())).toEqual(['STOPP SAMMANTRADET_AR_EJ_OPPNAT']);
    expect(dokument(historia(placering, ratt({ nekad: 'Skäl' }))).parter).toEqual([{ punkt: P, part, benamning: seal(`paragraf:${P}`, 'Sökanden'), lag: 'sol', informerad: true, begart: false, nekad: seal(`paragraf:${P}`, 'Skäl') }]);
  });
});

it('B6: vad som är ovisst om ett gammalt sammanträde sägs det inget om', () => {
  const events = historia(planera({ datum: DATUM }), lagg('Ärende', { slag: 'ovrigt' }), kalla({ datum: '2018-03-14' }), oppna({ datum: DATUM }), L.map((person) => ledamot(person)));
  expect(kod(events, gor('AntecknaOvrigNarvaro', { slag: 'insynsplats', benamning: 'x', punkter: [P] }))).toEqual(ANTECKNAD);
});
