/** Choices on what training needs: copies of the weights, the bytes of a number, and what each sample adds. */
import type { Earlier } from "../../contract/earlier";
import { byteUnits } from "../kit/byte-units";
import { choose } from "../kit/choice-part";
import type { Needs } from "./fit-estimate";
import { findMistakenNeeds, findOwnNeeds } from "./own-estimate";
import {
  type Apart,
  compareSamples,
  type FindOnce,
  takeAtOne,
  takeAtZero,
  takeBesideActivations,
} from "./own-once";
import { bytesAlone, isInUnit, isMeant, isMeantUnit, siblings } from "./own-unit";

/** From the bytes of the weights, of one sample and of its image. */
export type CountNeeds = (
  weights: number,
  perSample: number,
  earlier: Earlier,
  image: number,
) => Needs | undefined;

/** So many copies of the weights; at the optimizer's step, when no activation is left, more of them for a moment. */
const keep =
  (copies: number, stepCopies?: number): CountNeeds =>
  (weights, perSample) => ({
    fixed: copies * weights,
    perSample,
    ...(stepCopies === undefined ? {} : { least: stepCopies * weights }),
  });

const overTime =
  "Right; you follow the memory over the iteration, so that both backward pass and optimizer step fit.";

const whichGrow = "Which of the parts are shared by the whole batch?";

const takeOnce =
  (take: FindOnce, isBuiltOn: (apart: Apart, earlier: Earlier) => boolean): CountNeeds =>
  (_, perSample, earlier, image) => {
    const { bytes } = [bytesAlone, ...byteUnits].find((one) => isMeant(earlier, one.bytes, perSample)) ?? {};
    const found = bytes && take(earlier, bytes, perSample);
    if (!found) return undefined;
    const apart = compareSamples(findOwnNeeds(earlier, bytes), found.perSample, image);
    return isBuiltOn(apart, earlier) ? found : undefined;
  };

/** Small batches take more than the line of the large ones: who goes on from one leaves out what is free beside it. */
const isOverTime = (earlier: Earlier): boolean =>
  earlier.reading("adam-peak")?.has("peak-over-time") === true;

/**
 * What does not grow is taken from the estimate of one batch, and what a sample adds from the model or from there: not
 * the largest batch whose own total is no more than the memory, where the estimate is another line.
 */
const ownOnce = [
  ...Object.entries<FindOnce>({
    "by-own-estimate-of-no-sample": takeAtZero,
    "by-own-estimate-of-one-sample": takeAtOne,
    "by-own-estimate-beside-activations": takeBesideActivations,
  }).map(([id, take]) => ({
    id,
    effect: takeOnce(take, (apart, earlier) => apart === "otherwise" || isOverTime(earlier)),
    isOwn: true as const,
    credit: "0.75",
    says: "You build on your own estimate of a single batch, and go on from there in another way than it does.",
    hint: "What does your `adamMemory` say of the batch that you return: does it fit, and would one more?",
  })),
  ...Object.entries<FindOnce>({
    "by-own-fixed-part": takeAtZero,
    "by-own-first-sample": takeAtOne,
  }).map(([id, take]) => ({
    id,
    effect: takeOnce(take, (apart, earlier) => apart === "paid-for" && !isOverTime(earlier)),
    isOwn: true as const,
    says: "Right: what does not grow with the batch is from your own estimate.",
  })),
];

export const ownOnceEffects: ReadonlySet<CountNeeds> = new Set(ownOnce.map(({ effect }) => effect));

const takenForBytes: readonly (readonly [id: string, find: FindOnce])[] = [
  ["own-estimate-taken-for-bytes", findMistakenNeeds],
  ["own-estimate-of-no-sample-taken-for-bytes", takeAtZero],
];

