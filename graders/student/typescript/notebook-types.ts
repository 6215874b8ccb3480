/** What a kernel takes from a notebook's cells, and one file could not hold. Pure. */
import { cutCells, isJoined } from "../../contract/joined-cells";
import { blankOut } from "../../running/compile/cells/edits";
import { isBroken, readCell } from "../../running/compile/cells/read-cell";

/** Cells that do not compile are told apart: what their brackets swallow is no mistake of others. */
export function leaveOutBroken(text: string): string {
  if (!isJoined(text)) return text;
  const lines = text.split("\n");
  for (const cell of cutCells(text).map(readCell)) {
    if (!isBroken(cell)) continue;
    blankOut(cell.text)
      .split("\n")
      .forEach((blank, at) => {
        lines[cell.line - 1 + at] = blank;
      });
  }
  return lines.join("\n");
}

/** TypeScript's numbers for a name that is declared, exported or imported twice: the last one counts. */
const declaredAgain = new Set([2300, 2308, 2323, 2393, 2395, 2403, 2440, 2451, 2484, 2528, 2567, 2813, 2814]);

/** Whether a mistake is none in a notebook. @param text of the file */
export function isTakenInCells(code: number, text: string): boolean {
  return declaredAgain.has(code) && isJoined(text);
}
