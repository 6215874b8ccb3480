/** Task 6: the largest batch that can be trained with Adam on a GPU. */
import { type Count, isClose, isSameCount, readCount } from "../../contract/answers";
import type { Effects, Interval } from "../../contract/choice";
import type { Earlier } from "../../contract/earlier";
import type { Question, Trial } from "../../contract/question";
import { collectWords, makeChoicePart } from "../kit/choice-part";
import { showNumbers } from "../kit/public/shown";
import type { Line, Needs } from "./fit-estimate";
import { type FitInput, largeCases, listCases } from "./inputs";
import { activations, copies, image, precision } from "./needs";
import { consultEstimates } from "./own-estimate";
import { publicChecks } from "./public-checks";
import { byRoundedTotals, findKept, limits, reserve } from "./reserve";
import { floor, type Range, rounding } from "./rounding";
import { type Band, isPossible } from "./share-and-bytes";

const choices = { copies, precision, activations, image, reserve, rounding, floor };

type FitEffects = Effects<typeof choices>;

/** Whole numbers exactly; a quotient that was not rounded to the last digits of a double. */
function isSame(expected: Count, came: Count): boolean {
  return Number.isInteger(Number(expected))
    ? isSameCount(expected, came)
    : isClose(Number(expected), Number(came), 1e-9);
}

const ownCopies = new Set(copies.filter(({ isOwn = false }) => isOwn).map(({ effect }) => effect));
const wrongCopies = new Set(copies.filter(({ credit }) => credit !== undefined).map(({ effect }) => effect));

function findNeeds({ model }: FitInput, effects: FitEffects, earlier: Earlier): Needs | undefined {
  const isOwn = ownCopies.has(effects.copies);
  const isStated =
    effects.precision === precision[0].effect &&
    effects.activations === activations[0].effect &&
    effects.image === false;
  const isWeightsAlone = effects.precision.weights !== effects.precision.activations;
  // Fewer copies of twice the size are as large as some other number of copies.
  if ((isOwn && !isStated) || (wrongCopies.has(effects.copies) && isWeightsAlone)) return undefined;
  const { activations: times, images } = effects.activations;
  if (images !== times && !effects.image) return undefined;
  const imageBytes = effects.image ? images * model.inputBytesPerSample : 0;
  const perSample = times * model.activationBytesPerSample + imageBytes;
  return effects.copies(
    effects.precision.weights * 4 * model.params,
    effects.precision.activations * perSample,
    earlier,
  );
}

/** Cutting off is rounding down unless something is negative, which it must be able to be. */
function isTold({ rounding: rule, floor: least }: FitEffects, { fixed, ...needs }: Needs): boolean {
  const isNegative = least === Number.NEGATIVE_INFINITY;
  const isOneLine = needs.least === undefined && needs.early === undefined;
  if (isNegative && (fixed === 0 || !isOneLine || rule === rounding[2]?.effect)) return false;
  return rule !== rounding[1]?.effect || isNegative;
}

/** So many samples fit by each line; what is larger decides. */
const divide = (memory: number, { fixed, perSample }: Line): number => (memory - fixed) / perSample;

function answer(input: FitInput, effects: FitEffects, earlier: Earlier): number | undefined {
  const needs = findNeeds(input, effects, earlier);
  if (needs === undefined || !isTold(effects, needs)) return undefined;
  const { memory } = input.gpu;
  const quotient = Math.min(divide(memory, needs), divide(memory, needs.early ?? needs));
  const samples = memory < (needs.least ?? 0) ? 0 : effects.rounding.round(quotient);
  return Math.max(effects.floor, samples) + 0;
}

/** The bytes that are left to train in where this answer comes out. */
function findLeft(needs: Needs, { rounding: rule, floor: least }: FitEffects, came: number) {
  const quotients = came < least ? undefined : rule.unround(came);
  if (quotients === undefined) return undefined;
  const isRaised = came === Math.max(least, 0) && (came === least || needs.least !== undefined);
  const take = ({ fixed, perSample }: Line, samples: number): number => fixed + samples * perSample;
  const fill = (samples: number): number =>
    Math.max(take(needs, samples), take(needs.early ?? needs, samples));
  const [from, to] = [fill(quotients.least), fill(quotients.most)];
  const { least: step = Number.NEGATIVE_INFINITY } = needs;
  const slack = needs.slack === undefined ? 0 : needs.slack.fixed + Math.max(0, came) * needs.slack.perSample;
  const left: Range = isRaised
    ? { least: Number.NEGATIVE_INFINITY, most: Math.max(to, step) + slack }
    : { least: Math.max(from, step) - slack, most: to + slack };
  return left.least <= left.most ? left : undefined;
}

