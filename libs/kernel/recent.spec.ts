import { Recent } from './recent';

const add = (recent: Recent, stream: string, version: number, position: number, bytes = 1): void => {
  const records = [{ id: `${position}`, version, type: 'Sak', at: '', bytes: new Uint8Array(bytes) }];
  recent.add(stream, records, { version, position: BigInt(position) });
};
const positions = (found: readonly { readonly position: bigint }[]): readonly number[] => found.map(({ position }) => Number(position));

describe('Det som nyss lades in', () => {
  it('ges i ström och i logg, från det ställe där det följer på utan lucka', () => {
    const recent = new Recent();
    for (const [stream, version, position] of [['a', 4, 10], ['b', 1, 11], ['a', 5, 12]] as const) add(recent, stream, version, position);
    expect([3, 4, 5, 2].map((after) => positions(recent.ofStream('a', after)))).toEqual([[10, 12], [12], [], []]);
    expect([9n, 10n, 12n, 8n].map((after) => positions(recent.after(after, 2)))).toEqual([[10, 11], [11, 12], [], []]);
    expect(recent.ofStream('c', 0)).toEqual([]);
  });

  it('glöms när något annat kom emellan, och när en inläggning inte säger var var och en av dess poster står', () => {
    const recent = new Recent();
    add(recent, 'a', 1, 10);
    add(recent, 'a', 2, 12);
    expect([positions(recent.after(9n, 9)), positions(recent.after(11n, 9)), positions(recent.ofStream('a', 0)), positions(recent.ofStream('a', 1))]).toEqual([[], [12], [], [12]]);
    const two = [3, 4].map((version) => ({ id: '', version, type: 'Sak', at: '', bytes: new Uint8Array(1) }));
    recent.add('a', two, { version: 4, position: 14n });
    expect(positions(recent.after(11n, 9))).toEqual([]);
    add(recent, 'a', 5, 15);
    expect([positions(recent.after(14n, 9)), positions(recent.ofStream('a', 4)), positions(recent.ofStream('a', 2))]).toEqual([[15], [15], []]);
  });

  it.each([['poster', 5000, 1], ['byte', 40, 2 ** 20]] as const)('tar inte mer minne än det får: för många %s', (_, count, bytes) => {
    const recent = new Recent();
    for (let i = 1; i <= count; i++) add(recent, `s${i % 3}`, Math.ceil(i / 3), i, bytes);
    const kept = recent.after(BigInt(count - 3), 9);
    expect(positions(kept)).toEqual([count - 2, count - 1, count]);
    expect(positions(recent.after(0n, 9))).toEqual([]);
    const all = Array.from({ length: count }, (_unused, i) => recent.after(BigInt(i), count)).find((found) => found.length > 0)!;
    expect(all.length).toBeLessThanOrEqual(512);
    expect(all.reduce((sum, one) => sum + one.bytes.length, 0)).toBeLessThanOrEqual(8 * 2 ** 20);
    const stream = all.at(-1)!.stream;
    expect(positions(recent.ofStream(stream, Math.ceil(count / 3) - 1))).toEqual([count]);
  });
});
