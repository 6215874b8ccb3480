import type { Part, Question } from "../contract/question";
import { assignment } from "../questions/efficient-deep-learning";
import { changeArea } from "../testing/toy-assignment";
import { writeRubric } from "./rubric";

const listReadings = (part: Part): readonly { readonly credit: string }[] => part.readings;

/** The question with one source for every reading of its parts. */
function citeAll(question: Question, source: string): Question {
  const parts = question.parts.map((part) =>
    part.kind === "call" ? { ...part, readings: part.readings.map((one) => ({ ...one, source })) } : part,
  );
  return { ...question, parts };
}

test("every reading and every option of every part stands in it once, with its credit", () => {
  const rows = writeRubric(assignment.questions)
    .split("\n")
    .filter((line) => /\| (?:\d|\d\.\d+) \|/.test(line));
  const readings = assignment.questions.flatMap(({ parts }) => parts.flatMap(listReadings));
  expect(rows.map((row) => row.split(" | ")[2]).sort()).toEqual(readings.map(({ credit }) => credit).sort());
});

test("a source stands beside its reading, and a bar in it breaks no table", () => {
  const question = changeArea({});
  expect(writeRubric([question])).not.toContain("thread");
  expect(writeRubric([citeAll(question, "a | thread")])).toContain("| a \\| thread |");
});
