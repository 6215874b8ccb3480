/** Estimates worth the point: four copies and the activations, with whatever a good student adds or follows over time. */
import { convNeXtV2Variants } from "../../../reference/convnextv2/architecture";
import { estimateAdamMemory } from "../../../reference/training-memory";
import { isSameCount, readCountField } from "../../answers";
import { findByteUnit } from "../../byte-units";
import type { Call, Earlier, Reading } from "../../contract";
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

export function estimate({ model, batchSize }: AdamInput, booking = bookings[0]): Estimate {
  return estimateAdamMemory(model, batchSize, booking);
}

const hasTotal = (total: Total, { input, answer }: EstimateTrial): boolean => {
  const { weights, perSample, batchSize } = listSizes(input, "apart");
  const images = batchSize * BigInt(input.model.inputBytesPerSample);
  return isSameCount(total(weights, batchSize * perSample, images), answer.total);
};

/** The four parts right, the input batch booked in one way throughout. */
export function hasRightParts(trials: readonly EstimateTrial[]): boolean {
  return bookings.some((booking) =>
    trials.every(({ input, answer }) => hasSameParts(estimate(input, booking), answer)),
  );
}

const followsOne = (totals: readonly Total[], trials: readonly EstimateTrial[]): boolean =>
  totals.some((total) => trials.every((trial) => hasTotal(total, trial)));

/** A total that some accepted reading gives. */
export function hasAcceptedTotal(trials: readonly EstimateTrial[]): boolean {
  const sums: readonly Total[] = [
    (weights, activations) => 4n * weights + activations,
    (weights, activations, input) => 4n * weights + activations + input,
  ];
  return followsOne([...sums, ...stepTotals, ...overTimeTotals], trials);
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
    accepts: (trials) => hasRightParts(trials) && followsOne(overTimeTotals, trials),
  },
  {
    id: "larger-unit",
    kind: "convention",
    credit: "1",
    accepts: (trials) =>
      bookings.some(
        (booking) =>
          findByteUnit(
            trials.flatMap(({ input, answer }) => pairFigures(estimate(input, booking), answer)),
          ) !== undefined,
      ),
  },
  {
    id: "own-bytes-per-parameter",
    kind: "carried",
    credit: "1",
    accepts: (trials) => trials.every(followsOwnBytes),
  },
];
