import fc from 'fast-check';
import { fold, isRefusal, seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import type { Ordningsunderlag } from './delegationsbehorighet';
import { delegationsbeslut, type DelegationsbeslutCommand, type RegistreraDelegationsbeslut } from './delegationsbeslut.decider';
import type { DelegationsbeslutEvent } from './delegationsbeslut.events';
import { KLOCKSLAG } from './klockor';

const id = '00000000-0000-4000-8000-0000000000aa';
const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const namnd = x(10);
const s = <T>(value: T) => seal(`delegationsbeslut:${id}`, value);
const { given } = specify(delegationsbeslut, { id, at: '2026-12-30T12:00:00.000Z' });

const punkt: NonNullable<Ordningsunderlag['punkt']> = {
  nummer: '2.1', lagrum: ['SoL 11 kap. 1 §'], slag: 'ovrigt', delegater: [{ slag: 'tjansteman', befattning: 'enhetschef' }], ersattare: [{ slag: 'tjansteman', befattning: 'biträdande_enhetschef' }], granser: [], vidaredelegation: false, anmals: true,
};
const ordning = (over: Partial<NonNullable<Ordningsunderlag['punkt']>> = {}, mer: Partial<Ordningsunderlag> = {}): Ordningsunderlag => ({ version: 3, punkt: { ...punkt, ...over }, vidare: [], bradskande: [], kompletterande: [], ...mer });
const hemtjanst: RegistreraDelegationsbeslut = {
  namnd, klass: 'oppen', datum: '2026-10-02', nummer: '2.1', delegat: { slag: 'tjansteman', titel: 'Enhetschef', namn: 'Rut Påhittad' }, beslut: 'Avslag på hemtjänst', utfall: 'avslag', diarienummer: 'SN/2026:14', underlag: { ordning: ordning(), ordforande: [] },
};
type Registrera = Extract<DelegationsbeslutCommand, { type: 'RegistreraDelegationsbeslut' }>;
const registrera = (over: Partial<RegistreraDelegationsbeslut> = {}, skal?: Record<string, string>): Registrera => ({ type: 'RegistreraDelegationsbeslut', data: { ...hemtjanst, ...over }, ...(skal && { skal }) });
const fakta = {
  namnd, klass: 'oppen', datum: '2026-10-02', grund: 'kl_7_5', nummer: '2.1', version: 3, lagrum: ['SoL 11 kap. 1 §'], diarienummer: 'SN/2026:14', delegat: { slag: 'tjansteman', befattning: 'enhetschef', titel: s('Enhetschef'), namn: s('Rut Påhittad') },
  beslut: s('Avslag på hemtjänst'), utfall: 'avslag', myndighetsutovning: false, overklagandeslag: 'FORVALTNINGSBESVAR', anmals: true, klockor: [],
} as const;
const registrerat = (over: object = {}): DelegationsbeslutEvent => ({ type: 'DelegationsbeslutRegistrerat', data: { ...fakta, ...over } as never });
const medOrdning = (over: Partial<NonNullable<Ordningsunderlag['punkt']>>, mer: Partial<Ordningsunderlag> = {}) => ({ underlag: { ordning: ordning(over, mer), ordforande: [] } });
const laglighet = registrerat({ overklagandeslag: 'LAGLIGHETSPROVNING', anmals: false });
const anmalan = (nr = 1) => ({ punkt: x(20 + nr), sammantrade: x(30), ar: 2026, nr: 40 + nr, datum: '2026-11-04' });
const anmalt = (nr = 1): DelegationsbeslutEvent => ({ type: 'DelegationsbeslutAnmalt', data: anmalan(nr) });

describe('Ett beslut på delegation registreras', () => {
  it('E7: med punkt, version, lagrum, delegat, grund, överklagande och om det anmäls', () => given().when(registrera()).then(registrerat()));
  it('av ersättaren, eller den som fått punkten vidare', () => {
    expect(isRefusal(given().when(registrera({ delegat: { slag: 'tjansteman', titel: 'Biträdande enhetschef' } })).outcome)).toBe(false);
    const vidare = [{ nummer: '2.1', delegat: { slag: 'tjansteman' as const, befattning: 'teamledare' }, fran: '2026-09-01', till: '2026-10-31', beslutad: '2026-08-20' }];
    const team = { delegat: { slag: 'tjansteman' as const, titel: 'Teamledare' } };
    expect(given().when(registrera({ ...team, ...medOrdning({}, { vidare }) })).outcome).toMatchObject([{ data: { grund: 'kl_7_6' } }]);
    given().when(registrera({ ...team, datum: '2026-11-02', ...medOrdning({}, { vidare }) })).thenRefused('EJ_BEHORIG');
  });
  it('inte av den som inte hade mandat den dagen', () => given().when(registrera({ delegat: { slag: 'tjansteman', titel: 'Kock' } })).thenRefused('EJ_BEHORIG', 'Kock hade inte delegation på punkt 2.1 den 2026-10-02.', 'KL 7 kap. 5 §'));
  it('inte på en punkt som upphört, saknas eller inte anges', () => {
    given().when(registrera(medOrdning({ till: '2026-09-30' }))).thenRefused('PUNKTEN_HAR_UPPHORT', 'Punkt 2.1 upphörde 2026-09-30 och gällde inte 2026-10-02.');
    given().when(registrera({ underlag: { ordning: { version: 3, vidare: [], bradskande: [], kompletterande: [] }, ordforande: [] } })).thenRefused('PUNKTEN_FINNS_INTE');
    const { nummer: _, ...utan } = hemtjanst;
    given().when({ type: 'RegistreraDelegationsbeslut', data: utan }).thenRefused('PUNKT_SAKNAS');
  });
  it('inte före sin delegationsordning', () => given().when(registrera({ underlag: { ordforande: [] } })).thenRefused('DELEGATIONSORDNING_SAKNAS', 'Ingen delegationsordning gällde 2026-10-02.'));
  it('inte på en dag som inte finns eller har varit, och inte två gånger', () => {
    given().when(registrera({ datum: '2026-02-30' })).thenRefused('DATUM_FINNS_INTE');
    given().when(registrera({ datum: '2026-12-31' })).thenRefused('DATUM_I_FRAMTIDEN');
    given(registrerat()).when(registrera()).thenRefused('BESLUTET_FINNS_REDAN');
  });
  it('I3: med bestämmelse när det är sekretess; ett hemligt ärende har inga öppna beslut', () => {
    given().when(registrera({ klass: 'sekretess' })).thenRefused('SEKRETESSLAGRUM_SAKNAS');
    given().when(registrera({ sekretesslagrum: '26:1' })).thenRefused('SEKRETESSLAGRUM_UTAN_SEKRETESS');
    given().when(registrera({ arende: x(5) })).thenRefused('ARENDET_FINNS_INTE');
    given().when(registrera({ arende: x(5), underlag: { ...hemtjanst.underlag!, arende: { klass: 'sekretess' } } })).thenRefused('ARENDET_AR_SEKRETESS');
  });
  it('inom gränsen: kronor stoppar, prisbasbelopp och okänt belopp varnar', () => {
    const med = (slag: 'kronor' | 'procent_av_prisbasbelopp', hogst: number, belopp?: number) => given().when(registrera({ ...medOrdning({ granser: [{ slag, hogst }] }), ...(belopp !== undefined && { belopp }) }));
    med('kronor', 50_000, 50_001).thenRefused('GRANSEN_OVERSKRIDEN');
    expect(isRefusal(med('kronor', 50_000, 50_000).outcome)).toBe(false);
    med('procent_av_prisbasbelopp', 50, 29_601).thenWarned('GRANSEN_OVERSKRIDEN');
    expect(isRefusal(med('procent_av_prisbasbelopp', 50, 29_600).outcome)).toBe(false);
    med('kronor', 50_000).thenWarned('GRANSEN_KAN_INTE_PROVAS');
  });
  it('varnar för personnummer i texten och för ett lagrum utanför punkten', () => {
    given().when(registrera({ beslut: 'Avslag för 19811228-9874' })).thenWarned('PERSONNUMMER_I_BESLUTET');
    given().when(registrera({ lagrum: 'SoL 12:1' })).thenWarned('LAGRUMMET_UTANFOR_PUNKTEN');
  });
  it('E5: beställning av kontorsmaterial är verkställighet och registreras inte', () => given().when(registrera({ utrymmeForBedomning: false })).thenRefused('AR_VERKSTALLIGHET'));
  it('E5: att inleda utredning är ett beslut som inte överklagas', () =>
    expect(given().when(registrera(medOrdning({ lagrum: ['SoL 14 kap. 2 §'] }))).outcome).toMatchObject([{ data: { overklagandeslag: 'EJ_OVERKLAGBART' } }]));
  it('frågar hur ett LVU-beslut överklagas hellre än att gissa', () =>
    given().when(registrera({ ...medOrdning({ nummer: '2.1', lagrum: ['LVU 11 § första stycket'], delegater: [{ slag: 'utskott' }] }), delegat: { slag: 'utskott' } })).thenRefused('OVERKLAGANDESLAG_SAKNAS'));
  it('D8: pekar på det beslut som det ändrar', () => {
    given().when(registrera({ andrar: { beslut: x(7), grund: 'fl_36' } })).thenRefused('ANDRAT_BESLUT_FINNS_INTE');
    given().when(registrera({ andrar: { beslut: x(7), grund: 'fl_36' }, underlag: { ...hemtjanst.underlag!, andrar: true } })).then(registrerat({ andrar: { beslut: x(7), grund: 'fl_36' } }));
    const andrat: DelegationsbeslutCommand = { type: 'NoteraAndring', data: { av: x(8), datum: '2026-11-01', grund: 'fl_36' } };
    given(registrerat()).when(andrat).then({ type: 'DelegationsbeslutAndrat', data: andrat.data as never });
  });
});

describe('E3: socialtjänstens gräns för ett beslut', () => {
  it('E3: socialsekreterare skriver under placering enligt LVU 11 §: stoppas', () =>
    given().when(registrera({ datum: '2026-11-23', lagrum: 'LVU 11 §', overklagandeslag: 'FORVALTNINGSBESVAR', delegat: { slag: 'tjansteman', titel: 'Socialsekreterare' }, ...medOrdning({ lagrum: ['LVU 11 §'], delegater: [{ slag: 'tjansteman', befattning: 'socialsekreterare' }] }) })).thenRefused('BARA_TILL_UTSKOTT'));
  it('E9: utskottet utan delegation får bara bereda', () => given().when(registrera({ delegat: { slag: 'utskott' } })).thenRefused('UTSKOTTET_BEREDER', 'Utskottet får bara bereda: delegation saknas för SoL 11 kap. 1 §.', 'KL 6 kap. 41 §'));
  it('utskottets beslut hänger på dess paragraf, från samma dag', () => {
    const utskottets = { delegat: { slag: 'utskott' as const }, utskottspunkt: x(6) };
    const under = (utskott?: object) => ({ underlag: { ordning: ordning({ delegater: [{ slag: 'utskott' }] }), ordforande: [], ...(utskott && { utskott: utskott as never }) } });
    given().when(registrera({ ...utskottets, ...under() })).thenRefused('PARAGRAFEN_STAMMER_INTE');
    expect(given().when(registrera({ ...utskottets, ...under({ ar: 2026, nr: 12, datum: '2026-10-02' }) })).outcome).toMatchObject([{ data: { grund: 'kl_6_37', utskottsparagraf: { punkt: x(6), ar: 2026, nr: 12 } } }]);
  });
});

describe('D7: ordförandebeslut', () => {
  const bradskande = (over: Partial<RegistreraDelegationsbeslut> = {}) => registrera({ grund: 'bradskande', delegat: { slag: 'ordforande' }, bradskandeSkal: 'Avtalet löper ut i natt', datum: '2026-11-23', ...medOrdning({}, { bradskande: [{ slag: 'ordforande' }] }), ...over });
  it('D7: utan uppdrag i delegationsordningen den dagen stoppas', () =>
    given().when(bradskande(medOrdning({}))).thenRefused('MANDAT_SAKNAS', 'Ordföranden saknar uppdrag enligt KL 6 kap. 39 §.', 'KL 6 kap. 39 §'));
  it('D7: med uppdrag går det, med skäl, och anmäls alltid', () => {
    given().when(bradskande({ bradskandeSkal: ' ' })).thenRefused('SKAL_SAKNAS');
    expect(given().when(bradskande()).outcome).toMatchObject([{ data: { grund: 'kl_6_39', anmals: true } }]);
    given(registrerat({ grund: 'kl_6_39' })).when({ type: 'ProtokollforSarskilt', data: { datum: '2026-11-24' } }).thenRefused('SKA_ANMALAS', undefined, 'KL 6 kap. 40 §');
  });
  it('D7: en annan ledamot bara om nämnden har utsett just den', () => {
    const av = (person: string) => bradskande({ delegat: { slag: 'ledamot', person }, ...medOrdning({}, { bradskande: [{ slag: 'ledamot', person: x(1) }] }) });
    expect(isRefusal(given().when(av(x(1))).outcome)).toBe(false);
    given().when(av(x(2))).thenRefused('MANDAT_SAKNAS');
  });
  it('D7: före 2018 med den lagens ord', () => given().when(bradskande({ datum: '2017-11-23', ...medOrdning({}) })).thenRefused('MANDAT_SAKNAS', 'Ordföranden saknar uppdrag enligt KL (1991:900) 6 kap. 36 §.'));
});

describe('E3: lagens egen beslutanderätt', () => {
  const omedelbart = (over: Partial<RegistreraDelegationsbeslut> = {}) => registrera({ grund: 'kompletterande', delegat: { slag: 'ordforande' }, datum: '2018-03-23', tid: '02:10', lagrum: 'LVU 6 §', utfall: 'bifall', overklagandeslag: 'FORVALTNINGSBESVAR', underlag: { ordforande: [] }, ...over });
  it('E3: ordföranden beslutar enligt LVU 6 § kl. 02:10: går utan delegation, med underställning och anmälan', () =>
    expect(given().when(omedelbart()).outcome).toMatchObject([{ data: {
      grund: 'kompletterande_beslutanderatt', anmals: true, tid: '02:10', klockor: [{ klocka: 'understallning_lvu', fran: '2018-03-23', ra: '2018-03-30', lag: '2018-04-03', drift: '2018-03-29', lagrum: 'LVU 7 §' }],
    } }]));
  it('E3: en ledamot bara när nämnden har förordnat den; en tjänsteperson aldrig', () => {
    const ledamot = (kompletterande: Ordningsunderlag['kompletterande']) => omedelbart({ delegat: { slag: 'ledamot', person: x(1) }, underlag: { ordning: { version: 3, vidare: [], bradskande: [], kompletterande }, ordforande: [] } });
    given().when(ledamot([])).thenRefused('EJ_FORORDNAD');
    expect(isRefusal(given().when(ledamot([{ slag: 'ledamot', person: x(1) }])).outcome)).toBe(false);
    given().when(omedelbart({ delegat: { slag: 'tjansteman', titel: 'Socialsekreterare' } })).thenRefused('EJ_FORORDNAD');
  });
  it('E3: inte för annat än det lagen räknar upp', () => given().when(omedelbart({ lagrum: 'LVU 14 §' })).thenRefused('EJ_KOMPLETTERANDE'));
});

describe('E6: anmälan', () => {
  it('E6: binder beslutet vid paragrafen, en gång', () => {
    given(registrerat()).when({ type: 'NoteraAnmalan', data: anmalan() }).then(anmalt());
    given(registrerat(), anmalt()).when({ type: 'NoteraAnmalan', data: anmalan() }).thenNothing();
    given(registrerat(), anmalt()).when({ type: 'NoteraAnmalan', data: anmalan(2) }).thenRefused('REDAN_ANMALT');
  });
  it('E6: ändrar inte beslutet, som sedan inte stryks', () => given(registrerat(), anmalt()).when({ type: 'StrykDelegationsbeslut', data: { skal: 'Fel' } }).thenRefused('REDAN_ANMALT'));
  it('E6: det som inte anmäls protokollförs särskilt och anslås', () => {
    const fort: DelegationsbeslutEvent = { type: 'SarskiltProtokollUpprattat', data: { datum: '2026-10-05' } };
    const anslaget: DelegationsbeslutEvent = { type: 'SarskiltProtokollAnslaget', data: { datum: '2026-10-06', nedtasTidigast: '2026-10-28' } };
    given(laglighet).when({ type: 'ProtokollforSarskilt', data: { datum: '2026-10-05' } }).then(fort);
    given(laglighet).when({ type: 'AnslaSarskiltProtokoll', data: { datum: '2026-10-06' } }).thenRefused('EJ_PROTOKOLLFORT');
    given(laglighet, fort).when({ type: 'AnslaSarskiltProtokoll', data: { datum: '2026-10-06' } }).then(anslaget);
    given(laglighet, fort, anslaget).when({ type: 'TaNedSarskiltAnslag', data: { datum: '2026-10-20' } }).thenWarned('ANSLAG_TAS_NED_FOR_TIDIGT');
    given(laglighet, fort, anslaget).when({ type: 'TaNedSarskiltAnslag', data: { datum: '2026-10-28' } }).then({ type: 'SarskiltAnslagNedtaget', data: { anslaget: '2026-10-06', datum: '2026-10-28', brutet: false } });
    given(laglighet, anmalt()).when({ type: 'ProtokollforSarskilt', data: { datum: '2026-11-05' } }).thenRefused('REDAN_ANMALT');
  });
  it('E6: ett biståndsbeslut behöver inget särskilt protokoll', () => given(registrerat()).when({ type: 'ProtokollforSarskilt', data: { datum: '2026-10-05' } }).thenWarned('BEHOVER_INGET_PROTOKOLL'));
  it('parter antecknas med när de fick del, inte före beslutet', () => {
    given(registrerat()).when({ type: 'AntecknaPart', data: { part: 'Eva Påhittad', fickDel: '2026-10-08' } }).then({ type: 'PartAntecknad', data: { nr: 1, part: s('Eva Påhittad'), fickDel: '2026-10-08', foretraderDetAllmanna: false } });
    given(registrerat()).when({ type: 'AntecknaPart', data: { part: 'Eva Påhittad', fickDel: '2026-10-01' } }).thenRefused('DATUM_FORE_BESLUTET');
    given(registrerat()).when({ type: 'NoteraBeslutetsDelgivning', data: { nr: 1, datum: '2026-10-08' } }).thenRefused('PARTEN_FINNS_INTE');
  });
  it('laga kraft bekräftas med skäl när tiden inte har börjat löpa, och aldrig för det som inte överklagas', () => {
    given(laglighet).when({ type: 'BekraftaDelegationsbeslut', data: { datum: '2026-12-01', kalla: 'Förvaltningsrätten' } }).thenWarned('LAGA_KRAFT_EJ_BERAKNAD');
    given(registrerat({ overklagandeslag: 'EJ_OVERKLAGBART' })).when({ type: 'BekraftaDelegationsbeslut', data: { datum: '2026-12-01', kalla: 'FR' } }).thenRefused('EJ_OVERKLAGBART');
  });
});

describe('E8: tiderna i ett beslut', () => {
  const klocka = { klocka: 'understallning_lvu', fran: '2026-11-23', ra: '2026-11-30', lag: '2026-11-30', drift: '2026-11-30', lagrum: 'LVU 7 §' } as const;
  const lvu = registrerat({ datum: '2026-11-23', klockor: [klocka] });
  const uppfyll = (datum: string, nr = 1): DelegationsbeslutCommand => ({ type: 'UppfyllKlocka', data: { nr, datum } });
  it('E8: underställd i tid är den mött', () => given(lvu).when(uppfyll('2026-11-27')).then({ type: 'KlockaUppfylld', data: { nr: 1, datum: '2026-11-27' } }));
  it('E8: underställd för sent stoppas: beslutet har upphört att gälla', () => {
    given(lvu).when(uppfyll('2026-12-01')).thenRefused('BESLUTET_HAR_UPPHORT', 'Beslutet om omhändertagande är inte underställt i tid och har upphört att gälla (LVU 7 §).', 'LVU 7 §');
    given(lvu).when({ type: 'AvslutaKlocka', data: { nr: 1, datum: '2026-12-01', upphort: true, skal: 'Inte underställt' } }).then({ type: 'KlockaAvslutad', data: { nr: 1, datum: '2026-12-01', upphort: true, skal: s('Inte underställt') } });
  });
  it('E8: ett övervägande som görs sent varnar, och nästa räknas från det', () => {
    const overvag = registrerat({ datum: '2026-01-12', klockor: [{ klocka: 'overvagande_placering', fran: '2026-01-12', ra: '2026-07-12', lag: '2026-07-13', drift: '2026-07-10', lagrum: 'SoL 22 kap. 13 §' }] });
    given(overvag).when(uppfyll('2026-08-03')).thenWarned('KLOCKAN_HAR_GATT_UT');
    given(overvag).when({ ...uppfyll('2026-08-03'), skal: { KLOCKAN_HAR_GATT_UT: 'Semester' } } as DelegationsbeslutCommand).then({
      type: 'KlockaUppfylld',
      data: { nr: 1, datum: '2026-08-03', nasta: { nr: 2, klocka: 'overvagande_placering', fran: '2026-08-03', ra: '2027-02-03', lag: '2027-02-03', drift: '2027-02-03', lagrum: 'SoL 22 kap. 13 §' }, avsteg: [{ kod: 'KLOCKAN_HAR_GATT_UT', skal: s('Semester') }] },
    });
  });
  it('E8: en tid som börjar senare startas då, och inte två gånger', () => {
    const starta: DelegationsbeslutCommand = { type: 'StartaKlocka', data: { klocka: 'ansokan_lvu', fran: '2026-12-02' } };
    const startad: DelegationsbeslutEvent = { type: 'KlockaStartad', data: { nr: 2, klocka: 'ansokan_lvu', fran: '2026-12-02', ra: '2026-12-30', lag: '2026-12-30', drift: '2026-12-30', lagrum: 'LVU 8 §' } };
    given(lvu).when(starta).then(startad);
    given(lvu, startad).when(starta).thenNothing();
    given(lvu, startad).when({ type: 'StartaKlocka', data: { klocka: 'ansokan_lvu', fran: '2026-12-03' } }).thenRefused('KLOCKAN_LOPER_REDAN');
  });
  it('E8: en punkt med flera lagrum kräver att det anges vilket, när något startar en tid', () =>
    given().when(registrera({ ...medOrdning({ lagrum: ['SoL 20 kap. 2 §', 'SoL 14 kap. 2 §'] }), utfall: 'bifall' })).thenRefused('LAGRUM_SAKNAS'));
  it('ett beslut med tider som löper stryks inte utan skäl för det', () => given(lvu).when({ type: 'StrykDelegationsbeslut', data: { skal: 'Dubbelt' } }).thenWarned('KLOCKOR_LOPER'));
});

describe('Ur en lista', () => {
  const inlast = { lista: x(40), rad: 7 };
  const vantar: DelegationsbeslutEvent = { type: 'DelegationsbeslutInlast', data: { ...fakta, ...inlast, brott: [{ kod: 'EJ_BEHORIG', lagrum: 'KL 7 kap. 5 §' }] } as never };
  it('stoppas inget: det som brister antecknas, och beslutet väntar på hela listan', () => {
    expect(given().when(registrera({ inlast, delegat: { slag: 'tjansteman', titel: 'Kock' } })).outcome).toMatchObject([{ type: 'DelegationsbeslutInlast', data: { rad: 7, brott: [{ kod: 'EJ_BEHORIG', lagrum: 'KL 7 kap. 5 §' }] } }]);
    given(vantar).when({ type: 'NoteraAnmalan', data: anmalan() }).thenRefused('VANTAR_PA_LISTAN');
    given(vantar).when({ type: 'BekraftaInlasning', data: { lista: x(40) } }).then({ type: 'DelegationsbeslutBekraftat', data: { lista: x(40) } });
    given(vantar).when({ type: 'BekraftaInlasning', data: { lista: x(41) } }).thenRefused('BESLUTET_FINNS_INTE');
  });
  it('går det med listan när den stryks, om det inte är anmält', () => {
    const klar: DelegationsbeslutEvent = { type: 'DelegationsbeslutBekraftat', data: { lista: x(40) } };
    given(vantar, klar).when({ type: 'NoteraListanStruken', data: { lista: x(40) } }).then({ type: 'DelegationsbeslutUtgatt', data: { lista: x(40) } });
    given(vantar, klar, anmalt()).when({ type: 'NoteraListanStruken', data: { lista: x(40) } }).thenNothing();
  });
});

it('E6/E8: i vilken ordning något än begärs anmäls inget två gånger, och ingen tid försvinner', () => {
  const dag = fc.constantFrom('2026-10-02', '2026-10-09', '2026-11-04', '2026-12-01', '2026-12-30');
  const wish: fc.Arbitrary<DelegationsbeslutCommand> = fc.oneof(
    fc.constantFrom(1, 2, 3).map((nr): DelegationsbeslutCommand => ({ type: 'NoteraAnmalan', data: anmalan(nr) })),
    fc.record({ klocka: fc.constantFrom(...KLOCKSLAG), fran: dag }).map((data): DelegationsbeslutCommand => ({ type: 'StartaKlocka', data })),
    fc.record({ nr: fc.integer({ min: 1, max: 6 }), datum: dag }).map((data): DelegationsbeslutCommand => ({ type: 'UppfyllKlocka', data, skal: { KLOCKAN_HAR_GATT_UT: 'Sent' } })),
    fc.record({ nr: fc.integer({ min: 1, max: 6 }), datum: dag, skal: fc.constant('Vården upphörde') }).map((data): DelegationsbeslutCommand => ({ type: 'AvslutaKlocka', data })),
    dag.map((datum): DelegationsbeslutCommand => ({ type: 'ProtokollforSarskilt', data: { datum } })), dag.map((datum): DelegationsbeslutCommand => ({ type: 'AnslaSarskiltProtokoll', data: { datum } })),
    fc.constant<DelegationsbeslutCommand>({ type: 'StrykDelegationsbeslut', data: { skal: 'Fel' }, skal: { KLOCKOR_LOPER: 'Registrerat av misstag' } }), fc.constant<DelegationsbeslutCommand>({ type: 'NoteraAndring', data: { av: x(8), datum: '2026-11-01', grund: 'annan' } }),
    fc.constant<DelegationsbeslutCommand>({ type: 'BekraftaInlasning', data: { lista: x(40) } }), fc.constant<DelegationsbeslutCommand>({ type: 'NoteraListanStruken', data: { lista: x(40) } }),
  );
  const lagrum = fc.constantFrom('LVU 6 §', 'LVU 14 §', 'SoL 22:2', 'LSB 4:1', 'SoL 11:1');
  fc.assert(fc.property(lagrum, fc.boolean(), fc.array(wish, { maxLength: 40 }), (vilket, ur, wishes) => {
    const forst = registrera({ lagrum: vilket, utfall: 'bifall', overklagandeslag: 'FORVALTNINGSBESVAR', ...(ur && { inlast: { lista: x(40), rad: 1 } }), delegat: { slag: 'utskott' }, ...medOrdning({ lagrum: [vilket === 'SoL 22:2' ? 'SoL 22 kap. 2 §' : vilket], delegater: [{ slag: 'utskott' }] }) }, { LAGRUMMET_UTANFOR_PUNKTEN: 'Prov' });
    const history: DelegationsbeslutEvent[] = [];
    for (const command of [forst, ...wishes]) {
      const outcome = delegationsbeslut.decide(command, fold(delegationsbeslut, history), { id, by: 'system:prov', roll: 'system', at: '2026-12-30T12:00:00.000Z', command: x(99) });
      if (!isRefusal(outcome)) history.push(...outcome);
    }
    expect(history.length).toBeGreaterThan(0);
    expect(history.filter(({ type }) => type === 'DelegationsbeslutAnmalt').length).toBeLessThanOrEqual(1);
    const startade = history.flatMap((event): readonly number[] => {
      switch (event.type) {
        case 'DelegationsbeslutRegistrerat': case 'DelegationsbeslutInlast': return event.data.klockor.map((_, i) => i + 1);
        case 'KlockaStartad': return [event.data.nr];
        case 'KlockaUppfylld': return event.data.nasta === undefined ? [] : [event.data.nasta.nr];
        default: return [];
      }
    });
    const slutade = history.flatMap((event) => (event.type === 'KlockaUppfylld' || event.type === 'KlockaAvslutad' ? [event.data.nr] : []));
    const state = fold(delegationsbeslut, history);
    const klockor = state.skede === 'finns inte' ? [] : state.klockor;
    // Every clock that started is there, under a number of its own, and runs until it was met or ended once.
    expect(klockor.map(({ nr }) => nr)).toEqual(startade);
    expect(new Set(startade).size).toBe(startade.length);
    expect(new Set(slutade).size).toBe(slutade.length);
    expect(klockor.filter(({ slut }) => slut === undefined).map(({ nr }) => nr)).toEqual(startade.filter((nr) => !slutade.includes(nr)));
  }));
});

describe('Det som beslutades i ett hemligt ärende', () => {
  const hemligt = registrerat({ klass: 'sekretess', sekretesslagrum: '26:1' });
  const offentliggor = (over: object = {}) => ({ type: 'OffentliggorDelegationsbeslut', data: { slag: 'omhandertagande', datum: '2026-10-05', text: 'Ett barn omhändertas.', ...over } }) as DelegationsbeslutCommand;
  const drain: DelegationsbeslutCommand = { type: 'DraInOffentligtDelegationsbeslut', data: { datum: '2026-10-06', skal: 'Texten röjer' } };
  const offentligt: DelegationsbeslutEvent = { type: 'DelegationsbeslutOffentliggjort', data: { slag: 'omhandertagande', lagrum: 'OSL 26 kap. 7 §', datum: '2026-10-05', text: s('Ett barn omhändertas.') } };
  const indraget: DelegationsbeslutEvent = { type: 'OffentligtDelegationsbeslutIndraget', data: { datum: '2026-10-06', skal: s('Texten röjer') } };
  const omklassat: DelegationsbeslutEvent = { type: 'DelegationsbeslutsklassAndrad', data: { klass: 'sekretess', forut: 'sekretess', sekretesslagrum: '26:2', datum: '2026-10-07', skal: s('x') } };

  it('I4: kan läsas av alla utan namn när sekretessen inte omfattar beslutet', () => {
    given(hemligt).when(offentliggor()).then(offentligt);
    given(hemligt).when(offentliggor({ datum: '2026-10-01' })).thenRefused('DATUM_FORE_BESLUTET');
    given(hemligt).when(offentliggor({ text: '19850213-1234 omhändertas.' })).thenRefused('FAR_INTE_PUBLICERAS');
    given(registrerat()).when(offentliggor()).thenRefused('BESLUTET_AR_OPPET');
    given(hemligt, omklassat).when(offentliggor()).thenRefused('BESLUTET_OMFATTAS_AV_SEKRETESS', undefined, 'OSL 26 kap. 7 §');
  });
  it('I4: dras in med skäl, en gång, och gäller inte en ny markering', () => {
    given(hemligt, offentligt).when(drain).then(indraget);
    given(hemligt, offentligt, indraget).when(drain).then();
    given(hemligt, offentligt, omklassat).when(drain).then();
  });
});
