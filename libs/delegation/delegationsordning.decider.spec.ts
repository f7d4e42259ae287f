import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { delegationsordning, type DelegationsordningCommand, type NyDelegationspunkt } from './delegationsordning.decider';
import type { DelegationsordningEvent } from './delegationsordning.events';
import { delegationsordningen, medVersion, ordningPa } from './delegationsordning.projection';

const namnd = '00000000-0000-4000-8000-0000000000aa';
const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const s = <T>(value: T) => seal(`delegationsordning:${namnd}`, value);
const { given } = specify(delegationsordning, { id: namnd });

const antagen = { datum: '2026-01-20', ar: 2026, nr: 7 };
const chef = { slag: 'forvaltningschef', titel: 'Socialchef' } as const;
const bistand: NyDelegationspunkt = { nummer: '2.1', arendegrupp: 'Hemtjänst', lagrum: 'SoL 11:1', delegater: [{ slag: 'tjansteman', titel: 'Enhetschef' }] };
const remiss: NyDelegationspunkt = { nummer: '1.4', arendegrupp: 'Yttrande till kommunstyrelsen på remiss', delegater: [chef], vidaredelegation: true, granser: [{ slag: 'kronor', hogst: 50_000 }] };
type Anta = Extract<DelegationsordningCommand, { type: 'AntaDelegationsordning' }>;
const anta = (punkter: readonly NyDelegationspunkt[] = [bistand, remiss], over: Partial<Anta['data']> = {}): Anta => ({ type: 'AntaDelegationsordning', data: { namnd, gallerFran: '2026-02-01', antagen, punkter, ...over } });
const antaget = (version = 1, over: object = {}): DelegationsordningEvent => ({
  type: 'DelegationsordningAntagen',
  data: {
    namnd, version, gallerFran: '2026-02-01', antagen, bradskande: [], kompletterande: [],
    punkter: [
      { nummer: '2.1', arendegrupp: s('Hemtjänst'), lagrum: ['SoL 11 kap. 1 §'], slag: 'ovrigt', delegater: [{ slag: 'tjansteman', befattning: 'enhetschef', titel: s('Enhetschef') }], ersattare: [], granser: [], vidaredelegation: false, anmals: true },
      { nummer: '1.4', arendegrupp: s('Yttrande till kommunstyrelsen på remiss'), lagrum: [], slag: 'ovrigt', delegater: [{ slag: 'forvaltningschef', befattning: 'socialchef', titel: s('Socialchef') }], ersattare: [], granser: [{ slag: 'kronor', hogst: 50_000 }], vidaredelegation: true, anmals: true },
    ],
    ...over,
  } as never,
});
const vidare = (av: { slag: 'forvaltningschef' | 'tjansteman'; titel?: string } = chef, nummer = '1.4'): DelegationsordningCommand =>
  ({ type: 'Vidaredelegera', data: { version: 1, nummer, av, till: { slag: 'tjansteman', titel: 'Enhetschef' }, fran: '2026-03-01', beslutad: '2026-02-20' } });

