/**
 * A map that forgets what has not been used for long once its values weigh more than `bytesMax` together. In two halves:
 * what is not asked for while one fills is dropped with the other, so that nothing is ever looked for in order.
 */
export class Lru<K, V> {
  private young = new Map<K, { readonly value: V; readonly bytes: number }>();
  private old = new Map<K, { readonly value: V; readonly bytes: number }>();
  private youngBytes = 0;

  constructor(private readonly bytesMax: number) {}

  get(key: K): V | undefined {
    const found = this.young.get(key);
    if (found !== undefined) return found.value;
    const older = this.old.get(key);
    if (older === undefined) return undefined;
    this.old.delete(key);
    this.put(key, older);
    return older.value;
  }

  set(key: K, value: V, bytes: number): void {
    this.delete(key);
    // What outweighs a half would only empty it.
    if (bytes <= this.bytesMax / 2) this.put(key, { value, bytes });
  }

  delete(key: K): void {
    this.youngBytes -= this.young.get(key)?.bytes ?? 0;
    this.young.delete(key);
    this.old.delete(key);
  }

  private put(key: K, entry: { readonly value: V; readonly bytes: number }): void {
    if (this.youngBytes + entry.bytes > this.bytesMax / 2) {
      this.old = this.young;
      this.young = new Map();
      this.youngBytes = 0;
    }
    this.young.set(key, entry);
    this.youngBytes += entry.bytes;
  }
}
