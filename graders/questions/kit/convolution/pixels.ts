/** Choice: over how many positions the kernel slides. The layer states its output size; that decides. */
import { countOutputPositions, heightAxis, widthAxis } from "../../../../reference/padding";
import type { ConvLayer } from "../../../contract/value";
import { choose } from "../choice-part";

export type CountPixels = (layer: ConvLayer) => bigint;

const statedOutput =
  "The output size is given: one dot product belongs to each output pixel of each output channel, nothing else.";

/** Output pixels after a padding of one's own, instead of those stated. */
const countPadded =
  (findPadding: (kernel: number) => number): CountPixels =>
  (layer) => {
    const padding = 2 * findPadding(layer.kernel);
    const [height, width] = [heightAxis(layer), widthAxis(layer)];
    return BigInt(countOutputPositions(height, padding)) * BigInt(countOutputPositions(width, padding));
  };

const samePadded = {
  credit: "0.5",
  says: 'You worked with the output that "same" padding would give.',
  hint: statedOutput,
};

const squared = (side: string) => ({
  credit: "0.75",
  says: `You squared the ${side} of the output.`,
  hint: "Height and width can differ: use both.",
});

export const pixels = choose<CountPixels>(
  { id: "stated-output", effect: ({ hOut, wOut }) => BigInt(hOut) * BigInt(wOut) },
  {
    id: "input-size",
    effect: ({ hIn, wIn }) => BigInt(hIn) * BigInt(wIn),
    credit: "0.5",
    says: "You counted a dot product for every input pixel.",
    hint: "There is one dot product per output pixel. Which size does the layer state for its output?",
  },
  { id: "same-padded-output", effect: countPadded((kernel) => (kernel - 1) / 2), ...samePadded },
  // For even kernels, a padding in whole pixels is the one above rounded down or up.
  {
    id: "same-padded-output-cut",
    effect: countPadded((kernel) => Math.floor((kernel - 1) / 2)),
    ...samePadded,
  },
  {
    id: "same-padded-output-half-kernel",
    effect: countPadded((kernel) => Math.floor(kernel / 2)),
    ...samePadded,
  },
  {
    id: "unpadded-output",
    effect: countPadded(() => 0),
    credit: "0.5",
    says: "You worked with the output that no padding would give.",
    hint: statedOutput,
  },
  { id: "height-squared", effect: ({ hOut }) => BigInt(hOut) ** 2n, ...squared("height") },
  { id: "width-squared", effect: ({ wOut }) => BigInt(wOut) ** 2n, ...squared("width") },
  {
    id: "weight-count",
    effect: () => 1n,
    credit: "0.25",
    says: "You counted the weights of the layer.",
    hint: "Each weight is used again at every output position.",
  },
);
