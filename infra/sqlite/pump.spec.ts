import { setTimeout as sleep } from 'node:timers/promises';
import { Pump } from './pump';

const PATIENCE_MS = 200;
/** A pump whose work takes a moment, and does `meanwhile` the first time. */
const pumping = (meanwhile: (pump: Pump) => void) => {
  const looks: number[] = [];
  const pump = new Pump(async () => {
    looks.push(performance.now());
    await Promise.resolve();
    if (looks.length === 1) meanwhile(pump);
    await sleep(1);
    return false;
  }, () => PATIENCE_MS);
  return { pump, looks };
};
const seen = async (looks: readonly number[], times: number): Promise<number> => {
  while (looks.length < times) await sleep(1);
  return looks.at(-1)! - looks.at(-2)!;
};

describe('En följare', () => {
  it('väntar på sällskap också när den väcks medan den arbetar', async () => {
    const { pump, looks } = pumping((itself) => itself.nudge());
    pump.hurry();
    expect(await seen(looks, 2)).toBeGreaterThanOrEqual(PATIENCE_MS - 5);
    await pump.close();
  });
  it('väntar inte när någon väntar på den', async () => {
    const { pump, looks } = pumping((itself) => {
      itself.nudge();
      itself.hurry();
    });
    pump.hurry();
    await seen(looks, 2);
    await pump.close();
    expect(looks).toHaveLength(2);
  });
  it('låter annat komma till medan den skyndas på', async () => {
    let others = 0;
    const pump: Pump = new Pump(async () => {
      await Promise.resolve();
      if (others < 3) pump.hurry();
      return false;
    }, () => PATIENCE_MS);
    const other = setInterval(() => others++, 1);
    pump.hurry();
    while (others < 3) await sleep(1);
    clearInterval(other);
    await pump.close();
  });
});
