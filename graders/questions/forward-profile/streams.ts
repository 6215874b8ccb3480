/** Short hand-made recordings, and random ones: what the model's own recordings never show. */
import type { MemoryEvent, Random } from "../../contract";
import type { Events } from "./measures";

type Category = MemoryEvent["category"];

const event = (bytes: number, category: Category, op: string): MemoryEvent => ({ bytes, category, op });

const model: Events = [
  event(400, "parameter", "stem.0.weight"),
  event(80, "parameter", "head.fc.weight"),
  event(1200, "input", "images"),
];

/** The peak lies in the middle and is gone at the end. */
export const peakInTheMiddle: Events = [
  ...model,
  event(4000, "temporary", "stem.0"),
  event(8000, "temporary", "scratch"),
  event(-8000, "temporary", "scratch"),
  event(2000, "activation", "stages.0.blocks.0.mlp.act"),
  event(-4000, "temporary", "stem.0"),
  event(40, "activation", "head.fc"),
];

/** One buffer after another, each freed before the next: the sum of all is far from the most at once. */
export const oneAfterAnother: Events = [
  ...model,
  ...[6000, 7200, 5600, 7200, 6400].flatMap((bytes, index) => [
    event(bytes, "temporary", `stages.0.blocks.${index}.conv_dw`),
    event(-bytes, "temporary", `stages.0.blocks.${index}.conv_dw`),
  ]),
  event(100, "activation", "head.fc"),
];

/** The peak is reached twice, with the same holders. */
export const twoEqualPeaks: Events = [
  ...model,
  event(3200, "temporary", "stages.0.blocks.0.conv_dw"),
  event(900, "temporary", "stages.0.blocks.0.mlp.fc2"),
  event(-900, "temporary", "stages.0.blocks.0.mlp.fc2"),
  event(900, "temporary", "stages.0.blocks.1.mlp.fc2"),
  event(-900, "temporary", "stages.0.blocks.1.mlp.fc2"),
  event(-3200, "temporary", "stages.0.blocks.0.conv_dw"),
  event(64, "activation", "head.fc"),
];

/** Nothing is ever freed; two inputs, which come before the parameters; operators named in any manner. */
export const strangeNames: Events = [
  event(2400, "input", "images"),
  event(160, "input", "masks"),
  event(12_000, "parameter", "décodeur.poids"),
  event(5000, "activation", ""),
  event(0, "temporary", "aten::empty"),
  event(7000, "activation", "aten::convolution"),
  event(1000, "activation", "toString"),
];

const ops = [
  "stem.0",
  "stem.1",
  "stages.0.blocks.0.conv_dw",
  "stages.0.blocks.0.norm",
  "stages.0.blocks.0.mlp.fc1",
  "stages.0.blocks.0.mlp.act",
  "stages.0.blocks.0.mlp.grn.add",
  "stages.0.blocks.0.mlp.grn.addcmul",
  "stages.1.downsample.1",
  "aten::add",
];

/** Allocations and frees in random order; temporaries are gone at the end, activations stay. */
export function drawStream(random: Random): Events {
  const drawBytes = () => 4 * random.integer(1, 250_000);
  const start = [
    event(drawBytes(), "parameter", "weight"),
    event(drawBytes(), "parameter", "bias"),
    event(drawBytes(), "input", "images"),
  ];
  const temporaries: MemoryEvent[] = [];
  const pass = Array.from({ length: random.integer(12, 40) }, () => {
    const freed = random.integer(0, 2) === 0 ? temporaries.pop() : undefined;
    if (freed !== undefined) return free(freed);
    const made = event(drawBytes(), random.pick(["activation", "temporary", "temporary"]), random.pick(ops));
    if (made.category === "temporary") temporaries.unshift(made);
    return made;
  });
  return [...start, ...pass, ...temporaries.map(free)];
}

const free = ({ bytes, category, op }: MemoryEvent): MemoryEvent => event(-bytes, category, op);
