import { isRefusal, streamId } from '@klubba/kernel';
import { DEMO, demoSteps } from '../../apps/api/demo/demo';
import { DELEGATIONSBESLUT, LEX_SARAH } from '../../apps/api/demo/demo.register.texter';
import { PUNKTER } from '../../apps/api/demo/demo.texter';
import { DEMO_BY, demoCommand } from '../../apps/api/demo-identitet';
import { type Answer, type Running, startHouse, takesId } from './harness';

/** A meeting shaped like a real one, from memos to the board, given command by command through the API as its people give them. */
let klubba: Running;
const tokens = new Map<string, string>();
/** The position of each step's receipt. */
const positions = new Map<string, string>();

const { namnd, sammantrade } = DEMO;
const MUTATION = (type: string, id: string | undefined) => `mutation ($kommandoId: ID!, $data: ${type}Input!, $skal: [Skal!]${id === undefined ? '' : ', $id: ID!'}) {
  utfall: ${type[0]!.toLowerCase()}${type.slice(1)}(kommandoId: $kommandoId, data: $data, skal: $skal${id === undefined ? '' : ', id: $id'}) { __typename ... on Kvitto { id version position } ... on Hinder { kod text } } }`;

beforeAll(async () => {
  klubba = await startHouse();
  for (const roll of ['namndsekreterare', 'ordforande', 'ledamot', 'forvaltningschef', 'handlaggare', 'registrator', 'revisor'] as const) tokens.set(roll, await klubba.token(roll));
  let last = '';
  const medId = takesId(klubba);
  for (const { key, som, category, id, command: { type, data, skal }, lugn } of demoSteps()) {
    const kommandoId = demoCommand(key);
    if (som === 'demo') {
      const made = await klubba.house.give({ category, id: streamId(category, DEMO_BY, kommandoId), command: { type, data } }, { by: DEMO_BY, command: kommandoId, correlation: kommandoId, cause: null, roll: () => 'system' });
      if (isRefusal(made)) throw new Error(made.hinder[0].text);
      continue;
    }
    if (lugn === true) await ask(`{ namnd(id: "${namnd}", minst: "${last}") { id } }`);
    const { data: answer, errors } = await klubba.ask(MUTATION(type, medId(type) ? id : undefined), { kommandoId, data, id, skal: skal && Object.entries(skal).map(([kod, why]) => ({ kod, skal: why })) }, tokens.get(som));
    if (answer?.utfall?.__typename !== 'Kvitto') throw new Error(`${key}: ${JSON.stringify(answer ?? errors)}`);
    last = answer.utfall.position;
    positions.set(key, last);
  }
  await ask(`{ namnd(id: "${namnd}", minst: "${last}") { id } }`);
});
afterAll(() => klubba.remove());

const ask = async (query: string, som?: string): Promise<Answer['data']> => {
  const { data, errors, status } = await klubba.ask(query, {}, som === undefined ? undefined : tokens.get(som));
  expect({ status, errors }).toEqual({ status: 200, errors: undefined });
  return data;
};
const rader = async (som?: string, more = '') => (await ask(`{ dagordning(sammantrade: "${sammantrade}"${more}) { rendition rader { nr till rubrik sekretess } } }`, som)).dagordning;
const SEKRETESS = PUNKTER.flatMap(({ sekretess, rubrik, beslut }) => (sekretess === true ? [rubrik, ...beslut] : []));

describe('Dagordningen', () => {
  it('har inåt tjugosju punkter i följd med rubrik', async () => {
    const { rendition, rader: inne } = await rader('namndsekreterare');
    expect(rendition).toBe('INTERN');
    expect(inne.map(({ nr }: { nr: number }) => nr)).toEqual(Array.from({ length: 27 }, (_, i) => i + 1));
    expect(inne.map(({ rubrik }: { rubrik: string }) => rubrik)).toEqual(PUNKTER.map(({ rubrik }) => rubrik));
  });

  it('har utåt samma nummer, och 5–18 som en rad utan rubriker', async () => {
    const { rendition, rader: ute } = await rader();
    expect(rendition).toBe('OFFENTLIG');
    expect(ute.map(({ nr, till }: { nr: number; till: number | null }) => (till === null ? `${nr}` : `${nr}-${till}`))).toEqual(['1', '2', '3', '4', '5-18', ...Array.from({ length: 9 }, (_, i) => `${19 + i}`)]);
    expect(ute[4].rubrik).toBe('Sekretessärenden');
    for (const hemligt of SEKRETESS) expect(JSON.stringify(ute)).not.toContain(hemligt);
  });

  it('är som den var: före kallelsen finns inget block', async () => {
    const { rader: da } = await rader('namndsekreterare', `, vid: { position: "${positions.get('punkt:3')}" }`);
    expect(da.map(({ rubrik }: { rubrik: string }) => rubrik)).toEqual(['Upprop', 'Val av justerare', 'Fastställande av dagordning']);
  });
});

