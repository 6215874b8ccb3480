/** Reads a notebook's file as the submission that its cells are. */
import { mebibyte } from "../../../reference/byte-sizes";
import type { Limits } from "../../contract/limits";
import type { FileTree } from "../file-tree";
import { decodeSource } from "../read-source";
import { type ExportedNotebook, exportNotebook } from "./export-notebook";

/** Pictures in a notebook's outputs may be large; they are not read further. */
const notebookBytes = 64 * mebibyte;

/** @throws Refusal where it is no text, or too large; GraderFault */
export async function openNotebook(tree: FileTree, path: string, limits: Limits): Promise<ExportedNotebook> {
  const text = decodeSource(await tree.read(path, notebookBytes), path);
  return exportNotebook(path, text, limits);
}
