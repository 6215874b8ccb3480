import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../../contract/faults";
import type { GivenPoints, OpenQuestion } from "../../contract/hand-mark";
import { outputFiles } from "../../records/output-files";
import { openStore } from "../../records/store";
import { takeWeights } from "../../records/weights/weights-file";
import { formatWaitingTable } from "../../report/exports/waiting-table";
import { signature } from "../../testing/hand-marks";
import { projectRoot } from "../../testing/project-root";
import { sampleAssignment } from "../../testing/sample-assignment";
import { hostileExplanation, hostileId, makeJudged, sampleRecords } from "../../testing/sample-class";
import { explainedBy, makeConvVerdict, makePartVerdict } from "../../testing/sample-verdicts";
import { makeTemporaryFolder, type TemporaryFolder } from "../../testing/temporary-folder";
import { rewriteClass } from "../rewrite-class";
import { giveMarks, type MarkRequest } from "./give-marks";
import { listOpen, openMarkingClass } from "./marking-class";

let out: TemporaryFolder;
const { full, mixed, broken } = sampleRecords;

beforeEach(async () => {
  out = await makeTemporaryFolder();
  const store = openStore(out.path);
  for (const record of [full, mixed, broken]) await store.writeRecord(record);
});
afterEach(() => out.remove());

const ask = (request: MarkRequest) =>
  giveMarks({ outFolder: out.path, assignment: sampleAssignment, root: projectRoot }, request, signature);
const one = (submission: string, question: string, gives: GivenPoints, comment = "") =>
  ask({ kind: "one", decision: { submission, question, gives, comment, note: "private-note" } });
const table = (csv: string) => ask({ kind: "table", file: "marks.csv", csv });
const readOut = (...parts: string[]) => readFile(join(out.path, ...parts), "utf8");
const readScores = async () => JSON.parse(await readOut("scores.json")).submissions;
const rewrite = () => rewriteClass(out.path, sampleAssignment, projectRoot);
const readOpen = async (): Promise<readonly OpenQuestion[]> =>
  listOpen(await openMarkingClass(out.path), sampleAssignment);
const readTable = async () => formatWaitingTable(await readOpen(), sampleAssignment, undefined);
const pageOf = async (id: string, name: string) =>
  readOut("students", openStore(out.path).getFolder(id), name);

test("a decision is in the scores, the gradebook and on the page, in the person's words, and stays there", async () => {
  const comment = "Your *sum* is right <script>alert(1)</script>";
  const given = await one(hostileId, "softmax", { kind: "points", points: "1.5" }, comment);
  expect(given.open.map(({ record }) => record.submission.id)).toEqual(Array(4).fill("no-compile"));
  for (const write of [async () => {}, rewrite]) {
    await write();
    const score = (await readScores()).find((found: { id: string }) => found.id === hostileId);
    expect(score).toMatchObject({ status: "graded", score: { points: "2.75" } });
    expect(score.questions[2]).toMatchObject({
      points: "1.5",
      byHand: { comments: [comment], automatic: "0.5" },
    });
    const html = await pageOf(hostileId, "report.html");
    expect(html).toContain("Your <em>sum</em> is right");
    expect(html).toContain("The program alone gave 0.50.");
    expect(html).not.toContain("<script>alert(1)");
    expect(html).not.toContain("a person will");
    expect(await pageOf(hostileId, "report.md")).toContain("Your *sum* is right");
    expect(await readOut("gradebook.csv")).toMatch(/,graded,2\.75,0,2\.75,0,1\.25,1\.5,0/);
    const forStudents = [html, await readOut("scores.json"), await pageOf(hostileId, "report.md")].join("");
    expect(forStudents).not.toMatch(/private-note|"AB"/);
  }
  const stored = await openStore(out.path).readRecord(hostileId);
  expect(stored).toEqual({ kind: "found", record: mixed });
});

test("who has decided one of two parts that wait is asked for the other, and the points stand meanwhile", async () => {
  const [first, second] = ["macs", "flops"].map((id) =>
    makePartVerdict(id, "0.25", "1", explainedBy("twice")),
  );
  if (first === undefined || second === undefined) throw new Error("expected two parts");
  const conv = makeConvVerdict(explainedBy("twice"), explainedBy("twice"), "0.25");
  const parts = { points: "0.5", parts: [first, second], explanation: hostileExplanation };
  await openStore(out.path).writeRecord(
    makeJudged("ada", [{ ...conv, ...parts, status: "pending_manual" as const }]),
  );
  const ofAda = (open: readonly OpenQuestion[]) =>
    open.filter(({ record }) => record.submission.id === "ada");
  const { open } = await one("ada", "standard-conv/macs", { kind: "full" });
  expect(ofAda(open)).toMatchObject([
    { question: { id: "standard-conv" }, record: { score: { points: "1.25" } } },
  ]);
  expect((await readScores()).find((found: { id: string }) => found.id === "ada").status).toBe(
    "pending_manual",
  );
  expect(ofAda((await one("ada", "standard-conv/flops", { kind: "full" })).open)).toEqual([]);
});

