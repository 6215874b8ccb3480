/** Accepted intensity curves. Exact fractions take a while and every submission is asked the same: each is computed once. */
import { type IntensityOptions, intensityCurve } from "../../reference/roofline";
import type { CurveInput } from "./curve-cases";

const known = new WeakMap<CurveInput, Map<string, readonly number[]>>();

/** FLOP per byte at each batch size of the input, under a convention. */
export function findCurve(input: CurveInput, options: IntensityOptions): readonly number[] {
  const curves = known.get(input) ?? new Map<string, readonly number[]>();
  known.set(input, curves);
  const key = nameOptions(options);
  const curve = curves.get(key) ?? intensityCurve(input.batchSizes, input.model, options);
  curves.set(key, curve);
  return curve;
}

function nameOptions({ nonPositiveShare, additions, preluWeight, fused }: IntensityOptions): string {
  return [nonPositiveShare?.numerator, nonPositiveShare?.denominator, additions, preluWeight, fused].join(
    "/",
  );
}
