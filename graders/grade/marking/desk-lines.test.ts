import type { MarkLine } from "../../contract/hand-mark";
import type { SubmissionRecord } from "../../contract/record";
import { findStanding } from "../../records/hand-marks/standing";
import { makeHandMark, signature } from "../../testing/hand-marks";
import { sampleAssignment } from "../../testing/sample-assignment";
import { sampleRecords } from "../../testing/sample-class";
import { type DeskRequest, makeDeskLines, StaleDecision } from "./desk-lines";
import type { MarkingClass } from "./marking-class";
import { describeSeen } from "./seen";

const { full, wrong } = sampleRecords;
const both = [full.submission.id, wrong.submission.id];

function openClass(
  lines: readonly MarkLine[] = [],
  records: readonly SubmissionRecord[] = [full, wrong],
): MarkingClass {
  return { records, lines, standing: findStanding(lines), notices: [] };
}
const look = (marking: MarkingClass) =>
  new Map(both.map((id) => [id, describeSeen(marking, id, "softmax")] as const));
const decideBoth = (seen: ReadonlyMap<string, string>): DeskRequest => ({
  kind: "many",
  question: "softmax",
  decisions: both.map((submission) => ({
    submission,
    question: "softmax",
    gives: { kind: "points", points: "1" },
    comment: "Half of it.",
    note: "",
  })),
  seen,
});
const make = (request: DeskRequest, marking: MarkingClass) =>
  makeDeskLines(request, marking, sampleAssignment, signature);

test("a decision about what was seen is a line for each submission", () => {
  const lines = make(decideBoth(look(openClass())), openClass());
  expect(lines).toMatchObject(
    both.map((submission) => ({ kind: "mark", submission, question: "softmax", comment: "Half of it." })),
  );
});

test("whoever has not seen another's mark stores nothing and is told which", () => {
  const other = makeHandMark(wrong, "softmax", { kind: "none" });
  const decide = () => make(decideBoth(look(openClass())), openClass([other]));
  expect(decide).toThrow(StaleDecision);
  expect(decide).toThrow(/^grace: has changed since the page was read/);
  expect(make(decideBoth(look(openClass([other]))), openClass([other]))).toHaveLength(2);
});

test("a mark of another question is no reason to look again; another answer on record is", () => {
  const seen = look(openClass());
  expect(make(decideBoth(seen), openClass([makeHandMark(wrong, "padding", { kind: "full" })]))).toHaveLength(
    2,
  );
  const judgedAnew = structuredClone(wrong) as unknown as { questions: { points: string }[] };
  for (const question of judgedAnew.questions) question.points = "0.5";
  const anew = openClass([], [full, judgedAnew as unknown as SubmissionRecord]);
  expect(() => make(decideBoth(seen), anew)).toThrow(StaleDecision);
});

test("what nobody was shown cannot be decided", () => {
  expect(() => make(decideBoth(new Map()), openClass())).toThrow(StaleDecision);
});

test("what stands is taken back; what somebody has decided anew is not", () => {
  const [first, second] = both.map((id) =>
    makeHandMark(id === wrong.submission.id ? wrong : full, "softmax", { kind: "full" }),
  );
  if (first === undefined || second === undefined) throw new Error("expected two marks");
  const request: DeskRequest = { kind: "take-back", marks: [first.id, second.id] };
  expect(make(request, openClass([first, second]))).toMatchObject([
    { kind: "undo", undoes: first.id },
    { kind: "undo", undoes: second.id },
  ]);
  const later = makeHandMark(wrong, "softmax", { kind: "none" });
  expect(() => make(request, openClass([first, second, later]))).toThrow(StaleDecision);
  expect(() => make({ kind: "take-back", marks: ["0"] }, openClass([first]))).toThrow(/found none/);
});
