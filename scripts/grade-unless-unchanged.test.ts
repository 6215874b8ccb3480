import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { AskedRun } from "../graders/grade/unchanged/last-run";
import { runHere } from "../graders/testing/run-verb";
import { makeTemporaryFolder, type TemporaryFolder } from "../graders/testing/temporary-folder";
import { type Grade, gradeUnlessUnchanged } from "./grade-unless-unchanged";
import { projectRoot } from "./project";

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => folder.remove());

const scores = `${JSON.stringify({ submissions: [] }, null, 2)}\n`;

/** Stands for all that compiles, runs, judges and writes. */
function makeGrade(outFolder: string): { readonly grade: Grade; readonly count: () => number } {
  let runs = 0;
  const grade: Grade = async (_, { keep }) => {
    runs += 1;
    await mkdir(join(outFolder, "staff"), { recursive: true });
    await writeFile(join(outFolder, "scores.json"), scores);
    await keep?.({ finishedAt: "2026-01-02T00:00:00.000Z", atStart: "a note", atEnd: "mean 3" });
    return 0;
  };
  return { grade, count: () => runs };
}

test("an unchanged class is graded once and told as often as asked; a changed one is graded", async () => {
  const [path, outFolder] = [join(folder.path, "class"), join(folder.path, "out")];
  await mkdir(path);
  await writeFile(join(path, "ada.ts"), "");
  const asked: AskedRun = { path, outFolder, jobs: 1, sandboxMode: "auto" };
  const { grade, count } = makeGrade(outFolder);
  const now = () => new Date(Date.now() + 60_000);
  const run = (asJson = false) =>
    runHere(() => gradeUnlessUnchanged(asked, { out: "out", asJson }, { grade, now }), []);
  await run();
  const again = await run();
  expect(again).toMatchObject({ code: 0, stdout: "mean 3\n" });
  expect(again.stderr).toMatch(/^nothing has changed since .*--fresh.*\na note\n$/);
  expect(await run(true)).toEqual({ code: 0, stdout: scores, stderr: "" });
  expect(count()).toBe(1);
  await writeFile(join(path, "ada.ts"), "export {};");
  expect((await run()).stdout).toBe("");
  expect(count()).toBe(2);
});

test("until a class is known to have changed, nothing is loaded that compiles, runs, judges, asks or reports", () => {
  const script = `
    require(${JSON.stringify(join(projectRoot, "scripts/grade.ts"))});
    console.log(JSON.stringify(Object.keys(require.cache)));`;
  const args = ["-r", join(projectRoot, "graders/running/from-source.cjs"), "-e", script];
  const load = () =>
    JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as readonly string[];
  // What was never run before is transpiled first, and kept.
  load();
  const loaded = load();
  const own = loaded.map((path) => path.slice(projectRoot.length + 1).replaceAll("\\", "/"));
  expect(own).toContain("graders/grade/unchanged/last-run.ts");
  const heavy =
    /^(graders\/(judge|questions|report|running\/(compile|run|sandbox))|reference)\/|node_modules\/(?!commander|picocolors)/;
  // What is cached of our own sources stands in node_modules as well, but is no module.
  expect(own.filter((path) => heavy.test(path))).toEqual([]);
});
