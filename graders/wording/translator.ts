/**
 * Sentences in another language. English is written where it is said; a language is one table from the English
 * sentence to its own, `fr.json` for French. What the table lacks stays English.
 *
 * A sentence may hold places in braces: "There are more than {count} .ts files." It is looked up as it stands, places
 * and all, and filled afterwards; a finished sentence is never taken apart.
 */

import type { Translator } from "../contract/translator";

/** English sentence → the same in the language; both hold the same places. */
export type SentenceTable = Readonly<Record<string, string>>;

/** A name in braces. */
export const place = /\{(\w+)\}/g;

export const english: Translator = createTranslator("en", {});

export function createTranslator(language: string, table: SentenceTable): Translator {
  return {
    language,
    translate: (sentence, values = {}) =>
      fill(Object.hasOwn(table, sentence) ? (table[sentence] as string) : sentence, values),
  };
}

/** A place without a value stays as it is: braces may be code. */
function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(place, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
