/** Wrong counts of batch norm, recognised by their coefficients. */

import { isFamilyCost, isInFamily, isPlausiblePerChannel } from "./families";
import type { Coefficients } from "./fit";

export interface Misconception {
  readonly id: string;
  readonly credit: string;
  matches(fit: Coefficients): boolean;
}

type Term = keyof Coefficients;

/** True when no other terms than the named ones occur. */
function consistsOf(fit: Coefficients, ...terms: readonly Term[]): boolean {
  return (Object.keys(fit) as Term[]).every((term) => terms.includes(term) || fit[term] === 0n);
}

/** A count alpha per element and kappa per channel, as `matches` says. */
function perElementAndChannel(
  id: string,
  credit: string,
  matches: (perElement: bigint, perChannel: bigint) => boolean,
): Misconception {
  return {
    id,
    credit,
    matches: (fit) => consistsOf(fit, "perElement", "perChannel") && matches(fit.perElement, fit.perChannel),
  };
}

const isBetween = (value: bigint, least: bigint, most: bigint): boolean => value >= least && value <= most;

/** Statistics over the wrong axes: the work of a channel is done once per something else. */
function perWrongGroup(id: string, term: Exclude<Term, "perElement" | "perChannel">): Misconception {
  return {
    id,
    credit: "0.5",
    matches: (fit) =>
      consistsOf(fit, "perElement", term) &&
      fit[term] !== 0n &&
      isFamilyCost(fit.perElement) &&
      isPlausiblePerChannel(fit[term]) &&
      !isNotebookAnswer(fit),
  };
}

/** 7 b c h w + 8 c h w, as in the assignment's example notebook. */
function isNotebookAnswer(fit: Coefficients): boolean {
  return consistsOf(fit, "perElement", "perPixel") && fit.perElement === 7n && fit.perPixel === 8n;
}

/** Slips that leave the terms of a right count. */
const slipsInRightTerms: readonly Misconception[] = [
  perElementAndChannel("squares-not-summed", "0.75", (alpha, kappa) => alpha === 9n && kappa === 9n),
  perElementAndChannel(
    "affine-forgotten",
    "0.75",
    (alpha, kappa) =>
      (alpha === 9n && isPlausiblePerChannel(kappa)) || (alpha === 8n && isBetween(kappa, 6n, 7n)),
  ),
  perElementAndChannel(
    "no-division-anywhere",
    "0.75",
    (alpha, kappa) => isBetween(alpha, 7n, 8n) && isBetween(kappa, -2n, 0n),
  ),
  perElementAndChannel(
    "root-per-element",
    "0.75",
    (alpha, kappa) => alpha === 12n && isPlausiblePerChannel(kappa),
  ),
  perElementAndChannel(
    "division-counted-once",
    "0.5",
    (alpha, kappa) => alpha === 8n && isBetween(kappa, 1n, 5n),
  ),
  perElementAndChannel(
    "division-counted-once-or-evaluation",
    "0.5",
    (alpha, kappa) => alpha === 7n && isBetween(kappa, 1n, 7n),
  ),
  perElementAndChannel(
    "folded-without-division",
    "0.5",
    (alpha, kappa) => alpha === 6n && isBetween(kappa, -2n, 7n),
  ),
  perElementAndChannel("sums-divided-per-element", "0.5", (alpha, kappa) => {
    const costs = [14n, 15n, 18n, 19n];
    return costs.includes(alpha) && isBetween(kappa, -2n, 7n);
  }),
  perElementAndChannel("backward-added", "0.5", (alpha, kappa) => {
    return alpha % 3n === 0n && kappa % 3n === 0n && isInFamily(alpha / 3n, kappa / 3n);
  }),
  perElementAndChannel(
    "only-normalisation",
    "0.25",
    (alpha, kappa) => alpha === 5n && isBetween(kappa, 1n, 7n),
  ),
  perElementAndChannel(
    "only-statistics",
    "0.25",
    (alpha, kappa) => alpha === 4n && kappa !== 0n && isPlausiblePerChannel(kappa),
  ),
  perElementAndChannel(
    "library-rule",
    "0.25",
    (alpha, kappa) => [2n, 4n, 5n].includes(alpha) && kappa === 0n,
  ),
  perElementAndChannel(
    "evaluation-mode-folded",
    "0.1",
    (alpha, kappa) => alpha === 2n && kappa !== 0n && isPlausiblePerChannel(kappa),
  ),
];

/** Slips that show in terms a right count does not have. */
const slipsInOtherTerms: readonly Misconception[] = [
  perWrongGroup("statistics-per-pixel", "perPixel"),
  perWrongGroup("statistics-per-sample-and-channel", "perSampleChannel"),
  perWrongGroup("statistics-per-sample", "perSample"),
  perWrongGroup("statistics-over-everything", "once"),
  {
    id: "batch-forgotten",
    credit: "0.5",
    matches: (fit) => consistsOf(fit, "perPixel", "perChannel") && isInFamily(fit.perPixel, fit.perChannel),
  },
  { id: "pixels-divided-and-terms-missing", credit: "0.25", matches: isNotebookAnswer },
  {
    id: "library-rule-without-batch",
    credit: "0.25",
    matches: (fit) => consistsOf(fit, "perPixel") && fit.perPixel === 4n,
  },
  {
    id: "library-rule-without-pixels",
    credit: "0",
    matches: (fit) => consistsOf(fit, "perSampleChannel") && fit.perSampleChannel === 2n,
  },
  { id: "nothing-counted", credit: "0", matches: (fit) => consistsOf(fit) },
];

export const misconceptions: readonly Misconception[] = [...slipsInRightTerms, ...slipsInOtherTerms];
