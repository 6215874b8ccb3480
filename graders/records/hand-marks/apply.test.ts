import type { GivenPoints, HandMark, MarkLine } from "../../contract/hand-mark";
import { addPoints } from "../../contract/points";
import type { SubmissionRecord } from "../../contract/record";
import { hasPoints, isJudged } from "../../contract/recorded-question";
import { makeHandMark } from "../../testing/hand-marks";
import { sampleAssignment } from "../../testing/sample-assignment";
import { makeJudged, sampleRecords } from "../../testing/sample-class";
import { explainedBy, makeConvVerdict, makePartVerdict, makeVerdict } from "../../testing/sample-verdicts";
import { weighRecord } from "../weights/weigh";
import { applyMarks } from "./apply";
import { findStanding } from "./standing";

const { mixed, full, broken, tampered, failed, heldBack } = sampleRecords;
const half = { kind: "points", points: "1.5" } as const;
const weights = [{ question: "standard-conv", factor: "0.5", why: "It was shorter than planned." }];
const decide = (record: SubmissionRecord, ...lines: readonly MarkLine[]) =>
  applyMarks(record, findStanding(lines), sampleAssignment);
const pointsOf = (record: SubmissionRecord, id: string) => {
  const question = record.questions.find((one) => one.id === id);
  return question !== undefined && hasPoints(question) ? question.points : undefined;
};
const undo = (mark: HandMark): MarkLine => ({
  schemaVersion: "1.0",
  kind: "undo",
  id: "f".repeat(16),
  undoes: mark.id,
  by: "AB",
  at: mark.at,
  why: "",
});

test("a record that nobody decided about is the very same", () => {
  expect(decide(mixed, makeHandMark(full, "softmax", half))).toBe(mixed);
});

test.each<[string, GivenPoints, string, string]>([
  ["points", half, "1.5", "2.75"],
  ["all", { kind: "full" }, "2", "3.25"],
  ["none", { kind: "none" }, "0", "1.25"],
  ["less than was judged", { kind: "adjustment", by: "-0.25" }, "0.25", "1.5"],
  ["more than was judged", { kind: "adjustment", by: "0.1" }, "0.6", "1.85"],
])(
  "%s given by hand are the question's, the total follows, and nothing waits any more",
  (_, gives, points, total) => {
    const marked = decide(mixed, makeHandMark(mixed, "softmax", gives, { comment: "Well argued." }));
    expect(marked).toMatchObject({ status: "graded", score: { points: total, maxPoints: "5", bonus: "0" } });
    expect(pointsOf(marked, "softmax")).toBe(points);
    expect(marked.marks).toEqual({ softmax: { comments: ["Well argued."], by: ["AB"], automatic: "0.5" } });
    expect(pointsOf(mixed, "softmax")).toBe("0.5");
  },
);

test("an adjustment of a question that is judged anew stays within what it is worth", () => {
  const mark = makeHandMark(mixed, "softmax", { kind: "adjustment", by: "-1.75" });
  expect(pointsOf(decide(mixed, mark), "softmax")).toBe("0");
});

test("nothing counts half until a person has looked once a person has", () => {
  const record = makeJudged("ada", [
    makeVerdict("padding", ["0.5", "1"], { ...explainedBy("follows"), unproven: ["stride"] }),
    makeConvVerdict(
      { ...explainedBy("follows"), unproven: ["padding"] },
      { ...explainedBy("follows"), unproven: ["padding"] },
      "1",
    ),
  ]);
  const marked = decide(
    record,
    makeHandMark(record, "padding", { kind: "full" }),
    makeHandMark(record, "standard-conv/flops", { kind: "full" }),
  );
  const unproven = marked.questions.flatMap((one) =>
    isJudged(one) ? one.parts.filter(({ finding }) => "unproven" in finding).map(({ id }) => id) : [],
  );
  expect(unproven).toEqual(["macs"]);
});

test("bonus points by hand stay apart", () => {
  const marked = decide(mixed, makeHandMark(mixed, "fused", { kind: "full" }));
  expect(marked).toMatchObject({ status: "pending_manual", score: { points: "1.75", bonus: "2" } });
});

