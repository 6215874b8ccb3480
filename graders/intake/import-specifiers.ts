/** What a source imports, read in one pass without a compiler: comments and strings are told apart from code. */

export interface ImportedNames {
  readonly specifiers: readonly string[];
  /** It also imports what only running it would tell, such as `require("./" + name)`. */
  readonly hasComputed: boolean;
}

type Token =
  | { readonly kind: "word" | "mark"; readonly text: string }
  /** Null when it holds an escape or a substitution. */
  | { readonly kind: "string"; readonly value: string | null };

export function listImports(source: string): ImportedNames {
  const specifiers = new Set<string>();
  let hasComputed = false;
  const tokens = readTokens(source);
  tokens.forEach((token, at) => {
    if (token.kind !== "word" || isMark(tokens[at - 1], ".")) return;
    const next = tokens[at + 1];
    if (/^(?:import|from)$/.test(token.text) && next?.kind === "string") {
      if (next.value !== null) specifiers.add(next.value);
    } else if (token.text === "require" || (token.text === "import" && isMark(next, "("))) {
      const given = isMark(next, "(") ? tokens[at + 2] : undefined;
      if (given?.kind === "string" && given.value !== null && !isMark(tokens[at + 3], "+"))
        specifiers.add(given.value);
      else hasComputed = true;
    }
  });
  return { specifiers: [...specifiers], hasComputed };
}

function isMark(token: Token | undefined, text: string): boolean {
  return token?.kind === "mark" && token.text === text;
}

/** Words after which a slash starts a regular expression, as after most marks. */
const operators = /^(?:return|typeof|case|in|of|delete|void|throw|new|else|do|yield|await)$/;
const pattern =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|(["'])((?:\\[\s\S]|(?!\1)[^\\\n])*)\1?|[\p{ID_Start}$_#][\p{ID_Continue}$\u200c\u200d]*|[\s\S]/uy;

function readTokens(source: string): readonly Token[] {
  const tokens: Token[] = [];
  /** For every open template: how many braces are open in its current substitution. */
  const templates: number[] = [];
  let at = 0;
  /** Up to here no regular expression ends: looking again for each slash would take for ever. */
  let searched = 0;
  while (at < source.length) {
    const character = source[at] as string;
    const last = tokens.at(-1);
    const depth = templates.at(-1);
    if (character === "`" || (character === "}" && depth === 0)) {
      if (character === "}") templates.pop();
      at = readTemplate(source, at, tokens, templates);
      continue;
    }
    const isComment = character === "/" && /[/*]/.test(source[at + 1] ?? "");
    if (character === "/" && !isComment && at >= searched && startsExpression(last)) {
      const { end, isExpression } = readExpression(source, at);
      if (isExpression) {
        tokens.push({ kind: "mark", text: "/" });
        at = end;
        continue;
      }
      searched = end;
    }
    pattern.lastIndex = at;
    const [text = character, quote, value = ""] = pattern.exec(source) ?? [];
    at += text.length;
    if (/^\s/.test(text) || isComment) continue;
    if (quote !== undefined) tokens.push({ kind: "string", value: value.includes("\\") ? null : value });
    else tokens.push({ kind: /^[\p{ID_Start}$_#]/u.test(text) ? "word" : "mark", text });
    if (depth !== undefined && text === "{") templates[templates.length - 1] = depth + 1;
    if (depth !== undefined && text === "}") templates[templates.length - 1] = depth - 1;
  }
  return tokens;
}

/** A regular expression ends on its line, outside of a class, or is none. */
function readExpression(
  source: string,
  start: number,
): { readonly end: number; readonly isExpression: boolean } {
  let isInClass = false;
  let at = start + 1;
  for (; at < source.length && source[at] !== "\n"; at += source[at] === "\\" ? 2 : 1) {
    if (source[at] === "[") isInClass = true;
    if (source[at] === "]") isInClass = false;
    if (source[at] === "/" && !isInClass) return { end: at + 1, isExpression: true };
  }
  return { end: at, isExpression: false };
}

/** From a backquote, or the brace that ends a substitution, to the template's end or its next substitution. */
function readTemplate(source: string, start: number, tokens: Token[], templates: number[]): number {
  let at = start + 1;
  for (; at < source.length && source[at] !== "`"; at += source[at] === "\\" ? 2 : 1) {
    if (source[at] !== "$" || source[at + 1] !== "{") continue;
    tokens.push({ kind: "string", value: null });
    templates.push(0);
    return at + 2;
  }
  const text = source.slice(start + 1, at);
  const isWhole = source[start] === "`" && !text.includes("\\");
  tokens.push({ kind: "string", value: isWhole ? text : null });
  return at + 1;
}

function startsExpression(last: Token | undefined): boolean {
  if (last === undefined) return true;
  if (last.kind === "string") return false;
  return last.kind === "word" ? operators.test(last.text) : !/^[)\]}]$/.test(last.text);
}