describe('Protokollet', () => {
  const fraga = `{ protokoll(sammantrade: "${sammantrade}") { spann narvaro { uppdrag ersatter { person } tjanstgjorde narvarande } paragrafer { nummer rubrik beslutspunkter { text } } omgangar { omgang omedelbar datum paragrafer anslag { datum nedtasTidigast } } } }`;
  it('fortsätter årets serie: §§ 25–51, sekretess §§ 29–42', async () => {
    const { protokoll } = await ask(fraga, 'namndsekreterare');
    expect(protokoll.paragrafer.map(({ nummer }: { nummer: number }) => nummer)).toEqual(Array.from({ length: 27 }, (_, i) => 25 + i));
    expect(protokoll.paragrafer[4].rubrik).toBe(PUNKTER[4]!.rubrik);
  });

  it('visar utåt bara numren på sekretessparagraferna', async () => {
    const { protokoll } = await ask(fraga);
    expect(protokoll.paragrafer.map(({ nummer }: { nummer: number }) => nummer)).toEqual(Array.from({ length: 27 }, (_, i) => 25 + i));
    for (const hemligt of SEKRETESS) expect(JSON.stringify(protokoll)).not.toContain(hemligt);
    for (const en of protokoll.paragrafer.filter(({ nummer }: { nummer: number }) => nummer >= 29 && nummer <= 42)) expect(en).toEqual({ nummer: en.nummer, rubrik: null, beslutspunkter: [] });
  });

  it('har två omgångar: §§ 44–45 justerade omedelbart med eget anslag, resten inom fjorton dagar', async () => {
    const { protokoll } = await ask(fraga);
    expect(protokoll.omgangar).toEqual([
      { omgang: 1, omedelbar: true, datum: '2018-03-21', paragrafer: '§§ 44–45', anslag: [{ datum: '2018-03-22', nedtasTidigast: '2018-04-13' }] },
      { omgang: 2, omedelbar: false, datum: '2018-04-04', paragrafer: '§§ 25–43, 46–51', anslag: [{ datum: '2018-04-06', nedtasTidigast: '2018-04-28' }] },
    ]);
  });
});

describe('Laga kraft', () => {
  const paragraf = async (nummer: number, more = '') => (await ask(`{ paragraf(namnd: "${namnd}", ar: 2018, nummer: ${nummer}${more}) { justerad omedelbartJusterad anslag { datum } lagaKraft { lage text tidigast sista varfor lagrum } } }`, 'revisor')).paragraf;
  it('D1: remissvaren har inget datum, och säger varför', async () => {
    for (const nummer of [44, 45]) {
      const { lagaKraft, omedelbartJusterad } = await paragraf(nummer);
      expect(omedelbartJusterad).toBe(true);
      expect(lagaKraft).toMatchObject({ lage: 'EJ_OVERKLAGBART', tidigast: null, sista: null });
      expect(lagaKraft.varfor.join(' ')).toMatch(/förberedande|inte.*överklag/i);
    }
  });
  it('D2: en överklagbar paragraf anslagen 2018-04-06 visar ”tidigast 2018-04-28” och varför', async () => {
    const { lagaKraft } = await paragraf(47);
    expect(lagaKraft).toMatchObject({ lage: 'TIDIGAST', sista: '2018-04-27', tidigast: '2018-04-28' });
    expect(lagaKraft.text).toContain('tidigast 2018-04-28');
    expect(lagaKraft.varfor.join(' ')).toContain('2018-04-06 (fredag)');
  });
  it('är som den var när paragrafen justerades: anslaget fanns inte än', async () => {
    const da = await paragraf(47, `, vid: { justerad: { namnd: "${namnd}", ar: 2018, nummer: 47 } }`);
    expect(da.justerad).toBe('2018-04-04');
    expect(da.anslag).toEqual([]);
    expect(da.lagaKraft.lage).toBe('EJ_BERAKNAD');
  });
});

