/** What judging says of a part, of a question and of a submission. Points are exact decimal strings. */

import type { Picks } from "./choice";
import type { Message, ReturnedForms } from "./message";
import type { AnsweredElsewhere, MissingExport } from "./missing-export";
import type { Observation } from "./observation";
import type { Outcome } from "./outcome";
import type { ReadingKind } from "./question";
import type { ShownNumbers } from "./shown";

export interface ReadingRef {
  /** For people and for exports: where it is made of options, slips alone, joined by a plus sign. Never taken apart. */
  readonly id: string;
  readonly kind: ReadingKind;
  readonly credit: string;
  /** Options other than those of the reference, by choice, where the part is judged by choices. */
  readonly picks?: Picks;
  /** Numbers that were solved for, by choice. */
  readonly solved?: Readonly<Record<string, number>>;
  /** Other options that explain the answers as well and would be told differently. */
  readonly orElse?: Picks;
}

/** The options that explain, accepted ones as well; the reading itself where it is made of none. */
export function listNamed({ id, picks = {} }: ReadingRef): readonly string[] {
  const options = Object.values(picks);
  return options.length > 0 ? options : [id];
}

/** What came in place of an answer to a few of a part's cases; costs a share of the points. */
export interface SpoiltCases {
  readonly count: number;
  /** Credit of the worst slips that would show on these cases alone: what is silent there is worth no more. */
  readonly mayHide?: string;
  /** Several slips together, worth less than is paid, would show there as well: a person looks. */
  readonly leavesOpen?: true;
  readonly first:
    | { readonly kind: "malformed"; readonly came: Message<keyof ReturnedForms> }
    | { readonly kind: "failed"; readonly outcome: Exclude<Outcome, { kind: "value" }> };
}

/** Why a part earned what it earned. */
export type PartFinding =
  /** One reading explains every answer, or all but a few that are no answers: an error, a value of another form. */
  | {
      readonly kind: "explained";
      readonly reading: ReadingRef;
      readonly spoilt?: SpoiltCases;
      /** Earlier functions that it builds on and whose own answers nothing explains: it earns half until a person has looked. */
      readonly unproven?: readonly string[];
    }
  /** Two accepted readings together explain every answer: conventions mixed inside one part. */
  | { readonly kind: "mixed"; readonly readings: readonly ReadingRef[] }
  /** Values came, and no reading explains them all. */
  | {
      readonly kind: "unexplained";
      readonly casesRight: number;
      readonly cases: number;
      /** What can be measured about them, the most telling first. */
      readonly observations: readonly Observation[];
    }
  /**
   * Nothing handed in: the export is missing, or still the starter's stub.
   *
   * @property hint what was probably meant, when the source tells
   */
  | { readonly kind: "unanswered"; readonly hint?: MissingExport | AnsweredElsewhere }
  /** A value of the wrong form came. */
  | { readonly kind: "malformed"; readonly came: Message<keyof ReturnedForms> }
  /** At least one call gave no value. */
  | { readonly kind: "failed"; readonly outcome: Exclude<Outcome, { kind: "value" }> };

/** One hidden case as staff see it. Never part of anything a student reads. */
export interface CaseEvidence {
  readonly case: string;
  readonly source: "notebook" | "edge" | "random";
  readonly why: string;
  readonly came: string;
  readonly expected: string;
  /** Ids of all readings that explain this case alone. */
  readonly explainedBy: readonly string[];
}

export interface PartVerdict {
  readonly id: string;
  readonly points: string;
  readonly maxPoints: string;
  readonly finding: PartFinding;
  /** Earlier functions that answered this part's inputs otherwise than what they were judged by: nothing was carried. */
  readonly differing?: readonly string[];
  readonly evidence: readonly CaseEvidence[];
}

export type QuestionVerdict =
  | {
      readonly id: string;
      readonly status: "graded" | "pending_manual";
      readonly points: string;
      readonly maxPoints: string;
      readonly isBonus: boolean;
      readonly parts: readonly PartVerdict[];
      /** For the figures of the page; absent where there is nothing to draw. */
      readonly shown?: ShownNumbers;
      readonly explanation: string;
    }
  /** We failed: no points, neither zero nor full. */
  | {
      readonly id: string;
      readonly status: "not_graded";
      readonly maxPoints: string;
      readonly isBonus: boolean;
      readonly fault: string;
      readonly explanation: string;
    };