describe('En delegationsordning antas', () => {
  it('med versioner: nästa får nästa nummer, och gäller från sin dag', () => {
    given().when(anta()).then(antaget());
    given(antaget()).when(anta(undefined, { gallerFran: '2026-07-01' })).then(antaget(2, { gallerFran: '2026-07-01' }));
  });
  it('från samma dag ersätter den med skäl', () => given(antaget()).when(anta()).thenWarned('ERSATTER_VERSION'));
  it('E1: en punkt till flera gemensamt stoppas', () => given().when(anta([{ ...bistand, delegater: [{ slag: 'tjansteman', titel: 'Socialsekreterare och enhetschef gemensamt' }] }])).thenRefused('GRUPP_FAR_INTE_DELEGERAS', 'Punkt 2.1: Beslutanderätt kan inte delegeras till flera anställda gemensamt.', 'KL 7 kap. 5 §'));
  it('E2: en punkt om yttrande till fullmäktige stoppas, och varnar när bara orden säger det', () => {
    given().when(anta([{ ...remiss, slag: 'yttrande_till_fullmaktige' }])).thenRefused('FAR_INTE_DELEGERAS');
    given().when(anta([{ ...remiss, arendegrupp: 'Yttrande till fullmäktige över motion' }])).thenWarned('KAN_VARA_FORBJUDET');
  });
  it('E3: en punkt om familjehem till enhetschef stoppas, till utskottet går den', () => {
    given().when(anta([{ ...bistand, lagrum: 'SoL 22:2' }])).thenRefused('BARA_TILL_UTSKOTT');
    expect('hinder' in given().when(anta([{ ...bistand, lagrum: 'SoL 22:2', delegater: [{ slag: 'utskott' }] }])).outcome).toBe(false);
  });
  it('E4: vidaredelegation medges bara en förvaltningschef', () => given().when(anta([{ ...bistand, vidaredelegation: true }])).thenRefused('VIDAREDELEGATION_BARA_FRAN_FORVALTNINGSCHEF', undefined, 'KL 7 kap. 6 §'));
  it('sägs alla fel på en gång, punkt för punkt', () => {
    const { outcome } = given().when(anta([bistand, { ...bistand, delegater: [] }, { ...remiss, delegater: [{ slag: 'tjansteman' }] }]));
    expect('hinder' in outcome && outcome.hinder.map(({ kod }) => kod)).toEqual(['NUMRET_FLERA_GANGER', 'DELEGAT_SAKNAS', 'TITEL_SAKNAS', 'VIDAREDELEGATION_BARA_FRAN_FORVALTNINGSCHEF']);
  });
  it('gäller inte före nämndens beslut utan skäl, inte baklänges och inte tom', () => {
    given().when(anta(undefined, { gallerFran: '2026-01-01' })).thenWarned('GALLER_FORE_BESLUTET');
    given().when(anta(undefined, { gallerTill: '2026-01-31' })).thenRefused('SLUTAR_FORE_BORJAN');
    given().when(anta([])).thenRefused('PUNKTER_SAKNAS');
    given().when(anta(undefined, { gallerFran: '2026-02-30' })).thenRefused('DATUM_FINNS_INTE');
    given().when(anta(undefined, { bradskande: [{ slag: 'ledamot' }] })).thenRefused('DELEGAT_SAKNAS');
  });
  it('hänger på nämndens egen paragraf, när den finns i Klubba', () => {
    const med = (paragraf?: object) => given().when(anta(undefined, { antagen: { datum: '2026-01-20', punkt: x(5) }, underlag: paragraf === undefined ? {} : { paragraf: paragraf as never } }));
    med().thenRefused('PARAGRAFEN_STAMMER_INTE');
    med({ namnd: x(9), ar: 2026, nr: 7, datum: '2026-01-20' }).thenRefused('PARAGRAFEN_STAMMER_INTE');
    med({ namnd, ar: 2026, nr: 7, datum: '2026-01-21' }).thenRefused('PARAGRAFEN_STAMMER_INTE');
    med({ namnd, ar: 2026, nr: 7, datum: '2026-01-20' }).then(antaget(1, { antagen: { punkt: x(5), ar: 2026, nr: 7, datum: '2026-01-20' } }));
  });
  it('behåller ett lagrum som inte kan läsas, som det står', () => {
    const { outcome } = given().when(anta([{ ...bistand, lagrum: 'SoL 11:1 samt riktlinjerna' }]));
    expect(outcome).toMatchObject([{ data: { punkter: [{ lagrum: [], lagrumSkrivet: s('SoL 11:1 samt riktlinjerna') }] } }]);
  });
});

