/** What records said before they were replaced, from the parts into the folder that is merged into. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { nameFolder } from "../../records/folder-name";
import { listIfThere } from "../../records/if-there";
import { locateFor, outputFiles } from "../../records/output-files";
import { copyWholeFile } from "../../records/text-file";
import type { RecordsOfFolder } from "./read-output";

/** A name there holds a digest of what lies under it: what is there already is the same. @throws UsageError, WriteFault */
export async function copyHistory(outputs: readonly RecordsOfFolder[], outFolder: string): Promise<void> {
  for (const { folder, records } of outputs)
    for (const { submission } of records) {
      const place = locateFor(outputFiles.history, nameFolder(submission.id));
      const names = (await listIfThere(join(folder, place))).map(({ name }) => name);
      // A draft of a run that was killed is nobody's history.
      const whole = names.filter((one) => !one.startsWith("."));
      for (const name of whole.filter((one) => !existsSync(join(outFolder, place, one))))
        await copyWholeFile(join(folder, place, name), join(outFolder, place, name));
    }
}
