/**
 * The notebook's model as the reference counts it: where a student's points belong, and by which factor of FLOP or of
 * bytes they are off. Only for pages with reference values. Pure.
 */
import { makeFraction } from "../../../reference/fraction";
import { modelBytes } from "../../../reference/prelu-linear";
import { intensityCurve } from "../../../reference/roofline";
import { notebookBatchSizes, notebookModel } from "../../contract/shown";
import { findExtent } from "./d3";
import type { Factor, Mended } from "./draw-mended";
import type { Series } from "./series";

/** As judging allows. */
const tolerance = 0.01;

/** @param movedBytes the student's own, at the same batch sizes */
export function mend({ values, isFused }: Series, movedBytes: readonly number[] | undefined): Mended {
  const right = countRight(isFused);
  const off = values.map((value, at) => {
    const [least, most] = [right.least[at] ?? 0, right.most[at] ?? 0];
    const isAccepted = value >= least * (1 - tolerance) && value <= most * (1 + tolerance);
    return isAccepted ? 0 : Math.abs(Math.log(value / (right.values[at] ?? value)));
  });
  const [, farthest] = findExtent(off);
  // Of points that are equally far off the last: to half a percent, for numbers may be rounded.
  const at = off.findLastIndex((one) => one >= farthest - 0.005);
  if (farthest === 0) return { values: right.values, slip: null };
  return {
    values: right.values,
    slip: { at, factor: findFactor(values[at], movedBytes?.[at], { right, at }) },
  };
}

interface Right {
  readonly values: readonly number[];
  /** By the accepted ways of counting. */
  readonly least: readonly number[];
  readonly most: readonly number[];
  readonly bytes: readonly number[];
}

function countRight(fused: boolean): Right {
  const count = (options: Parameters<typeof intensityCurve>[2]): readonly number[] =>
    intensityCurve(notebookBatchSizes, notebookModel, { fused, ...options });
  return {
    values: count({}),
    least: count({ additions: "exact", nonPositiveShare: makeFraction(0n) }),
    most: count({ preluWeight: false, nonPositiveShare: makeFraction(1n) }),
    bytes: notebookBatchSizes.map((size) => Number(modelBytes(size, notebookModel, { fused }))),
  };
}

function findFactor(
  intensity = 0,
  movedBytes: number | undefined,
  { right, at }: { readonly right: Right; readonly at: number },
): Factor | null {
  const bytes = right.bytes[at] ?? 0;
  if (movedBytes === undefined || bytes === 0) return null;
  const timesBytes = movedBytes / bytes;
  const flops = (intensity * movedBytes) / bytes;
  const [least, most] = [right.least[at] ?? 0, right.most[at] ?? 0];
  if (Math.abs(timesBytes - 1) <= tolerance)
    return { of: "flops", times: flops / (right.values[at] ?? flops) };
  const areFlopsRight = flops >= least * (1 - tolerance) && flops <= most * (1 + tolerance);
  return areFlopsRight ? { of: "bytes", times: timesBytes } : null;
}
