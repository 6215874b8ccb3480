/**
 * Questions whose readings remember their answers: a release check asks the same readings about the same inputs for
 * every sample and every pair, and some answers are long to count.
 */
import type { CallPart, Earlier, Part, Question, Reading } from "../contract";

type AnyReading = Reading<unknown, unknown>;

/** The same questions; an answer is kept as long as its input is, unless it depends on a student's earlier work. */
export function rememberAnswers(questions: readonly Question[]): readonly Question[] {
  return questions.map((question) => ({ ...question, parts: question.parts.map(rememberPart) }));
}

function rememberPart(part: Part): Part {
  return part.kind === "text"
    ? part
    : ({ ...part, readings: part.readings.map(rememberReading) } as CallPart);
}

function rememberReading(reading: AnyReading): AnyReading {
  if ("accepts" in reading) return reading;
  const known = new WeakMap<object, { readonly answer: unknown }>();
  return {
    ...reading,
    answer: (input, earlier) => {
      if (typeof input !== "object" || input === null) return reading.answer(input, earlier);
      const kept = known.get(input);
      if (kept !== undefined) return kept.answer;
      let looksBack = false;
      const answer = reading.answer(
        input,
        watchEarlier(earlier, () => {
          looksBack = true;
        }),
      );
      if (!looksBack) known.set(input, { answer });
      return answer;
    },
  };
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
