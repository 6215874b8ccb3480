/**
 * What can be measured about answers that no reading explains.
 * None holds an input or an expected value of a hidden case.
 */

interface AboutField {
  /** The field of a returned object that it is about; absent when it is about the whole answer. */
  readonly field?: string;
}

/** A coefficient times dimensions of the input with their powers; without any, a constant. */
export interface FormulaTerm {
  readonly coefficient: number;
  readonly powers: Readonly<Record<string, number>>;
}

export type Observation =
  /** One value, whatever the input. Right on the notebook's own input, it was probably copied from there. */
  | { readonly kind: "constant"; readonly isRightOnNotebook: boolean }
  /** An accepted answer times a constant: "2", "1/2", "1024/1000", or a decimal where nothing simple fits. */
  | ({ readonly kind: "factor"; readonly factor: string } & AboutField)
  /** An accepted answer plus a constant whole number. */
  | ({ readonly kind: "offset"; readonly offset: string } & AboutField)
  /** Right for inputs whose dimension is larger by `by`: one padding row too many, one channel too few. */
  | { readonly kind: "shifted-dimension"; readonly dimension: string; readonly by: number }
  /** The reference times a dimension once more (1), twice more (2), or once or twice too few (-1, -2). */
  | { readonly kind: "extra-factor"; readonly dimension: string; readonly times: number }
  /** The reference with one dimension where another belongs. */
  | { readonly kind: "exchanged-dimension"; readonly used: string; readonly expected: string }
  /** The student's own formula: it holds on every case. */
  | { readonly kind: "formula"; readonly terms: readonly FormulaTerm[] }
  /** Inputs that differ in nothing else give the same answer. */
  | { readonly kind: "independent-of"; readonly dimension: string }
  /** Grows with another power of a dimension: quadratic (2) where it should be linear (1). */
  | { readonly kind: "growth"; readonly dimension: string; readonly expected: number; readonly came: number }
  /** Right exactly on the inputs for which a condition on public names holds: "cIn = cOut". */
  | { readonly kind: "right-where"; readonly condition: string }
  /** Right on the notebook's own numbers and on nothing else. */
  | { readonly kind: "right-on-public-only" }
  | { readonly kind: "partly-right"; readonly right: number; readonly cases: number };

/** What staff may want to know on top: evidence that public numbers were written down instead of computed. */
export function isEvidenceOfHardCoding(observation: Observation): boolean {
  return (
    observation.kind === "right-on-public-only" ||
    (observation.kind === "constant" && observation.isRightOnNotebook)
  );
}
