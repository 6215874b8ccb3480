/** Where what could not be run stopped, in the student's own file or cell. No mark depends on it. */
import type { CodePlace, PlacedInWork } from "../contract/code-place";
import type { CompiledSubmission } from "../contract/compiled";
import { locateCell, type WrittenFiles } from "../intake/notebook/locate-cell";
import { type RunPlace, runSubmission } from "../running/run/run";
import type { FailedLoad } from "../running/run/run-result";

/** Loads it once more, traced: what is graded runs without a trace. Only for what threw, since a hang would hang again. */
export async function findStop(
  compiled: CompiledSubmission,
  { says }: FailedLoad,
  place: RunPlace,
): Promise<CodePlace | undefined> {
  if (says.code !== "load-throws") return undefined;
  const missing = compiled.missing?.find((one) => one.says === says.error);
  if (missing !== undefined) return { path: missing.path, line: missing.line, column: 1 };
  let found: CodePlace | null = null;
  await runSubmission(compiled, [], place, {
    onTrace: (_, trace) => {
      found = trace.place;
    },
  });
  return found ?? undefined;
}

/** For a judgement: nothing where there is no place. */
export function placeInWork(
  place: CodePlace | undefined,
  written: WrittenFiles,
): { readonly place?: PlacedInWork } {
  if (place === undefined) return {};
  const cell = locateCell(place, written);
  return { place: cell === null ? place : { ...place, cell } };
}
