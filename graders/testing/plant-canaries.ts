/**
 * For tests: a copy of the project whose only question is full of canaries, words and numbers that nobody may find
 * in anything a student can read.
 */
import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "./project-root";
import { makeTemporaryFolder, type TemporaryFolder } from "./temporary-folder";

/** Never in the student package, a report, an error. */
export const hiddenCanaries = [
  "CANARY-INPUT-5b1e",
  "918273645546",
  "192837465564738",
  "canary-case-id",
  "CANARY-WHY-90ab",
  "CANARY-UNUSED-SAYS-77",
  "CANARY-UNUSED-HINT-78",
  "canary-unused-reading",
] as const;

/** Never in the student package; a report may tell them to the student whom they concern. */
export const feedbackCanaries = [
  "CANARY-SLIP-SAYS-31",
  "CANARY-SLIP-HINT-32",
  "CANARY-UNEXPLAINED-33",
  "CANARY-REFERENCE-34",
  "canary-slip-reading",
  "canary-reference-reading",
  "0.3141",
  "CANARI-TRADUIT-35",
] as const;

const question = `
import type { Case, Question } from "../../contract/question";
import { isSameCount, readCount } from "../../contract/answers";
import { feedback } from "./feedback";
import { cage } from "./inputs";
import { publicChecks } from "./public-checks";

interface Cage { readonly text: string; readonly size: number }
const cases = (): readonly Case<Cage>[] => [
  { id: "canary-case-id", source: "edge", why: "CANARY-WHY-90ab", input: cage },
];
const part = {
  kind: "call" as const, id: "canary", points: "1", export: "canary", cases,
  args: (one: Cage) => [one], read: readCount, isSame: isSameCount,
  readings: [
    { id: "canary-reference-reading", kind: "reference" as const, credit: "1", by: "value", answer: () => 192837465564738n },
    { id: "canary-slip-reading", kind: "misconception" as const, credit: "0.3141", by: "value", answer: (one: Cage) => 2 * one.size },
    { id: "canary-unused-reading", kind: "misconception" as const, credit: "0", by: "value", answer: () => 7n },
  ],
};
export const question: Question = { id: "canary", points: "1", parts: [part], feedback, publicChecks };
`;

const feedback = `
import type { Feedback } from "../../contract/question";
export const feedback: Feedback = {
  title: "Cages",
  expected: "a whole number",
  unexplained: "CANARY-UNEXPLAINED-33",
  readings: {
    "canary-reference-reading": { says: "CANARY-REFERENCE-34" },
    "canary-slip-reading": { says: "CANARY-SLIP-SAYS-31", hint: "CANARY-SLIP-HINT-32" },
    "canary-unused-reading": { says: "CANARY-UNUSED-SAYS-77", hint: "CANARY-UNUSED-HINT-78" },
  },
};
`;

const publicChecks = `
import { readCount } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
export const publicChecks: readonly PublicCheck[] = [
  {
    id: "positive",
    says: "a cage has a number above zero",
    calls: [{ export: "canary", args: [{ text: "tweet", size: 2 }] }],
    findMismatch: ([value]) => {
      const read = readCount(value);
      return read.ok && Number(read.answer) > 0 ? null : "a number above zero";
    },
  },
];
`;

/** Files of the planted question; a test may make them leak. */
export const plantedFiles: Readonly<Record<string, string>> = {
  "question.ts": question,
  "feedback.ts": feedback,
  "public-checks.ts": publicChecks,
  "inputs.ts": 'export const cage = { text: "CANARY-INPUT-5b1e", size: 918273645546 };\n',
  "statement.md":
    "# Cages\n\nWrite `canary(cage: { text: string; size: number }): number`: the number of a cage.\n",
};

const folders = ["graders", "reference", "scripts", "templates"];
const files = ["package.json", "package-lock.json", "tsconfig.json"];

/** @param changes files of the question that differ from {@link plantedFiles} */
export async function plantCanaries(
  changes: Readonly<Record<string, string>> = {},
): Promise<TemporaryFolder> {
  const copy = await makeTemporaryFolder();
  for (const name of [...folders, ...files]) {
    await cp(join(projectRoot, name), join(copy.path, name), { recursive: true, filter: isNeeded });
  }
  await symlink(join(projectRoot, "node_modules"), join(copy.path, "node_modules"));
  const folder = join(copy.path, "graders", "questions", "canary");
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries({ ...plantedFiles, ...changes })) {
    await writeFile(join(folder, name), text);
  }
  await writeFile(
    join(copy.path, "graders", "questions", "catalogue.ts"),
    'export const questionIds: readonly string[] = ["canary"];\n',
  );
  const french = Object.fromEntries([
    ["CANARY-SLIP-SAYS-31", "CANARI-TRADUIT-35"],
    ["a whole number", "un nombre entier"],
  ]);
  await writeFile(join(copy.path, "graders", "wording", "fr.json"), JSON.stringify(french));
  return copy;
}

function isNeeded(path: string): boolean {
  return !/\.test\.ts$|[\\/](questions[\\/](?!kit)[^\\/.]+|hostile|bench|__pycache__)$/.test(path);
}
