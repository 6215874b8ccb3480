import { appendFile, mkdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeHandMark } from "../../testing/hand-marks";
import { sampleRecords } from "../../testing/sample-class";
import { makeTemporaryFolder, type TemporaryFolder } from "../../testing/temporary-folder";
import { appendMarks, readMarks } from "./marks-file";

const [first, second, third] = ["softmax", "padding", "fused"].map((id) =>
  makeHandMark(
    sampleRecords.mixed,
    id,
    { kind: "points", points: "0.5" },
    { comment: "zwei\nZeilen, “é” 🙂" },
  ),
) as [ReturnType<typeof makeHandMark>, ReturnType<typeof makeHandMark>, ReturnType<typeof makeHandMark>];

let out: TemporaryFolder;
beforeEach(async () => {
  out = await makeTemporaryFolder();
});
afterEach(() => out.remove());
const path = () => join(out.path, "staff", "marks.jsonl");

test("what is added comes back in the order it was added, and nothing is there at first", async () => {
  expect(await readMarks(out.path)).toEqual({ lines: [], notices: [] });
  await appendMarks(out.path, [first]);
  await appendMarks(out.path, [second, third]);
  expect(await readMarks(out.path)).toEqual({ lines: [first, second, third], notices: [] });
});

test("adding leaves every earlier byte as it was", async () => {
  await appendMarks(out.path, [first]);
  const before = await readFile(path(), "utf8");
  await appendMarks(out.path, [second]);
  expect((await readFile(path(), "utf8")).startsWith(before)).toBe(true);
});

test("wherever the last line is cut off, it is told and the others stand; the next one begins a line of its own", async () => {
  await appendMarks(out.path, [first, second]);
  const whole = await readFile(path());
  const start = whole.indexOf(10) + 1;
  for (const length of [start + 1, start + 40, whole.length - 30, whole.length - 2]) {
    await writeFile(path(), whole);
    await truncate(path(), length);
    const cut = await readMarks(out.path);
    expect(cut.lines).toEqual([first]);
    expect(cut.notices).toEqual([expect.stringMatching(/marks\.jsonl, line 2: was cut off/)]);
    await appendMarks(out.path, [third]);
    const after = await readMarks(out.path);
    expect(after.lines).toEqual([first, third]);
    expect(after.notices).toHaveLength(1);
  }
});

test("what is read on after an earlier reading is told by the same line numbers as what is read anew", async () => {
  await appendMarks(out.path, [first, second]);
  await readMarks(out.path);
  await appendFile(path(), '{"kind":"ma\n{"kind":"wish"}\n');
  await expect(readMarks(out.path)).rejects.toThrow(/line 4: /);
  await writeFile(path(), `${(await readFile(path(), "utf8")).split("\n").slice(0, 3).join("\n")}\n`);
  expect(await readMarks(out.path)).toMatchObject({
    lines: [first, second],
    notices: [expect.stringContaining("line 3: was cut off")],
  });
  await appendMarks(out.path, [third]);
  expect(await readMarks(out.path)).toMatchObject({
    lines: [first, second, third],
    notices: [expect.anything()],
  });
});

test("a last line that lacks its line break alone is whole", async () => {
  await appendMarks(out.path, [first, second]);
  await truncate(path(), (await readFile(path())).length - 1);
  expect(await readMarks(out.path)).toEqual({ lines: [first, second], notices: [] });
  await appendMarks(out.path, [third]);
  expect((await readMarks(out.path)).lines).toEqual([first, second, third]);
});

test.each([
  ["points that are no decimal", { ...first, gives: { kind: "points", points: "half" } }, /gives\/points/],
  ["another version", { ...first, schemaVersion: "9.0" }, /schemaVersion: expected one of \["1\.0","1\.1"\]/],
  ["another field", { ...first, grade: "A" }, /expected no field of this name, got "grade"/],
  ["another kind", { ...first, kind: "wish" }, /expected a known "kind", got "wish"/],
])("a whole line with %s is refused by its number, never left out", async (_, line, complaint) => {
  await mkdir(join(out.path, "staff"));
  await appendMarks(out.path, [first]);
  await appendFile(path(), `${JSON.stringify(line)}\n`);
  await expect(readMarks(out.path)).rejects.toThrow(/marks\.jsonl, line 2: /);
  await expect(readMarks(out.path)).rejects.toThrow(complaint);
});
