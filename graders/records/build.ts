/** Which build of the project this is: its version, and everything it is made of. */
import { createHash } from "node:crypto";
import type { Producer } from "../contract/record";
import { listSources, ownSources, readSource } from "./list-sources";
import { digestRubric } from "./rubric";

export interface Build {
  readonly version: string;
  /** "sha256:…" over the project's files and the list of its packages. */
  readonly sourceDigest: string;
  /** "sha256:…" of `digestRubric`. */
  readonly rubricDigest: string;
}

/** @param root the repository */
export async function readBuild(root: string, { version }: Producer): Promise<Build> {
  const hash = createHash("sha256");
  const paths = (await Promise.all(ownSources.map((path) => listSources(root, path)))).flat().sort();
  for (const path of paths) hash.update(JSON.stringify([path, await readSource(root, path)]));
  const sourceDigest = `sha256:${hash.digest("hex")}`;
  return { version, sourceDigest, rubricDigest: await digestRubric(root) };
}
