import fc from "fast-check";
import type { MarkedRecord } from "../../contract/hand-mark";
import { renderMarkdown } from "../../report/markdown";
import { keepUnread, showAsWritten } from "./spare-texts";

const record = (explanation: string, unassigned?: readonly string[]): MarkedRecord =>
  ({
    questions: [{ id: "area", explanation }],
    ...(unassigned ? { unassigned } : {}),
  }) as unknown as MarkedRecord;

test("what was written is shown to the letter: no mark in it ends the code that it stands in", () => {
  const pieces = fc.constantFrom(
    "`",
    "```",
    "````ts",
    "~~~",
    "$x$",
    "\n",
    "\n```\n",
    "# a",
    "**b**",
    "word ",
  );
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 30 }), (list) => {
      const text = list.join("");
      const { questions, unassigned } = showAsWritten({ record: record(text, [text]) }).record;
      expect(unassigned).toEqual([questions[0]?.explanation]);
      const html = String(renderMarkdown(questions[0]?.explanation ?? ""));
      expect(html.match(/<[a-z]+/g)).toEqual(["<pre", "<code"]);
      expect(html.replace(/<[^>]*>/g, "")).toBe(`${text}\n\n`);
    }),
  );
});

test("where nothing was written nothing is shown", () => {
  const { questions, unassigned } = showAsWritten({ record: record("") }).record;
  expect([questions[0]?.explanation, unassigned]).toEqual(["", undefined]);
});

test.each([
  [undefined, []],
  ["  ", []],
  ["## area\nMine.", ["## area\nMine."]],
  ["a".repeat(100_000), ["a".repeat(65_536)]],
  [`${"a".repeat(65_535)}\u{1f600}`, [`${"a".repeat(65_535)}\ufffd`]],
])("of what cannot be run a person sees the text itself: %#", (answersMarkdown, unassigned) => {
  const written = { sources: [], exported: undefined, ...(answersMarkdown ? { answersMarkdown } : {}) };
  expect(keepUnread(written)).toEqual({ byQuestion: new Map(), unassigned });
});
