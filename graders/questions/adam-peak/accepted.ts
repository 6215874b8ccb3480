/** Estimates worth the point: four copies and the activations, with whatever a good student adds or follows over time. */
import { convNeXtV2Variants } from "../../../reference/convnextv2/architecture";
import { estimateAdamMemory } from "../../../reference/training-memory";
import { isSameCount, readCountField } from "../../contract/answers";
import type { Earlier } from "../../contract/earlier";
import type { Reading } from "../../contract/question";
import type { Call } from "../../contract/value";
import { findByteUnit } from "../kit/byte-units";
import {
  addUp,
  bookings,
  type Estimate,
  type EstimateTrial,
  hasSameParts,
  listSizes,
  pairFigures,
} from "./estimate";
import type { AdamInput } from "./inputs";

/** A total in bytes from the weights W, the batch's activations and the input batch. */
type Total = (weights: bigint, activations: bigint, input: bigint) => bigint;

const most = (a: bigint, b: bigint): bigint => (a > b ? a : b);

const stepTotals: readonly Total[] = [
  (weights, activations) => 5n * weights + activations,
  (weights, activations, input) => 5n * weights + activations + input,
];

/** The optimizer step holds 4 W, and W more for the temporaries of a multi-tensor step; gradients come as activations go. */
const overTimeTotals: readonly Total[] = [4n, 5n].flatMap((copies): Total[] => [
  (weights, activations) => most(3n * weights + activations, copies * weights),
  (weights, activations, input) => most(3n * weights + activations + input, copies * weights),
  (weights, activations, input) => most(3n * weights + activations, copies * weights) + input,
]);

/** All four parts, or a multi-tensor step after which no activation is left. */
const sumOrStepTotals: readonly Total[] = [
  (weights, activations) => most(4n * weights + activations, 5n * weights),
  (weights, activations, input) => most(4n * weights + activations + input, 5n * weights),
];

export function estimate({ model, batchSize }: AdamInput, booking = bookings[0]): Estimate {
  return estimateAdamMemory(model, batchSize, booking);
}

function addTotal(total: Total, input: AdamInput): bigint {
  const { weights, perSample, batchSize } = listSizes(input, "apart");
  const images = batchSize * BigInt(input.model.inputBytesPerSample);
  return total(weights, batchSize * perSample, images);
}

const hasTotal = (total: Total, { input, answer }: EstimateTrial): boolean =>
  isSameCount(addTotal(total, input), answer.total);

/** The four parts right, the input batch booked in one way throughout. */
export function hasRightParts(trials: readonly EstimateTrial[]): boolean {
  return bookings.some((booking) =>
    trials.every(({ input, answer }) => hasSameParts(estimate(input, booking), answer)),
  );
}

const followsOne = (totals: readonly Total[], trials: readonly EstimateTrial[]): boolean =>
  totals.some((total) => trials.every((trial) => hasTotal(total, trial)));

const acceptedTotals: readonly Total[] = [
  (weights, activations) => 4n * weights + activations,
  (weights, activations, input) => 4n * weights + activations + input,
  ...stepTotals,
  ...overTimeTotals,
  ...sumOrStepTotals,
];

/** A total that some accepted reading gives. */
export const hasAcceptedTotal = (trials: readonly EstimateTrial[]): boolean =>
  followsOne(acceptedTotals, trials);

/** Band around the sum of the parts: as shares of it, and in bytes that a GPU holds besides, whatever the model. */
const band = { least: 0.88, most: 1.226, overheadBytes: 0.84e9 } as const;

/** A copy of the weights more or less, or activations twice, leave the band in the cases where that part is the larger. */
function isWithinOverheads({ input, answer }: EstimateTrial): boolean {
  const [sum, total] = [Number(estimate(input).total), Number(answer.total)];
  return total >= band.least * sum && total <= Math.max(band.most * sum, sum + band.overheadBytes);
}

function isToldInLargerUnit(trials: readonly EstimateTrial[]): boolean {
  return bookings.some((booking) =>
    acceptedTotals.some((total) => {
      const figures = trials.flatMap(({ input, answer }) =>
        pairFigures({ ...estimate(input, booking), total: addTotal(total, input) }, answer),
      );
      return findByteUnit(figures) !== undefined;
    }),
  );
}

/** Calls to the student's own count of parameters and their bytes, for two models. */
export const ownCounts: Readonly<Record<string, Call>> = {
  atto: { export: "modelMemory", args: [convNeXtV2Variants.atto] },
  large: { export: "modelMemory", args: [convNeXtV2Variants.large] },
};

/** Bytes per parameter in the student's own answers, if it is one number between a bit and 64 bytes. */
function readOwnBytesPerParameter(earlier: Earlier): number | undefined {
  const [first, second] = Object.keys(ownCounts).map((name) => {
    const [params, bytes] = ["params", "bytes"].map((field) => readCountField(earlier.answer(name), field));
    return params?.ok && bytes?.ok ? Number(bytes.answer) / Number(params.answer) : Number.NaN;
  });
  if (first === undefined || first !== second) return undefined;
  return first >= 1 / 8 && first <= 64 ? first : undefined;
}

function followsOwnBytes({ input, answer, earlier }: EstimateTrial): boolean {
  const bytesEach = readOwnBytesPerParameter(earlier);
  if (bytesEach === undefined || !Number.isInteger(bytesEach)) return false;
  const weights = BigInt(bytesEach) * BigInt(input.model.params);
  return bookings.some((booking) => {
    const { perSample, batchSize } = listSizes(input, booking);
    const expected = addUp(weights, weights, 2n * weights, batchSize * perSample);
    return hasSameParts(expected, answer) && isSameCount(expected.total, answer.total);
  });
}

export const acceptedReadings: readonly Reading<AdamInput, Estimate>[] = [
  { id: "four-copies-and-activations", kind: "reference", credit: "1", answer: (input) => estimate(input) },
  {
    id: "input-with-activations",
    kind: "convention",
    credit: "1",
    answer: (input) => estimate(input, "with-activations"),
  },
  {
    id: "input-in-total",
    kind: "convention",
    credit: "1",
    answer: (input) => ({ ...estimate(input), total: estimate(input, "with-activations").total }),
  },
  {
    id: "step-temporaries",
    kind: "convention",
    credit: "1",
    accepts: (trials) => hasRightParts(trials) && followsOne(stepTotals, trials),
  },
  {
    id: "peak-over-time",
    kind: "convention",
    credit: "1",
    accepts: (trials) => hasRightParts(trials) && followsOne([...overTimeTotals, ...sumOrStepTotals], trials),
  },
  {
    id: "larger-unit",
    kind: "convention",
    credit: "1",
    accepts: isToldInLargerUnit,
  },
  {
    id: "overheads-in-total",
    kind: "convention",
    credit: "1",
    accepts: (trials) => hasRightParts(trials) && trials.every(isWithinOverheads),
  },
  {
    id: "own-bytes-per-parameter",
    kind: "carried",
    credit: "1",
    accepts: (trials) => trials.every(followsOwnBytes),
  },
];
