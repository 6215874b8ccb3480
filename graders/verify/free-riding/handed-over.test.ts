/** Points only for what is known: no input of one question holds what another one asks for. */
import type { Call } from "../../contract/value";
import { type Plan, planQuestions } from "../../judge/plan";
import { assignment } from "../../questions/efficient-deep-learning";
import { type FitModel, judge, seeds } from "../../testing/attempts";
import { findQuestions } from "../../testing/find-questions";
import type { Implementation } from "../../testing/judge-implementation";
import { callFunction } from "../answer-in-process";
import * as reference from "../reference-work";

/** Smaller numbers are alike by chance. */
const leastTelling = 100_000;

function listNumbers(value: unknown, path = ""): readonly (readonly [path: string, number])[] {
  if (typeof value === "number" || typeof value === "bigint") return [[path, Number(value)]];
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    listNumbers(one, Array.isArray(value) ? `${path}[]` : `${path}.${name}`),
  );
}

/** Cases that are drawn: the others stand in this repository for anybody to look up. */
const listDrawn = ({ questions }: Plan): readonly Call[] =>
  questions.flatMap((one) =>
    one.kind === "faulty"
      ? []
      : one.parts.flatMap((part) =>
          part.kind === "text"
            ? []
            : part.cases.flatMap(({ case: { source }, call }) => (source === "random" ? [call] : [])),
        ),
  );

/** What an export is given that is the answer of another one, with where it stands. */
function listHandedOver(plan: Plan): readonly string[] {
  const answered = new Map<number, string>();
  for (const call of listDrawn(plan)) {
    const outcome = callFunction(reference, call);
    if (outcome.kind !== "value") throw new Error(`the reference does not answer ${call.export}`);
    for (const [, number] of listNumbers(outcome.value)) answered.set(number, call.export);
  }
  return plan.calls.flatMap((call) =>
    listNumbers(call.args).flatMap(([path, number]) => {
      const other = answered.get(number);
      return number < leastTelling || isRecorded(path) || other === undefined || other === call.export
        ? []
        : [`${call.export}${path} is what ${other} answers`];
    }),
  );
}

/** Of some hundred sizes of tensors, one is a count of operations by chance. */
const isRecorded = (path: string): boolean => path.includes("[][].bytes");

describe.each(seeds)("under seed %s", (seed) => {
  test("nothing that is handed to one function is what another answers to a drawn case", () => {
    expect(listHandedOver(planQuestions(assignment.questions, seed))).toEqual([]);
  });

  test.each<[string, (all: readonly number[]) => number]>([
    ["the first", ([first = Number.NaN]) => first],
    ["the middle one", (all) => [...all].sort((a, b) => a - b)[all.length >> 1] ?? Number.NaN],
    ["the commonest", (all) => findCommonest(all.map((one) => Math.round(4 * one) / 4))],
  ])("%s of the estimates that are handed out says nothing of what training holds", (_, choose) => {
    const byHeart = adamOf(() => ({ gradients: 0, moments: 0 }));
    const known = judge(["adam-peak", "estimate-check"], byHeart, seed)["adam-peak"];
    const seen = listEstimates(seed);
    const copied = adamOf(() => ({
      gradients: choose(seen.map(({ gradients, weights }) => gradients / weights)),
      moments: choose(seen.map(({ moments, weights }) => moments / weights)),
    }));
    const got = judge(["adam-peak", "estimate-check"], copied, seed)["adam-peak"];
    expect(seen.length).toBeGreaterThan(5);
    expect(Number(got?.split(" ")[0])).toBeLessThanOrEqual(Number(known?.split(" ")[0]));
  });
});

type Estimate = Readonly<Record<"weights" | "gradients" | "moments", number>>;

/** Hidden ones, those that pages draw, and those of the checks that students have. */
function listEstimates(seed: string): readonly Estimate[] {
  const asked = findQuestions("estimate-check").flatMap(({ publicChecks }) =>
    publicChecks.flatMap(({ calls }) => calls),
  );
  const all = [...planQuestions(findQuestions("estimate-check"), seed).calls, ...asked];
  return all.flatMap(({ export: name, args }) => (name === "checkEstimate" ? [args[1] as Estimate] : []));
}

function findCommonest(all: readonly number[]): number {
  const count = (one: number): number => all.filter((other) => other === one).length;
  return all.reduce((best, one) => (count(one) > count(best) ? one : best), all[0] ?? Number.NaN);
}

/** Four bytes for each weight, and of the rest as many for each of these as somebody says. */
const adamOf = (findRatios: () => Omit<Estimate, "weights">) => (): Implementation => ({
  adamMemory: ({ params, activationBytesPerSample }: FitModel, batchSize: number) => {
    const { gradients, moments } = findRatios();
    const parts = [4 * params, 4 * params * gradients, 4 * params * moments].map(Math.round);
    const [weights = 0, ofGradients = 0, ofMoments = 0] = parts;
    const activations = batchSize * activationBytesPerSample;
    const total = weights + ofGradients + ofMoments + activations;
    return { weights, gradients: ofGradients, moments: ofMoments, activations, total };
  },
});
