/** Who should have handed in, and which submission is whose. */

export interface Student {
  /** As in the roster; ids are text, so "007" stays "007". */
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  /** HMAC-SHA256 of the id under the roster key, in hex: the only trace of a student in a score document. */
  readonly subject: string;
}

/** One key, several students or several submissions: nothing is guessed. */
export interface AmbiguousMatch {
  readonly key: string;
  readonly students: readonly Student[];
  readonly submissionIds: readonly string[];
}

export interface RosterMatch {
  readonly matched: readonly { readonly submissionId: string; readonly student: Student }[];
  /** Ids of submissions that no student has. */
  readonly submissionsWithoutStudent: readonly string[];
  readonly studentsWithoutSubmission: readonly Student[];
  readonly ambiguous: readonly AmbiguousMatch[];
}
