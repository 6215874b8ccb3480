/** Hidden inputs for training with Adam: models of the family at several batch sizes, and models of other proportions. */
import type { Case, Random } from "../../contract/question";
import type { ModelMemory } from "../../contract/value";
import { describeVariant } from "../kit/model-memory";

export interface AdamInput {
  readonly model: ModelMemory;
  readonly batchSize: number;
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

/** Activations of the batch in bytes for each byte of the weights. */
type Shares = readonly [least: number, most: number];

/**
 * Who follows the memory over time sees all copies at once only where the activations take less than one of them: half
 * of the models are of each kind, and none of them can be looked up.
 */
const shares: readonly Shares[] = [
  [0.0001, 0.001],
  [0.1, 0.4],
  [0.5, 0.9],
  [1.1, 2.5],
  [4, 20],
  [20, 200],
];

function drawInput(random: Random, [least, most]: Shares): AdamInput {
  const params = random.integer(20_000_000, 900_000_000);
  const batchSize = random.integer(2, 300);
  const perSample = (4 * params * random.real(least, most)) / batchSize;
  return {
    model: {
      params,
      activationBytesPerSample: 8 * Math.ceil(perSample / 8),
      inputBytesPerSample: 8 * random.integer(10, 1000),
    },
    batchSize,
  };
}

export function listCases(random: Random): readonly Case<AdamInput>[] {
  const drawn = shares.map((share, index) => ({
    id: `random-${index + 1}`,
    source: "random" as const,
    why: "a model nobody can have seen",
    input: drawInput(random, share),
  }));
  return [...fixedCases, ...drawn];
}
