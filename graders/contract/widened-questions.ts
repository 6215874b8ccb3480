/** Questions that changed, with all that this reaches; by id. */
export interface WidenedQuestions {
  /** Whose verdicts may be others: those that changed, and what goes by them. */
  readonly touched: ReadonlySet<string>;
  /** What has to be judged for it: those, and what they go by. */
  readonly needed: ReadonlySet<string>;
}
