import { type Count, isSameCount, readCount } from "../contract/answers";
import type { CallPart, Question } from "../contract/question";
import { judgeImplementation, judgeLast, judgePartOf, nameFinding } from "../testing/judge-implementation";
import { sayCame } from "../testing/say";

interface Size {
  readonly n: number;
}

/** A toy question: how many edges has a complete graph of n nodes. */
const part: CallPart<Size, Count> = {
  kind: "call",
  id: "edges",
  points: "2",
  export: "edges",
  cases: (random) => [
    { id: "one", source: "edge", why: "no edge", input: { n: 1 } },
    { id: "four", source: "notebook", why: "small", input: { n: 4 } },
    { id: "drawn", source: "random", why: "unseen", input: { n: random.integer(10, 99) } },
  ],
  args: ({ n }) => [n],
  read: readCount,
  isSame: isSameCount,
  readings: [
    {
      id: "ordered-pairs",
      kind: "misconception",
      credit: "0.5",
      by: "value",
      answer: ({ n }) => n * (n - 1),
    },
    { id: "with-loops", kind: "convention", credit: "1", by: "value", answer: ({ n }) => (n * (n + 1)) / 2 },
    { id: "undirected", kind: "reference", credit: "1", by: "value", answer: ({ n }) => (n * (n - 1)) / 2 },
    { id: "squared", kind: "misconception", credit: "0.25", by: "value", answer: ({ n }) => n * n },
  ],
};

const question: Question = {
  id: "edges",
  points: "2",
  parts: [part],
  feedback: { title: "Edges", unexplained: "", expected: "", readings: {} },
  publicChecks: [],
};

/** A question that follows from the first: bytes of an edge list, 8 per edge. */
const bytesQuestion: Question = {
  ...question,
  id: "edge-bytes",
  parts: [
    {
      ...part,
      id: "edge-bytes",
      export: "edgeBytes",
      consults: ({ n }: Size) => ({ edges: { export: "edges", args: [n] } }),
      readings: [
        {
          id: "eight-per-edge",
          kind: "reference",
          credit: "1",
          by: "value",
          answer: ({ n }: Size) => 4 * n * (n - 1),
        },
        {
          id: "own-edges",
          kind: "carried",
          credit: "1",
          by: "value",
          answer: (_: Size, earlier) => {
            const own = readCount(earlier.answer("edges"));
            return own.ok ? 8 * Number(own.answer) : undefined;
          },
        },
      ],
    } as CallPart<Size, Count>,
  ],
};

const judge = (edges: (n: number) => unknown) => judgePartOf([question], { edges });

describe("a part earns what the reading that explains all its answers is worth", () => {
  test.each([
    ["undirected", "2", (n: number) => (n * (n - 1)) / 2],
    ["with-loops", "2", (n: number) => (n * (n + 1)) / 2],
    ["ordered-pairs", "1", (n: number) => n * (n - 1)],
    ["squared", "0.5", (n: number) => n ** 2],
  ])("%s earns %s", (id, points, edges) => {
    const verdict = judge(edges);
    expect(nameFinding(verdict)).toBe(`reading:${id}`);
    expect(verdict.points).toBe(points);
  });

  test("a hard-coded answer that is right once earns nothing", () => {
    const verdict = judge(() => 6);
    expect(verdict.finding).toMatchObject({
      kind: "unexplained",
      casesRight: 1,
      cases: 3,
      observations: [{ kind: "constant", isRightOnNotebook: true }, { kind: "right-on-public-only" }, {}],
    });
    expect(verdict.points).toBe("0");
  });

  test("conventions mixed from case to case are accepted and named", () => {
    const verdict = judge((n) => (n === 4 ? (n * (n + 1)) / 2 : (n * (n - 1)) / 2));
    expect(nameFinding(verdict)).toBe("mixed:undirected+with-loops");
    expect(verdict.points).toBe("2");
  });

  test("a mix with a misconception is not accepted", () => {
    expect(nameFinding(judge((n) => (n === 4 ? n * n : (n * (n - 1)) / 2)))).toBe("unexplained");
  });
});

