/** Task 6: how much memory training with Adam takes up at its peak. */
import { fp32Bytes } from "../../../reference/training-memory";
import type { Collision, Effects, Picks } from "../../contract/choice";
import type { Earlier } from "../../contract/earlier";
import type { Question } from "../../contract/question";
import { type ByteUnit, coarseUnits } from "../kit/byte-units";
import { collectWords, listSlips, makeChoicePart } from "../kit/choice-part";
import { showFields } from "../kit/public/shown";
import {
  type Bytes,
  figures,
  gradients,
  image,
  moments,
  perSample,
  precision,
  samples,
  units,
  weights,
} from "./choices";
import {
  type Estimate,
  type EstimateAnswer,
  type Expected,
  findProbe,
  isSameEstimate,
  type Parts,
  probeTolerance,
  readEstimate,
} from "./estimate";
import { type AdamInput, listCases, notebookModel } from "./inputs";
import { ownCounts } from "./own-bytes";
import { publicChecks } from "./public-checks";
import { type Held, total } from "./totals";

const choices = { weights, gradients, moments, samples, precision, perSample, total, image, figures, units };

type AdamEffects = Effects<typeof choices>;

const slipNames = ["weights", "gradients", "moments", "samples", "precision", "perSample"] as const;
/** What costs credit. Own bytes for a parameter cost none, and say nothing of what the parts are. */
const slips = new Map(slipNames.map((name) => [name, listSlips(choices[name])]));
const [summed, , , overheads, otherTotal] = total.map(({ effect }) => effect);

/** A total by itself is told by what is wrong with it; a right one does not tell what its parts should be. */
function canBeTogether(effects: AdamEffects): boolean {
  if (isPointless(effects)) return false;
  const isSlipped = slipNames.some((name) => slips.get(name)?.has(effects[name]));
  switch (effects.figures) {
    case "all":
      return true;
    case "total-alone":
      return isSlipped && effects.total === summed;
    case "right-total":
      return (
        !isSlipped &&
        effects.total !== overheads &&
        effects.total !== otherTotal &&
        effects.image !== "with-activations"
      );
  }
}

/** What is not there cannot be booked; neither gradients nor moments is one slip, and with no weights nothing is left. */
function isPointless({
  weights: copy,
  gradients: gradient,
  moments: both,
  samples: kept,
  image: booked,
}: AdamEffects) {
  const isWithoutActivations = kept(1n) === 0n && gradient.hasActivations === true && booked === "apart";
  const isNeither = both.isWithoutGradients === true && (copy === 0n || gradient !== gradients[0].effect);
  return (
    isWithoutActivations ||
    isNeither ||
    (gradient.copies === 0n && both.copies === 0n && !both.isWithoutGradients)
  );
}

/** The input batch is as large as the samples whose activations are kept, or as the batch. */
function listHeld(input: AdamInput, effects: AdamEffects, earlier: Earlier): readonly Held[] {
  const bytes = effects.precision(earlier);
  if (bytes === undefined) return [];
  const batch = BigInt(input.batchSize);
  const counts = new Set([effects.samples(batch), batch].filter((count) => count > 0n));
  const images = effects.image === "apart" ? [0n] : [...counts];
  const isBoth = effects.gradients.hasActivations === true && effects.image === "with-activations";
  return images.flatMap((one) => {
    const held = hold(input, effects, bytes, one);
    const ofImages = (one * BigInt(input.model.inputBytesPerSample) * bytes.activations) / fp32Bytes;
    return isBoth ? [held, { ...held, gradients: held.gradients - ofImages }] : [held];
  });
}

function hold({ model, batchSize }: AdamInput, effects: AdamEffects, bytes: Bytes, imageCount: bigint): Held {
  const numbers = BigInt(model.params) * (effects.perSample ? BigInt(batchSize) : 1n);
  const kept = effects.samples(BigInt(batchSize));
  const activations = (kept * BigInt(model.activationBytesPerSample) * bytes.activations) / fp32Bytes;
  const images = (imageCount * BigInt(model.inputBytesPerSample) * bytes.activations) / fp32Bytes;
  const copy = bytes.weights * numbers;
  const booked = activations + (effects.image === "with-activations" ? images : 0n);
  const isWithGradients = effects.moments.isWithoutGradients !== true;
  return {
    weights: effects.weights * copy,
    gradients:
      (isWithGradients ? effects.gradients.copies * copy : 0n) +
      (effects.gradients.hasActivations ? booked : 0n),
    moments: effects.moments.copies * bytes.moments * numbers,
    activations: booked,
    copy,
    image: effects.image === "in-total" ? images : 0n,
  };
}

