/** Task 5, arithmetic intensity: the FLOP of PReLU + Linear on a given input. */
import { type Count, isSameCount, readCount } from "../../contract/answers";
import type { Effects } from "../../contract/choice";
import type { Earlier } from "../../contract/earlier";
import type { Question } from "../../contract/question";
import type { Tensor } from "../../contract/value";
import { collectWords, effectOf, makeChoicePart } from "../kit/choice-part";
import { comparisons, countPrelu, listEntries, nonPositive, operations } from "../kit/prelu";
import { bias, linear, prelu, samples } from "./choices";
import { listCases, type ModelInput, mixedRow } from "./inputs";
import { publicChecks } from "./public-checks";

const choices = { linear, bias, prelu, operations, comparisons, samples };

type FlopsEffects = Effects<typeof choices>;

function answer({ x, model }: ModelInput, effects: FlopsEffects, earlier: Earlier): Count | undefined {
  // One addition less and one more for each output cancel out.
  if (effects.linear === effectOf(linear, "exact-additions") && effects.bias === 1) return undefined;
  const { ofLinear, ofPrelu } = effects.samples;
  const flopsOfPrelu = takePrelu(ofPrelu(x), x, effects, earlier);
  if (flopsOfPrelu === undefined) return undefined;
  const perSample = effects.linear(model) + effects.bias * model.outFeatures;
  return (ofLinear(x).shape[0] ?? 0) * perSample + Number(flopsOfPrelu);
}

function takePrelu(
  taken: Tensor,
  x: Tensor,
  { prelu: entries, ...costs }: FlopsEffects,
  earlier: Earlier,
): Count | undefined {
  const isPlain = taken === x && costs.operations === 1n && !costs.comparisons;
  if (entries === "own") return isPlain ? readOwnPrelu(x, earlier) : undefined;
  return countPrelu(taken, { entries, nan: false, ...costs });
}

/**
 * Nothing for some input is an answer (a turned condition counts nothing of negative inputs); nothing for inputs of
 * every sign is none: a PReLU left out is no PReLU carried forward. Nor is one that drowns the linear layer, or one
 * that counts otherwise here than where it was found right.
 */
function readOwnPrelu(x: Tensor, earlier: Earlier): Count | undefined {
  const [own, mixed] = [earlier.answer("preluFlops"), earlier.answer("preluOfMixed")].map(readCount);
  if (own?.ok !== true || mixed?.ok !== true || mixed.answer <= 0) return undefined;
  const isUsable = own.answer >= 0 && own.answer <= Number.MAX_SAFE_INTEGER;
  const { zero, negative } = listEntries(x);
  const found = earlier.reading("prelu");
  const isOfNonPositive = found?.size === 1 && found.has(nonPositive.id);
  const isOther = isOfNonPositive && !isSameCount(zero + negative, own.answer);
  return isUsable && !isOther ? own.answer : undefined;
}

const part = makeChoicePart({
  id: "model-flops",
  points: "1",
  export: "modelFlops",
  cases: listCases,
  args: ({ x, model }: ModelInput) => [x, model],
  inputOf: ([x, model]) => ({ x, model }) as ModelInput,
  quantities: ({ x }) => {
    const { zero, negative } = listEntries(x);
    return { nonPositive: Number(zero + negative), negative: Number(negative) };
  },
  consults: ({ x }) => ({
    preluFlops: { export: "preluFlops", args: [x] },
    preluOfMixed: { export: "preluFlops", args: [mixedRow] },
  }),
  isPossible: ({ input: { x, model }, answer: flops }) =>
    Number(flops) >= (x.shape[0] ?? 0) * model.inFeatures * model.outFeatures,
  read: readCount,
  isSame: (expected: Count, came: Count) => isSameCount(expected, came),
  reference: {
    id: "two-per-mac",
    says: "You count a multiplication and an addition per weight and sample, and the PReLU's multiplications.",
  },
  choices,
  answer,
  collisions: samples.slice(1).map(({ id }) => ({
    answered: { prelu: "batch-forgotten", samples: id },
    because: "one operation per column is one for every entry of a single sample",
  })),
});

export const question: Question = {
  id: "model-flops",
  points: "1",
  parts: [part],
  buildsOn: ["prelu"],
  feedback: {
    title: "FLOP of the model",
    asked: "Count the FLOP of a PReLU followed by a linear layer.",
    expected: "a whole number of FLOP",
    unexplained:
      "The FLOP do not follow from the two layers. Count the linear layer first: how many outputs are there, and how many multiplications and additions does one take? Then add your PReLU's count for the same input.",
    readings: collectWords([part]),
  },
  publicChecks,
};
