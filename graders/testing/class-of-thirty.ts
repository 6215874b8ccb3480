/** For tests: thirty records of the sample assignment with a finding of every kind, and who they belong to. */
import type { Assignment } from "../contract/assignment";
import type { Message } from "../contract/message";
import type { SubmissionRecord } from "../contract/record";
import type { RosterMatch, Student } from "../contract/roster";
import type { PartFinding, QuestionVerdict } from "../contract/verdict";
import { sampleAssignment } from "./sample-assignment";
import { makeJudged, makeRecord } from "./sample-class";
import { explainedBy, makeConvVerdict, makeVerdict } from "./sample-verdicts";

/** With an answer that can be carried along. */
export const chainedAssignment: Assignment = {
  ...sampleAssignment,
  tasks: { padding: "1a", "standard-conv": "1b" },
  questions: sampleAssignment.questions.map((one) =>
    one.id === "standard-conv" ? { ...one, buildsOn: ["padding"] } : one,
  ),
};

const unexplained: PartFinding = {
  kind: "unexplained",
  casesRight: 1,
  cases: 4,
  observations: [{ kind: "factor", factor: "3" }],
};

/** What becomes of the n-th of them: good at one thing, mostly good at the others. */
function answer(n: number, words: string): readonly QuestionVerdict[] {
  const isGood = n % 3 !== 0;
  return [
    isGood
      ? makeVerdict("padding", ["1", "1"], explainedBy("exact"))
      : makeVerdict("padding", ["0.25", "1"], explainedBy("twice")),
    makeConvVerdict(explainedBy("exact"), explainedBy(isGood ? "exact" : "follows"), "1"),
    n % 5 === 0
      ? makeVerdict("softmax", ["0", "2"], unexplained, { explanation: words })
      : makeVerdict("softmax", [isGood ? "2" : "0.5", "2"], explainedBy(isGood ? "exact" : "twice")),
    makeVerdict("fused", ["0", "2"], n % 7 === 0 ? unexplained : { kind: "unanswered" }, { isBonus: true }),
  ];
}

const says: Message = {
  code: "does-not-compile-at",
  file: "submission.ts",
  line: 3,
  complaint: "';' expected",
};

/** @param name of the n-th, as id and name; what they explain holds it as well */
export function makeClassOf(
  count: number,
  name: (n: number) => string,
): { readonly records: readonly SubmissionRecord[]; readonly roster: RosterMatch } {
  const ids = Array.from({ length: count }, (_, n) => name(n));
  const records = ids.map((id, n) => {
    const words = `${id} because each of the borders counts on both of its sides`;
    if (n === 4)
      return makeRecord(id, { kind: "ungradable", cause: "does-not-compile", says, unassigned: [words] });
    if (n === 8) return makeRecord(id, { kind: "fault", fault: "a fault in words for staff" });
    return makeJudged(id, answer(n, words));
  });
  const matched = ids.map((id, n) => ({ submissionId: id, student: makeStudent(id, n) }));
  const nobody = { submissionsWithoutStudent: [], studentsWithoutSubmission: [], ambiguous: [] };
  return { records, roster: { matched, ...nobody } };
}

function makeStudent(name: string, n: number): Student {
  return { id: `${name}-matriculation`, name, subject: n.toString(16).padStart(64, "f") };
}
