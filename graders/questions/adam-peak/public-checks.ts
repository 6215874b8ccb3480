/** What a student can check alone: the parts add up to something, and grow as they must. */
import { getField, readCountField } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
import type { ModelMemory, Value } from "../../contract/value";

const small: ModelMemory = {
  params: 3_000_000,
  activationBytesPerSample: 40_000_000,
  inputBytesPerSample: 120_000,
};

const call = (batchSize: number, model = small) => ({ export: "adamMemory", args: [model, batchSize] });

function readNumber(value: Value, field: string): number {
  const read = readCountField(value, field);
  return read.ok ? Number(read.answer) : Number.NaN;
}

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 0.02 * Math.abs(b);

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "fields",
    says: "adamMemory returns an object with weights, gradients, moments, activations and total",
    calls: [call(2)],
    findMismatch: ([memory]) => {
      const fields = ["weights", "gradients", "moments", "activations", "total"];
      const isComplete = fields.every((field) => getField(memory, field) !== undefined);
      return isComplete ? null : "an object { weights, gradients, moments, activations, total }";
    },
  },
  {
    id: "linear-in-batch",
    says: "three times the batch, three times the activations",
    calls: [call(2), call(6)],
    findMismatch: ([two, six]) =>
      isClose(readNumber(six, "activations"), 3 * readNumber(two, "activations"))
        ? null
        : "activations proportional to the batch size",
  },
  {
    id: "nothing-free",
    says: "weights, gradients, moments and activations all take up memory, and the total is no less than each",
    calls: [call(2)],
    findMismatch: ([memory]) => {
      const parts = ["weights", "gradients", "moments", "activations"].map((field) =>
        readNumber(memory, field),
      );
      const total = readNumber(memory, "total");
      return parts.every((bytes) => bytes > 0 && bytes <= total)
        ? null
        : "parts above 0 and a total not below them";
    },
  },
  {
    id: "batch-and-weights",
    says: "a larger batch changes neither weights nor gradients nor moments",
    calls: [call(2), call(6)],
    findMismatch: ([two, six]) => {
      const isSame = ["weights", "gradients", "moments"].every(
        (field) => readNumber(two, field) === readNumber(six, field),
      );
      return isSame ? null : "the same weights, gradients and moments for both batch sizes";
    },
  },
  {
    id: "grows-with-model",
    says: "ten times the parameters, ten times the weights, and a larger total",
    calls: [call(2), call(2, { ...small, params: 30_000_000 })],
    findMismatch: ([narrow, wide]) => {
      const isTenfold = isClose(readNumber(wide, "weights"), 10 * readNumber(narrow, "weights"));
      return isTenfold && readNumber(wide, "total") > readNumber(narrow, "total")
        ? null
        : "weights proportional to the parameters, and a larger total";
    },
  },
];
