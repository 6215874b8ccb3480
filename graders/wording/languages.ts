/** The languages there are: English, and one file in this folder for each other. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../contract/faults";
import type { Translator } from "../contract/translator";
import { createTranslator, english, type SentenceTable } from "./translator";

/** Tables by language tag ("fr"). English needs none. */
export type Languages = Readonly<Record<string, SentenceTable>>;

/** Reads every `<tag>.json` beside this file. */
export function readLanguages(folder = __dirname): Languages {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort();
  return Object.fromEntries(
    files.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(folder, name), "utf8"))]),
  );
}

/** Of all languages that can be asked for: "en, fr". */
export function listTags(languages: Languages): string {
  return [english.language, ...Object.keys(languages)].join(", ");
}

/** @throws UsageError naming the languages there are */
export function chooseLanguage(tag: string, languages: Languages): Translator {
  if (tag === english.language) return english;
  const table = Object.hasOwn(languages, tag) ? languages[tag] : undefined;
  if (table !== undefined) return createTranslator(tag, table);
  throw new UsageError(`--language: expected one of ${listTags(languages)}, got "${tag}"`);
}
