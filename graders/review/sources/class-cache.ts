/** The class as it is now: marks are read anew each time, records when one of their files has changed. */
import { readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type MarkingClass, openMarkingClass, readDecisions } from "../../grade/marking/marking-class";
import { locateFor, outputFiles } from "../../records/output-files";

/** @returns reads `outFolder`. @throws UsageError where no class was graded, or something of it cannot be read */
export function createClassReader(
  outFolder: string,
  readDecided: (outFolder: string) => Promise<Omit<MarkingClass, "records">> = readDecisions,
): () => Promise<MarkingClass> {
  let known: (Pick<MarkingClass, "records"> & { readonly state: string }) | undefined;
  return async () => {
    const state = await describeRecords(outFolder);
    if (known?.state !== state) known = { state, records: (await openMarkingClass(outFolder)).records };
    return { records: known.records, ...(await readDecided(outFolder)) };
  };
}

/** A record is written beside the old one and takes its place, so another number on the disk is another record. */
async function describeRecords(outFolder: string): Promise<string> {
  const staff = join(outFolder, dirname(locateFor(outputFiles.record, ".")));
  const names = (await readdir(staff).catch(() => [])).sort();
  const states = names.map(async (name) => {
    const path = join(outFolder, locateFor(outputFiles.record, name));
    const found = await stat(path, { bigint: true }).catch(() => null);
    return found === null ? [] : [name, String(found.ino), String(found.mtimeNs), String(found.size)];
  });
  return JSON.stringify(await Promise.all(states));
}
