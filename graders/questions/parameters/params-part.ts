/** The count of parameters: exact, or rounded. */
import { type Count, isSameCount, readCountField } from "../../contract/answers";
import type { Read } from "../../contract/question";
import type { ConvNeXtV2 } from "../../contract/value";
import { choose, makeChoicePart } from "../kit/choice-part";
import { saysRounded } from "../kit/remarks";
import { tensors } from "./choices";
import { countParameters, isRounded, sameCounts } from "./count";
import { listCases } from "./inputs";

interface Params {
  readonly count: Count;
  /** Of this count, any rounding is as good. */
  readonly exact?: bigint;
}

/** Whether a rounded count may stand here. */
type Rounding = "exact" | ((readText: () => string) => boolean);

const rounding = choose<Rounding>(
  { id: "to-the-last-digit", effect: "exact" },
  {
    id: "rounded",
    effect: (readText) => saysRounded(readText()),
    looksBack: true,
    byWords: true,
    says: "The count is right to the digits you say you rounded to.",
  },
  {
    id: "rounded-silently",
    effect: () => true,
    credit: "0.75",
    says: "Your counts are rounded, and nothing you wrote says so.",
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
  // A rounded count may be told in millions.
  probe: ({ count, exact }) => (exact === undefined ? Number(count) : Number.NaN),
  reference: { id: "exact-count", says: "The count of parameters is exact." },
  choices,
  answer: (arch, { rounding: rule, ...effects }, earlier): Params | undefined => {
    const count = countParameters(arch, effects);
    if (count === undefined) return undefined;
    if (rule === "exact") return { count };
    return rule(() => earlier.explanation("parameters"))
      ? { count: toTenThousands(count), exact: count }
      : undefined;
  },
  collisions: [...sameCounts, ...hiddenByRounding],
});

const toTenThousands = (count: bigint): number => Math.round(Number(count) / 1e4) * 1e4;

function isSameParams({ count, exact }: Params, came: Params): boolean {
  return exact === undefined ? isSameCount(count, came.count) : isRounded(Number(exact), Number(came.count));
}
