/** The questions of a class in figures, with a bar of how far answers got. Pure. */
import type { Assignment } from "../contract/assignment";
import { roundPoints, shortenPoints } from "../contract/points";
import type { SubmissionRecord } from "../contract/record";
import type { Sentences } from "../wording/sentences-shape";
import type { Correlation } from "./correlation";
import { type Level, levels, measureQuestions, type QuestionStatistics } from "./question-statistics";

export interface QuestionFiguresView {
  readonly id: string;
  readonly task: string | null;
  readonly title: string;
  /** "38 / 60" */
  readonly answered: string;
  /** "63 %"; null where nothing is counted. */
  readonly success: string | null;
  readonly mean: string | null;
  readonly maxPoints: string;
  /** "0.5 · 1 · 1"; null where nothing is counted. */
  readonly quartiles: string | null;
  /** "0.42 (0.18 to 0.61)"; null where there are too few, or no differences. */
  readonly correlation: string | null;
  readonly says: string;
  /** True where somebody should look at the question. */
  readonly isAccused: boolean;
  readonly bar: SharesBarView;
  /** The same as numbers. */
  readonly measured: QuestionStatistics;
}

/** A bar of the given width, cut into the levels that occur. */
export interface SharesBarView {
  readonly width: number;
  /** In words: "full points: 30, no points: 8". */
  readonly description: string;
  readonly pieces: readonly {
    readonly shade: Level;
    readonly x: number;
    readonly width: number;
  }[];
}

const barWidth = 100;
const accused: readonly QuestionStatistics["judgement"][] = ["failed", "against", "unanswered"];

/** @param scored records with a score that were run */
export function viewQuestionFigures(
  scored: readonly SubmissionRecord[],
  assignment: Assignment,
  { classPage }: Sentences,
): readonly QuestionFiguresView[] {
  const measured = measureQuestions(scored, assignment);
  return assignment.questions.flatMap(({ id, feedback, points }) => {
    const one = measured.find((statistics) => statistics.id === id);
    if (one === undefined) return [];
    return [
      {
        id,
        task: assignment.tasks?.[id] ?? null,
        title: feedback.title,
        answered: `${one.answered} / ${one.counted}`,
        success: one.success === null ? null : `${Math.round(100 * one.success)} %`,
        mean: one.mean === null ? null : roundPoints(one.mean),
        maxPoints: shortenPoints(points),
        quartiles: one.quartiles?.map(writeNumber).join(" · ") ?? null,
        correlation: one.correlation === null ? null : writeCorrelation(one.correlation, classPage.interval),
        says: classPage.judgements[one.judgement],
        isAccused: accused.includes(one.judgement),
        bar: drawShares(one, classPage.shades),
        measured: one,
      },
    ];
  });
}

/** Points in quarters as they are, and what lies between them rounded. */
function writeNumber(value: number): string {
  return String(Number(value.toFixed(2)));
}

function writeCorrelation({ r, low, high }: Correlation, to: string): string {
  return `${r.toFixed(2)} (${low.toFixed(2)} ${to} ${high.toFixed(2)})`.replaceAll("-", "−");
}

function drawShares(
  { levels: of, counted }: QuestionStatistics,
  shades: Readonly<Record<Level, string>>,
): SharesBarView {
  const found = levels.filter((level) => of[level] > 0);
  const widths = found.map((level) => (barWidth * of[level]) / counted);
  const starts = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width, 0));
  const round = (value: number): number => Number(value.toFixed(2));
  return {
    width: barWidth,
    description: found.map((level) => `${shades[level]}: ${of[level]}`).join(", "),
    pieces: found.map((shade, at) => ({ shade, x: round(starts[at] ?? 0), width: round(widths[at] ?? 0) })),
  };
}
