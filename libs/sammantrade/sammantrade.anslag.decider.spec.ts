import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { ansla, avsluta, dokument, gor, historia, justera, kalla, klubba, L, lagg, ledamot, MOTE, numrera, oppna, planera, punkt, type Steg, taNed } from '../../test/exempel/mote';
import { anslagsbevis, anslagstext } from './sammantrade.anslag.projection';
import { sammantrade } from './sammantrade.decider';
import { sammantradetsKlockor } from './sammantrade.klockor.projection';

const { given } = specify(sammantrade);
const justerat = (justerad: string, mote = '2018-03-21') => [
  planera({ datum: mote }), lagg('Taxa'), kalla({ datum: mote, underlag: { skaKallas: [], punkter: {} } }), oppna({ datum: mote }), ...L.map((person) => ledamot(person)), klubba('Taxa'), numrera('Taxa', 25), avsluta(),
  justera({ datum: justerad }),
];
const avbrott = (over: object = {}) => gor('NoteraAnslagsavbrott', { omgang: 1, datum: '2018-04-10', fran: '02:00', till: '02:40', brutet: false, ...over });

describe('Anslaget', () => {
  it('C5: justerat onsdag 2018-04-04 anslås senast fredag 2018-04-06, och får tas ned 2018-04-28', () =>
    given(...historia(justerat('2018-04-04'))).when(ansla('2018-04-06').command).then({ type: 'ProtokollAnslaget', data: {
      omgang: 1, datum: '2018-04-06', forvaringsplats: seal(`sammantrade:${MOTE}`, 'Kansliet'), punkter: [punkt('Taxa')], senast: '2018-04-06', nedtasTidigast: '2018-04-28',
    } }));
  it('C5: efter den dagen varnar det, och tiden räknas från den faktiska dagen', () => {
    const sent = given(...historia(justerat('2018-04-04'))).when(ansla('2018-04-07').command);
    sent.thenWarned('ANSLAG_SENT');
    sent.thenRefused('ANSLAG_SENT', 'Justeringen skulle ha tillkännagetts senast 2018-04-06 (KL 8 kap. 12 §). Överklagandetiden räknas från den faktiska anslagsdagen.', 'KL 8 kap. 12 §');
  });
  it('C5: justerat skärtorsdag 2018-03-29 anslås senast tisdag 2018-04-03; fredag 2026-11-27 senast måndag 2026-11-30', () => {
    expect(given(...historia(justerat('2018-03-29'))).when(ansla('2018-04-03').command).outcome).toMatchObject([{ data: { senast: '2018-04-03' } }]);
    expect(given(...historia(justerat('2026-11-27', '2026-11-18'))).when(ansla('2026-11-30').command).outcome).toMatchObject([{ data: { senast: '2026-11-30' } }]);
  });
  it('C5: före justeringen stoppas det', () => {
    const fore = given(...historia(justerat('2018-04-04'))).when(ansla('2018-04-03').command);
    fore.thenRefused('ANSLAG_FORE_JUSTERING');
    expect(fore.outcome).toMatchObject({ hinder: [{ allvar: 'STOPP' }] });
    expect(given(...historia(justerat('2017-04-04', '2017-03-21'))).when(ansla('2017-04-03').command).outcome).toMatchObject({ hinder: [{ kod: 'ANSLAG_FORE_JUSTERING', allvar: 'STOPP' }] });
    // A reason does not help: what is not justerat cannot be announced.
    given(...historia(justerat('2018-04-04'))).when(ansla('2018-04-03', 1, { ANSLAG_FORE_JUSTERING: 'x' }).command).thenRefused('ANSLAG_FORE_JUSTERING');
    given(...historia(justerat('2018-04-04').slice(0, -1))).when(ansla('2018-04-04').command).thenRefused('OMGANGEN_FINNS_INTE', 'Det finns ingen justering 1 vid sammanträdet.');
  });
  it('en justering anslås en gång så länge anslaget är helt', () => given(...historia(justerat('2018-04-04'), ansla('2018-04-06'))).when(ansla('2018-04-09').command).thenRefused('REDAN_ANSLAGET', 'Justeringen är redan anslagen 2018-04-06.'));

  it('C5: att ta ned det för tidigt stoppas', () =>
    given(...historia(justerat('2018-04-04'), ansla('2018-04-06'))).when(taNed('2018-04-27').command).thenRefused(
      'ANSLAG_TAS_NED_FOR_TIDIGT', 'Anslaget får inte tas ned före 2018-04-28. Om det tas ned tidigare löper överklagandetiden inte ut (KL 13 kap. 5 § andra stycket).',
    ));
  it('C5: att det har skett för tidigt är ett faktum, med en varning och ett skäl', () => {
    const anslaget = historia(justerat('2018-04-04'), ansla('2018-04-06'));
    const nere = taNed('2018-04-20', { harSkett: true });
    given(...anslaget).when(nere.command).thenRefused(
      'ANSLAG_BRUTET', 'Anslaget har inte varit uppe oavbrutet (nedtaget 2018-04-20). Överklagandetiden har kanske inte löpt ut (KL 13 kap. 5 § andra stycket). Säkrast är ett nytt anslag.',
    );
    expect(given(...anslaget).when({ ...nere.command, skal: { ANSLAG_BRUTET: 'Av misstag' } }).outcome).toMatchObject([{ type: 'AnslagNedtaget', data: { anslaget: '2018-04-06', datum: '2018-04-20', brutet: true } }]);
  });
  it('C5: i rätt tid tas det ned utan anmärkning, en gång', () => {
    const nere = historia(justerat('2018-04-04'), ansla('2018-04-06'), taNed('2018-04-28'));
    expect(nere.at(-1)).toEqual({ type: 'AnslagNedtaget', data: { omgang: 1, anslaget: '2018-04-06', datum: '2018-04-28', brutet: false, punkter: [punkt('Taxa')] } });
    given(...nere).when(taNed('2018-04-28').command).thenNothing();
    given(...nere).when(taNed('2018-04-29').command).thenRefused('REDAN_NEDTAGET', 'Anslaget togs ned 2018-04-28.');
    given(...historia(justerat('2018-04-04'))).when(taNed('2018-04-28').command).thenRefused('EJ_ANSLAGET', 'Justeringen är inte anslagen.');
    given(...historia(justerat('2018-04-04'), ansla('2018-04-06'))).when(taNed('2018-04-05').command).thenRefused('EJ_ANSLAGET', 'Anslaget sattes upp först 2018-04-06.');
  });
  it('K4/C5: anslag 2026-11-30, nedtaget 2026-12-10, nytt anslag 2026-12-11: varning, och det nya får tas ned tidigast 2027-01-05', () => {
    const fore = [...justerat('2026-11-27', '2026-11-18'), ansla('2026-11-30')];
    given(...historia(fore)).when(taNed('2026-12-10', { harSkett: true }).command).thenWarned('ANSLAG_BRUTET');
    const brutet = [...fore, taNed('2026-12-10', { harSkett: true }, { ANSLAG_BRUTET: 'Av misstag' })];
    expect(historia(brutet, ansla('2026-12-11')).at(-1)).toMatchObject({ data: { datum: '2026-12-11', nedtasTidigast: '2027-01-05' } });
    expect(dokument(historia(brutet, ansla('2026-12-11'))).omgangar[0]?.anslag.map(({ datum, brutet: b }) => [datum, b])).toEqual([['2026-11-30', true], ['2026-12-11', false]]);
    given(...historia(brutet)).when(ansla('2026-11-29').command).thenRefused('REDAN_ANSLAGET');
  });
  it('K4/C5: anslagstavlan onåbar 40 minuter en natt: varning att bedöma, inget stopp, inget börjar om av sig självt', () => {
    const anslaget = [...justerat('2018-04-04'), ansla('2018-04-06')];
    given(...historia(anslaget)).when(avbrott().command).thenWarned('ANSLAG_BRUTET');
    const noterat = historia(anslaget, { command: { ...avbrott().command, skal: { ANSLAG_BRUTET: 'Kort, nattetid' } } });
    expect(noterat.at(-1)).toMatchObject({ type: 'AnslagsavbrottNoterat', data: { fran: '02:00', till: '02:40', brutet: false } });
    expect(dokument(noterat).omgangar[0]?.anslag).toMatchObject([{ datum: '2018-04-06', brutet: false }]);
    given(...noterat).when(ansla('2018-04-11').command).thenRefused('REDAN_ANSLAGET');
    given(...historia(anslaget)).when(avbrott({ till: '01:00' }).command).thenRefused('TIDEN_GAR_BAKLANGES');
    given(...historia(anslaget, taNed('2018-04-28'))).when(avbrott({ datum: '2018-04-29' }).command).thenRefused('REDAN_NEDTAGET', 'Anslaget togs ned 2018-04-28.');
  });
  it('C5: ett avbrott noteras från och med den dag det sattes upp till och med den dag det togs ned, och slutar inte innan det börjar', () => {
    const nere = historia(justerat('2018-04-04'), ansla('2018-04-06'), taNed('2018-04-28'));
    for (const datum of ['2018-04-06', '2018-04-28']) given(...nere).when(avbrott({ datum }).command).thenWarned('ANSLAG_BRUTET');
    given(...nere).when(avbrott({ datum: '2018-04-10', fran: '02:00', till: '02:00' }).command).thenRefused(
      'ANSLAG_BRUTET', 'Anslaget har inte varit uppe oavbrutet (2018-04-10 kl. 02:00–02:00). Överklagandetiden har kanske inte löpt ut (KL 13 kap. 5 § andra stycket). Säkrast är ett nytt anslag.',
    );
    given(...nere).when(avbrott({ till: '01:00' }).command).thenRefused('TIDEN_GAR_BAKLANGES', 'Avbrottet slutar innan det börjar.');
  });
  it('C5: ett avbrott som bedöms bryta anslaget öppnar för ett nytt', () => {
    const brutet = [...justerat('2018-04-04'), ansla('2018-04-06'), { command: { ...avbrott({ brutet: true }).command, skal: { ANSLAG_BRUTET: 'Två dygn' } } }];
    expect(historia(brutet, ansla('2018-04-11')).at(-1)).toMatchObject({ type: 'ProtokollAnslaget', data: { nedtasTidigast: '2018-05-03' } });
    // On the same day too, and then only once.
    const sammaDag = [...justerat('2018-04-04'), ansla('2018-04-06'), { command: { ...avbrott({ datum: '2018-04-06', brutet: true }).command, skal: { ANSLAG_BRUTET: 'Hela dagen' } } }, ansla('2018-04-06')];
    given(...historia(sammaDag)).when(ansla('2018-04-11').command).thenRefused('REDAN_ANSLAGET', 'Justeringen är redan anslagen 2018-04-06.');
  });
  it('C5: varje justering har sitt anslag, och det som händer med det ena rör inte det andra', () => {
    const tva = [
      planera(), lagg('Taxa'), lagg('Remiss'), kalla({ underlag: { skaKallas: [], punkter: {} } }), oppna(), ...L.map((person) => ledamot(person)),
      klubba('Taxa', { beslutstyp: 'besluta', beslutspunkter: [{ text: 'Höjs.' }, { text: 'Justeras omedelbart.', omedelbarJustering: true }] }), numrera('Taxa', 25), klubba('Remiss'), numrera('Remiss', 26),
      justera({ omedelbart: true, punkter: [punkt('Taxa')], datum: '2018-03-21' }), avsluta(), justera(),
    ];
    const bada = [...tva, ansla('2018-03-22'), ansla('2018-04-05', 2)];
    given(...historia(bada)).when(ansla('2018-03-23').command).thenRefused('REDAN_ANSLAGET', 'Justeringen är redan anslagen 2018-03-22.');
    const nere = historia(bada, taNed('2018-04-13'));
    given(...nere).when(taNed('2018-04-14').command).thenRefused('REDAN_NEDTAGET');
    given(...nere).when(taNed('2018-04-14', { omgang: 2 }).command).thenRefused('ANSLAG_TAS_NED_FOR_TIDIGT');
    given(...historia(tva, ansla('2018-03-22'))).when(taNed('2018-04-13', { omgang: 2 }).command).thenRefused('EJ_ANSLAGET');
  });
});

