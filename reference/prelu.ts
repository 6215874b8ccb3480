/** Task 4: FLOP of a parametric ReLU, which depend on the data. */

import type { Tensor } from "./tensor";
import { assertFilled } from "./tensor";

/** How many entries of a tensor are what; both zeros (0 and -0) are zeros, the infinities have a sign. */
export interface SignCount {
  readonly positive: bigint;
  readonly zero: bigint;
  readonly negative: bigint;
  readonly nan: bigint;
}

/** NaN is neither above nor below 0: `kept` follows the definition (y <= 0), `multiplied` `y > 0 ? y : a * y`. */
export type NaNConvention = "kept" | "multiplied";

/**
 * Counts the entries of a tensor of any shape by their sign.
 *
 * @throws RangeError when data and shape differ in size
 */
export function countSigns(x: Tensor): SignCount {
  assertFilled(x);
  let [positive, zero, negative] = [0, 0, 0];
  for (const value of x.data) {
    if (value > 0) positive += 1;
    else if (value < 0) negative += 1;
    else if (value === 0) zero += 1;
  }
  const nan = x.data.length - positive - zero - negative;
  return { positive: BigInt(positive), zero: BigInt(zero), negative: BigInt(negative), nan: BigInt(nan) };
}

/**
 * FLOP of PReLU(y) = y where y > 0, a * y where y <= 0: one multiplication for every entry that is not positive.
 * Comparisons are free and nothing is added.
 * Source: notebook, Task 4; He et al., "Delving deep into rectifiers" (2015), equation 1.
 *
 * @param x any shape, (b, n) in the notebook
 * @throws RangeError when data and shape differ in size
 */
export function preluFlops(x: Tensor, nan: NaNConvention = "kept"): bigint {
  const signs = countSigns(x);
  return signs.zero + signs.negative + (nan === "multiplied" ? signs.nan : 0n);
}
