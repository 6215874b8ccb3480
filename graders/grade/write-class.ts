/** What a graded class leaves on disk beside the records: scores, the class table, and everyone's pages. */
import { existsSync } from "node:fs";
import { rm, rmdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Appeal } from "../contract/appeal";
import { GraderFault, UsageError } from "../contract/faults";
import type { MarkedRecord, MarkLine } from "../contract/hand-mark";
import type { QuestionWeight } from "../contract/question-weight";
import type { BatchFacts } from "../contract/record";
import type { RosterMatch } from "../contract/roster";
import type { LeftAside } from "../contract/submission";
import type { Translator } from "../contract/translator";
import { readSuperseded } from "../records/class-file";
import { readAppeals } from "../records/hand-marks/appeals-file";
import { applyMarks } from "../records/hand-marks/apply";
import { findStanding } from "../records/hand-marks/standing";
import { listUnanswered } from "../records/hand-marks/unanswered";
import { locateFor, type OutputFile, outputFiles } from "../records/output-files";
import { writeRoster } from "../records/roster-document";
import type { ScoreDocument } from "../records/scores-document";
import { writeScores } from "../records/scores-file";
import type { RecordStore } from "../records/store";
import { writeTextFile, writeTextPieces } from "../records/text-file";
import { isVoid, weighRecord } from "../records/weights/weigh";
import { describeFailedWrites } from "../records/write-fault";
import { dropUnshownCases } from "../report/evidence-view";
import { exporters } from "../report/exports/exporters";
import { buildScores } from "../report/exports/scores";
import { createPool } from "../running/pool";
import { readClassPlace } from "./class-identity";
import { type ClassRecords, packRecord } from "./class-records";
import { unpackText } from "./packed-text";
import type { ClassPage, Pages } from "./workshop/work";

const pagesAtOnce = 2;

export interface ClassOutput {
  readonly outFolder: string;
  readonly facts: BatchFacts;
  readonly class: ClassRecords;
  readonly store: RecordStore;
  readonly workshop: Pages;
  readonly translator: Translator;
  readonly roster: RosterMatch | undefined;
  /** What people decided. */
  readonly marks: readonly MarkLine[];
  /** Questions that count otherwise. */
  readonly weights: readonly QuestionWeight[];
  /** With the page that names nobody; once written, it is kept up to date. */
  readonly isAnonymousAsked?: boolean;
}

export interface WrittenClass {
  readonly scores: ScoreDocument;
  /** With what people decided about them. */
  readonly records: readonly MarkedRecord[];
  readonly class: ClassRecords;
  readonly roster?: RosterMatch;
}

export interface ClassResult extends WrittenClass {
  /** What lay in the class and could not be taken for a submission. */
  readonly leftAside: readonly LeftAside[];
}

/**
 * Writes the scores, what is exported from them, the class page and everyone's pages.
 *
 * @throws GraderFault naming what the disk refused, UsageError naming what an instructor's template asks for in vain,
 *   once everything else is written
 */
export async function writeClass(output: ClassOutput): Promise<WrittenClass> {
  const { facts, store, outFolder, workshop, translator, roster } = output;
  const records = markRecords(output);
  const { weights } = output;
  const { older } = output.class;
  const shared = {
    ...facts,
    weights,
    records,
    older,
    getFolder: (id: string) => store.getFolder(id),
    ...(roster ? { roster } : {}),
  };
  const scores = buildScores({ ...shared, translator });
  const failed = new Map<string, unknown>();
  const attempt = (name: string, task: Promise<void>): Promise<void> =>
    task.catch((error) => void failed.set(name, error));
  await attempt(outputFiles.scores.path, writeScores(join(outFolder, outputFiles.scores.path), scores));
  if (roster) await attempt("roster", writeRoster(join(outFolder, outputFiles.rosterMatch.path), roster));
  for (const { file, format } of exporters) {
    await attempt(file.path, writeTextFile(join(outFolder, file.path), format(scores, roster)));
  }
  // The next page is written while the last one goes to the disk.
  const pages = createPool(pagesAtOnce);
  await Promise.all(
    records.map((record) => pages.add(() => attempt(record.submission.id, writePages(record, output)))),
  );
  for (const id of await readSuperseded(outFolder))
    await attempt(id, removePages(outFolder, store.getFolder(id)));
  const classPages = await workshop.classPage(await describeClassPage(records, output)).catch((error) => {
    failed.set("class page", error);
    return [];
  });
  for (const { path, text } of classPages)
    await attempt(path, writeTextPieces(join(outFolder, path), unpackText(text)));
  refuseFailed(failed);
  return { scores, records, class: output.class, ...(roster ? { roster } : {}) };
}

