import { FALT, GER } from '@klubba/behorighet';
import { allFacts } from '@klubba/kernel';
import type { Composition } from '../../apps/api/house';
import { ArendeModule } from '../../libs/arende/arende.module';
import { arendeNouns } from '../../libs/arende/arende.noun';
import { NamndModule } from '../../libs/namnd/namnd.module';
import { namndNouns } from '../../libs/namnd/namnd.noun';
import { TjansteskrivelseModule } from '../../libs/tjansteskrivelse/tjansteskrivelse.module';
import { tjansteskrivelseNouns } from '../../libs/tjansteskrivelse/tjansteskrivelse.noun';
import { type Running, startHouse, uuid } from './harness';

// The nouns before the meeting, alone: what they show to whom does not depend on the rest of the house.
const nouns = [...namndNouns, ...arendeNouns, ...tjansteskrivelseNouns];
const commands = Object.values(allFacts(nouns)).map(({ by }) => by);
const OURS = /^(Query[.](namnd|namnder|person|arende|arendeMedNummer|diarium|diarieserie|tjansteskrivelse|forhandsgranskaUppdrag|inlasningslage|foreslaTjansteskrivelse|handelser|granskning|poster|dokumentsummor)|(Namnd|Reglemente|Personallista|Personalforetradare|Uppdrag|Person|Arende|FrammandeNummer|Behandling|Diarieserie|UtgangetDiarienummer|Tjansteskrivelse|Beslutsforslag|Skrivelseversion|Arendehandling|Listkolumn|Forhandsrad|Radfel|Uppdragsforhandsgranskning|Inlasningslage|ForeslagenHandling|Skrivelseforslag|Kvitto|Hinder|Orsak|PageInfo|Handelse|Faltvarde|Arshjulspost|Begarande|SammantradeBegaran|Inkallelserad|Subscription|Andring|Granskning|Post|Lasmodell|Dokumentsumma)(Edge|Connection|Tjansteskrivelse|Handelse)?[.])/;
// The signatures of a memo are another noun's.
const composition: Composition = {
  nouns, modules: [NamndModule, ArendeModule, TjansteskrivelseModule],
  ger: Object.fromEntries(Object.entries(GER).filter(([command]) => commands.includes(command))), falt: Object.fromEntries(Object.entries(FALT).filter(([row]) => OURS.test(row) && row !== 'Tjansteskrivelse.signaturer')),
};

type Receipt = { readonly id: string; readonly version: number; readonly position: string };
type Outcome = Receipt & { readonly kod?: string; readonly text?: string; readonly orsaker?: readonly { readonly kod: string }[] };

let house: Running;
let tokens: Readonly<Record<'registrator' | 'handlaggare' | 'ledamot' | 'revisor', string>>;
beforeAll(async () => {
  house = await startHouse({ composition });
  tokens = { registrator: await house.token('registrator'), handlaggare: await house.token('handlaggare'), ledamot: await house.token('ledamot'), revisor: await house.token('revisor') };
});
afterAll(() => house.remove());

const give = async (command: string, data: object, { id, by = tokens.registrator, skal, kommandoId = uuid() }: { id?: string; by?: string | undefined; skal?: Readonly<Record<string, string>>; kommandoId?: string } = {}): Promise<Outcome> => {
  const name = command[0]!.toLowerCase() + command.slice(1);
  const query = `mutation($k: ID!, ${id === undefined ? '' : '$id: ID!, '}$d: ${command}Input!, $s: [Skal!]) { ${name}(kommandoId: $k, ${id === undefined ? '' : 'id: $id, '}data: $d, skal: $s) { ... on Kvitto { id version position } ... on Hinder { kod text orsaker { kod } } } }`;
  const answer = await house.ask(query, { k: kommandoId, d: data, ...(id !== undefined && { id }), ...(skal && { s: Object.entries(skal).map(([kod, text]) => ({ kod, skal: text })) }) }, by);
  if (answer.errors !== undefined) throw new Error(answer.text);
  const outcome = (answer.data as Record<string, Outcome>)[name]!;
  if (outcome.kod === undefined) await house.house.models.caughtUp(BigInt(outcome.position.split(':')[1]!));
  return outcome;
};
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what it asked for
const see = async (query: string, by?: string, variables: object = {}): Promise<any> => {
  const { data, errors, text } = await house.ask(query, variables as Readonly<Record<string, unknown>>, by);
  if (errors !== undefined) throw new Error(text);
  return data;
};
const done = async (outcome: Promise<Outcome>): Promise<Receipt> => {
  const answer = await outcome;
  if (answer.kod !== undefined) throw new Error(`${answer.kod}: ${answer.text}`);
  return answer;
};

