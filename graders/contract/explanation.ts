/** A real explanation, told from filler. */

const fewestWords = 6;
/** Scripts without blanks between words: each character stands for a word, those of numbers apart. */
const words =
  /(?![一二三四五六七八九十百千万零〇])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\p{L}{2,}|\p{N}+/gu;
/** "Todo" begins sentences, too, in Spanish and Portuguese: small letters alone are no note. */
const placeholder =
  /^\W{0,20}(?:your answer here|YOUR ANSWER HERE|Your answer here|TO[ -]?DO(?!\p{L})|[Tt]o-?do(?= ?(?::|$))|[Nn]ot answered(?: yet)?\W{0,20}$)/u;
/** Numbers count as words beside others: so many words must have letters. */
const fewestLettered = 3;
/** Written to a machine that grades, not to a person. */
const order =
  /\b(?:ignore|disregard|forget) +(?:(?:all|any|the|your|my|these|those|of|previous|prior|above|earlier) +){0,5}(?:instructions?|prompts?|rules|rubric|guidelines)\b|\b(?:give|award|assign|grant)\b.{0,40}\b(?:full|all|maximum|max|top) (?:the )?(?:points|marks?|credits?|scores?|grades?)\b(?! (?:of|on|in|above|below)\b)/is;
/** The printers' text that stands for any other. */
const filler = new Set(
  "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo consequat duis aute irure in reprehenderit voluptate velit esse cillum eu fugiat nulla pariatur excepteur sint occaecat cupidatat non proident sunt culpa qui officia deserunt mollit anim id est laborum".split(
    " ",
  ),
);

/**
 * True for a text a person should read: at least six distinct words in any language, or a derivation of two steps or
 * more; no placeholder, filler text, or row of numbers.
 *
 * The bar is low on purpose: it costs a teacher a glance, and missing a real explanation costs a student points.
 */
export function isRealExplanation(text: string): boolean {
  const written = dropPlaceholder(text);
  const found = new Set(written.toLowerCase().match(words));
  const own = [...found].filter((word) => !filler.has(word));
  const isLatin = own.length * 2 < found.size;
  const lettered = own.filter((word) => /\p{L}/u.test(word));
  // Words of that text are words of others as well ("in", "do", "est").
  const isText = found.size >= fewestWords && lettered.length >= fewestLettered && !isLatin;
  return isText || (isDerivation(written) && !isLatin);
}

/** Whether there is any word but a placeholder: a remark may be short. */
export const hasWords = (text: string): boolean => dropPlaceholder(text).match(words) !== null;

/** What stands below it may be real, and so may what stands behind it. */
function dropPlaceholder(text: string): string {
  const [first = "", ...rest] = text.trim().split("\n");
  return [dropNote(first), ...rest].join("\n");
}

/**
 * A line without the words that stand for a text to come. A note of what is to do is as long as its sentence, unless it
 * is said to be done.
 */
export function dropNote(line: string): string {
  const [note] = placeholder.exec(line.trim()) ?? [];
  if (note === undefined) return line;
  const behind = line.trim().slice(note.length);
  if (/here$/i.test(note) || done.test(behind)) return behind.replace(done, "").replace(/^[\s:).–—-]+/, "");
  const end = /[.!?]\s/.exec(behind);
  return end === null ? "" : behind.slice(end.index + 1).trim();
}

const done = /^\W{0,5}(?:done|ok|erledigt|fertig|fait|hecho|fatto|feito)\b/i;

const longestLooked = 4000;

/** Whether it tells a grader what to do: a person may read it, and nothing is paid for it before. */
export const isOrder = (text: string): boolean => order.test(text.slice(0, longestLooked));

/** "11 + 2p - 3 + 1 = 9, hence 2p = 0": equations with something calculated between the signs. */
function isDerivation(text: string): boolean {
  const sides = text.split(/[=≈⇒]/).map((side) => side.replace(/[^\p{L}\p{N}]/gu, ""));
  return new Set(sides.filter((side) => side !== "")).size >= 3 && /[-+*/^·×÷]/.test(text);
}
