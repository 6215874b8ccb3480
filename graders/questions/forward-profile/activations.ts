/** Choice: what part of a recording's peak the activations are taken for. */
import { readCountField } from "../../contract/answers";
import type { Option } from "../../contract/choice";
import type { Earlier } from "../../contract/earlier";
import { remember } from "../../contract/remember";
import { choose } from "../kit/choice-part";
import { isWorthlessPeak } from "../kit/own-peak";
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

/** Bytes of the activations; `bytesPerUnit` are those of the unit that the student tells amounts in. */
export type CountActivations = (events: Events, earlier: Earlier, bytesPerUnit: number) => number | undefined;

/** The name under which a case consults the same answer's `peakBytes`. */
export const ownAnswer = "own";

const count = (figure: (events: Events) => bigint): CountActivations => {
  const known = remember(figure);
  return (events) => Number(known(events));
};

const withoutParameters = (events: Events): bigint => measure(events).peak - measure(events).atPeak.parameter;

const allocated = remember(sumAllocations);

/**
 * The student's own peak, if it can be one: no less than parameters and input, no more than two runs allocate, where
 * an earlier one's activations were still there. In a larger unit it may be rounded, to one decimal at worst.
 */
function readOwnPeak(events: Events, earlier: Earlier, bytesPerUnit: number): number | undefined {
  const read = readCountField(earlier.answer(ownAnswer), "peakBytes");
  if (!read.ok || isWorthlessPeak(earlier.reading("forward-profile", "peak"))) return undefined;
  const own = Number(read.answer) * bytesPerUnit;
  const { parameter, input } = measure(events).atPeak;
  const step = bytesPerUnit === 1 ? 0 : bytesPerUnit / 10;
  return own >= Number(parameter + input) - step && own <= 2 * Number(allocated(events)) + step
    ? own
    : undefined;
}

const ownWithout =
  (rest: (events: Events) => bigint): CountActivations =>
  (events, earlier, bytesPerUnit) => {
    const own = readOwnPeak(events, earlier, bytesPerUnit);
    return own === undefined ? undefined : own - Number(rest(events));
  };

const restOfOwn = {
  isOwn: true as const,
  says: "Your own peak without parameters and input: this step is right.",
};

const whatIsLeft =
  "At the peak, everything in use is parameters, input, or something the pass itself has made. Which of these do you know?";
const wholePeak = { credit: "0.5", says: "You return the whole peak as activations.", hint: whatIsLeft };

/** Sums over layers by name, of their outputs or of all that their operators allocate, once or doubled. */
function sumLayers(
  { id, ...option }: Omit<Option, "effect">,
  layers: LayerPatterns,
  times: bigint,
): readonly Option<CountActivations>[] {
  return [
    { id, ...option, effect: count((events) => times * sumLayerOutputs(events, layers)) },
    {
      id: `${id}-allocated`,
      ...option,
      effect: count((events) => times * sumLayerAllocations(events, layers)),
    },
  ];
}

export const counted = choose<CountActivations>(
  { id: "without-parameters-and-input", effect: count((events) => measure(events).passAtPeak) },
  {
    // The stem keeps the image for its backward pass.
    id: "input-included",
    effect: count(withoutParameters),
    says: "The peak without the parameters: you count the input batch as an activation, which it is to the first layer.",
  },
  {
    id: "activation-category-at-peak",
    effect: count((events) => measure(events).atPeak.activation),
    says: "The tensors booked as activations that are alive at the peak: you leave temporaries out, which is a fair reading.",
  },
  {
    id: "kept-at-end",
    effect: count((events) => measure(events).passAtEnd),
    says: "What the pass has left in memory at its end: the activations kept for backward.",
  },
  {
    id: "rest-of-own-peak",
    effect: ownWithout((events) => measure(events).atPeak.parameter + measure(events).atPeak.input),
    ...restOfOwn,
  },
  {
    id: "rest-of-own-peak-with-input",
    effect: ownWithout((events) => measure(events).atPeak.parameter),
    ...restOfOwn,
  },
  ...sumLayers(
    {
      id: "leaf-outputs",
      credit: "0.75",
      says: "You add up the outputs of all layers.",
      hint: "Not all of them live at once, and inside a layer there is more than its output. What does the peak tell?",
    },
    leafLayers,
    1n,
  ),
  { id: "peak-as-activations", effect: count((events) => measure(events).peak), ...wholePeak },
  { id: "own-peak-as-activations", effect: ownWithout(() => 0n), isOwn: true, ...wholePeak },
  {
    id: "parameters-included",
    effect: count((events) => measure(events).peak - measure(events).atPeak.input),
    credit: "0.5",
    says: "Your activations hold the parameters, too.",
    hint: whatIsLeft,
  },
  {
    id: "end-of-pass",
    effect: count((events) => measure(events).end),
    credit: "0.5",
    says: "You return all that is in use at the end, parameters and input included.",
    hint: whatIsLeft,
  },
  ...sumLayers(
    {
      id: "conv-and-linear-outputs",
      credit: "0.5",
      says: "You add up the outputs of convolutions and linear layers only, as some counting tools do.",
      hint: "What else does the pass hold at its peak?",
      source:
        "What fvcore and timm call activations, generic_activation_jit: https://github.com/facebookresearch/fvcore/blob/main/fvcore/nn/jit_handles.py",
    },
    convAndLinearLayers,
    1n,
  ),
  ...sumLayers(
    {
      id: "leaf-outputs-doubled",
      credit: "0.5",
      says: "You add up the outputs of all layers and double them.",
      hint: "This is a forward pass: there are no gradients of activations yet.",
      source:
        "pytorch-summary, forward/backward pass size: https://github.com/sksq96/pytorch-summary/issues/51",
    },
    leafLayers,
    2n,
  ),
  ...sumLayers(
    {
      id: "parameterised-outputs-doubled",
      credit: "0.5",
      says: "You add up the outputs of layers with parameters and double them, as torchinfo does.",
      hint: "This is a forward pass: no gradients yet, but there are layers without parameters.",
      source: "torchinfo, forward/backward pass size: https://github.com/TylerYep/torchinfo/issues/144",
    },
    parameterisedLayers,
    2n,
  ),
  {
    id: "frees-ignored",
    effect: count((events) => sumAllocations(onlyPass(events))),
    credit: "0.5",
    says: "You add up all that the pass allocates and never take off what is freed.",
    hint: "How much of it is alive at the peak?",
  },
  {
    id: "temporaries-alone",
    effect: count((events) => measure(events).atPeak.temporary),
    credit: "0.25",
    says: "You return the temporaries at the peak.",
    hint: "What else has the pass made that is still alive?",
  },
  {
    id: "largest-tensor",
    effect: count((events) => findLargest(onlyPass(events))),
    credit: "0",
    says: "You return the largest tensor of the pass.",
    hint: whatIsLeft,
  },
);
