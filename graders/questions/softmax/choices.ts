/** The choices of a softmax: its steps, what each costs, how often they are done, and what a row is. */
import { assignmentCosts, type Operation, type SumConvention } from "../../../reference/operations";
import { listSoftmaxSteps, type SoftmaxOptions, type SoftmaxStage } from "../../../reference/softmax";
import type { Earlier } from "../../contract/earlier";
import { choose } from "../kit/choice-part";
import { tools } from "../kit/sources";
import { type DivisionStanding, judgeDivisionOfOne } from "./division-cost";

const threeSteps = "Write down the three steps (exponentials, sum, quotient) and cost each.";
const cutIntoRows = "Each row is normalised on its own. How many rows are there, and how long is one?";

/** How often something is done for a row of n values. */
type CountTimes = (n: bigint) => bigint;

/** As often as the definition does it. */
function timesOf(stage: SoftmaxStage, operation: Operation, options: SoftmaxOptions = {}): CountTimes {
  const steps = listSoftmaxSteps(options).filter(
    (step) => step.stage === stage && step.operation === operation,
  );
  return (n) => steps.reduce((times, step) => times + step.perElement * n + step.perGroup, 0n);
}

const none: CountTimes = () => 0n;

/** FLOP of the exponentials of one value. */
export const exponentials = choose<bigint>(
  { id: "one-exponential", effect: assignmentCosts.exponential },
  {
    id: "exponentials-twice",
    effect: 2n * assignmentCosts.exponential,
    credit: "0.5",
    says: "You computed every exponential twice, for the numerator and again for the sum.",
    hint: "The same exponentials stand above and below the fraction bar. How many different ones are there?",
  },
  {
    id: "exponential-as-one",
    effect: 1n,
    credit: "0.25",
    says: "You counted an exponential as a single operation, as some counting libraries do.",
    hint: "The task gives the cost of an exponential.",
    source: `thop, calculate_softmax: ${tools.thop}; FlopCo, compute_softmax_flops, without the batch: ${tools.flopCo}`,
  },
);

/** Additions for the sum of n values. */
export const sum = choose<CountTimes>(
  { id: "exact-additions", effect: timesOf("sum", "addition") },
  {
    id: "n-additions",
    effect: timesOf("sum", "addition", { additions: "from-zero" }),
    says: "Right: you counted n additions for the sum of a row.",
  },
  {
    id: "additions-forgotten",
    effect: none,
    credit: "0.5",
    says: "You left out the sum.",
    hint: threeSteps,
  },
);

/** Divisions and multiplications for the quotients of n values. */
export interface Quotients {
  readonly divisions: CountTimes;
  readonly multiplications: CountTimes;
}

const takeQuotients = (options: SoftmaxOptions): Quotients => ({
  divisions: timesOf("quotients", "division", options),
  multiplications: timesOf("quotients", "multiplication", options),
});
const byReciprocal = takeQuotients({ division: "reciprocal" });

export const quotients = choose<Quotients>(
  { id: "n-divisions", effect: takeQuotients({ division: "per-element" }) },
  {
    id: "reciprocal",
    effect: byReciprocal,
    says: "Right: one division per row gives the reciprocal of the sum, and n multiplications the quotients.",
  },
  {
    id: "divisions-forgotten",
    effect: { divisions: none, multiplications: none },
    credit: "0.5",
    says: "You left out the divisions.",
    hint: threeSteps,
  },
  {
    id: "one-division-per-row",
    effect: { ...byReciprocal, multiplications: none },
    credit: "0.5",
    says: "You counted a single division per row.",
    hint: "One division gives the reciprocal of the sum. What does it take, then, to get the n quotients?",
  },
);

/** FLOP of a division; undefined where the student's batch norm stands otherwise to it. */
export type DivisionCost = (earlier: Earlier) => bigint | undefined;

const oneIf =
  (standing: DivisionStanding): DivisionCost =>
  (earlier) =>
    judgeDivisionOfOne(earlier) === standing ? 1n : undefined;

export const divisionCost = choose<DivisionCost>(
  { id: "division-of-four", effect: () => assignmentCosts.division },
  {
    id: "division-of-one",
    effect: oneIf("own-choice"),
    looksBack: true,
    byWords: true,
    says: "Right: you counted a division as one operation; its cost is given in another task only.",
  },
  {
    id: "own-division-cost",
    effect: oneIf("consistent"),
    isOwn: true,
    says: "You counted a division as one operation, as in your batch norm.",
  },
  {
    id: "division-of-one-unremarked",
    effect: oneIf("unremarked"),
    looksBack: true,
    credit: "0.75",
    wantsWords: true,
    says: "You counted a division as one operation here, and as more in batch norm.",
    hint: "Keep one cost throughout, or say in a sentence why it differs.",
  },
);

/** How a row's maximum is found and subtracted. */
export interface Maximum {
  readonly subtractions: CountTimes;
  /** Where they are counted. */
  readonly comparisons: CountTimes;
}

const subtractions = timesOf("maximum", "addition", { maximum: "free" });
const takeMaximum = (comparisons: SumConvention): Maximum => ({
  subtractions,
  comparisons: timesOf("maximum", "comparison", { maximum: "counted", comparisons }),
});

const found = "Right: you find the row's maximum, with its comparisons counted, and subtract it.";

export const maximum = choose<Maximum>(
  { id: "no-maximum", effect: { subtractions: none, comparisons: none } },
  {
    id: "maximum",
    effect: { subtractions, comparisons: none },
    says: "Right: you subtract the row's maximum; comparisons are free.",
    source:
      "The shift that keeps exponentials from overflowing: Goodfellow et al., Deep Learning (2016), section 4.1",
  },
  {
    id: "maximum-counted",
    effect: takeMaximum("exact"),
    says: found,
  },
  { id: "maximum-counted-from-zero", effect: takeMaximum("from-zero"), says: found },
);

/** Rows and columns, as the student cut the matrix. */
export const rows = choose<(b: bigint, n: bigint) => readonly [rows: bigint, columns: bigint]>(
  { id: "rows-normalised", effect: (b, n) => [b, n] },
  {
    id: "whole-matrix",
    effect: (b, n) => [1n, b * n],
    credit: "0.75",
    says: "You normalised the whole matrix at once.",
    hint: cutIntoRows,
  },
  {
    id: "columns-normalised",
    effect: (b, n) => [n, b],
    credit: "0.5",
    says: "You normalised the columns instead of the rows.",
    hint: cutIntoRows,
  },
  {
    id: "batch-forgotten",
    effect: (_, n) => [1n, n],
    credit: "0.5",
    says: "You counted a single row.",
    hint: "Every row of the batch is normalised.",
  },
);

/** Another rule than the definition: so many operations for an entry. */
export const rule = choose<bigint | undefined>(
  { id: "definition", effect: undefined },
  {
    id: "two-per-entry",
    effect: 2n,
    credit: "0",
    says: "You counted two operations per entry, as for another activation: the cost of the exponentials, the sum and the divisions are missing.",
    hint: threeSteps,
  },
  {
    id: "one-per-entry",
    effect: 1n,
    credit: "0",
    says: "You counted the entries, as some counting libraries do.",
    hint: threeSteps,
    source: `DeepSpeed, _softmax_flops_compute: ${tools.deepSpeed}; ptflops likewise`,
  },
);
