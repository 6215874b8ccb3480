/** What a faithful softmax leaves open, as conventions: additions, the row's maximum, how it divides. */
import type { SoftmaxOptions } from "../../../reference/softmax";

export interface SoftmaxConvention {
  /** Empty for the definition as written. */
  readonly id: string;
  /** Says what was counted beside the exponentials. */
  readonly says: string;
  readonly options: SoftmaxOptions;
}

const maxima = [
  { id: "", says: "", maximum: "none" },
  { id: "maximum", says: "the row's maximum subtracted, ", maximum: "free" },
  { id: "maximum-counted", says: "the row's maximum found and subtracted, ", maximum: "counted" },
] as const;
const divisions = [
  { id: "", says: "n divisions", division: "per-element" },
  { id: "reciprocal", says: "one division per row and n multiplications", division: "reciprocal" },
] as const;
const sums = [
  { id: "", says: "n - 1 additions", additions: "exact" },
  { id: "n-additions", says: "n additions", additions: "from-zero" },
] as const;

/** A sum started from zero beside a maximum started from the first value, or the other way round: the same count. */
const onceFromZero: readonly SoftmaxConvention[] = divisions.map((division) => ({
  id: ["maximum-counted", division.id, "once-from-zero"].filter((part) => part !== "").join("-"),
  says: `the row's maximum found and subtracted, 2n - 1 additions and comparisons and ${division.says}`,
  options: {
    maximum: "counted",
    division: division.division,
    additions: "from-zero",
    comparisons: "exact",
  },
}));

/** All that is accepted with a division of 4; the first is the definition as written. */
export const conventions: readonly SoftmaxConvention[] = [
  ...maxima.flatMap((maximum) =>
    divisions.flatMap((division) =>
      sums.map((sum) => ({
        id: [maximum.id, division.id, sum.id].filter((part) => part !== "").join("-"),
        says: `${maximum.says}${sum.says} and ${division.says}`,
        options: { maximum: maximum.maximum, division: division.division, additions: sum.additions },
      })),
    ),
  ),
  ...onceFromZero,
];

/** b (40 n + 4 n): with n additions, a counted maximum and a division of 1, or simply without the additions. */
const ambiguous = "maximum-counted-n-additions";
/**
 * With a division of 1, a reciprocal and n - 1 additions cost as much as n divisions and n additions; those of
 * `onceFromZero` as much as another convention, or as no additions at all.
 */
const twice = /^(maximum-)?reciprocal$/;

/** What is accepted with a division of 1, and cannot be taken for something else. */
export const conventionsOfCheapDivision: readonly SoftmaxConvention[] = conventions
  .filter((one) => one.id !== ambiguous && !twice.test(one.id) && !onceFromZero.includes(one))
  .map((convention) => ({ ...convention, options: { ...convention.options, divisionCost: 1n } }));

/** Joins the parts of a reading's id. */
export function joinId(prefix: string, convention: SoftmaxConvention): string {
  return convention.id === "" ? prefix : `${prefix}-${convention.id}`;
}
