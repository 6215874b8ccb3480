/** The choices multiplied out: how many samples fit, and from an answer back to the bytes that are left for it. */
import type { Effects } from "../../contract/choice";
import type { Earlier } from "../../contract/earlier";
import { listSlips } from "../kit/choice-part";
import { isNoneForm } from "../kit/none";
import { type FitAnswer, take } from "./answer";
import type { Line, Needs } from "./fit-estimate";
import type { FitInput } from "./inputs";
import { activations, copies, image, ownOnceEffects, precision } from "./needs";
import { noneFits } from "./none-fits";
import { onTopOfStates, reserve } from "./reserve";
import { type Range, rounding } from "./rounding";
import { search } from "./search";

export const choices = { copies, precision, activations, image, reserve, rounding, noneFits, search };

export type FitEffects = Effects<typeof choices>;

const ownCopies = new Set(copies.filter(({ isOwn = false }) => isOwn).map(({ effect }) => effect));
const wrongCopies = listSlips(copies);

const sixCopies = new Set(
  copies.filter(({ id }) => /temporaries-twice$|early/.test(id)).map(({ effect }) => effect),
);

/** Six copies and some are too near to twice the bytes for each number. */
export const mayHaveMoreOnTop = (effects: FitEffects): boolean => !sixCopies.has(effects.copies);

export function findNeeds({ model }: FitInput, effects: FitEffects, earlier: Earlier): Needs | undefined {
  const isOwn = ownCopies.has(effects.copies);
  const isStated =
    effects.precision === precision[0].effect &&
    effects.activations === activations[0].effect &&
    (effects.image === false || ownOnceEffects.has(effects.copies));
  const isWeightsAlone = effects.precision.weights !== effects.precision.activations;
  // Fewer copies of twice the size are as large as some other number of copies.
  if ((isOwn && !isStated) || (wrongCopies.has(effects.copies) && isWeightsAlone)) return undefined;
  if (effects.reserve === onTopOfStates && !mayHaveMoreOnTop(effects)) return undefined;
  const { activations: times, images } = effects.activations;
  if (images !== times && !effects.image) return undefined;
  const imageBytes = effects.image ? images * model.inputBytesPerSample : 0;
  const perSample = times * model.activationBytesPerSample + imageBytes;
  const needs = effects.copies(
    effects.precision.weights * 4 * model.params,
    effects.precision.activations * perSample,
    earlier,
    model.inputBytesPerSample,
  );
  return needs && isTold(effects, needs) ? needs : undefined;
}

const [, cutOff, powerOfTwo] = rounding;

/**
 * Cutting off is rounding down unless something is negative, which it must be able to be. So it must where something
 * else stands for less than nothing.
 */
function isTold(
  { rounding: rule, noneFits: { least, told } }: FitEffects,
  { fixed, least: step, early }: Needs,
): boolean {
  const isNegative = least === Number.NEGATIVE_INFINITY;
  const isOneLine = step === undefined && early === undefined;
  if (isNegative && (fixed === 0 || !isOneLine || rule === powerOfTwo?.effect)) return false;
  if (told !== undefined && fixed === 0) return false;
  return rule !== cutOff?.effect || isNegative;
}

/** So many samples fit by each line; what is larger decides. */
const divide = (memory: number, { fixed, perSample }: Line): number => (memory - fixed) / perSample;

/** Before it is rounded. */
export const countSamples = (memory: number, needs: Needs): number =>
  Math.min(divide(memory, needs), divide(memory, needs.early ?? needs));

/** Where less than nothing is left, some round to none; not where a whole sample is missing. */
const surelyNone = -1;

export function answer(input: FitInput, effects: FitEffects, earlier: Earlier): FitAnswer | undefined {
  const needs = findNeeds(input, effects, earlier);
  if (needs === undefined) return undefined;
  const { memory } = input.gpu;
  const quotient = countSamples(memory, needs);
  const samples = memory < (needs.least ?? 0) ? 0 : effects.rounding.round(quotient);
  const { least, told } = effects.noneFits;
  if (told === undefined || samples >= 1) return Math.max(least, samples) + 0;
  return quotient <= surelyNone ? told : { told, or: Math.max(0, samples) + 0 };
}

const takeUp = ({ fixed, perSample }: Line, samples: number): number => fixed + samples * perSample;

/** The bytes that so many samples take. */
const fill = (needs: Needs, samples: number): number =>
  Math.max(takeUp(needs, samples), takeUp(needs.early ?? needs, samples));

/** The bytes that are left to train in where this answer comes out. */
export function findLeft(needs: Needs, effects: FitEffects, returned: FitAnswer): Range | undefined {
  const came = take(returned);
  const { rounding: rule, noneFits: none } = effects;
  const { least: step = Number.NEGATIVE_INFINITY } = needs;
  if (came === none.told)
    return { least: Number.NEGATIVE_INFINITY, most: Math.max(fill(needs, rule.one), step) };
  if (isNoneForm(came)) return undefined;
  const samples = Number(came);
  const quotients = samples < none.least ? undefined : rule.unround(samples);
  if (quotients === undefined) return undefined;
  const isRaised =
    samples === Math.max(none.least, 0) && (samples === none.least || needs.least !== undefined);
  const slack =
    needs.slack === undefined ? 0 : needs.slack.fixed + Math.max(0, samples) * needs.slack.perSample;
  const [from, to] = [fill(needs, quotients.least), fill(needs, quotients.most)];
  const lowest = none.told === undefined ? Number.NEGATIVE_INFINITY : fill(needs, surelyNone);
  const left: Range = isRaised
    ? { least: lowest, most: Math.max(to, step) + slack }
    : { least: Math.max(from, step) - slack, most: to + slack };
  return left.least <= left.most ? left : undefined;
}
