/** What a student can check alone: recordings of a few events, small enough to add up on paper. */
import { readCountField } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
import type { MemoryEvent, Value } from "../../contract/value";

const MiB = 2 ** 20;

const event = (mebibytes: number, category: MemoryEvent["category"], op: string): MemoryEvent => ({
  bytes: mebibytes * MiB,
  category,
  op,
});

/** In use: 50, 60, 90, 150, 90, 95 MiB. */
const rising = [
  event(50, "parameter", "weights"),
  event(10, "input", "images"),
  event(30, "activation", "first layer"),
  event(60, "temporary", "inside the second layer"),
  event(-60, "temporary", "inside the second layer"),
  event(5, "activation", "second layer"),
];

/** In use: 50, 60, 75, 60, 100, 60, 70 MiB. */
const dipping = [
  event(50, "parameter", "weights"),
  event(10, "input", "images"),
  event(15, "temporary", "first layer"),
  event(-15, "temporary", "first layer"),
  event(40, "temporary", "second layer"),
  event(-40, "temporary", "second layer"),
  event(10, "activation", "third layer"),
];

/** The same pass of a model with 200 MiB more parameters. */
const heavier = [event(200, "parameter", "more weights"), ...rising];

const call = (events: readonly MemoryEvent[]) => ({ export: "forwardMemory", args: [events] });

function readNumber(value: Value, field: string): number {
  const read = readCountField(value, field);
  return read.ok ? Number(read.answer) : Number.NaN;
}

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "peaks",
    says: "two short recordings peak at 150 MiB (157,286,400 bytes) and at 100 MiB (104,857,600 bytes)",
    calls: [call(rising), call(dipping)],
    findMismatch: ([first, second]) => {
      const ratio = readNumber(first, "peakBytes") / readNumber(second, "peakBytes");
      return Math.abs(ratio - 1.5) < 1e-3 ? null : "peakBytes of 157286400 and 104857600";
    },
  },
  {
    id: "below-peak",
    says: "activations are less than all that is in use at the peak",
    calls: [call(rising)],
    findMismatch: ([memory]) => {
      const activations = readNumber(memory, "activationBytes");
      return activations >= 0 && activations < readNumber(memory, "peakBytes")
        ? null
        : "activationBytes of at least 0 and below peakBytes";
    },
  },
  {
    id: "parameters-apart",
    says: "200 MiB more parameters raise the peak and leave the activations as they are",
    calls: [call(rising), call(heavier)],
    findMismatch: ([light, heavy]) => {
      const isSame = readNumber(light, "activationBytes") === readNumber(heavy, "activationBytes");
      return isSame && readNumber(heavy, "peakBytes") > readNumber(light, "peakBytes")
        ? null
        : "the same activationBytes and a higher peakBytes";
    },
  },
];
