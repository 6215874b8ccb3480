/** Which readings are ever recognised: a rule nobody can meet, or a reading that never speaks, judges nobody. */
import type { QuestionVerdict } from "../verdict";
import { namePlace, nameReading, type Problem } from "./problem";
import type { PartReport } from "./survey";

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

export function checkRecognition(parts: readonly PartReport[]): readonly Problem[] {
  return parts.flatMap(({ question, part, readings }) =>
    readings
      .filter(({ isRecognised }) => !isRecognised)
      .map(({ id }) => ({
        check: "recognition" as const,
        place: namePlace(question, part),
        says: `nothing shows that ${id} is ever recognised: a sample of that name would`,
      })),
  );
}
