/** What a student can check alone: recordings of a few events, small enough to add up on paper. */
import type { PublicCheck } from "../../contract/question";
import type { MemoryEvent } from "../../contract/value";
import { isNear, isToldBytes, readFieldNumber } from "../kit/public/numbers";

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
/** The same pass, and 20 MiB more that it allocates before the peak and leaves behind, or frees again at once. */
const keeping = insert(event(20, "activation", "a layer more"));
const freeing = insert(event(20, "temporary", "scratch"), event(-20, "temporary", "scratch"));
/** What was told may be rounded. */
const tolerance = 0.01;

function insert(...more: readonly MemoryEvent[]): readonly MemoryEvent[] {
  return [...rising.slice(0, 2), ...more, ...rising.slice(2)];
}

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "peaks",
    says: "two short recordings peak at 150 MiB (157,286,400 bytes) and at 100 MiB (104,857,600 bytes)",
    calls: [call(rising), call(dipping)],
    findMismatch: ([first, second]) =>
      isToldBytes(readFieldNumber(first, "peakBytes"), 150 * MiB) &&
      isToldBytes(readFieldNumber(second, "peakBytes"), 100 * MiB)
        ? null
        : "peakBytes of 157286400 and 104857600, or the same in a larger unit",
  },
  {
    id: "below-peak",
    says: "activations are what the pass itself holds: no parameters are among them",
    calls: [call(rising)],
    findMismatch: ([memory]) => {
      const [activations, peak] = ["activationBytes", "peakBytes"].map((field) =>
        readFieldNumber(memory, field),
      ) as [number, number];
      const beside = peak * (100 / 150);
      return activations >= 0 && activations <= beside * (1 + tolerance)
        ? null
        : "activationBytes of at least 0, and no more than peakBytes without the parameters";
    },
  },
  {
    id: "parameters-apart",
    says: "200 MiB more parameters raise the peak and leave the activations as they are",
    calls: [call(rising), call(heavier)],
    findMismatch: ([light, heavy]) => {
      const isSame = readFieldNumber(light, "activationBytes") === readFieldNumber(heavy, "activationBytes");
      return isSame && readFieldNumber(heavy, "peakBytes") > readFieldNumber(light, "peakBytes")
        ? null
        : "the same activationBytes and a higher peakBytes";
    },
  },
  {
    id: "kept-activation",
    says: "20 MiB more that the pass allocates before the peak and leaves behind are 20 MiB more of activations",
    calls: [call(rising), call(keeping)],
    findMismatch: ([before, after]) => {
      const [one, other] = [before, after].map((memory) => readFieldNumber(memory, "activationBytes")) as [
        number,
        number,
      ];
      const unit = readFieldNumber(before, "peakBytes") / 150;
      return isNear(other - one, 20 * unit, 0.06) ? null : "activationBytes that are 20 MiB higher";
    },
  },
  {
    id: "freed-before",
    says: "20 MiB that come and go before the peak change nothing",
    calls: [call(rising), call(freeing)],
    findMismatch: ([before, after]) => {
      const isSame = ["peakBytes", "activationBytes"].every(
        (field) => readFieldNumber(before, field) === readFieldNumber(after, field),
      );
      return isSame ? null : "the same peakBytes and activationBytes as without them";
    },
  },
];
