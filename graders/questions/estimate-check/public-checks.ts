/** What a student can check alone: short iterations, small enough to add up on paper. */
import type { PublicCheck } from "../../contract/question";
import type { MemoryEvent, Value } from "../../contract/value";
import { isNear, isToldBytes, readFieldNumber } from "../kit/public/numbers";

const MiB = 2 ** 20;

const event = (mebibytes: number, category: MemoryEvent["category"], op: string): MemoryEvent => ({
  bytes: mebibytes * MiB,
  category,
  op,
});

/** In use: 10, 30, 80, 90, 40 MiB. */
const backwardPeak = [
  event(10, "parameter", "weights"),
  event(20, "optimizer", "moments"),
  event(50, "activation", "forward pass"),
  event(10, "gradient", "backward pass"),
  event(-50, "activation", "forward pass"),
];

/** In use: 10, 30, 35, 45, 40, 60, 40 MiB. */
const stepPeak = [
  event(10, "parameter", "weights"),
  event(20, "optimizer", "moments"),
  event(5, "activation", "forward pass"),
  event(10, "gradient", "backward pass"),
  event(-5, "activation", "forward pass"),
  event(20, "temporary", "step"),
  event(-20, "temporary", "step"),
];

/** Its parts are of any size: what they should be is another question. */
const estimate = (mebibytes: number) => ({
  weights: 12 * MiB,
  gradients: 8 * MiB,
  moments: 11 * MiB,
  activations: (mebibytes - 31) * MiB,
  total: mebibytes * MiB,
});

const call = (events: readonly MemoryEvent[], mebibytes: number) => ({
  export: "checkEstimate",
  args: [events, estimate(mebibytes)],
});

/** Ten times as large in everything: in use 100, 300, 350, 450, 400, 600, 400 MiB. */
const tenfold = stepPeak.map((one) => ({ ...one, bytes: 10 * one.bytes }));
/** The same iteration with 30 MiB of images, which stay: in use 40, …, 90, 70 MiB. */
const withImages = [event(30, "input", "images"), ...stepPeak];

const readActual = (value: Value): number => readFieldNumber(value, "actualBytes");
const readError = (value: Value): number => readFieldNumber(value, "relativeError");

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "peaks",
    says: "two short iterations take up 90 MiB (94,371,840 bytes) and 60 MiB (62,914,560 bytes)",
    calls: [call(backwardPeak, 90), call(stepPeak, 60)],
    findMismatch: ([first, second]) =>
      isToldBytes(readActual(first), 90 * MiB) && isToldBytes(readActual(second), 60 * MiB)
        ? null
        : "actualBytes of 94371840 and 62914560, or the same in a larger unit",
  },
  {
    id: "images-count",
    says: "30 MiB of images that stay raise the peak by 30 MiB",
    calls: [call(withImages, 90)],
    findMismatch: ([answer]) =>
      isToldBytes(readActual(answer), 90 * MiB)
        ? null
        : "actualBytes of 94371840, or the same in a larger unit: all that is in use counts",
  },
  {
    id: "perfect-estimate",
    says: "an estimate that hits the peak has no error",
    calls: [call(backwardPeak, 90), call(stepPeak, 60)],
    findMismatch: (answers) => (answers.every((one) => readError(one) === 0) ? null : "a relativeError of 0"),
  },
  {
    id: "worse-estimate",
    says: "an estimate that is further off has the larger error",
    calls: [call(stepPeak, 75), call(stepPeak, 120)],
    findMismatch: ([near, far]) =>
      Math.abs(readError(far)) > Math.abs(readError(near)) ? null : "a larger error for the second estimate",
  },
  {
    id: "relative",
    says: "an iteration and an estimate ten times as large have the same error",
    calls: [call(stepPeak, 75), { export: "checkEstimate", args: [tenfold, estimate(750)] }],
    findMismatch: ([once, tenTimes]) =>
      isNear(readError(tenTimes), readError(once), 1e-3) && readError(once) !== 0
        ? null
        : "the same relativeError: the gap as a share, not in bytes",
  },
];
