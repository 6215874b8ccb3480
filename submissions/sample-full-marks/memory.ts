/** Task 6: the memory of ConvNeXt V2, in inference and in training. */
import type { AdamMemory, ConvNeXtV2, Gpu, MemoryEvent, ModelMemory } from "./types";

/** Depthwise 7x7, norm, linear c -> 4c, GRN, linear 4c -> c, biases included. */
function countBlock(c: bigint): bigint {
  const depthwise = 49n * c + c;
  const norm = 2n * c;
  const expand = c * 4n * c + 4n * c;
  const grn = 2n * 4n * c;
  const project = 4n * c * c + c;
  return depthwise + norm + expand + grn + project;
}

export function modelMemory({ depths, dims, inChannels, numClasses }: ConvNeXtV2) {
  const widths = dims.map(BigInt);
  const first = widths[0] as bigint;
  let params = 16n * BigInt(inChannels) * first + first + 2n * first; // stem: conv 4x4 and norm
  for (const [stage, width] of widths.entries()) {
    const before = widths[stage - 1];
    if (before !== undefined) params += 2n * before + 4n * before * width + width; // norm and conv 2x2
    params += BigInt(depths[stage] as number) * countBlock(width);
  }
  const last = widths.at(-1) as bigint;
  params += 2n * last + (last + 1n) * BigInt(numClasses); // head: norm and linear
  return { params, bytes: 4n * params };
}

/** The highest running total, and what is alive at that moment by category. */
function findPeak(events: readonly MemoryEvent[]) {
  let current = 0;
  let fixed = 0; // parameters and input
  let peak = { bytes: 0, fixed: 0 };
  for (const { bytes, category } of events) {
    current += bytes;
    if (category === "parameter" || category === "input") fixed += bytes;
    if (current > peak.bytes) peak = { bytes: current, fixed };
  }
  return peak;
}

export function forwardMemory(events: readonly MemoryEvent[]) {
  const peak = findPeak(events);
  return { peakBytes: peak.bytes, activationBytes: peak.bytes - peak.fixed };
}

export function adamMemory(model: ModelMemory, batchSize: number): AdamMemory {
  const weights = 4 * model.params;
  const gradients = weights;
  const moments = 2 * weights;
  const activations = batchSize * model.activationBytesPerSample;
  return { weights, gradients, moments, activations, total: weights + gradients + moments + activations };
}

export function maxBatchSize(model: ModelMemory, gpu: Gpu): number {
  const left = gpu.memory - adamMemory(model, 0).total;
  return Math.max(0, Math.floor(left / model.activationBytesPerSample));
}

export function checkEstimate(events: readonly MemoryEvent[], estimate: AdamMemory) {
  const actualBytes = findPeak(events).bytes;
  return { actualBytes, relativeError: Math.abs(estimate.total - actualBytes) / actualBytes };
}
