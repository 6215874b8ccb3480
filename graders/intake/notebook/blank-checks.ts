/**
 * Takes what asks the selfcheck out of a cell: it is handed out in cells of its own, and joined with an answer by whoever
 * joins those cells. Every line and column stays where it is. Pure; well enough, without a compiler; never fails.
 */
import { cutSource, type Piece } from "../cut-source";

/** What the handed out check cells import. */
const selfcheckFolder = /^["']\.\/selfcheck\//;

interface Span {
  /** Numbers of its first and last piece. */
  readonly first: number;
  readonly last: number;
}

/** The cell as it is where it imports nothing of the selfcheck. One pass over its pieces, whatever they are. */
export function blankChecks(source: string): string {
  if (!source.includes("/selfcheck/")) return source;
  const pieces = [...cutSource(source)].filter(({ kind }) => kind !== "comment");
  const imports = findImports(pieces);
  const names = new Set(imports.flatMap((one) => listNames(pieces.slice(one.first, one.last + 1))));
  const spans = [...imports, ...findCalls(pieces, names)].sort((a, b) => a.first - b.first);
  let rest = "";
  let from = 0;
  for (const { first, last } of spans) {
    const { at } = pieces[first] as Piece;
    const end = pieces[last] as Piece;
    const to = end.at + end.text.length;
    // Within a call that goes as a whole.
    if (at < from) continue;
    // An empty statement is left, since one is needed behind `if (…)`.
    rest += `${source.slice(from, at)}${source.slice(at, to - 1).replace(/[^\n]/g, " ")};`;
    from = to;
  }
  return rest + source.slice(from);
}

function findImports(pieces: readonly Piece[]): readonly Span[] {
  const found: Span[] = [];
  let first = -1;
  pieces.forEach(({ text }, at) => {
    if (text === "import") first = at;
    if (text === "export" || text === ";") first = -1;
    const isFrom = first !== -1 && /^(?:import|from)$/.test(pieces[at - 1]?.text ?? "");
    if (!isFrom || !selfcheckFolder.test(text)) return;
    found.push({ first, last: takeSemicolon(pieces, at) });
    first = -1;
  });
  return found;
}

/** What an import calls the things that it imports. */
function listNames(pieces: readonly Piece[]): readonly string[] {
  return pieces.flatMap(({ kind, text }, at) => {
    const isName = kind === "word" && !/^(?:import|from|as|type)$/.test(text);
    return isName && pieces[at + 1]?.text !== "as" ? [text] : [];
  });
}

/** Statements that call one of the names, or what one has, and do nothing else. */
function findCalls(pieces: readonly Piece[], names: ReadonlySet<string>): readonly Span[] {
  const closing = matchBrackets(pieces);
  return pieces.flatMap(({ kind, text }, at) => {
    if (kind !== "word" || !names.has(text)) return [];
    const isAwaited = /^(?:await|void)$/.test(pieces[at - 1]?.text ?? "");
    const first = isAwaited ? at - 1 : at;
    const last = startsStatement(pieces, first) ? endCalls(pieces, at, closing) : at;
    return last > at && endsStatement(pieces, last) ? [{ first, last: takeSemicolon(pieces, last) }] : [];
  });
}

/** From the number of each round bracket that opens to the one that closes it. */
function matchBrackets(pieces: readonly Piece[]): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  pieces.forEach(({ text }, at) => {
    if (text === "(") open.push(at);
    const opened = text === ")" ? open.pop() : undefined;
    if (opened !== undefined) closing.set(opened, at);
  });
  return closing;
}

/** Number of the last piece of `check(…)`, `own.check(…)`, `check(…).then(…)`; of the name alone where nothing is called. */
function endCalls(pieces: readonly Piece[], name: number, closing: ReadonlyMap<number, number>): number {
  let last = name;
  for (;;) {
    const step = pieces[last + 1]?.text === "." ? last + 2 : (closing.get(last + 1) ?? last);
    if (step === last) return last;
    last = step;
  }
}

/** Whether a line break may end a statement behind it. */
const value = /[\p{L}\p{N}_$)\]"'`]$/u;

function startsStatement(pieces: readonly Piece[], first: number): boolean {
  const before = pieces[first - 1];
  if (before === undefined || /^[;{}]$/.test(before.text)) return true;
  return before.line < (pieces[first]?.line ?? 0) && value.test(before.text);
}

function endsStatement(pieces: readonly Piece[], last: number): boolean {
  const after = pieces[last + 1];
  return after === undefined || /^[;}]$/.test(after.text) || after.line > (pieces[last]?.line ?? 0);
}

function takeSemicolon(pieces: readonly Piece[], last: number): number {
  return pieces[last + 1]?.text === ";" ? last + 1 : last;
}
