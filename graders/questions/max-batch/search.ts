/** Choice: whether a search for the largest batch ends before it is reached, and what it gives then. */
import { choose } from "../kit/choice-part";
import type { Limits } from "./share-and-bytes";

/** The last batch that was tried or a form of none, or a number as where nothing fits. */
export type SearchEnd = "seen" | "number" | undefined;

/** What ends sooner is no search: many GPUs hold more, and one number would do. */
export const leastSearched = 64;

/** Batches are tried one by one, so the room that is kept beside them may be any that is accepted, or none. */
export const roomBeside = (limits: Limits): Limits => ({
  share: { least: 0, most: limits.share.most },
  bytes: { least: 0, most: limits.bytes.most },
});

const tooShort = {
  hint: "How large would the batch of a small model on a cluster be? Solve for it, or double the batch until it no longer fits.",
  solved: { least: 0, most: Number.MAX_SAFE_INTEGER, isBesideAnother: true },
} as const;

export const search = choose<SearchEnd>(
  { id: "complete", effect: undefined },
  {
    id: "search-too-short",
    effect: "seen",
    credit: "0.75",
    says: "Your search ends before it reaches the larger batches.",
    ...tooShort,
  },
  {
    id: "search-gives-up",
    effect: "number",
    credit: "0.5",
    says: "Your search ends before it reaches the larger batches, and then says that nothing fits.",
    ...tooShort,
  },
);
