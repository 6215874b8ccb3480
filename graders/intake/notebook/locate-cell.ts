/** From a place in a file that was made of a notebook to the notebook's cell. Pure. */
import type { CellPlace, CodePlace } from "../../contract/code-place";
import type { Submission } from "../../contract/submission";
import { findCell } from "./export-notebook";

export type Written = Pick<Submission, "entry" | "files" | "remarks">;

/** Null where the student has the file that the place is in. */
export function locateCell(
  { path, line }: Pick<CodePlace, "path" | "line">,
  { entry, files, remarks = [] }: Written,
): CellPlace | null {
  const isNotebook = path === entry && remarks.some(({ code }) => code === "notebook-taken");
  return isNotebook ? findCell(files.find((file) => file.path === path)?.text ?? "", line) : null;
}
