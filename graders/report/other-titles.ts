/** What a question is called in other languages: a hand-in is read alike whatever language its class is graded in. */
import { type Languages, readLanguages } from "../wording/languages";

let languages: Languages | undefined;

/** @param title in English */
export function listOtherTitles(title: string): readonly string[] {
  languages ??= readLanguages();
  return Object.values(languages).flatMap((table) =>
    Object.hasOwn(table, title) ? (table[title] ?? []) : [],
  );
}
