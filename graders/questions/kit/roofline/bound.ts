/**
 * Judging "memory or compute bound", unfused or fused: intensity against ridge, by any accepted way of counting or by
 * the student's own counts. Where the accepted counts lie on both sides of the ridge, any answer is right.
 */

import { readReal } from "../../../contract/answers";
import type { Collision, Effects, Picks } from "../../../contract/choice";
import type { Earlier } from "../../../contract/earlier";
import { nothingEarlier } from "../../../contract/nothing-earlier";
import { type ChoicePart, makeChoicePart } from "../choice-part";
import { type Bound, type BoundAnswer, findProbe, form, isSameBound, readBound } from "./bound-answer";
import { listBoundCases } from "./bound-cases";
import { compare, comparison, samplesCompared } from "./bound-choices";
import type { BoundInput } from "./bound-input";
import {
  areSmallTermsAlone,
  bytesOf,
  drop,
  larger,
  layerFlops,
  listIntensityCollisions,
  listMoved,
  per,
  type Span,
  smallFlops,
} from "./intensity-choices";
import { countFlopsAlone, divide, findBytesLines, findFlopsLines, findRidge, pickSpan } from "./lines";
import { dependsOnModel } from "./own-calls";
import { consultFlops, consultTraffic, ignoresModel } from "./own-counts";
import { readTraffic } from "./own-traffic";
import { biasMoved } from "./parameter-reads";
import { samples as samplesMoved } from "./traffic-choices";

/** The values are given, but an upper bound or an expectation for the PReLU changes little. */
const anyShare: Span = { least: 0, most: 1 };

const macAsOne = layerFlops.find(({ credit }) => credit !== undefined)?.effect;

function listChoices(fused: boolean) {
  const { activations, weights, slope, output } = listMoved(fused);
  return {
    bytesOf,
    activations,
    // Read for every sample, the intensity is that of a single one.
    weights: drop(weights, "weights-per-sample"),
    // A bias in the bytes decides nowhere.
    slope: drop(slope, biasMoved.id),
    output,
    samples: samplesCompared,
    per: drop(per, ...larger.map(({ id }) => id)),
    // Half of the FLOP are told before twice the bytes, which they look like.
    flops: fused ? drop(layerFlops, ...smallFlops) : layerFlops,
    comparison,
    form,
  };
}

type BoundChoices = ReturnType<typeof listChoices>;
type BoundEffects = Effects<BoundChoices>;

export function makeBoundPart(
  id: string,
  points: string,
  fused: boolean,
): ChoicePart<BoundInput, BoundAnswer> {
  const choices = listChoices(fused);
  return makeChoicePart({
    id,
    points,
    export: fused ? "fusedBoundBy" : "boundBy",
    cases: (random) => listBoundCases(random, fused),
    args: ({ x, model, gpu }: BoundInput) => [x, model, gpu],
    consults: ({ x, model, standsAlone }) =>
      standsAlone
        ? {}
        : {
            modelFlops: { export: "modelFlops", args: [x, model] },
            ...consultFlops([], model),
            ...consultTraffic([batchOf(x)], model, fused),
          },
    isFree: (input) => isEitherRight(input, choices, fused),
    guessedBy: ({ gpu }: BoundInput) => findRidge(gpu),
    read: readBound,
    isSame: isSameBound,
    probe: findProbe,
    reference: {
      id: "intensity-against-ridge",
      says: "You compare the arithmetic intensity with the ridge point of the GPU.",
    },
    choices,
    answer: (input, effects, earlier) => {
      if (!areSmallTermsAlone({ ...effects }, choices) || !canBeTogether(effects, choices)) return undefined;
      const bound = isUntold(input, effects) ? "either" : findBound(input, effects, { earlier, fused });
      return bound && { bound, form: effects.form };
    },
    isBlind: ({ bytesOf: isOwn, flops }, earlier) =>
      isOwn && ignoresModel(earlier, fused, countFlopsAlone(flops, anyShare)),
    collisions: [...listIntensityCollisions(fused), ...listBoundCollisions(choices)],
  });
}

/** Own counts are what they are; what earns nothing, or leaves nothing else to see, is told by itself. */
function canBeTogether({ comparison: compared, ...effects }: BoundEffects, choices: BoundChoices): boolean {
  const { flops, bytesOf: isOwn, form: _, ...counted } = effects;
  const isAsCounted = Object.entries(counted).every(
    ([name, effect]) => effect === choices[name as keyof typeof counted][0].effect,
  );
  if (isOwn || compared.isUnmixed) return isAsCounted && !(compared.isUnmixed && flops === macAsOne);
  const { samples, per: unit, activations, weights, output } = counted;
  const isWhole = samples === samplesCompared[0].effect;
  // Of one sample it is once as well.
  if (!isWhole && output !== choices.output[0].effect) return false;
  const isFlat = activations.isWeightless === true || weights !== choices.weights[0].effect;
  const isByGpu = compared === comparison[0].effect;
  if (flops === "own" && (isFlat || !isWhole || !isByGpu)) return isAsCounted;
  // Without weights, one sample has the intensity of many; without the GPU, all are below 1 FLOP per byte, or above.
  return isByGpu ? isWhole || !isFlat : isWhole && unit === 1;
}