test("a part by hand leaves the other part as it was judged", () => {
  const marked = decide(
    mixed,
    makeHandMark(mixed, "standard-conv/flops", { kind: "points", points: "0.75" }),
  );
  expect(pointsOf(marked, "standard-conv")).toBe("1.75");
});

describe("a question that waits, decided part by part", () => {
  const states = [
    { finding: explainedBy("exact"), points: "1", isSure: true },
    { finding: explainedBy("twice"), points: "0.25", isSure: false },
    { finding: { ...explainedBy("follows"), unproven: ["padding"] }, points: "1", isSure: false },
    { finding: { kind: "mixed", readings: [] }, points: "1", isSure: false },
  ] as const;
  const pairs = states.flatMap((macs) => states.map((flops) => ({ macs, flops })));
  const judge = ({ macs, flops }: (typeof pairs)[number], change: Partial<SubmissionRecord>) => {
    const base = { id: "standard-conv", maxPoints: "2", isBonus: false, explanation: "" };
    const parts = [
      makePartVerdict("macs", macs.points, "1", macs.finding),
      makePartVerdict("flops", flops.points, "1", flops.finding),
    ];
    const points = addPoints(parts.map((part) => part.points));
    return { ...makeJudged("ada", [{ ...base, status: "pending_manual", points, parts }]), ...change };
  };

  test.each([
    ["by itself", {}],
    ["since a second run answered otherwise", { unstable: ["standard-conv"] }],
    ["since the channel was interfered with", { tampering: { code: "tampered" as never } }],
  ])("%s, waits until each part that is in doubt is decided, and no longer", (_, change) => {
    for (const pair of pairs) {
      const record = judge(pair, change);
      const sure = (["macs", "flops"] as const).filter((id) => pair[id].isSure);
      const isWhole = Object.keys(change).length > 0 || sure.length === 2;
      for (const decided of [["macs"], ["flops"], ["macs", "flops"]]) {
        const marks = decided.map((id) => makeHandMark(record, `standard-conv/${id}`, { kind: "full" }));
        const marked = decide(record, ...marks);
        const left = ["macs", "flops"].filter(
          (id) => !decided.includes(id) && (isWhole || !sure.some((one) => one === id)),
        );
        expect(marked.status).toBe(left.length === 0 ? "graded" : "pending_manual");
        expect(marked.questions[0]?.status).toBe(marked.status);
        expect(marked.marks?.["standard-conv"]?.undecided ?? []).toEqual(left);
        expect(weighRecord(marked, weights, sampleAssignment).status).toBe(marked.status);
      }
      const whole = decide(record, makeHandMark(record, "standard-conv", { kind: "none" }));
      expect(whole.status).toBe("graded");
    }
  });
});

test("the later decision counts, of a question over its parts and the other way round", () => {
  const part = makeHandMark(mixed, "standard-conv/flops", { kind: "full" });
  const whole = makeHandMark(mixed, "standard-conv", { kind: "none" });
  expect(pointsOf(decide(mixed, part, whole), "standard-conv")).toBe("0");
  expect(pointsOf(decide(mixed, whole, part), "standard-conv")).toBe("2");
});

test("what is taken back is gone, and what stood before it stands again", () => {
  const [first, second] = [half, { kind: "full" } as const].map((gives) =>
    makeHandMark(mixed, "softmax", gives),
  );
  if (first === undefined || second === undefined) throw new Error("expected two marks");
  expect(pointsOf(decide(mixed, first, second), "softmax")).toBe("2");
  expect(pointsOf(decide(mixed, first, second, undo(second)), "softmax")).toBe("1.5");
  expect(decide(mixed, first, undo(first))).toBe(mixed);
});

test("what is added to other points than were judged then is kept and named, does not count, and waits again", () => {
  const judge = (points: string) =>
    makeJudged("ada", [
      makeVerdict("padding", [points, "1"], explainedBy("twice")),
      makeConvVerdict(explainedBy("exact"), explainedBy("exact"), "1"),
    ]);
  const gives = { kind: "adjustment", by: "0.25", of: "0.25" } as const;
  const mark = makeHandMark(judge("0.25"), "padding", gives);
  expect(pointsOf(decide(judge("0.25"), mark), "padding")).toBe("0.5");
  const promoted = decide(judge("0.75"), mark);
  expect(pointsOf(promoted, "padding")).toBe("0.75");
  expect(promoted).toMatchObject({
    status: "pending_manual",
    marks: { padding: { outdated: "another-judgement" } },
  });
});

