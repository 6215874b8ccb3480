import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isRealExplanation } from "../../contract/explanation";
import { assignment } from "../../questions/efficient-deep-learning";
import { makeOwnWords } from "./known-texts";

const root = join(__dirname, "..", "..", "..");
const removeCopied = makeOwnWords(assignment.questions);
const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), "utf8");

const statements = assignment.questions.map(({ id }) => [
  `the text of ${id}`,
  read("graders", "questions", id, "statement.md"),
]);
const handedOut = ["README.md", "assignment.md"].map((name) => [
  `the hand-out's ${name}`,
  read("templates", "handout", name),
]);
const hints = assignment.questions.flatMap(({ id, feedback }) =>
  Object.entries(feedback.readings).flatMap(([reading, { hint = "" }]) =>
    isRealExplanation(hint) && hint.split(" ").length > 9 ? [[`the hint of ${id}, ${reading}`, hint]] : [],
  ),
);

test("there are hints to copy", () => expect(hints.length).toBeGreaterThan(100));

test.each([...statements, ...handedOut, ...hints] as [string, string][])(
  "%s, handed in as an explanation, explains nothing",
  (_, text) => {
    expect(isRealExplanation(text)).toBe(true);
    expect(isRealExplanation(removeCopied(text))).toBe(false);
  },
);

test("a question without a text takes nothing from anybody's words", () => {
  const own = "The peak is in the optimizer step, where the activations are gone.";
  expect(makeOwnWords([])(own)).toBe(own);
});
