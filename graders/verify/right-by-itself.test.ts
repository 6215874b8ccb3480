/** What is right by itself gets the verdict that it would get after a look at all earlier work. */
import { join } from "node:path";
import type { CallPart } from "../contract/question";
import { judgeSubmission } from "../judge/judge";
import { judgeBuilding } from "../judge/judge-part";
import { judgeRight } from "../judge/judge-right";
import { planQuestions } from "../judge/plan";
import { VerdictMemory } from "../judge/verdict-memory";
import { assignment } from "../questions/efficient-deep-learning";
import { answerPlan } from "./answer-in-process";
import { loadMaterial } from "./load-material";

const material = loadMaterial(join(__dirname, "..", ".."), assignment);
const plan = planQuestions(assignment.questions, "right by itself");
const calls = plan.questions.flatMap((one) =>
  one.kind === "planned" ? one.parts.flatMap((part) => (part.kind === "call" ? [part] : [])) : [],
);

test.each([material.fullMarks, ...material.others].map((one) => [one.name, one] as const))("%s", (_, one) => {
  const answers = answerPlan(plan, one);
  const work = new Map();
  const memory = new VerdictMemory();
  let right = 0;
  judgeSubmission(plan, answers, {
    memory: Object.assign(memory, {
      judge: (part: CallPart, cases: (typeof calls)[number]["cases"], given = answers, earlier = work) => {
        const bySelf = judgeRight(part, cases, given.getOutcome);
        const { differing, ...whole } = judgeBuilding(part, cases, given, earlier).verdict;
        if (bySelf !== undefined) expect(bySelf).toEqual(whole);
        if (bySelf !== undefined) right += 1;
        return new VerdictMemory().judge(part, cases, given, earlier);
      },
    }),
  });
  if (one === material.fullMarks) expect(right).toBe(calls.length);
});

test("parts that are drawn alike ask about the same inputs, and what they consult is planned once", () => {
  const byStream = new Map<string, (typeof calls)[number][]>();
  for (const one of calls)
    if (one.part.drawnAs !== undefined)
      byStream.set(one.part.drawnAs, [...(byStream.get(one.part.drawnAs) ?? []), one]);
  expect(byStream.size).toBeGreaterThan(0);
  for (const [first, ...others] of byStream.values()) {
    const known = new Set(first?.cases.map(({ case: { input } }) => JSON.stringify(input)));
    for (const { cases } of others)
      expect(cases.filter(({ case: { input } }) => !known.has(JSON.stringify(input)))).toEqual([]);
  }
  expect(new Set(plan.calls.map(({ key }) => key)).size).toBe(plan.calls.length);
});
