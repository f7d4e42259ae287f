import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { createLocalJWKSet, errors, exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { Identitet, issuerFrom } from '../../apps/api/identitet';
import { demoIdentity } from '../../apps/api/demo-identitet';
import { settingsFrom } from '../../apps/api/settings';
import { houseOfOne } from './house-of-one';
import { type Answer, post, type Running, startHouse, uuid } from './harness';

const ISSUER = 'https://inlogg.exempel.se';
const AUDIENCE = 'klubba';
const PERSON = uuid();
const NAMND = uuid();

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;
let ours: Pair;
let foreign: Pair;
let served: number;
let jwks: ReturnType<typeof createServer>;
let here: Running;

beforeAll(async () => {
  ours = await generateKeyPair('ES256', { extractable: true });
  foreign = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(ours.publicKey)), kid: 'k1', alg: 'ES256' };
  served = 0;
  jwks = createServer((_, response) => {
    served++;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys: [key] }));
  });
  await new Promise<void>((resolve) => jwks.listen(0, '127.0.0.1', resolve));
  const env = { KLUBBA_JWKS_URL: `http://127.0.0.1:${(jwks.address() as AddressInfo).port}/jwks`, KLUBBA_ISSUER: ISSUER, KLUBBA_AUDIENCE: AUDIENCE };
  here = await startHouse({ composition: houseOfOne, env, issuer: issuerFrom(settingsFrom(env)) });
});
afterAll(async () => {
  await here.remove();
  await new Promise((resolve) => jwks.close(resolve));
});

const sign = (claims: Readonly<Record<string, unknown>> = {}, { key = ours.privateKey, kid = 'k1', alg = 'ES256', exp = '1h' as string | number | Date } = {}): Promise<string> =>
  new SignJWT({ roller: { [NAMND]: ['handlaggare'] }, iss: ISSUER, aud: AUDIENCE, sub: PERSON, ...claims }).setProtectedHeader({ alg, kid }).setIssuedAt().setExpirationTime(exp).sign(key);
