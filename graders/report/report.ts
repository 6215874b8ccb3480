/** The pages people read, made from records alone: one per student in HTML and Markdown, one for the class. */
import type { Assignment } from "../assignment";
import { GraderFault } from "../contract";
import type { Producer, SubmissionRecord } from "../engine/record";
import type { RosterMatch } from "../engine/roster";
import type { SandboxReport } from "../sandbox/sandbox";

export interface ClassInput {
  readonly records: readonly SubmissionRecord[];
  readonly producer: Producer;
  readonly sandbox: SandboxReport;
  readonly seed: string;
  readonly rubricDigest: string;
  /** Folder of a submission relative to the class page. */
  getFolder(submissionId: string): string;
  readonly roster?: RosterMatch;
  /** Adds hidden cases, printed output and faults. Only for staff; the class page is never for students. */
  readonly withEvidence?: boolean;
}

export interface Reporter {
  /** @param name the student's name from the roster; the submission's id stands in for it */
  renderStudentHtml(record: SubmissionRecord, name?: string): string;
  renderStudentMarkdown(record: SubmissionRecord, name?: string): string;
  renderClassHtml(input: ClassInput): string;
}

/**
 * Reads and compiles the templates once.
 *
 * @throws GraderFault when a template is missing or does not compile
 */
export async function openReporter(templatesFolder: string, assignment: Assignment): Promise<Reporter> {
  throw new GraderFault(`not built yet: ${templatesFolder} ${assignment.id}`);
}
