import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runHere } from "../graders/testing/run-verb";
import { makeTemporaryFolder, type TemporaryFolder } from "../graders/testing/temporary-folder";
import { grade } from "./grade";
import { mark } from "./mark";
import { marks } from "./marks";
import { concludeCommand, type ExitCode } from "./terminal/command-line";

jest.setTimeout(120_000);

const work = `/** The kernel reaches seven pixels to each side and one more for the stride. */
export const padding = (kernel: number) => kernel * 7 + 1;
`;

let folder: TemporaryFolder;
let out: string;
const run = (verb: (argv: readonly string[]) => Promise<ExitCode>, ...args: string[]) =>
  runHere((argv) => concludeCommand(() => verb(argv)), args);
const markAda = (...args: string[]) => run(mark, out, "ada", "padding", ...args);

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  out = join(folder.path, "out");
  await mkdir(join(folder.path, "class", "ada"), { recursive: true });
  await writeFile(join(folder.path, "class", "ada", "submission.ts"), work);
  const graded = await runHere(
    (argv) => concludeCommand((signal) => grade(signal, argv)),
    [join(folder.path, "class"), "--as", "class", "--out", out],
  );
  expect(graded.code).toBe(0);
});
afterAll(() => folder.remove());

test.each<[string, string[], RegExp]>([
  ["no initials", ["--full"], /--by/],
  ["blank initials", ["--full", "--by", " "], /--by: expected initials/],
  ["no points", ["--by", "AB"], /expected one of --points, --adjust, --full, --none/],
  ["points that are none", ["--points", "much", "--by", "AB"], /expected points like 0\.5/],
  ["negative points", ["--points", "-1", "--by", "AB"], /expected points like 0\.5/],
  ["a table and a submission", ["--from", "marks.csv", "--by", "AB"], /--from: the table says/],
])("%s is said in one line with exit code 1", async (_, args, complaint) => {
  const { code, stderr } = await markAda(...args);
  expect([code, stderr.trim().split("\n").length]).toEqual([1, 1]);
  expect(stderr).toMatch(complaint);
});

test("a folder that holds no class is refused and not made", async () => {
  const nowhere = join(folder.path, "nowhere");
  const refused = { code: 1, stderr: expect.stringContaining("expected the folder") };
  // One after the other: they share a terminal.
  expect(await run(mark, nowhere, "ada", "padding", "--full", "--by", "AB")).toMatchObject(refused);
  expect(await run(marks, nowhere)).toMatchObject(refused);
  await expect(readFile(nowhere)).rejects.toThrow(/ENOENT/);
});

test("what waits is written to a table, never over one that is there; read back, it is decided, and undone", async () => {
  const file = join(folder.path, "marks.csv");
  expect((await run(marks, out)).stdout).toMatch(/ada.*padding/);
  expect(await run(marks, out, "--csv", file)).toMatchObject({ code: 0 });
  expect(await run(marks, out, "--csv", file)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("may hold marks"),
  });
  const csv = await readFile(file, "utf8");
  await writeFile(file, csv.replace(/,,,,\r\n$/, ",0.2,,Nearly.,\r\n"));
  expect(await run(mark, out, "--from", file, "--by", "AB")).toMatchObject({
    code: 0,
    stdout: "1 decided · nothing waits for a person in 1 submissions\n",
  });
  expect(await readFile(join(out, "students", "ada", "report.md"), "utf8")).toContain("Nearly.");
  expect((await run(marks, out)).stdout).toBe("nothing waits for a person\n");
  expect(await markAda("--undo", "--by", "AB")).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^taken back · 1 /),
  });
  expect((await run(marks, out)).stdout).toMatch(/ada.*padding/);
});

test("a table is read as a spreadsheet of any country saves it, and it is said how", async () => {
  const file = join(folder.path, "excel.csv");
  const table = "submission;question;points;comment\r\nada;padding;0,5;Schön gerechnet, Ada\r\n";
  await writeFile(file, Buffer.from(table, "latin1"));
  expect(await run(mark, out, "--from", file, "--by", "AB")).toMatchObject({
    code: 0,
    stderr: expect.stringContaining("read as Windows-1252"),
  });
  const page = await readFile(join(out, "students", "ada", "report.md"), "utf8");
  expect(page).toContain("Schön gerechnet, Ada");
});
