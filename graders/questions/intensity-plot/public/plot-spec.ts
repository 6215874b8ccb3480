/**
 * Reads a Vega-Lite spec that a submission returned: through a strict schema, then down to what is judged, which is
 * its points and whether both axes have a title. The spec itself is data and is never run here.
 */
import { describeValue, type Returned } from "../../../contract/answers";
import type { Read } from "../../../contract/question";
import { compileSchema, type Misfit, SchemaError } from "../../../contract/schemas/ajv";
import { Opaque, type Value } from "../../../contract/value";
import { describeTitles } from "./axes";
import type { Legibility, Looks, Mark, Plot, PlotSpec, Point, Row, Unit } from "./chart";
import schema from "./plot.schema.json";
import { isInFrame, isReadable, readScales } from "./scales";
import { isDrawn } from "./visible";

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
  const layers = listLayers(spec);
  const units = layers.filter((unit) => isCurve(spec, unit));
  const drawn = units.flatMap(listSeries).filter((points) => points.length > 0);
  const scales = readScales(spec, layers, drawn.flat());
  const series = drawn.filter((points) => isInFrame(points, scales));
  if (series.length === 0) return { ok: false, came: { code: "chart-without-points" } };
  if (series.length > maxSeries)
    return { ok: false, came: { code: "chart-with-too-many-lines", count: maxSeries } };
  const titles = describeTitles(spec, units);
  const areReadable = series.every((points) => isReadable(points, scales));
  const judge = (isFitting: boolean, isScale: boolean): Legibility =>
    !titles.isTitled ? "untitled" : isFitting && isScale && areReadable ? "titled" : "unclear";
  // Intensities in a row, like names, show no shape; batch sizes may be put so. Swapped axes cost enough without their titles.
  const axes = {
    across: judge(titles.across, !scales.y.isDiscrete),
    swapped: judge(titles.across || titles.swapped, !scales.x.isDiscrete),
  };
  return { ok: true, answer: { series, axes } };
}

/** The layers, each with what it inherits, or the spec itself. */
function listLayers({ layer, ...whole }: PlotSpec): readonly Unit[] {
  return layer === undefined ? [whole] : layer.map((unit) => inherit(whole, unit));
}

/** Whether something of a layer can be seen that is no annotation. */
function isCurve(spec: PlotSpec, unit: Unit): boolean {
  if (unit.mark === undefined || annotations.includes(nameMark(unit.mark))) return false;
  const told = listTold(unit);
  return isDrawn({ ...listMarkLooks(spec, unit), ...told }, { config: spec.config ?? {}, told });
}

/** What the encoding says of all marks alike. */
function listTold({ encoding = {} }: Unit): Looks {
  const names = ["color", "size", "opacity"] as const;
  return Object.fromEntries(
    names.flatMap((name) => (encoding[name]?.value === undefined ? [] : [[name, encoding[name].value]])),
  );
}

function listMarkLooks({ config = {}, ...whole }: PlotSpec, { mark = "line", view }: Unit): Looks {
  const type = nameMark(mark);
  const frame = Object.assign({}, config.view, whole.view, view) as Looks;
  return Object.assign(
    {
      background: frame.fill ?? whole.background ?? config.background,
      width: whole.width ?? frame.continuousWidth,
      height: whole.height ?? frame.continuousHeight,
    },
    config.mark,
    config[type],
    typeof mark === "object" ? mark : {},
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

/** Numbers for bigints, and ordinary objects without their undefined fields: what JSON could have said. */
function toPlain(value: Value): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== "object" || value === null || value instanceof Opaque) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, toPlain(item)]));
}
