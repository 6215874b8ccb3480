/** What a recorded question has, by its status. */
import type { RecordedQuestion } from "./record";
import type { PartVerdict } from "./verdict";

type JudgedQuestion = Extract<RecordedQuestion, { status: "graded" | "pending_manual" }>;

/** Its answers were looked at. */
export function isJudged<Question extends RecordedQuestion>(
  question: Question,
): question is Extract<Question, JudgedQuestion> {
  switch (question.status) {
    case "graded":
    case "pending_manual":
      return true;
    case "ungradable":
    case "not_graded":
      return false;
  }
}

/** Also the 0 of what could not be run, which stands until a person has looked. */
export function hasPoints<Question extends RecordedQuestion>(
  question: Question,
): question is Exclude<Question, { status: "not_graded" }> {
  return question.status !== "not_graded";
}

/** None where nothing was judged. */
export function listPartVerdicts(question: RecordedQuestion): readonly PartVerdict[] {
  return isJudged(question) ? question.parts : [];
}
