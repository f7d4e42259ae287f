import { idOf, type Recorded, seal, streamId } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { expediering, type ExpedieringCommand, type Utdraget } from './expediering.decider';
import type { ExpedieringEvent } from './expediering.events';
import { expedieringensKlockor } from './expediering.klockor.projection';
import { type Expediering, expedieringen } from './expediering.projection';
import { noteraDelfaende, noteraExpedierad } from './expediering.reactions';

const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const id = x(0xaa);
const kid = `paragraf:${id}`;
const { given } = specify(expediering, { id, at: '2026-12-31T12:00:00.000Z' });
const ny = (slag: string): string => streamId(slag, '00000000-0000-4000-8000-0000000000bb', '00000000-0000-4000-8000-0000000000cc');
const HASH = 'ab'.repeat(32);

const om = { namnd: x(900), sammantrade: x(500), ar: 2026, nr: 47, datum: '2026-11-25', klass: 'oppen' } as const;
const lista = (slag: 'ej_angivet' | 'myndighet' = 'myndighet'): ExpedieringEvent => ({ type: 'ExpedieringslistaUpprattad', data: { ...om, ur: 'angiven', mottagare: [{ mottagare: x(1), slag, namn: seal(kid, 'Tillsynen') }] } });
const far = (slag: 'part' | 'vardnadshavare' | 'ledamot' | 'enskild' | 'egen_forvaltning' = 'part', over: object = {}): ExpedieringEvent => ({ type: 'MottagareTillagd', data: { klass: 'oppen', mottagare: x(2), slag, namn: seal(kid, 'Någon'), part: x(71), farSeVistelseort: false, ...over } });
const adress = (osaker: boolean): ExpedieringEvent => ({ type: 'AdressAngiven', data: { klass: 'oppen', mottagare: x(2), adress: seal(kid, 'Gatan 1'), osaker } });
const bekraftad: ExpedieringEvent = { type: 'AdressBekraftad', data: { klass: 'oppen', mottagare: x(2), datum: '2026-12-01', galler: seal(kid, 'Någon'), handlaggare: seal(kid, 'H') } };
const skyddad: ExpedieringEvent = { type: 'VistelseortSkyddad', data: { klass: 'oppen', uppgifter: [seal(kid, 'Hemliga gatan 7')], lagrum: 'LVU 14 §' } };
const underlag = (over: Partial<Utdraget> = {}): Utdraget =>
  ({ klass: 'oppen', justerad: '2026-12-01', overklagandeslag: 'FORVALTNINGSBESVAR', slagen: ['FORVALTNINGSBESVAR'], form: 1, hash: HASH, salt: 'cd'.repeat(32), handlingar: [], avslojar: false, motiveringSaknas: false, ...over });
const skicka = (over: object = {}, under: Partial<Utdraget> = {}, skal?: Record<string, string>): ExpedieringCommand =>
  ({ type: 'SkickaUtdrag', data: { mottagare: x(2), datum: '2026-12-02', satt: 'rekommenderat', underlag: underlag(under), ...over }, ...(skal && { skal }) });
const skickat = (over: object = {}): Extract<ExpedieringEvent, { type: 'UtdragSkickat' }> => ({
  type: 'UtdragSkickat', data: { klass: 'oppen', mottagare: x(2), utdrag: ny('utdrag'), datum: '2026-12-02', satt: 'rekommenderat', expediering: true, overklagandeslag: 'FORVALTNINGSBESVAR', form: 1, hash: HASH, salt: seal(kid, 'cd'.repeat(32)), handlingar: [], ...over },
});
const ersatt: ExpedieringEvent = { type: 'UtdragErsatt', data: { mottagare: x(2), utdrag: ny('utdrag'), skal: 'rattad' } };
const delgiven = (over: object = {}): ExpedieringCommand => ({ type: 'NoteraDelgivning', data: { mottagare: x(2), datum: '2026-12-03', satt: 'mottagningsbevis', ...over } });
const recorded = (event: ExpedieringEvent, i = 0): Recorded<ExpedieringEvent> => ({ ...event, stream: `expediering-${id}`, namnd: x(900), by: x(1), at: '2026-12-10T12:00:00.000Z', version: i + 1 }) as unknown as Recorded<ExpedieringEvent>;
const dokument = (...events: readonly ExpedieringEvent[]): Expediering => events.reduce<Expediering | undefined>((doc, event, i) =>
  (expedieringen.on[event.type] as (doc: Expediering | undefined, event: unknown) => Expediering | undefined)(doc, recorded(event, i)), undefined)!;

