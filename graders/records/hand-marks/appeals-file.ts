/** `staff/appeals.jsonl`: a line for every request for another look, only ever added to. */
import type { Appeal } from "../../contract/appeal";
import schema from "../../contract/schemas/appeal.schema.json";
import { createLineFile, type ReadLines } from "../line-file";
import { outputFiles } from "../output-files";

const file = createLineFile<Appeal>({
  file: outputFiles.appeals,
  schema,
  holds: "the requests of students",
  advice: "take the table in again",
});

/** @throws UsageError as `LineFile.read` */
export function readAppeals(outFolder: string): Promise<ReadLines<Appeal>> {
  return file.read(outFolder);
}

/** @throws WriteFault and GraderFault as `LineFile.append` */
export function appendAppeals(outFolder: string, lines: readonly Appeal[]): Promise<void> {
  return file.append(outFolder, lines);
}
