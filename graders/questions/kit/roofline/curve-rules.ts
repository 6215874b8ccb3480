/** Rules over all curves of a part at once: within a span, or by one convention. */
import type { IntensityOptions } from "../../../../reference/roofline";
import { isCloseList } from "../../../contract/answers";
import type { Trial } from "../../../contract/question";
import { intensityConventions, shareBounds } from "./conventions";
import { curveTolerance } from "./curve-answer";
import type { CurveInput } from "./curve-cases";
import type { Curve } from "./curve-shapes";
import type { Span } from "./intensity-choices";
import { findCurve } from "./known-answers";

export type CurveTrial = Trial<CurveInput, readonly number[]>;

/** Whether every curve lies between those of no and of every input multiplied, however the rest is counted. */
export function areDrawn(trials: readonly CurveTrial[], fused: boolean): boolean {
  return shareBounds.some(({ none, all }) =>
    trials.every((trial) =>
      isWithin(trial, findShareSpan(trial.input, { ...none, fused }, { ...all, fused }), curveTolerance),
    ),
  );
}

/** Whether one accepted convention, changed in one way, explains every curve. */
export function followConvention(
  trials: readonly CurveTrial[],
  change: (input: CurveInput, options: IntensityOptions) => readonly number[],
): boolean {
  return intensityConventions.some(({ options }) =>
    trials.every(({ input, answer }) => isCloseList(change(input, options), answer, curveTolerance)),
  );
}

export function listCurves(trials: readonly CurveTrial[]): readonly Curve[] {
  return trials.map(({ input, answer }) => ({ batchSizes: input.batchSizes, values: answer }));
}

function isWithin(
  { input, answer }: CurveTrial,
  spanAt: (batchSize: number) => Span | undefined,
  tolerance: number,
): boolean {
  if (answer.length !== input.batchSizes.length) return false;
  return input.batchSizes.every((size, at) => {
    const [span, value] = [spanAt(size), answer[at] ?? Number.NaN];
    return (
      span !== undefined && value >= span.least * (1 - tolerance) && value <= span.most * (1 + tolerance)
    );
  });
}

function findShareSpan(input: CurveInput, none: IntensityOptions, all: IntensityOptions) {
  const [least, most] = [findCurve(input, none), findCurve(input, all)];
  return (batchSize: number): Span | undefined => {
    const at = input.batchSizes.indexOf(batchSize);
    const [from, to] = [least[at], most[at]];
    return from === undefined || to === undefined ? undefined : { least: from, most: to };
  };
}
