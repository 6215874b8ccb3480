/** What was handed in, as it was read into memory. */

/** One source file. `path` is relative to the submission's folder, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly bytes: number;
}

/** What a platform's name of a submission says of who handed it in. */
export interface HandedInBy {
  readonly id?: string;
  readonly name?: string;
  readonly email?: string;
}

export interface Submission {
  readonly kind: "submission";
  /** Name of its folder or file as found ("ada" or "ada.ts"). */
  readonly id: string;
  /** Path of the entry file, one of `files`. */
  readonly entry: string;
  readonly files: readonly SourceFile[];
  readonly answersMarkdown?: string;
  /** "sha256:…" over paths and contents of everything taken in. */
  readonly contentDigest: string;
  /** Left out where the name says nothing. */
  readonly handedInBy?: HandedInBy;
}

/** Something handed in that cannot be graded, and why, as one sentence for the student. */
export interface RefusedSubmission {
  readonly kind: "refused";
  readonly id: string;
  readonly refused: string;
  readonly handedInBy?: HandedInBy;
}

export type FoundSubmission = Submission | RefusedSubmission;

export interface Discovery {
  /** Ordered by code point of id. */
  readonly submissions: readonly FoundSubmission[];
}
