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

test("every reading of every part stands in it once, with its credit", () => {
  const rubric = writeRubric(assignment.questions);
  const rows = rubric.split("\n").filter((line) => /^\| [a-z]/.test(line) && !line.startsWith("| reading |"));
  const readings = assignment.questions.flatMap(({ parts }) => parts.flatMap(listReadings));
  expect(rows.map((row) => row.split(" | ")[2])).toEqual(readings.map(({ credit }) => credit));
});

test("a source stands beside its reading, and a bar in it breaks no table", () => {
  const question = changeArea({});
  expect(writeRubric([question])).not.toContain("thread");
  expect(writeRubric([citeAll(question, "a | thread")])).toContain("| a \\| thread |");
});
