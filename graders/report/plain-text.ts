/** Text for a mail program: lines that break where a reader's would, with what stands further in kept there. Pure. */

/** What mail programs show without breaking lines themselves (RFC 3676 recommends at most 78). */
const longestLine = 76;

const listMark = /^\s*- /;

/** Breaks lines at blanks; the rest of a broken one stands as far in as its beginning, or its list's text. */
export function wrapLines(text: string): string {
  return text.split("\n").map(wrapLine).join("\n");
}

function wrapLine(line: string): string {
  if (line.length <= longestLine) return line;
  const start = (listMark.exec(line)?.[0] ?? /^ */.exec(line)?.[0] ?? "").length;
  const indent = " ".repeat(start);
  const lines: string[] = [];
  let current = line.slice(0, start);
  let isEmpty = true;
  for (const word of line.slice(start).split(" ")) {
    if (!isEmpty && current.length + 1 + word.length > longestLine) {
      lines.push(current);
      current = indent + word;
      continue;
    }
    current = isEmpty ? current + word : `${current} ${word}`;
    isEmpty = false;
  }
  return [...lines, current].join("\n");
}
