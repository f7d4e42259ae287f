import { readFileSync } from 'node:fs';
import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { type Roll, ROLLER, type Roller } from '@klubba/behorighet';
import { UUID } from '@klubba/kernel';
import { CannotStart, type Settings } from './settings';

/** Who a verified token says that one is, and until when it may be believed without being looked at again (ms). */
export type Identity = { readonly by: string; readonly roller: Roller; readonly until: number };
/** Who has shown no token. */
export const ALLMANHETEN: Identity = { by: 'allmanheten', roller: {}, until: Number.POSITIVE_INFINITY };

/** Whose tokens are believed, and for whom they must be meant. */
export type Issuer = { readonly keys: JWTVerifyGetKey; readonly issuer: string; readonly audience: string };

/** A token that is not believed. The sentence is for the one who sent it: it says why, never what was in it. */
export class NotIdentified extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotIdentified';
  }
}
/** The keys could not be fetched, so nobody can be told apart from anybody else. Not the asker's fault. */
export class IdentityUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('Identitetstjänsten svarar inte. Försök igen om en stund.', options);
    this.name = 'IdentityUnavailable';
  }
}

// No HS*: whoever can verify such a token can also make one.
const ALGORITHMS = ['ES256', 'EdDSA', 'RS256'];
const BELIEVED_MS = 60_000;
const BELIEVED_MAX = 10_000;
const CLOCK_TOLERANCE_S = 5;

/** Reads bearer tokens. A verified one is believed for at most a minute, and never past its end. */
export class Identitet {
  private readonly believed = new Map<string, Identity>();

  constructor(private readonly from: Issuer, private readonly clock: () => number = Date.now) {}

  /** The public without a header. Throws or rejects with NotIdentified, or IdentityUnavailable. */
  ofHeader(authorization: string | undefined): Identity | Promise<Identity> {
    if (authorization === undefined) return ALLMANHETEN;
    const [, token] = /^bearer +([^\s]+) *$/i.exec(authorization) ?? [];
    if (token === undefined) throw new NotIdentified('Huvudet Authorization ska ha formen ”Bearer <token>”.');
    return this.ofToken(token);
  }

  ofToken(token: string): Identity | Promise<Identity> {
    const known = this.believed.get(token);
    if (known !== undefined && known.until > this.clock()) return known;
    this.believed.delete(token);
    return this.verify(token);
  }

  private async verify(token: string): Promise<Identity> {
    const { issuer, audience, keys } = this.from;
    const now = this.clock();
    let payload: JWTPayload;
    try {
      ({ payload } = await jwtVerify(token, keys, {
        algorithms: ALGORITHMS, issuer, audience, clockTolerance: CLOCK_TOLERANCE_S, requiredClaims: ['sub', 'exp'], currentDate: new Date(now),
      }));
    } catch (error) {
      throw inSwedish(error);
    }
    const identity: Identity = { by: personOf(payload), roller: rolesOf(payload), until: Math.min(now + BELIEVED_MS, payload.exp! * 1000) };
    if (this.believed.size >= BELIEVED_MAX) this.believed.delete(this.believed.keys().next().value!);
    this.believed.set(token, identity);
    return identity;
  }
}

const CLAIMS: Readonly<Record<string, string>> = {
  iss: 'Åtkomstbeviset kommer från en annan utfärdare än den som Klubba litar på.',
  aud: 'Åtkomstbeviset är utfärdat för ett annat system.',
  nbf: 'Åtkomstbeviset gäller inte än.',
};
const inSwedish = (error: unknown): Error => {
  if (error instanceof errors.JWTExpired) return new NotIdentified('Åtkomstbeviset har gått ut. Hämta ett nytt.');
  if (error instanceof errors.JWTClaimValidationFailed) return new NotIdentified(CLAIMS[error.claim] ?? `Åtkomstbeviset saknar uppgiften ${error.claim}.`);
  if (error instanceof errors.JOSEAlgNotAllowed) return new NotIdentified(`Åtkomstbeviset är inte signerat på ett sätt som godtas (${ALGORITHMS.join(', ')}).`);
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSMultipleMatchingKeys) return new NotIdentified('Åtkomstbevisets signatur kan inte bekräftas.');
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || isFetchFailure(error)) return new IdentityUnavailable({ cause: error });
  // What is left of jose's own errors is about the token's form; a server that answers 500 for its keys is the plain JOSEError.
  if (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC') return new IdentityUnavailable({ cause: error });
  return new NotIdentified('Åtkomstbeviset går inte att läsa: det är ingen signerad JWT.');
};

