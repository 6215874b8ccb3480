/** The assignment that Ridgepoint grades: the questions of the catalogue, each loaded from the folder named like it. */
import type { Assignment } from "../contract/assignment";
import { GraderFault } from "../contract/faults";
import type { Question } from "../contract/question";
import { questionIds } from "./catalogue";
import { tasks } from "./tasks";

/** @throws GraderFault when a folder of the catalogue does not hold the question it is named for */
function loadQuestion(id: string): Question {
  const { question }: { readonly question?: Question } = require(`./${id}/question`);
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
  tasks,
};
