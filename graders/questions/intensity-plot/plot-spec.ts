/**
 * Reads a Vega-Lite spec that a submission returned: through a strict schema, then down to what is judged, which is
 * its points and whether both axes have a title. The spec itself is data and is never run here.
 */
import { describeValue, type Returned } from "../../contract/answers";
import type { Read } from "../../contract/question";
import { compileSchema, type Misfit, SchemaError } from "../../contract/schemas/ajv";
import { Opaque, type Value } from "../../contract/value";
import schema from "./plot.schema.json";
import { isDrawn, isVisible, isVisibleText, type Looks } from "./visible";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a plot shows. A series is one line, or the points of one colour. */
export interface Plot {
  readonly series: readonly (readonly Point[])[];
  readonly isTitled: boolean;
}

type Text = string | readonly string[];
type Row = Readonly<Record<string, number | string | boolean | null>>;

interface Channel {
  readonly field?: string;
  readonly title?: Text | null;
  readonly axis?: ({ readonly title?: Text | null } & Looks) | null;
}

interface Encoding {
  readonly x?: Channel | null;
  readonly y?: Channel | null;
  readonly color?: Splitter;
  readonly shape?: { readonly field?: string };
  readonly strokeDash?: { readonly field?: string };
  readonly detail?: { readonly field?: string };
  readonly size?: Splitter;
  readonly opacity?: Splitter;
}

/** A field that splits the points into lines, or one look for all. */
interface Splitter {
  readonly field?: string;
  readonly value?: unknown;
}

type Mark = string | ({ readonly type: string } & Looks);

interface Unit {
  readonly mark?: Mark;
  readonly data?: { readonly values: readonly Row[] };
  readonly encoding?: Encoding;
}

interface PlotSpec extends Unit {
  readonly layer?: readonly Unit[];
  readonly background?: unknown;
  readonly config?: Looks;
  readonly width?: unknown;
  readonly height?: unknown;
}

const plotSchema = compileSchema<PlotSpec>(schema);
/** More lines than this are no answer to "plot the curve". */
const maxSeries = 4;
const longestSpec = 1_000_000;
/** As deep as an answer may be that is no text. */
const deepestSpec = 64;
/** Marks that annotate; they show no data of the curve. */
const annotations = ["rule", "text"];

/** Reads a spec given as plain data or as JSON; says what is wrong with another one, naming the place. */
export function readPlot(given: Value): Read<Plot> {
  const value = typeof given === "string" ? parseSpec(given) : given;
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Opaque)
    return { ok: false, came: describeValue(value) };
  try {
    return describePlot(plotSchema.check(toPlain(value), "a chart spec"));
  } catch (error) {
    if (error instanceof SchemaError && error.misfit !== null)
      return { ok: false, came: describeMisfit(error.misfit) };
    throw error;
  }
}

function describeMisfit({ path, expected, got }: Misfit): Returned {
  return path === ""
    ? { code: "chart-misfit-at-top", expected, got }
    : { code: "chart-misfit", path, expected, got };
}

/** The text itself where it is no JSON, or more of it than any such plot needs. */
function parseSpec(text: string): Value {
  if (text.length > longestSpec) return text;
  try {
    const spec = JSON.parse(text) as Value;
    return isDeeperThan(spec, deepestSpec) ? text : spec;
  } catch {
    return text;
  }
}

/** Level by level, for what is nested without end would overflow a stack. */
function isDeeperThan(value: unknown, most: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth < most && level.length > 0; depth++) {
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
  }
  return level.length > 0;
}

function describePlot(spec: PlotSpec): Read<Plot> {
  const units = listUnits(spec);
  const series = units.flatMap(listSeries).filter((points) => points.length > 0);
  if (series.length === 0) return { ok: false, came: { code: "chart-without-points" } };
  if (series.length > maxSeries)
    return { ok: false, came: { code: "chart-with-too-many-lines", count: maxSeries } };
  const isTitled = (["x", "y"] as const).every((axis) =>
    units.some(({ encoding }) => hasTitle(encoding?.[axis], listLooks(spec, axis))),
  );
  return { ok: true, answer: { series, isTitled } };
}

