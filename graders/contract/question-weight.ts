/** A question that counts otherwise for a class than its assignment says; decided by a person, with a reason. */
export interface QuestionWeight {
  readonly question: string;
  /** Times what it was worth: an exact decimal, "0" where it does not count at all. */
  readonly factor: string;
  /** For students and staff, in the person's words. */
  readonly why: string;
}
