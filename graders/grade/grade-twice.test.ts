import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assignment } from "../contract/assignment";
import { parseLimits } from "../contract/limits";
import type { SubmissionRecord } from "../contract/record";
import type { FoundSubmission } from "../contract/submission";
import { planQuestions } from "../judge/plan";
import { startCompiler } from "../running/compile/compile";
import { createSandbox, type Sandbox } from "../running/sandbox/sandbox";
import { gradeFolder } from "../testing/grade-folder";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { changeArea, toyAssignment } from "../testing/toy-assignment";
import { gradeSubmission } from "./grade-submission";
import { judgeHere } from "./workshop/work";

const area = "export const area = (rows: number, columns: number): number => rows * columns;\n";
const price = "export const price = (rows: number, columns: number): number => 3 * rows * columns;\n";

const steady = {
  "right.ts": area + price,
  "throws.ts": `${area}export const price = () => { throw new Error("no"); };`,
};

/** Asked backwards the second time, they show that they remember what was asked before. */
const remembering = {
  "seeded-random.ts": `export const area = () => Math.random();\n${price}`,
  "counter.ts": `let calls = 0; export const area = () => (calls += 1);\n${price}`,
  "hangs-elsewhere.ts":
    "let calls = 0; export const area = () => (calls += 1); export const price = () => new Promise(() => {});",
  "too-large-once.ts": `let calls = 0; export const area = () => (calls += 1) === 2 ? Array(200_000).fill(0) : calls;\n${price}`,
  "hangs-later.ts": `let calls = 0;
    export const area = () => (calls += 1) === 4 ? new Promise(() => {}) : calls;\n${price}`,
};

const unsteady = {
  "clock.ts": `${area}export const price = () => Date.now() + performance.now();`,
  "entropy.ts": `${area}export const price = () => require("crypto").randomBytes(6).readUIntBE(0, 6);`,
  "now-and-then.ts": `${area}export const price = (rows: number) => {
    if (rows > 99) return require("crypto").randomBytes(6).readUIntBE(0, 6);
    return 3 * rows;
  };`,
};

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await makeTemporaryFolder();
  await mkdir(join(folder.path, "class"));
});
afterEach(() => folder.remove());

async function grade(
  programs: Readonly<Record<string, string>>,
  { twice, assignment = toyAssignment }: { twice: boolean; assignment?: Assignment },
): Promise<readonly SubmissionRecord[]> {
  for (const [name, text] of Object.entries(programs))
    await writeFile(join(folder.path, "class", name), text);
  const out = join(folder.path, "out");
  const { records } = await gradeFolder(join(folder.path, "class"), out, {
    assignment,
    request: { twice, fresh: true },
  });
  return records;
}

const read = (path: string): Promise<string> => readFile(join(folder.path, "out", path), "utf8");
const listPoints = (records: readonly SubmissionRecord[]) =>
  records.map((one) => [one.submission.id, one.score?.points]);

test("a second run flags answers that differ or depend on the order, and nothing that is the same every time", async () => {
  const records = await grade({ ...steady, ...remembering, ...unsteady }, { twice: true });
  const flags = Object.fromEntries(records.map((one) => [one.submission.id, one.unstable]));
  expect(flags).toEqual({
    ...Object.fromEntries(Object.keys(steady).map((name) => [name, undefined])),
    ...Object.fromEntries(Object.keys(remembering).map((name) => [name, ["area"]])),
    ...Object.fromEntries(Object.keys(unsteady).map((name) => [name, ["price"]])),
  });
});

test("the flag sends a submission to a person and takes nothing from it", async () => {
  const once = await grade({ ...steady, ...unsteady }, { twice: false });
  const twice = await grade({ ...steady, ...unsteady }, { twice: true });
  expect(listPoints(twice)).toEqual(listPoints(once));
  expect(twice.map((one) => one.status)).toEqual(
    twice.map((one) => (one.unstable === undefined ? "graded" : "pending_manual")),
  );
});

test("answers that differ and are right both times keep full points under their flag", async () => {
  const readings = [{ id: "any", kind: "reference", credit: "1", by: "rule", accepts: () => true }] as const;
  const assignment = { ...toyAssignment, questions: [changeArea({ readings })] };
  const [record] = await grade(
    { "clock.ts": "export const area = () => process.hrtime()[1] + Date.now();" },
    { twice: true, assignment },
  );
  expect(record).toMatchObject({ status: "pending_manual", score: { points: "1" }, unstable: ["area"] });
});

test("record, report and class page say it", async () => {
  await grade({ "right.ts": steady["right.ts"], "clock.ts": unsteady["clock.ts"] }, { twice: true });
  const says = "answered differently when it was run a second time";
  for (const file of ["report.md", "report.html"]) {
    expect(await read(`students/clock.ts/${file}`)).toContain(says);
    expect(await read(`students/right.ts/${file}`)).not.toContain(says);
  }
  expect(JSON.parse(await read("staff/clock.ts/record.json")).unstable).toEqual(["price"]);
  expect(await read("index.html")).toContain("Answered otherwise in a second run");
});

test("interference in the second run alone is no less interference", async () => {
  const limits = parseLimits();
  const compiler = startCompiler(limits);
  const sandbox = await createSandbox("auto", limits, compiler);
  const plan = planQuestions(toyAssignment.questions, "seed");
  const workshop = judgeHere({ plan });
  const takeIn = (text: string): FoundSubmission => ({
    kind: "submission",
    id: "ada",
    entry: "submission.ts",
    files: [{ path: "submission.ts", text, bytes: text.length }],
    contentDigest: "",
  });
  try {
    const drawing = takeIn("export const area = () => Math.random();");
    const first = await gradeSubmission(drawing, { plan, workshop, compiler, sandbox, limits });
    const drawn = /"came":"([\d.]+)"/.exec(JSON.stringify(first))?.[1];
    const forging = takeIn(
      `if (!String(Math.random()).startsWith("${drawn?.slice(0, 6)}")) require("fs").writeSync(3, "forged");\n${area}`,
    );
    const machine = { plan, workshop, compiler, limits, twice: true };
    const same = await gradeSubmission(forging, { ...machine, sandbox });
    expect(same).toMatchObject({ kind: "judged", tampering: null, unstable: [] });
    const other = await gradeSubmission(forging, { ...machine, sandbox: reseedSecondStart(sandbox) });
    expect(other).toMatchObject({ kind: "judged", tampering: { code: "oversized-message" } });
  } finally {
    await sandbox.close();
    await compiler.close();
  }
});

/** The submission's second process gets other random numbers, so that it can tell the runs apart. */
function reseedSecondStart(sandbox: Sandbox): Sandbox {
  let starts = 0;
  return {
    ...sandbox,
    prepareStart: async () => {
      const start = await sandbox.prepareStart();
      starts += 1;
      if (starts === 1) return start;
      const args = start.command.args.map((arg) => (arg === "1" ? "2" : arg));
      return { ...start, command: { ...start.command, args } };
    },
  };
}
