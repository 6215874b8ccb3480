/** Markdown as HTML, students' made harmless; the one doorway to markdown-it. */
import MarkdownIt, { type StateInline, type Token } from "markdown-it";
import { rememberTexts } from "../contract/remember";
import { cleanBlock } from "./foreign-text";
import { markSafe, type SafeHtml } from "./handlebars";
import { renderForeignFormula } from "./math";

/** Headings inside a report start below the report's own: `#` becomes h4. */
const headingShift = 3;
const deepestHeading = 6;

/** Characters that are rendered; parsing time grows faster than length for some texts. */
export const longestRendered = 20_000;

/** A price ("$5 and $10") is no formula: a dollar that opens has no blank after it, one that closes none before it. */
const formula = /^(?:\$\$([^$]{1,400})\$\$|\$(?!\s)([^$\n]{1,400}?)(?<!\s)\$(?!\d))/;
const longestSource = 410;
/** Setting one, or finding that it cannot be set, takes about a millisecond; nobody needs more of them. */
const mostFormulas = 200;

const renderer = createRenderer();

/**
 * Raw HTML is shown as text, links lead to http, https or mailto only and carry no referrer, images are named
 * instead of loaded, headings are lowered, formulas between dollars are set. Longer texts are cut at `longestRendered`.
 */
export function renderMarkdown(markdown: string): SafeHtml {
  return markSafe(renderer.render(cleanBlock(markdown.slice(0, longestRendered)), {}));
}

/** Text of our own, such as a statement: headings stay as they are, raw HTML is shown as text all the same. */
export function renderOwnMarkdown(markdown: string): string {
  return new MarkdownIt({ html: false, linkify: false }).render(markdown);
}

function createRenderer(): MarkdownIt {
  const markdown = new MarkdownIt({ html: false, linkify: false });
  markdown.validateLink = (url) => /^(?:https?:\/\/|mailto:)[^\s]+$/i.test(url.trim());
  setFormulas(markdown);
  markdown.core.ruler.push("harmless", ({ tokens }) => tokens.forEach(disarm));
  markdown.renderer.rules.image = (tokens, index) => {
    const alt = tokens[index]?.content ?? "";
    return `<span class="image">[${markdown.utils.escapeHtml(alt)}]</span>`;
  };
  return markdown;
}

function disarm(token: Token): void {
  if (token.type === "heading_open" || token.type === "heading_close") token.tag = lowerHeading(token.tag);
  // Alignment comes as an inline style, which the page's content policy forbids.
  token.attrs = token.attrs?.filter(([name]) => name !== "style") ?? null;
  for (const child of token.children ?? []) {
    if (child.type === "link_open") child.attrSet("rel", "nofollow noopener noreferrer");
  }
}

function lowerHeading(tag: string): string {
  return `h${Math.min(deepestHeading, Number(tag.slice(1)) + headingShift)}`;
}

/** What one rendering has tried to set so far. */
interface Counted {
  formulas?: number;
}

/** `$x$` in a line, `$$x$$` displayed. */
function setFormulas(markdown: MarkdownIt): void {
  markdown.inline.ruler.after("escape", "formula", readFormula);
  markdown.renderer.rules.formula = (tokens, index) => tokens[index]?.content ?? "";
}

/** The parser asks again about what it passed over. @param source with its dollars */
const setFormula = rememberTexts((source) => {
  const isDisplayed = source.startsWith("$$");
  const marks = isDisplayed ? 2 : 1;
  return renderForeignFormula(source.slice(marks, -marks).trim(), isDisplayed);
});

function readFormula(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== "$") return false;
  const found = formula.exec(state.src.slice(state.pos, state.pos + longestSource));
  const counted: Counted = state.env;
  if (found === null || (counted.formulas ?? 0) >= mostFormulas) return false;
  const [source] = found;
  counted.formulas = (counted.formulas ?? 0) + 1;
  const mathml = setFormula(source);
  if (mathml === null) return false;
  if (!silent) state.push("formula", "math", 0).content = mathml;
  state.pos += source.length;
  return true;
}
