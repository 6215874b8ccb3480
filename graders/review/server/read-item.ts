/** From a form to a rubric item that a person adds. Pure. */
import type { Assignment } from "../../contract/assignment";
import { UsageError } from "../../contract/faults";
import { addPoints } from "../../contract/points";
import type { ReviewItem } from "../../contract/review-items";
import { summarise } from "../../contract/summarise";

const longestText = 1000;

/** @throws UsageError in words for the person who typed it */
export function readItem(form: URLSearchParams, { questions }: Assignment): ReviewItem {
  const question = questions.find(({ id }) => id === form.get("question"));
  if (question === undefined) throw new UsageError("expected a question of this class; read the page again");
  const text = (form.get("text") ?? "").replace(/\s+/g, " ").trim();
  if (text === "" || text.length > longestText)
    throw new UsageError(`a new item: expected words for the student, at most ${longestText} characters`);
  const part = form.get("part") ?? "";
  if (part !== "" && !question.parts.some(({ id }) => id === part))
    throw new UsageError(`${question.id} has no part ${summarise(part)}; read the page again`);
  const credit = readCredit(form.get("credit") ?? "");
  return { question: question.id, ...(part === "" ? {} : { part }), text, credit };
}

/** A share of the points, "0.5", or "50 %". */
function readCredit(typed: string): string {
  const [, number = "", percent] = /^(\d{1,3}(?:[.,]\d{1,4})?)\s*(%?)$/.exec(typed.trim()) ?? [];
  const value = percent === "%" ? Number(number.replace(",", ".")) / 100 : Number(number.replace(",", "."));
  if (number === "" || value > 1)
    throw new UsageError(
      `a new item: expected the share of the points that it leaves, like 0.5 or 50 %, got ${summarise(typed)}`,
    );
  return addPoints([value.toFixed(4)]);
}
