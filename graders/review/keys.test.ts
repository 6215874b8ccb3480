import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { findLayoutFaults, startBrowser } from "../testing/browser";
import {
  type DeskClass,
  type GradedDeskClass,
  gradeDeskClass,
  hostileFile,
  readMarkLines,
} from "../testing/desk-class";
import { describeWith } from "../testing/stand-aside";

jest.setTimeout(180_000);

describeWith("chromium", "the desk in a browser, by keys alone", () => {
  let graded: GradedDeskClass;
  let browser: Browser;
  let desk: DeskClass;
  let context: BrowserContext;
  let page: Page;
  let asked: string[];

  beforeAll(async () => {
    [graded, browser] = await Promise.all([gradeDeskClass(), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await graded.remove();
  });
  const enter = async (link: string): Promise<void> => {
    context = await browser.newContext();
    context.setDefaultTimeout(60_000);
    page = await context.newPage();
    asked = [];
    page.on("request", (request) => asked.push(new URL(request.url()).host));
    page.on("dialog", (dialog) => asked.push(`dialog ${dialog.message()}`));
    await page.goto(link);
  };
  beforeEach(async () => {
    desk = await graded.open();
    await enter(desk.links[0] ?? "");
  });
  afterEach(async () => {
    await context.close();
    await desk.close();
  });
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const go = async (key: string): Promise<void> => {
    await Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);
  };
  const read = (selector: string): Promise<string> => page.innerText(selector);
  const readPoints = (): Promise<string> => page.inputValue('[name="points"]');
  const readMarks = () => readMarkLines(desk.out);

  test("a class is decided by keys alone: rubric item, comment, split, undo, the comment used before", async () => {
    expect(await read("#waiting")).toBe("8 answers wait in 3 groups");
    expect([await readPoints(), await read("#applies")]).toEqual(["0.5", "applies to 5 of 5 students"]);
    await press("n");
    expect(await readPoints()).toBe("0");
    await press("a", "1");
    expect(await readPoints()).toBe("0.5");
    expect(await page.inputValue('[name="comment"]')).not.toBe("");
    await press("1", "f", "c");
    await page.keyboard.type("Both sides, well argued. j k d u 1");
    await press("Escape", "s", "Space", "Tab", "Space");
    expect([await readPoints(), await read("#applies")]).toEqual(["1", "applies to 3 of 5 students"]);
    await go("d");
    expect((await readMarks()).map(({ submission }) => submission)).toEqual(["cem.ts", "dia.ts", "eve.ts"]);
    expect(await read("#waiting")).toBe("5 answers wait in 3 groups");
    await go("u");
    expect(await read("#waiting")).toBe("8 answers wait in 3 groups");
    await go("j");
    expect(await read("#applies")).toBe("applies to 2 of 2 students");
    await go("k");
    await press("f", "c");
    await page.keyboard.type("Both sides, well argued.");
    await go("Control+Enter");
    await press("f", "Shift+1");
    expect(await page.inputValue('[name="comment"]')).toBe("Both sides, well argued.");
    await go("d");
    await press("n");
    await go("d");
    expect(await read("#waiting")).toBe("nothing waits for a person");
    await go("w");
    const scores = JSON.parse(readFileSync(`${desk.out}/scores.json`, "utf8"));
    const found = scores.submissions.map((one: { status: string }) => one.status);
    expect(found).toEqual(Array(12).fill("graded"));
  });

  test("a rubric item is written by keys without losing what is typed, and offered with its count when it was used", async () => {
    await press("c");
    await page.keyboard.type("Well seen.");
    await press("Escape", "r");
    await page.keyboard.type("Half for the sketch.");
    await press("Tab");
    await page.keyboard.type("50 %");
    await go("Enter");
    expect(await read("#notice")).toContain("Half for the sketch.");
    expect(await page.inputValue('[name="comment"]')).toBe("Well seen.");
    const item = '[data-says="Half for the sketch."]';
    expect(await read(item)).toMatch(/0\.5 · own · 0×$/);
    await page.fill('[name="comment"]', "");
    await press("Escape", (await page.getAttribute(item, "data-digit")) ?? "");
    expect(await readPoints()).toBe("0.5");
    await go("d");
    expect(await readMarks()).toMatchObject(Array(5).fill({ comment: "Half for the sketch." }));
    await go("u");
    expect(await read(item)).toMatch(/0×$/);
    expect(await read('[data-comment="Half for the sketch."]')).toMatch(/0×$/);
    expect(JSON.parse(readFileSync(`${desk.out}/staff/review.json`, "utf8"))).toEqual({
      schemaVersion: "1.0",
      comments: [{ question: "area", text: "Half for the sketch." }],
      items: [{ question: "area", text: "Half for the sketch.", credit: "0.5" }],
    });
  });

  test("who writes another text than the others can be decided about alone, one text after the other", async () => {
    const applied: string[] = [];
    for (let times = 0; times < 3; times += 1) {
      await press("o");
      applied.push(await read("#applies"));
    }
    expect(applied).toEqual([4, 1, 5].map((count) => `applies to ${count} of 5 students`));
    await page.click('[data-only="2"]');
    await press("n");
    await go("d");
    expect((await readMarks()).map(({ submission }) => submission)).toEqual(["eve.ts"]);
    expect(await read("#applies")).toBe("applies to 4 of 4 students");
    expect(await page.locator("[data-only]").count()).toBe(0);
  });

  test("what is written behind an item's words stands apart from them, and an item takes the place of what stood", async () => {
    await press("1", "c");
    await page.keyboard.type("Read it once more.");
    const written = await page.inputValue('[name="comment"]');
    expect(written).toMatch(/[.?] Read it once more\.$/);
    await go("Control+Enter");
    await page.goto(new URL("/?kind=decided", page.url()).href);
    expect(await page.inputValue('[name="comment"]')).toBe(written);
    await press("1");
    expect(await page.inputValue('[name="comment"]')).toBe(written.replace(" Read it once more.", ""));
  });

  test("a key in a field is a letter, and help opens and closes", async () => {
    await press("?");
    expect(await page.isVisible("#help")).toBe(true);
    await press("d", "Escape");
    expect(await page.isVisible("#help")).toBe(false);
    await press("/");
    await page.keyboard.type("dun");
    expect(await page.inputValue('[type="search"]')).toBe("dun");
    expect(await readMarks()).toEqual([]);
  });

  test("hostile names, words and comments do nothing in a browser, and nothing is asked of any other machine", async () => {
    await page.goto(new URL(`/?kind=all&search=${encodeURIComponent("<img")}`, page.url()).href);
    expect(await read("#applies")).toBe("applies to 1 of 1 students");
    expect(await read(".desk-queue [aria-current]")).toContain("Area");
    await press("c");
    await page.keyboard.type(`<script>alert(3)</script><img src="http://127.0.0.1:1/x">`);
    await go("Control+Enter");
    expect((await readMarks())[0]).toMatchObject({ submission: hostileFile });
    const { host } = new URL(page.url());
    expect(new Set(asked)).toEqual(new Set([host]));
    expect(await page.locator("img").count()).toBe(0);
  });

  test("axe finds nothing serious in any layout, and nothing is wider than the window", async () => {
    await press("1");
    expect(await findLayoutFaults(page)).toEqual([]);
  });
});
