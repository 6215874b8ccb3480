import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listPatterns } from "../testing/slow-patterns";

/** Documents are read here, block by block: Markdown that students get. */
const readsDocuments = "markdown-blocks.ts";
/** Fills templates: the one pattern that may meet them. */
const places = "translator.ts /\\{(\\w+)\\}/g";

const files = readdirSync(__dirname).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));

function findReaders(name: string, text: string): readonly string[] {
  const patterns = listPatterns(name, text).map((one) => one.name.replace(/:\d+/, ""));
  const made = text.includes("RegExp(") ? [`${name} RegExp`] : [];
  return [...patterns, ...made];
}

test("nothing here takes a finished sentence apart", () => {
  expect(files.length).toBeGreaterThan(15);
  const found = files
    .filter((name) => name !== readsDocuments)
    .flatMap((name) => findReaders(name, readFileSync(join(__dirname, name), "utf8")));
  expect(found).toEqual([places]);
});

test.each([
  ["a pattern", "const n = /larger than (\\d+)/.exec(sentence);", "a.ts /larger than (\\d+)/"],
  ["a pattern that is made", "const all = new RegExp(template);", "a.ts RegExp"],
])("%s would be found", (_, text, reader) => {
  expect(findReaders("a.ts", text)).toContain(reader);
});
