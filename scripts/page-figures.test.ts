import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { notebookBatchSizes, notebookModel } from "../graders/contract/shown";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { formatNumber } from "../graders/report/figures/format";
import { openReporter } from "../graders/report/report";
import { findSerious, startBrowser } from "../graders/testing/browser";
import { gradeFolder } from "../graders/testing/grade-folder";
import { projectRoot } from "../graders/testing/project-root";
import { templatesFolder } from "../graders/testing/sample-pages";
import { describeWith } from "../graders/testing/stand-aside";
import { makeTemporaryFolder, type TemporaryFolder } from "../graders/testing/temporary-folder";
import { chooseLanguage, readLanguages } from "../graders/wording/languages";
import { intensityCurve } from "../reference/roofline";

jest.setTimeout(180_000);

/** Titles of figures by sample; the others show none. */
const expectedFigures: Readonly<Record<string, readonly string[]>> = {
  "sample-full-marks": ["roof", "chart", "traffic", "ridges", "mountain", "ladder", "gap"],
  "sample-other-conventions": ["roof", "chart", "traffic", "ridges", "mountain", "ladder", "gap", "kin"],
  "sample-popular-mistakes": ["roof", "chart", "traffic", "mountain", "ladder", "gap", "kin"],
  "sample-notebook-student": ["traffic"],
};
const samples = Object.keys(expectedFigures);
const others = ["sample-does-not-compile", "sample-hangs", "sample-starter"];
const mostBytes = 150_000;

let folders: readonly TemporaryFolder[];
const locate = (folder: TemporaryFolder | undefined, sample: string): string =>
  join(folder?.path ?? "", "students", sample, "report.html");
const readPage = (sample: string, at = 0): string => readFileSync(locate(folders[at], sample), "utf8");

beforeAll(async () => {
  folders = await Promise.all([makeTemporaryFolder(), makeTemporaryFolder()]);
  const [one, other] = folders.map(({ path }) => path) as [string, string];
  const submissions = join(projectRoot, "submissions");
  await gradeFolder(submissions, one, { request: { only: [...samples, ...others] } });
  await gradeFolder(submissions, other, { request: { only: samples, seed: "another" } });
});
afterAll(() => Promise.all(folders.map((one) => one.remove())));

const findFigures = (html: string): string =>
  /<section class="own-figures"[\s\S]*?<\/section>/.exec(html)?.[0] ?? "";

test.each(samples)("the figures of %s are the same to the byte under another seed", (sample) => {
  const [one, other] = [readPage(sample), readPage(sample, 1)];
  expect(findFigures(one).length).toBeGreaterThan(1000);
  expect(findFigures(other)).toBe(findFigures(one));
});

test("no value of the reference's curves is on any page of who is wrong", () => {
  const sample = "sample-popular-mistakes";
  const curves = [false, true].flatMap((fused) =>
    intensityCurve(notebookBatchSizes, notebookModel, { fused }),
  );
  // Of the stylesheet, 1.4 is the height of a line.
  const secrets = curves.map(formatNumber).filter((one) => one.length > 3);
  expect(secrets.length).toBeGreaterThan(10);
  for (const ending of ["html", "md", "txt"]) {
    const page = readFileSync(locate(folders[0], sample).replace(/html$/, ending), "utf8");
    const numbers = new Set(page.match(/\d[\d,]*(?:\.\d+)?/g));
    expect(secrets.filter((one) => numbers.has(one))).toEqual([]);
  }
});

test.each([...samples, ...others])("%s shows the figures that it has numbers for", (sample) => {
  const ids = [...readPage(sample).matchAll(/<h3 id="figure-([a-z]+)-/g)].map(([, id]) => id);
  expect([...new Set(ids)]).toEqual(expectedFigures[sample] ?? []);
});

test.each([...samples, ...others])("the page of %s weighs 150 kB at most", (sample) => {
  expect(Buffer.byteLength(readPage(sample))).toBeLessThanOrEqual(mostBytes);
});

describeWith("chromium", "a page with figures in a browser", () => {
  let browser: Browser;
  let page: Page;
  let asked: string[];

  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    page = await browser.newPage();
    asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(locate(folders[0], "sample-full-marks")).href);
  });
  afterEach(() => page.close());

  const openAll = (): Promise<unknown> =>
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");

  // Either side of every width that the stylesheets ask about, in both schemes; and one width more.
  const layouts = [
    ["light", 320],
    ["dark", 390],
    ["light", 1280],
    ["dark", 1280],
  ] as const;

  test.each(layouts)(
    "in %s at %i px: no serious fault, and nothing is wider than the window",
    async (scheme, width) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 800 });
      await openAll();
      expect(await findSerious(page)).toEqual([]);
      expect(
        await page.evaluate("document.documentElement.scrollWidth - window.innerWidth"),
      ).toBeLessThanOrEqual(0);
    },
  );

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
  const folder = folders[0]?.path ?? "";
  const reporter = await openReporter(
    templatesFolder,
    assignment,
    chooseLanguage(language, readLanguages()),
    { isRevealed: true },
  );
  const record = JSON.parse(readFileSync(join(folder, "staff", sample, "record.json"), "utf8"));
  const path = join(folder, `${language}.html`);
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