describe('Expedieringslistan', () => {
  const uppratta = (over: object = {}, under: object | undefined = {}): ExpedieringCommand =>
    ({ type: 'UpprattaExpedieringslista', data: { sammantrade: x(500), punkt: id, ...over, ...(under !== undefined && { underlag: { ...om, skickasTill: ['Ekonomi', 'Sökanden'], ...under } }) } }) as ExpedieringCommand;
  it('C7: ”Beslutet skickas till” i tjänsteskrivelsen blir listan', () =>
    given().when(uppratta()).then({ type: 'ExpedieringslistaUpprattad', data: { ...om, ur: 'tjansteskrivelse', mottagare: [{ mottagare: ny('mottagare 0'), slag: 'ej_angivet', namn: seal(kid, 'Ekonomi') }, { mottagare: ny('mottagare 1'), slag: 'ej_angivet', namn: seal(kid, 'Sökanden') }] } }));
  it('kan sägas i stället, och upprättas en gång för en paragraf som finns', () => {
    given().when(uppratta({ mottagare: [{ namn: 'Tillsynen', slag: 'myndighet' }] })).then({ type: 'ExpedieringslistaUpprattad', data: { ...om, ur: 'angiven', mottagare: [{ mottagare: ny('mottagare 0'), slag: 'myndighet', namn: seal(kid, 'Tillsynen') }] } });
    given(lista()).when(uppratta()).thenRefused('LISTAN_FINNS_REDAN');
    given().when({ type: 'UpprattaExpedieringslista', data: { sammantrade: x(500), punkt: id } }).thenRefused('PARAGRAFEN_FINNS_INTE');
    given().when({ type: 'StrykMottagare', data: { mottagare: x(1), skal: 'x' } }).thenRefused('LISTAN_FINNS_INTE');
  });
  it('läses in med sin källa, bara från tiden före start, och då löper ingen klocka', () => {
    const lasIn = (under: object = { startdatum: '2027-01-01' }, kalla = 'Protokollet'): ExpedieringCommand => ({ type: 'LasInExpedieringslista', data: { sammantrade: x(500), punkt: id, mottagare: [{ namn: 'Sökanden' }], kalla, underlag: { ...om, skickasTill: [], ...under } } });
    const inlast: ExpedieringEvent = { type: 'ExpedieringslistaInlast', data: { ...om, kalla: seal(kid, 'Protokollet'), mottagare: [{ mottagare: ny('mottagare 0'), slag: 'ej_angivet', namn: seal(kid, 'Sökanden') }] } };
    given().when(lasIn()).then(inlast);
    given().when(lasIn({})).thenRefused('INTE_FORE_START');
    given().when(lasIn({ startdatum: '2026-11-25' })).thenRefused('INTE_FORE_START');
    given().when(lasIn({ startdatum: '2027-01-01' }, ' ')).thenRefused('KALLA_SAKNAS');
    expect(expedieringensKlockor(dokument(inlast))).toEqual([]);
  });
  it('D3: en part sägs vara vilken, och är registrerad i paragrafen', () => {
    given(lista()).when({ type: 'LaggTillMottagare', data: { slag: 'part', namn: 'Någon' } }).thenRefused('PART_SAKNAS');
    given(lista()).when({ type: 'LaggTillMottagare', data: { slag: 'part', part: x(71), partFinns: false } }).thenRefused('PARTEN_FINNS_INTE');
    given(lista()).when({ type: 'LaggTillMottagare', data: { slag: 'part', part: x(71), partFinns: true } }).then({ type: 'MottagareTillagd', data: { klass: 'oppen', mottagare: ny('mottagare'), slag: 'part', part: x(71), farSeVistelseort: false } });
    given(lista()).when({ type: 'LaggTillMottagare', data: { slag: 'enskild' } }).thenRefused('NAMN_SAKNAS');
    given(lista()).when({ type: 'AndraMottagare', data: { mottagare: x(1), slag: 'part' } }).thenRefused('PART_SAKNAS');
    given(lista()).when({ type: 'AndraMottagare', data: { mottagare: x(1), slag: 'myndighet' } }).thenNothing();
    given(lista()).when({ type: 'AndraMottagare', data: { mottagare: x(9), slag: 'myndighet' } }).thenRefused('MOTTAGAREN_FINNS_INTE');
  });
  it('stryks med skäl, men inte sedan något är skickat', () => {
    given(lista(), far()).when({ type: 'StrykMottagare', data: { mottagare: x(2), skal: 'Fel ärende' } }).then({ type: 'MottagareStruken', data: { klass: 'oppen', mottagare: x(2), skal: seal(kid, 'Fel ärende') } });
    given(lista(), far()).when({ type: 'StrykMottagare', data: { mottagare: x(2), skal: '' } }).thenRefused('SKAL_SAKNAS');
    given(lista(), far(), skickat()).when({ type: 'StrykMottagare', data: { mottagare: x(2), skal: 'x' } }).thenRefused('REDAN_SKICKAT');
  });
});

