/**
 * Explanations in texts that nobody calls so: a README with a heading for each question, or a file that has a question's
 * name. Known by what names a question, once the questions are known. Pure; linear in the texts.
 */
import type { Submission, TextFile } from "../contract/submission";
import { lowerHeadings, splitSections } from "./answer-sections";
import { digestMore } from "./content-digest";
import { escapeName } from "./file-name";
import { nameOf } from "./file-tree";
import { createHeadingReader, type NamedQuestion, type ReadHeading } from "./heading-names";
import type { QuestionNames } from "./question-names";
import { remark } from "./remarks";

/** The same hand-in, with what its documents say about questions among its explanations. */
export function takeDocuments(submission: Submission, questions: readonly QuestionNames[]): Submission {
  const { documents = [], ...handedIn } = submission;
  if (documents.length === 0) return submission;
  const readHeading = createHeadingReader(questions);
  const taken = documents
    .map((one) => ({ path: one.path, text: readSections(one, readHeading) }))
    .filter(({ text }) => text !== "");
  if (taken.length === 0) return handedIn;
  const { answersMarkdown = "", remarks = [], leftAside = [] } = handedIn;
  const names = new Set(taken.map(({ path }) => escapeName(path)));
  const others = leftAside.filter(({ name }) => !names.has(name));
  const { leftAside: _, ...rest } = handedIn;
  return {
    ...rest,
    contentDigest: digestMore(handedIn.contentDigest, taken),
    answersMarkdown: [answersMarkdown, ...taken.map(({ text }) => text)]
      .filter((one) => one !== "")
      .join("\n\n"),
    remarks: [...remarks, ...taken.map(({ path }) => remark.answersName(path))],
    ...(others.length === 0 ? {} : { leftAside: others }),
  };
}

/** Below the ids of questions; "" where none is named as a heading of explanations names it. */
function readSections({ path, text }: TextFile, readHeading: ReadHeading): string {
  const named = readHeading(nameOf(path).replace(/\..*$/, "").replace(/_/g, " "));
  const own = isNamed(named) ? named.id : null;
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

/** By a name alone: among other words it may as well be a word about anything. */
function isNamed(found: NamedQuestion): found is Extract<NamedQuestion, { readonly kind: "question" }> {
  return found.kind === "question" && !found.isLoose;
}
