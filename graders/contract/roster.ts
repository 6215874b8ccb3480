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

/** Whose a name may be that no student has: for a person to look at, never a match. */
export interface LikelyOwner {
  /** As found: "hal.zip", "1001_Ada". */
  readonly name: string;
  /** At least one, at most three; those whose id stands in the name come first. */
  readonly students: readonly Student[];
}

export interface RosterMatch {
  /** A team's submission stands here once for each member. */
  readonly matched: readonly { readonly submissionId: string; readonly student: Student }[];
  /** Ids of submissions that no student has. */
  readonly submissionsWithoutStudent: readonly string[];
  readonly studentsWithoutSubmission: readonly Student[];
  readonly ambiguous: readonly AmbiguousMatch[];
  /** About submissions without a student, and names that lay beside them. Left out when there are none. */
  readonly suggestions?: readonly LikelyOwner[];
}