const QUESTION = `{ handelser(namnd: "${NAMND}") { edges { cursor } } }`;
const asks = (token: string): Promise<Answer> => here.ask(QUESTION, {}, token);
const seconds = (n: number): number => Math.floor(Date.now() / 1000) + n;
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('Ett åtkomstbevis', () => {
  it('som är signerat av utfärdaren, för Klubba, och gäller nu, ger rollerna i nämnden', async () => {
    const answer = await asks(await sign());
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ handelser: { edges: [] } });
  });
  it('ger inga roller i en annan nämnd', async () => {
    const answer = await here.ask(`{ handelser(namnd: "${uuid()}") { edges { cursor } } }`, {}, await sign());
    expect(answer.errors?.[0]?.extensions?.code).toBe('BEHORIGHET_SAKNAS');
  });
  it('med rollen under * gäller i varje nämnd', async () => {
    expect((await asks(await sign({ roller: { '*': ['revisor'] } }))).errors).toBeUndefined();
  });
  it('skrivs med stort eller litet b i Bearer', async () => {
    const body = JSON.stringify({ query: QUESTION });
    expect((await post(`${here.url}/graphql`, body, { authorization: `bearer ${await sign()}` })).status).toBe(200);
  });
  it('hämtar utfärdarens nycklar en gång, inte för varje fråga', async () => {
    await Promise.all((await Promise.all([sign({ x: 1 }), sign({ x: 2 }), sign({ x: 3 })])).map(asks));
    expect(served).toBe(1);
  });

  const refused: readonly (readonly [string, RegExp, () => Promise<string> | string])[] = [
    ['som har gått ut', /gått ut/, () => sign({}, { exp: seconds(-60) })],
    ['som inte gäller än', /gäller inte än/, () => sign({ nbf: seconds(600) })],
    ['som är signerat med en främmande nyckel', /signatur kan inte bekräftas/, () => sign({}, { key: foreign.privateKey })],
    ['som nämner en nyckel som utfärdaren inte har', /signatur kan inte bekräftas/, () => sign({}, { kid: 'annan' })],
    ['som är utfärdat av någon annan', /annan utfärdare/, () => sign({ iss: 'https://annan.exempel.se' })],
    ['som är utfärdat för ett annat system', /annat system/, () => sign({ aud: 'annat' })],
    ['med alg none', /inte signerat på ett sätt/, () => `${part({ alg: 'none' })}.${part({ iss: ISSUER, aud: AUDIENCE, sub: PERSON, exp: seconds(600), roller: { '*': ['namndsekreterare'] } })}.`],
    ['med alg none som en osignerad JWT skrivs av jose', /inte signerat på ett sätt/, () => new UnsecuredJWT({ sub: PERSON }).setIssuer(ISSUER).setAudience(AUDIENCE).setExpirationTime('1h').encode()],
    ['utan signatur', /signatur kan inte bekräftas|går inte att läsa/, async () => `${(await sign()).split('.').slice(0, 2).join('.')}.`],
    ['som är signerat med den öppna nyckeln som hemlighet (HS256)', /inte signerat på ett sätt/, async () => sign({}, { alg: 'HS256', key: new TextEncoder().encode(await exportSPKI(ours.publicKey)) as never })],
    ['vars innehåll är ändrat', /signatur kan inte bekräftas/, async () => {
      const [head, , signature] = (await sign()).split('.');
      return [head, part({ iss: ISSUER, aud: AUDIENCE, sub: PERSON, exp: seconds(600), roller: { '*': ['namndsekreterare'] } }), signature].join('.');
    }],
    ['utan person', /saknar uppgiften sub/, () => sign({ sub: undefined })],
    ['vars person inte är ett UUID', /ska vara personens id/, () => sign({ sub: 'anna.andersson' })],
    ['med en roll som inte finns', /en roll som Klubba inte känner/, () => sign({ roller: { '*': ['kung'] } })],
    ['som säger sig vara allmänheten', /en roll som Klubba inte känner/, () => sign({ roller: { '*': ['allmanhet'] } })],
    ['vars roller inte står per nämnd', /per nämnd/, () => sign({ roller: { socialnamnden: ['ledamot'] } })],
    ['vars roller är en lista', /ska vara ett objekt/, () => sign({ roller: ['ledamot'] })],
    ['som inte är en JWT', /ingen signerad JWT/, () => 'hemlighet'],
    ['som är en tom JWT', /ingen signerad JWT/, () => '..'],
  ];
  it.each(refused)('%s nekas med 401 och en klar svensk mening', async (_, says, made) => {
    const token = await made();
    const answer = await asks(token);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]?.message).toMatch(says);
    expect(answer.errors?.[0]?.extensions?.code).toBe('OGILTIG_IDENTITET');
    expect(answer.text).not.toMatch(/[.]ts:|[.]js:| {4}at /);
  });

  it('som saknar slut nekas', async () => {
    const token = await new SignJWT({ iss: ISSUER, aud: AUDIENCE, sub: PERSON }).setProtectedHeader({ alg: 'ES256', kid: 'k1' }).sign(ours.privateKey);
    expect((await asks(token)).errors?.[0]?.message).toMatch(/saknar uppgiften exp/);
  });
  it('i ett huvud av annat slag än Bearer nekas', async () => {
    for (const authorization of ['Basic YTpi', 'Bearer', 'Bearer a b', '']) {
      const answer = await post(`${here.url}/graphql`, JSON.stringify({ query: QUESTION }), { authorization });
      if (authorization !== '') expect(answer.status).toBe(401);
      else expect([200, 401]).toContain(answer.status);
    }
  });
  it('nekas också när frågan ställs med GET', async () => {
    const response = await fetch(`${here.url}/graphql?query=${encodeURIComponent('{ __typename }')}`, { headers: { authorization: 'Bearer x' } });
    expect(response.status).toBe(401);
  });
});

