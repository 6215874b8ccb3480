/**
 * A count is the result of a few choices: which pixels, which additions, whose bytes, in which unit. Each choice has
 * options, and an option says in one place how it changes the answer, what it is worth, what the student reads, and
 * where it is known from. Judging looks for the options that together explain all answers of a part.
 */
import type { Earlier } from "./earlier";
import type { Trial } from "./trial";

export interface Option<Effect = unknown> {
  /** Kebab-case, unique within its part. */
  readonly id: string;
  readonly effect: Effect;
  /** Share of the points that is left: a decimal below 1 for a slip. Left out: an accepted convention. */
  readonly credit?: string;
  /** What the answers show. Unused on the first option of a choice: that is what the reference does. */
  readonly says?: string;
  /** The next step, for a slip. */
  readonly hint?: string;
  /** Where this way of counting is known from. Staff see it, students never do. */
  readonly source?: string;
  /** Its numbers come from the student's own earlier functions. */
  readonly isOwn?: true;
  /** Looks at earlier work without taking numbers from it: at its explanation, or at what was found there. */
  readonly looksBack?: true;
  /** Explains a part of the answer alone, whatever the rest of it is: what is built on it is anybody's guess. */
  readonly leavesOpen?: true;
  /** Paid for by what the student wrote: listed for staff, with the text. */
  readonly byWords?: true;
  /** With a word about it, it would be worth more: whatever was written here is read by a person. */
  readonly wantsWords?: true;
  /** The answer holds a number that is not known but solved for, from the cases: what is kept free, a share. */
  readonly solved?: SolvedRange;
}

/** Where a solved number may lie. No sentence repeats it: a program chose it, who knows from what. */
export interface SolvedRange {
  readonly least: number;
  readonly most: number;
  /** A second number is unknown as well: only all cases together tell whether there are two. */
  readonly isBesideAnother?: true;
}

/** What the reference does, then the others. */
export type Options<Effect> = readonly [reference: Option<Effect>, ...others: Option<Effect>[]];

export type ChoiceTable = Readonly<Record<string, Options<unknown>>>;

/** One effect per choice. */
export type Effects<Table extends ChoiceTable> = {
  readonly [Name in keyof Table]: Table[Name][number]["effect"];
};

/** Options by choice; choices left at what the reference does are not named. */
export type Picks = Readonly<Record<string, string>>;

/** Where options together are worth something else than the product of their credits. */
export interface Exception {
  readonly when: Picks;
  readonly credit: string;
  /** Why: for staff and for the next reader. */
  readonly because: string;
}

/** Options whose answers are those of better ones to every hidden input, whatever is asked. */
export interface Collision {
  readonly answered: Picks;
  readonly because: string;
}

/** Numbers from the least to the most, both meant. */
export interface Interval {
  readonly least: number;
  readonly most: number;
}

/** An answer that is taken for what some options answer. */
export interface AnswerPair<Answer = unknown> {
  readonly expected: Answer;
  readonly came: Answer;
  readonly input: unknown;
}

/**
 * Choices with the one function that multiplies them out.
 *
 * Method syntax and erased effects, so that the judge can hold models of all kinds in one list; questions build theirs
 * with types (`kit/choice-part.ts`).
 */
export interface ChoiceModel<Input = unknown, Answer = unknown> {
  /** Name of the reference as a whole: the vector of all first options. */
  readonly referenceId: string;
  readonly choices: ChoiceTable;
  readonly exceptions: readonly Exception[];
  readonly collisions: readonly Collision[];
  /** `undefined` where these options cannot be together, or cannot speak about this input. */
  answer(input: Input, effects: Readonly<Record<string, unknown>>, earlier: Earlier): Answer | undefined;
  /** The values of the solved number that give the answer that came; `undefined` when none does. */
  solve?(
    input: Input,
    effects: Readonly<Record<string, unknown>>,
    came: Answer,
    earlier: Earlier,
  ): Interval | undefined;
  /** The same of two numbers, from all cases together: values of the first with which there is a second. */
  solveTogether?(
    trials: readonly Trial<Input, Answer>[],
    effects: Readonly<Record<string, unknown>>,
  ): Interval | undefined;
  /**
   * Whether answers that are right one by one are so together: who rounds does so in one way, since a way of its own for
   * each answer hides what a count is short of.
   */
  areAlike?(pairs: readonly AnswerPair<Answer>[]): boolean;
  /** Whether nothing is left of the inputs in what follows from the student's own numbers: no error is carried there. */
  isBlind?(effects: Readonly<Record<string, unknown>>, earlier: Earlier): boolean;
  /** A number that equal answers share nearly, to look answers up by; NaN for those without one. */
  probe(answer: Answer): number;
  /** How far the probes of equal answers may lie apart, as a share of the number. */
  readonly probeTolerance: number;
}
