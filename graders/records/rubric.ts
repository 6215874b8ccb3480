/** What decides points, as one digest: a record made under another rubric is graded again. */
import { createHash } from "node:crypto";
import type { AcceptedOption } from "../contract/accepted-option";
import { listSources, readSource } from "./list-sources";

/** Rooms and files that what is asked, how it is run and how it is judged depend on. */
const deciding = [
  "reference",
  "graders/contract",
  "graders/questions",
  "graders/judge",
  "graders/intake",
  "graders/running",
  "graders/grade/grade-submission.ts",
  "graders/records/record.ts",
];

/** Of these, what no mark depends on: tests, samples, statements, public checks, schemas of documents, and all words. */
const idle =
  /\/(?:samples|schemas)\/|\/roster\/|\.test\.ts$|\.md$|\.py$|\/(?:public-checks|feedback|sources|[a-z-]*sentences)\.ts$/;

/** Words stand beside what they speak of, in the options of a question: `says: "…"`. None of them changes a mark. */
const words =
  /\b(says|hint|source|because|title|expected|unexplained):\s*(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)/g;

/**
 * "sha256:…" over the sources that can change a mark. A changed translation, page, handout, selfcheck or release check
 * regrades nobody.
 *
 * @param root the repository
 */
export async function digestRubric(root: string): Promise<string> {
  const hash = createHash("sha256");
  const paths = (await Promise.all(deciding.map((path) => listSources(root, path)))).flat();
  for (const path of paths.filter((one) => !idle.test(one)).sort()) {
    const text = await readSource(root, path);
    hash.update(`${path}\n`).update(path.startsWith("graders/questions/") ? text.replace(words, "$1") : text);
  }
  return `sha256:${hash.digest("hex")}`;
}

/** With what a person accepted for one class besides; the words of it change no mark. */
export function addAccepted(rubricDigest: string, accepted: readonly AcceptedOption[] = []): string {
  if (accepted.length === 0) return rubricDigest;
  const deciding = accepted.map(({ id, question, part, shape, credit }) => [
    id,
    question,
    part,
    shape,
    credit,
  ]);
  return `sha256:${createHash("sha256").update(rubricDigest).update(JSON.stringify(deciding)).digest("hex")}`;
}
