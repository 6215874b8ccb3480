/** What a student can check alone about depthwise convolution: tiny layers counted by hand, and how counts grow. */
import { isClose, readCountField } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
import type { ConvLayer, Value } from "../../contract/value";

/** Two pixels of three channels, each made of 2 x 2 products. */
const tiny: ConvLayer = { hIn: 2, wIn: 3, cIn: 3, hOut: 1, wOut: 2, cOut: 3, kernel: 2, stride: 1 };
/** Four times the outputs, and not four times the inputs. */
const moreOutputs: ConvLayer = { ...tiny, hIn: 5, hOut: 4 };
/** Needs a padding of one pixel on each side. */
const padded: ConvLayer = { ...tiny, hIn: 2, wIn: 2, hOut: 2, wOut: 2, kernel: 3 };
const moreChannels: ConvLayer = { ...tiny, cIn: 12, cOut: 12 };

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "two-counts",
    says: "the answer holds two positive counts, macs and flops, also where the kernel is larger than the image",
    calls: [
      { export: "depthwiseConv", args: [tiny] },
      { export: "depthwiseConv", args: [padded] },
    ],
    findMismatch: (counts) =>
      counts.flatMap((count) => [read(count, "macs"), read(count, "flops")]).every((value) => value > 0)
        ? null
        : "an object with the counts macs and flops",
  },
  {
    id: "by-hand",
    says: "2 pixels of 3 channels, each through its own 2×2 filter, take 24 MACs (30 with a bias as a MAC)",
    calls: [{ export: "depthwiseConv", args: [tiny] }],
    findMismatch: ([count]) => ([24, 30].includes(read(count, "macs")) ? null : "24 MACs, or 30 with a bias"),
  },
  {
    id: "more-flops-than-macs",
    says: "FLOPs are more than MACs, and no more than about twice as many",
    calls: [{ export: "depthwiseConv", args: [tiny] }],
    findMismatch: ([count]) => {
      const [macs, flops] = [read(count, "macs"), read(count, "flops")];
      // Up to one addition less or two operations more for each of the six outputs.
      return flops >= 2 * macs - 6 && flops <= 2 * macs + 12 && flops > macs
        ? null
        : "about two operations per MAC";
    },
  },
  {
    id: "linear-in-channels",
    says: "four times the channels take four times as much, not sixteen times",
    calls: [
      { export: "depthwiseConv", args: [tiny] },
      { export: "depthwiseConv", args: [moreChannels] },
    ],
    findMismatch: ([few, many]) =>
      isClose(4 * read(few, "macs"), read(many, "macs"), 0) &&
      isClose(4 * read(few, "flops"), read(many, "flops"), 0)
        ? null
        : "four times the MACs and FLOPs",
  },
  {
    id: "linear-in-outputs",
    says: "four times the outputs, from 5×3 to 4×2 pixels, take four times as much",
    calls: [
      { export: "depthwiseConv", args: [tiny] },
      { export: "depthwiseConv", args: [moreOutputs] },
    ],
    findMismatch: ([few, many]) =>
      isClose(4 * read(few, "macs"), read(many, "macs"), 0) &&
      isClose(4 * read(few, "flops"), read(many, "flops"), 0)
        ? null
        : "four times the MACs and FLOPs: what is computed for each output pixel?",
  },
];

function read(count: Value, field: string): number {
  const value = readCountField(count, field);
  return value.ok ? Number(value.answer) : Number.NaN;
}
