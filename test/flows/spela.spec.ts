import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Ask, askServer } from '../../infra/klient';
import { raknaAldre } from '../../apps/spela/aldre';
import { tolka, tolkaJson, tolkaMote } from '../../apps/spela/fil';
import { jamfor, jamforKontroll } from '../../apps/spela/jamfor';
import { lasTillbaka } from '../../apps/spela/las';
import { lasLista, skrivLista } from '../../apps/spela/lista';
import { Filfel } from '../../apps/spela/prov';
import { spela, type Spelat } from '../../apps/spela/spela';
import { Avbrott } from '../../apps/spela/spelare';
import { type Running, startHouse, temporaryFolder, uuid } from './harness';
import { slumpmote } from './slumpmoten';

// Invented meetings, played into a real Klubba and read out of it again.
const MOTEN = join(__dirname, 'moten');
const RIK = join(MOTEN, 'rik.json');
const LITEN = join(MOTEN, 'liten.json');
const ROOT = join(__dirname, '../..');
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test changes what it likes
type Fil = any;
const fil = (namn: string): Fil => JSON.parse(readFileSync(namn, 'utf8')) as Fil;
const mapp = temporaryFolder();
afterAll(() => rmSync(mapp, { recursive: true, force: true }));
const skriv = (varde: unknown): string => {
  const namn = join(mapp, `${uuid()}.json`);
  writeFileSync(namn, typeof varde === 'string' ? varde : JSON.stringify(varde));
  return namn;
};

const ROLLER = { roller: { '*': ['registrator', 'namndsekreterare', 'ordforande'] } } as const;
type Klubba = Running & { readonly nyckel: string; readonly fraga: Ask };
const starta = async (): Promise<Klubba> => {
  const house = await startHouse();
  const nyckel = await house.token('registrator', ROLLER);
  return { ...house, nyckel, fraga: askServer(house.url, nyckel) };
};
type Utfall = Spelat & { readonly ut: Fil; readonly utfil: string; readonly fakta: number; readonly hallna: number; readonly saknas: Readonly<Record<string, number>>; readonly fel: readonly string[] };
const lasUt = async ({ fraga }: Pick<Klubba, 'fraga'>, { namnd, sammantrade }: Spelat): Promise<{ ut: Fil; utfil: string }> => {
  const utfil = join(mapp, `${uuid()}.json`);
  await lasTillbaka(fraga, namnd, sammantrade, utfil);
  return { ut: fil(utfil), utfil };
};
/** Plays a file, reads the meeting back and compares, as the program does but in one process. */
const spelaUpp = async (klubba: Pick<Klubba, 'fraga'>, namn: string): Promise<Utfall> => {
  const { mote, json, aldre } = tolka(namn);
  const spelat = await spela(mote, json, klubba.fraga, () => undefined, '2026-11-24');
  const { ut, utfil } = await lasUt(klubba, spelat);
  const { platser, ...svar } = jamfor(aldre === undefined ? json : mote, ut, mote.paragrafer.map(({ paragraf }) => paragraf), spelat.ejInfort);
  return { ...spelat, ut, utfil, ...svar, ...(aldre !== undefined && raknaAldre(aldre, platser)) };
};
const i = async <T>(gor: (klubba: Klubba) => Promise<T>): Promise<T> => {
  const klubba = await starta();
  try {
    return await gor(klubba);
  } finally {
    await klubba.remove();
  }
};

/** The program itself, in a process of its own. */
const kor = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<{ readonly kod: number | null; readonly ut: string; readonly fel: string }> =>
  new Promise((resolve) => {
    const { INIT_CWD: _, ...miljo } = process.env;
    const child = spawn(process.execPath, ['-r', join(ROOT, 'test/krasch/register.cjs'), join(ROOT, 'apps/spela/main.ts'), ...args], { env: { ...miljo, NODE_OPTIONS: '', TMPDIR: mapp, ...env } });
    const text = { ut: '', fel: '' };
    child.stdout.setEncoding('utf8').on('data', (del: string) => (text.ut += del));
    child.stderr.setEncoding('utf8').on('data', (del: string) => (text.fel += del));
    child.on('close', (kod) => resolve({ kod, ...text }));
  });
const granska = (dataDir: string): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['-r', join(ROOT, 'test/krasch/register.cjs'), join(ROOT, 'apps/granska/main.ts'), dataDir], { env: { ...process.env, NODE_OPTIONS: '' } });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (del: string) => (text += del));
    child.on('close', () => resolve(text));
  });

describe('Listor av §§', () => {
  it('läses hur de än skrivs, och skrivs på ett sätt', () => {
    expect(lasLista('97, 99–101,103')).toEqual([97, 99, 100, 101, 103]);
    expect(lasLista('§§ 98, 100')).toEqual([98, 100]);
    expect(lasLista('')).toEqual([]);
    for (const fel of ['5-3', '1-', 'alla', '1,,2', '1-99999']) expect(lasLista(fel)).toBeUndefined();
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 300 })), (nummer) => expect(lasLista(skrivLista(nummer))).toEqual([...nummer].sort((a, b) => a - b))));
  });
});

describe('Jämförelsen', () => {
  const forst = { narvaro: { fortroendevalda: [{ pid: 'A1', tjanstgor: 'alla', not: 'x' }] }, paragrafer: [{ paragraf: 2, rubrik: 'Två' }, { paragraf: 1, rubrik: 'Ett', annat: { x: 'x' }, underlag: ['a'] }], kuriosa: ['y'], kontroll: { paragrafer: 2 } };
  const sedd = (ut: object, ejInfort?: ReadonlySet<string>): readonly unknown[] => {
    const { fakta, hallna, saknas, fel } = jamfor(forst, ut, [1, 2], ejInfort);
    return [fakta, hallna, saknas, fel];
  };
  const ut = { narvaro: { fortroendevalda: [{ pid: 'A1', tjanstgor: '1, 2' }] }, paragrafer: [{ paragraf: 1, rubrik: 'Ett', underlag: ['a'] }, { paragraf: 2, rubrik: 'Två' }] };
  it('räknar fakta, och nämner fältet som Klubba inte håller', () => expect(sedd(ut)).toEqual([7, 6, { 'paragrafer.annat.x': 1 }, []]));
  it('ser det som försvann, det som blev ett annat och det som kom till', () => {
    expect(sedd({ ...ut, paragrafer: [{ paragraf: 1, rubrik: 'Etta', underlag: ['a', 'b'] }] })).toEqual([7, 3, { 'paragrafer.annat.x': 1, 'paragrafer.paragraf': 1, 'paragrafer.rubrik': 2 }, [
      'paragrafer[2].paragraf: 2 kom inte ut igen.', 'paragrafer[2].rubrik: "Två" kom inte ut igen.', 'paragrafer[1].rubrik: "Ett" blev "Etta".', 'paragrafer[1].underlag[1]: "b" står inte i filen.',
    ]]);
    expect(sedd({ ...ut, narvaro: { fortroendevalda: [{ pid: 'A1', tjanstgor: '1' }] } })[3]).toEqual(['narvaro.fortroendevalda[A1].tjanstgor: "alla" blev "1".']);
  });
  it('förlåter det som aldrig sades, men räknar det inte', () => {
    expect(sedd({ ...ut, paragrafer: [{ paragraf: 1, rubrik: 'Etta', underlag: ['a'] }, { paragraf: 2, rubrik: 'Två' }] }, new Set(['paragrafer[1].rubrik']))).toEqual([7, 5, { 'paragrafer.annat.x': 1, 'paragrafer.rubrik': 1 }, []]);
  });
  it('räknar kontrolltalen på nytt', () => expect(jamforKontroll({ paragrafer: 2, yrkanden: 3, metod: 'för hand' }, { paragrafer: 1 })).toEqual({ stammer: [], skiljer: ['kontroll.paragrafer: filen säger 2, Klubba har 1.'], raknasInte: ['yrkanden'] }));
});