describe('Diariet och ärendet', () => {
  it('har årets nummer i följd, och de främmande numren', async () => {
    const { diarium } = await ask(`{ diarium(namnd: "${namnd}", ar: 2018) { edges { node { diarienummer frammandeNummer { nummer } } } } }`);
    expect(diarium.edges.map(({ node }: { node: { diarienummer: string } }) => node.diarienummer).sort()).toEqual(['SN/2018:14 - 024', 'SN/2018:15 - 759', 'SN/2018:16', 'SN/2018:17', 'SN/2018:18']);
    expect(JSON.stringify(diarium)).toContain('KS/2018:69');
  });
  it('minns vad som hände: från öppnat till behandlat i § 44', async () => {
    const { arende } = await ask(`{ arende(id: "${DEMO.arende('schablon')}") { behandlingar { ar nummer } historik { typ } } }`, 'handlaggare');
    expect(arende.behandlingar).toEqual([{ ar: 2018, nummer: 44 }]);
    expect(arende.historik.map(({ typ }: { typ: string }) => typ)).toEqual(['ArendeOppnat', 'DiarienummerSatt', 'TjansteskrivelseNoterad', 'ArendeBehandlat']);
  });
  it('bläddras med markör', async () => {
    const forsta = (await ask(`{ diarium(namnd: "${namnd}", first: 3) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`)).diarium;
    const resten = (await ask(`{ diarium(namnd: "${namnd}", first: 200, after: "${forsta.pageInfo.endCursor}") { edges { node { id } } pageInfo { hasNextPage } } }`)).diarium;
    expect(forsta.pageInfo.hasNextPage).toBe(true);
    expect(resten.pageInfo.hasNextPage).toBe(false);
    expect(new Set([...forsta.edges, ...resten.edges].map(({ node }: { node: { id: string } }) => node.id)).size).toBe(7);
  });
});

it('I6: kallelsen med tjänsteskrivelser till egna ledamöter och ersättare gör ingen av dem allmän; det gör att ärendet slutbehandlas', async () => {
  const fraga = (more = '') => `{ tjansteskrivelse(id: "${DEMO.tjansteskrivelse('schablon')}"${more}) { status } dagordning(sammantrade: "${sammantrade}"${more}) { rader { rubrik tjansteskrivelse } } }`;
  const utskickad = fraga(`, vid: { position: "${positions.get('kallelse')}" }`);
  const ute = await ask(utskickad);
  expect(ute.tjansteskrivelse).toBeNull();
  expect(ute.dagordning.rader.length).toBeGreaterThan(0);
  expect(ute.dagordning.rader.every((rad: { tjansteskrivelse: string | null }) => rad.tjansteskrivelse === null)).toBe(true);
  const inne = await ask(utskickad, 'ledamot');
  expect(inne.tjansteskrivelse).toEqual({ status: 'fardigstalld' });
  expect(inne.dagordning.rader.map((rad: { tjansteskrivelse: string | null }) => rad.tjansteskrivelse)).toContain(DEMO.tjansteskrivelse('schablon'));
  expect((await ask(fraga())).tjansteskrivelse).toEqual({ status: 'fardigstalld' });
});

