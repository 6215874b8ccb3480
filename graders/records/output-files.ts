/**
 * Every file of an output folder: what it is called, who writes it, who may read it. Reserved names, the leak test, the
 * closing line of a run and the README's table come from here.
 */

export type Reader =
  /** May be handed out: the student it is about, and the platform that shows it to them. */
  | "student"
  /** Names, hidden inputs, other people's work. */
  | "staff";

export interface OutputFile {
  /** Relative to the output folder; `<submission>` stands for the folder of one submission. */
  readonly path: string;
  /** The module of `graders/` that writes it. */
  readonly writer: string;
  readonly reader: Reader;
  readonly holds: string;
}

export const outputFiles = {
  classPage: {
    path: "index.html",
    writer: "report/class-view.ts",
    reader: "staff",
    holds: "the class: what waits for a person, totals, every question in figures, misconceptions",
  },
  gradebook: {
    path: "gradebook.csv",
    writer: "report/exports/gradebook.ts",
    reader: "staff",
    holds: "for the registrar: id, name, e-mail, status, points, bonus, total, one column a question",
  },
  scores: {
    path: "scores.json",
    writer: "records/scores-file.ts",
    reader: "student",
    holds: "the scores, for a learning platform; students by pseudonym",
  },
  scoresTable: {
    path: "scores.csv",
    writer: "report/exports/scores-csv.ts",
    reader: "student",
    holds: "the same as a table",
  },
  reportPage: {
    path: "students/<submission>/report.html",
    writer: "report/report.ts",
    reader: "student",
    holds: "the student's feedback",
  },
  reportText: {
    path: "students/<submission>/report.md",
    writer: "report/report.ts",
    reader: "student",
    holds: "the same as Markdown, for a comment on a learning platform",
  },
  reportMail: {
    path: "students/<submission>/report.txt",
    writer: "report/report.ts",
    reader: "student",
    holds: "the same but for the student's own words, as plain text for an e-mail",
  },
  reportPdf: {
    path: "students/<submission>/report.pdf",
    writer: "grade/print-pages.ts",
    reader: "student",
    holds: "after `npm run report -- out --pdf`: the same to print or to upload",
  },
  record: {
    path: "staff/<submission>/record.json",
    writer: "records/store.ts",
    reader: "staff",
    holds: "everything about one submission, hidden inputs' evidence included",
  },
  answers: {
    path: "staff/<submission>/answers.json",
    writer: "grade/regrade/recorded-answers.ts",
    reader: "staff",
    holds: "its texts and what it answered when it was run, to judge it again without that",
  },
  history: {
    path: "staff/<submission>/history/",
    writer: "records/store.ts",
    reader: "staff",
    holds: "records that later ones replaced",
  },
  classIdentity: {
    path: "staff/class.json",
    writer: "records/class-file.ts",
    reader: "staff",
    holds: "which class this is, where it lay and how it was read, its language and templates",
  },
  lastRun: {
    path: "staff/last-run.json",
    writer: "grade/unchanged/last-run.ts",
    reader: "staff",
    holds: "what a run saw and said, so that an unchanged class is not graded again",
  },
  shard: {
    path: "staff/shard.json",
    writer: "grade/shards/shard-file.ts",
    reader: "staff",
    holds: "after `--shard` or a worker: which part of which class this is, for `npm run merge`",
  },
  shardRoster: {
    path: "staff/shard-roster.json",
    writer: "records/roster-document.ts",
    reader: "staff",
    holds: "the same with a roster: who of the whole class handed in what",
  },
  handMarks: {
    path: "staff/marks.jsonl",
    writer: "records/hand-marks/marks-file.ts",
    reader: "staff",
    holds: "what people decided, a line each, only ever added to; back it up",
  },
  secondMarks: {
    path: "staff/second-marks.jsonl",
    writer: "records/hand-marks/second-marks-file.ts",
    reader: "staff",
    holds: "what a second person decided about a sample; changes no points",
  },
  appeals: {
    path: "staff/appeals.jsonl",
    writer: "records/hand-marks/appeals-file.ts",
    reader: "staff",
    holds: "what students asked to be looked at again, a line each, only ever added to",
  },
  review: {
    path: "staff/review.json",
    writer: "records/hand-marks/review-file.ts",
    reader: "staff",
    holds: "comments and rubric items that people wrote while marking; copy it to the next class",
  },
  similar: {
    path: "staff/similar.html",
    writer: "review/similar/write-similar.ts",
    reader: "staff",
    holds: "after `npm run similar`: what was handed in twice, and pairs that read alike",
  },
  weights: {
    path: "staff/weights.json",
    writer: "records/weights/weights-file.ts",
    reader: "staff",
    holds: "which questions count otherwise for this class, and why",
  },
  accepted: {
    path: "staff/accepted.jsonl",
    writer: "records/accepted-file.ts",
    reader: "staff",
    holds: "what a person accepted for this class besides the rubric, a line each, only ever added to",
  },
  rubrics: {
    path: "staff/rubrics.jsonl",
    writer: "records/rubrics-file.ts",
    reader: "staff",
    holds:
      "digests of what the rubrics of this class were made of, so that a run finds which questions changed",
  },
  regrades: {
    path: "staff/regrades.jsonl",
    writer: "records/regrades-file.ts",
    reader: "staff",
    holds: "which marks were judged again, when, by whom and why; only ever added to",
  },
  classTables: {
    path: "staff/tables/",
    writer: "report/tabulate-class.ts",
    reader: "staff",
    holds: "the tables of that page as CSV",
  },
  anonymousPage: {
    path: "anonymous/class.html",
    writer: "report/anonymous-view.ts",
    reader: "student",
    holds: "after `--anonymous`: the figures of the class, without names and links to anybody",
  },
  anonymousTables: {
    path: "anonymous/tables/",
    writer: "report/tabulate-class.ts",
    reader: "student",
    holds: "the tables of that page as CSV",
  },
  lock: {
    path: "grading.lock",
    writer: "grade/lock.ts",
    reader: "staff",
    holds: "there while a grader works",
  },
  rosterMatch: {
    path: "roster.json",
    writer: "records/roster-document.ts",
    reader: "staff",
    holds: "who handed in what: joins names to pseudonyms",
  },
  rosterKey: {
    path: "roster.key",
    writer: "records/key-file.ts",
    reader: "staff",
    holds: "the key of the pseudonyms; keep it",
  },
  seedKey: {
    path: "seed.key",
    writer: "records/key-file.ts",
    reader: "staff",
    holds: "the secret seed of the hidden inputs; keep it, and to yourself",
  },
} as const satisfies Readonly<Record<string, OutputFile>>;

const placeholder = "<submission>";

/** Relative path of a submission's file, with forward slashes. @param folder of {@link nameFolder} */
export function locateFor(file: OutputFile, folder: string): string {
  return file.path.replace(placeholder, folder);
}

/** The entry that a file of an output folder belongs to; undefined for what nobody announced. */
export function findOutputFile(path: string): OutputFile | undefined {
  return Object.values(outputFiles).find((file) => fits(file, path.replaceAll("\\", "/").split("/")));
}

/** True where the file is not for staff alone, and where nobody said so. */
export const mayReachStudents = (path: string): boolean => findOutputFile(path)?.reader !== "staff";

function fits(file: OutputFile, came: readonly string[]): boolean {
  const announced = file.path.split("/");
  const isFolder = announced.at(-1) === "";
  const parts = isFolder ? announced.slice(0, -1) : announced;
  const hasLength = isFolder ? came.length > parts.length : came.length === parts.length;
  return hasLength && parts.every((part, index) => part === placeholder || part === came[index]);
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
