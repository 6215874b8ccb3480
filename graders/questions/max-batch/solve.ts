/** What an answer holds and nobody told: how much is kept free, and where a search ended. */
import type { Count } from "../../contract/answers";
import type { Interval } from "../../contract/choice";
import type { Earlier } from "../../contract/earlier";
import type { Trial } from "../../contract/question";
import { remember } from "../../contract/remember";
import { isNoneForm, type NoneForm } from "../kit/none";
import { type FitAnswer, isSameFit, take } from "./answer";
import { answer, countSamples, type FitEffects, findLeft, findNeeds, mayHaveMoreOnTop } from "./fill";
import type { Needs } from "./fit-estimate";
import { type FitInput, fewSamples } from "./inputs";
import { byRoundedTotals, findKept, limits, reserve } from "./reserve";
import type { Range } from "./rounding";
import { leastSearched, roomBeside } from "./search";
import { type Band, findSum, isPossible, type KeepBoth } from "./share-and-bytes";

const room = roomBeside(limits);

type FitTrial = Trial<FitInput, FitAnswer>;

export function solve(
  input: FitInput,
  effects: FitEffects,
  came: FitAnswer,
  earlier: Earlier,
): Interval | undefined {
  const needs = findNeeds(input, effects, earlier);
  if (needs === undefined || typeof effects.reserve !== "function") return undefined;
  if (effects.reserve === byRoundedTotals && needs.slack?.fixed === 0) {
    const exact = answer(input, { ...effects, reserve: undefined }, earlier);
    return exact !== undefined && isSameFit(exact, came) ? { least: 0, most: 0 } : undefined;
  }
  const left = findLeft(needs, effects, came);
  return left && findKept(effects.reserve, input.gpu.memory, needs, left);
}

type FindLeft = (trial: FitTrial, needs: Needs) => Range | undefined;

/** A share and some bytes: the share is of the memory, of the fixed part, or of what that leaves of the memory. */
export function solveTogether(trials: readonly FitTrial[], effects: FitEffects): Interval | undefined {
  const { reserve: pair, search: end } = effects;
  if (end !== undefined) return pair === reserve[0].effect ? solveSearch(trials, effects) : undefined;
  if (typeof pair !== "object") return undefined;
  const bands = listBands(trials, effects, ({ answer: came }, needs) => findLeft(needs, effects, came));
  return bands && keepAny(pair.keep, bands);
}

const keepAny = (keep: KeepBoth, bands: readonly (readonly Band[])[]): Interval | undefined => {
  for (const one of bands) {
    const found = keep(one);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** What is kept in each case, beside what it may be a share of. */
function listBands(
  trials: readonly FitTrial[],
  effects: FitEffects,
  findLeftOf: FindLeft,
): readonly (readonly Band[])[] | undefined {
  const bounds = effects.search === undefined ? limits : room;
  const kept: { readonly band: Band; readonly fixed: number }[] = [];
  for (const trial of trials) {
    const needs = findNeeds(trial.input, effects, trial.earlier);
    const left = needs && findLeftOf(trial, needs);
    if (needs === undefined || left === undefined) return undefined;
    const { memory } = trial.input.gpu;
    const band = { least: memory - left.most, most: memory - left.least, whole: memory };
    if (!isPossible(band, bounds)) return undefined;
    kept.push({ band, fixed: needs.fixed });
  }
  const ofMemory = kept.map(({ band }) => band);
  const ofRest = kept.map(({ band, fixed }) => ({ ...band, whole: band.whole - fixed }));
  const ofFixed = kept.map(({ band, fixed }) => ({ ...band, whole: fixed }));
  return mayHaveMoreOnTop(effects) ? [ofMemory, ofRest, ofFixed] : [ofMemory, ofRest];
}

/** What answers show of a search, whatever else they are. */
interface Seen {
  readonly last: number;
  /** It may have ended with its last batch, with a form of none, with a number that is no batch. */
  readonly byLast: boolean;
  readonly byForm: boolean;
  readonly byNumber: boolean;
}

/** Most answers show nothing of the kind: it is seen once, not for each way of counting. */
const lookForEnd = remember((trials: readonly FitTrial[]): Seen => {
  const last = trials.reduce((most, { answer: came }) => {
    const samples = readSamples(came);
    return samples > most ? samples : most;
  }, 0);
  const many = trials.filter(({ input }) => countAsked(input) >= fewSamples);
  const byForm = many.some(({ answer: came }) => isNoneForm(take(came)));
  const isFarBelow = trials.some(
    ({ input, answer: came }) => readSamples(came) === last && last < countAsked(input) / 3,
  );
  return {
    last,
    byForm,
    byLast: !byForm && last >= leastSearched && isFarBelow,
    byNumber: many.some(({ answer: came }) => readSamples(came) <= 0),
  };
});

/** Samples by the count that is asked, with no room kept. */
const countAsked = ({ model, gpu }: FitInput): number =>
  (gpu.memory - 16 * model.params) / model.activationBytesPerSample;

/** Whatever room is kept: the batch at which a search ends is the largest one that came, or nothing tells it. */
function solveSearch(trials: readonly FitTrial[], effects: FitEffects): Interval | undefined {
  const { last, byLast, byForm, byNumber } = lookForEnd(trials);
  if (!(effects.search === "seen" ? byLast || byForm : byNumber)) return undefined;
  const isEnd = ({ input, answer: came }: FitTrial, needs: Needs): boolean =>
    (effects.search === "seen" && byLast && readSamples(came) === last) ||
    (isEndTold(take(came), effects) && countSamples(input.gpu.memory, needs) >= Math.max(fewSamples, last));
  const bands = listBands(trials, effects, (trial, needs) => {
    if (!isEnd(trial, needs)) return findLeft(needs, effects, trial.answer);
    const left = findLeft(needs, effects, last);
    return left && { least: left.least, most: Number.POSITIVE_INFINITY };
  });
  return bands && keepAny(keepSome, bands);
}

const nothing = { least: 0, most: 0 };

const keepSome: KeepBoth = (bands) => findSum(bands, { ...room, share: nothing }) ?? findSum(bands, room);

function readSamples(came: FitAnswer): number {
  const taken = take(came);
  return isNoneForm(taken) ? Number.NaN : Number(taken);
}

/** A number that stands where nothing fits, or what a function gives that comes to no end. */
function isEndTold(came: Count | NoneForm, { search: end, noneFits: { told } }: FitEffects): boolean {
  if (end === "seen") return isNoneForm(came);
  return !isNoneForm(came) && (came === told || Number(came) <= 0);
}
