/** Answers that are the reference's with one dimension of the input missing, doubled, exchanged or off by a little. */
import type { Observation } from "../contract/observation";
import { changeField, multiply } from "./answer-numbers";
import { type Dimension, listDimensions, setDimension } from "./input-dimensions";
import { type Expectation, listPairs, type Observed, type ObservedTrial } from "./observed";

export function observeDimensions(seen: Observed): readonly Observation[] {
  const [reference] = seen.expectations;
  if (reference === undefined) return [];
  const independence = findIndependence(seen, reference);
  if (independence.length > 0) return independence;
  return (
    findExtraFactor(seen, reference) ?? findExchange(seen, reference) ?? findShift(seen, reference) ?? []
  );
}

function findExtraFactor(seen: Observed, reference: Expectation): readonly Observation[] | undefined {
  for (const [dimension, values] of seen.dimensions) {
    if (new Set(values).size < 2) continue;
    const times = [1, -1, 2, -2].find((power) => isScaled(seen, reference, { values, power }));
    if (times !== undefined) return [{ kind: "extra-factor", dimension, times }];
  }
  return undefined;
}

function findExchange(seen: Observed, reference: Expectation): readonly Observation[] | undefined {
  for (const [used, values] of seen.dimensions) {
    for (const [expected, others] of seen.dimensions) {
      if (values.every((value, index) => value === others[index])) continue;
      if (isScaled(seen, reference, { values, power: 1, divisors: others }))
        return [{ kind: "exchanged-dimension", used, expected }];
    }
  }
  return undefined;
}

interface Scale {
  readonly values: readonly number[];
  readonly power: number;
  readonly divisors?: readonly number[];
}

/** True when every answer is the reference's times values^power (over `divisors`). */
function isScaled(
  { part, trials }: Observed,
  { answers }: Expectation,
  { values, power, divisors = [] }: Scale,
): boolean {
  return trials.every(({ answer, input }, index) => {
    const [value = 0, divisor = 1] = [values[index], divisors[index]];
    const [numerator, denominator] = power > 0 ? [value ** power, divisor] : [1, value ** -power];
    if (!isNumeric(answers[index]) || !isWhole(numerator) || !isWhole(denominator)) return false;
    const scaled = changeField(answers[index], answer, undefined, (count) =>
      multiply(count, { numerator, denominator }),
    );
    return part.isSame(scaled, answer, input);
  });
}

function isNumeric(answer: unknown): boolean {
  return typeof answer === "number" || typeof answer === "bigint";
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

/** Dimensions that are one thing in two directions: a padding row comes with a padding column. */
const twins: readonly (readonly [string, string])[] = [
  ["hIn", "wIn"],
  ["hOut", "wOut"],
];

function findShift(seen: Observed, reference: Expectation): readonly Observation[] | undefined {
  const names = [...seen.dimensions.keys()].map((name) => [name]);
  const pairs = twins.filter((pair) => pair.every((name) => seen.dimensions.has(name)));
  for (const group of [...names, ...pairs]) {
    const by = [1, -1, 2, -2].find((shift) => isShifted(seen, reference, group, shift));
    if (by !== undefined) return [{ kind: "shifted-dimension", dimension: group.join(" and "), by }];
  }
  return undefined;
}

function isShifted(
  { part, trials }: Observed,
  { reading }: Expectation,
  names: readonly string[],
  by: number,
): boolean {
  return trials.every((trial) => {
    const shifted = shift(trial, names, by);
    const expected = shifted === undefined ? undefined : tryAnswer(reading, shifted, trial);
    return expected !== undefined && part.isSame(expected, trial.answer, trial.input);
  });
}

function shift({ input }: ObservedTrial, names: readonly string[], by: number): unknown {
  const dimensions = listDimensions(input).filter((one) => names.includes(one.name));
  if (dimensions.some((one) => one.path === undefined)) return undefined;
  return dimensions.reduce<unknown>(
    (changed, { path, value }: Dimension) => setDimension(changed, path ?? [], value + by),
    input,
  );
}

/** A shifted input may be one that the reference refuses; then it says nothing. */
function tryAnswer(reading: Expectation["reading"], input: unknown, { earlier }: ObservedTrial): unknown {
  try {
    return reading.answer(input, earlier);
  } catch {
    return undefined;
  }
}

/** One pair may fall to a rounding that hides the difference. */
const fewestPairs = 2;

/** Dimensions in which alone inputs differ, with different expected and equal given answers throughout. */
function findIndependence(seen: Observed, { answers }: Expectation): readonly Observation[] {
  const { part, trials } = seen;
  return [...seen.dimensions.keys()].flatMap((dimension): Observation[] => {
    const pairs = listPairs(seen, dimension).filter(
      ([a, b]) => !part.isSame(answers[a], answers[b], trials[a]?.input),
    );
    const isIndependent = pairs.every(([a, b]) =>
      part.isSame(trials[a]?.answer, trials[b]?.answer, trials[a]?.input),
    );
    return pairs.length >= fewestPairs && isIndependent ? [{ kind: "independent-of", dimension }] : [];
  });
}
