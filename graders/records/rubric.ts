/** What decides points, as one digest: a record made under another rubric is graded again. */
import { createHash, type Hash } from "node:crypto";
import type { AcceptedOption } from "../contract/accepted-option";
import { listSources, readSource } from "./list-sources";

/** Rooms and files that what is asked, how it is run and how it is judged depend on. */
export const deciding: readonly string[] = [
  "reference",
  "graders/contract",
  "graders/questions",
  "graders/judge",
  "graders/intake",
  "graders/running",
  ...[
    "chosen-questions",
    "workshop/known-texts",
    "grade-submission",
    "judge-run",
    "look-again",
    "missing-exports",
  ].map((name) => `graders/grade/${name}.ts`),
  "graders/records/record.ts",
];

/**
 * Of these, what no mark depends on: tests, samples and what is found in them, statements, public checks, schemas of documents, and all words.
 * What a student copied of statements and words is told from own words when the text is read; another comma in them is no
 * reason to grade a class again.
 */
const idle =
  /\/(?:samples|schemas)\/|\/roster\/|\.test\.ts$|\.md$|\.py$|\/sample-findings\.json$|\/(?:public-checks|feedback|sources|[a-z-]*sentences)\.ts$/;

/** What several questions use lies in the kit. */
const ownFolder = /^graders\/questions\/(?!kit\/)([^/]+)\//;

/** Words stand beside what they speak of, in the options of a question: `says: "…"`. None of them changes a mark. */
const words =
  /\b(says|hint|source|because|title|expected|unexplained):\s*(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)/g;

/** The digest of the whole, and of what it is made of. */
export interface RubricDigests {
  readonly rubricDigest: string;
  /** Of what no question has for itself. */
  readonly shared: string;
  /** Of a question's own folder, by the folder's name. */
  readonly folders: ReadonlyMap<string, string>;
}

/**
 * "sha256:…" over the sources that can change a mark. A changed translation, page, handout, selfcheck or release check
 * regrades nobody, and a changed folder of a question that question and what builds on it.
 *
 * @param root the repository
 */
export async function digestRubrics(root: string): Promise<RubricDigests> {
  const whole = createHash("sha256");
  const shared = createHash("sha256");
  const folders = new Map<string, Hash>();
  const paths = (await Promise.all(deciding.map((path) => listSources(root, path)))).flat();
  for (const path of paths.filter((one) => !idle.test(one)).sort()) {
    const text = await readSource(root, path);
    const decides = path.startsWith("graders/questions/") ? text.replace(words, "$1") : text;
    const [, folder] = ownFolder.exec(path) ?? [];
    const part = folder === undefined ? shared : (folders.get(folder) ?? createHash("sha256"));
    if (folder !== undefined) folders.set(folder, part);
    for (const hash of [whole, part]) hash.update(`${path}\n`).update(decides);
  }
  return {
    rubricDigest: name(whole),
    shared: name(shared),
    folders: new Map([...folders].map(([folder, hash]) => [folder, name(hash)])),
  };
}

const name = (hash: Hash): string => `sha256:${hash.digest("hex")}`;

export async function digestRubric(root: string): Promise<string> {
  return (await digestRubrics(root)).rubricDigest;
}

/** With what a person accepted for one class besides; the words of it change no mark. */
export function addAccepted(digest: string, accepted: readonly AcceptedOption[] = []): string {
  if (accepted.length === 0) return digest;
  const decides = accepted.map(({ id, question, part, shape, credit }) => [
    id,
    question,
    part,
    shape,
    credit,
  ]);
  return name(createHash("sha256").update(digest).update(JSON.stringify(decides)));
}
