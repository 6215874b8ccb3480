/** Whose the submissions are: of everything on record, or of one part of a class. */
import { compareText } from "../contract/compare-text";
import type { BatchFacts } from "../contract/record";
import type { RosterMatch } from "../contract/roster";
import type { FoundSubmission } from "../contract/submission";
import { outputFiles } from "../records/output-files";
import type { ClassRecords } from "./class-records";
import type { GradeRequest } from "./grade-request";
import { describeShard, writeShardFile } from "./shards/shard-file";
import { narrowRoster } from "./shards/shard-roster";
import { readRosterIfThere, retakeRoster, type TakenRoster } from "./take-roster";

interface ToldShard {
  readonly facts: BatchFacts;
  /** The whole class. */
  readonly found: readonly FoundSubmission[];
  readonly roster: TakenRoster;
}

/** For the merge: what this part belongs to, and who of the whole class handed in what. */
export async function tellShard(request: GradeRequest, { facts, found, roster }: ToldShard): Promise<void> {
  const { shard, outFolder } = request;
  if (shard === undefined) return;
  const match = await matchIds(request, roster, listIds(found));
  await writeShardFile(outFolder, describeShard(shard, facts, found), match);
}

/** Everything on record; a part of a class is matched with all of it, and tells of itself alone. */
export async function matchRecorded(
  request: GradeRequest,
  taken: TakenRoster,
  {
    class: whole,
    found,
  }: { readonly class: ClassRecords; readonly found: readonly { readonly id: string }[] },
): Promise<RosterMatch | undefined> {
  const recorded = whole.records.map((record) => record.submission.id);
  if (request.shard === undefined) return matchIds(request, taken, recorded);
  const match = await matchIds(request, taken, [...new Set([...listIds(found), ...recorded])]);
  return match && narrowRoster(match, recorded);
}

/** With the roster of an earlier run when none is given now. */
async function matchIds(
  request: GradeRequest,
  taken: TakenRoster,
  ids: readonly string[],
): Promise<RosterMatch | undefined> {
  const file = request.shard === undefined ? outputFiles.rosterMatch : outputFiles.shardRoster;
  const earlier = await readRosterIfThere(request.outFolder, file);
  // In the order of records, so that a part matches as the whole does.
  const inOrder = [...ids].sort(compareText);
  const { match } = await retakeRoster(request, inOrder, request.outFolder, taken.match, earlier);
  const suggestions = taken.match?.suggestions;
  return match && suggestions ? { ...match, suggestions } : match;
}

function listIds(submissions: readonly { readonly id: string }[]): readonly string[] {
  return submissions.map((one) => one.id);
}
