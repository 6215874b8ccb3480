/** The rubric as staff read it, in Markdown: every reading of every part, what it earns and where it is known from. */

import { findSentences } from "../contract/find-sentences";
import type { Part, Question, Reading } from "../contract/question";

type Row = Pick<Reading<unknown, unknown>, "id" | "credit" | "source"> & { readonly kind: string };

/** Gives away what is accepted and what a slip earns: not for students. */
export function writeRubric(questions: readonly Question[]): string {
  return `${questions.map(writeQuestion).join("\n\n")}\n`;
}

function writeQuestion(question: Question): string {
  const { id, points, isBonus, feedback, parts } = question;
  const heading = `## ${id}: ${feedback.title} (${points} points${isBonus === true ? ", bonus" : ""})`;
  return [heading, ...parts.map((part) => writePart(question, part))].join("\n\n");
}

function writePart({ feedback }: Question, part: Part): string {
  const heading = `### ${part.id} (${part.points})`;
  const rows = listRows(part).map(({ id, kind, credit, source }) => {
    const says = findSentences(feedback, part.id, id)?.says ?? "";
    return writeRow([id, kind, credit, says, source ?? ""]);
  });
  const columns = ["reading", "kind", "credit", "what a student reads", "known from"];
  return [heading, "", writeRow(columns), writeRow(["---", "---", "---:", "---", "---"]), ...rows].join("\n");
}

function listRows(part: Part): readonly Row[] {
  return part.kind === "call" ? part.readings : part.readings.map((one) => ({ ...one, kind: "text" }));
}

function writeRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
