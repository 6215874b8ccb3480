/** Whether the points of a series lie inside the frame of a chart, and take enough of it to be told apart. */
import type { Axis, Channel, PlotSpec, Point, Unit } from "./chart";

/** Less of an axis than this is nothing, or less than a pixel. */
const leastSeen = 1e-4;
const leastRead = 1e-3;
/** Of the points of a line, so many must be inside: a frame may be fitted to the notebook's batch sizes. */
const leastInside = 0.25;
const mostPadding = 100;
const mildExponents = { least: 0.1, most: 10 };
const discreteTypes = ["ordinal", "nominal", "point", "band"];

interface AxisScale {
  readonly place: (value: number) => number;
  readonly ends: readonly [from: number, to: number];
  readonly isExplicit: boolean;
  /** Turned round, or out of all proportion. */
  readonly isDistorted: boolean;
  readonly isDiscrete: boolean;
  /** The only values on a discrete axis, if it says so. */
  readonly categories: readonly string[] | undefined;
}

export type Scales = Readonly<Record<Axis, AxisScale>>;

/** @param units all layers, annotations included: they share scales */
export function readScales(
  { config = {} }: PlotSpec,
  units: readonly Unit[],
  points: readonly Point[],
): Scales {
  const read = (axis: Axis): AxisScale =>
    readScale(
      units.flatMap(({ encoding }) => encoding?.[axis] ?? []),
      points.map((point) => point[axis]),
      config.scale,
    );
  return { x: read("x"), y: read("y") };
}

function readScale(channels: readonly Channel[], values: readonly number[], config: unknown): AxisScale {
  const scale: NonNullable<Channel["scale"]> = Object.assign({}, ...channels.map((one) => one.scale ?? {}));
  const { domain, exponent = 1 } = scale;
  const isDiscrete = channels.some(({ type = "" }) => discreteTypes.includes(scale.type ?? type));
  const place = placeBy(scale);
  const placed = [...values, ...(scale.type === "log" ? [] : [0])].filter((one) =>
    Number.isFinite(place(one)),
  );
  const [least, most] = findEnds(placed);
  const ends: [number, number] = [
    scale.domainMin ?? Number(domain === undefined ? least : domain[0]),
    scale.domainMax ?? Number(domain === undefined ? most : domain[1]),
  ];
  const isPadded = Object.entries({ ...Object(config), ...scale }).some(
    ([name, value]) => /padding/i.test(name) && Math.abs(Number(value)) > mostPadding,
  );
  const isSteep = exponent < mildExponents.least || exponent > mildExponents.most;
  const isTurned = channels.some(({ sort }) => sort === "descending") || (!isDiscrete && ends[0] > ends[1]);
  return {
    place,
    ends,
    isExplicit: [domain, scale.domainMin, scale.domainMax].some((one) => one !== undefined),
    isDistorted: isPadded || isSteep || isTurned,
    isDiscrete,
    categories: isDiscrete ? domain?.map(String) : undefined,
  };
}

/** Where a value lies along an axis, in steps of any length. */
function placeBy({ type, exponent = 1, constant = 1 }: NonNullable<Channel["scale"]>) {
  const power = type === "sqrt" ? 0.5 : type === "pow" ? exponent : 1;
  if (type === "log") return (value: number) => Math.log(value);
  if (type === "symlog") return (value: number) => Math.sign(value) * Math.log1p(Math.abs(value / constant));
  return (value: number) => Math.sign(value) * Math.abs(value) ** power;
}

/** Whether anything of a series is to be seen, by its points. */
export function isInFrame(points: readonly Point[], scales: Scales): boolean {
  return (["x", "y"] as const).every((axis) => {
    const values = points.map((point) => point[axis]);
    const inside = values.filter((value) => isInside(value, scales[axis]));
    return inside.length >= leastInside * values.length && findShare(values, scales[axis]) >= leastSeen;
  });
}

/** Whether all of a series is in the frame, on scales that leave its shape as it is. */
export function isReadable(points: readonly Point[], scales: Scales): boolean {
  return (["x", "y"] as const).every((axis) => {
    const values = points.map((point) => point[axis]);
    const scale = scales[axis];
    const isWide = !scale.isExplicit || findShare(values, scale) >= leastRead;
    return isWide && !scale.isDistorted && values.every((value) => isInside(value, scale));
  });
}

function isInside(value: number, { place, ends, isExplicit, isDiscrete, categories }: AxisScale): boolean {
  if (isDiscrete) return categories === undefined || categories.includes(String(value));
  if (!isExplicit) return true;
  const [from, to] = ends.map(place).sort((a, b) => a - b);
  const slack = 1e-6 * Math.abs((to ?? 0) - (from ?? 0));
  return place(value) >= (from ?? Number.NaN) - slack && place(value) <= (to ?? Number.NaN) + slack;
}

/** Of an axis, by values that are as far apart as the largest is from its half: level lines are to be seen, too. */
function findShare(values: readonly number[], { place, ends: [from, to], isDiscrete }: AxisScale): number {
  if (isDiscrete) return 1;
  const [, most] = findEnds(values);
  const [least] = findEnds([...values, most / 2].map(place).filter(Number.isFinite));
  return Math.abs((place(most) - least) / (place(to) - place(from)));
}

/** The least and the most; the list may be as long as a chart has points. */
function findEnds(values: readonly number[]): readonly [least: number, most: number] {
  return values.reduce<readonly [number, number]>(
    ([least, most], one) => [Math.min(least, one), Math.max(most, one)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}
