import fc from 'fast-check';
import { fold, isRefusal, seal, streamId } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { paragraf, type ParagrafCommand } from './paragraf.decider';
import type { ParagrafEvent } from './paragraf.events';
import { lagaKraftFor } from './paragraf.lagakraft.projection';
import { paragrafdokument } from '../../test/exempel/paragraf';

const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const id = '00000000-0000-4000-8000-0000000000aa';
const kid = `paragraf:${id}`;
const { given } = specify(paragraf);
const oppnad = (over: object = {}): ParagrafEvent => ({
  type: 'ParagrafOppnad', data: { sammantrade: x(500), ar: 2018, nr: 25, datum: '2018-03-21', beslutstyp: 'bifalla', overklagandeslag: 'LAGLIGHETSPROVNING', klass: 'oppen', ...over },
});
const justerad: ParagrafEvent = { type: 'ParagrafJusterad', data: { omgang: 1, omedelbar: false, datum: '2018-04-04' } };
const anslagen = (datum: string, omgang = 1): ParagrafEvent => ({ type: 'AnslagNoterat', data: { omgang, datum } });
const nere = (anslaget: string, datum: string, brutet: boolean): ParagrafEvent => ({ type: 'NedtagningNoterad', data: { anslaget, datum, brutet } });
const fragad: ParagrafEvent = { type: 'LagaKraftEfterfragad', data: { domstol: seal(kid, 'Förvaltningsrätten'), datum: '2018-04-18' } };
const bekrafta = (datum = '2018-04-20'): ParagrafCommand => ({ type: 'BekraftaLagaKraft', data: { datum, kalla: 'Besked från domstolen' } });
const bekraftad = (efterOverklagande = false): ParagrafEvent => ({ type: 'LagaKraftBekraftad', data: { datum: '2018-04-20', kalla: seal(kid, 'Besked från domstolen'), efterOverklagande } });
const overklagat: ParagrafEvent = { type: 'OverklagandeNoterat', data: { mal: seal(kid, 'Mål 1'), datum: '2018-04-11' } };
const intyga: ParagrafCommand = { type: 'IntygaLagaKraft', data: { datum: '2018-04-25' } };
const doc = paragrafdokument;
const laget = (...events: readonly ParagrafEvent[]) => lagaKraftFor(doc(...events));

