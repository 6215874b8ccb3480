/** What a verdict shows: points other than expected, and the readings that explain the answers. */
import { comparePoints } from "../contract/points";
import type { QuestionVerdict } from "../contract/verdict";
import { namePlace, nameReading, type Problem } from "./problem";

/** A problem where the points are not as expected. @param who names the work */
export function complainAbout(
  verdict: QuestionVerdict,
  expected: string,
  who: string,
  seed: string,
): readonly Problem[] {
  const complain = (says: string): readonly Problem[] => [
    { check: "marks", place: verdict.id, says: `${who}, seed ${seed}: ${says}` },
  ];
  if (verdict.status === "not_graded") return complain(`not graded, ${verdict.fault}`);
  if (!/^\d+(\.\d+)?$/.test(expected)) return complain(`"${expected}" is no number of points`);
  if (comparePoints(verdict.points, expected) === 0) return [];
  return complain(`expected ${expected} points, got ${verdict.points} (${describeParts(verdict)})`);
}

function describeParts(verdict: Exclude<QuestionVerdict, { status: "not_graded" }>): string {
  return verdict.parts
    .map(({ id, finding }) => {
      const place = namePlace(verdict.id, id);
      if (finding.kind === "explained") return `${place}: ${finding.reading.kind} ${finding.reading.id}`;
      if (finding.kind === "mixed")
        return `${place}: ${finding.readings.map((one) => one.id).join(" with ")}`;
      return `${place}: ${finding.kind}`;
    })
    .join(", ");
}

/** Names of the readings that explain somebody's answers to a question. */
export function listRecognised(verdict: QuestionVerdict): readonly string[] {
  if (verdict.status === "not_graded") return [];
  return verdict.parts.flatMap(({ id, finding }) => {
    if (finding.kind === "explained") {
      // Some options speak only beside others, and are named with them.
      const { id: reading, picks = {} } = finding.reading;
      return [...new Set([reading, ...Object.values(picks)])].map((one) => nameReading(verdict.id, id, one));
    }
    if (finding.kind === "mixed") return finding.readings.map((one) => nameReading(verdict.id, id, one.id));
    return [];
  });
}
