/** What a student can check alone about standard convolution: tiny layers counted by hand, and how counts grow. */
import { isClose, readCountField } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
import type { ConvLayer, Value } from "../../contract/value";

/** Two outputs, each of 3 x (2 x 2) products. */
const tiny: ConvLayer = { hIn: 2, wIn: 3, cIn: 3, hOut: 1, wOut: 2, cOut: 1, kernel: 2, stride: 1 };
/** Four times the outputs, and not four times the inputs. */
const moreOutputs: ConvLayer = { ...tiny, hIn: 5, hOut: 4 };
/** Needs a padding of one pixel on each side. */
const padded: ConvLayer = { ...tiny, hIn: 2, wIn: 2, hOut: 2, wOut: 2, kernel: 3 };
const fourFilters: ConvLayer = { ...tiny, cOut: 4 };

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "two-counts",
    says: "the answer holds two positive counts, macs and flops, also where the kernel is larger than the image",
    calls: [
      { export: "standardConv", args: [tiny] },
      { export: "standardConv", args: [padded] },
    ],
    findMismatch: (counts) =>
      counts.flatMap((count) => [read(count, "macs"), read(count, "flops")]).every((value) => value > 0)
        ? null
        : "an object with the counts macs and flops",
  },
  {
    id: "by-hand",
    says: "2 outputs that see 3 channels through a 2×2 kernel take 24 MACs (26 with a bias as a MAC)",
    calls: [{ export: "standardConv", args: [tiny] }],
    findMismatch: ([count]) => ([24, 26].includes(read(count, "macs")) ? null : "24 MACs, or 26 with a bias"),
  },
  {
    id: "more-flops-than-macs",
    says: "FLOPs are more than MACs, and no more than about twice as many",
    calls: [{ export: "standardConv", args: [tiny] }],
    findMismatch: ([count]) => {
      const [macs, flops] = [read(count, "macs"), read(count, "flops")];
      // Up to one addition less or two operations more for each of the two outputs.
      return flops >= 2 * macs - 2 && flops <= 2 * macs + 4 && flops > macs
        ? null
        : "about two operations per MAC";
    },
  },
  {
    id: "linear-in-filters",
    says: "four filters take four times as much as one",
    calls: [
      { export: "standardConv", args: [tiny] },
      { export: "standardConv", args: [fourFilters] },
    ],
    findMismatch: ([one, four]) =>
      isClose(4 * read(one, "macs"), read(four, "macs"), 0) &&
      isClose(4 * read(one, "flops"), read(four, "flops"), 0)
        ? null
        : "four times the MACs and FLOPs of one filter",
  },
  {
    id: "linear-in-outputs",
    says: "four times the outputs, from 5×3 to 4×2 pixels, take four times as much",
    calls: [
      { export: "standardConv", args: [tiny] },
      { export: "standardConv", args: [moreOutputs] },
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
