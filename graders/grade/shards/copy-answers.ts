/** What submissions answered, from the parts into the folder that is merged into, each with the record that was chosen. */
import { join } from "node:path";
import type { SubmissionRecord } from "../../contract/record";
import { nameFolder } from "../../records/folder-name";
import { isThere } from "../../records/if-there";
import { locateFor, outputFiles } from "../../records/output-files";
import { copyWholeFile } from "../../records/text-file";
import type { RecordsOfFolder } from "./read-output";

/** @throws UsageError, WriteFault */
export async function copyAnswers(
  chosen: readonly SubmissionRecord[],
  outputs: readonly RecordsOfFolder[],
  outFolder: string,
): Promise<void> {
  for (const record of chosen) {
    const folder = outputs.find(({ records }) => records.includes(record))?.folder;
    if (folder === undefined) continue;
    const place = locateFor(outputFiles.answers, nameFolder(record.submission.id));
    if (isThere(join(folder, place))) await copyWholeFile(join(folder, place), join(outFolder, place));
  }
}
