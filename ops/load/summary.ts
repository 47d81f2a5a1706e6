/** Of many durations, in milliseconds; null where there was none. */
export type Summary = { p50: number; p95: number; p99: number; max: number; mean: number } | null;

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** The nearest rank: always one of the values. */
export const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * q) - 1)] ?? Number.NaN;

export const median = (values: readonly number[]): number =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

export const summaryOf = (milliseconds: readonly number[]): Summary => {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  const at = (q: number) => rounded(quantile(sorted, q));
  const mean = rounded(sorted.reduce((sum, one) => sum + one, 0) / sorted.length);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1), mean };
};