describe('Adressen', () => {
  const ange = (over: object = {}): ExpedieringCommand => ({ type: 'AngeAdress', data: { mottagare: x(2), adress: 'Gatan 1', ...over } });
  const bekrafta: ExpedieringCommand = { type: 'BekraftaAdress', data: { mottagare: x(2), datum: '2026-12-01', galler: 'Någon', handlaggare: 'H' } };
  it('C7: är folkbokföringsadressen en annan är den osäker; samma adress skriven annorlunda är den inte', () => {
    given(lista(), far()).when(ange()).then(adress(false));
    expect(given(lista(), far()).when(ange({ folkbokforingsadress: 'Vägen 2' })).outcome).toMatchObject([{ data: { osaker: true } }]);
    expect(given(lista(), far()).when(ange({ folkbokforingsadress: 'GATAN  1' })).outcome).toMatchObject([{ data: { osaker: false } }]);
    given(lista(), far()).when(ange({ osaker: true })).then(adress(true));
  });
  it('C7, M43: är adressen osäker stoppas utskicket tills den är bekräftad på försättsbladet', () => {
    given(lista(), far(), adress(true)).when(skicka()).thenRefused('ADRESSEN_AR_OSAKER', 'Adressen är osäker, eller en annan än folkbokföringsadressen. Bekräfta adressen på försättsbladet innan beslutet skickas.');
    given(lista(), far(), adress(true)).when(bekrafta).then(bekraftad);
    given(lista(), far(), adress(true), bekraftad).when(skicka()).then(skickat());
    given(lista(), far(), adress(true), bekraftad).when(bekrafta).thenNothing();
    given(lista(), far()).when(bekrafta).thenRefused('ADRESS_SAKNAS');
    // Another address is not the one that was confirmed.
    given(lista(), far(), adress(true), bekraftad, adress(true)).when(skicka()).thenRefused('ADRESSEN_AR_OSAKER');
  });
  it('C7: ett hemligt beslut till en obekräftad adress varnar, och inte när det lämnas över', () => {
    given(lista(), far(), adress(false)).when(skicka({}, { klass: 'sekretess' })).thenWarned('ADRESS_EJ_BEKRAFTAD');
    given(lista(), far(), adress(false), bekraftad).when(skicka({}, { klass: 'sekretess' })).then(skickat({ klass: 'sekretess' }));
    given(lista(), far()).when(skicka({ satt: 'overlamnat' }, { klass: 'sekretess' })).then(skickat({ klass: 'sekretess', satt: 'overlamnat' }));
  });
  it('C7: ett hemligt beslut till någon annan än part, vårdnadshavare eller ombud varnar', () => {
    given(lista(), far('enskild'), adress(false), bekraftad).when(skicka({}, { klass: 'sekretess' })).thenWarned('MOTTAGAREN_EJ_PART');
    given(lista(), far('vardnadshavare'), adress(false), bekraftad).when(skicka({}, { klass: 'sekretess' })).then(skickat({ klass: 'sekretess' }));
  });
});

