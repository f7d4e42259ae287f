import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRefusal, streamId, UUID } from '@klubba/kernel';
import { DEMO, demoSteps } from '../../apps/api/demo/demo';
import { LEDAMOTER } from '../../apps/api/demo/demo.texter';
import { DEMO_BY, demoCommand, demoPerson } from '../../apps/api/demo-identitet';
import { pdfMed } from '../exempel/pdf';
import { type Answer, type Running, startHouse, takesId, uuid } from './harness';

/** In every free text and every name that goes in. With letters that have two forms, since one of them could slip through. */
const KANARIE = 'Kanariefågelsången';
const sent = new Set<string>();
const singing = (text: string): string => {
  const canary = `${text} ${KANARIE}${sent.size}é`;
  sent.add(canary);
  return canary;
};
/** What has a form of its own is not text: ids, dates, times, enums, numbers, points of an order, sections of law. */
const FORMED = (text: string): boolean => UUID.test(text) || /^\d{4}-\d\d-\d\d$|^\d\d:\d\d$|^\d{1,2}:\d{1,2}$|^\d+(\.\d+)?$|^[A-Za-z]{3} \d+(:\d+)?$/.test(text) || /^[A-ZÅÄÖ_]+(\/\d{4}:\d+)?$/.test(text) || /^[a-z_]+$/.test(text);
/** `under`: the two innermost names that it stands under. The title of a delegat is also its code, by which an order is kept and counted. */
const withCanaries = (value: unknown, under = ''): unknown => {
  if (typeof value === 'string') return FORMED(value) || /^delegat(er)?\.titel$/.test(under) ? value : singing(value);
  if (Array.isArray(value)) return value.map((one) => withCanaries(one, under));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withCanaries(one, `${under.split('.').at(-1)!}.${key}`)]));
  return value;
};

/** Every way in which a text could be lying there: plain, decomposed, escaped, wide, in base64 at each alignment. */
const guises = (text: string): readonly (readonly [string, Buffer])[] => [text, text.normalize('NFD')].flatMap((form, i) => {
  const name = i === 0 ? 'NFC' : 'NFD';
  const utf8 = Buffer.from(form, 'utf8');
  const utf16 = Buffer.from(form, 'utf16le');
  const escaped = [...form].map((letter) => (letter > '\x7f' ? `\\u${letter.codePointAt(0)!.toString(16).padStart(4, '0')}` : letter)).join('');
  return [
    [name, utf8], [`${name} UTF-16LE`, utf16], [`${name} UTF-16BE`, Buffer.from(utf16).swap16()], [`${name} JSON`, Buffer.from(escaped)], [`${name} hex`, Buffer.from(utf8.toString('hex'))],
    ...[0, 1, 2].flatMap((shift): [string, Buffer][] => {
      // Whole groups of three bytes that begin within the text: what stands around it does not matter then.
      const whole = utf8.subarray((3 - shift) % 3);
      const group = whole.subarray(0, whole.length - (whole.length % 3));
      return [[`${name} base64 ${shift}`, Buffer.from(group.toString('base64'))], [`${name} base64url ${shift}`, Buffer.from(group.toString('base64url'))]];
    }),
  ] as [string, Buffer][];
});
/** A bare hash lets one guess after gallring. */
const hashes = (text: string): readonly Buffer[] => [text, JSON.stringify(text)].flatMap((form) => {
  const hash = createHash('sha256').update(form).digest();
  return [hash, Buffer.from(hash.toString('hex')), Buffer.from(hash.toString('base64url'))];
});

const filesUnder = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
const found = (haystack: Buffer): readonly string[] => [
  ...guises(KANARIE).filter(([, needle]) => haystack.includes(needle)).map(([guise]) => guise),
  ...[...sent].filter((text) => hashes(text).some((hash) => haystack.includes(hash))).map((text) => `hash av ”${text}”`),
];

