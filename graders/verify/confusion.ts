/** What the release check sees where answers of one way of counting are taken for another's. */

/** All answers of `answered` are also those of `takenFor`, which judging tries first. */
export interface Confusion {
  readonly answered: string;
  readonly takenFor: string;
  readonly judged: string;
  /** Both are worth the same: harmless, though `answered` is never named. */
  readonly isHarmless: boolean;
}

export interface Separation {
  readonly confusions: readonly Confusion[];
  /** Pairs worth different credit that were compared. */
  readonly pairs: number;
  /** Readings that answered every case. */
  readonly spoke: ReadonlySet<string>;
  /** True when some reading asked about earlier work. */
  readonly looksBack: boolean;
}
