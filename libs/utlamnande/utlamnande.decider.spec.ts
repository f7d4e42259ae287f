import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { type BeslutaUtlamnande, type TaEmotUtlamnandebegaran, utlamnande, type UtlamnandeCommand } from './utlamnande.decider';
import type { UtlamnandeEvent } from './utlamnande.events';
import { sistaUtlamnandedag, utlamnandetsKlockor } from './utlamnande.klockor';
import { type Utlamnande, utlamnandet } from './utlamnande.projection';

const NAMND = '00000000-0000-4000-8000-0000000000a1';
const ARENDE = '00000000-0000-4000-8000-0000000000a2';
const PUNKT = '00000000-0000-4000-8000-0000000000a3';
const { given } = specify(utlamnande, { at: '2026-12-30T10:00:00.000Z' });
const s = (text: string) => seal('utlamnande:00000000-0000-4000-8000-0000000000aa', text);
const lagrum = 'OSL 26 kap. 1 §';

const taEmot = (over: Partial<TaEmotUtlamnandebegaran> = {}): UtlamnandeCommand => ({ type: 'TaEmotUtlamnandebegaran', data: { namnd: NAMND, datum: '2026-11-02', form: 'kopia', avser: 'Ett brev', omgivning: { namnd: true }, ...over } });
const begart = (over: object = {}): UtlamnandeEvent => ({ type: 'UtlamnandeBegart', data: { namnd: NAMND, klass: 'sekretess', datum: '2026-11-02', form: 'kopia', avser: s('Ett brev'), ...over } });
type Prova = Extract<UtlamnandeCommand, { type: 'ProvaUtlamnande' }>;
const prova = (over: Partial<Prova['data']> = {}, skal?: Record<string, string>): Prova => ({ type: 'ProvaUtlamnande', data: { datum: '2026-11-03', utfall: 'nekad', lagrum, informerad: true, ...over }, ...(skal && { skal }) });
const provat = (over: object = {}): UtlamnandeEvent => ({ type: 'UtlamnandeProvat', data: { klass: 'sekretess', datum: '2026-11-03', utfall: 'nekad', lagrum, informerad: true, ...over } });
const nekad = [begart(), provat()] as const;
const krav: UtlamnandeEvent = { type: 'MyndighetsbeslutBegart', data: { datum: '2026-11-04' } };
const ordning: NonNullable<BeslutaUtlamnande['underlag']> = {
  ordforande: [], ordning: {
    version: 3, vidare: [], bradskande: [], kompletterande: [],
    punkt: { nummer: '1.7', lagrum: ['OSL 6 kap. 3 §'], slag: 'ovrigt', granser: [], vidaredelegation: false, anmals: true, delegater: [{ slag: 'tjansteman', befattning: 'enhetschef_ifo' }, { slag: 'forvaltningschef' }], ersattare: [] },
  },
};
const besluta = (over: Partial<BeslutaUtlamnande> = {}): UtlamnandeCommand =>
  ({ type: 'BeslutaUtlamnande', data: { datum: '2026-11-05', av: 'delegat', utfall: 'nekad', lagrum, motivering: 'Det kan inte lämnas ut utan men.', delegat: { slag: 'tjansteman', titel: 'Enhetschef IFO' }, nummer: '1.7', underlag: ordning, ...over } });