describe('Vad som anslås, och beviset för det', () => {
  const om = { organ: 'Socialnämnden', motesdag: '2018-03-21', paragrafer: '§§ 25–27', justerad: '2018-04-04' };
  const kontroll = (datum: string, tid: string, nabart: boolean) => gor('KontrolleraAnslag', { omgang: 1, datum, tid, nabart });
  const anslaget = [...justerat('2018-04-04'), ansla('2018-04-06')];
  const forsta = (...mer: readonly (Steg | readonly Steg[])[]) => dokument(historia(anslaget, ...mer)).omgangar[0]!.anslag[0]!;

  it('C5: anslaget säger var protokollet finns, vilken dag det tillkännagavs och hur besluten överklagas, och inget annat av paragraferna än numren', () => {
    const text = anslagstext(om, forsta(), 'Kansliet', '2018-04-27');
    for (const rad of ['Organ: Socialnämnden', 'Paragrafer: §§ 25–27', 'Tillkännagivet på anslagstavlan: 2018-04-06', 'Anslaget tas ned tidigast: 2018-04-28', 'Protokollet finns hos: Kansliet']) expect(text).toContain(rad);
    expect(text).toContain('senast 2018-04-27 (KL 13 kap. 4–5 §§)');
    expect(text).not.toContain('Taxa');
  });
  it('C5: varje kontroll noteras med sin tid, till dess anslaget är nere', () => {
    given(...historia(anslaget)).when(kontroll('2018-04-10', '08:00', true).command).then({ type: 'AnslagKontrollerat', data: { omgang: 1, anslaget: '2018-04-06', datum: '2018-04-10', tid: '08:00', nabart: true } });
    expect(given(...historia(anslaget, taNed('2018-04-28'))).when(kontroll('2018-04-28', '08:00', true).command).outcome).toHaveLength(1);
    given(...historia(anslaget, taNed('2018-04-28'))).when(kontroll('2018-04-29', '08:00', true).command).thenRefused('REDAN_NEDTAGET', 'Anslaget togs ned 2018-04-28.');
    expect(given(...historia(anslaget)).when(kontroll('2018-04-06', '08:00', true).command).outcome).toHaveLength(1);
    given(...historia(anslaget)).when(kontroll('2018-04-05', '08:00', true).command).thenRefused('EJ_ANSLAGET', 'Anslaget sattes upp först 2018-04-06.');
    given(...historia(justerat('2018-04-04'))).when(kontroll('2018-04-10', '08:00', true).command).thenRefused('EJ_ANSLAGET');
  });
  it('C5: beviset räknar upp kontroller, avbrott och nedtagning; en kontroll som ingen gjorde är inget avbrott', () => {
    expect(anslagsbevis(om, forsta())).toBe('Justeringen 2018-04-04 av §§ 25–27 vid sammanträdet 2018-03-21 (Socialnämnden) var tillkännagiven på anslagstavlan från 2018-04-06 och är inte nedtagen. Ingen kontroll av att anslaget gick att nå är noterad. Inget avbrott är noterat.');
    const hel = forsta(kontroll('2018-04-10', '08:00', true), kontroll('2018-04-11', '08:00', true), taNed('2018-04-28'));
    expect(anslagsbevis(om, hel)).toContain('från 2018-04-06 till 2018-04-28. Anslaget kontrollerades 2 gånger; det gick att nå varje gång. Inget avbrott är noterat.');
    const trasigt = forsta(kontroll('2018-04-10', '02:10', false), { command: { ...avbrott({ brutet: true }).command, skal: { ANSLAG_BRUTET: 'Ett dygn' } } });
    expect(anslagsbevis(om, trasigt)).toContain('det gick inte att nå 2018-04-10 kl. 02:10. Noterade avbrott: 2018-04-10 kl. 02:00–02:40 (bröt anslaget). Anslaget var inte uppe oavbrutet.');
  });
});

