/** The student's own roofline and chart for the page of results, drawn as a report draws them. Pure. */
import type { ShownNumbers } from "../../contract/shown";
import type { Translator } from "../../contract/translator";
import { viewChart } from "../../report/figures/chart";
import type { FigureView, PanelView } from "../../report/figures/drawing";
import { readOwnNumbers } from "../../report/figures/own-numbers";
import { viewRoof } from "../../report/figures/roof";
import { figureLabels } from "../../wording/figure-templates";
import { createSay } from "../../wording/places";
import type { FigureLabels } from "../../wording/sentences-shape";
import { translateLabels } from "../../wording/translate-labels";
import { escapeText } from "./results-page";

/** Markup of the figures that there are numbers for; "" for none. */
export function writeOwnFigures(shown: ShownNumbers, translator: Translator): string {
  const figures = translateLabels(figureLabels, translator.translate);
  const sentences = { figures, say: createSay(translator) };
  const own = readOwnNumbers(shown);
  const views = [viewRoof, viewChart].flatMap((view) => view(own, sentences) ?? []);
  if (views.length === 0) return "";
  return `<section class="own-figures">
<h2>${escapeText(figures.heading)}</h2>
<p>${escapeText(figures.about)}</p>
${views.map((view) => writeFigure(view, figures)).join("\n")}
</section>`;
}

function writeFigure({ id, kicker, chooses, panels }: FigureView, labels: FigureLabels): string {
  const choices = panels.map(
    (panel, at) =>
      `<span class="choice-label"><input type="radio" name="figure-${id}" id="choose-${id}-${panel.id}"${at === 0 ? " checked" : ""}><label for="choose-${id}-${panel.id}">${escapeText(panel.label)}</label></span>`,
  );
  const choice =
    chooses === null
      ? ""
      : `<fieldset class="choice"><legend>${escapeText(chooses)}</legend>${choices.join("")}</fieldset>`;
  return `<div class="own-figure">
<p class="figure-kicker">${escapeText(kicker)}</p>
${choice}
<div class="panels">
${panels.map((panel) => writePanel(`${id}-${panel.id}`, panel, labels)).join("\n")}
</div>
</div>`;
}

function writePanel(id: string, panel: PanelView, { table }: FigureLabels): string {
  const says = panel.says.map(escapeText);
  return `<figure class="panel">
<h3 id="figure-${id}">${escapeText(panel.title)}</h3>
${writeDrawing(id, panel)}
${writeLegend(panel)}
<figcaption>${says.map((one) => `<p>${one}</p>`).join("")}</figcaption>
<details><summary>${escapeText(table)}</summary>${writeTable(panel)}</details>
</figure>`;
}

function writeDrawing(id: string, { drawing, says }: PanelView): string {
  const { width, height, paths, texts } = drawing;
  const marks = paths.map(({ role, path }) => `<path class="mark-${role}" d="${path}"/>`);
  const words = texts.map(
    ({ anchor, tone, x, y, text }) =>
      `<text class="at-${anchor} ${tone}" x="${x}" y="${y}">${escapeText(text)}</text>`,
  );
  return `<svg class="plot" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="figure-${id} describes-${id}">
<desc id="describes-${id}">${escapeText(says.join(" "))}</desc>
${[...marks, ...words].join("\n")}
</svg>`;
}

function writeLegend({ legend }: PanelView): string {
  const items = legend.map(
    ({ role, swatch, label }) =>
      `<li><svg viewBox="0 0 14 12" aria-hidden="true"><path class="mark-${role}" d="${swatch}"/></svg>${escapeText(label)}</li>`,
  );
  return items.length === 0 ? "" : `<ul class="figure-legend">${items.join("")}</ul>`;
}

function writeTable({ table: { head, rows } }: PanelView): string {
  const heads = head.map((one) => `<th scope="col">${escapeText(one)}</th>`).join("");
  const body = rows.map(({ name, cells }) => {
    const numbers = cells.map((cell) => `<td class="number">${escapeText(cell)}</td>`).join("");
    return `<tr><th scope="row">${escapeText(name)}</th>${numbers}</tr>`;
  });
  return `<div class="scroll" tabindex="0"><table><thead><tr>${heads}</tr></thead><tbody>${body.join("")}</tbody></table></div>`;
}
