import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { appendMarks } from "../records/hand-marks/marks-file";
import { outputFiles } from "../records/output-files";
import { writeRoster } from "../records/roster-document";
import { openStore } from "../records/store";
import { startBrowser } from "../testing/browser";
import { openSampleDesk, readMarkLines } from "../testing/desk-class";
import { makeHandMark } from "../testing/hand-marks";
import { hostileTexts } from "../testing/hostile-texts";
import { makeJudged } from "../testing/sample-class";
import { explainedBy, makeVerdict } from "../testing/sample-verdicts";
import { describeWith } from "../testing/stand-aside";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import type { OpenDesk } from "./open-desk";

jest.setTimeout(180_000);

test("the corpus is forty texts that differ", () => {
  expect(new Set(hostileTexts).size).toBe(40);
});

/** Ten texts each: a page of what is decided shows them beside ten names. */
const comments = [0, 1, 2, 3].map((rest) => hostileTexts.filter((_, at) => at % 4 === rest).join("\n\n"));

/** Each text is somebody's id and name, their explanation, and what a person said to them before. */
async function writeHostileClass(out: string): Promise<void> {
  const store = openStore(out);
  const records = hostileTexts.map((text) =>
    makeJudged(text, [
      makeVerdict("padding", ["0.25", "1"], explainedBy("twice"), {
        explanation: `${text}\n\nbecause each border counts on both of its sides`,
      }),
      makeVerdict("softmax", ["0.5", "2"], explainedBy("twice")),
    ]),
  );
  for (const record of records) await store.writeRecord(record);
  await appendMarks(
    out,
    records.map((record, at) =>
      makeHandMark(record, "softmax", { kind: "full" }, { comment: comments[at % 4] ?? "", by: "<b>AB" }),
    ),
  );
  await writeRoster(join(out, outputFiles.rosterMatch.path), {
    matched: hostileTexts.map((text, at) => ({
      submissionId: text,
      student: { id: text, name: text, subject: at.toString(16).padStart(64, "0") },
    })),
    submissionsWithoutStudent: [],
    studentsWithoutSubmission: [],
    ambiguous: [],
  });
}

describeWith("chromium", "hostile words and other sites at the desk", () => {
  let out: TemporaryFolder;
  let browser: Browser;
  let desk: OpenDesk;
  let page: Page;
  let address: string;
  let evil: Server;
  const happened: string[] = [];

  beforeAll(async () => {
    [out, browser] = await Promise.all([makeTemporaryFolder(), startBrowser()]);
    await writeHostileClass(out.path);
    const opened = await openSampleDesk(out.path, { by: "AB" });
    desk = opened.desk;
    address = new URL(opened.link).origin;
    evil = createServer((_, answer) => answer.writeHead(200, { "content-type": "text/html" }).end(forge()));
    await new Promise<void>((listening) => void evil.listen(0, "127.0.0.1", listening));
    page = await (await browser.newContext()).newPage();
    page.on("dialog", (dialog) => {
      happened.push(`ran ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      const { hostname } = new URL(request.url());
      if (hostname !== "127.0.0.1") happened.push(`asked ${request.url()}`);
    });
    await page.goto(opened.link);
  });
  afterAll(async () => {
    evil?.close();
    await browser.close();
    await desk.close();
    await out.remove();
  });

  /** A page of another site that decides in the name of whoever reads it. */
  const forge = (): string => `<form method=post action="${address}/decide">
    <input name=question value=padding><input name=part value=""><input name=points value=1><input name=by value=XY>
    <input name=token value="${"A".repeat(43)}"></form><script>document.forms[0].submit()</script>`;
  const decidedByNow = () => readMarkLines(out.path);

  test("forty hostile names, explanations and comments run nothing and ask no other machine", async () => {
    const show = async (query: string): Promise<void> => {
      await page.goto(`${address}/?${query}`);
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    };
    for (const text of hostileTexts) {
      await show(`at=0&search=${encodeURIComponent(text.toWellFormed())}`);
      expect(await page.innerText("#applies")).toMatch(/^applies to (12 of 12|4 of 4) students$/);
      expect(await page.inputValue('[type="search"]')).not.toBe("");
    }
    for (const at of comments.keys()) await show(`kind=decided&at=${at}`);
    expect(await page.innerText("#applies")).toBe("applies to 10 of 10 students");
    await show("about=padding");
    await page.keyboard.press("c");
    await page.keyboard.insertText(hostileTexts.join(" ").toWellFormed());
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector("#notice");
    expect(await decidedByNow()).toHaveLength(hostileTexts.length + 12);
    await show("kind=decided&about=padding");
    expect(happened).toEqual([]);
    expect(await page.locator("img, iframe, object, video, style, base, meta[http-equiv]").count()).toBe(0);
  });

  test("another site, a wrong link and a form with a guessed secret store nothing", async () => {
    const before = await decidedByNow();
    const { port } = evil.address() as AddressInfo;
    const refused = page.waitForResponse((answer) => answer.url() === `${address}/decide`);
    await page.goto(`http://127.0.0.1:${port}/`);
    expect((await refused).status()).toBe(403);
    await page.waitForURL(`${address}/decide`);
    expect((await page.goto(`${address}/enter?token=${"A".repeat(43)}`))?.status()).toBe(403);
    await page.goto(`${address}/`);
    await page.evaluate("document.querySelector('#decide [name=token]').value = 'A'.repeat(43)");
    const guessed = page.waitForResponse((answer) => answer.url() === `${address}/decide`);
    await page.keyboard.press("d");
    expect((await guessed).status()).toBe(403);
    await page.waitForURL(`${address}/decide`);
    expect(await decidedByNow()).toEqual(before);
    expect(happened).toEqual([]);
  });

  test("what would be run or asked is noticed", async () => {
    await page.goto("about:blank");
    await page.setContent(`${hostileTexts[1]}${hostileTexts[24]}`);
    await page.waitForFunction("document.images[1]?.complete");
    expect(happened).toEqual(expect.arrayContaining(["ran img", "asked https://evil.example/picture.png"]));
  });
});
