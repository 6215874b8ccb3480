/** Hidden inputs for the FLOP of the model: the signs in x matter, so they are chosen. */
import type { Case, Random } from "../../contract/question";
import type { PReLULinear, Tensor } from "../../contract/value";
import {
  drawModel,
  drawTile,
  fillInput,
  negativeTile,
  notebookModel,
  positiveTile,
  type Tile,
} from "../kit/roofline/model-input";

export interface ModelInput {
  readonly x: Tensor;
  readonly model: PReLULinear;
}

/** Asked of the student's PReLU beside each input: a function that counts anything at all counts something here. */
export const mixedRow: Tensor = { shape: [1, 7], data: Float32Array.of(-2, -1, 0, -0, 1, 2, 3) };

function makeInput(batchSize: number, model: PReLULinear, tile: Tile): ModelInput {
  return { x: fillInput(batchSize, model, tile), model };
}

const small: PReLULinear = { inFeatures: 5, outFeatures: 7 };
const scalar: PReLULinear = { inFeatures: 1, outFeatures: 1 };

const fixedCases: readonly Case<ModelInput>[] = [
  {
    id: "notebook",
    source: "notebook",
    why: "the notebook's model at batch size 1, 24 of 64 inputs negative",
    input: makeInput(1, notebookModel, [1.5, -0.5, 0.25, -2, 3, 1, -0.75, 2]),
  },
  {
    id: "all-positive",
    source: "edge",
    why: "nothing to multiply: a PReLU left out shows elsewhere only",
    input: makeInput(2, notebookModel, positiveTile),
  },
  {
    id: "all-negative",
    source: "edge",
    why: "every input multiplied: the upper bound is exact",
    input: makeInput(2, notebookModel, negativeTile),
  },
  {
    id: "zeros",
    source: "edge",
    why: "zeros of both signs separate < from <=",
    input: makeInput(3, small, [0, 1, -0, 2, -1]),
  },
  { id: "scalar", source: "edge", why: "a single weight", input: makeInput(1, scalar, negativeTile) },
  {
    id: "batch",
    source: "edge",
    why: "a larger batch: FLOP of one sample are not enough",
    input: makeInput(8, { inFeatures: 48, outFeatures: 20 }, [-1, 2, 3]),
  },
  {
    id: "odd-elements",
    source: "edge",
    why: "an odd number of inputs: half of them is no whole number",
    input: makeInput(3, { inFeatures: 7, outFeatures: 2 }, [-1, -2, 4, -3]),
  },
  {
    id: "large",
    source: "edge",
    why: "many outputs: the linear layer dominates",
    input: makeInput(4, { inFeatures: 1024, outFeatures: 4096 }, [-1, 2, 2, 2, -1]),
  },
];

export function listCases(random: Random): readonly Case<ModelInput>[] {
  const drawn = Array.from({ length: 5 }, (_, index) => ({
    id: `random-${index + 1}`,
    source: "random" as const,
    why: "sizes and signs nobody can have seen",
    input: makeInput(random.integer(2, 9), drawModel(random, 64), drawTile(random)),
  }));
  return [...fixedCases, ...drawn];
}
