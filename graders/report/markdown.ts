/** Markdown as HTML, students' made harmless; the one doorway to markdown-it. */
import MarkdownIt, { type Token } from "markdown-it";
import { cleanBlock } from "./foreign-text";
import { markSafe, type SafeHtml } from "./handlebars";

/** Headings inside a report start below the report's own: `#` becomes h4. */
const headingShift = 3;
const deepestHeading = 6;

/** Characters that are rendered; parsing time grows faster than length for some texts. */
export const longestRendered = 20_000;

const renderer = createRenderer();

/**
 * Raw HTML is shown as text, links lead to http, https or mailto only and carry no referrer, images are named
 * instead of loaded, headings are lowered. Longer texts are cut at `longestRendered`.
 */
export function renderMarkdown(markdown: string): SafeHtml {
  return markSafe(renderer.render(cleanBlock(markdown.slice(0, longestRendered))));
}

/** Text of our own, such as a statement: headings stay as they are, raw HTML is shown as text all the same. */
export function renderOwnMarkdown(markdown: string): string {
  return new MarkdownIt({ html: false, linkify: false }).render(markdown);
}

function createRenderer(): MarkdownIt {
  const markdown = new MarkdownIt({ html: false, linkify: false });
  markdown.validateLink = (url) => /^(?:https?:\/\/|mailto:)[^\s]+$/i.test(url.trim());
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