/** The layers, each with what it inherits, or the spec itself; annotations and what cannot be seen left out. */
function listUnits({ layer, ...whole }: PlotSpec): readonly Unit[] {
  const units = layer === undefined ? [whole] : layer.map((unit) => inherit(whole, unit));
  return units.filter(
    (unit) =>
      unit.mark !== undefined &&
      !annotations.includes(nameMark(unit.mark)) &&
      isDrawn(listMarkLooks(whole, unit, nameMark(unit.mark))),
  );
}

function listMarkLooks(whole: PlotSpec, { mark, encoding = {} }: Unit, type: string): Looks {
  const { config = {}, background = config.background, width, height } = whole;
  const told = (["color", "size", "opacity"] as const).flatMap((name) =>
    encoding[name]?.value === undefined ? [] : [[name, encoding[name].value] as const],
  );
  return Object.assign(
    { background, width, height },
    config.mark,
    config[type],
    typeof mark === "object" ? mark : {},
    Object.fromEntries(told),
    { type },
  );
}

function inherit(whole: Unit, unit: Unit): Unit {
  const encoding = { ...whole.encoding, ...unit.encoding };
  const data = unit.data ?? whole.data;
  return { ...unit, encoding, ...(data === undefined ? {} : { data }) };
}

function nameMark(mark: Mark): string {
  return typeof mark === "string" ? mark : mark.type;
}

function listSeries({ data, encoding = {} }: Unit): readonly (readonly Point[])[] {
  const [x, y] = [encoding.x?.field, encoding.y?.field];
  if (data === undefined || x === undefined || y === undefined) return [];
  const splitters = [encoding.color, encoding.shape, encoding.strokeDash, encoding.detail].map(
    (one) => one?.field,
  );
  const series = new Map<string, Point[]>();
  for (const row of data.values) {
    const point = { x: readCoordinate(row[x]), y: readCoordinate(row[y]) };
    if (Number.isNaN(point.x) || Number.isNaN(point.y)) continue;
    const key = JSON.stringify(splitters.map((field) => (field === undefined ? null : row[field])));
    const points = series.get(key);
    if (points === undefined) series.set(key, [point]);
    else points.push(point);
  }
  return [...series.values()];
}

/** A number, also as text, as ordinal axes have it; NaN for what would not be drawn. */
function readCoordinate(value: Row[string] | undefined): number {
  if (typeof value === "number") return value;
  return typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
}

/** What the spec says about all axes, or some of them: axis, axisX, axisBottom, axisQuantitative … */
function listLooks(
  { config = {}, background = config.background }: PlotSpec,
  axis: "x" | "y",
): readonly Looks[] {
  const others = axis === "x" ? /^axis(?:Y|Left|Right)/ : /^axis(?:X|Top|Bottom)/;
  const axes = Object.entries(config).filter(([name]) => name.startsWith("axis") && !others.test(name));
  return [{ background }, ...axes.map(([, looks]) => (typeof looks === "object" ? (looks as Looks) : {}))];
}

/** A title of its own that can be seen: the name of a field, which Vega-Lite would print instead, is not one. */
function hasTitle(channel: Channel | null | undefined, looks: readonly Looks[]): boolean {
  if (channel === undefined || channel === null || channel.axis === null) return false;
  const title = channel.axis?.title === undefined ? channel.title : channel.axis.title;
  return (
    title !== undefined &&
    title !== null &&
    isVisibleText([title].flat().join("")) &&
    isVisible(Object.assign({}, ...looks, channel.axis ?? {}))
  );
}

/** Numbers for bigints, and ordinary objects without their undefined fields: what JSON could have said. */
function toPlain(value: Value): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== "object" || value === null || value instanceof Opaque) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, toPlain(item)]));
}
