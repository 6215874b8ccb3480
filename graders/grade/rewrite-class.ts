/** Reports and scores again, from the records of an earlier run: nothing is compiled or run. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Assignment } from "../contract/assignment";
import { UsageError } from "../contract/faults";
import type { SubmissionRecord } from "../contract/record";
import type { RosterMatch } from "../contract/roster";
import type { Translator } from "../contract/translator";
import { outputFiles } from "../records/output-files";
import { readRoster } from "../records/roster-document";
import { readScores } from "../records/scores-file";
import { openStore, type RecordStore } from "../records/store";
import { openReporter } from "../report/report";
import { type RosterRequest, retakeRoster, type TakenRoster } from "./take-roster";
import { type ClassResult, writeClass } from "./write-class";

/** A roster asked for here takes the place of the earlier run's. */
export interface RewriteOptions extends RosterRequest {
  /** Of what students read; English when left out. */
  readonly translator?: Translator;
}

/**
 * Rewrites the scores and pages of `outFolder` from its records, for instance after a template has changed.
 *
 * @param root where `templates/` lies
 * @throws UsageError when there is no class in the folder, or a record of it is missing or unreadable
 */
export async function rewriteClass(
  outFolder: string,
  assignment: Assignment,
  root: string,
  { translator, ...rosterRequest }: RewriteOptions = {},
): Promise<ClassResult & Pick<TakenRoster, "notices">> {
  const scores = await readScores(join(outFolder, outputFiles.scores.path));
  const store = openStore(outFolder);
  const ids = scores.submissions.flatMap((one) => (one.id === null ? [] : [one.id]));
  const records = await Promise.all(ids.map((id) => readRecord(store, id)));
  const reporter = await openReporter(join(root, "templates"), assignment, translator);
  const first = records[0];
  if (first === undefined) throw new UsageError(`${outFolder}: expected records of a graded class, got none`);
  const earlier = await readRosterIfThere(join(outFolder));
  const { match: roster, notices } = await retakeRoster(rosterRequest, ids, outFolder, earlier);
  const facts = { ...first, assignment };
  const result = await writeClass({
    facts,
    records,
    store,
    reporter,
    outFolder,
    ...(roster ? { roster } : {}),
  });
  return { ...result, notices };
}

async function readRosterIfThere(path: string): Promise<RosterMatch | undefined> {
  return existsSync(path) ? readRoster(path) : undefined;
}

async function readRecord(store: RecordStore, id: string): Promise<SubmissionRecord> {
  const stored = await store.readRecord(id);
  switch (stored.kind) {
    case "found":
      return stored.record;
    case "none":
      throw new UsageError(`${id}: its record is missing; grade the class again`);
    case "unreadable":
      throw new UsageError(`${stored.because}; grade the class again`);
  }
}
