/** `staff/marks.jsonl`: a line for every decision, only ever added to. */
import type { MarkLine } from "../../contract/hand-mark";
import schema from "../../contract/schemas/mark.schema.json";
import { createLineFile, type ReadLines } from "../line-file";
import { outputFiles } from "../output-files";

const file = createLineFile<MarkLine>({
  file: outputFiles.handMarks,
  schema,
  holds: "the marks of people",
  advice: "decide it again",
});

export type ReadMarks = ReadLines<MarkLine>;

/** @throws UsageError as `LineFile.read` */
export function readMarks(outFolder: string): Promise<ReadMarks> {
  return file.read(outFolder);
}

/** @throws WriteFault and GraderFault as `LineFile.append` */
export function appendMarks(outFolder: string, lines: readonly MarkLine[]): Promise<void> {
  return file.append(outFolder, lines);
}
