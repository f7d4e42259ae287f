import fc from 'fast-check';
import { seal, streamId } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { type Delegatlage, type Lage, type Paragraflage, signatur, type SignaturCommand, type Underlag } from './signatur.decider';
import type { SignaturEvent } from './signatur.events';

const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const NAMND = x(1);
const SKRIVELSE = x(2);
const MOTE = x(3);
const BESLUT = x(4);
const ARENDE = x(5);
const CHEF = x(10);
const ORDF = x(11);
const JUST = x(12);
const ANNAN = x(13);
const [P1, P2] = [x(21), x(22)] as const;
const HASH = 'ab'.repeat(32);
const SALT = '01'.repeat(32);

const { given } = specify(signatur, { id: MOTE, roll: 'ledamot' });
const som = (by: string, n = 1) => ({ by, command: x(900 + n) });
const sid = (by: string, n = 1): string => streamId('signatur', by, x(900 + n));

const under = (lage: Lage, over: Partial<Underlag> = {}): Underlag => {
  const delar = lage.slag === 'protokoll' ? lage.paragrafer.map(({ punkt }) => punkt) : [{ tjansteskrivelse: SKRIVELSE, delegationsbeslut: BESLUT, lexsarah: ARENDE }[lage.slag]];
  return {
    namnd: NAMND, klass: 'oppen', lage, galler: [], ...(lage.slag === 'tjansteskrivelse' && { version: lage.version }),
    hashat: { form: 1, hash: HASH, delar: delar.map((del) => ({ del, slag: 'text', hash: HASH, salt: SALT })), handlingar: [] }, ...over,
  };
};
const memo = (skede: 'utkast' | 'fardigstalld' | 'aterkallad', version = 2): Lage => ({ slag: 'tjansteskrivelse', skede, version });
const par = (over: Partial<Paragraflage> = {}): Paragraflage => ({ punkt: P1, nummer: 1, nr: 25, avgjord: true, utskriven: true, inlast: false, ordforande: ORDF, narvarande: [ORDF, JUST, ANNAN], ...over });
const mote = (...paragrafer: readonly Paragraflage[]): Lage => ({ slag: 'protokoll', datum: '2018-03-21', justerare: [JUST], paragrafer });
const skrivelsen = (underlag?: Underlag, version?: number): SignaturCommand => ({ type: 'Signera', data: { slag: 'tjansteskrivelse', mal: SKRIVELSE, ...(underlag && { underlag }), ...(version !== undefined && { version }) } });
const protokollet = (underlag?: Underlag, skal?: Record<string, string>): SignaturCommand => ({ type: 'Signera', data: { slag: 'protokoll', mal: MOTE, ...(underlag && { underlag }) }, ...(skal && { skal }) });

type Lamnad = Extract<SignaturEvent, { type: 'SignaturLamnad' }>;
const lamnad = (by: string, i: Lamnad['data']['som'], over: Partial<Lamnad['data']> = {}): Lamnad => ({
  type: 'SignaturLamnad',
  data: { signatur: sid(by), person: by, slag: 'protokoll', mal: MOTE, punkter: [P1], klass: 'oppen', metod: 'inloggad', form: 1, hash: HASH, handlingar: [], delar: [{ del: P1, slag: 'text', hash: HASH, salt: seal(`paragraf:${P1}`, SALT) }], som: i, ...over },
});
const chefens = (over: Partial<Lamnad['data']> = {}): Lamnad => {
  const { punkter: _, ...data } = lamnad(CHEF, 'forvaltningschef', { slag: 'tjansteskrivelse', mal: SKRIVELSE, version: 2, delar: [{ del: SKRIVELSE, slag: 'text', hash: HASH, salt: seal(`tjansteskrivelse:${SKRIVELSE}`, SALT) }] }).data;
  return { type: 'SignaturLamnad', data: { ...data, ...over } };
};