let klubba: Running;
const said: Buffer[] = [];
const errors: string[] = [];
const heard: (() => void)[] = [];
let whileRunning: Record<string, readonly string[]> = {};
let bytesRead = 0;

const look = (): Record<string, readonly string[]> => Object.fromEntries(filesUnder(join(klubba.dataDir, '..')).map((file) => {
  const bytes = readFileSync(file);
  bytesRead += bytes.length;
  return [file, found(bytes)] as const;
}).filter(([, guisesFound]) => guisesFound.length > 0));

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    stream.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
      said.push(Buffer.from(chunk));
      return write(chunk, ...rest);
    }) as typeof stream.write;
    heard.push(() => (stream.write = write));
  }
  klubba = await startHouse();
  const tokens = new Map<string, string>();
  let last = '';
  const steps = demoSteps();
  const medId = takesId(klubba);
  for (const { key, som, category, id, command: { type, data, skal }, lugn } of steps) {
    const kommandoId = demoCommand(key);
    if (som === 'demo') {
      const made = await klubba.house.give({ category, id: streamId(category, DEMO_BY, kommandoId), command: { type, data: withCanaries(data) } }, { by: DEMO_BY, command: kommandoId, correlation: kommandoId, cause: null, roll: () => 'system' });
      if (isRefusal(made)) throw new Error(made.hinder[0].text);
      continue;
    }
    if (!tokens.has(som)) tokens.set(som, await klubba.token(som));
    if (lugn === true) await klubba.ask(`{ namnder(minst: "${last}") { edges { cursor } } }`);
    const utfall = await mutation(type, withCanaries(data), tokens.get(som)!, { kommandoId, ...(medId(type) && { id }), ...(skal && { skal: Object.entries(skal).map(([kod, why]) => ({ kod, skal: singing(why) })) }) });
    if (utfall.data?.utfall?.position === undefined) throw new Error(`${key}: ${utfall.text}`);
    last = utfall.data.utfall.position as string;
  }
  const som = tokens.get('namndsekreterare')!;
  await readInPapers(som);
  await treatAnItem(som, await klubba.token('registrator'));
  // What is refused, malformed or read is heard of too, in the program's log and in the answers.
  const bad: readonly (readonly [string, object])[] = [
    ['PlaneraSammantrade', { namnd: singing('x'), datum: singing('x'), tid: '15:00', plats: singing('x') }],
    ['RegistreraPerson', { namn: singing('x'.repeat(2000)), slag: 'annan' }],
    ['RegistreraPerson', { namn: { fel: singing('x') }, slag: singing('x') }],
    ['RegistreraPerson', { namn: singing('a\u0000b'), slag: 'annan' }],
    ['RegistreraPerson', { namn: singing('\ud800'), slag: 'annan' }],
  ];
  for (const [type, data] of bad) errors.push((await mutation(type, data, som, { kommandoId: uuid() })).text);
  errors.push((await klubba.ask(`{ arende(id: "${singing('x')}") { id } }`, {}, som)).text, (await klubba.ask(`{ ${singing('x')} }`, {}, som)).text, (await klubba.ask('{ namnder { edges { cursor } } }', {}, singing('falskt'))).text);
  await klubba.house.models.caughtUp(await klubba.house.log.store.tip());
  whileRunning = look();
  await klubba.stop();
});
/** What comes in as files: a list of seats, how its columns are called, and an old protocol. */
const readInPapers = async (som: string): Promise<void> => {
  const { namnd } = DEMO;
  const ladda = async (innehall: string | Uint8Array, fraga = ''): Promise<string> => {
    const response = await fetch(`${klubba.url}/handlingar?namnd=${namnd}${fraga}`, { method: 'POST', body: Buffer.from(innehall) as unknown as string, headers: { authorization: `Bearer ${som}` } });
    return ((await response.json()) as { uppladdning: string }).uppladdning;
  };
  const give = async (type: string, data: object, id?: string): Promise<void> => {
    const { data: answer, text } = await mutation(type, data, som, { kommandoId: uuid(), ...(id !== undefined && { id }) });
    if (answer?.utfall?.position === undefined) throw new Error(`${type}: ${text}`);
  };
  await give('LasInUppdrag', { uppladdning: await ladda(`Namn;Parti;Från\n${singing('Rut')};S;2031-01-01\n`), lista: 'ersattare', kalla: singing('Registret') }, namnd);
  await give('SparaKolumnmappning', { lista: 'ersattare', kolumner: [{ falt: 'namn', rubrik: singing('Vem') }] }, namnd);
  const handling = await ladda(await pdfMed([`§ 12 ${singing('Rubrik')}`]));
  await give('LaggTillHandling', { uppladdning: handling, namnd, klass: 'oppen', namn: singing('Protokoll'), datum: '2014-05-28', arende: DEMO.arende('schablon') });
  await give('RegistreraAldreProtokoll', { namnd, datum: '2014-05-21', handling, kalla: singing('Arkivet'), paragrafer: [{ nummer: 12, rubrik: singing('Rubrik') }] });
  await give('LaggTillHandlingsversion', { uppladdning: await ladda(`${singing('Rättad lydelse')}\n`.repeat(30_000), `&handling=${handling}`), datum: '2014-05-29', skal: singing('Fel blad') }, handling);
  await give('LosgorHandling', { mal: 'arende', malId: DEMO.arende('schablon'), skal: singing('Hör inte hit') }, handling);
};
/** How an item is treated: what is wanted, put, voted on and dissented from. */
const treatAnItem = async (som: string, registrator: string): Promise<void> => {
  const give = async (type: string, data: object, id: string | undefined, skal: readonly string[] = [], token = som): Promise<string> => {
    const kommandoId = uuid();
    const { data: answer, text } = await mutation(type, data, token, { kommandoId, ...(id !== undefined && { id }), ...(skal.length > 0 && { skal: skal.map((kod) => ({ kod, skal: singing('Därför') })) }) });
    if (answer?.utfall?.position === undefined) throw new Error(`${type}: ${text}`);
    return kommandoId;
  };
  const { namnd } = DEMO;
  const by = demoPerson('namndsekreterare');
  const motet = streamId('sammantrade', by, await give('PlaneraSammantrade', { namnd, datum: '2018-05-23', tid: '15:00', plats: singing('Salen') }, undefined));
  const punkt = streamId('paragraf', by, await give('LaggTillPunkt', { slag: 'ovrigt', rubrik: singing('Punkten'), klass: 'oppen' }, motet));
  await give('OppnaSammantrade', { tid: '15:00' }, motet, ['KALLELSE_SAKNAS']);
  const inne = LEDAMOTER.map(({ nyckel }) => demoPerson(nyckel));
  for (const person of inne) await give('AntecknaNarvaro', { person, pass: [{ tjanstgor: true }] }, motet);
  const [forst, andra, ...ovriga] = inne as [string, string, ...string[]];
  await give('AntecknaFranvaroVidPunkt', { punkt, person: forst, skal: 'jav', grund: 'tillsyn', text: singing('Hennes syster') }, motet);
  const yrkande = streamId('yrkande', by, await give('AntecknaYrkande', { punkt, slag: 'avslag', av: [andra], text: singing('Avslag'), motivering: singing('För dyrt') }, motet, ['EJ_TJANSTGORANDE']));
  const bort = streamId('yrkande', by, await give('AntecknaYrkande', { punkt, slag: 'tillagg', av: [andra], text: singing('Mer') }, motet));
  await give('AterkallaYrkande', { yrkande: bort, skal: singing('Löst') }, motet);
  await give('FaststallPropositionsordning', { punkt, steg: [{ text: singing('Först') }] }, motet);
  await give('AntecknaBeslutsgang', { punkt, typ: 'omrostning', steg: [{ text: singing('Sedan') }] }, motet);
  await give('BegarOmrostning', { punkt, av: [andra] }, motet);
  const rosta = [andra, ...ovriga].map((person, i) => ({ person, rost: i === 0 ? 'nej' : 'ja' }));
  await give('AntecknaOmrostning', { punkt, tid: '15:05', motforslag: yrkande, utsettGenom: singing('Acklamation'), jaBetyder: singing('Ja'), nejBetyder: singing('Nej'), roster: rosta }, motet);
  await give('FattaBeslut', { punkt, tid: '15:06', beslutstyp: 'bifalla', beslutspunkter: [{ text: singing('Bifall') }] }, motet);
  const reservation = streamId('reservation', by, await give('AnmalReservation', { punkt, av: [andra], tillFormanFor: singing('Eget'), skriftlig: true }, motet));
  await give('LamnaReservationsmotivering', { reservation, datum: '2018-05-24', motivering: singing('Därför att') }, motet);
  await give('GorProtokollsanteckning', { punkt, slag: 'protokollsanteckning', av: [andra], text: singing('Antecknas') }, motet);
  // What cannot be read in says nothing of what was sent either.
  errors.push((await mutation('LasInYrkande', { punkt, slag: 'bifall', av: [andra], text: singing('Läst'), kalla: singing('Pärm') }, registrator, { kommandoId: uuid(), id: motet })).text);
};
afterAll(async () => {
  heard.forEach((end) => end());
  await klubba.remove();
});

