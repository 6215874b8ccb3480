/** From a found submission to its record on disk: the one that stands from an earlier run, or a new one. */
import { GraderFault } from "../contract/faults";
import type { BatchFacts, Clock, Judgement, SubmissionRecord } from "../contract/record";
import type { FoundSubmission } from "../contract/submission";
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
import { hasMark } from "./class-records";
import { type GradingTools, gradeSubmission } from "./grade-submission";
import {
  addEarlierAnswers,
  collectAnswers,
  formatAnswers,
  type RecordedAnswers,
  readAnswers,
} from "./regrade/recorded-answers";

/** What recording needs, the same for the whole batch. */
export interface RecordingTools {
  readonly tools: GradingTools;
  readonly facts: BatchFacts;
  readonly store: RecordStore;
  readonly now: () => Date;
  /** Asked alone, where there are marks of the others to keep; all when left out. */
  readonly questions?: ReadonlySet<string>;
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
  const onJudged: GradingTools["onJudged"] = (...judged) => {
    answers = collectAnswers(...judged);
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
  recording: Omit<RecordingTools, "tools" | "now">,
  found: FoundSubmission,
): Promise<SubmissionRecord | undefined> {
  const { facts, store, questions } = recording;
  if (found.kind !== "submission") return undefined;
  const record = await findStored(store, found.id);
  const wanted = { ...facts, contentDigest: found.contentDigest };
  if (record === undefined || findReasonToRegrade(record, wanted, questions) !== null) return undefined;
  const refreshed = refreshHandedIn(record, found);
  if (isSameApartFromClock(record, refreshed)) return record;
  try {
    await store.writeRecord(refreshed);
    return refreshed;
  } catch (error) {
    return buildRecord(facts, found, blameUs(error, recording), record.clock);
  }
}

function blameUs(error: unknown, { throwsRefusals }: Pick<RecordingTools, "throwsRefusals">): Judgement {
  if (error instanceof WriteFault && throwsRefusals === true) throw error;
  // Without the path: a full disk is one sentence for the whole class.
  if (error instanceof WriteFault) return { kind: "fault", fault: describeRefusal("its record", error) };
  const fault = error instanceof GraderFault ? error.message : `unexpected: ${describeError(error)}`;
  return { kind: "fault", fault };
}
