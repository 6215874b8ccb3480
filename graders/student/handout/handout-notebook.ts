/** The assignment as a notebook: for each question its statement, a cell to answer in, and a cell to explain in. Pure. */

import type { Translator } from "../../contract/translator";
import { type Cell, writeNotebook } from "../../intake/notebook/notebook";
import type { PublicAssignment, PublicQuestion } from "../public/public-assignment";
import { type AssignmentTexts, writeHeading, writeStatement } from "./assignment-text";
import { notAnsweredYet, starterSentences, writeStubs } from "./starter";

/** Sentences of the notebook, in English. */
export const notebookSentences = {
  explanation: "your explanation",
  scratch: "A cell with the tag `scratch` stays out of your submission.",
} as const;

/** @param types text of `types.ts`, which a notebook carries in a cell of its own */
export function writeHandoutNotebook(
  assignment: PublicAssignment,
  texts: AssignmentTexts,
  types: string,
  translator: Translator,
): string {
  const { translate } = translator;
  const opening: readonly Cell[] = [
    {
      id: "title",
      kind: "markdown",
      source: `# ${translate(assignment.title)}\n\n${translate(notebookSentences.scratch)}`,
    },
    { id: "types", kind: "code", source: types.trim() },
    {
      id: "name",
      kind: "code",
      source: `// ${translate(starterSentences.name)}\nexport const name = "";\n\n${notAnsweredYet}`,
    },
  ];
  const cells = assignment.questions.flatMap((question) => writeCells(question, texts, translator));
  return writeNotebook([...opening, ...cells]);
}

function writeCells(
  question: PublicQuestion,
  { statements }: AssignmentTexts,
  translator: Translator,
): readonly Cell[] {
  const { id } = question;
  const statement = writeStatement(statements.get(id) ?? "", translator);
  const explanation = translator.translate(notebookSentences.explanation);
  return [
    {
      id: `${id}-question`,
      kind: "markdown",
      source: `## ${writeHeading(question, translator)}\n\n${statement}`,
    },
    { id: `${id}-answer`, kind: "code", source: writeStubs(question, translator) },
    { id: `${id}-explanation`, kind: "markdown", source: `### \`${id}\`: ${explanation}\n` },
  ];
}