const mutation = (type: string, data: unknown, token: string, more: { readonly kommandoId: string; readonly id?: string; readonly skal?: unknown }): Promise<Answer> =>
  klubba.ask(`mutation ($kommandoId: ID!, $data: ${type}Input!, $skal: [Skal!]${more.id === undefined ? '' : ', $id: ID!'}) {
    utfall: ${type[0]!.toLowerCase()}${type.slice(1)}(kommandoId: $kommandoId, data: $data, skal: $skal${more.id === undefined ? '' : ', id: $id'}) { ... on Kvitto { position } ... on Hinder { kod text } } }`, { data, ...more }, token);

it('kanarierna finns i loggen och går att läsa för den som får', async () => {
  const again = await startHouse({ dataDir: klubba.dataDir });
  const { text } = await again.ask('{ namnder { edges { node { namn uppdrag { namn } } } } }', {}, await again.token('namndsekreterare'));
  await again.stop();
  expect(sent.size).toBeGreaterThan(150);
  expect(text.match(new RegExp(KANARIE, 'g'))!.length).toBeGreaterThan(20);
});

it('de söks så att de skulle hittas, i varje skepnad', () => {
  for (const [guise, needle] of guises(KANARIE)) expect([guise, found(Buffer.concat([Buffer.from('xy'), needle]))]).toEqual([guise, expect.arrayContaining([guise])]);
  const [one] = sent;
  for (const around of ['', 'a', 'ab']) expect(found(Buffer.from(Buffer.from(`${around}${KANARIE}zz`).toString('base64'))).length).toBeGreaterThan(0);
  expect(found(createHash('sha256').update(one!).digest())).toEqual([`hash av ”${one}”`]);
});

it('ingen ligger under mappen medan Klubba går: inte i loggen, nycklarna, läsmodellerna, deras WAL eller programmets logg', () => {
  expect(bytesRead).toBeGreaterThan(500_000);
  expect(whileRunning).toEqual({});
});
it('ingen ligger där sedan den stannat', () => expect(look()).toEqual({}));
it('ingen sades på stdout eller stderr', () => expect(found(Buffer.concat(said))).toEqual([]));
it('inget felsvar upprepar det som skickades', () => {
  expect(errors.filter((text) => found(Buffer.from(text)).length > 0)).toEqual([]);
  expect(errors).toHaveLength(9);
});
