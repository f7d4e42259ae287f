import { resolve } from 'node:path';

/** Why Klubba does not start, as one Swedish sentence for the one who starts it. */
export class CannotStart extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CannotStart';
  }
}

export type Env = Readonly<Record<string, string | undefined>>;

/** Everything that can be set from outside, read once. */
export type Settings = {
  readonly port: number;
  readonly host: string;
  /** Where the stores lie; `:memory:` forgets everything. */
  readonly dataDir: string;
  readonly production: boolean;
  /** Where the log lines of the program go: a file, or `-` for stdout. */
  readonly programLog: string | undefined;
  readonly env: Env;
};

/** Throws CannotStart. An empty setting counts as none: that is how compose files leave one out. */
export const settingsFrom = (raw: Env): Settings => {
  const env: Env = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== ''));
  const production = env.NODE_ENV === 'production';
  const port = Number(env.PORT ?? '3000');
  if (!/^\d{1,5}$/.test(env.PORT ?? '3000') || port > 65_535) throw new CannotStart(`PORT ska vara ett tal från 0 till 65535, men är ”${env.PORT}”.`);
  const dataDir = env.DATA_DIR === ':memory:' ? ':memory:' : resolve(env.DATA_DIR ?? './data');
  return {
    port, host: env.HOST ?? '127.0.0.1', dataDir, production, env,
    // A terminal is for people: there the lines go to a file. A container's stdout is its log.
    programLog: env.KLUBBA_LOGG ?? (production ? '-' : dataDir === ':memory:' ? undefined : `${dataDir}/klubba.log`),
  };
};