interface Context {
  readonly earlier: Earlier;
  readonly fused: boolean;
}

/** What follows from own counts here: those were not asked for. */
const isUntold = ({ standsAlone }: BoundInput, { bytesOf: isOwn, flops }: BoundEffects): boolean =>
  standsAlone === true && (isOwn || flops === "own");

function findBound(input: BoundInput, effects: BoundEffects, context: Context): Bound | undefined {
  const intensity = findIntensity(input, effects, context);
  return intensity && effects.comparison.compare(intensity, findRidge(input.gpu));
}

/** FLOP over bytes, in what the divisor takes for a byte; `undefined` where own counts are not usable. */
function findIntensity(input: BoundInput, effects: BoundEffects, context: Context): Span | undefined {
  const flops = findFlops(input, effects, context);
  const bytes = flops && findBytes(input, effects, context);
  if (flops === undefined || bytes === undefined) return undefined;
  const { least, most } = divide(flops, bytes);
  const { rounded = 0 } = input;
  return { least: least * effects.per * (1 - rounded), most: most * effects.per * (1 + rounded) };
}

function findFlops(
  { x, model }: BoundInput,
  { flops, samples: { isOneOfFlops } }: BoundEffects,
  { earlier }: Context,
): Span | undefined {
  if (flops !== "own")
    return pickSpan(findFlopsLines(flops(model), model, anyShare), isOneOfFlops ? 1 : batchOf(x));
  const own = dependsOnModel(earlier, "modelFlops") ? readReal(earlier.answer("modelFlops")) : undefined;
  return own?.ok && own.answer > 0 ? { least: own.answer, most: own.answer } : undefined;
}

function findBytes(
  { x, model }: BoundInput,
  { bytesOf: isOwn, samples: { isOneOfBytes }, ...effects }: BoundEffects,
  { earlier, fused }: Context,
): Span | undefined {
  if (isOwn) {
    const own = readTraffic(earlier, batchOf(x), model, fused);
    return own === undefined ? undefined : { least: own, most: own };
  }
  const lines = findBytesLines(model, { ...effects, samples: samplesMoved[0].effect });
  return lines && pickSpan(lines, isOneOfBytes ? 1 : batchOf(x));
}

/** Whether accepted ways of counting disagree: where a drawn ridge lies on the intensity. */
function isEitherRight(input: BoundInput, choices: BoundChoices, fused: boolean): boolean {
  const effects = Object.fromEntries(Object.entries(choices).map(([name, [first]]) => [name, first.effect]));
  const intensity = findIntensity(input, effects as BoundEffects, { earlier: nothingEarlier, fused });
  return intensity !== undefined && compare(intensity, findRidge(input.gpu)) === "either";
}

/** Two words for each ridge tell counts apart by what is worth more than a step of it; without the GPU, by little. */
const toldRoughly: readonly Picks[] = [
  { slope: "slope-per-element", samples: "single-sample" },
  { slope: "slope-per-element", samples: "batch-ignored" },
  { slope: "slope-per-element", per: "per-element" },
  { activations: "intermediate-left-out", per: "half-precision" },
  { activations: "reads-only", samples: "single-sample" },
  { activations: "reads-only", samples: "batch-ignored" },
  { activations: "reads-only", weights: "weights-omitted" },
  { output: "output-left-out", weights: "weights-omitted" },
  { output: "output-left-out", activations: "one-prelu-pass-no-weights" },
  { activations: "intermediate-once", samples: "batch-ignored" },
  { activations: "intermediate-once", samples: "batch-ignored-in-flops" },
  { activations: "one-prelu-pass-one-output", per: "double-precision" },
  { activations: "one-prelu-pass-one-output", flops: "mac-as-one" },
  { activations: "unfused-intensity", weights: "weights-omitted" },
  { samples: "batch-ignored-in-flops", per: "per-bit" },
];

function listBoundCollisions({
  flops,
  activations,
  weights,
  slope,
  output,
}: BoundChoices): readonly Collision[] {
  const withoutGpu = Object.entries({ flops, activations, weights, slope, output }).flatMap(
    ([choice, [, ...others]]) => others.map(({ id }): Picks => ({ comparison: "gpu-ignored", [choice]: id })),
  );
  return [...toldRoughly, ...withoutGpu].map((answered) => ({
    answered,
    because: "two words for each ridge tell counts apart only by the steps between ridges",
  }));
}

function batchOf(x: BoundInput["x"]): number {
  return x.shape[0] ?? 0;
}
