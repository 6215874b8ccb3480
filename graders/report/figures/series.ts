/** The two kernels apart, or fused into one: how each is drawn and called. Pure. */
import type { FigureLabels } from "../../wording/sentences-shape";
import type { MarkShape } from "./drawing";

export interface Series {
  readonly role: "first" | "second";
  readonly shape: MarkShape;
  readonly label: string;
  readonly isFused: boolean;
  /** One for each batch size of the notebook. */
  readonly values: readonly number[];
}

/** Those of the two that are there. */
export function listSeries(
  [unfused, fused]: readonly [readonly number[] | undefined, readonly number[] | undefined],
  labels: FigureLabels,
): readonly Series[] {
  return [
    ...(unfused === undefined
      ? []
      : [
          {
            role: "first" as const,
            shape: "circle" as const,
            label: labels.unfused,
            isFused: false,
            values: unfused,
          },
        ]),
    ...(fused === undefined
      ? []
      : [
          {
            role: "second" as const,
            shape: "diamond" as const,
            label: labels.fused,
            isFused: true,
            values: fused,
          },
        ]),
  ];
}
