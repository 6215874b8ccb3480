/** How the names of submissions hold ids, names or e-mail addresses: `{id}_*`. Pure, linear in the name. */
import { UsageError } from "../../contract/faults";
import type { Student } from "../../contract/roster";

/** True when a submission's name is what the pattern says it is for this student. */
export type NamePattern = (submissionName: string, student: Student) => boolean;

type Token = { readonly kind: "text"; readonly text: string } | { readonly kind: "id" | "name" | "email" };

/**
 * `{id}`, `{name}` and `{email}` stand for what the roster says of a student, `*` for anything; all else for itself.
 * Ids are compared exactly; without an id in the pattern, case does not matter, and `_` is a blank, since
 * platforms write names so.
 *
 * @throws UsageError when it holds none of the three, or something else in braces
 */
export function parseNamePattern(pattern: string): NamePattern {
  const tokens = splitPattern(pattern);
  const isExact = tokens.some((one) => one.kind === "id");
  const fold = isExact ? foldForm : foldName;
  return (submissionName, student) => {
    const values = tokens.map((token) => (token.kind === "text" ? token.text : (student[token.kind] ?? "")));
    if (values.includes("")) return false;
    // A star of the roster's own is no wildcard: stars of the pattern stand apart from all values.
    const pieces: string[] = [""];
    tokens.forEach((token, index) => {
      if (token.kind === "text" && token.text === "*") pieces.push("");
      else pieces[pieces.length - 1] += fold(values[index] ?? "");
    });
    return [submissionName, dropSourceEnding(submissionName)].some((one) => fits(pieces, fold(one)));
  };
}

function splitPattern(pattern: string): readonly Token[] {
  const parts = pattern.split(/(\{[^{}]*\}|\*)/).filter((part) => part !== "");
  const tokens = parts.map((part): Token => {
    if (part === "{id}") return { kind: "id" };
    if (part === "{name}") return { kind: "name" };
    if (part === "{email}") return { kind: "email" };
    if (part.startsWith("{") && part.endsWith("}")) {
      throw new UsageError(`--match: expected {id}, {name} or {email}, got ${part}`);
    }
    return { kind: "text", text: part };
  });
  if (tokens.every((one) => one.kind === "text")) {
    throw new UsageError(`--match: expected {id}, {name} or {email} in it, got ${JSON.stringify(pattern)}`);
  }
  return tokens;
}

/** Whether the pieces stand in the text in their order, the first at its start and the last at its end. */
function fits(pieces: readonly string[], text: string): boolean {
  const [first = "", ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const piece of rest) {
    const at = text.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}

function dropSourceEnding(name: string): string {
  return name.replace(/\.[cm]?[jt]sx?$/i, "");
}

function foldForm(text: string): string {
  return text.normalize("NFC");
}

function foldName(text: string): string {
  return foldForm(text).toLowerCase().replace(/_/g, " ");
}
