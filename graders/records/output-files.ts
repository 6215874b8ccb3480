/**
 * Every file of an output folder: what it is called, who may read it, what it holds. Reserved names, the leak test, the
 * closing line of a run and the table in docs/instructors.md come from here.
 */

export type Reader =
  /** May be handed out: the student it is about, and the platform that shows it to them. */
  | "student"
  /** Names, hidden inputs, other people's work. */
  | "staff";

export interface OutputFile {
  /** Relative to the output folder; `<submission>` stands for the folder of one submission. */
  readonly path: string;
  readonly reader: Reader;
  readonly holds: string;
}

export const outputFiles = {
  classPage: {
    path: "index.html",
    reader: "staff",
    holds: "the class: what waits for a person, totals, every question in figures, misconceptions",
  },
  gradebook: {
    path: "gradebook.csv",
    reader: "staff",
    holds: "for the registrar: id, name, e-mail, status, points, bonus, total, one column a question",
  },
  scores: {
    path: "scores.json",
    reader: "student",
    holds: "the scores, for a learning platform; students by pseudonym",
  },
  scoresTable: {
    path: "scores.csv",
    reader: "student",
    holds: "the same as a table",
  },
  reportPage: {
    path: "students/<submission>/report.html",
    reader: "student",
    holds: "the student's feedback",
  },
  reportText: {
    path: "students/<submission>/report.md",
    reader: "student",
    holds: "the same as Markdown, for a comment on a learning platform",
  },
  reportMail: {
    path: "students/<submission>/report.txt",
    reader: "student",
    holds: "the same but for the student's own words, as plain text for an e-mail",
  },
  reportPdf: {
    path: "students/<submission>/report.pdf",
    reader: "student",
    holds: "after `npm run report -- out --pdf`: the same to print or to upload",
  },
  record: {
    path: "staff/<submission>/record.json",
    reader: "staff",
    holds: "everything about one submission, hidden inputs' evidence included",
  },
  answers: {
    path: "staff/<submission>/answers.json",
    reader: "staff",
    holds: "its texts and what it answered when it was run, to judge it again without that",
  },
  history: {
    path: "staff/<submission>/history/",
    reader: "staff",
    holds: "records that later ones replaced",
  },
  classIdentity: {
    path: "staff/class.json",
    reader: "staff",
    holds:
      "which class this is, where it lay and how it was read, whom the platform named, its language and templates",
  },
  lastRun: {
    path: "staff/last-run.json",
    reader: "staff",
    holds: "what a run saw and said, so that an unchanged class is not graded again",
  },
  shard: {
    path: "staff/shard.json",
    reader: "staff",
    holds: "after `--shard` or a worker: which part of which class this is, for `npm run merge`",
  },
  shardRoster: {
    path: "staff/shard-roster.json",
    reader: "staff",
    holds: "the same with a roster: who of the whole class handed in what",
  },
  handMarks: {
    path: "staff/marks.jsonl",
    reader: "staff",
    holds: "what people decided, a line each, only ever added to; back it up",
  },
  secondMarks: {
    path: "staff/second-marks.jsonl",
    reader: "staff",
    holds: "what a second person decided about a sample; changes no points",
  },
  appeals: {
    path: "staff/appeals.jsonl",
    reader: "staff",
    holds: "what students asked to be looked at again, a line each, only ever added to",
  },
  review: {
    path: "staff/review.json",
    reader: "staff",
    holds: "comments and rubric items that people wrote while marking; copy it to the next class",
  },
  similar: {
    path: "staff/similar.html",
    reader: "staff",
    holds: "after `npm run similar`: what was handed in twice, and pairs that read alike",
  },
  weights: {
    path: "staff/weights.json",
    reader: "staff",
    holds: "which questions count otherwise for this class, and why",
  },
  accepted: {
    path: "staff/accepted.jsonl",
    reader: "staff",
    holds: "what a person accepted for this class besides the rubric, a line each, only ever added to",
  },
  rubrics: {
    path: "staff/rubrics.jsonl",
    reader: "staff",
    holds:
      "digests of what the rubrics of this class were made of, so that a run finds which questions changed",
  },
  regrades: {
    path: "staff/regrades.jsonl",
    reader: "staff",
    holds: "which marks were judged again, when, by whom and why; only ever added to",
  },
  classTables: {
    path: "staff/tables/",
    reader: "staff",
    holds: "the tables of that page as CSV",
  },
  anonymousPage: {
    path: "anonymous/class.html",
    reader: "student",
    holds: "after `--anonymous`: the figures of the class, without names and links to anybody",
  },
  anonymousTables: {
    path: "anonymous/tables/",
    reader: "student",
    holds: "the tables of that page as CSV",
  },
  lock: {
    path: "grading.lock",
    reader: "staff",
    holds: "there while a grader works",
  },
  rosterMatch: {
    path: "roster.json",
    reader: "staff",
    holds: "who handed in what: joins names to pseudonyms",
  },
  rosterKey: {
    path: "roster.key",
    reader: "staff",
    holds: "the key of the pseudonyms; keep it",
  },
  seedKey: {
    path: "seed.key",
    reader: "staff",
    holds: "the secret seed of the hidden inputs; keep it, and to yourself",
  },
} as const satisfies Readonly<Record<string, OutputFile>>;

/** Stands for the folder of a submission. */
export const placeholder = "<submission>";

/** Relative path of a submission's file, with forward slashes. @param folder of {@link nameFolder} */
export function locateFor(file: OutputFile, folder: string): string {
  return file.path.replace(placeholder, folder);
}

/** Names that a submission's folder must not take, since files of the class lie beside those folders. */
export const reservedNames: readonly string[] = Object.values(outputFiles)
  .map((file) => file.path.split("/"))
  .flatMap(([top, name]) =>
    (top === "staff" || top === "students") && name !== undefined && name !== placeholder ? [name] : [],
  );

/** What a run tells at its end: the files of the class by name, and the folders with one entry per submission. */
export function listWritten(): string {
  const paths = Object.values(outputFiles).map((file) => file.path);
  const files = paths.filter((path) => !path.includes("/"));
  const folders = paths.filter((path) => path.includes("/")).map((path) => `${path.split("/")[0]}/`);
  const { rosterMatch, rosterKey, seedKey, lock } = outputFiles;
  // The last one only where it was asked for.
  const aside = [...[rosterMatch, rosterKey, seedKey, lock].map(({ path }) => path), "anonymous/"];
  return [...files, ...new Set(folders)].filter((name) => !aside.includes(name)).join(", ");
}
