/** What a student can check alone: short iterations, small enough to add up on paper. */
import { getField, readCountField, readReal } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
import type { MemoryEvent, Value } from "../../contract/value";

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

const estimate = (mebibytes: number) => ({
  weights: 10 * MiB,
  gradients: 10 * MiB,
  moments: 20 * MiB,
  activations: (mebibytes - 40) * MiB,
  total: mebibytes * MiB,
});

const call = (events: readonly MemoryEvent[], mebibytes: number) => ({
  export: "checkEstimate",
  args: [events, estimate(mebibytes)],
});

function readActual(value: Value): number {
  const read = readCountField(value, "actualBytes");
  return read.ok ? Number(read.answer) : Number.NaN;
}

function readError(value: Value): number {
  const read = readReal(getField(value, "relativeError"));
  return read.ok ? read.answer : Number.NaN;
}

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "peaks",
    says: "two short iterations take up 90 MiB (94,371,840 bytes) and 60 MiB (62,914,560 bytes)",
    calls: [call(backwardPeak, 90), call(stepPeak, 60)],
    findMismatch: ([first, second]) =>
      Math.abs(readActual(first) / readActual(second) - 1.5) < 1e-3
        ? null
        : "actualBytes of 94371840 and 62914560",
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
];
