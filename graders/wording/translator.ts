/**
 * Sentences in another language. English is written where it is said; a language is one table from the English
 * sentence to its own, `fr.json` for French. What the table lacks stays English.
 *
 * A sentence may hold places in braces: "There are more than {n} .ts files." A place named `n…` stands for a number,
 * one named `name…` for a single word, any other for any text, which is translated in its turn.
 */

import type { Translator } from "../contract/translator";

/** English sentence → the same in the language; both hold the same places. */
export type SentenceTable = Readonly<Record<string, string>>;

interface Pattern {
  readonly matcher: RegExp;
  readonly places: readonly string[];
  readonly translation: string;
}

const place = /\{(\w+)\}/g;
const deepest = 4;
/** Characters of a sentence that patterns look at: matching takes time that grows with a power of them. */
export const longestMatched = 2_000;

export const english: Translator = {
  language: "en",
  translate: (sentence, values = {}) => fill(sentence, values),
};

export function createTranslator(language: string, table: SentenceTable): Translator {
  const patterns = listPatterns(table);
  const find = (sentence: string, depth: number): string => {
    if (Object.hasOwn(table, sentence)) return table[sentence] as string;
    // What a student wrote may stand in it, and make it as long as they like.
    if (depth === deepest || sentence.length > longestMatched) return sentence;
    for (const { matcher, places, translation } of patterns) {
      const match = matcher.exec(sentence);
      if (match === null) continue;
      const values = places.map((name, index) => [name, find(match[index + 1] as string, depth + 1)]);
      return fill(translation, Object.fromEntries(values));
    }
    return sentence;
  };
  return { language, translate: (sentence, values = {}) => fill(find(sentence, 0), values) };
}

/** Names of the places in a sentence, in order. */
export function listPlaces(sentence: string): readonly string[] {
  return [...sentence.matchAll(place)].map((match) => match[1] as string);
}

/** A place without a value stays as it is: braces may be code. */
function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(place, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

/** Sentences with places as matchers, the one with the most text of its own first. */
function listPatterns(table: SentenceTable): readonly Pattern[] {
  return Object.entries(table)
    .filter(([sentence]) => listPlaces(sentence).length > 0)
    .sort(([a], [b]) => countOwnText(b) - countOwnText(a))
    .map(([sentence, translation]) => ({
      matcher: toMatcher(sentence),
      places: listPlaces(sentence),
      translation,
    }));
}

function countOwnText(sentence: string): number {
  return sentence.replace(place, "").length;
}

function toMatcher(sentence: string): RegExp {
  const source = sentence
    .split(place)
    .map((piece, index) =>
      index % 2 === 0 ? piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") : matchPlace(piece),
    );
  return new RegExp(`^${source.join("")}$`, "s");
}

function matchPlace(name: string): string {
  if (/^n(?![a-z])/.test(name)) return "(-?[\\d.,]+)";
  return name.startsWith("name") ? "([\\w.$/-]+)" : "(.+?)";
}