describe('En tjänsteskrivelse', () => {
  const chef = { ...som(CHEF), roll: 'forvaltningschef' };
  it('signeras av förvaltningschefen i den version som är färdigställd, med saltad summa och förseglat salt', () => {
    given().when(skrivelsen(under(memo('fardigstalld')), 2), chef).then(chefens());
  });
  it('signeras inte av någon annan, inte som utkast, inte återkallad, och inte i en annan version än den lästa', () => {
    given().when(skrivelsen(under(memo('fardigstalld'))), { ...som(ORDF), roll: 'ordforande' }).thenRefused('FEL_ROLL', 'En tjänsteskrivelse signeras av förvaltningschefen.');
    given().when(skrivelsen(under(memo('utkast'))), chef).thenRefused('AR_ETT_UTKAST');
    given().when(skrivelsen(under(memo('aterkallad'))), chef).thenRefused('AR_ATERKALLAD');
    given().when(skrivelsen(under(memo('fardigstalld')), 1), chef).thenRefused('EN_ANNAN_VERSION', 'Du läste version 1, men nu gäller version 2. Läs den och signera sedan.');
  });
  it('som inte finns, eller är gallrad, går inte att signera', () => {
    given().when(skrivelsen(), chef).thenRefused('DET_SOM_SIGNERAS_FINNS_INTE');
    const { hashat: _, ...gallrad } = under(memo('fardigstalld'));
    given().when(skrivelsen(gallrad), chef).thenRefused('GALLRAT');
  });
});

describe('Ett protokoll', () => {
  it('J4: signeras av den som ledde sammanträdet och av den som utsetts att justera', () => {
    given().when(protokollet(under(mote(par()))), som(ORDF)).then(lamnad(ORDF, 'ordforande'));
    given().when(protokollet(under(mote(par()))), som(JUST)).then(lamnad(JUST, 'justerare'));
  });
  it('J4: signeras inte av den som varken ledde det eller är utsedd', () =>
    given().when(protokollet(under(mote(par()))), som(ANNAN)).thenRefused('EJ_UTSEDD', 'Du ledde inte sammanträdet vid någon av paragraferna och är inte utsedd att justera dem (KL 5 kap. 69 §, 6 kap. 35 §).', 'KL 5 kap. 69 §, 6 kap. 35 §'));
  it('C4: signeras när klubban har fallit och beslutet är utskrivet och numrerat', () => {
    const { nr: _, ...onumrerad } = par();
    given().when(protokollet(under(mote())), som(JUST)).thenRefused('INGA_PARAGRAFER');
    given().when(protokollet(under(mote(par(), par({ punkt: P2, nummer: 2, avgjord: false })))), som(JUST)).thenRefused('EJ_AVGJORD', 'Klubban har inte fallit för ärende 2.');
    given().when(protokollet(under(mote(onumrerad))), som(JUST)).thenRefused('EJ_NUMRERAD');
    given().when(protokollet(under(mote(par({ utskriven: false })))), som(JUST)).thenRefused('PARAGRAFEN_EJ_UTSKRIVEN', 'Beslutet är inte utskrivet i § 25 och kan inte signeras.');
    given().when(protokollet(under(mote(par({ inlast: true })))), som(JUST)).thenRefused('AR_INLAST');
  });
  it('C3: den som inte var där bör inte justera; den som inte ledde bör inte signera som om', () => {
    const borta = under(mote(par({ narvarande: [ORDF] })));
    given().when(protokollet(borta), som(JUST)).thenWarned('JUSTERARE_EJ_NARVARANDE');
    given().when(protokollet(borta, { JUSTERARE_EJ_NARVARANDE: 'Kom två minuter senare' }), som(JUST)).then(lamnad(JUST, 'justerare', { avsteg: [{ kod: 'JUSTERARE_EJ_NARVARANDE', skal: seal(`sammantrade:${MOTE}`, 'Kom två minuter senare') }] }));
    given().when(protokollet(under(mote(par(), par({ punkt: P2, nummer: 2, nr: 26, ordforande: ANNAN })))), som(ORDF)).thenWarned('ANNAN_LEDDE');
  });
});

