import { seal, streamId } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { paragraf, type ParagrafCommand } from './paragraf.decider';
import type { ParagrafEvent } from './paragraf.events';
import { paragrafensKlockor } from './paragraf.klockor.projection';
import { lagaKraftFor } from './paragraf.lagakraft.projection';
import { paragrafdokument } from '../../test/exempel/paragraf';

const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const id = x(0xaa);
const kid = `paragraf:${id}`;
const NU = '2026-12-31T12:00:00.000Z';
const { given } = specify(paragraf, { id, at: NU });
const hit = (slag: string): string => streamId(slag, '00000000-0000-4000-8000-0000000000bb', '00000000-0000-4000-8000-0000000000cc');

const oppnad = (overklagandeslag: 'LAGLIGHETSPROVNING' | 'FORVALTNINGSBESVAR' = 'FORVALTNINGSBESVAR', datum = '2026-11-25'): ParagrafEvent =>
  ({ type: 'ParagrafOppnad', data: { sammantrade: x(500), ar: 2026, nr: 47, datum, beslutstyp: 'bifalla', overklagandeslag, klass: 'sekretess' } });
const part = (n: number, over: object = {}): ParagrafEvent => ({ type: 'PartRegistrerad', data: { klass: 'sekretess', part: x(n), namn: seal(kid, `Part ${n}`), allman: false, ...over } });
const fick = (n: number, datum: string, over: object = {}): ParagrafEvent => ({ type: 'DelfaendeNoterat', data: { klass: 'sekretess', part: x(n), datum, satt: 'mottagningsbevis', ...over } });
const inkom = (datum: string, n = 1): ParagrafEvent => ({ type: 'OverklagandeInkommet', data: { klass: 'sekretess', overklagande: x(900), part: x(n), datum } });
const provad = (iTid: boolean, over: object = {}): ParagrafEvent => ({ type: 'RattidProvad', data: { klass: 'sekretess', overklagande: x(900), datum: '2026-12-30', sista: '2026-12-22', iTid, ...over } });
const bestam = (over: object = {}): ParagrafCommand => ({ type: 'BestamOverklagandeslag', data: { overklagandeslag: 'FORVALTNINGSBESVAR', lagrum: 'SoL 35 kap. 1 §', skal: 'Beslut om bistånd', ...over } });
const notera = (over: object = {}): ParagrafCommand => ({ type: 'NoteraDelfaende', data: { part: x(1), datum: '2026-12-03', satt: 'mottagningsbevis', ...over } });
const prova = (over: object = {}): ParagrafCommand => ({ type: 'ProvaRattid', data: { overklagande: x(900), datum: '2026-12-30', ...over } });
const overlamna: ParagrafCommand = { type: 'OverlamnaOverklagande', data: { overklagande: x(900), datum: '2026-12-31', domstol: 'Förvaltningsrätten' } };
const laget = (...events: readonly ParagrafEvent[]) => lagaKraftFor(paragrafdokument(...events));

