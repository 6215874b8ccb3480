/** What a part may be given for: its options and readings with their credit, the likeliest first. Pure. */
import { findSentences } from "../../contract/find-sentences";
import { comparePoints, shareOfPoints } from "../../contract/points";
import type { Part, Question } from "../../contract/question";
import type { CaseEvidence, PartVerdict } from "../../contract/verdict";
import { Sentence } from "../../report/leaves";

export interface RubricItem {
  readonly id: string;
  readonly says: Sentence;
  /** The words for a comment, with the next step. */
  readonly comment: string;
  readonly credit: string;
  /** What it alone leaves of the part. */
  readonly points: string;
  readonly source: string | null;
  /** How many hidden cases it explains alone. */
  readonly explains: number;
}

/** @param verdict what the group's answers came to; undefined where nothing was judged */
export function listRubricItems(
  question: Question | undefined,
  part: Part | undefined,
  verdict: PartVerdict | undefined,
): readonly RubricItem[] {
  if (part === undefined) return [];
  const evidence = verdict?.evidence ?? [];
  const items = part.readings.map((reading): RubricItem => {
    const words = findSentences(question?.feedback, part.id, reading.id);
    const says = words?.says ?? "";
    return {
      id: reading.id,
      says: new Sentence(says),
      comment: [says, words?.hint ?? ""].filter((text) => text !== "").join(" "),
      credit: reading.credit,
      points: shareOfPoints(part.points, reading.credit),
      source: "source" in reading ? (reading.source ?? null) : null,
      explains: countExplained(evidence, reading.id),
    };
  });
  return items.sort((a, b) => b.explains - a.explains || comparePoints(b.credit, a.credit));
}

function countExplained(evidence: readonly CaseEvidence[], id: string): number {
  return evidence.filter(({ explainedBy }) => explainedBy.includes(id)).length;
}
