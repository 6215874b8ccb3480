/** The count of parameters by the choices that were made, and its roundings. */
import { listParameterTensors } from "../../../reference/convnextv2/parameters";
import { isClose } from "../../contract/answers";
import type { Collision, Effects, Picks } from "../../contract/choice";
import { remember } from "../../contract/remember";
import type { ConvNeXtV2 } from "../../contract/value";
import { type Change, tensors } from "./choices";

export type CountEffects = Effects<typeof tensors>;

const asItIs = Object.fromEntries(
  Object.entries(tensors).map(([name, [first]]) => [name, first.effect]),
) as CountEffects;

/** All of them. */
export const countTrue = remember((arch: ConvNeXtV2): bigint => count(arch, asItIs));

/** @returns undefined where some change is none beside the others */
export const countParameters = (arch: ConvNeXtV2, effects: CountEffects): bigint | undefined =>
  isEachSeen(effects) ? countOnce(arch, effects) : undefined;

function countOnce(arch: ConvNeXtV2, effects: CountEffects): bigint {
  const [counts, key] = [getCounts(arch), nameEffects(effects)];
  const known = counts.get(key) ?? count(arch, effects);
  counts.set(key, known);
  return known;
}

/** Many vectors differ in what is done to the count afterwards alone. */
const getCounts = remember((_: ConvNeXtV2) => new Map<string, bigint>());

const places = new Map(
  Object.values(tensors).flatMap((options) =>
    options.map(({ effect }, at): [Change, number] => [effect, at]),
  ),
);

const names = Object.keys(tensors) as readonly (keyof CountEffects)[];

const nameEffects = (effects: CountEffects): string => names.map((name) => places.get(effects[name])).join();

/** No two sizes are equal, nor those that people take for granted. */
const uneven: ConvNeXtV2 = { depths: [2, 3, 5, 4], dims: [10, 22, 36, 58], inChannels: 5, numClasses: 17 };

function isEachSeen(effects: CountEffects): boolean {
  const changed = names.filter((name) => effects[name] !== asItIs[name]);
  if (changed.length < 2) return true;
  const together = countOnce(uneven, effects);
  return changed.every((name) => countOnce(uneven, { ...effects, [name]: asItIs[name] }) !== together);
}

const listV2 = remember((arch: ConvNeXtV2) => listParameterTensors(arch));
const listV1 = remember((arch: ConvNeXtV2) => listParameterTensors(arch, { scaling: "layer-scale" }));

function count(arch: ConvNeXtV2, effects: CountEffects): bigint {
  const changes: readonly Change[] = Object.values(effects);
  const counted = changes.reduce((taken, { takesFor }) => takesFor?.(taken) ?? taken, arch);
  const list = changes.some(({ isV1 }) => isV1) ? listV1 : listV2;
  const kept = list(counted).filter((tensor) => !changes.some(({ leavesOut }) => leavesOut?.(tensor)));
  const added = changes.reduce((sum, { adds }) => sum + (adds?.(counted) ?? 0n), 0n);
  return kept.reduce((sum, tensor) => sum + tensor.count, added);
}

/** A count is told as it is, or in thousands, millions or billions. */
export const countUnits = [1, 1e3, 1e6, 1e9] as const;

type ToWhole = (value: number) => number;

/** A count that is rounded, and as what it was told. */
export interface RoundedCount {
  readonly exact: number;
  readonly told: number;
}

const ways: readonly ToWhole[] = [Math.round, Math.floor, Math.ceil];

/**
 * To the nearest, cut off, or rounded up: one of them throughout. Who picks the neighbour anew for each count hides
 * whole layers behind a million.
 */
export const areRoundedAlike = (all: readonly RoundedCount[]): boolean =>
  ways.some((way) => all.every((one) => isRoundedBy(way, one)));

export const isRounded = (one: RoundedCount): boolean => areRoundedAlike([one]);

const [fewestDigits, mostDigits] = [3, 6];

/** "197.96M", "198M", or a few significant digits, in whatever unit; 197.96 * 1e6 is no whole number. */
function isRoundedBy(toWhole: ToWhole, { exact, told }: RoundedCount): boolean {
  const magnitude = 10 ** Math.floor(Math.log10(exact));
  const digits = Array.from({ length: mostDigits - fewestDigits + 1 }, (_, more) => fewestDigits + more);
  const steps = [1e3, 1e4, 1e5, 1e6, ...digits.map((count) => (10 * magnitude) / 10 ** count)];
  return steps.some((step) => {
    const rounded = toWhole(roundOff(exact / step)) * step;
    return countUnits.some((unit) => isClose(rounded / unit, told, 1e-12));
  });
}

/** What is whole but for the last digit of a double is not rounded up from there. */
const roundOff = (value: number): number =>
  isClose(Math.round(value), value, 1e-14) ? Math.round(value) : value;

const pairs: readonly Picks[] = [
  { grn: "v1-count", biases: "depthwise-biases-forgotten" },
  { grn: "narrow-grn", biases: "depthwise-biases-forgotten" },
  { grn: "narrow-grn", norms: "block-norms-forgotten" },
  { grn: "half-of-grn-forgotten", norms: "block-norms-forgotten" },
  { norms: "some-norms-forgotten", head: "classifier-forgotten" },
  { grn: "grn-forgotten", norms: "norms-forgotten" },
  { biases: "biases-forgotten", layers: "conv-and-linear-only" },
  { biases: "all-biases-forgotten", layers: "conv-and-linear-only" },
];

export const sameCounts: readonly Collision[] = pairs.map((answered) => ({
  answered,
  because: "together they leave out what one slip does, whatever the model",
}));
