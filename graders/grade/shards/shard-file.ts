/**
 * `staff/shard.json`: which part of which class an output folder holds, and under which conditions it is graded. It is
 * written before the first submission is graded, so that what was interrupted can be told from what is done.
 */
import { join } from "node:path";
import type { BatchFacts } from "../../contract/record";
import type { RosterMatch } from "../../contract/roster";
import schema from "../../contract/schemas/shard.schema.json";
import type { FoundSubmission } from "../../contract/submission";
import { readDocumentIfThere, writeDocument } from "../../records/document-file";
import { outputFiles } from "../../records/output-files";
import { writeRoster } from "../../records/roster-document";
import { compileKept } from "../../validators/kept-validators";
import type { Shard } from "./shard";

/** MAJOR.MINOR of shard.schema.json. */
const shardVersion = "1.0";

export interface ShardFile extends Omit<BatchFacts, "assignment"> {
  readonly schemaVersion: typeof shardVersion;
  readonly assignment: { readonly id: string };
  readonly shard: Shard;
  /** The whole class as it was found, in the order of ids; the digest is null for what could not be taken. */
  readonly submissions: readonly { readonly id: string; readonly contentDigest: string | null }[];
}

const shardSchema = compileKept<ShardFile>(schema);

export function describeShard(
  shard: Shard,
  { assignment, ...facts }: BatchFacts,
  found: readonly FoundSubmission[],
): ShardFile {
  const submissions = listContents(found);
  return { schemaVersion: shardVersion, assignment: { id: assignment.id }, shard, submissions, ...facts };
}

/** What tells a class from another: who handed in what. */
export function listContents(found: readonly FoundSubmission[]): ShardFile["submissions"] {
  return found.map((one) => ({
    id: one.id,
    contentDigest: one.kind === "submission" ? one.contentDigest : null,
  }));
}

/** @param roster of the whole class, where there is one */
export async function writeShardFile(
  outFolder: string,
  file: ShardFile,
  roster: RosterMatch | undefined,
): Promise<void> {
  const path = join(outFolder, outputFiles.shard.path);
  if (roster) await writeRoster(join(outFolder, outputFiles.shardRoster.path), roster);
  await writeDocument(shardSchema, path, file);
}

/** Null where there is none. @throws UsageError naming the file and what is wrong with it */
export async function readShardFile(outFolder: string): Promise<ShardFile | null> {
  return readDocumentIfThere(shardSchema, join(outFolder, outputFiles.shard.path), "a readable file");
}