let namnd: string;
let person: string;
let handlaggare: string;
const reglemente = { fran: '2018-01-01', antalLedamoter: 11, kallelseDagar: 5, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform: 'nummer', diariekod: 'SOCN' };
beforeAll(async () => {
  ({ id: namnd } = await done(give('InrattaNamnd', { organ: 'SN', namn: 'Socialnämnden i Påhitt', slag: 'namnd' })));
  await done(give('FaststallReglemente', reglemente, { id: namnd }));
  ({ id: person } = await done(give('RegistreraPerson', { namn: 'Folke Vald', slag: 'fortroendevald' })));
  ({ id: handlaggare } = await done(give('RegistreraPerson', { namn: 'Hanna Läggare', slag: 'tjansteperson', titel: 'utredare', inloggning: 'hanlag' })));
  await done(give('ValjForUppdrag', { person, uppdrag: 'ledamot', roll: 'ordforande', parti: 'S', ordning: 1, fran: '2018-01-01' }, { id: namnd }));
});

const oppna = (over: object = {}, by = tokens.registrator): Promise<Outcome> => give('OppnaArende', { namnd, klass: 'oppen', rubrik: 'Remiss om nattöppet', datum: '2018-02-14', ...over }, { by });
const ARENDE = 'id klass diarienummer datum rubrik rubrikIntern avsandare slag sekretesslagrum status frammandeNummer { nummer } tjansteskrivelser { id version } behandlingar { nummer } historik { typ roll }';
const HIDDEN = { rubrik: null, rubrikIntern: null, avsandare: null, slag: null, sekretesslagrum: null, status: null, frammandeNummer: [], tjansteskrivelser: [], behandlingar: [], historik: [] };

describe('Nämnden', () => {
  it('visas för alla med reglemente och de förtroendevaldas namn', async () => {
    const { namnd: seen } = await see(`{ namnd(id: "${namnd}") { organ namn reglementen { antalLedamoter justeringssatt } uppdrag { namn roll parti fran } } }`);
    expect(seen).toEqual({
      organ: 'SN', namn: 'Socialnämnden i Påhitt', reglementen: [{ antalLedamoter: 11, justeringssatt: 'underskrift' }], uppdrag: [{ namn: 'Folke Vald', roll: 'ordforande', parti: 'S', fran: '2018-01-01' }],
    });
    expect((await see(`{ namnd(id: "${namnd}", pa: "2017-06-01") { reglementen { fran } uppdrag { person } } }`)).namnd).toEqual({ reglementen: [], uppdrag: [] });
    expect((await see('{ namnder { edges { node { organ } } } }')).namnder.edges).toEqual([{ node: { organ: 'SN' } }]);
  });
  it('en tjänsteperson visas bara för den som har en roll; inloggningen aldrig för allmänheten', async () => {
    const query = (id: string) => `{ person(id: "${id}") { namn slag titel inloggning } }`;
    expect((await see(query(handlaggare))).person).toBeNull();
    expect((await see(query(handlaggare), tokens.ledamot)).person).toEqual({ namn: 'Hanna Läggare', slag: 'tjansteperson', titel: 'utredare', inloggning: 'hanlag' });
    expect((await see(query(person))).person).toEqual({ namn: 'Folke Vald', slag: 'fortroendevald', titel: null, inloggning: null });
  });
  it('E9: ett utskott väljs bland nämndens egna', async () => {
    const { id: utskott } = await done(give('InrattaNamnd', { organ: 'SNAU', namn: 'Arbetsutskottet', slag: 'utskott', overordnad: namnd }));
    const { id: utanfor } = await done(give('RegistreraPerson', { namn: 'Utomstående Påhittad', slag: 'fortroendevald' }));
    const seat = { uppdrag: 'ledamot', parti: 'S', ordning: 1, fran: '2018-03-01' };
    expect(await give('ValjForUppdrag', { ...seat, person: utanfor }, { id: utskott })).toMatchObject({ kod: 'EJ_VALBAR_TILL_UTSKOTT' });
    await done(give('ValjForUppdrag', { ...seat, person }, { id: utskott }));
    expect(await give('ValjForUppdrag', { ...seat, person: handlaggare }, { id: namnd })).toMatchObject({ kod: 'PERSONEN_AR_INTE_FORTROENDEVALD' });
    expect(await give('InrattaNamnd', { organ: 'X', namn: 'X', slag: 'utskott', overordnad: utskott })).toMatchObject({ kod: 'OVERORDNAD_NAMND_SAKNAS' });
  });
});

