/** What a student wrote into a comment, without what stood there already and what is no prose. Pure; linear in the comment. */
import { dropNote } from "../contract/explanation";
import type { QuestionNames } from "./question-names";

/** "Returns a count.", as the starter says below its heading in the languages that it is handed out in. */
const returned = /^@?(?:returns|rend) .*?(?:\.(?=\s|$)|$)/i;

/**
 * Without the starter's heading and the sentence below it, a student's notes of what is still to do, and code that was
 * commented out. What a student writes behind the starter's words, or in their place, stays.
 */
export function keepOwnWords(comment: string, { id, handedOut }: QuestionNames): string {
  const mark = `(\`${id}\`,`;
  const lines = comment.split("\n");
  const own = lines.map((line, at) => {
    const heading = line.indexOf(mark);
    if (heading >= 0) return line.slice(heading + mark.length).replace(/^[^)]*\)[.:]?/, "");
    const isBelow = lines[at - 1]?.includes(mark) === true;
    const isHandedOut = isBelow || handedOut.some((text) => text !== "" && line.includes(text));
    return isHandedOut ? line.replace(returned, "") : line;
  });
  return own
    .map((line) => dropNote(line).trim())
    .filter((line) => !isCode(line))
    .join("\n")
    .trim();
}

const quoted = /"[^"]*"|'[^']*'|`[^`]*`/g;
const keyword =
  "(?:abstract|as|asserts|async|await|case|class|const|declare|default|delete|do|else|enum|export|extends|for|from|function|get|if|implements|import|in|infer|instanceof|interface|is|keyof|let|namespace|new|of|private|protected|public|readonly|return|satisfies|set|static|throw|type|typeof|unique|var|void|while|yield)(?!\\p{L})";
const name = `(?!${keyword})\\p{L}{2,}`;
/** Two names with only a blank between them are no code; nor is a formula of LaTeX, or a script that needs no blanks. */
const prose = new RegExp(`(?<!\\p{L})${name} ${name}|\\\\[A-Za-z]{2}|\\p{Lo}{4}`, "u");

/** By how it ends, unless it reads as prose. */
function isCode(line: string): boolean {
  return /[;{}]$/.test(line) && !prose.test(line.replace(quoted, '""'));
}
