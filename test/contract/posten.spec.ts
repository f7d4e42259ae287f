import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { BadValue, canonicalBytes, canonicalText, encode, type Envelope, field, leafOf, MerkleRoot, reactionId, seal, storedValue, streamId, toDisk, type Token, UUID } from '@klubba/kernel';
import { keyAad, unwrap, valueAad, wrap } from '../../infra/forsegling/cipher';
import { Forsegling, SealFault } from '../../infra/forsegling/forsegling';
import { masterKeysOf } from '../../infra/forsegling/master';
import { MemoryKeyStore } from '../../infra/memory/memory-key-store';

type Vectors = {
  nyckel: { kid: string; dek_hex: string; master_hex: string; masterversion: number; nonce_hex: string; aad: string; omslag: string };
  forsegling: { path: string; value: string; nonce: string; aad: string; plaintext: string; token: Token }[];
  poster: { post: Envelope; bytes: string; langd: number; lov_hex: string }[];
  merkle: { rot_1_hex: string; rot_2_hex: string; rot_3_hex: string; tom_hex: string };
  id: { strom: { av: [string, string, string, string]; uuid: string }; reaktion: { av: [string, string, string]; uuid: string } };
  fel: { fall: string }[];
};
const vektorer = join(__dirname, '../vektorer');
const json = (file: string): unknown => JSON.parse(readFileSync(join(vektorer, file), 'utf8'));
const { nyckel, forsegling, poster, merkle, id, fel } = json('post.json') as Vectors;
const { logg, id: event } = poster[0]!.post;
const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const masters = masterKeysOf([{ version: nyckel.masterversion, key: hex(nyckel.master_hex) }]);

/** A vault that holds the vectors' key and seals with the nonces given, in turn. */
const vault = async (...nonces: readonly string[]): Promise<Forsegling> => {
  const keys = new MemoryKeyStore();
  await keys.putIfAbsent(nyckel.kid, { masterversion: nyckel.masterversion, omslag: nyckel.omslag });
  const left = nonces.map(hex);
  const made = new Forsegling({ keys, logg, masters, nonce: () => left.shift()! });
  await made.ready(new Set([nyckel.kid]));
  return made;
};
const travelling = ({ token, path }: { token: Token; path: string }): Token => ({ ...token, i: event, p: path });

describe('Posten: det som ligger på disk för alltid', () => {
  it.each(poster.map((vektor) => [vektor.post.version, vektor] as const))('post %i har sina kanoniska byte och sitt löv', (_version, { post, bytes, langd, lov_hex }) => {
    expect(encode(post).toString('utf8')).toBe(bytes);
    expect(encode(post)).toHaveLength(langd);
    expect(leafOf(encode(post)).toString('hex')).toBe(lov_hex);
  });

  it('Merkle-roten stämmer efter varje post, och för en tom logg', () => {
    const tree = new MerkleRoot();
    const roots = [tree.root().toString('hex'), ...poster.map(({ post }) => (tree.add(leafOf(encode(post))), tree.root().toString('hex')))];
    expect(roots).toEqual([merkle.tom_hex, merkle.rot_1_hex, merkle.rot_2_hex, merkle.rot_3_hex]);
  });

  it('Merkle-roten är den som RFC 6962:s testdata anger för varje storlek', () => {
    const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const rootOf = (size: number): string => {
      const tree = new MerkleRoot();
      for (const leaf of leaves.slice(0, size)) tree.add(leafOf(hex(leaf)));
      return tree.root().toString('base64');
    };
    for (const file of readdirSync(join(vektorer, 'rfc6962/consistency'))) {
      const { size1, root1, size2, root2 } = json(`rfc6962/consistency/${file}`) as { size1: number; root1: string; size2: number; root2: string };
      expect([rootOf(size1), rootOf(size2)]).toEqual([root1, root2]);
    }
  });

  it.each(readdirSync(join(vektorer, 'rfc8785/input')))('RFC 8785: %s skrivs kanoniskt', (file) => {
    expect(canonicalText(json(`rfc8785/input/${file}`))).toBe(readFileSync(join(vektorer, 'rfc8785/output', file), 'utf8'));
    expect(canonicalBytes(json(`rfc8785/input/${file}`))).toEqual(hex(readFileSync(join(vektorer, 'rfc8785/outhex', file.replace('.json', '.txt')), 'utf8').replace(/\s/g, '')));
  });

  it('en ny ströms id och en reaktions kommando-id är UUIDv5 i Klubbas namnrymd', () => {
    expect(streamId(id.strom.av[1], id.strom.av[2], id.strom.av[3])).toBe(id.strom.uuid);
    expect(reactionId(id.reaktion.av[1], id.reaktion.av[2])).toBe(id.reaktion.uuid);
    expect(id.strom.uuid).toMatch(UUID);
  });
});

