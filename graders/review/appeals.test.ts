import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { takeAppeals } from "../grade/marking/take-appeals";
import { appendMarks } from "../records/hand-marks/marks-file";
import { openStore } from "../records/store";
import { enterDesk, openSampleDesk, readFields, readMarkLines } from "../testing/desk-class";
import { makeHandMark } from "../testing/hand-marks";
import { sampleRecords } from "../testing/sample-class";
import { makeTemporaryFolder } from "../testing/temporary-folder";

test("a request stands beside the earlier decision, and the answer to it on the student's page", async () => {
  const out = await makeTemporaryFolder();
  await openStore(out.path).writeRecord(sampleRecords.full);
  const before = { comment: "One pixel is missing.", at: "2026-01-03T00:00:00.000Z" };
  const gives = { kind: "points", points: "1.5" } as const;
  await appendMarks(out.path, [makeHandMark(sampleRecords.full, "softmax", gives, before)]);
  const { desk, link } = await openSampleDesk(out.path);
  try {
    const browser = await enterDesk(link);
    const show = async () => (await browser.get("/")).text;
    const unasked = (await browser.get("/?kind=decided")).text;
    const csv = "submission,question,text\nada,softmax,<b>Which</b> pixel?\n";
    await takeAppeals(out.path, { file: "a.csv", csv }, new Date("2026-01-04T00:00:00.000Z"));
    expect((await browser.post("/decide", unasked, { points: "0" })).status).toBe(409);

    const page = await show();
    expect(page).toContain("asks for another look, decided by hand");
    expect(page).toMatch(/asks:[\s\S]*&lt;b&gt;Which&lt;\/b&gt; pixel\?/);
    expect(page).toContain("1.50 points by AB at 2026-01-03T00:00:00.000Z: “One pixel is missing.”");
    const fields = new Map(readFields(page, "/decide"));
    expect([fields.get("points"), fields.get("comment")]).toEqual(["1.5", "One pixel is missing."]);
    await browser.post("/decide", page, { comment: "The one in the corner." });
    expect(await readMarkLines(out.path)).toMatchObject([{ by: "AB" }, { by: "CD", gives }]);
    await browser.post("/pages", await show());
    expect(await show()).toContain("nothing waits for a person");
    expect(await readFile(join(out.path, "students", "ada", "report.md"), "utf8")).toContain(
      "The one in the corner.",
    );
    await browser.post("/undo", await show());
    expect(await show()).toContain("1 answer waits in 1 group");
  } finally {
    await desk.close();
    await out.remove();
  }
});
