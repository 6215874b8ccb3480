import type { SubmissionRecord } from "../graders/contract/record";
import type { ClassResult } from "../graders/grade/write-class";
import { sampleRecords } from "../graders/testing/sample-class";
import { summariseClass } from "./grade-summary";

function summarise(...records: readonly SubmissionRecord[]): string {
  const scores = { assignment: { maxPoints: "4" } } as ClassResult["scores"];
  const whole = { records, older: new Map(), failedAgain: [] };
  return summariseClass({ scores, records, class: whole, leftAside: [] }, "out");
}

test("everybody who was seen is accounted for at the end", () => {
  const { full, tampered, failed, broken } = sampleRecords;
  const scores = { assignment: { maxPoints: "4" } } as ClassResult["scores"];
  const older = new Map([
    ["ada", { gradedAt: "2026-01-01T00:00:00.000Z", because: "rubric-changed" as const }],
  ]);
  const records = [full, tampered, failed, broken];
  const whole = { records, older, failedAgain: [] };
  const leftAside = [
    { name: "hal.rar", because: { code: "archive-of-other-kind", file: "hal.rar" } as const },
  ];
  expect(summariseClass({ scores, records, class: whole, leftAside }, "out")).toContain(
    "1 graded · 1 wait for a person · 1 could not be run and wait as well · 1 not graded · 1 with a mark of an earlier run · 1 left aside: hal.rar",
  );
});

test("a failed second try is named, although the earlier mark stands", () => {
  const scores = { assignment: { maxPoints: "4" } } as ClassResult["scores"];
  const records = [sampleRecords.full];
  const failedAgain = [{ id: "ada", fault: "planted" }];
  const whole = { records, older: new Map(), failedAgain };
  expect(summariseClass({ scores, records, class: whole, leftAside: [] }, "out")).toContain(
    "planted; the earlier mark stands (ada)",
  );
});

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
