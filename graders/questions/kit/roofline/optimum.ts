/**
 * Judging the optimal batch, unfused or fused: the smallest one that is compute bound, null where none ever is; by any
 * accepted way of counting, or by the student's own FLOP and bytes. The function gets no data, so the share of inputs
 * that the PReLU multiplies is free.
 */
import { isSameCount, readCount } from "../../../contract/answers";
import type { CallPart, Read, Reading } from "../../../contract/question";
import type { Value } from "../../../contract/value";
import { readByConvention, shareBounds } from "./conventions";
import { findOptimum } from "./known-answers";
import { listAlternatives } from "./optimum-alternatives";
import { listOptimumCases, type OptimumInput } from "./optimum-cases";
import { listOptimumSlips } from "./optimum-slips";
import { findOwnWindow, isInside, listWindows, type OptimumAnswer } from "./optimum-window";
import { consultFlopsLine, consultTrafficLine } from "./own-counts";

type OptimumReading = Reading<OptimumInput, OptimumAnswer>;

/** What tells an unfused part from a fused one. */
export interface OptimumPartOptions {
  readonly id: string;
  readonly points: string;
  readonly fused: boolean;
  /** The question whose explanation may carry a reason. */
  readonly question: string;
}

export function makeOptimumPart(options: OptimumPartOptions): CallPart<OptimumInput, OptimumAnswer> {
  const { id, points, fused } = options;
  return {
    kind: "call",
    id,
    points,
    export: fused ? "fusedOptimalBatchSize" : "optimalBatchSize",
    cases: (random) => listOptimumCases(random, fused),
    args: ({ model, gpu }) => [model, gpu],
    consults: ({ model }) => ({ ...consultFlopsLine(model), ...consultTrafficLine(model, fused) }),
    read: readOptimum,
    isSame: (expected, came) =>
      expected === null || came === null ? expected === came : isSameCount(expected, came),
    readings: listReadings(options),
  };
}

/** A count; null for none, and so are undefined, as a search that finds nothing gives it, and infinity. */
export function readOptimum(value: Value): Read<OptimumAnswer> {
  if (value === null || value === undefined || value === Number.POSITIVE_INFINITY)
    return { ok: true, answer: null };
  return readCount(value);
}

function listReadings({ fused, question }: OptimumPartOptions): readonly OptimumReading[] {
  return [
    ...readByConvention<OptimumInput, OptimumAnswer>((input, options) =>
      findOptimum(input, { ...options, fused }),
    ),
    {
      id: "drawn-data",
      kind: "convention",
      credit: "1",
      accepts: (trials) =>
        shareBounds.some((_, at) =>
          trials.every(({ input, answer }) => {
            const window = listWindows(input, fused)[at];
            return window !== undefined && isInside(answer, window);
          }),
        ),
    },
    {
      id: "own-counts",
      kind: "carried",
      credit: "1",
      accepts: (trials) =>
        trials.every(({ input, answer, earlier }) => {
          const window = findOwnWindow(input, earlier, fused);
          return window !== undefined && isInside(answer, window);
        }),
    },
    ...listAlternatives(question, fused),
    ...listOptimumSlips(fused),
  ];
}
