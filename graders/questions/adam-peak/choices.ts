/** Choices on what is held: copies of the weights, activations, the input batch, and the bytes of a number. */
import { adamMoments, fp32Bytes } from "../../../reference/training-memory";
import type { Earlier } from "../../contract/earlier";
import { coarse, rough } from "../kit/amount";
import { type ByteUnit, coarseUnits, modelUnits, roughUnits, roundedBytes } from "../kit/byte-units";
import { choose } from "../kit/choice-part";
import { readOwnBytes } from "./own-bytes";

const forgotten = (id: string, credit: string, what: string, hint: string) => ({
  id,
  credit,
  says: `Your estimate leaves out ${what}.`,
  hint,
});

export const weights = choose<bigint>(
  { id: "weights-once", effect: 1n },
  { effect: 0n, ...forgotten("weights-forgotten", "0.5", "the weights", "What does the optimizer update?") },
);

export interface Gradients {
  readonly copies: bigint;
  /** The gradients of activations are booked here, too. */
  readonly hasActivations?: true;
}

const doubled = {
  credit: "0.75",
  says: "You count the activations twice.",
  hint: "Do the gradients of all activations have to be in memory at the same time? What is freed as the backward pass goes on?",
  source: "Outputs counted again for their gradients: https://github.com/sksq96/pytorch-summary/issues/51",
};

export const gradients = choose<Gradients>(
  { id: "gradients-once", effect: { copies: 1n } },
  {
    effect: { copies: 0n },
    ...forgotten(
      "gradients-forgotten",
      "0.5",
      "the gradients",
      "Where does the backward pass put its result until the optimizer's step?",
    ),
  },
  { id: "gradients-of-activations", effect: { copies: 1n, hasActivations: true }, ...doubled },
);

export interface Moments {
  readonly copies: bigint;
  readonly isWithoutGradients?: true;
}

export const moments = choose<Moments>(
  { id: "two-moments", effect: { copies: adamMoments } },
  {
    id: "one-moment",
    effect: { copies: 1n },
    credit: "0.5",
    says: "You count one number per parameter for Adam's moments.",
    hint: "Which running averages does Adam keep?",
  },
  {
    effect: { copies: 0n },
    ...forgotten(
      "moments-forgotten",
      "0.25",
      "Adam's moments",
      "What does Adam keep from step to step that plain gradient descent does not?",
    ),
  },
  {
    effect: { copies: 0n, isWithoutGradients: true },
    ...forgotten(
      "gradients-and-moments-forgotten",
      "0.1",
      "all that training adds to the weights: gradients and moments",
      "What happens after the forward pass?",
    ),
    source:
      "The five things a training step holds: https://discuss.pytorch.org/t/params-stored-in-gpu-during-training/150495",
  },
);

const eight = {
  credit: "0.25",
  says: "You take the activations of eight samples for those of one.",
  hint: "The forward pass was profiled with batch size 8. What does the model's description give here?",
};

/** So many samples' activations are kept for a batch. */
export const samples = choose<(batchSize: bigint) => bigint>(
  { id: "whole-batch", effect: (batchSize) => batchSize },
  { id: "activations-doubled", effect: (batchSize) => 2n * batchSize, ...doubled },
  {
    effect: () => 0n,
    ...forgotten(
      "activations-forgotten",
      "0.5",
      "the activations",
      "What does the backward pass need from the forward pass?",
    ),
  },
  {
    id: "batch-ignored",
    effect: () => 1n,
    credit: "0.5",
    says: "Your activations are those of one sample, whatever the batch size.",
    hint: "Each sample of the batch leaves its own.",
  },
  { id: "batch-of-eight", effect: () => 8n, ...eight },
  { id: "eight-for-each-sample", effect: (batchSize) => 8n * batchSize, ...eight },
);

/** Where the input batch is booked. */
export type Booking = "apart" | "with-activations" | "in-total";

export const image = choose<Booking>(
  { id: "input-left-out", effect: "apart" },
  {
    id: "input-with-activations",
    effect: "with-activations",
    says: "Right; you count the input batch among the activations.",
  },
  { id: "input-in-total", effect: "in-total", says: "Right; you add the input batch to the total." },
);

/** Bytes of a number. */
export interface Bytes {
  readonly weights: bigint;
  readonly moments: bigint;
  readonly activations: bigint;
}

export type FindBytes = (earlier: Earlier) => Bytes | undefined;

const whichType = "Which data type does the question name?";

const of =
  (weightBytes: bigint, momentBytes: bigint, activationBytes: bigint): FindBytes =>
  () => ({ weights: weightBytes, moments: momentBytes, activations: activationBytes });

const half = {
  credit: "0.25",
  says: "You calculate with 2 bytes for a number.",
  hint: whichType,
  source: "Mixed precision, with 2-byte weights and gradients: Rajbhandari et al., ZeRO (2020), section 3.1",
};
const double = { credit: "0.25", says: "You calculate with 8 bytes for a number.", hint: whichType };
const elements = {
  credit: "0.25",
  says: "You count numbers, not bytes.",
  hint: "How many bytes does one fp32 number take up?",
};

export const precision = choose<FindBytes>(
  { id: "single-precision", effect: of(fp32Bytes, fp32Bytes, fp32Bytes) },
  { id: "half-precision", effect: of(2n, 2n, 2n), ...half },
  { id: "half-precision-weights", effect: of(2n, 2n, fp32Bytes), ...half },
  { id: "half-precision-but-moments", effect: of(2n, fp32Bytes, 2n), ...half },
  { id: "double-precision-throughout", effect: of(8n, 8n, 8n), ...double },
  { id: "double-precision", effect: of(8n, 8n, fp32Bytes), ...double },
  { id: "elements", effect: of(1n, 1n, fp32Bytes), ...elements },
  { id: "elements-throughout", effect: of(1n, 1n, 1n), ...elements },
  {
    id: "bits",
    effect: of(32n, 32n, 32n),
    credit: "0.25",
    says: "You return bits.",
    hint: "The question asks for bytes.",
  },
  {
    id: "own-bytes-per-parameter",
    effect: (earlier) => {
      const bytes = readOwnBytes(earlier);
      return bytes === undefined ? undefined : { weights: bytes, moments: bytes, activations: fp32Bytes };
    },
    isOwn: true,
    says: "Right with your own number of bytes for a parameter.",
  },
);

/** What the parameters are multiplied by besides. */
export const perSample = choose<boolean>(
  { id: "weights-shared", effect: false },
  {
    id: "weights-per-sample",
    effect: true,
    credit: "0.25",
    says: "You charge weights, gradients and moments to every sample of the batch.",
    hint: "Which of the four grow with the batch, and which are shared by it?",
  },
);

/** Which figures are there to be judged. */
export type Figures = "all" | "total-alone" | "right-total";

export const figures = choose<Figures>(
  { id: "all-figures", effect: "all" },
  {
    id: "total-by-itself",
    effect: "total-alone",
    says: "You return the total alone: it is judged by itself.",
  },
  {
    id: "right-total",
    effect: "right-total",
    credit: "0.75",
    says: "Your total is right, its parts are not.",
    hint: "What belongs to weights, gradients, moments and activations, each by itself?",
  },
);

export const units = choose<readonly ByteUnit[] | undefined>(
  { id: "in-bytes", effect: undefined },
  {
    id: "larger-unit",
    effect: [roundedBytes, ...modelUnits],
    says: "You tell the amounts rounded or in a larger unit than the bytes that were asked for.",
  },
  { id: "rough-unit", effect: roughUnits, ...rough },
  { id: "coarse-unit", effect: coarseUnits, ...coarse },
);
