/** What a release check is given besides the assignment: samples, the bundled class's reference points, statements. */
import type { Question } from "../contract/question";

/** Exported functions of a sample, called in this process: samples are our own code. */
export type Implementation = Readonly<Record<string, unknown>>;

/** Somebody's work on the whole assignment, or on some of it. */
export interface Solution {
  /** For messages: "sample-full-marks", "padding/0.5/total-padding". */
  readonly name: string;
  readonly implementation: Implementation;
  readonly explanations: Readonly<Record<string, string>>;
  /** Where the pipe finds it: a file, or a submission's folder. */
  readonly path: string;
}

/** A sample submission for one question, filed under the points it must get. */
export interface Sample extends Solution {
  readonly points: string;
}

export interface QuestionMaterial {
  /** Text of `statement.md`; undefined when there is none. */
  readonly statement: string | undefined;
  readonly samples: readonly Sample[];
}

export interface Material {
  /** The reference's own answers: right by definition, if the readers and readings are. */
  readonly reference: Solution;
  /** Everything right, by the commonest conventions. */
  readonly fullMarks: Solution;
  /** Nothing answered yet. */
  readonly starter: Solution;
  /** Other whole submissions, whose answers later questions may have to carry forward. */
  readonly others: readonly Solution[];
  readonly questions: ReadonlyMap<string, QuestionMaterial>;
}

/** What there is for a question; nothing, for one without a folder. */
export function getMaterial(material: Material, question: Question): QuestionMaterial {
  return material.questions.get(question.id) ?? { statement: undefined, samples: [] };
}
