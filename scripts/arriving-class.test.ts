import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SubmissionRecord } from "../graders/contract/record";
import type { ClassResult } from "../graders/grade/write-class";
import { nameFolder } from "../graders/records/folder-name";
import { type Arrival, arrivals, writeArrivingClass, writtenText } from "../graders/testing/arriving-class";
import { gradeFolder } from "../graders/testing/grade-folder";
import { makeTemporaryFolder, type TemporaryFolder } from "../graders/testing/temporary-folder";

let folder: TemporaryFolder;
let result: ClassResult;
const out = () => join(folder.path, "out");

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  await writeArrivingClass(join(folder.path, "class"));
  const rosterPath = join(folder.path, "roster.csv");
  // People go by a name without the ending of a file.
  const people = [...arrivals.keys()].map((id) => id.split(".")[0]).map((id) => `${id},Name of ${id}`);
  await writeFile(rosterPath, `id,name\n${people.join("\n")}\n`);
  result = await gradeFolder(join(folder.path, "class"), out(), { request: { rosterPath } });
}, 300_000);

afterAll(() => folder.remove());

function findRecord(id: string): SubmissionRecord {
  const record = result.records.find((one) => one.submission.id === id);
  if (record === undefined) throw new Error(`${id} was not graded`);
  return record;
}

const rows = [...arrivals].map(([id, arrival]) => [arrival.how, id, arrival] as const);

test.each(rows)("%s", async (_, id, { expected }: Arrival) => {
  const record = findRecord(id);
  if (expected.kind === "told") {
    const page = await readFile(join(out(), "students", nameFolder(id), "report.md"), "utf8");
    expect(page).toMatch(expected.says);
    return;
  }
  expect([record.status, record.score?.points]).toEqual([expect.stringMatching(/graded|manual/), "1"]);
  if (expected.kind === "explained")
    expect(record.questions.find((one) => one.id === "padding")).toMatchObject({
      explanation: expect.stringContaining(writtenText),
    });
});

test("nobody who handed something in is listed as absent, and nobody else is graded", async () => {
  const { submissions } = JSON.parse(await readFile(join(out(), "scores.json"), "utf8"));
  expect(submissions.filter((one: { status: string }) => one.status === "not_submitted")).toEqual([]);
  expect(result.records.map((one) => one.submission.id).sort()).toEqual([...arrivals.keys()].sort());
});
