import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createLocalJWKSet, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { type Roll, ROLLER, type Roller } from '@klubba/behorighet';
import { reactionId, streamId } from '@klubba/kernel';
import type { Issuer } from './identitet';
import { CannotStart, type Settings } from './settings';

export const DEMO_ISSUER = 'klubba-demo';
const AUDIENCE = 'klubba';
const TTL_S = 7 * 24 * 3600;

/** Who makes what the demo holds, and the command ids of its people: so a token knows a person before the log does. */
export const DEMO_BY = 'system:demo';
export const demoCommand = (what: string): string => reactionId('demo', what);
export const demoPerson = (roll: string): string => streamId('person', DEMO_BY, demoCommand(`person:${roll}`));

/** The demo's own issuer of tokens, for the named roles. */
export type DemoIdentity = Issuer & {
  /** A token for a role in every nämnd, or for just those roles. */
  readonly token: (roll: Roll, more?: { readonly sub?: string; readonly roller?: Roller; readonly ttlSeconds?: number }) => Promise<string>;
};

/**
 * Reads or makes the demo's signing key. The file lies beside the data folder, as the master key does, for its owner only.
 * Throws CannotStart, always in production: whoever holds this key is anyone.
 */
export const demoIdentity = async ({ dataDir, production }: Settings): Promise<DemoIdentity> => {
  if (production) throw new CannotStart('Demons åtkomstbevis finns inte när NODE_ENV=production. Sätt KLUBBA_JWKS_URL, KLUBBA_ISSUER och KLUBBA_AUDIENCE.');
  const jwk = await keyIn(dataDir === ':memory:' ? undefined : `${dataDir}-demonyckel`);
  const key = await importJWK(jwk, 'ES256');
  const { d: _secret, ...open } = jwk;
  return {
    keys: createLocalJWKSet({ keys: [open] }), issuer: DEMO_ISSUER, audience: AUDIENCE,
    token: (roll, { sub = demoPerson(roll), roller = { '*': [roll] }, ttlSeconds = TTL_S } = {}) =>
      new SignJWT({ roller }).setProtectedHeader({ alg: 'ES256', kid: open.kid! }).setIssuer(DEMO_ISSUER).setAudience(AUDIENCE)
        .setSubject(sub).setIssuedAt().setExpirationTime(new Date(Date.now() + ttlSeconds * 1000)).sign(key),
  };
};

export const isRoll = (text: string): text is Roll => text !== 'allmanhet' && (ROLLER as readonly string[]).includes(text);

const keyIn = async (file: string | undefined): Promise<JWK> => {
  if (file !== undefined && existsSync(file)) return readKey(file);
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk: JWK = { ...(await exportJWK(privateKey)), kid: 'demo', alg: 'ES256' };
  if (file === undefined) return jwk;
  try {
    mkdirSync(dirname(file), { recursive: true });
    // 'wx': two that start at once may not each have a key of their own.
    writeFileSync(file, `${JSON.stringify(jwk)}\n`, { mode: 0o600, flag: 'wx' });
    return jwk;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readKey(file);
    throw new CannotStart(`Demons nyckelfil ${file} går inte att skapa (${(error as NodeJS.ErrnoException).code ?? 'okänt fel'}). Ge användaren som kör Klubba skrivrätt i ${dirname(file)}, eller sätt DATA_DIR till en annan mapp.`, { cause: error });
  }
};

const readKey = (file: string): JWK => {
  try {
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) throw new CannotStart(`Demons nyckelfil ${file} kan läsas av andra än ägaren. Kör: chmod 600 ${file}`);
    const jwk = JSON.parse(readFileSync(file, 'utf8')) as JWK;
    if (jwk.kty === 'EC' && jwk.crv === 'P-256' && typeof jwk.d === 'string') return jwk;
  } catch (error) {
    if (error instanceof CannotStart) throw error;
  }
  throw new CannotStart(`Demons nyckelfil ${file} går inte att läsa. Ta bort den, så görs en ny.`);
};