function answer(input: AdamInput, effects: AdamEffects, earlier: Earlier): EstimateAnswer | undefined {
  const held = canBeTogether(effects) ? listHeld(input, effects, earlier) : [];
  const [first] = held;
  if (first === undefined) return undefined;
  return {
    told: tell({ ...pickParts(first, effects), total: effects.total.pick(first) }, effects.units),
    expect: () => held.map((one) => expect(one, effects)),
    isWithoutProbe: effects.figures === "right-total" || effects.units === coarseUnits,
  };
}

function expect(held: Held, effects: AdamEffects): Expected {
  return {
    ...(effects.figures === "right-total" ? {} : { parts: pickParts(held, effects) }),
    totals: () => effects.total.list(held),
    ...(effects.units === undefined ? {} : { units: effects.units }),
    ...(effects.figures === "all"
      ? { ofTold: (parts) => effects.total.list({ ...held, ...parts, copy: tellCopy(held, parts) }) }
      : {}),
  };
}

/** A step's temporaries are as large as the weights that are told. */
const tellCopy = ({ weights: counted, copy }: Held, told: Parts<bigint>): bigint =>
  counted === copy ? told.weights : copy;

const noParts: Parts<bigint> = { weights: 0n, gradients: 0n, moments: 0n, activations: 0n };

function pickParts(held: Held, { figures: told }: AdamEffects): Parts<bigint> {
  if (told !== "all") return noParts;
  const { weights: copy, gradients: gradient, moments: both, activations } = held;
  return { weights: copy, gradients: gradient, moments: both, activations };
}

/** In bytes, or in one of the units: the largest. */
function tell(estimate: Estimate, told: readonly ByteUnit[] | undefined): Estimate {
  const unit = told?.at(-1);
  if (unit === undefined) return estimate;
  const scale = 10 ** unit.minDecimals;
  const figures = Object.entries(estimate).map(([name, bytes]) => [
    name,
    Math.round((Number(bytes) / unit.bytes) * scale) / scale,
  ]);
  return Object.fromEntries(figures) as unknown as Estimate;
}

const oneCopyShort: readonly Picks[] = [
  { weights: "weights-forgotten" },
  { gradients: "gradients-forgotten" },
  { moments: "one-moment" },
];

const rightTotals: readonly Collision[] = [
  ...oneCopyShort.map((slip) => ({ ...slip, total: "step-temporaries" })),
  ...oneCopyShort.map((slip) => ({ ...slip, precision: "double-precision" })),
  { moments: "moments-forgotten", precision: "double-precision" },
].map((answered) => ({
  answered,
  because: "a copy is missing and another too many: the total is a right one",
}));

const sameSizes: readonly Collision[] = [
  { samples: "activations-doubled", precision: "half-precision" },
  { samples: "activations-doubled", precision: "double-precision" },
  { samples: "eight-for-each-sample", precision: "elements-throughout" },
  { moments: "one-moment", precision: "half-precision-but-moments" },
  { moments: "gradients-and-moments-forgotten", figures: "total-by-itself" },
].map((answered) => ({ answered, because: "the bytes are those of a single slip" }));

const estimateFields = ["weights", "gradients", "moments", "activations", "total"];

const part = makeChoicePart({
  id: "adam-peak",
  points: "1",
  export: "adamMemory",
  cases: listCases,
  args: ({ model, batchSize }: AdamInput) => [model, batchSize],
  inputOf: ([model, batchSize]) => ({ model, batchSize }) as AdamInput,
  consults: () => ownCounts,
  read: readEstimate,
  isSame: isSameEstimate,
  probe: findProbe,
  probeTolerance,
  reference: {
    id: "four-copies-and-activations",
    says: "Weights, gradients, two moments and the activations of the batch: right.",
  },
  choices,
  answer,
  collisions: [...rightTotals, ...sameSizes],
});

/** Of the notebook's model, at its batch size for training and at that of its forward profile. */
const showEstimate = (batchSize: number) =>
  showFields({ export: "adamMemory", args: [notebookModel, batchSize] }, estimateFields);

export const question: Question = {
  id: "adam-peak",
  points: "1",
  parts: [part],
  buildsOn: ["parameters"],
  feedback: {
    title: "Memory of training with Adam",
    asked: "Estimate the most memory that training with Adam takes up, and what it is made of.",
    expected: "an object { weights, gradients, moments, activations, total } of five numbers of bytes",
    fields: estimateFields,
    unexplained:
      "The estimate does not follow from parameters and activations. What does training hold for each parameter, what for each sample, and how many bytes is each number?",
    readings: collectWords([part]),
  },
  publicChecks,
  shows: { trainingOfOne: showEstimate(1), trainingOfEight: showEstimate(8) },
};
