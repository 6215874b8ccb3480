/** Answers by convention. Exact fractions take a while and every submission is asked the same: each is computed once. */
import { type IntensityOptions, intensityCurve, optimalBatchSize } from "../../../../reference/roofline";
import type { CurveInput } from "./curve-cases";
import type { OptimumInput } from "./optimum-cases";

/** FLOP per byte at each batch size of the input. */
export const findCurve = rememberByInput(({ batchSizes, model }: CurveInput, options): readonly number[] =>
  intensityCurve(batchSizes, model, options),
);

/** The smallest batch that is compute bound, null if none is. */
export const findOptimum = rememberByInput(({ model, gpu }: OptimumInput, options) =>
  optimalBatchSize(model, gpu, options),
);

type ByConvention<Input, Answer> = (input: Input, options: IntensityOptions) => Answer;

function rememberByInput<Input extends object, Answer>(
  compute: ByConvention<Input, Answer>,
): ByConvention<Input, Answer> {
  const known = new WeakMap<Input, Map<string, Answer>>();
  return (input, options) => {
    const answers = known.get(input) ?? new Map<string, Answer>();
    known.set(input, answers);
    const key = nameOptions(options);
    const answer = answers.get(key);
    if (answer !== undefined) return answer;
    const computed = compute(input, options);
    answers.set(key, computed);
    return computed;
  };
}

function nameOptions({ nonPositiveShare, additions, preluWeight, fused }: IntensityOptions): string {
  return [nonPositiveShare?.numerator, nonPositiveShare?.denominator, additions, preluWeight, fused].join(
    "/",
  );
}
