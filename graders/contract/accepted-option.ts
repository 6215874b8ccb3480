/**
 * Ways of answering that a person accepted for one class, beside those of the rubric. Lines of `staff/accepted.jsonl`;
 * accepted.schema.json says the same to other programs. A later line takes an earlier one back.
 */
import type { Picks } from "./choice";
import type { FormulaTerm } from "./observation";

/** MAJOR.MINOR of accepted.schema.json. */
export const acceptedVersion = "1.0";

/** By what an answer is recognised, whatever seed asks for it: it has to hold on every case. */
export type AnswerShape =
  /** The formula of the inputs' dimensions that was fitted. */
  | { readonly kind: "formula"; readonly terms: readonly FormulaTerm[] }
  /** An accepted answer times this: "3", "2/3". */
  | { readonly kind: "factor"; readonly factor: string }
  /** An accepted answer plus this whole number. */
  | { readonly kind: "offset"; readonly offset: string }
  /** Options of the rubric, by choice. */
  | { readonly kind: "choices"; readonly picks: Picks }
  /** A rule of the rubric that is no choice. */
  | { readonly kind: "reading"; readonly reading: string };

export interface AcceptedOption {
  readonly id: string;
  readonly question: string;
  readonly part: string;
  readonly shape: AnswerShape;
  /** Share of the part's points: a decimal above "0" and at most "1". */
  readonly credit: string;
  /** What a student reads whose answer it is. */
  readonly says: string;
}

interface LineBase {
  readonly schemaVersion: typeof acceptedVersion;
  /** Unique in the file. */
  readonly id: string;
  /** Initials. */
  readonly by: string;
  /** RFC 3339, UTC. */
  readonly at: string;
  /** For staff. */
  readonly why: string;
}

export interface Acceptance extends LineBase, AcceptedOption {
  readonly kind: "accept";
}

/** Takes an acceptance back. */
export interface Withdrawal extends LineBase {
  readonly kind: "withdraw";
  readonly withdraws: string;
}

export type AcceptanceLine = Acceptance | Withdrawal;

/** What explains such an answer is called so in records. */
export function nameAcceptedReading({ id }: Pick<AcceptedOption, "id">): string {
  return `accepted-${id}`;
}

/** What stands after everything that was taken back, in the order in which it was accepted. */
export function findAccepted(lines: readonly AcceptanceLine[]): readonly Acceptance[] {
  const withdrawn = new Set(lines.flatMap((line) => (line.kind === "withdraw" ? [line.withdraws] : [])));
  return lines.flatMap((line) => (line.kind === "accept" && !withdrawn.has(line.id) ? [line] : []));
}
