/** Who handed in exactly the same. Pure. */
import { createHash } from "node:crypto";
import { groupBy } from "../../contract/group-by";
import type { Work } from "./class-work";

export interface SameWork {
  /** Ids of those whose files are the same, byte by byte. */
  readonly files: readonly (readonly string[])[];
  /** Of those whose files are the same but for formatting and comments, where not all stand together above. */
  readonly tokens: readonly (readonly string[])[];
}

export function findSameWork(works: readonly Work[]): SameWork {
  const files = listShared(works, ({ contentDigest }) => contentDigest);
  const tokens = listShared(works, nameTokens).filter(
    (group) => new Set(group.map(({ contentDigest }) => contentDigest)).size > 1,
  );
  return { files: files.map(listIds), tokens: tokens.map(listIds) };
}

/** One of each that are the same but for formatting and comments. */
export function leaveOneOfEach(works: readonly Work[]): readonly Work[] {
  return [...new Map([...works].reverse().map((work) => [nameTokens(work), work])).values()].reverse();
}

function listShared(works: readonly Work[], name: (work: Work) => string): readonly (readonly Work[])[] {
  // Who handed in nothing has it in common with nobody.
  const some = works.filter(({ tokens }) => tokens.length > 0);
  return [...groupBy(some, name).values()].filter((group) => group.length > 1);
}

function listIds(group: readonly Work[]): readonly string[] {
  return group.map(({ id }) => id);
}

function nameTokens({ tokens }: Work): string {
  return createHash("sha256")
    .update(JSON.stringify(tokens.map(({ text }) => text)))
    .digest("hex");
}