export const copies = choose<CountNeeds>(
  { id: "four-copies", effect: keep(4) },
  {
    id: "step-temporaries",
    effect: keep(5),
    says: "Right; you keep room for one more copy of the weights, as a multi-tensor optimizer step needs for a moment.",
  },
  {
    id: "step-temporaries-twice",
    effect: keep(6),
    says: "Right; you keep room for two more copies of the weights, as a multi-tensor optimizer step needed in early releases.",
  },
  { id: "peak-over-time", effect: keep(3, 4), says: overTime },
  { id: "peak-over-time-with-temporaries", effect: keep(3, 5), says: overTime },
  { id: "peak-over-time-with-temporaries-twice", effect: keep(3, 6), says: overTime },
  { id: "sum-or-step", effect: keep(4, 5), says: overTime },
  { id: "sum-or-early-step", effect: keep(4, 6), says: overTime },
  {
    id: "gradients-forgotten",
    effect: keep(3),
    credit: "0.5",
    says: "You keep room for three copies of the weights: one of weights, gradients and two moments is missing.",
    hint: "What is in memory for each parameter during the optimizer's step?",
  },
  {
    id: "moments-forgotten",
    effect: keep(2),
    credit: "0.25",
    says: "You keep room for two copies of the weights only.",
    hint: "What does Adam keep from step to step for each parameter?",
  },
  {
    id: "weights-per-sample",
    effect: (weights, perSample) => ({ fixed: 0, perSample: 4 * weights + perSample }),
    credit: "0.25",
    says: "You divide the memory by the peak at batch size 1: weights, gradients and moments are charged to every sample.",
    hint: whichGrow,
    source:
      "Which of the four buckets grow with the batch: https://vizuaraai.github.io/5d-parallelism-visual-guide/max-local-batch-size.html",
  },
  {
    id: "gradients-and-moments-forgotten",
    effect: keep(1),
    credit: "0",
    says: "You keep room for the weights only, as for inference.",
    hint: "What else is in memory for each parameter during training?",
  },
  {
    id: "weights-ignored",
    effect: keep(0),
    credit: "0",
    says: "You give all of the memory to the activations.",
    hint: "What does training hold whatever the batch size?",
  },
  {
    id: "activations-ignored",
    effect: (weights) => ({ fixed: 0, perSample: 4 * weights }),
    credit: "0",
    says: "You divide the memory by what the parameters take up.",
    hint: "What does each further sample of the batch need?",
  },
  ...[bytesAlone, ...byteUnits].map(({ name, bytes }) => ({
    id: `by-own-estimate${bytes === 1 ? "" : `-in-${name.toLowerCase()}`}`,
    effect: (_: number, perSample: number, earlier: Earlier) =>
      isMeant(earlier, bytes, perSample) ? findOwnNeeds(earlier, bytes) : undefined,
    isOwn: true as const,
    says: "This follows from your own estimate of the memory: this step is right.",
  })),
  ...ownOnce,
  {
    id: "own-estimate-against-another-unit",
    effect: (_, perSample, earlier) => {
      const told = byteUnits.find(({ bytes }) => isMeantUnit(earlier, bytes, perSample));
      return told && findMistakenNeeds(earlier, siblings.get(told.bytes) ?? told.bytes);
    },
    isOwn: true,
    credit: "0.5",
    says: "You compare your own estimate with a memory in another unit: one is in powers of 1024, the other of 1000.",
    hint: "How many bytes is one unit of your estimate, and one of the memory?",
  },
  ...takenForBytes.map(([id, find]) => ({
    id,
    effect: (_: number, perSample: number, earlier: Earlier) =>
      isInUnit(earlier) ? find(earlier, 1, perSample) : undefined,
    isOwn: true as const,
    credit: "0",
    says: "You hold your own estimate, which you tell in a larger unit, against a memory in bytes.",
    hint: "How many bytes is one unit of your estimate?",
  })),
);

/** Bytes of a number, as a multiple of the four that it has: in the weights and in the activations. */
export interface Precision {
  readonly weights: number;
  readonly activations: number;
}

const whichType = "Which data type does the question name?";
const double = { credit: "0.25", says: "You calculate with 8 bytes for a number.", hint: whichType };

export const precision = choose<Precision>(
  { id: "single-precision", effect: { weights: 1, activations: 1 } },
  {
    id: "half-precision",
    effect: { weights: 0.5, activations: 0.5 },
    credit: "0.25",
    says: "You calculate with 2 bytes for a number.",
    hint: whichType,
  },
  // Weights of 2 bytes are as large as two copies of four: "moments-forgotten".
  { id: "double-precision", effect: { weights: 2, activations: 2 }, ...double },
  { id: "double-precision-weights", effect: { weights: 2, activations: 1 }, ...double },
);

const doubled = {
  credit: "0.75",
  says: "You charge each sample twice its activations.",
  hint: "Do the gradients of all activations have to be in memory at the same time?",
};

/** So often a sample's activations are counted, and its image where that is counted at all. */
export interface PerSample {
  readonly activations: number;
  readonly images: number;
}

export const activations = choose<PerSample>(
  { id: "activations-once", effect: { activations: 1, images: 1 } },
  { id: "activations-doubled", effect: { activations: 2, images: 2 }, ...doubled },
  { id: "activations-doubled-beside-input", effect: { activations: 2, images: 1 }, ...doubled },
);

export const image = choose<boolean>(
  { id: "input-left-out", effect: false },
  {
    id: "input-included",
    effect: true,
    says: "Right; you count each sample's image with its activations.",
  },
);
