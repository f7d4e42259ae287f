import { Temporal } from 'temporal-polyfill';

type Patch = readonly [holder: object, name: string, value: unknown];

/** Runs `work` in a world where asking for the time or for chance is an error. Synchronous, so that nothing else meets it. */
export const withoutClockOrChance = <T>(work: () => T): T => {
  const forbid = (what: string) => (): never => {
    throw new Error(`${what} i en vikning: läst igen i morgon ger den något annat.`);
  };
  const date = Object.assign(function () { return forbid('Date')(); }, {
    now: forbid('Date.now'), parse: forbid('Date.parse'),
    // Arithmetic on its arguments alone; the same in every zone and on every day.
    UTC: Date.UTC,
  });
  const now = Object.fromEntries(Object.getOwnPropertyNames(Temporal.Now).map((name) => [name, forbid(`Temporal.Now.${name}`)]));
  const patches: readonly Patch[] = [
    [globalThis, 'Date', date],
    [Math, 'random', forbid('Math.random')],
    [Temporal, 'Now', now],
    [performance, 'now', forbid('performance.now')],
    [crypto, 'randomUUID', forbid('crypto.randomUUID')],
    [crypto, 'getRandomValues', forbid('crypto.getRandomValues')],
    ...('Temporal' in globalThis ? [[(globalThis as unknown as { Temporal: object }).Temporal, 'Now', now] as const] : []),
  ];
  const before = patches.map(([holder, name]) => Object.getOwnPropertyDescriptor(holder, name));
  try {
    for (const [holder, name, value] of patches) Object.defineProperty(holder, name, { value, configurable: true, writable: true });
    return work();
  } finally {
    patches.forEach(([holder, name], i) => {
      const own = before[i];
      if (own === undefined) Reflect.deleteProperty(holder, name);
      else Object.defineProperty(holder, name, own);
    });
  }
};
