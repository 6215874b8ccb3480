/** Recordings of training iterations: modelled ones, made short enough to travel, and hand-made or random ones. */
import { type ConvNeXtV2Variant, convNeXtV2Variants } from "../../../reference/convnextv2/architecture";
import { listTrainingEvents, type TrainingIteration } from "../../../reference/convnextv2/training-events";
import type { MemoryEvent, Random } from "../../contract";

export type Events = readonly MemoryEvent[];
type Category = MemoryEvent["category"];

/**
 * Joins neighbours of one category that are all allocations or all frees into one event. The running total passes
 * the same highest and last values; only steps on the way are left out.
 */
export function joinLikeEvents(events: Events): Events {
  const joined: MemoryEvent[] = [];
  for (const event of events) {
    const last = joined.at(-1);
    const isLike = last?.category === event.category && Math.sign(last.bytes) === Math.sign(event.bytes);
    if (last !== undefined && isLike)
      joined[joined.length - 1] = { ...last, bytes: last.bytes + event.bytes };
    else joined.push(event);
  }
  return joined;
}

export function modelIteration(
  variant: ConvNeXtV2Variant,
  iteration: Omit<TrainingIteration, "arch" | "priorGradients">,
): Events {
  const arch = convNeXtV2Variants[variant];
  return joinLikeEvents(listTrainingEvents({ ...iteration, arch, priorGradients: "freed" }));
}

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
  const drawBytes = () => 4 * random.integer(1000, 250_000);
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
