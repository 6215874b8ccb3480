/** What people decided in the folders of parts, into the folder that is merged into. */
import { appendMarks, type ReadMarks, readMarks } from "../../records/hand-marks/marks-file";

/**
 * A decision that is there already stays where it is in the order; the others come after it, in the order of their times.
 *
 * @throws UsageError as `readMarks`; WriteFault
 */
export async function takeMarks(
  outputs: readonly { readonly folder: string }[],
  outFolder: string,
): Promise<ReadMarks> {
  const own = await readMarks(outFolder);
  const ofParts = await Promise.all(outputs.map(({ folder }) => readMarks(folder)));
  const byId = new Map(ofParts.flatMap(({ lines }) => lines.map((line) => [line.id, line] as const)));
  for (const { id } of own.lines) byId.delete(id);
  const added = [...byId.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  if (added.length > 0) await appendMarks(outFolder, added);
  const notices = [own, ...ofParts].flatMap((one) => one.notices);
  return { lines: [...own.lines, ...added], notices };
}
