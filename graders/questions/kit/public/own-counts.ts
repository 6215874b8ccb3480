/**
 * What a student's own `modelFlops`, `modelBytes` and `fusedModelBytes` say of one model, so that what builds on them
 * can be held against them: public checks need no answer of anybody else's.
 */
import type { Call, Gpu, PReLULinear, Value } from "../../../contract/value";
import { isNear, readNumber, unitBytes } from "./numbers";

/** So large that what people count differently (an addition, a share of the inputs) is next to nothing. */
export const largeModel: PReLULinear = { inFeatures: 2000, outFeatures: 3000 };
/** The same, and the multiplications of one output more are seen. */
const moreOutputs = 1000;
const widerModel: PReLULinear = { ...largeModel, outFeatures: largeModel.outFeatures + moreOutputs };
/** Samples whose bytes show in every unit. */
const manySamples = 100_000;

function makeRow(value: number): { readonly shape: readonly number[]; readonly data: Float32Array } {
  const { inFeatures } = largeModel;
  return { shape: [1, inFeatures], data: new Float32Array(inFeatures).fill(value) };
}

export const flopsCalls: readonly Call[] = [-1, 1].map((value) => ({
  export: "modelFlops",
  args: [makeRow(value), largeModel],
}));

/** Of one sample, of many, of twice as many, and of many with more outputs. */
export function makeBytesCalls(name: "modelBytes" | "fusedModelBytes"): readonly Call[] {
  return [
    ...[1, manySamples, 2 * manySamples].map((samples) => ({ export: name, args: [samples, largeModel] })),
    { export: name, args: [manySamples, widerModel] },
  ];
}

/** A straight line over the batch size: what is moved for a batch, and for each sample of it. */
export interface Traffic {
  readonly perSample: number;
  readonly perBatch: number;
  /** Of one number, as the growth with the outputs shows it. */
  readonly perNumber: number;
  /** How far rounding to a larger unit may have changed the numbers; of whole bytes, what a single number more does. */
  readonly slack: number;
}

/** In bytes, whatever the unit they are told in. @returns undefined where there are no numbers to go by */
export function readTraffic(answers: readonly Value[]): Traffic | undefined {
  const [one = Number.NaN, many = Number.NaN, twice = Number.NaN, wider = Number.NaN] =
    answers.map(readNumber);
  const told = { perSample: (twice - many) / manySamples, perNumber: findPerNumber(many, wider) };
  const perBatch = one - told.perSample;
  if (!Number.isFinite(perBatch + told.perNumber)) return undefined;
  const unit = unitBytes.find((bytes) => isNear(told.perNumber * bytes, bytesOfFloat, 0.01)) ?? 1;
  const isExact = [one, many, twice, wider].every(Number.isInteger);
  return {
    perSample: told.perSample * unit,
    perBatch: perBatch * unit,
    perNumber: told.perNumber * unit,
    slack: isExact ? 1e-5 : 0.05,
  };
}

export const bytesOfFloat = 4;

/** One more output is written for every sample, and has a weight for every input. */
function findPerNumber(many: number, wider: number): number {
  return (wider - many) / (moreOutputs * (manySamples + largeModel.inFeatures));
}

/** From the least to the most. */
export interface Span {
  readonly least: number;
  readonly most: number;
}

/**
 * FLOP of one sample, between those of negative and of positive inputs, and a little beyond: one addition more or less
 * for each output, and any share of the inputs multiplied, may be counted elsewhere.
 */
export function readFlops(answers: readonly Value[]): Span | undefined {
  const [negative = Number.NaN, positive = Number.NaN] = answers.map(readNumber);
  const [least, most] = [Math.min(negative, positive), Math.max(negative, positive)];
  const margin = largeModel.inFeatures + largeModel.outFeatures;
  return least > 0 ? { least: least - margin, most: most + margin } : undefined;
}

/** FLOP per byte that a batch may have. */
export function findIntensity(flops: Span, traffic: Traffic, samples: number): Span {
  const bytes = samples * traffic.perSample + traffic.perBatch;
  return {
    least: (samples * flops.least) / (bytes * (1 + traffic.slack)),
    most: (samples * flops.most) / (bytes * (1 - traffic.slack)),
  };
}

/** A device with this ridge point in FLOP per byte. */
export function makeDevice(ridge: number): Gpu {
  return { name: "example", peakFlops: ridge * 1e12, bandwidth: 1e12, memory: 2 ** 33 };
}

/**
 * Whether a batch may be the smallest that reaches the ridge, by one of the counts from the least to the most.
 *
 * @param batch infinite for none
 */
export function isSmallestBatch(batch: number, ridge: number, flops: Span, traffic: Traffic): boolean {
  const [first, last] = [flops.most, flops.least].map((one, at) => {
    const slack = 1 + (at === 0 ? -1 : 1) * traffic.slack;
    const gain = one - ridge * traffic.perSample * slack;
    const crossing = gain > 0 ? (ridge * traffic.perBatch * slack) / gain : Number.POSITIVE_INFINITY;
    return Math.max(1, Math.ceil(crossing * (1 + (at === 0 ? -1e-9 : 1e-9))));
  }) as [number, number];
  return batch >= first && batch <= last;
}
