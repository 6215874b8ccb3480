import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { nameFolder } from "../records/folder-name";
import { findLayoutFaults, resetLooks, startBrowser } from "../testing/browser";
import { chainedAssignment, makeClassOf } from "../testing/class-of-thirty";
import { hostileTexts } from "../testing/hostile-texts";
import { classInput, templatesFolder } from "../testing/sample-pages";
import { describeWith } from "../testing/stand-aside";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import type { ClassInput } from "./class-input";
import { openReporter, type Reporter } from "./report";

jest.setTimeout(180_000);

const surnames = "Abel Braun Çelik Dörr Eder Fuchs Groß Haas Ilić Jung".split(" ");
const nameStudent = (n: number): string =>
  `${surnames[n % 10] ?? ""}-Wolkenstein ${String(n).padStart(2, "0")}`;

describeWith("chromium", "pages in a browser", () => {
  let out: TemporaryFolder;
  let browser: Browser;
  let page: Page;
  let reporter: Reporter;
  let happened: string[];

  beforeAll(async () => {
    [out, browser, reporter] = await Promise.all([
      makeTemporaryFolder(),
      startBrowser(),
      openReporter(templatesFolder, chainedAssignment),
    ]);
    await writePages("class", makeInput(nameStudent));
    await writePages(
      "hostile",
      makeInput((n) => hostileTexts[n % hostileTexts.length] ?? "", hostileTexts.length),
    );
  });
  afterAll(async () => {
    await browser.close();
    await out.remove();
  });
  // One for all tests: a page that is new starts a process of its own.
  beforeAll(async () => {
    page = await browser.newPage();
    page.on("dialog", (dialog) => {
      happened.push(`ran ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      if (!request.isNavigationRequest()) happened.push(`asked ${request.url()}`);
    });
    page.on("pageerror", (error) => happened.push(error.message));
  });
  beforeEach(async () => {
    // Away from the page of the test before, and what it forbids.
    await page.goto("about:blank");
    await resetLooks(page);
    happened = [];
  });

  function makeInput(name: (n: number) => string, count = 30): ClassInput {
    const { records, roster } = makeClassOf(count, name);
    return { ...classInput, records, roster, className: name(0) };
  }
  async function writePages(folder: string, input: ClassInput): Promise<void> {
    const pages = new Map([
      ["index.html", reporter.renderClass(input).html],
      ["anonymous/class.html", reporter.renderAnonymousClass(input).html],
      ...input.records.map((record): [string, string] => [
        `students/${nameFolder(record.submission.id)}/report.html`,
        reporter.renderStudentHtml(record, record.submission.id),
      ]),
    ]);
    for (const [name, html] of pages) {
      const path = join(out.path, folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, html.toWellFormed());
    }
  }
  const open = async (folder: string, name: string): Promise<void> => {
    await page.goto(pathToFileURL(join(out.path, folder, name)).href);
  };
  const openAll = (): Promise<unknown> =>
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
  const readRows = (): Promise<string[]> =>
    page
      .locator(".heat tbody tr:visible th")
      .evaluateAll((cells: { textContent: string | null }[]) => cells.map((cell) => cell.textContent ?? ""));

  test("forty hostile names and texts run nothing and ask for nothing, on any page", async () => {
    const students = hostileTexts.map((text) => `students/${nameFolder(text)}/report.html`);
    for (const name of ["index.html", "anonymous/class.html", ...students]) {
      await open("hostile", name);
      await openAll();
      const foreign = page.locator(
        "img, iframe, object, video, base, link, form:not(.tools), [onload], [onerror]",
      );
      expect([name, await foreign.count()]).toEqual([name, 0]);
      expect(await page.locator("script").count()).toBe(name === "index.html" ? 1 : 0);
    }
    expect(happened).toEqual([]);
  });

  test("what would be run or asked is noticed", async () => {
    await page.setContent(`${hostileTexts[1]}${hostileTexts[24]}`);
    await page.waitForFunction("document.images[1]?.complete");
    expect(happened).toEqual(expect.arrayContaining(["ran img", "asked https://evil.example/picture.png"]));
  });

  test("by keys alone the table is searched, filtered and sorted both ways", async () => {
    await open("class", "index.html");
    await page.focus('[name="search"]');
    await page.keyboard.type("çelik");
    expect(await readRows()).toEqual([
      expect.stringContaining("02"),
      expect.stringContaining("12"),
      expect.stringContaining("22"),
    ]);
    expect(await page.innerText("output")).toBe("3 / 30");
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Delete");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    expect((await readRows()).length).toBeLessThan(30);
    await page.keyboard.press("ArrowUp");
    expect(await readRows()).toHaveLength(30);
    await page.focus(".heat thead th:nth-child(3) button");
    await page.keyboard.press("Enter");
    const totals = async (): Promise<number[]> =>
      (await page.locator(".heat tbody td:nth-child(3)").allInnerTexts()).map(Number.parseFloat);
    const sorted = await totals();
    const known = sorted.filter((one) => !Number.isNaN(one));
    expect(known).toEqual([...known].sort((a, b) => b - a));
    expect(sorted.slice(known.length)).toEqual([Number.NaN, Number.NaN]);
    await page.keyboard.press("Space");
    expect((await totals()).slice(0, known.length)).toEqual([...known].reverse());
    expect(await page.getAttribute(".heat thead th:nth-child(3)", "aria-sort")).toBe("ascending");
    expect(happened).toEqual([]);
  });

  test("without scripts the table is complete, and offers nothing that would not work", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(pathToFileURL(join(out.path, "class", "index.html")).href);
    expect(await plain.locator(".heat tbody tr:visible").count()).toBe(30);
    expect(await plain.locator(".tools:visible, .heat button").count()).toBe(0);
    await context.close();
  });

  test("names and headings stay in sight, and no name is broken within a word", async () => {
    await page.setViewportSize({ width: 390, height: 600 });
    await open("class", "index.html");
    const place = (selector: string): Promise<{ x: number; y: number } | null> =>
      page.locator(selector).first().boundingBox();
    const before = [
      await place(".heat tbody tr:nth-child(9) th"),
      await place(".heat thead th:nth-child(5)"),
    ];
    await page.evaluate("document.querySelector('.heat-frame').scrollTo(60, 40)");
    const after = [await place(".heat tbody tr:nth-child(9) th"), await place(".heat thead th:nth-child(5)")];
    expect([after[0]?.x, after[1]?.y]).toEqual([before[0]?.x, before[1]?.y]);
    expect([after[0]?.y, after[1]?.x]).not.toEqual([before[0]?.y, before[1]?.x]);
    const lines = await page
      .locator(".heat tbody tr:nth-child(3) th bdi")
      .evaluate((name: { getClientRects(): { length: number } }) => name.getClientRects().length);
    expect(lines).toBeGreaterThan(1);
    const isCut =
      "[...document.querySelectorAll('.heat tbody th')].some((one) => one.scrollWidth > one.clientWidth)";
    expect(await page.evaluate(isCut)).toBe(false);
  });

  test.each(["index.html", "anonymous/class.html", `students/${nameFolder(nameStudent(0))}/report.html`])(
    "axe finds nothing serious in %s in any layout, and nothing is wider than the window",
    async (name) => {
      await open("class", name);
      expect(await findLayoutFaults(page)).toEqual([]);
    },
  );

  test("on paper nothing is cut, and nothing is shown that only a screen can use", async () => {
    for (const [name, width] of [
      ["index.html", 1047],
      ["anonymous/class.html", 1047],
    ] as const) {
      // An A4 page across, less its margins of 10 mm, at 96 pixels an inch.
      await page.setViewportSize({ width, height: 700 });
      await page.emulateMedia({ media: "print" });
      await open("class", name);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
      expect(await page.locator(".tools:visible, .jump:visible, .data:visible").count()).toBe(0);
      const isCut =
        "[...document.querySelectorAll('.scroll')].some((one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight)";
      expect(await page.evaluate(isCut)).toBe(false);
    }
  });
});
