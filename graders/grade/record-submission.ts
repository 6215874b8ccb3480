/** From a found submission to its record on disk: the one that stands from an earlier run, or a new one. */
import { blame } from "../contract/faults";
import type { BatchFacts, Clock, Judgement, SubmissionRecord } from "../contract/record";
import type { FoundSubmission, RefusedSubmission, Submission } from "../contract/submission";
import { narrowPlan } from "../judge/plan";
import { listChanged, type RubricHistory, renewConditions } from "../records/changed-questions";
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
import { isOdd } from "./look-again";
import { judgeRecorded } from "./regrade/judge-again";
import {
  addEarlierAnswers,
  collectAnswers,
  formatAnswers,
  type RecordedAnswers,
  readRecordedAnswers,
} from "./regrade/recorded-answers";

/** What it takes to find whether a record stands, the same for the whole batch. */
export interface StandingTools {
  readonly facts: Conditions;
  readonly store: RecordStore;
  /** What stays in memory of each record. */
  readonly take: TakeRecord;
  /** Asked alone, where there are marks of the others to keep; all when left out. */
  readonly questions?: ReadonlySet<string>;
  readonly history: RubricHistory;
  /** Only what was run a second time stands; what could not be run stands as well. */
  readonly twice?: boolean;
}

/** What recording needs, the same for the whole batch. */
export interface RecordingTools extends StandingTools {
  readonly tools: GradingTools;
  readonly facts: BatchFacts;
  readonly now: () => Date;
  /** Ask everything that is wanted, whatever stands. */
  readonly isFresh?: boolean;
  /** Throw what the disk refuses, since another machine can take the submission over. */
  readonly throwsRefusals?: boolean;
}

/**
 * Grades a submission and stores its record at once. Whatever fails, the disk included, becomes a fault of ours for
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
  const { store } = recording;
  const stored = await findStored(recording, found.id);
  const chosen = chooseQuestions(recording.facts.assignment, findAsked(recording, stored), found, stored);
  let answers: RecordedAnswers | undefined;
  const onJudged: GradingTools["onJudged"] = (contentDigest, plan, run) => {
    answers = collectAnswers(contentDigest, plan, run);
  };
  const tools = { ...recording.tools, onJudged };
  const { judgement, facts } = await gradeChosen(found, chosen, { ...recording, tools }, options).catch(
    (error): Graded => {
      options.signal?.throwIfAborted();
      return { judgement: blameUs(error, recording), facts: recording.facts };
    },
  );
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

interface Graded {
  readonly judgement: Judgement;
  /** With the sandbox and the tools that it ran with. */
  readonly facts: BatchFacts;
}

async function gradeChosen(
  found: FoundSubmission,
  chosen: ChosenQuestions | null,
  recording: RecordingTools,
  options: RunOptions,
): Promise<Graded> {
  const { tools, facts } = recording;
  if (chosen === null) return { judgement: await gradeSubmission(found, tools, options), facts };
  const recorded = await judgeChosen(chosen, recording).catch(() => null);
  options.signal?.throwIfAborted();
  if (recorded !== null) return recorded;
  const partial = { plan: narrowPlan(tools.plan, chosen.asked), shown: listKeptFindings(chosen) };
  const judgement = await gradeSubmission(found, { ...tools, partial }, options);
  return { judgement: addKeptMarks(judgement, chosen, facts), facts };
}

/**
 * From the answers on record. Null where they do not do, and where somebody wants the questions asked.
 *
 * @throws what judging them fails with: then they do not do either
 */
async function judgeChosen(
  chosen: ChosenQuestions,
  { tools: { plan, workshop }, facts, store, questions }: RecordingTools,
): Promise<Graded | null> {
  if (questions !== undefined) return null;
  const partial = { asked: chosen.asked, shown: listKeptFindings(chosen) };
  const judgement = await judgeRecorded(chosen.standing, { plan, workshop, store }, partial);
  if (judgement === null || isOdd(judgement)) return null;
  const { sandbox, tools } = chosen.standing;
  return { judgement: addKeptMarks(judgement, chosen, facts), facts: { ...facts, sandbox, tools } };
}

/** @param isPartial only some questions were asked */
async function keepAnswers(
  store: RecordStore,
  id: string,
  answers: RecordedAnswers,
  isPartial: boolean,
): Promise<void> {
  const earlier = isPartial ? await readRecordedAnswers(store, id) : null;
  await store.writeFile(id, outputFiles.answers, formatAnswers(addEarlierAnswers(answers, earlier)));
}

/** What was asked for, else what changed since the marks that stand; all when undefined. */
function findAsked(
  { questions, isFresh = false, facts, history }: RecordingTools,
  stored: SubmissionRecord | undefined,
): ReadonlySet<string> | undefined {
  if (questions !== undefined || isFresh || stored === undefined) return questions;
  return listChanged(stored, facts, history)?.needed;
}

/** With the marks that stand under today's rubric as such. */
async function findStored(
  { store, history }: StandingTools,
  id: string,
): Promise<SubmissionRecord | undefined> {
  const stored = await store.readRecord(id);
  return stored.kind === "found" ? renewConditions(stored.record, history) : undefined;
}

/**
 * The record of an earlier run that stands for this one, if there is one. What is said of the hand-in is said anew: the
 * same files may come in another wrapping.
 */
export async function findStandingRecord(
  recording: StandingTools & Pick<RecordingTools, "throwsRefusals">,
  found: FoundSubmission,
): Promise<SubmissionRecord | undefined> {
  const { facts, store, questions, twice } = recording;
  if (found.kind === "unread") return undefined;
  const record = await findStored(recording, found.id);
  if (record === undefined || !isOf(record, found)) return undefined;
  if (twice === true && record.ungradable === undefined && record.ranTwice !== true) return undefined;
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
  return { kind: "fault", fault: blame(error).message };
}
