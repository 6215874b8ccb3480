/** Runs one compiled submission: fresh sandboxed process, one function after the other, an outcome for every call. */

import type { CompiledSubmission } from "../../contract/compiled";
import type { Limits } from "../../contract/limits";
import type { Outcome } from "../../contract/outcome";
import type { EncodedCall } from "../../contract/wire";
import type { Sandbox } from "../sandbox/sandbox";
import type { RunOptions, RunResult } from "./run-result";
import { SubmissionRun } from "./submission-run";

/** Where it runs, and under what. */
export interface RunPlace {
  readonly sandbox: Sandbox;
  readonly limits: Limits;
}

/**
 * A call that hangs, crashes or ends the program costs the calls to the same function that come after it; a fresh
 * process goes on with the other functions, inside the limit for the whole submission. Answers already given stand.
 * Interference with the answer channel voids all that comes after it.
 *
 * @throws GraderFault when a process cannot be started; nothing a submission does ends here
 */
export async function runSubmission(
  compiled: CompiledSubmission,
  calls: readonly EncodedCall[],
  { sandbox, limits }: RunPlace,
  options: RunOptions = {},
): Promise<RunResult> {
  const run = new SubmissionRun(compiled, sandbox, limits, options);
  try {
    const load = await run.load();
    const outcomes: Outcome[] = [];
    for (const [name, group] of groupNeighbours(calls)) outcomes.push(...(await run.answer(name, group)));
    return { load, outcomes, ...(await run.finish()) };
  } finally {
    await run.stop();
  }
}

type Group = readonly [name: string, calls: readonly EncodedCall[]];

const knownGroups = new WeakMap<readonly EncodedCall[], readonly Group[]>();

/** Calls of one function that stand together are asked together; the same groups for the same list. */
function groupNeighbours(calls: readonly EncodedCall[]): readonly Group[] {
  const known = knownGroups.get(calls);
  if (known !== undefined) return known;
  const groups: [string, EncodedCall[]][] = [];
  for (const call of calls) {
    const last = groups.at(-1);
    if (last?.[0] === call.export) last[1].push(call);
    else groups.push([call.export, [call]]);
  }
  knownGroups.set(calls, groups);
  return groups;
}
