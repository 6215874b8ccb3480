/** How much is looked at to choose which of the files is the submission: as much as a submission may have. */
import type { Limits } from "../contract/limits";
import { readFenced } from "./fenced-source";
import { type FileTree, nameOf } from "./file-tree";
import { isNotebookName } from "./handed-in-names";
import { openNotebook } from "./notebook/open-notebook";
import { decodeSource, Refusal } from "./read-source";
import { refuse } from "./remarks";

/** Every text is read once. It rejects with a Refusal when too many are asked for, or too long ones. */
export type Look = (path: string) => Promise<string>;

export function openLooks(tree: FileTree, limits: Limits): Look {
  const known = new Map<string, string>();
  let bytes = 0;
  return async (path) => {
    const text = known.get(path) ?? (await decodeIfPossible(tree, path, limits));
    if (known.has(path)) return text;
    known.set(path, text);
    bytes += Buffer.byteLength(text);
    if (known.size > limits.sourceFiles) throw new Refusal(refuse.tooManyFiles(limits.sourceFiles));
    if (bytes > limits.sourceBytes) throw new Refusal(refuse.tooMuch(limits.sourceBytes));
    return text;
  };
}

/** The code of a source or of a notebook's cells; "" where it cannot be taken. */
export async function decodeIfPossible(tree: FileTree, path: string, limits: Limits): Promise<string> {
  try {
    if (isNotebookName(nameOf(path))) {
      const exported = await openNotebook(tree, path, limits);
      return exported.kind === "exported" ? exported.submission : "";
    }
    const text = decodeSource(await tree.read(path, limits.sourceFileBytes), path);
    return readFenced(text) ?? text;
  } catch (error) {
    if (error instanceof Refusal) return "";
    throw error;
  }
}