describe('Överklagandeslaget', () => {
  it('D1: förvaltningsbesvär finns bara där en särskild regel ger det, och den anges', () => {
    given(oppnad('LAGLIGHETSPROVNING')).when(bestam({ lagrum: undefined })).thenRefused('LAGRUM_SAKNAS', 'Ange den bestämmelse som ger rätt att överklaga genom förvaltningsbesvär. Utan en sådan laglighetsprövas beslutet (KL 13 kap. 3 §).', 'KL 13 kap. 3 §');
    given(oppnad()).when(bestam({ overklagandeslag: 'LAGLIGHETSPROVNING', lagrum: undefined })).then({ type: 'OverklagandeslagBestamt', data: { klass: 'sekretess', overklagandeslag: 'LAGLIGHETSPROVNING', skal: seal(kid, 'Beslut om bistånd') } });
    given(oppnad('LAGLIGHETSPROVNING')).when(bestam()).then({ type: 'OverklagandeslagBestamt', data: { klass: 'sekretess', overklagandeslag: 'FORVALTNINGSBESVAR', lagrum: 'SoL 35 kap. 1 §', skal: seal(kid, 'Beslut om bistånd') } });
    given(oppnad()).when(bestam()).thenNothing();
    given(oppnad('LAGLIGHETSPROVNING')).when(bestam({ skal: ' ' })).thenRefused('SKAL_SAKNAS');
    given(oppnad(), { type: 'LagaKraftBekraftad', data: { datum: '2026-12-31', kalla: seal(kid, 'x'), efterOverklagande: false } }).when(bestam({ overklagandeslag: 'LAGLIGHETSPROVNING' })).thenRefused('REDAN_BEKRAFTAD', 'Laga kraft är redan bekräftad.');
  });
  it('D1: en beslutspunkt kan ha ett eget slag, och då sin egen klocka', () => {
    for (const [beslutspunkt, antal] of [[3, 2], [0, 2], [1, undefined]]) given(oppnad('LAGLIGHETSPROVNING')).when(bestam({ beslutspunkt, antal })).thenRefused('BESLUTSPUNKTEN_FINNS_INTE', `Beslutet i § 47 har ingen punkt ${beslutspunkt}.`);
    expect(given(oppnad('LAGLIGHETSPROVNING')).when(bestam({ beslutspunkt: 1, antal: 2 })).outcome).toHaveLength(1);
    const punkten: ParagrafEvent = { type: 'OverklagandeslagBestamt', data: { klass: 'sekretess', beslutspunkt: 2, overklagandeslag: 'FORVALTNINGSBESVAR', lagrum: 'SoL 35 kap. 1 §', skal: seal(kid, 'Beslut om bistånd') } };
    given(oppnad('LAGLIGHETSPROVNING')).when(bestam({ beslutspunkt: 2, antal: 2 })).then(punkten);
    given(oppnad('LAGLIGHETSPROVNING'), punkten).when(bestam({ beslutspunkt: 2, antal: 2 })).thenNothing();
    // The § has its own kind still, and the same kind may be set for the whole of it.
    given(oppnad('LAGLIGHETSPROVNING'), punkten).when(bestam()).then({ type: 'OverklagandeslagBestamt', data: { klass: 'sekretess', overklagandeslag: 'FORVALTNINGSBESVAR', lagrum: 'SoL 35 kap. 1 §', skal: seal(kid, 'Beslut om bistånd') } });
    const hela: ParagrafEvent = { type: 'OverklagandeslagBestamt', data: { klass: 'sekretess', overklagandeslag: 'FORVALTNINGSBESVAR', lagrum: 'SoL 35 kap. 1 §', skal: seal(kid, 'x') } };
    given(oppnad('LAGLIGHETSPROVNING'), hela).when(bestam()).thenNothing();
    const anslaget: ParagrafEvent = { type: 'AnslagNoterat', data: { omgang: 1, datum: '2026-12-03' } };
    const doc = paragrafdokument(oppnad('LAGLIGHETSPROVNING'), punkten, anslaget, part(1), fick(1, '2026-12-01'));
    expect(lagaKraftFor(doc)).toMatchObject({ sista: '2026-12-28', lagrum: 'KL 13 kap. 5 §, lag (1930:173) 1–2 §§' });
    expect(lagaKraftFor(doc, 'FORVALTNINGSBESVAR')).toMatchObject({ sista: '2026-12-22', lagrum: 'FL 44 §, lag (1930:173) 1–2 §§' });
  });
});

