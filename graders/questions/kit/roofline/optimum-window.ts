/** Which batches may be the smallest compute-bound one: where FLOP and bytes meet at the ridge, and how it is told. */
import type { Count } from "../../../contract/answers";
import type { Gpu } from "../../../contract/value";
import { isNoneForm, type NoneForm } from "../none";
import { evaluate, type Line } from "./fit-line";
import type { Span } from "./intensity-choices";
import { layerFlops, moveOnce } from "./intensity-choices";
import { findBytesLines, findFlopsLines, findRidge } from "./lines";
import type { OptimumInput } from "./optimum-cases";

/** From one batch size to another; "none" is beyond all of them, at infinity. */
export interface Window {
  readonly from: number;
  readonly to: number;
  /** What is written where no batch is compute bound. */
  readonly none: None;
  /** Fractions of a sample are in it. */
  readonly isReal?: true;
}

/** Null, or another form that is no number. */
export type NoBatch = null | Exclude<NoneForm, "nothing">;

/** What stands for no batch: a form of none, a number, or any number of some ranges. */
export type None = number | NoBatch | readonly Span[];

/** A form of none: no batch is ever compute bound. Windows are expected; they come only where the release check asks. */
export type OptimumAnswer = Count | NoBatch | Window;

/** Quotients of counts are doubles; what is closer to the ridge than this may fall on either side. */
const slack = 1e-9;

export function place(answer: OptimumAnswer): number {
  if (isNoBatch(answer)) return Number.POSITIVE_INFINITY;
  return typeof answer === "object" ? answer.from : Number(answer);
}

export function isInside(answer: OptimumAnswer, { from, to, none, isReal }: Window): boolean {
  const came = typeof answer === "object" && answer !== null ? pickInside(answer) : answer;
  if (to === Number.POSITIVE_INFINITY && isNone(came, none)) return true;
  const at = place(came);
  return !isNoBatch(came) && at >= from && at <= to && (isReal === true || Number.isInteger(at));
}

export const isNoBatch = (answer: OptimumAnswer): answer is NoBatch => answer === null || isNoneForm(answer);

export function isNone(came: Count | NoBatch, none: None): boolean {
  if (typeof none !== "object" || none === null) return came === none;
  const at = isNoBatch(came) ? Number.NaN : Number(came);
  return none.some(({ least, most }) => at >= least && at <= most);
}

function pickInside({ from, to, none, isReal }: Window): Count | NoBatch {
  if (from === Number.POSITIVE_INFINITY) return pickNone(none);
  return isReal && to < Number.POSITIVE_INFINITY ? (from + to) / 2 : from;
}

function pickNone(none: None): number | NoBatch {
  if (typeof none !== "object" || none === null) return none;
  const [{ least, most } = { least: Number.NaN, most: Number.NaN }] = none;
  return Math.round((least + most) / 2);
}

/** One window per way of counting all but the share: from every input multiplied to none. */
export function listWindows({ model, gpu }: OptimumInput, fused: boolean): readonly Window[] {
  const bytes = findBytesLines(model, moveOnce(fused)) ?? [];
  return layerFlops.flatMap(({ effect, credit }) => {
    if (effect === "own" || credit !== undefined) return [];
    const flops = findFlopsLines(effect(model), model, { least: 0, most: 1 });
    const { least, most } = findCrossings(flops, bytes, gpu);
    return [{ from: roundUp(least), to: roundUp(most), none: null }];
  });
}

export function roundUp(crossing: number): number {
  return Math.max(1, Math.ceil(crossing));
}

/** Batches, fractions among them, at which intensity and ridge are equal: 1 at most where one sample is enough. */
export function findCrossings(flops: readonly Line[], bytes: readonly Line[], gpu: Gpu): Span {
  const ridge = findRidge(gpu);
  const crossings = flops.flatMap((above) =>
    bytes.flatMap((below) =>
      [1 - slack, 1 + slack].map((factor) => findCrossing(above, below, factor * ridge)),
    ),
  );
  return { least: Math.min(...crossings), most: Math.max(...crossings) };
}

function findCrossing(flops: Line, bytes: Line, ridge: number): number {
  const gain = flops.perSample - ridge * bytes.perSample;
  const crossing = gain > 0 ? (ridge * bytes.perBatch - flops.perBatch) / gain : Number.POSITIVE_INFINITY;
  return evaluate(flops, 1) >= ridge * evaluate(bytes, 1) ? Math.min(1, crossing) : crossing;
}
