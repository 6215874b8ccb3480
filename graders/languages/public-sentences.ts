/** Every sentence that the student package can say, in English: what it ships of another language is this and no more. */
import type { PublicCheck } from "../contract";
import { notebookSentences } from "../handout/handout-notebook";
import { starterSentences } from "../handout/starter";
import type { PublicAssignment } from "../public/public-assignment";
import { sentences } from "../selfcheck/sentences";
import { engineSentences } from "./engine-sentences";
import { listMarkdownSentences } from "./markdown-blocks";

export interface PublicTexts {
  readonly readme: string;
  readonly introduction: string;
  /** By question id; their headings are the questions' titles and not used. */
  readonly statements: ReadonlyMap<string, string>;
}

/** Answers that no check accepts all of, to hear what it expects. */
const wrongAnswers = [undefined, null, -1, Number.NaN, 0, 1, 1e300, "", [], {}, { macs: -1, flops: -1 }];

export function listPublicSentences(
  { title, questions }: PublicAssignment,
  { readme, introduction, statements }: PublicTexts,
): readonly string[] {
  const points = ["1 point", "{n} points", "bonus of {n} points"];
  const texts = [
    readme,
    introduction,
    ...[...statements.values()].map((text) => text.replace(/^\s*# .*\n/, "")),
  ];
  const all = [
    title,
    ...points,
    ...Object.values(sentences),
    ...Object.values(starterSentences),
    ...Object.values(notebookSentences),
    ...engineSentences,
    ...texts.flatMap(listMarkdownSentences),
    ...questions.flatMap((question) => [
      question.title,
      question.expected,
      ...question.checks.flatMap(listCheckSentences),
    ]),
  ];
  // A number needs no translation.
  return [...new Set(all)].filter((sentence) => /\p{L}/u.test(sentence));
}

/** What a check says it checks, and what it says it expected. */
export function listCheckSentences(check: PublicCheck): readonly string[] {
  const expected = wrongAnswers.flatMap((answer) => {
    const mismatch = check.findMismatch(check.calls.map(() => answer));
    return mismatch === null ? [] : [mismatch];
  });
  return [check.says, ...new Set(expected)];
}
