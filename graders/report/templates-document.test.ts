import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chainedAssignment, makeClassOf } from "../testing/class-of-thirty";
import { projectRoot } from "../testing/project-root";
import { sampleRecords } from "../testing/sample-class";
import { classInput, records as samples } from "../testing/sample-pages";
import { englishSentences } from "../wording/sentences";
import { viewAnonymous } from "./anonymous-view";
import { viewClass } from "./class-view";
import { viewStudent } from "./student-view";

const document = readFileSync(join(projectRoot, "docs", "templates.md"), "utf8");

/** Names in the rows of a chapter's table, with the marks of lists taken off. */
function readDocumented(heading: string): ReadonlySet<string> {
  const chapter = document.split(`### ${heading}\n`)[1]?.split("\n### ")[0] ?? "";
  const rows = chapter.split("\n").filter((line) => /^\| `/.test(line));
  const names = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ""));
  return new Set(names.map((name) => name.replaceAll("[]", "")));
}

/** Every field of the views, as the document writes it; those below a list without its mark. */
function listFields(views: readonly object[]): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (node: unknown, path: string): void => {
    if (Array.isArray(node)) for (const one of node) walk(one, path);
    else if (typeof node === "object" && node !== null && node.constructor === Object)
      for (const [key, value] of Object.entries(node)) {
        const name = path === "" ? key : `${path}.${key}`;
        found.add(name);
        if (name !== "labels") walk(value, name);
      }
  };
  for (const view of views) walk(view, "");
  return found;
}

const thirty = makeClassOf(30, (n) => `s${n}`);
const suggestions = [{ name: "x", students: [] }];
const classView = viewClass(
  {
    ...classInput,
    records: [...thirty.records, ...samples],
    roster: { ...thirty.roster, suggestions },
    appeals: [{ schemaVersion: "1.0", id: "a", submission: "s0", question: "softmax", text: "?", at: "" }],
  },
  chainedAssignment,
  englishSentences,
);
const broken = {
  ...sampleRecords.broken,
  ungradable: { cause: "refused", says: { code: "load-throws", error: "x" } },
} as const;
const studentViews = [...samples, ...thirty.records, broken].map((one) =>
  viewStudent(one, { assignment: chainedAssignment, sentences: englishSentences }),
);

/** A word of a list's items that its own row explains, not a path. */
const isItem = (name: string): boolean => ["says", "comments", "title", "credit", "because"].includes(name);
/** Told by the fields of another list, which are the same. */
const isTold = (name: string): boolean => /^(frequent|rare|notRun|paidWords)\./.test(name);

test("every field that the document names is in a view", () => {
  const students = listFields(studentViews);
  const classes = listFields([classView]);
  const documented = [
    ...[...readDocumented("A student's report")].filter((name) => !students.has(name)),
    ...[...readDocumented("The class page and the one without names")].filter((name) => !classes.has(name)),
  ];
  expect(documented.filter((name) => !isItem(name))).toEqual([]);
  expect(students.size + classes.size).toBeGreaterThan(150);
});

test("every field of a class page is in the document, and the page without names has no others", () => {
  const documented = readDocumented("The class page and the one without names");
  const isDocumented = (name: string): boolean =>
    documented.has(name) || isTold(name) || [...documented].some((one) => one.startsWith(`${name}.`));
  const fields = listFields([classView]);
  expect([...fields].filter((name) => !isDocumented(name))).toEqual([]);
  expect([...listFields([viewAnonymous(classView)])].filter((name) => !fields.has(name))).toEqual([]);
});
