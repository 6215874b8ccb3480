/** The questions as one Markdown document. Pure. */

import { addPoints } from "../../contract/points";
import type { Translator } from "../../contract/translator";
import { translateMarkdown } from "../../wording/markdown-blocks";
import type { PublicAssignment, PublicQuestion } from "../public/public-assignment";

export interface AssignmentTexts {
  /** What stands before the first question. */
  readonly introduction: string;
  /** Text of each question's statement.md, by question id. */
  readonly statements: ReadonlyMap<string, string>;
}

/** Sentences about numbers and points, in English. */
export const assignmentSentences = {
  task: "Task {task}: {title}",
  onePoint: "1 point",
  points: "{n} points",
  bonus: "bonus of {n} points",
  total: "{n} points in all.",
  totalWithBonus: "{n} points in all, and {nBonus} more as a bonus.",
} as const;

export function writeAssignment(
  assignment: PublicAssignment,
  { introduction, statements }: AssignmentTexts,
  translator: Translator,
): string {
  const sections = assignment.questions.map((question) => {
    const body = writeStatement(statements.get(question.id) ?? "", translator);
    return `## ${writeHeading(question, assignment.tasks, translator)}\n\n${body}`;
  });
  const opening = `# ${translator.translate(assignment.title)}\n\n${writeOpening(assignment, introduction, translator)}`;
  return `${[opening, ...sections].join("\n\n")}\n`;
}

/** What stands before the first question, and what all of them are worth. */
export function writeOpening(
  { questions }: PublicAssignment,
  introduction: string,
  translator: Translator,
): string {
  const [n, nBonus] = [false, true].map((isBonus) =>
    addPoints(questions.filter((one) => one.isBonus === isBonus).map(({ points }) => points)),
  ) as [string, string];
  const total =
    nBonus === "0"
      ? translator.translate(assignmentSentences.total, { n })
      : translator.translate(assignmentSentences.totalWithBonus, { n, nBonus });
  return `${translateMarkdown(introduction, translator).trim()}\n\n${total}`;
}

/**
 * "Task 2a: Padding of a convolution (`padding`, 1 point)"
 *
 * @param tasks number in the course's own assignment by question id
 */
export function writeHeading(
  question: PublicQuestion,
  tasks: PublicAssignment["tasks"],
  { translate }: Translator,
): string {
  const task = tasks?.[question.id];
  const title = translate(question.title);
  const named = task === undefined ? title : translate(assignmentSentences.task, { task, title });
  return `${named} (\`${question.id}\`, ${writePoints(question, translate)})`;
}

/** "2 points", "bonus of 2 points" */
function writePoints({ points, isBonus }: PublicQuestion, translate: Translator["translate"]): string {
  if (isBonus) return translate(assignmentSentences.bonus, { n: points });
  return points === "1"
    ? translate(assignmentSentences.onePoint)
    : translate(assignmentSentences.points, { n: points });
}

/** A statement without its heading. */
export function writeStatement(statement: string, translator: Translator): string {
  return translateMarkdown(statement.replace(/^\s*# .*\n+/, ""), translator).trim();
}
