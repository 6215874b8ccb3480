/** What a release check can find: one problem, named by where it is. */

export type CheckName =
  | "declarations"
  | "sentences"
  | "hidden values"
  | "marks"
  | "separation"
  | "recognition"
  | "pipe";

export interface Problem {
  readonly check: CheckName;
  /** "padding", or "standard-conv/macs" for a part. */
  readonly place: string;
  /** Names the readings, samples, seeds or texts it is about. */
  readonly says: string;
}

/** The question alone where its only part is named like it, else "question/part". */
export function namePlace(questionId: string, partId: string): string {
  return questionId === partId ? questionId : `${questionId}/${partId}`;
}

export function nameReading(question: string, part: string, reading: string): string {
  return `${question}/${part}/${reading}`;
}