/** A template of an instructor's fails on page after page: it is said once. */
function refuseFailed(failed: ReadonlyMap<string, unknown>): void {
  if (failed.size === 0) return;
  const others = new Map([...failed].filter(([, error]) => !(error instanceof UsageError)));
  if (others.size > 0) throw new GraderFault(describeFailedWrites(others));
  const [mistake] = failed.values();
  const next = "records and scores are kept; mend it and run npm run report";
  throw new UsageError(`${(mistake as UsageError).message}; ${next}`);
}

function markRecords({ class: { records }, marks, weights, facts }: ClassOutput): readonly MarkedRecord[] {
  const standing = findStanding(marks);
  return records.map((record) => {
    const marked = weighRecord(applyMarks(record, standing, facts.assignment), weights, facts.assignment);
    return marked === record ? record : packRecord(dropUnshownCases(marked, facts.assignment.questions));
  });
}

/** Plain data, since the page may be written in another thread. */
async function describeClassPage(records: readonly MarkedRecord[], output: ClassOutput): Promise<ClassPage> {
  const { facts, store, roster, weights, outFolder, isAnonymousAsked = false } = output;
  const { older } = output.class;
  const { producer, sandbox, seedDigest, rubricDigest } = facts;
  const ids = records.map((record) => record.submission.id);
  const folders = new Map(ids.map((id) => [id, store.getFolder(id)]));
  const place = await readClassPlace(outFolder);
  const page = {
    ...(place === null ? {} : { className: basename(place.path) }),
    records,
    older,
    producer,
    sandbox,
    seedDigest,
    rubricDigest,
    folders,
    weights,
    appeals: await listOpenAppeals(output),
    withEvidence: true,
    hasSimilar: existsSync(join(outFolder, outputFiles.similar.path)),
    // One that was written before would else tell of an earlier state of the class.
    isAnonymousAsked: isAnonymousAsked || existsSync(join(outFolder, outputFiles.anonymousPage.path)),
  };
  return { ...page, ...(roster ? { roster } : {}) };
}

async function listOpenAppeals({ outFolder, marks, weights }: ClassOutput): Promise<readonly Appeal[]> {
  const { lines } = await readAppeals(outFolder);
  const voided = new Set(weights.filter(isVoid).map(({ question }) => question));
  return listUnanswered(lines, findStanding(marks)).filter(({ question }) => !voided.has(question));
}

async function writePages(
  record: MarkedRecord,
  { store, workshop, roster, outFolder }: ClassOutput,
): Promise<void> {
  const { id } = record.submission;
  const name = findName(record, roster);
  const { html, markdown, text } = await workshop.studentPage({
    record,
    ...(name === undefined ? {} : { name }),
  });
  await store.writeFile(id, outputFiles.reportPage, html);
  await store.writeFile(id, outputFiles.reportText, markdown);
  await store.writeFile(id, outputFiles.reportMail, text);
  // One that was printed before may say something else.
  await rm(join(outFolder, locateFor(outputFiles.reportPdf, store.getFolder(id))), { force: true });
}

const studentFiles: readonly OutputFile[] = [
  outputFiles.reportPage,
  outputFiles.reportText,
  outputFiles.reportMail,
  outputFiles.reportPdf,
];

/** Of an attempt that counts no more: its record stays, but nobody should hand out what the pages say. */
async function removePages(outFolder: string, folder: string): Promise<void> {
  for (const file of studentFiles) await rm(join(outFolder, locateFor(file, folder)), { force: true });
  // What somebody else has put there stays.
  await rmdir(dirname(join(outFolder, locateFor(outputFiles.reportPage, folder)))).catch(() => undefined);
}

function findName(record: MarkedRecord, roster: RosterMatch | undefined): string | undefined {
  const own = roster?.matched.filter((one) => one.submissionId === record.submission.id) ?? [];
  return own.length === 0 ? undefined : own.map((one) => one.student.name).join(", ");
}
