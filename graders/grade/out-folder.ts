/** The folder a run writes to: apart from what is graded, and writable, found out before anything runs. */
import { existsSync } from "node:fs";
import { access, constants, realpath } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { UsageError } from "../contract/faults";
import { describeError, isDiskFull } from "../contract/thrown";
import { makeFolder } from "../records/new-names";
import { WriteFault } from "../records/write-fault";

/** Before it is locked, which would make the folder. @throws UsageError where there is none */
export function requireGraded(outFolder: string): void {
  if (!existsSync(outFolder)) throw new UsageError(`${outFolder}: expected the folder of a graded class`);
}

/**
 * Makes the output folder if it is not there.
 *
 * @param path what is graded; exists
 * @throws UsageError when one lies inside the other (results would be taken for submissions), or when the folder
 *   cannot be made or written to
 */
export async function prepareOutFolder(outFolder: string, path: string): Promise<void> {
  refuseOverlap(resolve(outFolder), resolve(path));
  try {
    await makeFolder(outFolder);
    await access(outFolder, constants.W_OK | constants.X_OK);
  } catch (error) {
    if (isDiskFull(error)) throw new WriteFault(outFolder, error);
    throw new UsageError(
      `--out: expected a folder that can be written to, got ${outFolder} (${describeError(error)})`,
    );
  }
  // Again by the real paths, which links may hide.
  refuseOverlap(await realpath(outFolder), await realpath(path));
}

function refuseOverlap(out: string, graded: string): void {
  if (isInside(out, graded) || isInside(graded, out)) {
    throw new UsageError(
      `--out: ${out} and ${graded} lie one inside the other; choose a folder beside what is graded`,
    );
  }
}

/** True for the folder itself and everything below it. */
function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (!/^\.\.([\\/]|$)/.test(way) && !/^([a-z]:|[\\/])/i.test(way));
}