describe('Parterna', () => {
  it('har ett namn eller är en registrerad person, en gång', () => {
    given(oppnad()).when({ type: 'RegistreraPart', data: { namn: 'Part' } }).then({ type: 'PartRegistrerad', data: { klass: 'sekretess', part: hit('part'), namn: seal(kid, 'Part'), allman: false } });
    given(oppnad()).when({ type: 'RegistreraPart', data: { namn: ' ' } }).thenRefused('NAMN_SAKNAS', 'Ange vem parten är.');
    const tva = [oppnad(), part(1, { person: x(7) }), part(2)];
    given(...tva).when({ type: 'RegistreraPart', data: { person: x(7) } }).thenRefused('PARTEN_FINNS_REDAN', `{person:${x(7)}} är redan part i § 47.`);
    given(...tva).when({ type: 'RegistreraPart', data: { person: x(8), allman: true } }).then({ type: 'PartRegistrerad', data: { klass: 'sekretess', part: hit('part'), person: x(8), allman: true } });
    given(...tva).when({ type: 'RegistreraPart', data: { namn: 'Part' } }).then({ type: 'PartRegistrerad', data: { klass: 'sekretess', part: hit('part'), namn: seal(kid, 'Part'), allman: false } });
    given(oppnad(), part(1)).when({ type: 'StrykPart', data: { part: x(1), skal: 'Fel ärende' } }).then({ type: 'PartStruken', data: { klass: 'sekretess', part: x(1), skal: seal(kid, 'Fel ärende') } });
    given(oppnad(), part(1)).when({ type: 'StrykPart', data: { part: x(1), skal: '' } }).thenRefused('SKAL_SAKNAS');
    given(oppnad()).when({ type: 'StrykPart', data: { part: x(1), skal: 'x' } }).thenRefused('PARTEN_FINNS_INTE', 'Parten finns inte i § 47.');
    const struken: ParagrafEvent = { type: 'PartStruken', data: { klass: 'sekretess', part: x(1), skal: seal(kid, 'Fel ärende') } };
    given(oppnad(), part(1), part(2), struken).when({ type: 'StrykPart', data: { part: x(1), skal: 'x' } }).thenRefused('PARTEN_FINNS_INTE');
    given(oppnad(), part(1), part(2), struken).when({ type: 'StrykPart', data: { part: x(2), skal: 'Fel ärende' } }).then({ type: 'PartStruken', data: { klass: 'sekretess', part: x(2), skal: seal(kid, 'Fel ärende') } });
  });
  it('D3: beslut 2026-11-25, parten fick del 2026-12-03: sista dag 2026-12-28, laga kraft tidigast 2026-12-29, och varför', () => {
    given(oppnad(), part(1)).when(notera()).then(fick(1, '2026-12-03'));
    const svar = laget(oppnad(), part(1), fick(1, '2026-12-03'));
    expect(svar).toMatchObject({ lage: 'TIDIGAST', sista: '2026-12-28', tidigast: '2026-12-29', text: 'Laga kraft tidigast 2026-12-29' });
    expect(svar.varfor.join(' ')).toContain('Part 1 fick del av beslutet 2026-12-03 (torsdag)');
    expect(svar.varfor.join(' ')).toContain('2026-12-24 är julafton');
  });
  it('K4/D3: två parter fick del 2026-12-01 och 2026-12-03: sista dagar 2026-12-22 och 2026-12-28, laga kraft tidigast 2026-12-29', () => {
    const doc = paragrafdokument(oppnad(), part(1), part(2), fick(1, '2026-12-01'), fick(2, '2026-12-03'));
    expect(paragrafensKlockor(doc).map(({ regel, lag }) => [regel, lag])).toEqual([['overklagande.part 1', '2026-12-22'], ['overklagande.part 2', '2026-12-28'], ['laga_kraft', '2026-12-29']]);
    expect(lagaKraftFor(doc).tidigast).toBe('2026-12-29');
  });
  it('D3: en okänd dag gissas aldrig, och det sägs vilken part som saknar den', () => {
    expect(laget(oppnad(), part(1), part(2), fick(1, '2026-12-01'))).toMatchObject({ lage: 'EJ_BERAKNAD', text: 'Delgivningsdatum saknas för part 2; överklagandetiden har inte börjat löpa.' });
    expect(laget(oppnad()).lage).toBe('EJ_BERAKNAD');
  });
  it('D3: den som företräder det allmänna räknas från beslutet', () => expect(laget(oppnad(), part(1, { allman: true }))).toMatchObject({ sista: '2026-12-16', tidigast: '2026-12-17' }));
  it('D3: företräds parten av flera räknas den sista av dem; samma mottagare noterad igen räknas om', () => {
    const [far, mor] = [{ mottagare: x(71) }, { mottagare: x(72) }];
    expect(laget(oppnad(), part(1), fick(1, '2026-12-01', far), fick(1, '2026-12-03', mor)).sista).toBe('2026-12-28');
    expect(laget(oppnad(), part(1), fick(1, '2026-12-01', far), fick(1, '2026-12-03', mor), fick(1, '2026-12-01', mor)).sista).toBe('2026-12-22');
  });
  it('D3: ingen får del av ett beslut före det, eller i framtiden', () => {
    given(oppnad(), part(1)).when(notera({ datum: '2026-11-24' })).thenRefused('DELFAENDE_FORE_BESLUTET', 'Dagen då part 1 fick del av beslutet (2026-11-24) ligger före beslutet (2026-11-25). Kontrollera datum.');
    given(oppnad(), part(1)).when(notera({ datum: '2027-01-01' })).thenRefused('DATUM_I_FRAMTIDEN', 'Datumet 2027-01-01 har inte varit än.');
    given(oppnad(), part(1)).when(notera({ datum: '2026-11-25' })).then(fick(1, '2026-11-25'));
    given(oppnad()).when(notera()).thenRefused('PARTEN_FINNS_INTE');
    given(oppnad(), part(2)).when(notera()).thenRefused('PARTEN_FINNS_INTE');
  });
  it('D3: noteras en gång för varje part och mottagare, med beviset; ett annat sätt är ett nytt faktum', () => {
    const [far, mor] = [{ mottagare: x(71) }, { mottagare: x(72) }];
    given(oppnad(), part(1), part(2), fick(1, '2026-12-03')).when(notera()).thenNothing();
    given(oppnad(), part(1), part(2), fick(1, '2026-12-03')).when(notera({ part: x(2) })).then(fick(2, '2026-12-03'));
    given(oppnad(), part(1), fick(1, '2026-12-03')).when(notera({ satt: 'delgivning', bevis: 'Kvitto' })).then(fick(1, '2026-12-03', { satt: 'delgivning', bevis: seal(kid, 'Kvitto') }));
    given(oppnad(), part(1), fick(1, '2026-12-01', far), fick(1, '2026-12-03', mor)).when(notera(mor)).thenNothing();
    given(oppnad(), part(1), fick(1, '2026-12-01', far), fick(1, '2026-12-03', mor)).when(notera(far)).then(fick(1, '2026-12-03', far));
    given(oppnad(), part(1), fick(1, '2026-12-03', far)).when(notera()).then(fick(1, '2026-12-03'));
    given(oppnad(), part(1), fick(1, '2026-12-03', far), fick(1, '2026-12-01', mor)).when(notera(far)).thenNothing();
    // Noted again for the same mottagare it is the later note that counts.
    given(oppnad(), part(1), fick(1, '2026-12-03', far), fick(1, '2026-12-01', far)).when(notera({ ...far, datum: '2026-12-01' })).thenNothing();
  });
  it('D3: kungörelsedelgivning i socialtjänstens myndighetsutövning varnar (SoL 14:12)', () => {
    given(oppnad(), part(1)).when(notera({ satt: 'kungorelsedelgivning' })).thenWarned('DELGIVNINGSSATT_I_SOCIALTJANST');
    // Weighed where it was sent.
    given(oppnad(), part(1)).when(notera({ satt: 'kungorelsedelgivning', mottagare: x(71) })).then(fick(1, '2026-12-03', { satt: 'kungorelsedelgivning', mottagare: x(71) }));
  });
});

