/** Every sentence about single questions that a report can say, in English. They never travel in the student package. */
import type { Assignment } from "../contract/assignment";

export function listFeedbackSentences({ questions }: Assignment): readonly string[] {
  const sentences = questions.flatMap(({ feedback }) => [
    feedback.unexplained,
    ...Object.values(feedback.parts ?? {}).map(({ unexplained }) => unexplained),
    ...(feedback.asked === undefined ? [] : [feedback.asked]),
    ...Object.values(feedback.readings).flatMap(({ says, hint }) => [
      says,
      ...(hint === undefined ? [] : [hint]),
    ]),
  ]);
  return [...new Set(sentences)];
}
