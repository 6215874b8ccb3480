/** What a part may be given for: its options and readings with their credit, the likeliest first. Pure. */
import { findSentences } from "../../contract/find-sentences";
import { comparePoints, shareOfPoints } from "../../contract/points";
import type { Part, Question } from "../../contract/question";
import type { ReviewItem } from "../../contract/review-items";
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
  /** Submissions whose comment has its words now; null for an item of the rubric itself. */
  readonly uses: number | null;
}

/** What people added to a question while they marked. */
export interface OwnItems {
  readonly items: readonly ReviewItem[];
  /** What students were told about the question, one text for each. */
  readonly told: readonly string[];
}

/** @param verdict what the group's answers came to; undefined where nothing was judged */
export function listRubricItems(
  question: Question | undefined,
  part: Part | undefined,
  verdict: PartVerdict | undefined,
  own: OwnItems,
): readonly RubricItem[] {
  if (part === undefined) return [];
  return [...listReadings(question, part, verdict), ...listOwn(part, own)].sort(
    (a, b) => b.explains - a.explains || (b.uses ?? -1) - (a.uses ?? -1) || comparePoints(b.credit, a.credit),
  );
}

function listOwn(part: Part, { items, told }: OwnItems): readonly RubricItem[] {
  return items
    .filter((one) => one.part === undefined || one.part === part.id)
    .map(({ text, credit }) => ({
      id: "own",
      says: new Sentence(text),
      comment: text,
      credit,
      points: shareOfPoints(part.points, credit),
      source: null,
      explains: 0,
      uses: told.filter((comment) => comment.includes(text)).length,
    }));
}

function listReadings(
  question: Question | undefined,
  part: Part,
  verdict: PartVerdict | undefined,
): readonly RubricItem[] {
  const evidence = verdict?.evidence ?? [];
  return part.readings.map((reading): RubricItem => {
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
      uses: null,
    };
  });
}

function countExplained(evidence: readonly CaseEvidence[], id: string): number {
  return evidence.filter(({ explainedBy }) => explainedBy.includes(id)).length;
}
