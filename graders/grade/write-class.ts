/** What a graded class leaves on disk beside the records: scores, the class table, and everyone's pages. */
import { join } from "node:path";
import { GraderFault } from "../contract/faults";
import type { BatchFacts, SubmissionRecord } from "../contract/record";
import type { RosterMatch } from "../contract/roster";
import { describeError } from "../contract/thrown";
import { writeRoster } from "../records/roster-document";
import type { ScoreDocument } from "../records/scores-document";
import { writeScores } from "../records/scores-file";
import type { RecordStore } from "../records/store";
import { writeTextFile } from "../records/text-file";
import { buildScores } from "../report/exports/scores";
import { formatScoresCsv } from "../report/exports/scores-csv";
import type { Reporter } from "../report/report";

/** Who is who: names stand in this file of the output folder alone. */
export const rosterFile = "roster.json";

export interface ClassOutput {
  readonly outFolder: string;
  readonly facts: BatchFacts;
  readonly records: readonly SubmissionRecord[];
  readonly store: RecordStore;
  readonly reporter: Reporter;
  readonly roster?: RosterMatch;
}

export interface ClassResult {
  readonly scores: ScoreDocument;
  readonly records: readonly SubmissionRecord[];
  readonly roster?: RosterMatch;
}

/**
 * Writes `scores.json`, `scores.csv`, `index.html` and each submission's `report.html` and `report.md`.
 *
 * @throws GraderFault naming the submissions whose pages the disk refused, once everything else is written
 */
export async function writeClass(output: ClassOutput): Promise<ClassResult> {
  const { facts, records, store, outFolder, reporter, roster } = output;
  const shared = {
    ...facts,
    records,
    getFolder: (id: string) => store.getFolder(id),
    ...(roster ? { roster } : {}),
  };
  const scores = buildScores({ ...shared, translator: reporter.translator });
  await writeScores(join(outFolder, "scores.json"), scores);
  await writeTextFile(join(outFolder, "scores.csv"), formatScoresCsv(scores));
  if (roster) await writeRoster(join(outFolder, rosterFile), roster);
  const faults: string[] = [];
  for (const record of records) {
    await writePages(record, store, reporter, findName(record, roster)).catch((error) => {
      faults.push(`${record.submission.id}: ${describeError(error)}`);
    });
  }
  await writeTextFile(
    join(outFolder, "index.html"),
    reporter.renderClassHtml({ ...shared, withEvidence: true }),
  );
  if (faults.length > 0) throw new GraderFault(`pages could not be written: ${faults.join("; ")}`);
  return { scores, records, ...(roster ? { roster } : {}) };
}

async function writePages(
  record: SubmissionRecord,
  store: RecordStore,
  reporter: Reporter,
  name: string | undefined,
): Promise<void> {
  const { id } = record.submission;
  await store.writeBeside(id, "report.html", reporter.renderStudentHtml(record, name));
  await store.writeBeside(id, "report.md", reporter.renderStudentMarkdown(record, name));
}

function findName(record: SubmissionRecord, roster: RosterMatch | undefined): string | undefined {
  return roster?.matched.find((one) => one.submissionId === record.submission.id)?.student.name;
}
