import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { type AngeSiffra, kvalitetsberattelse, type KvalitetsberattelseCommand } from './kvalitetsberattelse.decider';
import { GRUNDAVSNITT, type KvalitetsberattelseEvent } from './kvalitetsberattelse.events';

const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const s = <T>(value: T) => seal('kvalitetsberattelse:00000000-0000-4000-8000-0000000000aa', value);
const { given } = specify(kvalitetsberattelse);
const heltal = (tal: number) => ({ tal, decimaler: 0 });
const omgivning = { namnd: true, arende: true, sekretess: false };
type Paborja = Extract<KvalitetsberattelseCommand, { type: 'PaborjaKvalitetsberattelse' }>['data'];
const paborja = (over: Partial<Paborja> = {}): KvalitetsberattelseCommand => ({ type: 'PaborjaKvalitetsberattelse', data: { namnd: x(1), klass: 'oppen', ar: 2017, rubrik: 'Kvalitet 2017', checklista: ['egenkontroll', 'samverkan'], omgivning, ...over } });
const paborjad: KvalitetsberattelseEvent = { type: 'KvalitetsberattelsePaborjad', data: { namnd: x(1), klass: 'oppen', ar: 2017, rubrik: s('Kvalitet 2017'), checklista: ['egenkontroll', 'samverkan'] } };
const skrivet = (avsnitt: 'egenkontroll' | 'samverkan'): KvalitetsberattelseEvent => ({ type: 'AvsnittSkrivet', data: { klass: 'oppen', avsnitt, text: s('Text') } });
const ange = (over: Partial<AngeSiffra> = {}, skal?: Record<string, string>): KvalitetsberattelseCommand => ({ type: 'AngeSiffra', data: { avsnitt: 'egenkontroll', nyckel: 'klagomål', varde: '37', enhet: 'antal', ar: 2017, kalla: { text: 'Sammanställningen' }, ...over }, ...(skal && { skal }) });
type Angiven = Extract<KvalitetsberattelseEvent, { type: 'SiffraAngiven' }>['data'];
const angiven = (over: Partial<Angiven> = {}): KvalitetsberattelseEvent => ({ type: 'SiffraAngiven', data: { klass: 'oppen', avsnitt: 'egenkontroll', nyckel: 'klagomål', varde: heltal(37), enhet: 'antal', ar: 2017, kalla: { slag: 'manuell', text: s('Sammanställningen') }, ...over } });
const lagd = (nyckel: string, varde: number): KvalitetsberattelseEvent => angiven({ nyckel, varde: heltal(varde) });
const kontroll = { slag: 'summa', delar: ['direkt', 'via_ivo'], mot: 'klagomål' } as const;
const tillagd: KvalitetsberattelseEvent = { type: 'SifferkontrollTillagd', data: { nr: 1, ...kontroll } };
const fardigstall = (skal?: Record<string, string>): KvalitetsberattelseCommand => ({ type: 'FardigstallKvalitetsberattelse', data: { datum: '2018-02-28' }, ...(skal && { skal }) });
const fardig: KvalitetsberattelseEvent = { type: 'KvalitetsberattelseFardigstalld', data: { version: 1, datum: '2018-02-28', saknadeAvsnitt: [], anmarkningar: [] } };
const behandling = { sammantrade: x(3), punkt: x(4), datum: '2018-03-21', ar: 2018, nummer: 48, beslutstyp: 'godkanna' };

