import fc from "fast-check";
import { wrapLines } from "./plain-text";

const word = fc.stringMatching(/^[a-z.]{1,30}$/);
const line = fc
  .tuple(fc.constantFrom("", "  ", "    ", "  - "), fc.array(word, { maxLength: 40 }))
  .map(([start, words]) => start + words.join(" "));

test("changes no word, and makes no line longer than 76 but for a word that is", () => {
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const wrapped = wrapLines(lines.join("\n"));
      expect(wrapped.split(/\s+/)).toEqual(lines.join("\n").split(/\s+/));
      for (const one of wrapped.split("\n")) expect(one.length).toBeLessThanOrEqual(76);
    }),
  );
});

test("what is broken stays as far in as it began, under the text of its list", () => {
  const long = Array<string>(20).fill("word").join(" ");
  expect(wrapLines(`    ${long}`).split("\n")[1]).toMatch(/^ {4}word/);
  expect(wrapLines(`  - ${long}`).split("\n")[1]).toMatch(/^ {4}word/);
  expect(wrapLines("x".repeat(200))).toBe("x".repeat(200));
});
