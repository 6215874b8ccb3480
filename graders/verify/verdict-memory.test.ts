/** Whoever is judged after others who gave the same answers gets the very verdicts that judging afresh would give. */
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { Opaque } from "../contract/value";
import { judgeSubmission } from "../judge/judge";
import { planQuestions } from "../judge/plan";
import { VerdictMemory } from "../judge/verdict-memory";
import { writeValue } from "../judge/write-value";
import { assignment } from "../questions/efficient-deep-learning";
import { answerPlan } from "./answer-in-process";
import { loadMaterial } from "./load-material";
import { getMaterial, type Implementation, type Solution } from "./material";

const material = loadMaterial(join(__dirname, "..", ".."), assignment);
const plan = planQuestions(assignment.questions, "remembered");
const whole = [material.fullMarks, ...material.others, material.starter];

test("whole submissions and some samples beside a right one, in one class, are judged as if each were alone", () => {
  const beside = material.fullMarks.implementation as Implementation;
  // Of every question one, in turn a worthless one and one halfway to full marks.
  const samples = assignment.questions.flatMap((question, at): Solution[] => {
    const all = getMaterial(material, question).samples;
    const sample = all[at % 2 === 0 ? 0 : all.length >> 1];
    return sample === undefined
      ? []
      : [{ ...sample, implementation: { ...beside, ...sample.implementation } }];
  });
  const judge = (one: Solution, known: Parameters<typeof judgeSubmission>[2]): string =>
    JSON.stringify(judgeSubmission(plan, answerPlan(plan, one), known));
  const afresh = new Map([...whole, ...samples].map((one) => [one, judge(one, {})]));
  const memory = new VerdictMemory();
  const differing = [...whole, ...samples, ...whole].filter(
    (one) => judge(one, { memory }) !== afresh.get(one),
  );
  expect(differing.map(({ name }) => name)).toEqual([]);
  expect(samples.length).toBe(assignment.questions.length);
}, 300_000);

describe("what judging looked at besides answers", () => {
  const perElement = (x: { readonly shape: readonly number[] }) => 11 * x.shape.reduce((a, b) => a * b, 1);
  const solution = (explanation: string): Solution => ({
    name: explanation,
    implementation: { batchNormFlops: perElement } as never,
    explanations: { "batch-norm": explanation },
    path: "",
  });

  test("is looked at again: the same count is worth less without its remark", () => {
    const memory = new VerdictMemory();
    const judge = (explanation: string) =>
      judgeSubmission(plan, answerPlan(plan, solution(explanation)), { memory }).find(
        ({ id }) => id === "batch-norm",
      );
    const told = "I ignore the operations per channel: they are few.";
    const points = [told, "", told, ""].map((text) => (judge(text) as { points: string }).points);
    expect(points).toEqual(["2", "1.5", "2", "1.5"]);
  });
});

test("answers that were judged before are compared with nothing", () => {
  const [planned] = plan.questions.flatMap((one) => (one.kind === "planned" ? one.parts : []));
  if (planned?.kind !== "call") throw new Error("the first part calls a function");
  let compared = 0;
  const isSame = (...given: Parameters<typeof planned.part.isSame>): boolean => {
    compared++;
    return planned.part.isSame(...given);
  };
  const part = { ...planned.part, isSame };
  const memory = new VerdictMemory();
  const answers = answerPlan(plan, material.fullMarks);
  const first = memory.judge(part, planned.cases, answers, new Map());
  const before = compared;
  const second = memory.judge(part, planned.cases, answers, new Map());
  expect(before).toBeGreaterThan(0);
  expect([compared, second.verdict]).toEqual([before, first.verdict]);
});

/** Values that texts could confuse, often drawn alike. */
const { value: values } = fc.letrec((tie) => ({
  value: fc.oneof(
    fc.constantFrom(5n, 5, "5", "5n", -0, 0, "-0", null, undefined, "undefined", "", Number.NaN, "NaN", true),
    fc.constantFrom("function", "[]", "{}").map((name) => new Opaque(name)),
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom("bigint", "number", "missing", "typeName", "0"), tie("value"), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
  ),
}));

test("answers are kept apart by all that judging could tell, and equal ones are not", () => {
  fc.assert(
    fc.property(values, values, (a, b) => {
      if (writeValue(a) === writeValue(b)) expect(isDeepStrictEqual(a, b)).toBe(true);
    }),
    { numRuns: 5000 },
  );
  expect(writeValue({ a: [1, 5n] })).toBe(writeValue({ a: [1, 5n] }));
});
