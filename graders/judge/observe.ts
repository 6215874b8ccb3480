/**
 * Structure beyond the list of readings: what can be measured about the answers to a part that no reading explains.
 *
 * Compared are the student's answers with those of the accepted readings (factor, offset) and of the reference
 * (everything about single dimensions of the input). Whatever is said holds on all hidden cases, never on most.
 */

import type { Observation } from "../contract/observation";
import type { CallPart, Reading } from "../contract/question";
import { spellAnswer } from "./answer-numbers";
import { fitFormula } from "./fit-formula";
import { observeDimensions } from "./observe-dimensions";
import { observeGrowth } from "./observe-growth";
import { observeNumbers } from "./observe-numbers";
import { lookAt, type Observed, type ObservedTrial } from "./observed";

/**
 * Observations about answers that no reading explains: the most telling first, none for fewer than two trials.
 *
 * @param accepted the part's reference and conventions, the reference first
 */
export function observe(
  part: CallPart,
  accepted: readonly Reading<unknown, unknown>[],
  trials: readonly ObservedTrial[],
): readonly Observation[] {
  if (trials.length < 2) return [];
  const seen = lookAt(part, accepted, trials);
  return [...findPattern(seen), ...observeRightness(seen)];
}

/** Numbers are what the part compares: the answer, or the field that the part is about. */
function observeFormula({ part, trials, dimensions, quantities }: Observed): readonly Observation[] {
  const probe = part.model?.probe ?? Number;
  const numbers = trials.map(({ answer }) => (isScalar(answer) ? Number(answer) : probe(answer as never)));
  if (numbers.some((value) => !Number.isFinite(value)) || new Set(numbers).size === 1) return [];
  const terms = fitFormula(new Map([...dimensions, ...quantities]), numbers);
  return terms === undefined ? [] : [{ kind: "formula", terms }];
}

function isScalar(answer: unknown): answer is number | bigint {
  return typeof answer === "number" || typeof answer === "bigint";
}

/** The first kind of pattern that fits: what holds for the whole answer says more than what a dimension does. */
function findPattern(seen: Observed): readonly Observation[] {
  const constant = observeConstant(seen);
  if (constant.length > 0) return constant;
  const numbers = observeNumbers(seen);
  if (numbers.length > 0) return numbers;
  const dimensions = observeDimensions(seen);
  return [...observeFormula(seen), ...(dimensions.length > 0 ? dimensions : observeGrowth(seen))];
}

function observeConstant({ trials, expectations, isRight }: Observed): readonly Observation[] {
  const count = (answers: readonly unknown[]): number => new Set(answers.map(spellAnswer)).size;
  if (count(trials.map((trial) => trial.answer)) > 1) return [];
  if (expectations.some(({ answers }) => count(answers) === 1)) return [];
  const notebook = trials.findIndex((trial) => trial.source === "notebook");
  return [{ kind: "constant", isRightOnNotebook: isRight[notebook] === true }];
}

/** Where the answers are right: on public numbers only, under a condition, or simply on some cases. */
function observeRightness(seen: Observed): readonly Observation[] {
  const { trials, isRight } = seen;
  const right = isRight.filter(Boolean).length;
  if (right === 0 || right === trials.length) return [];
  const counted: Observation = { kind: "partly-right", right, cases: trials.length };
  if (trials.every(({ source }, index) => (source === "notebook") === isRight[index])) {
    return [{ kind: "right-on-public-only" }, counted];
  }
  const condition = findCondition(seen);
  return condition === undefined ? [counted] : [{ kind: "right-where", condition }, counted];
}

/** Dimensions that can stand for one another in a formula; that others are equal is chance. */
const alike: readonly ReadonlySet<string>[] = [
  new Set(["hIn", "wIn", "hOut", "wOut"]),
  new Set(["cIn", "cOut"]),
  new Set(["height", "width"]),
  new Set(["batch", "channels"]),
  new Set(["batch", "features"]),
  new Set(["inFeatures", "outFeatures"]),
];

/** "cIn = cOut" or "stride = 1", when the answers are right exactly where it holds; two cases each way at least. */
function findCondition({ dimensions, isRight }: Observed): string | undefined {
  const isExact = (holds: readonly boolean[]): boolean =>
    holds.every((value, index) => value === isRight[index]) &&
    holds.filter(Boolean).length >= 2 &&
    holds.filter((value) => !value).length >= 2;
  const entries = [...dimensions];
  for (const [name, values] of entries) {
    const other = entries.find(
      ([another, others]) =>
        another !== name &&
        alike.some((names) => names.has(name) && names.has(another)) &&
        isExact(values.map((value, index) => value === others[index])),
    );
    if (other !== undefined) return `${name} = ${other[0]}`;
  }
  const one = entries.find(([, values]) => isExact(values.map((value) => value === 1)));
  return one === undefined ? undefined : `${one[0]} = 1`;
}
