/** Choices behind a comparison: what is taken for the actual memory, and how the estimate's error is told. */
import { readCountField } from "../../contract/answers";
import type { Earlier } from "../../contract/earlier";
import { readUnitBytes } from "../kit/byte-units";
import { choose } from "../kit/choice-part";
import { isWorthlessPeak } from "../kit/own-peak";
import type { CheckInput } from "./inputs";
import { type Measures, measure } from "./measures";
import type { Events } from "./streams";

/** Actual bytes; `bytesPerUnit` are those of the unit that the student tells amounts in. */
export type FindActual = (input: CheckInput, earlier: Earlier, bytesPerUnit: number) => number | undefined;

const figure =
  (find: (measures: Measures) => bigint): FindActual =>
  ({ events }) =>
    Number(find(measure(events)));

const peakWithout = (...categories: readonly (keyof Measures["atPeak"])[]): FindActual =>
  figure(({ peak, atPeak }) => categories.reduce((rest, category) => rest - atPeak[category], peak));

/** The name under which a case consults the student's own peak of a recording. */
export const ownPeak = "own peak";

/** The student's own peak of the same recording, where it can be one, or where it is known how it was found. */
const readOwnPeak: FindActual = ({ events }, earlier, bytesPerUnit) => {
  const read = readCountField(earlier.answer(ownPeak), "peakBytes");
  if (!read.ok || !(Number(read.answer) > 0)) return undefined;
  const finding = earlier.reading("forward-profile", "peak");
  const isKnown = finding !== undefined && !isWorthlessPeak(finding);
  // Whoever takes gigabytes for bytes makes a slip here and carries none.
  const own = Number(read.answer) * (isKnown ? readUnitBytes(finding) : bytesPerUnit);
  return isKnown || isPossible(events, own) ? own : undefined;
};

/** No less than what is in use at the end, no more than all that is ever allocated. */
export function isPossible(events: Events, actual: number): boolean {
  const { end, allocated } = measure(events);
  return actual >= Number(end) && actual <= Number(allocated);
}

export const followTotal =
  "Keep a running total over the events. Which value of it is the memory a GPU must have?";

export const actual = choose<FindActual>(
  { id: "peak", effect: figure(({ peak }) => peak) },
  {
    id: "own-peak",
    effect: readOwnPeak,
    isOwn: true,
    says: "The peak is the one your `forwardMemory` finds: this step is right.",
  },
  {
    id: "input-left-out",
    effect: peakWithout("input"),
    credit: "0.75",
    says: "You leave the input batch out of what was measured.",
    hint: "It takes up memory as everything else does.",
  },
  {
    id: "parameters-left-out",
    effect: peakWithout("parameter"),
    credit: "0.5",
    says: "You leave the parameters out of what was measured.",
    hint: "They take up memory as everything else does.",
  },
  {
    id: "resident-left-out",
    effect: peakWithout("parameter", "input", "optimizer"),
    credit: "0.5",
    says: "You count what the iteration itself allocates, without what was there when it began.",
    hint: "What else is in memory during the iteration?",
  },
  {
    id: "end-of-iteration",
    effect: figure(({ end }) => end),
    credit: "0.5",
    says: "You take the memory in use at the end of the iteration.",
    hint: "Something may have been freed by then. When was most in use?",
  },
  {
    id: "frees-ignored",
    effect: figure(({ allocated }) => allocated),
    credit: "0.5",
    says: "You add up what is allocated and never take off what is freed.",
    hint: followTotal,
  },
  {
    id: "largest-tensor",
    effect: figure(({ largestTensor }) => largestTensor),
    credit: "0.25",
    says: "You take the largest single tensor for the memory in use.",
    hint: followTotal,
  },
);

export interface ErrorForm {
  readonly tell: (actual: number, estimate: number) => number;
  /** It is a share, with or without its sign. */
  readonly isShare?: true;
  /** It is told in the unit of the bytes, and not in percent. */
  readonly isInBytes?: true;
}

const ratio = {
  credit: "0.75",
  says: "Your error is the ratio of estimate and measurement.",
  hint: "What would a perfect estimate's error be?",
};

const difference = (id: string, tell: ErrorForm["tell"]) => ({
  id,
  effect: { tell, isInBytes: true as const },
  credit: "0.5",
  says: "Your error is the gap in bytes.",
  hint: "A gap of a gigabyte can be much or little. Relative to what?",
});

/** Not there: the error is any. */
export const form = choose<ErrorForm | undefined>(
  {
    id: "relative-to-measurement",
    effect: { tell: (measured, estimate) => (estimate - measured) / measured, isShare: true },
  },
  {
    id: "relative-to-estimate",
    effect: { tell: (measured, estimate) => (estimate - measured) / estimate, isShare: true },
    says: "Right; you take the gap relative to the estimate.",
  },
  { id: "ratio", effect: { tell: (measured, estimate) => estimate / measured }, ...ratio },
  { id: "ratio-other-way", effect: { tell: (measured, estimate) => measured / estimate }, ...ratio },
  difference("difference-without-sign", (measured, estimate) => Math.abs(estimate - measured)),
  difference("difference-in-bytes", (measured, estimate) => estimate - measured),
  difference("difference-other-way", (measured, estimate) => measured - estimate),
  {
    id: "actual-alone",
    effect: undefined,
    credit: "0.5",
    says: "Your error does not follow from your actual bytes.",
    hint: "By what share of the peak is the estimate's total off?",
  },
);

const bySign = "Right; your error tells by its sign whether the estimate is too high or too low.";

export const sign = choose<(error: number) => number>(
  { id: "magnitude", effect: Math.abs },
  { id: "signed-error", effect: (error) => error, says: bySign },
  { id: "signed-error-other-way", effect: (error) => -error, says: bySign },
);

/** What an error of one is told as. */
export const scale = choose<number>(
  { id: "share", effect: 1 },
  { id: "percent", effect: 100, says: "Right; you tell the error in percent." },
);
