import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { enterDesk } from "../graders/testing/desk-class";
import { runHere, type VerbResult } from "../graders/testing/run-verb";
import { makeTemporaryFolder, type TemporaryFolder } from "../graders/testing/temporary-folder";
import { grade } from "./grade";
import { mark } from "./mark";
import { merge } from "./merge";
import { regrade } from "./regrade";
import { report } from "./report";
import { review } from "./review";
import { concludeCommand, type Verb } from "./terminal/command-line";

jest.setTimeout(180_000);

const work = `/** The kernel reaches seven pixels to each side and one more for the stride. */
export const padding = (kernel: number) => kernel * 7 + 1;
`;
const regradeByAnotherSeed = ["--apply", "--why", "another seed", "--by", "AB", "--seed", "two"];

let folder: TemporaryFolder;
const at = (...names: readonly string[]): string => join(folder.path, ...names);
const run = (
  verb: (signal: AbortSignal, argv: readonly string[]) => ReturnType<Verb>,
  ...args: readonly string[]
): Promise<VerbResult> => runHere((argv) => concludeCommand((signal) => verb(signal, argv)), args);
const gradeInto = (out: string, ...flags: readonly string[]) =>
  run(grade, at("class"), "--out", at(out), ...flags);
const runReport = (...flags: readonly string[]) => run((_, argv) => report(argv), at("out"), ...flags);
const markAda = (...flags: readonly string[]) =>
  run((_, argv) => mark(argv), at("out"), "ada", "padding", "--by", "AB", ...flags);

/** The page of an output folder that whoever is asked here writes: the one before is taken away. */
async function pageBy(write: () => Promise<{ readonly code: number }>, out = "out"): Promise<string> {
  const page = at(out, "students", "ada", "report.html");
  await rm(page, { force: true });
  expect(await write()).toMatchObject({ code: 0 });
  return readFile(page, "utf8");
}

/** Whatever waits is decided at once. */
async function decideAtDesk(): Promise<{ readonly code: number }> {
  const stop = new AbortController();
  const said = jest.spyOn(console, "log");
  const link = new Promise<string>((resolve) => {
    said.mockImplementation((line) => resolve(String(line).split(" ").at(-1) ?? ""));
  });
  const running = review(stop.signal, ["node", "review", at("out"), "--by", "AB"]);
  const browser = await enterDesk(await link);
  await browser.post("/decide", (await browser.get("/")).text, { points: "0.1" });
  stop.abort();
  const code = await running;
  said.mockRestore();
  return { code };
}

beforeEach(async () => {
  folder = await makeTemporaryFolder();
  for (const id of ["ada", "bob"]) {
    await mkdir(at("class", id), { recursive: true });
    await writeFile(at("class", id, "submission.ts"), work);
  }
});
afterEach(() => folder.remove());

test("whoever writes pages writes them in the class's language, until another is asked for", async () => {
  const readBob = async () => {
    const { submissions } = JSON.parse(await readFile(at("out", "scores.json"), "utf8"));
    return submissions.find(({ id }: { id: string }) => id === "bob");
  };
  const french = expect.stringContaining('<html lang="fr">');
  expect(await pageBy(() => gradeInto("out", "--language", "fr"))).toEqual(french);
  const bob = await readBob();
  expect(await pageBy(() => markAda("--points", "0.2"))).toEqual(french);
  expect(await readBob()).toEqual(bob);
  expect(await pageBy(() => runReport())).toEqual(french);
  expect(await pageBy(decideAtDesk)).toEqual(french);
  expect(await pageBy(() => gradeInto("out", "--fresh"))).toEqual(french);
  expect(await pageBy(() => run(regrade, at("out"), ...regradeByAnotherSeed))).toEqual(french);
  const english = expect.stringContaining('<html lang="en">');
  expect(await pageBy(() => markAda("--undo", "--language", "en"))).toEqual(english);
  expect(await pageBy(() => runReport())).toEqual(english);
});

test("a class is merged in the language and by the templates that its parts were graded with", async () => {
  await mkdir(at("own"));
  await writeFile(at("own", "student.html.hbs"), "{{language}} by hand");
  const own = ["--templates", at("own"), "--language", "fr"];
  expect(await gradeInto("part", "--shard", "1/1", "--seed", "one", ...own)).toMatchObject({ code: 0 });
  const mergeInto = (out: string) => run((_, argv) => merge(argv), at("part"), "--out", at(out));
  expect(await pageBy(() => mergeInto("whole"), "whole")).toBe("fr by hand");
  await rename(at("own"), at("moved"));
  const { code, stderr } = await mergeInto("elsewhere");
  expect([code, stderr]).toEqual([
    0,
    `${at("own")}: templates of a part, not on this machine; pages are by ours\n`,
  ]);
});

test("an instructor's templates are the class's until others, or ours, are asked for; gone ones are said", async () => {
  await mkdir(at("own"));
  await writeFile(at("own", "student.html.hbs"), "by hand");
  expect(await pageBy(() => gradeInto("out", "--templates", at("own")))).toBe("by hand");
  await writeFile(at("own", "student.html.hbs"), "by another hand");
  expect(await pageBy(() => gradeInto("out"))).toBe("by another hand");
  expect(await pageBy(() => markAda("--full"))).toBe("by another hand");
  await rename(at("own"), at("moved"));
  const refused = {
    code: 1,
    stderr:
      `error: ${at("own")}: the class's own templates are no longer there; ` +
      `npm run report -- ${at("out")} --templates <dir> says where they are, --no-templates takes ours\n`,
  };
  expect(await runReport()).toMatchObject(refused);
  const readRecord = () => readFile(at("out", "staff", "ada", "record.json"), "utf8");
  const record = await readRecord();
  expect(await run(regrade, at("out"), ...regradeByAnotherSeed)).toMatchObject(refused);
  expect(await readRecord()).toBe(record);
  expect(await pageBy(() => runReport("--templates", at("moved")))).toBe("by another hand");
  const ours = expect.stringContaining("<html");
  expect(await pageBy(() => runReport("--no-templates"))).toEqual(ours);
  expect(await pageBy(() => markAda("--undo"))).toEqual(ours);
});
