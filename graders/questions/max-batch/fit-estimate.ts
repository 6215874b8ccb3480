/** From totals at some batch sizes to what grows with the batch: the larger of a line and what small batches take. */
import { isClose } from "../../contract/answers";

/** In bytes: what does not grow with the batch, and what a sample adds. */
export interface Line {
  readonly fixed: number;
  readonly perSample: number;
}

export interface Needs extends Line {
  /** The least memory that any batch takes. */
  readonly least?: number;
  /** What small batches take, where that is more. */
  readonly early?: Line;
  /** The totals are rounded: so many bytes more or less, nobody knows. The further a batch, the less the line tells. */
  readonly slack?: Line;
}

export interface Point {
  readonly size: number;
  readonly total: number;
}

type IsNear = (expected: number, came: number) => boolean;

/** What doubles lose. */
const isExact: IsNear = (expected, came) => isClose(expected, came, 1e-9);

const steps = Array.from({ length: 15 }, (_, at) => 10 ** (8 - at));

/** A total may be rounded itself, or the sum of four rounded parts: half a step for each, and as much for the line. */
const mostSteps = 3;

/**
 * @param points by rising size, at least five; the last two are on the line of the large batches
 * @returns undefined where no two lines hold them all
 */
export function fitEstimate(points: readonly Point[]): Needs | undefined {
  // More samples never take less.
  if (points.some(({ total }, at) => total < (points[at - 1]?.total ?? total))) return undefined;
  const exact = fitLines(points, isExact, (later) => later.slice(0, 2));
  if (exact !== undefined) return exact;
  const step = steps.find((one) => points.every(({ total }) => isMultiple(total, one)));
  if (step === undefined) return undefined;
  const most = mostSteps * step;
  const rounded = fitLines(
    points,
    (expected, came) => Math.abs(came - expected) <= most,
    (later) => later.slice(-2),
  );
  return rounded && { ...rounded, slack: { fixed: most, perSample: most / (points.at(-1)?.size ?? 1) } };
}

const isMultiple = (total: number, step: number): boolean =>
  isClose(Math.round(total / step) * step, total, 1e-12);

/** @param pick of the points on the later line the two that tell it best */
function fitLines(
  points: readonly Point[],
  isNear: IsNear,
  pick: (later: readonly Point[]) => readonly Point[],
): Needs | undefined {
  const rough = drawLine(points.slice(-2));
  if (rough === undefined) return undefined;
  const start = points.findIndex(({ size, total }) => isNear(rough.fixed + size * rough.perSample, total));
  const later = points.slice(start);
  const line = drawLine(pick(later));
  const isHeld =
    line !== undefined && later.every(({ size, total }) => isNear(line.fixed + size * line.perSample, total));
  const [first] = points;
  if (!isHeld || first === undefined || !(line.perSample > 0)) return undefined;
  // In a larger unit, what starts at nothing may come out a little below it.
  const isNothing = line.fixed < 1e-12 * first.total && isNear(first.total - line.fixed, first.total);
  const fixed = isNothing ? 0 : line.fixed;
  if (fixed < 0) return undefined;
  const early = describeEarly(points.slice(0, start), line, isNear);
  return early && { ...line, fixed, ...early };
}

/** Of small batches, each of which takes more than the line says: one amount, or another line. */
function describeEarly(
  points: readonly Point[],
  later: Line,
  isNear: IsNear,
): Pick<Needs, "least" | "early"> | undefined {
  const [first] = points;
  if (first === undefined) return {};
  if (points.some(({ size, total }) => total < later.fixed + size * later.perSample)) return undefined;
  if (points.every(({ total }) => isNear(first.total, total))) return { least: first.total };
  const early = drawLine(points.slice(0, 2));
  const isHeld =
    early !== undefined &&
    points.every(({ size, total }) => isNear(early.fixed + size * early.perSample, total));
  return isHeld && early.perSample > 0 && early.perSample < later.perSample ? { early } : undefined;
}

function drawLine([a, b]: readonly Point[]): Line | undefined {
  if (a === undefined || b === undefined) return undefined;
  const perSample = (b.total - a.total) / (b.size - a.size);
  return { fixed: a.total - a.size * perSample, perSample };
}
