/** Inputs of "memory or compute bound" that every class is asked: both sides of the ridge, close to it, and on a scale. */
import type { Case } from "../../../contract/question";
import type { PReLULinear } from "../../../contract/value";
import { type BoundInput, makeInput } from "./bound-input";
import { makeDevice, notebookModel, pickGpu } from "./model-input";

const square: PReLULinear = { inFeatures: 256, outFeatures: 256 };
const small: PReLULinear = { inFeatures: 5, outFeatures: 7 };
const scalar: PReLULinear = { inFeatures: 1, outFeatures: 1 };

const fixedCases: readonly Case<BoundInput>[] = [
  {
    id: "notebook-t4",
    source: "notebook",
    why: "the notebook's model on the card of free notebooks",
    input: makeInput(1, notebookModel, pickGpu("t4")),
  },
  {
    id: "notebook-a100",
    source: "notebook",
    why: "the lowest ridge of the known GPUs",
    input: makeInput(1, notebookModel, pickGpu("a100Sxm80")),
  },
  {
    id: "notebook-below",
    source: "edge",
    why: "a ridge so low that one sample is compute bound",
    input: makeInput(1, notebookModel, makeDevice(0.25)),
  },
  {
    id: "batch-above-ridge",
    source: "edge",
    why: "64 samples are compute bound where one is not: the batch matters",
    input: makeInput(64, notebookModel, makeDevice(2)),
  },
  {
    id: "between",
    source: "edge",
    why: "64 samples are memory bound unfused and compute bound fused; above 1 FLOP per byte either way",
    input: makeInput(64, notebookModel, makeDevice(6)),
  },
  {
    id: "square-a100",
    source: "edge",
    why: "a larger layer is compute bound on a real GPU",
    input: makeInput(64, square, pickGpu("a100Sxm80")),
  },
  {
    id: "square-l4",
    source: "edge",
    why: "the same layer is memory bound on another: the GPU matters",
    input: makeInput(64, square, pickGpu("l4")),
  },
  {
    id: "small-below",
    source: "edge",
    why: "intensity and ridge below 1, compute bound",
    input: makeInput(3, small, makeDevice(0.3)),
  },
  {
    id: "small-above",
    source: "edge",
    why: "ridge just under 1, memory bound: its inverse is above 1",
    input: makeInput(3, small, makeDevice(0.95)),
  },
  {
    id: "scalar",
    source: "edge",
    why: "one weight: few FLOP per byte, and fewer still of the ridge",
    input: makeInput(1, scalar, makeDevice(0.03), [-1]),
  },
  {
    id: "ridge-0.01",
    source: "edge",
    why: "compute bound even for who counts bits: own counts must not lie on one side of every ridge",
    input: makeInput(1, notebookModel, makeDevice(0.01)),
  },
  {
    id: "ridge-10-million",
    source: "edge",
    why: "memory bound even for who counts megabytes: own counts must not lie on one side of every ridge",
    input: makeInput(1, notebookModel, makeDevice(1e7)),
  },
];

/** Around the intensity of one sample, just outside of all accepted counts: a factor on either side shows. */
function listClose(fused: boolean): readonly Case<BoundInput>[] {
  return (fused ? [0.46, 0.5] : [0.44, 0.475]).map((ridge) => ({
    id: `close-${ridge}`,
    source: "edge",
    why: "a ridge just beside the intensity: what is off by a few percent falls on the other side",
    input: makeInput(1, notebookModel, makeDevice(ridge)),
  }));
}

/** Of few inputs and many outputs, a FLOP more or less for each output is a quarter of all. */
const wide: PReLULinear = { inFeatures: 2, outFeatures: 64 };
const wideCase: Case<BoundInput> = {
  id: "wide-above",
  source: "edge",
  why: "just above the intensity of a layer with two inputs: to add a bias that the model has not would pass the ridge",
  input: makeInput(32, wide, makeDevice(0.97)),
};

/** Models of other proportions, each against ridges on a scale: whose intensity is another falls on another step. */
const ladders: readonly (readonly [batchSize: number, model: PReLULinear])[] = [
  [8, { inFeatures: 30, outFeatures: 10 }],
  [8, { inFeatures: 32, outFeatures: 24 }],
  [20, { inFeatures: 12, outFeatures: 16 }],
];
const ladder = { least: 0.05, factor: 1.3, steps: 24 } as const;

const ladderCases = ladders.flatMap(([batchSize, model], at) =>
  Array.from({ length: ladder.steps }, (_, step): Case<BoundInput> => {
    const ridge = ladder.least * ladder.factor ** (step + at / ladders.length);
    return {
      id: `ladder-${at + 1}-${step + 1}`,
      source: "edge",
      why: "one of many ridges for one model: a count that is off by a factor falls on another step",
      input: makeInput(batchSize, model, makeDevice(ridge)),
    };
  }),
);

/** @param fused whether the PReLU and the linear layer are one kernel */
export const listFixedCases = (fused: boolean): readonly Case<BoundInput>[] => [
  ...fixedCases,
  ...ladderCases,
  ...listClose(fused),
  ...(fused ? [] : [wideCase]),
];
