/**
 * The public half of an assignment: all that a student may know of it before the deadline. It is plain data but for
 * the public checks, it travels in the student package, and nothing hidden can be derived from it.
 */
import type { PublicCheck } from "../../contract/question";
import type { Shows } from "../../contract/shown";
import type { Form } from "./form";

/** An exported function that a question asks for, as its statement writes it. */
export interface Signature {
  readonly name: string;
  /** "layer: ConvLayer" */
  readonly parameters: string;
  /** "{ macs: number; flops: number }"; "object" where the statement describes it in words alone. */
  readonly returns: string;
  readonly form: Form;
}

export interface PublicQuestion {
  readonly id: string;
  readonly points: string;
  readonly isBonus: boolean;
  readonly title: string;
  /** What it is called in other languages. */
  readonly otherTitles?: readonly string[];
  /** What the functions return, in words. */
  readonly expected: string;
  readonly signatures: readonly Signature[];
  /** True where its statement asks for an explanation in any case. */
  readonly asksForText: boolean;
  readonly checks: readonly PublicCheck[];
  /** What the page of results draws of its functions; left out where that is nothing. */
  readonly shows?: Shows;
}

export interface PublicAssignment {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly PublicQuestion[];
  /** Number in the course's own assignment by question id. */
  readonly tasks?: Readonly<Record<string, string>>;
}
