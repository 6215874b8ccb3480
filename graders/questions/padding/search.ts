/** Choice: whether a search for the smallest padding ends before it is found, and at which part of the layer it ends. */
import type { Interval } from "../../contract/choice";
import type { Trial } from "../../contract/question";
import type { ConvLayer } from "../../contract/value";
import { choose } from "../kit/choice-part";
import { isNoneForm } from "../kit/none";
import type { PaddingAnswer } from "./answer";

/** Whoever looks no further has not searched: a few paddings of what is drawn are as small. */
const least = 0.4;
/** A search may end at two pixels, whatever the layer. */
const pixels = 2 / least;

/** The last padding that is tried may be so many pixels, or a part of a side. */
const sides: readonly ((layer: ConvLayer) => number)[] = [
  () => pixels,
  ({ kernel }) => kernel,
  ({ hIn }) => hIn,
  ({ wIn }) => wIn,
  ({ hIn, wIn }) => Math.min(hIn, wIn),
  ({ hIn, wIn }) => Math.max(hIn, wIn),
  ({ hOut }) => hOut,
  ({ wOut }) => wOut,
  ({ hOut, wOut }) => Math.min(hOut, wOut),
  ({ hOut, wOut }) => Math.max(hOut, wOut),
];

/** What a search gives that has found none: a form of none, which nobody takes for a padding, or a number. */
export type SearchEnd = "seen" | "number" | undefined;

const tooShort = {
  hint: "How large can the padding get? Solve the output-size formula for it, or search without a limit.",
  solved: { least, most: Number.MAX_SAFE_INTEGER, isBesideAnother: true },
} as const;

export const search = choose<SearchEnd>(
  { id: "complete", effect: undefined },
  {
    id: "search-too-short",
    effect: "seen",
    credit: "0.75",
    says: "Your search for the padding ends before it reaches the larger ones.",
    ...tooShort,
  },
  {
    id: "search-gives-a-number",
    effect: "number",
    credit: "0.5",
    says: "Your search for the padding ends before it reaches the larger ones, and then gives a number that does not fit.",
    ...tooShort,
  },
);

/** As parts of the sides: the last padding that was tried. @param solve what a search without a limit finds */
export function solveSearch(
  trials: readonly Trial<ConvLayer, PaddingAnswer>[],
  solve: (layer: ConvLayer) => number,
  end: SearchEnd,
): Interval | undefined {
  if (
    end === "seen" &&
    trials.some(({ answer, input }) => !isNoneForm(answer) && Number(answer) !== solve(input))
  )
    return undefined;
  const found = trials.map(({ input, answer }) => ({ input, answer, padding: solve(input) }));
  for (const sideOf of sides) {
    let [from, to] = [least, Number.MAX_SAFE_INTEGER];
    for (const { input, answer, padding } of found) {
      const limit = findLimit(answer, padding, end);
      from = Math.max(from, (limit?.least ?? Number.POSITIVE_INFINITY) / sideOf(input));
      to = Math.min(to, (limit?.most ?? Number.NEGATIVE_INFINITY) / sideOf(input));
    }
    if (from <= to) return { least: from, most: to };
  }
  return undefined;
}

/** What is more than one padding and less than the next, so that fractions of a side decide as they do in a loop. */
const almost = 1 - 1e-9;

/** Between which paddings a search ends that answers so. */
function findLimit(answer: PaddingAnswer, padding: number, end: SearchEnd): Interval | undefined {
  const given = isNoneForm(answer) ? -1 : Number(answer);
  // One more than was tried may be given, and be right.
  const tried = end === "number" ? padding - 1 : padding;
  if (given === padding) return { least: tried, most: Number.POSITIVE_INFINITY };
  if (given > padding || !Number.isInteger(given)) return undefined;
  // Nothing was found; or the padding at which the search ended is given, whether it was tried or not.
  return given <= 0
    ? { least: Number.NEGATIVE_INFINITY, most: padding - 1 + almost }
    : { least: given - 1, most: given + almost };
}