describe('Vidaredelegation', () => {
  const vidaredelegerat: DelegationsordningEvent = { type: 'Vidaredelegerad', data: { version: 1, nummer: '1.4', till: { slag: 'tjansteman', befattning: 'enhetschef', titel: s('Enhetschef') }, fran: '2026-03-01', beslutad: '2026-02-20' } };
  it('E4: från förvaltningschefen, i ett led', () => given(antaget()).when(vidare()).then(vidaredelegerat));
  it('E4: enhetschef vidaredelegerar till teamledare: stoppas', () =>
    given(antaget()).when(vidare({ slag: 'tjansteman', titel: 'enhetschef' })).thenRefused('VIDAREDELEGATION_BARA_FRAN_FORVALTNINGSCHEF', 'Enhetschef kan inte delegera vidare. Vidaredelegation får bara ske från förvaltningschef efter nämndens medgivande (KL 7 kap. 6 §).', 'KL 7 kap. 6 §'));
  it('E4: inte utan nämndens medgivande på punkten', () => given(antaget()).when(vidare(chef, '2.1')).thenRefused('VIDAREDELEGATION_EJ_MEDGIVEN'));
  it('tas tillbaka en gång', () => {
    const ta: DelegationsordningCommand = { type: 'AterkallaVidaredelegation', data: { version: 1, nummer: '1.4', befattning: 'enhetschef', till: '2026-05-31' } };
    const tagen: DelegationsordningEvent = { type: 'VidaredelegationAterkallad', data: { version: 1, nummer: '1.4', befattning: 'enhetschef', till: '2026-05-31' } };
    given(antaget(), vidaredelegerat).when(ta).then(tagen);
    given(antaget(), vidaredelegerat, tagen).when(ta).thenRefused('VIDAREDELEGATION_FINNS_INTE');
  });
});

describe('Nämnden tar tillbaka', () => {
  it('en punkt, från sin sista dag', () => {
    const ta: DelegationsordningCommand = { type: 'AterkallaDelegation', data: { version: 1, nummer: '2.1', till: '2026-04-30', antagen } };
    const tagen: DelegationsordningEvent = { type: 'DelegationAterkallad', data: { version: 1, nummer: '2.1', till: '2026-04-30', antagen } };
    given(antaget()).when(ta).then(tagen);
    given(antaget(), tagen).when(ta).thenNothing();
    given(antaget()).when({ ...ta, data: { ...ta.data, nummer: '9' } } as DelegationsordningCommand).thenRefused('PUNKTEN_FINNS_INTE');
  });
  it('en hel version, med skäl', () => {
    const upphav: DelegationsordningCommand = { type: 'UpphavDelegationsordning', data: { version: 1, till: '2026-06-30', antagen, skal: 'Ny ordning' } };
    given(antaget()).when(upphav).then({ type: 'DelegationsordningUpphavd', data: { version: 1, till: '2026-06-30', antagen, skal: s('Ny ordning') } });
    given(antaget()).when({ ...upphav, data: { ...upphav.data, version: 4 } } as DelegationsordningCommand).thenRefused('VERSIONEN_FINNS_INTE');
  });
});

it('den version som gällde en dag är den som började senast, om den inte är upphävd', () => {
  const version = (version: number, gallerFran: string, gallerTill?: string) => ({ version, gallerFran, ...(gallerTill !== undefined && { gallerTill }), antagen, bradskande: [], kompletterande: [], punkter: [], vidare: [] });
  const versioner = [version(1, '2018-01-01'), version(2, '2020-01-01', '2020-12-31')].reduce(medVersion, [] as ReturnType<typeof medVersion>);
  expect(['2017-12-31', '2019-05-05', '2020-05-05', '2021-01-01'].map((dag) => ordningPa({ versioner }, dag)?.version)).toEqual([undefined, 1, 2, undefined]);
  expect(delegationsordningen.place({ namnd, versioner: [], kolumner: [] })).toEqual({ namnd, sort: namnd });
});
