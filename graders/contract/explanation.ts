/** A real explanation, told from filler. */

const fewestWords = 6;
/** Scripts without blanks between words: each character stands for a word. */
const words = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\p{L}{2,}|\p{N}+/gu;
const placeholder = /^\W*(your answer here|todo|not answered)/i;

/**
 * True for a text a person should read: at least six distinct words in any language, or a derivation of two steps or
 * more; no placeholder.
 *
 * The bar is low on purpose: it costs a teacher a glance, and missing a real explanation costs a student points.
 */
export function isRealExplanation(text: string): boolean {
  if (placeholder.test(text.trim())) return false;
  return new Set(text.toLowerCase().match(words)).size >= fewestWords || isDerivation(text);
}

/** "11 + 2p - 3 + 1 = 9, hence 2p = 0": equations with something calculated between the signs. */
function isDerivation(text: string): boolean {
  const sides = text.split(/[=≈⇒]/).map((side) => side.replace(/[^\p{L}\p{N}]/gu, ""));
  return new Set(sides.filter((side) => side !== "")).size >= 3 && /[-+*/^·×÷]/.test(text);
}
