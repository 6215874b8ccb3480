/** A question's result in a few plain sentences, for score documents and exports. Pure. */
import { isRealExplanation } from "../contract/explanation";
import type { Question } from "../contract/question";
import type { RecordedQuestion } from "../contract/record";
import type { FindingSentences, Sentences } from "../wording/sentences-shape";
import { describeParts } from "./part-words";

/** Why a person will look, as far as its student knows it. */
export function chooseNote(
  recorded: { readonly explanation: string },
  { person, look }: FindingSentences,
): string {
  return isRealExplanation(recorded.explanation) ? person : look;
}

/** Safe for students: no hidden case, no expected answer, no text that their code wrote while it ran. */
export function writeMessage(
  recorded: RecordedQuestion,
  question: Question | undefined,
  { findings }: Sentences,
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
