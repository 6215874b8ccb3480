/** Whether the title of an axis and the marks of a chart can be seen. */

/** What a spec says about how something looks, by its names in Vega-Lite. */
export type Looks = Readonly<Record<string, unknown>>;

const smallestFontSize = 4;
const leastOpacity = 0.2;
const leastOfMark = 0.05;
/** Pixels of either side of a chart. */
const smallestSide = 20;
const mostPadding = 500;
const light = new Set([
  "white",
  "snow",
  "ivory",
  "ghostwhite",
  "whitesmoke",
  "floralwhite",
  "azure",
  "mintcream",
]);
/** Of red, green and blue, where a colour is as good as white. */
const lightest = 0xe0;

/** Blanks, marks and characters without a shape are no text. */
export function isVisibleText(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replace(/[\u115f\u1160\u3164\uffa0]/gu, ""));
}

/** @param looks of the axis, with what the whole chart says of axes and its background */
export function isVisible(looks: Looks): boolean {
  const { titleFontSize, titleOpacity, titleColor, titleLimit, titlePadding, background } = looks;
  const isFar = typeof titlePadding === "number" && Math.abs(titlePadding) > mostPadding;
  const isTiny = typeof titleFontSize === "number" && titleFontSize < smallestFontSize;
  const isFaint = typeof titleOpacity === "number" && titleOpacity < leastOpacity;
  const isCut = typeof titleLimit === "number" && titleLimit > 0 && titleLimit < smallestFontSize;
  return !isFar && !isTiny && !isFaint && !isCut && !isPaper(titleColor, background);
}

/** @param looks of the mark, with what the whole chart says of marks like it, its sides and its background */
export function isDrawn(looks: Looks): boolean {
  const { type, opacity, strokeOpacity, fillOpacity, strokeWidth, size, width, height, background } = looks;
  const isBelow = (value: unknown, least: number): boolean => typeof value === "number" && value < least;
  const isLine = type === "line" || type === "trail";
  const hasPoints = looks.point !== undefined && looks.point !== false;
  const isSmall = isBelow(width, smallestSide) || isBelow(height, smallestSide);
  const isFaint = isLine
    ? isBelow(strokeOpacity, leastOfMark)
    : isBelow(fillOpacity, leastOfMark) && isBelow(strokeOpacity, leastOfMark);
  const isThin = isLine ? isBelow(strokeWidth, leastOfMark) : isBelow(size, 1);
  const isHidden = isThin || isFaint || isPaper(pickColor(looks, isLine), background);
  return !isSmall && !isBelow(opacity, leastOfMark) && (!isHidden || (isLine && hasPoints));
}

/** The colour that shows of a mark: a line and a hollow point are stroked, everything else is filled. */
function pickColor({ type, stroke, fill, color }: Looks, isLine: boolean): unknown {
  return isLine || type === "point" ? (stroke ?? color) : (stroke ?? fill ?? color);
}

/** Of the colour of what is behind it. */
function isPaper(color: unknown, background: unknown): boolean {
  if (typeof color !== "string") return false;
  const behind = typeof background === "string" ? background.trim().toLowerCase() : "white";
  const own = color.trim().toLowerCase();
  return own === behind || isClear(own) || (isLight(behind) && isLight(own));
}

/** No colour at all, or a hexadecimal one without opacity. */
function isClear(color: string): boolean {
  return color === "transparent" || color === "none" || /^#(?:[\da-f]{3}0|[\da-f]{6}0[\da-f])$/.test(color);
}

function isLight(color: string): boolean {
  const [, short] = /^#([\da-f]{3})[\da-f]?$/.exec(color) ?? [];
  const [, long = short?.replace(/./g, "$&$&")] = /^#([\da-f]{6})(?:[\da-f]{2})?$/.exec(color) ?? [];
  if (long === undefined) return light.has(color);
  return [0, 2, 4].every((at) => Number.parseInt(long.slice(at, at + 2), 16) >= lightest);
}
