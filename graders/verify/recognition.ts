/** Which readings are ever recognised: a rule nobody can meet, or a reading that never speaks, judges nobody. */
import type { Question } from "../contract";
import type { QuestionVerdict } from "../verdict";
import { namePlace, type Problem } from "./problem";

/** "question/part/reading" for every reading that explained some work. */
export function listRecognised(verdicts: readonly QuestionVerdict[]): readonly string[] {
  return verdicts.flatMap((verdict) =>
    verdict.status === "not_graded"
      ? []
      : verdict.parts.flatMap(({ id, finding }) => {
          if (finding.kind === "explained") return [nameReading(verdict.id, id, finding.reading.id)];
          if (finding.kind === "mixed")
            return finding.readings.map((one) => nameReading(verdict.id, id, one.id));
          return [];
        }),
  );
}

export function nameReading(question: string, part: string, reading: string): string {
  return `${question}/${part}/${reading}`;
}

/** @param recognised names of readings that explained a sample, or that answered every case of some seed themselves */
export function checkRecognition(
  questions: readonly Question[],
  recognised: ReadonlySet<string>,
): readonly Problem[] {
  return questions.flatMap((question) =>
    question.parts.flatMap((part) =>
      part.readings
        .filter(({ id }) => !recognised.has(nameReading(question.id, part.id, id)))
        .map(({ id }) => ({
          check: "recognition" as const,
          place: namePlace(question.id, part.id),
          says: `nothing shows that ${id} is ever recognised: a sample of that name would`,
        })),
    ),
  );
}