describe('Ett delegationsbeslut', () => {
  const beslut = (delegat: Partial<Delegatlage>, over: Partial<Extract<Lage, { slag: 'delegationsbeslut' }>> = {}): Lage => ({ slag: 'delegationsbeslut', skede: 'galler', inlast: false, delegat: { slag: 'tjansteman', presidium: [], ...delegat }, ...over });
  const signera = (lage?: Lage): SignaturCommand => ({ type: 'Signera', data: { slag: 'delegationsbeslut', mal: BESLUT, ...(lage && { underlag: under(lage) }) } });
  const delegatens = (by: string): Lamnad => {
    const { punkter: _, ...data } = lamnad(by, 'delegat', { slag: 'delegationsbeslut', mal: BESLUT, delar: [{ del: BESLUT, slag: 'text', hash: HASH, salt: seal(`delegationsbeslut:${BESLUT}`, SALT) }] }).data;
    return { type: 'SignaturLamnad', data };
  };

  it('E1/E7: signeras av den som fattade det, och av ingen annan', () => {
    given().when(signera(beslut({ person: ANNAN })), { ...som(ANNAN), roll: 'handlaggare' }).then(delegatens(ANNAN));
    given().when(signera(beslut({ person: ANNAN })), { ...som(CHEF), roll: 'forvaltningschef' }).thenRefused('EJ_DELEGATEN', 'Du fattade inte beslutet. Det signeras av den som fattade det.');
    given().when(signera(), som(ANNAN)).thenRefused('DET_SOM_SIGNERAS_FINNS_INTE');
  });
  it('E7: utan person signeras det av den som ämbetet pekar ut, och annars inte alls', () => {
    given().when(signera(beslut({ slag: 'forvaltningschef' })), { ...som(CHEF), roll: 'forvaltningschef' }).then(delegatens(CHEF));
    given().when(signera(beslut({ slag: 'forvaltningschef' })), { ...som(ANNAN), roll: 'handlaggare' }).thenRefused('EJ_DELEGATEN');
    for (const slag of ['ordforande', 'presidiet'] as const) {
      given().when(signera(beslut({ slag, presidium: [ORDF] })), { ...som(ORDF), roll: 'ordforande' }).then(delegatens(ORDF));
      given().when(signera(beslut({ slag, presidium: [ORDF] })), { ...som(JUST), roll: 'ordforande' }).thenRefused('EJ_DELEGATEN');
    }
    given().when(signera(beslut({})), som(ANNAN)).thenRefused('DELEGATEN_OKAND');
    given().when(signera(beslut({ slag: 'automatiserad' })), som(ANNAN)).thenRefused('DELEGATEN_OKAND');
  });
  it('E9: utskottets signeras i utskottets protokoll, och ett inläst där det fattades', () => {
    given().when(signera(beslut({ slag: 'utskott', person: ORDF })), som(ORDF)).thenRefused('SIGNERAS_I_PROTOKOLLET');
    given().when(signera(beslut({ person: ANNAN }, { inlast: true })), som(ANNAN)).thenRefused('AR_INLAST');
  });
  it('som är struket eller ändrat av ett senare går inte att signera', () => {
    given().when(signera(beslut({ person: ANNAN }, { skede: 'struket' })), som(ANNAN)).thenRefused('BESLUTET_GALLER_INTE', 'Det är struket och gäller inte.');
    given().when(signera(beslut({ person: ANNAN }, { skede: 'struket' })), som(ORDF)).thenRefused('EJ_DELEGATEN');
    given().when(signera(beslut({ person: ANNAN }, { skede: 'andrat' })), som(ANNAN)).thenRefused('BESLUTET_GALLER_INTE', 'Ett senare beslut har ändrat det. Läs det och signera det i stället.');
  });
});

