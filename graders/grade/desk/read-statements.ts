/** The texts of the questions, to tell a student's own words from theirs. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "..", "..", "questions");

/** @returns by id; questions without a text of their own are left out */
export function readStatements(ids: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    ids.flatMap((id): [string, string][] => {
      const path = join(folder, id, "statement.md");
      return existsSync(path) ? [[id, readFileSync(path, "utf8")]] : [];
    }),
  );
}
