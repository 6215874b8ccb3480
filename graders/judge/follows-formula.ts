/** Whether answers that nothing explains are still a formula of their inputs, and the same one somewhere else. */
import type { CallPart, ValueReading } from "../contract/question";
import type { PlacedTrial } from "./as-expected";
import { fitFormula } from "./fit-formula";
import { areSumsOfProducts } from "./fit-products";
import type { Following } from "./following";
import { tabulateDimensions, tabulateQuantities } from "./input-dimensions";

/** Bits for bytes. Of FLOP that are more than that, any model is compute bound after a sample or two, to be guessed. */
const mostTimes = 8;
/** Different answers more than there are terms of a short formula: fewer would let chance through. */
const leastSurplus = 3;
/** Of more, there are too many products to try. */
const mostDimensions = 6;
/** A longer list than any question asks for is looked at no further. */
const mostNumbers = 1000;
/** How far two quotients of doubles may lie apart, as a share. */
const tolerance = 1e-12;

/** @param further answers of the same function where a later question asks it */
export function followsFormula(
  part: CallPart,
  trials: readonly PlacedTrial[],
  further: readonly PlacedTrial[],
): Following {
  const all = [...trials, ...further];
  if (all.some(({ answer }) => Array.isArray(answer) && answer.length > mostNumbers)) return "unproven";
  const fields = [...listNumbers(trials[0]?.answer).keys()];
  const areFitted = (all: readonly PlacedTrial[], isFit: FitsField): boolean =>
    fields.length > 0 && fields.every((field) => isFit(part, all, field));
  if (trials.length < 2 || isConstant(trials)) return "unproven";
  const isOfSize = areLike(part, all);
  if (areFitted(all, fitsSomehow)) return isOfSize ? "follows" : "unproven";
  if (areFitted(trials, fitsSomehow)) return "differs";
  // Of one term or two, fewer answers tell than of a sum of whatever products there are.
  return isOfSize && areFitted(all, isShortFormula) ? "follows" : "unproven";
}

type FitsField = (part: CallPart, trials: readonly PlacedTrial[], field: string) => boolean;

const fitsSomehow: FitsField = (part, trials, field) =>
  isPolynomial(part, trials, field) || isRelated(part, trials, field);

/** One answer whatever is asked is a formula of nothing. */
function isConstant(trials: readonly PlacedTrial[]): boolean {
  return new Set(trials.map(({ answer }) => [...listNumbers(answer)].join())).size === 1;
}

/**
 * Of the size of right answers in one of their units, within a factor that no slip of counting exceeds. A formula whose terms are larger than
 * that swallows what a later question adds to it, and would make any answer follow.
 */
function areLike({ readings }: CallPart, trials: readonly PlacedTrial[]): boolean {
  const sum = (answer: unknown, fields: readonly string[]): number => {
    const numbers = listNumbers(answer);
    return fields.flatMap((field) => numbers.get(field) ?? []).reduce((a, b) => a + Math.abs(b), 0);
  };
  return listAccepted(readings).some((reading) =>
    trials.every(({ input, answer, earlier }) => {
      const fields = [...listNumbers(answer).keys()];
      const expected = reading.answer(input, earlier);
      // What has nothing to say here is no measure for what came.
      if (expected === undefined) return false;
      const [own, right] = [sum(answer, fields), sum(expected, fields)];
      return right === 0 || (own <= mostTimes * right && right <= mostTimes * own);
    }),
  );
}

/** A sum of products of the input's dimensions, where the cases are enough to tell. */
const isPolynomial: FitsField = (part, trials, field) => {
  const values = listValues(trials, field);
  if (values === undefined) return false;
  return new Set(values).size === 1 || areSumsOfProducts(tabulate(part, trials), values) === true;
};

/** A few products with short coefficients, on more different answers than there are of them. */
const isShortFormula: FitsField = (part, trials, field) => {
  const values = listValues(trials, field);
  const dimensions = tabulate(part, trials);
  // What is no sum of products is no short one, and that is seen sooner.
  if (values?.every((one) => Number.isInteger(4 * one)) !== true || dimensions.size > mostDimensions)
    return false;
  if (areSumsOfProducts(dimensions, values) !== undefined) return false;
  const terms = fitFormula(dimensions, values);
  if (terms === undefined) return false;
  const rows = new Set(trials.map((_, at) => [...dimensions.values()].map((column) => column[at]).join()));
  const areProducts = terms.every(({ powers }) => Object.values(powers).every((power) => power === 1));
  return areProducts && rows.size >= terms.length + leastSurplus;
};

/** The one number of each answer in a field. */
function listValues(trials: readonly PlacedTrial[], field: string): readonly number[] | undefined {
  const numbers = trials.map(({ answer }) => listNumbers(answer).get(field) ?? []);
  return numbers.some(({ length }) => length !== 1) ? undefined : numbers.flat();
}

function tabulate(part: CallPart, trials: readonly PlacedTrial[]) {
  const inputs = trials.map(({ input }) => input);
  return new Map([...tabulateDimensions(inputs), ...tabulateQuantities(part, inputs)]);
}

type AnyValueReading = ValueReading<unknown, unknown>;

function listAccepted(readings: CallPart["readings"]): readonly AnyValueReading[] {
  return readings.flatMap((one) => (one.by === "rule" || one.kind === "misconception" ? [] : one));
}

/** An accepted answer times a constant, plus one. */
function isRelated({ readings }: CallPart, trials: readonly PlacedTrial[], field: string): boolean {
  const came = trials.flatMap(({ answer }) => listNumbers(answer).get(field) ?? []);
  return listAccepted(readings).some((reading) => {
    const expected = trials.flatMap(
      ({ input, earlier }) => listNumbers(reading.answer(input, earlier)).get(field) ?? [],
    );
    if (expected.length !== came.length) return false;
    return isOnLine(came.map((value, at) => [expected[at] ?? Number.NaN, value] as const));
  });
}

/** Two points make any line: three are needed to tell, or one number for all. */
function isOnLine(points: readonly (readonly [x: number, y: number])[]): boolean {
  const [[x0, y0] = [Number.NaN, Number.NaN]] = points;
  const [x1, y1] = points.find(([x]) => x !== x0) ?? [x0, y0];
  const slope = x1 === x0 ? y0 / x0 : (y1 - y0) / (x1 - x0);
  const isNear = ([x, y]: readonly [x: number, y: number]): boolean =>
    Math.abs(y - y0 - slope * (x - x0)) <= tolerance * Math.max(Math.abs(y), Math.abs(y0));
  const isTold = new Set(points.map(([x]) => x)).size !== 2 || y1 * x0 === y0 * x1;
  return isTold && points.every(isNear);
}

/** The numbers of an answer by the fields that they stand in; "" for a number or a list by itself. */
function listNumbers(answer: unknown, field = ""): ReadonlyMap<string, readonly number[]> {
  if (typeof answer === "number" || typeof answer === "bigint") return new Map([[field, [Number(answer)]]]);
  if (Array.isArray(answer))
    return new Map([[field, answer.flatMap((one) => listNumbers(one).get("") ?? [])]]);
  if (typeof answer !== "object" || answer === null) return new Map();
  return new Map(
    Object.entries(answer).flatMap(([key, value]) => [...listNumbers(value, `${field}/${key}`)]),
  );
}
