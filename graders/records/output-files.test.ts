import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../testing/project-root";
import { findOutputFile, mayReachStudents } from "../testing/reader-of";
import { listWritten, locateFor, outputFiles } from "./output-files";

const all = Object.values(outputFiles);

test("each file has one entry", () => {
  expect(new Set(all.map((file) => file.path)).size).toBe(all.length);
});

test("nothing that students may read lies in a folder for staff, nor the other way round", () => {
  const inStaff = all.filter((file) => file.path.startsWith("staff/"));
  const inStudents = all.filter((file) => file.path.startsWith("students/"));
  expect(inStaff.map((file) => file.reader)).not.toContain("student");
  expect(inStudents.map((file) => file.reader)).not.toContain("staff");
  expect(Math.min(inStaff.length, inStudents.length)).toBeGreaterThan(1);
});

test("a file of a submission is found again by its path", () => {
  for (const file of all) {
    const path = locateFor(file, "ada");
    expect(findOutputFile(path.endsWith("/") ? `${path}old.json` : path)).toBe(file);
  }
});

test("what nobody announced counts as readable by students", () => {
  expect(mayReachStudents("staff/ada/record.json")).toBe(false);
  expect(mayReachStudents("staff/ada/history/2026.json")).toBe(false);
  expect(mayReachStudents("students/ada/report.html")).toBe(true);
  expect(mayReachStudents("staff/ada/forgotten.txt")).toBe(true);
  expect(mayReachStudents("new-export.xml")).toBe(true);
});

test("the closing line names the files of the class and the two folders", () => {
  expect(listWritten()).toBe("index.html, gradebook.csv, scores.json, scores.csv, students/, staff/");
});

test("the manual's table tells of each file what it holds and who may read it, and of no other", () => {
  const manual = readFileSync(join(projectRoot, "docs", "instructors.md"), "utf8");
  const table = manual.split("\n## Output files\n")[1]?.split("\n## ")[0] ?? "";
  const rows = all.map((file) => `| \`${file.path}\` | ${file.reader} | ${file.holds} |`);
  expect(table.match(/^\| `.*$/gm)).toEqual(rows);
});
