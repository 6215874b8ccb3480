/** From a count of parameters to bytes: four each, of the true count or of the student's own. */

import { convNeXtV2Variants } from "../../../reference/convnextv2/architecture";
import { fp32Bytes } from "../../../reference/training-memory";
import { type Count, isClose, readCountField } from "../../contract/answers";
import type { Effects } from "../../contract/choice";
import type { Earlier } from "../../contract/earlier";
import type { ConvNeXtV2, Value } from "../../contract/value";
import {
  type Amount,
  amountTolerance,
  areAmountsAlike,
  chooseModelUnit,
  isSameAmount,
  listHidden,
  probeAmount,
  readAmountField,
} from "../kit/amount";
import { choose, makeChoicePart } from "../kit/choice-part";
import { tensors } from "./choices";
import { type CountEffects, countParameters, countTrue, countUnits, sameCounts } from "./count";
import { listCases } from "./inputs";

const trainingLater = "The question is about the parameters alone; training comes later.";

const bytesEach = choose<bigint>(
  { id: "four-bytes", effect: fp32Bytes },
  {
    id: "half-precision",
    effect: 2n,
    credit: "0.25",
    says: "You take 2 bytes for a parameter: half precision.",
    hint: "Which data type do the model's parameters have unless you ask for another?",
  },
  {
    id: "one-byte-each",
    effect: 1n,
    credit: "0.25",
    says: "You return the number of parameters as bytes.",
    hint: "How many bytes does one fp32 number take up?",
  },
  {
    id: "double-precision-or-gradients",
    effect: 8n,
    credit: "0.25",
    says: "You take 8 bytes for a parameter: double precision, or a gradient beside each one.",
    hint: "The question is about the parameters alone, in the data type they have.",
  },
  {
    id: "moments-added",
    effect: 12n,
    credit: "0.25",
    says: "You take three numbers for a parameter: Adam's two moments are counted with it.",
    hint: trainingLater,
  },
  {
    id: "adam-added",
    effect: 16n,
    credit: "0.25",
    says: "You take four numbers for a parameter: its gradient and Adam's two moments are counted with it.",
    hint: trainingLater,
  },
  {
    id: "bits",
    effect: 32n,
    credit: "0.25",
    says: "You return bits.",
    hint: "The question asks for bytes.",
  },
);

/** Whose count is taken: that of the choices made here, the one the student tells, or one that is told by its rounding. */
type Counted = "here" | "as-told" | "before-rounding";

const ofOwnCount = {
  isOwn: true as const,
  says: "You build on your own count of the parameters: this step is right.",
};

const counted = choose<Counted>(
  { id: "counted-here", effect: "here" },
  { id: "four-bytes-of-own-count", effect: "as-told", ...ofOwnCount },
  { id: "four-bytes-of-own-count-before-rounding", effect: "before-rounding", ...ofOwnCount },
);

const choices = {
  counted,
  ...tensors,
  bytesEach,
  unit: chooseModelUnit(
    "You tell the amount in a larger unit than the bytes that the field is named after; that is fine.",
  ),
};

type BytesEffects = Effects<typeof choices>;

const { atto, huge } = convNeXtV2Variants;

interface Bytes extends Amount {
  /** Of a count that was rounded: what was rounded off, either way. */
  readonly within?: number;
}

export const bytesPart = makeChoicePart({
  id: "bytes",
  points: "1",
  export: "modelMemory",
  cases: listCases,
  args: (arch: ConvNeXtV2) => [arch],
  inputOf: ([arch]) => arch as ConvNeXtV2,
  consults: (arch) => {
    const ask = (model: ConvNeXtV2) => ({ export: "modelMemory", args: [model], part: "params" });
    return { own: ask(arch), atto: ask(atto), huge: ask(huge) };
  },
  read: (value) => readAmountField(value, "bytes"),
  isSame: isSameBytes,
  // Bytes of a count before it was rounded are as near as its rounding is.
  areAlike: (pairs) => areAmountsAlike(pairs.filter(({ expected }) => !("within" in expected))),
  probe: probeBytes,
  probeTolerance: amountTolerance,
  reference: { id: "four-bytes-each", says: "Four bytes for each parameter: right for fp32." },
  choices,
  answer,
  collisions: [...sameCounts, ...listHidden(choices)],
  rules: [
    {
      // `sys.getsizeof(model)` and its like: the handle's size, whatever the model.
      id: "object-size",
      kind: "misconception",
      credit: "0",
      source:
        "sys.getsizeof does not follow references: https://docs.python.org/3/library/sys.html#sys.getsizeof",
      says: "You return the size of an object that only points to the parameters.",
      hint: "Where do the numbers themselves lie, and how many are there?",
      by: "rule",
      accepts: (trials) =>
        trials.every(({ answer: { value } }) => Number(value) >= 16 && Number(value) <= 128),
    },
  ],
});

