/**
 * Choices behind the bytes that PReLU + Linear moves, as two kernels or fused into one: which tensors cross the bus,
 * how often parameters do, and how many bytes an element takes.
 */
import { listTransfers } from "../../../../reference/prelu-linear";
import { fp32Bytes } from "../../../../reference/training-memory";
import type { Options } from "../../../contract/choice";
import { choose } from "../choice-part";

/** B, in and out. */
export interface Sizes {
  readonly b: bigint;
  readonly i: bigint;
  readonly o: bigint;
}

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

/** How often something is read for one batch of b samples. */
export type CountReads = (sizes: Sizes) => bigint;

export const slopeOnce: CountReads = () => 1n;
export const perSample: CountReads = ({ b }) => b;
/** Of the linear layer's weights, and of the PReLU's with them. */
export const allPerSample: CountReads = ({ b }) => b;

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

/** Whether the model's output is there, which all samples have. */
export const output = choose<boolean>(
  { id: "output-written", effect: true },
  {
    id: "output-left-out",
    effect: false,
    credit: "0.5",
    says: "You left out the model's output.",
    hint: "Results are written to memory, and writing is traffic as well.",
  },
);

const onePerBatch = "All samples of a batch share the weights: how often must they be read for one batch?";

/** Reads of the linear layer's weights. */
export const weights = choose<CountReads>(
  { id: "weights-once", effect: () => 1n },
  {
    id: "weights-omitted",
    effect: () => 0n,
    credit: "0.25",
    says: "You counted the activations and left out the linear layer's weights.",
    hint: "The linear layer cannot compute without its weights. How many bytes are they, next to the activations?",
  },
  {
    id: "weights-per-sample",
    effect: perSample,
    credit: "0.5",
    says: "You count the linear layer's weights once for every sample.",
    hint: onePerBatch,
  },
  {
    id: "all-weights-per-sample",
    effect: allPerSample,
    credit: "0.5",
    says: "You count all weights once for every sample.",
    hint: onePerBatch,
  },
);

/** Reads of the PReLU's single weight. */
export function listSlopeReads(fused: boolean): Options<CountReads> {
  return choose<CountReads>(
    { id: "slope-once", effect: slopeOnce },
    {
      id: "without-slope",
      effect: () => 0n,
      says: "Right: the PReLU's single weight may be left out.",
    },
    {
      id: "slope-per-sample",
      effect: perSample,
      credit: "0.75",
      says: "You count the PReLU's weight once for every sample.",
      hint: "It is a single number for the whole batch. Must it come from memory each time?",
    },
    {
      id: "slope-per-feature",
      effect: ({ i }) => i,
      credit: "0.75",
      says: "You count a weight of the PReLU for every input feature.",
      hint: "This PReLU has a single weight, which all inputs share. How many numbers are read for it?",
      source: "channel-wise PReLU (He et al. 2015); PyTorch's nn.PReLU(num_parameters=C)",
    },
    {
      id: "slope-per-element",
      effect: ({ b, i }) => b * i,
      credit: "0.75",
      ...(fused
        ? {
            says: "You count one pass over the input too many: the PReLU's weight for every element, or the tensor between the layers.",
            hint: "What has to come from memory again and again inside one kernel, and what stays on the chip?",
          }
        : {
            says: "You count the PReLU's weight once for every element.",
            hint: "It is a single number. Must it come from memory each time?",
          }),
    },
  );
}

const noBias = "Look at the formula of the model: the linear layer has none.";

export const bias = choose<CountReads>(
  { id: "no-bias", effect: () => 0n },
  {
    id: "with-bias",
    effect: () => 1n,
    credit: "0.75",
    says: "You counted a bias.",
    hint: noBias,
  },
  {
    id: "bias-per-sample",
    effect: perSample,
    credit: "0.5",
    says: "You counted a bias, and that once for every sample.",
    hint: `${noBias} And what would have to be read for each sample anew?`,
  },
);

/** Who reads all weights for every sample reads the bias with them: that is the same slip. */
export const biasWithWeights = ["weights-per-sample", "all-weights-per-sample"].map((id) => ({
  when: { weights: id, bias: "bias-per-sample" },
  credit: "0.375",
  because: "a bias is counted, and weights are read for every sample: both are one slip each",
}));

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
