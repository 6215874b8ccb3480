/** Which marks stand after everything that was taken back or decided anew. Pure. */
import type { HandMark, MarkLine } from "../../contract/hand-mark";

/** Marks that stand, by submission id, then by question id: one of the whole question, or one of each of its parts. */
export type StandingMarks = ReadonlyMap<string, ReadonlyMap<string, readonly HandMark[]>>;

/**
 * The later decision counts, wherever its line lies: a merge adds lines of parts behind those of the whole. A mark of the
 * question takes the place of its parts' marks, and the other way round.
 */
export function findStanding(lines: readonly MarkLine[]): StandingMarks {
  const undone = listUndone(lines);
  const standing = new Map<string, Map<string, readonly HandMark[]>>();
  // Of the same moment the later line counts: sorting keeps their order.
  for (const line of lines.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
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

/** When what is decided now was decided: a clock that was set back puts nothing behind what stands already. */
export function tellTime(now: Date, lines: readonly MarkLine[]): Date {
  return new Date(lines.reduce((latest, { at }) => Math.max(latest, Date.parse(at)), now.getTime()));
}
