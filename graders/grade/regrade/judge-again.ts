/** From another record: the answers that were recorded, judged by today's rubric. Nothing is run. */
import type { Clock, Judgement, SubmissionRecord } from "../../contract/record";
import { narrowPlan, type Plan } from "../../judge/plan";
import { buildRecord } from "../../records/record";
import type { RecordStore } from "../../records/store";
import type { Conditions } from "../gather-facts";
import type { RunToJudge } from "../judge-run";
import { hintAtUnread } from "../unread-work";
import type { Judging } from "../workshop/work";
import { findOutcomes, readRecordedAnswers } from "./recorded-answers";

export interface RejudgingTools {
  readonly plan: Plan;
  readonly workshop: Pick<Judging, "judge">;
  readonly facts: Conditions;
  readonly store: RecordStore;
  readonly now: () => Date;
}

/**
 * Null where that does not do: nothing was run, the answers were not kept or belong to other files, or something is
 * asked that was not asked then.
 *
 * @throws GraderFault when judging fails
 */
export async function judgeAgain(
  record: SubmissionRecord,
  tools: RejudgingTools,
): Promise<SubmissionRecord | null> {
  const startedAt = tools.now();
  const startMs = performance.now();
  const judgement = await judgeRecorded(record, tools);
  if (judgement === null) return null;
  const clock: Clock = {
    startedAt: startedAt.toISOString(),
    finishedAt: tools.now().toISOString(),
    durationMs: Math.round(performance.now() - startMs),
  };
  // The run is the earlier one's: what it ran with, and what was seen of it.
  const { submission, sandbox, tools: ranWith } = record;
  const facts = { ...tools.facts, sandbox, tools: ranWith };
  return { ...buildRecord(facts, { id: submission.id }, judgement, clock), submission };
}

/**
 * As {@link judgeAgain}, before it is a record.
 *
 * @param partial the questions to judge alone, and what was found about the others; all when left out
 */
export async function judgeRecorded(
  { submission, ungradable, fault, ...seen }: SubmissionRecord,
  { plan: whole, workshop, store }: Pick<RejudgingTools, "plan" | "workshop" | "store">,
  partial?: RunToJudge["partial"],
): Promise<Extract<Judgement, { kind: "judged" }> | null> {
  if (ungradable !== undefined || fault !== undefined) return null;
  const answers = await readRecordedAnswers(store, submission.id);
  if (answers === null || answers.contentDigest !== submission.contentDigest) return null;
  const plan = partial === undefined ? whole : narrowPlan(whole, partial.asked);
  const outcomes = findOutcomes(answers, plan);
  if (outcomes === null) return null;
  const { written, exports } = answers;
  const judged = await workshop.judge({
    written,
    exports,
    outcomes,
    ...(partial === undefined ? {} : { partial }),
  });
  const asked = plan.questions.map(({ question }) => question);
  const questions = hintAtUnread(judged.questions, asked, seen.unread);
  return { kind: "judged", ...judged, questions, ...keepSeen(seen, plan) };
}

type Seen = Pick<
  SubmissionRecord,
  "tampering" | "output" | "unstable" | "loadError" | "explanationsTooLarge" | "unread"
>;

function keepSeen(
  { tampering, output, unstable, loadError, explanationsTooLarge, unread }: Seen,
  { questions }: Plan,
) {
  const ids = new Set(questions.map(({ question }) => question.id));
  return {
    tampering,
    output,
    unstable: (unstable ?? []).filter((id) => ids.has(id)),
    ...(loadError === undefined ? {} : { loadError }),
    ...(explanationsTooLarge === undefined ? {} : { explanationsTooLarge }),
    ...(unread === undefined ? {} : { unread }),
  };
}
