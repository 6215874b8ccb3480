/** `staff/second-marks.jsonl`: what a second person decided about a sample. It changes no points. */
import type { MarkLine } from "../../contract/hand-mark";
import schema from "../../contract/schemas/mark.schema.json";
import { createLineFile, type ReadLines } from "../line-file";
import { outputFiles } from "../output-files";

const file = createLineFile<MarkLine>({
  file: outputFiles.secondMarks,
  schema,
  holds: "the marks of a second person",
  advice: "decide it again",
});

/** @throws UsageError as `LineFile.read` */
export function readSecondMarks(outFolder: string): Promise<ReadLines<MarkLine>> {
  return file.read(outFolder);
}

/** @throws WriteFault and GraderFault as `LineFile.append` */
export function appendSecondMarks(outFolder: string, lines: readonly MarkLine[]): Promise<void> {
  return file.append(outFolder, lines);
}
