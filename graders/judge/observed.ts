/** The answers to a part beside what the accepted readings would have answered: what every observer looks at. */
import type { CallPart, Case, Reading, Trial, ValueReading } from "../contract/question";
import { spellAnswer } from "./answer-numbers";
import { tabulateDimensions, tabulateQuantities } from "./input-dimensions";

/** A trial with where its case comes from. */
export interface ObservedTrial extends Trial<unknown, unknown> {
  readonly source: Case<unknown>["source"];
}

/** What one accepted reading would have answered to every trial. */
export interface Expectation {
  readonly reading: ValueReading<unknown, unknown>;
  readonly answers: readonly unknown[];
}

/** Everything the single observers look at. */
export interface Observed {
  readonly part: CallPart;
  readonly trials: readonly ObservedTrial[];
  /** Of the accepted readings that can speak about every trial, the reference first. */
  readonly expectations: readonly Expectation[];
  /** Values of each dimension that all inputs have, in the order of the trials. */
  readonly dimensions: ReadonlyMap<string, readonly number[]>;
  /** The same of what the part says answers may be made of besides. */
  readonly quantities: ReadonlyMap<string, readonly number[]>;
  readonly isRight: readonly boolean[];
}

/** What the accepted readings would have answered, and where the student agrees with one of them. */
export function lookAt(
  part: CallPart,
  accepted: readonly Reading<unknown, unknown>[],
  trials: readonly ObservedTrial[],
): Observed {
  const speaking = accepted.flatMap((reading) => {
    if (reading.by === "rule") return [];
    return [{ reading, answers: trials.map((trial) => reading.answer(trial.input, trial.earlier)) }];
  });
  const inputs = trials.map(({ input }) => input);
  return {
    part,
    trials,
    expectations: speaking.filter(({ answers }) => !answers.includes(undefined)),
    dimensions: tabulateDimensions(inputs),
    quantities: tabulateQuantities(part, inputs),
    isRight: trials.map(({ answer, input }, index) =>
      speaking.some(({ answers }) => {
        const expected = answers[index];
        return expected !== undefined && part.isSame(expected, answer, input);
      }),
    ),
  };
}

/** Without the inputs to which any answer is right, such as one value per channel: there nobody is right or wrong. */
export function dropFree(
  part: CallPart,
  accepted: readonly Reading<unknown, unknown>[],
  trials: readonly ObservedTrial[],
): readonly ObservedTrial[] {
  const answers = new Map(trials.map(({ answer }) => [spellAnswer(answer), answer]));
  if (answers.size < fewestAnswers) return trials;
  const [reference] = accepted.flatMap((reading) => (reading.by === "rule" ? [] : [reading]));
  return trials.filter(({ input, earlier }) => {
    const expected = reference?.answer(input, earlier);
    return expected === undefined || [...answers.values()].some((one) => !part.isSame(expected, one, input));
  });
}

/** Of fewer, all may be right by chance. */
const fewestAnswers = 3;

/** Pairs of trials, by index, whose inputs differ in this dimension and in no other. */
export function listPairs({ dimensions, trials }: Observed, dimension: string): readonly [number, number][] {
  const differs = (name: string, a: number, b: number): boolean =>
    dimensions.get(name)?.[a] !== dimensions.get(name)?.[b];
  const names = [...dimensions.keys()];
  return trials.flatMap((_, a) =>
    trials.slice(a + 1).flatMap((_, offset): [number, number][] => {
      const b = a + 1 + offset;
      return names.every((name) => differs(name, a, b) === (name === dimension)) ? [[a, b]] : [];
    }),
  );
}
