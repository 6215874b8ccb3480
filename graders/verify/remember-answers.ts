/**
 * Questions whose readings remember their answers: a release check asks the same readings about the same inputs for
 * every sample and every pair, and some answers are long to count.
 */

import type { Earlier } from "../contract/earlier";
import { GraderFault } from "../contract/faults";
import type { CallPart, Part, Question, Reading, ValueReading } from "../contract/question";
import { rememberLasting } from "../contract/remember";
import { describeError } from "../contract/thrown";
import { namePlace } from "./problem";

type AnyReading = Reading<unknown, unknown>;

/**
 * The same questions; an answer is kept as long as its input is, unless it depends on a student's earlier work.
 * A reading that throws throws a fault that names it.
 */
export function rememberAnswers(questions: readonly Question[]): readonly Question[] {
  return questions.map((question) => ({
    ...question,
    parts: question.parts.map((part) => rememberPart(part, namePlace(question.id, part.id))),
  }));
}

function rememberPart(part: Part, place: string): Part {
  if (part.kind === "text") return part;
  return { ...part, readings: part.readings.map((reading) => rememberReading(reading, place)) } as CallPart;
}

function rememberReading(reading: AnyReading, place: string): AnyReading {
  if (reading.by === "rule") return reading;
  const answer = rememberLasting((input: unknown, earlier: Earlier) => {
    let looksBack = false;
    const watched = watchEarlier(earlier, () => {
      looksBack = true;
    });
    return { result: answerOrBlame(reading, place, input, watched), lasts: !looksBack };
  });
  return { ...reading, answer };
}

function answerOrBlame(
  reading: ValueReading<unknown, unknown>,
  place: string,
  input: unknown,
  earlier: Earlier,
): unknown {
  try {
    return reading.answer(input, earlier);
  } catch (error) {
    throw new GraderFault(`${place}, reading ${reading.id}: ${describeError(error)}`);
  }
}

/** The same earlier work, which tells when it is looked at. */
export function watchEarlier(earlier: Earlier, onLook: () => void): Earlier {
  return {
    answer: (name) => {
      onLook();
      return earlier.answer(name);
    },
    reading: (question, part) => {
      onLook();
      return earlier.reading(question, part);
    },
    explanation: (question) => {
      onLook();
      return earlier.explanation(question);
    },
  };
}
