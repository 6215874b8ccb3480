/** Shapes that a wrong intensity curve takes: flat, proportional to the batch size, or falling. */

/** A curve as somebody gave it: a value for each batch size, in any order. */
export interface Curve {
  readonly batchSizes: readonly number[];
  readonly values: readonly number[];
}

/**
 * The same at every batch size: what should not grow with the batch does or is left out, or nothing grows. The PReLU's
 * single weight alone bends the curve of a small model by up to 5 %.
 */
export function areFlat(curves: readonly Curve[]): boolean {
  return isEvery(curves, (values) => {
    const largest = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    return largest < 1.05 * values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  });
}

/** Grows as fast as the batch: the bytes are those of one sample. */
export function areProportional(curves: readonly Curve[]): boolean {
  return isEvery(curves, (values, sizes) => {
    const growth = (values.at(-1) ?? 0) / (values[0] ?? 1);
    return growth > (60 / 64) * ((sizes.at(-1) ?? 0) / (sizes[0] ?? 1));
  });
}

/** Falls from batch to batch: the quotient is upside down, or FLOP stay while bytes grow. */
export function areFalling(curves: readonly Curve[]): boolean {
  return isEvery(curves, (values) => values.every((value, at) => at === 0 || value < (values[at - 1] ?? 0)));
}

/**
 * Whether every curve with two or more points, sorted by batch size, has a shape. Curves that do not depend on the
 * model have none: they are typed in, not computed.
 */
function isEvery(
  curves: readonly Curve[],
  has: (values: readonly number[], sizes: readonly number[]) => boolean,
): boolean {
  const sorted = curves.map(sortCurve).filter(({ values }) => values.length >= 2);
  const isPositive = sorted.every(({ values }) => values.every((value) => value > 0));
  return (
    isPositive && dependOnModel(sorted) && sorted.every(({ values, batchSizes }) => has(values, batchSizes))
  );
}

function sortCurve({ batchSizes, values }: Curve): Curve {
  const order = batchSizes.map((_, at) => at).sort((a, b) => (batchSizes[a] ?? 0) - (batchSizes[b] ?? 0));
  const pick = (list: readonly number[]) => order.map((at) => list[at] ?? Number.NaN);
  return { batchSizes: pick(batchSizes), values: pick(values) };
}

/** Whether curves that start at one batch size start at different values: typed-in numbers do not. */
export function dependOnModel(curves: readonly Curve[]): boolean {
  const sorted = curves.map(sortCurve);
  const start = sorted[0]?.batchSizes[0];
  const firsts = sorted.filter((one) => one.batchSizes[0] === start).map(({ values }) => values[0] ?? 0);
  return Math.max(...firsts) > 1.01 * Math.min(...firsts);
}
