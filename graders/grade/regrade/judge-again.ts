/** A record from another one: the answers that were recorded, judged by today's rubric. Nothing is run. */
import type { Clock, SubmissionRecord } from "../../contract/record";
import type { Plan } from "../../judge/plan";
import { buildRecord } from "../../records/record";
import type { RecordStore } from "../../records/store";
import type { Judging } from "../desk/work";
import type { Conditions } from "../gather-facts";
import { findOutcomes, readAnswers } from "./recorded-answers";

export interface RejudgingTools {
  readonly plan: Plan;
  readonly desk: Pick<Judging, "judge">;
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
  { plan, desk, facts, store, now }: RejudgingTools,
): Promise<SubmissionRecord | null> {
  const { submission, ungradable, fault, sandbox, tools } = record;
  if (ungradable !== undefined || fault !== undefined) return null;
  const answers = await readAnswers(store, submission.id);
  if (answers === null || answers.contentDigest !== submission.contentDigest) return null;
  const outcomes = findOutcomes(answers, plan);
  if (outcomes === null) return null;
  const startedAt = now();
  const startMs = performance.now();
  const judged = await desk.judge({ written: answers.written, exports: answers.exports, outcomes });
  const clock: Clock = {
    startedAt: startedAt.toISOString(),
    finishedAt: now().toISOString(),
    durationMs: Math.round(performance.now() - startMs),
  };
  // The run is the earlier one's: what it ran with, and what was seen of it.
  const built = buildRecord(
    { ...facts, sandbox, tools },
    { id: submission.id },
    { kind: "judged", ...judged, ...keepSeen(record, plan) },
    clock,
  );
  return { ...built, submission };
}

function keepSeen(
  { tampering, output, unstable, loadError, explanationsTooLarge }: SubmissionRecord,
  { questions }: Plan,
) {
  const ids = new Set(questions.map(({ question }) => question.id));
  return {
    tampering,
    output,
    unstable: (unstable ?? []).filter((id) => ids.has(id)),
    ...(loadError === undefined ? {} : { loadError }),
    ...(explanationsTooLarge === undefined ? {} : { explanationsTooLarge }),
  };
}
