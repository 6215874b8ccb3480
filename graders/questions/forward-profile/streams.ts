/** Short hand-made streams, and random ones: what recordings of the model never show. Their operators look recorded. */

import type { Random } from "../../contract/question";
import type { MemoryEvent } from "../../contract/value";
import { type Events, imageBytes } from "./measures";

type Category = MemoryEvent["category"];

const event = (bytes: number, category: Category, op: string): MemoryEvent => ({ bytes, category, op });

const model: Events = [
  event(400, "parameter", "model"),
  event(80, "parameter", "model"),
  event(1200, "input", "input"),
];

/** The peak lies in the middle and is gone at the end. */
export const peakInTheMiddle: Events = [
  ...model,
  event(4000, "temporary", "stem.0 conv2d"),
  event(8000, "temporary", "stages.0.blocks.0.mlp.grn addcmul"),
  event(-8000, "temporary", "stages.0.blocks.0.mlp.grn addcmul"),
  event(2000, "activation", "stages.0.blocks.0.mlp.act gelu"),
  event(-4000, "temporary", "stem.0 conv2d"),
  event(40, "activation", "head.fc linear"),
];

/** One buffer after another, each freed before the next: the sum of all is far from the most at once. */
export const oneAfterAnother: Events = [
  ...model,
  ...[6000, 7200, 5600, 7200, 6400].flatMap((bytes, index) => [
    event(bytes, "temporary", `stages.0.blocks.${index}.conv_dw conv2d`),
    event(-bytes, "temporary", `stages.0.blocks.${index}.conv_dw conv2d`),
  ]),
  event(100, "activation", "head.fc linear"),
];

/** The peak is reached twice, with the same holders. */
export const twoEqualPeaks: Events = [
  ...model,
  event(3200, "temporary", "stages.0.blocks.0.conv_dw conv2d"),
  event(900, "temporary", "stages.0.blocks.0.mlp.fc2 linear"),
  event(-900, "temporary", "stages.0.blocks.0.mlp.fc2 linear"),
  event(900, "temporary", "stages.0.blocks.1.mlp.fc2 linear"),
  event(-900, "temporary", "stages.0.blocks.1.mlp.fc2 linear"),
  event(-3200, "temporary", "stages.0.blocks.0.conv_dw conv2d"),
  event(64, "activation", "head.fc linear"),
];

/** Nothing is ever freed; operators named in any manner. */
export const strangeNames: Events = [
  event(12_000, "parameter", "décodeur.poids"),
  event(2560, "input", "images"),
  event(5000, "activation", ""),
  event(0, "temporary", "aten::empty"),
  event(7000, "activation", "aten::convolution"),
  event(1000, "activation", "toString"),
];

const operators = [
  "conv_dw conv2d",
  "norm layer_norm",
  "mlp.fc1 linear",
  "mlp.act gelu",
  "mlp.grn add",
  "mlp.grn mul",
  "mlp.fc2 linear",
];

/** Allocations and frees in random order; temporaries are gone at the end, activations stay. */
export function drawStream(random: Random): Events {
  // Of the size of recordings: whatever they are rounded to, they stay apart. A share of them is a whole number.
  const drawBytes = () => 32 * random.integer(125, 31_250_000);
  const images = random.pick([2, 4, 8]);
  const start = [
    event(drawBytes(), "parameter", "model"),
    event(drawBytes(), "parameter", "model"),
    // By which a batch is told: what is told of one sample shows in no recording alone.
    event(images * Number(imageBytes), "input", "input"),
  ];
  const temporaries: MemoryEvent[] = [];
  const pass = Array.from({ length: random.integer(12, 40) }, (_, block) => {
    const freed = random.integer(0, 2) === 0 ? temporaries.pop() : undefined;
    if (freed !== undefined) return free(freed);
    const category = random.pick(["activation", "temporary", "temporary"] as const);
    const made = event(drawBytes(), category, `stages.0.blocks.${block}.${random.pick(operators)}`);
    if (made.category === "temporary") temporaries.unshift(made);
    return made;
  });
  return [...start, ...pass, ...temporaries.map(free)];
}

const free = ({ bytes, category, op }: MemoryEvent): MemoryEvent => event(-bytes, category, op);
