/** Quartiles and correlations of lists of numbers; the one doorway to simple-statistics. Pure. */

// Its types call themselves an ES module, though the package brings a CommonJS file for require().
const {
  quantileSorted,
  sampleCorrelation,
}: typeof import("simple-statistics", { with: { "resolution-mode": "import" }}) =
  require("simple-statistics");

/** A coefficient from -1 to 1 with the limits of its 95 % interval, over so many pairs. */
export interface Correlation {
  readonly r: number;
  readonly low: number;
  readonly high: number;
  readonly pairs: number;
}

/** Fewer pairs than this give an interval that says nothing. */
export const fewestPairs = 10;

/** Of the standard normal distribution, with 2.5 % above it. */
const normalQuantile = 1.959964;

/** First quartile, median and third quartile, on the line between two values (Hyndman and Fan's type 7). Null for no values. */
export function findQuartiles(values: readonly number[]): readonly [number, number, number] | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => quantileSorted(sorted, share);
  return [at(0.25), at(0.5), at(0.75)];
}

/**
 * Pearson's r with the interval of Fisher's z transformation: atanh r is about normal, with the standard error
 * 1 / sqrt(n - 3) (Fisher 1921).
 *
 * @returns null for fewer than {@link fewestPairs} pairs, or where all values of one side are the same
 */
export function correlate(pairs: readonly (readonly [number, number])[]): Correlation | null {
  if (pairs.length < fewestPairs) return null;
  const [left, right] = [pairs.map(([one]) => one), pairs.map(([, one]) => one)];
  if (isConstant(left) || isConstant(right)) return null;
  // Rounding may carry a perfect correlation beyond 1, where atanh knows nothing.
  const r = Math.min(1, Math.max(-1, sampleCorrelation(left, right)));
  const half = normalQuantile / Math.sqrt(pairs.length - 3);
  const [low, high] = [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)];
  return { r, low, high, pairs: pairs.length };
}

function isConstant(values: readonly number[]): boolean {
  return values.every((one) => one === values[0]);
}
