/** Puts a look at a submission on the terminal: questions first, then what takes longer to find out. */

import type { Translator } from "../../graders/contract/translator";
import type { PublicAssignment } from "../../graders/student/public/public-assignment";
import type { Line } from "../../graders/student/selfcheck/line";
import type { SelfcheckReport } from "../../graders/student/selfcheck/result";
import type { SourceReport } from "../../graders/student/selfcheck/type-checker";
import { viewReport, viewSummary } from "../../graders/student/selfcheck/view";
import { viewName, viewNotes, viewTypes } from "../../graders/student/selfcheck/view-notes";
import { formatLines } from "./print";

/** What was found of a submission. */
export interface Shown {
  readonly report: SelfcheckReport;
  /** Null when nothing could be read. */
  readonly source: Promise<SourceReport> | null;
  /** What else is worth a line. */
  readonly more: Promise<readonly Line[]>;
  /** Only some of the questions were looked at. */
  readonly isPart: boolean;
}

/** @returns what was shown, in groups */
export async function showReport(
  { report, source, more, isPart }: Shown,
  assignment: PublicAssignment,
  translator: Translator,
): Promise<readonly (readonly Line[])[]> {
  const questions = print(viewReport(report, assignment, translator));
  const { types, notes: styleNotes } = (await source) ?? { types: null, notes: [] };
  const notes = report.kind === "refused" ? [] : [...report.notes, ...styleNotes];
  const rest = print([
    ...(report.kind === "checked" ? viewName(report.name, translator) : []),
    ...(types === null ? [] : viewTypes(types, didStop(report), translator)),
    ...viewNotes(notes, assignment, translator),
    ...(await more),
  ]);
  return [questions, rest, print(viewSummary(report, isPart, translator))];
}

/** Not run at all, or not to the end of its top level. */
function didStop(report: SelfcheckReport): boolean {
  return (
    report.kind === "broken" ||
    (report.kind === "checked" && report.notes.some(({ kind }) => kind === "stopped"))
  );
}

function print(lines: readonly Line[]): readonly Line[] {
  if (lines.length > 0) console.log(`${formatLines(lines, process.stdout.columns)}\n`);
  return lines;
}
