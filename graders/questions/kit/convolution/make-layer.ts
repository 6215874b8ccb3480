/** Layers whose output size follows from a padding, for hidden cases and tests. */
import { countOutputPositions } from "../../../../reference/padding";
import type { ConvLayer } from "../../../contract/value";

export interface LayerPlan {
  readonly hIn: number;
  readonly wIn: number;
  readonly cIn: number;
  readonly cOut: number;
  readonly kernel: number;
  readonly stride?: number;
  /** Pixels per side, 0 unless told. */
  readonly padding?: number;
}

export function makeLayer({ stride = 1, padding = 0, ...sizes }: LayerPlan): ConvLayer {
  const countOutputs = (input: number): number =>
    countOutputPositions({ input, output: 1, kernel: sizes.kernel, stride, dilation: 1 }, 2 * padding);
  return { ...sizes, hOut: countOutputs(sizes.hIn), wOut: countOutputs(sizes.wIn), stride };
}
