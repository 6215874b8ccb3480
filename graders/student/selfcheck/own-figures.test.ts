import { readFileSync } from "node:fs";
import { join } from "node:path";
import { viewChart } from "../../report/figures/chart";
import { placePanels } from "../../report/figures/figures";
import { readOwnNumbers } from "../../report/figures/own-numbers";
import { viewRoof } from "../../report/figures/roof";
import { compileTemplate } from "../../report/handlebars";
import { projectRoot } from "../../testing/project-root";
import { rightNumbers } from "../../testing/shown-numbers";
import { englishSentences } from "../../wording/sentences";
import { createTranslator, english } from "../../wording/translator";
import { writeOwnFigures } from "./own-figures";

const { intensity, fusedIntensity, chart } = rightNumbers;

const readPartial = (name: string): string =>
  readFileSync(join(projectRoot, "templates", "partials", `${name}.hbs`), "utf8");

/** Marks with their places, and everything that is said. */
const listDrawn = (html: string): readonly string[] =>
  [...html.matchAll(/<path [^>]*>|<text[^>]*>|(?<=>)[^<]*[^<\s][^<]*/g)].map(([found]) =>
    found.replaceAll("&#x3D;", "=").replaceAll("&#x27;", "&#39;").trim(),
  );

test("the roofline and the chart are those of a report, mark by mark and word by word", () => {
  const partials = { "figure-panel": readPartial("figure-panel") };
  const render = compileTemplate(
    "figures",
    { templates: { figures: readPartial("figures") }, partials },
    "html",
  );
  const own = readOwnNumbers({ intensity, fusedIntensity, chart });
  const views = [viewRoof, viewChart].flatMap((view) => {
    const figure = view(own, englishSentences);
    return figure === null ? [] : [{ ...placePanels(figure), from: [] }];
  });
  const reported = render({ figures: views, figureLabels: englishSentences.figures });
  const drawn = listDrawn(writeOwnFigures({ intensity, fusedIntensity, chart }, english));
  expect(drawn.length).toBeGreaterThan(200);
  expect(drawn).toEqual(listDrawn(reported));
});

test("what came in no such numbers is not drawn", () => {
  expect(writeOwnFigures({ intensity: [1, 2], chart: [1, -1, 2, 2] }, english)).toBe("");
  expect(writeOwnFigures({ chart }, english)).not.toContain("ridge point");
});

test("another language's words are words, too", () => {
  const other = createTranslator("xx", { "ridge point": "<b>&" });
  expect(writeOwnFigures({ intensity }, other)).toContain("&lt;b&gt;&amp; 25.3");
});
