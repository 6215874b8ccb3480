/** Short hand-made iterations, and random ones: what recordings of the model never show. */

import type { Random } from "../../contract/question";
import type { MemoryEvent } from "../../contract/value";

export type Events = readonly MemoryEvent[];
type Category = MemoryEvent["category"];

const event = (bytes: number, category: Category, op: string): MemoryEvent => ({ bytes, category, op });

const resident: Events = [
  event(4000, "parameter", "model"),
  event(300, "input", "images"),
  event(8000, "optimizer", "previous step"),
];

/** Activations outweigh the rest: the peak stands where the backward pass begins. */
export const peakInBackward: Events = [
  ...resident,
  event(20_000, "activation", "stem"),
  event(10_000, "activation", "blocks"),
  event(1200, "temporary", "blocks.backward"),
  event(500, "gradient", "blocks.grad"),
  event(-10_000, "activation", "blocks"),
  event(3500, "gradient", "stem.grad"),
  event(-20_000, "activation", "stem"),
  event(-1200, "temporary", "blocks.backward"),
  event(600, "temporary", "step"),
  event(-600, "temporary", "step"),
];

/** Hardly any activations: the peak stands in the optimizer's step. */
export const peakInStep: Events = [
  ...resident,
  event(100, "activation", "blocks"),
  event(4000, "gradient", "blocks.grad"),
  event(-100, "activation", "blocks"),
  event(4000, "temporary", "sqrt"),
  event(-4000, "temporary", "sqrt"),
  event(2000, "temporary", "div"),
  event(-2000, "temporary", "div"),
];

/** Allocations and frees in random order; parameters and moments stay, as do the gradients. */
export function drawIteration(random: Random): Events {
  // Of the size of recordings: whatever they are rounded to, they stay apart.
  const drawBytes = () => 4 * random.integer(1000, 250_000_000);
  const start = (["parameter", "input", "optimizer"] as const).map((category) =>
    event(drawBytes(), category, "resident"),
  );
  const live: MemoryEvent[] = [];
  const run = Array.from({ length: random.integer(15, 40) }, (_, index) => {
    const freed = random.integer(0, 2) === 0 ? live.pop() : undefined;
    if (freed !== undefined) return free(freed);
    const made = event(drawBytes(), random.pick(["activation", "temporary", "gradient"]), `op ${index}`);
    if (made.category !== "gradient") live.unshift(made);
    return made;
  });
  return [...start, ...run, ...live.map(free)];
}

const free = ({ bytes, category, op }: MemoryEvent): MemoryEvent => event(-bytes, category, op);
