import { sampleClock, sampleRecords } from "../testing/sample-class";
import { compareVerdicts, extractVerdict, formatVerdict } from "./record-verdict";

const { full, mixed } = sampleRecords;
const otherDigest = `sha256:${"0".repeat(64)}`;

test("machine, day, tools, output and the name of the folder are no part of a verdict", () => {
  const elsewhere = {
    ...full,
    submission: { ...full.submission, id: "elsewhere" },
    producer: { name: "ridgepoint", version: "9.0.0" },
    tools: { node: "99.0.0" },
    sandbox: { level: "minimal" as const, active: [], missing: [] },
    output: { stdout: "in another folder", stderr: "" },
    planDigest: otherDigest,
    clock: { ...sampleClock, durationMs: 7 },
  };
  expect(formatVerdict(elsewhere)).toBe(formatVerdict(full));
  expect(compareVerdicts(full, elsewhere)).toEqual([]);
});

test("points, findings and the evidence of every question are", () => {
  expect(extractVerdict(mixed)).toMatchObject({
    status: mixed.status,
    score: mixed.score,
    questions: mixed.questions,
  });
});

test.each([
  ["other files", { submission: { ...full.submission, contentDigest: otherDigest } }, /other files/],
  ["another seed", { seedDigest: otherDigest }, /another seed/],
  ["another rubric", { rubricDigest: otherDigest }, /another rubric/],
])("where %s were graded, that is said and nothing else", (_, change, says) => {
  const differences = compareVerdicts({ ...full, ...change, status: "pending_manual" }, full);
  expect(differences).toEqual([expect.stringMatching(says)]);
});

test("names the questions that were judged otherwise, or the submission as a whole", () => {
  const [first, ...rest] = full.questions;
  if (first === undefined) throw new Error("expected a question");
  const changed = { ...full, questions: [{ ...first, explanation: "another" }, ...rest] };
  expect(compareVerdicts(full, changed)).toEqual([`another verdict on ${first.id}`]);
  expect(compareVerdicts({ ...full, status: "pending_manual" }, full)).toEqual([
    "another verdict on the submission as a whole",
  ]);
});