describe("a mark for another state of the work", () => {
  const judge = (explanation: string) =>
    makeJudged("ada", [
      makeVerdict("padding", ["0", "1"], explainedBy("twice"), { explanation }),
      makeConvVerdict(explainedBy("exact"), explainedBy("exact"), "1"),
    ]);
  const move = (record: SubmissionRecord, digit: string): SubmissionRecord => ({
    ...record,
    submission: { ...record.submission, contentDigest: `sha256:${digit.repeat(64)}` },
  });
  const before = judge("I counted the border twice because of the stride");
  const mark = makeHandMark(before, "padding", { kind: "full" });

  test("stands when other files hold the same answers and words", () => {
    expect(decide(move(before, "d"), mark)).toMatchObject({ status: "graded", score: { points: "3" } });
  });

  test("stands when the same files are asked under another seed", () => {
    const asked = structuredClone(before) as unknown as {
      questions: { parts: { evidence: { came: string }[] }[] }[];
    };
    for (const { parts } of asked.questions)
      for (const { evidence } of parts) for (const one of evidence) one.came = "9";
    expect(decide(asked as unknown as SubmissionRecord, mark)).toMatchObject({ status: "graded" });
  });

  test("is kept and named, does not count, and waits again when the words are others", () => {
    const marked = decide(move(judge("now something else is written here, at some length"), "d"), mark);
    expect(marked).toMatchObject({ status: "pending_manual", score: { points: "2" } });
    expect(marked.marks).toMatchObject({ padding: { outdated: "another-hand-in", by: ["AB"] } });
  });

  test("waits again even where the new answer would wait for nobody", () => {
    const right = makeJudged("ada", [
      makeVerdict("padding", ["1", "1"], explainedBy("exact")),
      makeConvVerdict(explainedBy("exact"), explainedBy("exact"), "1"),
    ]);
    expect(right.status).toBe("graded");
    const marked = decide(move(right, "d"), mark);
    expect(marked).toMatchObject({ status: "pending_manual", questions: [{ status: "pending_manual" }, {}] });
  });

  test("does not count for a question that is worth something else by now", () => {
    const worth = { ...mark, work: { ...mark.work, maxPoints: "4" } };
    expect(decide(before, worth).marks).toMatchObject({ padding: { outdated: "another-worth" } });
  });
});

describe("where the submission as a whole is in doubt", () => {
  const decideAll = (record: SubmissionRecord, ids: readonly string[]) =>
    decide(record, ...ids.map((id) => makeHandMark(record, id, { kind: "none" })));
  const all = ["padding", "standard-conv", "softmax", "fused"];

  test("an interference is settled when every question is decided, not sooner", () => {
    expect(decideAll(tampered, all.slice(1)).status).toBe("pending_manual");
    expect(decideAll(tampered, all)).toMatchObject({ status: "graded", score: { points: "0" } });
  });

  test("what could not be run can earn points, question by question, and has a mark once all are decided", () => {
    const one = decide(broken, makeHandMark(broken, "softmax", half));
    expect(one).toMatchObject({ status: "ungradable", score: broken.score });
    expect(one.questions.map(({ id, status }) => [id, status])).toContainEqual(["softmax", "graded"]);
    expect(one.questions.filter(({ status }) => status === "graded")).toHaveLength(1);
    expect(one.marks?.softmax).not.toHaveProperty("automatic");
    expect(decideAll(broken, all).status).toBe("graded");
  });

  test("what the grader failed on has a total once a person has decided all of it", () => {
    expect(decideAll(failed, all.slice(1))).toMatchObject({ status: "not_graded" });
    expect(decideAll(failed, all.slice(1))).not.toHaveProperty("score");
    const marked = decideAll(failed, all);
    expect(marked).toMatchObject({ status: "graded", score: { points: "0", maxPoints: "5" } });
    expect(marked).not.toHaveProperty("fault");
    expect(decide(heldBack, makeHandMark(heldBack, "softmax", half))).toMatchObject({
      status: "graded",
      score: { points: "4.5" },
    });
  });
});
