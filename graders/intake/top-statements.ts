/** Cuts a source into the statements at its top level, well enough, without a compiler. Pure; one pass; never fails. */
import { cutSource, type Piece } from "./cut-source";

/** Behind these a statement goes on in the next line. */
const going = new Set(["as", "satisfies", "instanceof", "in", "of", "extends", "implements", "else", "from"]);
/** A line break may end a statement behind these. */
const value = /[\p{L}\p{N}_$)\]}"'`]$/u;
/** And never behind one of these words. */
const leading =
  /^(?:export|default|declare|abstract|async|function|const|let|var|class|enum|namespace|module|new|return)$/;

/** Behind a brace these begin a statement on its line as well. */
const starting =
  /^(?:export|import|declare|async|function|const|let|var|class|enum|interface|namespace|module|exports|type)$/;

/** Without comments, and without the semicolons between them. */
export function* cutStatements(source: string): Generator<readonly Piece[]> {
  let statement: Piece[] = [];
  let before: Piece | undefined;
  for (const piece of cutSource(source)) {
    if (piece.kind === "comment") continue;
    const isEnd = piece.depth === 0 && piece.text === ";";
    if (
      statement.length > 0 &&
      (isEnd || startsStatement(piece, before) || isBehind(piece, before, statement))
    ) {
      yield statement;
      statement = [];
    }
    if (!isEnd) statement.push(piece);
    before = piece;
  }
  if (statement.length > 0) yield statement;
}

function startsStatement({ kind, text, depth, line }: Piece, before: Piece | undefined): boolean {
  if (depth > 0 || before === undefined || kind !== "word" || going.has(text)) return false;
  if (before.text === "}" && starting.test(text)) return true;
  return line > before.line && value.test(before.text) && !leading.test(before.text);
}

/** Brackets are no arguments of what is declared above them. */
function isBehind({ text, line }: Piece, before: Piece | undefined, statement: readonly Piece[]): boolean {
  if (!/^[([]$/.test(text) || before?.text !== "}" || before.depth > 0 || line === before.line) return false;
  return statement.slice(0, 3).some((one) => /^(?:function|class|enum|namespace)$/.test(one.text));
}