function solve(input: FitInput, effects: FitEffects, came: Count, earlier: Earlier): Interval | undefined {
  const needs = findNeeds(input, effects, earlier);
  if (needs === undefined || typeof effects.reserve !== "function" || !isTold(effects, needs))
    return undefined;
  if (effects.reserve === byRoundedTotals && needs.slack?.fixed === 0) {
    const exact = answer(input, { ...effects, reserve: undefined }, earlier);
    return exact !== undefined && isSame(exact, came) ? { least: 0, most: 0 } : undefined;
  }
  const left = findLeft(needs, effects, Number(came));
  return left && findKept(effects.reserve, input.gpu.memory, needs, left);
}

/** A share and some bytes: the share is of the memory, or of what the fixed part leaves of it. */
function solveTogether(trials: readonly Trial<FitInput, Count>[], effects: FitEffects): Interval | undefined {
  const { reserve: pair } = effects;
  if (typeof pair !== "object") return undefined;
  const [ofMemory, ofRest]: [Band[], Band[]] = [[], []];
  for (const { input, answer: came, earlier } of trials) {
    const needs = findNeeds(input, effects, earlier);
    const left = needs && isTold(effects, needs) ? findLeft(needs, effects, Number(came)) : undefined;
    if (needs === undefined || left === undefined) return undefined;
    const { memory } = input.gpu;
    const band = { least: memory - left.most, most: memory - left.least, whole: memory };
    if (!isPossible(band, limits)) return undefined;
    ofMemory.push(band);
    ofRest.push({ ...band, whole: memory - needs.fixed });
  }
  return pair.keep(ofMemory) ?? pair.keep(ofRest);
}

const part = makeChoicePart({
  id: "max-batch",
  points: "1",
  export: "maxBatchSize",
  cases: listCases,
  args: ({ model, gpu }: FitInput) => [model, gpu],
  consults: consultEstimates,
  read: readCount,
  isSame,
  reference: {
    id: "all-that-fits",
    says: "Right: all samples that fit beside weights, gradients and moments.",
  },
  choices,
  answer,
  solve,
  solveTogether,
  exceptions: [
    {
      when: { rounding: "one-too-many", floor: "at-least-one" },
      credit: "0.5",
      because: "one more than 0 is 1: a single slip",
    },
  ],
  collisions: [
    {
      answered: { precision: "half-precision", activations: "activations-doubled" },
      because: "half of twice the activations are the activations, and half of four copies are two",
    },
    {
      answered: { precision: "double-precision-weights", activations: "activations-doubled" },
      because: "weights and activations of 8 bytes",
    },
    ...["gradients-forgotten", "moments-forgotten", "gradients-and-moments-forgotten"].map((slip) => ({
      answered: { copies: slip, precision: "double-precision" },
      because: "fewer copies of twice the size are more copies, beside activations counted twice",
    })),
    {
      answered: { copies: "weights-per-sample", rounding: "strictly-below" },
      because: "no case has memory for a whole number of such samples",
    },
  ],
});

const callFor = ({ model, gpu }: FitInput) => ({ export: "maxBatchSize", args: [model, gpu] });

export const question: Question = {
  id: "max-batch",
  points: "1",
  parts: [part],
  buildsOn: ["adam-peak"],
  feedback: {
    title: "Largest batch that fits",
    asked: "Find the largest batch whose training fits a GPU's memory.",
    expected: "a whole number of samples, 0 if none fits",
    unexplained:
      "The batch sizes do not follow from an estimate of the memory. Which part of your `adamMemory` grows with the batch, and how much of the GPU's memory does the other part leave for it?",
    readings: collectWords([part]),
  },
  publicChecks,
  shows: { largestBatches: showNumbers(largeCases.map(({ input }) => callFor(input))) },
};
