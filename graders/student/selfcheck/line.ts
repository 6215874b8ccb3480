/** A line of the selfcheck as people read it, before colours and layout. */

/** "ok": passes; "wrong": to mend; "open": to do; "word": worth knowing. */
export type Tone = "ok" | "wrong" | "open" | "word";

export interface Detail {
  readonly label: string;
  readonly text: string;
  /** Stands below another one, column by column: no line of it may be broken. */
  readonly isVerbatim?: true;
}

export interface Line {
  readonly tone: Tone;
  /** The question's id, or "". */
  readonly label: string;
  readonly text: string;
  readonly details: readonly Detail[];
}
