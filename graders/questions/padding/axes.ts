/** Which axes somebody looked at, and what becomes of two paddings. */
import { type ConvAxis, heightAxis, widthAxis } from "../../../reference/padding";
import type { ConvLayer } from "../../contract/value";
import { choose } from "../kit/choice-part";

const bothAxes = "The two axes can need different paddings: one p has to serve both.";

/** Axes looked at, and what becomes of their paddings. */
export interface Axes {
  readonly list: (layer: ConvLayer) => readonly ConvAxis[];
  /** Left out: the larger one serves both. */
  readonly differ?: "both-given" | "none-given" | "smaller-given";
}

const listBoth: Axes["list"] = (layer) => [heightAxis(layer), widthAxis(layer)];

export const axes = choose<Axes>(
  { id: "both-axes", effect: { list: listBoth } },
  {
    id: "height-only",
    effect: { list: (layer) => [heightAxis(layer)] },
    credit: "0.75",
    says: "You looked at the height and not at the width.",
    hint: bothAxes,
  },
  {
    id: "width-only",
    effect: { list: (layer) => [widthAxis(layer)] },
    credit: "0.75",
    says: "You looked at the width and not at the height.",
    hint: bothAxes,
  },
  {
    id: "smaller-axis",
    effect: { list: listBoth, differ: "smaller-given" },
    credit: "0.75",
    says: "Where the axes need different paddings you took the smaller one.",
    hint: bothAxes,
  },
  {
    id: "one-per-axis",
    effect: { list: listBoth, differ: "both-given" },
    credit: "0.75",
    says: "You gave one padding for each axis where they need different ones.",
    hint: bothAxes,
  },
  {
    id: "none-for-both-axes",
    effect: { list: listBoth, differ: "none-given" },
    credit: "0.75",
    says: "You gave no padding where the axes need different ones.",
    hint: bothAxes,
  },
);
