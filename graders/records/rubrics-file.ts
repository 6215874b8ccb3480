/** `staff/rubrics.jsonl`: what each rubric and plan that marked this class was made of, only ever added to. */
import type { RubricParts } from "../contract/rubric-parts";
import schema from "../contract/schemas/rubric.schema.json";
import { createLineFile, type ReadLines } from "./line-file";
import { outputFiles } from "./output-files";

/** MAJOR.MINOR of rubric.schema.json. */
export const rubricsVersion = "1.0";

export interface RubricLine extends RubricParts {
  readonly schemaVersion: typeof rubricsVersion;
  readonly rubricDigest: string;
  readonly planDigest: string;
}

const file = createLineFile<RubricLine>({
  file: outputFiles.rubrics,
  schema,
  holds: "what the rubrics of this class were made of",
  advice: "marks by that rubric are made anew",
});

/** @throws UsageError as `LineFile.read` */
export function readRubrics(outFolder: string): Promise<ReadLines<RubricLine>> {
  return file.read(outFolder);
}

/** @throws WriteFault and GraderFault as `LineFile.append` */
export function appendRubrics(outFolder: string, lines: readonly RubricLine[]): Promise<void> {
  return file.append(outFolder, lines);
}
