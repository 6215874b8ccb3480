import { openStore } from "../records/store";
import { type DeskBrowser, enterDesk, openSampleDesk, readMarkLines } from "../testing/desk-class";
import { sampleRecords } from "../testing/sample-class";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import type { OpenDesk } from "./open-desk";

let out: TemporaryFolder;
let desk: OpenDesk;
let browser: DeskBrowser;

beforeEach(async () => {
  out = await makeTemporaryFolder();
  for (const record of [sampleRecords.tampered, sampleRecords.broken])
    await openStore(out.path).writeRecord(record);
  const opened = await openSampleDesk(out.path, { by: "AB" });
  desk = opened.desk;
  browser = await enterDesk(opened.link);
});
afterEach(async () => {
  await desk.close();
  await out.remove();
});

test("a question of several parts is decided part by part, in one comment", async () => {
  const { text } = await browser.get("/?kind=interfered&about=standard-conv");
  const points = [...text.matchAll(/name="points" value="([^"]*)"/g)].map(([, value]) => value);
  expect(points).toEqual(["1", "0.25"]);
  await browser.post("/decide", text, { points: ["1", "0.5"], comment: "Half of it." });
  expect(await readMarkLines(out.path)).toMatchObject([
    { question: "standard-conv", part: "macs", gives: { points: "1" }, comment: "Half of it." },
    { question: "standard-conv", part: "flops", gives: { points: "0.5" }, comment: "" },
  ]);
  const { text: decided } = await browser.get("/?kind=decided");
  expect(decided).toContain("standard-conv/flops: 0.50 points by AB");
});

test("what could not be run is decided once: points for each question, no points to begin with, one comment", async () => {
  const { text } = await browser.get("/?kind=not-run&about=standard-conv");
  expect(text).toContain("line 3: ");
  expect(text).toContain("the class&#x27;s folder is not known; name it with --class");
  expect(text.match(/name="part" value="[^"]*"/g)).toEqual(
    ["padding", "standard-conv", "softmax", "fused"].map((id) => `name="part" value="${id}"`),
  );
  expect(text).toContain("<strong>softmax</strong>");
  expect((await browser.post("/decide", text)).status).toBe(400);
  const points = ["0", "1,5", "0", "0"];
  const other = await browser.post("/decide", text, { points, comment: "Only a bracket is missing." });
  expect(other.status).toBe(303);
  const marks = await readMarkLines(out.path);
  expect(marks.map(({ question, comment }) => [question, comment])).toEqual([
    ["padding", "Only a bracket is missing."],
    ["standard-conv", ""],
    ["softmax", ""],
    ["fused", ""],
  ]);
  expect(marks[1]).toMatchObject({ submission: "no-compile", gives: { points: "1.5" } });
  const after = (await browser.get("/?kind=not-run")).text;
  expect(after).toContain("everything of no-compile: 0.00 points, 1.50 points");
  expect(after).toContain("Nothing is left that the filter shows");
  const late = await browser.post("/decide", text, { points: ["1", "1", "1", "1"] });
  expect([late.status, late.text.includes("padding: 0.00 points by AB")]).toEqual([409, true]);
});
