/** A place in one of a student's own files. */

export interface CodePlace {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number;
}

/** Counted from 1; of a notebook's cells of every kind, from its top. */
export interface CellPlace {
  readonly number: number;
  /** Of the cell's own lines. */
  readonly line: number;
}

/** With the cell of the notebook that the file was made of, if it was. */
export interface PlacedInWork extends CodePlace {
  readonly cell?: CellPlace;
}
