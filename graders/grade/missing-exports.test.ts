import type { QuestionVerdict } from "../contract/verdict";
import { assignment } from "../questions/efficient-deep-learning";
import { countExports, hintAtExports } from "./missing-exports";

const [question] = assignment.questions.filter((one) => one.id === "standard-conv");
if (question === undefined) throw new Error("standard-conv is gone");
const questions = [question];
const isFunction = (name: string) => ({ name, type: "function" });

const unanswered: QuestionVerdict = {
  id: question.id,
  status: "graded",
  points: "0",
  maxPoints: "1",
  isBonus: false,
  explanation: "",
  parts: question.parts.map(({ id, points }) => ({
    id,
    points: "0",
    maxPoints: points,
    finding: { kind: "unanswered" },
    evidence: [],
  })),
};
const listHints = (exported: readonly string[], source: string) =>
  hintAtExports([unanswered], questions, exported.map(isFunction), [source]).flatMap((one) =>
    one.status === "not_graded" ? [] : one.parts.map((part) => part.finding),
  );

test("every part of a function under another name says what was probably meant", () => {
  const found = listHints(["StandardConv"], "export function StandardConv() {}");
  expect(found).toHaveLength(question.parts.length);
  for (const finding of found) {
    expect(finding).toEqual({ kind: "unanswered", hint: { kind: "other-case", found: "StandardConv" } });
  }
});

test("a stub is unanswered, and nothing is to be hinted at", () => {
  for (const finding of listHints(["standardConv"], "export function standardConv() {}")) {
    expect(finding).toEqual({ kind: "unanswered" });
  }
});

test("what is exported under an asked name is found", () => {
  expect(countExports(questions, ["standardConv", "help"].map(isFunction))).toEqual({ found: 1, asked: 1 });
  expect(countExports(questions, ["StandardConv"].map(isFunction))).toEqual({ found: 0, asked: 1 });
  expect(countExports(assignment.questions, []).asked).toBeGreaterThan(18);
});
