/** What a selfcheck finds, as plain data: the terminal, `--json` and the tests read the same thing. */
import type { Returned } from "../../contract/answers";
import type { CellPlace } from "../../contract/code-place";
import type { Message, TypeCheckFailures } from "../../contract/message";
import type { MissingExport } from "../../contract/missing-export";
import type { Outcome } from "../../contract/outcome";
import type { LoadError } from "../../contract/record";
import type { ShownNumbers } from "../../contract/shown";
import type { StyleNote } from "../typescript/style";
import type { TypeMistake } from "../typescript/type-check";
import type { Pointed } from "./pointed";

/** One call of a public check, and what came back, in short. */
export interface ShownCall {
  /** "padding({ hIn: 6, … })" */
  readonly call: string;
  /** "3" */
  readonly came: string;
  /** The beginning of what it printed. */
  readonly printed: string;
}

/** Something about a question that keeps it from passing. */
export type Finding =
  /** @property hint what was probably meant, when the source tells */
  | { readonly kind: "missing"; readonly export: string; readonly hint: MissingExport | null }
  | { readonly kind: "not-a-function"; readonly export: string; readonly type: string }
  /** The starter's stub. */
  | { readonly kind: "unanswered"; readonly export: string }
  /** It calls another function that is still the starter's stub. */
  | { readonly kind: "waits"; readonly export: string; readonly for: string }
  /** A call gave no value. */
  | {
      readonly kind: "stopped";
      readonly check: string;
      readonly call: string;
      readonly outcome: Exclude<Outcome, { kind: "value" | "missing-export" }>;
      /** The innermost line of the student's own; null where nothing tells. */
      readonly at: Pointed | null;
      readonly printed: string;
    }
  /** The value has another form than the documented one. */
  | {
      readonly kind: "malformed";
      readonly check: string;
      readonly call: string;
      readonly came: Returned;
      readonly printed: string;
    }
  | {
      readonly kind: "mismatch";
      readonly check: string;
      /** What is checked, in words. */
      readonly says: string;
      readonly calls: readonly ShownCall[];
      readonly expected: string;
    }
  /** An explanation is asked for, and there is none, or too little to be one. Keeps no check from passing. */
  | { readonly kind: "no-text"; readonly isBegun: boolean };

/** The worst of a question's findings, or "passes". */
export type QuestionState = "stops" | "fails" | "malformed" | "missing" | "unanswered" | "passes";

export interface QuestionResult {
  readonly id: string;
  readonly isBonus: boolean;
  readonly state: QuestionState;
  readonly findings: readonly Finding[];
  /** How many public checks were passed, of how many. */
  readonly passed: number;
  readonly checks: number;
}

/** How a file is written, where that is worth a word: all of it works. */
export type Note =
  | StyleNote
  | { readonly kind: "windows-lines" }
  | { readonly kind: "byte-order-mark" }
  /** Questions that something was written about. */
  | { readonly kind: "texts-found"; readonly questions: readonly string[] }
  /** Top-level code stopped half-way; what it had exported was asked all the same. */
  | { readonly kind: "stopped"; readonly error: LoadError; readonly at: Pointed | null }
  /** A division that may have become a comment, where something does not pass. */
  | { readonly kind: "division"; readonly at: Pointed }
  | { readonly kind: "texts-too-large" }
  /** Not handed in as asked, and taken all the same. */
  | { readonly kind: "remark"; readonly says: Message };

/** @property cell where it stands in the notebook that the file was made of */
export type PlacedMistake = TypeMistake & { readonly cell?: CellPlace };

export type TypeReport =
  | {
      readonly kind: "checked";
      readonly mistakes: readonly PlacedMistake[];
      readonly total: number;
      /** How many there are in functions that were not asked about. */
      readonly elsewhere: number;
    }
  | { readonly kind: "gave-up"; readonly because: Message<keyof TypeCheckFailures> };

/** The student's name, as exported, and the number that it hashes to. */
export type NameReport =
  | { readonly kind: "none" }
  /** It stands in the source, and nobody else can see it. */
  | { readonly kind: "not-exported" }
  /** It stands behind the place where the top level stopped. */
  | { readonly kind: "not-reached" }
  | { readonly kind: "no-text"; readonly came: Returned }
  | {
      readonly kind: "named";
      readonly name: string;
      readonly number: number;
      readonly doubts: readonly NameDoubt[];
    };

/** Why a name may not be the one that was meant; `number` is what the other spelling hashes to. */
export interface NameDoubt {
  readonly kind: "blank-ends" | "decomposed" | "odd-characters";
  readonly suggested: string;
  readonly number: number;
}

/** What became of the submission as a whole. */
export type SelfcheckReport =
  | { readonly kind: "refused"; readonly says: Message }
  | {
      readonly kind: "broken";
      readonly says: Message;
      readonly at: Pointed | null;
      readonly printed: string;
      readonly notes: readonly Note[];
    }
  | {
      readonly kind: "checked";
      readonly questions: readonly QuestionResult[];
      readonly name: NameReport;
      readonly notes: readonly Note[];
      readonly contentDigest: string;
      /** What its functions answered for a page to draw; left out where no page asked. */
      readonly shown?: ShownNumbers;
    };
