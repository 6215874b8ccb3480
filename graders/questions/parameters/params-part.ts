/** The count of parameters: exact, or rounded. */
import { type Count, isClose, isSameCount, readCountField } from "../../contract/answers";
import type { Read } from "../../contract/question";
import type { ConvNeXtV2 } from "../../contract/value";
import { choose, makeChoicePart } from "../kit/choice-part";
import { saysRounded } from "../kit/remarks";
import { tensors } from "./choices";
import { areRoundedAlike, countParameters, isRounded, sameCounts } from "./count";
import { listCases } from "./inputs";

interface Params {
  readonly count: Count;
  /** Of this count, any rounding is as good. */
  readonly roundedOf?: bigint;
  /** It is told in thousands or more, as they come. */
  readonly unit?: number;
}

/** In which unit a count is told to its last digit, or whether a rounded one may stand here. */
interface Told {
  readonly unit?: number;
  mayBeRounded?(readText: () => string): boolean;
}

const inUnit = (name: string, unit: number) => ({
  id: `in-${name}`,
  effect: { unit },
  says: "Right; you tell the count in thousands, millions or billions.",
});

const isTold = (readText: () => string): boolean => saysRounded(readText());

const rounding = choose<Told>(
  { id: "to-the-last-digit", effect: {} },
  inUnit("thousands", 1e3),
  inUnit("millions", 1e6),
  inUnit("billions", 1e9),
  {
    id: "rounded",
    effect: { mayBeRounded: isTold },
    looksBack: true,
    byWords: true,
    says: "The count is right to the digits you say you rounded to.",
  },
  {
    id: "rounded-silently",
    effect: { mayBeRounded: () => true },
    credit: "0.75",
    wantsWords: true,
    says: "Your counts are rounded, and no word was found that says so.",
    hint: "Return the exact count, or tell in your explanation how you rounded.",
  },
);

const choices = { ...tensors, rounding };

const hiddenByRounding = Object.entries(tensors).flatMap(([choice, [, ...slips]]) =>
  slips.map(({ id }) => ({
    answered: { [choice]: id, rounding: "rounded-silently" },
    because: "a true count that is cut off can be a smaller one that is rounded",
  })),
);

export const paramsPart = makeChoicePart({
  id: "params",
  points: "1",
  export: "modelMemory",
  cases: listCases,
  args: (arch: ConvNeXtV2) => [arch],
  inputOf: ([arch]) => arch as ConvNeXtV2,
  read: (value): Read<Params> => {
    const read = readCountField(value, "params");
    return read.ok ? { ok: true, answer: { count: read.answer } } : read;
  },
  isSame: isSameParams,
  areAlike: (pairs) =>
    areRoundedAlike(
      pairs.flatMap(({ expected: { roundedOf }, came }) =>
        roundedOf === undefined ? [] : [{ exact: Number(roundedOf), told: Number(came.count) }],
      ),
    ),
  // A rounded count may be told in millions.
  probe: ({ count, roundedOf }) => (roundedOf === undefined ? Number(count) : Number.NaN),
  reference: { id: "exact-count", says: "The count of parameters is exact." },
  choices,
  answer: (arch, { rounding: { unit, mayBeRounded }, ...effects }, earlier): Params | undefined => {
    const count = countParameters(arch, effects);
    if (count === undefined) return undefined;
    if (unit !== undefined) return { count: Number(count) / unit, unit };
    if (mayBeRounded === undefined) return { count };
    return mayBeRounded(() => earlier.explanation("parameters"))
      ? { count: toTenThousands(count), roundedOf: count }
      : undefined;
  },
  collisions: [...sameCounts, ...hiddenByRounding],
});

const toTenThousands = (count: bigint): number => Math.round(Number(count) / 1e4) * 1e4;

function isSameParams({ count, roundedOf, unit }: Params, came: Params): boolean {
  if (roundedOf !== undefined) return isRounded({ exact: Number(roundedOf), told: Number(came.count) });
  return unit === undefined
    ? isSameCount(count, came.count)
    : isClose(Number(count), Number(came.count), 1e-12);
}
