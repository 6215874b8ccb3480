/** What cost a student most, each with its next step. Pure. */
import { comparePoints, shortenPoints } from "../contract/points";
import type { Sentences } from "../wording/sentences-shape";
import type { Sentence } from "./leaves";
import type { QuestionView } from "./question-view";

export interface PriorityView {
  readonly id: string;
  readonly task: string | null;
  readonly title: string;
  readonly lost: string;
  readonly says: readonly Sentence[];
  readonly next: Sentence | null;
}

const most = 3;
/** The section of the question says the rest. */
const mostSentences = 2;

/** The largest losses first, of equal ones the earlier question. A bonus that was not earned costs nothing. */
export function viewPriorities(
  questions: readonly QuestionView[],
  { points: words }: Sentences,
): readonly PriorityView[] {
  return questions
    .filter((one) => !one.isBonus && comparePoints(one.lostPoints, "0") > 0)
    .sort((a, b) => comparePoints(b.lostPoints, a.lostPoints))
    .slice(0, most)
    .map(({ id, task, title, lostPoints, maxPoints, parts }) => {
      const [worst] = [...parts].sort((a, b) => comparePoints(b.lostPoints, a.lostPoints));
      return {
        id,
        task,
        title,
        lost: words.lost(shortenPoints(lostPoints), maxPoints),
        says: worst?.says.slice(0, mostSentences) ?? [],
        next: worst?.hint ?? null,
      };
    });
}
