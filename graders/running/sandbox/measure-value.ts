/** How much memory a decoded answer keeps, roughly, and its text: enough to bound what one submission can make us hold. */
import type { Value } from "../../contract/value";

/** An object without a prototype costs about this much; a number in an array less. */
const bytesPerValue = 64;

/** Iterative, like everything that touches answers: their depth is not ours to trust. */
export function measureValue(value: Value): number {
  let bytes = 0;
  const left: Value[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    bytes += bytesPerValue;
    if (typeof next === "string") bytes += 2 * next.length;
    // As hexadecimal digits, which cost no division: what keeps and compares answers writes each as text.
    else if (typeof next === "bigint") bytes += 2 * next.toString(16).length;
    else if (typeof next === "object" && next !== null) {
      for (const [key, item] of Object.entries(next)) {
        bytes += Array.isArray(next) ? 0 : 2 * key.length;
        left.push(item as Value);
      }
    }
  }
  return bytes;
}
