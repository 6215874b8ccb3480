import { keepOwnWords } from "./own-comment";
import type { QuestionNames } from "./question-names";

const softmax: QuestionNames = {
  id: "softmax",
  names: [],
  exports: [],
  handedOut: ["a count of operations"],
};
const keep = (...lines: readonly string[]) => keepOwnWords(lines.join("\n"), softmax);

/** As students leave it; in two pieces, so that nothing of ours reads as if it were still to do. */
const toDo = ["TO", "DO"].join("");
const heading = "Softmax (`softmax`, 2 points).";
const returned = "Returns a count of operations.";
const real = "The variance is a mean, so I need one division per channel.";

test.each([
  ["in place of the starter's sentence", [heading, real]],
  ["above the starter's words", [real, heading, returned]],
  ["below them", [heading, returned, real]],
  ["behind the starter's heading", [`${heading} ${real}`, returned]],
  ["behind the starter's sentence", [heading, `${returned} ${real}`]],
  ["behind a sentence of another language", [heading, `Rend une quantité d'opérations. ${real}`]],
  ["below a note of what is to do", [`${toDo}: nicer names`, real]],
])("what a student writes %s is kept", (_, lines) => {
  expect(keep(...lines)).toBe(real);
});

test.each([
  "Hence a count of operations, and no bytes.",
  "The rows are shifted by their maximum;",
  "The maximum of a row is taken off first, $x - \\max\\{x\\}",
  "= \\text{peak}",
  "每行先减去最大值再除以总和;",
])("%s is prose, whatever its end", (line) => {
  expect(keep(heading, returned, line)).toBe(line);
});

test.each([
  heading,
  returned,
  "@returns {number} a count of operations",
  `${toDo}: say why the maximum of a row is taken off first`,
  "const perRow = first + second + third + fourth + fifth;",
  "export async function perRow(first: number, second: number): Promise<number> {",
  'throw new Error("the maximum of a row is taken off first");',
  "for (const row of rows) for (const value of row) sum += value * first; }",
  "import type { Tensor } from './types that are handed out';",
  "};",
])("%s is nobody's explanation", (line) => {
  expect(keep(line)).toBe("");
});

test("a long line costs no time", () => {
  for (const piece of ['"', "'", "a ", " ", "\\", "in ", "(`softmax`,", "returns ", "."])
    expect(keep(heading, `${piece.repeat(500_000)};`)).not.toContain("Softmax");
});
