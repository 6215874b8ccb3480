/** Takes requests for another look into the class, where they wait for a person. */
import { appendAppeals, readAppeals } from "../../records/hand-marks/appeals-file";
import { lockFolder } from "../lock";
import { readAppealsTable } from "./appeals-table";
import { openMarkingClass } from "./marking-class";

export interface TakenAppeals {
  readonly taken: number;
  /** Lines that were there already, from an earlier reading or above in the same table. */
  readonly known: number;
}

/**
 * All of the table is taken, or nothing is; what was taken before is not taken again.
 *
 * @throws UsageError naming every line that cannot be; WriteFault when the disk refuses
 */
export async function takeAppeals(
  outFolder: string,
  table: { readonly file: string; readonly csv: string },
  now: Date,
): Promise<TakenAppeals> {
  // Before the lock: it would make the folder.
  const { records } = await openMarkingClass(outFolder);
  const unlock = await lockFolder(outFolder);
  try {
    const asked = readAppealsTable(table, records, now);
    const known = new Set((await readAppeals(outFolder)).lines.map(({ id }) => id));
    const fresh = [...new Map(asked.map((one) => [one.id, one])).values()].filter(({ id }) => !known.has(id));
    if (fresh.length > 0) await appendAppeals(outFolder, fresh);
    return { taken: fresh.length, known: asked.length - fresh.length };
  } finally {
    await unlock();
  }
}
