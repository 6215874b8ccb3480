/** What a reader learns from the axes of a chart: their titles, and the numbers beside them. */
import type { Axis, Channel, Looks, PlotSpec, Unit } from "./chart";
import { areTitlesOf } from "./titles";
import { hasNumbers, isVisible, isVisibleText } from "./visible";

/** @param units those that are drawn */
export function describeTitles(spec: PlotSpec, units: readonly Unit[]) {
  const [x, y] = (["x", "y"] as const).map((axis) => readAxis(spec, units, axis));
  if (!x?.title || !y?.title) return { isTitled: false, across: false, swapped: false };
  const isNumbered = x.isNumbered && y.isNumbered;
  return {
    isTitled: true,
    across: isNumbered && areTitlesOf(x.title, y.title),
    swapped: isNumbered && areTitlesOf(y.title, x.title),
  };
}

/** Layers share an axis: Vega-Lite prints all their titles. */
function readAxis(spec: PlotSpec, units: readonly Unit[], axis: Axis) {
  const inherited = listLooks(spec, axis);
  const channels = units.flatMap(({ encoding }) => encoding?.[axis] ?? []);
  const looks = channels.map((one): Looks => Object.assign({}, ...inherited, one.axis ?? {}));
  const titles = channels.flatMap((channel, at) => readTitle(channel, looks[at] ?? {}));
  return { title: [...new Set(titles)].join(", "), isNumbered: looks.some(hasNumbers) };
}

/** A title of its own that can be seen: the name of a field, which Vega-Lite would print instead, is not one. */
function readTitle(channel: Channel, looks: Looks): readonly string[] {
  if (channel.axis === null) return [];
  const title = channel.axis?.title === undefined ? channel.title : channel.axis.title;
  const text = [title ?? ""].flat().join(" ");
  return isVisibleText(text) && isVisible(looks) ? [text.trim()] : [];
}

/** What the spec says about all axes, or some of them: axis, axisX, axisBottom, axisQuantitative … */
function listLooks({ config = {}, background = config.background }: PlotSpec, axis: Axis): readonly Looks[] {
  const others = axis === "x" ? /^axis(?:Y|Left|Right)/ : /^axis(?:X|Top|Bottom)/;
  const axes = Object.entries(config).filter(([name]) => name.startsWith("axis") && !others.test(name));
  return [{ background }, ...axes.map(([, looks]) => (typeof looks === "object" ? (looks as Looks) : {}))];
}
