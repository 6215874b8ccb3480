/** One submission graded once more, as it was graded in its class, by anybody who knows the seed. Nothing is kept. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GraderFault, UsageError } from "../contract/faults";
import type { SubmissionRecord } from "../contract/record";
import { SchemaError } from "../contract/schemas/ajv";
import { describeError } from "../contract/thrown";
import { locateFor, outputFiles } from "../records/output-files";
import { parseRecord } from "../records/record-check";
import { compareVerdicts, formatVerdict } from "../records/record-verdict";
import { openStore } from "../records/store";
import { readWhole } from "./class-records";
import { checkSeed } from "./class-seed";
import { gradeClass } from "./grade";
import type { GradeContext, GradeRequest } from "./grade-request";

export type ReplayRequest = Pick<
  GradeRequest,
  "path" | "discovery" | "assignment" | "assignmentModule" | "sandboxMode" | "limits" | "translator"
> & {
  readonly seed: string;
  /** A file with a record of the class, to compare with. */
  readonly against?: string;
};

export interface Replay {
  readonly record: SubmissionRecord;
  /** What every replay under this seed gives, byte for byte. */
  readonly verdict: string;
  /** In what it differs from the record to compare with; null without one. */
  readonly differences: readonly string[] | null;
  /** The student's feedback as Markdown, without a roster's name. */
  readonly report: string;
}

/**
 * The very way a class is graded, so that nothing can differ but what is handed in here.
 *
 * @param request with a path to one submission
 * @throws UsageError for what the caller can mend; GraderFault when nothing can be graded; the signal's reason when
 *   interrupted
 */
export async function replaySubmission(request: ReplayRequest, context: GradeContext): Promise<Replay> {
  const seed = checkSeed(request.seed);
  const recorded = request.against === undefined ? null : await readRecord(request.against);
  const outFolder = await mkdtemp(join(tmpdir(), "ridgepoint-replay-"));
  try {
    const discovery = { ...request.discovery, as: "one" as const };
    const graded = await gradeClass({ ...request, seed, discovery, outFolder, jobs: 1 }, context);
    const store = openStore(outFolder);
    const [record] = await readWhole(store, graded.records);
    if (record === undefined) throw new GraderFault(`${request.path}: expected one record, got none`);
    const folder = store.getFolder(record.submission.id);
    return {
      record,
      verdict: formatVerdict(record),
      differences: recorded && compareVerdicts(recorded, record),
      report: await readFile(join(outFolder, locateFor(outputFiles.reportText, folder)), "utf8"),
    };
  } finally {
    await rm(outFolder, { recursive: true, force: true });
  }
}

async function readRecord(path: string): Promise<SubmissionRecord> {
  try {
    return parseRecord(await readFile(path, "utf8"), path);
  } catch (error) {
    if (error instanceof SchemaError) throw new UsageError(`--against: ${error.message}`);
    throw new UsageError(`--against: ${path} cannot be read: ${describeError(error)}`);
  }
}