test("what is decided after the clock was set back counts nevertheless", async () => {
  await one(hostileId, "softmax", { kind: "none" });
  const decision = { submission: hostileId, question: "softmax", comment: "", note: "" };
  const { lines } = await giveMarks(
    { outFolder: out.path, assignment: sampleAssignment, root: projectRoot },
    { kind: "one", decision: { ...decision, gives: { kind: "points", points: "1.5" } } },
    { ...signature, at: new Date(signature.at.getTime() - 3_600_000) },
  );
  expect(lines).toHaveLength(1);
  expect((await readScores()).find((found: { id: string }) => found.id === hostileId).score.points).toBe(
    "2.75",
  );
});

test("each record is read once, for pages alone and for a decision", async () => {
  const files = jest.requireActual<typeof import("node:fs/promises")>("node:fs/promises");
  const read = jest.spyOn(files, "readFile");
  const listRead = () => {
    const paths = read.mock.calls
      .map(([path]) => String(path))
      .filter((path) => path.endsWith("/record.json"));
    read.mockClear();
    return paths.sort();
  };
  try {
    await rewrite();
    const once = listRead();
    expect([once.length, new Set(once).size]).toEqual([3, 3]);
    await one(hostileId, "softmax", { kind: "full" });
    expect(listRead()).toEqual(once);
  } finally {
    read.mockRestore();
  }
});

test("what is stored is said to be where scores and pages cannot be written", async () => {
  await writeFile(join(out.path, outputFiles.rosterMatch.path), "{ half");
  const given = one(hostileId, "softmax", { kind: "full" });
  await expect(given).rejects.toThrow(UsageError);
  await expect(given).rejects.toThrow(
    /^stored, but scores and pages could not be written: .*roster.*npm run report/,
  );
  expect((await readOut("staff", "marks.jsonl")).trim().split("\n")).toHaveLength(1);
  await expect(one(hostileId, "softmax", { kind: "full" })).rejects.toThrow(/^(?!stored)/);
});

test("what is taken back is as if it had not been, and the file tells both", async () => {
  await rewrite();
  const before = await readOut("scores.json");
  await one("no-compile", "all", { kind: "full" });
  expect((await readScores()).find((found: { id: string }) => found.id === "no-compile")).toMatchObject({
    status: "graded",
    score: { points: "5", bonus: "2" },
  });
  for (const question of ["padding", "standard-conv", "softmax", "fused"])
    await ask({ kind: "undo", submission: "no-compile", question });
  expect(await readOut("scores.json")).toBe(before);
  expect((await readOut("staff", "marks.jsonl")).trim().split("\n")).toHaveLength(8);
  await expect(ask({ kind: "undo", submission: "no-compile", question: "padding" })).rejects.toThrow(
    /no-compile, padding: expected a mark by hand to take back, found none/,
  );
});

test.each<[string, string, GivenPoints, RegExp]>([
  ["nobody", "softmax", { kind: "full" }, /expected a submission of this class \(.*ada.*\), got "nobody"/],
  ["ada", "hardmax", { kind: "full" }, /expected a question of ada \(padding, .*\) or all, got "hardmax"/],
  ["ada", "all", { kind: "full" }, /ada: nothing waits for a person/],
  ["ada", "standard-conv/bytes", { kind: "full" }, /standard-conv has no part "bytes"; it has macs, flops/],
  [
    "ada",
    "softmax",
    { kind: "points", points: "2.0001" },
    /softmax: expected 0 to 2\.00 points, got 2\.0001/,
  ],
  ["ada", "softmax", { kind: "adjustment", by: "0.5" }, /got 2 and 0\.5, that is 2\.5/],
  [
    "no-compile",
    "softmax",
    { kind: "adjustment", by: "0" },
    /nothing was judged here that could be adjusted/,
  ],
])(
  "a decision about %s, %s that cannot be is refused, and nothing is stored",
  async (submission, question, gives, complaint) => {
    await expect(one(submission, question, gives)).rejects.toThrow(UsageError);
    await expect(one(submission, question, gives)).rejects.toThrow(complaint);
    await expect(readOut("staff", "marks.jsonl")).rejects.toThrow(/ENOENT/);
  },
);

