/**
 * The FLOP of the fused model, which fusing does not change. They have no function of their own: they are the
 * student's fused intensity times their own fused bytes.
 */
import { fractionToNumber, makeFraction } from "../../../reference/fraction";
import { linearFlops } from "../../../reference/prelu-linear";
import type { IntensityOptions } from "../../../reference/roofline";
import { isCloseList, readReal, readReals } from "../../contract/answers";
import type { Earlier } from "../../contract/earlier";
import type { CallPart, Reading, Trial } from "../../contract/question";
import type { PReLULinear } from "../../contract/value";
import { intensityConventions, readByConvention, shareBounds } from "../kit/roofline/conventions";
import { type CurveInput, listCurveCases } from "../kit/roofline/curve-cases";
import { findCurve } from "../kit/roofline/known-answers";
import { consultFlops, readFlopsSpan } from "../kit/roofline/own-counts";

type CurveAnswer = readonly number[];
type CurveTrial = Trial<CurveInput, CurveAnswer>;

/** Of a product of two doubles that came from counts. */
const tolerance = 1e-6;

export const flopsPart: CallPart<CurveInput, CurveAnswer> = {
  kind: "call",
  id: "flops",
  points: "0.4",
  export: "fusedIntensityCurve",
  cases: listCurveCases,
  args: ({ batchSizes, model }) => [batchSizes, model],
  consults: ({ batchSizes, model }) => ({
    ...consultFlops(batchSizes, model),
    ...Object.fromEntries(
      batchSizes.map((size) => [nameBytes(size), { export: "fusedModelBytes", args: [size, model] }]),
    ),
  }),
  read: readReals,
  isSame: (expected, came) => isCloseList(expected, came, tolerance),
  readings: listReadings(),
};

function listReadings(): readonly Reading<CurveInput, CurveAnswer>[] {
  return [
    // Whether the PReLU's weight is read makes no difference to FLOP.
    ...readByConvention<CurveInput, CurveAnswer>(divideByOwnBytes).filter(
      ({ id }) => !id.endsWith("-without-slope"),
    ),
    { id: "accepted-curve", kind: "convention", credit: "1", accepts: followAcceptedCurve },
    { id: "drawn-data", kind: "convention", credit: "1", accepts: areDrawn },
    { id: "own-flops", kind: "carried", credit: "1", accepts: (trials) => trials.every(followOwnFlops) },
    { id: "reduced-by-fusing", kind: "misconception", credit: "0", accepts: areReduced },
  ];
}

function divideByOwnBytes(
  { batchSizes, model }: CurveInput,
  options: IntensityOptions,
  earlier: Earlier,
): CurveAnswer | undefined {
  const curve = batchSizes.map((size) => countFlops(size, model, options) / readBytes(earlier, size));
  return curve.some(Number.isNaN) ? undefined : curve;
}

/** Right by itself, whatever the student's own fused bytes are. */
function followAcceptedCurve(trials: readonly CurveTrial[]): boolean {
  return intensityConventions.some(({ options }) =>
    trials.every(({ input, answer }) =>
      isCloseList(findCurve(input, { ...options, fused: true }), answer, tolerance),
    ),
  );
}

/** Between none and all of the inputs multiplied by the PReLU. */
function areDrawn(trials: readonly CurveTrial[]): boolean {
  return shareBounds.some(({ none, all }) =>
    trials.every((trial) =>
      isEveryFlops(trial, (flops, size) => {
        const { model } = trial.input;
        return isWithin(flops, countFlops(size, model, none), countFlops(size, model, all));
      }),
    ),
  );
}

function followOwnFlops(trial: CurveTrial): boolean {
  return isEveryFlops(trial, (flops, size) => {
    const own = readFlopsSpan(trial.earlier, size, trial.input.model);
    return own !== undefined && isWithin(flops, own.least, own.most);
  });
}

/** Less than any accepted count, at every batch size. */
function areReduced(trials: readonly CurveTrial[]): boolean {
  const fewest = intensityConventions.map(({ options }) => options);
  return trials.every((trial) =>
    isEveryFlops(trial, (flops, size) =>
      fewest.every(
        (options) => flops > 0 && flops < countFlops(size, trial.input.model, options) * (1 - tolerance),
      ),
    ),
  );
}

/** Whether the FLOP behind every point of a curve have a property: intensity times own bytes. */
function isEveryFlops(
  { input: { batchSizes }, answer, earlier }: CurveTrial,
  has: (flops: number, batchSize: number) => boolean,
): boolean {
  if (answer.length !== batchSizes.length) return false;
  return batchSizes.every((size, at) => has((answer[at] ?? Number.NaN) * readBytes(earlier, size), size));
}

/** B in (2 out + share), or B out less where a sum of n terms takes n - 1 additions. */
function countFlops(
  batchSize: number,
  model: PReLULinear,
  { additions, nonPositiveShare }: IntensityOptions,
): number {
  const linear = linearFlops(batchSize, model, additions === undefined ? {} : { additions });
  const share = fractionToNumber(nonPositiveShare ?? makeFraction(1n, 2n));
  return Number(linear) + share * batchSize * model.inFeatures;
}

/** NaN where there are none. */
function readBytes(earlier: Earlier, batchSize: number): number {
  const read = readReal(earlier.answer(nameBytes(batchSize)));
  return read.ok && read.answer > 0 ? read.answer : Number.NaN;
}

function nameBytes(batchSize: number): string {
  return `fusedModelBytes/${batchSize}`;
}

/** False for NaN. */
function isWithin(value: number, least: number, most: number): boolean {
  return value >= least * (1 - tolerance) && value <= most * (1 + tolerance);
}
