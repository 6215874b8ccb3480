import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { addPoints } from "../graders/contract/points";
import type { ClassResult } from "../graders/grade/write-class";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { gradeFolder } from "../graders/testing/grade-folder";
import { projectRoot } from "../graders/testing/project-root";
import { makeTemporaryFolder } from "../graders/testing/temporary-folder";

/**
 * The marks each bundled sample must get, by question; a question that is not named must get nothing.
 * "all": every question in full, the bonus included.
 */
const expectedMarks: Readonly<Record<string, "all" | Readonly<Record<string, string>>>> = {
  "sample-full-marks": "all",
  "sample-other-conventions": "all",
  "sample-notebook-student": {
    bytes: "1",
    "standard-conv": "1",
    "depthwise-conv": "1",
    "batch-norm": "0.5",
    prelu: "0.25",
    "model-flops": "1",
    "model-bytes": "0.25",
    bound: "1",
  },
  "sample-starter": {},
  "sample-does-not-compile": {},
  "sample-hangs": { "standard-conv": "1", "depthwise-conv": "1", prelu: "1" },
  "sample-throws": { "standard-conv": "1" },
  "sample-exits": { "standard-conv": "1", "depthwise-conv": "1" },
  "sample-forger": { "standard-conv": "1" },
};

let result: ClassResult;
let out: Awaited<ReturnType<typeof makeTemporaryFolder>>;

beforeAll(async () => {
  out = await makeTemporaryFolder();
  result = await gradeFolder(join(projectRoot, "submissions"), out.path);
}, 120_000);

afterAll(() => out.remove());

const findRecord = (id: string) => {
  const record = result.records.find((one) => one.submission.id === id);
  if (record === undefined) throw new Error(`${id} was not graded`);
  return record;
};

describe.each(Object.entries(expectedMarks))("%s", (id, marks) => {
  test.each(assignment.questions.map((question) => [question.id, question] as const))("%s", (_, question) => {
    const expected = marks === "all" ? question.points : (marks[question.id] ?? "0");
    const graded = findRecord(id).questions.find((one) => one.id === question.id);
    expect(graded).toMatchObject({ id: question.id, points: expected });
  });

  test("its total is the sum of its questions", () => {
    const expected = assignment.questions
      .filter((question) => question.isBonus !== true)
      .map((question) => (marks === "all" ? question.points : (marks[question.id] ?? "0")));
    expect(findRecord(id).score?.points).toBe(addPoints(expected));
  });
});

test("every popular mistake is named by a misconception, and costs points in every question", () => {
  const { questions } = findRecord("sample-popular-mistakes");
  for (const question of questions) {
    if (question.status === "not_graded" || question.status === "ungradable") throw new Error(question.id);
    const kinds = question.parts.flatMap(({ finding }) =>
      finding.kind === "explained" ? [finding.reading.kind] : [],
    );
    expect([question.id, kinds.includes("misconception") || kinds.includes("carried")]).toEqual([
      question.id,
      true,
    ]);
  }
});

test("the score document lists the whole class", async () => {
  const scores = JSON.parse(await readFile(join(out.path, "scores.json"), "utf8"));
  expect(scores.submissions.map((one: { id: string }) => one.id).sort()).toEqual(
    [...Object.keys(expectedMarks), "sample-popular-mistakes"].sort(),
  );
});
