/**
 * Other batches that are optimal for a reason: the largest one plotted, the largest that fits into memory, or the
 * knee of the curve. The reason has to be there; without one they earn a part.
 */
import { makeFraction } from "../../../../reference/fraction";
import { smallestBatchAtShareOfLimit } from "../../../../reference/roofline";
import { notebookBatchSizes } from "../../../contract/shown";
import { isReason } from "../remarks";
import { findMemoryLimit } from "./optimum-choices";
import type { OptimumRule, OptimumTrial } from "./optimum-rules";
import { isInside, listWindows, place } from "./optimum-window";

type Test = (trial: OptimumTrial) => boolean;

interface Alternative {
  readonly id: string;
  readonly says: string;
  /** One test per variant; the same one has to hold throughout. */
  readonly tests: readonly Test[];
}

const reasonHint =
  "Say why in explanations: does your model ever become compute bound on this GPU, and if not, what do larger batches still gain?";

/** Percent of the limit that people read off as the knee. */
const kneePercents = [50n, 90n, 95n, 99n];

/** @param question where the reason stands, among the student's explanations */
export function listAlternatives(question: string, fused: boolean): readonly OptimumRule[] {
  const alternatives: readonly Alternative[] = [
    {
      id: "largest-plotted",
      says: "You take the largest batch of the plot",
      tests: [isLargestPlotted],
    },
    {
      id: "memory-limit",
      says: "You take the largest batch that fits into the GPU's memory",
      tests: [(trial) => isMemoryLimit(trial, fused)],
    },
    {
      id: "knee",
      says: "You take the batch at the knee of the curve",
      tests: [true, false].flatMap((preluWeight) =>
        kneePercents.map(
          (percent): Test =>
            (trial) =>
              isKnee(trial, percent, { fused, preluWeight }),
        ),
      ),
    },
  ];
  return alternatives.flatMap((one) => makeRules(one, question, fused));
}

/** With a reason it is another idea of optimal, without one it is worth half. */
function makeRules(
  { id, says, tests }: Alternative,
  question: string,
  fused: boolean,
): readonly OptimumRule[] {
  const follows = (trials: readonly OptimumTrial[]) => tests.some((test) => isFollowed(trials, test, fused));
  return [
    {
      id,
      kind: "convention",
      credit: "1",
      byWords: true,
      says: `${says}, and give a reason.`,
      by: "rule",
      accepts: (trials) => hasReason(trials, question) && follows(trials),
    },
    {
      id: `${id}-without-reason`,
      kind: "misconception",
      credit: "0.5",
      wantsWords: true,
      says: `${says}.`,
      hint: reasonHint,
      by: "rule",
      accepts: follows,
    },
  ];
}

function hasReason(trials: readonly OptimumTrial[], question: string): boolean {
  return trials.some(({ earlier }) => isReason(earlier.explanation(question)));
}

/** The alternative everywhere, or only where no batch is ever compute bound, the smallest one elsewhere. */
function isFollowed(trials: readonly OptimumTrial[], test: Test, fused: boolean): boolean {
  const isSmallest: Test = ({ input, answer }) =>
    answer !== null && listWindows(input, fused).some((window) => isInside(answer, window));
  const isNever: Test = ({ input }) =>
    listWindows(input, fused).every(({ from }) => from === Number.POSITIVE_INFINITY);
  return trials.every((trial) => test(trial) || (!isNever(trial) && isSmallest(trial))) && trials.some(test);
}

function isLargestPlotted({ answer }: OptimumTrial): boolean {
  return place(answer) === Math.max(...notebookBatchSizes);
}

function isMemoryLimit({ input, answer }: OptimumTrial, fused: boolean): boolean {
  const { least, most } = findMemoryLimit(input, fused);
  return place(answer) >= least && place(answer) <= most;
}

/** The batch at a share of the limit, rounded either way. */
function isKnee(
  { input, answer }: OptimumTrial,
  percent: bigint,
  options: { readonly fused: boolean; readonly preluWeight: boolean },
): boolean {
  const knee = smallestBatchAtShareOfLimit(input.model, makeFraction(percent, 100n), options);
  return Math.abs(place(answer) - Number(knee)) <= 1;
}