describe('Diariet', () => {
  it('I2/I3: visar alla numret och dagen, och av ett sekretessärende inget mer för den som inte får', async () => {
    const open = await done(oppna({ datum: '2016-02-14', avsandare: 'Kulturnämnden', rubrikIntern: 'INTERN-1', frammandeNummer: [{ nummer: 'KS/2016:69 - 047', organ: 'KS' }] }));
    const secret = await done(oppna({ datum: '2016-02-15', klass: 'sekretess', sekretesslagrum: 'OSL 26:1', rubrik: 'HEMLIG-RUBRIK', avsandare: 'HEMLIG-AVSANDARE', slag: 'individarende', frammandeNummer: [{ nummer: 'HEMLIGT-1' }] }));
    const query = `{ diarium(namnd: "${namnd}", ar: 2016, minst: "${secret.position}") { edges { node { ${ARENDE} } } } }`;
    const [first, second] = (await see(query)).diarium.edges.map(({ node }: { node: unknown }) => node);
    expect(first).toEqual({
      id: open.id, klass: 'oppen', diarienummer: 'SOCN/2016:1', datum: '2016-02-14', rubrik: 'Remiss om nattöppet', rubrikIntern: null, avsandare: 'Kulturnämnden', slag: null, sekretesslagrum: null,
      status: 'oppet', frammandeNummer: [{ nummer: 'KS/2016:69 - 047' }], tjansteskrivelser: [], behandlingar: [], historik: [],
    });
    expect(second).toEqual({ ...HIDDEN, id: secret.id, klass: 'sekretess', diarienummer: 'SOCN/2016:2', datum: '2016-02-15' });

    const inside = (await see(query, tokens.ledamot)).diarium.edges[1].node;
    expect(inside).toMatchObject({ rubrik: 'HEMLIG-RUBRIK', avsandare: 'HEMLIG-AVSANDARE', slag: 'individarende', sekretesslagrum: 'OSL 26:1' });
    expect(inside.historik).toEqual([{ typ: 'ArendeOppnat', roll: 'registrator' }, { typ: 'DiarienummerSatt', roll: 'system' }]);
    for (const by of [undefined, tokens.revisor, tokens.handlaggare]) expect(JSON.stringify(await see(query, by))).not.toContain('HEMLIG');
  });

  it('OSL 5:2: en dold avsändare visas bara inom nämnden', async () => {
    const { id, position } = await done(oppna({ datum: '2015-01-02', avsandare: 'DOLD-AVSANDARE', avsandareDold: true }));
    const query = `{ arende(id: "${id}", minst: "${position}") { avsandare } }`;
    expect((await see(query)).arende.avsandare).toBeNull();
    expect((await see(query, tokens.handlaggare)).arende.avsandare).toBe('DOLD-AVSANDARE');
  });

  it('A11: ärendet hittas på sitt nummer hur det än skrivs', async () => {
    const find = async (diarienummer: string) => (await see('query($n: ID!, $d: String!) { arendeMedNummer(namnd: $n, diarienummer: $d) { diarienummer } }', undefined, { n: namnd, d: diarienummer })).arendeMedNummer;
    expect(await find('SOCN/2016:1')).toEqual({ diarienummer: 'SOCN/2016:1' });
    expect(await find('Dnr SOCN-2016-00001')).toEqual({ diarienummer: 'SOCN/2016:1' });
    expect(await find('KS/2016:1')).toBeNull();
    expect(await find('SOCN/2016:99')).toBeNull();
    const { errors, status } = await house.ask(`{ arendeMedNummer(namnd: "${namnd}", diarienummer: "1 eller 2") { id } }`);
    expect(errors![0]).toMatchObject({ message: 'Diarienumret ska skrivas som SN/2018:23, SN-2018-00023 eller SN 2018/23.', extensions: { code: 'OGILTIG_INDATA' } });
    expect(status).toBeLessThan(500);
  });

  it('fortsätter en serie från ett annat system; bara registratorn, bara en tom serie', async () => {
    expect(await give('BorjaDiarieserie', { namnd, ar: 2017, sista: 187 }, { by: tokens.handlaggare })).toMatchObject({ kod: 'BEHORIGHET_SAKNAS' });
    await done(give('BorjaDiarieserie', { namnd, ar: 2017, sista: 187 }));
    const { id, position } = await done(oppna({ datum: '2017-05-24' }));
    expect((await see(`{ arende(id: "${id}", minst: "${position}") { diarienummer ar lopnummer } }`)).arende).toEqual({ diarienummer: 'SOCN/2017:188', ar: 2017, lopnummer: 188 });
    expect(await give('BorjaDiarieserie', { namnd, ar: 2017, sista: 300 })).toMatchObject({ kod: 'SERIEN_ANVANDS_REDAN' });
    expect((await see(`{ diarieserie(namnd: "${namnd}", ar: 2017) { sista utgangna { lopnummer } } }`, tokens.revisor)).diarieserie).toEqual({ sista: 188, utgangna: [] });
    expect((await see(`{ diarieserie(namnd: "${namnd}", ar: 2017) { sista } }`)).diarieserie).toBeNull();
  });

  it('ger obrutna nummer när många öppnar ärenden samtidigt', async () => {
    const opened = await Promise.all(Array.from({ length: 40 }, () => done(oppna({ datum: '2014-03-03' }))));
    const last = opened.reduce((a, b) => (BigInt(a.position.split(':')[1]!) > BigInt(b.position.split(':')[1]!) ? a : b));
    const { diarium } = await see(`{ diarium(namnd: "${namnd}", ar: 2014, first: 100, minst: "${last.position}") { edges { node { lopnummer } } pageInfo { hasNextPage } } }`);
    expect(diarium.edges.map(({ node }: { node: { lopnummer: number } }) => node.lopnummer)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(diarium.pageInfo.hasNextPage).toBe(false);
  });

  it('bläddras i båda riktningar', async () => {
    const page = async (after?: string) => (await see('query($n: ID!, $a: String) { diarium(namnd: $n, ar: 2014, first: 25, senastForst: true, after: $a) { edges { node { lopnummer } } pageInfo { hasNextPage endCursor } } }', undefined, { n: namnd, a: after })).diarium;
    const one = await page();
    const two = await page(one.pageInfo.endCursor);
    expect([...one.edges, ...two.edges].map(({ node }: { node: { lopnummer: number } }) => node.lopnummer)).toEqual(Array.from({ length: 40 }, (_, i) => 40 - i));
    expect(two.pageInfo.hasNextPage).toBe(false);
  });
});

describe('Tjänsteskrivelsen', () => {
  const skrivelse = (arende: string, over: object = {}) => ({
    namnd, arende, rubrik: 'Svar på remiss', datum: '2018-03-12', handlaggare, mottagare: ['Socialnämnden'], forslag: ['Nämnden godkänner UTKASTTEXT.'], arendebeskrivning: 'UTKASTTEXT om ärendet.',
    handlingar: [{ namn: 'Remiss', datum: '2018-02-14' }], skickasTill: ['Kulturnämnden'], ...over,
  });
  const SKRIVELSE = 'status version klass rubrik handlaggarensNamn mottagare forslag { nr text } handlingar { namn datum } skickasTill versioner { version fardigstalld }';
  const at = (id: string, position: string, more = '') => `{ tjansteskrivelse(id: "${id}", minst: "${position}"${more}) { ${SKRIVELSE} } }`;

  it('I6: är arbetsmaterial tills ärendet är slutbehandlat, och då visas bara det färdiga', async () => {
    const arende = await done(oppna({ datum: '2018-02-14' }));
    const { id } = await done(give('SkrivTjansteskrivelse', skrivelse(arende.id), { by: tokens.handlaggare }));
    const finished = await done(give('FardigstallTjansteskrivelse', { datum: '2018-03-13' }, { id, by: tokens.handlaggare }));
    expect((await see(at(id, finished.position))).tjansteskrivelse).toBeNull();
    expect((await see(at(id, finished.position), tokens.handlaggare)).tjansteskrivelse).toEqual({
      status: 'fardigstalld', version: 1, klass: 'oppen', rubrik: 'Svar på remiss', handlaggarensNamn: 'Hanna Läggare', mottagare: ['Socialnämnden'], forslag: [{ nr: 1, text: 'Nämnden godkänner UTKASTTEXT.' }],
      handlingar: [{ namn: 'Remiss', datum: '2018-02-14' }], skickasTill: ['Kulturnämnden'], versioner: [{ version: 1, fardigstalld: '2018-03-13' }],
    });
    const memos = `{ arende(id: "${arende.id}") { tjansteskrivelser { id version } } }`;
    expect((await see(memos)).arende.tjansteskrivelser).toEqual([]);
    expect((await see(memos, tokens.handlaggare)).arende.tjansteskrivelser).toEqual([{ id, version: 1 }]);

    const closed = await done(give('AvslutaArende', { datum: '2018-05-02' }, { id: arende.id }));
    expect((await see(at(id, closed.position))).tjansteskrivelse).toMatchObject({ status: 'fardigstalld', rubrik: 'Svar på remiss', handlaggarensNamn: 'Hanna Läggare', versioner: [] });
    expect((await see(memos)).arende.tjansteskrivelser).toEqual([{ id, version: 1 }]);
    expect((await see(at(id, closed.position, `, vid: { position: "${finished.position}" }`))).tjansteskrivelse).toBeNull();

    await done(give('AterOppnaArende', { datum: '2018-06-01', skal: 'Komplettering' }, { id: arende.id }));
    const redrafted = await done(give('AndraTjansteskrivelse', { ...without(skrivelse(arende.id), 'namnd', 'arende'), rubrik: 'NYTT-UTKAST', skal: 'Nytt underlag' }, { id, by: tokens.handlaggare }));
    const outside = await see(at(id, redrafted.position));
    expect(outside.tjansteskrivelse).toMatchObject({ version: 1, status: 'fardigstalld', rubrik: 'Svar på remiss' });
    expect(JSON.stringify(outside)).not.toContain('NYTT-UTKAST');
    expect((await see(at(id, redrafted.position), tokens.handlaggare)).tjansteskrivelse).toMatchObject({ version: 2, status: 'utkast', rubrik: 'NYTT-UTKAST' });
    expect((await see(at(id, redrafted.position, ', version: 1'), tokens.handlaggare)).tjansteskrivelse).toMatchObject({ version: 1, status: 'fardigstalld', rubrik: 'Svar på remiss' });

    // As-of under today's clearance: what is secret today was so then, to those who look today.
    const hidden = await done(give('AndraArendeklass', { klass: 'sekretess', sekretesslagrum: '26:1', datum: '2018-06-02', skal: 'Ny uppgift' }, { id: arende.id }));
    for (const more of ['', `, vid: { position: "${closed.position}" }`]) {
      expect((await see(at(id, hidden.position, more))).tjansteskrivelse).toBeNull();
      expect((await see(at(id, hidden.position, more), tokens.handlaggare)).tjansteskrivelse).toBeNull();
      expect((await see(at(id, hidden.position, more), tokens.ledamot)).tjansteskrivelse).toMatchObject({ klass: 'sekretess' });
      expect((await see(`{ arende(id: "${arende.id}"${more}) { ${ARENDE} } }`)).arende).toMatchObject({ ...HIDDEN, klass: 'sekretess' });
    }
  });

  it('hör till ett ärende i nämnden, med sin handläggare, och med rätt nummer', async () => {
    const arende = await done(oppna());
    expect(await give('SkrivTjansteskrivelse', skrivelse(uuid()))).toMatchObject({ kod: 'ARENDET_FINNS_INTE' });
    const { id: annan } = await done(give('InrattaNamnd', { organ: 'BUN', namn: 'Barnnämnden', slag: 'namnd' }));
    expect(await give('SkrivTjansteskrivelse', skrivelse(arende.id, { namnd: annan }))).toMatchObject({ kod: 'ARENDET_FINNS_INTE' });
    expect(await give('SkrivTjansteskrivelse', skrivelse(arende.id, { handlaggare: uuid() }))).toMatchObject({ kod: 'PERSONEN_FINNS_INTE' });
    expect(await give('SkrivTjansteskrivelse', skrivelse(arende.id, { beteckning: 'SOCN/2018:9999' }))).toMatchObject({ kod: 'DIARIENUMREN_STAMMER_INTE' });
  });

  it('återkallad försvinner den ur ärendet', async () => {
    const arende = await done(oppna());
    const { id } = await done(give('SkrivTjansteskrivelse', skrivelse(arende.id)));
    await done(give('FardigstallTjansteskrivelse', { datum: '2018-03-13' }, { id }));
    const { position } = await done(give('AterkallaTjansteskrivelse', { datum: '2018-03-14', skal: 'Fel ärende' }, { id }));
    expect((await see(`{ arende(id: "${arende.id}", minst: "${position}") { tjansteskrivelser { id } historik { typ } } }`, tokens.registrator)).arende).toEqual({
      tjansteskrivelser: [], historik: ['ArendeOppnat', 'DiarienummerSatt', 'TjansteskrivelseNoterad', 'TjansteskrivelsenUtgick'].map((typ) => ({ typ })),
    });
  });
});

describe('Det som inte går', () => {
  const long = 'x'.repeat(1_000_000);
  it.each<readonly [string, object, string]>([
    ['tom rubrik', { rubrik: ' ' }, 'OGILTIG_INDATA'], ['för lång rubrik', { rubrik: 'x'.repeat(301) }, 'OGILTIG_INDATA'], ['en dag som inte finns', { datum: '2018-02-30' }, 'OGILTIG_INDATA'],
    ['en dag i framtiden', { datum: '2999-01-01' }, 'DATUM_I_FRAMTIDEN'], ['en nämnd som inte finns', { namnd: '00000000-0000-4000-8000-0000000000ff' }, 'NAMNDEN_FINNS_INTE'],
    ['sekretess utan lagrum', { klass: 'sekretess' }, 'SEKRETESSLAGRUM_SAKNAS'], ['fel form på klassen', { klassifikation: 'abc' }, 'OGILTIG_INDATA'],
    ['ett nummer utan form', { frammandeNummer: [{ nummer: '§ 5' }] }, 'FRAMMANDE_NUMMER_HAR_FEL_FORM'], ['ett tomt nummer', { frammandeNummer: [{ nummer: '' }] }, 'OGILTIG_INDATA'],
    ['ett styrtecken', { rubrik: 'Ett\u0000två' }, 'OGILTIGT_VARDE'],
  ])('%s', async (_, over, kod) => {
    const outcome = await oppna(over);
    expect(outcome.kod).toBe(kod);
    expect(outcome.text).not.toMatch(/must|should|Error/);
  });
  it('en rubrik på 1 MB stoppas utan att sägas', async () => {
    const answer = await house.ask('mutation($k: ID!, $d: OppnaArendeInput!) { oppnaArende(kommandoId: $k, data: $d) { ... on Hinder { kod } } }', { k: uuid(), d: { namnd, klass: 'oppen', rubrik: long, datum: '2018-02-14' } }, tokens.registrator);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text.length).toBeLessThan(10_000);
  });
  it('det som inte finns', async () => {
    const query = `{ arende(id: "${uuid()}") { id } tjansteskrivelse(id: "${uuid()}") { version } namnd(id: "nej") { id } person(id: "${uuid()}") { slag } }`;
    expect(await see(query)).toEqual({ arende: null, tjansteskrivelse: null, namnd: null, person: null });
    expect(await give('AvslutaArende', { datum: '2018-05-02' }, { id: uuid() })).toMatchObject({ kod: 'FINNS_INTE' });
  });
  it('det som är utfört får sitt kvitto igen, fast omgivningen i dag skulle neka det, och varför sägs bara för den som får ge kommandot', async () => {
    const { id: vald } = await done(give('RegistreraPerson', { namn: 'Vald En Gång', slag: 'fortroendevald' }));
    const val = { person: vald, uppdrag: 'ersattare', parti: 'M', ordning: 1, fran: '2018-01-01' };
    const kommandoId = uuid();
    const kvitto = await done(give('ValjForUppdrag', val, { id: namnd, kommandoId }));
    await done(give('RattaPerson', { slag: 'annan', skal: 'Felregistrerad' }, { id: vald }));
    expect(await give('ValjForUppdrag', val, { id: namnd, kommandoId })).toEqual(kvitto);
    expect(await give('ValjForUppdrag', val, { id: namnd })).toMatchObject({ kod: 'PERSONEN_AR_INTE_FORTROENDEVALD' });
    const annanstans = await house.token('registrator', { roller: { [uuid()]: ['registrator'] } });
    expect(await give('ValjForUppdrag', val, { id: namnd, by: annanstans })).toMatchObject({ kod: 'BEHORIGHET_SAKNAS' });
  });
  it('allmänheten ger inga kommandon', async () => {
    const answer = await house.ask('mutation($k: ID!, $d: OppnaArendeInput!) { oppnaArende(kommandoId: $k, data: $d) { ... on Hinder { kod } } }', { k: uuid(), d: { namnd, klass: 'oppen', rubrik: 'x', datum: '2018-02-14' } });
    expect(answer.data.oppnaArende).toEqual({ kod: 'BEHORIGHET_SAKNAS' });
  });
});

const without = (data: object, ...keys: readonly string[]): object => Object.fromEntries(Object.entries(data).filter(([key]) => !keys.includes(key)));
