import { cost, type Figure, percentile } from './figure';
import { bigFolder, type Folder, makeFolder } from './folder';
import { tokenFor } from './klubba';
import type { Timed } from './load';
import type { Setting } from './main';
import { AGENDA } from './queries';
import { Side } from './side';

const QUESTIONS = 200;
const QUESTIONS_SNABB = 40;
/** A log of 10⁴ facts has no more whole meetings than this. So many are asked of, each once, before everything is opened anew. */
const EACH_ONCE = 20;
const SMALL = 10_000;
const MS_MAX = 20;
/** Asked of meetings that are not there, until the question is compiled: what is cold is the data. */
const NOBODYS = Array.from({ length: 5 }, (_, i) => `00000000-0000-4000-8000-00000000000${i}`);

/** Where Klubba listens after it was opened anew, with nothing in its own memory, and which copy of the log it has. */
export type Opened = { readonly port: number; readonly upplaga: string };
type Log = { readonly folder: Folder; readonly klubba: Side; readonly token: string };

const open = async (folder: Folder): Promise<Log> => {
  const [klubba] = await Side.start('asof.side', folder);
  return { folder, klubba, token: await tokenFor(folder.dataDir, 'namndsekreterare') };
};

/** p95 in ms of so many whole meetings, each as of a random moment of its own and never asked of before. */
const round = async ({ folder: { archive: { meetings } }, klubba, token }: Log, load: Side, questions: number): Promise<number> => {
  const longest = Math.max(...meetings.map(({ facts }) => facts));
  const whole = meetings.filter(({ facts }) => facts === longest);
  const ms: number[] = [];
  while (ms.length < questions) {
    const { port, upplaga } = await klubba.ask<Opened>('openAnew');
    const question = (id: string, position: number) => ({ query: AGENDA, variables: { id, vid: { position: `${upplaga}:${position}` } }, token });
    await load.ask<Timed>('oneByOne', { port, asks: NOBODYS.map((id) => question(id, 1)) });
    const from = Math.floor(Math.random() * whole.length);
    const asks = Array.from({ length: Math.min(EACH_ONCE, whole.length) }, (_, i) => {
      // Far apart in the log, and none twice.
      const { id, first, last } = whole[(from + Math.floor((i * whole.length) / EACH_ONCE)) % whole.length]!;
      return question(id, first + Math.floor(Math.random() * (last - first + 1)));
    });
    ms.push(...(await load.ask<Timed>('oneByOne', { port, asks })).ms);
  }
  return percentile(ms, 0.95);
};

/** The agenda as of a moment in a log of 10⁶ facts, against one of 10⁴: p95 over HTTP, one question at a time. And against 20 ms. */
export const asof = async (setting: Setting): Promise<readonly Figure[]> => {
  const folders = [await bigFolder(setting), await makeFolder(setting.folder, 'liten', SMALL, { items: 27 })] as const;
  const [big, small] = await Promise.all([open(folders[0]), open(folders[1])]);
  const [load] = await Side.start('load.side', null);
  const p95 = { big: [] as number[], small: [] as number[] };
  // The first round of each warms up.
  const questions = setting.snabb ? QUESTIONS_SNABB : QUESTIONS;
  for (let i = 0; i <= setting.rounds; i++) {
    const [one, other] = [await round(big, load, questions), await round(small, load, questions)];
    if (i === 0) continue;
    p95.big.push(one);
    p95.small.push(other);
  }
  for (const side of [load, big.klubba, small.klubba]) await side.stop();
  return [cost('asof', 'ms', 0.8, p95.big, p95.small), cost('asof_ms', 'ms', 1, p95.big, [MS_MAX])];
};