describe('En paragraf efter klubbslaget', () => {
  it('öppnas en gång, med sitt nummer', () => {
    const oppna = (nr: number): ParagrafCommand => ({ type: 'OppnaParagraf', data: { namnd: x(900), ...(oppnad().data as object), nr } as Extract<ParagrafCommand, { type: 'OppnaParagraf' }>['data'] });
    given().when(oppna(25)).then(oppnad());
    given(oppnad()).when(oppna(25)).thenNothing();
    given(oppnad(), { type: 'PartRegistrerad', data: { klass: 'oppen', part: x(1), namn: seal(kid, 'Part 1'), allman: false } }).when(oppna(25)).thenNothing();
    given(oppnad()).when(oppna(26)).thenRefused('PARAGRAFEN_FINNS_REDAN', 'Paragrafen finns redan som § 25.');
    given().when(intyga).thenRefused('PARAGRAFEN_FINNS_INTE', 'Paragrafen finns inte.');
  });
  it('hör till den nämnd som öppnar den', () => {
    expect(paragraf.namnd({ type: 'OppnaParagraf', data: { namnd: x(900), ...(oppnad().data as object) } as never }, id)).toBe(x(900));
    expect(paragraf.namnd(intyga, id)).toBeNull();
  });
  it('får höra om justering, anslag och klass', () => {
    given(oppnad()).when({ type: 'NoteraJustering', data: { omgang: 1, omedelbar: false, datum: '2018-04-04' } }).then(justerad);
    given(oppnad(), justerad).when({ type: 'NoteraJustering', data: { omgang: 1, omedelbar: false, datum: '2018-04-04' } }).thenNothing();
    given(oppnad(), justerad).when({ type: 'NoteraAnslag', data: { omgang: 1, datum: '2018-04-06' } }).then(anslagen('2018-04-06'));
    given(oppnad()).when({ type: 'NoteraKlass', data: { klass: 'sekretess' } }).then({ type: 'ParagrafensKlassAndrad', data: { klass: 'sekretess' } });
    given(oppnad()).when({ type: 'NoteraKlass', data: { klass: 'oppen' } }).thenNothing();
    given(oppnad(), { type: 'ParagrafensKlassAndrad', data: { klass: 'sekretess' } }).when({ type: 'NoteraKlass', data: { klass: 'sekretess' } }).thenNothing();
    const nedtaget = { anslaget: '2018-04-06', datum: '2018-04-28', brutet: false };
    given(oppnad(), justerad, anslagen('2018-04-06')).when({ type: 'NoteraNedtagning', data: nedtaget }).then({ type: 'NedtagningNoterad', data: nedtaget });
    given(oppnad(), justerad, anslagen('2018-04-06')).when({ type: 'NoteraAvbrott', data: nedtaget }).then({ type: 'AvbrottNoterat', data: nedtaget });
  });
  it('D8: rättas från skrivfel genom ett nytt faktum; en ändring i sak är ett nytt beslut', () => {
    const ratta = (slag: 'skrivfel' | 'saklig'): ParagrafCommand => ({ type: 'RattaParagraf', data: { beslutspunkt: 1, text: '1 200 kronor', slag, datum: '2018-04-10', skal: 'Räknefel' } });
    given(oppnad(), justerad).when(ratta('skrivfel')).then({ type: 'ParagrafRattad', data: { klass: 'oppen', beslutspunkt: 1, text: seal(kid, '1 200 kronor'), datum: '2018-04-10', skal: seal(kid, 'Räknefel'), sammantrade: x(500) } });
    given(oppnad(), justerad).when(ratta('saklig')).thenRefused('BESLUT_SKRIVS_INTE_OVER', 'Ett fattat beslut skrivs inte över. Fatta ett nytt beslut med hänvisning till § 25 2018-03-21 och ange lagrum.');
    given(oppnad()).when(ratta('skrivfel')).thenRefused('EJ_JUSTERAD', '§ 25 är inte justerad. Rätta den före justeringen.');
    given(oppnad(), justerad).when({ type: 'RattaParagraf', data: { text: '1 200 kronor', slag: 'skrivfel', datum: '2018-04-10', skal: 'Räknefel' } })
      .then({ type: 'ParagrafRattad', data: { klass: 'oppen', text: seal(kid, '1 200 kronor'), datum: '2018-04-10', skal: seal(kid, 'Räknefel'), sammantrade: x(500) } });
  });
});

