import { isRefusal, streamId } from '@klubba/kernel';
import { DEMO, demoSteps } from '../../apps/api/demo/demo';
import { PUNKTER } from '../../apps/api/demo/demo.texter';
import { DEMO_BY, demoCommand } from '../../apps/api/demo-identitet';
import { type Answer, type Running, startHouse } from './harness';

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
  for (const { key, som, category, id, command: { type, data, skal }, lugn } of demoSteps()) {
    const kommandoId = demoCommand(key);
    if (som === 'demo') {
      const made = await klubba.house.give({ category, id: streamId(category, DEMO_BY, kommandoId), command: { type, data } }, { by: DEMO_BY, command: kommandoId, correlation: kommandoId, cause: null, roll: () => 'system' });
      if (isRefusal(made)) throw new Error(made.hinder[0].text);
      continue;
    }
    if (lugn === true) await ask(`{ namnd(id: "${namnd}", minst: "${last}") { id } }`);
    // A series, and the signatures of a thing, are named by the command's data; all else that exists is named by its id.
    const serie = category.endsWith('serie') || category === 'signatur';
    const { data: answer, errors } = await klubba.ask(MUTATION(type, serie ? undefined : id), { kommandoId, data, id, skal: skal && Object.entries(skal).map(([kod, why]) => ({ kod, skal: why })) }, tokens.get(som));
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

it('Händelserna säger vem, när och i vilken roll', async () => {
  const { handelser } = await ask(`{ handelser(namnd: "${namnd}", strom: "sammantrade-${sammantrade}", first: 200) { edges { node { typ vem roll nar falt { falt varde } } } } }`, 'ordforande');
  const klubbslag = handelser.edges.map(({ node }: { node: { typ: string } }) => node).filter(({ typ }: { typ: string }) => typ === 'BeslutFattat');
  expect(klubbslag).toHaveLength(27);
  expect(klubbslag[0]).toMatchObject({ vem: 'Yngve Björkhage', roll: 'ordforande' });
});
