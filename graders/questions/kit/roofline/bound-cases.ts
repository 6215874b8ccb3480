/** Hidden inputs for "memory or compute bound": models on both sides of the ridge, close to it and on it. */
import type { Case, Random } from "../../../contract/question";
import type { Gpu, PReLULinear, Tensor } from "../../../contract/value";
import {
  drawScale,
  drawSmallModels,
  drawTile,
  fillInput,
  makeDevice,
  notebookModel,
  pickGpu,
  roughIntensity,
  type Scale,
  type Tile,
} from "./model-input";

export interface BoundInput {
  readonly x: Tensor;
  readonly model: PReLULinear;
  readonly gpu: Gpu;
  /** The share by which an intensity may be rounded, where the ridge was drawn and may lie just beside it; 0 if left out. */
  readonly rounded?: number;
  /** No earlier function is asked about it: it tells nothing of those who build on their own. */
  readonly standsAlone?: true;
}

/** Two decimals of the least intensities. */
const rounded = 0.01;

/** Three of eight inputs are negative. */
const mixed: Tile = [1.5, -0.5, 0.25, -2, 3, 1, -0.75, 2];
const square: PReLULinear = { inFeatures: 256, outFeatures: 256 };
const small: PReLULinear = { inFeatures: 5, outFeatures: 7 };
const scalar: PReLULinear = { inFeatures: 1, outFeatures: 1 };

function makeInput(batchSize: number, model: PReLULinear, gpu: Gpu, tile: Tile = mixed): BoundInput {
  return { x: fillInput(batchSize, model, tile), model, gpu };
}

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

/**
 * Of a known model the step could be looked up. These are drawn from ranges so wide that what grows with all sizes, and
 * is no intensity, lies on the wrong side of some ridge close by.
 */
const drawnRanges = { batchSize: [2, 100], features: [8, 200] } as const;
const drawnModels = 6;
/**
 * The intensity lies on some step and nobody can see of which, nor where: a program that keeps the ridges has not learned
 * the intensities, which other functions are asked for. Where a ridge comes to lie on the intensity, either word is right.
 */
const scales: Readonly<Record<"unfused" | "fused", Scale>> = {
  unfused: { factor: 1.15 / 0.87, steps: 14, below: [7, 11] },
  fused: { factor: 1.15 / 0.87, steps: 14, below: [6, 10] },
};

function drawLadders(random: Random, fused: boolean): readonly Case<BoundInput>[] {
  return Array.from({ length: drawnModels }, (_, at) => {
    const drawn = drawInput(random);
    const middle = roughIntensity(drawn.x.shape[0] ?? 0, drawn.model);
    return drawScale(random, middle, scales[fused ? "fused" : "unfused"]).map(
      (ridge, step): Case<BoundInput> => ({
        id: `drawn-ladder-${at + 1}-${step + 1}`,
        source: "random",
        why: "one of many ridges for a drawn model, some on either side of its intensity",
        input: { ...drawn, gpu: makeDevice(ridge), rounded },
      }),
    );
  }).flat();
}

const sampleScale: Scale = { factor: 1.2, steps: 12, below: [6, 7] };

/** Where one sample is compute bound, and where it is not, no number tells. */
function drawAroundSample(random: Random): readonly Case<BoundInput>[] {
  return drawSmallModels(random).flatMap((model, at) => {
    const batchSize = drawSize(random, drawnRanges.batchSize);
    const tile = drawTile(random);
    return drawScale(random, roughIntensity(1, model), sampleScale).map(
      (ridge, step): Case<BoundInput> => ({
        id: `sample-${at + 1}-${step + 1}`,
        source: "random",
        why: "a ridge around the intensity of a single sample of a small model",
        input: { ...makeInput(batchSize, model, makeDevice(ridge), tile), rounded },
      }),
    );
  });
}

const modelsAroundOne = 64;
/** Enough to tell a rule of thumb from own counts; who has none is told by all. */
const modelsAsked = 24;
/** Of rough intensities, which unfused traffic lies further below. */
const aroundOne = { unfused: [0.7, 2.2], fused: [0.55, 1.7] } as const;

/**
 * Whoever leaves out the GPU has one word for each model, whatever the ridge. Of most models it is told by whether there
 * are a few samples and a few outputs; here it takes FLOP and bytes, also by one of the ways that lie beside.
 */
function drawAroundOne(random: Random, fused: boolean): readonly Case<BoundInput>[] {
  return Array.from({ length: modelsAroundOne }, (_, at): Case<BoundInput> => {
    const intensity = drawReal(random, aroundOne[fused ? "fused" : "unfused"]);
    const limit = intensity * drawReal(random, [1.15, 8]);
    const proportion = drawReal(random, [1 / 12, 12]);
    const model = {
      inFeatures: Math.round(2 * limit * (1 + proportion)),
      outFeatures: Math.round(2 * limit * (1 + 1 / proportion)),
    };
    const batchSize = Math.round((2 * intensity) / (1 - intensity / limit));
    const ridge = intensity * drawReal(random, [1 / 3, 3]);
    const input = { ...makeInput(batchSize, model, makeDevice(ridge), drawTile(random)), rounded };
    return {
      id: `around-one-${at + 1}`,
      source: "random",
      why: "some FLOP more or less than bytes: without the GPU, neither a few samples nor a few outputs tell which",
      input: at < modelsAsked ? input : { ...input, standsAlone: true },
    };
  });
}

/** As many of every order of magnitude. */
function drawReal(random: Random, [least, most]: readonly [number, number]): number {
  return Math.exp(random.real(Math.log(least), Math.log(most)));
}

function drawSize(random: Random, range: readonly [number, number]): number {
  return Math.round(drawReal(random, range));
}

function drawInput(random: Random): BoundInput {
  const drawFeatures = () => drawSize(random, drawnRanges.features);
  const model = { inFeatures: drawFeatures(), outFeatures: drawFeatures() };
  return makeInput(drawSize(random, drawnRanges.batchSize), model, makeDevice(1), drawTile(random));
}

/** @param fused whether the PReLU and the linear layer are one kernel */
export function listBoundCases(random: Random, fused: boolean): readonly Case<BoundInput>[] {
  return [
    ...fixedCases,
    ...ladderCases,
    ...listClose(fused),
    ...(fused ? [] : [wideCase]),
    ...drawLadders(random, fused),
    ...drawAroundSample(random),
    ...drawAroundOne(random, fused),
  ];
}
