import { createSecretKey, type KeyObject, randomFillSync } from 'node:crypto';
import { canonicalBytes, type FileVault, GALLRAT, type KeyStore, KeyDestroyed, type Plain, type Token } from '@klubba/kernel';
import { decrypt, decryptBytes, encrypt, encryptBytes, KEY_BYTES, type MasterKeys, NONCE_BYTES, unwrap, valueAad, wrap } from './cipher';

/** A token that was moved or changed, or whose key is not where it should be. Never shown as gallrat. */
export class SealFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SealFault';
  }
}

const KEPT_MS = 60_000;
/** A key this near its end is fetched anew before it is sealed with, so that it does not vanish between `ready` and `seal`. */
const SPARE_MS = 5_000;
const KEYS_MAX = 20_000;
const TEXT_BYTES_MAX = 16 * 2 ** 20;

/** A key in memory, `undefined` where it is destroyed, and what it opened, by ciphertext. */
type Held = { readonly key: KeyObject | undefined; readonly until: number; readonly opened: Map<string, Opened>; openedBytes: number };
type Opened = { readonly i: string | undefined; readonly p: string | undefined; readonly until: number; value: unknown };
/** In the place of what was opened, once its key has been let go of. */
const SHUT = Symbol('shut');

export type ForseglingOptions = {
  readonly keys: KeyStore;
  readonly logg: string;
  readonly masters: MasterKeys;
  /** Milliseconds; only for how long a key has been held. */
  readonly clock?: () => number;
  /** Random unless a test gives its own: a nonce may serve a key once. */
  readonly nonce?: () => Uint8Array;
  readonly textBytesMax?: number;
};

/** Seals and opens by AES-256-GCM, one key per gallringsenhet (`posten.md` 3–4). */
export class Forsegling implements FileVault {
  private readonly keys: KeyStore;
  private readonly logg: string;
  private readonly masters: MasterKeys;
  private readonly clock: () => number;
  private readonly nonce: () => Uint8Array;
  private readonly keyBytes = pooled(KEY_BYTES);
  /** In the order they were fetched, so the oldest is first. */
  private readonly held = new Map<string, Held>();
  /** What was opened, by the token where it lies: nothing in it changes there, and who moves or changes it makes another. */
  private readonly byToken = new WeakMap<Token, Opened>();
  private openedBytes = 0;
  private readonly textBytesMax: number;
  private readonly underWay = new Map<string, Promise<Held | undefined>>();
  private forgotten = 0;
  private sweeper: NodeJS.Timeout | undefined;

  constructor({ keys, logg, masters, clock = Date.now, nonce = pooled(NONCE_BYTES), textBytesMax = TEXT_BYTES_MAX }: ForseglingOptions) {
    this.keys = keys;
    this.logg = logg;
    this.masters = masters;
    this.clock = clock;
    this.nonce = nonce;
    this.textBytesMax = textBytesMax;
  }

  /** Throws MasterKeyFault when the master key is not the one that the keys at hand are wrapped with. Asked once, at start. */
  async prove(): Promise<void> {
    const kid = await this.keys.some();
    if (kid === undefined) return;
    const found = await this.keys.get(kid);
    if (found !== undefined && found !== 'forstord') unwrap(this.masters, this.logg, kid, found).fill(0);
  }

  ready(kids: ReadonlySet<string>, isNew: (kid: string) => boolean = () => false): Promise<void> | undefined {
    const soon = this.clock() + SPARE_MS;
    for (const kid of kids) {
      const held = this.held.get(kid);
      if (held?.key === undefined || held.until <= soon) return this.makeReady(kids, isNew);
    }
    return undefined;
  }

  private async makeReady(kids: ReadonlySet<string>, isNew: (kid: string) => boolean): Promise<void> {
    // Again after waiting: while one key was fetched another may have come near its end.
    for (let missing = this.missing(kids); missing.length > 0; missing = this.missing(kids)) {
      await Promise.all(missing.map(async (kid) => {
        const held = (isNew(kid) ? undefined : await this.fetch(kid)) ?? (await this.make(kid));
        if (held.key === undefined) throw new KeyDestroyed(kid);
      }));
    }
  }

