/** The student's own work on earlier questions, as readings of later ones see it. */
import type { Value } from "./value";

/** Ids of what explained a part: its reading, or the options of one, with what they stand for. */
export type FoundIds = ReadonlySet<string>;

/** What a reading may know of the student's own work besides the answer at hand. */
export interface Earlier {
  /** The student's answer to a call named in `consults`; undefined when it gave no value. */
  answer(name: string): Value;
  /** What explained a part of an earlier question, if anything did. */
  reading(question: string, part?: string): FoundIds | undefined;
  /** The student's written explanation of a question; "" when there is none. */
  explanation(question: string): string;
}