describe("the table for a spreadsheet", () => {
  const fill = (csv: string, points: readonly string[]): string => {
    let row = 0;
    // The last four cells of a line are to be filled in.
    return csv.replace(/,,,,\r\n/g, () => `,${points[row++] ?? ""},,,\r\n`);
  };

  test("holds what waits, harmless, with explanations; filled in and read back it is decided", async () => {
    const csv = await readTable();
    expect(csv).toMatch(
      /^\uFEFFsubmission,name,question,title,feedback,explanation,request,judged,max,points,/,
    );
    expect(csv).toContain(hostileExplanation.split("\n")[0]);
    const { lines, open } = await table(fill(csv, ["1,5".replace(",", "."), "none", "0.25", "full"]));
    expect(lines).toHaveLength(4);
    expect(open.map(({ question }) => question.id)).toEqual(["fused"]);
    const scores = await readScores();
    const find = (id: string) => scores.find((found: { id: string }) => found.id === id);
    expect(find(hostileId).score.points).toBe("2.75");
    // One of its questions is still to be decided: nothing is anybody's mark yet.
    expect(find("no-compile")).toMatchObject({ status: "ungradable", score: { points: "0" } });
    await one("no-compile", "fused", { kind: "points", points: "1" });
    const decided = (await readScores()).find((found: { id: string }) => found.id === "no-compile");
    expect(decided).toMatchObject({ status: "graded", score: { points: "2.25", bonus: "1" } });
  });

  test("read a second time adds nothing", async () => {
    const csv = fill(await readTable(), ["1", "1", "1", "1", "1"]);
    expect((await table(csv)).lines).toHaveLength(5);
    expect((await table(csv)).lines).toEqual([]);
  });

  test("takes semicolons and decimal commas", async () => {
    await table("submission;question;points;comment\nno-compile;softmax;0,5;gut\n");
    expect((await readOpen()).map(({ question }) => question.id)).not.toContain(undefined);
    expect(await pageOf("no-compile", "report.md")).toContain("gut");
  });

  test("names every line that cannot be, and then stores none", async () => {
    const csv = [
      "submission,question,points,adjustment,comment",
      "ada,softmax,1,,fine",
      "ada,softmax,2,,again",
      "nobody,softmax,1,,",
      "ada,padding,1.5,,",
      "ada,padding,half,,",
      "ada,fused,1,-1,",
      "no-compile,fused,,,words alone",
      "no-compile,softmax,,,",
      "ada,standard-conv,,-2.5,",
    ].join("\n");
    const complaint = await table(csv).catch((error: Error) => error.message);
    for (const said of [
      "line 3: decides the same as line 2",
      "line 4: expected a submission",
      "line 5: padding: expected 0 to 1.00 points, got 1.5",
      'line 6: expected points like 0.5 with four decimals at most, got "half"',
      "line 7: expected points or an adjustment, got both",
      "line 8: has words but neither",
      "line 10: standard-conv: expected 0 to 2.00 points, got 2 and -2.5, that is -0.5",
    ])
      expect(complaint).toContain(said);
    expect(complaint).not.toMatch(/\n|line 2: |line 9: /);
    await expect(readOut("staff", "marks.jsonl")).rejects.toThrow(/ENOENT/);
  });

  const targets = ["all", "padding", "standard-conv", "standard-conv/macs", "standard-conv/flops"];
  const clash = (one: string, two: string): boolean =>
    one === two || [one, two].includes("all") || one.startsWith(`${two}/`) || two.startsWith(`${one}/`);

  test("decides nothing twice, be it a whole beside its part, or all beside anything", async () => {
    for (const first of targets) {
      for (const second of targets) {
        const rows = [`ada,${first},none`, `nobody,${second},full`, `ada,${second},none`];
        const csv = ["submission,question,points", ...rows].join("\n");
        const complaint: unknown = await table(csv).catch((error: Error) => error.message);
        expect(String(complaint).includes("decides the same as line 2")).toBe(clash(first, second));
      }
    }
  });

  test.each([
    ["no table", "", /line 1: expected the columns submission, question, points/],
    ["another one", "id,name\n1,Ada\n", /missing: submission, question, points/],
    ["one whose quotes do not close", 'submission,question,points\n"ada,softmax,1\n', /marks\.csv: /],
  ])("%s is refused", async (_, csv, complaint) => {
    await expect(table(csv)).rejects.toThrow(complaint);
  });
});

test("a question that is void for this class waits for nobody", async () => {
  const listIds = async () => (await readOpen()).map(({ question }) => question.id);
  expect(await listIds()).toContain("softmax");
  await takeWeights(out.path, [{ question: "softmax", factor: "0", why: "It could be read in two ways." }]);
  const ids = await listIds();
  expect(ids).not.toContain("softmax");
  expect(ids).not.toEqual([]);
});
