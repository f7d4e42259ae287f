/** One line of output. `ratio` is the fraction of the limit that was reached: higher is better, whatever the unit. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: number;
  readonly ratio?: number;
  readonly goal?: number;
  /** (max − min) / median of the value over the rounds. */
  readonly spread: number;
  /** Told where it was no real one: the figure is then of this program, and not of what it is for. */
  readonly server?: 'stand-in';
};

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};
export const percentile = (values: readonly number[], p: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * p) - 1)]!;
const spread = (values: readonly number[]): number => (Math.max(...values) - Math.min(...values)) / median(values);
const round = (value: number): number => Number(value.toPrecision(4));

/** A figure where more is better (per second), against a limit measured beside it. */
export const rate = (name: string, unit: string, goal: number, ours: readonly number[], bare: readonly number[]): Figure => {
  const [value, limit] = [median(ours), median(bare)];
  return { name, value: round(value), unit, limit: round(limit), ratio: round(value / limit), goal, spread: round(spread(ours)) };
};
/** A figure where less is better (time, memory), against a limit measured beside it or given. */
export const cost = (name: string, unit: string, goal: number, ours: readonly number[], bare: readonly number[]): Figure => {
  const [value, limit] = [median(ours), median(bare)];
  return { name, value: round(value), unit, limit: round(limit), ratio: round(limit / value), goal, spread: round(spread(ours)) };
};
/** A figure that is only told. */
export const told = (name: string, unit: string, values: readonly number[]): Figure => ({ name, value: round(median(values)), unit, spread: round(spread(values)) });
