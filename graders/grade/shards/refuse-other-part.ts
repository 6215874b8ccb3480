/** What parts of a class must have in common, asked before anything is graded that could not be merged. */
import { refuseLoneSeed } from "../class-seed";
import { refuseAccepting } from "./take-lines";

/** @throws UsageError when the part would have a seed of its own, or be judged by more than the rubric */
export async function refuseOtherPart(outFolder: string, seed: string | undefined): Promise<void> {
  await refuseLoneSeed(outFolder, seed);
  await refuseAccepting([{ folder: outFolder }]);
}
