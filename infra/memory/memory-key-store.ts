import type { KeyStore, WrappedKey } from '@klubba/kernel/keys';

/** The port in memory: for tests, and the plainest definition of what it means. */
export class MemoryKeyStore implements KeyStore {
  private readonly keys = new Map<string, WrappedKey | 'forstord'>();

  async get(kid: string): Promise<WrappedKey | 'forstord' | undefined> {
    return this.keys.get(kid);
  }

  async putIfAbsent(kid: string, key: WrappedKey): Promise<WrappedKey | 'forstord'> {
    const there = this.keys.get(kid);
    if (there === undefined) this.keys.set(kid, key);
    return there ?? key;
  }

  async rewrap(kid: string, key: WrappedKey): Promise<void> {
    const there = this.keys.get(kid);
    if (there === undefined || there === 'forstord') throw new Error(`${kid} har ingen nyckel att slå om.`);
    this.keys.set(kid, key);
  }

  async destroy(kid: string): Promise<void> {
    this.keys.set(kid, 'forstord');
  }

  async some(): Promise<string | undefined> {
    return (await this.list('', 1))[0];
  }

  async list(after: string, limit: number): Promise<readonly string[]> {
    return [...this.keys].filter(([kid, key]) => key !== 'forstord' && kid > after).map(([kid]) => kid).sort().slice(0, limit);
  }

  async close(): Promise<void> {
    this.keys.clear();
  }
}
