/** The texts of the questions, to tell a student's own words from theirs. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "..", "..", "questions");

/** Questions without a text of their own are left out. */
export function readStatements(ids: readonly string[]): readonly string[] {
  return ids
    .map((id) => join(folder, id, "statement.md"))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, "utf8"));
}
