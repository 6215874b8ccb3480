/** Hidden inputs for training with Adam: models of the family at several batch sizes, and models of other proportions. */
import { countImageBytes, countSavedBytes } from "../../../reference/convnextv2/activations";
import { type ConvNeXtV2Variant, convNeXtV2Variants } from "../../../reference/convnextv2/architecture";
import { countParameters } from "../../../reference/convnextv2/parameters";
import type { Case, Random } from "../../contract/question";
import type { ModelMemory } from "../../contract/value";

export interface AdamInput {
  readonly model: ModelMemory;
  readonly batchSize: number;
}

function describeVariant(variant: ConvNeXtV2Variant): ModelMemory {
  const arch = convNeXtV2Variants[variant];
  return {
    params: Number(countParameters(arch)),
    activationBytesPerSample: Number(countSavedBytes(arch)),
    inputBytesPerSample: Number(countImageBytes(arch)),
  };
}

export const notebookModel = describeVariant("large");

const fixedCases: readonly Case<AdamInput>[] = [
  {
    id: "notebook",
    source: "notebook",
    why: "the notebook's model and batch size",
    input: { model: notebookModel, batchSize: 1 },
  },
  {
    id: "large-batch-5",
    source: "edge",
    why: "separates activations of the batch from those of one sample and of eight",
    input: { model: notebookModel, batchSize: 5 },
  },
  {
    id: "atto-batch-64",
    source: "edge",
    why: "activations outweigh the rest by far",
    input: { model: describeVariant("atto"), batchSize: 64 },
  },
  {
    id: "all-weights",
    source: "edge",
    why: "activations far below one copy of the weights: the step is the peak for those who follow it over time",
    input: {
      model: { params: 50_000_000, activationBytesPerSample: 40_000, inputBytesPerSample: 3136 },
      batchSize: 3,
    },
  },
  {
    id: "single-parameter",
    source: "edge",
    why: "small enough to check on paper",
    input: { model: { params: 1, activationBytesPerSample: 16, inputBytesPerSample: 8 }, batchSize: 2 },
  },
  {
    id: "beyond-doubles",
    source: "edge",
    why: "bytes past 2^53, made of powers of two so that doubles add them up exactly",
    input: {
      model: { params: 2 ** 50, activationBytesPerSample: 2 ** 51, inputBytesPerSample: 2 ** 40 },
      batchSize: 6,
    },
  },
];

function drawInput(random: Random): AdamInput {
  return {
    model: {
      params: random.integer(1000, 900_000_000),
      activationBytesPerSample: 8 * random.integer(1000, 100_000_000),
      inputBytesPerSample: 8 * random.integer(10, 100_000),
    },
    batchSize: random.integer(2, 300),
  };
}

export function listCases(random: Random): readonly Case<AdamInput>[] {
  const drawn = Array.from({ length: 5 }, (_, index) => ({
    id: `random-${index + 1}`,
    source: "random" as const,
    why: "a model nobody can have seen",
    input: drawInput(random),
  }));
  return [...fixedCases, ...drawn];
}