describe('En mötesfil som inte duger', () => {
  const felI = (varde: unknown): string => {
    try {
      tolkaMote(tolkaJson(typeof varde === 'string' ? varde : JSON.stringify(varde)));
    } catch (error) {
      if (error instanceof Filfel) return error.message;
      throw error;
    }
    return '';
  };
  const andrad = (gor: (mote: Fil) => void): Fil => {
    const mote = fil(RIK);
    gor(mote);
    return mote;
  };
  it('är ingen av exemplen', () => {
    expect(felI(fil(RIK))).toBe('');
    expect(felI(fil(LITEN))).toBe('');
  });

  it.each<[string, (mote: Fil) => void, string]>([
    ['okänt fält', (m) => (m.hemligt = 1), 'hemligt: är ett okänt fält.'],
    ['okänt fält i en rad', (m) => (m.dagordning[2].prio = 1), 'dagordning[2].prio (nr 3): är ett okänt fält.'],
    ['okänt fält i en paragraf', (m) => (m.paragrafer[2].beslutspunkter[1].vem = 'x'), 'paragrafer[2].beslutspunkter[1].vem (§ 99): är ett okänt fält.'],
    ['fel typ', (m) => (m.dagordning[0].rubrik = 7), 'dagordning[0].rubrik (nr 1): ska vara text, men är 7.'],
    ['fel typ på lista', (m) => (m.paragrafer = {}), 'paragrafer: ska vara en lista, men är ett objekt.'],
    ['fält som saknas', (m) => delete m.paragrafer[0].rubrik, 'paragrafer[0].rubrik (§ 98): saknas.'],
    ['fel schema', (m) => (m.schema = 'kungsbacka-moete/2'), 'schema: ska vara ett av: kungsbacka-moete/1, men är "kungsbacka-moete/2".'],
    ['okänd beslutstyp', (m) => (m.paragrafer[0].beslutstyp = 'kanske'), 'paragrafer[0].beslutstyp (§ 98): ska vara ett av: beslut, '],
    ['§ utan punkt', (m) => (m.paragrafer[0].kallelse_nr = 77), '§ 98 saknar punkt: nr 77 finns inte på dagordningen'],
    ['§ som varken har punkt eller är tillagd', (m) => delete m.paragrafer[0].kallelse_nr, 'paragrafer[0].kallelse_nr (§ 98): saknas.'],
    ['rad som pekar på en § som inte finns', (m) => (m.dagordning[10].paragraf = 300), 'dagordning[10].paragraf (nr 11): pekar på § 300, som inte finns.'],
    ['rad och § som inte pekar på varandra', (m) => (m.dagordning[0].paragraf = 97), 'dagordning[0].paragraf (nr 1): pekar på § 97, som i sin tur hör till nr 2.'],
    ['två på en plats', (m) => (m.narvaro.fortroendevalda[5].tjanstgor = '100-107'), 'vid § 100 tjänstgör både A3 och A4 på samma plats (A2).'],
    ['ledamot och ersättare på samma plats', (m) => ((m.narvaro.fortroendevalda[2].tjanstgor = 'alla'), delete m.narvaro.fortroendevalda[2].franvarande), 'vid § 100 tjänstgör både C1 och B2 på samma plats (C1).'],
    ['två på en vakant plats', (m) => Object.assign(m.narvaro.fortroendevalda[8], { tjanstgor: '99', tjanstgor_for: { vakant_plats_efter: 'D9' }, narvarande_ej_tjanstgorande: null }), 'vid § 99 tjänstgör både D2 och C3 på samma plats (vakant efter D9).'],
    ['fler röster än platser', (m) => Object.assign(m.paragrafer[2].omrostning, { roster: { ja: { A: 3, B: 1 }, nej: { C: 1 }, avstar: {} }, summa: [4, 1, 0] }), 'A har 3 röster men 2 tjänstgörande vid § 99: två röster på en plats.'],
    ['röstsumma som inte går ihop', (m) => (m.paragrafer[2].omrostning.summa = [4, 1, 0]), 'paragrafer[2].omrostning.summa (§ 99): [4, 1, 0] stämmer inte med rösterna, som är [3, 1, 1].'],
    ['röster som fattas', (m) => Object.assign(m.paragrafer[2].omrostning, { roster: { ja: { A: 2, B: 1 }, nej: {}, avstar: {} }, summa: [3, 0, 0], tabell: { rader: 3 } }), '3 har röstat, men 5 tjänstgör vid § 99.'],
    ['antal tjänstgörande mot platser', (m) => (m.organ.platser = 6), 'vid § 97 tjänstgör 5, men organet har 6 platser.'],
    ['fler än platserna', (m) => (m.organ.platser = 4), 'vid § 97 tjänstgör 5, men organet har 4 platser.'],
    ['kontrolltal', (m) => (m.kontroll.beslutspunkter = 11), 'kontroll.beslutspunkter: säger 11, men filen har 10.'],
    ['summa i ett register', (m) => (m.delegationsanmalan.kategorier[0].antal_rader = 4), 'delegationsanmalan.kategorier[0].dnr_rader (Båtplatser): summan är 3, men antal_rader är 4.'],
    ['ersättare utan plats', (m) => delete m.narvaro.fortroendevalda[4].tjanstgor_for, 'narvaro.fortroendevalda[4].tjanstgor_for (A3): A3 är ersättare och tjänstgör, men för vem står inte.'],
    ['ersättare för någon som inte finns', (m) => (m.narvaro.fortroendevalda[4].tjanstgor_for = 'Z1'), 'narvaro.fortroendevalda[4].tjanstgor_for (A3): Z1 är ingen ledamot i filen.'],
    ['en person två gånger', (m) => m.narvaro.fortroendevalda.push({ ...m.narvaro.fortroendevalda[8] }), 'narvaro.fortroendevalda[10].pid (C3): C3 finns två gånger.'],
    ['tjänstgör och är frånvarande', (m) => (m.narvaro.fortroendevalda[2].franvarande = '99-102'), 'C1 tjänstgör vid § 99 men är där också antecknad som frånvarande.'],
    ['jävig som tjänstgör', (m) => m.paragrafer[0].jav.push({ pid: 'B1' }), 'paragrafer[0].jav[0].pid (§ 98): B1 är jävig men tjänstgör vid § 98.'],
    ['yrkande av någon som inte tjänstgör', (m) => (m.paragrafer[2].yrkanden[0].av = ['A2']), 'paragrafer[2].yrkanden[0].av (§ 99): A2 tjänstgör inte vid § 99.'],
    ['underskrift före sammanträdet, då den som justerar valdes', (m) => (m.protokoll[0].justering.signaturer[0].tid = '2023-03-01T10:00:00'), 'protokoll[0].justering.signaturer[0].tid: underskriften 2023-03-01T10:00:00 ligger före sammanträdet 2023-03-09'],
    ['dag som inte finns', (m) => (m.sammantrade.datum = '2023-02-30'), 'sammantrade.datum: ska vara en dag som finns'],
    ['tidpunkt som inte finns', (m) => (m.protokoll[0].justering.signaturer[0].tid = '2023-02-30T10:00:00'), 'ska vara en tidpunkt'],
    ['klockslag som inte finns', (m) => (m.sammantrade.start = '25.00'), 'sammantrade.start: ska ha ett klockslag, som 15:30 eller 13.00, men är "25.00".'],
    ['slutar innan det börjar', (m) => (m.sammantrade.slut = '12.30'), 'sammantrade.slut: sammanträdet slutar 12.30, innan det börjar 13.05.'],
    ['lucka i §§', (m) => m.paragrafer.splice(9, 1), '§§ är inte i obruten följd: § 106 väntades men § 107 kommer.'],
    ['en § två gånger', (m) => (m.paragrafer[1].paragraf = 98), '§ 98 finns två gånger.'],
    ['lucka i numren', (m) => (m.dagordning[11].nr = 14), 'dagordning[11].nr (nr 14): numren är inte i obruten följd: 12 väntades men 14 står där.'],
    ['felskriven §-lista', (m) => (m.protokoll[0].paragrafer_med_text = '99-97'), 'protokoll[0].paragrafer_med_text: ska vara en lista av §§'],
    ['§-lista med okänd §', (m) => (m.narvaro.tjanstepersoner[1].paragrafer = '98,200'), 'narvaro.tjanstepersoner[1].paragrafer: nämner § 200, som inte finns i mötet.'],
    ['text i två protokoll', (m) => (m.protokoll[1].paragrafer_med_text = '99-101'), '§ 99 har sin text också i protokollet huvud.'],
    ['protokoll som inte finns', (m) => (m.paragrafer[0].fil = 'bilaga'), 'paragrafer[0].fil (§ 98): protokollet bilaga finns inte.'],
    ['styrtecken', (m) => (m.paragrafer[0].rubrik = 'a\u0000b'), 'paragrafer[0].rubrik (§ 98): innehåller ett styrtecken'],
    ['för lång rubrik', (m) => (m.paragrafer[0].rubrik = 'x'.repeat(301)), 'paragrafer[0].rubrik (§ 98): får ha högst 300 tecken, men har 301.'],
  ])('%s', (_, gor, text) => expect(felI(andrad(gor))).toContain(text));

  it('trasig JSON, ingen JSON och för djup JSON', () => {
    expect(felI('{"schema":')).toMatch(/^filen: är inte JSON: /);
    expect(felI('[]')).toBe('filen: ska vara ett JSON-objekt, ett sammanträde per fil.');
    expect(felI('{"a":'.repeat(50_000))).toBe('filen: JSON är nästlad djupare än någon mötesfil.');
    expect(felI(`{"a":"${'['.repeat(100)}"}`)).toContain('a: är ett okänt fält.');
  });
  it('för stor fil, mapp, fel teckenkod och fil som inte finns', () => {
    const stor = skriv('x'.repeat(5_000_001));
    const latin = join(mapp, 'latin.json');
    writeFileSync(latin, Buffer.from([0x7b, 0xe5, 0x7d]));
    expect(() => tolka(stor)).toThrow(/är 6 MB. En mötesfil får vara högst 5 MB/);
    expect(() => tolka(mapp)).toThrow(/är ingen fil/);
    expect(() => tolka(latin)).toThrow(/är inte text i UTF-8/);
    expect(() => tolka(join(mapp, 'finnsinte.json'))).toThrow(/finns inte/);
  });

  it('berättar alla fel på en gång, högst tjugo, matar inte in något och slutar med 2', async () => {
    const namn = skriv(andrad((m) => {
      for (const rad of m.dagordning) Object.assign(rad, { okand: 1, sekretess: 'nej' });
    }));
    const { kod, ut, fel } = await kor([namn, '--url', 'http://127.0.0.1:9', '--token', 'x']);
    expect({ kod, ut }).toEqual({ kod: 2, ut: '' });
    expect(fel.split('\n')[0]).toBe('Filen spelas inte upp. Inget är inmatat. 24 fel:');
    expect(fel.split('\n')).toHaveLength(23);
    expect(fel).toContain('  dagordning[0].okand (nr 1): är ett okänt fält.\n');
    expect(fel).toMatch(/ {2}… och 4 till\.\n$/);
  });
});

