/** What a student can check alone: the parts add up to something, and grow as they must. */
import { getField } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
import type { ModelMemory, Value } from "../../contract/value";
import { isNear, isToldBetween, isToldBytes, readFieldNumber } from "../kit/public/numbers";

/** So large that rounding to a larger unit hides nothing. */
const small: ModelMemory = {
  params: 240_000_000,
  activationBytesPerSample: 700_000_000,
  inputBytesPerSample: 1_200_000,
};
/** Next to nothing is kept for a sample. */
const narrow: ModelMemory = { ...small, activationBytesPerSample: 9_000_000, inputBytesPerSample: 600_000 };
const bytesOfFloat = 4;
/** Its own bytes for a parameter are what somebody's weights are made of, right or wrong. */
const ownMemory = {
  export: "modelMemory",
  args: [{ depths: [2, 2, 6, 2], dims: [100, 200, 400, 800], inChannels: 3, numClasses: 500 }],
};
/** What else lives on a GPU: as a share of the sum, and in bytes. */
const overhead = { share: 1.226, bytes: 0.84e9 } as const;

const call = (batchSize: number, model = small) => ({ export: "adamMemory", args: [model, batchSize] });

const isClose = (a: number, b: number): boolean => isNear(a, b, 0.02);

/** Bytes of one number for each parameter: in fp32, and by the student's own count of a model. */
function listCopyBytes(own: Value): readonly number[] {
  const perParameter = readFieldNumber(own, "bytes") / readFieldNumber(own, "params");
  return [bytesOfFloat, perParameter].map((bytes) => bytes * small.params);
}

/** From what is there at once for certain to the sum with a step's temporaries, the images and all overheads. */
function isTotal(memory: Value, model: ModelMemory, copyBytes: number): boolean {
  const [kept, images] = [2 * model.activationBytesPerSample, 2 * model.inputBytesPerSample];
  const sum = 4 * copyBytes + kept + images;
  const least = Math.max(copyBytes + kept, 4 * copyBytes);
  const most = Math.max(sum + 2 * copyBytes, overhead.share * sum, sum + overhead.bytes);
  return isToldBetween(readFieldNumber(memory, "total"), least, most);
}

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
      isClose(readFieldNumber(six, "activations"), 3 * readFieldNumber(two, "activations"))
        ? null
        : "activations proportional to the batch size",
  },
  {
    id: "nothing-free",
    says: "weights, gradients, moments and activations all take up memory, and the total is no less than each",
    calls: [call(2)],
    findMismatch: ([memory]) => {
      const parts = ["weights", "gradients", "moments", "activations"].map((field) =>
        readFieldNumber(memory, field),
      );
      const total = readFieldNumber(memory, "total");
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
        (field) => readFieldNumber(two, field) === readFieldNumber(six, field),
      );
      return isSame ? null : "the same weights, gradients and moments for both batch sizes";
    },
  },
  {
    id: "grows-with-model",
    says: "ten times the parameters, ten times the weights, and a larger total",
    calls: [call(2), call(2, { ...small, params: 2_400_000_000 })],
    findMismatch: ([narrow, wide]) => {
      const isTenfold = isClose(readFieldNumber(wide, "weights"), 10 * readFieldNumber(narrow, "weights"));
      return isTenfold && readFieldNumber(wide, "total") > readFieldNumber(narrow, "total")
        ? null
        : "weights proportional to the parameters, and a larger total";
    },
  },
  {
    id: "bytes-of-a-weight",
    says: "each parameter is one number in fp32 among the weights, and one among the gradients",
    calls: [call(2)],
    besides: [ownMemory],
    findMismatch: ([memory, own]) =>
      listCopyBytes(own).some((copyBytes) =>
        ["weights", "gradients"].every((field) => isToldBytes(readFieldNumber(memory, field), copyBytes)),
      )
        ? null
        : "the bytes of so many fp32 numbers for both, in bytes or in a larger unit",
  },
  {
    id: "moments-exceed-gradients",
    says: "Adam's moments take up more than the gradients: it keeps more than one average for each parameter",
    calls: [call(2)],
    findMismatch: ([memory]) => {
      const copies = readFieldNumber(memory, "moments") / readFieldNumber(memory, "gradients");
      return copies > 1.02 && copies <= 2.04
        ? null
        : "moments above gradients: which averages does Adam keep of each parameter's gradient?";
    },
  },
  {
    id: "activations-of-the-batch",
    says: "what is kept for the backward pass are the activations of every sample of the batch, once",
    calls: [call(3)],
    findMismatch: ([memory]) => {
      const kept = 3 * small.activationBytesPerSample;
      const isKept = isToldBetween(
        readFieldNumber(memory, "activations"),
        kept,
        kept + 3 * small.inputBytesPerSample,
      );
      return isKept ? null : "activationBytesPerSample for each of the 3 samples (with its image or without)";
    },
  },
  {
    id: "total-of-the-parts",
    says: "the total is the sum of its parts, or the most of them that is there at one time, with what else a GPU holds",
    calls: [call(2), call(2, narrow)],
    besides: [ownMemory],
    findMismatch: ([wide, thin, own]) =>
      listCopyBytes(own).some(
        (copyBytes) => isTotal(wide, small, copyBytes) && isTotal(thin, narrow, copyBytes),
      )
        ? null
        : "a total that holds weights, gradients and moments at the optimizer's step, and the activations beside the weights",
  },
];