describe('Förseglingen', () => {
  it('slår in en nyckel till de byte som vektorn anger, och öppnar den igen', () => {
    const { kid, masterversion, omslag } = nyckel;
    expect(keyAad(logg, kid, masterversion).toString()).toBe(nyckel.aad);
    expect(wrap(masters.current, logg, kid, hex(nyckel.dek_hex), hex(nyckel.nonce_hex))).toEqual({ masterversion, omslag });
    expect(unwrap(masters, logg, kid, { masterversion, omslag }).toString('hex')).toBe(nyckel.dek_hex);
  });

  it.each(forsegling.map((vektor) => [vektor.path, vektor] as const))('förseglar %s till vektorns token, och öppnar det igen', async (_path, vektor) => {
    const { path, value, nonce, aad, plaintext, token } = vektor;
    expect(valueAad(logg, event, path, nyckel.kid).toString()).toBe(aad);
    expect(canonicalText(value)).toBe(plaintext);
    const sealing = await vault(nonce);
    expect(sealing.seal({ kid: nyckel.kid, $plain: value }, event, path)).toEqual(token);
    expect(sealing.open(travelling(vektor))).toBe(value);
  });

  it('varje förseglat värde får en egen nonce', async () => {
    const sealing = new Forsegling({ keys: new MemoryKeyStore(), logg, masters });
    await sealing.ready(new Set([nyckel.kid]));
    const texts = Array.from({ length: 5000 }, () => sealing.seal({ kid: nyckel.kid, $plain: 'samma' }, event, 'rubrik').c.slice(0, 16));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('det som förseglats öppnas till samma värde, vad det än är', () =>
    fc.assert(fc.asyncProperty(fc.jsonValue(), async (value) => {
      const sealing = new Forsegling({ keys: new MemoryKeyStore(), logg, masters });
      await sealing.ready(new Set([nyckel.kid]));
      const plain = JSON.parse(JSON.stringify(value)) as unknown;
      expect(sealing.open({ ...sealing.seal({ kid: nyckel.kid, $plain: plain }, event, 'a.b.0'), i: event, p: 'a.b.0' })).toEqual(plain);
    }), { numRuns: 50 }));
});

describe('Felfallen i vektorerna', () => {
  const shape = { rubrik: field.sealed('oppen'), antal: field.integer('oppen') };
  const store = (data: unknown): unknown => toDisk(shape, data, () => { throw new Error('förseglades ändå'); });
  const cases: Record<string, () => Promise<void> | void> = {
    'token moved to another path: open with path "rubrik2" fails': async () => {
      const opening = await vault();
      // Also once it has been opened where it belongs, and so is in memory.
      expect(opening.open(travelling(forsegling[0]!))).toBe(forsegling[0]!.value);
      expect(() => opening.open({ ...travelling(forsegling[0]!), p: 'rubrik2' })).toThrow(SealFault);
      expect(() => opening.open({ ...travelling(forsegling[0]!), i: poster[1]!.post.id })).toThrow(/flyttat eller ändrat/);
      expect(() => opening.open(forsegling[0]!.token)).toThrow(SealFault);
    },
    'one bit of c flipped: fails': async () => {
      const opening = await vault();
      const whole = travelling(forsegling[1]!);
      const bytes = Buffer.from(whole.c, 'base64url');
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const flipped = Buffer.from(bytes);
        flipped[bit >> 3]! ^= 1 << (bit & 7);
        expect(() => opening.open({ ...whole, c: flipped.toString('base64url') })).toThrow(SealFault);
      }
      // The spare bits of the last character, which decode to the same bytes.
      expect(whole.c).toHaveLength(76);
      const spare = travelling(forsegling[0]!);
      const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.indexOf(spare.c.at(-1)!);
      const changed = spare.c.slice(0, -1) + 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'[last ^ 1]!;
      expect(() => opening.open({ ...spare, c: changed })).toThrow(SealFault);
      expect(() => opening.open({ ...spare, c: '' })).toThrow(SealFault);
    },
    'kid exchanged: fails': async () => {
      const opening = await vault('000000000000000000000000');
      const other = 'arende:00000000-0000-4000-8000-0000000000ff';
      await opening.ready(new Set([other]));
      expect(() => opening.open({ ...travelling(forsegling[0]!), $s: other })).toThrow(SealFault);
    },
    'text with lone surrogate U+D800: the record is refused before sealing': () => {
      expect(() => store({ rubrik: seal(nyckel.kid, 'a\ud800b'), antal: 1 })).toThrow(BadValue);
      expect(() => encode({ ...poster[0]!.post, data: { text: 'a\ud800b' } })).toThrow();
    },
    'number 2^53: refused': () => {
      expect(() => storedValue(2 ** 53)).toThrow(BadValue);
      expect(() => store({ rubrik: seal(nyckel.kid, 2 ** 53), antal: 1 })).toThrow(BadValue);
      expect(() => store({ rubrik: seal(nyckel.kid, 'x'), antal: 2 ** 53 })).toThrow();
      expect(storedValue(2 ** 53 - 1)).toBe(2 ** 53 - 1);
    },
    'text not NFC is stored as NFC': () => {
      let stored: unknown;
      toDisk(shape, { rubrik: seal(nyckel.kid, 'A\u030asa O\u0308stro\u0308m'), antal: 1 }, ({ $plain }) => ((stored = $plain), { $s: '', c: '' }));
      expect(stored).toBe('\u00c5sa \u00d6str\u00f6m');
    },
  };
  it('prövas alla sex', () => expect(Object.keys(cases)).toEqual(fel.map(({ fall }) => fall)));
  it.each(Object.entries(cases))('%s', (_fall, check) => check());
});