/** By name: fetch throws errors of its own realm. */
const isFetchFailure = (error: unknown): boolean => ['TypeError', 'TimeoutError', 'AbortError'].includes((error as Error).name) && (error as Error).cause !== undefined;

const personOf = ({ sub }: JWTPayload): string => {
  const person = sub?.toLowerCase();
  if (person === undefined || !UUID.test(person)) throw new NotIdentified('Åtkomstbevisets sub ska vara personens id, ett UUID.');
  return person;
};

const GIVEN: readonly string[] = ROLLER.filter((roll) => roll !== 'allmanhet');
const rolesOf = ({ roller = {} }: JWTPayload & { readonly roller?: unknown }): Roller => {
  if (typeof roller !== 'object' || roller === null || Array.isArray(roller)) throw new NotIdentified('Åtkomstbevisets roller ska vara ett objekt: nämndens id, eller *, och en lista av roller.');
  const out: Record<string, readonly Roll[]> = {};
  for (const [where, those] of Object.entries(roller as Record<string, unknown>)) {
    const namnd = where.toLowerCase();
    if (namnd !== '*' && !UUID.test(namnd)) throw new NotIdentified('Åtkomstbevisets roller ska anges per nämnd, med nämndens id (UUID) eller *.');
    // A role that is misspelt must not quietly mean less than was meant.
    if (!Array.isArray(those) || !those.every((roll) => GIVEN.includes(roll as string))) throw new NotIdentified(`Åtkomstbeviset har en roll som Klubba inte känner. De som finns är ${GIVEN.join(', ')}.`);
    out[namnd] = those as readonly Roll[];
  }
  return out;
};

/** Whose tokens production believes: all three must be set. Throws CannotStart. */
export const issuerFrom = ({ env }: Settings): Issuer => {
  const { KLUBBA_JWKS_URL: url, KLUBBA_JWKS_FILE: file, KLUBBA_ISSUER: issuer, KLUBBA_AUDIENCE: audience } = env;
  const missing = [url === undefined && file === undefined && 'KLUBBA_JWKS_URL eller KLUBBA_JWKS_FILE', issuer === undefined && 'KLUBBA_ISSUER', audience === undefined && 'KLUBBA_AUDIENCE'].filter((name) => name !== false);
  if (missing.length > 0) throw new CannotStart(`Klubba vet inte vems åtkomstbevis som gäller: sätt ${missing.join(', ')}.`);
  if (url !== undefined && file !== undefined) throw new CannotStart('Både KLUBBA_JWKS_URL och KLUBBA_JWKS_FILE är satta. Behåll en av dem.');
  return { keys: file === undefined ? remoteKeys(url!) : fileKeys(file), issuer: issuer!, audience: audience! };
};
export const issuerIsSet = ({ env }: Settings): boolean => ['KLUBBA_JWKS_URL', 'KLUBBA_JWKS_FILE', 'KLUBBA_ISSUER', 'KLUBBA_AUDIENCE'].some((name) => env[name] !== undefined);

const remoteKeys = (url: string): JWTVerifyGetKey => {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new CannotStart(`KLUBBA_JWKS_URL är ingen webbadress: ”${url}”.`);
  return createRemoteJWKSet(new URL(url), { timeoutDuration: 5000 });
};
const fileKeys = (file: string): JWTVerifyGetKey => {
  try {
    return createLocalJWKSet(JSON.parse(readFileSync(file, 'utf8')) as JSONWebKeySet);
  } catch (error) {
    throw new CannotStart(`KLUBBA_JWKS_FILE går inte att läsa som en nyckellista (JWKS): ${file}.`, { cause: error });
  }
};
