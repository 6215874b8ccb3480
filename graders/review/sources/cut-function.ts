/** The lines of a source file that define one exported function, with the comment above. Pure; never fails. */
import { cutSource } from "../../intake/cut-source";

const starters = new Set([
  "export",
  "import",
  "const",
  "let",
  "var",
  "function",
  "async",
  "class",
  "type",
  "interface",
  "enum",
  "declare",
]);

/** Null where no statement on top defines the name. */
export function cutFunction(source: string, name: string): string | null {
  const lines = source.split("\n");
  const statements = listStatements(source);
  const at = statements.findIndex(({ words }) => isDefinition(words, name));
  const found = statements[at];
  if (found === undefined) return null;
  const end = statements[at + 1]?.line ?? lines.length + 1;
  return lines
    .slice(found.line - 1, end - 1)
    .join("\n")
    .trim();
}

interface Statement {
  /** First line, from 1, with the comment above. */
  readonly line: number;
  readonly words: string[];
}

/** A statement begins at a line that starts with one of its words, outside all brackets. */
function listStatements(source: string): readonly Statement[] {
  const statements: Statement[] = [];
  let comment: number | null = null;
  let lastLine = 0;
  for (const { kind, text, line, depth } of cutSource(source)) {
    if (depth > 0) {
      lastLine = line;
      continue;
    }
    if (kind === "comment") {
      if (line > lastLine) comment ??= line;
      lastLine = line;
      continue;
    }
    if (kind === "word" && starters.has(text) && line > lastLine) {
      statements.push({ line: comment ?? line, words: [text] });
    } else if (kind === "word") statements.at(-1)?.words.push(text);
    comment = null;
    lastLine = line;
  }
  return statements;
}

/** "export const area = …", "export async function area(…)". */
function isDefinition(words: readonly string[], name: string): boolean {
  const at = words.indexOf(name);
  return at > 0 && at <= 3 && words.slice(0, at).every((word) => starters.has(word) || word === "default");
}
