/**
 * Memory events: what a recording of a run, or a liveness model of it, consists of, and what one reads off
 * it.
 */

/**
 * What memory holds. `activation` outlives the forward pass, being kept for the backward pass or its result;
 * `temporary` dies inside the pass that made it, the gradients of activations among them; `gradient` is the
 * gradient of a parameter; `optimizer` the optimizer's state.
 */
export type MemoryCategory = "parameter" | "input" | "activation" | "gradient" | "optimizer" | "temporary";

/**
 * A tensor comes to life (`bytes` > 0) or goes (`bytes` < 0, with the category and op it came with). Events
 * stand in time order; `op` names the tensor after the layer that makes it, as in
 * "stages.0.blocks.1.conv_dw".
 */
export interface MemoryEvent {
  readonly bytes: number;
  readonly category: MemoryCategory;
  readonly op: string;
}

/** Live bytes by category. */
export type LiveBytes = Readonly<Record<MemoryCategory, bigint>>;

/**
 * The most bytes alive at one time: the largest prefix sum of the events, 0 when there are none.
 *
 * Counts tensors as their sizes say. Rounding to allocator blocks, cached free blocks, library workspaces and
 * the device's context are not counted.
 */
export function peakOf(events: readonly MemoryEvent[]): bigint {
  let live = 0n;
  let peak = 0n;
  for (const event of events) {
    live += BigInt(event.bytes);
    peak = live > peak ? live : peak;
  }
  return peak;
}

/** Live bytes by category after all events, or after the first `count` of them. */
export function liveAfter(events: readonly MemoryEvent[], count = events.length): LiveBytes {
  const live = { parameter: 0n, input: 0n, activation: 0n, gradient: 0n, optimizer: 0n, temporary: 0n };
  for (const event of events.slice(0, count)) {
    live[event.category] += BigInt(event.bytes);
  }
  return live;
}

/** Live bytes by category at the first moment at which the peak is reached; they add up to {@link peakOf}. */
export function liveAtPeak(events: readonly MemoryEvent[]): LiveBytes {
  const peak = peakOf(events);
  let live = 0n;
  const atPeak = events.findIndex((event) => {
    live += BigInt(event.bytes);
    return live === peak;
  });
  return liveAfter(events, atPeak + 1);
}

/** The sum over all categories. */
export function sumLive(live: LiveBytes): bigint {
  return Object.values(live).reduce((sum, bytes) => sum + bytes, 0n);
}
