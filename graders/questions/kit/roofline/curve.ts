/**
 * Judging the intensity curve, unfused or fused: within 1 % of an accepted way of counting, or exactly what follows
 * from the student's own FLOP and bytes. The curve gets no data, so the share of inputs that the PReLU multiplies is
 * free; a program that draws random inputs lands between none and all.
 */
import { isCloseList, readReals } from "../../../contract/answers";
import { isRealExplanation } from "../../../contract/explanation";
import type { CallPart, Reading } from "../../../contract/question";
import { readByConvention } from "./conventions";
import { type CurveInput, listCurveCases } from "./curve-cases";
import { areDrawn, type CurveAnswer, type CurveTrial, curveTolerance, followOwnCounts } from "./curve-rules";
import { areMisshapen, listCurveSlips } from "./curve-slips";
import { findCurve } from "./known-answers";
import { consultFlops, consultTraffic } from "./own-counts";

/** What tells an unfused part from a fused one. */
export interface CurvePartOptions {
  readonly id: string;
  readonly points: string;
  readonly fused: boolean;
  /** The question whose explanation may explain the shape. */
  readonly question: string;
}

export function makeCurvePart(options: CurvePartOptions): CallPart<CurveInput, CurveAnswer> {
  const { id, points, fused } = options;
  return {
    kind: "call",
    id,
    points,
    export: fused ? "fusedIntensityCurve" : "intensityCurve",
    cases: listCurveCases,
    args: ({ batchSizes, model }) => [batchSizes, model],
    consults: ({ batchSizes, model }) => ({
      ...consultFlops(batchSizes, model),
      ...consultTraffic(batchSizes, model, fused),
    }),
    read: readReals,
    isSame: (expected, came) => isCloseList(expected, came, curveTolerance),
    readings: listReadings(options),
  };
}

function listReadings({ fused, question }: CurvePartOptions): readonly Reading<CurveInput, CurveAnswer>[] {
  return [
    ...readByConvention<CurveInput, CurveAnswer>((input, options) => findCurve(input, { ...options, fused })),
    { id: "drawn-data", kind: "convention", credit: "1", accepts: (trials) => areDrawn(trials, fused) },
    {
      id: "own-counts",
      kind: "carried",
      credit: "1",
      accepts: (trials) =>
        followOwnCounts(trials, fused) && (!areMisshapen(trials) || isShapeExplained(trials, question)),
    },
    ...listCurveSlips(fused),
  ];
}

/** A curve of a shape that no right one has follows from own counts all right; who saw that has something to say. */
function isShapeExplained(trials: readonly CurveTrial[], question: string): boolean {
  return trials.some(({ earlier }) => isRealExplanation(earlier.explanation(question)));
}
