/** What a file is, by its name alone. */
import type { TreeItem } from "./file-tree";

export const entryName = "submission.ts";
export const answersName = "answers.md";

/** What systems and programs leave behind; nobody handed it in. */
const junk =
  /^(?:\.(?!\.?\/).*|node_modules|__MACOSX|Thumbs\.db|ehthumbs\.db|desktop\.ini|Icon\r|\$RECYCLE\.BIN|System Volume Information)$/i;
const sourceEnd = /\.(?:[cm]?[jt]s|[jt]sx)(?:\.txt)?$/i;
const declarationEnd = /\.d\.[cm]?ts$/i;
/** "Submission.ts", "submission (1).ts", "submission.ts.txt", "submission.js", but neither of a program's settings. */
const nearEntry = /^submission\b.*$/i;
const configuration = /\.(?:config|test|spec)\.[^.]+$/i;
const answers = /^(?:answers?|explanations?)\.(?:md|markdown|txt)(?:\.txt)?$/i;

function isJunkName(name: string): boolean {
  return junk.test(name);
}

export function isSourceName(name: string): boolean {
  return sourceEnd.test(name) && !declarationEnd.test(name);
}

export function isConfigurationName(name: string): boolean {
  return configuration.test(name);
}

export function isNearEntryName(name: string): boolean {
  return nearEntry.test(name) && isSourceName(name) && !isConfigurationName(name);
}

export function isNotebookName(name: string): boolean {
  return /\.ipynb$/i.test(name);
}

/** It may hold what can be imported, or import it. */
export function isCodeName(name: string): boolean {
  return isSourceName(name) || isNotebookName(name);
}

export function isZipName(name: string): boolean {
  return /\.zip$/i.test(name);
}

export function isForeignArchiveName(name: string): boolean {
  return /\.(?:rar|7z|tar|tgz|tar\.\w+|gz|bz2|xz)$/i.test(name);
}

export function isAnswersName(name: string): boolean {
  return answers.test(name);
}

/** The name that the compiler wants: "lib.js", "Lib.TSX" and "lib.ts.txt" end in ".ts" as well. Names in one Unicode form. */
export function toCompiledName(path: string): string {
  return path.normalize("NFC").replace(sourceEnd, ".ts");
}

export function dropJunk(items: readonly TreeItem[]): readonly TreeItem[] {
  return items.filter(({ name }) => !isJunkName(name));
}
