/**
 * Judging the intensity curve, unfused or fused: within 1 % of an accepted way of counting, or exactly what follows
 * from the student's own FLOP and bytes. The curve gets no data, so the share of inputs that the PReLU multiplies is
 * free; a program that draws random inputs lands between none and all.
 */
import { fractionToNumber } from "../../reference/fraction";
import { linearMacs, modelBytes } from "../../reference/prelu-linear";
import type { IntensityOptions } from "../../reference/roofline";
import { isCloseList, readReals } from "../answers";
import type { CallPart, Reading, RuleReading, Trial } from "../contract";
import { intensityConventions, readByConvention, shareBounds } from "./conventions";
import { type CurveInput, listCurveCases } from "./curve-cases";
import { areFalling, areFlat, areProportional, type Curve } from "./curve-shapes";
import { findCurve } from "./known-answers";
import { consultFlops, consultTraffic, readFlopsSpan, readTraffic, type Span } from "./own-counts";

export type CurveAnswer = readonly number[];
export type CurveTrial = Trial<CurveInput, CurveAnswer>;
type CurveReading = Reading<CurveInput, CurveAnswer>;

/** Of a curve against a formula. */
export const curveTolerance = 0.01;
/** Of a curve against what follows exactly from own counts. */
const exactTolerance = 1e-6;

export function makeCurvePart(id: string, points: string, fused: boolean): CallPart<CurveInput, CurveAnswer> {
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
    readings: [...listAccepted(fused), ...listMisconceptions(fused)],
  };
}

function listAccepted(fused: boolean): readonly CurveReading[] {
  return [
    ...readByConvention<CurveInput, CurveAnswer>((input, options) => findCurve(input, { ...options, fused })),
    { id: "drawn-data", kind: "convention", credit: "1", accepts: (trials) => areDrawn(trials, fused) },
    {
      id: "own-counts",
      kind: "carried",
      credit: "1",
      accepts: (trials) =>
        trials.every((trial) =>
          isWithin(trial, (size) => findOwnIntensity(trial, size, fused), exactTolerance),
        ),
    },
  ];
}

function listMisconceptions(fused: boolean): readonly CurveReading[] {
  const transformed = (
    id: string,
    credit: string,
    change: (input: CurveInput, options: IntensityOptions) => CurveAnswer,
  ) =>
    misread(id, credit, (trials) =>
      followConvention(trials, (input, options) => change(input, { ...options, fused })),
    );
  return [
    transformed("mac-as-one", "0.5", takeMacsForFlops),
    transformed("per-element", "0.5", (input, options) =>
      findCurve(input, options).map((value) => 4 * value),
    ),
    fused
      ? transformed("unfused-intensity", "0", (input, options) =>
          findCurve(input, { ...options, fused: false }),
        )
      : transformed("intermediate-left-out", "0.5", (input, options) =>
          findCurve(input, { ...options, fused: true }),
        ),
    misread(
      "flat",
      "0.25",
      (trials) =>
        areFlat(listCurves(trials)) ||
        followConvention(trials, (input, options) => leaveOutWeights(input, { ...options, fused })),
    ),
    misread("proportional", "0.25", (trials) => areProportional(listCurves(trials))),
    misread("falling", "0.25", (trials) => areFalling(listCurves(trials))),
  ];
}

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

export function listCurves(trials: readonly CurveTrial[]): readonly Curve[] {
  return trials.map(({ input, answer }) => ({ batchSizes: input.batchSizes, values: answer }));
}

function misread(
  id: string,
  credit: string,
  accepts: (trials: readonly CurveTrial[]) => boolean,
): RuleReading<CurveInput, CurveAnswer> {
  return { id, kind: "misconception", credit, accepts };
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

function takeMacsForFlops({ batchSizes, model }: CurveInput, options: IntensityOptions): CurveAnswer {
  const share = fractionToNumber(options.nonPositiveShare ?? { numerator: 0n, denominator: 1n });
  return batchSizes.map((size) => {
    const flops = Number(linearMacs(size, model)) + share * size * model.inFeatures;
    return flops / Number(modelBytes(size, model, options));
  });
}

/** Not quite flat where the PReLU's single weight is counted. */
function leaveOutWeights(input: CurveInput, options: IntensityOptions): CurveAnswer {
  const weights = 4 * input.model.inFeatures * input.model.outFeatures;
  const intensities = findCurve(input, options);
  return input.batchSizes.map((size, at) => {
    const bytes = Number(modelBytes(size, input.model, options));
    return ((intensities[at] ?? Number.NaN) * bytes) / (bytes - weights);
  });
}
