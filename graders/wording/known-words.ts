/**
 * What may be repeated of a returned value's description. Names of fields, class names, lengths and quoted texts
 * are the student's code speaking, and it may speak of a hidden input: only words that are ours get through.
 */

const known = new Set(
  (
    "a an the object with without array of number numbers string text boolean bigint nothing undefined null NaN " +
    "Infinity empty that is not in list holds different another function symbol Date Map Set Promise RegExp Error " +
    "for two axes paddings chart spec does fit at top expected got none field no this name one must and or points " +
    "lines more than data values x y layer encoding mark title axis type integer like something nothing here known"
  ).split(" "),
);

/**
 * The description with every foreign word and number as "…", or without the clause that would be nothing else.
 *
 * @param expected the question's own words for what it expects: their words are known too
 */
export function keepKnownWords(description: string, expected: string): string {
  const own = new Set(expected.match(/\w+/g));
  const isKnown = (word: string): boolean => known.has(word) || (own.has(word) && !/^\d/.test(word));
  return description
    .replace(/"([^"]*)"?/g, (_, quoted: string) => (isKnown(quoted) ? `"${quoted}"` : "…"))
    .replace(/[\p{L}\p{N}_$]+/gu, (word) => (isKnown(word) ? word : "…"))
    .replace(/[^\p{L}\p{N}_$\s.,:;()/"…-]+/gu, "…")
    .replace(/…([\s,/]*…)+/g, "…")
    .replace(/^an array of …/, "an array")
    .replace(/ with …$/, " with other fields")
    .replace(/, got …$/, "")
    .replace(/^an? …$/, "a value of another kind");
}