describe('Ett prövat åtkomstbevis', () => {
  // Whole seconds, as a token counts.
  const START = seconds(0) * 1000;
  const prover = async () => {
    const jwk = createLocalJWKSet({ keys: [{ ...(await exportJWK(ours.publicKey)), kid: 'k1', alg: 'ES256' }] });
    const state = { now: START, withdrawn: false };
    const keys: typeof jwk = Object.assign(async (...asked: Parameters<typeof jwk>) => {
      if (state.withdrawn) throw new errors.JWKSNoMatchingKey();
      return jwk(...asked);
    }, { jwks: jwk.jwks });
    return { state, identitet: new Identitet({ keys, issuer: ISSUER, audience: AUDIENCE }, () => state.now) };
  };
  it('prövas på nytt efter en minut, så att en återkallad nyckel slutar gälla', async () => {
    const { state, identitet } = await prover();
    const token = await sign();
    expect(await identitet.ofToken(token)).toMatchObject({ by: PERSON });
    state.withdrawn = true;
    state.now = START + 59_999;
    expect(identitet.ofToken(token)).toMatchObject({ by: PERSON });
    state.now = START + 60_000;
    await expect(identitet.ofToken(token)).rejects.toThrow('signatur kan inte bekräftas');
  });
  it('tros inte på efter sitt slut', async () => {
    const { state, identitet } = await prover();
    const token = await sign({}, { exp: START / 1000 + 30 });
    expect(await identitet.ofToken(token)).toMatchObject({ by: PERSON });
    state.now = START + 40_000;
    await expect(identitet.ofToken(token)).rejects.toThrow('gått ut');
  });
});

describe('Den som inte visar något åtkomstbevis', () => {
  it('är allmänheten', async () => {
    const answer = await here.ask('{ __typename }');
    expect(answer.data).toEqual({ __typename: 'Query' });
    expect((await here.ask(QUESTION)).errors?.[0]?.message).toBe('Händelserna visas bara för den som har en roll i nämnden.');
  });
});

describe('Utfärdarens nycklar', () => {
  it('som inte går att hämta är inte frågarens fel: 503 och en klar mening', async () => {
    const issuer = issuerFrom(settingsFrom({ KLUBBA_JWKS_URL: 'http://127.0.0.1:1/jwks', KLUBBA_ISSUER: ISSUER, KLUBBA_AUDIENCE: AUDIENCE }));
    const alone = await startHouse({ composition: houseOfOne, issuer });
    const answer = await alone.ask(QUESTION, {}, await sign());
    expect(answer.status).toBe(503);
    expect(answer.errors?.[0]?.message).toBe('Identitetstjänsten svarar inte. Försök igen om en stund.');
    await alone.remove();
  });
  it('måste anges i produktion, med utfärdare och mottagare', () => {
    expect(() => issuerFrom(settingsFrom({ NODE_ENV: 'production' }))).toThrow('Klubba vet inte vems åtkomstbevis som gäller: sätt KLUBBA_JWKS_URL eller KLUBBA_JWKS_FILE, KLUBBA_ISSUER, KLUBBA_AUDIENCE.');
    expect(() => issuerFrom(settingsFrom({ KLUBBA_JWKS_URL: 'nycklar', KLUBBA_ISSUER: ISSUER, KLUBBA_AUDIENCE: AUDIENCE }))).toThrow('ingen webbadress');
    expect(() => issuerFrom(settingsFrom({ KLUBBA_JWKS_FILE: '/finns/inte', KLUBBA_ISSUER: ISSUER, KLUBBA_AUDIENCE: AUDIENCE }))).toThrow('går inte att läsa som en nyckellista');
  });
  it('gör demon själv, men aldrig i produktion', async () => {
    await expect(demoIdentity(settingsFrom({ NODE_ENV: 'production', DATA_DIR: ':memory:' }))).rejects.toThrow('Demons åtkomstbevis finns inte när NODE_ENV=production');
  });
});
