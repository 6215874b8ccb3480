/**
 * The shapes that a question hands to the judge: Question, Part, Case, Reading and PublicCheck.
 *
 * The judge never names a question, and a question never imports another one.
 */
import type { ChoiceModel } from "./choice";
import type { Earlier, FoundIds } from "./earlier";
import type { Message, ReturnedForms } from "./message";
import type { Outcome } from "./outcome";
import type { Shows } from "./shown";
import type { Trial } from "./trial";
import type { Call, Value } from "./value";

export type { Trial } from "./trial";

/** Seeded randomness, handed in so that questions stay pure. Bounds are inclusive. */
export interface Random {
  integer(min: number, max: number): number;
  real(min: number, max: number): number;
  pick<T>(items: readonly T[]): T;
}

/** A hidden input, and why it is there. */
export interface Case<Input> {
  /** Unique within its part; stable for a given seed. Staff see it, students never do. */
  readonly id: string;
  readonly source: "notebook" | "edge" | "random";
  /** Of an edge whose sizes are drawn: it cannot be looked up. */
  readonly isDrawn?: true;
  readonly why: string;
  readonly input: Input;
}

export type ReadingKind = "reference" | "convention" | "misconception" | "carried";

interface ReadingBase {
  /** Kebab-case noun, unique within the part; its sentences stand beside it in the question's folder. */
  readonly id: string;
  readonly kind: ReadingKind;
  /** Share of the part's points it earns: a decimal from "0" to "1". */
  readonly credit: string;
  /** Where this way of counting is known from, if not from the assignment itself. Staff see it, students never do. */
  readonly source?: string;
  /** Paid for by what the student wrote: listed for staff, with the text. */
  readonly byWords?: true;
  /** With a word about it, it would be worth more: whatever was written here is read by a person. */
  readonly wantsWords?: true;
  /** Accepted by a person for one class: goes before anything of the rubric that is worth less. */
  readonly isOfClass?: true;
  /** How the rubric calls such answers; who builds on them goes by it. */
  readonly standsFor?: readonly string[];
}

/** A reading that says what the answer would be. `undefined` means: it cannot speak about this input. */
export interface ValueReading<Input, Answer> extends ReadingBase {
  readonly by: "value";
  answer(input: Input, earlier: Earlier): Answer | undefined;
}

/** A reading where a rule, not a value, decides (coefficient fits, bands). Sees all answered cases at once. */
export interface RuleReading<Input, Answer> extends ReadingBase {
  readonly by: "rule";
  accepts(trials: readonly Trial<Input, Answer>[]): boolean;
  /** It says what each answer is, and no property that many answers have: what follows from them is known. */
  readonly isExact?: true;
}

/**
 * Reference answer, accepted convention, known misconception and error carried forward in one shape.
 * A part earns what the reading that explains **all** of its answers is worth. Judging tries reference,
 * conventions, carried, misconceptions in this order and, within a kind, the higher credit first; where a part has
 * choices, a reading counts only if it earns more than their options do, and likewise what was accepted for the class.
 */
export type Reading<Input, Answer> = ValueReading<Input, Answer> | RuleReading<Input, Answer>;

/** A returned value in the form a part compares, or what came instead. */
export type Read<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly came: Message<keyof ReturnedForms> };

/**
 * A part judged by calling one exported function on hidden inputs.
 *
 * Declared with method syntax throughout, so that `CallPart<ConvLayer, Count>` is a `CallPart<unknown, unknown>`
 * and the engine can hold parts of all kinds in one list.
 */
