/**
 * The notebook's model as the reference counts it, beside the student's points: where they belong, and by which factor
 * of FLOP or of bytes they are off. Only for pages with reference values. Pure.
 */
import { makeFraction } from "../../../reference/fraction";
import { modelBytes } from "../../../reference/prelu-linear";
import { intensityCurve } from "../../../reference/roofline";
import { notebookBatchSizes, notebookModel } from "../../contract/shown";
import { figureTemplates } from "../../wording/figure-templates";
import type { Sentences } from "../../wording/sentences-shape";
import { findExtent, type Point, round } from "./d3";
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
interface Factor {
  readonly of: "flops" | "bytes";
  readonly times: number;
}

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

/** A series with what the reference has in its place. */
export interface MendedSeries {
  readonly series: Series;
  readonly mended: Mended;
}

/** Undefined where nothing is off. */
export function sayMendedTitle(
  all: readonly MendedSeries[],
  gpu: string,
  { say }: Sentences,
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
export function sayMended({ series, mended: { slip, values } }: MendedSeries, sentences: Sentences): string {
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
