/** Task 6: the largest batch that can be trained with Adam on a GPU. */
import { type Count, isClose, isSameCount, readCount } from "../../contract/answers";
import type { CallPart, Question, Reading, RuleReading, Trial } from "../../contract/question";
import { citeSources } from "../kit/sources";
import { bandAround, findBand, isWithin } from "./bands";
import { feedback } from "./feedback";
import {
  acceptedFormulas,
  bookings,
  type Formula,
  fill,
  findPowerOfTwo,
  listSizes,
  type NamedFormulas,
  wrongFormulas,
} from "./formulas";
import { type FitInput, listCases } from "./inputs";
import { consultEstimates, fitByOwnEstimate } from "./own-estimate";
import { publicChecks } from "./public-checks";
import { sources } from "./sources";

type FitTrial = Trial<FitInput, Count>;
type FitReading = Reading<FitInput, Count>;

/** Whole numbers exactly; a quotient that was not rounded to the last digits of a double. */
function isSame(expected: Count, came: Count): boolean {
  return Number.isInteger(Number(expected))
    ? isSameCount(expected, came)
    : isClose(Number(expected), Number(came), 1e-9);
}

const countSamples = (
  input: FitInput,
  booking = bookings[0] ?? "apart",
  formula: Formula = fill(4n),
): Count => formula(listSizes(input, booking));

/** One formula, with the image booked in one way, explains all. */
const followsAny = (formulas: readonly Formula[], trials: readonly FitTrial[]): boolean =>
  formulas.some((formula) =>
    bookings.some((booking) =>
      trials.every(({ input, answer }) => isSame(countSamples(input, booking, formula), answer)),
    ),
  );

const byFormulas = (
  kind: "convention" | "misconception",
  { id, credit, formulas }: NamedFormulas,
): RuleReading<FitInput, Count> => ({ id, kind, credit, accepts: (trials) => followsAny(formulas, trials) });

/** A band is wide enough to hold some wrong formulas: those are looked for first. */
const isWrongFormula = (trials: readonly FitTrial[]): boolean =>
  wrongFormulas.some(({ formulas }) => followsAny(formulas, trials));

const readings: readonly FitReading[] = [
  { id: "all-that-fits", kind: "reference", credit: "1", answer: (input) => countSamples(input) },
  {
    id: "input-included",
    kind: "convention",
    credit: "1",
    answer: (input) => countSamples(input, "with-activations"),
  },
  ...acceptedFormulas.map((formulas) => byFormulas("convention", formulas)),
  {
    id: "room-kept",
    kind: "convention",
    credit: "1",
    accepts: (trials) =>
      !isWrongFormula(trials) &&
      trials.every(({ input, answer }) =>
        isWithin(findBand(input, Number(countSamples(input))), Number(answer)),
      ),
  },
  { id: "by-own-estimate", kind: "carried", credit: "1", answer: fitByOwnEstimate },
  {
    id: "near-own-estimate",
    kind: "carried",
    credit: "1",
    accepts: (trials) =>
      !isWrongFormula(trials) &&
      trials.every(({ input, answer, earlier }) => {
        const own = fitByOwnEstimate(input, earlier);
        return own !== undefined && isWithin(bandAround(Number(own)), Number(answer));
      }),
  },
  {
    id: "power-of-two-by-own-estimate",
    kind: "carried",
    credit: "0.75",
    answer: (input, earlier) => {
      const own = fitByOwnEstimate(input, earlier);
      return own === undefined ? undefined : findPowerOfTwo(Number(own));
    },
  },
  ...wrongFormulas.map((formulas) => byFormulas("misconception", formulas)),
];

const part: CallPart<FitInput, Count> = {
  kind: "call",
  id: "max-batch",
  points: "1",
  export: "maxBatchSize",
  cases: listCases,
  args: ({ model, gpu }) => [model, gpu],
  consults: consultEstimates,
  read: readCount,
  isSame,
  readings: citeSources(readings, sources),
};

export const question: Question = { id: "max-batch", points: "1", parts: [part], feedback, publicChecks };
