/** Hidden batches and models for the bytes moved, as two kernels or fused. */
import type { Case, Random } from "../../../contract/question";
import type { PReLULinear } from "../../../contract/value";
import { drawModel, notebookModel } from "./model-input";

export interface TrafficInput {
  readonly batchSize: number;
  readonly model: PReLULinear;
}

const model = (inFeatures: number, outFeatures: number): PReLULinear => ({ inFeatures, outFeatures });

/** The first is what answers are looked up by: so large that rounded gigabytes still tell how it was counted. */
const fixedCases: readonly Case<TrafficInput>[] = [
  {
    id: "large",
    source: "edge",
    why: "a layer of a language model: tens of billions of bytes",
    input: { batchSize: 65536, model: model(4096, 11008) },
  },
  {
    id: "notebook",
    source: "notebook",
    why: "the notebook's model at batch size 1",
    input: { batchSize: 1, model: notebookModel },
  },
  {
    id: "notebook-64",
    source: "notebook",
    why: "its largest plotted batch: weights read per batch or per sample",
    input: { batchSize: 64, model: notebookModel },
  },
  {
    id: "small",
    source: "edge",
    why: "odd sizes, more outputs than inputs",
    input: { batchSize: 3, model: model(5, 7) },
  },
  {
    id: "scalar",
    source: "edge",
    why: "one weight beside the slope",
    input: { batchSize: 1, model: model(1, 1) },
  },
  {
    id: "square",
    source: "edge",
    why: "as many outputs as inputs, where the two are easily swapped unnoticed",
    input: { batchSize: 2, model: model(37, 37) },
  },
];

/** So much of one thing that rounded gigabytes do not hide it; drawn, since what is fixed can be looked up. */
function drawMuch(random: Random): readonly Case<TrafficInput>[] {
  const draw = () => random.integer(2 ** 27, 2 ** 28);
  return [
    {
      id: "random-wide",
      source: "random",
      why: "a bias would be as much as all the rest: rounded gigabytes do not hide it",
      input: { batchSize: 1, model: model(1, draw()) },
    },
    {
      id: "random-tall",
      source: "random",
      why: "so would be a slope for every feature",
      input: { batchSize: 1, model: model(draw(), 1) },
    },
    {
      id: "random-scalars",
      source: "random",
      why: "so would be a slope or a weight that is read for every sample",
      input: { batchSize: draw(), model: model(1, 1) },
    },
  ];
}

export function listTrafficCases(random: Random): readonly Case<TrafficInput>[] {
  const drawn = Array.from({ length: 5 }, (_, index) => ({
    id: `random-${index + 1}`,
    source: "random" as const,
    why: "sizes nobody can have seen",
    input: { batchSize: random.integer(2, 4096), model: drawModel(random, 2048) },
  }));
  return [...fixedCases, ...drawn, ...drawMuch(random)];
}
