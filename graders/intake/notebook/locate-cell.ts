/** From a place in a file that was made of a notebook to the notebook's cell. Pure. */
import type { CellPlace, CodePlace } from "../../contract/code-place";
import type { Submission } from "../../contract/submission";
import { findCell } from "./export-notebook";

export type WrittenFiles = Pick<Submission, "entry" | "files">;

/** Null where the file that the place is in was not made of a notebook. */
export function locateCell(
  { path, line }: Pick<CodePlace, "path" | "line">,
  { entry, files }: WrittenFiles,
): CellPlace | null {
  return path === entry ? findCell(files.find((file) => file.path === path)?.text ?? "", line) : null;
}
