import { isRealExplanation } from "../../contract/explanation";
import { makeCopyRemover } from "../../contract/own-words";
import { assignment } from "../../questions/efficient-deep-learning";
import { readStatements } from "./read-statements";

const ids = assignment.questions.map(({ id }) => id);
const statements = readStatements(ids);

test("every question has a text", () => {
  expect(statements).toHaveLength(ids.length);
});

test.each(ids.map((id, at) => [id, statements[at] ?? ""]))(
  "the text of %s, handed in as an explanation, explains nothing",
  (_, text) => {
    expect(isRealExplanation(text)).toBe(true);
    expect(isRealExplanation(makeCopyRemover(statements)(text))).toBe(false);
  },
);

test("a question without a text is left out", () => {
  expect(readStatements(["no-such-question"])).toEqual([]);
});
