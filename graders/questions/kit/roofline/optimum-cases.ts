/** Hidden models and devices for the optimal batch: ridges below, around and above the model's limit, and real GPUs. */
import { gibibyte } from "../../../../reference/byte-sizes";
import { fractionToNumber, makeFraction } from "../../../../reference/fraction";
import { intensityLimit, optimalBatchSize } from "../../../../reference/roofline";
import type { Case, Random } from "../../../contract/question";
import type { Gpu, PReLULinear } from "../../../contract/value";
import {
  drawModel,
  drawScale,
  drawSmallModels,
  drawWideModel,
  makeDevice,
  notebookModel,
  pickGpu,
  roughIntensity,
  roughLimit,
  type Scale,
} from "./model-input";

export interface OptimumInput {
  readonly model: PReLULinear;
  readonly gpu: Gpu;
}

const fixedCases: readonly Case<OptimumInput>[] = [
  {
    id: "notebook-t4",
    source: "notebook",
    why: "the notebook's model on a real GPU: no batch is ever compute bound, fused or not",
    input: { model: notebookModel, gpu: pickGpu("t4") },
  },
  {
    id: "notebook-a100",
    source: "notebook",
    why: "the lowest ridge of the known GPUs: never unfused, a few hundred samples fused",
    input: { model: notebookModel, gpu: pickGpu("a100Sxm80") },
  },
  {
    id: "ridge-0.5",
    source: "edge",
    why: "a second sample is enough, however one counts",
    input: { model: notebookModel, gpu: makeDevice(0.5) },
  },
  {
    id: "ridge-2",
    source: "edge",
    why: "a handful of samples",
    input: { model: notebookModel, gpu: makeDevice(2, 4 * gibibyte) },
  },
  {
    id: "ridge-4.597",
    source: "edge",
    why: "close to the limit, off the ties at 4.6: thousands of samples, or none when the PReLU is free",
    input: { model: notebookModel, gpu: makeDevice(4.597, 16 * gibibyte) },
  },
  {
    id: "ridge-0.1",
    source: "edge",
    why: "compute bound from the first sample on",
    input: { model: notebookModel, gpu: makeDevice(0.1) },
  },
  {
    id: "odd-inputs",
    source: "edge",
    why: "an odd number of inputs: half of them is no whole number",
    input: { model: { inFeatures: 7, outFeatures: 5 }, gpu: makeDevice(0.53) },
  },
  {
    id: "ridge-10-million",
    source: "edge",
    why: "no batch is compute bound, even for who counts megabytes",
    input: { model: notebookModel, gpu: makeDevice(1e7) },
  },
  {
    id: "large-v100",
    source: "edge",
    why: "a large layer has a finite optimum on a real GPU: the model matters",
    input: { model: { inFeatures: 1024, outFeatures: 1024 }, gpu: pickGpu("v100") },
  },
  {
    id: "large-l4",
    source: "edge",
    why: "the same layer on a GPU with a high ridge: the GPU matters",
    input: { model: { inFeatures: 1024, outFeatures: 1024 }, gpu: pickGpu("l4") },
  },
];

/** @param fused whether the PReLU and the linear layer are one kernel */
export function listOptimumCases(random: Random, fused: boolean): readonly Case<OptimumInput>[] {
  const drawn = Array.from({ length: 5 }, (_, index) => ({
    id: `random-${index + 1}`,
    source: "random" as const,
    why: "a ridge anywhere below the model's limit",
    input: index < 2 ? drawSmallOptimum(random, fused) : drawInput(random, fused),
  }));
  // The first is what answers are looked up by: one that tells ways of counting apart.
  return [
    drawLargeOptimum(random, fused),
    makeLeastSearch(fused),
    ...fixedCases,
    ...drawn,
    drawWide(random, fused),
    ...drawAboveLimit(random, fused, drawn),
    ...drawAroundSample(random),
  ];
}

const aboveLimit = [
  { least: 1.12, most: 1.7 },
  { least: 1.75, most: 2.6 },
];

/**
 * Narrow models whose limit lies below the ridges of others that have an optimum: who counts no weights, for whom one
 * sample is as good as many, is still asked which models have one at all.
 */
