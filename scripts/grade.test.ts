import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runHere, runVerb } from "../graders/testing/run-verb";
import { makeTemporaryFolder, type TemporaryFolder } from "../graders/testing/temporary-folder";
import { grade as gradeVerb } from "./grade";
import { concludeCommand } from "./terminal/command-line";

const honest = `export function standardConv(l: { hOut: number; wOut: number; cIn: number; cOut: number; kernel: number }) {
  const macs = l.hOut * l.wOut * l.cOut * l.cIn * l.kernel ** 2;
  return { macs, flops: 2 * macs };
}
`;

let folder: TemporaryFolder;
let out: string;
let runs = 0;

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  await mkdir(join(folder.path, "empty"));
  await mkdir(join(folder.path, "folders", "ada"), { recursive: true });
  await writeFile(join(folder.path, "folders", "ada", "submission.ts"), honest);
  await mkdir(join(folder.path, "files"));
  await writeFile(join(folder.path, "files", "bob.ts"), honest);
  await writeFile(join(folder.path, "files", "eve.ts"), "export const padding = () => {");
});

// Each class has a folder of its own: another one in the same is refused.
beforeEach(() => {
  runs += 1;
  out = join(folder.path, `out-${runs}`);
});
afterAll(() => folder.remove());

const gradeHere = (argv: readonly string[]) => concludeCommand((signal) => gradeVerb(signal, argv));
const grade = (...args: string[]) => runHere(gradeHere, [...args, "--out", out]);

describe("a mistake in how it was called is one line and exit code 1", () => {
  test.each([
    ["a missing folder", ["/nowhere/at/all"], "/nowhere/at/all"],
    ["an unknown flag", ["--colour"], "--colour"],
    ["a count that is none", ["--jobs", "many"], "Expected a whole number"],
    ["an unknown limit", ["--limit", "patience=5"], "patience"],
    ["a limit out of range", ["--limit", "callMs=0"], "callMs"],
    ["an unknown question", ["--question", "paddin"], 'did you mean "padding"?'],
    ["a shard that is none", ["--shard", "7/5"], '"2/5"'],
    ["a shard without a seed that the others know", ["--shard", "1/5"], "same seed"],
    ["an unknown sandbox mode", ["--sandbox", "maybe"], "maybe"],
  ])(
    "%s",
    async (_, args, names) => {
      const { code, stdout, stderr } = await grade(...args);
      expect(code).toBe(1);
      expect(stdout).toBe("");
      expect(stderr.trim().split("\n")).toHaveLength(1);
      expect(stderr).toContain(names);
    },
    60_000,
  );

  test.each([
    ["inside the class", "files/out"],
    ["the class itself", "files"],
    ["around the class", "."],
    ["a file", "files/bob.ts"],
  ])(
    "an output folder that is %s",
    async (_, out) => {
      const path = join(folder.path, "files");
      const { code, stderr } = await runHere(gradeHere, [path, "--out", join(folder.path, out)]);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^error: --out: .*\n$/);
    },
    60_000,
  );

  test("an empty folder", async () => {
    const { code, stderr } = await grade(join(folder.path, "empty"));
    expect(code).toBe(1);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  }, 60_000);

  test("a folder that may not be read", async () => {
    const locked = join(folder.path, "locked");
    await mkdir(locked, { recursive: true });
    await chmod(locked, 0o000);
    const { code, stderr } = await grade(locked);
    await chmod(locked, 0o700);
    // Root may read everything, so there it is an empty folder; either way one line and exit code 1.
    expect(code).toBe(1);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  }, 60_000);
});

describe("what can be graded", () => {
  test.each([
    ["a single folder", "folders/ada", ["ada"]],
    ["a single file", "files/bob.ts", ["bob.ts"]],
  ])(
    "%s",
    async (_, path, ids) => {
      const { code, stdout } = await grade(join(folder.path, path), "--json");
      expect(code).toBe(0);
      const scores = JSON.parse(stdout);
      expect(scores.submissions.map((one: { id: string }) => one.id)).toEqual(ids);
      expect(JSON.parse(await readFile(join(out, "scores.json"), "utf8"))).toEqual(scores);
    },
    60_000,
  );

  test("a folder of folders, in a process of its own, with the same exit codes", async () => {
    const graded = await runVerb("grade", [join(folder.path, "folders"), "--out", out, "--json"]);
    expect(graded).toMatchObject({ code: 0, stderr: "" });
    const scores = JSON.parse(graded.stdout);
    expect(scores.submissions).toMatchObject([{ id: "ada" }]);
    expect(JSON.parse(await readFile(join(out, "scores.json"), "utf8"))).toEqual(scores);
    const refused = await runVerb("grade", [join(folder.path, "empty")]);
    expect(refused).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/^error: .*\n$/) });
  }, 60_000);

  test("--help says every flag and exit code", async () => {
    const { code, stdout } = await runVerb("grade", ["--help"]);
    expect(code).toBe(0);
    for (const word of [
      "--out",
      "--jobs",
      "--roster",
      "--only",
      "--question",
      "--fresh",
      "--sandbox",
      "--seed",
      "--json",
      "130",
    ]) {
      expect(stdout).toContain(word);
    }
  }, 60_000);
});

test("in a folder of bare files a roster gives names to reports, pseudonyms to scores, and says who handed in nothing", async () => {
  const roster = join(folder.path, "roster.csv");
  await writeFile(roster, "id,name\nbob,Sample Bob\nzoe,Sample Zoe\n");
  const { code, stdout } = await grade(join(folder.path, "files"), "--roster", roster, "--json");
  expect(code).toBe(0);
  expect(stdout).not.toContain("Sample");
  const scores = JSON.parse(stdout);
  expect(JSON.parse(await readFile(join(out, "scores.json"), "utf8"))).toEqual(scores);
  expect(scores.submissions).toMatchObject([
    { id: "bob.ts", status: "graded" },
    { id: "eve.ts", status: "ungradable" },
    { status: "not_submitted" },
  ]);
  expect(await readFile(join(out, "students", "bob.ts", "report.html"), "utf8")).toContain("Sample Bob");
}, 60_000);
