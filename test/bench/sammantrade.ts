import { randomUUID } from 'node:crypto';
import { demoPerson } from '../../apps/api/demo-identitet';
import { Client, post } from './client';
import { type Figure, rate, told } from './figure';
import { makeFolder } from './folder';
import { type Klubba, startKlubba, tokenFor } from './klubba';
import type { Setting } from './main';
import { commandOf, itemIds } from './meeting';

const ITEMS = 120;
const LEDAMOTER = 60;
/** The first half of them is held against the last. */
const YRKANDEN = 400;
const YRKANDEN_SNABB = 100;

/** One who gives commands to a running Klubba, one after another. Throws on a hinder. */
class Secretary {
  private constructor(private readonly client: Client, private readonly token: string) {}
  static async at({ port }: Klubba, token: string): Promise<Secretary> {
    return new Secretary(await Client.open(port), token);
  }
  async give(type: string, d: object, id?: string, skal?: Readonly<Record<string, string>>, k: string = randomUUID()): Promise<string> {
    const variables = { k, d, ...(id !== undefined && { id }), ...(skal !== undefined && { s: Object.entries(skal).map(([kod, why]) => ({ kod, skal: why })) }) };
    const { body } = await this.client.ask(post('/graphql', JSON.stringify({ query: commandOf(type, id === undefined), variables }), { authorization: `Bearer ${this.token}` }));
    const { data } = JSON.parse(body) as { data?: { utfall: { id?: string; text?: string } } };
    if (data?.utfall.id === undefined) throw new Error(`${type}: ${body.slice(0, 500)}`);
    return data.utfall.id;
  }
  leave(): void {
    this.client.close();
  }
}

type Namnden = { readonly namnd: string; readonly ledamoter: readonly string[] };
const setUp = async (by: Secretary): Promise<Namnden> => {
  const namnd = await by.give('inrattaNamnd', { organ: 'STOR', namn: 'Stora nämnden', slag: 'namnd' });
  await by.give('faststallReglemente', { fran: '2018-01-01', antalLedamoter: LEDAMOTER, kallelseDagar: 0, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform: 'nummer' }, namnd);
  const ledamoter: string[] = [];
  for (let nr = 1; nr <= LEDAMOTER; nr++) {
    const person = await by.give('registreraPerson', { namn: `Ledamot ${nr}`, slag: 'fortroendevald' });
    await by.give('valjForUppdrag', { person, uppdrag: 'ledamot', ...(nr === 1 && { roll: 'ordforande' }), parti: 'ABCDE'[nr % 5], ordning: nr, fran: '2018-01-01' }, namnd);
    ledamoter.push(person);
  }
  return { namnd, ledamoter };
};

type Mote = { readonly id: string; readonly items: readonly string[] };
/** A meeting with all its items and all who are there, open. */
const opened = async (by: Secretary, { namnd, ledamoter }: Namnden): Promise<Mote> => {
  const id = await by.give('planeraSammantrade', { namnd, datum: '2018-03-21', tid: '09:00', plats: 'Stora salen' });
  const commands = Array.from({ length: ITEMS }, () => randomUUID());
  for (const [i, k] of commands.entries()) await by.give('laggTillPunkt', { slag: 'arende', klass: 'oppen', utanDiarienummer: true, rubrik: `Ärende ${i + 1} om nattöppna mötesplatser` }, id, undefined, k);
  await by.give('oppnaSammantrade', { tid: '09:00' }, id, { KALLELSE_SAKNAS: 'Alla är här ändå' });
  for (const person of ledamoter) await by.give('antecknaNarvaro', { person, pass: [{ tjanstgor: true }] }, id);
  return { id, items: itemIds(demoPerson('namndsekreterare'), commands) };
};
const yrka = (by: Secretary, { ledamoter }: Namnden, { id, items }: Mote, nr: number): Promise<string> =>
  by.give('antecknaYrkande', { punkt: items[nr % items.length]!, slag: 'andring', av: [ledamoter[nr % ledamoter.length]!], text: `Ändring ${nr} av förslaget till beslut` }, id);

/** A whole meeting: the seconds that each half of its yrkanden took. */
const run = async (by: Secretary, namnden: Namnden, half: number): Promise<{ readonly mote: Mote; readonly seconds: readonly number[] }> => {
  const mote = await opened(by, namnden);
  const seconds: number[] = [];
  for (const from of [0, half]) {
    const began = performance.now();
    for (let nr = from; nr < from + half; nr++) await yrka(by, namnden, mote, nr);
    seconds.push((performance.now() - began) / 1000);
  }
  return { mote, seconds };
};

/**
 * One meeting of 120 items, 60 ledamöter and 400 yrkanden: commands per second of the last 200 yrkanden against the first
 * 200, one after another through GraphQL. And, told, how long the first yrkande takes after a start, folded from disk.
 */
export const sammantradeStort = async ({ folder, snabb, rounds }: Setting): Promise<readonly Figure[]> => {
  const { dataDir, masterKey } = await makeFolder(folder, 'stort', 0, { items: ITEMS });
  const token = await tokenFor(dataDir, 'namndsekreterare');
  let klubba = await startKlubba({ dataDir, masterKey });
  let by = await Secretary.at(klubba, token);
  const namnden = await setUp(by);
  const rates = { first: [] as number[], last: [] as number[] };
  const cold: number[] = [];
  const half = (snabb ? YRKANDEN_SNABB : YRKANDEN) / 2;
  for (let i = 0; i < rounds; i++) {
    // The program was just started: the first meeting warms it up.
    await run(by, namnden, half);
    const { mote, seconds } = await run(by, namnden, half);
    rates.first.push(half / seconds[0]!);
    rates.last.push(half / seconds.at(-1)!);
    by.leave();
    await klubba.stop();
    klubba = await startKlubba({ dataDir, masterKey });
    by = await Secretary.at(klubba, token);
    const began = performance.now();
    await yrka(by, namnden, mote, 2 * half);
    cold.push(performance.now() - began);
  }
  by.leave();
  await klubba.stop();
  return [rate('sammantrade_stort', 'kommandon/s', 0.5, rates.last, rates.first), told('sammantrade_stort_kallt', 'ms', cold)];
};
