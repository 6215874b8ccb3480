/** What the actual memory may be taken for, and how far the estimate is said to be from it. */
import { isSameCount, readCountField } from "../../contract/answers";
import type { Reading, RuleReading } from "../../contract/question";
import { findByteUnit } from "../kit/byte-units";
import {
  acceptedForms,
  type CheckTrial,
  type Comparison,
  differences,
  type ErrorForm,
  followsForm,
  magnitude,
  percent,
  ratios,
  relativeToEstimate,
  signed,
} from "./comparisons";
import type { CheckInput } from "./inputs";
import { type Measures, measure } from "./measures";
import type { Events } from "./streams";

type CheckRule = RuleReading<CheckInput, Comparison>;
/** One of the figures, or something made of them. */
type Figure = (measures: Measures) => bigint;

const peakOf: Figure = ({ peak }) => peak;

/** The name under which a case consults the student's own peak of a recording. */
export const ownPeak = "own peak";

const isActual = (figure: Figure, trials: readonly CheckTrial[]): boolean =>
  trials.every(({ input, answer }) => isSameCount(figure(measure(input.events)), answer.actualBytes));

/** The right actual bytes, and an error told in some form. */
const convention = (id: string, forms: readonly ErrorForm[]): CheckRule => ({
  id,
  kind: "convention",
  credit: "1",
  accepts: (trials) => isActual(peakOf, trials) && followsForm(trials, forms, readActual),
});

const misconception = (
  id: string,
  credit: string,
  accepts: (trials: readonly CheckTrial[]) => boolean,
): CheckRule => ({ id, kind: "misconception", credit, accepts });

/** Another figure than the peak, and an error that follows from it. */
const mistaken = (id: string, credit: string, figure: Figure): CheckRule =>
  misconception(
    id,
    credit,
    (trials) => isActual(figure, trials) && followsForm(trials, acceptedForms, readActual),
  );

const readActual = ({ answer }: CheckTrial): number => Number(answer.actualBytes);

const peakWithout =
  (...categories: readonly (keyof Measures["atPeak"])[]): Figure =>
  ({ peak, atPeak }) =>
    categories.reduce((rest, category) => rest - atPeak[category], peak);

/** Readings of a peak that earn nothing there: nothing builds on them. */
const worthlessPeaks: ReadonlySet<string> = new Set(["frees-added", "largest-tensor"]);

/** The student's own peak of the same recording, where it can be one, or where it is known how it was found. */
function readOwnPeak({ input, earlier }: CheckTrial): number | undefined {
  const read = readCountField(earlier.answer(ownPeak), "peakBytes");
  if (!read.ok || !(Number(read.answer) > 0)) return undefined;
  const reading = earlier.reading("forward-profile", "peak");
  const isKnown = reading !== undefined && !reading.split("+").some((id) => worthlessPeaks.has(id));
  return isKnown || isPossible(input.events, Number(read.answer)) ? Number(read.answer) : undefined;
}

/** No less than what is in use at the end, no more than all that is ever allocated. */
function isPossible(events: Events, actual: number): boolean {
  const { end, allocated } = measure(events);
  return actual >= Number(end) && actual <= Number(allocated);
}

function followsOwnPeak(trials: readonly CheckTrial[]): boolean {
  const isOwn = trials.every((trial) => {
    const own = readOwnPeak(trial);
    return own !== undefined && isSameCount(own, trial.answer.actualBytes);
  });
  return isOwn && followsForm(trials, acceptedForms, readActual);
}

/** Whatever was taken for the actual bytes, as long as it could be: the error follows from it. */
function followsOwnActual(trials: readonly CheckTrial[]): boolean {
  const isMeasured = trials.every(({ input, answer }) =>
    isPossible(input.events, Number(answer.actualBytes)),
  );
  return isMeasured && followsForm(trials, acceptedForms, readActual);
}

export const readings: readonly Reading<CheckInput, Comparison>[] = [
  {
    id: "peak-and-error",
    kind: "reference",
    credit: "1",
    answer: ({ events, estimate }) => {
      const actualBytes = measure(events).peak;
      return { actualBytes, relativeError: magnitude.tell(Number(actualBytes), estimate.total) };
    },
  },
  convention("signed-error", signed),
  convention("relative-to-estimate", relativeToEstimate),
  convention("percent", percent),
  {
    id: "larger-unit",
    kind: "convention",
    credit: "1",
    accepts: (trials) =>
      findByteUnit(
        trials.map(({ input, answer }) => ({ exact: measure(input.events).peak, came: answer.actualBytes })),
      ) !== undefined &&
      followsForm(trials, acceptedForms, ({ input }) => Number(measure(input.events).peak)),
  },
  { id: "own-peak", kind: "carried", credit: "1", accepts: followsOwnPeak },
  misconception(
    "ratio",
    "0.75",
    (trials) => isActual(peakOf, trials) && followsForm(trials, ratios, readActual),
  ),
  mistaken("input-left-out", "0.75", peakWithout("input")),
  misconception(
    "difference-in-bytes",
    "0.5",
    (trials) => isActual(peakOf, trials) && followsForm(trials, differences, readActual),
  ),
  mistaken("parameters-left-out", "0.5", peakWithout("parameter")),
  mistaken("resident-left-out", "0.5", peakWithout("parameter", "input", "optimizer")),
  mistaken("end-of-iteration", "0.5", ({ end }) => end),
  mistaken("frees-ignored", "0.5", ({ allocated }) => allocated),
  misconception("actual-alone", "0.5", (trials) => isActual(peakOf, trials)),
  misconception("error-of-own-actual", "0.5", followsOwnActual),
  mistaken("largest-tensor", "0.25", ({ largestTensor }) => largestTensor),
];
