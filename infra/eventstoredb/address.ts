import { readFileSync } from 'node:fs';

/** A user of the server. Private fields, so that no log line, no error and no debug output of the client's own shows them. */
export class Credentials {
  readonly #password: string;
  readonly #username: string;
  constructor(username: string, password: string) {
    this.#username = username;
    this.#password = password;
  }
  get username(): string {
    return this.#username;
  }
  get password(): string {
    return this.#password;
  }
}

export type Host = { readonly address: string; readonly port: number };

/** Where the server is and how it is spoken to. */
export type Address = {
  readonly hosts: readonly Host[];
  /** One DNS name for all nodes of a cluster (`esdb+discover`). */
  readonly discover: boolean;
  readonly credentials: Credentials;
  /** `undefined`: without TLS. An empty one believes the system's own authorities. */
  readonly tls: { readonly ca?: Buffer } | undefined;
  /** How long a call may take before it is given up. */
  readonly deadlineMs: number;
  /** How long what has no answer is asked again: longer than the cluster takes to choose another leader. */
  readonly patienceMs: number;
  readonly keepAliveMs: number;
  readonly keepAliveTimeoutMs: number;
  /** The stream where the cluster says which log it holds. */
  readonly identity: string;
  /** What the log's streams begin with. Nothing, unless a cluster holds several: the same thing may be told of in each. */
  readonly prefix: string;
};

/** The address is not one. Swedish, and never holds the password. */
export class AddressFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AddressFault';
  }
}

const FORM = 'esdb://användare:lösenord@värd:2113?tls=true (flera värdar med komma mellan)';
const OPTIONS = ['tls', 'tlsCAFile', 'deadline', 'patience', 'keepAliveInterval', 'keepAliveTimeout', 'logg'] as const;
const IDENTITY = 'klubba-logg';
/** Below it the client itself warns. */
const KEEP_ALIVE_MIN_MS = 10_000;

/** An address without its user, for messages. */
export const shown = ({ hosts, discover }: Pick<Address, 'hosts' | 'discover'>): string => `esdb${discover ? '+discover' : ''}://${hosts.map(({ address, port }) => `${address}:${port}`).join(',')}`;

/**
 * Reads `esdb://user:password@host:2113,host2:2113?tls=true`. TLS is on unless `tls=false`; `tlsCAFile` names the authority
 * to believe; `logg` names
 * the log where a cluster holds several (an exercise beside the real one). User and password are percent-encoded where they hold `:/@?,`. Read here and not by the client, which
 * quotes the whole text, password and all, in its errors and debug lines. Throws AddressFault.
 */
export const addressOf = (text: string): Address => {
  const [, scheme, user, hosts, query = ''] = /^(esdb|esdb[+]discover):\/\/(?:([^@/?]*)@)?([^@/?]+)\/?(?:[?]([^?]*))?$/.exec(text.trim()) ?? [];
  if (scheme === undefined || hosts === undefined) throw new AddressFault(`Adressen till EventStoreDB har fel form. Den ska se ut så här: ${FORM}.`);
  const options = optionsOf(query);
  const tls = yesOrNo(options.get('tls') ?? 'true');
  return {
    hosts: hosts.split(',').map(hostOf),
    discover: scheme === 'esdb+discover',
    credentials: credentialsOf(user, tls),
    tls: tls ? { ...(options.has('tlsCAFile') && { ca: certificate(options.get('tlsCAFile')!) }) } : undefined,
    deadlineMs: milliseconds(options, 'deadline', 5_000, 100),
    patienceMs: milliseconds(options, 'patience', 15_000, 0),
    keepAliveMs: milliseconds(options, 'keepAliveInterval', 10_000, KEEP_ALIVE_MIN_MS),
    keepAliveTimeoutMs: milliseconds(options, 'keepAliveTimeout', 10_000, 1_000),
    ...namesOf(options.get('logg')),
  };
};

const optionsOf = (query: string): Map<string, string> => {
  const options = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const known = OPTIONS.find((one) => one.toLowerCase() === name.toLowerCase());
    if (known === undefined) throw new AddressFault(`Adressen till EventStoreDB har en inställning som Klubba inte känner: ${name}. Dessa finns: ${OPTIONS.join(', ')}.`);
    options.set(known, value);
  }
  return options;
};

const yesOrNo = (value: string): boolean => {
  if (value !== 'true' && value !== 'false') throw new AddressFault('Adressen till EventStoreDB: tls ska vara true eller false.');
  return value === 'true';
};

const milliseconds = (options: ReadonlyMap<string, string>, name: string, usual: number, least: number): number => {
  const value = options.get(name);
  if (value === undefined) return usual;
  if (!/^\d{1,7}$/.test(value) || Number(value) < least) throw new AddressFault(`Adressen till EventStoreDB: ${name} ska vara ett helt antal millisekunder, minst ${least}.`);
  return Number(value);
};

/** The names in the cluster of the log, or of one that lies beside it. */
export const namesOf = (logg: string | undefined): Pick<Address, 'identity' | 'prefix'> => {
  if (logg === undefined) return { identity: IDENTITY, prefix: '' };
  if (!/^[a-z0-9-]{1,80}$/.test(logg)) throw new AddressFault('Adressen till EventStoreDB: logg ska vara ett namn av små bokstäver a–z, siffror och bindestreck.');
  return { identity: `klubba-${logg}`, prefix: `${logg}.` };
};

const hostOf = (text: string): Host => {
  const [, address, port = '2113'] = /^([A-Za-z0-9._-]+)(?::(\d{1,5}))?$/.exec(text.trim()) ?? [];
  if (address === undefined || Number(port) < 1 || Number(port) > 65_535) throw new AddressFault(`Adressen till EventStoreDB har en värd med fel form. Den ska se ut så här: ${FORM}.`);
  return { address, port: Number(port) };
};

/** Without TLS the client sends no password, but the name of a user must still be given: it is what chooses the safe way of appending. */
const credentialsOf = (user: string | undefined, tls: boolean): Credentials => {
  if (user === undefined) {
    if (tls) throw new AddressFault(`Användare och lösenord saknas i adressen till EventStoreDB. Den ska se ut så här: ${FORM}. Med tls=false skickas inget lösenord.`);
    return new Credentials('klubba', '');
  }
  const colon = user.indexOf(':');
  if (colon < 1) throw new AddressFault(`Användare och lösenord har fel form i adressen till EventStoreDB. Den ska se ut så här: ${FORM}.`);
  try {
    return new Credentials(decodeURIComponent(user.slice(0, colon)), decodeURIComponent(user.slice(colon + 1)));
  } catch {
    throw new AddressFault('Användare eller lösenord är fel procentkodat i adressen till EventStoreDB. Tecknet % skrivs %25.');
  }
};

const certificate = (file: string): Buffer => {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new AddressFault(`Certifikatfilen ${file} (tlsCAFile) går inte att läsa (${(error as NodeJS.ErrnoException).code ?? 'okänt fel'}).`, { cause: error });
  }
};
