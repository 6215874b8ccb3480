import { type Count, isSameCount, readCount } from "../contract/answers";
import type { Option } from "../contract/choice";
import { multiplyCredits } from "../contract/points";
import type { CallPart, Question } from "../contract/question";
import { choose, makeChoicePart } from "../questions/kit/choice-part";
import { judgePartOf, nameFinding } from "../testing/judge-implementation";
import { listVectors } from "./vectors";

type Length = (n: number) => number;

const conventions: readonly Option<number>[] = [
  { id: "one-more", effect: 1, says: "Right: one more." },
  { id: "five-more", effect: 5, credit: "0.25", says: "Five too many.", hint: "Which five?" },
];

/** A toy part: n times a length, plus something, in some unit; three choices, and two that depend on more. */
const part = makeChoicePart({
  id: "edges",
  points: "1",
  export: "edges",
  cases: () =>
    [3, 8, 17, 30, 42, 77, 101, 250].map((n) => ({
      id: `n ${n}`,
      source: "edge",
      why: "a size",
      input: { n },
    })),
  args: ({ n }: { readonly n: number }) => [n],
  consults: ({ n }) => ({ own: { export: "own", args: [n] } }),
  read: readCount,
  isSame: (expected: Count, came: Count) => isSameCount(expected, came),
  reference: { id: "exact", says: "Right." },
  choices: {
    length: choose<Length | "own">(
      { id: "squared", effect: (n) => n * n },
      { id: "once", effect: (n) => n, credit: "0.5", says: "Once only.", hint: "How often?" },
      { id: "cubed", effect: (n) => n ** 3, credit: "0.5", says: "Three times.", hint: "How often?" },
      { id: "own-length", effect: "own", isOwn: true, says: "By your own length." },
    ),
    more: choose<number>({ id: "nothing-more", effect: 0 }, ...conventions),
    unit: choose<number>(
      { id: "bytes", effect: 1 },
      { id: "bits", effect: 8, credit: "0.25", says: "Bits.", hint: "Bytes are asked." },
    ),
    kept: choose<boolean>(
      { id: "nothing-kept", effect: false },
      {
        id: "share-kept",
        effect: true,
        solved: { least: 0.01, most: 0.3 },
        says: "Right: you keep a share.",
      },
    ),
  },
  answer: ({ n }, { length, more, unit, kept }, earlier): Count | undefined => {
    if (kept) return undefined;
    const own = length === "own" ? readCount(earlier.answer("own")) : undefined;
    if (own?.ok === false) return undefined;
    const size = length === "own" ? Number(own?.ok && own.answer) : length(n);
    return (size + more) * unit;
  },
  solve: ({ n }, { length, more, unit }, came) => {
    if (length === "own") return undefined;
    const share = 1 - Number(came) / ((length(n) + more) * unit);
    return { least: share - 1e-9, most: share + 1e-9 };
  },
});

const question: Question = {
  id: "edges",
  points: "1",
  parts: [part as CallPart],
  feedback: { title: "", unexplained: "", expected: "", readings: {} },
  publicChecks: [],
};

const judge = (edges: (n: number) => unknown, own: (n: number) => unknown = () => 1) =>
  judgePartOf([question], { edges, own });

const plain = listVectors(part.model).filter((one) => !one.isOwn && one.solved === undefined);

describe("a vector of options is explained by itself", () => {
  test("there are vectors of every kind, and none holds three slips", () => {
    expect(plain.length).toBeGreaterThan(10);
    expect(Math.max(...plain.map(({ slips }) => slips))).toBe(2);
    expect(plain.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["reference", "convention", "misconception"]),
    );
  });

  test.each(plain.map((vector) => [Object.values(vector.picks).join("+") || "exact", vector] as const))(
    "%s, at the product of its credits",
    (_, vector) => {
      const verdict = judge((n) => part.model.answer({ n }, vector.effects, undefined as never));
      expect(verdict.finding).toMatchObject({
        kind: "explained",
        reading: {
          picks: vector.picks,
          credit: multiplyCredits(vector.deviations.map(({ option }) => option.credit ?? "1")),
        },
      });
      expect(verdict.points).toBe(vector.credit);
    },
  );

  test("three slips at once are not", () => {
    expect(nameFinding(judge((n) => (n + 5) * 8))).toBe("unexplained");
  });
});

test("a number is solved for, and told", () => {
  expect(judge((n) => n * n * 0.88).finding).toMatchObject({
    kind: "explained",
    reading: {
      id: "share-kept",
      credit: "1",
      picks: { kept: "share-kept" },
      solved: { kept: expect.closeTo(0.12) },
    },
  });
  expect(nameFinding(judge((n) => n * n * 0.5))).toBe("unexplained");
  expect(nameFinding(judge((n) => n * n * (n > 50 ? 0.9 : 0.8)))).toBe("unexplained");
});

test("own numbers combine with options like any others, unless nothing can be built on them", () => {
  const own = (n: number) => n ** 3 + 7;
  expect(nameFinding(judge((n) => own(n) + 1, own))).toBe("reading:own-length+one-more");
  expect(judge((n) => (own(n) + 1) * 8, own).points).toBe("0.25");
  expect(
    nameFinding(
      judge(
        () => 8,
        () => 7,
      ),
    ),
  ).toBe("unexplained");
});

describe("a few cases without an answer", () => {
  const spoil = (cases: number, with_: (n: number) => unknown) => (n: number) =>
    [3, 8, 17, 30].indexOf(n) >= 0 && [3, 8, 17, 30].indexOf(n) < cases ? with_(n) : n * n;

  test.each([
    [
      "an error",
      () => {
        throw new Error("small");
      },
    ],
    ["another type", () => ({ count: 1 })],
  ])("cost a quarter: %s", (_, with_) => {
    const verdict = judge(spoil(2, with_));
    expect(verdict.points).toBe("0.75");
    expect(verdict.finding).toMatchObject({ kind: "explained", spoilt: { count: 2 } });
  });

  test("more than a quarter of the cases cost everything", () => {
    expect(judge(spoil(3, () => ({ count: 1 }))).points).toBe("0");
  });
});
