import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseLimits } from "../../contract/limits";
import { Opaque, type Value } from "../../contract/value";
import { planQuestions } from "../../judge/plan";
import { assignment as wholeAssignment } from "../../questions/efficient-deep-learning";
import { gradeFolder } from "../../testing/grade-folder";
import { projectRoot } from "../../testing/project-root";
import { assignment } from "../../testing/stuck-assignment";
import { makeTemporaryFolder, type TemporaryFolder } from "../../testing/temporary-folder";
import type { GradeContext, GradeEvent } from "../grade-request";
import type { RunToJudge } from "../judge-run";
import { packRun, unpackRun } from "./carry-values";
import { judgeHere } from "./work";
import { openWorkshop, type Workshop } from "./workshop";

const stuckModule = require.resolve("../../testing/stuck-assignment");
const wholeModule = require.resolve("../../questions/efficient-deep-learning");
const templatesFolder = join(projectRoot, "templates");
const returnArea = (text: string): string => `export const area = (r: number, c: number) => ${text};`;

/** A run whose every call gave the value, but for every 40th that gave the other one. */
function give(value: Value, calls: number, rare: Value = value): RunToJudge {
  const outcomes = Array.from({ length: calls }, (_, at) => {
    return { kind: "value" as const, value: at % 40 === 0 ? rare : value };
  });
  return { written: { sources: [], exported: undefined }, outcomes, exports: [] };
}

function open(assignmentModule: string, limits = {}, signal?: AbortSignal): Workshop {
  const data = { assignmentModule, seed: "ridgepoint", templatesFolder, style: {}, language: "en" };
  return openWorkshop(data, { limits: parseLimits(limits), jobs: 2, ...(signal ? { signal } : {}) });
}

describe("a judge that", () => {
  test.each([
    [
      "never returns",
      7001,
      { judgeTimeoutMs: 2000 },
      "judging this submission took longer than 2 s; look at it by hand, or grade again with --limit judgeTimeoutMs=8000",
    ],
    [
      "eats memory",
      7002,
      { judgeBytes: 256 * 1024 * 1024, judgeTimeoutMs: 300_000 },
      "judging this submission took more than 256 MiB of memory; look at it by hand, or grade again with --limit judgeBytes=1073741824",
    ],
  ])(
    "%s holds back that answer and none beside or after it",
    async (_, answer, limits, says) => {
      const workshop = open(stuckModule, limits);
      try {
        const stuck = workshop.judge(give(answer, 1)).catch((error: Error) => error.message);
        const beside = await workshop.judge(give(15, 1));
        expect(beside.questions).toMatchObject([{ status: "graded", points: "1" }]);
        expect(await stuck).toBe(says);
        expect((await workshop.judge(give(16, 1))).questions).toMatchObject([
          { status: "graded", points: "0" },
        ]);
      } finally {
        await workshop.close();
      }
    },
    300_000,
  );

  test("never gets through what was written judges the answers without it, and says so", async () => {
    const workshop = open(stuckModule, { judgeTimeoutMs: 2000 });
    try {
      const exported = { area: "This is where the reader gets stuck, word by word." };
      const judged = await workshop.judge({ ...give(16, 1), written: { sources: [], exported } });
      expect(judged).toMatchObject({ questions: [{ points: "0" }], explanationsTooLarge: true });
      const other = await workshop.judge(give(16, 1));
      expect(other).not.toHaveProperty("explanationsTooLarge");
    } finally {
      await workshop.close();
    }
  }, 300_000);

  test("never returns is left at once when the run is interrupted", async () => {
    const interrupt = new AbortController();
    const workshop = open(stuckModule, { judgeTimeoutMs: 3_000_000 }, interrupt.signal);
    const stuck = workshop.judge(give(7001, 1));
    setTimeout(() => interrupt.abort(new Error("interrupted")), 500);
    await expect(stuck).rejects.toThrow("interrupted");
    await expect(workshop.judge(give(15, 1))).rejects.toThrow("interrupted");
    await workshop.close();
  }, 300_000);
});

