/** What the class page is made of. */
import type { Appeal } from "../contract/appeal";
import type { Assignment } from "../contract/assignment";
import type { MarkedRecord } from "../contract/hand-mark";
import type { QuestionWeight } from "../contract/question-weight";
import type { Producer } from "../contract/record";
import type { RosterMatch } from "../contract/roster";
import type { SandboxReport } from "../contract/sandbox-report";
import { locateFor, outputFiles } from "../records/output-files";
import type { OlderMark } from "../records/scores-document";
import { cleanLine } from "./foreign-text";

export interface ClassInput {
  readonly records: readonly MarkedRecord[];
  readonly producer: Producer;
  readonly sandbox: SandboxReport;
  readonly seedDigest: string;
  /** Name of the folder or archive that was graded, where it is known. */
  readonly className?: string;
  readonly rubricDigest: string;
  /** Name of a submission's folders in `students/` and `staff/`. */
  getFolder(submissionId: string): string;
  readonly roster?: RosterMatch;
  /** Marks of an earlier run, by submission id. */
  readonly older?: ReadonlyMap<string, OlderMark>;
  /** Questions that count otherwise than the assignment says. */
  readonly weights?: readonly QuestionWeight[];
  /** Requests for another look that nobody has answered. */
  readonly appeals?: readonly Appeal[];
  /** What was handed in alike was looked for. */
  readonly hasSimilar?: boolean;
  /** Adds hidden cases and printed output. Only for staff; the class page is never for students. */
  readonly withEvidence?: boolean;
}

/** The same with what every part of the page needs to know. */
export interface ClassFacts extends ClassInput {
  readonly assignment: Assignment;
  /** Link to a submission's report, under its student's name where the roster gives one. */
  link(submissionId: string): LinkView;
}

export interface LinkView {
  readonly name: string;
  readonly href: string;
}

export function gatherClassFacts(input: ClassInput, assignment: Assignment): ClassFacts {
  const names = new Map<string, string>();
  for (const { submissionId, student } of input.roster?.matched ?? []) {
    const before = names.get(submissionId);
    names.set(submissionId, before === undefined ? student.name : `${before}, ${student.name}`);
  }
  return {
    ...input,
    assignment,
    link: (id) => ({
      name: cleanLine(names.has(id) ? `${names.get(id)} (${id})` : id),
      href: locateFor(outputFiles.reportPage, encodeURIComponent(input.getFolder(id))),
    }),
  };
}
