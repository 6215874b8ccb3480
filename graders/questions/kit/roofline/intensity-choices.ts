/**
 * Choices behind an arithmetic intensity: FLOP and bytes, each counted by the definition, with a slip, or by the
 * student's own functions; the share of inputs that the PReLU multiplies; and what the quotient is in.
 */
import { linearFlops, linearMacs } from "../../../../reference/prelu-linear";
import type { ChoiceTable, Collision, Option, Options } from "../../../contract/choice";
import type { PReLULinear } from "../../../contract/value";
import { choose } from "../choice-part";
import {
  biasMoved,
  type CountReads,
  listSlopeReads,
  type Sizes,
  slopeWithBias,
  weights,
} from "./parameter-reads";
import { type Activations, listActivations, output, samples } from "./traffic-choices";

export interface Span {
  readonly least: number;
  readonly most: number;
}

/** Shares of the inputs that the PReLU multiplies. */
export const shares = choose<Span>(
  { id: "half-of-the-inputs", effect: { least: 0.5, most: 0.5 } },
  {
    id: "none-multiplied",
    effect: { least: 0, most: 0 },
    says: "Right: no FLOP for the PReLU, as for positive inputs.",
  },
  {
    id: "all-multiplied",
    effect: { least: 1, most: 1 },
    says: "Right: every input is multiplied by the PReLU, an upper bound.",
  },
  {
    id: "drawn-data",
    effect: { least: 0, most: 1 },
    says: "Right: your FLOP lie between those of no input multiplied by the PReLU and those of every one.",
  },
);

/** FLOP of the linear layer for one sample; "own": those of the student's own function, PReLU included. */
export type CountLayer = ((model: PReLULinear) => number) | "own";

export const layerFlops = choose<CountLayer>(
  { id: "two-per-mac", effect: (model) => Number(linearFlops(1, model)) },
  {
    id: "exact-additions",
    effect: (model) => Number(linearFlops(1, model, { additions: "exact" })),
    says: "Right: you count n - 1 additions for a sum of n terms.",
  },
  {
    id: "own-flops",
    effect: "own",
    isOwn: true,
    says: "The FLOP are those of your own function.",
  },
  {
    id: "mac-as-one",
    effect: (model) => Number(linearMacs(1, model)),
    credit: "0.5",
    says: "You count a multiply-accumulate as one FLOP.",
    hint: "How many floating-point operations are a multiplication and an addition?",
  },
  {
    id: "bias-in-flops",
    effect: (model) => Number(linearFlops(1, model)) + model.outFeatures,
    credit: "0.5",
    says: "Your FLOP hold the addition of a bias.",
    hint: "Look at the formula of the model: the linear layer has none.",
  },
  {
    id: "two-per-input",
    // Beside the half of the inputs that is multiplied.
    effect: (model) => Number(linearFlops(1, model)) + 1.5 * model.inFeatures,
    credit: "0.5",
    says: "You count two FLOP of the PReLU for every input.",
    hint: "What does the PReLU calculate for a positive input, and is a comparison a floating-point operation here?",
  },
);

/** FLOP by a little more than the reference. */
export const smallFlops = ["bias-in-flops", "two-per-input"];

const smallTerms: ReadonlySet<unknown> = new Set([
  slopeWithBias,
  ...layerFlops.filter(({ id }) => smallFlops.includes(id)).map(({ effect }) => effect),
]);

/**
 * Whether what shows on few cases alone is there alone: beside another slip, or own counts, two words for each ridge tell
 * nothing of it.
 */
export function areSmallTermsAlone(
  effects: Readonly<Record<string, unknown>>,
  choices: ChoiceTable,
): boolean {
  const small = Object.values(effects).filter((effect) => smallTerms.has(effect));
  if (small.length === 0) return true;
  const isCertain = ([name, effect]: readonly [string, unknown]): boolean => {
    const option = choices[name]?.find((one) => one.effect === effect);
    return effect === small[0] || (option?.credit === undefined && option?.isOwn !== true);
  };
  return Object.entries(effects).every(isCertain);
}

/** Whether the bytes are those of the student's own function. */
export const bytesOf = choose<boolean>(
  { id: "bytes-by-definition", effect: false },
  { id: "own-bytes", effect: true, isOwn: true, says: "The bytes are those of your own function." },
);

const perByte = "The intensity is in FLOP per byte: how many bytes does one fp32 number take?";

