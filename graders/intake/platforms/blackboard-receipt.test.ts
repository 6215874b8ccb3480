import { look, writeAll } from "../../testing/hand-in";
import { readReceipt } from "./blackboard-receipt";

const write = (name: string, typed: string, comment: string): string =>
  [
    `Name: ${name}`,
    "Assignment: HW 3",
    "Date Submitted: Sunday, November 29, 2026 10:00:00 AM CET",
    "Current Grade: Needs Grading",
    "",
    "Submission Field:",
    typed,
    "",
    "Comments:",
    comment,
    "",
    "Files:",
    "\tOriginal filename: submission.ts",
    "\tFilename: HW_3_stu_1_attempt_2026-11-29-10-00-00_submission.ts",
  ].join("\r\n");
const noText = "There is no student submission text data for this assignment.";
const noComment = "There are no student comments for this assignment.";

test.each([
  ["Kim Lee (stu_1)", { user: "stu_1", name: "Kim Lee" }],
  ["Kim (Kimmy) Lee: X (stu_1)", { user: "stu_1", name: "Kim (Kimmy) Lee: X" }],
  ["(stu_1)", { user: "stu_1", name: null }],
  ["Kim Lee", null],
  ["Kim ()", null],
])("of %s the last brackets are the user name", (name, student) => {
  expect(readReceipt(write(name, noText, noComment)).student).toEqual(student);
});

test.each([
  ["nothing", noText, noComment, ""],
  ["a text", "My words.", noComment, "My words."],
  ["a comment", noText, "See you.", "See you."],
  ["both", "My words.", "See you.", "My words.\n\nSee you."],
  ["labels", "Files:\na\nComments:\nSubmission Field:\nb", noComment, "Files:\na\nSubmission Field:\nb"],
])("of a receipt with %s, what was typed is read and nothing else", (_, typed, comment, read) => {
  expect(readReceipt(write("Kim (kim)", typed, comment)).typed).toBe(read);
});

test("of a receipt in another language nobody says that nothing was typed", () => {
  expect(readReceipt("Nom : Kim (kim)\nDevoir : HW\n\nChamp :\nBonjour\n").typed).toBeNull();
  expect(readReceipt("Nom : Kim (kim)\nDevoir : HW\n").typed).toBe("");
});

const name = (user: string): string => `HW_3_${user}_attempt_2026-11-29-10-00-00`;

test("who has no receipt is called by the title that the others' tell of, and names that do not fit tell nothing", async () => {
  writeAll("class", {
    [`${name("stu_1")}.txt`]: write("Kim (somebody_else)", noText, noComment),
    [`${name("stu_1")}_submission.ts`]: "",
    [`${name("stu_2")}.txt`]: write("Kim (stu_2)", noText, noComment),
    [`${name("stu_2")}_submission.ts`]: "",
    [`${name("stu_3")}_submission.ts`]: "",
  });
  const { submissions } = await look("class");
  expect(submissions.map(({ id, accounts }) => [id, accounts?.[0]])).toEqual([
    ["stu_1", { key: "stu_1", name: null }],
    ["stu_2", { key: "stu_2", name: "Kim" }],
    ["stu_3", { key: "stu_3", name: null }],
  ]);
});

test("a receipt that nobody here can read is for a person, and its attempt without a file has no file", async () => {
  const text = "Nom : Kim (kim)\n\nChamp :\nBonjour\n";
  writeAll("class", {
    [`${name("kim")}.txt`]: text,
    [`${name("jo")}.txt`]: text,
    [`${name("jo")}_submission.ts`]: "",
  });
  const { submissions, leftAside } = await look("class");
  expect(submissions.map((one) => one.kind === "refused" && one.refused.code)).toEqual([
    false,
    "attempt-without-file",
  ]);
  expect(leftAside.map(({ because }) => because.code)).toEqual(["online-text", "online-text"]);
});
