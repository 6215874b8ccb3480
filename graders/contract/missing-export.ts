/** Why a function that is asked for was not found, as far as its source tells. */

export interface MissingExport {
  /**
   * Exported in another case, or with underscores; written but not exported; exported by a notebook's cell that was left
   * out, or by another file alone; a method; part of an object or a namespace; exported under a name that is near.
   */
  readonly kind:
    | "other-case"
    | "snake-case"
    | "not-exported"
    | "left-out"
    | "other-file"
    | "in-a-class"
    | "inside"
    | "similar";
  /** A name that stands in the student's own source: "StandardConv", "Answers.standardConv". */
  readonly found: string;
}

/** It is not answered in what was run, but perhaps in a file that was not, or in a text cell of the notebook that was. */
export interface AnsweredElsewhere {
  readonly kind: "elsewhere" | "in-text";
  /** The file's name. */
  readonly found: string;
}
