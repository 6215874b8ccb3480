/** For the tests of ConvNeXt V2: random architectures, and a check that needs no liveness model. */

import fc from "fast-check";
import { type ConvNeXtV2, type ConvNeXtV2Variant, convNeXtV2Variants } from "../convnextv2/architecture";
import type { MemoryEvent } from "../convnextv2/events";

/** One of the nine published variants. */
export const anyVariant: fc.Arbitrary<ConvNeXtV2Variant> = fc.constantFrom(
  ...(Object.keys(convNeXtV2Variants) as ConvNeXtV2Variant[]),
);

/** A small network of one to four stages, as deep as `minDepth` at least; images of 32 pixels fit it. */
export function anyArchitecture(minDepth = 1): fc.Arbitrary<ConvNeXtV2> {
  const stage = fc.record({
    depth: fc.integer({ min: minDepth, max: minDepth + 2 }),
    dim: fc.integer({ min: 1, max: 24 }),
  });
  return fc
    .record({
      stages: fc.array(stage, { minLength: 1, maxLength: 4 }),
      inChannels: fc.integer({ min: 1, max: 4 }),
      numClasses: fc.integer({ min: 1, max: 20 }),
    })
    .map(({ stages, ...rest }) => ({
      depths: stages.map(({ depth }) => depth),
      dims: stages.map(({ dim }) => dim),
      ...rest,
    }));
}

/**
 * Frees of tensors (told apart by category and op) that were not alive at that size; none in a sound trace.
 */
export function listEarlyFrees(events: readonly MemoryEvent[]): MemoryEvent[] {
  const live = new Map<string, number>();
  return events.filter(({ op, category, bytes }) => {
    const key = `${category} ${op}`;
    const left = (live.get(key) ?? 0) + bytes;
    live.set(key, left);
    return left < 0;
  });
}
