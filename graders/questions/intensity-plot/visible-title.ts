/** Whether the title of an axis can be seen. */

/** What a spec says about how something looks, by its names in Vega-Lite. */
export type Looks = Readonly<Record<string, unknown>>;

const smallestFontSize = 4;
const leastOpacity = 0.2;
const paper = new Set(["white", "#fff", "#ffffff", "transparent", "none"]);

/** Blanks and characters without a shape are no text. */
export function isVisibleText(text: string): boolean {
  return text.replace(/[\p{Z}\p{C}\s]/gu, "") !== "";
}

/** @param looks of the axis, with what the whole chart says of axes and its background */
export function isVisible({
  titleFontSize,
  titleOpacity,
  titleColor,
  titleLimit,
  background,
}: Looks): boolean {
  const isTiny = typeof titleFontSize === "number" && titleFontSize < smallestFontSize;
  const isFaint = typeof titleOpacity === "number" && titleOpacity < leastOpacity;
  const isCut = typeof titleLimit === "number" && titleLimit > 0 && titleLimit < smallestFontSize;
  return !isTiny && !isFaint && !isCut && !isPaper(titleColor, background);
}

/** Of the colour of what is behind it. */
function isPaper(color: unknown, background: unknown): boolean {
  if (typeof color !== "string") return false;
  const behind = typeof background === "string" ? background.toLowerCase() : "white";
  const own = color.toLowerCase();
  return own === behind || own === "transparent" || (paper.has(behind) && paper.has(own));
}
