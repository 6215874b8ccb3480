/** What a selfcheck says, as one HTML page: the same lines, nothing loaded from anywhere, no script. Pure. */

import { framePage } from "../public/page-frame";
import type { Detail, Line, Tone } from "./line";

export interface PageWords {
  /** BCP 47 */
  readonly language: string;
  readonly title: string;
}

/** Markup that is ours, and its CSS. */
export interface PageFigures {
  readonly markup: string;
  readonly stylesheet: string;
}

const marks: Readonly<Record<Tone, string>> = { ok: "✓", wrong: "✗", open: "○", word: "·" };

const stylesheet = `
:root { color-scheme: light dark; --ok: #1a7f37; --wrong: #b42318; --open: #8a5a00;
  --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --card: #ffffff; --accent: #1f5fa8; }
@media (prefers-color-scheme: dark) { :root { --ok: #4ac26b; --wrong: #ff8a80; --open: #e3b341;
  --ink: #e6edf3; --soft: #9da7b3; --line: #3d444d; --card: #121212; --accent: #86b8f2; } }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; }
section { margin-block: 1.5rem; }
.line { margin-block: .5rem; padding-inline-start: 1.5rem; text-indent: -1.5rem; }
.line > * { text-indent: 0; }
.mark { display: inline-block; inline-size: 1.5rem; font-weight: bold; }
.ok .mark { color: var(--ok); } .wrong .mark { color: var(--wrong); } .open .mark { color: var(--open); }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .1rem 1rem; margin: .25rem 0; }
dt { opacity: .8; } dd { margin: 0; font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
pre { margin: 0; font: inherit; white-space: pre-wrap; }
pre.verbatim { white-space: pre; overflow-x: auto; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; } th, td { padding: .1rem .75rem .1rem 0; text-align: start; }
@media (max-width: 30rem) { dl { grid-template-columns: minmax(0, 1fr); } }
`;

/** @param groups of lines, as they stand on a terminal with an empty line between them */
export function writeResultsPage(
  groups: readonly (readonly Line[])[],
  { language, title }: PageWords,
  figures: PageFigures = { markup: "", stylesheet: "" },
): string {
  const sections = groups
    .filter((group) => group.length > 0)
    .map((group) => `<section>\n${group.map(writeLine).join("\n")}\n</section>`);
  const heading = escapeText(title);
  return framePage({
    language: escapeText(language),
    title: heading,
    stylesheet: figures.markup === "" ? stylesheet : `${stylesheet}${figures.stylesheet}`,
    main: `<h1>${heading}</h1>\n${[...sections, figures.markup].join("\n")}\n`,
  });
}

function writeLine({ tone, label, text, details }: Line): string {
  const head = label === "" ? "" : `<strong><code>${escapeText(label)}</code></strong> `;
  const said = `<span class="mark">${marks[tone]}</span>${head}<bdi>${escapeText(text)}</bdi>`;
  return `<div class="line ${tone}">${said}${writeDetails(details)}</div>`;
}

/** Lines without a label belong to the one above. */
function writeDetails(details: readonly Detail[]): string {
  if (details.length === 0) return "";
  const items: { label: string; lines: Detail[] }[] = [];
  for (const detail of details) {
    const last = items.at(-1);
    if (detail.label === "" && last !== undefined) last.lines.push(detail);
    else items.push({ label: detail.label, lines: [detail] });
  }
  const written = items.map(
    ({ label, lines }) => `<dt>${escapeText(label)}</dt><dd>${writeTexts(lines)}</dd>`,
  );
  return `<dl>${written.join("")}</dl>`;
}

/** What stands below one another column by column scrolls together, by keys as well. */
function writeTexts(lines: readonly Detail[]): string {
  const verbatim = lines.filter(({ isVerbatim }) => isVerbatim === true);
  const at = lines.findIndex(({ isVerbatim }) => isVerbatim === true);
  const block = `<pre class="verbatim" dir="ltr" tabindex="0">${verbatim.map(({ text }) => escapeText(text)).join("\n")}</pre>`;
  const texts = lines.map(({ text, isVerbatim }, index) => {
    if (isVerbatim === true) return index === at ? block : "";
    return `<pre dir="ltr">${escapeText(text)}</pre>`;
  });
  return texts.join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Control and direction characters become visible, as on a terminal. */
export function escapeText(text: string): string {
  return text
    .replace(/\p{Cc}|[\u2028-\u202e\u2066-\u2069]/gu, "�")
    .replace(/[&<>"']/g, (one) => entities[one] ?? one);
}
