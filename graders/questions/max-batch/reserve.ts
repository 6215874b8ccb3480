/** Choice: how much of the memory is kept free, for context, workspaces and fragmentation. */
import { choose } from "../kit/choice-part";
import type { Needs } from "./fit-estimate";
import type { Range } from "./rounding";
import { findLarger, findSmaller, findSum, type KeepBoth, type Limits } from "./share-and-bytes";

/** How much is kept when so many bytes are left to train in; NaN where any amount leaves as many. */
export type FindKept = (memory: number, needs: Needs, left: number) => number;

/** Less would only serve to leave out a batch that fills the memory exactly; the most is meant with rounding. */
const leastKept = { share: 0.001, bytes: 2 ** 20 } as const;
const mostKept = { share: 0.3 + 1e-9, bytes: 2 * 2 ** 30 + 1 } as const;

const share = { least: leastKept.share, most: mostKept.share };
const bytes = { least: leastKept.bytes, most: mostKept.bytes };
export const limits: Limits = { share, bytes };
const shareBesideBytes = { ...share, isBesideAnother: true } as const;

/** Nothing is kept, as far as the totals tell. */
export const byRoundedTotals: FindKept = (memory, { slack }, left) =>
  slack === undefined ? Number.NaN : memory - left;

/** As a share of what does not grow with the batch. */
export const onTopOfStates: FindKept = (memory, { fixed }, left) => (memory - left) / fixed;

/** A share and some bytes, for those who follow fragmentation and the context separately. */
const keepBoth = (find: typeof findSum): { readonly keep: KeepBoth } => ({
  keep: (bands) => find(bands, limits),
});

export const reserve = choose<FindKept | { readonly keep: KeepBoth } | undefined>(
  { id: "nothing-kept", effect: undefined },
  // Before others, which such totals leave room for.
  {
    id: "by-rounded-totals",
    effect: byRoundedTotals,
    solved: { least: 0, most: 0 },
    isOwn: true,
    says: "Right as far as the totals of your own estimate tell, which are rounded.",
  },
  {
    id: "share-kept",
    effect: (memory, _, left) => 1 - left / memory,
    solved: share,
    says: "Right; you keep a share of the memory free for what else lives on a GPU.",
    source:
      "Nine tenths of the memory, less what does not grow: https://vizuaraai.github.io/5d-parallelism-visual-guide/max-local-batch-size.html",
  },
  {
    id: "bytes-kept",
    effect: (memory, _, left) => memory - left,
    solved: bytes,
    says: "Right; you keep some of the memory free for what else lives on a GPU.",
  },
  {
    id: "share-of-rest-kept",
    effect: (memory, { fixed }, left) => 1 - (left - fixed) / (memory - fixed),
    solved: share,
    says: "Right; you keep free a share of what weights, gradients and moments leave.",
  },
  {
    id: "share-of-states-kept",
    effect: onTopOfStates,
    // Less would look like batches that leave out one which fills the memory exactly.
    solved: { least: 0.005, most: mostKept.share },
    says: "Right; you keep some room on top of weights, gradients and moments.",
  },
  {
    id: "room-kept",
    effect: keepBoth(findSum),
    solved: shareBesideBytes,
    says: "Right within what overheads on a GPU can change.",
  },
  {
    id: "larger-kept",
    effect: keepBoth(findLarger),
    solved: shareBesideBytes,
    says: "Right; you keep a share of the memory or some bytes free, whichever is more.",
  },
  {
    id: "smaller-kept",
    effect: keepBoth(findSmaller),
    solved: shareBesideBytes,
    says: "Right; you keep a share of the memory or some bytes free, whichever is less.",
  },
);

/** What is kept where between so many bytes are left. */
export function findKept(find: FindKept, memory: number, needs: Needs, left: Range): Range | undefined {
  if (memory === needs.fixed && Number.isNaN(find(memory, needs, needs.fixed))) {
    const isInside = left.least <= needs.fixed && needs.fixed <= left.most;
    return isInside ? { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY } : undefined;
  }
  const ends = [find(memory, needs, left.least), find(memory, needs, left.most)];
  if (ends.some(Number.isNaN)) return undefined;
  return { least: Math.min(...ends), most: Math.max(...ends) };
}