function drawAboveLimit(
  random: Random,
  fused: boolean,
  below: readonly Case<OptimumInput>[],
): readonly Case<OptimumInput>[] {
  const ridges = below.map(({ input: { gpu } }) => gpu.peakFlops / gpu.bandwidth);
  const highest = ridges.reduce((most, ridge) => Math.max(most, ridge), 0);
  // The second lies above the limit of those as well who leave one pass over the input out.
  return aboveLimit.map((factors, at) => {
    const drawRidge = (model: PReLULinear): number =>
      fractionToNumber(intensityLimit(model, { nonPositiveShare: makeFraction(1n), fused })) *
      random.real(factors.least, factors.most);
    let model = drawModel(random, 200);
    let ridge = drawRidge(model);
    for (let tries = 0; tries < mostDraws && ridge > 0.7 * highest; tries++) {
      model = drawModel(random, Math.max(2, 200 >> (tries >> 3)));
      ridge = drawRidge(model);
    }
    return {
      id: `above-limit-${at + 1}`,
      source: "random" as const,
      why: "a ridge above the limit of a model that is narrower than others with an optimum",
      input: { model, gpu: makeDevice(ridge) },
    };
  });
}

const sampleScale: Scale = { factor: 1.3, steps: 6, below: [3.2, 4.2] };

/** Where own counts leave no more than one sample or none, no number tells which of them. */
function drawAroundSample(random: Random): readonly Case<OptimumInput>[] {
  return drawSmallModels(random).flatMap((model, at) =>
    drawScale(random, roughIntensity(1, model), sampleScale).map((ridge, step) => ({
      id: `sample-${at + 1}-${step + 1}`,
      source: "random" as const,
      why: "a ridge around the intensity of a single sample of a small model",
      input: { model, gpu: makeDevice(ridge) },
    })),
  );
}

/** Of a model of 64 inputs, 97 % of the limit; limits grow as the sizes do. */
const largeRidges = { unfused: 17.74 / 64, fused: 24.86 / 64 } as const;

/** More outputs than inputs, so that ways of counting differ by less than the 3 % that are left. */
function drawLargeOptimum(random: Random, fused: boolean): Case<OptimumInput> {
  const inFeatures = random.integer(60, 90);
  const ridge = inFeatures * largeRidges[fused ? "fused" : "unfused"];
  return {
    id: "large-optimum",
    source: "edge",
    isDrawn: true,
    why: "more than a thousand samples however one counts: a search must not end too early",
    input: { model: { inFeatures, outFeatures: 4 * inFeatures }, gpu: makeDevice(ridge) },
  };
}

/** However one counts, what ends sooner than a search may end has not found it. */
function makeLeastSearch(fused: boolean): Case<OptimumInput> {
  return {
    id: "least-search",
    source: "edge",
    why: "sixteen samples: what ends sooner is no search",
    input: { model: notebookModel, gpu: makeDevice(fused ? 4.53 : 2.885) },
  };
}

/** So few samples that a search which ends early still has to find them, and too many to be guessed. */
function drawSmallOptimum(random: Random, fused: boolean): OptimumInput {
  const isSmall = ({ model, gpu }: OptimumInput): boolean => {
    const optimum = Number(optimalBatchSize(model, gpu, { fused }));
    return optimum >= 4 && optimum <= 14;
  };
  let input = drawInput(random, fused);
  for (let tries = 0; tries < mostDraws && !isSmall(input); tries++) input = drawInput(random, fused);
  return input;
}

/** Two of five models have so small an optimum. */
const mostDraws = 100;

/** So many samples that a bias takes some more. */
function drawWide(random: Random, fused: boolean): Case<OptimumInput> {
  const model = drawWideModel(random);
  const gpu = makeDevice(findLowestLimit(model, fused) * random.real(0.78, 0.93));
  return {
    id: "wide",
    source: "random",
    why: "few inputs and many outputs: what is counted once for every output, such as a bias, shows",
    input: { model, gpu },
  };
}

/** Shares of the lowest limit that any accepted count gives: few samples, and not so many that all counts differ. */
const least = 0.15;
const most = 0.82;

/** The ridge is drawn without a look at the limit, and kept where it is below. */
function drawInput(random: Random, fused: boolean): OptimumInput {
  const model = drawModel(random, 200);
  const limit = findLowestLimit(model, fused);
  const draw = (): number => roughLimit(model) * Math.exp(random.real(Math.log(0.06), 0));
  let ridge = draw();
  for (let tries = 0; tries < mostDraws && (ridge < least * limit || ridge > most * limit); tries++)
    ridge = draw();
  return { model, gpu: makeDevice(ridge, random.integer(2, 48) * gibibyte) };
}

function findLowestLimit(model: PReLULinear, fused: boolean): number {
  const fewest = { nonPositiveShare: makeFraction(0n), additions: "exact" } as const;
  return fractionToNumber(intensityLimit(model, { ...fewest, fused }));
}
