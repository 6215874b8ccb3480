/** Whether answers that nothing explains are still a formula of their inputs, and the same one somewhere else. */
import type { CallPart } from "../contract/question";
import type { PlacedTrial } from "./explain";
import { areSumsOfProducts } from "./fit-products";
import { tabulateDimensions } from "./input-dimensions";

/**
 * `follows`: as it was explained. `differs`: in another way than it was judged by. `unproven`: nobody knows in which
 * way.
 */
export type Following = "follows" | "differs" | "unproven";

/** As much as all bytes, samples and steps that people count twice or leave out. */
const mostTimes = 64;
/** How far two quotients of doubles may lie apart, as a share. */
const tolerance = 1e-12;

/** @param further answers of the same function where a later question asks it */
export function followsFormula(
  part: CallPart,
  trials: readonly PlacedTrial[],
  further: readonly PlacedTrial[],
): Following {
  const fields = [...listNumbers(trials[0]?.answer).keys()];
  const areFitted = (all: readonly PlacedTrial[]): boolean =>
    fields.length > 0 &&
    fields.every((field) => isPolynomial(part, all, field) || isRelated(part, all, field));
  const all = [...trials, ...further];
  if (trials.length < 2 || !areLike(part, all)) return "unproven";
  if (areFitted(all)) return "follows";
  return areFitted(trials) ? "differs" : "unproven";
}

/**
 * Of the size of right answers, within a factor that no slip of counting exceeds. A formula whose terms are larger than
 * that swallows what a later question adds to it, and would make any answer follow.
 */
function areLike({ readings }: CallPart, trials: readonly PlacedTrial[]): boolean {
  const [reference] = readings;
  if (reference === undefined || "accepts" in reference) return false;
  const sum = (answer: unknown): number =>
    [...listNumbers(answer).values()].flat().reduce((a, b) => a + Math.abs(b), 0);
  return trials.every(({ input, answer, earlier }) => {
    const [own, right] = [sum(answer), sum(reference.answer(input, earlier))];
    return right === 0 || (own <= mostTimes * right && right <= mostTimes * own);
  });
}

/** A sum of products of the input's dimensions, where the cases are enough to tell. */
function isPolynomial(part: CallPart, trials: readonly PlacedTrial[], field: string): boolean {
  const numbers = trials.map(({ answer }) => listNumbers(answer).get(field) ?? []);
  if (numbers.some(({ length }) => length !== 1)) return false;
  const values = numbers.flat();
  if (new Set(values).size === 1) return true;
  const dimensions = new Map([
    ...tabulateDimensions(trials.map(({ input }) => input)),
    ...tabulateQuantities(part, trials),
  ]);
  return areSumsOfProducts(dimensions, values) === true;
}

function tabulateQuantities({ quantities }: CallPart, trials: readonly PlacedTrial[]) {
  const rows = trials.map(({ input }) => quantities?.(input) ?? {});
  return Object.keys(rows[0] ?? {}).map((name): [string, readonly number[]] => [
    name,
    rows.map((row) => row[name] ?? 0),
  ]);
}

/** An accepted answer times a constant, or plus one. */
function isRelated({ readings }: CallPart, trials: readonly PlacedTrial[], field: string): boolean {
  const came = trials.flatMap(({ answer }) => listNumbers(answer).get(field) ?? []);
  return readings.some((reading) => {
    if ("accepts" in reading || reading.kind === "misconception") return false;
    const expected = trials.flatMap(
      ({ input, earlier }) => listNumbers(reading.answer(input, earlier)).get(field) ?? [],
    );
    if (expected.length !== came.length) return false;
    const pairs = came.map((value, at) => [value, expected[at] ?? Number.NaN] as const);
    return isOne(pairs.map(([a, b]) => a / b)) || isOne(pairs.map(([a, b]) => a - b));
  });
}

function isOne(numbers: readonly number[]): boolean {
  const [first = Number.NaN] = numbers;
  return numbers.every((one) => Math.abs(one - first) <= tolerance * Math.abs(first));
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
