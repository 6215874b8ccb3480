import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { assignment } from "../../questions/efficient-deep-learning";
import { startBrowser } from "../../testing/browser";
import { projectRoot } from "../../testing/project-root";
import { rightNumbers } from "../../testing/shown-numbers";
import { describeWith } from "../../testing/stand-aside";
import { readLanguages } from "../../wording/languages";
import { english } from "../../wording/translator";
import { writeOwnFigures } from "../selfcheck/own-figures";
import { writeResultsPage } from "../selfcheck/results-page";
import { buildHandout } from "./build-handout";

jest.setTimeout(120_000);

/** Lines as long as a checked call can be, and a label as long as an id. */
const results = writeResultsPage(
  [
    [
      {
        tone: "wrong",
        label: "intensity-plot",
        text: `stops with an error, ${"which is told at length, ".repeat(10)}`,
        details: [
          { label: "the check called", text: `f(${"[1, 2, 3, 4], ".repeat(40)})` },
          { label: "at", text: "submission.ts:1:100" },
          { label: "", text: `${"x".repeat(100)}y`, isVerbatim: true },
          { label: "", text: `${" ".repeat(100)}^`, isVerbatim: true },
        ],
      },
    ],
  ],
  { language: "en", title: "Results" },
  {
    markup: writeOwnFigures(rightNumbers, english),
    stylesheet: readFileSync(join(projectRoot, "templates/figures.css"), "utf8"),
  },
);

describeWith("chromium", "the pages that students get, at 320 pixels", () => {
  let browser: Browser;
  let pages: Readonly<Record<string, string>>;
  beforeAll(async () => {
    const languages = readLanguages();
    const written = await Promise.all(
      ["en", "fr"].map(async (language) => {
        const files = await buildHandout({ root: projectRoot, assignment, languages, language });
        return [language, files.find(({ path }) => path === "assignment.html")?.text ?? ""] as const;
      }),
    );
    pages = { ...Object.fromEntries(written), results };
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  const open = async (name: string): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
    const page = await context.newPage();
    await page.setContent(pages[name] ?? "");
    return page;
  };

  test.each(["en", "fr", "results"])("nothing of %s is wider than the page", async (name) => {
    const page = await open(name);
    const width = await page.evaluate("document.documentElement.scrollWidth");
    await page.context().close();
    expect(width).toBe(320);
  });

  test("the results are read by everybody: axe finds nothing", async () => {
    const page = await open("results");
    await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
    const found = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
    const { violations } = found as { violations: readonly { id: string }[] };
    await page.context().close();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
