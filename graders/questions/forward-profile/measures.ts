/** Figures one can read off a recorded forward pass: live bytes, sums, and outputs of layers by name. All in bytes. */
import { type LiveBytes, liveAfter, liveAtPeak, peakOf, sumLive } from "../../../reference/convnextv2/events";
import { remember } from "../../contract/remember";
import type { MemoryEvent } from "../../contract/value";

export type Events = readonly MemoryEvent[];

/** Bytes of one 3 × 224 × 224 image in fp32, the notebook's input. */
export const imageBytes = 3n * 224n * 224n * 4n;

export interface Measures {
  readonly peak: bigint;
  readonly atPeak: LiveBytes;
  readonly end: bigint;
  readonly atEnd: LiveBytes;
  /** What the pass itself holds at the peak, and at the end: neither parameters nor input. */
  readonly passAtPeak: bigint;
  readonly passAtEnd: bigint;
  /** Images in the batch as far as the input's size tells; 1 for anything else. */
  readonly batchSize: bigint;
}

export const measure = remember((events: Events): Measures => {
  const atPeak = liveAtPeak(events);
  const atEnd = liveAfter(events);
  const [peak, end] = [peakOf(events), sumLive(atEnd)];
  const isImages = atPeak.input > 0n && atPeak.input % imageBytes === 0n;
  return {
    peak,
    atPeak,
    end,
    atEnd,
    passAtPeak: peak - atPeak.parameter - atPeak.input,
    passAtEnd: end - atEnd.parameter - atEnd.input,
    batchSize: isImages ? atPeak.input / imageBytes : 1n,
  };
});

/** The events of some categories alone. */
export function only(events: Events, ...categories: readonly MemoryEvent["category"][]): Events {
  return events.filter(({ category }) => categories.includes(category));
}

/** Everything the pass itself allocates and frees. */
export const onlyPass = (events: Events): Events => only(events, "activation", "temporary");

/** The sum of what is allocated, as if nothing was ever freed. */
export function sumAllocations(events: Events): bigint {
  return events.reduce((sum, { bytes }) => (bytes > 0 ? sum + BigInt(bytes) : sum), 0n);
}

export function findLargest(events: Events): bigint {
  return events.reduce((largest, { bytes }) => (BigInt(bytes) > largest ? BigInt(bytes) : largest), 0n);
}

/** Recorded operators read "<layer> <operator>". GRN's last one adds; its layer's name alone would hit all of them. */
const convOrLinear = /(^|\.)(stem\.0|downsample\.1|conv_dw|fc1|fc2|head\.fc)( |$)/;
const norm = /(^|\.)(stem\.1|downsample\.0|blocks\.\d+\.norm|head\.norm)( |$)/;
const grn = /\.grn add$/;
const withoutParameters = /(^|\.)(act|global_pool\.pool)( |$)/;

/** Which operators of a pass make the outputs of some kinds of layer. */
export type LayerPatterns = readonly RegExp[];

/** What counters of "activations" look at: fvcore, for one. */
export const convAndLinearLayers: LayerPatterns = [convOrLinear];

/** What torchinfo looks at (and doubles for the backward pass). */
export const parameterisedLayers: LayerPatterns = [...convAndLinearLayers, norm, grn];

/** What hooks on modules see. */
export const leafLayers: LayerPatterns = [...parameterisedLayers, withoutParameters];

/** All that these layers' operators allocate, statistics and intermediates included. */
export function sumLayerAllocations(events: Events, layers: LayerPatterns): bigint {
  return sumAllocations(listLayerEvents(events, layers));
}

/** The outputs of these layers, each of which is the largest tensor of its operator. */
export function sumLayerOutputs(events: Events, layers: LayerPatterns): bigint {
  const outputs = new Map<string, bigint>();
  for (const { bytes, op } of listLayerEvents(events, layers)) {
    const largest = outputs.get(op) ?? 0n;
    outputs.set(op, BigInt(bytes) > largest ? BigInt(bytes) : largest);
  }
  return [...outputs.values()].reduce((sum, bytes) => sum + bytes, 0n);
}

function listLayerEvents(events: Events, layers: LayerPatterns): Events {
  return onlyPass(events).filter(({ op }) => layers.some((pattern) => pattern.test(op)));
}
