/** A source file as its tokens: no blanks, no comments. Pure; never fails, whatever the text. */
import { ts } from "../../running/compile/compiler-api";

export interface Token {
  /** As it is written. */
  readonly text: string;
  /** The same for every name, and for every text: renaming changes nothing. */
  readonly shape: string;
  /** Line and column that it starts and ends at, from 0. */
  readonly start: Place;
  readonly end: Place;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

const { SyntaxKind } = ts;

/** By the scanner alone: a parser would run out of stack on work that is nested deeply enough. @param most of them, the first ones */
export function listTokens(source: string, most = Number.POSITIVE_INFINITY): readonly Token[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, source);
  const placeOf = createPlaces(source);
  const tokens: Token[] = [];
  // How many braces were open where a template's ${ began: its } goes on with the template.
  const templates: number[] = [];
  let depth = 0;
  let before: ts.SyntaxKind = SyntaxKind.Unknown;
  for (
    let kind = scanner.scan();
    kind !== SyntaxKind.EndOfFileToken && tokens.length < most;
    kind = scanner.scan()
  ) {
    if (kind === SyntaxKind.SlashToken || kind === SyntaxKind.SlashEqualsToken)
      kind = endsValue(before) ? kind : scanner.reScanSlashToken();
    if (kind === SyntaxKind.CloseBraceToken && templates.at(-1) === depth) {
      kind = scanner.reScanTemplateToken(false);
      if (kind === SyntaxKind.TemplateTail) templates.pop();
    } else if (kind === SyntaxKind.CloseBraceToken) depth -= 1;
    if (kind === SyntaxKind.TemplateHead) templates.push(depth);
    if (kind === SyntaxKind.OpenBraceToken) depth += 1;
    const text = scanner.getTokenText();
    const [start, end] = [placeOf(scanner.getTokenStart()), placeOf(scanner.getTokenEnd())];
    tokens.push({ text, shape: nameShape(kind, text), start, end });
    before = kind;
  }
  return tokens;
}

/** For positions that only grow. */
function createPlaces(source: string): (position: number) => Place {
  let [line, start] = [0, 0];
  return (position) => {
    for (let end = source.indexOf("\n", start); end >= 0 && end < position; end = source.indexOf("\n", start))
      [line, start] = [line + 1, end + 1];
    return { line, column: position - start };
  };
}

const valueEnds: ReadonlySet<ts.SyntaxKind> = new Set([
  SyntaxKind.CloseParenToken,
  SyntaxKind.CloseBracketToken,
  SyntaxKind.CloseBraceToken,
  SyntaxKind.TemplateTail,
  SyntaxKind.ThisKeyword,
  SyntaxKind.NullKeyword,
  SyntaxKind.TrueKeyword,
  SyntaxKind.FalseKeyword,
]);

/** After a value a slash divides; else it begins a pattern. */
function endsValue(kind: ts.SyntaxKind): boolean {
  const isLiteral = kind >= SyntaxKind.FirstLiteralToken && kind <= SyntaxKind.LastLiteralToken;
  return kind === SyntaxKind.Identifier || isLiteral || valueEnds.has(kind);
}

function nameShape(kind: ts.SyntaxKind, text: string): string {
  switch (kind) {
    case SyntaxKind.Identifier:
      return "name";
    case SyntaxKind.StringLiteral:
    case SyntaxKind.NoSubstitutionTemplateLiteral:
    case SyntaxKind.TemplateHead:
    case SyntaxKind.TemplateMiddle:
    case SyntaxKind.TemplateTail:
      return "text";
    default:
      return text;
  }
}
