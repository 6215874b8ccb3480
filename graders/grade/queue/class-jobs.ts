/**
 * What of a class stands in a queue: numbers. Its name is a digest of everything that machines must have in common, so
 * that whoever grades under another seed, rubric, plan or version, or another class, finds another queue. Pure.
 */
import { createHash } from "node:crypto";
import type { FoundSubmission } from "../../contract/submission";
import type { Conditions } from "../gather-facts";
import { listContents } from "../shards/shard-file";

export function nameQueue(
  { assignment, producer, rubricDigest, planDigest, seedDigest }: Conditions,
  found: readonly FoundSubmission[],
): string {
  const { name, version } = producer;
  const contents = listContents(found).map(({ id, contentDigest }) => [id, contentDigest]);
  const shared = [assignment.id, name, version, rubricDigest, planDigest, seedDigest, contents];
  const digest = createHash("sha256")
    .update(JSON.stringify(["queue 1", ...shared]))
    .digest("hex");
  return `ridgepoint-${digest.slice(0, 32)}`;
}

/** By the name of their job: their place in the class, which is the same wherever the queue is. */
export function nameJobs(found: readonly FoundSubmission[]): ReadonlyMap<string, FoundSubmission> {
  return new Map(found.map((one, at) => [`submission-${at}`, one]));
}