const beslutat = (over: object = {}): UtlamnandeEvent => ({
  type: 'UtlamnandeBeslutat',
  data: { klass: 'sekretess', datum: '2026-11-05', av: 'delegat', utfall: 'nekad', lagrum, motivering: s('Det kan inte lämnas ut utan men.'), delegat: { slag: 'tjansteman', befattning: 'enhetschef_ifo', titel: s('Enhetschef IFO') }, nummer: '1.7', version: 3, ...over },
});
const dag = <T extends UtlamnandeCommand['type']>(type: T, datum: string, mer: object = {}, skal?: Record<string, string>) => ({ type, data: { datum, ...mer }, ...(skal && { skal }) }) as UtlamnandeCommand;
const delgivet: UtlamnandeEvent = { type: 'UtlamnandebeslutDelgivet', data: { datum: '2026-11-06' } };
const overklagat = (datum = '2026-11-20'): UtlamnandeEvent => ({ type: 'UtlamnandeOverklagat', data: { datum } });
const vagen = [...nekad, krav, beslutat(), delgivet] as const;
const overlamnat: UtlamnandeEvent = { type: 'UtlamnandeoverklagandeOverlamnat', data: { klass: 'sekretess', datum: '2026-11-23' } };
const doc = (...events: readonly UtlamnandeEvent[]) => events.reduce<Utlamnande | undefined>((en, event) => (utlamnandet.on[event.type] as (en: Utlamnande | undefined, event: object) => Utlamnande | undefined)(en, { ...event, by: NAMND, stream: 'utlamnande-x' }), undefined)!;

describe('En begäran kommer in', () => {
  it('I13: inget namn och inget skäl krävs, och den är sekretess om inget annat sägs', () => {
    given().when(taEmot()).then(begart());
    given().when(taEmot({ anonym: true })).then(begart());
    given().when(taEmot({ klass: 'oppen', tid: '09:10', sokande: 'svar@pahitt.example', beteckning: 'SN/2026:7' })).then(begart({ klass: 'oppen', tid: '09:10', sokande: s('svar@pahitt.example'), beteckning: 'SN/2026:7' }));
    given(begart()).when(taEmot()).thenRefused('BEGARAN_FINNS_REDAN');
  });
  it('I5: sökanden får vara anonym, och skälet frågas inte efter (TF 2:18)', () => {
    given().when(taEmot({ syfte: 'En artikel' })).thenRefused('SYFTE_FRAGAS_INTE', 'Ange inte skäl för utlämnande: sökanden får vara anonym (TF 2 kap. 18 §).', 'TF 2 kap. 18 §');
    given().when(taEmot({ syfte: 'Forskning', syftetBehovs: true })).then(begart({ syfte: s('Forskning') }));
    given().when(taEmot({ anonym: true, sokande: 'Nils Påhittad' })).thenRefused('SOKANDEN_AR_ANONYM');
  });
  it('nämnden och ärendet ska finnas, och ett hemligt ärende har ingen öppen begäran', () => {
    given().when(taEmot({ omgivning: { namnd: false } })).thenRefused('NAMNDEN_FINNS_INTE');
    given().when(taEmot({ arende: ARENDE })).thenRefused('ARENDET_FINNS_INTE');
    given().when(taEmot({ arende: ARENDE, klass: 'oppen', omgivning: { namnd: true, arende: 'sekretess' } })).thenRefused('SEKRETESS_KRAVS');
    given().when(taEmot({ arende: ARENDE, omgivning: { namnd: true, arende: 'sekretess' } })).then(begart({ arende: ARENDE }));
    given().when(taEmot({ datum: '2026-02-30' })).thenRefused('DATUM_FINNS_INTE');
    given().when(taEmot({ datum: '2026-12-31' })).thenRefused('DATUM_I_FRAMTIDEN');
  });
});

