/** Whether a whole class stands as an earlier run graded it, so that nobody is run and nothing is started that runs. */
import type { SubmissionRecord } from "../contract/record";
import type { SandboxReport } from "../contract/sandbox-report";
import type { FoundSubmission } from "../contract/submission";
import type { Conditions } from "./gather-facts";
import type { GradeContext, GradeRequest } from "./grade-request";
import { findStandingRecord, type StandingTools } from "./record-submission";
import { readToldClass } from "./told-class";

export interface StandingClass {
  readonly records: readonly SubmissionRecord[];
  /** As the class was told to be graded in: this machine's may be another one by now. */
  readonly sandbox: SandboxReport;
}

type Asked = Pick<GradeRequest, "outFolder" | "sandboxMode" | "fresh" | "twice"> & Pick<GradeContext, "deal">;

/**
 * Looks no further than the first that has to be graded.
 *
 * @returns null where somebody has to be, or where a queue decides who is
 */
export async function findStandingClass(
  standing: StandingTools & { readonly facts: Conditions },
  wanted: readonly FoundSubmission[],
  { outFolder, sandboxMode, fresh, twice, deal }: Asked,
): Promise<StandingClass | null> {
  if (deal !== undefined || fresh === true) return null;
  const told = await readToldClass(outFolder);
  if (told === null) return null;
  const { sandbox } = told;
  if (sandboxMode === "required" && !isStrong(sandbox)) return null;
  const tools = { ...standing, ...(twice === undefined ? {} : { twice }) };
  const records: SubmissionRecord[] = [];
  for (const found of wanted) {
    const record = await findStandingRecord(tools, found);
    if (record === undefined) return null;
    records.push(standing.take(record));
  }
  return { records, sandbox };
}

function isStrong({ level }: SandboxReport): boolean {
  return level === "full" || level === "strong";
}
