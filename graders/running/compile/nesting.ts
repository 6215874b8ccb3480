/**
 * How deep brackets are nested, by counting characters alone. Text in strings and comments counts too: real code
 * never comes near the limit, and a count that understood strings could be led astray by them.
 */
export function measureNesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i];
    if (character === "(" || character === "[" || character === "{") {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (character === ")" || character === "]" || character === "}") {
      depth = Math.max(0, depth - 1);
    }
  }
  return deepest;
}
