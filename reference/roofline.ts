/**
 * Task 5: the roofline of a PReLU and a linear layer on a GPU, from arithmetic intensity to the optimal batch size.
 *
 * The roofline bounds the speed by min(peakFlops, intensity * bandwidth); the two meet at the ridge point
 * peakFlops / bandwidth. Latency, caches and launch overhead are not modelled.
 * Source: Williams, Waterman and Patterson, "Roofline: an insightful visual performance model" (2009).
 */

import type { Fraction } from "./fraction";
import {
  ceilFraction,
  compareFractions,
  divideFractions,
  fractionFromNumber,
  fractionToNumber,
  makeFraction,
  multiplyFractions,
  subtractFractions,
} from "./fraction";
import type { Gpu } from "./gpus";
import type { ModelFlopsOptions, PReLULinear, TrafficOptions } from "./prelu-linear";
import { modelBytes, modelFlopsAtShare, splitPerBatch } from "./prelu-linear";

export type { PReLULinear } from "./prelu-linear";

/** What limits a computation. At the ridge itself both do, and it counts as compute bound. */
export type Bound = "memory" | "compute";

/** The conventions of an intensity: those of its FLOP and its bytes, and the share of inputs <= 0 (default 1/2). */
export interface IntensityOptions extends ModelFlopsOptions, TrafficOptions {
  readonly nonPositiveShare?: Fraction;
}

const half = makeFraction(1n, 2n);

/**
 * FLOP per byte moved, exact.
 *
 * @throws RangeError when no bytes are moved
 */
export function arithmeticIntensity(flops: bigint | Fraction, bytes: bigint): Fraction {
  return divideFractions(typeof flops === "bigint" ? makeFraction(flops) : flops, makeFraction(bytes));
}

/**
 * The ridge point in FLOP per byte: the smallest intensity at which the peak can be reached.
 *
 * @throws RangeError when peak or bandwidth is not a positive finite number
 */
export function ridgePoint(gpu: Pick<Gpu, "peakFlops" | "bandwidth">): Fraction {
  if (!(gpu.peakFlops > 0) || !(gpu.bandwidth > 0)) {
    throw new RangeError(
      `peakFlops and bandwidth must be positive, got ${gpu.peakFlops} FLOP/s and ${gpu.bandwidth} bytes/s.`,
    );
  }
  return divideFractions(fractionFromNumber(gpu.peakFlops), fractionFromNumber(gpu.bandwidth));
}

/** Compute bound from the ridge point on, memory bound below it. */
export function boundBy(intensity: Fraction, gpu: Pick<Gpu, "peakFlops" | "bandwidth">): Bound {
  return compareFractions(intensity, ridgePoint(gpu)) < 0 ? "memory" : "compute";
}

/**
 * FLOP per byte of the model at one batch size, B (2 in out + f in) / bytes(B), exact.
 *
 * @throws RangeError when a size is no positive integer
 */
export function modelIntensity(
  batchSize: number,
  model: PReLULinear,
  options: IntensityOptions = {},
): Fraction {
  const flops = modelFlopsAtShare(batchSize, model, options.nonPositiveShare ?? half, options);
  return arithmeticIntensity(flops, modelBytes(batchSize, model, options));
}

/** FLOP per byte at each batch size: increasing, concave, and below {@link intensityLimit}. */
export function intensityCurve(
  batchSizes: readonly number[],
  model: PReLULinear,
  options: IntensityOptions = {},
): number[] {
  return batchSizes.map((batchSize) => fractionToNumber(modelIntensity(batchSize, model, options)));
}

/** What the intensity tends to as the batch grows and the weights no longer matter: FLOP over bytes of one sample. */
export function intensityLimit(model: PReLULinear, options: IntensityOptions = {}): Fraction {
  const flops = modelFlopsAtShare(1, model, options.nonPositiveShare ?? half, options);
  return arithmeticIntensity(flops, splitBytes(model, options).perSample);
}

/**
 * The smallest batch that is compute bound on a device with this ridge R, or null if none is.
 *
 * With F FLOP and P bytes per sample and W bytes per batch, intensity >= R means B (F - R P) >= R W, hence
 * B = ceil(R W / (F - R P)) where R is below the limit F / P, and no batch otherwise.
 *
 * @param ridge in FLOP per byte, as {@link ridgePoint} gives it
 * @throws RangeError when the ridge is not positive
 */
export function smallestComputeBoundBatch(
  model: PReLULinear,
  ridge: Fraction,
  options: IntensityOptions = {},
): bigint | null {
  if (ridge.numerator <= 0n) {
    throw new RangeError(`a ridge point is positive, got ${fractionToNumber(ridge)} FLOP per byte.`);
  }
  const flopsPerSample = modelFlopsAtShare(1, model, options.nonPositiveShare ?? half, options);
  const { perSample, perBatch } = splitBytes(model, options);
  const gain = subtractFractions(flopsPerSample, multiplyFractions(ridge, makeFraction(perSample)));
  if (gain.numerator <= 0n) {
    return null;
  }
  return ceilFraction(divideFractions(multiplyFractions(ridge, makeFraction(perBatch)), gain));
}

/** The smallest batch that is compute bound on this GPU, or null if none is (notebook, Task 5). */
export function optimalBatchSize(
  model: PReLULinear,
  gpu: Pick<Gpu, "peakFlops" | "bandwidth">,
  options: IntensityOptions = {},
): bigint | null {
  return smallestComputeBoundBatch(model, ridgePoint(gpu), options);
}

/**
 * The smallest batch whose intensity reaches a share s of its limit, ceil(s / (1 - s) * W / P) with P bytes per sample
 * and W bytes per batch: the knee of the curve. It depends on the traffic alone.
 *
 * @param share strictly between 0 and 1
 * @throws RangeError when it is not
 */
export function smallestBatchAtShareOfLimit(
  model: PReLULinear,
  share: Fraction,
  options: TrafficOptions = {},
): bigint {
  if (share.numerator <= 0n || share.numerator >= share.denominator) {
    throw new RangeError(`a share of the limit lies between 0 and 1, got ${fractionToNumber(share)}.`);
  }
  const { perSample, perBatch } = splitBytes(model, options);
  const odds = makeFraction(share.numerator, share.denominator - share.numerator);
  return ceilFraction(multiplyFractions(odds, makeFraction(perBatch, perSample)));
}

function splitBytes(model: PReLULinear, options: TrafficOptions) {
  return splitPerBatch((batchSize) => modelBytes(batchSize, model, options));
}
