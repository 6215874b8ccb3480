/** A graded class as one side of a comparison: its records, with what people decided. */
import type { Assignment } from "../../contract/assignment";
import { applyMarks } from "../../records/hand-marks/apply";
import { weighRecord } from "../../records/weights/weigh";
import { readWeights } from "../../records/weights/weights-file";
import type { GradedSide } from "../../report/comparison/compare-classes";
import { openAssignment } from "../accepted/class-assignment";
import { type MarkingClass, openMarkingClass } from "./marking-class";

/** @throws UsageError where no class was graded, or something of it cannot be read */
export async function readGradedSide(
  outFolder: string,
  asked: Assignment,
): Promise<GradedSide & Pick<MarkingClass, "notices">> {
  const assignment = await openAssignment(asked, outFolder);
  const { records, standing, notices } = await openMarkingClass(outFolder);
  const weights = await readWeights(outFolder);
  return {
    assignment,
    records: records.map((record) =>
      weighRecord(applyMarks(record, standing, assignment), weights, assignment),
    ),
    notices,
  };
}