describe('Ett beslut i ett ärende enligt lex Sarah', () => {
  const beslut = (skede: Extract<Lage, { slag: 'lexsarah' }>['skede'] = 'galler'): Lage => ({ slag: 'lexsarah', skede, person: CHEF });
  const signera = (faktum: number, lage?: Lage, more: object = {}): SignaturCommand => ({ type: 'Signera', data: { slag: 'lexsarah', mal: ARENDE, faktum, ...more, ...(lage && { underlag: under(lage) }) } });
  const chefens = (faktum: number, n = 1): Lamnad => {
    const { punkter: _, ...data } = lamnad(CHEF, 'delegat', { signatur: sid(CHEF, n), slag: 'lexsarah', mal: ARENDE, faktum, delar: [{ del: ARENDE, slag: 'text', hash: HASH, salt: seal(`lexsarah:${ARENDE}`, SALT) }] }).data;
    return { type: 'SignaturLamnad', data };
  };

  it('F3: signeras för sig, av den delegat som fattade det', () => {
    given().when(signera(12, beslut()), som(CHEF)).then(chefens(12));
    given(chefens(12)).when(signera(13, beslut()), som(CHEF, 2)).then(chefens(13, 2));
    given().when(signera(12, beslut()), som(ORDF)).thenRefused('EJ_DELEGATEN');
    given().when(signera(99), som(CHEF)).thenRefused('DET_SOM_SIGNERAS_FINNS_INTE');
  });
  it('F6: signeras inte när det har ändrats, ärendet tagits upp igen eller rapporten strukits', () => {
    given().when(signera(12, beslut('andrat')), som(CHEF)).thenRefused('BESLUTET_GALLER_INTE');
    given().when(signera(12, beslut('aterupptaget')), som(CHEF)).thenRefused('BESLUTET_GALLER_INTE', 'Ärendet har tagits upp igen, och beslutet gäller inte längre.');
    given().when(signera(12, beslut('struket')), som(CHEF)).thenRefused('BESLUTET_GALLER_INTE');
  });
  it('håller inget av det som frågas om annat: en version, ett protokoll', () => given().when(signera(12, beslut(), { version: 3, omgang: 1 }), som(CHEF)).then(chefens(12)));
});

describe('En signatur', () => {
  it('av samma innehåll en gång till är inget nytt, men en annans är det', () => {
    const igen = protokollet(under(mote(par()), { galler: [sid(ORDF)] }));
    given(lamnad(ORDF, 'ordforande')).when(igen, som(ORDF, 2)).thenNothing();
    given(lamnad(ORDF, 'ordforande')).when(igen, som(JUST)).then(lamnad(JUST, 'justerare'));
  });
  it('lämnas på nytt när innehållet är ett annat, också innan den gamla har hunnit falla', () =>
    given(lamnad(ORDF, 'ordforande')).when(protokollet(under(mote(par()))), som(ORDF, 2)).then(lamnad(ORDF, 'ordforande', { signatur: sid(ORDF, 2) })));
  it('faller en gång, och bara den som gäller', () => {
    const prova: SignaturCommand = { type: 'ProvaSignaturer', data: { fallna: [{ signatur: sid(ORDF), skal: 'text_andrad', delar: [P1] }] } };
    const fallen: SignaturEvent = { type: 'SignaturForfallen', data: { signatur: sid(ORDF), skal: 'text_andrad', delar: [P1] } };
    given(lamnad(ORDF, 'ordforande')).when(prova).then(fallen);
    given(lamnad(ORDF, 'ordforande'), fallen).when(prova).thenNothing();
    given().when(prova).thenNothing();
  });
});

