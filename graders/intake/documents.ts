/**
 * Explanations in texts that nobody calls so: a README with a heading for each question, or a file that has a question's
 * name. Known by what names a question. Pure; linear in the texts.
 */
import type { TextFile } from "../contract/submission";
import { lowerHeadings, splitSections } from "./answer-sections";
import { createHeadingReader, type NamedQuestion, type ReadHeading } from "./heading-names";
import type { QuestionNames } from "./question-names";

/** Of each that says something about a question that part, as answers.md would hold it. */
export function takeDocuments(
  documents: readonly TextFile[],
  questions: readonly QuestionNames[],
): readonly TextFile[] {
  if (documents.length === 0) return [];
  const readHeading = createHeadingReader(questions);
  return documents
    .map(({ path, text }) => ({ path, text: readSections({ path, text }, readHeading) }))
    .filter(({ text }) => text !== "");
}

/** Below the ids of questions; "" where none is named as a heading of explanations names it. */
function readSections({ path, text }: TextFile, readHeading: ReadHeading): string {
  const own = readPath(path, readHeading);
  let isAny = own !== null;
  const sections = splitSections(text, (heading) => {
    const found = readHeading(heading);
    isAny ||= isNamed(found);
    return found;
  });
  if (!isAny) return "";
  return sections
    .map((one) => ({ ...one, question: one.question ?? own }))
    .filter(({ question, text }) => question !== null && text !== "")
    .map(({ question, text }) => `## ${question}\n\n${lowerHeadings(text)}\n`)
    .join("\n");
}

/** The question of a file, or of the folder that it lies in. */
function readPath(path: string, readHeading: ReadHeading): string | null {
  const names = path.split("/").slice(-2).reverse();
  const named = names.map((name) => readHeading(name.replace(/(?<=.)\..*$/, "").replace(/_/g, " ")));
  return named.find(isNamed)?.id ?? null;
}

/** By a name alone: among other words it may as well be a word about anything. */
function isNamed(found: NamedQuestion): found is Extract<NamedQuestion, { readonly kind: "question" }> {
  return found.kind === "question" && !found.isLoose;
}
