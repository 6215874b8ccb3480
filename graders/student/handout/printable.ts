/** The assignment as one HTML page to print: formulas set by the browser, no script, nothing loaded from anywhere. */
import { escapeHtml } from "../../report/handlebars";
import { renderOwnMarkdown } from "../../report/markdown";
import { renderFormula } from "../../report/math";
import { framePage } from "../public/page-frame";

export interface PageTexts {
  /** BCP 47 */
  readonly language: string;
  readonly title: string;
  readonly stylesheet: string;
}

/** Code spans, displayed formulas, formulas in a line: whichever begins first. */
const span = /(`+)[\s\S]*?\1|\$\$([\s\S]+?)\$\$|\$([^$\n]+?)\$/g;
/** Characters that no text of ours holds stand for a formula while Markdown is rendered. */
const marker = (index: number): string => `\uE000${index}\uE001`;

/** @throws GraderFault for a formula that cannot be set */
export function writePage(markdown: string, { language, title, stylesheet }: PageTexts): string {
  const formulas: string[] = [];
  const marked = markdown.replace(span, (whole, _ticks, displayed?: string, inline?: string) => {
    const latex = displayed ?? inline;
    if (latex === undefined) return whole;
    formulas.push(renderFormula(latex.trim(), displayed !== undefined));
    return marker(formulas.length - 1);
  });
  const body = renderOwnMarkdown(marked).replace(
    /\uE000(\d+)\uE001/g,
    (_, index) => formulas[Number(index)] ?? "",
  );
  return framePage({
    language,
    title: escapeHtml(title),
    stylesheet,
    main: body,
    hasStyleAttributes: true,
  });
}
