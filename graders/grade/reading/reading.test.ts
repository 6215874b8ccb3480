import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { kibibyte, mebibyte } from "../../../reference/byte-sizes";
import { parseLimits } from "../../contract/limits";
import { discoverSubmissions } from "../../intake/discover";
import { gradeFolder } from "../../testing/grade-folder";
import { zipFiles } from "../../testing/odd-zip";
import { projectRoot } from "../../testing/project-root";
import { say } from "../../testing/say";
import { makeTemporaryFolder, type TemporaryFolder } from "../../testing/temporary-folder";
import { discoverApart } from "./discover-apart";

let folder: TemporaryFolder;
beforeEach(async () => {
  folder = await makeTemporaryFolder();
});
afterEach(() => folder.remove());

const honest = "export const name = 'x';\n";

function write(path: string, text: string): void {
  const whole = join(folder.path, "class", path);
  mkdirSync(join(whole, ".."), { recursive: true });
  writeFileSync(whole, text);
}

/** A notebook of an honest cell, with so much besides that reading it takes a second or more. */
function makeLong(bytes: number, item = "0"): string {
  const cells = JSON.stringify([{ cell_type: "code", source: honest }]);
  const outputs = `${item},`.repeat(bytes / (item.length + 1));
  return `{"nbformat":4,"cells":${cells},"metadata":{"language_info":{"name":"typescript"},"a":[${outputs}0]}}`;
}

/** A class of two: one that is long to read, and one that is as it should be. */
function writeClass(bytes = 60 * mebibyte, item?: string): string {
  write("long/submission.ipynb", makeLong(bytes, item));
  write("other/submission.ts", honest);
  return join(folder.path, "class");
}

/** Processes that read hand-ins for a grader, with what memory they hold. */
function listReaders(
  grader: number | undefined,
): readonly { readonly pid: number; readonly kibibytes: number }[] {
  const rows = execFileSync("ps", ["-Ao", "pid=,ppid=,rss=,args="], { encoding: "utf8" }).trim().split("\n");
  return rows
    .filter((row) => row.includes("reading-host"))
    .map((row) => row.trim().split(/\s+/).map(Number))
    .flatMap(([pid = 0, parent, rss = 0]) => (parent === grader ? [{ pid, kibibytes: rss }] : []));
}

/** Whoever holds that much is in the middle of the long one. */
const isReading = ({ kibibytes }: { readonly kibibytes: number }): boolean => kibibytes > 170 * kibibyte;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function waitForReading(grader: number | undefined): Promise<number> {
  for (;;) {
    const [found] = listReaders(grader).filter(isReading);
    if (found !== undefined) return found.pid;
    await pause(10);
  }
}

const taken = { kind: "submission", files: [{ path: "submission.ts", text: honest }] };

async function tellBoth(limits: Parameters<typeof parseLimits>[0]): Promise<readonly unknown[]> {
  const { submissions } = await discoverApart(join(folder.path, "class"), parseLimits(limits));
  expect(submissions.map(({ id }) => id)).toEqual(["long", "other"]);
  expect(submissions[1]).toMatchObject(taken);
  return submissions.map((one) => (one.kind === "refused" ? say(one.refused) : one.kind));
}