describe('Ett utdrag', () => {
  it('C7: skickas som paragrafen står, med hash, sätt och överklagandeslag', () => given(lista(), far()).when(skicka()).then(skickat()));
  it('kräver att mottagaren är angiven, att paragrafen finns och dagar som går', () => {
    given(lista('ej_angivet')).when(skicka({ mottagare: x(1) })).thenRefused('SLAG_SAKNAS');
    given(lista(), far()).when(skicka({ underlag: undefined })).thenRefused('PARAGRAFEN_FINNS_INTE');
    given(lista(), far()).when(skicka({ underlag: 'gallrat' })).thenRefused('GALLRAT');
    given(lista(), far()).when(skicka({ datum: '2026-11-24' })).thenRefused('FORE_BESLUTET');
    given(lista(), far()).when(skicka({ datum: '2027-01-01' })).thenRefused('DATUM_I_FRAMTIDEN');
    given(lista(), far()).when(skicka({ datum: '2026-02-30' })).thenRefused('DATUM_FINNS_INTE');
  });
  it('C4: en omedelbart justerad paragraf skickas samma dag; en ojusterad varnar', () => {
    given(lista(), far()).when(skicka({ datum: '2026-11-25' }, { justerad: '2026-11-25' })).then(skickat({ datum: '2026-11-25' }));
    const { justerad: _, ...ojusterad } = underlag();
    given(lista(), far()).when(skicka({ underlag: ojusterad })).thenWarned('EJ_JUSTERAD');
    given(lista(), far()).when(skicka({ datum: '2026-11-30' })).thenWarned('EJ_JUSTERAD');
  });
  it('D5: fel mall stoppas, och rätt går igenom', () => {
    given(lista(), far()).when(skicka({ overklagandeslag: 'LAGLIGHETSPROVNING' })).thenRefused('FEL_BESVARSHANVISNING', 'Fel besvärshänvisning: beslutet överklagas genom förvaltningsbesvär.');
    given(lista(), far()).when(skicka({ overklagandeslag: 'FORVALTNINGSBESVAR', lamnasTill: 'namnden' })).then(skickat());
    // Right for one of the decision points.
    given(lista(), far()).when(skicka({ overklagandeslag: 'LAGLIGHETSPROVNING' }, { slagen: ['FORVALTNINGSBESVAR', 'LAGLIGHETSPROVNING'] })).then(skickat());
  });
  it('K4/D5: förvaltningsrättens adress för bistånd stoppas: fel instans', () =>
    given(lista(), far()).when(skicka({ lamnasTill: 'forvaltningsratten' })).thenRefused('FEL_INSTANS', 'Fel instans: överklagandet ska lämnas till nämnden (FL 43–44 §§).'));
  it('K4/C7: hemlig vistelseort i ett utdrag till en förälder stoppas', () => {
    given(lista(), far('vardnadshavare'), skyddad).when(skicka({}, { avslojar: true })).thenRefused('HEMLIG_VISTELSEORT', undefined, 'OSL 26 kap. 2 §');
    given(lista(), far('vardnadshavare'), skyddad).when(skicka()).then(skickat());
    given(lista(), far('vardnadshavare', { farSeVistelseort: true }), skyddad).when(skicka({}, { avslojar: true })).then(skickat());
    given(lista(), far('egen_forvaltning'), skyddad).when(skicka({}, { avslojar: true })).then(skickat({ expediering: false }));
  });
  it('C7: handlingar som följer med söks inte igenom, och det varnas om', () => {
    const handlingar = [{ handling: x(80), version: 1, hash: HASH }];
    given(lista(), far(), skyddad).when(skicka({}, { handlingar })).thenWarned('HANDLINGAR_EJ_GRANSKADE');
    given(lista(), far()).when(skicka({}, { handlingar })).then(skickat({ handlingar }));
  });
  it('C7: det som inte får stå anges så att det kan hittas', () => {
    given(lista()).when({ type: 'SkyddaVistelseort', data: { uppgifter: ['Hemliga gatan 7'], lagrum: 'LVU 14 §' } }).then(skyddad);
    for (const uppgifter of [[], ['Ö 1']]) given(lista()).when({ type: 'SkyddaVistelseort', data: { uppgifter, lagrum: 'LVU 14 §' } }).thenRefused('UPPGIFTEN_FOR_KORT');
  });
  it('M36: ett svar går inte ut utan reservationerna: väntar en motivering varnas det', () => given(lista(), far()).when(skicka({}, { motiveringSaknas: true })).thenWarned('MOTIVERING_SAKNAS'));
  it('skickas igen med skäl; är det ersatt behövs inget skäl', () => {
    given(lista(), far(), skickat()).when(skicka()).thenWarned('REDAN_SKICKAT');
    given(lista(), far(), skickat(), ersatt).when(skicka()).then(skickat());
  });
  it('D8: det som skickats och sedan ändrats märks ersatt, en gång, och ska skickas på nytt', () => {
    const prova: ExpedieringCommand = { type: 'ProvaUtdrag', data: { ersatta: [{ mottagare: x(2), utdrag: ny('utdrag'), skal: 'rattad' }] } };
    given(lista(), far(), skickat()).when(prova).then(ersatt);
    given(lista(), far(), skickat(), ersatt).when(prova).thenNothing();
    given().when(prova).thenNothing();
    const doc = dokument(lista(), far(), skickat(), ersatt);
    expect(doc.mottagare[1]!.utdrag[0]!.ersatt).toEqual({ datum: '2026-12-10', skal: 'rattad' });
    expect(expedieringensKlockor(doc).map(({ regel, lag, vad }) => [regel, lag, vad])).toEqual([
      ['skicka', '2026-11-25', 'Beslutet ska skickas till 1 mottagare'], ['skicka_nytt', '2026-12-10', 'Ett ändrat beslut ska skickas på nytt till 1 mottagare'],
    ]);
  });
  it('I6: till egna ledamöter är det ingen expediering; till en annan myndighet är det', () => {
    given(lista(), far('ledamot')).when(skicka({ satt: 'internpost' })).then(skickat({ satt: 'internpost', expediering: false }));
    const handlingar = [{ handling: x(80), version: 1, hash: HASH }];
    const wish = (expedierad: boolean) => noteraExpedierad.on.UtdragSkickat!(recorded(skickat({ expediering: expedierad, handlingar })) as never);
    expect(wish(true)).toEqual([{ category: 'handling', id: x(80), command: { type: 'NoteraExpedierad', data: { datum: '2026-12-02' } } }]);
    expect(wish(false)).toBeUndefined();
  });
});