function answer(
  arch: ConvNeXtV2,
  { counted: whose, bytesEach: each, unit, ...effects }: BytesEffects,
  earlier: Earlier,
): Bytes | undefined {
  const count = whose === "here" ? countParameters(arch, effects) : readOwn(arch, effects, earlier);
  if (count === undefined) return undefined;
  const told = unit(each * count);
  // Bytes of a rounded count are looked for first: here the last digit but zeros is the rounded one.
  const step = whose === "before-rounding" ? findRoundingStep(count) : 1;
  return step === 1 ? told : { ...told, within: (step * Number(each)) / unit.bytes };
}

const steps = Array.from({ length: 18 }, (_, index) => 10 ** (18 - index));

/** The largest power of ten that the count is told in: a million, or one of three significant digits. */
function findRoundingStep(count: bigint): number {
  const most = Math.max(1e6, Number(count) / 100);
  return steps.find((step) => step <= most && count % BigInt(step) === 0n) ?? 1;
}

function probeBytes(bytes: Bytes): number {
  const isLost = bytes.within !== undefined && bytes.within > amountTolerance * Number(bytes.value);
  return isLost ? Number.NaN : probeAmount(bytes);
}

/** Of the amounts that the count may have been rounded from: what came is one of them, or one of them rounded itself. */
function findNearest({ value, exact = Number(value) }: Bytes, within: number, came: Amount): number {
  return Math.min(Math.max(Number(came.value), exact - within), exact + within);
}

/** 4 * 197.96 * 1e6 misses a whole number by the last digit of a double. */
function isSameBytes(expected: Bytes, came: Amount): boolean {
  if (expected.within !== undefined) {
    const nearest = findNearest(expected, expected.within, came);
    return (
      Number(came.value) === nearest || isSameAmount({ ...expected, value: nearest, exact: nearest }, came)
    );
  }
  if (isSameAmount(expected, came)) return true;
  return !Number.isInteger(Number(came.value)) && isClose(Number(expected.value), Number(came.value), 1e-14);
}

/** The student's own count, if one may build on it: of the right order everywhere, and more for a larger model. */
function readOwn(arch: ConvNeXtV2, effects: CountEffects, earlier: Earlier): bigint | undefined {
  const isAsCounted = Object.entries(effects).every(
    ([name, effect]) => effect === tensors[name as keyof CountEffects][0].effect,
  );
  if (!isAsCounted) return undefined;
  const unit = findUnit(earlier.answer("huge"));
  const read = (name: string, of: ConvNeXtV2) => readOwnCount(earlier.answer(name), of, unit);
  const [smallest, largest] = [read("atto", atto), read("huge", huge)];
  const isOrdered = smallest !== undefined && largest !== undefined && smallest < largest;
  return isOrdered ? read("own", arch) : undefined;
}

/** The unit in which the count of a large model is of the right order. */
const findUnit = (value: Value): number =>
  countUnits.find((unit) => readOwnCount(value, huge, unit) !== undefined) ?? 1;

/** Whole, or in thousands and more. */
function readOwnCount(value: Value, arch: ConvNeXtV2, unit: number): bigint | undefined {
  const read = readCountField(value, "params");
  if (!read.ok) return undefined;
  const own = toWhole(unit === 1 ? read.answer : Math.round(Number(read.answer) * unit));
  return own !== undefined && isOfRightOrder(own, countTrue(arch)) ? own : undefined;
}

const toWhole = (count: Count): bigint | undefined =>
  typeof count === "bigint" ? count : Number.isInteger(count) ? BigInt(count) : undefined;

const million = 1_000_000n;

/** Of a small model, whole millions are none, or one that is rounded up. */
function isOfRightOrder(own: bigint, exact: bigint): boolean {
  const most = exact * 100n > million ? exact * 100n : million;
  return own >= 0n && own <= most && (own * 100n >= exact || exact < million);
}
