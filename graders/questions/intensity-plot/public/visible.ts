/** Whether the title of an axis and the marks of a chart can be seen. */

import type { Looks } from "./chart";
import { looksLike } from "./colors";

const smallestFontSize = 4;
const leastOpacity = 0.2;
const leastOfMark = 0.05;
/** Pixels of either side of a chart. */
const smallestSide = 20;
const mostPadding = 500;
/** Of a dashed line. */
const leastInk = 0.02;
/** Vega-Lite's own. */
const defaultColor = "#4c78a8";

/** Blanks, marks and characters without a shape are no text. */
export function isVisibleText(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replace(/[\u115f\u1160\u3164\uffa0]/gu, ""));
}

/** @param looks of the axis, with what the whole chart says of axes and its background */
export function isVisible(looks: Looks): boolean {
  return isNear(looks, [...axisDistances, "titlePadding", "titleX", "titleY"]) && isWritten(looks, "title");
}

/** @param looks of the axis, with what the whole chart says of axes and its background */
export function hasNumbers(looks: Looks): boolean {
  const { labels, values, tickCount } = looks;
  const isLeftOut = labels === false || tickCount === 0 || (Array.isArray(values) && values.length === 0);
  return (
    !isLeftOut &&
    isNear(looks, [...axisDistances, "labelPadding", "labelOffset"]) &&
    isWritten(looks, "label")
  );
}

const axisDistances = ["offset", "position", "translate", "minExtent"];

function isNear(looks: Looks, names: readonly string[]): boolean {
  return names.every((name) => !(Math.abs(Number(looks[name] ?? 0)) > mostPadding));
}

function isWritten(looks: Looks, what: "title" | "label"): boolean {
  const [fontSize, opacity, limit] = ["FontSize", "Opacity", "Limit"].map((name) => looks[`${what}${name}`]);
  const isCut = isBelow(limit, smallestFontSize) && limit !== 0;
  const isFaint = isBelow(fontSize, smallestFontSize) || isBelow(opacity, leastOpacity);
  return !isCut && !isFaint && !isPaper(looks[`${what}Color`], looks.background);
}

/** What else bears on the points of a line and the line of an area. */
interface Around {
  readonly config: Looks;
  /** By the encoding, for all marks of a layer. */
  readonly told: Looks;
}

/** @param looks of the mark, with what the whole chart says of marks like it, its sides and what is behind it */
export function isDrawn(looks: Looks, around: Around): boolean {
  const { type, opacity, size, width, height } = looks;
  if (isBelow(width, smallestSide) || isBelow(height, smallestSide)) return false;
  if (listOverlays(looks, around).some((overlay) => isDrawn(overlay, around))) return true;
  const isThin =
    type === "line" ? isBelow(size, leastOfMark) : isBelow(size, 1) || isBelow(looks.thickness, 0.1);
  return !isThin && !isBelow(opacity, leastOfMark) && (isStroked(looks) || isFilled(looks));
}

const overlaysOf: Readonly<Record<string, readonly string[]>> = { line: ["point"], area: ["point", "line"] };

function listOverlays(looks: Looks, { config, told }: Around): readonly Looks[] {
  const { background } = looks;
  return (overlaysOf[String(looks.type)] ?? [])
    .filter((name) => looks[name] && looks[name] !== "transparent")
    .map((type) =>
      Object.assign({ background, filled: type === "point" }, config[type], Object(looks[type]), told, {
        type,
      }),
    );
}

/** A line and a hollow point are stroked, everything else is filled; either may be both. */
const isOutline = ({ type, filled }: Looks): boolean =>
  (type === "line" || type === "point") && filled !== true;

function isStroked(looks: Looks): boolean {
  const { stroke, color, strokeOpacity, strokeWidth, strokeDash } = looks;
  if (!isOutline(looks) && stroke === undefined) return false;
  const isFaint = isBelow(strokeOpacity, leastOfMark) || isBelow(strokeWidth, leastOfMark);
  return !isFaint && hasInk(strokeDash) && isInk(stroke ?? color, looks);
}

function isFilled(looks: Looks): boolean {
  const { fill, color, fillOpacity } = looks;
  if (isOutline(looks) && fill === undefined) return false;
  return !isBelow(fillOpacity, leastOfMark) && isInk(fill ?? color, looks);
}

/** Dashes and gaps take turns; an odd number of them is taken twice, and none but zeros for none. */
function hasInk(dash: unknown): boolean {
  if (!Array.isArray(dash)) return true;
  const lengths = (dash.length % 2 === 0 ? dash : [...dash, ...dash]).map(Number);
  const sum = (all: readonly number[]): number => all.reduce((one, other) => one + other, 0);
  return sum(lengths) === 0 || sum(lengths.filter((_, at) => at % 2 === 0)) >= leastInk * sum(lengths);
}

const isInk = (color: unknown, { background }: Looks): boolean => !isPaper(color ?? defaultColor, background);

function isBelow(value: unknown, least: number): boolean {
  return typeof value === "number" && value < least;
}

/** Of the colour of what is behind it, or none. */
function isPaper(color: unknown, background: unknown): boolean {
  return typeof color === "string" && looksLike(color, typeof background === "string" ? background : "white");
}
