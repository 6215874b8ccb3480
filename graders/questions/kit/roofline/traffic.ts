/** Judging the bytes that PReLU + Linear moves, as two kernels or fused into one. */
import type { Collision, Exception, Option } from "../../../contract/choice";
import type { Earlier } from "../../../contract/earlier";
import type { Call } from "../../../contract/value";
import {
  type Amount,
  areAmountsAlike,
  chooseUnit,
  isSameAmount,
  readAmount,
  type TellBytes,
} from "../amount";
import { type ChoicePart, choose, makeChoicePart } from "../choice-part";
import {
  allPerSample,
  bias,
  biasWithWeights,
  type CountReads,
  listSlopeReads,
  perSample,
  type Sizes,
  slopeOnce,
  weights,
} from "./parameter-reads";
import { listTrafficCases, type TrafficInput } from "./traffic-cases";
import {
  type Activations,
  elementSize,
  listActivations,
  output,
  outputOnce,
  outputTwice,
  samples,
} from "./traffic-choices";
import { holdsUnavoidable } from "./unavoidable-traffic";

/** Bytes by what was moved, without the unit that they are told in. */
export interface TrafficEffects {
  readonly activations: Activations;
  readonly output: CountReads;
  readonly weights: CountReads;
  readonly slope: CountReads;
  readonly bias: CountReads;
  readonly samples: (sizes: Sizes) => Sizes;
  readonly elementSize: bigint;
}

/** Takes the student's own unfused bytes for a start. @returns undefined where nothing follows from them */
export type StartFromOwn = (sizes: Sizes, tell: TellBytes, earlier: Earlier) => number | undefined;

export interface TrafficPlan {
  readonly id: string;
  readonly points: string;
  readonly fused: boolean;
  readonly reference: { readonly id: string; readonly says: string };
  /** Bytes that start from earlier ones instead of the definition. */
  readonly own?: readonly Option<StartFromOwn | undefined>[];
  readonly collisions?: readonly Collision[];
  readonly exceptions?: readonly Exception[];
  consults?(input: TrafficInput): Readonly<Record<string, Call>>;
}

/** The choices of what is moved, unfused or fused. */
export function listTrafficChoices(fused: boolean) {
  return {
    activations: listActivations(fused),
    output,
    weights,
    slope: listSlopeReads(fused),
    bias,
    samples,
    elementSize,
  };
}

export function makeTrafficPart({
  own = [],
  fused,
  exceptions = [],
  ...plan
}: TrafficPlan): ChoicePart<TrafficInput, Amount> {
  const choices = {
    start: choose<StartFromOwn | undefined>({ id: "from-the-definition", effect: undefined }, ...own),
    ...listTrafficChoices(fused),
    unit: chooseUnit("Right: a larger unit is as good as bytes."),
  };
  return makeChoicePart({
    ...plan,
    exceptions: [...exceptions, ...biasWithWeights],
    export: fused ? "fusedModelBytes" : "modelBytes",
    cases: listTrafficCases,
    args: ({ batchSize, model }: TrafficInput) => [batchSize, model],
    inputOf: ([batchSize, model]) => ({ batchSize, model }) as TrafficInput,
    isPossible: (trial, finding) => holdsUnavoidable(trial, { fused, finding }),
    read: readAmount,
    isSame: isSameAmount,
    areAlike: areAmountsAlike,
    probe: ({ value }: Amount) => Number(value),
    // Of three decimals in the largest unit, on the case that is asked first.
    probeTolerance: 0.005,
    choices,
    answer: (input, { start, unit, ...effects }, earlier) => {
      const sizes = listSizes(input);
      if (start === undefined) {
        const bytes = countTraffic(sizes, effects);
        return bytes === undefined ? undefined : unit(bytes);
      }
      const isAlone = Object.entries(effects).every(
        ([name, effect]) => effect === choices[name as keyof TrafficEffects][0].effect,
      );
      const value = isAlone ? start(sizes, unit, earlier) : undefined;
      return value === undefined ? undefined : { ...unit(0n), value };
    },
  });
}

export function listSizes({ batchSize, model }: TrafficInput): Sizes {
  return { b: BigInt(batchSize), i: BigInt(model.inFeatures), o: BigInt(model.outFeatures) };
}

/** @returns undefined where these ways of counting cannot be together, or are told as simpler ones */
export function countTraffic(batch: Sizes, effects: TrafficEffects): bigint | undefined {
  if (!areOutputsTold(effects) || !areWeightsTold(effects)) return undefined;
  const sizes = effects.samples(batch);
  const { isWeightless = false, inputs, outputs } = effects.activations;
  const written = effects.output === perSample ? outputs : effects.output;
  const activations = inputs(sizes) + written(sizes) * sizes.o;
  // One sample moves the same whatever is done per sample, and without the input a batch is not told from a bias.
  if (effects.samples !== samples[0].effect && (isPerSample(effects) || inputs(one) === 0n)) return undefined;
  const moved =
    activations +
    (isWeightless ? 0n : effects.weights(sizes) * sizes.i * sizes.o) +
    (effects.weights === allPerSample ? allPerSample : effects.slope)(sizes) +
    effects.bias(sizes) * sizes.o;
  return effects.elementSize * moved;
}

/** An output that is not there or alone cannot be left out, and what a bias takes per sample is as much as one. */
function areOutputsTold({ activations, output: written, bias: reads, ...effects }: TrafficEffects): boolean {
  const isThere = activations.outputs === perSample;
  if (written === perSample) return reads !== perSample || isThere;
  if (!isThere || activations.inputs(one) === 0n || reads === perSample) return false;
  const isWhole = effects.samples === samples[0].effect && effects.weights === weights[0].effect;
  if (written === outputTwice) return isWhole;
  if (written === outputOnce) return isWhole && activations.isWeightless !== true;
  // With a bias, it is the output of a single sample.
  return activations.isRead !== true && reads === bias[0].effect;
}

function areWeightsTold({ activations, weights: reads, slope }: TrafficEffects): boolean {
  const isSettled = activations.isWeightless === true || isNothing(activations);
  if (isSettled && reads !== weights[0].effect) return false;
  const isTold = reads === perSample && slope === perSample;
  return !isTold && (reads !== allPerSample || slope === slopeOnce);
}

const one: Sizes = { b: 1n, i: 1n, o: 1n };

const isNothing = ({ inputs, outputs }: Activations): boolean => inputs(one) + outputs(one) === 0n;

const isPerSample = ({ weights: reads, slope, bias: biasReads }: TrafficEffects): boolean =>
  reads === allPerSample || [reads, slope, biasReads].includes(perSample);
