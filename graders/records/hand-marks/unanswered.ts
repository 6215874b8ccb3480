/** Which requests for another look nobody has answered. Pure. */
import type { Appeal } from "../../contract/appeal";
import type { StandingMarks } from "./standing";

/** A mark that stands and was given after the request answers it, whatever it gives; taken back, it does so no more. */
export function listUnanswered(appeals: readonly Appeal[], standing: StandingMarks): readonly Appeal[] {
  return appeals.filter(({ submission, question, at }) => {
    const marks = standing.get(submission)?.get(question) ?? [];
    return !marks.some((mark) => mark.at > at);
  });
}