  private missing(kids: ReadonlySet<string>): readonly string[] {
    const soon = this.clock() + SPARE_MS;
    return [...kids].filter((kid) => {
      const held = this.held.get(kid);
      return held?.key === undefined || held.until <= soon;
    });
  }

  seal({ kid, $plain }: Plain, event: string, path: string): Token {
    // `ready` held it a moment ago: only a gallring takes it away in between.
    const key = this.held.get(kid)?.key;
    if (key === undefined) throw new KeyDestroyed(kid);
    return { $s: kid, c: encrypt(key, this.nonce(), valueAad(this.logg, event, path, kid), canonicalBytes($plain)) };
  }

  open(token: Token): Promise<unknown> | unknown {
    const known = this.byToken.get(token);
    if (known !== undefined && known.value !== SHUT && known.until > this.clock()) return known.value;
    const held = this.held.get(token.$s);
    if (held !== undefined && held.until > this.clock()) return this.openWith(held, token);
    return this.fetch(token.$s).then((fetched) => {
      if (fetched === undefined) throw new SealFault(`Nyckeln för ${token.$s} finns inte i nyckelfilen och är inte heller gallrad. Nyckelfilen hör till en annan kopia av loggen, eller har gått förlorad.`);
      return this.openWith(fetched, token);
    });
  }

  private openWith(held: Held, token: Token): unknown {
    if (held.key === undefined) return GALLRAT;
    const { $s, c, i, p } = token;
    const known = held.opened.get(c);
    if (known !== undefined && known.i === i && known.p === p) {
      this.byToken.set(token, known);
      return known.value;
    }
    const plaintext = i === undefined || p === undefined ? undefined : decrypt(held.key, c, valueAad(this.logg, i, p, $s));
    if (plaintext === undefined) throw new SealFault(`Det förseglade värdet i fältet ${p ?? '?'} i faktat ${i ?? '?'} går inte att öppna: det är flyttat eller ändrat.`);
    const value: unknown = JSON.parse(plaintext.toString('utf8'));
    // Only under a key still held: what is opened may not outlive it.
    if (this.held.get($s) === held) this.keep(held, token, { i, p, until: held.until, value }, plaintext.length + c.length);
    plaintext.fill(0);
    return value;
  }

  sealBytes(kid: string, blob: string, path: string, bytes: Uint8Array): Uint8Array {
    const key = this.held.get(kid)?.key;
    if (key === undefined) throw new KeyDestroyed(kid);
    return encryptBytes(key, this.nonce(), valueAad(this.logg, blob, path, kid), bytes);
  }

  async openBytes(kid: string, blob: string, path: string, sealed: Uint8Array): Promise<Uint8Array | typeof GALLRAT> {
    const there = this.held.get(kid);
    const held = there !== undefined && there.until > this.clock() ? there : await this.fetch(kid);
    if (held === undefined) throw new SealFault(`Nyckeln för ${kid} finns inte i nyckelfilen och är inte heller gallrad.`);
    if (held.key === undefined) return GALLRAT;
    const bytes = decryptBytes(held.key, sealed, valueAad(this.logg, blob, path, kid));
    if (bytes === undefined) throw new SealFault(`${path} i filen ${blob} går inte att öppna: biten är flyttad eller ändrad.`);
    return bytes;
  }

  private keep(held: Held, token: Token, opened: Opened, bytes: number): void {
    held.opened.set(token.c, opened);
    this.byToken.set(token, opened);
    held.openedBytes += bytes;
    this.openedBytes += bytes;
    if (this.openedBytes <= this.textBytesMax) return;
    // Half at a time, from the oldest keys, whose texts have the shortest time left.
    for (const oldest of this.held.values()) {
      this.shut(oldest);
      if (this.openedBytes <= this.textBytesMax / 2) return;
    }
  }