/** Each meeting of its own day, in one of ten nämnder. */
const ANTAL = 24;
/** Many plays, on a machine that has other things to do. */
const MANGA_MS = 180_000;
/** What says nothing of the meeting; and in meetings of chance, what is said of no § of them. */
const UTANFOR = /^namn_policy$/;
const UTAN_PARAGRAF = /^(?:delegationsanmalan|lex_sarah|domar_och_beslut|skrivelser|kopplingar)[.]/;

describe('Ett rikt sammanträde', () => {
  let klubba: Klubba;
  let forsta: Utfall;
  beforeAll(async () => {
    klubba = await starta();
    forsta = await spelaUpp(klubba, RIK);
  });
  afterAll(() => klubba.remove());

  it('förlorar inget av det som Klubba håller, och nämner det som den inte håller', () => {
    expect(forsta.fel).toEqual([]);
    expect(forsta.fakta).toBe(forsta.hallna + Object.values(forsta.saknas).reduce((a, b) => a + b, 0));
    expect(Object.keys(forsta.saknas).filter((falt) => !UTANFOR.test(falt))).toEqual([]);
    expect(forsta.hallna / forsta.fakta).toBeGreaterThan(0.95);
  });

  it('kommer ut i samma form, rättskriven', () => {
    const { ut } = forsta;
    expect(() => tolkaMote(ut as Record<string, unknown>)).not.toThrow();
    expect(ut.narvaro.fortroendevalda.find(({ pid }: Fil) => pid === 'D2').tjanstgor_for).toEqual({ vakant_plats_efter: 'D9' });
    expect(ut.paragrafer.map(({ paragraf, kallelse_nr }: Fil) => [paragraf, kallelse_nr]).slice(0, 5)).toEqual([[97, 2], [98, 1], [99, 3], [100, 5], [101, null]]);
    expect(ut.paragrafer.map(({ fil: var_ }: Fil) => var_)).toEqual(['huvud', 'huvud', 'huvud', 'omedelbart', 'omedelbart', null, 'huvud', 'huvud', null, 'huvud', 'huvud']);
    expect(ut.dagordning.map(({ status }: Fil) => status)).toEqual(['behandlad', 'behandlad', 'behandlad', 'utgår', 'behandlad', 'behandlad', 'behandlad', 'utgår', 'behandlad', 'behandlad', 'ej upptagen i protokollet', 'behandlad']);
    expect(ut.protokoll).toHaveLength(2);
    expect(ut.sammantrade).toMatchObject({ start: '13.05', slut: '16:40', plats: 'Fyrrummet' });
    expect(ut.kallelse.kallad_till).toEqual({ datum: '2023-03-09', veckodag: 'torsdag', tid: '13.00', plats: 'Sjöboden, Kajgatan 2' });
    expect(jamforKontroll(fil(RIK).kontroll, ut.kontroll)).toMatchObject({ skiljer: [], stammer: expect.arrayContaining(['beslutspunkter', 'tjanstgorande_per_paragraf']) });
  });

  it('säger vilka regler som stod emot, och var', () => {
    const sagt = forsta.anmarkningar.map(({ vad, plats, kod }) => `${vad} ${plats} ${kod}`);
    expect(sagt).toEqual(expect.arrayContaining(['inläst § 102 (nr 6) SEKRETESSLAGRUM_SAKNAS', 'inläst kallelse KALLELSE_SAKNAR_FALT', 'passerad § 101 SENT_ARENDE_EJ_FASTSTALLT', 'passerad sammantrade.slut ARENDEN_EJ_AVGJORDA']));
  });

  it('håller det som paragraferna säger om registren, och säger vad det bröt mot utan att rätta det', async () => {
    const { namnd, sammantrade, anmarkningar, ut } = forsta;
    for (const del of ['delegationsanmalan', 'lex_sarah', 'domar_och_beslut', 'synpunkter_klagomal', 'skrivelser', 'ordforandebeslut', 'remisser', 'kopplingar']) expect(Object.keys(ut)).toContain(del);
    expect(ut.lex_sarah.lagrum.allvarligt).toBe('14 kap. 3 § SoL / 24 f § LSS');
    expect(ut.paragrafer.find(({ paragraf }: Fil) => paragraf === 99).siffror).toEqual(fil(RIK).paragrafer.find(({ paragraf }: Fil) => paragraf === 99).siffror);
    expect(anmarkningar.flatMap(({ vad, plats, kod, lagrum }) => (['FEL_LAGRUM', 'SVARSTIDEN_PASSERAD', 'SUMMAN_STAMMER_INTE', 'PERIODEN_EFTER_MOTET'].includes(kod) ? [[vad, plats, kod, lagrum]] : [])).sort()).toEqual([
      ['inläst', '§ 100', 'SVARSTIDEN_PASSERAD', undefined], ['inläst', '§ 106', 'FEL_LAGRUM', 'SoL (2001:453) 14 kap. 7 §, LSS 24 f §'], ['inläst', '§ 97', 'PERIODEN_EFTER_MOTET', undefined], ['inläst', '§ 97', 'SUMMAN_STAMMER_INTE', undefined],
    ]);
    // The public sees what stands in a protocol that is justerat, and no secret §.
    type Svar = { redovisningar: { edges: { node: { nummer: number; delegation: { listor: { antal: number; rader: { namn: string; antal: number }[] }[] } | null } }[] } };
    const offentligt = await askServer(klubba.url, undefined)<Svar>('query ($n: ID!, $s: ID!) { redovisningar(namnd: $n, sammantrade: $s) { edges { node { nummer delegation { listor { antal rader { namn antal } } } } } } }', { n: namnd, s: sammantrade });
    const noder = offentligt.redovisningar.edges.map(({ node }) => node);
    expect(noder.map(({ nummer }) => nummer)).not.toContain(102);
    expect(noder.find(({ nummer }) => nummer === 97)?.delegation?.listor[1]).toMatchObject({ antal: 240, rader: expect.arrayContaining([{ namn: 'Hamnvakt', antal: 200 }]) });
  });

  it('är en gång till samma sammanträde, och samma svar', async () => {
    const tip = await klubba.house.log.store.tip();
    const igen = await spelaUpp(klubba, RIK);
    expect({ ...igen, anmarkningar: 0, utfil: 0 }).toEqual({ ...forsta, anmarkningar: 0, utfil: 0 });
    expect(await klubba.house.log.store.tip()).toBe(tip);
  });

  it('tar inte emot ett annat sammanträde samma dag ur en ändrad fil', async () => {
    const tip = await klubba.house.log.store.tip();
    const namn = skriv({ ...fil(RIK), kommun: 'Granvik stad' });
    await expect(spelaUpp(klubba, namn)).rejects.toThrow('Nämnden har redan ett sammanträde 2023-03-09, som inte kom ur den här filen.');
    expect(await klubba.house.log.store.tip()).toBe(tip);
  });

  it('granskas grönt', async () => expect(await granska(klubba.dataDir)).toMatch(/Allt stämmer\.\n$/));

  it('ändras i filen som kommer ut när en beslutspunkt rättas i loggen', async () => {
    const { namnd: _, sammantrade } = forsta;
    const { dagordning } = await klubba.fraga<Fil>('query ($id: ID!) { dagordning(sammantrade: $id) { rader { paragraf punkt } } }', { id: sammantrade });
    const punkt = dagordning.rader.find(({ paragraf }: Fil) => paragraf === 100).punkt as string;
    const { rattaForeJustering } = await klubba.fraga<Fil>(
      'mutation ($k: ID!, $id: ID!, $d: RattaForeJusteringInput!) { rattaForeJustering(kommandoId: $k, id: $id, data: $d) { __typename ... on Hinder { text } } }',
      { k: uuid(), id: sammantrade, d: { punkt, beslutspunkt: 1, text: 'yttrande enligt rättat förslag', slag: 'skrivfel', skal: 'Fel ord' } },
    );
    expect(rattaForeJustering).toEqual({ __typename: 'Kvitto' });
    const { ut } = await lasUt(klubba, forsta);
    const vantat = structuredClone(forsta.ut);
    vantat.paragrafer.find(({ paragraf }: Fil) => paragraf === 100).beslutspunkter[0].text = 'yttrande enligt rättat förslag';
    expect(ut).toEqual(vantat);
    expect(jamfor(fil(RIK), ut, []).fel).toContain('paragrafer[100].beslutspunkter[0].text: "yttrande enligt förslag" blev "yttrande enligt rättat förslag".');
  });
});

