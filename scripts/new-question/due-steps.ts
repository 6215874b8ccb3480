/** What a question still needs outside its folder once its skeleton is made: told by the verb, held to by its test. */
import type { Material, Solution } from "../../graders/verify/material";
import { referenceEntry } from "../../graders/verify/reference-submission";

export const tasksFile = "graders/questions/tasks.ts";

/** A work that answers every question. */
export interface WholeWork {
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

export const wholeWorks: readonly WholeWork[] = [
  { file: referenceEntry, answer: "what reference/ computes", find: ({ reference }) => reference },
  bundled("sample-full-marks", "right, by the commonest convention"),
  bundled("sample-other-conventions", "right, by another convention where there is one"),
  { ...bundled("sample-popular-mistakes", "with a mistake that a reading names"), mayLeaveParts: true },
];

export const sayExport = ({ file, answer }: WholeWork, name: string): string =>
  `${file}: export function ${name}, ${answer}`;

/** The steps after the skeleton, one line each: the file, and what to write there. */
export function listDueSteps({ id, exportName }: { readonly id: string; readonly exportName: string }) {
  return [
    ...wholeWorks.map((work) => sayExport(work, exportName)),
    "graders/wording/fr.json: its sentences; npm run --silent sentences -- fr --missing prints them",
    `${tasksFile}: ${JSON.stringify(id)}: its number in the course's assignment, if it has one`,
  ];
}
