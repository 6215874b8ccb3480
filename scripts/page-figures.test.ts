import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { openReporter } from "../graders/report/report";
import { findLayoutFaults, findSerious, resetLooks, startBrowser } from "../graders/testing/browser";
import { gradeFolder } from "../graders/testing/grade-folder";
import { projectRoot } from "../graders/testing/project-root";
import { templatesFolder } from "../graders/testing/sample-pages";
import { describeWith } from "../graders/testing/stand-aside";
import { makeTemporaryFolder, type TemporaryFolder } from "../graders/testing/temporary-folder";
import { chooseLanguage, readLanguages } from "../graders/wording/languages";

jest.setTimeout(180_000);

let folder: TemporaryFolder;
const locate = (sample: string): string => join(folder.path, "students", sample, "report.html");

describeWith("chromium", "a page with figures in a browser", () => {
  let browser: Browser;
  let page: Page;
  let asked: string[];

  beforeAll(async () => {
    folder = await makeTemporaryFolder();
    const only = ["sample-full-marks", "sample-popular-mistakes"];
    await gradeFolder(join(projectRoot, "submissions"), folder.path, { request: { only } });
    browser = await startBrowser();
    // One for all tests: a page that is new starts a process of its own.
    page = await browser.newPage();
    page.on("request", (request) => asked.push(request.url()));
  });
  afterAll(async () => {
    await browser.close();
    await folder.remove();
  });
  beforeEach(async () => {
    asked = [];
    await resetLooks(page);
    await page.goto(pathToFileURL(locate("sample-full-marks")).href);
  });

  const openAll = (): Promise<unknown> =>
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");

  test("in every layout no serious fault, and nothing is wider than the window", async () => {
    expect(await findLayoutFaults(page)).toEqual([]);
  });

  test.each([
    ["en", 320, "sample-full-marks"],
    ["en", 1280, "sample-full-marks"],
    ["fr", 320, "sample-popular-mistakes"],
    ["fr", 1280, "sample-full-marks"],
  ])(
    "in %s at %i px every text of a figure of %s can be read, and none is cut or covered, reference values shown",
    async (language, width, sample) => {
      await page.goto(pathToFileURL(await writePage(sample, language)).href);
      await page.setViewportSize({ width, height: 800 });
      const texts = (await page.evaluate(listTexts)) as readonly ShownText[];
      expect(texts.length).toBeGreaterThan(150);
      expect(texts.filter(({ pixels }) => pixels < 9.5)).toEqual([]);
      expect(texts.filter(({ isInside }) => !isInside)).toEqual([]);
      expect(texts.filter(({ covers }) => covers !== null)).toEqual([]);
    },
  );

  test("who shows reference values shows no serious fault with them", async () => {
    await page.goto(pathToFileURL(await writePage("sample-popular-mistakes", "fr")).href);
    await openAll();
    expect(await findSerious(page)).toEqual([]);
  });

  test("a key chooses how Adam updates, for both batch sizes", async () => {
    await page.focus("#choose-mountain-foreach-1");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    const shown = (id: string) => page.isVisible(`#figure-mountain-${id}`);
    expect([await shown("foreach-1"), await shown("foreach-8")]).toEqual([false, false]);
    expect([await shown("fused-1"), await shown("fused-8")]).toEqual([true, true]);
  });

  test("a key chooses the GPU, without a script", async () => {
    await page.focus("#choose-roof-t4");
    expect(await page.isVisible("#figure-roof-t4")).toBe(true);
    await page.keyboard.press("ArrowRight");
    expect(await page.isVisible("#figure-roof-t4")).toBe(false);
    expect(await page.innerText("#figure-roof-rtx3090")).toContain("RTX 3090");
  });

  test("on paper no figure is cut: each stands on one page of A4, and within its width", async () => {
    // A4 less margins of 10 mm, at 96 pixels an inch.
    const paper = { width: 718, height: 1047 };
    await page.setViewportSize(paper);
    await page.emulateMedia({ media: "print" });
    const figures = (await page.evaluate(listPrinted)) as readonly PrintedFigure[];
    expect(figures.length).toBeGreaterThan(7);
    const isCut = ({ height, right, breaks }: PrintedFigure): boolean =>
      height > paper.height || right > paper.width || breaks !== "avoid";
    expect(figures.filter(isCut)).toEqual([]);
  });

  test("it is printed, and asks for nothing but itself", async () => {
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.length).toBeGreaterThan(20_000);
    expect(asked).toEqual([page.url()]);
  });
});

/** The page of a graded sample in a language, beside the one that was written. */
async function writePage(sample: string, language: string): Promise<string> {
  const reporter = await openReporter(
    templatesFolder,
    assignment,
    chooseLanguage(language, readLanguages()),
    { isRevealed: true },
  );
  const record = JSON.parse(readFileSync(join(folder.path, "staff", sample, "record.json"), "utf8"));
  const path = join(folder.path, `${language}.html`);
  writeFileSync(path, reporter.renderStudentHtml(record));
  return path;
}

interface PrintedFigure {
  readonly title: string;
  readonly height: number;
  readonly right: number;
  readonly breaks: string;
}

/** Runs in the page: the figures that a printer gets. */
const listPrinted = `[...document.querySelectorAll(".panel")].flatMap((panel) => {
  const { height, right } = panel.getBoundingClientRect();
  const title = panel.querySelector("h3").textContent;
  return height === 0 ? [] : [{ title, height, right, breaks: getComputedStyle(panel).breakInside }];
})`;

interface ShownText {
  readonly text: string;
  /** Height of its letters on the screen. */
  readonly pixels: number;
  readonly isInside: boolean;
  /** A later text of the same drawing that it lies under. */
  readonly covers: string | null;
}

/** Runs in the page: the texts of all drawings, those of panels that are not chosen as well. */
const listTexts = `[...document.querySelectorAll(".panel")].flatMap((panel) => {
  panel.style.display = "block";
  const drawing = panel.querySelector(".plot");
  const frame = drawing.getBoundingClientRect();
  const scale = frame.width / drawing.viewBox.baseVal.width;
  const texts = [...drawing.querySelectorAll("text")];
  const overlap = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
  return texts.map((one, at) => {
    const box = one.getBoundingClientRect();
    const covers = texts.slice(at + 1).find((other) => overlap(box, other.getBoundingClientRect()));
    return {
      text: one.textContent,
      pixels: Number.parseFloat(getComputedStyle(one).fontSize) * scale,
      isInside: box.left >= frame.left - 1 && box.right <= frame.right + 1 && box.bottom <= frame.bottom + 1,
      covers: covers?.textContent ?? null,
    };
  });
})`;
