/**
 * The assignment as a notebook: how to run it, then for each question its statement, a cell to answer in, one that runs
 * the public checks, and one to explain in. Pure.
 */
import type { Translator } from "../../contract/translator";
import { scratchTag } from "../../intake/notebook/export-notebook";
import { type Cell, writeNotebook } from "../../intake/notebook/notebook";
import { translateMarkdown } from "../../wording/markdown-blocks";
import type { PublicAssignment, PublicQuestion, Signature } from "../public/public-assignment";
import { writeLiteral } from "../public/write-literal";
import { type AssignmentTexts, writeHeading, writeOpening, writeStatement } from "./assignment-text";
import { notAnsweredYet, starterSentences, writeStubs } from "./starter";

/** Sentences of the notebook, in English. */
export const notebookSentences = {
  explanation: "your explanation",
} as const;

export interface NotebookTexts extends AssignmentTexts {
  /** How to run a notebook of TypeScript; Markdown. */
  readonly instructions: string;
}

const checkProgram = "./selfcheck/notebook.mjs";

/** @param types text of `types.ts`, which a notebook carries in a cell of its own */
export function writeHandoutNotebook(
  assignment: PublicAssignment,
  texts: NotebookTexts,
  types: string,
  translator: Translator,
): string {
  const { translate } = translator;
  const scratch = { tags: [scratchTag] };
  const opening: readonly Cell[] = [
    {
      id: "title",
      kind: "markdown",
      source: `# ${translate(assignment.title)}\n\n${writeOpening(assignment, texts.introduction, translator)}`,
      ...scratch,
    },
    {
      id: "how-to-run",
      kind: "markdown",
      source: translateMarkdown(texts.instructions, translator).trim(),
      ...scratch,
    },
    { id: "types", kind: "code", source: types.trim() },
    {
      id: "name",
      kind: "code",
      source: `// ${translate(starterSentences.name)}\nexport const name = "";\n\n${notAnsweredYet}`,
    },
  ];
  const cells = assignment.questions.flatMap((question) => {
    const heading = writeHeading(question, assignment.tasks, translator);
    return writeCells(question, heading, texts, translator);
  });
  return writeNotebook([...opening, ...cells]);
}

function writeCells(
  question: PublicQuestion,
  heading: string,
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
      source: `## ${heading}\n\n${statement}`,
      isCopied: true,
    },
    { id: `${id}-answer`, kind: "code", source: writeStubs(question, translator) },
    { id: `${id}-check`, kind: "code", source: writeCheck(question), tags: [scratchTag] },
    ...question.signatures.flatMap((signature) => writeChart(question, signature)),
    { id: `${id}-explanation`, kind: "markdown", source: `### \`${id}\`: ${explanation}\n` },
  ];
}

/** With the question's own functions, and the earlier ones that its checks hold them against. */
function writeCheck({ id, signatures, checks }: PublicQuestion): string {
  const calls = checks.flatMap((check) => [...check.calls, ...(check.besides ?? [])]);
  const names = new Set([...signatures.map(({ name }) => name), ...calls.map((call) => call.export)]);
  return [
    `import { check } from "${checkProgram}";`,
    `await check("${id}", { ${[...names].join(", ")} });`,
  ].join("\n");
}

/** What a statement describes in words alone is a chart: shown with the inputs of its first public check. */
function writeChart({ id, checks }: PublicQuestion, { name, returns }: Signature): readonly Cell[] {
  const [call] = checks.flatMap(({ calls }) => calls).filter((one) => one.export === name);
  if (returns !== "object" || call === undefined) return [];
  const source = [
    `import { show } from "${checkProgram}";`,
    `show(${name}(${call.args.map(writeLiteral).join(", ")}));`,
  ].join("\n");
  return [{ id: `${id}-chart`, kind: "code", source, tags: [scratchTag] }];
}
