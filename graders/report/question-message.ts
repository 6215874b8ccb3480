/** A question's result in a few plain sentences, for score documents and exports. Pure. */

import { isRealExplanation } from "../contract/explanation";
import type { QuestionMark } from "../contract/hand-mark";
import { comparePoints, formatPoints } from "../contract/points";
import type { Question } from "../contract/question";
import type { QuestionWeight } from "../contract/question-weight";
import type { RecordedQuestion } from "../contract/record";
import { hasPoints } from "../contract/recorded-question";
import type { FindingSentences, Sentences } from "../wording/sentences-shape";
import { describeParts } from "./part-words";

/** Why a person will look, as far as its student knows it. */
export function chooseNote(
  recorded: { readonly explanation: string },
  { person, look }: FindingSentences,
): string {
  return isRealExplanation(recorded.explanation) ? person : look;
}

/** What a person decided here; whether it counts is said with it. Their own words are not in it. */
export function describeMark(
  recorded: RecordedQuestion,
  { automatic, outdated }: QuestionMark,
  { decided }: FindingSentences,
): string {
  if (outdated !== undefined) return decided.outdated[outdated];
  if (automatic === undefined || !hasPoints(recorded)) return decided.points;
  return comparePoints(automatic, recorded.points) === 0
    ? decided.asJudged
    : decided.instead(formatPoints(automatic));
}

/** What people decided about a question, for this student or for all. */
interface Laid {
  readonly mark?: QuestionMark | undefined;
  readonly weight?: QuestionWeight | undefined;
}

/** Safe for students: no hidden case, no expected answer, no text that their code wrote while it ran. */
export function writeMessage(
  recorded: RecordedQuestion,
  question: Question | undefined,
  { findings }: Sentences,
  { mark, weight }: Laid = {},
): string {
  return [
    ...(weight === undefined ? [] : [findings.weighed(weight)]),
    writeJudged(recorded, question, findings),
    ...(mark === undefined ? [] : [describeMark(recorded, mark, findings), ...mark.comments]),
  ]
    .filter((text) => text !== "")
    .join(" ");
}

function writeJudged(
  recorded: RecordedQuestion,
  question: Question | undefined,
  findings: FindingSentences,
): string {
  switch (recorded.status) {
    case "ungradable":
      return findings.ungradable;
    case "not_graded":
      return findings.heldBack;
    case "graded":
    case "pending_manual": {
      const described = describeParts(recorded.parts, question, findings);
      const parts = described.map(({ verdicts, says, hint }) => {
        const words = [...says, ...(hint === null ? [] : [hint])].join(" ");
        return described.length > 1 ? `${verdicts[0]?.id}: ${words}` : words;
      });
      return [
        ...parts,
        ...(recorded.status === "pending_manual" ? [chooseNote(recorded, findings)] : []),
      ].join(" ");
    }
  }
}
