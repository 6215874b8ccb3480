/** Task 6: what a recorded training iteration really took up, how far the estimate was from it, and why. */

import type { Effects } from "../../contract/choice";
import type { Question, TextPart, Trial } from "../../contract/question";
import { amountTolerance, areAmountsAlike, chooseModelUnit, listHidden, probeAmount } from "../kit/amount";
import { collectWords, makeChoicePart } from "../kit/choice-part";
import { showFields } from "../kit/public/shown";
import { isReason } from "../kit/remarks";
import { actual, followTotal, form, isPossible, ownPeak, scale, sign } from "./choices";
import { type Comparison, isSameComparison, isSameError, readComparison, type ToldError } from "./comparison";
import { type CheckInput, listCases, notebookCase } from "./inputs";
import { publicChecks } from "./public-checks";

const unit = chooseModelUnit("A larger unit than the bytes that the field is named after is right, too.");
const choices = { actual, sign, scale, form, unit };

type CheckEffects = Effects<typeof choices>;

/** @returns undefined where the error has no sign, or no percents */
function tellError(
  bytes: number,
  estimate: number,
  { form: told, sign: signed, scale: by }: Omit<CheckEffects, "actual" | "unit">,
): ToldError | undefined {
  const hasPercent = told !== undefined && !told.isInBytes;
  if ((!told?.isShare && signed !== sign[0].effect) || (!hasPercent && by !== 1)) return undefined;
  const error = told?.tell(bytes, estimate) ?? Number.NaN;
  return { value: by * (told?.isShare ? signed(error) : error), scale: by };
}

/** The error follows from whatever was taken for the actual bytes, as long as it could be. */
function followsOwnActual(trials: readonly Trial<CheckInput, Comparison>[]): boolean {
  const forms = [form[0], form[1]].flatMap((one) =>
    sign.flatMap((two) => scale.map((by) => ({ form: one?.effect, sign: two.effect, scale: by.effect }))),
  );
  return forms.some((effects) =>
    trials.every(({ input: { events, estimate }, answer }) => {
      const bytes = Number(answer.actual.value);
      return (
        isPossible(events, bytes) && isSameError(tellError(bytes, estimate.total, effects), answer.error)
      );
    }),
  );
}

const numbers = makeChoicePart({
  id: "numbers",
  points: "0.75",
  export: "checkEstimate",
  cases: listCases,
  args: ({ events, estimate }: CheckInput) => [events, estimate],
  consults: ({ events }) => ({ [ownPeak]: { export: "forwardMemory", args: [events], part: "peak" } }),
  read: readComparison,
  isSame: isSameComparison,
  areAlike: (pairs) =>
    areAmountsAlike(pairs.map(({ expected, came }) => ({ expected: expected.actual, came: came.actual }))),
  probe: ({ actual: told }) => probeAmount(told),
  probeTolerance: amountTolerance,
  reference: {
    id: "peak-and-error",
    says: "The peak of the iteration is right, and so is the estimate's error.",
  },
  choices,
  answer: (input, { actual: find, unit: told, ...effects }, earlier): Comparison | undefined => {
    const bytes = find(input, earlier, told.bytes);
    const error = bytes === undefined ? undefined : tellError(bytes, input.estimate.total, effects);
    if (bytes === undefined || error === undefined) return undefined;
    const actual = told(bytes);
    if (effects.form === undefined) return { actual };
    if (!effects.form.isInBytes) {
      const ofTold = (amount: number) => tellError(amount * told.bytes, input.estimate.total, effects);
      return { actual, error, ...(actual.minDecimals === undefined ? {} : { ofTold }) };
    }
    const gap = told(error.value);
    return { actual, error: { ...error, value: Number(gap.value), amount: gap } };
  },
  collisions: listHidden(choices),
  rules: [
    {
      id: "error-of-own-actual",
      kind: "misconception",
      credit: "0.25",
      says: "The error follows from your actual bytes, but those are not the most in use at any one time.",
      hint: followTotal,
      by: "rule",
      accepts: followsOwnActual,
    },
  ],
});

/** Whether the reasons are good ones is for a person to say, who reads them where points were lost. */
const sentence: TextPart = {
  kind: "text",
  id: "sentence",
  points: "0.25",
  readings: [{ id: "reasons-given", credit: "1", accepts: isReason }],
};

const { input: notebook } = notebookCase;

export const question: Question = {
  id: "estimate-check",
  points: "1",
  parts: [numbers, sentence],
  buildsOn: ["forward-profile"],
  feedback: {
    title: "Estimate against measurement",
    asked: "Hold an estimate of memory against a recorded training iteration.",
    expected: "an object { actualBytes, relativeError } of two numbers",
    fields: ["actualBytes", "relativeError"],
    unexplained:
      "The figures do not follow from recording and estimate. First find the most memory in use at any one time; then ask by what share of it the estimate's total is off.",
    readings: {
      ...collectWords([numbers]),
      "reasons-given": { says: "You say where the gap comes from." },
    },
  },
  publicChecks,
  shows: {
    recordedPeak: showFields({ export: "checkEstimate", args: [notebook.events, notebook.estimate] }, [
      "actualBytes",
    ]),
  },
};
