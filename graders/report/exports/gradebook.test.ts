import { nameFolder } from "../../records/folder-name";
import { sampleBatch, sampleRecords } from "../../testing/sample-class";
import { formatGradebook } from "./gradebook";
import { buildScores } from "./scores";

const student = (id: string, name: string, subject: string) => ({
  id,
  name,
  subject,
  email: `${id}@example.org`,
});
const roster = {
  matched: [{ submissionId: "ada", student: student("007", '=HYPERLINK("x")', "a".repeat(64)) }],
  submissionsWithoutStudent: [],
  studentsWithoutSubmission: [student("008", "Sample Eve", "b".repeat(64))],
  ambiguous: [
    {
      key: "009",
      students: [student("009", "Sample Tom", "c".repeat(64)), student("010", "Sample Tim", "d".repeat(64))],
      submissionIds: ["tom"],
    },
  ],
};
const { full, heldBack, broken } = sampleRecords;
const records = [full, heldBack, broken];
const scores = buildScores({ ...sampleBatch, records, getFolder: nameFolder, roster });
const rows = formatGradebook(scores, roster)
  .slice(1)
  .split("\r\n")
  .map((line) => line.split(","));

test("a student stands under the registrar's id, and no name runs as a formula", () => {
  expect(rows[0]?.slice(0, 7)).toEqual(["id", "name", "email", "status", "points", "bonus", "total"]);
  expect(rows[1]?.slice(0, 4)).toEqual(["007", '"\'=HYPERLINK(""x"")"', "007@example.org", "graded"]);
});

test("the total is points and bonus together, and each question has its column", () => {
  const [, ada] = rows;
  expect(Number(ada?.[6])).toBe(Number(ada?.[4]) + Number(ada?.[5]));
  expect(rows[0]?.length).toBe(7 + full.questions.length);
});

test("what has no score has empty cells, and who handed in nothing has a row", () => {
  const heldBackRow = rows.find((row) => row[0] === heldBack.submission.id);
  expect(heldBackRow?.slice(3, 7)).toEqual(["not_graded", "", "", ""]);
  expect(rows.find((row) => row[0] === "008")?.slice(3, 7)).toEqual(["not_submitted", "", "", ""]);
});

test("what could not be run is no zero for the registrar", () => {
  const [, , , status, ...cells] = rows.find((row) => row[0] === broken.submission.id) ?? [];
  expect([status, new Set(cells)]).toEqual(["ungradable", new Set([""])]);
});

test("whoever cannot be told apart has a row", () => {
  const undecided = rows.filter((row) => row[3] === "ambiguous");
  expect(undecided.map((row) => row[0])).toEqual(["009", "010"]);
});
