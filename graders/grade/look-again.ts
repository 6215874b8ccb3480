/** The second look at a submission: whether it is due, what it asks, and on what the two differ. */
import type { Message } from "../contract/message";
import type { Outcome } from "../contract/outcome";
import type { Submission } from "../contract/submission";
import type { QuestionVerdict } from "../contract/verdict";
import type { Plan, PlannedCall } from "../judge/plan";
import { createRandom } from "../judge/random";
import type { RunResult } from "../running/run/run-result";
import type { JudgedRun } from "./judge-run";

/** One submission in so many is run twice, and nobody can know which. */
const drawnOf = 10;

/** Functions that answer a later question otherwise than their own may remember what they were asked before. */
export function isLookedAtAgain(
  { seed }: Pick<Plan, "seed">,
  { contentDigest }: Submission,
  judged: Pick<JudgedRun, "questions">,
): boolean {
  const isDrawn = createRandom(seed, `again ${contentDigest}`).integer(1, drawnOf) === 1;
  return isDrawn || isOdd(judged);
}

/** Whether some function answers a later question otherwise than its own. */
export function isOdd({ questions }: Pick<JudgedRun, "questions">): boolean {
  return questions.some(
    (one) => one.status !== "not_graded" && one.parts.some(({ differing }) => differing !== undefined),
  );
}

/**
 * Backwards, so that what remembers earlier calls answers otherwise. A call that ran into a limit would only run into it
 * again: its outcome stands, and all others are asked, so that nobody gets past a second look by one that does.
 *
 * @returns outcomes in the order of the calls; null where no call is left to ask
 */
export async function askBackwards(
  calls: readonly PlannedCall[],
  before: readonly Outcome[],
  run: (calls: readonly PlannedCall[]) => Promise<RunResult>,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly tampering: Message | null } | null> {
  const asked = calls.filter((_, at) => isOrdinary(before[at]));
  if (asked.length === 0) return null;
  const { outcomes: came, tampering } = await run([...asked].reverse());
  const now = new Map(asked.map((call, at) => [call, came[asked.length - 1 - at]]));
  return { outcomes: calls.flatMap((call, at) => now.get(call) ?? before[at] ?? []), tampering };
}

function isOrdinary(outcome: Outcome | undefined): boolean {
  return outcome !== undefined && ["value", "threw", "missing-export"].includes(outcome.kind);
}

/** Ids of the questions on which two runs of the same submission come to another verdict. */
export function listDiffering(
  first: readonly QuestionVerdict[],
  second: readonly QuestionVerdict[],
): readonly string[] {
  const later = new Map(second.map((one) => [one.id, JSON.stringify(one)]));
  return first.filter((one) => later.get(one.id) !== JSON.stringify(one)).map((one) => one.id);
}
