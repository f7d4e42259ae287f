import fc from 'fast-check';
import { fold, isRefusal, type Recorded, seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { type Arendelage, type Skrivet, tjansteskrivelse, type TjansteskrivelseCommand } from './tjansteskrivelse.decider';
import type { TjansteskrivelseEvent } from './tjansteskrivelse.events';
import { forslagsform } from './tjansteskrivelse.forslag.decider';
import { type Tjansteskrivelse, tjansteskrivelsen } from './tjansteskrivelse.projection';
import { noteraTjansteskrivelse } from './tjansteskrivelse.reactions';

const id = '00000000-0000-4000-8000-0000000000aa';
const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [namnd, arende, handlaggare] = [x(10), x(11), x(12)];
const s = <T>(value: T) => seal(`tjansteskrivelse:${id}`, value);
const { given } = specify(tjansteskrivelse);

const oppet: Arendelage = { klass: 'oppen', avslutat: false, nummer: ['SOCN/2018:23'] };
const hemligt: Arendelage = { ...oppet, klass: 'sekretess' };
const skrivet: Skrivet = {
  rubrik: 'Svar på remiss om nattöppet bibliotek', datum: '2018-03-12', handlaggare, mottagare: ['Socialnämnden'], forslag: ['Nämnden godkänner yttrandet.', 'Paragrafen justeras omedelbart.'],
  arendebeskrivning: 'Kulturnämnden har skickat en remiss.', handlingar: [{ namn: 'Remiss', datum: '2018-02-14' }], skickasTill: ['Kulturnämnden'],
};
const skriv = (over: Partial<Skrivet> = {}, arendelage = oppet): TjansteskrivelseCommand => ({ type: 'SkrivTjansteskrivelse', data: { ...skrivet, namnd, arende, arendelage, ...over } });
const innehall = {
  version: 1, klass: 'oppen', rubrik: s(skrivet.rubrik), datum: '2018-03-12', handlaggare, mottagare: [s('Socialnämnden')],
  forslag: [{ nr: 1, text: s('Nämnden godkänner yttrandet.'), form: 'beslut' }, { nr: 2, text: s('Paragrafen justeras omedelbart.'), form: 'beslut' }],
  arendebeskrivning: s(skrivet.arendebeskrivning), handlingar: [{ namn: s('Remiss'), datum: '2018-02-14' }], skickasTill: [s('Kulturnämnden')],
} as const;
const skriven = (over: object = {}): TjansteskrivelseEvent => ({ type: 'TjansteskrivelseSkriven', data: { namnd, arende, ...innehall, ...over } });
const andra: TjansteskrivelseCommand = { type: 'AndraTjansteskrivelse', data: { ...skrivet, skal: 'Nytt underlag', arendelage: oppet } };
const andrad = (version: number, over: object = {}): TjansteskrivelseEvent => ({ type: 'TjansteskrivelseAndrad', data: { ...innehall, version, skal: s('Nytt underlag'), ...over } });
const fardigstall = (over: object = {}): TjansteskrivelseCommand => ({ type: 'FardigstallTjansteskrivelse', data: { datum: '2018-03-13', arendelage: oppet, ...over } });
const fardig = (version = 1, over: object = {}): TjansteskrivelseEvent => ({ type: 'TjansteskrivelseFardigstalld', data: { arende, version, klass: 'oppen', datum: '2018-03-13', dokumentdatum: '2018-03-12', ...over } });
const aterkalla: TjansteskrivelseCommand = { type: 'AterkallaTjansteskrivelse', data: { datum: '2018-03-14', skal: 'Dras tillbaka', arendelage: oppet } };
const aterkallad: TjansteskrivelseEvent = { type: 'TjansteskrivelseAterkallad', data: { arende, klass: 'oppen', datum: '2018-03-14', skal: s('Dras tillbaka') } };
const recorded = (event: TjansteskrivelseEvent, version: number): Recorded<TjansteskrivelseEvent> =>
  ({ ...event, logg: x(7), id: x(100 + version), stream: `tjansteskrivelse-${id}`, version, schema: 1, namnd, at: `2018-03-0${version}T00:00:00.000Z`, by: x(5), roll: 'handlaggare', command: x(6), correlation: x(6), cause: null, position: BigInt(version) }) as Recorded<TjansteskrivelseEvent>;
const docOf = (...events: readonly TjansteskrivelseEvent[]): Tjansteskrivelse =>
  events.reduce<Tjansteskrivelse | undefined>((doc, event, i) => (tjansteskrivelsen.on[event.type] as (doc: Tjansteskrivelse | undefined, event: Recorded<TjansteskrivelseEvent>) => Tjansteskrivelse | undefined)(doc, recorded(event, i + 1)), undefined)!;

describe('Att skriva en tjänsteskrivelse', () => {
  it('A11: numrerar förslagen till beslut i ordning och förseglar all text', () => given().when(skriv()).then(skriven()));
  it('I3: gör den minst så sluten som ärendet', () => {
    given().when(skriv({}, hemligt)).then(skriven({ klass: 'sekretess' }));
    given().when(skriv({ klass: 'oppen' }, hemligt)).then(skriven({ klass: 'sekretess' }));
    given().when(skriv({ klass: 'sekretess' })).then(skriven({ klass: 'sekretess' }));
  });
  it('A11: agenda dnr SOCN/2018:24, tjänsteskrivelse SOCN/2018:25 – ”Diarienumren stämmer inte överens”', () =>
    given().when(skriv({ beteckning: 'SOCN/2018:25' }, { ...oppet, nummer: ['SOCN/2018:24'] }))
      .thenRefused('DIARIENUMREN_STAMMER_INTE', 'Diarienumren stämmer inte överens: ärendet har SOCN/2018:24, tjänsteskrivelsen SOCN/2018:25.'));
  it('A11: numret får skrivas med klass, eller vara ärendets nummer i ett annat diarium', () => {
    given().when(skriv({ beteckning: 'SOCN/2018:23 - 759' })).then(skriven({ beteckning: 'SOCN/2018:23 - 759' }));
    given().when(skriv({ beteckning: 'KS/2018:69 - 047' }, { ...oppet, nummer: ['SOCN/2018:23', 'KS/2018:69'] })).then(skriven({ beteckning: 'KS/2018:69 - 047' }));
  });
  it('går inte i ett avslutat ärende, inte två gånger, och inte på en dag som inte finns', () => {
    given().when(skriv({}, { ...oppet, avslutat: true })).thenRefused('ARENDET_AR_AVSLUTAT');
    given(skriven()).when(skriv()).thenRefused('TJANSTESKRIVELSEN_FINNS_REDAN');
    given().when(skriv({ handlingar: [{ namn: 'Remiss', datum: '2018-02-30' }] })).thenRefused('DATUM_FINNS_INTE');
  });
});

describe('Att färdigställa den', () => {
  it('A11: går med förslag till beslut, mottagare och datum i ordning', () => given(skriven()).when(fardigstall()).then(fardig()));
  it('händer en gång även om den lämnas två gånger', () => given(skriven(), fardig()).when(fardigstall()).thenNothing());
  it('A11: förslag till beslut måste finnas', () => given(skriven({ forslag: [] })).when(fardigstall()).thenRefused('FORSLAG_SAKNAS', 'Tjänsteskrivelsen saknar förslag till beslut.'));
  it('A11: ett förslag får inte vara tomt', () => {
    const tomt = skriven({ forslag: [innehall.forslag[0], { nr: 2, text: s(' '), form: 'tomt' }] });
    given().when(skriv({ forslag: ['Nämnden godkänner yttrandet.', ' '] })).then(tomt);
    given(tomt).when(fardigstall()).thenRefused('FORSLAG_TOMT', 'Förslag till beslut nr 2 är tomt.');
  });
  it('A11: varnar när ett förslag inte är formulerat som ett beslut', () =>
    given(skriven({ forslag: [{ nr: 1, text: s('Se bilaga.'), form: 'annat' }] })).when(fardigstall()).thenWarned('FORSLAG_EJ_FORMULERAT_SOM_BESLUT'));
  it('A11: varnar när ”Beslutet skickas till” är tomt', () => given(skriven({ skickasTill: [] })).when(fardigstall()).thenWarned('SKICKAS_TILL_SAKNAS'));
  it('A11: handlingens datum ≤ tjänsteskrivelsens', () => {
    const sen = skriven({ handlingar: [{ namn: s('Remiss'), datum: '2018-02-14' }, { namn: s('Plan'), datum: '2018-03-14' }] });
    given(sen).when(fardigstall()).thenWarned('HANDLING_EFTER_TJANSTESKRIVELSE');
    given(sen).when(fardigstall()).thenRefused('HANDLING_EFTER_TJANSTESKRIVELSE', 'Handling nr 2 är daterad 2018-03-14, efter tjänsteskrivelsen 2018-03-12. Kontrollera datum.');
    given(skriven({ handlingar: [{ namn: s('Remiss'), datum: '2018-03-12' }] })).when(fardigstall()).then(fardig());
  });
  it('A11: utredningen daterad 2017-03-01, före händelsen 2017-05-24', () =>
    given(skriven({ handlingar: [{ namn: s('Utredning'), datum: '2017-03-01', handelsedatum: '2017-05-24' }] })).when(fardigstall())
      .thenRefused('HANDLING_FORE_HANDELSE', 'Handling nr 1 är daterad 2017-03-01, före händelsen 2017-05-24. Kontrollera datum.'));
  it('varnar när den är daterad efter dagen den blev klar', () => given(skriven()).when(fardigstall({ datum: '2018-03-11' })).thenWarned('FARDIG_FORE_SITT_DATUM'));
  it('A11: varningarna kommer alla på en gång och passeras var och en med sitt skäl', () => {
    const slarvig = skriven({ skickasTill: [], forslag: [{ nr: 1, text: s('Se bilaga.'), form: 'annat' }] });
    given(slarvig).when(fardigstall()).thenWarned('FORSLAG_EJ_FORMULERAT_SOM_BESLUT', 'SKICKAS_TILL_SAKNAS');
    given(slarvig).when({ ...fardigstall(), skal: { SKICKAS_TILL_SAKNAS: 'Internt' } } as TjansteskrivelseCommand).thenWarned('FORSLAG_EJ_FORMULERAT_SOM_BESLUT');
    given(slarvig).when({ ...fardigstall(), skal: { SKICKAS_TILL_SAKNAS: 'Internt', FORSLAG_EJ_FORMULERAT_SOM_BESLUT: ' ' } } as TjansteskrivelseCommand).thenWarned('FORSLAG_EJ_FORMULERAT_SOM_BESLUT');
    given(slarvig).when({ ...fardigstall(), skal: { SKICKAS_TILL_SAKNAS: 'Internt', FORSLAG_EJ_FORMULERAT_SOM_BESLUT: 'Texten ligger i bilagan' } } as TjansteskrivelseCommand)
      .then(fardig(1, { avsteg: [{ kod: 'FORSLAG_EJ_FORMULERAT_SOM_BESLUT', skal: s('Texten ligger i bilagan') }, { kod: 'SKICKAS_TILL_SAKNAS', skal: s('Internt') }] }));
  });
  it('tar ärendets klass när ärendet har blivit hemligt sedan den skrevs', () => given(skriven()).when(fardigstall({ arendelage: hemligt })).then(fardig(1, { klass: 'sekretess' })));
  it('talar om för ärendet vilken version som är klar', () =>
    expect(noteraTjansteskrivelse.on.TjansteskrivelseFardigstalld!(recorded(fardig(2), 2) as never)).toEqual({ category: 'arende', id: arende, command: { type: 'NoteraTjansteskrivelse', data: { tjansteskrivelse: id, version: 2, datum: '2018-03-12' } } }));
});

describe('Versioner', () => {
  it('en ändring är en ny version, hel och med skäl', () => {
    given(skriven()).when(andra).then(andrad(2));
    given(skriven()).when({ ...andra, data: { ...andra.data, skal: ' ' } } as TjansteskrivelseCommand).thenRefused('SKAL_SAKNAS');
  });
  it('en ändring efter färdigställandet är ett nytt utkast som måste färdigställas', () => {
    given(skriven(), fardig(), andrad(2)).when(fardigstall()).then(fardig(2));
    const doc = docOf(skriven(), fardig(), andrad(2, { rubrik: s('Ny rubrik') }));
    expect(doc).toMatchObject({ status: 'utkast', version: 2, rubrik: s('Ny rubrik') });
    expect(doc.fardigstalld).toBeUndefined();
    expect(doc.versioner).toEqual([
      { version: 1, at: '2018-03-01T00:00:00.000Z', by: x(5), fardigstalld: '2018-03-13', innehall: { ...innehall } },
      { version: 2, at: '2018-03-03T00:00:00.000Z', by: x(5) },
    ]);
  });
  it('ett ersatt utkast ligger kvar som version men inte som text', () =>
    expect(docOf(skriven(), andrad(2), andrad(3), fardig(3)).versioner.map(({ version, fardigstalld, innehall: kvar }) => ({ version, fardigstalld, kvar: kvar !== undefined })))
      .toEqual([{ version: 1, fardigstalld: undefined, kvar: false }, { version: 2, fardigstalld: undefined, kvar: false }, { version: 3, fardigstalld: '2018-03-13', kvar: false }]));

  it('numren stiger ett i taget, och bara den som har förslag blir färdig, vad som än begärs', () => {
    const wish = fc.constantFrom(skriv(), skriv({ forslag: [] }), andra, { ...andra, data: { ...andra.data, forslag: [] } } as TjansteskrivelseCommand, fardigstall(), aterkalla);
    fc.assert(fc.property(fc.array(wish, { maxLength: 15 }), (wishes) => {
      const history: TjansteskrivelseEvent[] = [];
      for (const command of wishes) {
        const outcome = tjansteskrivelse.decide(command, fold(tjansteskrivelse, history), { id, by: x(5), roll: 'handlaggare', at: '2018-03-21T12:00:00.000Z', command: x(6) });
        if (!isRefusal(outcome)) history.push(...outcome);
      }
      const versions = history.flatMap((event) => ('forslag' in event.data ? [event.data] : []));
      expect(versions.map(({ version }) => version)).toEqual(versions.map((_, i) => i + 1));
      for (const event of history) if (event.type === 'TjansteskrivelseFardigstalld') expect(versions[event.data.version - 1]!.forslag.length).toBeGreaterThan(0);
    }));
  });
});

describe('En återkallad tjänsteskrivelse', () => {
  it('återkallas med dag och skäl, som utkast eller färdig', () => {
    given(skriven()).when(aterkalla).then(aterkallad);
    given(skriven(), fardig()).when(aterkalla).then(aterkallad);
  });
  it('ändras inte mer', () => {
    given(skriven(), aterkallad).when(andra).thenRefused('TJANSTESKRIVELSEN_AR_ATERKALLAD');
    given(skriven(), aterkallad).when(fardigstall()).thenRefused('TJANSTESKRIVELSEN_AR_ATERKALLAD');
    given().when(aterkalla).thenRefused('TJANSTESKRIVELSEN_FINNS_INTE');
  });
});

describe('A11: ett förslag är formulerat som ett beslut', () => {
  it.each([
    'Socialnämnden beslutar att anta planen.', 'Nämnden ställer sig bakom förvaltningens yttrande och överlämnar det till kommunstyrelsen.', 'Paragrafen justeras omedelbart.', 'Informationen läggs till handlingarna.',
    'Att godkänna månadsrapporten', 'Ansökan avslås.', 'Förvaltningen får i uppdrag att återkomma i maj.', 'Nämnden noterar informationen.', 'Planen antas.', 'Anna Påhittad utses till ombud.',
  ])('%s', (text) => expect(forslagsform(text)).toBe('beslut'));
  it.each(['Se bilaga.', 'Remissvaret i sin helhet.', 'Bakgrund och syfte'])('men inte: %s', (text) => expect(forslagsform(text)).toBe('annat'));
});
