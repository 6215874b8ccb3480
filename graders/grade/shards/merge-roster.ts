/** Who of the whole class handed in what, from the rosters of its parts or from one that is given now. */
import { compareText } from "../../contract/compare-text";
import type { RosterMatch } from "../../contract/roster";
import { type RosterRequest, readRosterIfThere, retakeRoster, type TakenRoster } from "../take-roster";
import { refuseDifferentRosters } from "./compare-outputs";
import type { ShardOutput } from "./read-output";
import { narrowRoster, renamePseudonyms } from "./shard-roster";
import { takeRosterKey } from "./take-keys";

interface MergedParts {
  readonly outputs: readonly ShardOutput[];
  /** Of the submissions that are on record in any of them. */
  readonly ids: readonly string[];
}

/**
 * Nobody is absent whose part is missing.
 *
 * @throws UsageError when no roster is given now and those of the parts differ; as `takeRoster` for one that is given
 */
export async function mergeRoster(
  request: RosterRequest & { readonly outFolder: string },
  { outputs, ids }: MergedParts,
): Promise<TakenRoster> {
  const { outFolder, rosterPath, rosterIdColumn, rosterPattern } = request;
  const isGiven = [rosterPath, rosterIdColumn, rosterPattern].some((one) => one !== undefined);
  if (!isGiven) refuseDifferentRosters(outputs);
  const key = await takeRosterKey(outputs, outFolder);
  const own = outputs.find(({ roster }) => roster !== undefined)?.roster;
  const ofParts = own && key !== null ? renamePseudonyms(own, key) : own;
  const classIds = new Set(outputs.flatMap(({ file }) => file.submissions.map((one) => one.id)));
  const taken: TakenRoster =
    ofParts !== undefined && !isGiven && ids.every((id) => classIds.has(id))
      ? { match: ofParts, notices: [] }
      : await matchAgain(request, [...new Set([...classIds, ...ids])], ofParts);
  return taken.match === undefined ? taken : { ...taken, match: narrowRoster(taken.match, ids) };
}

async function matchAgain(
  request: RosterRequest & { readonly outFolder: string },
  ids: readonly string[],
  ofParts: RosterMatch | undefined,
): Promise<TakenRoster> {
  const earlier = ofParts ?? (await readRosterIfThere(request.outFolder));
  const inOrder = [...ids].sort(compareText);
  return retakeRoster(request, inOrder, request.outFolder, earlier);
}
