/**
 * What was typed into a platform's page, which keeps it as HTML, in the Markdown that answers.md would hold. Pure; linear
 * in the text.
 */

/** As a page, or as plain text where there are no tags in it. */
export function readTypedText(text: string): string {
  return /<(?:p|div|br|span|h[1-6]|ul|ol|li|b|strong|i|em|a|pre|table)[\s/>]/i.test(text)
    ? readPage(text)
    : text.trim();
}

export function readPage(html: string): string {
  const page = new Page();
  for (const token of listTokens(dropTitle(html))) {
    if (token.kind === "text") page.write(decodeEntities(token.text));
    else page.pass(token.name, token.isEnd);
  }
  return page.read();
}

/** Canvas writes the assignment's and the student's name above what was typed. */
function dropTitle(html: string): string {
  const from = html.indexOf("<title>");
  const to = html.indexOf("</title>", from);
  if (from === -1 || to === -1) return html;
  const heading = `<h1>${html.slice(from + "<title>".length, to)}</h1>`;
  const at = html.indexOf(heading, to);
  return at === -1 ? html : html.slice(0, at) + html.slice(at + heading.length);
}

type Token =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "tag"; readonly name: string; readonly isEnd: boolean };

/** What stands in these is no text of the page. */
const unseen = new Set(["head", "title", "script", "style", "template"]);
const longestTag = 40;

function* listTokens(html: string): Generator<Token> {
  const lower = html.toLowerCase();
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf("<", at);
    if (open !== at) yield { kind: "text", text: html.slice(at, open === -1 ? html.length : open) };
    if (open === -1) return;
    const [, slash = "", name = ""] =
      /^<(\/?)([a-z][a-z0-9]*)/.exec(lower.slice(open, open + longestTag)) ?? [];
    const isComment = lower.startsWith("<!", open) || lower.startsWith("<?", open);
    if (name === "" && !isComment) {
      yield { kind: "text", text: "<" };
      at = open + 1;
      continue;
    }
    const end = lower.startsWith("<!--", open) ? "-->" : ">";
    at = skipTo(lower, end, open);
    if (name === "") continue;
    if (slash === "" && unseen.has(name)) at = skipTo(lower, ">", skipTo(lower, `</${name}`, at));
    else yield { kind: "tag", name, isEnd: slash !== "" };
  }
}

/** Behind it, or at the end where it is not there. */
function skipTo(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at === -1 ? text.length : at + end.length;
}

const paragraphs = new Set(["p", "ul", "ol", "table", "blockquote", "section", "article", "hr", "figure"]);
const lines = new Set(["div", "br", "tr", "dt", "dd", "li", "caption"]);

class Page {
  private readonly parts: string[] = [];
  private isLineStart = true;
  private bold = 0;
  private pre = 0;

  write(text: string): void {
    const kept = this.pre > 0 ? text : text.replace(/[\s\u00A0]+/g, " ");
    this.push(this.isLineStart && this.pre === 0 ? kept.trimStart() : kept);
  }

  pass(name: string, isEnd: boolean): void {
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level !== undefined) this.push(`\n\n${isEnd ? "" : `${"#".repeat(Number(level))} `}`);
    else if (name === "pre") this.passCode(isEnd);
    else if (name === "b" || name === "strong") this.passBold(isEnd);
    else if (paragraphs.has(name)) this.push("\n\n");
    else if (lines.has(name)) this.push(name === "li" && !isEnd ? "\n- " : "\n");
    else if (isEnd && (name === "td" || name === "th")) this.push(" ");
  }

  /** Lines without what stands at their ends, and one empty line where there are several. */
  read(): string {
    const kept: string[] = [];
    for (const line of this.parts
      .join("")
      .split("\n")
      .map((one) => one.trimEnd()))
      if (line !== "" || kept.at(-1) !== "") kept.push(line);
    return kept.join("\n").trim();
  }

  private push(text: string): void {
    if (text === "") return;
    this.parts.push(text);
    this.isLineStart = text.endsWith("\n");
  }

  private passBold(isEnd: boolean): void {
    this.bold = Math.max(0, this.bold + (isEnd ? -1 : 1));
    if (this.bold === (isEnd ? 0 : 1)) this.push("**");
  }

  private passCode(isEnd: boolean): void {
    this.pre = Math.max(0, this.pre + (isEnd ? -1 : 1));
    if (this.pre === (isEnd ? 0 : 1)) this.push("\n```\n");
  }
}

/** Those that editors write; others stay as they are. */
const entities: ReadonlyMap<string, string> = new Map(
  (
    "amp & lt < gt > quot \" apos ' auml ä ouml ö uuml ü Auml Ä Ouml Ö Uuml Ü szlig ß eacute é egrave è ecirc ê agrave à " +
    "acirc â ccedil ç ocirc ô ucirc û ugrave ù icirc î iuml ï oelig œ ntilde ñ aacute á iacute í oacute ó uacute ú ndash – " +
    "mdash — hellip … lsquo ‘ rsquo ’ ldquo “ rdquo ” bdquo „ laquo « raquo » times × divide ÷ middot · minus − le ≤ ge ≥ " +
    "ne ≠ asymp ≈ sup2 ² sup3 ³ deg ° micro µ rarr → rArr ⇒ plusmn ±"
  )
    .split(" ")
    .flatMap((word, at, all) => (at % 2 === 0 ? [[word, all[at + 1] ?? ""] as const] : [])),
);

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}\d?));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return name === "nbsp" ? " " : (entities.get(name) ?? whole);
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return code > 0x10ffff ? whole : String.fromCodePoint(code);
    },
  );
}
