import type { SubmissionRecord } from "../../contract/record";
import type { PartFinding } from "../../contract/verdict";
import { makeJudged } from "../../testing/sample-class";
import { explainedBy, makeVerdict } from "../../testing/sample-verdicts";
import { describeWork, isSameWork } from "./fingerprint";

const unexplained: PartFinding = { kind: "unexplained", casesRight: 0, cases: 1, observations: [] };

function handIn(finding: PartFinding, came: string, digit: string): SubmissionRecord {
  const record = structuredClone(makeJudged("ada", [makeVerdict("padding", ["0", "1"], finding)]));
  const changed = record as unknown as {
    questions: { parts: { evidence: { came: string }[] }[] }[];
    submission: { contentDigest: string };
  };
  for (const { parts } of changed.questions)
    for (const { evidence } of parts) for (const one of evidence) one.came = came;
  changed.submission.contentDigest = `sha256:${digit.repeat(64)}`;
  return record;
}
const isSame = (a: SubmissionRecord, b: SubmissionRecord): boolean => {
  const [before, now] = [a, b].map((record) => {
    const [question] = record.questions;
    return question === undefined ? undefined : describeWork(record, question);
  });
  return before !== undefined && now !== undefined && isSameWork(before, now);
};

test.each<[string, PartFinding, string, boolean]>([
  ["the same short answer in other files", unexplained, "12", true],
  [
    "a call that stops, in other files",
    { kind: "failed", outcome: { kind: "threw", message: "TypeError" } },
    "—",
    false,
  ],
  [
    "a call that never ends, in other files",
    { kind: "failed", outcome: { kind: "timed-out", limitMs: 1 } },
    "—",
    false,
  ],
  ["what nobody answered, in other files", { kind: "unanswered" }, "—", false],
  ["the same beginning of a long answer that nothing explains", unexplained, "[1, 2, …", false],
  ["the same beginning of a long answer with the same explanation", explainedBy("twice"), "[1, 2, …", true],
])("%s is the same work: %#", (_, finding, came, isAlike) => {
  expect(isSame(handIn(finding, came, "1"), handIn(finding, came, "2"))).toBe(isAlike);
});

test("another explanation of the same beginning is other work", () => {
  const came = "[1, 2, …";
  expect(isSame(handIn(explainedBy("twice"), came, "1"), handIn(explainedBy("exact"), came, "2"))).toBe(
    false,
  );
});
