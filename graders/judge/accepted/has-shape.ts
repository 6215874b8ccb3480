/** Whether answers are of a shape that a person accepted: on every case, as it was when it was accepted. */
import type { AnswerShape } from "../../contract/accepted-option";
import type { Count } from "../../contract/answers";
import type { Picks } from "../../contract/choice";
import type { FormulaTerm } from "../../contract/observation";
import type { CallPart, Trial, ValueReading } from "../../contract/question";
import { solveNumber } from "../../contract/solve-number";
import { add, changeField, listFields, multiply } from "../answer-numbers";
import { tabulateDimensions } from "../input-dimensions";
import { explainsAll } from "../readings";

type AnyTrial = Trial<unknown, unknown>;

/** Sums of large terms lose their last digits in a double, on our side and on theirs. */
const tolerance = 2 ** -48;

export function hasShape(part: CallPart, shape: AnswerShape, trials: readonly AnyTrial[]): boolean {
  switch (shape.kind) {
    case "formula":
      return isFormula(part, shape.terms, trials);
    case "factor": {
      const [numerator = Number.NaN, denominator = 1] = shape.factor.split("/").map(Number);
      return isChanged(part, trials, (value) => multiply(value, { numerator, denominator }));
    }
    case "offset":
      return isChanged(part, trials, (value) => add(value, Number(shape.offset)));
    case "choices":
      return isPicked(part, shape.picks, trials);
    case "reading": {
      const reading = part.readings.find(({ id }) => id === shape.reading);
      return reading !== undefined && explainsAll(part, reading, trials);
    }
  }
}

/** More cases than terms: as many as there are terms would be met by anything. */
function isFormula(part: CallPart, terms: readonly FormulaTerm[], trials: readonly AnyTrial[]): boolean {
  const dimensions = tabulateDimensions(trials.map(({ input }) => input));
  const getSize = (name: string, at: number): number =>
    dimensions.get(name)?.[at] ?? part.quantities?.(trials[at]?.input)?.[name] ?? Number.NaN;
  return (
    trials.length > terms.length &&
    trials.every(({ answer }, at) => {
      const values = terms.map(({ coefficient, powers }) =>
        Object.entries(powers).reduce(
          (product, [name, power]) => product * getSize(name, at) ** power,
          coefficient,
        ),
      );
      const sum = values.reduce((a, b) => a + b, 0);
      const size = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1);
      return Math.abs(sum - findOnlyNumber(answer)) <= size * tolerance;
    })
  );
}

/** NaN where an answer is more than one number: a formula of one says nothing about the rest. */
function findOnlyNumber(answer: unknown): number {
  if (typeof answer === "number" || typeof answer === "bigint") return Number(answer);
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return Number.NaN;
  const values = Object.values(answer).filter((value) => value !== undefined);
  return values.length === 1 ? findOnlyNumber(values[0]) : Number.NaN;
}

/** All answers of one accepted reading, each of its numbers changed alike. */
function isChanged(part: CallPart, trials: readonly AnyTrial[], change: (value: Count) => Count): boolean {
  return part.readings.some((reading) => {
    if (reading.by === "rule" || !["reference", "convention"].includes(reading.kind)) return false;
    return trials.every((trial) => isChangedFrom(part, reading, trial, change));
  });
}

function isChangedFrom(
  part: CallPart,
  reading: ValueReading<unknown, unknown>,
  { input, answer, earlier }: AnyTrial,
  change: (value: Count) => Count,
): boolean {
  const expected = reading.answer(input, earlier);
  const fields = listFields(expected);
  const changed = fields.reduce<unknown>((came, field) => changeField(expected, came, field, change), answer);
  return fields.length > 0 && part.isSame(changed, answer, input);
}

function isPicked(part: CallPart, picks: Picks, trials: readonly AnyTrial[]): boolean {
  const { model } = part;
  if (model === undefined) return false;
  const { choices } = model;
  const options = Object.keys(choices).map((choice) => {
    const wanted = picks[choice];
    return [
      choice,
      choices[choice]?.find(({ id }, at) => (wanted === undefined ? at === 0 : id === wanted)),
    ] as const;
  });
  const isThere = Object.keys(picks).every((choice) => choice in choices);
  if (!isThere || options.some(([, option]) => option === undefined)) return false;
  const effects = Object.fromEntries(options.map(([choice, option]) => [choice, option?.effect]));
  const solved = options.find(([, option]) => option?.solved !== undefined)?.[1]?.solved;
  if (solved === undefined)
    return trials.every(({ input, answer, earlier }) => {
      const expected = model.answer(input, effects, earlier);
      return expected !== undefined && part.isSame(expected, answer, input);
    });
  return solveNumber(model, effects, solved, trials) !== undefined;
}
