/** Slips in counting a softmax: steps left out, counted twice, or taken over the wrong values. */
import { type SoftmaxOptions, softmaxFlops } from "../../../reference/softmax";
import { conventions, conventionsOfCheapDivision, joinId, type SoftmaxConvention } from "./conventions";

/** A matrix's sizes, as exact counts. */
export interface Sizes {
  readonly b: bigint;
  readonly n: bigint;
}

export interface SoftmaxSlip {
  readonly id: string;
  /** The slip whose sentences it shares. */
  readonly family: string;
  readonly credit: string;
  count(sizes: Sizes): bigint;
}

/** FLOP per row of n values. */
type CountRow = (n: bigint) => bigint;

const exp = 40n;
const division = 4n;

/** One slip in several spellings: the first bears its name. */
function spell(
  family: string,
  credit: string,
  spellings: Readonly<Record<string, SoftmaxSlip["count"]>>,
): readonly SoftmaxSlip[] {
  return Object.entries(spellings).map(([suffix, count]) => ({
    id: suffix === "" ? family : `${family}-${suffix}`,
    family,
    credit,
    count,
  }));
}

const perRow =
  (countRow: CountRow): SoftmaxSlip["count"] =>
  ({ b, n }) =>
    b * countRow(n);

/** A step of the definition left out or misjudged; the sum takes n - 1 or n additions. */
const stepSlips: readonly SoftmaxSlip[] = [
  ...spell("divisions-forgotten", "0.5", {
    "": perRow((n) => exp * n + n - 1n),
    "n-additions": perRow((n) => exp * n + n),
  }),
  ...spell("one-division-per-row", "0.5", {
    "": perRow((n) => exp * n + n - 1n + division),
    "n-additions": perRow((n) => exp * n + n + division),
  }),
  ...spell("additions-forgotten", "0.5", { "": perRow((n) => exp * n + division * n) }),
  ...spell("only-exponentials", "0.25", { "": perRow((n) => exp * n) }),
  ...spell("sum-for-every-output", "0.5", {
    "": perRow((n) => n * (exp * n + n - 1n + division)),
    "n-additions": perRow((n) => n * (exp * n + n + division)),
    "division-of-one": perRow((n) => n * (exp * n + n)),
    "division-of-one-n-additions": perRow((n) => n * (exp * n + n + 1n)),
  }),
  ...spell("everything-for-every-output", "0.25", {
    "": perRow((n) => n * (exp + exp * n + n - 1n + division)),
    "n-additions": perRow((n) => n * (exp + exp * n + n + division)),
    "division-of-one": perRow((n) => n * (exp + exp * n + n)),
    "division-of-one-n-additions": perRow((n) => n * (exp + exp * n + n + 1n)),
  }),
  ...spell("exponential-as-one", "0.25", listCheapExponentials()),
  ...spell("library-rule-without-batch", "0.25", { "": ({ n }) => 3n * n - 1n }),
  ...spell("two-per-entry", "0", { "": ({ b, n }) => 2n * b * n }),
  ...spell("one-per-entry", "0", { "": ({ b, n }) => b * n }),
];

/** An exponential of 1, with a division of 1 or 4. */
function listCheapExponentials(): Record<string, SoftmaxSlip["count"]> {
  const makeCount =
    (options: SoftmaxOptions): SoftmaxSlip["count"] =>
    ({ b, n }) =>
      softmaxFlops([Number(b), Number(n)], { ...options, expCost: 1n });
  return {
    "": makeCount({ divisionCost: 1n }),
    "n-additions": makeCount({ divisionCost: 1n, additions: "from-zero" }),
    maximum: makeCount({ divisionCost: 1n, maximum: "free" }),
    "maximum-n-additions": makeCount({ divisionCost: 1n, maximum: "free", additions: "from-zero" }),
    "division-of-4": makeCount({}),
    "division-of-4-n-additions": makeCount({ additions: "from-zero" }),
    "division-of-4-maximum": makeCount({ maximum: "free" }),
    "division-of-4-maximum-n-additions": makeCount({ maximum: "free", additions: "from-zero" }),
  };
}

/** One slip on top of each accepted count, with a division of 4 or of 1. */
function combine(
  family: string,
  credit: string,
  count: (sizes: Sizes, options: SoftmaxOptions) => bigint,
  isTold: (convention: SoftmaxConvention) => boolean = () => true,
): readonly SoftmaxSlip[] {
  const name = (prefix: string) => (convention: SoftmaxConvention) => ({
    id: joinId(prefix, convention),
    family,
    credit,
    count: (sizes: Sizes) => count(sizes, convention.options),
  });
  return [
    ...conventions.filter(isTold).map(name(family)),
    ...conventionsOfCheapDivision.filter(isTold).map(name(`${family}-division-of-one`)),
  ];
}

/** A right count of another shape, for each convention for which that gives another number. */
function reshape(
  family: string,
  credit: string,
  changeShape: (sizes: Sizes) => readonly [rows: bigint, columns: bigint],
  isTold?: (convention: SoftmaxConvention) => boolean,
): readonly SoftmaxSlip[] {
  const count = (sizes: Sizes, options: SoftmaxOptions): bigint =>
    softmaxFlops(changeShape(sizes).map(Number), options);
  return combine(family, credit, count, isTold);
}

/** Where rows cost nothing of their own, all ways to cut the matrix into rows cost the same. */
function hasCostPerRow({ options }: SoftmaxConvention): boolean {
  return softmaxFlops([2, 1], options) !== softmaxFlops([1, 2], options);
}

export const slips: readonly SoftmaxSlip[] = [
  ...stepSlips,
  ...combine("exponentials-twice", "0.5", ({ b, n }, options) =>
    softmaxFlops([Number(b), Number(n)], { ...options, expCost: 2n * exp }),
  ),
  ...reshape("whole-matrix", "0.75", ({ b, n }) => [1n, b * n], hasCostPerRow),
  ...reshape("columns-normalised", "0.5", ({ b, n }) => [n, b], hasCostPerRow),
  ...reshape("batch-forgotten", "0.5", ({ n }) => [1n, n]),
];