export interface CallPart<Input = unknown, Answer = unknown> {
  readonly kind: "call";
  /** Unique within the question: "macs", "curve"; the question's own id when it has a single part. */
  readonly id: string;
  readonly points: string;
  readonly export: string;
  cases(random: Random): readonly Case<Input>[];
  /** Of parts that ask about the same inputs, so that what they consult is asked once. Left out: nobody shares them. */
  readonly drawnAs?: string;
  args(input: Input): readonly unknown[];
  /** The input that arguments stand for: needed of a function that later questions consult. */
  inputOf?(args: readonly unknown[]): Input;
  /** Calls to the student's own earlier functions that readings of this part want to know, by name. */
  consults?(input: Input): Readonly<Record<string, Call>>;
  /** Numbers that an answer may be made of besides the input's dimensions: entries that are not positive. */
  quantities?(input: Input): Readonly<Record<string, number>>;
  /** True where an error is as good as an answer (batch norm over one value per channel). */
  mayThrow?(input: Input): boolean;
  /** True where any answer, or none, is as good as another: where accepted counts lie on both sides of a ridge. */
  isFree?(input: Input): boolean;
  /**
   * False where an answer lacks what no way of counting can do without: what follows from a formula that nobody knows, or
   * from one that earned nothing, carries half there.
   *
   * @param finding what explained the answers, if anything
   */
  isPossible?(trial: Trial<Input, Answer>, finding?: FoundIds): boolean;
  /** The one number that a guess would go by, such as the ridge point: answers that change once along it are a guess. */
  guessedBy?(input: Input): number;
  read(value: Value): Read<Answer>;
  /**
   * What `read` refuses, or an error, where it may stand for "there is none". Looked at where answers cannot be judged as
   * they stand, and counts only if all of them are explained.
   */
  readNone?(outcome: Outcome): Answer | undefined;
  isSame(expected: Answer, came: Answer, input: Input): boolean;
  /**
   * Whether an answer to an input of another kind than its own cases may be what these options come to there, by the
   * choices that deviate: where a later question asks what its own cases could not tell apart.
   */
  mayMean?(picks: Readonly<Record<string, string>>, input: Input, answer: Answer): boolean;
  /** With a model: its options one by one, and the rules that no option can be. */
  readonly readings: readonly Reading<Input, Answer>[];
  /** Choices whose combinations are judged. */
  readonly model?: ChoiceModel<Input, Answer>;
}

/** A part judged by what the student wrote: present and real, or not. A person may still read it. */
export interface TextPart {
  readonly kind: "text";
  readonly id: string;
  readonly points: string;
  readonly readings: readonly {
    readonly id: string;
    readonly credit: string;
    accepts(text: string): boolean;
  }[];
}

export type Part = CallPart | TextPart;

/** Sentences about one reading: what the answer shows, and, for a wrong one, the next step. Never a hidden value. */
export interface ReadingSentences {
  readonly says: string;
  readonly hint?: string;
}

/**
 * Every sentence about one question that a student may read. `readings` is keyed by reading id; where two parts
 * use one id for different things, the key is "<part id>/<reading id>", which is looked up first.
 */
export interface Feedback {
  readonly title: string;
  /** What was asked, in one line; left out, the title says it. */
  readonly asked?: string;
  /** Shown when no reading explains the answers: where to look next. */
  readonly unexplained: string;
  /** By id, of parts that may be wrong where the others are right: said of them instead. */
  readonly parts?: Readonly<Record<string, { readonly unexplained: string }>>;
  /** What the function must return, in words, for answers of another form: "an object { macs, flops }". */
  readonly expected: string;
  /** Fields of an object that it must return: of those that come, only these are named back to the student. */
  readonly fields?: readonly string[];
  readonly readings: Readonly<Record<string, ReadingSentences>>;
}

/** A check a student can run: public numbers only, never those of a hidden case. */
export interface PublicCheck {
  readonly id: string;
  /** What it checks, for the student: "a 1×1 kernel on one pixel costs one MAC". */
  readonly says: string;
  /**
   * Functions of its own question, and others that it holds them against: where one of those is not there, not
   * answered or stops, the check stands aside.
   */
  readonly calls: readonly Call[];
  /** Functions of other questions that it looks at if they are there; their answers stand behind those of `calls`. */
  readonly besides?: readonly Call[];
  /** Of the question's own functions: what it refuses is told in its words. Left out: the documented form decides. */
  read?(value: Value): Read<unknown>;
  /**
   * Null when passed, else what was expected, in words.
   *
   * @param answers in the order of `calls` and `besides`
   * @param text what the student wrote about the question; "" for nothing
   */
  findMismatch(answers: readonly Value[], text: string): string | null;
}

export interface Question {
  /** The same noun names its folder, its anchor in reports and its key in scores. */
  readonly id: string;
  readonly points: string;
  /** Bonus points count on top of the maximum. */
  readonly isBonus?: true;
  readonly parts: readonly Part[];
  /** Its statement asks for words beside the answers, whatever these are; a part of kind "text" asks by itself. */
  readonly asksToExplain?: true;
  readonly feedback: Feedback;
  readonly publicChecks: readonly PublicCheck[];
  /** What the student's page draws of its functions, by name; left out where that is nothing. */
  readonly shows?: Shows;
  /** Ids of the earlier questions whose functions its parts consult, in their order; left out where there are none. */
  readonly buildsOn?: readonly string[];
  /** Ids of further earlier questions whose findings its readings look at, without asking their functions anything. */
  readonly looksAt?: readonly string[];
}
