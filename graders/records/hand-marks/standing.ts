/** Which marks stand after everything that was taken back or decided anew. Pure. */
import type { HandMark, MarkLine } from "../../contract/hand-mark";

/** Marks that stand, by submission id, then by question id: one of the whole question, or one of each of its parts. */
export type StandingMarks = ReadonlyMap<string, ReadonlyMap<string, readonly HandMark[]>>;

/** The later line decides: a mark of the question takes the place of its parts' marks, and the other way round. */
export function findStanding(lines: readonly MarkLine[]): StandingMarks {
  const undone = listUndone(lines);
  const standing = new Map<string, Map<string, readonly HandMark[]>>();
  for (const line of lines) {
    if (line.kind === "undo" || undone.has(line.id)) continue;
    const ofSubmission = standing.get(line.submission) ?? new Map<string, readonly HandMark[]>();
    standing.set(line.submission, ofSubmission);
    const before = ofSubmission.get(line.question) ?? [];
    const kept =
      line.part === undefined ? [] : before.filter(({ part }) => ![undefined, line.part].includes(part));
    ofSubmission.set(line.question, [...kept, line]);
  }
  return standing;
}

function listUndone(lines: readonly MarkLine[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => (line.kind === "undo" ? [line.undoes] : [])));
}
