/** Shapes that a wrong intensity curve takes: flat, proportional to the batch size, or falling. */

import { groupBy } from "../../../contract/group-by";

/** A curve as somebody gave it: a value for each batch size, in any order. */
export interface Curve {
  readonly batchSizes: readonly number[];
  readonly values: readonly number[];
}

type HasShape = (values: readonly number[], sizes: readonly number[]) => boolean;

/**
 * The same at every batch size: what should not grow with the batch does or is left out, or nothing grows. The PReLU's
 * single weight alone bends the curve of a small model by up to 5 %.
 */
const isFlat: HasShape = (values) => Math.max(...values) < 1.05 * Math.min(...values);

/** Grows as fast as the batch: the bytes are those of one sample. */
const isProportional: HasShape = (values, sizes) => {
  const growth = (values.at(-1) ?? 0) / (values[0] ?? 1);
  return growth > (60 / 64) * ((sizes.at(-1) ?? 0) / (sizes[0] ?? 1));
};

/** Falls from batch to batch, or stays where it is rounded: the quotient is upside down, or FLOP stay while bytes grow. */
const isFalling: HasShape = (values) =>
  values.every((value, at) => at === 0 || value <= (values[at - 1] ?? 0)) &&
  (values.at(-1) ?? 0) < (values[0] ?? 0);

export const areFlat = (curves: readonly Curve[]) => isEvery(curves, isFlat);
export const areProportional = (curves: readonly Curve[]) => isEvery(curves, isProportional);
export const areFalling = (curves: readonly Curve[]) => isEvery(curves, isFalling);

/** Whether a curve has one of the shapes that no right curve has. */
export function isMisshapen(curve: Curve): boolean {
  const { values, batchSizes } = sortCurve(curve);
  return [isFlat, isProportional, isFalling].some((has) => has(values, batchSizes));
}

/**
 * Whether every curve with two or more points, sorted by batch size, has a shape. Curves that do not depend on the
 * model have none: they are typed in, not computed.
 */
function isEvery(curves: readonly Curve[], has: HasShape): boolean {
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

/**
 * Whether curves tell their models apart at some batch size that several of them have: typed-in numbers do not. Where the
 * weights outweigh all else, a single sample alone has nearly the same intensity in any model.
 */
export function dependOnModel(curves: readonly Curve[]): boolean {
  const points = curves.flatMap(({ batchSizes, values }) =>
    batchSizes.map((size, at) => ({ size, value: values[at] ?? 0 })),
  );
  return [...groupBy(points, ({ size }) => String(size)).values()].some((group) => {
    const values = group.map(({ value }) => value);
    return Math.max(...values) > 1.01 * Math.min(...values);
  });
}
