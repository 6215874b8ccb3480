/** What part of a recording's peak the activations may be taken for. */
import { type Count, isSameCount, readCountField } from "../../contract/answers";
import type { Reading, Trial } from "../../contract/question";
import { remember } from "../../contract/remember";
import { findByteUnit } from "../kit/byte-units";
import {
  convAndLinearLayers,
  type Events,
  findLargest,
  type LayerPatterns,
  leafLayers,
  measure,
  onlyPass,
  parameterisedLayers,
  sumAllocations,
  sumLayerAllocations,
  sumLayerOutputs,
} from "./measures";

type ActivationReading = Reading<Events, Count>;
type ActivationTrial = Trial<Events, Count>;

/** The name under which a case consults the same answer's `peakBytes`. */
export const ownAnswer = "own";

/** The batch the notebook profiles. */
const notebookBatch = 8n;

function misconception(id: string, credit: string, answer: (events: Events) => Count): ActivationReading {
  return { id, kind: "misconception", credit, answer: remember(answer) };
}

function convention(id: string, answer: (events: Events) => Count): ActivationReading {
  return { id, kind: "convention", credit: "1", answer };
}

const layerSums = [sumLayerOutputs, sumLayerAllocations];

/** Sums over layers by name, of their outputs or of all that their operators allocate, once or doubled. */
function layerMisconception(
  id: string,
  credit: string,
  layers: LayerPatterns,
  times: bigint,
): ActivationReading {
  const sums = layerSums.map((sum) => remember((events: Events) => times * sum(events, layers)));
  return {
    id,
    kind: "misconception",
    credit,
    accepts: (trials) =>
      sums.some((sum) => trials.every(({ input, answer }) => isSameCount(sum(input), answer))),
  };
}

/**
 * The student's own peak, if it can be one: no less than parameters and input, no more than two runs allocate, where
 * an earlier one's activations were still there.
 */
function readOwnPeak({ input, earlier }: ActivationTrial): number | undefined {
  const read = readCountField(earlier.answer(ownAnswer), "peakBytes");
  if (!read.ok) return undefined;
  const { atPeak } = measure(input);
  const isPossible =
    Number(read.answer) >= Number(atPeak.parameter + atPeak.input) &&
    Number(read.answer) <= 2 * Number(sumAllocations(input));
  return isPossible ? Number(read.answer) : undefined;
}

function followsOwnPeak(trials: readonly ActivationTrial[], rest: (events: Events) => bigint): boolean {
  return trials.every((trial) => {
    const peak = readOwnPeak(trial);
    return peak !== undefined && isSameCount(peak - Number(rest(trial.input)), trial.answer);
  });
}

const parametersAndInput = (events: Events): bigint => {
  const { atPeak } = measure(events);
  return atPeak.parameter + atPeak.input;
};

const parametersOnly = (events: Events): bigint => measure(events).atPeak.parameter;

/** Every answer is the same share of the pass at its peak. */
function isShare(trials: readonly ActivationTrial[], divisorOf: (events: Events) => bigint): boolean {
  return trials.every(
    ({ input, answer }) => Number(measure(input).passAtPeak) / Number(divisorOf(input)) === Number(answer),
  );
}

/** What the activations may be taken for, each worth the point. */
const acceptedFigures: readonly ((events: Events) => bigint)[] = [
  (events) => measure(events).passAtPeak,
  (events) => measure(events).peak - parametersOnly(events),
  (events) => measure(events).atPeak.activation,
  (events) => measure(events).passAtEnd,
];

export const activationReadings: readonly ActivationReading[] = [
  {
    id: "all-but-parameters-and-input",
    kind: "reference",
    credit: "1",
    answer: (events) => measure(events).passAtPeak,
  },
  // The stem keeps the image for its backward pass, so it may be called an activation, too.
  convention("input-included", (events) => measure(events).peak - parametersOnly(events)),
  convention("activation-category-at-peak", (events) => measure(events).atPeak.activation),
  convention("kept-at-end", (events) => measure(events).passAtEnd),
  {
    id: "larger-unit",
    kind: "convention",
    credit: "1",
    accepts: (trials) =>
      acceptedFigures.some(
        (figure) =>
          findByteUnit(trials.map(({ input, answer }) => ({ exact: figure(input), came: answer }))) !==
          undefined,
      ),
  },
  {
    id: "rest-of-own-peak",
    kind: "carried",
    credit: "1",
    accepts: (trials) => followsOwnPeak(trials, parametersAndInput) || followsOwnPeak(trials, parametersOnly),
  },
  layerMisconception("leaf-outputs", "0.75", leafLayers, 1n),
  {
    id: "peak-as-activations",
    kind: "misconception",
    credit: "0.5",
    accepts: (trials) =>
      trials.every(({ input, answer }) => isSameCount(measure(input).peak, answer)) ||
      followsOwnPeak(trials, () => 0n),
  },
  misconception("parameters-included", "0.5", (events) => {
    const { peak, atPeak } = measure(events);
    return peak - atPeak.input;
  }),
  misconception("end-of-pass", "0.5", (events) => measure(events).end),
  misconception("elements", "0.5", (events) => Number(measure(events).passAtPeak) / 4),
  {
    id: "one-sample",
    kind: "misconception",
    credit: "0.5",
    accepts: (trials) =>
      isShare(trials, (events) => measure(events).batchSize) || isShare(trials, () => notebookBatch),
  },
  layerMisconception("conv-and-linear-outputs", "0.5", convAndLinearLayers, 1n),
  layerMisconception("leaf-outputs-doubled", "0.5", leafLayers, 2n),
  layerMisconception("parameterised-outputs-doubled", "0.5", parameterisedLayers, 2n),
  misconception("frees-ignored", "0.5", (events) => sumAllocations(onlyPass(events))),
  misconception("temporaries-alone", "0.25", (events) => measure(events).atPeak.temporary),
  misconception("largest-tensor", "0", (events) => findLargest(onlyPass(events))),
];
