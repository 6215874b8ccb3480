/** What was told of the sandbox under which a class was graded. */
import { join } from "node:path";
import { UsageError } from "../contract/faults";
import type { SandboxReport } from "../contract/sandbox-report";
import { outputFiles } from "../records/output-files";
import { readScores } from "../records/scores-file";

/** Null where no scores were written yet, or what lies there is none: then the records must do. */
export async function findToldSandbox(outFolder: string): Promise<SandboxReport | null> {
  try {
    return (await readScores(join(outFolder, outputFiles.scores.path))).sandbox;
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}