describe('En paragraf som andra beslut har med att göra', () => {
  const senare = { paragraf: x(710), namnd: x(900), ar: 2018, nr: 40, datum: '2018-05-16' };
  it('D8: visar vad som ändrade den, en gång för varje, och orden står kvar', () => {
    const noterad: ParagrafEvent = { type: 'ParagrafAndrad', data: { ...senare, grund: 'fl_36' } };
    given(oppnad(), justerad).when({ type: 'NoteraAndring', data: { ...senare, grund: 'fl_36' } }).then(noterad);
    given(oppnad(), justerad, noterad).when({ type: 'NoteraAndring', data: { ...senare, grund: 'fl_36' } }).thenNothing();
    expect(doc(oppnad(), justerad, noterad)).toMatchObject({ andrad: [{ paragraf: x(710), nr: 40, grund: 'fl_36' }], rattelser: [] });
  });
  it('D6: visar var dess förslag behandlades', () => {
    const command: ParagrafCommand = { type: 'NoteraForslagsbehandling', data: { ...senare, beslutstyp: 'foresla_kf' } };
    given(oppnad({ beslutstyp: 'foresla_ks' })).when(command).then({ type: 'ForslagBehandlat', data: { ...senare, beslutstyp: 'foresla_kf' } });
    given(oppnad(), { type: 'ForslagBehandlat', data: { ...senare, beslutstyp: 'foresla_kf' } }).when(command).thenNothing();
  });
  it('D6, M38: ett förslag till fullmäktige rättas inte till ett beslut utan skäl', () => {
    const ratta = (text: string): ParagrafCommand => ({ type: 'RattaParagraf', data: { text, slag: 'skrivfel', datum: '2018-04-10', skal: 'x' } });
    const avgor = given(oppnad({ beslutstyp: 'foresla_kf' }), justerad).when(ratta('Socialnämnden antar reglementet.'));
    avgor.thenWarned('BESLUTET_AVGOR_ETT_FORSLAG');
    avgor.thenRefused('BESLUTET_AVGOR_ETT_FORSLAG', '§ 25 är ett förslag till ett annat organ, men den nya lydelsen är skriven som om nämnden avgjorde det. Ange skäl (KL 5 kap. 1 §).', 'KL 5 kap. 1 §');
    expect(given(oppnad({ beslutstyp: 'foresla_kf' }), justerad).when(ratta('Kommunfullmäktige antar reglementet.')).outcome).toHaveLength(1);
    expect(given(oppnad({ beslutstyp: 'anta' }), justerad).when(ratta('Socialnämnden antar riktlinjen.')).outcome).toHaveLength(1);
  });
  it('C8: en part som begär översättning antecknas vid paragrafen, med språket, och när den är lämnad', () => {
    const begar = (over: object = {}, skal?: Record<string, string>): ParagrafCommand => ({ type: 'NoteraOversattningsbegaran', data: { sprak: 'finska', av: 'Parten', datum: '2018-04-15', ...over }, ...(skal && { skal }) }) as ParagrafCommand;
    const begaran = streamId('oversattning', '00000000-0000-4000-8000-0000000000bb', '00000000-0000-4000-8000-0000000000cc');
    const begard: ParagrafEvent = { type: 'OversattningBegard', data: { begaran, sprak: 'finska', av: seal(kid, 'Parten'), datum: '2018-04-15' } };
    given(oppnad()).when(begar()).then(begard);
    const ombud = given(oppnad()).when(begar({ ombud: true }));
    ombud.thenWarned('PARTEN_HAR_OMBUD');
    ombud.thenRefused('PARTEN_HAR_OMBUD', 'Rätten till översättning gäller den part som saknar juridiskt biträde (MIN 8 §). Ange skäl.', 'MIN 8 §');
    const annat = given(oppnad()).when(begar({ sprak: 'annat', annatSprak: 'arabiska', ombud: true }));
    annat.thenWarned('EJ_MINORITETSSPRAK');
    annat.thenRefused('EJ_MINORITETSSPRAK', 'MIN 8 § gäller finska, meänkieli och samiska. För andra språk översätts handlingen om det behövs för att parten ska kunna ta till vara sin rätt (FL 13 §). Ange skäl.', 'FL 13 §');
    expect(given(oppnad()).when(begar({ sprak: 'annat', annatSprak: 'arabiska' }, { EJ_MINORITETSSPRAK: 'FL 13 §' })).outcome).toMatchObject([{ data: { annatSprak: seal(kid, 'arabiska') } }]);
    given(oppnad()).when(begar({ sprak: 'annat' })).thenRefused('SPRAKET_SAKNAS', 'Ange vilket språket är när det inte är finska, meänkieli eller samiska, och bara då.');
    given(oppnad()).when(begar({ datum: '2018-02-30' })).thenRefused('DATUM_FINNS_INTE');
    const lamna = (id = begaran): ParagrafCommand => ({ type: 'NoteraOversattning', data: { begaran: id, datum: '2018-04-20' } });
    given(oppnad(), begard).when(lamna()).then({ type: 'OversattningLamnad', data: { begaran, datum: '2018-04-20' } });
    given(oppnad(), begard, { type: 'OversattningLamnad', data: { begaran, datum: '2018-04-20' } }).when(lamna()).thenNothing();
    given(oppnad(), begard).when(lamna(x(1))).thenRefused('BEGARAN_FINNS_INTE', 'Begäran om översättning är inte antecknad.');
    const annans: ParagrafEvent = { type: 'OversattningBegard', data: { ...begard.data, begaran: x(2) } as never };
    given(oppnad(), begard, annans, { type: 'OversattningLamnad', data: { begaran, datum: '2018-04-20' } }).when(lamna(x(2))).then({ type: 'OversattningLamnad', data: { begaran: x(2), datum: '2018-04-20' } });
    expect(doc(oppnad(), begard, { type: 'OversattningLamnad', data: { begaran, datum: '2018-04-20' } }).oversattningar).toMatchObject([{ sprak: 'finska', lamnad: '2018-04-20' }]);
  });
});