describe("what gave no value", () => {
  test("a missing export is unanswered", () => {
    expect(nameFinding(judgePartOf([question], {}))).toBe("unanswered");
  });

  test("the starter's stub is unanswered", () => {
    const stub = () => {
      throw new Error("edges: not answered yet");
    };
    expect(nameFinding(judge(stub))).toBe("unanswered");
  });

  test("one throwing case costs the part and says so", () => {
    const verdict = judge((n) => {
      if (n === 1) throw new RangeError("no graph");
      return (n * (n - 1)) / 2;
    });
    expect(verdict.finding).toEqual({ kind: "failed", outcome: { kind: "threw", message: "no graph" } });
    expect(verdict.points).toBe("0");
  });

  test("a throw is as good as an answer where the part says so", () => {
    const tolerant = {
      ...question,
      parts: [{ ...part, mayThrow: (input: Size) => input.n === 1 } as CallPart],
    };
    const edges = (n: number) => {
      if (n === 1) throw new RangeError("no graph");
      return (n * (n - 1)) / 2;
    };
    expect(judgePartOf([tolerant], { edges }).points).toBe("2");
  });

  test("a value of another form says what came", () => {
    expect(sayCame(judge(() => ({ count: 3 })).finding)).toBe("an object with count");
    expect(sayCame(judge(() => Number.NaN).finding)).toBe("NaN");
  });
});

describe("error carried forward", () => {
  const carry = (edges: (n: number) => unknown, edgeBytes: (n: number) => unknown) =>
    judgePartOf([question, bytesQuestion], { edges, edgeBytes });

  test("what follows from an unlisted earlier answer earns full points", () => {
    const verdict = carry(
      (n) => 3 * n + 1,
      (n) => 8 * (3 * n + 1),
    );
    expect(nameFinding(verdict)).toBe("reading:own-edges");
    expect(verdict.points).toBe("2");
  });

  test.each([
    ["zero", () => 0],
    ["a constant", () => 7],
    ["NaN", () => Number.NaN],
  ])("%s carries nothing", (_, edges) => {
    expect(carry(edges, () => 8 * edges()).points).toBe("0");
  });

  test("a right answer after a wrong one is simply right", () => {
    expect(
      nameFinding(
        carry(
          (n) => n * n,
          (n) => 4 * n * (n - 1),
        ),
      ),
    ).toBe("reading:eight-per-edge");
  });
});

describe("questions", () => {
  const explanation = "I counted every pair of nodes twice because edges have two directions.";

  test("a wrong answer with a real explanation goes to a person and keeps its points", () => {
    const verdict = judgeLast(
      [question],
      { edges: (n: number) => n * (n - 1) },
      { explanations: { edges: explanation } },
    );
    expect(verdict).toMatchObject({ status: "pending_manual", points: "1", explanation });
  });

  test("a right answer with an explanation is simply graded", () => {
    const edges = (n: number) => (n * (n - 1)) / 2;
    expect(judgeLast([question], { edges }, { explanations: { edges: explanation } }).status).toBe("graded");
  });

  test("filler is no explanation", () => {
    expect(
      judgeLast([question], { edges: () => 1 }, { explanations: { edges: "YOUR ANSWER HERE" } }).status,
    ).toBe("graded");
  });

  test("a question that throws while judging is not graded and names itself; the next one is", () => {
    const broken: Question = {
      ...question,
      id: "broken",
      parts: [
        {
          ...part,
          readings: [
            {
              id: "bad",
              kind: "reference",
              credit: "1",
              by: "value",
              answer: () => {
                throw new TypeError("oops");
              },
            },
          ],
        } as CallPart,
      ],
    };
    const [first, second] = judgeImplementation([broken, question], { edges: (n: number) => n * n });
    expect(first).toMatchObject({
      status: "not_graded",
      fault: expect.stringMatching(
        /^question "broken" failed while judging: oops \(at graders\/judge\/judge\.test\.ts:\d+; report it with this line\)$/,
      ),
    });
    expect(first).not.toHaveProperty("points");
    expect(second).toMatchObject({ status: "graded", points: "0.5" });
  });

  test("a question that throws while making its cases is not graded", () => {
    const broken = {
      ...question,
      parts: [
        {
          ...part,
          cases: () => {
            throw new Error("no cases");
          },
        } as CallPart,
      ],
    };
    expect(judgeImplementation([broken], {})[0]).toMatchObject({ status: "not_graded" });
  });

  test("evidence names the case, what came, what was expected and which readings fit", () => {
    const { evidence } = judge((n) => n * (n - 1));
    expect(evidence[1]).toEqual({
      case: "four",
      source: "notebook",
      why: "small",
      came: "12",
      expected: "6",
      explainedBy: ["ordered-pairs"],
    });
  });

  test("equal seeds ask equal inputs, other seeds others", () => {
    const drawn = (seed: string) =>
      judgePartOf([question], { edges: (n: number) => n }, { seed }).evidence[2]?.came;
    expect(drawn("a")).toBe(drawn("a"));
    expect(new Set(["a", "b", "c", "d"].map(drawn)).size).toBeGreaterThan(1);
  });
});
