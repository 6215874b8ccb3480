import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeTemporaryFolder, type TemporaryFolder } from "../../testing/temporary-folder";
import { type AskedRun, findLastRun, type LastRun } from "./last-run";

let folder: TemporaryFolder;
let asked: AskedRun;
const pathOf = (...parts: string[]): string => join(folder.path, ...parts);
/** Files of tests are milliseconds old; to the run they are to be older. */
const later = (ms: number) => () => new Date(Date.now() + ms);
const told = { finishedAt: "2026-01-02T00:00:00.000Z", atStart: "sandbox full", atEnd: "mean 3" };
const look = (change: Partial<AskedRun> = {}, manner = ["plain"], ms = 60_000): Promise<LastRun> =>
  findLastRun({ ...asked, ...change }, { root: pathOf("project"), now: later(ms), manner });

async function write(path: string, text = path): Promise<void> {
  await mkdir(join(pathOf(path), ".."), { recursive: true });
  await writeFile(pathOf(path), text);
}

beforeEach(async () => {
  folder = await makeTemporaryFolder();
  for (const path of ["class/ada/submission.ts", "roster.csv", "project/templates/student.html.hbs"])
    await write(path);
  for (const path of ["out/scores.json", "out/staff/ada/record.json", "out/students/ada/report.html"])
    await write(path);
  asked = {
    path: pathOf("class"),
    outFolder: pathOf("out"),
    jobs: 2,
    sandboxMode: "auto",
    rosterPath: pathOf("roster.csv"),
  };
  const first = await look();
  if (first.kind === "changed") await first.keep(told);
});
afterEach(() => folder.remove());

test("a class that nobody touched stands, with what was told, whoever grades how many at once", async () => {
  expect(await look({ jobs: 7 })).toEqual({ kind: "stands", told });
});

test.each<[string, () => Promise<unknown>]>([
  ["a submission of the same length", () => write("class/ada/submission.ts", "class/ada/submission.tS")],
  ["the same submission written again", () => write("class/ada/submission.ts")],
  ["one more submission", () => write("class/bob/submission.ts")],
  ["a submission under another name", () => rename(pathOf("class/ada"), pathOf("class/eve"))],
  ["the roster", () => write("roster.csv", "roster,csv")],
  ["a template", () => write("project/templates/student.html.hbs", "")],
  ["a source", () => write("project/graders/judge/judge.ts")],
  ["a package", () => write("project/package-lock.json")],
  ["a record", () => write("out/staff/ada/record.json", "")],
  ["a page that is gone", () => rm(pathOf("out/students/ada/report.html"))],
  ["a mark by hand", () => write("out/staff/marks.jsonl", "{}\n")],
  ["a grader at work", () => write("out/grading.lock")],
  [
    "what was kept, cut off",
    async () =>
      write(
        "out/staff/last-run.json",
        (await readFile(pathOf("out/staff/last-run.json"), "utf8")).slice(0, 50),
      ),
  ],
  ["what was kept, of another form", () => write("out/staff/last-run.json", "null")],
])("anything touched is looked at again: %s", async (_, touch) => {
  await touch();
  expect((await look()).kind).toBe("changed");
});

test.each<[string, Partial<AskedRun>, string[]?]>([
  ["other limits", { limits: { callMs: 5 } }],
  ["another seed", { seed: "one" }],
  ["a void question", { weighed: [{ id: "bytes", void: true, why: "It could be read in two ways." }] }],
  ["another language", { translator: { language: "fr", say: (text: string) => text } as never }],
  ["pages with reference values", { isRevealed: true }],
  ["another sandbox", { sandboxMode: "required" }],
  ["no roster", { rosterPath: undefined } as never],
  ["one submission", { only: ["ada"] }],
  ["a fresh run", { fresh: true }],
  ["other words", {}, ["coloured"]],
])("whoever asks for %s gets a run", async (_, change, ...[manner]) => {
  expect((await look(change, manner)).kind).toBe("changed");
});

test("the language and templates of the class are asked for, whether a run names them or not", async () => {
  await write("own/student.html.hbs");
  await write("out/staff/class.json", JSON.stringify({ language: "fr", templates: pathOf("own") }));
  const first = await look();
  if (first.kind === "changed") await first.keep(told);
  const french: AskedRun["translator"] = { language: "fr", translate: (text) => text };
  expect((await look({ translator: french, ownTemplates: pathOf("own") })).kind).toBe("stands");
  expect((await look({ ownTemplates: null })).kind).toBe("changed");
  await write("own/student.html.hbs", "");
  expect((await look()).kind).toBe("changed");
});

test("what was written a moment ago might be written again unseen, so nothing is kept of it", async () => {
  await rm(pathOf("out/staff/last-run.json"));
  const first = await look({}, ["plain"], 0);
  if (first.kind === "changed") await first.keep(told);
  expect((await look()).kind).toBe("changed");
});
