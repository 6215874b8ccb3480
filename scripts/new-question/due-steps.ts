/** What a question still needs outside its folder once its skeleton is made: told by the verb, held to by a test. */
import type { Assignment } from "../../graders/contract/assignment";
import type { Question } from "../../graders/contract/question";
import type { Material, Solution } from "../../graders/verify/material";
import { referenceEntry } from "../../graders/verify/reference-submission";
import type { Languages } from "../../graders/wording/languages";

const tasksFile = "graders/questions/tasks.ts";

/** A work that answers every question. */
interface WholeWork {
  readonly file: string;
  /** What it answers a question with. */
  readonly answer: string;
  /** True where one part of a question is enough. */
  readonly mayLeaveParts?: true;
  find(material: Material): Solution | undefined;
}

const bundled = (name: string, answer: string): WholeWork => ({
  file: `submissions/${name}/submission.ts`,
  answer,
  find: ({ fullMarks, others }) => [fullMarks, ...others].find((work) => work.name === name),
});

const wholeWorks: readonly WholeWork[] = [
  { file: referenceEntry, answer: "what reference/ computes", find: ({ reference }) => reference },
  bundled("sample-full-marks", "right, by the commonest convention"),
  bundled("sample-other-conventions", "right, by another convention where there is one"),
  { ...bundled("sample-popular-mistakes", "with a mistake that a reading names"), mayLeaveParts: true },
];

const sayExport = ({ file, answer }: WholeWork, name: string): string =>
  `${file}: export function ${name}, ${answer}`;

/** The steps after the skeleton, one line each: the file, and what to write there. */
export function listDueSteps({ id, exportName }: { readonly id: string; readonly exportName: string }) {
  return [
    ...wholeWorks.map((work) => sayExport(work, exportName)),
    "graders/wording/fr.json: its sentences; npm run --silent sentences -- fr --missing prints them",
    `${tasksFile}: ${JSON.stringify(id)}: its number in the course's assignment, if it has one`,
  ];
}

/** The steps that nobody has done, worded like {@link listDueSteps}. */
export function findForgottenSteps(assignment: Assignment, material: Material): readonly string[] {
  const known = new Set(assignment.questions.map(({ id }) => id));
  return [
    ...wholeWorks.flatMap((work) => {
      const missing = assignment.questions.flatMap((question) => listMissing(question, work, material));
      return missing.map((name) => sayExport(work, name));
    }),
    ...Object.keys(assignment.tasks ?? {})
      .filter((id) => !known.has(id))
      .map((id) => `${tasksFile}: there is no question ${JSON.stringify(id)}: delete its line`),
  ];
}

function listMissing({ parts }: Question, work: WholeWork, material: Material): readonly string[] {
  const { implementation = {} } = work.find(material) ?? {};
  const asked = new Set(parts.flatMap((part) => (part.kind === "call" ? [part.export] : [])));
  const missing = [...asked].filter((name) => !(name in implementation));
  return work.mayLeaveParts && missing.length < asked.size ? [] : missing;
}

/** One line for each language that lacks some of the sentences, and for each that translates what nobody says. */
export function findForgottenSentences(
  sentences: readonly string[],
  languages: Languages,
): readonly string[] {
  return Object.entries(languages).flatMap(([tag, table]) => {
    const file = `graders/wording/${tag}.json`;
    const missing = sentences.filter((sentence) => (table[sentence] ?? "").trim() === "");
    const left = Object.keys(table).filter((sentence) => !sentences.includes(sentence));
    return [
      ...sayCount(
        `${file}: translate`,
        missing,
        `npm run --silent sentences -- ${tag} --missing prints them`,
      ),
      ...sayCount(`${file}: delete`, left, "nobody says them any more"),
    ];
  });
}

function sayCount(start: string, sentences: readonly string[], end: string): readonly string[] {
  const [first] = sentences;
  if (first === undefined) return [];
  return [`${start} ${sentences.length} sentences, the first ${JSON.stringify(first)}; ${end}`];
}
