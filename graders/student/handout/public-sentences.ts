/** Every sentence that the student package can say, in English: its programs, and the texts that lie beside them. */
import type { PublicCheck } from "../../contract/question";
import { figureLabels, figureTemplates } from "../../wording/figure-templates";
import { listMarkdownSentences } from "../../wording/markdown-blocks";
import { translatedTemplates } from "../../wording/messages";
import { sentences } from "../../wording/selfcheck-sentences";
import type { PublicAssignment } from "../public/public-assignment";
import { assignmentSentences } from "./assignment-text";
import { notebookSentences } from "./handout-notebook";
import { startSentences } from "./start-program";
import { starterSentences } from "./starter";
import { listTypeSentences } from "./student-types";

export interface PublicTexts {
  readonly readme: string;
  readonly introduction: string;
  readonly instructions: string;
  /** TypeScript for people who know another language. */
  readonly primer: string;
  /** How to measure the real model. */
  readonly profiling: string;
  /** TypeScript with comments. */
  readonly types: string;
  /** By question id; their headings are not used, the questions' titles are. */
  readonly statements: ReadonlyMap<string, string>;
}

/** Answers that no check accepts all of, to hear what it expects. */
const wrongAnswers = [undefined, null, -1, Number.NaN, 0, 1, 1e300, "", [], {}, { macs: -1, flops: -1 }];

/** What the programs may say: all of another language that they carry. */
export function listProgramSentences({ questions }: PublicAssignment): readonly string[] {
  return distinct([
    ...Object.values(sentences),
    ...Object.values(translatedTemplates),
    ...Object.values(figureLabels).filter((one) => typeof one === "string"),
    ...Object.values(figureTemplates),
    ...questions.flatMap(({ title, expected, checks }) => [
      title,
      expected,
      ...checks.flatMap(listCheckSentences),
    ]),
  ]);
}

/** What stands in the texts of the package. */
export function listTextSentences(
  { title }: PublicAssignment,
  { readme, introduction, instructions, primer, profiling, types, statements }: PublicTexts,
): readonly string[] {
  const bodies = [...statements.values()].map((text) => text.replace(/^\s*# .*\n/, ""));
  return distinct([
    title,
    ...Object.values(assignmentSentences),
    ...Object.values(startSentences),
    ...Object.values(starterSentences),
    ...Object.values(notebookSentences),
    ...listTypeSentences(types),
    ...[readme, introduction, instructions, primer, profiling, ...bodies].flatMap(listMarkdownSentences),
  ]);
}

/** What a check says it checks, and what it says it expected. */
function listCheckSentences(check: PublicCheck): readonly string[] {
  const asked = check.calls.at(-1)?.export;
  const expected = wrongAnswers.flatMap((answer) => {
    // What is held against other functions is only heard of where these answer.
    const besideOthers = check.calls.map((call, at) => (call.export === asked ? answer : at + 1));
    const answers = [check.calls.map(() => answer), besideOthers];
    return answers.flatMap((one) => check.findMismatch(one, "") ?? []);
  });
  return [check.says, ...new Set(expected)];
}

/** Each once; a number needs no translation. */
function distinct(all: readonly string[]): readonly string[] {
  return [...new Set(all)].filter((sentence) => /\p{L}/u.test(sentence));
}
