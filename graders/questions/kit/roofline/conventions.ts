/**
 * The choices that an arithmetic intensity without data leaves open, as conventions: the share of inputs that the
 * PReLU multiplies, how the linear layer's additions count, and whether the PReLU's single slope is read.
 */
import { makeFraction } from "../../../../reference/fraction";
import type { IntensityOptions } from "../../../../reference/roofline";
import type { Earlier } from "../../../contract/earlier";
import type { ReadingSentences, ValueReading } from "../../../contract/question";

export interface IntensityConvention {
  readonly id: string;
  /** Ends a sentence that starts with "This follows from the definition". */
  readonly says: string;
  readonly options: IntensityOptions;
}

const shares = [
  {
    id: "half-multiplied",
    says: "with half of the inputs multiplied by the PReLU",
    share: makeFraction(1n, 2n),
  },
  {
    id: "none-multiplied",
    says: "with no FLOP for the PReLU, as for positive inputs",
    share: makeFraction(0n),
  },
  {
    id: "all-multiplied",
    says: "with every input multiplied by the PReLU, an upper bound",
    share: makeFraction(1n),
  },
] as const;
const additions = [
  { id: "", says: "", additions: "from-zero" },
  { id: "-exact-additions", says: ", n - 1 additions for a sum of n terms", additions: "exact" },
] as const;
const slopes = [
  { id: "", says: "", preluWeight: true },
  { id: "-without-slope", says: ", the PReLU's single weight left out", preluWeight: false },
] as const;

/** All that is accepted; the first is the one the reference prints. */
export const intensityConventions: readonly IntensityConvention[] = shares.flatMap((share) =>
  additions.flatMap((addition) =>
    slopes.map((slope) => ({
      id: `${share.id}${addition.id}${slope.id}`,
      says: `${share.says}${addition.says}${slope.says}`,
      options: {
        nonPositiveShare: share.share,
        additions: addition.additions,
        preluWeight: slope.preluWeight,
      },
    })),
  ),
);

/** One reading per convention: the first is the reference. */
export function readByConvention<Input, Answer>(
  answer: (input: Input, options: IntensityOptions, earlier: Earlier) => Answer | undefined,
): readonly ValueReading<Input, Answer>[] {
  return intensityConventions.map(({ id, options }, index) => ({
    id,
    kind: index === 0 ? "reference" : "convention",
    credit: "1",
    answer: (input, earlier) => answer(input, options, earlier),
  }));
}

/** The conventions' sentences: `start` says what is right, the convention how it was counted. */
export function sayConventions(start: string): Record<string, ReadingSentences> {
  return Object.fromEntries(intensityConventions.map(({ id, says }) => [id, { says: `${start}, ${says}.` }]));
}

/** The pairs of options between which the share of multiplied inputs is free: from none to all. */
export const shareBounds: readonly { readonly none: IntensityOptions; readonly all: IntensityOptions }[] =
  additions.flatMap((addition) =>
    slopes.map((slope) => {
      const options = { additions: addition.additions, preluWeight: slope.preluWeight };
      return {
        none: { ...options, nonPositiveShare: makeFraction(0n) },
        all: { ...options, nonPositiveShare: makeFraction(1n) },
      };
    }),
  );
