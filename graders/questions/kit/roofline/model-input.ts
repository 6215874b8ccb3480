/** What the roofline questions call functions with: models, inputs of chosen signs, and GPUs of a chosen ridge. */
import { gibibyte } from "../../../../reference/byte-sizes";
import { type GpuKey, gpus } from "../../../../reference/gpus";
import type { Random } from "../../../contract/question";
import type { Gpu, PReLULinear, Tensor } from "../../../contract/value";
import { repeatTile } from "../public/repeat-tile";

export { notebookModel } from "../../../contract/shown";

/** A handful of values that a whole input repeats, so that it travels small. */
export type Tile = readonly number[];

export const positiveTile: Tile = [0.5];
export const negativeTile: Tile = [-0.5];

/** A (batchSize, inFeatures) input that repeats a tile. */
export function fillInput(batchSize: number, model: PReLULinear, tile: Tile): Tensor {
  const data = repeatTile(batchSize * model.inFeatures, tile);
  return { shape: [batchSize, model.inFeatures], data };
}

/** Mostly numbers of either sign, now and then a zero; at least one of each sign. */
export function drawTile(random: Random): Tile {
  const drawn = Array.from({ length: random.integer(1, 9) }, () => random.pick([-2, -0.75, 0, 0.25, 1.5, 3]));
  return [-1.25, 2.5, ...drawn];
}

export function drawModel(random: Random, largest: number): PReLULinear {
  return { inFeatures: random.integer(2, largest), outFeatures: random.integer(2, largest) };
}

/** What is counted once for every output is a tenth of what is counted once for every weight. */
export function drawWideModel(random: Random): PReLULinear {
  return { inFeatures: random.integer(8, 12), outFeatures: random.integer(60, 96) };
}

/**
 * Small models of such shapes that one sample has anything between 0.1 and 0.45 FLOP per byte: of larger ones it is close
 * to 0.5 whatever the model, and one number tells what is above it and what below.
 */
const smallShapes = [
  { inFeatures: [3, 5], outFeatures: [1, 1] },
  { inFeatures: [1, 2], outFeatures: [3, 6] },
  { inFeatures: [16, 40], outFeatures: [16, 40] },
] as const;

export function drawSmallModels(random: Random): readonly PReLULinear[] {
  return smallShapes.map(({ inFeatures, outFeatures }) => ({
    inFeatures: random.integer(inFeatures[0], inFeatures[1]),
    outFeatures: random.integer(outFeatures[0], outFeatures[1]),
  }));
}

/**
 * A rough intensity by the sizes alone, as if each tensor crossed the bus once. Ridges are drawn around this one and not
 * around the true one: a program that has seen them can test no guess of its intensity against them.
 */
export function roughIntensity(batchSize: number, { inFeatures, outFeatures }: PReLULinear): number {
  const weights = inFeatures * outFeatures;
  return (batchSize * weights) / (2 * (batchSize * (inFeatures + outFeatures) + weights));
}

/** The same of batches without end. */
export function roughLimit({ inFeatures, outFeatures }: PReLULinear): number {
  return (inFeatures * outFeatures) / (2 * (inFeatures + outFeatures));
}

export interface Scale {
  readonly factor: number;
  readonly steps: number;
  /** So many steps below the middle of the scale, at least and at most: all places of a step are as likely. */
  readonly below: readonly [least: number, most: number];
}

/** Ridges on a scale that begins anywhere. */
export function drawScale(
  random: Random,
  middle: number,
  { factor, steps, below }: Scale,
): readonly number[] {
  const first = random.real(below[0], below[1]);
  return Array.from({ length: steps }, (_, step) => middle * factor ** (step - first));
}

/** A known GPU with the four figures that students get. */
export function pickGpu(key: GpuKey): Gpu {
  const { name, peakFlops, bandwidth, memory } = gpus[key];
  return { name, peakFlops, bandwidth, memory };
}

/** A device with a given ridge in FLOP per byte: real ones with a low ridge are CPUs and fp64 on consumer cards. */
export function makeDevice(ridge: number, memory = 8 * gibibyte): Gpu {
  return { name: "a device with a low ridge", peakFlops: ridge * 1e12, bandwidth: 1e12, memory };
}
