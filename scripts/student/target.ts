/** What a command is about: a submission, and perhaps some of its questions. */
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { UsageError } from "../../graders/contract/faults";
import { parseLimits } from "../../graders/contract/limits";
import { findNearName } from "../../graders/contract/near-name";
import { findHandIn } from "../../graders/student/selfcheck/hand-in";
import type { Say } from "../../graders/student/selfcheck/say";
import type { StudentSetting } from "./setting";

export interface Target {
  readonly path: string;
  /** Absent when all questions are meant. */
  readonly only?: ReadonlySet<string>;
}

/**
 * A path, and ids of questions or names of the functions that they ask for, in any order.
 *
 * @throws UsageError for a word that is neither, for two paths, and for none where one is needed
 */
export async function readTarget(
  words: readonly string[],
  { assignment, path: standard }: StudentSetting,
  say: Say,
): Promise<Target> {
  const ids = assignment.questions.map(({ id }) => id);
  const named = new Map(
    assignment.questions.flatMap(({ id, signatures }) => [
      [id, id] as const,
      ...signatures.map(({ name }) => [name, id] as const),
    ]),
  );
  const paths = words.filter((word) => !named.has(word));
  for (const path of paths) {
    const isThere = await stat(resolve(path)).then(
      () => true,
      () => false,
    );
    if (isThere) continue;
    const values = { word: path, names: ids.join(", ") };
    // Ids first: where both are as near, the shorter way to say it.
    const nameNear = findNearName(path, [...ids, ...named.keys()]);
    throw new UsageError(
      nameNear === null ? say("unknownWord", values) : say("unknownWordNear", { ...values, nameNear }),
    );
  }
  const [path = standard, another] = paths;
  if (path === undefined) throw new UsageError(say("noPath"));
  if (another !== undefined) throw new UsageError(say("twoPaths", { path, pathOther: another }));
  const chosen = words.flatMap((word) => named.get(word) ?? []);
  return {
    path: await findHandIn(resolve(path), parseLimits()),
    ...(chosen.length === 0 ? {} : { only: new Set(chosen) }),
  };
}