describe("what is not small is taken in elsewhere", () => {
  test("and comes out as it does here", async () => {
    const path = writeClass(mebibyte);
    const limits = parseLimits();
    expect(await discoverApart(path, limits)).toEqual(await discoverSubmissions(path, limits));
    expect(listReaders(process.pid)).toEqual([]);
  }, 60_000);

  test("wherever it lies: in an archive of the class, in one of its own, as a platform calls it", async () => {
    const long = makeLong(mebibyte);
    const packed = zipFiles({ "work/submission.ipynb": long, "work/answers.md": "## padding\nboth sides" });
    const names = ["doejane_12345_678901_work.zip", "roejim_12346_678902_work.zip"];
    const canvas = zipFiles({
      [names[0] ?? ""]: packed,
      [names[1] ?? ""]: zipFiles({ "submission.ts": honest }),
    });
    const bare = zipFiles({ "ann.ipynb": long, "kim.ts": honest, "lee/submission.ipynb": long });
    const limits = parseLimits();
    for (const [name, bytes] of Object.entries({ canvas, bare })) {
      const path = join(folder.path, `${name}.zip`);
      writeFileSync(path, bytes);
      const apart = await discoverApart(path, limits);
      expect(apart).toEqual(await discoverSubmissions(path, limits));
      expect(new Set(apart.submissions.map(({ kind }) => kind))).toEqual(new Set(["submission"]));
    }
  }, 60_000);

  test("and what is small is not, whatever a class has of it", async () => {
    for (let i = 0; i < 20; i++) write(`student-${i}/submission.ts`, honest);
    for (let i = 0; i < 20; i++) write(`notebook-${i}.ipynb`, makeLong(100 * kibibyte));
    let most = 0;
    const look = setInterval(() => {
      most = Math.max(most, listReaders(process.pid).length);
    }, 20);
    const { submissions } = await discoverApart(join(folder.path, "class"), parseLimits());
    clearInterval(look);
    expect(submissions.map(({ kind }) => kind)).toEqual(Array(40).fill("submission"));
    expect(most).toBe(0);
  }, 60_000);

  test("what takes too long is refused, and says so; the other one is taken in", async () => {
    writeClass();
    expect(await tellBoth({ intakeTimeoutMs: 100 })).toEqual([
      "Reading what was handed in takes longer than 0.1 s. Hand in only what you wrote yourself.",
      "submission",
    ]);
  }, 60_000);

  test("what takes too much memory is refused, and says so; the other one is taken in", async () => {
    // One list of numbers may be given more than the limit in one piece, twenty million objects may not.
    writeClass(60 * mebibyte, "{}");
    expect(await tellBoth({ intakeBytes: 128 * mebibyte })).toEqual([
      "Reading what was handed in takes more than 128 MiB of memory. Hand in only what you wrote yourself.",
      "submission",
    ]);
  }, 120_000);

  test("a process that is killed in the middle is started again; twice, and it is the hand-in that was refused", async () => {
    writeClass();
    const once = tellBoth({});
    process.kill(await waitForReading(process.pid), "SIGKILL");
    expect(await once).toEqual(["submission", "submission"]);
    const twice = tellBoth({});
    const first = await waitForReading(process.pid);
    process.kill(first, "SIGKILL");
    for (let next = first; next === first; ) {
      next = await waitForReading(process.pid);
      if (next !== first) process.kill(next, "SIGKILL");
    }
    expect(await twice).toEqual([
      "What was handed in could not be read: it ends the program that reads it. Hand in only what you wrote yourself.",
      "submission",
    ]);
  }, 120_000);

  test("an interrupt is heard in the middle, and ends it", async () => {
    const ending = new AbortController();
    const found = discoverApart(writeClass(), parseLimits(), {}, ending.signal);
    await waitForReading(process.pid);
    ending.abort(new Error("interrupted"));
    await expect(found).rejects.toThrow("interrupted");
    expect(listReaders(process.pid)).toEqual([]);
  }, 60_000);

  test("it ends with a grader that is killed", async () => {
    const loader = join(projectRoot, "graders/running/from-source.cjs");
    const script = join(projectRoot, "graders/testing/stuck-reader.ts");
    const grader = spawn(process.execPath, ["-r", loader, script, writeClass()], { stdio: "ignore" });
    const reader = await waitForReading(grader.pid);
    grader.kill("SIGKILL");
    const isThere = (): boolean => {
      try {
        return process.kill(reader, 0);
      } catch {
        return false;
      }
    };
    while (isThere()) await pause(20);
  }, 60_000);

  test("the class is graded, and who handed in too much is told on a page", async () => {
    const { records } = await gradeFolder(writeClass(), join(folder.path, "out"), {
      request: { limits: { intakeTimeoutMs: 100 } },
    });
    expect(records.map(({ status }) => status)).toEqual(["ungradable", "pending_manual"]);
    const pages = await Promise.all(
      ["long", "other"].map((id) =>
        readFile(join(folder.path, "out", "students", id, "report.html"), "utf8"),
      ),
    );
    const sentence = "Reading what was handed in takes longer than 0.1 s";
    expect(pages.map((page) => page.includes(sentence))).toEqual([true, false]);
  }, 120_000);
});
