import { createHash } from "node:crypto";
import fc from "fast-check";
import type { Message } from "../contract/message";
import { addPoints } from "../contract/points";
import type { Judgement } from "../contract/record";
import { hasPoints } from "../contract/recorded-question";
import { digestPlan } from "../grade/digest-plan";
import type { Plan } from "../judge/plan";
import { makeJudged, makeRecord, sampleBatch, sampleClock, sampleRecords } from "../testing/sample-class";
import { explainedBy, makeVerdict } from "../testing/sample-verdicts";
import { buildRecord } from "./record";
import { formatRecord } from "./store";

const nothing = { stdout: "", stderr: "" };
const judged = (tampering: Message | null): Judgement => ({
  kind: "judged",
  questions: [makeVerdict("padding", ["1", "1"], explainedBy("exact"))],
  tampering,
  output: nothing,
});

test("a record keeps what was remarked on, and has no such field when there was nothing", () => {
  const remark = { code: "entry-misnamed", file: "main.ts" } as const;
  const handedIn = { id: "ann", remarks: [remark] };
  const record = buildRecord(sampleBatch, handedIn, judged(null), sampleClock);
  expect(record.submission.remarks).toEqual([remark]);
  expect(sampleRecords.full.submission).not.toHaveProperty("remarks");
});

describe("status of a record", () => {
  test.each([
    ["graded", sampleRecords.full],
    ["graded", sampleRecords.wrong],
    ["pending_manual", sampleRecords.mixed],
    ["pending_manual", sampleRecords.tampered],
    ["ungradable", sampleRecords.broken],
    ["not_graded", sampleRecords.heldBack],
    ["not_graded", sampleRecords.failed],
  ] as const)("is %s", (status, record) => {
    expect(record.status).toBe(status);
  });

  test("goes to a person for tampering, with the points kept", () => {
    expect(makeRecord("a", judged({ code: "forged-message" })).status).toBe("pending_manual");
    expect(makeRecord("a", judged({ code: "forged-message" })).score?.points).toBe("1");
    expect(makeRecord("a", judged(null)).status).toBe("graded");
  });

  test("goes to a person when none of the functions asked for was found", () => {
    const withExports = (found: number): Judgement =>
      ({ ...judged(null), exports: { found, asked: 18 } }) as Judgement;
    const record = makeRecord("a", withExports(0));
    expect(record).toMatchObject({ status: "pending_manual", noneFoundOf: 18 });
    expect(makeRecord("a", withExports(1)).status).toBe("graded");
    expect(makeRecord("a", withExports(1))).not.toHaveProperty("noneFoundOf");
  });

  test("goes to a person when the file stopped on top and points are missing", () => {
    const stopped = (points: string): Judgement =>
      ({
        ...judged(null),
        questions: [makeVerdict("padding", [points, "1"], explainedBy("exact"))],
        loadError: {
          message: 'Error: submission.ts imports "./memory"',
          place: { path: "submission.ts", line: 3 },
        },
      }) as Judgement;
    expect(makeRecord("a", stopped("0")).status).toBe("pending_manual");
    expect(makeRecord("a", stopped("1")).status).toBe("graded");
  });

  test("a fault of ours outweighs everything and leaves no score at all", () => {
    expect(sampleRecords.failed).not.toHaveProperty("score");
    expect(sampleRecords.heldBack).not.toHaveProperty("score");
    expect(sampleRecords.failed.questions.map((one) => one.status)).toEqual(Array(4).fill("not_graded"));
  });

  test("a fault in one question keeps the points of the others", () => {
    expect(sampleRecords.heldBack.questions.map((one) => (hasPoints(one) ? one.points : null))).toEqual([
      "1",
      "2",
      null,
      "0",
    ]);
  });
});

describe("score of a record", () => {
  test("adds the bonus apart from the points", () => {
    expect(sampleRecords.full.score).toEqual({ points: "5", maxPoints: "5", bonus: "2" });
  });

  test("of what could not be run is 0, with what the student wrote kept", () => {
    expect(sampleRecords.broken.score).toEqual({ points: "0", maxPoints: "5", bonus: "0" });
    expect(sampleRecords.broken.questions.find((one) => one.id === "softmax")?.explanation).toContain(
      "divide",
    );
  });

  test("is the exact sum of any points", () => {
    const quarters = fc
      .integer({ min: 0, max: 400 })
      .map((count) => addPoints(Array<string>(count).fill("0.0025")));
    fc.assert(
      fc.property(fc.array(quarters, { maxLength: 20 }), (points) => {
        const record = makeJudged(
          "a",
          points.map((one, index) => makeVerdict(`q-${index}`, [one, "1"], explainedBy("exact"))),
        );
        const inTenThousandths = points.reduce((sum, one) => sum + Math.round(Number(one) * 10_000), 0);
        expect(Math.round(Number(record.score?.points) * 10_000)).toBe(inTenThousandths);
      }),
    );
  });
});

describe("buildRecord", () => {
  test("names the bytes of every file that was handed in", () => {
    const text = "export const padding = () => 1;\n";
    expect(sampleRecords.full.submission.files).toEqual([
      {
        path: "submission.ts",
        bytes: text.length,
        sha256: `sha256:${createHash("sha256").update(text).digest("hex")}`,
      },
    ]);
  });

  test("has no entry, files or digest for a refused submission", () => {
    const refused: Judgement = { kind: "ungradable", cause: "refused", says: { code: "folder-empty" } };
    const record = buildRecord(sampleBatch, { id: "empty" }, refused, sampleClock);
    expect(record.submission).toEqual({ id: "empty", entry: null, files: [], contentDigest: null });
    expect(record.ungradable).toEqual({ cause: "refused", says: { code: "folder-empty" } });
  });

  test("two runs give equal bytes without the clock, whatever the order of the tools", () => {
    const tools = { typescript: "5.9.3", node: "20.0.0" };
    const later = { ...sampleClock, startedAt: "2027-01-01T00:00:00.000Z", durationMs: 2 };
    const [first, second] = [
      buildRecord(sampleBatch, { id: "a" }, judged(null), sampleClock),
      buildRecord({ ...sampleBatch, tools }, { id: "a" }, judged(null), later),
    ];
    expect(formatRecord(first)).not.toBe(formatRecord(second));
    expect(formatRecord({ ...first, clock: sampleClock })).toBe(
      formatRecord({ ...second, clock: sampleClock }),
    );
  });
});

describe("digestPlan", () => {
  const call = (key: string) => ({ key, export: key, args: [], argsText: "[]" });
  const plan = (seed: string, ...keys: string[]): Plan => ({ seed, questions: [], calls: keys.map(call) });
  const limits = { callMs: 2000, loadMs: 5000 };

  test("is the same for the same questions, calls and limits", () => {
    expect(digestPlan(plan("s", "a", "b"), limits)).toBe(
      digestPlan(plan("s", "a", "b"), { loadMs: 5000, callMs: 2000 }),
    );
    expect(digestPlan(plan("s"), limits)).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test.each([
    ["seed", plan("t", "a", "b"), limits],
    ["calls", plan("s", "a", "c"), limits],
    ["border between calls", plan("s", "ab"), limits],
    ["limits", plan("s", "a", "b"), { ...limits, callMs: 1000 }],
  ])("changes with the %s", (_, other, otherLimits) => {
    expect(digestPlan(other, otherLimits)).not.toBe(digestPlan(plan("s", "a", "b"), limits));
  });
});