describe("a class with a submission that its judge never leaves", () => {
  let folder: TemporaryFolder;
  beforeAll(async () => {
    folder = await makeTemporaryFolder();
    await mkdir(join(folder.path, "class"));
    await writeFile(join(folder.path, "class", "ada.ts"), returnArea("7001"));
    await writeFile(join(folder.path, "class", "bob.ts"), returnArea("r * c"));
    const stuck = 'export const explanations = { area: "Here the reader gets stuck, word by word." };';
    await writeFile(join(folder.path, "class", "cam.ts"), `${returnArea("r + c")}\n${stuck}`);
  });
  afterAll(() => folder.remove());

  const grade = (context: Partial<GradeContext> = {}, judgeTimeoutMs = 2000) =>
    gradeFolder(join(folder.path, "class"), join(folder.path, "out"), {
      assignment,
      request: { assignmentModule: stuckModule, limits: { judgeTimeoutMs }, fresh: true },
      context,
    });

  test("is graded but for that submission, whose record names the limit", async () => {
    const { records } = await grade();
    expect(records).toMatchObject([
      {
        submission: { id: "ada.ts" },
        status: "not_graded",
        fault: expect.stringContaining("judgeTimeoutMs"),
      },
      { submission: { id: "bob.ts" }, status: "graded", score: { points: "1" } },
      {
        submission: { id: "cam.ts" },
        status: "pending_manual",
        score: { points: "0" },
        explanationsTooLarge: true,
      },
    ]);
    expect(records[0]).not.toHaveProperty("score");
  }, 300_000);

  test("ends at an interrupt while judging hangs", async () => {
    const interrupt = new AbortController();
    // Only the neighbour ever finishes.
    const onProgress = ({ kind }: GradeEvent): void => {
      if (kind === "finished") interrupt.abort(new Error("interrupted"));
    };
    const { signal } = interrupt;
    await expect(grade({ signal, onProgress }, 3_000_000)).rejects.toThrow("interrupted");
  }, 300_000);
});

describe("what travels to another thread", () => {
  const nested = (depth: number): Value => {
    let value: Value = Object.assign(Object.create(null), { typeName: "Date", real: new Opaque("Date") });
    for (let at = 0; at < depth; at++) value = at % 2 === 0 ? [value, -0, 12n, undefined] : value;
    return value;
  };

  test("arrives as it was: opaque things, objects without a prototype, a negative zero", () => {
    const run: RunToJudge = {
      written: { sources: [], exported: Object.assign(Object.create(null), { area: "mine" }) },
      outcomes: [
        { kind: "value", value: nested(7) },
        { kind: "value", value: new Opaque("Map") },
        { kind: "threw", message: "no" },
      ],
      exports: [],
    };
    const arrived = unpackRun(structuredClone(packRun(run)));
    expect(arrived).toEqual(run);
    const [first, second] = arrived.outcomes as readonly { readonly value: Value }[];
    expect(second?.value).toBeInstanceOf(Opaque);
    const inner = JSON.stringify(first?.value, (_, value) => (typeof value === "bigint" ? "12n" : value));
    expect(inner).toContain('{"typeName":"Date","real":{"typeName":"Date"}}');
    expect(Object.getPrototypeOf(arrived.written.exported)).toBeNull();
  });

  test("may be nested as deep as the frame allows", () => {
    const run = give(nested(2 * parseLimits({ answerDepth: 256 }).answerDepth), 1);
    expect(unpackRun(structuredClone(packRun(run)))).toEqual(run);
  });

  test("is judged there as it is here, whatever form the answers have", async () => {
    const plan = planQuestions(wholeAssignment.questions, "ridgepoint");
    const tasks = wholeAssignment.tasks;
    const here = judgeHere({ plan, ...(tasks ? { tasks } : {}) });
    const workshop = open(wholeModule);
    try {
      for (const value of [
        nested(5),
        new Opaque("Date"),
        7,
        { macs: 1, flops: 2 },
        ["a", null, Number.NaN],
      ]) {
        // Judging hundreds that are as deep as the frame allows takes many seconds in either place.
        const run = give(value, plan.calls.length, nested(256));
        expect(await workshop.judge(run)).toEqual(await here.judge(run));
      }
    } finally {
      await workshop.close();
    }
  }, 300_000);
});
