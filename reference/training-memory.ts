/**
 * Task 6: memory of training with Adam: the estimate from sizes, the largest batch, and how far off an
 * estimate is.
 */

import { readDimension } from "./dimension";

/**
 * A model in fp32: number of parameters, bytes of the activations kept for backward per sample, bytes of one
 * input. The activations leave the input out.
 */
export interface ModelMemory {
  readonly params: number;
  readonly activationBytesPerSample: number;
  readonly inputBytesPerSample: number;
}

/** Bytes of training with Adam, by what they hold; `total` is the sum of the four. */
export interface AdamMemory {
  readonly weights: bigint;
  readonly gradients: bigint;
  readonly moments: bigint;
  readonly activations: bigint;
  readonly total: bigint;
}

/**
 * Where the input batch is booked: nowhere, being no part of the model (canonical), or among the activations.
 */
export type InputBooking = "apart" | "with-activations";

/** Bytes of an fp32 number. */
export const fp32Bytes = 4n;
/** Adam keeps two moments per parameter: Kingma and Ba, "Adam" (2015), algorithm 1. */
export const adamMoments = 2n;

/**
 * What training with Adam needs at its peak.
 *
 * Assumptions: weights, gradients, moments and activations all in fp32 and all alive at once; no master
 * copies, no activation checkpointing. With W = 4 bytes per parameter, A bytes of activations per sample and
 * batch size b: weights W, gradients W, moments 2W, activations b A, together
 *
 *   4 W + b A.
 *
 * Not counted: the input batch (unless booked with the activations: 4 W + b (A + input)), gradients of
 * activations, the optimizer's temporaries, step counters, what a loss keeps, allocator and context. In truth
 * activations are freed while gradients come to life, and a multi-tensor step needs W more for a moment:
 * `listTrainingEvents` models it.
 *
 * @throws RangeError when a size is no positive integer
 */
export function estimateAdamMemory(
  model: ModelMemory,
  batchSize: number,
  inputBooking: InputBooking = "apart",
): AdamMemory {
  const weights = countWeightBytes(model);
  const gradients = weights;
  const moments = adamMoments * weights;
  const activations = readDimension("batch size", batchSize) * countSampleBytes(model, inputBooking);
  return { weights, gradients, moments, activations, total: weights + gradients + moments + activations };
}

/** W: 4 bytes per parameter. */
function countWeightBytes(model: ModelMemory): bigint {
  return fp32Bytes * readDimension("params", model.params);
}

/** What one more sample adds to the estimate: its activations, with its input if that is booked there. */
function countSampleBytes(model: ModelMemory, inputBooking: InputBooking = "apart"): bigint {
  const activations = readDimension("activation bytes per sample", model.activationBytesPerSample);
  const input = readDimension("input bytes per sample", model.inputBytesPerSample);
  switch (inputBooking) {
    case "apart":
      return activations;
    case "with-activations":
      return activations + input;
  }
}

/**
 * The largest batch by the estimate: floor((memory - 4 W) / A), 0 where not even one sample fits.
 *
 * @param memoryBytes memory of the device in bytes, all of it taken to be free
 */
export function estimateLargestBatch(
  model: ModelMemory,
  memoryBytes: number,
  inputBooking: InputBooking = "apart",
): bigint {
  const fixed = (2n + adamMoments) * countWeightBytes(model);
  return countFittingSamples(
    readDimension("memory", memoryBytes),
    fixed,
    countSampleBytes(model, inputBooking),
  );
}

/** floor((memory - fixed) / per sample), and 0 where the fixed part alone does not fit. All in bytes. */
export function countFittingSamples(memory: bigint, fixed: bigint, perSample: bigint): bigint {
  return memory < fixed ? 0n : (memory - fixed) / perSample;
}

/**
 * How much of a device a run may take: peak x peakPercent / 100 + overhead must fit usablePermille / 1000 of
 * it.
 */
export interface DeviceAllowance {
  readonly peakPercent: bigint;
  readonly overheadBytes: bigint;
  readonly usablePermille: bigint;
}

/** Little fragmentation, the context of a recent driver. */
export const realisticAllowance: DeviceAllowance = {
  peakPercent: 105n,
  overheadBytes: (450n * 2n ** 30n) / 1000n,
  usablePermille: 985n,
};

/** Much fragmentation, workspaces and a large context. */
export const pessimisticAllowance: DeviceAllowance = {
  peakPercent: 112n,
  overheadBytes: 700_000_000n,
  usablePermille: 985n,
};

/**
 * The largest batch whose peak fits a device with something to spare, 0 where not even one sample does.
 *
 * Assumption: the peak never falls as the batch grows, and does grow. Searched by doubling, then halving.
 *
 * @param peakAt peak in bytes of a run at a batch size, say of modelled training events
 * @param memoryBytes memory of the device in bytes
 * @throws RangeError when every batch below 2^53 fits
 */
export function findLargestBatch(
  peakAt: (batchSize: number) => bigint,
  memoryBytes: number,
  allowance: DeviceAllowance = realisticAllowance,
): number {
  const memory = readDimension("memory", memoryBytes);
  const fits = (batchSize: number) => fitsDevice(peakAt(batchSize), memory, allowance);
  let tooLarge = 1;
  while (fits(tooLarge)) {
    tooLarge *= 2;
    readDimension("batch size", tooLarge);
  }
  let largest = Math.floor(tooLarge / 2);
  while (tooLarge - largest > 1) {
    const middle = Math.floor((largest + tooLarge) / 2);
    [largest, tooLarge] = fits(middle) ? [middle, tooLarge] : [largest, middle];
  }
  return largest;
}

/** Whether a peak fits a device under an allowance, in exact arithmetic. */
export function fitsDevice(peak: bigint, memory: bigint, allowance: DeviceAllowance): boolean {
  const needed = peak * allowance.peakPercent * 10n + allowance.overheadBytes * 1000n;
  return needed <= memory * allowance.usablePermille;
}

/**
 * (estimate - actual) / actual: negative where the estimate is too low. Its magnitude is the usual relative
 * error.
 *
 * @throws RangeError when nothing was measured
 */
export function relativeError(actual: bigint, estimate: bigint): number {
  if (actual <= 0n) {
    throw new RangeError(
      `the actual bytes must be positive, got ${actual}: check that the recording is not empty.`,
    );
  }
  return Number(estimate - actual) / Number(actual);
}
