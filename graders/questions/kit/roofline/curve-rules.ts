/** Rules over all curves of a part at once: within a span, by one convention, or by the student's own counts. */
import type { IntensityOptions } from "../../../../reference/roofline";
import { isCloseList } from "../../../contract/answers";
import type { Trial } from "../../../contract/question";
import { intensityConventions, shareBounds } from "./conventions";
import type { CurveInput } from "./curve-cases";
import type { Curve } from "./curve-shapes";
import { findCurve } from "./known-answers";
import { readFlopsSpan, readTraffic, type Span } from "./own-counts";

export type CurveAnswer = readonly number[];
export type CurveTrial = Trial<CurveInput, CurveAnswer>;

/** Of a curve against a formula. */
export const curveTolerance = 0.01;
/** Of a curve against what follows exactly from own counts. */
const exactTolerance = 1e-6;

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
  change: (input: CurveInput, options: IntensityOptions) => CurveAnswer,
): boolean {
  return intensityConventions.some(({ options }) =>
    trials.every(({ input, answer }) => isCloseList(change(input, options), answer, curveTolerance)),
  );
}

/** Whether every curve is exactly the student's own FLOP over own bytes. */
export function followOwnCounts(trials: readonly CurveTrial[], fused: boolean): boolean {
  return trials.every((trial) =>
    isWithin(trial, (size) => findOwnIntensity(trial, size, fused), exactTolerance),
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

function findOwnIntensity(
  { input, earlier }: CurveTrial,
  batchSize: number,
  fused: boolean,
): Span | undefined {
  const flops = readFlopsSpan(earlier, batchSize, input.model);
  const bytes = readTraffic(earlier, batchSize, fused);
  if (flops === undefined || bytes === undefined) return undefined;
  return { least: flops.least / bytes, most: flops.most / bytes };
}
