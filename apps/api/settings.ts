import { resolve } from 'node:path';
import { type Address, AddressFault, addressOf } from '../../infra/eventstoredb/address';

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
  /** Where the stores lie, or with a cluster only the read models; `:memory:` forgets everything. */
  readonly dataDir: string;
  /** The cluster that holds the log and the keys; without one they lie in `dataDir`. */
  readonly eventStore: Address | undefined;
  /** The directory where several nodes have their files together; without it they lie in `dataDir`. */
  readonly handlingar: string | undefined;
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
  const { folder, address } = eventStoreFrom(env.EVENT_STORE ?? `sqlite:${env.DATA_DIR ?? DATA_DIR}`);
  const dataDir = folderOf(env.DATA_DIR ?? folder ?? DATA_DIR);
  if (folder !== undefined && folderOf(folder) !== dataDir) throw new CannotStart(`EVENT_STORE säger att loggen ligger i ${folderOf(folder)} och DATA_DIR att den ligger i ${dataDir}. Behåll en av dem.`);
  if (dataDir === ':memory:' && env.HANDLINGAR !== undefined) throw new CannotStart('HANDLINGAR går inte ihop med DATA_DIR=:memory:. En logg som glöms kan inte äga filer som finns kvar.');
  return {
    port, host: env.HOST ?? '127.0.0.1', dataDir, eventStore: address, production, env,
    handlingar: env.HANDLINGAR === undefined ? undefined : resolve(env.HANDLINGAR),
    // A terminal is for people: there the lines go to a file. A container's stdout is its log.
    programLog: env.KLUBBA_LOGG ?? (production ? '-' : dataDir === ':memory:' ? undefined : `${dataDir}/klubba.log`),
  };
};

const DATA_DIR = './data';
const folderOf = (path: string): string => (path === ':memory:' ? path : resolve(path));

/** `sqlite:<folder>` or `esdb://…`. Throws CannotStart, and never quotes an address: it holds a password. */
export const eventStoreFrom = (text: string): { readonly folder?: string; readonly address?: Address } => {
  const [, folder] = /^sqlite:(.+)$/.exec(text) ?? [];
  if (folder !== undefined) return { folder };
  if (!text.startsWith('esdb')) throw new CannotStart('EVENT_STORE ska vara sqlite:<mapp> eller esdb://användare:lösenord@värd:2113?tls=true.');
  try {
    return { address: addressOf(text) };
  } catch (error) {
    if (error instanceof AddressFault) throw new CannotStart(error.message, { cause: error });
    throw error;
  }
};
