/** What a command is about: a submission, and perhaps some of its questions. */
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { UsageError } from "../../graders/contract/faults";
import type { Say } from "../../graders/student/selfcheck/say";
import type { StudentSetting } from "./setting";

export interface Target {
  readonly path: string;
  /** Absent when all questions are meant. */
  readonly only?: ReadonlySet<string>;
}

/**
 * A path and ids of questions, in any order.
 *
 * @throws UsageError for a word that is neither, for two paths, and for none where one is needed
 */
export async function readTarget(
  words: readonly string[],
  { assignment, path: standard }: StudentSetting,
  say: Say,
): Promise<Target> {
  const ids = assignment.questions.map(({ id }) => id);
  const paths = words.filter((word) => !ids.includes(word));
  for (const path of paths) {
    const isThere = await stat(resolve(path)).then(
      () => true,
      () => false,
    );
    if (!isThere) throw new UsageError(say("unknownWord", { word: path, names: ids.join(", ") }));
  }
  const [path = standard, another] = paths;
  if (path === undefined) throw new UsageError(say("noPath"));
  if (another !== undefined) throw new UsageError(say("twoPaths", { path, pathOther: another }));
  const chosen = words.filter((word) => ids.includes(word));
  return { path: resolve(path), ...(chosen.length === 0 ? {} : { only: new Set(chosen) }) };
}