describe('Ett papper som är undertecknat utanför Klubba', () => {
  const innehall = { pages: ['§ 25 Taxa\nNämnden antar taxan.', 'Signerat av Rut Påhittad 2018-04-04 09:30:12'], signatures: [], active: [] as ('filer' | 'javascript')[] };
  const lagg = (over: Partial<typeof innehall> = {}, skal?: Record<string, string>, namnd = NAMND): SignaturCommand => ({
    type: 'LaggTillUndertecknat',
    data: { slag: 'protokoll', mal: MOTE, omgang: 1, handling: x(31), underlag: { namnd: NAMND, klass: 'oppen', punkter: [P1] }, fil: { namnd, klass: 'oppen', handlingsversion: 1, hash: HASH, innehall: { ...innehall, ...over } } },
    ...(skal && { skal }),
  });
  const kid = `handling:${x(31)}`;
  const tillagt: SignaturEvent = { type: 'UndertecknatTillagt', data: {
    undertecknat: sid(JUST), slag: 'protokoll', mal: MOTE, klass: 'oppen', handling: x(31), handlingsversion: 1, hash: HASH, sidor: 2, omgang: 1, punkter: [P1],
    underskrifter: [{ kalla: 'text', namn: seal(kid, 'Rut Påhittad'), tid: seal(kid, '2018-04-04 09:30:12'), tidskalla: 'texten' }],
    avsnitt: [{ nummer: 25, text: seal(kid, 'Taxa\nNämnden antar taxan.\n\nSignerat av Rut Påhittad 2018-04-04 09:30:12') }],
  } };
  it('tas in med det som står i det, en gång', () => {
    given().when(lagg(), som(JUST)).then(tillagt);
    given(tillagt).when(lagg(), som(JUST, 2)).thenNothing();
  });
  it('tas in med skäl när det har bilagor, saknar underskrift eller har ändrats', () => {
    given().when(lagg({ active: ['filer'] }), som(JUST)).thenWarned('BILAGOR_I_FILEN');
    given().when(lagg({ pages: ['§ 25 Taxa'] }), som(JUST)).thenWarned('UNDERSKRIFTER_SAKNAS');
    given().when(lagg({ signatures: [{ whole: true, intact: false }] as never }), som(JUST)).thenWarned('FILEN_AR_ANDRAD');
  });
  it('tas inte in när det kör program, eller hör till en annan nämnd', () => {
    given().when(lagg({ active: ['javascript'] }), som(JUST)).thenRefused('FILEN_GOR_NAGOT', 'Filen innehåller program (JavaScript) och tas inte emot. Spara den som vanlig PDF och försök igen.');
    given().when(lagg({}, undefined, x(2)), som(JUST)).thenRefused('HANDLINGEN_FINNS_INTE');
  });
});

it('en signatur gäller tills den faller, och aldrig två likadana', () => {
  const steg = fc.oneof(
    fc.record({ vad: fc.constant('signera' as const), by: fc.constantFrom(ORDF, JUST), n: fc.integer({ min: 1, max: 99 }) }),
    fc.record({ vad: fc.constant('fall' as const), by: fc.constantFrom(ORDF, JUST), n: fc.integer({ min: 1, max: 99 }) }),
  );
  fc.assert(fc.property(fc.array(steg, { maxLength: 30 }), (alla) => {
    let state = signatur.initialState;
    for (const { vad, by, n } of alla) {
      const command: SignaturCommand = vad === 'signera' ? protokollet(under(mote(par()), { galler: state.galler.map(({ id }) => id) })) : { type: 'ProvaSignaturer', data: { fallna: state.galler.filter(({ person }) => person === by).map(({ id }) => ({ signatur: id, skal: 'text_andrad', delar: [P1] })) } };
      const utfall = signatur.decide(command, state, { id: MOTE, roll: 'ledamot', at: '2018-04-04T09:00:00.000Z', ...som(by, n) });
      expect(Array.isArray(utfall)).toBe(true);
      for (const event of utfall as readonly SignaturEvent[]) state = signatur.evolve(state, event);
      expect(new Set(state.galler.map(({ person }) => person)).size).toBe(state.galler.length);
    }
  }));
});
