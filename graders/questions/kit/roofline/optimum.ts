/**
 * Judging the optimal batch, unfused or fused: the smallest one that is compute bound, null where none ever is; by any
 * accepted way of counting, or by the student's own FLOP and bytes. The function gets no data, so the share of inputs
 * that the PReLU multiplies is free.
 */
import { isSameCount, readCount } from "../../../contract/answers";
import type { Interval } from "../../../contract/choice";
import type { Earlier } from "../../../contract/earlier";
import type { Outcome } from "../../../contract/outcome";
import type { Read } from "../../../contract/question";
import type { Value } from "../../../contract/value";
import { type ChoicePart, makeChoicePart } from "../choice-part";
import { readNoneForm } from "../none";
import { isReason } from "../remarks";
import type { Line } from "./fit-line";
import {
  bytesOf,
  type CountLayer,
  drop,
  larger,
  layerFlops,
  listIntensityCollisions,
  listMoved,
  type MovedEffects,
  per,
  type Span,
  shares,
} from "./intensity-choices";
import { countFlopsAlone, findBytesLines, findFlopsLines, findRidge } from "./lines";
import { listAlternatives } from "./optimum-alternatives";
import { listOptimumCases, type OptimumInput } from "./optimum-cases";
import {
  biasUnseen,
  none,
  type SearchEnd,
  search,
  type TellBatch,
  type TellNone,
  told,
  toldAlike,
} from "./optimum-choices";
import { optimumRules } from "./optimum-rules";
import {
  findCrossings,
  isInside,
  isNoBatch,
  isNone,
  type NoBatch,
  type OptimumAnswer,
  type Window,
} from "./optimum-window";
import { consultFlopsLine, consultTrafficLine, ignoresModel, readFlopsLines } from "./own-counts";
import { readTrafficLines } from "./own-traffic";
import { weights } from "./parameter-reads";
import { samples } from "./traffic-choices";

/** What tells an unfused part from a fused one. */
export interface OptimumPartOptions {
  readonly id: string;
  readonly points: string;
  readonly fused: boolean;
  /** The question whose explanation may carry a reason. */
  readonly question: string;
}

const wholeBatch = { weights: weights[0].effect, samples: samples[0].effect };

interface OptimumEffects extends Pick<MovedEffects, "activations" | "slope" | "output"> {
  readonly share: Span;
  readonly flops: CountLayer;
  readonly bytesOf: boolean;
  readonly per: number;
  readonly told: TellBatch;
  readonly none: TellNone;
  readonly search: SearchEnd;
}

export function makeOptimumPart(options: OptimumPartOptions): ChoicePart<OptimumInput, OptimumAnswer> {
  const { id, points, fused, question } = options;
  const choices = listChoices(fused);
  const find = (input: OptimumInput, effects: OptimumEffects, earlier: Earlier): Window | undefined =>
    effects.none.isReasoned && !isReason(earlier.explanation(question))
      ? undefined
      : findWindow(input, effects, { earlier, fused, choices });
  return makeChoicePart({
    id,
    points,
    export: fused ? "fusedOptimalBatchSize" : "optimalBatchSize",
    cases: (random) => listOptimumCases(random, fused),
    args: ({ model, gpu }: OptimumInput) => [model, gpu],
    consults: ({ model }) => ({ ...consultFlopsLine(model), ...consultTrafficLine(model, fused) }),
    read: readOptimum,
    readNone: readNoBatch,
    guessedBy: ({ gpu }: OptimumInput) => findRidge(gpu),
    isSame: isSameOptimum,
    probe: findProbe,
    probeTolerance: 0.01,
    reference: {
      id: "half-multiplied",
      says: "This is the smallest compute-bound batch, with half of the inputs multiplied by the PReLU.",
    },
    choices,
    collisions: [...listIntensityCollisions(fused), ...toldAlike, ...biasUnseen],
    answer: (input, effects, earlier) => {
      const isSolved = effects.search !== undefined || effects.none.isAnyNumber === true;
      const window = isSolved ? undefined : find(input, effects, earlier);
      return window && simplify(window);
    },
    solve: (input, effects, came, earlier) => {
      const window = find(input, effects, earlier);
      return window && (effects.none.isAnyNumber ? findAny(window, came) : findLimit(window, came, effects));
    },
    isBlind: ({ bytesOf: isOwn, flops, share }, earlier) =>
      isOwn && ignoresModel(earlier, fused, countFlopsAlone(flops, share)),
    rules: [...listAlternatives(question, fused), ...optimumRules],
  });
}

