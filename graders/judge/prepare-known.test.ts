/** What is worked out before the first submission: judging then looks it up. */
import { type Count, isSameCount, readCount } from "../contract/answers";
import type { CallPart, Question } from "../contract/question";
import { choose, makeChoicePart } from "../questions/kit/choice-part";
import { judgeSubmission } from "./judge";
import { planQuestions } from "./plan";
import { prepareKnown } from "./prepare-known";

let answered: string[] = [];

/** A toy question whose every answer is noted; the first case is n = 3. */
function makeQuestion(fail = false): Question {
  const part = makeChoicePart({
    id: "edges",
    points: "1",
    export: "edges",
    cases: () => [3, 8].map((n) => ({ id: `n ${n}`, source: "edge", why: "a size", input: { n } })),
    args: ({ n }: { readonly n: number }) => [n],
    read: readCount,
    isSame: (expected: Count, came: Count) => isSameCount(expected, came),
    reference: { id: "exact", says: "Right." },
    choices: {
      times: choose<number>(
        { id: "twice", effect: 2 },
        { id: "three-times", effect: 3, credit: "0.5", says: "Three times.", hint: "How often?" },
        { id: "four-times", effect: 4, credit: "0.25", says: "Four times.", hint: "How often?" },
      ),
    },
    answer: ({ n }, { times }) => {
      if (fail) throw new Error("a fault of ours");
      answered.push(`${times} times ${n}`);
      return n * times;
    },
    probe: Number,
  });
  return {
    id: "edges",
    points: "1",
    parts: [part as CallPart],
    feedback: { title: "", unexplained: "", expected: "", readings: {} },
    publicChecks: [],
  };
}

beforeEach(() => {
  answered = [];
});

const judge = (plan: ReturnType<typeof planQuestions>) =>
  judgeSubmission(plan, {
    getOutcome: (key) => {
      const call = plan.calls.find((one) => one.key === key);
      return { kind: "value", value: 3 * Number(call?.args[0]) };
    },
    getExplanation: () => "",
  });

test("what others would have answered to the first case is not worked out again", () => {
  const plan = planQuestions([makeQuestion()], "ridgepoint");
  for (const _ of prepareKnown(plan));
  expect(answered).toEqual(expect.arrayContaining(["2 times 3", "3 times 3", "4 times 3"]));
  answered = [];
  expect(judge(plan)).toMatchObject([{ points: "0.5" }]);
  expect(answered).not.toContain("4 times 3");
});

test("what cannot be worked out is judging's to tell", () => {
  const plan = planQuestions([makeQuestion(true)], "ridgepoint");
  for (const _ of prepareKnown(plan));
  expect(judge(plan)).toMatchObject([{ status: "not_graded" }]);
});
