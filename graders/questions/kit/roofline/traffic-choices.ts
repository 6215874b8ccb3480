/**
 * Choices behind the bytes that PReLU + Linear moves, as two kernels or fused into one: which tensors cross the bus, of
 * how many samples, and how many bytes an element takes. How often parameters do: `parameter-reads.ts`.
 */
import { listTransfers } from "../../../../reference/prelu-linear";
import { fp32Bytes } from "../../../../reference/training-memory";
import type { Options } from "../../../contract/choice";
import { choose } from "../choice-part";
import { type CountReads, perSample, type Sizes } from "./parameter-reads";

export interface Activations {
  /** Elements of the input and of what lies between the layers, over all their passes. */
  inputs(sizes: Sizes): bigint;
  /** How often the output of one sample is written. */
  readonly outputs: CountReads;
  /** The linear layer's weights are not there, whatever else is counted. */
  readonly isWeightless?: true;
  /** Without its output it is an option of its own: what is read. */
  readonly isRead?: true;
}

/** Passes over B x in elements: read and write of the PReLU, read of the linear layer; fused, one read. */
function countPasses(fused: boolean): bigint {
  const transfers = listTransfers(1, { inFeatures: 1, outFeatures: 1 }, { fused });
  return BigInt(transfers.filter(({ tensor }) => tensor === "input" || tensor === "intermediate").length);
}

/** So many passes over B x in elements, and the output written once. */
const pass = (passes: bigint): Activations => ({
  inputs: ({ b, i }) => passes * b * i,
  outputs: perSample,
});

const layerByLayer =
  "Go through one layer at a time: everything it reads, parameters included, and everything it writes";

const leftOut = {
  id: "intermediate-left-out",
  effect: pass(1n),
  credit: "0.5",
  says: "You left out the tensor between the layers, as if it never reached memory.",
  hint: "That is what fusing would give. As two layers, what does the first one do with its result, and where does the second one get it?",
};

const footprint = pass(2n);

const unfusedSlips = [
  leftOut,
  {
    id: "intermediate-once",
    effect: { ...footprint, isRead: true as const },
    credit: "0.5",
    says: "You counted every tensor once, the one between the layers too: the memory they take up.",
    hint: "Traffic is not footprint. How often does the tensor between the layers cross the bus?",
  },
  {
    id: "one-prelu-pass-no-weights",
    effect: { ...footprint, isWeightless: true as const },
    credit: "0.25",
    says: "You counted one pass over the PReLU's activations, and the linear layer's input and output without its weights.",
    hint: `${layerByLayer}.`,
  },
  {
    id: "one-prelu-pass-one-output",
    effect: { ...footprint, outputs: () => 1n, isWeightless: true as const },
    credit: "0.25",
    says: "You counted one pass over the PReLU's activations and the linear layer's input, the output of a single sample, and no weights.",
    hint: `${layerByLayer}, for the whole batch.`,
  },
];

const fusedSlips = [
  {
    id: "intermediate-once",
    effect: footprint,
    credit: "0.5",
    says: "You removed one of the two passes over the tensor between the layers.",
    hint: "Inside one kernel this tensor stays on the chip. Which of its passes are left?",
  },
  {
    id: "unfused-traffic",
    effect: pass(countPasses(false)),
    credit: "0",
    says: "Your fused model moves as many bytes as the unfused one.",
    hint: "What need no longer be written and read back when one kernel does both layers?",
  },
];

const outputAlone = {
  id: "output-alone",
  effect: pass(0n),
  credit: "0.25",
  says: "Of the activations you counted the model's output alone.",
  hint: "What does each layer read, and what does it write?",
};

export function listActivations(fused: boolean): Options<Activations> {
  const passes = countPasses(fused);
  return choose<Activations>(
    { id: "every-pass", effect: fused ? { ...pass(passes), isRead: true as const } : pass(passes) },
    ...(fused ? fusedSlips : unfusedSlips),
    {
      id: "reads-only",
      effect: { ...pass((passes + 1n) / 2n), outputs: () => 0n },
      credit: "0.5",
      says: "You counted what is read.",
      hint: "Results are written to memory, and writing is traffic as well.",
    },
    {
      id: "weights-only",
      effect: { ...pass(0n), outputs: () => 0n },
      credit: "0.25",
      says: "You counted the weights alone.",
      hint: "Activations travel, too: what does each layer read, and what does it write?",
    },
    ...(fused ? [] : [outputAlone]),
  );
}

export const outputOnce: CountReads = () => 1n;
export const outputTwice: CountReads = ({ b }) => 2n * b;

/** How often the model's output crosses the bus, which all samples have. */
export const output = choose<CountReads>(
  { id: "output-written", effect: perSample },
  {
    id: "output-left-out",
    effect: () => 0n,
    credit: "0.5",
    says: "You left out the model's output.",
    hint: "Results are written to memory, and writing is traffic as well.",
  },
  {
    id: "output-of-one-sample",
    effect: outputOnce,
    credit: "0.5",
    says: "You counted the model's output for a single sample.",
    hint: "Which of the tensors grow with the batch, and which do not?",
  },
  {
    id: "output-twice",
    effect: outputTwice,
    credit: "0.5",
    says: "You counted the model's output twice.",
    hint: "Who reads it in these two layers, once it is written?",
  },
);

export const samples = choose<(sizes: Sizes) => Sizes>(
  { id: "whole-batch", effect: (sizes) => sizes },
  {
    id: "batch-ignored",
    effect: (sizes) => ({ ...sizes, b: 1n }),
    credit: "0.25",
    says: "Your bytes are those of one sample, whatever the batch size.",
    hint: "Which of the tensors grow with the batch, and which do not?",
  },
);

const isFp32 = "The model computes in fp32.";

/** Bytes for each element. */
export const elementSize = choose<bigint>(
  { id: "single-precision", effect: fp32Bytes },
  {
    id: "elements",
    effect: 1n,
    credit: "0.5",
    says: "You counted elements.",
    hint: "The question asks for bytes: how many does one fp32 number take?",
  },
  {
    id: "half-precision",
    effect: 2n,
    credit: "0.5",
    says: "You counted 2 bytes per number.",
    hint: isFp32,
  },
  {
    id: "double-precision",
    effect: 8n,
    credit: "0.5",
    says: "You counted 8 bytes per number.",
    hint: isFp32,
  },
  {
    id: "bits",
    effect: 32n,
    credit: "0.25",
    says: "You counted bits.",
    hint: "The question asks for bytes.",
  },
);
