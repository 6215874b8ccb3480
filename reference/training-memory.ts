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
  const left = readDimension("memory", memoryBytes) - (2n + adamMoments) * countWeightBytes(model);
  return left < 0n ? 0n : left / countSampleBytes(model, inputBooking);
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