describe('Delgivningen', () => {
  it('C7: noteras för det utdrag som skickades, och inte före det', () => {
    const noterad: ExpedieringEvent = { type: 'DelgivningNoterad', data: { klass: 'oppen', mottagare: x(2), utdrag: ny('utdrag'), part: x(71), datum: '2026-12-03', satt: 'mottagningsbevis' } };
    given(lista(), far(), skickat()).when(delgiven()).then(noterad);
    given(lista(), far(), skickat(), noterad).when(delgiven()).thenNothing();
    given(lista(), far()).when(delgiven()).thenRefused('EJ_SKICKAT');
    given(lista(), far(), skickat()).when(delgiven({ datum: '2026-12-01' })).thenRefused('DELGIVNING_FORE_UTSKICK');
    given(lista(), far(), skickat(), ersatt).when(delgiven()).thenWarned('UTDRAGET_ERSATT');
    given(lista(), far(), skickat()).when(delgiven({ satt: 'kungorelsedelgivning' })).thenWarned('DELGIVNINGSSATT_I_SOCIALTJANST');
  });
  it('D3: partens tid hör av den dagen', () => {
    const event = (part?: string) => recorded({ type: 'DelgivningNoterad', data: { klass: 'oppen', mottagare: x(2), utdrag: ny('utdrag'), ...(part !== undefined && { part }), datum: '2026-12-03', satt: 'mottagningsbevis' } }) as never;
    expect(noteraDelfaende.on.DelgivningNoterad!(event(x(71)))).toEqual({ category: 'paragraf', id: idOf(`expediering-${id}`), command: { type: 'NoteraDelfaende', data: { part: x(71), mottagare: x(2), datum: '2026-12-03', satt: 'mottagningsbevis' } } });
    expect(noteraDelfaende.on.DelgivningNoterad!(event())).toBeUndefined();
  });
});
