/** The two halves of a convolution question: one exported function, judged for its MACs and for its FLOPs. */
import type { CallPart, Case, Random } from "../../../contract/question";
import type { ConvLayer } from "../../../contract/value";
import { citeSources } from "../sources";
import { type ConvolutionReading, type CountLayer, rememberCounts } from "./conventions";
import { listFlopsReadings } from "./flops-readings";
import { listMacsReadings } from "./macs-readings";
import { isSameOpCount, type OpCountAnswer, type OpField, readOpCount } from "./op-count";
import type { ConvolutionSlip } from "./slips";
import { flopsSources, macsSources } from "./sources";

export interface ConvolutionPlan {
  readonly export: string;
  listCases(random: Random): readonly Case<ConvLayer>[];
  readonly countLayer: CountLayer;
  /** Slips in counting the dot products, which show in both numbers. */
  readonly slips: readonly ConvolutionSlip[];
  /** Slips that show in the FLOPs alone. */
  readonly flopsSlips?: readonly ConvolutionReading[];
}

/** Half a point each. */
export function makeParts(plan: ConvolutionPlan): readonly CallPart[] {
  const countLayer = rememberCounts(plan.countLayer);
  const readings = {
    macs: citeSources(listMacsReadings(countLayer, plan.slips), macsSources),
    flops: citeSources(
      [...listFlopsReadings(countLayer, plan.slips), ...(plan.flopsSlips ?? [])],
      flopsSources,
    ),
  };
  const makePart = (field: OpField): CallPart<ConvLayer, OpCountAnswer> => ({
    kind: "call",
    id: field,
    points: "0.5",
    export: plan.export,
    cases: plan.listCases,
    args: (layer) => [layer],
    read: (value) => readOpCount(value, field),
    isSame: isSameOpCount,
    readings: readings[field],
  });
  return [makePart("macs"), makePart("flops")];
}
