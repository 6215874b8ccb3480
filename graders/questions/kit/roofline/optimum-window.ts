/** Which batches may be the smallest compute-bound one where the share of multiplied inputs is free. */
import { fractionToNumber } from "../../../../reference/fraction";
import { ridgePoint } from "../../../../reference/roofline";
import type { Count } from "../../../contract/answers";
import type { Earlier } from "../../../contract/earlier";
import { shareBounds } from "./conventions";
import { findOptimum } from "./known-answers";
import type { OptimumInput } from "./optimum-cases";
import { evaluate, type Line, readFlopsLines, readTrafficLine } from "./own-counts";

/** Null: no batch is ever compute bound. */
export type OptimumAnswer = Count | null;

/** From one batch size to another; "none" is beyond all of them, at infinity. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Quotients of own counts are doubles; what is closer to the ridge than this may fall on either side. */
const slack = 1e-9;

export function place(answer: OptimumAnswer): number {
  return answer === null ? Number.POSITIVE_INFINITY : Number(answer);
}

export function isInside(answer: OptimumAnswer, { from, to }: Window): boolean {
  const at = place(answer);
  return at >= from && at <= to && (Number.isInteger(at) || answer === null);
}

/** One window per way of counting all but the share: from every input multiplied to none. */
export function listWindows(input: OptimumInput, fused: boolean): readonly Window[] {
  return shareBounds.map(({ none, all }) => ({
    from: place(findOptimum(input, { ...all, fused })),
    to: place(findOptimum(input, { ...none, fused })),
  }));
}

/** The window that follows from the student's own FLOP and bytes; undefined where they are not usable. */
export function findOwnWindow(
  { gpu, model }: OptimumInput,
  earlier: Earlier,
  fused: boolean,
): Window | undefined {
  const [flops, bytes] = [readFlopsLines(earlier, model), readTrafficLine(earlier, model, fused)];
  if (flops === undefined || bytes === undefined) return undefined;
  const ridge = fractionToNumber(ridgePoint(gpu));
  const batches = flops.flatMap((line) =>
    [1 - slack, 1 + slack].map((factor) => findSmallest(line, bytes, factor * ridge)),
  );
  return { from: Math.min(...batches), to: Math.max(...batches) };
}

/** Smallest B >= 1 with flops(B) >= ridge * bytes(B), infinity if there is none; both grow along a line. */
function findSmallest(flops: Line, bytes: Line, ridge: number): number {
  if (evaluate(flops, 1) >= ridge * evaluate(bytes, 1)) return 1;
  const gain = flops.perSample - ridge * bytes.perSample;
  if (gain <= 0) return Number.POSITIVE_INFINITY;
  return Math.ceil((ridge * bytes.perBatch - flops.perBatch) / gain);
}
