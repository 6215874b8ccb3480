/** One of several parts of a class that are graded apart, each on a machine of its own: `--shard 2/5`. Pure. */
import { createHash } from "node:crypto";
import { UsageError } from "../../contract/faults";

export interface Shard {
  /** Counted from 1. */
  readonly index: number;
  readonly count: number;
}

export const mostShards = 10_000;

/** @throws UsageError for anything but "2/5" with 1 ≤ 2 ≤ 5 */
export function parseShard(text: string): Shard {
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index >= 1 && shard.index <= shard.count && shard.count <= mostShards) return shard;
  throw new UsageError(
    `--shard: expected a part and how many there are, "2/5", counted from 1 to at most ${mostShards}, got ${JSON.stringify(text)}`,
  );
}

export function formatShard({ index, count }: Shard): string {
  return `${index}/${count}`;
}

/** Whose shard a submission is, from its id alone: every machine says the same, and each id has exactly one. */
export function findShard(submissionId: string, count: number): Shard {
  const digest = createHash("sha256").update(submissionId, "utf8").digest();
  // Six bytes are a whole number that a double holds exactly.
  return { index: (digest.readUIntBE(0, 6) % count) + 1, count };
}

export function isInShard(submissionId: string, { index, count }: Shard): boolean {
  return findShard(submissionId, count).index === index;
}
