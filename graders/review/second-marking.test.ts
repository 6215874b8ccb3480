import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { drawSample, readShare } from "../grade/marking/second-marking";
import { appendMarks, readMarks } from "../records/hand-marks/marks-file";
import { addToReview } from "../records/hand-marks/review-file";
import { readSecondMarks } from "../records/hand-marks/second-marks-file";
import { findStanding } from "../records/hand-marks/standing";
import { openStore } from "../records/store";
import { enterDesk, openSampleDesk } from "../testing/desk-class";
import { makeHandMark } from "../testing/hand-marks";
import { makeJudged } from "../testing/sample-class";
import { explainedBy, makeVerdict } from "../testing/sample-verdicts";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";

const names = Array.from({ length: 200 }, (_, at) => `Student-${at}`);
const words = "I counted the border twice because of the stride";
const records = names
  .slice(0, 3)
  .map((id) =>
    makeJudged(id, [
      makeVerdict("padding", ["0.25", "1"], explainedBy("twice"), { explanation: words }),
      makeVerdict("softmax", ["0.5", "2"], explainedBy("twice")),
    ]),
  );
const decide = (submission: string, by = "AB") => {
  const [record] = records;
  if (record === undefined) throw new Error("expected a record");
  return makeHandMark(record, "padding", { kind: "full" }, { submission, by, comment: "Well argued." });
};

let out: TemporaryFolder;
beforeEach(async () => {
  out = await makeTemporaryFolder();
  for (const record of records) await openStore(out.path).writeRecord(record);
});
afterEach(() => out.remove());

const open = async (options: { readonly isBlind?: boolean; readonly secondShare?: number }) => {
  const { desk, link } = await openSampleDesk(out.path, options);
  return { desk, browser: await enterDesk(link) };
};

test("a sample is about the share that is asked, stays the same and grows with what is decided", () => {
  const standing = (count: number) => findStanding(names.slice(0, count).map((name) => decide(name)));
  const half = drawSample(standing(100), 0.1, "CD");
  const whole = drawSample(standing(200), 0.1, "CD");
  expect(whole.size).toBeGreaterThan(10);
  expect(whole.size).toBeLessThan(32);
  expect([...half].filter((name) => !whole.has(name))).toEqual([]);
  expect(drawSample(standing(1), 0.0001, "CD").size).toBe(1);
  expect(drawSample(standing(100), 1, "AB").size).toBe(0);
});

test.each([
  ["10%", 0.1],
  ["10 %", 0.1],
  ["0,25", 0.25],
  ["1", 1],
])("%s is a share", (text, share) => {
  expect(readShare(text)).toBeCloseTo(share);
});
test.each(["0", "110%", "some", "-1"])("%s is none", (text) => {
  expect(() => readShare(text)).toThrow(/expected a share like 10%/);
});

test("a second person sees neither names nor the first decision, and what they decide changes no points", async () => {
  await appendMarks(
    out.path,
    names.slice(0, 3).map((name) => decide(name)),
  );
  await addToReview(out.path, { comments: [{ question: "padding", text: "Well argued." }] });
  const first = await readMarks(out.path);
  const { desk, browser } = await open({ isBlind: true, secondShare: 1 });
  try {
    const { text } = await browser.get("/");
    expect(text).toContain("3 answers wait in 1 group");
    expect(text).not.toMatch(/Student-|Well argued|by AB/);
    expect(text).toMatch(/answer [0-9a-f]{6}/);
    expect((await browser.get("/?search=Student-1")).text).toContain("Nothing is left that the filter shows");
    const member = /name="member" value="([^"]+)"/.exec(text)?.[1] ?? "";
    const { headers } = await browser.post("/decide", text, { points: "0", member });
    const next = (await browser.get(String(headers.location))).text;
    expect(next).toMatch(/padding of answer [0-9a-f]{6}: padding 0\.00 points/);
    expect(next).toContain("2 answers wait in 1 group");
    const stale = await browser.post("/decide", text, { points: "1", member });
    expect([stale.status, stale.text.includes("Student-")]).toEqual([409, false]);
  } finally {
    expect(await desk.close()).toBeNull();
  }
  expect((await readSecondMarks(out.path)).lines).toMatchObject([{ by: "CD", gives: { points: "0" } }]);
  expect(await readMarks(out.path)).toEqual(first);
  await expect(readFile(join(out.path, "scores.json"))).rejects.toThrow(/ENOENT/);
});

test("where nobody else has decided anything there is nothing to decide again", async () => {
  await appendMarks(out.path, [decide("Student-1", "CD")]);
  await expect(open({ secondShare: 0.1 })).rejects.toThrow(/decisions of somebody else than CD/);
});