describe('Sammanträden av andra slag', () => {
  it('spelas fast det mesta inte står i filen', () => i(async (klubba) => {
    const { fel, saknas, ut, anmarkningar } = await spelaUpp(klubba, LITEN);
    expect(fel).toEqual([]);
    expect(saknas).toEqual({ 'dagordning.dnr': 1, 'paragrafer.dnr': 1 });
    expect(ut.organ).toEqual({ id: 'ks', namn: 'Kommunstyrelsen i Granvik', typ: 'kommunstyrelse', platser: 3 });
    expect(ut.sammantrade).toEqual({ datum: '2024-01-10', start: '9.00', ajourneringar: [], slut_anges_i: [] });
    expect(ut.kallelse).toBeUndefined();
    expect(anmarkningar.map(({ kod }) => kod)).toEqual(['KALLELSE_SAKNAS']);
  }));

  it('spelas med sina ajourneringar, hur klockslagen än är skrivna', () => i(async (klubba) => {
    const mote = fil(RIK);
    mote.sammantrade.ajourneringar = [{ fran: '14.00', till: 'kl. 14:10', skal: 'gruppmöten' }, { fran: '14:30', till: '14:45' }];
    const { fel, saknas, ut } = await spelaUpp(klubba, skriv(JSON.stringify(mote)));
    expect([fel, Object.keys(saknas).filter((falt) => !UTANFOR.test(falt))]).toEqual([[], []]);
    expect(ut.sammantrade).toMatchObject({ ajourneringar: [{ fran: '14:00', till: '14:10', skal: 'gruppmöten' }, { fran: '14:30', till: '14:45' }] });
  }));

  it.each<[string, (mote: Fil) => void, readonly string[]]>([
    ['det som Klubba saknar ord för', (m) => {
      m.organ.typ = 'utskott';
      m.narvaro.fortroendevalda[3].roll = 'ordförande';
      m.kallelse.upprattad = '2032-02-27';
      m.narvaro.fortroendevalda[9].parti = 'Fyr & Hamn';
      m.narvaro.fortroendevalda[8].tjanstgor_for = 'A2';
      Object.assign(m.kallelse.kallad_till, { datum: '2023-03-08', veckodag: 'fredag' });
      m.kallelse.antal_punkter = 13;
      m.dagordning[0].sekretess = true;
      m.dagordning[10].status = 'behandlad';
      m.dagordning[1].dnr = 'HS–2022–00400';
      m.protokoll[0].justering.signaturer[1].tid = '2023-03-16T21:02:33Z';
      m.sammantrade.filnamnsdatum = '2023-03-10';
      m.sammantrade.ajourneringar = [{ fran: '14.10', till: '14.00' }];
    }, [
      'dagordning.dnr', 'dagordning.sekretess', 'dagordning.status', 'kallelse.antal_punkter', 'kallelse.kallad_till.datum', 'kallelse.kallad_till.veckodag', 'narvaro.fortroendevalda.parti', 'narvaro.fortroendevalda.roll',
      'narvaro.fortroendevalda.tjanstgor_for', 'organ.typ', 'protokoll.justering.signaturer.tid', 'sammantrade.ajourneringar.fran', 'sammantrade.ajourneringar.till', 'sammantrade.filnamnsdatum',
    ]],
    ['det som inte står', (m) => {
      m.narvaro.tjanstepersoner[2].paragrafer = null;
      m.kallelse = { upprattad: null, foreslagen_justerare: [{ pid: 'Q7', parti: 'Q', som: 'ordinarie' }] };
      m.sammantrade.start = null;
      m.narvaro.fortroendevalda[0].roll = null;
      m.narvaro.fortroendevalda[9].narvarande_ej_tjanstgorande = '';
      m.protokoll[0].paragrafer_filnamn = '';
      m.protokoll[0].justering.justerare = null;
      m.protokoll[1].sidor = null;
      m.protokoll[1].justering = null;
      m.paragrafer[1].fil = null;
      delete m.dagordning[2].forslag;
      delete m.narvaro.ovriga;
    }, ['kallelse.foreslagen_justerare.parti']],
    ['inga protokoll, och hemligt från början', (m) => {
      m.protokoll = [];
      for (const en of m.paragrafer) en.fil = null;
      Object.assign(m.paragrafer[1], { beslutstyp: 'sekretess', beslutspunkter: [], sekretess: true });
      m.dagordning[1].sekretess = true;
      Object.assign(m.paragrafer[4], { beslutstyp: 'utgår', beslutspunkter: [] });
      Object.assign(m.kontroll, { paragrafer_med_beslut: 5, beslutspunkter: 8, sekretessparagrafer: 3 });
      m.paragrafer.reverse();
    }, []],
    ['flera omedelbara protokoll, justerade dagen efter, och närvaro som säger dubbelt', (m) => {
      const [, omedelbart] = m.protokoll;
      omedelbart.paragrafer_med_text = '100';
      omedelbart.justering.signaturer = [{ roll: 'justerare', tid: '2023-03-10T07:00:00' }];
      m.protokoll.push({ ...structuredClone(omedelbart), paragrafer_med_text: '101', paragrafer_forsattsblad: '101' });
      m.narvaro.fortroendevalda[5].narvarande_ej_tjanstgorande = '99-101';
    }, ['narvaro.fortroendevalda.narvarande_ej_tjanstgorande']],
    ['ord som Klubba inte har för hur ett ärende behandlades', (m) => {
      const [, , brygga, , jav, , utanfor] = m.paragrafer;
      brygga.beslutsgang.typ = 'på sitt eget sätt';
      Object.assign(brygga.yrkanden[1], { typ: 'bordläggning med mera', av: ['C1', 'en gäst', 'B1'] });
      Object.assign(brygga.omrostning, { begard_av: 'någon', tabell: { ...brygga.omrostning.tabell, farg: 'röd' } });
      Object.assign(jav.jav[0], { roll: 'gäst', ersatts_av: 'ingen' });
      jav.jav.push({ pid: 'Z9', parti: 'Z', roll: 'ledamot', vad: 'var där' });
      utanfor.deltar_inte.push({ pid: 'Z9', vad: 'var inte där' });
      m.paragrafer.at(-1).protokollsanteckningar.push({ av: ['en gäst'], innehall: 'hälsar' });
      for (const namn of ['jav', 'deltar_inte', 'protokollsanteckningar']) m.kontroll[namn] = 2;
    }, [
      'paragrafer.beslutsgang.steg', 'paragrafer.beslutsgang.typ', 'paragrafer.deltar_inte.pid', 'paragrafer.deltar_inte.vad', 'paragrafer.jav.ersatts_av', 'paragrafer.jav.parti', 'paragrafer.jav.pid', 'paragrafer.jav.roll', 'paragrafer.jav.vad',
      'paragrafer.omrostning.begard_av', 'paragrafer.omrostning.tabell.farg', 'paragrafer.protokollsanteckningar.av', 'paragrafer.protokollsanteckningar.innehall', 'paragrafer.yrkanden.av', 'paragrafer.yrkanden.typ',
    ]],
    ['ett lika röstetal som källan inte säger hur det avgjordes', (m) => Object.assign(m.paragrafer[2].omrostning, { roster: { ja: { A: 2 }, nej: { C: 1, B: 1 }, avstar: { D: 1 } }, summa: [2, 2, 1], utfall: null }), [
      'paragrafer.omrostning.huvudforslag', 'paragrafer.omrostning.ja', 'paragrafer.omrostning.motforslag', 'paragrafer.omrostning.nej', 'paragrafer.omrostning.roster.avstar.D', 'paragrafer.omrostning.roster.ja.A', 'paragrafer.omrostning.roster.nej.B',
      'paragrafer.omrostning.roster.nej.C', 'paragrafer.omrostning.summa', 'paragrafer.omrostning.tabell.delad_over_sidor', 'paragrafer.omrostning.tabell.ordforanden', 'paragrafer.omrostning.tabell.rader',
    ]],
  ])('spelas med %s', (_, gor, ejHeller) => i(async (klubba) => {
    const mote = fil(RIK);
    gor(mote);
    const { fel, saknas } = await spelaUpp(klubba, skriv(mote));
    expect(fel).toEqual([]);
    expect(Object.keys(saknas).filter((falt) => !UTANFOR.test(falt)).sort()).toEqual(ejHeller);
  }));

  it('spelas med listor av hundratals rader, och stannar inte vid en som är för stor', () => i(async (klubba) => {
    const rader = (antal: number, namn: string): object => Object.fromEntries(Array.from({ length: antal }, (_, n) => [`${namn} ${n}`, 1]));
    const med = (antal: number): object => ({ ...fil(LITEN), delegationsanmalan: { paragraf: 1, kategorier: [{ namn: 'Avtal', antal_rader: antal, dnr_rader: rader(antal, 'HS-2024'), per_delegat: rader(antal, 'Hamnvakt') }] } });
    const { fel, saknas } = await spelaUpp(klubba, skriv(med(800)));
    expect([fel, Object.keys(saknas).filter((falt) => falt.startsWith('delegationsanmalan'))]).toEqual([[], []]);
    const forStor = await spelaUpp(klubba, skriv({ ...med(4000), organ: { ...fil(LITEN).organ, id: 'stor' } }));
    expect([forStor.fel, forStor.saknas['delegationsanmalan.paragraf']]).toEqual([[], 1]);
  }));

  it('spelas lika ur filen som kom ut', () => i(async (klubba) => {
    const forsta = await spelaUpp(klubba, RIK);
    const andra = await i((ny) => spelaUpp(ny, forsta.utfil));
    expect(andra.fel).toEqual([]);
    expect(andra.saknas).toEqual({});
    expect(andra.ut).toEqual(forsta.ut);
  }));

  it('ändras när filen ändras', () => i(async (klubba) => {
    const mote = fil(RIK);
    mote.paragrafer[2].beslutspunkter[0].text = 'att bygga bryggan i bok';
    const { fel, ut } = await spelaUpp(klubba, skriv(mote));
    expect(fel).toEqual([]);
    expect(ut.paragrafer.find(({ paragraf }: Fil) => paragraf === 99).beslutspunkter[0]).toEqual({ verb: 'beslutar', text: 'att bygga bryggan i bok', subjekt: 'nämnden', underpunkter: 2 });
  }));

  it('spelas som de är, möten som ingen har sett förut', () => i(async (klubba) => {
    for (let fro = 0; fro < ANTAL; fro++) {
      const { fel, saknas, ut } = await spelaUpp(klubba, skriv(slumpmote(fro)));
      expect([fro, fel, Object.keys(saknas).filter((falt) => !UTAN_PARAGRAF.test(falt))]).toEqual([fro, [], []]);
      expect(() => tolkaMote(ut as Record<string, unknown>)).not.toThrow();
    }
    expect(await granska(klubba.dataDir)).toMatch(/Allt stämmer\.\n$/);
  }), MANGA_MS);

  const ALDRE = {
    address: 'påhittad', kind: 'kallelse + protokoll', organ: 'Strandnämnden', kommun: 'Granvik', kommunkod: '9998', kallelse_upprattad: '2022-05-02', moete: { datum: '2022-05-12', start: '9.00', slut: '11.30', plats: 'Boden' },
    beslutande: [{ parti: 'A', roll: 'ordförande' }, { parti: 'B' }, { parti: 'C', ersattare_for: 'B' }], foedragande_per_paragraf: { strandvakt: [12] }, protokollsjusterare: 'C (ersättare)',
    justering: { satt: 'digital', signaturer: [{ roll: 'ordförande', tid: '2022-05-13T08:00:00' }, { roll: 'justerare', tid: '2022-05-14T09:30:00' }], paragrafer_huvudprotokoll: '11-12', paragrafer_omedelbart: '13' },
    dagordning: [[1, 'Listan', 'SN-2022-00001', 'godkänner', 11], [2, 'Stängsel', 'SN-2022-00007', 'avslår; reservation (B)', 12], [3, 'Övrigt', null, null, null], [4, 'Enskilt ärende', 'SN-2022-00009', 'sekretess; omedelbart justerad', 13]],
    lex_sarah: { rapporter: { '2022-04': 2 } }, kallfel_att_tala: ['ett nummer saknas'],
  };
  it('den äldre formen spelas så långt den räcker, och resten nämns', () => i(async (klubba) => {
    const { fel, fakta, hallna, saknas, ut } = await spelaUpp(klubba, skriv(ALDRE));
    expect([fel, fakta, hallna, saknas]).toEqual([[], 41, 37, { kind: 1, protokollsjusterare: 1, dagordning: 1, 'lex_sarah.rapporter.2022-04': 1 }]);
    expect(ut.narvaro.fortroendevalda.map(({ pid, tjanstgor_for }: Fil) => [pid, tjanstgor_for])).toEqual([['A1', undefined], ['B1', undefined], ['B2', undefined], ['C1', 'B2']]);
    expect(ut.protokoll.map(({ roll, justering }: Fil) => [roll, justering.justerare])).toEqual([['huvud', 'C1'], ['omedelbart', undefined]]);
  }));
  it('den äldre formens lex Sarah och delegationsbeslut hör till den paragraf vars rubrik säger det', () => i(async (klubba) => {
    const dagordning = [[1, 'Rapporter enligt lex Sarah', null, 'noterar', 11], [2, 'Anmälan av delegationsbeslut', null, 'noterar', 12]];
    const { fel, saknas, ut } = await spelaUpp(klubba, skriv({
      organ: 'Strandnämnden', moete: { datum: '2022-05-12' }, dagordning, lex_sarah: { rapporter: { '2022-04': 2 }, allvarligt: ['2022-7'] }, delegationsanmalan: { utskottsdagar: ['2022-04-05'], grupper: ['Utskott'] },
    }));
    expect([fel, saknas]).toEqual([[], {}]);
    expect([ut.lex_sarah, ut.delegationsanmalan]).toEqual([{ paragraf: 11, rapporter: { '2022-04': 2 }, allvarligt: ['2022-7'] }, { paragraf: 12, utskottsdagar: ['2022-04-05'], grupper: ['Utskott'] }]);
  }));
  it('den äldre formen utan rader har bara sina nummer, och ingen sägs ha saknats', () => i(async (klubba) => {
    const { fel, fakta, hallna, saknas, ut, anmarkningar } = await spelaUpp(klubba, skriv({
      organ: 'Kommunstyrelsen', kommun: 'Granvik', moete: { datum: '2021-03-02', start: '13.00', slut: '14.25' }, paragrafer: '40-43 (kallelsens 1-4)', beslutsorgan: { 'KS avgör': '§§ 40-42', 'förslag till KF': '§ 43' },
      remissvar: [{ '§': 41, dnr: 'KS-2021-00012', till: 'Länsstyrelsen' }], omrostning_42: { summa: [4, 2, 1] }, delegation_40: { period: ['2021-01-01', '2021-02-28'], rader: 19, delegater: ['Hamnvakt'] }, ordforandebeslut_43: { datum: '2021-02-03', delegering: 'KS § 1' },
    }));
    expect([fel, fakta, hallna, saknas]).toEqual([[], 20, 17, { 'omrostning_42.summa': 3 }]);
    expect(ut.ordforandebeslut).toEqual([{ paragraf: 43, datum: '2021-02-03', delegering: 'KS § 1' }]);
    expect(ut.paragrafer.map(({ paragraf, kallelse_nr, beslutstyp }: Fil) => [paragraf, kallelse_nr, beslutstyp])).toEqual([[40, 1, 'beslut'], [41, 2, 'beslut'], [42, 3, 'beslut'], [43, 4, 'förslag_till_KF']]);
    expect(ut.organ).toMatchObject({ namn: 'Kommunstyrelsen', typ: 'kommunstyrelse', platser: 7 });
    expect(anmarkningar.map(({ kod }) => kod)).not.toContain('EJ_BESLUTFOR');
  }));
  it('den äldre formens omröstning läses in som den står, parti för parti', () => i(async (klubba) => {
    const { fel, saknas, ut } = await spelaUpp(klubba, skriv({
      organ: 'Kommunstyrelsen', kommun: 'Granvik', moete: { datum: '2021-03-02' }, paragrafer: '40-41 (kallelsens 1-2)', beslutsorgan: { 'KS avgör': '§§ 40-41' },
      omrostning_41: { forslag: ['utskottets', 'V'], ordning: ['omröstning begärs', 'ja = utskottet'], roster: { ja: { M: 4 }, nej: { V: 2 }, avstar: { C: 1 } }, summa: [4, 2, 1], reservation: ['V'] },
    }));
    expect([fel, saknas]).toEqual([[], { 'omrostning_41.forslag': 2, 'omrostning_41.reservation': 1 }]);
    expect(ut.paragrafer[1]).toMatchObject({ propositionsordning: ['omröstning begärs', 'ja = utskottet'], omrostning: { roster: { ja: { M: 4 }, nej: { V: 2 }, avstar: { C: 1 } }, summa: [4, 2, 1], utfall: 'ja' } });
  }));
  it('den äldre formen prövas också', () => {
    for (const [andra, text] of [
      [{ moete: { datum: '2022-02-30' } }, 'moete.datum: ska vara en dag som finns'], [{ dagordning: [[1, 'Listan', null]] }, 'dagordning[0]: ska vara fem värden'],
      [{ dagordning: [...ALDRE.dagordning, ALDRE.dagordning[0]] }, 'numren är inte i obruten följd'], [{ organ: undefined }, 'organ: saknas.'], [{ kallelse_upprattad: '2022-13-45' }, 'kallelse_upprattad: ska vara en dag som finns'],
    ] as const) expect(() => tolka(skriv({ ...ALDRE, ...andra }))).toThrow(text);
  });

  it('fortsätter där det bröts, var det än var', () => i(async (klubba) => {
    let kvar = 0;
    const brutet: Ask = async (query, variables) => {
      if (query.startsWith('mutation') && kvar-- <= 0) throw new Error('bruten ledning');
      return klubba.fraga(query, variables);
    };
    let varv = 0;
    for (let klar = false; !klar; varv++) {
      kvar = 29 * varv;
      klar = await spelaUpp({ fraga: brutet }, RIK).then(() => true, (error: Error) => {
        if (error.message !== 'bruten ledning') throw error;
        return false;
      });
    }
    expect(varv).toBeGreaterThan(3);
    const { fel, ut } = await spelaUpp(klubba, RIK);
    expect(fel).toEqual([]);
    expect(ut).toEqual((await i((hel) => spelaUpp(hel, RIK))).ut);
  }), MANGA_MS);

  it('flera av samma nämnd och år, i vilken ordning de än kommer', () => i(async (klubba) => {
    const flyttad = (datum: string, steg: number): string => {
      const mote = JSON.parse(JSON.stringify(fil(LITEN)).replaceAll('2024-01-10', datum)) as Fil;
      for (const en of [...mote.dagordning, ...mote.paragrafer]) en.paragraf += steg;
      for (const en of mote.narvaro.fortroendevalda) en.tjanstgor = 'alla';
      return skriv(mote);
    };
    for (const [datum, steg] of [['2024-05-02', 40], ['2024-01-10', 0], ['2024-06-01', 42], ['2024-10-01', 90], ['2024-08-01', 60]] as const) {
      const { fel, ut } = await spelaUpp(klubba, flyttad(datum, steg));
      expect(fel).toEqual([]);
      expect(ut.paragrafer.map(({ paragraf }: Fil) => paragraf)).toEqual([steg + 1, steg + 2]);
    }
    const { namnder } = await klubba.fraga<Fil>('{ namnder { edges { node { id } } } }');
    expect(namnder.edges).toHaveLength(1);
    expect(await granska(klubba.dataDir)).toMatch(/Allt stämmer\.\n$/);
  }));

  it('stannar med besked när nämnden redan har börjat i Klubba och lagen säger stopp', () => i(async (klubba) => {
    await klubba.fraga('mutation ($k: ID!, $d: InrattaNamndInput!) { inrattaNamnd(kommandoId: $k, data: $d) { __typename } }', { k: uuid(), d: { organ: 'HSN', namn: 'Hamn- och strandnämnden', slag: 'namnd', startdatum: '2020-01-01', kommunkod: '9998' } });
    await klubba.house.models.caughtUp(await klubba.house.log.store.tip());
    await expect(spelaUpp(klubba, RIK)).rejects.toThrow(/^sammantrade.datum: Sammanträdet 2023-03-09 är inte före nämndens start i Klubba 2020-01-01, .* Inget är inmatat. \(INTE_FORE_START\)$/);
  }));

  it('stannar med besked när åtkomstbeviset inte räcker', () => i(async (klubba) => {
    await expect(spelaUpp({ fraga: askServer(klubba.url, await klubba.token('revisor')) }, RIK)).rejects.toThrow(Avbrott);
  }));
});

