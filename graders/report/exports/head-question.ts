/** A question's column in a table: its id, and why it counts otherwise, where it does. Pure. */
import type { ScoreDocument } from "../../records/scores-document";

export function headQuestion(id: string, { assignment }: Pick<ScoreDocument, "assignment">): string {
  const weight = assignment.weights?.find(({ question }) => question === id);
  if (weight === undefined) return id;
  return `${id} (${weight.factor === "0" ? "does not count" : `counts ${weight.factor} times`}: ${weight.why})`;
}