describe('Ett överklagande som kommer in till nämnden', () => {
  const delgiven = [oppnad(), part(1), fick(1, '2026-12-01')];
  it('noteras med dagen det kom in, och beslutet är då överklagat', () => {
    given(...delgiven).when({ type: 'TaEmotOverklagande', data: { part: x(1), datum: '2026-12-22' } }).then({ type: 'OverklagandeInkommet', data: { klass: 'sekretess', overklagande: hit('overklagande'), part: x(1), datum: '2026-12-22' } });
    given(...delgiven).when({ type: 'TaEmotOverklagande', data: { datum: '2026-12-22' } }).thenRefused('NAMN_SAKNAS', 'Ange vem som överklagar.');
    given(...delgiven).when({ type: 'TaEmotOverklagande', data: { av: 'En granne', datum: '2026-11-25' } }).then({ type: 'OverklagandeInkommet', data: { klass: 'sekretess', overklagande: hit('overklagande'), av: seal(kid, 'En granne'), datum: '2026-11-25' } });
    given(...delgiven, part(2)).when({ type: 'TaEmotOverklagande', data: { part: x(1), datum: '2026-12-22' } }).then({ type: 'OverklagandeInkommet', data: { klass: 'sekretess', overklagande: hit('overklagande'), part: x(1), datum: '2026-12-22' } });
    given(...delgiven).when({ type: 'TaEmotOverklagande', data: { part: x(2), datum: '2026-12-22' } }).thenRefused('PARTEN_FINNS_INTE');
    given(...delgiven).when({ type: 'TaEmotOverklagande', data: { part: x(1), datum: '2026-11-24' } }).thenRefused('OVERKLAGANDE_FORE_BESLUTET', 'Överklagandet 2026-11-24 ligger före beslutet 2026-11-25. Kontrollera datum.');
    expect(laget(...delgiven, inkom('2026-12-22')).lage).toBe('OVERKLAGAD');
  });
  it('FL 45: i rätt tid på partens sista dag, för sent dagen efter', () => {
    given(...delgiven, inkom('2026-12-22')).when(prova()).then(provad(true));
    given(...delgiven, inkom('2026-12-23')).when(prova()).then(provad(false));
    expect(laget(...delgiven, inkom('2026-12-23'), provad(false))).toMatchObject({ lage: 'TIDIGAST', tidigast: '2026-12-23' });
    given(...delgiven, inkom('2026-12-23'), provad(false)).when(prova()).thenRefused('RATTID_REDAN_PROVAD', 'Det är redan prövat om överklagandet kom in i rätt tid.');
    given(...delgiven).when(prova()).thenRefused('OVERKLAGANDET_FINNS_INTE', 'Överklagandet finns inte.');
    given(...delgiven, inkom('2026-12-31')).when(prova()).thenRefused('FORE_OVERKLAGANDET', 'Överklagandet kom in först 2026-12-31.');
    given(...delgiven, inkom('2026-12-30')).when(prova()).then(provad(false));
  });
  it('D3, FL 45: av flera parter har var och en sin dag, och vart och ett av överklagandena sin prövning', () => {
    const tva = [oppnad(), part(1), part(2), fick(1, '2026-12-01'), fick(2, '2026-12-03')];
    given(...tva, inkom('2026-12-23', 2)).when(prova()).then(provad(true, { sista: '2026-12-28' }));
    const annat: ParagrafEvent = { type: 'OverklagandeInkommet', data: { klass: 'sekretess', overklagande: x(901), part: x(2), datum: '2026-12-23' } };
    const annat901 = { type: 'RattidProvad', data: { klass: 'sekretess', overklagande: x(901), datum: '2026-12-30', sista: '2026-12-28', iTid: true } } as const satisfies ParagrafEvent;
    given(...tva, inkom('2026-12-23'), annat, provad(false)).when(prova({ overklagande: x(901) })).then(annat901);
    const over = { ...overlamna, data: { ...overlamna.data, overklagande: x(901) } } as ParagrafCommand;
    const overlamnat: ParagrafEvent = { type: 'OverklagandeOverlamnat', data: { klass: 'sekretess', overklagande: x(901), datum: '2026-12-31', domstol: seal(kid, 'Förvaltningsrätten') } };
    given(...tva, inkom('2026-12-23'), annat, provad(false), annat901).when(over).then(overlamnat);
    given(...tva, inkom('2026-12-22'), annat, provad(true), annat901, overlamnat).when(overlamna).then({ type: 'OverklagandeOverlamnat', data: { ...overlamnat.data, overklagande: x(900) } as never });
  });
  it('FL 45: den som inte är part har ingen dag att räkna från, så det avvisas inte som för sent', () => {
    const grannen: ParagrafEvent = { type: 'OverklagandeInkommet', data: { klass: 'sekretess', overklagande: x(900), datum: '2026-12-30' } };
    given(...delgiven, grannen).when(prova()).then({ type: 'RattidProvad', data: { klass: 'sekretess', overklagande: x(900), datum: '2026-12-30', iTid: true } });
  });
  it('FL 45: sent avvisas inte när underrättelsen var fel, och det sägs varför', () => {
    given(...delgiven, inkom('2026-12-23')).when(prova({ undantag: 'felaktig_underrattelse' })).thenRefused('SKAL_SAKNAS');
    given(...delgiven, inkom('2026-12-23')).when(prova({ undantag: 'felaktig_underrattelse', skal: 'Fel dag i hänvisningen' })).then(provad(true, { undantag: 'felaktig_underrattelse', skal: seal(kid, 'Fel dag i hänvisningen') }));
  });
  it('FL 45: innan parten fick del har tiden inte börjat', () =>
    given(oppnad(), part(1), inkom('2026-12-23')).when(prova()).then({ type: 'RattidProvad', data: { klass: 'sekretess', overklagande: x(900), datum: '2026-12-30', iTid: true } }));
  it('FL 46: överlämnas sedan rättiden är prövad, en gång, och inte det som ska avvisas', () => {
    given(...delgiven, inkom('2026-12-22')).when(overlamna).thenRefused('RATTID_EJ_PROVAD', 'Pröva först om överklagandet kom in i rätt tid (FL 45 §).', 'FL 45 §');
    given(...delgiven, inkom('2026-12-31'), provad(true)).when({ ...overlamna, data: { ...overlamna.data, datum: '2026-12-30' } } as ParagrafCommand).thenRefused('FORE_OVERKLAGANDET', 'Överklagandet kom in först 2026-12-31.');
    expect(given(...delgiven, inkom('2026-12-31'), provad(true)).when(overlamna).outcome).toHaveLength(1);
    given(...delgiven, inkom('2026-12-23'), provad(false)).when(overlamna).thenRefused('KOM_IN_FOR_SENT', 'Överklagandet kom in för sent och ska avvisas, inte överlämnas (FL 45 §).', 'FL 45 §');
    const overlamnat: ParagrafEvent = { type: 'OverklagandeOverlamnat', data: { klass: 'sekretess', overklagande: x(900), datum: '2026-12-31', domstol: seal(kid, 'Förvaltningsrätten') } };
    given(...delgiven, inkom('2026-12-22'), provad(true)).when(overlamna).then(overlamnat);
    given(...delgiven, inkom('2026-12-22'), provad(true), overlamnat).when(overlamna).thenRefused('REDAN_OVERLAMNAT', 'Överklagandet överlämnades 2026-12-31.');
    given(...delgiven).when(overlamna).thenRefused('OVERKLAGANDET_FINNS_INTE');
  });
  it('M7: vid laglighetsprövning prövar domstolen tiden, och det som kom till kommunen överlämnas', () => {
    given(oppnad('LAGLIGHETSPROVNING'), part(1), inkom('2026-12-22')).when(prova()).thenRefused('RATTID_PROVAS_AV_DOMSTOLEN', 'Vid laglighetsprövning prövar förvaltningsrätten om överklagandet kom in i rätt tid. Överlämna det.', 'KL 13 kap. 5 §');
    given(oppnad('LAGLIGHETSPROVNING'), part(1), inkom('2026-12-22')).when(overlamna).then({ type: 'OverklagandeOverlamnat', data: { klass: 'sekretess', overklagande: x(900), datum: '2026-12-31', domstol: seal(kid, 'Förvaltningsrätten') } });
  });
  it('FL 45: hittas ett i rätt tid efter bekräftelsen är laga kraft inte längre bekräftad', () => {
    const bekraftad: ParagrafEvent = { type: 'LagaKraftBekraftad', data: { datum: '2026-12-29', kalla: seal(kid, 'x'), efterOverklagande: false } };
    expect(laget(...delgiven, bekraftad, inkom('2026-12-22')).lage).toBe('BEKRAFTAD');
    expect(laget(...delgiven, bekraftad, inkom('2026-12-22'), provad(true)).lage).toBe('OVERKLAGAD');
  });
});

