import { cost, type Figure } from './figure';
import { bigFolder } from './folder';
import { startKlubba } from './klubba';
import type { Setting } from './main';

const SECONDS_MAX = 2;
const MB_MAX = 300;

/** The second start on a log of 10⁶ facts, until it is ready, and the most memory that it took. The limits are given. */
export const start1m = async (setting: Setting): Promise<readonly Figure[]> => {
  const folder = await bigFolder(setting);
  const [seconds, mb]: [number[], number[]] = [[], []];
  for (let i = 0; i < setting.rounds; i++) {
    const klubba = await startKlubba(folder);
    const { position, lasmodeller } = await klubba.health();
    if (lasmodeller.some((one) => one.position < position)) throw new Error('läsmodellerna stod inte vid loggens slut');
    seconds.push(klubba.startSeconds);
    mb.push(klubba.peakMb());
    await klubba.stop();
  }
  return [cost('start_1m_s', 's', 1, seconds, [SECONDS_MAX]), cost('start_1m_mb', 'MB', 1, mb, [MB_MAX])];
};
