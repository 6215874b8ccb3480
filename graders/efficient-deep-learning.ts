/** The assignment that Ridgepoint grades: the questions of the catalogue, each loaded from the folder named like it. */
import type { Assignment } from "./assignment";
import { questionIds } from "./catalogue";
import { GraderFault, type Question } from "./contract";

/** @throws GraderFault when a folder of the catalogue does not hold the question it is named for */
function loadQuestion(id: string): Question {
  const { question }: { readonly question?: Question } = require(`./questions/${id}/question`);
  if (question?.id !== id) {
    throw new GraderFault(
      `graders/questions/${id}/question.ts: expected it to export the question "${id}", got ${question?.id}`,
    );
  }
  return question;
}

export const assignment: Assignment = {
  id: "efficient-deep-learning",
  title: "The cost of neural networks",
  questions: questionIds.map(loadQuestion),
};
