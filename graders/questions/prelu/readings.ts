/** The readings of Task 4: what is counted of a matrix's positive, zero, negative and undefined entries. */
import { countSigns, type SignCount } from "../../../reference/prelu";
import type { Count } from "../../contract/answers";
import type { Reading, ReadingKind } from "../../contract/question";
import type { Tensor } from "../../contract/value";

/** A matrix as PReLU sees it. */
interface Entries extends SignCount {
  readonly all: bigint;
  readonly columns: bigint;
}

interface Counting {
  readonly id: string;
  readonly kind: ReadingKind;
  readonly credit: string;
  count(entries: Entries): Count;
}

const countings: readonly Counting[] = [
  {
    id: "non-positive",
    kind: "reference",
    credit: "1",
    count: ({ zero, negative }) => zero + negative,
  },
  // No conventions: mixed with the true count they would explain nearly anything.
  { id: "upper-bound", kind: "misconception", credit: "0.75", count: ({ all }) => all },
  { id: "expectation", kind: "misconception", credit: "0.5", count: ({ all }) => Number(all) / 2 },
  { id: "expectation-cut", kind: "misconception", credit: "0.5", count: ({ all }) => all / 2n },
  { id: "expectation-rounded-up", kind: "misconception", credit: "0.5", count: ({ all }) => (all + 1n) / 2n },
  {
    // Prompted by the notebook's own assertion: zero is allowed exactly where all entries are positive.
    id: "upper-bound-unless-positive",
    kind: "misconception",
    credit: "0.75",
    count: ({ all, positive }) => (positive === all ? 0n : all),
  },
  { id: "two-per-entry", kind: "misconception", credit: "0.25", count: ({ all }) => 2n * all },
  { id: "three-per-entry", kind: "misconception", credit: "0.25", count: ({ all }) => 3n * all },
  { id: "batch-forgotten", kind: "misconception", credit: "0.25", count: ({ columns }) => columns },
  { id: "nothing-counted", kind: "misconception", credit: "0", count: () => 0n },
];

/**
 * Countings that put NaN on one side or the other, by how the branch is written: `x <= 0` is false for it, and so is
 * `x > 0`.
 */
const branchCountings: readonly Counting[] = [
  {
    id: "strictly-negative",
    kind: "misconception",
    credit: "0.75",
    count: ({ negative }) => negative,
  },
  {
    id: "comparison-counted",
    kind: "misconception",
    credit: "0.5",
    count: ({ all, zero, negative }) => all + zero + negative,
  },
  {
    id: "comparison-counted-strictly-negative",
    kind: "misconception",
    credit: "0.25",
    count: ({ all, negative }) => all + negative,
  },
  {
    id: "two-per-negative",
    kind: "misconception",
    credit: "0.5",
    count: ({ zero, negative }) => 2n * (zero + negative),
  },
  {
    id: "two-per-strictly-negative",
    kind: "misconception",
    credit: "0.25",
    count: ({ negative }) => 2n * negative,
  },
  { id: "inverted", kind: "misconception", credit: "0.25", count: ({ positive }) => positive },
  {
    id: "inverted-with-zeros",
    kind: "misconception",
    credit: "0.25",
    count: ({ positive, zero }) => positive + zero,
  },
];

/** The suffix of a reading's id where NaN goes with the entries that are counted. */
export const nanSuffix = "-and-nan";

function makeReading({ id, kind, credit, count }: Counting): Reading<Tensor, Count> {
  return { id, kind, credit, answer: (x) => count(listEntries(x)) };
}

function listEntries(x: Tensor): Entries {
  return { ...countSigns(x), all: BigInt(x.data.length), columns: BigInt(x.shape[1] ?? 0) };
}

/** The same with each NaN taken for a negative entry, or for a positive one where those are counted. */
function includeNaN(counting: Counting): Counting {
  return {
    ...counting,
    id: `${counting.id}${nanSuffix}`,
    count: (entries) => {
      const isInverted = counting.id.startsWith("inverted");
      const side = isInverted
        ? { positive: entries.positive + entries.nan }
        : { negative: entries.negative + entries.nan };
      return counting.count({ ...entries, ...side });
    },
  };
}

const nonPositiveAndNaN: Counting = {
  id: `non-positive${nanSuffix}`,
  kind: "convention",
  credit: "1",
  count: ({ zero, negative, nan }) => zero + negative + nan,
};

/** Two per entry, where the student wrote out the formula that takes them: max(0, y) + a * min(0, y). */
const twoByWrittenFormula: Reading<Tensor, Count> = {
  id: "two-per-entry-written-out",
  kind: "misconception",
  credit: "0.5",
  answer: (x, earlier) =>
    isFormulaOfTwo(earlier.explanation("prelu")) ? 2n * BigInt(x.data.length) : undefined,
};

const writtenCalls = [/max\s*(?:\\left\s*)?[({]/i, /min\s*(?:\\left\s*)?[({]/i];

function isFormulaOfTwo(text: string): boolean {
  return writtenCalls.every((call) => call.test(text));
}

export const readings: readonly Reading<Tensor, Count>[] = [
  ...[...countings, nonPositiveAndNaN, ...branchCountings, ...branchCountings.map(includeNaN)].map(
    makeReading,
  ),
  twoByWrittenFormula,
];
