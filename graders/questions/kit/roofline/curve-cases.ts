/** Hidden lists of batch sizes and models for the intensity curve and its plot, unfused or fused. */
import type { Case, Random } from "../../../contract/question";
import { notebookBatchSizes } from "../../../contract/shown";
import type { PReLULinear } from "../../../contract/value";
import { drawWideModel, notebookModel } from "./model-input";

export interface CurveInput {
  readonly batchSizes: readonly number[];
  readonly model: PReLULinear;
}

const fixedCases: readonly Case<CurveInput>[] = [
  {
    id: "notebook",
    source: "notebook",
    why: "the notebook's model and batch sizes",
    input: { batchSizes: notebookBatchSizes, model: notebookModel },
  },
  {
    id: "small",
    source: "edge",
    why: "a small model, batch sizes out of order: the answers keep the order asked; one of them is a half",
    input: { batchSizes: [16, 1, 5, 2], model: { inFeatures: 26, outFeatures: 6 } },
  },
  {
    id: "saturated",
    source: "edge",
    why: "large batches, where the weights no longer matter",
    input: { batchSizes: [1, 10, 100, 1000, 10000], model: notebookModel },
  },
  {
    id: "narrow",
    source: "edge",
    why: "few outputs: the tensor between the layers is most of the traffic",
    input: { batchSizes: [1, 3, 9, 27], model: { inFeatures: 40, outFeatures: 2 } },
  },
];

/** Curves and plots are asked for the same models. */
export const curveStream = "curves";

export function listCurveCases(random: Random): readonly Case<CurveInput>[] {
  const drawn = Array.from({ length: 3 }, (_, index) => ({
    id: `random-${index + 1}`,
    source: "random" as const,
    why: "sizes nobody can have seen",
    input: { batchSizes: drawBatchSizes(random), model: drawModel(random) },
  }));
  return [...fixedCases, ...drawn, drawWide(random)];
}

/** Elsewhere it lies, by what was drawn, within what is taken for rounding. */
function drawWide(random: Random): Case<CurveInput> {
  return {
    id: "wide",
    source: "random",
    why: "few inputs and many outputs: what is counted once for every output, such as a bias, shows",
    input: { batchSizes: drawBatchSizes(random), model: drawWideModel(random) },
  };
}

/** Not so small that the PReLU's single weight shapes the curve. */
function drawModel(random: Random): PReLULinear {
  return { inFeatures: random.integer(24, 96), outFeatures: random.integer(6, 96) };
}

/** Four sizes with room between them, so that shapes show. */
function drawBatchSizes(random: Random): readonly number[] {
  return [random.integer(1, 3), random.integer(4, 10), random.integer(12, 40), random.integer(60, 200)];
}
