import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { buildSchema } from 'graphql';
import { type Roll, ROLLER, type Roller } from '@klubba/behorighet';
import { type App, openApp } from '../../apps/api/app';
import { type DemoIdentity, demoIdentity } from '../../apps/api/demo-identitet';
import type { Injected } from '../../apps/api/ground';
import type { Composition, House } from '../../apps/api/house';
import type { Issuer } from '../../apps/api/identitet';
import { type Env, settingsFrom } from '../../apps/api/settings';

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  /** The body as it came. */
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what it asked for
  readonly data: any;
  readonly errors: readonly { readonly message: string; readonly extensions?: { readonly code?: string; readonly spar?: string } }[] | undefined;
};
export type Running = {
  readonly url: string;
  readonly app: App;
  readonly house: House;
  readonly dataDir: string;
  readonly identity: DemoIdentity;
  /** Asks by POST as who holds the token; without one, as the public. */
  ask(query: string, variables?: Readonly<Record<string, unknown>>, token?: string): Promise<Answer>;
  token(roll: Roll, more?: { readonly sub?: string; readonly roller?: Roller; readonly ttlSeconds?: number }): Promise<string>;
  /** Stops the app. The folder stays until `remove`. */
  stop(): Promise<void>;
  /** Stops the app and removes its files. */
  remove(): Promise<void>;
};

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'klubba-'));
export const NAMED_ROLES = ROLLER.filter((roll) => roll !== 'allmanhet');
export const uuid = (): string => randomUUID();

type Starting = { readonly composition?: Composition; readonly dataDir?: string; readonly env?: Env; readonly issuer?: Issuer; readonly injected?: Injected };
/** A real Klubba on a free port over real SQLite files in a folder of its own, or in one given. */
export const startHouse = async ({ composition, dataDir = join(temporaryFolder(), 'data'), env = {}, issuer, injected }: Starting = {}): Promise<Running> => {
  const settings = settingsFrom({ PORT: '0', DATA_DIR: dataDir, ...env });
  const identity = await demoIdentity(settings);
  // Nest takes in every GraphQL class that is loaded, mounted or not: the nouns are not loaded beside another house.
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- see above
  const app = await openApp(composition ?? (require('../../apps/api/composition') as typeof import('../../apps/api/composition')).klubba, settings, issuer ?? identity, injected);
  const url = await app.listen();
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= app.close());
  return {
    url, app, house: app.house, dataDir, identity, stop, token: identity.token,
    ask: (query, variables, token) => post(`${url}/graphql`, JSON.stringify({ query, variables }), token === undefined ? {} : { authorization: `Bearer ${token}` }),
    remove: async () => {
      await stop();
      rmSync(join(dataDir, '..'), { recursive: true, force: true });
    },
  };
};

/** Whether a command's mutation is told which stream it concerns: the others make one, or their data names it. */
export const takesId = ({ app }: Running): ((command: string) => boolean) => {
  const mutations = buildSchema(app.schema()).getMutationType()!.getFields();
  return (command) => mutations[command[0]!.toLowerCase() + command.slice(1)]!.args.some(({ name }) => name === 'id');
};

/** What a command was answered: a Kvitto, or a Hinder and then `kod`. */
export type Outcome = {
  readonly id: string; readonly version: number; readonly position: string;
  readonly kod?: string; readonly allvar?: string; readonly text?: string; readonly orsaker?: readonly { readonly kod: string; readonly text: string }[];
};
export type Given = { readonly id?: string | undefined; readonly by?: string | undefined; readonly skal?: Readonly<Record<string, string>> | undefined; readonly kommandoId?: string | undefined };
/** Gives a command by its name, through its mutation, and waits until what it led to can be read. Throws when it was not understood. */
export const give = async ({ ask, house }: Running, command: string, data: object, { id, by, skal, kommandoId = uuid() }: Given): Promise<Outcome> => {
  const [wants, has] = id === undefined ? ['', ''] : ['$id: ID!, ', 'id: $id, '];
  const { data: answer, errors, text } = await ask(
    `mutation($k: ID!, ${wants}$d: ${command}Input!, $s: [Skal!]) { u: ${command[0]!.toLowerCase()}${command.slice(1)}(kommandoId: $k, ${has}data: $d, skal: $s) { ... on Kvitto { id version position } ... on Hinder { kod allvar text orsaker { kod text } } } }`,
    { k: kommandoId, d: data, ...(id !== undefined && { id }), ...(skal && { s: Object.entries(skal).map(([kod, why]) => ({ kod, skal: why })) }) }, by);
  if (errors !== undefined) throw new Error(text);
  const { u: outcome } = answer as { readonly u: Outcome };
  if (outcome.kod === undefined) await house.models.caughtUp(BigInt(outcome.position.split(':')[1]!));
  return outcome;
};
/** The same, of a command that must be carried out. */
export const done = async (running: Running, command: string, data: object, more: Given): Promise<Outcome> => {
  const outcome = await give(running, command, data, more);
  if (outcome.kod !== undefined) throw new Error(`${command}: ${outcome.kod}: ${outcome.text}`);
  return outcome;
};
/** What a question answers. Throws when it has errors. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what it asked for
export const see = async ({ ask }: Running, query: string, by?: string): Promise<any> => {
  const { data, errors, text } = await ask(query, {}, by);
  if (errors !== undefined) throw new Error(text);
  return data;
};

/** Sends a body as it is. */
export const post = async (url: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> => {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  return answerOf(response);
};
export const answerOf = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  const read = (text.startsWith('{') ? JSON.parse(text) : {}) as Pick<Answer, 'data' | 'errors'>;
  return { status: response.status, headers: response.headers, text, data: read.data, errors: read.errors };
};
