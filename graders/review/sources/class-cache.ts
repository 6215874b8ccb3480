/** The class as it is now: marks are read anew each time, records when one of their files has changed. */
import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { type MarkingClass, openMarkingClass, readDecisions } from "../../grade/marking/marking-class";
import { listIfThere } from "../../records/if-there";
import { locateFor, outputFiles } from "../../records/output-files";

/**
 * Records are looked for as often as that at most: a decision and the page after it ask three times. Who decides about a
 * record that was replaced since has the mark flagged, as given for another hand-in.
 */
const lookAgainAfterMs = 250;

/** @returns reads `outFolder`. @throws UsageError where no class was graded, or something of it cannot be read */
export function createClassReader(
  outFolder: string,
  readDecided: (outFolder: string) => Promise<Omit<MarkingClass, "records">> = readDecisions,
  clock: () => number = () => performance.now(),
): () => Promise<MarkingClass> {
  let known: (Pick<MarkingClass, "records"> & { readonly state: string }) | undefined;
  let lookedMs = Number.NEGATIVE_INFINITY;
  return async () => {
    if (known === undefined || clock() - lookedMs > lookAgainAfterMs) {
      lookedMs = clock();
      const state = await describeRecords(outFolder);
      if (known?.state !== state) known = { state, records: (await openMarkingClass(outFolder)).records };
    }
    return { records: known.records, ...(await readDecided(outFolder)) };
  };
}

/**
 * A record is written beside the old one and takes its place, so another number on the disk is another record. Asked
 * one after the other: a thousand answers at once would each wait for a thread.
 */
async function describeRecords(outFolder: string): Promise<string> {
  const staff = join(outFolder, dirname(locateFor(outputFiles.record, ".")));
  const items = await listIfThere(staff);
  const folders = items.flatMap((item) => (item.isDirectory() ? [item.name] : [])).sort();
  const states = folders.flatMap((name) => {
    const path = join(outFolder, locateFor(outputFiles.record, name));
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    return found === undefined ? [] : [`${name} ${found.ino} ${found.mtimeNs} ${found.size}`];
  });
  return states.join("\n");
}
