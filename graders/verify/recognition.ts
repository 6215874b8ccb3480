/** Which readings are ever recognised: a rule nobody can meet, or a reading that never speaks, judges nobody. */
import { namePlace, type Problem } from "./problem";
import type { PartReport } from "./survey";

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
