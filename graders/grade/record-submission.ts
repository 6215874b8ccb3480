/** From a found submission to its record on disk: the one that stands from an earlier run, or a new one. */
import { GraderFault } from "../contract/faults";
import type { BatchFacts, Clock, Judgement, SubmissionRecord } from "../contract/record";
import type { FoundSubmission, RefusedSubmission, Submission } from "../contract/submission";
import { describeError } from "../contract/thrown";
import { narrowPlan } from "../judge/plan";
import { findReasonToRegrade } from "../records/conditions";
import { outputFiles } from "../records/output-files";
import { buildRecord, refreshHandedIn } from "../records/record";
import { isSameApartFromClock } from "../records/record-check";
import type { RecordStore } from "../records/store";
import { describeRefusal, WriteFault } from "../records/write-fault";
import type { RunOptions } from "../running/run/run-result";
import { addKeptMarks, type ChosenQuestions, chooseQuestions, listKeptFindings } from "./chosen-questions";
import { hasMark, type TakeRecord } from "./class-records";
import type { Conditions } from "./gather-facts";
import { type GradingTools, gradeSubmission } from "./grade-submission";
import {
  addEarlierAnswers,
  collectAnswers,
  formatAnswers,
  type RecordedAnswers,
  readAnswers,
} from "./regrade/recorded-answers";

/** What it takes to find whether a record stands, the same for the whole batch. */
export interface StandingTools {
  readonly facts: Conditions;
  readonly store: RecordStore;
  /** What stays in memory of each record. */
  readonly take: TakeRecord;
  /** Asked alone, where there are marks of the others to keep; all when left out. */
  readonly questions?: ReadonlySet<string>;
}

/** What recording needs, the same for the whole batch. */
export interface RecordingTools extends StandingTools {
  readonly tools: GradingTools;
  readonly facts: BatchFacts;
  readonly now: () => Date;
  /** Throw what the disk refuses, since another machine can take the submission over. */
  readonly throwsRefusals?: boolean;
}

/**
 * Grades a submission and stores its record at once. A record that the disk refuses becomes a fault of ours for
 * this submission alone; the rest of the class goes on.
 *
 * @throws the signal's reason when interrupted; WriteFault where refusals are thrown
 */
export async function recordSubmission(
  recording: RecordingTools,
  found: FoundSubmission,
  options: RunOptions,
): Promise<SubmissionRecord> {
  options.signal?.throwIfAborted();
  const startedAt = recording.now();
  const startMs = performance.now();
  const { facts, store, questions } = recording;
  const stored = await findStored(store, found.id);
  const chosen = chooseQuestions(facts.assignment, questions, found, stored);
  let answers: RecordedAnswers | undefined;
  const onJudged: GradingTools["onJudged"] = (contentDigest, plan, run) => {
    answers = collectAnswers(contentDigest, plan, run);
  };
  const tools = { ...recording.tools, onJudged };
  const judgement = await gradeChosen(found, chosen, { tools, facts }, options);
  const clock: Clock = {
    startedAt: startedAt.toISOString(),
    finishedAt: recording.now().toISOString(),
    // The dates cannot tell: somebody may set the clock meanwhile.
    durationMs: Math.round(performance.now() - startMs),
  };
  try {
    const record = buildRecord(facts, found, judgement, clock);
    // A mark that was earned stays on record when the grader fails later.
    if (hasMark(record) || !hasMark(stored)) {
      if (answers !== undefined) await keepAnswers(store, found.id, answers, chosen !== null);
      await store.writeRecord(record);
    }
    return record;
  } catch (error) {
    return buildRecord(facts, found, blameUs(error, recording), clock);
  }
}

async function gradeChosen(
  found: FoundSubmission,
  chosen: ChosenQuestions | null,
  { tools, facts }: Pick<RecordingTools, "tools" | "facts">,
  options: RunOptions,
): Promise<Judgement> {
  if (chosen === null) return gradeSubmission(found, tools, options);
  const partial = { plan: narrowPlan(tools.plan, chosen.asked), shown: listKeptFindings(chosen) };
  return addKeptMarks(await gradeSubmission(found, { ...tools, partial }, options), chosen, facts);
}

/** @param isPartial only some questions were asked */
async function keepAnswers(
  store: RecordStore,
  id: string,
  answers: RecordedAnswers,
  isPartial: boolean,
): Promise<void> {
  const earlier = isPartial ? await readAnswers(store, id) : null;
  await store.writeFile(id, outputFiles.answers, formatAnswers(addEarlierAnswers(answers, earlier)));
}

async function findStored(store: RecordStore, id: string): Promise<SubmissionRecord | undefined> {
  const stored = await store.readRecord(id);
  return stored.kind === "found" ? stored.record : undefined;
}

/**
 * The record of an earlier run that stands for this one, if there is one. What is said of the hand-in is said anew: the
 * same files may come in another wrapping.
 */
export async function findStandingRecord(
  recording: StandingTools & Pick<RecordingTools, "throwsRefusals">,
  found: FoundSubmission,
): Promise<SubmissionRecord | undefined> {
  const { facts, store, questions } = recording;
  if (found.kind === "unread") return undefined;
  const record = await findStored(store, found.id);
  if (record === undefined || !isOf(record, found)) return undefined;
  if (findReasonToRegrade(record, facts, questions) !== null) return undefined;
  const refreshed = refreshHandedIn(record, found);
  if (isSameApartFromClock(record, refreshed)) return record;
  try {
    await store.writeRecord(refreshed);
    return refreshed;
  } catch (error) {
    const { sandbox, clock } = record;
    return buildRecord({ ...facts, sandbox }, found, blameUs(error, recording), clock);
  }
}

/** The same hand-in, or one that was refused for the same reason. */
function isOf({ submission, ungradable }: SubmissionRecord, found: Submission | RefusedSubmission): boolean {
  if (found.kind === "submission") return submission.contentDigest === found.contentDigest;
  return ungradable?.cause === "refused" && JSON.stringify(ungradable.says) === JSON.stringify(found.refused);
}

function blameUs(error: unknown, { throwsRefusals }: Pick<RecordingTools, "throwsRefusals">): Judgement {
  if (error instanceof WriteFault && throwsRefusals === true) throw error;
  // Without the path: a full disk is one sentence for the whole class.
  if (error instanceof WriteFault) return { kind: "fault", fault: describeRefusal("its record", error) };
  const fault = error instanceof GraderFault ? error.message : `unexpected: ${describeError(error)}`;
  return { kind: "fault", fault };
}
