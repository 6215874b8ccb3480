/** Reads a submission without running it: the names that it declares, and what is written beside the numbers. Pure. */
import type { Submission } from "../../contract/submission";
import type { Value } from "../../contract/value";
import { collectExplanations } from "../../intake/explanations";
import { listWrittenNames } from "../../intake/missing-export";
import { nameQuestions, type QuestionNames } from "../../intake/question-names";
import type { PublicAssignment } from "../public/public-assignment";

/** What can be read off a submission before it has run. */
export interface Written {
  readonly names: ReturnType<typeof listWrittenNames>;
  /** By question id. */
  readonly texts: ReadonlyMap<string, string>;
  /** With those that it exports. */
  collectTexts(exported: Value): ReadonlyMap<string, string>;
}

export function readWritten(submission: Submission, assignment: PublicAssignment): Written {
  const questions = nameAsked(assignment);
  const collect = (exported: Value) => collectTexts(submission, exported, questions);
  return {
    names: listWrittenNames(submission.files.map((file) => file.text)),
    texts: collect(undefined),
    collectTexts: collect,
  };
}

/** As headings may name them. */
export function nameAsked({ questions, tasks }: PublicAssignment): readonly QuestionNames[] {
  const parts = questions.map((one) => ({ ...one, exports: one.signatures.map(({ name }) => name) }));
  return nameQuestions(parts, tasks);
}

/** What the student wrote, by question id, without texts that only hold the place of one. */
function collectTexts(
  { answersMarkdown, files }: Submission,
  exported: Value,
  questions: readonly QuestionNames[],
): ReadonlyMap<string, string> {
  const { byQuestion } = collectExplanations({
    exported,
    texts: answersMarkdown === undefined ? [] : [answersMarkdown],
    sources: files.map((file) => file.text),
    questions,
  });
  return new Map([...byQuestion].filter(([, text]) => !/^\W*your answer here\W*$/i.test(text.slice(0, 200))));
}
