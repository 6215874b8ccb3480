/** The questions as one Markdown document. Pure. */

import type { Translator } from "../../contract/translator";
import { translateMarkdown } from "../../wording/markdown-blocks";
import type { PublicAssignment, PublicQuestion } from "../public/public-assignment";

export interface AssignmentTexts {
  /** What stands before the first question. */
  readonly introduction: string;
  /** Text of each question's statement.md, by question id. */
  readonly statements: ReadonlyMap<string, string>;
}

export function writeAssignment(
  { title, questions }: PublicAssignment,
  { introduction, statements }: AssignmentTexts,
  translator: Translator,
): string {
  const sections = questions.map((question) => {
    const body = writeStatement(statements.get(question.id) ?? "", translator);
    return `## ${writeHeading(question, translator)}\n\n${body}`;
  });
  const opening = `# ${translator.translate(title)}\n\n${translateMarkdown(introduction, translator).trim()}`;
  return `${[opening, ...sections].join("\n\n")}\n`;
}

/** "Padding of a convolution (`padding`, 1 point)" */
export function writeHeading(question: PublicQuestion, { translate }: Translator): string {
  return `${translate(question.title)} (\`${question.id}\`, ${writePoints(question, translate)})`;
}

/** "2 points", "bonus of 2 points" */
function writePoints({ points, isBonus }: PublicQuestion, translate: Translator["translate"]): string {
  if (isBonus) return translate("bonus of {n} points", { n: points });
  return points === "1" ? translate("1 point") : translate("{n} points", { n: points });
}

/** A statement without its heading. */
export function writeStatement(statement: string, translator: Translator): string {
  return translateMarkdown(statement.replace(/^\s*# .*\n+/, ""), translator).trim();
}