describe('Programmet', () => {
  it('spelar i en tillfällig Klubba, läser i en egen process och säger det på sista raden', async () => {
    const ut = join(mapp, 'ut.json');
    const { kod, ut: sagt, fel } = await kor([RIK, '--ut', ut]);
    const { fakta, hallna, saknas } = JSON.parse(sagt.trimEnd().split('\n').at(-1)!) as Utfall;
    expect({ kod, fakta }).toEqual({ kod: 0, fakta: hallna + Object.values(saknas).reduce((a, b) => a + b, 0) });
    expect(sagt).toContain('Regler som det inlästa bröt mot:\n  § 102 (nr 6): ');
    expect(sagt).toMatch(/Kontrolltal: 21 stämmer, 0 skiljer, /);
    expect(fel).toMatch(/^(?: {2}[█░]{30} \d+ av (\d+)\n)+$/);
    expect(fil(ut).schema).toBe('kungsbacka-moete/1');
    expect(readdirSync(mapp).filter((namn) => namn.startsWith('klubba-spela-'))).toEqual([]);
  });

  it('spelar i en Klubba som går, och kan läsa ett sammanträde ur den för sig', () => i(async (klubba) => {
    const spelad = join(mapp, 'spelad.json');
    const { kod, ut: sagt } = await kor([LITEN, '--url', klubba.url, '--ut', spelad], { KLUBBA_TOKEN: klubba.nyckel });
    expect({ kod, sist: JSON.parse(sagt.trimEnd().split('\n').at(-1)!) as unknown }).toEqual({ kod: 0, sist: { fakta: 34, hallna: 32, saknas: { 'dagordning.dnr': 1, 'paragrafer.dnr': 1 } } });
    const { namnder } = await klubba.fraga<Fil>('{ namnder { edges { node { id } } } }');
    const namnd = namnder.edges[0].node.id as string;
    const { sammantraden } = await klubba.fraga<Fil>('query ($id: ID!) { sammantraden(namnd: $id) { edges { node { id } } } }', { id: namnd });
    const ut = join(mapp, 'las.json');
    expect((await kor(['--las', '--url', klubba.url, '--token', klubba.nyckel, '--namnd', namnd, '--sammantrade', sammantraden.edges[0].node.id as string, '--ut', ut])).kod).toBe(0);
    expect(readFileSync(ut, 'utf8')).toBe(readFileSync(spelad, 'utf8'));
  }));

  it('skriver inte över filen den spelar, och säger till när ingen svarar', async () => {
    const namn = skriv(fil(LITEN));
    expect(await kor([namn, '--ut', namn])).toMatchObject({ kod: 2, fel: expect.stringContaining('skrivs inte över') });
    expect(await kor([namn, '--url', 'http://127.0.0.1:9', '--token', 'x'])).toMatchObject({ kod: 1, fel: expect.stringContaining('http://127.0.0.1:9 svarar inte.') });
    expect((await kor([])).kod).toBe(2);
  });
});

