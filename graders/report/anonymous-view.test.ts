import { nameFolder } from "../records/folder-name";
import { chainedAssignment, makeClassOf } from "../testing/class-of-thirty";
import { hostileTexts } from "../testing/hostile-texts";
import { classInput, templatesFolder } from "../testing/sample-pages";
import type { ClassInput } from "./class-input";
import { formatTable } from "./exports/csv";
import { openReporter, type Reporter } from "./report";

let reporter: Reporter;
beforeAll(async () => {
  reporter = await openReporter(templatesFolder, chainedAssignment);
});

const people = ["Zebedee Quux", "Qworpel", "xyzzy-plugh", ...hostileTexts];
const { records, roster } = makeClassOf(30, (n) => people[n] ?? "nobody");
const appeals = records.slice(0, 3).map(({ submission: { id } }) => ({
  ...{ schemaVersion: "1.0" as const, id, submission: id, question: "softmax" },
  ...{ text: `I am ${id}`, at: "2026-02-01T00:00:00.000Z" },
}));
const input: ClassInput = {
  ...{ ...classInput, records, roster, appeals },
  className: "Wintersemester-Gruppe-7",
};

const readAnonymous = (asked: ClassInput): string => {
  const { html, tables } = reporter.renderAnonymousClass(asked);
  return [html, ...tables.map(({ rows }) => formatTable(rows))].join("\n");
};

/** Whatever could tell who is who, or which class, run or hand-in it was. */
function listTelling(): readonly string[] {
  const ofRecords = records.flatMap(({ submission: { id, contentDigest, files } }) => [
    ...[id, nameFolder(id), encodeURIComponent(nameFolder(id)), contentDigest ?? id],
    ...files.flatMap(({ path, sha256 }) => [path, sha256]),
  ]);
  const ofStudents = roster.matched.flatMap(({ student }) => [student.id, student.name, student.subject]);
  const { seedDigest, rubricDigest, className = "" } = input;
  const ofRun = [seedDigest, rubricDigest, className, "report.html", "record.json", 'href="students'];
  return [...new Set([...ofRecords, ...ofStudents, ...ofRun])].filter((one) => one.trim() !== "");
}

test("nothing of the anonymous page and its tables tells who is who; the staff's tells it in five tables", () => {
  const anonymous = readAnonymous(input);
  const telling = listTelling();
  const escapeText = (text: string): string =>
    text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  expect(telling.length).toBeGreaterThan(60);
  expect(telling.filter((one) => anonymous.includes(one) || anonymous.includes(escapeText(one)))).toEqual([]);
  const { html, tables } = reporter.renderClass(input);
  const naming = tables.filter(({ rows }) => rows.flat().join(" ").includes("Zebedee Quux"));
  expect(html).toContain("Zebedee Quux");
  expect(naming.map(({ name }) => name)).toEqual([
    ...["waiting", "submissions", "misconceptions", "carried", "unexplained"],
  ]);
});

test("nor does the order of anything: whoever handed in first, the page and its tables are the same", () => {
  const turned = [...records].reverse();
  const shuffled = [...records].sort((a, b) => (a.submission.id.length % 7) - (b.submission.id.length % 7));
  expect(turned.map((one) => one.submission.id)).not.toEqual(records.map((one) => one.submission.id));
  for (const other of [turned, shuffled])
    expect(readAnonymous({ ...input, records: other })).toBe(readAnonymous(input));
});

test("tells how many ask for another look, by question", () => {
  expect(reporter.renderAnonymousClass(input).html).toContain("<li>Softmax: 3</li>");
  const { appeals: _, ...quiet } = input;
  expect(reporter.renderAnonymousClass(quiet).html).not.toContain("another look");
});

test("holds the figures all the same, each table with its headings", () => {
  const { html, tables } = reporter.renderAnonymousClass(input);
  expect(html).toContain("You counted every multiply-add twice.");
  expect(tables.map(({ name, rows: [heads] }) => [name, heads?.length])).toEqual([
    ["questions", 21],
    ["distribution", 3],
    ["misconceptions", 3],
    ["carried", 3],
    ["unexplained", 4],
  ]);
  for (const { rows } of tables) for (const row of rows) expect(row).toHaveLength(rows[0]?.length ?? 0);
});
