import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseRecord } from "../graders/records/record-check";
import { formatVerdict } from "../graders/records/record-verdict";
import { runHere } from "../graders/testing/run-verb";
import { makeTemporaryFolder, type TemporaryFolder } from "../graders/testing/temporary-folder";
import { grade } from "./grade";
import { replay } from "./replay";
import { seal } from "./seal";
import { concludeCommand, type Verb } from "./terminal/command-line";

jest.setTimeout(120_000);

/** A right answer, a wrong one that depends on the hidden inputs, and functions that are missing. */
const work = `export function standardConv(l: { hOut: number; wOut: number; cIn: number; cOut: number; kernel: number }) {
  const macs = l.hOut * l.wOut * l.cOut * l.cIn * l.kernel ** 2;
  return { macs, flops: 2 * macs };
}
export const padding = (kernel: number) => kernel * 7 + 1;
`;

let folder: TemporaryFolder;
let out: string;
let seed: string;

type VerbWithArguments = (signal: AbortSignal, argv: readonly string[]) => ReturnType<Verb>;
const run = (verb: VerbWithArguments, ...args: string[]) =>
  runHere((argv) => concludeCommand((signal) => verb(signal, argv)), args);
const replayHere = (id: string, ...args: string[]) => run(replay, join(folder.path, "class", id), ...args);
const sealHere = (...args: string[]) => run((_, argv) => seal(argv), ...args);
const recordPath = (id: string) => join(out, "staff", id, "record.json");

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  out = join(folder.path, "out");
  for (const [id, text] of [
    ["ada", work],
    ["eve", "export const padding = () => {"],
  ] as const) {
    await mkdir(join(folder.path, "class", id), { recursive: true });
    await writeFile(join(folder.path, "class", id, "submission.ts"), text);
  }
  const sealed = await sealHere(out);
  const graded = await run(grade, join(folder.path, "class"), "--out", out);
  seed = (await readFile(join(out, "seed.key"), "utf8")).trim();
  expect([sealed.code, graded.code]).toEqual([0, 0]);
  expect(graded.stdout).toMatch(
    /\nseed: secret of this class, kept in .*seed\.key; keep it, and to yourself\n$/,
  );
  for (const { stdout, stderr } of [sealed, graded]) expect(stdout + stderr).not.toContain(seed);
  await writeFile(join(folder.path, "sealed.txt"), sealed.stdout);
});
afterAll(() => folder.remove());

test.each(["ada", "eve"])(
  "under the published seed %s gets the verdict of the class and its report byte for byte",
  async (id) => {
    // Printed for one of the two: what is compared below is what is printed.
    if (id === "ada") {
      const record = parseRecord(await readFile(recordPath(id), "utf8"), "record.json");
      const replayed = await replayHere(id, "--seed", seed);
      expect([replayed.code, replayed.stdout]).toEqual([0, `${formatVerdict(record)}\n`]);
    }
    const report = await replayHere(id, "--seed", seed, "--report");
    expect(report.stdout).toBe(await readFile(join(out, "students", id, "report.md"), "utf8"));
    const against = await replayHere(id, "--seed", seed, "--against", recordPath(id));
    expect(against).toMatchObject({ code: 0, stdout: "the same verdict, byte for byte\n" });
  },
);

test("under another seed it says so, with exit code 3", async () => {
  const { code, stdout } = await replayHere("ada", "--seed", "another", "--against", recordPath("ada"));
  expect([code, stdout]).toEqual([3, "not the same: the record was made under another seed\n"]);
});

test.each([
  ["no seed", [], "--seed"],
  ["an empty seed", ["--seed", ""], "--seed: expected a text"],
  ["a record that is none", ["--seed", "a", "--against", "package.json"], "--against: package.json"],
  ["no such record", ["--seed", "a", "--against", "none.json"], "--against: none.json cannot be read"],
])("%s is one line and exit code 1", async (_, args, names) => {
  const { code, stdout, stderr } = await replayHere("ada", ...args);
  expect([code, stdout, stderr.trim().split("\n").length]).toEqual([1, "", 1]);
  expect(stderr).toContain(names);
});

test("what was sealed before the first grading holds for the seed that is published, and for no other", async () => {
  const sealed = await readFile(join(folder.path, "sealed.txt"), "utf8");
  const commitment =
    /^commitment: (sha256:[0-9a-f]{64})\nrubric: sha256:.*\nbuild: [0-9.]+ sha256:.*\n$/.exec(
      sealed,
    )?.[1] as string;
  expect(await sealHere("--check", commitment, "--seed", seed)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^holds: /),
  });
  expect(await sealHere(out, "--check", commitment)).toMatchObject({ code: 0 });
  expect(await sealHere("--check", commitment, "--seed", "another")).toMatchObject({
    code: 3,
    stdout: expect.stringMatching(/^does not hold: /),
  });
});

test("a check makes no seed, and reads no commitment into what is none: one line and exit code 1", async () => {
  const nowhere = join(folder.path, "nowhere");
  for (const [args, names] of [
    [["--check", "sha256:12", "--seed", "a"], "--check: expected a commitment"],
    [[nowhere, "--check", `sha256:${"0".repeat(64)}`], "seed.key: expected the seed of a class, got none"],
  ] as const) {
    const { code, stdout, stderr } = await sealHere(...args);
    expect([code, stdout, stderr.trim().split("\n").length]).toEqual([1, "", 1]);
    expect(stderr).toContain(names);
  }
});

test("a short seed is sealed with a warning", async () => {
  const { code, stderr } = await sealHere("--seed", "short");
  expect([code, stderr]).toEqual([0, expect.stringContaining("can be found from its commitment")]);
});
