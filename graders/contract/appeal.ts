/**
 * A student who asks for another look at a question. Lines of `staff/appeals.jsonl`; appeal.schema.json says the same to
 * other programs. Whether it is answered is not in it: a mark by hand that came later answers it.
 */

/** MAJOR.MINOR of appeal.schema.json. */
export const appealVersion = "1.0";

export interface Appeal {
  readonly schemaVersion: typeof appealVersion;
  /** The same words about the same question have the same. */
  readonly id: string;
  readonly submission: string;
  readonly question: string;
  /** In the student's words. */
  readonly text: string;
  /** When it was taken in. RFC 3339, UTC. */
  readonly at: string;
}
