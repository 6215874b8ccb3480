import type { SubmissionRecord } from "../graders/contract/record";
import type { ClassResult } from "../graders/grade/write-class";
import { sampleRecords } from "../graders/testing/sample-class";
import { summariseClass } from "./grade-summary";

function summarise(...records: readonly SubmissionRecord[]): string {
  const scores = { assignment: { maxPoints: "4" } } as ClassResult["scores"];
  return summariseClass({ scores, records }, "out");
}

test("a submission whose answers differed between two runs is named with the questions", () => {
  const unstable = { ...sampleRecords.full, unstable: ["softmax"] };
  expect(summarise(unstable)).toContain("answers differ: softmax");
  expect(summarise(sampleRecords.full)).not.toContain("differ");
});

test("interference says more than differing answers", () => {
  const both = { ...sampleRecords.tampered, unstable: ["softmax"] };
  expect(summarise(both)).toContain("interfered with the answer channel");
});

test("a fault of the grader is named once, with everyone it holds back", () => {
  const { failed } = sampleRecords;
  const other = { ...failed, submission: { ...failed.submission, id: "other" } };
  const lines = summarise(failed, other).split("\n");
  const faults = lines.filter((line) => line.includes("the fault is the grader's"));
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(/, other\)/);
});
