/** `staff/accepted.jsonl`: what a person accepted for this class besides the rubric, only ever added to. */
import type { AcceptanceLine } from "../contract/accepted-option";
import schema from "../contract/schemas/accepted.schema.json";
import { createLineFile, type ReadLines } from "./line-file";
import { outputFiles } from "./output-files";

const file = createLineFile<AcceptanceLine>({
  file: outputFiles.accepted,
  schema,
  holds: "what was accepted for this class",
  advice: "accept it again",
});

/** @throws UsageError as `LineFile.read` */
export function readAcceptances(outFolder: string): Promise<ReadLines<AcceptanceLine>> {
  return file.read(outFolder);
}

/** @throws WriteFault and GraderFault as `LineFile.append` */
export function appendAcceptances(outFolder: string, lines: readonly AcceptanceLine[]): Promise<void> {
  return file.append(outFolder, lines);
}