describe('Laga kraft', () => {
  it.each([
    ['2018-03-22', '2018-04-12', '2018-04-13'], ['2018-04-06', '2018-04-27', '2018-04-28'], ['2018-04-10', '2018-05-02', '2018-05-03'],
    ['2026-05-29', '2026-06-22', '2026-06-23'], ['2026-12-03', '2026-12-28', '2026-12-29'], ['2026-12-10', '2027-01-04', '2027-01-05'],
  ])('D2: anslag %s: sista dag %s, laga kraft tidigast %s', (anslag, sista, tidigast) =>
    expect(laget(oppnad(), justerad, anslagen(anslag))).toMatchObject({ lage: 'TIDIGAST', sista, tidigast, text: `Laga kraft tidigast ${tidigast}` }));
  it('D2: dagen förklaras: tre veckor från anslaget, och att bara domstolen vet', () => {
    const { varfor } = laget(oppnad(), justerad, anslagen('2018-04-06'));
    expect(varfor.join(' ')).toContain('2018-04-06 (fredag)');
    expect(varfor.join(' ')).toContain('kommunen vet inte om någon har överklagat');
  });
  it('D2: utan anslag beräknas den inte', () => expect(laget(oppnad(), justerad)).toMatchObject({ lage: 'EJ_BERAKNAD', text: 'Laga kraft kan inte beräknas: anslagsdatum saknas.' }));
  it('D2: ett remissvar som anslås 2018-03-22 får inget datum, och det sägs varför', () => {
    const svar = laget(oppnad({ overklagandeslag: 'EJ_OVERKLAGBART' }), justerad, anslagen('2018-03-22'));
    expect(svar).toMatchObject({ lage: 'EJ_OVERKLAGBART', lagrum: 'KL 13 kap. 2 §' });
    expect(svar.tidigast).toBeUndefined();
    expect(svar.text).toContain('remissvar');
  });
  it('D1: förvaltningsbesvär räknas för varje part, inte från anslaget', () => expect(laget(oppnad({ overklagandeslag: 'FORVALTNINGSBESVAR' }), justerad, anslagen('2018-03-22')).lage).toBe('EJ_BERAKNAD'));

  it('K4/D2: sista dagen 2018-04-12 har passerat, domstolen är inte tillfrågad: tidigast 2018-04-13, och ett intyg varnar', () => {
    const passerad = [oppnad(), justerad, anslagen('2018-03-22')];
    expect(laget(...passerad)).toMatchObject({ lage: 'TIDIGAST', text: 'Laga kraft tidigast 2018-04-13' });
    given(...passerad).when(intyga).thenWarned('LAGA_KRAFT_EJ_BEKRAFTAD');
    given(...passerad).when(intyga).thenRefused('LAGA_KRAFT_EJ_BEKRAFTAD', 'Laga kraft är inte bekräftad. Fråga förvaltningsrätten om beslutet har överklagats (KL 13 kap. 4 §).', 'KL 13 kap. 4 §');
    given(...passerad).when({ ...intyga, skal: { LAGA_KRAFT_EJ_BEKRAFTAD: 'Telefon med domstolen' } } as ParagrafCommand)
      .then({ type: 'LagaKraftIntygad', data: { datum: '2018-04-25', avsteg: [{ kod: 'LAGA_KRAFT_EJ_BEKRAFTAD', skal: seal(kid, 'Telefon med domstolen') }] } });
  });
  it('K4/D2: domstolen svarar 2018-04-20 att inget överklagande finns: bekräftad, med källa', () => {
    const passerad = [oppnad(), justerad, anslagen('2018-03-22'), fragad];
    expect(laget(...passerad)).toMatchObject({ lage: 'FRAGAD', tidigast: '2018-04-13' });
    given(...passerad).when(bekrafta()).then(bekraftad());
    expect(laget(...passerad, bekraftad())).toMatchObject({ lage: 'BEKRAFTAD', text: 'Laga kraft bekräftad 2018-04-20' });
    expect(doc(...passerad, bekraftad()).bekraftad).toMatchObject({ kalla: seal(kid, 'Besked från domstolen'), av: x(1) });
    const intygad: ParagrafEvent = { type: 'LagaKraftIntygad', data: { datum: '2018-04-25' } };
    given(...passerad, bekraftad()).when(intyga).then(intygad);
    given(...passerad, bekraftad(), intygad).when(intyga).then(intygad);
    given(...passerad, bekraftad()).when(bekrafta()).thenRefused('REDAN_BEKRAFTAD');
  });
  it('D2: bekräftas den utan fråga, eller före dagen, krävs skäl', () => {
    const utanFraga = given(oppnad(), justerad, anslagen('2018-03-22')).when(bekrafta());
    utanFraga.thenWarned('DOMSTOLEN_EJ_TILLFRAGAD');
    utanFraga.thenRefused('DOMSTOLEN_EJ_TILLFRAGAD', 'Ingen fråga till domstolen är antecknad. Ange hur det är känt att beslutet inte har överklagats (KL 13 kap. 4 §).', 'KL 13 kap. 4 §');
    const fore = given(oppnad(), justerad, anslagen('2018-04-06'), fragad);
    fore.when(bekrafta()).thenWarned('BEKRAFTAD_FORE_TIDIGAST');
    fore.when(bekrafta()).thenRefused('BEKRAFTAD_FORE_TIDIGAST', 'Beskedet är från 2018-04-20, men laga kraft är tidigast 2018-04-28. Ett överklagande kan ha kommit in efteråt.');
    expect(fore.when(bekrafta('2018-04-28')).outcome).toHaveLength(1);
    expect(given(oppnad(), justerad, fragad).when(bekrafta()).outcome).toHaveLength(1);
  });
  it('D2: domstolen tillfrågas tills den har svarat', () => {
    const fraga: ParagrafCommand = { type: 'FragaOmLagaKraft', data: { domstol: 'Förvaltningsrätten', datum: '2018-04-18' } };
    const passerad = [oppnad(), justerad, anslagen('2018-03-22')];
    given(...passerad).when(fraga).then(fragad);
    given(...passerad, fragad, bekraftad()).when(fraga).thenRefused('REDAN_BEKRAFTAD', 'Laga kraft är redan bekräftad.');
    given(...passerad, overklagat, bekraftad(true)).when(fraga).thenRefused('REDAN_BEKRAFTAD');
  });
  it('D2: att målet är hos domstolen noteras, och när det är avgjort kan det intygas men inte bekräftas igen', () => {
    const passerad = [oppnad(), justerad, anslagen('2018-03-22'), fragad];
    given(...passerad).when({ type: 'NoteraOverklagande', data: { mal: 'Mål 1', datum: '2018-04-11' } }).then(overklagat);
    given(...passerad, overklagat, bekraftad(true)).when(bekrafta()).thenRefused('REDAN_BEKRAFTAD', 'Laga kraft är redan bekräftad.');
    given(...passerad, overklagat, bekraftad(true)).when(intyga).then({ type: 'LagaKraftIntygad', data: { datum: '2018-04-25' } });
    given(...passerad, overklagat).when(intyga).thenWarned('LAGA_KRAFT_EJ_BEKRAFTAD');
  });
  it('D2: ett överklagande går före, och är det avgjort sägs det', () => {
    const overklagad = [oppnad(), justerad, anslagen('2018-03-22'), fragad, overklagat];
    expect(laget(...overklagad).lage).toBe('OVERKLAGAD');
    given(...overklagad).when(bekrafta()).then(bekraftad(true));
    expect(laget(...overklagad, bekraftad(true)).lage).toBe('AVGJORD_LAGA_KRAFT');
    expect(laget(oppnad(), justerad, anslagen('2018-03-22'), fragad, bekraftad(), overklagat).lage).toBe('OVERKLAGAD');
  });
  it('D2, M5: om ett remissvar finns inget att fråga, bekräfta eller intyga', () => {
    const svar = [oppnad({ overklagandeslag: 'EJ_OVERKLAGBART' }), justerad, anslagen('2018-03-22')];
    for (const command of [{ type: 'FragaOmLagaKraft', data: { domstol: 'x', datum: '2018-04-18' } } as ParagrafCommand, bekrafta(), intyga]) given(...svar).when(command).thenRefused('EJ_OVERKLAGBART');
  });
  it('D2: utan anslag, eller medan anslaget är brutet, intygas inget', () => {
    given(oppnad(), justerad).when(intyga).thenRefused('LAGA_KRAFT_EJ_BERAKNAD', 'Laga kraft kan inte beräknas: anslagsdatum saknas.');
    given(oppnad(), justerad, anslagen('2018-04-06'), nere('2018-04-06', '2018-04-20', true)).when(intyga)
      .thenRefused('LAGA_KRAFT_OBESTAMD', 'Laga kraft kan inte beräknas: anslaget har inte suttit uppe hela tiden (gör nytt anslag, C5).');
  });
  it('D2: att domstolen är tillfrågad gör ingen dag av det som ingen har, och då intygas det inte', () => {
    given(oppnad(), justerad, fragad).when(intyga).thenRefused('LAGA_KRAFT_EJ_BERAKNAD', 'Laga kraft kan inte beräknas: anslagsdatum saknas.');
    given(oppnad(), justerad, anslagen('2018-04-06'), nere('2018-04-06', '2018-04-20', true), fragad).when(intyga).thenRefused('LAGA_KRAFT_OBESTAMD');
  });
  it('D3: vid förvaltningsbesvär sägs vilken part som inte har fått del, inte att anslaget saknas', () => {
    const part: ParagrafEvent = { type: 'PartRegistrerad', data: { klass: 'oppen', part: x(1), namn: seal(kid, 'Part 1'), allman: false } };
    given(oppnad({ overklagandeslag: 'FORVALTNINGSBESVAR' }), part).when(intyga).thenRefused('LAGA_KRAFT_EJ_BERAKNAD', 'Delgivningsdatum saknas för part 1; överklagandetiden har inte börjat löpa.');
  });
  it('K4/C5: anslag 2026-11-30 nedtaget 2026-12-10 är obestämt; nytt anslag 2026-12-11 ger sista dag 2027-01-04 och tidigast 2027-01-05', () => {
    const brutet = [oppnad(), justerad, anslagen('2026-11-30'), nere('2026-11-30', '2026-12-10', true)];
    expect(laget(...brutet)).toMatchObject({ lage: 'OBESTAMD' });
    expect(laget(...brutet, anslagen('2026-12-11'))).toMatchObject({ lage: 'TIDIGAST', sista: '2027-01-04', tidigast: '2027-01-05' });
  });
  it('K4/C5: ett avbrott som inte bedöms bryta anslaget ändrar inget', () => {
    const avbrott = (brutet: boolean): ParagrafEvent => ({ type: 'AvbrottNoterat', data: { anslaget: '2018-04-06', datum: '2018-04-10', brutet } });
    expect(laget(oppnad(), justerad, anslagen('2018-04-06'), avbrott(false)).lage).toBe('TIDIGAST');
    expect(laget(oppnad(), justerad, anslagen('2018-04-06'), avbrott(true)).lage).toBe('OBESTAMD');
  });
  it('C5: taget ned i rätt tid står dagen kvar', () => expect(laget(oppnad(), justerad, anslagen('2018-04-06'), nere('2018-04-06', '2018-04-28', false))).toMatchObject({ lage: 'TIDIGAST', tidigast: '2018-04-28' }));

  it('vad som än begärs kastas inget, och regelns tillstånd säger detsamma om laga kraft som läsmodellen', () => {
    const dag = fc.integer({ min: 1, max: 31 }).map((n) => `2018-04-${String(n).padStart(2, '0')}`);
    const ja = fc.boolean();
    const command = fc.oneof<fc.Arbitrary<ParagrafCommand>[]>(
      dag.map((datum) => ({ type: 'NoteraJustering', data: { omgang: 1, omedelbar: false, datum } })), dag.map((datum) => ({ type: 'NoteraAnslag', data: { omgang: 1, datum } })),
      fc.tuple(dag, dag, ja).map(([anslaget, datum, brutet]) => ({ type: 'NoteraNedtagning', data: { anslaget, datum, brutet } })), fc.tuple(dag, dag, ja).map(([anslaget, datum, brutet]) => ({ type: 'NoteraAvbrott', data: { anslaget, datum, brutet } })),
      dag.map((datum) => ({ type: 'FragaOmLagaKraft', data: { domstol: 'd', datum } })), dag.map((datum) => ({ type: 'BekraftaLagaKraft', data: { datum, kalla: 'k' }, skal: { DOMSTOLEN_EJ_TILLFRAGAD: 'x', BEKRAFTAD_FORE_TIDIGAST: 'x' } })),
      dag.map((datum) => ({ type: 'NoteraOverklagande', data: { mal: 'm', datum } })), dag.map((datum) => ({ type: 'IntygaLagaKraft', data: { datum } })),
      fc.tuple(dag, ja).map(([datum, sak]) => ({ type: 'RattaParagraf', data: { text: 't', slag: sak ? 'saklig' : 'skrivfel', datum, skal: 's' } })), ja.map((hemlig) => ({ type: 'NoteraKlass', data: { klass: hemlig ? 'sekretess' : 'oppen' } })),
    );
    fc.assert(fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      let events: readonly ParagrafEvent[] = [oppnad()];
      for (const wish of commands) {
        const outcome = paragraf.decide(wish, fold(paragraf, events), { id, by: x(1), roll: 'namndsekreterare', at: '2018-03-21T12:00:00.000Z', command: x(2) });
        if (!isRefusal(outcome)) events = [...events, ...outcome];
      }
      const state = fold(paragraf, events);
      expect(state.skede === 'finns' && lagaKraftFor(state)).toEqual(laget(...events));
    }), { numRuns: 200 });
  });
});
