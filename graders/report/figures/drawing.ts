/** What a figure is made of: paths and texts with a place, and the words and the table around them. Pure. */
import { type Interval, makeLinearScale, makeLogScale, type Point, round, type Scale, traceLine } from "./d3";
import { formatNumber } from "./format";

/** Everything in the units of the drawing. */
export interface DrawingView {
  readonly width: number;
  readonly height: number;
  readonly paths: readonly PathView[];
  readonly texts: readonly TextView[];
}

/** @property role names its class in figures.css */
export interface PathView {
  readonly role: string;
  readonly path: string;
}

export interface TextView extends Point {
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
  readonly tone: "ink" | "soft";
}

export interface LegendView {
  readonly role: string;
  readonly swatch: string;
  readonly label: string;
}

export interface TableView {
  readonly head: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

/** A drawing with what it shows in words, and its numbers. */
export interface PanelView {
  readonly id: string;
  /** On the switch between panels; those of one label are shown together. */
  readonly label: string;
  /** A finding, as a sentence without its full stop. */
  readonly title: string;
  readonly says: readonly string[];
  readonly drawing: DrawingView;
  readonly legend: readonly LegendView[];
  readonly table: TableView;
}

export interface FigureView {
  readonly id: string;
  /** What it is about, in a few words. */
  readonly kicker: string;
  /** What one chooses among the labels of the panels, all of which are there; null where they stand below each other. */
  readonly chooses: string | null;
  readonly panels: readonly PanelView[];
}

const width = 420;
const height = 280;
/** The plot inside its axes. */
export const plot = { left: 58, right: width - 22, top: 22, bottom: height - 48 } as const;

export interface Axis extends Scale {
  readonly title: string;
  readonly labels: readonly string[];
}

export const across: Interval = [plot.left, plot.right];
export const upwards: Interval = [plot.bottom, plot.top];

export function makeLogAxis(
  domain: Interval,
  range: Interval,
  { title, unit = 1 }: { readonly title: string; readonly unit?: number },
): Axis {
  const scale = makeLogScale(domain, range);
  return { ...scale, title, labels: scale.ticks.map((value) => formatNumber(value / unit)) };
}

export function makeLinearAxis(domain: Interval, range: Interval, title: string): Axis {
  const scale = makeLinearScale(domain, range, 5);
  return { ...scale, title, labels: scale.ticks.map(formatNumber) };
}

type Marks = Pick<DrawingView, "paths" | "texts">;

/** A drawing of marks above its grid and axes. */
export function drawPlot(x: Axis, y: Axis, { paths, texts }: Marks): DrawingView {
  const [below, beside] = [drawTicksAcross(x), drawTicksUpwards(y)];
  const base: PathView = { role: "axis", path: `M${plot.left},${plot.bottom}H${plot.right}` };
  return {
    width,
    height,
    paths: [...below.paths, ...beside.paths, ...paths, base],
    texts: [...below.texts, ...beside.texts, ...texts],
  };
}

function drawTicksAcross({ ticks, labels, place, title }: Axis): Marks {
  const centre = (plot.left + plot.right) / 2;
  return {
    paths: ticks.map((value) => ({ role: "grid", path: `M${place(value)},${plot.top}V${plot.bottom}` })),
    texts: [
      ...ticks.map((value, at) =>
        writeSoftly(labels[at] ?? "", { x: place(value), y: plot.bottom + 16 }, "middle"),
      ),
      writeSoftly(title, { x: centre, y: height - 8 }, "middle"),
    ],
  };
}

function drawTicksUpwards({ ticks, labels, place, title }: Axis): Marks {
  return {
    paths: ticks.map((value) => ({ role: "grid", path: `M${plot.left},${place(value)}H${plot.right}` })),
    texts: [
      ...ticks.map((value, at) =>
        writeSoftly(labels[at] ?? "", { x: plot.left - 6, y: place(value) + 4 }, "end"),
      ),
      writeSoftly(title, { x: 2, y: 12 }),
    ],
  };
}

export function write(text: string, { x, y }: Point, anchor: TextView["anchor"] = "start"): TextView {
  return { text, x: round(x), y: round(y), anchor, tone: "ink" };
}

/** What only frames the numbers. */
export function writeSoftly(text: string, at: Point, anchor?: TextView["anchor"]): TextView {
  return { ...write(text, at, anchor), tone: "soft" };
}

const radius = 4;
const shapes = {
  circle: `a${radius},${radius} 0 1 0 ${2 * radius},0a${radius},${radius} 0 1 0 ${-2 * radius},0z`,
  diamond: "l4.5,-5.5l4.5,5.5l-4.5,5.5z",
} as const;

/** The leftmost place of each shape is as far from its centre as its mark is wide. */
const reach = { circle: radius, diamond: 4.5 } as const;

export type MarkShape = keyof typeof shapes;

/** A mark around a point: shapes tell series apart without colour. */
export function drawMark(role: string, shape: MarkShape, { x, y }: Point): PathView {
  return { role, path: `M${round(x - reach[shape])},${round(y)}${shapes[shape]}` };
}

export function drawLine(role: string, points: readonly Point[]): PathView {
  return { role, path: traceLine(points) };
}

/** A swatch of a legend, 14 by 12. */
export function describeMark(role: string, shape: MarkShape, label: string): LegendView {
  return { role, swatch: drawMark(role, shape, { x: 7, y: 6 }).path, label };
}

export function describeFill(role: string, label: string): LegendView {
  return { role, swatch: "M1,1H13V11H1z", label };
}

export function describeStroke(role: string, label: string): LegendView {
  return { role, swatch: "M0,6H14", label };
}
