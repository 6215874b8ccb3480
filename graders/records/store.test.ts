import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { GraderFault } from "../contract/faults";
import { hostileId, sampleClock, sampleRecords } from "../testing/sample-class";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { outputFiles } from "./output-files";
import { formatRecord, openStore } from "./store";

const { full, mixed, wrong } = sampleRecords;
const laterClock = { ...sampleClock, finishedAt: "2026-06-01T00:00:00.000Z" };

let out: TemporaryFolder;
beforeEach(async () => {
  out = await makeTemporaryFolder();
});
afterEach(() => out.remove());

const pathOf = (...parts: string[]): string => join(out.path, ...parts);
/** The same submission, judged otherwise. */
const regraded = { ...wrong, submission: full.submission, clock: laterClock };

describe("openStore", () => {
  test("reads back what it wrote, for any id", async () => {
    const store = openStore(out.path);
    for (const record of [full, mixed]) {
      await store.writeRecord(record);
      expect(await store.readRecord(record.submission.id)).toEqual({ kind: "found", record });
    }
    expect((await readdir(pathOf("staff"))).sort()).toEqual(["ada", store.getFolder(hostileId)].sort());
  });

  test("finds nothing where nothing was written", async () => {
    expect(await openStore(pathOf("missing")).readRecord("ada")).toEqual({ kind: "none" });
  });

  test("writes pages beside the record", async () => {
    await openStore(out.path).writeFile("ada", outputFiles.reportPage, "<p>é</p>");
    expect(await readFile(pathOf("students", "ada", "report.html"), "utf8")).toBe("<p>é</p>");
  });

  test("keeps no history of a record that differs by its clock only", async () => {
    const store = openStore(out.path);
    await store.writeRecord(full);
    await store.writeRecord({ ...full, clock: laterClock });
    expect(await readdir(pathOf("staff", "ada"))).toEqual(["record.json"]);
    expect(await store.readRecord("ada")).toEqual({ kind: "found", record: { ...full, clock: laterClock } });
  });

  test("keeps a record that said something else, byte by byte", async () => {
    const store = openStore(out.path);
    await store.writeRecord(full);
    await store.writeRecord(regraded);
    const [kept, ...others] = await readdir(pathOf("staff", "ada", "history"));
    expect(others).toEqual([]);
    expect(kept).toMatch(/^2026-01-02T03-04-06\.789Z~[0-9a-f]{12}\.json$/);
    expect(await readFile(pathOf("staff", "ada", "history", kept ?? ""), "utf8")).toBe(formatRecord(full));
    expect(await readFile(pathOf("staff", "ada", "record.json"), "utf8")).toBe(formatRecord(regraded));
  });

  test("keeps every step of a longer history", async () => {
    const store = openStore(out.path);
    for (const record of [
      full,
      regraded,
      { ...full, clock: { ...laterClock, finishedAt: "2026-07-01T00:00:00.000Z" } },
    ]) {
      await store.writeRecord(record);
    }
    expect(await readdir(pathOf("staff", "ada", "history"))).toHaveLength(2);
  });

  test("a run killed before the new record was put in place leaves the old one, and the next run mends it", async () => {
    const store = openStore(out.path);
    await store.writeRecord(full);
    // What a kill between writing and renaming leaves: history already kept, half a temporary file beside.
    await writeFile(pathOf("staff", "ada", "record.json.1234567"), formatRecord(regraded).slice(0, 100));
    expect(await store.readRecord("ada")).toEqual({ kind: "found", record: full });
    await store.writeRecord(regraded);
    await store.writeRecord(regraded);
    expect(await store.readRecord("ada")).toEqual({ kind: "found", record: regraded });
    expect(await readdir(pathOf("staff", "ada", "history"))).toHaveLength(1);
  });

  test.each([
    ["half a record", Buffer.from(formatRecord(full).slice(0, 500)), /record\.json: expected JSON/],
    ["an empty file", Buffer.alloc(0), /expected JSON, got an empty file/],
    ["bytes of no text", Buffer.from([0xff, 0xfe, 0x00, 0xd8]), /expected JSON/],
    ["another document", Buffer.from("[]"), /at the top: expected object, got \[\]/],
    [
      "a record of another submission",
      Buffer.from(formatRecord(wrong)),
      /holds the record of another submission/,
    ],
  ])("puts %s aside instead of stopping", async (_, bytes, because) => {
    const store = openStore(out.path);
    await mkdir(pathOf("staff", "ada"), { recursive: true });
    await writeFile(pathOf("staff", "ada", "record.json"), bytes);
    const stored = await store.readRecord("ada");
    expect(stored).toEqual({ kind: "unreadable", because: expect.stringMatching(because) });
    await store.writeRecord(full);
    expect(await store.readRecord("ada")).toEqual({ kind: "found", record: full });
    const [kept] = await readdir(pathOf("staff", "ada", "history"));
    expect(kept).toMatch(/^unreadable~/);
    expect(await readFile(pathOf("staff", "ada", "history", kept ?? ""))).toEqual(bytes);
  });

  test("reads a folder in the record's place as unreadable", async () => {
    await mkdir(pathOf("staff", "ada", "record.json"), { recursive: true });
    expect(await openStore(out.path).readRecord("ada")).toMatchObject({ kind: "unreadable" });
    await expect(openStore(out.path).writeRecord(full)).rejects.toThrow(GraderFault);
  });

  test("refuses to write a record that does not fit, and leaves what is there", async () => {
    const store = openStore(out.path);
    await store.writeRecord(full);
    const bad = { ...full, score: { points: "99", maxPoints: "5", bonus: "2" } };
    await expect(store.writeRecord(bad)).rejects.toThrow(GraderFault);
    await expect(store.writeRecord(bad)).rejects.toThrow(/at \/score\/points: expected 5/);
    expect(await store.readRecord("ada")).toEqual({ kind: "found", record: full });
  });

  test("blames the disk, not the submission, when it cannot write", async () => {
    await writeFile(pathOf("file"), "");
    const write = openStore(pathOf("file")).writeFile("ada", outputFiles.reportPage, "x");
    await expect(write).rejects.toThrow(/report\.html: could not be written: .*choose another --out/);
  });
});
