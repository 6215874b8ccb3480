/** What the scores of a class tell that its records do not: the sandbox, who is in it, and whose mark could not be given again. */
import { join } from "node:path";
import { UsageError } from "../contract/faults";
import type { SandboxReport } from "../contract/sandbox-report";
import { outputFiles } from "../records/output-files";
import type { OlderMark } from "../records/scores-document";
import { readScores } from "../records/scores-file";

export interface ToldClass {
  readonly sandbox: SandboxReport;
  readonly ids: readonly string[];
  /** By submission id. */
  readonly older: ReadonlyMap<string, OlderMark>;
}

/** Null where no scores were written yet, or what lies there is none: then the records must do. */
export async function readToldClass(outFolder: string): Promise<ToldClass | null> {
  try {
    const { sandbox, submissions } = await readScores(join(outFolder, outputFiles.scores.path));
    const told = submissions.flatMap((one) => (one.id === null ? [] : [one]));
    const older = told.flatMap(({ id, older }) => (older === undefined ? [] : [[id, older] as const]));
    return { sandbox, ids: told.map(({ id }) => id), older: new Map(older) };
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}