describe('Den anställde prövar', () => {
  it('lämnar ut, med förbehåll, till en del, eller lämnar frågan till myndigheten', () => {
    for (const utfall of ['utlamnad', 'med_forbehall', 'delvis', 'till_myndigheten'] as const) given(begart()).when(prova({ utfall })).then(provat({ utfall }));
    given(begart()).when(prova({ utfall: 'utlamnad', informerad: false })).then(provat({ utfall: 'utlamnad', informerad: false }));
    given(...nekad).when(prova()).thenRefused('SKEDET_MEDGER_INTE', 'Begäran är nekad muntligen.');
    given().when(prova()).thenRefused('BEGARAN_FINNS_INTE');
    given(begart()).when(prova({ datum: '2026-11-01' })).thenRefused('DATUM_I_FEL_ORDNING');
  });
  it('K4/I5: vägras det utan att sökanden får veta om myndighetens prövning: VARNING', () => {
    given(begart()).when(prova({ informerad: false })).thenWarned('SOKANDEN_EJ_INFORMERAD');
    given(begart()).when(prova({ informerad: false })).thenRefused('SOKANDEN_EJ_INFORMERAD', 'Sökanden har inte informerats om rätten till myndighetens prövning (OSL 6 kap. 3 §).', 'OSL 6 kap. 3 §');
    given(begart()).when(prova({ informerad: false }, { SOKANDEN_EJ_INFORMERAD: 'Hon gick' })).then(provat({ informerad: false, avsteg: [{ kod: 'SOKANDEN_EJ_INFORMERAD', skal: s('Hon gick') }] }));
    const utan = [begart(), provat({ informerad: false })] as const;
    given(...utan).when(dag('InformeraOmMyndighetsprovning', '2026-11-04')).then({ type: 'SokandenInformerad', data: { datum: '2026-11-04' } });
    given(...nekad).when(dag('InformeraOmMyndighetsprovning', '2026-11-04')).thenNothing();
    given(...utan).when(dag('AvslutaUtlamnande', '2026-11-05', { skal: 'Inget mer hördes' })).thenWarned('SOKANDEN_EJ_INFORMERAD');
  });
  it('K4/I5: begärt skriftligt beslut som inte har fattats: VARNING, och utan det överklagas inget', () => {
    given(...nekad, krav).when(dag('AvslutaUtlamnande', '2026-11-05', { skal: 'Inget mer hördes' })).thenWarned('SKRIFTLIGT_BESLUT_SAKNAS');
    given(...nekad).when(dag('TaEmotUtlamnandeoverklagande', '2026-11-05')).thenRefused('SKRIFTLIGT_BESLUT_SAKNAS', undefined, 'OSL 6 kap. 3 §');
    given(...nekad).when(dag('AvslutaUtlamnande', '2026-11-05', { skal: 'Sökanden nöjde sig' })).then({ type: 'UtlamnandeAvslutat', data: { klass: 'sekretess', datum: '2026-11-05', skal: s('Sökanden nöjde sig') } });
    given(...nekad).when(dag('AvslutaUtlamnande', '2026-11-05', { skal: ' ' })).thenRefused('SKAL_SAKNAS');
  });
  it('I13: en begäran som har väntat mer än en arbetsdag varnar, med lagens ord för formen', () => {
    given(begart({ datum: '2026-10-30' })).when(prova({ datum: '2026-11-02' })).then(provat({ datum: '2026-11-02' }));
    given(begart()).when(prova({ datum: '2026-11-05' })).thenRefused('BEGARAN_HAR_VANTAT', 'Begäran har väntat 3 dagar. Den ska prövas skyndsamt (TF 2 kap. 16 §).');
    given(begart({ form: 'pa_stallet' })).when(prova({ datum: '2026-11-05' })).thenRefused('BEGARAN_HAR_VANTAT', 'Begäran har väntat 3 dagar. Den ska prövas genast eller så snart det är möjligt (TF 2 kap. 15 §).');
    given(begart()).when(prova({ datum: '2026-11-05' })).thenWarned('BEGARAN_HAR_VANTAT');
  });
});