/** A count; null for none, and so are undefined, NaN and infinity, as a search or a quotient gives them. */
export function readOptimum(value: Value): Read<OptimumAnswer> {
  const isNone = value === null || value === undefined || Object.is(value, Number.NaN);
  if (isNone || value === Number.POSITIVE_INFINITY) return { ok: true, answer: null };
  return readCount(value);
}

/** What stands for "never" besides: a word, an error, another value that is no number. */
function readNoBatch(outcome: Outcome): NoBatch | undefined {
  const form = readNoneForm(outcome);
  return form === "nothing" ? null : form;
}

function isSameOptimum(expected: OptimumAnswer, came: OptimumAnswer): boolean {
  if (typeof expected === "object" && expected !== null) return isInside(came, expected);
  if (isNoBatch(expected) || isNoBatch(came) || typeof came === "object") return expected === came;
  return isSameCount(expected, came);
}

/** Windows that are narrow have a number; "none" has none. */
function findProbe(answer: OptimumAnswer): number {
  if (isNoBatch(answer)) return Number.NaN;
  if (typeof answer !== "object") return Number(answer);
  return answer.to < answer.from * 1.01 ? answer.from : Number.NaN;
}

function simplify(window: Window): OptimumAnswer {
  if (window.from !== window.to || window.isReal) return window;
  if (window.from !== Number.POSITIVE_INFINITY) return window.from;
  const { none: told } = window;
  return typeof told === "object" && told !== null ? window : told;
}

/** Any number where there is none: nothing is solved for. */
function findAny(window: Window, came: OptimumAnswer): Interval | undefined {
  return isInside(came, window) ? { least: 0, most: 0 } : undefined;
}

/** Batch sizes at which a search may end that answers so. */
function findLimit(
  window: Window,
  came: OptimumAnswer,
  { search: end }: OptimumEffects,
): Interval | undefined {
  const isNumber = !isNoBatch(came) && typeof came !== "object";
  if (end === "last-batch") {
    // Its last batch is what it tells where there is none.
    if (window.none !== null) return undefined;
    const isFound = isNumber && Number(came) >= window.from && isInside(came, window);
    const last = isFound || !isNumber ? undefined : Number(came);
    if (last !== undefined) return last < window.from ? { least: last, most: last } : undefined;
  } else if (isNumber || isNoBatch(came) ? isNone(came, window.none) : false)
    return { least: 1, most: window.to - 1 };
  return isInside(came, window) && isNumber
    ? { least: Number(came), most: Number.POSITIVE_INFINITY }
    : undefined;
}

/** Of what was moved only what leaves a curve that rises: others have no optimum but the first sample or none. */
function listChoices(fused: boolean) {
  const { activations, slope, output } = listMoved(fused);
  return {
    share: shares,
    flops: layerFlops,
    bytesOf,
    activations: drop(activations, "one-prelu-pass-no-weights", "one-prelu-pass-one-output"),
    slope,
    output,
    per: drop(per, ...larger.map(({ id }) => id)),
    told,
    none,
    search,
  };
}

interface Context {
  readonly choices: ReturnType<typeof listChoices>;
  readonly earlier: Earlier;
  readonly fused: boolean;
}

function findWindow(input: OptimumInput, effects: OptimumEffects, context: Context): Window | undefined {
  const flops = findFlops(input, effects, context);
  const bytes = flops && findBytes(input, effects, context);
  if (flops === undefined || bytes === undefined) return undefined;
  const { least, most, isReal } = effects.told(findCrossings(flops, bytes, input.gpu));
  return {
    from: least,
    to: most,
    none: effects.none.value(input, context.fused),
    ...(isReal ? { isReal } : {}),
  };
}

function findFlops({ model }: OptimumInput, { flops, share }: OptimumEffects, { earlier }: Context) {
  if (flops !== "own") return findFlopsLines(flops(model), model, share);
  return share === shares[0].effect ? readFlopsLines(earlier, model) : undefined;
}

/** Bytes in what the divisor takes for one. */
function findBytes(
  { model }: OptimumInput,
  { bytesOf: isOwn, per: unit, ...effects }: OptimumEffects,
  { earlier, fused, choices: { activations, slope, output } }: Context,
): readonly Line[] | undefined {
  const inUnit = ({ perSample, perBatch }: Line): Line => ({
    perSample: perSample / unit,
    perBatch: perBatch / unit,
  });
  if (!isOwn) return findBytesLines(model, { ...wholeBatch, ...effects })?.map(inUnit);
  const isAsMoved =
    effects.activations === activations[0].effect &&
    effects.slope === slope[0].effect &&
    effects.output === output[0].effect;
  return isAsMoved ? readTrafficLines(earlier, model, fused)?.map(inUnit) : undefined;
}
