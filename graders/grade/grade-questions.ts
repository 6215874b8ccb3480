/** Grading some questions of a submission again, into the record that stands. */
import type { Assignment } from "../contract/assignment";
import { UsageError } from "../contract/faults";
import { findNearName } from "../contract/near-name";
import type { SubmissionRecord } from "../contract/record";
import type { FoundSubmission } from "../contract/submission";
import { planQuestions } from "../judge/plan";
import { replaceQuestions } from "../records/record";
import type { RunOptions } from "../running/run/run-result";
import { findStored, type RecordingTools, recordSubmission } from "./record-submission";

/** @throws UsageError for an id that no question has */
export function refuseUnknownQuestions(assignment: Assignment, ids: readonly string[]): void {
  const known = assignment.questions.map((one) => one.id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  const near = findNearName(unknown, known);
  const next = near === null ? `expected one of ${known.join(", ")}` : `did you mean "${near}"?`;
  throw new UsageError(`--question: there is no question "${unknown}"; ${next}`);
}

/**
 * Asks and judges these questions alone. A submission that changed since, or that nothing stands of, is graded whole:
 * its other questions would be somebody else's.
 */
export async function recordQuestions(
  recording: RecordingTools,
  found: FoundSubmission,
  ids: readonly string[],
  options: RunOptions,
): Promise<SubmissionRecord> {
  const standing = found.kind === "submission" ? await findStored(recording.store, found.id) : undefined;
  const isSame = found.kind === "submission" && standing?.submission.contentDigest === found.contentDigest;
  if (standing === undefined || !isSame || standing.score === undefined)
    return recordSubmission(recording, found, options);
  const { assignment, seed } = recording.facts;
  const asked = assignment.questions.filter(({ id }) => ids.includes(id));
  const tools = { ...recording.tools, plan: planQuestions(asked, seed), known: listExplained(standing) };
  return recordSubmission({ ...recording, tools }, found, options, (record) =>
    record.fault === undefined && record.ungradable === undefined
      ? replaceQuestions(standing, record, assignment)
      : record,
  );
}

/** What explained each part on record, as later questions look back at it. */
function listExplained({ questions }: SubmissionRecord): ReadonlyMap<string, string> {
  return new Map(
    questions.flatMap((one) =>
      "parts" in one
        ? one.parts.flatMap(({ id, finding }): [string, string][] =>
            finding.kind === "explained" ? [[`${one.id}/${id}`, finding.reading.id]] : [],
          )
        : [],
    ),
  );
}