describe('Myndigheten beslutar', () => {
  it('sökanden begär det när den anställde har vägrat', () => {
    given(...nekad).when(dag('BegarMyndighetsbeslut', '2026-11-04')).then(krav);
    given(begart(), provat({ utfall: 'utlamnad' })).when(dag('BegarMyndighetsbeslut', '2026-11-04')).thenRefused('SKEDET_MEDGER_INTE', 'Handlingen är utlämnad.');
  });
  it('K4/I13: vägran undertecknas av någon utan delegation: STOPP, och det sägs vem som är delegat', () => {
    given(...nekad, krav).when(besluta({ delegat: { slag: 'tjansteman', titel: 'Socialsekreterare' } })).thenRefused('EJ_DELEGAT_FOR_UTLAMNANDE', 'Du är inte delegat för beslut om utlämnande. Lämna över till enhetschef ifo eller förvaltningschefen.', 'OSL 6 kap. 3 §');
    expect(given(...nekad, krav).when(besluta({ delegat: { slag: 'tjansteman', titel: 'Socialsekreterare' } })).outcome).toMatchObject({ hinder: [{ allvar: 'STOPP' }, { kod: 'EJ_BEHORIG', text: 'Socialsekreterare hade inte delegation på punkt 1.7 den 2026-11-05.' }] });
    given(...nekad, krav).when(besluta({ underlag: { ordforande: [] } })).thenRefused('EJ_DELEGAT_FOR_UTLAMNANDE', 'Du är inte delegat för beslut om utlämnande. Lämna över till nämnden.');
    given(...nekad, krav).when({ ...besluta({ delegat: { slag: 'tjansteman', titel: 'Kock' } }), skal: { EJ_DELEGAT_FOR_UTLAMNANDE: 'Brådskande', EJ_BEHORIG: 'Brådskande' } }).thenRefused('EJ_DELEGAT_FOR_UTLAMNANDE');
    given(...nekad, krav).when(besluta({ delegat: { slag: 'tjansteman' } })).thenRefused('DELEGAT_SAKNAS');
  });
  it('av delegaten, med punkt och version, lagrum och skäl (FL 32)', () => {
    given(...nekad, krav).when(besluta()).then(beslutat());
    given(...nekad, krav).when(besluta({ motivering: ' ' })).thenRefused('MOTIVERING_SAKNAS', undefined, 'FL 32 §');
    const { lagrum: _, ...utan } = (besluta() as { data: BeslutaUtlamnande }).data;
    given(...nekad, krav).when({ type: 'BeslutaUtlamnande', data: utan }).thenRefused('LAGRUM_SAKNAS');
  });
  it('eller av nämnden i en paragraf från samma dag', () => {
    const { delegat: _, nummer: _n, ...namnden } = (besluta({ av: 'namnd', utfall: 'delvis', punkt: PUNKT, underlag: { ordforande: [], paragraf: '2026-11-05' } }) as { data: BeslutaUtlamnande }).data;
    given(...nekad, krav).when({ type: 'BeslutaUtlamnande', data: namnden }).then({ type: 'UtlamnandeBeslutat', data: { klass: 'sekretess', datum: '2026-11-05', av: 'namnd', utfall: 'delvis', lagrum, motivering: s('Det kan inte lämnas ut utan men.'), punkt: PUNKT } });
    given(...nekad, krav).when({ type: 'BeslutaUtlamnande', data: { ...namnden, underlag: { ordforande: [], paragraf: '2026-11-04' } } }).thenRefused('PARAGRAFEN_STAMMER_INTE');
  });
});