describe('En kvalitetsberättelse', () => {
  it('H6: påbörjas för ett år, med SOSFS 2011:9:s rubriker när inga andra anges', () => {
    given().when(paborja()).then(paborjad);
    const { checklista: _, ...utan } = (paborja() as { data: Paborja }).data;
    given().when({ type: 'PaborjaKvalitetsberattelse', data: utan }).then({ type: 'KvalitetsberattelsePaborjad', data: { ...paborjad.data, checklista: [...GRUNDAVSNITT] } as Extract<KvalitetsberattelseEvent, { type: 'KvalitetsberattelsePaborjad' }>['data'] });
    given(paborjad).when(paborja()).thenRefused('BERATTELSEN_FINNS_REDAN');
    given().when(paborja({ ar: 2019 })).thenRefused('ARET_ORIMLIGT');
    given().when(paborja({ omgivning: { ...omgivning, namnd: false } })).thenRefused('NAMNDEN_FINNS_INTE');
    given().when(paborja({ arende: x(9), omgivning: { ...omgivning, arende: false } })).thenRefused('ARENDET_FINNS_INTE');
    given().when(paborja({ omgivning: { ...omgivning, sekretess: true } })).thenRefused('SEKRETESS_KRAVS');
    given().when(ange()).thenRefused('BERATTELSEN_FINNS_INTE');
  });
  it('H6: varje siffra säger var den är hämtad', () => {
    given(paborjad).when(ange()).then(angiven());
    given(paborjad).when(ange({ kalla: {} })).thenRefused('KALLA_SAKNAS');
    given(paborjad).when(ange({ kalla: { register: 'klagomal' } })).thenRefused('KALLA_SAKNAS');
    given(paborjad).when(ange({ kalla: { register: 'klagomal', position: `${x(7)}:9999999999999999999` } })).thenRefused('KALLA_SAKNAS');
    given(paborjad).when(ange({ kalla: { register: 'klagomal', position: `${x(7)}:1`, indikator: x(8), manad: '2017-05' } })).thenRefused('FLERA_KALLOR');
    given(paborjad).when(ange({ kalla: { indikator: x(8), manad: '2017-05' } })).thenRefused('FLERA_KALLOR');
    given(paborjad).when(ange({ kalla: { register: 'klagomal', position: `${x(7)}:4711` } })).then(angiven({ kalla: { slag: 'register', register: 'klagomal', logg: x(7), position: 4711 } }));
    const { varde: _, ...utan } = (ange() as { data: AngeSiffra }).data;
    const manad = (mer: Partial<AngeSiffra> = {}): KvalitetsberattelseCommand => ({ type: 'AngeSiffra', data: { ...utan, kalla: { indikator: x(8), manad: '2017-05' }, ...mer } });
    given(paborjad).when(manad()).thenRefused('INDIKATORVARDET_FINNS_INTE');
    given(paborjad).when(manad({ indikatorvarde: { varde: heltal(64), enhet: 'procent', faktum: x(9), version: 5 } })).then(angiven({ varde: heltal(64), enhet: 'procent', kalla: { slag: 'indikator', indikator: x(8), manad: '2017-05-01', faktum: x(9), version: 5 } }));
  });
  it('en siffra läses som den skrivs, och rättas med skäl', () => {
    given(paborjad).when(ange({ varde: 'rätt många' })).thenRefused('VARDET_GAR_INTE_ATT_LASA');
    const { varde: _, ...utan } = (angiven() as { data: Angiven }).data;
    given(paborjad).when(ange({ varde: 'US' })).then({ type: 'SiffraAngiven', data: { ...utan, saknas: 'uppgift_saknas' } });
    given(paborjad).when(ange({ varde: '2017-09-05' })).then({ type: 'SiffraAngiven', data: { ...utan, dag: '2017-09-05' } });
    given(paborjad).when(ange({ varde: '2l' })).thenWarned('OSAKER_AVLASNING');
    given(paborjad).when(ange({ varde: '2l' }, { OSAKER_AVLASNING: 'Jämfört' })).then(angiven({ varde: heltal(21), avsteg: [{ kod: 'OSAKER_AVLASNING', skal: s('Jämfört') }] }));
    given(paborjad, angiven()).when(ange({ varde: '38' })).thenRefused('SKAL_SAKNAS');
    given(paborjad, angiven()).when(ange({ varde: '38', skal: 'Räknat igen' })).then(angiven({ varde: heltal(38), skal: s('Räknat igen') }));
    given(paborjad, angiven()).when({ type: 'StrykSiffra', data: { nyckel: 'klagomål', skal: 'Annan redovisning' } }).then({ type: 'SiffraStruken', data: { klass: 'oppen', nyckel: 'klagomål', skal: s('Annan redovisning') } });
    given(paborjad).when({ type: 'StrykSiffra', data: { nyckel: 'klagomål', skal: 'Annan redovisning' } }).thenRefused('SIFFRAN_FINNS_INTE');
  });
  it('H6: när färre än fem har svarat sparas inte värdet', () => {
    const { varde: _, ...utan } = (angiven() as { data: Angiven }).data;
    given(paborjad).when(ange({ svarande: 4 })).then({ type: 'SiffraAngiven', data: { ...utan, saknas: 'for_fa_svar' } });
    given(paborjad).when(ange({ svarande: 5 })).then(angiven());
  });
  it('kontroller läggs mellan siffror som finns', () => {
    const tre = [paborjad, lagd('direkt', 10), lagd('via_ivo', 27), angiven()];
    given(...tre).when({ type: 'LaggTillSifferkontroll', data: kontroll }).then(tillagd);
    given(paborjad, angiven()).when({ type: 'LaggTillSifferkontroll', data: kontroll }).thenRefused('SIFFRAN_FINNS_INTE', 'Siffran direkt finns inte i berättelsen.');
    given(...tre).when({ type: 'LaggTillSifferkontroll', data: { ...kontroll, slag: 'flode' } }).thenRefused('FEL_ANTAL_DELAR');
    given(...tre, tillagd).when({ type: 'LaggTillSifferkontroll', data: kontroll }).thenRefused('KONTROLLEN_FINNS_REDAN');
    given(...tre, tillagd).when({ type: 'StrykSifferkontroll', data: { nr: 1, skal: 'Fel' } }).then({ type: 'SifferkontrollStruken', data: { klass: 'oppen', nr: 1, skal: s('Fel') } });
    given(...tre).when({ type: 'StrykSifferkontroll', data: { nr: 1, skal: 'Fel' } }).thenRefused('KONTROLLEN_FINNS_INTE');
  });
  it('H6: en rubrik som saknas varnar', () => {
    given(paborjad, skrivet('egenkontroll')).when(fardigstall()).thenWarned('AVSNITT_SAKNAS');
    given(paborjad, skrivet('egenkontroll')).when(fardigstall()).thenRefused('AVSNITT_SAKNAS', 'Berättelsen saknar samverkan.');
    given(paborjad, skrivet('egenkontroll'), skrivet('samverkan')).when(fardigstall()).then(fardig);
    given(paborjad).when({ type: 'FardigstallKvalitetsberattelse', data: { datum: '2018-03-22' } }).thenRefused('DATUM_I_FRAMTIDEN');
  });
  it('H6, M42: siffror som inte stämmer varnar, och skälet blir ett faktum', () => {
    const fel = [paborjad, skrivet('egenkontroll'), skrivet('samverkan'), lagd('direkt', 10), lagd('via_ivo', 26), angiven(), tillagd];
    given(...fel).when(fardigstall()).thenRefused('SUMMAN_STAMMER_INTE', 'Klagomål stämmer inte: 10 + 26 = 36, redovisat 37.');
    given(...fel).when(fardigstall({ SUMMAN_STAMMER_INTE: 'Ett kom två vägar' })).then({ type: 'KvalitetsberattelseFardigstalld', data: { version: 1, datum: '2018-02-28', saknadeAvsnitt: [], anmarkningar: [{ kod: 'SUMMAN_STAMMER_INTE', nycklar: ['direkt', 'via_ivo', 'klagomål'] }], avsteg: [{ kod: 'SUMMAN_STAMMER_INTE', skal: s('Ett kom två vägar') }] } });
  });
  it('H6: en färdig version ändras bara genom en ny, och paragrafen säger vilken den tog upp', () => {
    given(paborjad, fardig).when(ange()).thenRefused('BERATTELSEN_AR_FARDIG');
    given(paborjad, fardig).when({ type: 'OppnaKvalitetsberattelse', data: { skal: 'Återremiss' } }).then({ type: 'KvalitetsberattelseOppnad', data: { klass: 'oppen', skal: s('Återremiss') } });
    given(paborjad).when({ type: 'OppnaKvalitetsberattelse', data: { skal: 'Återremiss' } }).thenRefused('BERATTELSEN_AR_INTE_FARDIG');
    given(paborjad, fardig).when({ type: 'NoteraKvalitetsberattelsebehandling', data: behandling }).then({ type: 'KvalitetsberattelseBehandlad', data: { ...behandling, version: 1 } });
    given(paborjad, fardig, { type: 'KvalitetsberattelseBehandlad', data: { ...behandling, version: 1 } }).when({ type: 'NoteraKvalitetsberattelsebehandling', data: behandling }).thenNothing();
  });
});