describe('Paragrafens klockor', () => {
  it('FL 33: en part som inte har fått del är en skyldighet, utan namn', () =>
    expect(paragrafensKlockor(paragrafdokument(oppnad(), part(1)))).toMatchObject([{ slag: 'skyldighet', regel: 'delfaende.part 1', lag: '2026-11-25', galler: '§ 47 2026-11-25', lagrum: 'FL 33 §' }]));
  it('FL 45–46: ett inkommet överklagande är en skyldighet tills det är prövat och överlämnat', () => {
    const klockor = (...events: readonly ParagrafEvent[]) => paragrafensKlockor(paragrafdokument(oppnad(), part(1), fick(1, '2026-12-01'), ...events)).filter(({ slag }) => slag === 'skyldighet').map(({ regel, lagrum }) => [regel, lagrum]);
    expect(klockor(inkom('2026-12-22'))).toEqual([['rattid.1', 'FL 45 §']]);
    expect(klockor(inkom('2026-12-22'), provad(true))).toEqual([['overlamna.1', 'FL 46 §']]);
    expect(klockor(inkom('2026-12-22'), provad(false))).toEqual([]);
    expect(klockor(inkom('2026-12-22'), provad(true), { type: 'OverklagandeOverlamnat', data: { klass: 'sekretess', overklagande: x(900), datum: '2026-12-31', domstol: seal(kid, 'F') } })).toEqual([]);
  });
  it('D2: från anslaget löper sista dag, laga kraft tidigast och när domstolen kan tillfrågas, gemensamt för protokollets paragrafer', () => {
    const anslaget: ParagrafEvent = { type: 'AnslagNoterat', data: { omgang: 2, datum: '2026-12-03' } };
    const laglig = (...events: readonly ParagrafEvent[]) => paragrafensKlockor(paragrafdokument(oppnad('LAGLIGHETSPROVNING'), anslaget, ...events));
    expect(laglig().map(({ regel, lag, visasTill, grupp }) => [regel, lag, visasTill, grupp?.id])).toEqual([
      ['overklagande', '2026-12-28', '2026-12-28', `${x(500)} 2`], ['laga_kraft', '2026-12-29', '2027-01-28', `${x(500)} 2`], ['fraga_domstolen', '2027-01-04', '2027-02-03', `${x(500)} 2`],
    ]);
    expect(laglig({ type: 'NedtagningNoterad', data: { anslaget: '2026-12-03', datum: '2026-12-10', brutet: true } })).toEqual([]);
    expect(laglig(inkom('2026-12-22')).map(({ regel }) => regel)).toEqual(['overlamna.1']);
    expect(paragrafensKlockor(paragrafdokument({ ...oppnad(), data: { ...oppnad().data, overklagandeslag: 'EJ_OVERKLAGBART' } } as ParagrafEvent, anslaget))).toEqual([]);
  });
  it('D2: en obesvarad fråga till domstolen påminns det om tills svaret kommer', () => {
    const fragad: ParagrafEvent = { type: 'LagaKraftEfterfragad', data: { domstol: seal(kid, 'F'), datum: '2026-12-30' } };
    expect(paragrafensKlockor(paragrafdokument(oppnad('LAGLIGHETSPROVNING'), fragad))).toMatchObject([{ regel: 'domstolens_svar', lag: '2027-01-13' }]);
    expect(paragrafensKlockor(paragrafdokument(oppnad('LAGLIGHETSPROVNING'), fragad, { type: 'LagaKraftBekraftad', data: { datum: '2026-12-31', kalla: seal(kid, 'x'), efterOverklagande: false } }))).toEqual([]);
  });
});
