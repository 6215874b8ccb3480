import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runHere, runVerb, type VerbResult } from "../graders/testing/run-verb";
import { describeWith } from "../graders/testing/stand-aside";
import { makeTemporaryFolder, type TemporaryFolder } from "../graders/testing/temporary-folder";
import { grade as gradeVerb } from "./grade";
import { report as reportVerb } from "./report";
import { concludeCommand } from "./terminal/command-line";

jest.setTimeout(180_000);

let folder: TemporaryFolder;
let out: string;
const report = (...args: string[]): Promise<VerbResult> =>
  runHere((argv) => concludeCommand(() => reportVerb(argv)), [out, ...args]);
const grade = (...flags: string[]): Promise<VerbResult> =>
  runHere(
    (argv) => concludeCommand((signal) => gradeVerb(signal, argv)),
    [join(folder.path, "class"), "--out", out, ...flags],
  );
const has = (...names: readonly string[]): boolean => existsSync(join(out, ...names));

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  out = join(folder.path, "out");
  for (const id of ["ada", "bob"]) {
    await mkdir(join(folder.path, "class", id), { recursive: true });
    await writeFile(
      join(folder.path, "class", id, "submission.ts"),
      "export const padding = (k: number) => k * 7;\nexport const intensityCurve = (sizes: number[]) => sizes.map((b) => b / 16);\n",
    );
  }
  expect((await grade()).code).toBe(0);
});
afterAll(() => folder.remove());

test("the page without names comes on request, from a process of its own", async () => {
  expect(has("anonymous", "class.html")).toBe(false);
  expect(await runVerb("report", [out, "--anonymous"])).toMatchObject({ code: 0, stderr: "" });
  expect(has("anonymous", "class.html")).toBe(true);
  expect(has("anonymous", "tables", "questions.csv")).toBe(true);
});

test("reference values come only where they are asked for, and go with the next run that does not ask", async () => {
  const tell = async (): Promise<readonly boolean[]> => {
    const files = ["html", "md", "txt"].map((ending) => join(out, "students", "ada", `report.${ending}`));
    const texts = await Promise.all(files.map((path) => readFile(path, "utf8")));
    return texts.flatMap((text) => [text.includes("reference values"), text.includes("belongs at 0.454")]);
  };
  const [told, silent] = [[true, true, false, false, false, false], Array(6).fill(false)];
  expect(await tell()).toEqual(silent);
  await report("--reveal");
  expect(await tell()).toEqual(told);
  await report();
  expect(await tell()).toEqual(silent);
  await grade("--fresh", "--reveal");
  expect(await tell()).toEqual(told);
  await grade();
  expect(await tell()).toEqual(silent);
});

test("an instructor's broken template is said in one line with exit code 1, nothing is lost, and mended it is used", async () => {
  const own = join(folder.path, "own");
  await mkdir(own);
  await writeFile(join(own, "student.md.hbs"), "# {{heading}}\n{{nothing}}\n");
  const { code, stderr } = await report("--templates", own);
  expect([code, stderr.trim().split("\n").length]).toEqual([1, 1]);
  expect(stderr).toMatch(/own\/student\.md\.hbs:2: the view has no "nothing"/);
  expect([has("staff", "ada", "record.json"), has("scores.json")]).toEqual([true, true]);
  await writeFile(join(own, "student.md.hbs"), "# {{heading}}\n");
  expect((await report()).code).toBe(0);
  expect(await readFile(join(out, "students", "ada", "report.md"), "utf8")).toBe("# ada\n");
});

describeWith("chromium", "PDF", () => {
  test("of those that are named, or of all; one that is not there is said", async () => {
    expect(await report("--pdf", "nobody")).toMatchObject({
      code: 1,
      stderr: "error: --pdf: no submission is called nobody\n",
    });
    const one = await report("--pdf", "bob");
    expect([one.code, one.stdout]).toEqual([0, expect.stringContaining("1 of 1 pages as PDF")]);
    expect([has("students", "ada", "report.pdf"), has("students", "bob", "report.pdf")]).toEqual([
      false,
      true,
    ]);
    expect((await report("--pdf")).stdout).toContain("2 of 2 pages as PDF");
    expect(has("students", "ada", "report.pdf")).toBe(true);
  });

  test("is dropped when the page is written again: it may say something else", async () => {
    await report("--pdf", "ada");
    await report();
    expect(has("students", "ada", "report.pdf")).toBe(false);
    expect(has("students", "ada", "report.html")).toBe(true);
  });
});