// The real meetings lie beside the repository, where they do.
const VERKLIGA = [process.env.KLUBBA_MOTEN ?? join(ROOT, '../shared/data/moten')].find(existsSync);
(VERKLIGA === undefined ? describe.skip : describe)('Verkliga möten (../shared/data/moten)', () => {
  it.each(['ifo-2024-05-16', 'ks-2025-09-23', 'ifo-2026-02-19', 'ks-2024-12-17'])('%s', (namn) => i(async (klubba) => {
    const { fel, fakta, hallna, saknas, ut } = await spelaUpp(klubba, join(VERKLIGA!, `${namn}.json`));
    expect(fel).toEqual([]);
    if (fil(join(VERKLIGA!, `${namn}.json`)).schema !== undefined) {
      expect(Object.keys(saknas).filter((falt) => /^(?:organ|kallelse|sammantrade|narvaro|dagordning|protokoll)[.]|^paragrafer[.](?:paragraf|kallelse_nr|dnr|rubrik|fil|beslutstyp|beslutspunkter|underlag|sekretess|omedelbart_justerad|andring_mot_kallelse|beslutsgang|yrkanden|propositionsordning|omrostning|reservationer|jav|deltar_inte|protokollsanteckningar)\b/.test(falt))).toEqual([]);
      expect(hallna / fakta).toBeGreaterThan(0.65);
      expect(jamforKontroll(tolka(join(VERKLIGA!, `${namn}.json`)).mote.kontroll, ut.kontroll).skiljer).toEqual([]);
    }
    expect(await granska(klubba.dataDir)).toMatch(/Allt stämmer\.\n$/);
  }));
});
