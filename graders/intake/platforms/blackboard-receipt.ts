/** The text that Blackboard writes beside every attempt: whose it is, and what was typed into the page. Pure. */

export interface Receipt {
  /** Null where its first line names nobody. */
  readonly student: { readonly user: string; readonly name: string | null } | null;
  /** "" where nothing was typed; null where it is in a language that is not known here. */
  readonly typed: string | null;
}

const fieldLabel = "Submission Field:";
const filesLabel = "Files:";
/** What stands there whatever was typed. */
const own = new Set([
  "Comments:",
  "There is no student submission text data for this assignment.",
  "There are no student comments for this assignment.",
]);
const longestName = 400;

export function readReceipt(text: string): Receipt {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  return { student: readStudent(lines[0] ?? ""), typed: readTyped(lines.map((line) => line.trimEnd())) };
}

/** "Name: Kim Lee (klee)", whatever the word for it: people choose their names, so the last brackets are the platform's. */
function readStudent(line: string): Receipt["student"] {
  const told = line.slice(0, longestName).trim();
  const [colon, bracket] = [told.indexOf(":"), told.lastIndexOf("(")];
  const user = told.slice(bracket + 1, -1).trim();
  if (bracket === -1 || !told.endsWith(")") || user === "") return null;
  const name = told.slice(colon + 1, bracket).trim();
  return { user, name: colon === -1 || colon > bracket || name === "" ? null : name };
}

/** A student may type what looks like a label: the first field and the last list of files are the platform's. */
function readTyped(lines: readonly string[]): string | null {
  const from = lines.indexOf(fieldLabel);
  if (from === -1) return hasParagraphs(lines) ? null : "";
  const to = lines.lastIndexOf(filesLabel);
  const body = lines.slice(from + 1, to > from ? to : lines.length);
  return body
    .filter((line) => !own.has(line.trim()))
    .join("\n")
    .trim();
}

/** More than the lines that every receipt begins with. */
function hasParagraphs(lines: readonly string[]): boolean {
  const head = lines.indexOf("");
  return head !== -1 && lines.slice(head).some((line) => line !== "");
}
