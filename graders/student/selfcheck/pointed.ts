/** Points at a place in what a student wrote: the file or the cell, the line, and the line itself. Pure. */
import type { CellPlace, CodePlace } from "../../contract/code-place";
import type { Submission } from "../../contract/submission";
import { cutSource } from "../../intake/cut-source";
import { locateCell, type WrittenFiles } from "../../intake/notebook/locate-cell";

export interface Pointed extends CodePlace {
  /** The line, as the student wrote it; "" where it is not known. */
  readonly source: string;
  /** The line above it. */
  readonly above: string;
  /** Where it stands in the notebook that the file was made of; null in a file of the student's own. */
  readonly cell: CellPlace | null;
}

export function pointAt(place: CodePlace, written: WrittenFiles): Pointed {
  const text = written.files.find(({ path }) => path === place.path)?.text ?? "";
  const lines = text.split(/\r\n|\r|\n/);
  return {
    ...place,
    source: lines[place.line - 1] ?? "",
    above: lines[place.line - 2] ?? "",
    cell: locateCell(place, written),
  };
}

/**
 * Where something was thrown that is no error, so that it does not say from where: the one `throw` of such a thing, or
 * the one whose line holds the text. Null when several could be it.
 *
 * @param message as the runner writes it: "string: too small"
 */
export function findThrow(message: string, files: Submission["files"]): CodePlace | null {
  const [, thrown = ""] =
    /^(?:string|number|boolean|bigint|symbol|undefined|object): ([\s\S]*)$/.exec(message) ?? [];
  const throws = files.flatMap(listThrows);
  const naming = throws.filter(({ source }) => thrown !== "" && source.includes(thrown));
  const [only, another] = naming.length > 0 ? naming : throws;
  return only === undefined || another !== undefined ? null : only.place;
}

interface FoundThrow {
  readonly place: CodePlace;
  readonly source: string;
}

/** Those of errors are left out: an error brings its own place. */
function listThrows({ path, text }: Submission["files"][number]): readonly FoundThrow[] {
  const lines = text.split("\n");
  const found: FoundThrow[] = [];
  let before = { text: "", line: 0 };
  for (const piece of cutSource(text)) {
    if (piece.kind === "comment") continue;
    if (before.text === "throw" && piece.text !== "new") {
      const source = lines[before.line - 1] ?? "";
      found.push({ place: { path, line: before.line, column: source.indexOf("throw") + 1 }, source });
    }
    before = piece;
  }
  return found;
}
