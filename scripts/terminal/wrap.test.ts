import fc from "fast-check";
import { wrapText } from "./wrap";

test("nothing is lost: lines joined by blanks are the text again", () => {
  const text = fc
    .array(fc.constantFrom("a", "bc", '"', "d e", '"f g"', "h,", "\\"))
    .map((all) => all.join(" "));
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 60 }), (whole, width) => {
      expect(wrapText(whole, width).join(" ")).toBe(whole);
    }),
  );
});

test("no line is longer than the terminal is wide, where blanks allow it", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,20}$/), { minLength: 1 }).map((all) => all.join(" "));
  fc.assert(
    fc.property(words, fc.integer({ min: 24, max: 60 }), (whole, width) => {
      expect(wrapText(whole, width).filter((line) => line.length > width)).toEqual([]);
    }),
  );
});

test.each([
  [
    'f({ op: "more and more and more weights", bytes: 1 })',
    ["f({ op:", '"more and more and more weights",', "bytes: 1 })"],
  ],
  ['say("an \\" in it and more words behind")', ['say("an \\" in it and more words behind")']],
])("no text in quotes is broken: %s", (code, lines) => {
  expect(wrapText(code, 24)).toEqual(lines);
});

test("nothing is broken where nobody reads it on a terminal", () => {
  const long = "word ".repeat(100);
  expect(wrapText(long, undefined)).toEqual([long]);
});