describe('Registren: varje rad finns på dagordningen, i sin paragraf och i sitt register', () => {
  /** The item about a row, and the § that it became, as the public sees them. */
  const punktOm = async (slag: string, id: string): Promise<{ readonly nr: number; readonly paragraf: number }> => {
    const { rader: alla } = (await ask(`{ dagordning(sammantrade: "${sammantrade}") { rader { nr paragraf galler { slag id } } } }`)).dagordning;
    const { galler: _, ...rad } = alla.find(({ galler }: { galler: { slag: string; id: string } | null }) => galler?.slag === slag && galler.id === id);
    return rad;
  };
  /** Before the meeting: the kallelse had just gone out. */
  const da = (): string => `, vid: { position: "${positions.get('kallelse')}" }`;

  describe('de två sena remissvaren', () => {
    const remiss = async (arende: string, som?: string, more = '') =>
      (await ask(`{ remiss(id: "${DEMO.remiss(arende)}"${more}) { status svarstid handlaggare versioner { text } behandlingar { ar nummer avgjord } expedieringar { datum preliminart mottagare } dagarEfterAvsandare } }`, som)).remiss;
    it.each([['schablon', 20, 44, 12], ['kompetens', 21, 45, 5]] as const)('%s: punkt %i, § %i, skickat %i dagar efter svarstiden samma dag som det justerades', async (arende, nr, nummer, dagar) => {
      expect(await punktOm('remiss', DEMO.remiss(arende))).toEqual({ nr, paragraf: nummer });
      const svarat = { status: 'expedierad', behandlingar: [{ ar: 2018, nummer, avgjord: true }], expedieringar: [{ datum: '2018-03-21', preliminart: false, mottagare: ['Kommunledningskontoret'] }], dagarEfterAvsandare: dagar };
      for (const som of ['namndsekreterare', undefined]) expect(await remiss(arende, som)).toMatchObject(svarat);
      expect(await remiss(arende, 'namndsekreterare', da())).toMatchObject({ status: 'pa_dagordning', versioner: [{ text: expect.any(String) }], behandlingar: [], expedieringar: [], dagarEfterAvsandare: null });
      // A draft is nobody's but theirs who write it.
      expect(await remiss(arende, undefined, da())).toMatchObject({ status: 'pa_dagordning', handlaggare: null, versioner: [], expedieringar: [] });
    });
    it('sekreteraren varnades när de sattes upp, och skälet står i punkten', async () => {
      const { handelser } = await ask(`{ handelser(namnd: "${namnd}", strom: "sammantrade-${sammantrade}", first: 200) { edges { node { typ falt { falt varde } } } } }`, 'namndsekreterare');
      expect(JSON.stringify(handelser).match(/SVARSTID_FORE_SAMMANTRADE/g)).toHaveLength(2);
    });
    it('registret räknar dem, nu och då', async () => {
      const antal = async (more = '') => (await ask(`{ remissantal(namnd: "${namnd}", ar: 2018${more}) { status antal dagarSent } }`)).remissantal;
      expect(await antal()).toEqual([{ status: 'expedierad', antal: 2, dagarSent: 17 }]);
      expect(await antal(da())).toEqual([{ status: 'pa_dagordning', antal: 2, dagarSent: 0 }]);
    });
  });

  describe('rapporten enligt lex Sarah', () => {
    const id = DEMO.arende('lexsarah');
    const FALT = `diarienummer mottagen skede bedomning beslutad delegat lagrum uppfoljningPlanerad rapportor beskrivning paragrafer { nummer verkan } anteckningar { text forfattare } atgarder { text } varningar(pa: "2018-03-21") { kod text }`;
    const rapport = async (som?: string, more = '') => (await ask(`{ lexSarah(id: "${id}"${more}) { ${FALT} } }`, som)).lexSarah;
    it('F4: punkt 22, § 46 är nämndens beslut, efter 301 dagar', async () => {
      expect(await punktOm('lexsarah', id)).toEqual({ nr: 22, paragraf: 46 });
      const inne = await rapport('namndsekreterare');
      expect(inne).toMatchObject({
        diarienummer: 'SN/2017:32', skede: 'UPPFOLJNING', bedomning: 'MISSFORHALLANDE', beslutad: '2018-03-21', delegat: null, uppfoljningPlanerad: '2018-06-13', rapportor: LEX_SARAH.rapport.rapportor, paragrafer: [{ nummer: 46, verkan: 'beslut' }],
      });
      expect(inne.anteckningar).toHaveLength(8);
      expect(inne.varningar).toEqual([{ kod: 'UTREDNINGEN_EJ_PABORJAD', text: expect.stringContaining('127 dagar') }, { kod: 'UTREDNINGEN_DROJER', text: expect.stringContaining('301 dagar') }]);
    });
    it('F7: allmänheten ser nummer, dag och skede, och inget av det som skrivits', async () => {
      const ute = await rapport();
      expect(ute).toMatchObject({ diarienummer: 'SN/2017:32', mottagen: '2017-05-24', skede: 'UPPFOLJNING', bedomning: null, rapportor: null, beskrivning: null, paragrafer: [] });
      const { lexSarahRegister } = await ask(`{ lexSarahRegister(namnd: "${namnd}") { edges { node { ${FALT} } } } }`);
      expect(lexSarahRegister.edges).toHaveLength(1);
      const sagt = JSON.stringify([ute, lexSarahRegister, await ask(`{ arende(id: "${id}") { rubrik avsandare historik { typ } } protokoll(sammantrade: "${sammantrade}") { paragrafer { rubrik beslutspunkter { text } } } }`)]);
      const { rapportor, befattning, chef, beskrivning, konsekvenser, uppmarksammad, gjort } = LEX_SARAH.rapport;
      for (const hemligt of [rapportor, befattning, chef, beskrivning, konsekvenser, uppmarksammad, gjort, LEX_SARAH.genast.text, LEX_SARAH.bedomd.motivering, LEX_SARAH.bedomd.skal, ...Object.values(LEX_SARAH.utredning)]) expect(sagt).not.toContain(hemligt);
    });
    it('är som den var före mötet: bedömd, och inte beslutad', async () => {
      expect(await rapport('namndsekreterare', da())).toMatchObject({ skede: 'BEDOMD', beslutad: null, paragrafer: [], uppfoljningPlanerad: null });
      expect(await rapport(undefined, da())).toMatchObject({ skede: 'BEDOMD', bedomning: null, paragrafer: [] });
    });
  });

  describe('delegationsbesluten för februari', () => {
    const hemligt = DEMO.delegationsbeslut('omhandertagande');
    const besluten = async (som?: string, more = ''): Promise<readonly { readonly id: string; readonly [falt: string]: unknown }[]> =>
      (await ask(`{ delegationsbesluten(namnd: "${namnd}"${more}) { edges { node { id grund akt delegat { befattning namn person } anmald { nr ar datum } } } } }`, som)).delegationsbesluten.edges.map(({ node }: { node: object }) => node);
    const anmalan = async (som?: string, more = '') => (await ask(`{ delegationsanmalan(punkt: "${DEMO.punkt(26)}"${more}) { fran till antal beslut { id } paragraf { nr } } }`, som)).delegationsanmalan;

    it('punkt 26 anmäler dem, och § 50 binder vart och ett', async () => {
      expect((await rader()).rader.find(({ nr }: { nr: number }) => nr === 26).rubrik).toBe('Anmälan av delegationsbeslut');
      expect(await anmalan('namndsekreterare')).toMatchObject({ fran: '2018-02-01', till: '2018-02-28', antal: DELEGATIONSBESLUT.length, paragraf: { nr: 50 } });
      const alla = await besluten('namndsekreterare');
      expect(alla.map(({ id }) => id)).toEqual(DELEGATIONSBESLUT.map(({ nyckel }) => DEMO.delegationsbeslut(nyckel)));
      for (const ett of alla) expect(ett['anmald']).toEqual({ nr: 50, ar: 2018, datum: '2018-03-21' });
    });
    it('allmänheten ser dem utan personer, och inte att något är hemligt', async () => {
      const alla = await besluten();
      expect(alla.map(({ id }) => id)).toEqual(DELEGATIONSBESLUT.map(({ nyckel }) => DEMO.delegationsbeslut(nyckel)).filter((id) => id !== hemligt));
      for (const ett of alla) expect(ett).toMatchObject({ akt: null, delegat: { namn: null, person: null }, anmald: { nr: 50 } });
      expect(await anmalan()).toMatchObject({ antal: DELEGATIONSBESLUT.length - 1, paragraf: { nr: 50 } });
      expect((await anmalan()).beslut).not.toContainEqual({ id: hemligt });
    });
    it('E6: det som laglighetsprövas får sin tid av anslaget, det som prövas av domstol av partens dag', async () => {
      const kraft = async (nyckel: string) => (await ask(`{ delegationsbeslut(id: "${DEMO.delegationsbeslut(nyckel)}") { lagaKraft { sista tidigast } } }`, 'namndsekreterare')).delegationsbeslut.lagaKraft;
      expect(await kraft('bidrag')).toEqual({ sista: '2018-04-27', tidigast: '2018-04-28' });
      expect(await kraft('tandvard')).toEqual({ sista: '2018-03-13', tidigast: '2018-03-14' });
    });
    it('E8: omhändertagandet underställdes i tid, och dess klocka har stannat', async () => {
      const { delegationsbeslut } = await ask(`{ delegationsbeslut(id: "${hemligt}") { grund understalld klockor { lag drift loper } } }`, 'namndsekreterare');
      expect(delegationsbeslut).toEqual({ grund: 'kompletterande_beslutanderatt', understalld: '2018-02-28', klockor: [{ lag: '2018-03-02', drift: '2018-03-02', loper: false }] });
    });
    it('är som de var före mötet: i listan, och inte anmälda', async () => {
      for (const ett of await besluten('namndsekreterare', da())) expect(ett['anmald']).toBeNull();
      expect(await anmalan('namndsekreterare', da())).toMatchObject({ antal: DELEGATIONSBESLUT.length, paragraf: null });
      expect(await anmalan(undefined, da())).toBeNull();
      expect(await besluten(undefined, da())).toHaveLength(DELEGATIONSBESLUT.length - 1);
    });
  });

  it('kvalitetsberättelsen för 2017: punkt 24, § 48 om version 1, och dess siffror stämmer', async () => {
    const id = DEMO.kvalitetsberattelse;
    const berattelse = async (som?: string, more = '') => (await ask(`{ kvalitetsberattelse(id: "${id}"${more}) { behandlingar { nummer version } versioner { datum innehall { siffror { nyckel varde } anmarkningar { kod } saknadeAvsnitt } } } }`, som)).kvalitetsberattelse;
    expect(await punktOm('kvalitetsberattelse', id)).toEqual({ nr: 24, paragraf: 48 });
    for (const som of ['namndsekreterare', undefined]) {
      expect(await berattelse(som)).toMatchObject({ behandlingar: [{ nummer: 48, version: 1 }], versioner: [{ datum: '2018-03-06', innehall: { siffror: expect.arrayContaining([{ nyckel: 'klagomal', varde: '37' }]), anmarkningar: [], saknadeAvsnitt: [] } }] });
      expect(await berattelse(som, da())).toMatchObject({ behandlingar: [], versioner: [{ datum: '2018-03-06' }] });
    }
  });
  it('uppdraget som § 43 gav pågår, och fanns inte före mötet', async () => {
    const fraga = (more = '') => `{ uppdrag(id: "${DEMO.uppdrag}"${more}) { punkt datum redovisasSenast lage avslutat { nummer } } uppdragen(namnd: "${namnd}", pagaende: true${more}) { edges { node { id } } } paragraf(namnd: "${namnd}", ar: 2018, nummer: 43) { id } }`;
    for (const som of ['namndsekreterare', undefined]) {
      const { uppdrag, uppdragen, paragraf } = await ask(fraga(), som);
      expect(uppdrag).toEqual({ punkt: paragraf.id, datum: '2018-03-21', redovisasSenast: '2018-09-19', lage: 'ej_paborjat', avslutat: null });
      expect(uppdragen.edges).toEqual([{ node: { id: DEMO.uppdrag } }]);
      expect(await ask(fraga(da()), som)).toMatchObject({ uppdrag: null, uppdragen: { edges: [] } });
    }
  });
});

it('Händelserna säger vem, när och i vilken roll', async () => {
  const { handelser } = await ask(`{ handelser(namnd: "${namnd}", strom: "sammantrade-${sammantrade}", first: 200) { edges { node { typ vem roll nar falt { falt varde } } } } }`, 'ordforande');
  const klubbslag = handelser.edges.map(({ node }: { node: { typ: string } }) => node).filter(({ typ }: { typ: string }) => typ === 'BeslutFattat');
  expect(klubbslag).toHaveLength(27);
  expect(klubbslag[0]).toMatchObject({ vem: 'Yngve Björkhage', roll: 'ordforande' });
});
