/** Choices on what a parametric ReLU takes: which entries are multiplied, NaN among them or not, and at what cost. */
import { countSigns, type SignCount } from "../../../reference/prelu";
import type { Count } from "../../contract/answers";
import type { Option } from "../../contract/choice";
import { remember } from "../../contract/remember";
import type { Tensor } from "../../contract/value";
import { choose } from "./choice-part";

/** A matrix as PReLU sees it. */
export interface Entries extends SignCount {
  readonly all: bigint;
  readonly columns: bigint;
}

export const listEntries = remember((x: Tensor): Entries => {
  const [, columns = 0] = x.shape;
  return { ...countSigns(x), all: BigInt(x.data.length), columns: BigInt(columns) };
});

/** How many operations the entries take, where what is multiplied does not depend on what a branch looks like. */
type CountAll = (entries: Entries) => Count;

/** Entries of a branch: those of the definition's, or of another. NaN lies on one side or the other of it. */
interface Branch {
  readonly count: (entries: SignCount) => bigint;
  /** The side on which NaN is when it is counted: it fails every comparison. */
  readonly nanSide: "positive" | "negative";
}

export type EntryRule = Branch | CountAll;

const isBranch = (rule: EntryRule): rule is Branch => typeof rule !== "function";

const multiplication =
  "Which branch of the definition computes something, and which one only passes its value on?";
const valuesGiven = "The values are given: which of them does the definition multiply?";
const selections = "Comparisons and selections are free here. How many entries are multiplied?";

const expectation = {
  credit: "0.5",
  says: "You counted half of the entries: an expectation for values that are symmetric about 0.",
  hint: valuesGiven,
};

/** Not 2 · count, but as many operations for each entry, whatever its sign. */
const perEntry = (operations: bigint): CountAll => {
  return ({ all }) => operations * all;
};

export const entryOptions = {
  strictlyNegative: {
    id: "strictly-negative",
    effect: { count: ({ negative }: SignCount) => negative, nanSide: "negative" },
    credit: "0.75",
    says: "You counted the negative entries; zeros are missing.",
    hint: "In which branch of the definition is 0?",
  },
  inverted: {
    id: "inverted",
    effect: { count: ({ positive }: SignCount) => positive, nanSide: "positive" },
    credit: "0.25",
    says: "You counted the positive entries.",
    hint: multiplication,
  },
  invertedWithZeros: {
    id: "inverted-with-zeros",
    effect: { count: ({ positive, zero }: SignCount) => positive + zero, nanSide: "positive" },
    credit: "0.25",
    says: "You counted the entries that are not negative.",
    hint: multiplication,
  },
  upperBound: {
    id: "upper-bound",
    effect: perEntry(1n),
    credit: "0.75",
    says: "You counted every entry: an upper bound, right only where no entry is positive.",
    hint: valuesGiven,
    source:
      "ptflops, relu_flops_counter_hook, for PReLU as well: https://github.com/sovrasov/flops-counter.pytorch/blob/master/ptflops/pytorch_ops.py; DeepSpeed likewise",
  },
  // Prompted by the notebook's own assertion: zero is allowed exactly where all entries are positive.
  upperBoundUnlessPositive: {
    id: "upper-bound-unless-positive",
    effect: ({ all, positive }: Entries) => (positive === all ? 0n : all),
    credit: "0.75",
    says: "You counted every entry, unless all of them are positive: an upper bound wherever both kinds occur.",
    hint: valuesGiven,
  },
  expectation: { id: "expectation", effect: ({ all }: Entries) => Number(all) / 2, ...expectation },
  expectationCut: { id: "expectation-cut", effect: ({ all }: Entries) => all / 2n, ...expectation },
  expectationRoundedUp: {
    id: "expectation-rounded-up",
    effect: ({ all }: Entries) => (all + 1n) / 2n,
    ...expectation,
  },
  twoPerEntry: {
    id: "two-per-entry",
    effect: perEntry(2n),
    credit: "0.25",
    says: "You counted a multiplication and an addition for every entry. The definition has no addition: choosing y or a·y is a selection, and only entries that are not positive are multiplied.",
    hint: selections,
  },
  threePerEntry: {
    id: "three-per-entry",
    effect: perEntry(3n),
    credit: "0.25",
    says: "You counted a comparison, a multiplication and an addition for every entry. Comparisons are free, the definition has no addition, and only entries that are not positive are multiplied.",
    hint: "How many entries are multiplied?",
  },
  batchForgotten: {
    id: "batch-forgotten",
    effect: ({ columns }: Entries) => columns,
    credit: "0.25",
    says: "You counted one operation per column.",
    hint: "Every row of the batch goes through the function, and only some entries are multiplied.",
  },
  nothingCounted: {
    id: "nothing-counted",
    effect: () => 0n,
    credit: "0",
    says: "You counted nothing, as for an ordinary ReLU.",
    hint: "The slope is a parameter and need not be 0: what happens to entries that are not positive?",
  },
} as const satisfies Readonly<Record<string, Option<EntryRule>>>;

export const nonPositive: Option<EntryRule> = {
  id: "non-positive",
  effect: { count: ({ zero, negative }) => zero + negative, nanSide: "negative" },
};

export const nan = choose<boolean>(
  { id: "nan-passed-on", effect: false },
  {
    id: "nan-counted",
    effect: true,
    says: "Right: NaN is counted as well, as frameworks compute it.",
  },
);

export const operations = choose<bigint>(
  { id: "one-operation", effect: 1n },
  {
    id: "two-operations",
    effect: 2n,
    credit: "0.5",
    says: "You counted two operations for each entry that you count.",
    hint: "The definition multiplies once there: how many operations is that?",
  },
);

export const comparisons = choose<boolean>(
  { id: "comparisons-free", effect: false },
  {
    id: "comparison-counted",
    effect: true,
    credit: "0.5",
    says: "You counted a comparison for every entry.",
    hint: "The task leaves comparisons out: what remains?",
  },
);

export interface PreluEffects {
  readonly entries: EntryRule;
  readonly nan: boolean;
  readonly operations: bigint;
  readonly comparisons: boolean;
}

/** Whole numbers for each entry are as many again with its comparison; half of them are not. */
const halves: readonly EntryRule[] = [
  entryOptions.expectation.effect,
  entryOptions.expectationCut.effect,
  entryOptions.expectationRoundedUp.effect,
];

/** @returns undefined where a count of all entries leaves nothing to NaN, to operations or to comparisons */
export function countPrelu(x: Tensor, effects: PreluEffects): Count | undefined {
  const entries = listEntries(x);
  const rule = effects.entries;
  if (!isBranch(rule)) {
    if (effects.nan || effects.operations !== 1n) return undefined;
    if (!effects.comparisons) return rule(entries);
    return halves.includes(rule) ? Number(rule(entries)) + Number(entries.all) : undefined;
  }
  const counted = effects.nan ? { ...entries, [rule.nanSide]: entries[rule.nanSide] + entries.nan } : entries;
  return effects.operations * rule.count(counted) + (effects.comparisons ? entries.all : 0n);
}
