import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { formatRecord } from "../../../graders/records/store";
import { sampleRecords } from "../../../graders/testing/sample-class";
import { makeTemporaryFolder, type TemporaryFolder } from "../../../graders/testing/temporary-folder";
import { type OutFiles, readOut } from "./out-files";
import { compareEnd, inspect, type Trial } from "./trial";

const recordPath = "staff/ada/record.json";
const files: Readonly<Record<string, string>> = {
  [recordPath]: formatRecord(sampleRecords.full),
  "students/ada/report.html": "<html></html>\n",
  "scores.csv": "id,points\nada,1\n",
};
const end = { code: 0, printed: "" };

let out: TemporaryFolder;
let after: OutFiles;
beforeEach(async () => {
  out = await makeTemporaryFolder();
  for (const [path, text] of Object.entries(files)) await write(path, text);
  after = await readOut(out.path);
});
afterEach(() => out.remove());

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(out.path, path)), { recursive: true });
  await writeFile(join(out.path, path), text);
}

const trial = () => ({ before: new Map(), after }) as unknown as Trial;
const look = (finished: readonly string[] = []) => inspect(trial(), out.path, { known: after, finished });
const none = { lost: [], wrong: [], truncated: [] };

test("finds nothing where nothing is the matter, whenever it was graded", async () => {
  const { full } = sampleRecords;
  await write(recordPath, formatRecord({ ...full, clock: { ...full.clock, durationMs: 99_999 } }));
  await write("staff/ada/.record.json.0123456789ab", "{");
  expect(await look(["ada"])).toEqual(none);
});

test("finds a file that is gone, and a mark that was said to be finished", async () => {
  await rm(join(out.path, recordPath));
  expect(await look(["ada"])).toEqual({
    ...none,
    lost: [recordPath, `${recordPath}: said to be finished`],
  });
});

test.each([
  [recordPath, files[recordPath]?.slice(0, 300) ?? ""],
  ["students/ada/report.html", "<html></ht"],
  ["scores.csv", "id,points\nada"],
])("finds that %s was cut off", async (path, text) => {
  await write(path, text);
  expect((await look()).truncated).toEqual([expect.stringMatching(`^${path}: `)]);
});

test("finds a mark that is neither the old one nor the new one", async () => {
  const { full } = sampleRecords;
  await write(recordPath, formatRecord({ ...full, seedDigest: `sha256:${"a".repeat(64)}` }));
  expect((await look()).wrong).toEqual([recordPath]);
});

test("at the end finds what differs, what is missing and what is left over", async () => {
  await write("scores.csv", "id,points\nada,2\n");
  await rm(join(out.path, "students/ada/report.html"));
  await write("staff/ada/.record.json.0123456789ab", "{");
  expect(await compareEnd(trial(), out.path, end)).toEqual({
    lost: ["students/ada/report.html"],
    wrong: [
      "scores.csv: not as an undisturbed run writes it",
      "staff/ada/.record.json.0123456789ab: left over",
    ],
    truncated: [],
  });
});
