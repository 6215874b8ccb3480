/**
 * Words for one question that people use again and again while they mark. `staff/review.json`; review.schema.json says
 * the same to other programs. How often each was used is counted in the marks and is not in it.
 */

/** MAJOR.MINOR of review.schema.json. */
export const reviewVersion = "1.0";

export interface ReviewComment {
  readonly question: string;
  /** For the student; Markdown. */
  readonly text: string;
}

export interface ReviewItem extends ReviewComment {
  /** Of a question of several parts; any of them when left out. */
  readonly part?: string;
  /** The share of the points that it leaves: a decimal from 0 to 1. */
  readonly credit: string;
}

/** In the order in which they were first written. */
export interface ReviewDocument {
  readonly schemaVersion: typeof reviewVersion;
  readonly comments: readonly ReviewComment[];
  readonly items: readonly ReviewItem[];
}
