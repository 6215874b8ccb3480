/**
 * What was typed into a platform's page, which keeps it as HTML, in the Markdown that answers.md would hold. One
 * doorway to htmlparser2. Pure; linear in the text, which the package's parser with its stack is not.
 */

/** Loaded with the first page: few classes have one. */
function loadTokenizer(): typeof import("htmlparser2").Tokenizer {
  return (require("htmlparser2") as typeof import("htmlparser2")).Tokenizer;
}

/** As a page, or as plain text where there are no tags in it. */
export function readTypedText(text: string): string {
  return /<(?:p|div|br|span|h[1-6]|ul|ol|li|b|strong|i|em|a|pre|table)[\s/>]/i.test(text)
    ? readPage(text)
    : text.trim();
}

export function readPage(html: string): string {
  const shown = dropTitle(html);
  const page = new Page();
  const nothing = (): void => undefined;
  const Tokenizer = loadTokenizer();
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (from, to) => page.pass(shown.slice(from, to).toLowerCase(), false),
      onclosetag: (from, to) => page.pass(shown.slice(from, to).toLowerCase(), true),
      ontext: (from, to) => page.write(shown.slice(from, to)),
      ontextentity: (codePoint) => page.write(String.fromCodePoint(codePoint)),
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
    },
  );
  tokenizer.write(shown);
  tokenizer.end();
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

/** What stands in these is no text of the page. */
const unseen = new Set(["head", "title", "script", "style", "template"]);
const paragraphs = new Set(["p", "ul", "ol", "table", "blockquote", "section", "article", "hr", "figure"]);
const lines = new Set(["div", "br", "tr", "dt", "dd", "li", "caption"]);

class Page {
  private readonly parts: string[] = [];
  private isLineStart = true;
  private bold = 0;
  private pre = 0;
  private unseen = 0;
  /** Since the last tag: the parser hands it out in pieces. */
  private text = "";

  write(piece: string): void {
    if (this.unseen === 0) this.text += piece;
  }

  pass(name: string, isEnd: boolean): void {
    this.endText();
    if (unseen.has(name)) this.unseen = Math.max(0, this.unseen + (isEnd ? -1 : 1));
    if (this.unseen > 0) return;
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
    this.endText();
    const kept: string[] = [];
    for (const line of this.parts
      .join("")
      .split("\n")
      .map((one) => one.trimEnd()))
      if (line !== "" || kept.at(-1) !== "") kept.push(line);
    return kept.join("\n").trim();
  }

  private endText(): void {
    const kept = this.pre > 0 ? this.text : this.text.replace(/[\s\u00A0]+/g, " ");
    this.push(this.isLineStart && this.pre === 0 ? kept.trimStart() : kept);
    this.text = "";
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