describe('Överklagandet', () => {
  it('I13: kommer till nämnden, prövas mot sista dagen och lämnas över till kammarrätten', () => {
    given(...nekad, krav, beslutat()).when(dag('NoteraUtlamnandedelfaende', '2026-11-06')).then(delgivet);
    given(...nekad, krav, beslutat()).when(dag('NoteraUtlamnandedelfaende', '2026-11-04')).thenRefused('DATUM_I_FEL_ORDNING');
    given(...nekad, krav, beslutat(), overklagat()).when(dag('NoteraUtlamnandedelfaende', '2026-11-06')).then(delgivet);
    given(...vagen).when(dag('NoteraUtlamnandedelfaende', '2026-11-06')).thenNothing();
    expect(sistaUtlamnandedag('2026-11-05', '2026-11-06')).toBe('2026-11-27');
    given(...vagen).when(dag('TaEmotUtlamnandeoverklagande', '2026-11-20')).then(overklagat());
    given(...vagen, overklagat()).when(dag('LamnaUtlamnandeoverklagande', '2026-11-23')).then(overlamnat);
    given(...vagen, overklagat()).when(dag('LamnaUtlamnandeoverklagande', '2026-11-28')).thenWarned('OVERLAMNAS_SENT');
    given(...vagen, overklagat('2026-11-30')).when(dag('LamnaUtlamnandeoverklagande', '2026-12-01')).thenWarned('OVERKLAGANDET_FOR_SENT');
  });
  it('FL 45: det som kom för sent avvisas, det andra bara med skäl', () => {
    given(...vagen, overklagat('2026-11-30')).when(dag('AvvisaUtlamnandeoverklagande', '2026-12-01', { skal: 'För sent' })).then({ type: 'UtlamnandeoverklagandeAvvisat', data: { klass: 'sekretess', datum: '2026-12-01', skal: s('För sent') } });
    given(...vagen, overklagat()).when(dag('AvvisaUtlamnandeoverklagande', '2026-12-01', { skal: 'För sent' })).thenWarned('RATTIDEN_STAMMER_INTE');
    given(...nekad, krav, beslutat(), overklagat()).when(dag('AvvisaUtlamnandeoverklagande', '2026-12-01', { skal: 'För sent' })).thenWarned('RATTIDEN_STAMMER_INTE');
  });
  it('avgörs av kammarrätten, och därefter av Högsta förvaltningsdomstolen', () => {
    const kr: UtlamnandeEvent = { type: 'UtlamnandeAvgjort', data: { datum: '2026-12-10', domstol: 'KR', utfall: 'avslag' } };
    given(...vagen, overklagat(), overlamnat).when(dag('NoteraUtlamnandedom', '2026-12-10', { domstol: 'KR', utfall: 'avslag' })).then(kr);
    given(...vagen, overklagat(), overlamnat).when(dag('NoteraUtlamnandedom', '2026-12-10', { domstol: 'HFD', utfall: 'avslag' })).thenRefused('SKEDET_MEDGER_INTE');
    given(...vagen, overklagat(), overlamnat, kr).when(dag('NoteraUtlamnandedom', '2026-12-20', { domstol: 'HFD', utfall: 'bifall' })).then({ type: 'UtlamnandeAvgjort', data: { datum: '2026-12-20', domstol: 'HFD', utfall: 'bifall' } });
  });
});

it('I13: klockorna säger vad begäran väntar på, och lagen räknar inga dagar', () => {
  const klockor = (...events: readonly UtlamnandeEvent[]) => utlamnandetsKlockor(doc(...events)).map(({ regel, lag, lagrum: enligt }) => [regel, lag, enligt]);
  expect(klockor(begart())).toEqual([['utlamnande', '2026-11-03', 'TF 2 kap. 16 §']]);
  expect(klockor(begart(), provat({ utfall: 'till_myndigheten' }))).toEqual([['utlamnandebeslut', '2026-11-04', 'OSL 6 kap. 3 §']]);
  expect(klockor(begart(), provat({ informerad: false }))).toEqual([['utlamnandeinformation', '2026-11-03', 'OSL 6 kap. 3 §']]);
  expect(klockor(...nekad)).toEqual([]);
  expect(klockor(...nekad, krav)).toEqual([['utlamnandebeslut', '2026-11-05', 'OSL 6 kap. 3 §']]);
  expect(klockor(...vagen)).toEqual([]);
  expect(klockor(...vagen, overklagat())).toEqual([['overlamnande', '2026-11-27', 'FL 46 §']]);
  expect(klockor(...vagen, overklagat(), overlamnat)).toEqual([]);
});