describe('Sammanträdets klockor', () => {
  const klockor = (...mer: readonly (Steg | readonly Steg[])[]) => sammantradetsKlockor(dokument(historia(...mer))).map(({ regel, galler, lag, drift }) => [regel, galler, lag, drift]);
  const fore = justerat('2018-04-04').slice(0, -1);
  it('C1: justering senast fjorton dagar efter sammanträdet, med paragrafernas nummer och inga rubriker', () => expect(klockor(fore)).toEqual([['justering', '§ 25 2018-03-21', '2018-04-04', '2018-04-04']]));
  it('C5: när det är justerat väntar anslaget; skärtorsdag 2018-03-29 är lagens dag 2018-04-03 och dagen att arbeta mot 2018-03-29', () => {
    expect(klockor(justerat('2018-03-29'))).toEqual([['anslag.1', '§ 25 2018-03-21', '2018-04-03', '2018-03-29']]);
    expect(klockor(justerat('2018-04-04'))).toEqual([['anslag.1', '§ 25 2018-03-21', '2018-04-06', '2018-04-06']]);
  });
  it('C5: när det är anslaget väntar nedtagningen, och när det är nere ingenting', () => {
    expect(klockor(justerat('2018-04-04'), ansla('2018-04-06'))).toEqual([['nedtagning.1', '§ 25 2018-03-21', '2018-04-28', '2018-04-28']]);
    expect(klockor(justerat('2018-04-04'), ansla('2018-04-06'), taNed('2018-04-28'))).toEqual([]);
  });
  it('C5: ett brutet anslag väntar på ett nytt; en onåbar kontroll väntar på en bedömning', () => {
    expect(klockor(justerat('2018-04-04'), ansla('2018-04-06'), taNed('2018-04-20', { harSkett: true }, { ANSLAG_BRUTET: 'x' }))).toMatchObject([['nytt_anslag.1', '§ 25 2018-03-21', '2018-04-06', '2018-04-06']]);
    const onabar = [...justerat('2018-04-04'), ansla('2018-04-06'), gor('KontrolleraAnslag', { omgang: 1, datum: '2018-04-10', tid: '02:10', nabart: false })];
    expect(klockor(onabar).map(([regel]) => regel)).toEqual(['avbrott.1.2018-04-10', 'nedtagning.1']);
    expect(klockor(onabar, { command: { ...avbrott().command, skal: { ANSLAG_BRUTET: 'Kort' } } }).map(([regel]) => regel)).toEqual(['nedtagning.1']);
  });
  it('C4: det som ska justeras omedelbart väntar samma dag, för sig', () => {
    const mote = [planera(), lagg('Taxa'), lagg('Remiss'), kalla({ underlag: { skaKallas: [], punkter: {} } }), oppna(), ...L.map((person) => ledamot(person)), klubba('Taxa'), klubba('Remiss', { beslutstyp: 'avge_yttrande', beslutspunkter: [{ text: 'Paragrafen justeras omedelbart.', omedelbarJustering: true }] })];
    expect(klockor(mote)).toEqual([['omedelbar_justering', 'sammanträdet 2018-03-21', '2018-03-21', '2018-03-21'], ['justering', 'sammanträdet 2018-03-21', '2018-04-04', '2018-04-04']]);
  });
  it('ett sammanträde som inte har börjat har inga', () => expect(klockor(planera())).toEqual([]));
});
