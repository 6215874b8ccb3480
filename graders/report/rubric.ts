/** The rubric as staff read it, in Markdown: every choice of every part, what its options earn and where they are known from. */

import type { ChoiceModel, Picks } from "../contract/choice";
import { findSentences } from "../contract/find-sentences";
import type { CallPart, Part, Question, Reading } from "../contract/question";

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

function writePart(question: Question, part: Part): string {
  const heading = `### ${part.id} (${part.points})`;
  const tables =
    part.kind === "call" && part.model !== undefined
      ? writeChoices(question, part, part.model)
      : [writeTable(question, part.id, "reading", listRows(part))];
  return [heading, ...tables].join("\n\n");
}

/** Credits of options multiply; at most two below 1 together. */
function writeChoices(question: Question, part: CallPart, model: ChoiceModel): readonly string[] {
  const rows = new Map(listRows(part).map((row) => [row.id, row]));
  const pick = (ids: readonly string[]): readonly Row[] => ids.flatMap((id) => rows.get(id) ?? []);
  const choices = Object.entries(model.choices).flatMap(([choice, [reference, ...others]]) =>
    others.length === 0
      ? []
      : [writeTable(question, part.id, `${choice}: ${reference.id}, or`, pick(others.map(({ id }) => id)))],
  );
  const options = new Set(Object.values(model.choices).flatMap((all) => all.map(({ id }) => id)));
  const rest = pick([...rows.keys()].filter((id) => !options.has(id) && id !== model.referenceId));
  return [
    writeTable(question, part.id, "all first options", pick([model.referenceId])),
    ...choices,
    ...(rest.length > 0 ? [writeTable(question, part.id, "otherwise", rest)] : []),
    ...writeRemarks(
      "Together",
      model.exceptions,
      ({ when, credit, because }) => `${writePicks(when)} earn ${credit}: ${because}`,
    ),
    ...writeRemarks(
      "Not told from better ones",
      model.collisions,
      ({ answered, because }) => `${writePicks(answered)}: ${because}`,
    ),
  ];
}

function writePicks(picks: Picks): string {
  return Object.values(picks).join(" + ");
}

function writeRemarks<T>(title: string, items: readonly T[], write: (item: T) => string): readonly string[] {
  return items.length === 0 ? [] : [[`${title}:`, "", ...items.map((item) => `- ${write(item)}`)].join("\n")];
}

function writeTable({ feedback }: Question, partId: string, first: string, rows: readonly Row[]): string {
  const cells = rows.map(({ id, kind, credit, source }) => {
    const says = findSentences(feedback, partId, id)?.says ?? "";
    return writeRow([id, kind, credit, says, source ?? ""]);
  });
  const columns = [first, "kind", "credit", "what a student reads", "known from"];
  return [writeRow(columns), writeRow(["---", "---", "---:", "---", "---"]), ...cells].join("\n");
}

function listRows(part: Part): readonly Row[] {
  return part.kind === "call" ? part.readings : part.readings.map((one) => ({ ...one, kind: "text" }));
}

function writeRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
