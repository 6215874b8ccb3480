/** Two gradings of a class beside each other, from what lies in their folders. */
import type { Assignment } from "../../contract/assignment";
import { type ClassComparison, compareClasses } from "../../report/comparison/compare-classes";
import { readGradedSide } from "./graded-side";

/** @throws UsageError as {@link readGradedSide} */
export async function compareGradings(
  before: string,
  now: string,
  assignment: Assignment,
): Promise<{ readonly comparison: ClassComparison; readonly notices: readonly string[] }> {
  const [one, other] = [await readGradedSide(before, assignment), await readGradedSide(now, assignment)];
  return { comparison: compareClasses(one, other), notices: [...one.notices, ...other.notices] };
}
