/** A map that forgets what was used longest ago once its values weigh more than `bytesMax` together. */
export class Lru<K, V> {
  private readonly kept = new Map<K, { readonly value: V; readonly bytes: number }>();
  private total = 0;

  constructor(private readonly bytesMax: number, private readonly dropped?: (key: K, value: V) => void) {}

  get(key: K): V | undefined {
    const found = this.kept.get(key);
    if (found === undefined) return undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.value;
  }

  set(key: K, value: V, bytes: number): void {
    this.delete(key);
    // What outweighs the whole map would only empty it.
    if (bytes > this.bytesMax) return;
    this.kept.set(key, { value, bytes });
    this.total += bytes;
    for (const oldest of this.kept.keys()) {
      if (this.total <= this.bytesMax) break;
      this.delete(oldest);
    }
  }

  delete(key: K): void {
    const found = this.kept.get(key);
    if (found === undefined) return;
    this.kept.delete(key);
    this.total -= found.bytes;
    this.dropped?.(key, found.value);
  }

  clear(): void {
    this.kept.clear();
    this.total = 0;
  }
}
