/** The readings of Task 2a: the smallest padding, and slips in solving the output-size formula for it. */
import {
  type ConvAxis,
  findSymmetricPadding,
  heightAxis,
  solveTotalPadding,
  widthAxis,
} from "../../../reference/padding";
import type { Count } from "../../contract/answers";
import type { Reading } from "../../contract/question";
import type { ConvLayer } from "../../contract/value";

/** Which axes a student looked at: the height, the width, or both, where the larger padding is taken. */
const looks: readonly { readonly suffix: string; listAxes(layer: ConvLayer): readonly ConvAxis[] }[] = [
  { suffix: "", listAxes: (layer) => [heightAxis(layer)] },
  { suffix: "-by-width", listAxes: (layer) => [widthAxis(layer)] },
  { suffix: "-by-both", listAxes: (layer) => [heightAxis(layer), widthAxis(layer)] },
];

/** What is made of one axis, where the right thing is half the total, rounded up and never negative. */
interface AxisSlip {
  readonly id: string;
  readonly credit: string;
  solve(axis: ConvAxis): number;
}

const half = (axis: ConvAxis): number => solveTotalPadding(axis) / 2;
const roundUp = (axis: ConvAxis): number => Math.ceil(half(axis));
const withoutStride = (axis: ConvAxis): number => half({ ...axis, stride: 1 });

const axisSlips: readonly AxisSlip[] = [
  { id: "equation-without-floor", credit: "0.5", solve: (axis) => Math.max(0, half(axis)) },
  { id: "equation-alone", credit: "0.5", solve: half },
  { id: "rounded-down", credit: "0.5", solve: (axis) => Math.max(0, Math.floor(half(axis))) },
  { id: "rounded-down-alone", credit: "0.5", solve: (axis) => Math.floor(half(axis)) },
  { id: "rounded-towards-zero", credit: "0.5", solve: (axis) => Math.trunc(half(axis)) },
  { id: "equation-one-too-many", credit: "0.25", solve: (axis) => half(axis) + 1 },
  { id: "total-padding", credit: "0.5", solve: (axis) => Math.max(0, solveTotalPadding(axis)) },
  { id: "total-padding-alone", credit: "0.5", solve: solveTotalPadding },
  { id: "stride-ignored-alone", credit: "0.5", solve: withoutStride },
  { id: "sign-error-in-equation", credit: "0.25", solve: (axis) => -half(axis) },
];

const axisSlipReadings: readonly Reading<ConvLayer, Count>[] = axisSlips.flatMap(({ id, credit, solve }) =>
  looks.map(({ suffix, listAxes }) => ({
    id: `${id}${suffix}`,
    kind: "misconception" as const,
    credit,
    answer: (layer: ConvLayer) => Math.max(...listAxes(layer).map(solve)),
  })),
);

/** Right up to a last step: one axis forgotten, a negative solution kept. */
const lastStepReadings: readonly Reading<ConvLayer, Count>[] = [
  {
    id: "height-only",
    kind: "misconception",
    credit: "0.75",
    answer: (layer) => Math.max(0, roundUp(heightAxis(layer))),
  },
  {
    id: "width-only",
    kind: "misconception",
    credit: "0.75",
    answer: (layer) => Math.max(0, roundUp(widthAxis(layer))),
  },
  {
    id: "negative-kept",
    kind: "misconception",
    credit: "0.75",
    answer: (layer) => Math.max(roundUp(heightAxis(layer)), roundUp(widthAxis(layer))),
  },
  {
    id: "negative-kept-by-height",
    kind: "misconception",
    credit: "0.5",
    answer: (layer) => roundUp(heightAxis(layer)),
  },
  {
    id: "negative-kept-by-width",
    kind: "misconception",
    credit: "0.5",
    answer: (layer) => roundUp(widthAxis(layer)),
  },
];

/** Right for one axis, and one pixel more; for both axes it is `one-too-many`. */
const oneMoreReadings = (["height", "width"] as const).map(
  (name): Reading<ConvLayer, Count> => ({
    id: `${name}-only-one-too-many`,
    kind: "misconception",
    credit: "0.25",
    answer: (layer) => Math.max(0, roundUp(name === "height" ? heightAxis(layer) : widthAxis(layer))) + 1,
  }),
);

/** Built on the right padding, or on no equation at all. */
const otherReadings: readonly Reading<ConvLayer, Count>[] = [
  {
    // At stride 1 both axes ask for the same; elsewhere this solution is negative, and 0 is left.
    id: "stride-ignored",
    kind: "misconception",
    credit: "0.5",
    answer: (layer) => Math.max(0, Math.ceil(withoutStride(heightAxis(layer)))),
  },
  {
    id: "sign-error",
    kind: "misconception",
    credit: "0.25",
    answer: (layer) => -(findSymmetricPadding(layer) ?? 0),
  },
  {
    id: "one-too-many",
    kind: "misconception",
    credit: "0.25",
    answer: (layer) => (findSymmetricPadding(layer) ?? 0) + 1,
  },
  { id: "same-padding", kind: "misconception", credit: "0", answer: ({ kernel }) => (kernel - 1) / 2 },
  {
    id: "same-padding-cut",
    kind: "misconception",
    credit: "0",
    answer: ({ kernel }) => Math.floor((kernel - 1) / 2),
  },
  {
    id: "half-kernel",
    kind: "misconception",
    credit: "0",
    answer: ({ kernel }) => Math.floor(kernel / 2),
  },
  { id: "kernel-minus-one", kind: "misconception", credit: "0", answer: ({ kernel }) => kernel - 1 },
  { id: "size-difference", kind: "misconception", credit: "0", answer: ({ hIn, hOut }) => hIn - hOut },
  {
    id: "half-size-difference",
    kind: "misconception",
    credit: "0",
    answer: ({ hIn, hOut }) => (hIn - hOut) / 2,
  },
];

/** Somebody who says that the number is for both sides gave what was asked, in other words. */
const tellsTotal = /total|(both|two) sides|altogether|beid|gesamt|zusammen|deux c[oô]t[eé]s|总|兩側|两侧/i;

const toldTotal = (
  id: string,
  solve: (layer: ConvLayer) => number | undefined,
): Reading<ConvLayer, Count> => ({
  id,
  kind: "convention",
  credit: "1",
  answer: (layer, earlier) => (tellsTotal.test(earlier.explanation("padding")) ? solve(layer) : undefined),
});

const toldTotalReadings: readonly Reading<ConvLayer, Count>[] = [
  toldTotal("total-padding-told", (layer) =>
    Math.max(0, solveTotalPadding(heightAxis(layer)), solveTotalPadding(widthAxis(layer))),
  ),
  toldTotal("twice-the-smallest-told", (layer) => {
    const smallest = findSymmetricPadding(layer);
    return smallest === null ? undefined : 2 * smallest;
  }),
];

export const readings: readonly Reading<ConvLayer, Count>[] = [
  {
    id: "smallest",
    kind: "reference",
    credit: "1",
    answer: (layer) => findSymmetricPadding(layer) ?? undefined,
  },
  ...toldTotalReadings,
  ...lastStepReadings,
  ...oneMoreReadings,
  ...axisSlipReadings,
  ...otherReadings,
];
