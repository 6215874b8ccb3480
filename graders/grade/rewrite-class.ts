/** Reports and scores again, from the records of an earlier run: nothing is compiled or run. */
import type { Assignment } from "../contract/assignment";
import { UsageError } from "../contract/faults";
import type { MarkLine } from "../contract/hand-mark";
import type { QuestionWeight } from "../contract/question-weight";
import type { BatchFacts, SubmissionRecord } from "../contract/record";
import type { RosterMatch } from "../contract/roster";
import { readMarks } from "../records/hand-marks/marks-file";
import { openStore } from "../records/store";
import { removeDrafts } from "../records/text-file";
import { takeWeights } from "../records/weights/weights-file";
import { openAssignment } from "./accepted/class-assignment";
import { type FinishedRun, gatherRecords, indexByFolder, takeForClass } from "./class-records";
import { openClassReporter } from "./class-reporter";
import { lockFolder } from "./lock";
import { requireGraded } from "./out-folder";
import type { PageRequest } from "./page-request";
import { type RosterRequest, readRosterIfThere, retakeRoster, type TakenRoster } from "./take-roster";
import { readToldClass, type ToldClass } from "./told-class";
import { createPages } from "./workshop/work";
import { type ClassResult, writeClass } from "./write-class";

/** A roster asked for here takes the place of the earlier run's. */
export interface RewriteOptions extends RosterRequest, PageRequest {
  /** Questions that count otherwise; what was said before when left out. */
  readonly weights?: readonly QuestionWeight[];
  /** Records of the folder, whole, for who has read them since it is locked. */
  readonly known?: readonly SubmissionRecord[];
}

/**
 * Rewrites the scores and pages of `outFolder` from its records, for instance after a template has changed. The newest
 * record says which rubric and seed are the class's; marks under others are older ones. What was told of the sandbox
 * stands: of a class that was merged it is the weakest machine's, whichever was the last.
 *
 * @param root where `templates/` lies
 * @throws UsageError when there is no record in the folder, or one of them cannot be read
 */
export async function rewriteClass(
  outFolder: string,
  assignment: Assignment,
  root: string,
  options: RewriteOptions = {},
): Promise<ClassResult & Pick<TakenRoster, "notices">> {
  requireGraded(outFolder);
  const unlock = await lockFolder(outFolder);
  try {
    return await rewriteLocked(outFolder, assignment, root, options);
  } finally {
    await unlock();
  }
}

/** As {@link rewriteClass}, for who holds the folder already. */
export async function rewriteLocked(
  outFolder: string,
  assignmentAsked: Assignment,
  root: string,
  { weights: said, known = [], ...asked }: RewriteOptions,
): Promise<ClassResult & Pick<TakenRoster, "notices">> {
  await removeDrafts(outFolder);
  const assignment = await openAssignment(assignmentAsked, outFolder);
  const { lines: marks, notices: cutOff } = await readMarks(outFolder);
  const store = openStore(outFolder);
  const take = takeForClass(marks, assignment);
  const taken = indexByFolder(store, known.map(take));
  const told = await readToldClass(outFolder);
  const expected = told?.ids ?? [];
  const { records, unreadable } = await store.readAll({ take, known: taken, expected });
  if (unreadable.size > 0)
    throw new UsageError(`${[...unreadable.values()].join("; ")}; grade the class again`);
  const newest = findNewest(records);
  if (newest === undefined)
    throw new UsageError(`${outFolder}: expected records of a graded class, got none`);
  const ids = records.map((record) => record.submission.id);
  const earlier = await readRosterIfThere(outFolder);
  const { match: roster, notices } = await retakeRoster(asked, ids, outFolder, earlier);
  const weights = await takeWeights(outFolder, said);
  const facts = takeFacts(newest, assignment, told);
  const recorded = { outFolder, root, facts, known: records, found: [], told, roster, marks, weights };
  const written = await writeRecorded({ ...recorded, pages: asked });
  return { ...written, notices: [...cutOff, ...notices] };
}

export interface RecordedClass extends Pick<FinishedRun, "facts" | "known" | "found" | "told"> {
  readonly outFolder: string;
  /** Where `templates/` lies. */
  readonly root: string;
  readonly roster: RosterMatch | undefined;
  readonly pages: PageRequest;
  /** What people decided. */
  readonly marks: readonly MarkLine[];
  readonly weights: readonly QuestionWeight[];
}

/** Scores and pages of what is on record. Whoever calls it is alone in the folder. */
export async function writeRecorded(recorded: RecordedClass): Promise<ClassResult> {
  const { outFolder, root, facts, known = [], found, told, roster, marks, weights, pages } = recorded;
  const store = openStore(outFolder);
  const whole = await gatherRecords(store, {
    facts,
    records: [],
    known,
    found,
    told,
    take: takeForClass(recorded.marks, facts.assignment),
    now: () => new Date(),
  });
  const { isAnonymousAsked = false } = pages;
  const { reporter } = await openClassReporter({ outFolder, root, assignment: facts.assignment }, pages);
  // No child is waiting here, and a signal ends the verb at once: the pages need no thread of their own.
  const workshop = createPages(async () => reporter);
  const place = { facts, store, workshop, translator: reporter.translator, outFolder };
  const written = await writeClass({
    ...place,
    class: whole,
    roster,
    marks,
    weights,
    isAnonymousAsked,
  });
  return { ...written, leftAside: [] };
}

/** Of the newest record, whichever submission that is and whatever it was asked alone. */
function takeFacts(
  { seedDigest, rubricDigest, planDigest, producer, tools, sandbox }: SubmissionRecord,
  assignment: Assignment,
  told: ToldClass | null,
): BatchFacts {
  const conditions = { seedDigest, rubricDigest, planDigest, producer, tools };
  return { assignment, ...conditions, sandbox: told?.sandbox ?? sandbox };
}

/** Of those that ended at the same time the first, in the order of ids. */
export function findNewest([first, ...others]: readonly SubmissionRecord[]): SubmissionRecord | undefined {
  const isNewer = (one: SubmissionRecord, than: SubmissionRecord): boolean =>
    one.clock.finishedAt > than.clock.finishedAt;
  return others.reduce((newest, one) => (newest !== undefined && isNewer(one, newest) ? one : newest), first);
}
