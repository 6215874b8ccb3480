/** Task 5: FLOP and memory traffic of a PReLU followed by a linear layer without bias, unfused and fused. */

import { readDimension } from "./dimension";
import type { Fraction } from "./fraction";
import { addFractions, makeFraction, multiplyFractions } from "./fraction";
import type { SumConvention } from "./operations";

/** PReLU with a single slope, then a linear layer `inFeatures` -> `outFeatures` without bias. */
export interface PReLULinear {
  readonly inFeatures: number;
  readonly outFeatures: number;
}

/** How the linear layer's additions are counted: `from-zero` gives 2 FLOP per MAC (default), `exact` one less per output. */
export interface ModelFlopsOptions {
  readonly additions?: SumConvention;
}

/** What counts as traffic. */
export interface TrafficOptions {
  /** Whether PReLU and linear layer are one kernel, so that the values between them never reach memory. Default false. */
  readonly fused?: boolean;
  /** Whether the PReLU's single slope is read from memory. Default true. */
  readonly preluWeight?: boolean;
  /** 4 for fp32 (default), 2 for half precision, 8 for fp64. */
  readonly bytesPerElement?: number;
}

/** One pass of a layer over one tensor in device memory. */
export interface Transfer {
  readonly layer: "prelu" | "linear" | "fused";
  readonly tensor: "input" | "prelu-weight" | "intermediate" | "linear-weight" | "output";
  readonly access: "read" | "write";
  readonly elements: bigint;
}

/** An amount that is affine in the batch size: perSample * B + perBatch. */
export interface PerBatchCount {
  readonly perSample: bigint;
  readonly perBatch: bigint;
}

/** MACs of the linear layer alone: B * inFeatures * outFeatures. */
export function linearMacs(batchSize: number, model: PReLULinear): bigint {
  return readDimension("batch size", batchSize) * countWeights(model);
}

/** FLOP of the linear layer alone: each of B * outFeatures outputs takes 2 inFeatures FLOP, or one less if `exact`. */
export function linearFlops(
  batchSize: number,
  model: PReLULinear,
  { additions = "from-zero" }: ModelFlopsOptions = {},
): bigint {
  const outputs = readDimension("batch size", batchSize) * readDimension("outFeatures", model.outFeatures);
  return 2n * linearMacs(batchSize, model) - (additions === "exact" ? outputs : 0n);
}

/**
 * FLOP of the model, 2 * B * inFeatures * outFeatures + z, fused or not.
 * Source: notebook, Task 5 (arithmetic intensity).
 *
 * @param nonPositive z, the inputs that the PReLU multiplies (`preluFlops` of the input): 0 .. B * inFeatures.
 *   B * inFeatures itself is the upper bound that holds for any data.
 * @throws RangeError when a size is no positive integer or z is out of range
 */
export function modelFlops(
  batchSize: number,
  model: PReLULinear,
  nonPositive: bigint,
  options: ModelFlopsOptions = {},
): bigint {
  const inputs = readDimension("batch size", batchSize) * readDimension("inFeatures", model.inFeatures);
  if (nonPositive < 0n || nonPositive > inputs) {
    throw new RangeError(`of ${inputs} inputs, 0 to ${inputs} can be <= 0, got ${nonPositive}.`);
  }
  return linearFlops(batchSize, model, options) + nonPositive;
}

/**
 * FLOP of the model where only the share f of non-positive inputs is known: B * inFeatures * (2 * outFeatures + f).
 * f = 1/2 is the expectation for inputs that are symmetric about 0. A fraction, for z need not be whole.
 *
 * @throws RangeError when a size is no positive integer or the share is outside 0 .. 1
 */
export function modelFlopsAtShare(
  batchSize: number,
  model: PReLULinear,
  nonPositiveShare: Fraction,
  options: ModelFlopsOptions = {},
): Fraction {
  if (nonPositiveShare.numerator < 0n || nonPositiveShare.numerator > nonPositiveShare.denominator) {
    throw new RangeError("the share of non-positive inputs must lie in 0 .. 1.");
  }
  const inputs = readDimension("batch size", batchSize) * readDimension("inFeatures", model.inFeatures);
  const prelu = multiplyFractions(makeFraction(inputs), nonPositiveShare);
  return addFractions(makeFraction(linearFlops(batchSize, model, options)), prelu);
}

/**
 * Everything the model moves between device memory and the chip for one batch. Each kernel reads its inputs and its
 * parameters once and writes its output once; nothing stays in a cache between kernels.
 *
 * @throws RangeError when a size is no positive integer
 */
export function listTransfers(
  batchSize: number,
  model: PReLULinear,
  options: TrafficOptions = {},
): Transfer[] {
  const batch = readDimension("batch size", batchSize);
  const inputs = batch * readDimension("inFeatures", model.inFeatures);
  const outputs = batch * readDimension("outFeatures", model.outFeatures);
  const fused = options.fused ?? false;
  const [first, last] = fused ? (["fused", "fused"] as const) : (["prelu", "linear"] as const);
  const slope: Transfer[] = [{ layer: first, tensor: "prelu-weight", access: "read", elements: 1n }];
  const between: Transfer[] = [
    { layer: first, tensor: "intermediate", access: "write", elements: inputs },
    { layer: last, tensor: "intermediate", access: "read", elements: inputs },
  ];
  return [
    { layer: first, tensor: "input", access: "read", elements: inputs },
    ...((options.preluWeight ?? true) ? slope : []),
    ...(fused ? [] : between),
    { layer: last, tensor: "linear-weight", access: "read", elements: countWeights(model) },
    { layer: last, tensor: "output", access: "write", elements: outputs },
  ];
}

/**
 * Bytes moved for one batch: 4 (B (3 in + out) + in * out + 1) unfused, 4 (B (in + out) + in * out + 1) fused, in fp32.
 * Source: notebook, Task 5 and its bonus.
 *
 * @throws RangeError when a size is no positive integer
 */
export function modelBytes(batchSize: number, model: PReLULinear, options: TrafficOptions = {}): bigint {
  return sumBytes(listTransfers(batchSize, model, options), options);
}

/**
 * Bytes of the tensors that exist at once for one batch: input, output, parameters, and unfused the intermediate.
 * A footprint, not traffic: each tensor counts once.
 *
 * @throws RangeError when a size is no positive integer
 */
export function modelFootprint(batchSize: number, model: PReLULinear, options: TrafficOptions = {}): bigint {
  const transfers = listTransfers(batchSize, model, options);
  const isRereadIntermediate = ({ tensor, access }: Transfer) =>
    tensor === "intermediate" && access === "read";
  return sumBytes(
    transfers.filter((transfer) => !isRereadIntermediate(transfer)),
    options,
  );
}

/** Adds up the bytes of some transfers. */
export function sumBytes(
  transfers: readonly Transfer[],
  { bytesPerElement = 4 }: Pick<TrafficOptions, "bytesPerElement"> = {},
): bigint {
  const elements = transfers.reduce((sum, transfer) => sum + transfer.elements, 0n);
  return elements * readDimension("bytesPerElement", bytesPerElement);
}

/** Splits bytes that are affine in the batch size, such as {@link modelBytes}, into their two coefficients. */
export function splitPerBatch(bytesAt: (batchSize: number) => bigint): PerBatchCount {
  const perSample = bytesAt(2) - bytesAt(1);
  return { perSample, perBatch: bytesAt(1) - perSample };
}

function countWeights(model: PReLULinear): bigint {
  return readDimension("inFeatures", model.inFeatures) * readDimension("outFeatures", model.outFeatures);
}