  /** Forgets what a key opened. */
  private shut(held: Held): void {
    this.openedBytes -= held.openedBytes;
    held.openedBytes = 0;
    for (const opened of held.opened.values()) opened.value = SHUT;
    held.opened.clear();
  }

  forget(kid: string): void {
    this.forgotten++;
    this.underWay.delete(kid);
    this.drop(kid);
  }

  /** Drops every key and text from memory. */
  close(): void {
    clearTimeout(this.sweeper);
    this.forgotten++;
    for (const kid of [...this.held.keys()]) this.drop(kid);
  }

  private drop(kid: string): void {
    const held = this.held.get(kid);
    if (held === undefined) return;
    this.held.delete(kid);
    this.shut(held);
  }

  /** The key as the store has it now; those who ask at the same time share the answer. */
  private fetch(kid: string): Promise<Held | undefined> {
    const already = this.underWay.get(kid);
    if (already !== undefined) return already;
    const asked = this.look(kid).finally(() => this.underWay.get(kid) === asked && this.underWay.delete(kid));
    this.underWay.set(kid, asked);
    return asked;
  }

  private async look(kid: string): Promise<Held | undefined> {
    for (;;) {
      const { forgotten } = this;
      const from = this.clock();
      const found = await this.keys.get(kid);
      // A gallring in between: what was read may be gone.
      if (forgotten !== this.forgotten) continue;
      if (found === undefined) return undefined;
      return this.hold(kid, found === 'forstord' ? undefined : taken(unwrap(this.masters, this.logg, kid, found)), from);
    }
  }

  private async make(kid: string): Promise<Held> {
    const bytes = this.keyBytes();
    const mine = wrap(this.masters.current, this.logg, kid, bytes, this.nonce());
    const key = taken(bytes);
    const { forgotten } = this;
    const from = this.clock();
    const there = await this.keys.putIfAbsent(kid, mine);
    if (forgotten !== this.forgotten) return (await this.fetch(kid)) ?? this.make(kid);
    if (there === 'forstord') return this.hold(kid, undefined, from);
    // Another node, or another command here, may have been first.
    return this.hold(kid, there.omslag === mine.omslag ? key : taken(unwrap(this.masters, this.logg, kid, there)), from);
  }

  private hold(kid: string, key: KeyObject | undefined, from: number): Held {
    this.drop(kid);
    const held: Held = { key, until: from + KEPT_MS, opened: new Map(), openedBytes: 0 };
    // A quarter at a time: one by one, a Map is slow to find its first.
    if (this.held.size >= KEYS_MAX) for (const oldest of [...this.held.keys()].slice(0, KEYS_MAX / 4)) this.drop(oldest);
    this.held.set(kid, held);
    this.sweeper ??= setTimeout(() => this.sweep(), KEPT_MS).unref();
    return held;
  }

  /** Nobody may ask for a key again, and yet it may not lie in memory longer than its time. */
  private sweep(): void {
    const now = this.clock();
    let next: number | undefined;
    for (const [kid, { until }] of this.held) {
      if (until <= now) this.drop(kid);
      else next = Math.min(next ?? until, until);
    }
    this.sweeper = next === undefined ? undefined : setTimeout(() => this.sweep(), Math.max(next - now, 1)).unref();
  }
}

/** The key outside JavaScript's heap, where OpenSSL wipes it once it is dropped; the bytes here are wiped now. */
const taken = (bytes: Buffer): KeyObject => {
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return key;
};

/** Random bytes, drawn many at a time: a draw of its own costs more than the encryption. */
const pooled = (size: number): (() => Buffer) => {
  const pool = Buffer.alloc(size * 256);
  let used = pool.length;
  return () => {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    used += size;
    return pool.subarray(used - size, used);
  };
};
