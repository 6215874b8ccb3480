/** Assignments in another language. Pure. */
import type { Assignment } from "../contract/assignment";
import type { Feedback, ReadingSentences } from "../contract/question";
import type { Translator } from "../contract/translator";

/** The assignment with its titles and feedback in another language; what judges is untouched. */
export function translateAssignment(assignment: Assignment, { language, translate }: Translator): Assignment {
  if (language === "en") return assignment;
  return {
    ...assignment,
    title: translate(assignment.title),
    questions: assignment.questions.map((question) => ({
      ...question,
      feedback: translateFeedback(question.feedback, translate),
    })),
  };
}

function translateFeedback(feedback: Feedback, translate: Translator["translate"]): Feedback {
  const readings = Object.entries(feedback.readings).map(
    ([id, { says, hint }]): [string, ReadingSentences] => [
      id,
      { says: translate(says), ...(hint === undefined ? {} : { hint: translate(hint) }) },
    ],
  );
  return {
    title: translate(feedback.title),
    ...(feedback.asked === undefined ? {} : { asked: translate(feedback.asked) }),
    expected: translate(feedback.expected),
    unexplained: translate(feedback.unexplained),
    ...(feedback.parts === undefined ? {} : { parts: translateParts(feedback.parts, translate) }),
    ...(feedback.fields === undefined ? {} : { fields: feedback.fields }),
    readings: Object.fromEntries(readings),
  };
}

function translateParts(
  parts: NonNullable<Feedback["parts"]>,
  translate: Translator["translate"],
): NonNullable<Feedback["parts"]> {
  return Object.fromEntries(
    Object.entries(parts).map(([id, { unexplained }]) => [id, { unexplained: translate(unexplained) }]),
  );
}
