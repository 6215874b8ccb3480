/** Colours as CSS writes them, and which of them cannot be told apart. The doorway to colord. */
import { colord, extend } from "colord";
import names from "colord/plugins/names";

extend([names]);

/** Of red, green and blue, from 0 to 255: colours that are no further apart look alike. */
const leastContrast = 0x20;
/** Of a colour over what is behind it. */
const leastOpacity = 0.06;

/** Whether nothing of a colour is seen before another one; what is no colour for CSS may be one for somebody. */
export function looksLike(color: string, behind: string): boolean {
  const [own, other] = [colord(color.trim()), colord(behind.trim())];
  if (color === "none") return true;
  if (!own.isValid()) return color === behind;
  if (own.alpha() < leastOpacity) return true;
  const [rgb, paper] = [own.toRgb(), other.toRgb()];
  return (
    other.isValid() &&
    (["r", "g", "b"] as const).every((one) => Math.abs(rgb[one] - paper[one]) < leastContrast)
  );
}
