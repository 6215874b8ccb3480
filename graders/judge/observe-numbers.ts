/** Answers that are an accepted one times a constant, or plus a constant, on every case. Pure. */
import type { Observation } from "../contract/observation";
import { add, changeField, getNumbers, listFields, multiply, type Ratio } from "./answer-numbers";
import type { Expectation, Observed } from "./observed";

const largestOffset = 1000;
/** Ratios of whole numbers up to this are exact; anything else is given as a decimal. */
const largestSimple = 64;

const knownRatios: readonly Ratio[] = [
  { numerator: 1024, denominator: 1000 },
  { numerator: 1024, denominator: 1 },
  { numerator: 1000, denominator: 1 },
  { numerator: 1024 ** 2, denominator: 1 },
  { numerator: 1000 ** 2, denominator: 1 },
  { numerator: 1024 ** 2, denominator: 1000 ** 2 },
].flatMap((ratio) => [ratio, { numerator: ratio.denominator, denominator: ratio.numerator }]);

/** One observation for the whole answer, or one per field of an object that is off while others may be right. */
export function observeNumbers(seen: Observed): readonly Observation[] {
  const { expectations, trials } = seen;
  const fields = listFields(trials[0]?.answer);
  for (const expectation of expectations) {
    const found = fields.flatMap((field) => observeField(seen, expectation, field));
    if (found.length > 0 && explainsTheRest(seen, expectation, fields, found)) return merge(found, fields);
  }
  return [];
}

type NumberObservation = Extract<Observation, { kind: "factor" | "offset" }>;

function observeField(seen: Observed, expectation: Expectation, field: string | undefined) {
  const expected = expectation.answers.map((answer) => getSome(answer, field));
  const came = seen.trials.map(({ answer }) => getSome(answer, field));
  if (!isComparable(expected, came) || new Set(expected.flat()).size < 2) return [];
  const about = field === undefined ? {} : { field };
  return [
    ...findFactor(seen, expectation, field, { expected, came }).map((factor): NumberObservation => {
      return { kind: "factor", factor, ...about };
    }),
    ...findOffset(seen, expectation, field, { expected, came }).map((offset): NumberObservation => {
      return { kind: "offset", offset, ...about };
    }),
  ].slice(0, 1);
}

function getSome(answer: unknown, field: string | undefined): readonly number[] {
  const hasField = field === undefined || (typeof answer === "object" && answer !== null);
  return hasField ? getNumbers(answer, field) : [];
}

function isComparable(
  expected: readonly (readonly number[])[],
  came: readonly (readonly number[])[],
): boolean {
  return expected.every((numbers, index) => numbers.length > 0 && numbers.length === came[index]?.length);
}

type Lists = readonly (readonly number[])[];

/** The numbers of a field, one list for each case. */
interface Numbers {
  readonly expected: Lists;
  readonly came: Lists;
}

function findFactor(
  seen: Observed,
  expectation: Expectation,
  field: string | undefined,
  { expected, came }: Numbers,
): readonly string[] {
  const [a, b] = [expected.flat(), came.flat()];
  const largest = a.reduce(
    (best, value, index) => (Math.abs(value) > Math.abs(a[best] ?? 0) ? index : best),
    0,
  );
  const quotient = (b[largest] ?? 0) / (a[largest] ?? 0);
  if (!Number.isFinite(quotient) || quotient === 0 || quotient === 1) return [];
  const ratio = findRatio(quotient);
  const holds = isSameWith(seen, expectation, field, (value) => multiply(value, ratio));
  return holds ? [spellRatio(ratio)] : [];
}

/** A known ratio, one of small whole numbers, or the quotient itself. */
function findRatio(quotient: number): Ratio {
  const isNear = ({ numerator, denominator }: Ratio): boolean =>
    Math.abs((quotient * denominator) / numerator - 1) < 1e-6;
  const known = knownRatios.find(isNear);
  if (known !== undefined) return known;
  for (let denominator = 1; denominator <= largestSimple; denominator++) {
    const ratio = { numerator: Math.round(quotient * denominator), denominator };
    if (ratio.numerator !== 0 && Math.abs(ratio.numerator) <= largestSimple && isNear(ratio)) return ratio;
  }
  return { numerator: quotient, denominator: 1 };
}

function spellRatio({ numerator, denominator }: Ratio): string {
  if (!Number.isInteger(numerator)) return String(Number(numerator.toPrecision(4)));
  return denominator === 1 ? String(numerator) : `${numerator}/${denominator}`;
}

function findOffset(
  seen: Observed,
  expectation: Expectation,
  field: string | undefined,
  { expected, came }: Numbers,
): readonly string[] {
  // The smallest numbers show an offset best: far beyond 2^53 it is lost in rounding.
  const differences = expected.flatMap((numbers, index) =>
    numbers.map((value, at) => ({ size: Math.abs(value), difference: (came[index]?.[at] ?? 0) - value })),
  );
  const offset = differences.reduce((a, b) => (b.size < a.size ? b : a)).difference;
  if (!Number.isInteger(offset) || offset === 0 || Math.abs(offset) > largestOffset) return [];
  return isSameWith(seen, expectation, field, (value) => add(value, offset)) ? [String(offset)] : [];
}

function isSameWith(
  { part, trials }: Observed,
  { answers }: Expectation,
  field: string | undefined,
  change: Parameters<typeof changeField>[3],
): boolean {
  return trials.every(({ answer, input }, index) =>
    part.isSame(changeField(answers[index], answer, field, change), answer, input),
  );
}

/** True when the fields that nothing was found about are right by the same reading. */
function explainsTheRest(
  { part, trials }: Observed,
  { answers }: Expectation,
  fields: readonly (string | undefined)[],
  found: readonly NumberObservation[],
): boolean {
  const others = fields.filter((field) => !found.some((one) => one.field === field));
  return trials.every(({ answer, input }, index) =>
    others.every((field) =>
      part.isSame(
        changeField(answers[index], answer, field, (value) => value),
        answer,
        input,
      ),
    ),
  );
}

/** One sentence, about the answer, where all fields are off in the same way: the only one has a name for the part alone. */
function merge(
  found: readonly NumberObservation[],
  fields: readonly (string | undefined)[],
): readonly Observation[] {
  const [first] = found;
  if (first === undefined || found.length < fields.length) return found;
  const { field: _, ...whole } = first;
  const isAlike = found.every(({ field, ...rest }) => JSON.stringify(rest) === JSON.stringify(whole));
  return isAlike ? [whole as Observation] : found;
}
