/** Which record stands for each submission, where several outputs may hold one, and who has none. Pure. */
import { compareText } from "../../contract/compare-text";
import { listFew } from "../../contract/list-few";
import type { SubmissionRecord } from "../../contract/record";
import { isSameApartFromClock } from "../../records/record-check";
import { hasMark } from "../class-records";
import type { RecordsOfFolder, ShardOutput } from "./read-output";
import { findShard, formatShard, isInShard } from "./shard";
import type { ShardFile } from "./shard-file";

export interface ChosenRecords {
  readonly records: readonly SubmissionRecord[];
  /** Found in the class, and in no output as the parts found it; in the order of ids. */
  readonly missing: readonly string[];
  /** Where several outputs say something else of the same submission: what was taken. */
  readonly notices: readonly string[];
}

interface Candidate {
  readonly folder: string;
  readonly record: SubmissionRecord;
  /** Of what the part found, under the conditions of the parts. */
  readonly isCurrent: boolean;
}

/**
 * Of several records of one submission: one of what is handed in now, then one with a mark, then the newest.
 *
 * @param outputs at least one, of one class under the same conditions
 * @param earlier what lies in the folder that is merged into
 */
export function chooseRecords(outputs: readonly ShardOutput[], earlier: RecordsOfFolder): ChosenRecords {
  const byId = new Map<string, Candidate[]>();
  const digests = gatherDigests(outputs);
  for (const { folder, records } of [...outputs, earlier])
    for (const record of records) {
      const { id } = record.submission;
      const isCurrent = isOfClass(record, outputs[0]?.file, digests.get(id));
      byId.set(id, [...(byId.get(id) ?? []), { folder, record, isCurrent }]);
    }
  const groups = [...byId.values()].map((one) => one.sort(compareCandidates));
  const chosen = groups.flatMap(([best]) => (best === undefined ? [] : [best]));
  const current = new Set(chosen.filter((one) => one.isCurrent).map(({ record }) => record.submission.id));
  return {
    records: chosen.map(({ record }) => record),
    missing: (outputs[0]?.file.submissions ?? []).map(({ id }) => id).filter((id) => !current.has(id)),
    notices: groups.flatMap(describeChoice),
  };
}

/** By id, what the parts that own it found: several where a part was graded twice. */
function gatherDigests(outputs: readonly ShardOutput[]): ReadonlyMap<string, readonly (string | null)[]> {
  const digests = new Map<string, (string | null)[]>();
  for (const { file } of outputs)
    for (const { id, contentDigest } of file.submissions)
      if (isInShard(id, file.shard)) digests.set(id, [...(digests.get(id) ?? []), contentDigest]);
  return digests;
}

function isOfClass(
  record: SubmissionRecord,
  file: ShardFile | undefined,
  digests: readonly (string | null)[] = [],
): boolean {
  return (
    digests.includes(record.submission.contentDigest) &&
    record.seedDigest === file?.seedDigest &&
    record.rubricDigest === file.rubricDigest &&
    record.planDigest === file.planDigest
  );
}

function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    Number(b.isCurrent) - Number(a.isCurrent) ||
    Number(hasMark(b.record)) - Number(hasMark(a.record)) ||
    compareText(b.record.clock.finishedAt, a.record.clock.finishedAt)
  );
}

function describeChoice([best, ...others]: readonly Candidate[]): readonly string[] {
  const other = others.find(
    ({ record, isCurrent }) => isCurrent && best && !isSameApartFromClock(record, best.record),
  );
  if (best === undefined || other === undefined) return [];
  const why = hasMark(other.record) || !hasMark(best.record) ? "newer" : "which has a mark";
  return [
    `${best.record.submission.id}: ${best.folder} and ${other.folder} say something else of it; taken from ${best.folder}, ${why}`,
  ];
}

const mostNamesShown = 3;

/** What is to be run so that nobody is missing, in one line. */
export function describeMissing(missing: readonly string[], outputs: readonly ShardOutput[]): string {
  const groups = new Map<string, string[]>();
  for (const id of missing) {
    const where = describePlace(id, outputs);
    groups.set(where, [...(groups.get(where) ?? []), id]);
  }
  const parts = [...groups].map(([where, ids]) => `${where} (${listFew(ids, mostNamesShown)})`);
  const total = outputs[0]?.file.submissions.length ?? 0;
  return `${missing.length} of ${total} submissions are missing: ${parts.join("; ")}`;
}

function describePlace(id: string, outputs: readonly ShardOutput[]): string {
  const own = outputs.find(({ file }) => isInShard(id, file.shard));
  // Workers of a queue may be given anyone.
  if (own?.file.shard.count === 1)
    return "in no output: run a worker again, after npm run worker -- --enqueue --again where a machine was lost";
  if (own !== undefined) return `${own.folder} was interrupted, run its command again`;
  const counts = [...new Set(outputs.map(({ file }) => file.shard.count))];
  return `no output of --shard ${counts.map((count) => formatShard(findShard(id, count))).join(" or ")}`;
}
