/**
 * Reference values beside the student's points of a roofline: hollow marks, an arrow, a sentence. Knows none by itself,
 * since the selfcheck draws the same figure without them. Pure.
 */
import { notebookBatchSizes } from "../../contract/shown";
import { figureTemplates } from "../../wording/figure-templates";
import type { FigureSentences } from "../../wording/sentences-shape";
import { type Point, round } from "./d3";
import { drawMark, type PathView } from "./drawing";
import { formatNumber } from "./format";
import type { Series } from "./series";

/** What the reference has in place of a series; a list holds one number for each batch size of the notebook. */
export interface Mended {
  /** In FLOP per byte. */
  readonly values: readonly number[];
  /** The point that is farthest off; null where all are within what is accepted. */
  readonly slip: Slip | null;
}

export interface Slip {
  /** Index of the batch size. */
  readonly at: number;
  readonly factor: Factor | null;
}

/** How many times the reference's; where neither is right, or nothing is known of the bytes, there is none. */
export interface Factor {
  readonly of: "flops" | "bytes";
  readonly times: number;
}

/** @param movedBytes the student's own, at the batch sizes of the notebook */
export type Mend = (series: Series, movedBytes: readonly number[] | undefined) => Mended;

/** A series with what the reference has in its place. */
export interface MendedSeries {
  readonly series: Series;
  readonly mended: Mended;
}

/** Undefined where nothing is off. */
export function sayMendedTitle(
  all: readonly MendedSeries[],
  gpu: string,
  { say }: FigureSentences,
): string | undefined {
  const [first] = all.flatMap(({ series, mended }) =>
    mended.slip === null ? [] : [{ series, mended, slip: mended.slip }],
  );
  if (first === undefined) return undefined;
  const { series, mended, slip } = first;
  return say(series.isFused ? figureTemplates.roofBelongsFused : figureTemplates.roofBelongs, {
    gpu,
    batch: notebookBatchSizes[slip.at] ?? 0,
    intensity: formatNumber(series.values[slip.at] ?? 0),
    intensityMended: formatNumber(mended.values[slip.at] ?? 0),
  });
}

/** One sentence a series. */
export function sayMended(
  { series, mended: { slip, values } }: MendedSeries,
  sentences: FigureSentences,
): string {
  const { say, figures } = sentences;
  if (slip === null) return series.isFused ? figures.roofMendedNoneFused : figures.roofMendedNone;
  const { at, factor } = slip;
  const told = {
    kernels: series.label,
    batch: notebookBatchSizes[at] ?? 0,
    factor: formatNumber((values[at] ?? 0) / (series.values[at] ?? 1)),
    times: formatNumber(factor?.times ?? 1),
  };
  if (factor === null) return say(figureTemplates.roofMended, told);
  return say(factor.of === "bytes" ? figureTemplates.roofMendedBytes : figureTemplates.roofMendedFlops, told);
}

/**
 * Where points that are off belong, hollow, and an arrow there from the one that is farthest off.
 *
 * @param reach from an intensity to its place in the drawing
 */
export function drawMended(
  { series, mended: { slip, values } }: MendedSeries,
  reach: (intensity: number) => Point,
): readonly PathView[] {
  if (slip === null) return [];
  const marks = values.map((one) => drawMark(`mended-${series.role}`, series.shape, reach(one)));
  const [from, to] = [reach(series.values[slip.at] ?? 1), reach(values[slip.at] ?? 1)];
  const isShort = Math.hypot(to.x - from.x, to.y - from.y) < shortestArrow;
  return isShort ? marks : [...marks, ...drawArrow(`arrow-${series.role}`, [from, to], !series.isFused)];
}

/** Two marks and a head need as much. */
const shortestArrow = 18;
/** Between an arrow and the marks that it joins. */
const gap = 7;
const head = { length: 7, halfWidth: 3.5 } as const;

/** An arc of 60 degrees, beside the roof that its ends lie on and away from the labels of its series. */
function drawArrow(role: string, [from, to]: readonly [Point, Point], isAbove: boolean): readonly PathView[] {
  const side = isAbove === to.x > from.x ? 1 : -1;
  const chord = Math.atan2(to.y - from.y, to.x - from.x);
  const turn = (angle: number, by: number): Point => ({ x: by * Math.cos(angle), y: by * Math.sin(angle) });
  const [leave, arrive] = [chord - (side * Math.PI) / 6, chord + (side * Math.PI) / 6];
  const start = move(from, turn(leave, gap));
  const tip = move(to, turn(arrive, -gap));
  const end = move(tip, turn(arrive, -head.length));
  const across = turn(arrive + Math.PI / 2, head.halfWidth);
  const radius = Math.hypot(end.x - start.x, end.y - start.y);
  const [left, right] = [move(end, across), move(end, { x: -across.x, y: -across.y })];
  return [
    {
      role,
      path: `M${write(start)}A${round(radius)},${round(radius)} 0 0 ${side > 0 ? 1 : 0} ${write(end)}`,
    },
    { role: `${role}-head`, path: `M${write(tip)}L${write(left)}L${write(right)}z` },
  ];
}

const move = (point: Point, by: Point): Point => ({ x: point.x + by.x, y: point.y + by.y });
const write = ({ x, y }: Point): string => `${round(x)},${round(y)}`;