/** Bytes that the divisor takes for one. */
export const per = choose<number>(
  { id: "per-byte", effect: 1 },
  {
    id: "per-element",
    effect: 4,
    credit: "0.5",
    says: "Your intensity is in FLOP per element.",
    hint: perByte,
  },
  {
    id: "half-precision",
    effect: 2,
    credit: "0.5",
    says: "You counted 2 bytes per number.",
    hint: "The model computes in fp32.",
  },
  {
    id: "double-precision",
    effect: 1 / 2,
    credit: "0.5",
    says: "You counted 8 bytes per number.",
    hint: "The model computes in fp32.",
  },
  {
    id: "per-bit",
    effect: 1 / 8,
    credit: "0.25",
    says: "Your intensity is in FLOP per bit.",
    hint: "The intensity is in FLOP per byte.",
  },
  ...[
    { id: "per-kb", effect: 1e3, unit: "kB" },
    { id: "per-kib", effect: 1024, unit: "KiB" },
    { id: "per-mb", effect: 1e6, unit: "MB" },
    { id: "per-mib", effect: 1024 ** 2, unit: "MiB" },
    { id: "per-gb", effect: 1e9, unit: "GB" },
    { id: "per-gib", effect: 1024 ** 3, unit: "GiB" },
  ].map(({ id, effect, unit }) => ({
    id,
    effect,
    credit: "0.5",
    says: `Your intensity is in FLOP per ${unit}.`,
    hint: "The intensity is in FLOP per byte.",
  })),
);

/** Divisors so much larger than a byte that every other slip disappears beside them, where a ridge is compared. */
export const larger = per.filter(({ effect }) => effect >= 1000);

/** Without options that do not show. */
export function drop<Effect>(
  [reference, ...others]: Options<Effect>,
  ...ids: readonly string[]
): Options<Effect> {
  return [reference, ...others.filter(({ id }) => !ids.includes(id))];
}

/** Changes what is said of an option, its name included. */
function retitle<Effect>(
  options: Options<Effect>,
  id: string,
  change: Partial<Omit<Option, "effect">>,
): Options<Effect> {
  const [reference, ...others] = options;
  return [reference, ...others.map((one) => (one.id === id ? { ...one, ...change } : one))];
}

export const unfusedIntensity = {
  id: "unfused-intensity",
  says: "Your intensity is that of the unfused model.",
  hint: "Does fusing change the FLOP, the bytes, or both? What does that do to the intensity?",
};

/**
 * What was moved, as far as an intensity shows it: a single weight hardly does. Fused, one pass of the tensor
 * between the layers is as much as a slope per element.
 */
export function listMoved(fused: boolean) {
  const activations = retitle(listActivations(fused), "unfused-traffic", unfusedIntensity);
  return {
    // With weights alone the intensity is the batch size, whatever the model: so are numbers typed in.
    activations: drop(activations, "weights-only", "output-alone", ...(fused ? ["intermediate-once"] : [])),
    // Told of a curve: it is flat.
    weights: retitle(drop(weights, "all-weights-per-sample"), "weights-per-sample", { credit: "0.25" }),
    slope: [
      ...drop(listSlopeReads(fused), "without-slope", "slope-per-sample", "slope-per-feature"),
      biasMoved,
    ] as const,
    // Fused, an output that is left out leaves what is read.
    output: fused ? drop(output, "output-left-out") : output,
    samples,
  };
}

/** As the reference counts it. */
export function moveOnce(fused: boolean): MovedEffects {
  const moved = Object.entries(listMoved(fused)).map(([name, [reference]]) => [name, reference.effect]);
  return Object.fromEntries(moved) as unknown as MovedEffects;
}

const halfOfBoth = "half of the FLOP over half of the bytes is what it was";

/** Pairs whose intensity is that of something better. */
export function listIntensityCollisions(fused: boolean): readonly Collision[] {
  return [
    { answered: { flops: "mac-as-one", per: "half-precision" }, because: halfOfBoth },
    { answered: { flops: "mac-as-one", per: "per-element" }, because: halfOfBoth },
    { answered: { flops: "two-per-input", per: "double-precision" }, because: halfOfBoth },
    ...(fused
      ? [{ activations: "reads-only", slope: "bias-moved" }]
      : [
          { activations: "reads-only", slope: "slope-per-element" },
          { activations: "intermediate-once", output: "output-of-one-sample" },
          { slope: "bias-moved", output: "output-left-out" },
          { flops: "bias-in-flops", output: "output-of-one-sample" },
          { activations: "intermediate-once", weights: "weights-omitted" },
          { activations: "intermediate-once", slope: "slope-per-element" },
          { activations: "intermediate-left-out", slope: "slope-per-element" },
          { activations: "one-prelu-pass-no-weights", slope: "slope-per-element" },
        ]
    ).map((answered) => ({ answered, because: "the bytes are those of something better" })),
  ];
}

export interface MovedEffects {
  readonly activations: Activations;
  readonly weights: CountReads;
  readonly slope: CountReads;
  readonly output: CountReads;
  readonly samples: (sizes: Sizes) => Sizes;
}
