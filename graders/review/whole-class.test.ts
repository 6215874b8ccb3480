import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Assignment } from "../contract/assignment";
import { listOpen, openMarkingClass } from "../grade/marking/marking-class";
import { rewriteClass } from "../grade/rewrite-class";
import { splitCsv } from "../intake/roster/roster-csv";
import { readScores } from "../records/scores-file";
import { startBrowser } from "../testing/browser";
import { readMarkLines } from "../testing/desk-class";
import { gradeFolder } from "../testing/grade-folder";
import { projectRoot } from "../testing/project-root";
import { describeWith } from "../testing/stand-aside";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { areaQuestion, priceQuestion, toyAssignment } from "../testing/toy-assignment";
import { makeWaitingClass, type WaitingClass } from "../testing/waiting-class";

jest.setTimeout(180_000);

/** The price is worth twice as much. */
const worthMore: Assignment = {
  ...toyAssignment,
  questions: [
    areaQuestion,
    { ...priceQuestion, points: "2", parts: priceQuestion.parts.map((part) => ({ ...part, points: "2" })) },
  ],
};

describeWith("chromium", "a class of sixty of whom twenty-five wait", () => {
  let folder: TemporaryFolder;
  let browser: Browser;
  let desk: ChildProcess | undefined;
  let context: BrowserContext;
  let page: Page;
  let work: WaitingClass;
  let out: string;

  beforeAll(async () => {
    [folder, browser] = await Promise.all([makeTemporaryFolder(), startBrowser()]);
    out = join(folder.path, "out");
    work = await makeWaitingClass(folder.path);
  });
  afterAll(async () => {
    desk?.kill("SIGKILL");
    await browser.close();
    await folder.remove();
  });

  const open = async (): Promise<void> => {
    const script = join(projectRoot, "graders/testing/desk-process.ts");
    const start = ["-r", join(projectRoot, "graders/running/from-source.cjs"), script, out];
    desk = spawn(process.execPath, start, { stdio: ["ignore", "pipe", "inherit"] });
    if (desk.stdout === null) throw new Error("expected the desk to say its address");
    const said = createInterface(desk.stdout);
    const [link] = await Promise.race([once(said, "line"), once(said, "close")]);
    if (link === undefined) throw new Error("the desk ended before it said its address");
    context = await browser.newContext();
    page = await context.newPage();
    await page.goto(link);
  };
  const kill = async (): Promise<void> => {
    if (desk === undefined) return;
    desk.kill("SIGKILL");
    await once(desk, "exit");
    await context.close();
  };
  const decide = async (keys: readonly string[], comment: string): Promise<void> => {
    for (const key of [...keys, "c"]) await page.keyboard.press(key);
    await page.keyboard.type(comment);
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Control+Enter")]);
  };
  const waits = (): Promise<string> => page.innerText("#waiting");
  const writeRoster = async (name: string): Promise<{ readonly rosterPath: string }> => {
    const rosterPath = join(folder.path, `${name}.csv`);
    const ids = Array.from({ length: 60 }, (_, at) => `s${String(at + 1).padStart(2, "0")}`);
    await writeFile(rosterPath, ["id,name", ...ids.map((id) => `${id},${name} ${id}`)].join("\n"));
    return { rosterPath };
  };
  const grade = async (request: Parameters<typeof gradeFolder>[2] = {}) => {
    const deal = work.deal(out, request.assignment);
    await gradeFolder(work.path, out, { assignment: toyAssignment, context: { deal }, ...request });
  };
  const readClass = async () => {
    const { submissions } = await readScores(join(out, "scores.json"));
    const [head, ...rows] = splitCsv(await readFile(join(out, "gradebook.csv"), "utf8"), "gradebook.csv");
    const columns = head?.cells ?? [];
    const cell = (id: string, column: string) =>
      rows.find(({ cells }) => id.startsWith(cells[0] ?? "-"))?.cells[columns.indexOf(column)];
    const marks = await readMarkLines(out);
    return Promise.all(
      marks.map(async ({ submission, question, comment, gives }) => {
        const id = String(submission);
        const scored = submissions.find((one) => one.id === id);
        const asked = scored?.questions.find((one) => one.id === question);
        const text = await readFile(join(out, "students", id, "report.md"), "utf8");
        return {
          id,
          name: cell(id, "name"),
          question,
          flag: asked?.byHand?.outdated,
          isGiven: asked?.points === (gives as { points?: string }).points,
          isInGradebook: cell(id, String(question)) === asked?.points,
          isOnPage: text.includes(String(comment)),
          status: scored?.status,
        };
      }),
    );
  };
  const stands = (name: string) => ({
    name: expect.stringContaining(name),
    flag: undefined,
    isGiven: true,
    isInGradebook: true,
    isOnPage: true,
    status: "graded",
  });

  test("is decided by keys alone in ten groups at most, though the desk is killed between", async () => {
    await grade({ request: await writeRoster("Ada") });
    await open();
    expect(await waits()).toBe("25 answers wait in 6 groups");
    const keys = [["1"], ["f"], ["n"], ["a"], ["2"]];
    let decisions = 0;
    for (; (await waits()) !== "nothing waits for a person" && decisions < 10; decisions += 1) {
      // Before scores and pages have followed.
      if (decisions === 3) {
        await kill();
        await open();
      }
      await decide(keys[decisions % keys.length] ?? [], `Decision ${decisions}, well argued.`);
    }
    expect([await waits(), decisions]).toEqual(["nothing waits for a person", 6]);
    await kill();
    expect(await readMarkLines(out)).toHaveLength(25);
  });

  test("keeps every mark when it is reported again and graded again with another roster", async () => {
    await rewriteClass(out, toyAssignment, projectRoot);
    const written = await readClass();
    expect(written).toHaveLength(25);
    for (const one of written) expect(one).toMatchObject(stands("Ada"));
    await grade({ request: { fresh: true, ...(await writeRoster("Grace")) } });
    for (const one of await readClass()) expect(one).toMatchObject(stands("Grace"));
  });

  test("flags with its reason what another rubric or other work has overtaken, and keeps the rest", async () => {
    const { area, price } = { area: (r: number) => r, price: (r: number) => r };
    const explanations = { area: "now I have another idea of what an area may be" };
    await work.handIn("s01.ts", { area, price, explanations });
    await grade({ assignment: worthMore, request: { fresh: true } });
    const read = await readClass();
    const flagged = read.filter(({ flag }) => flag !== undefined);
    expect(flagged.map(({ id, question, flag }) => `${id} ${question} ${flag}`).sort()).toEqual([
      "s01.ts area another-hand-in",
      ...["s22.ts", "s23.ts", "s24.ts", "s25.ts"].map((id) => `${id} price another-worth`),
    ]);
    for (const one of flagged) expect(one).toMatchObject({ isOnPage: true, status: "pending_manual" });
    for (const one of read.filter(({ flag }) => flag === undefined))
      expect(one).toMatchObject(stands("Grace"));
    expect(listOpen(await openMarkingClass(out), worthMore)).toHaveLength(5);
  });
});
