/** A mutant: a formula with one systematic error in it, and what judging made of it. */

export type MutationKind =
  | "operator"
  | "dropped term"
  | "constant"
  | "dimension"
  | "rounding"
  | "condition"
  | "dropped step";

/** One replacement in one source text. */
export interface Change {
  readonly kind: MutationKind;
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
  readonly after: string;
}

export interface Mutant extends Change {
  /** Relative to the subject's root, with forward slashes. */
  readonly path: string;
  readonly line: number;
  readonly before: string;
  /** Exported functions whose code it can reach: no other answers can change. */
  readonly exports: readonly string[];
}

/** What became of a mutant. Only `killed` and `missed` count: the others compute nothing that is wrong. */
export type MutantResult =
  /** It answers otherwise, and its question earns less than full points. */
  | { readonly kind: "killed"; readonly question: string }
  /** It answers otherwise on some input, and earns full points all the same. */
  | { readonly kind: "missed"; readonly question: string; readonly why: string }
  /** It answers otherwise, and as an accepted reading does. */
  | { readonly kind: "accepted"; readonly question: string; readonly readings: readonly string[] }
  /** It answers otherwise by less than the question's tolerance. */
  | { readonly kind: "tolerated"; readonly question: string; readonly largestError: number }
  /** It computes the same function: equal on every hidden input and on this many random ones. */
  | { readonly kind: "same"; readonly question: string; readonly inputs: number }
  /** It does not load, or gives no value for any input: no answer to judge. */
  | { readonly kind: "broken"; readonly question: string };

export interface JudgedMutant {
  readonly mutant: Mutant;
  readonly result: MutantResult;
}

/** The source with the change made. */
export function applyChange(text: string, { start, end, after }: Change): string {
  return text.slice(0, start) + after + text.slice(end);
}
