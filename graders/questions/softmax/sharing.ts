/** Choice: which steps of a row are done once, and which again for every output. */
import { choose } from "../kit/choice-part";

const sharedSum = "The sum is shared by the whole row: how often does it have to be computed?";

/** What one row of n values takes, each step done once. */
export interface RowCost {
  readonly n: bigint;
  readonly exponential: bigint;
  readonly exponentials: bigint;
  readonly subtractions: bigint;
  readonly comparisons: bigint;
  readonly sum: bigint;
  readonly quotients: bigint;
}

/** Which steps are done again for every output. */
export interface Sharing {
  readonly sum: "shared" | "added-again" | "again" | "again-with-numerator";
  readonly maximum: "once" | "subtracted-again" | "found-again";
}

const again = {
  credit: "0.5",
  says: "You computed the sum anew for every output.",
  hint: sharedSum,
};
const everythingAgain = {
  credit: "0.25",
  says: "You computed the sum, and all its exponentials, anew for every output.",
  hint: sharedSum,
};

export const sharing = choose<Sharing>(
  { id: "sum-shared", effect: { sum: "shared", maximum: "once" } },
  {
    id: "sum-added-for-every-output",
    effect: { sum: "added-again", maximum: "once" },
    credit: "0.5",
    says: "You added the exponentials up anew for every output.",
    hint: sharedSum,
  },
  { id: "sum-for-every-output", effect: { sum: "again", maximum: "once" }, ...again },
  {
    id: "sum-and-shift-for-every-output",
    effect: { sum: "again", maximum: "subtracted-again" },
    ...again,
  },
  {
    id: "sum-and-maximum-for-every-output",
    effect: { sum: "again", maximum: "found-again" },
    ...again,
  },
  {
    id: "everything-for-every-output",
    effect: { sum: "again-with-numerator", maximum: "once" },
    ...everythingAgain,
  },
  {
    id: "everything-and-shift-for-every-output",
    effect: { sum: "again-with-numerator", maximum: "subtracted-again" },
    ...everythingAgain,
  },
  {
    id: "everything-and-maximum-for-every-output",
    effect: { sum: "again-with-numerator", maximum: "found-again" },
    ...everythingAgain,
  },
);

export function takeRow(row: RowCost, { sum: isSum, maximum: isMaximum }: Sharing): bigint {
  const { n, exponential, exponentials: all, subtractions, comparisons } = row;
  const sums = isSum === "shared" ? 1n : n;
  const times = isSum === "added-again" ? 1n : sums;
  const own = isSum === "again-with-numerator" ? 1n : 0n;
  // A numerator of its own is shifted, too.
  const shifted = isMaximum === "once" ? subtractions : n * subtractions + own * subtractions;
  const compared = isMaximum === "found-again" ? n * comparisons : comparisons;
  return times * all + sums * row.sum + own * n * exponential + shifted + compared + row.quotients;
}
