/** The figures of a class that name nobody: what the page for staff and the one without names share. Pure. */
import { type Assignment, countBonusPoints, countMaxPoints } from "../contract/assignment";
import { comparePoints, shortenPoints } from "../contract/points";
import type { Sentences } from "../wording/sentences-shape";
import type { ClassInput } from "./class-input";
import { type QuestionFiguresView, viewQuestionFigures } from "./class-questions";
import { cleanLine } from "./foreign-text";
import { drawHistogram, type HistogramView } from "./histogram";
import { type Bin, countTotals, formatMean, formatMedian, formatQuartiles } from "./statistics";

export interface ClassFiguresView {
  readonly language: string;
  readonly assignmentTitle: string;
  /** Name of the folder or archive that was graded; null where nobody knows. */
  readonly className: string | null;
  /** Day of the newest record, ISO 8601 and in words; null for an empty class. */
  readonly date: string | null;
  readonly dateWords: string | null;
  readonly summary: SummaryView;
  readonly hasBonus: boolean;
  readonly histogram: HistogramView;
  readonly bins: readonly Bin[];
  readonly questions: readonly QuestionFiguresView[];
  /** How many wait for another look, by question; only questions about which somebody asked. */
  readonly appeals: readonly AppealsView[];
}

export interface AppealsView {
  readonly title: string;
  readonly count: number;
}

export interface SummaryView {
  readonly submissions: number;
  readonly counted: number;
  readonly waiting: number;
  readonly notRun: number;
  /** Two decimals each; null for no totals. */
  readonly mean: string | null;
  readonly median: string | null;
  readonly quartiles: string | null;
  readonly maxPoints: string;
}

/** @param assignment with the weights of the class */
export function viewClassFigures(
  input: ClassInput,
  assignment: Assignment,
  sentences: Sentences,
): ClassFiguresView {
  const { records } = input;
  // What could not be run says nothing about what was learned.
  const scored = records.filter((one) => one.score !== undefined && one.status !== "ungradable");
  const totals = scored.flatMap((one) => one.score?.points ?? []);
  const maxPoints = countMaxPoints(assignment);
  const bins = countTotals(totals, maxPoints);
  const count = (status: string): number => records.filter((one) => one.status === status).length;
  return {
    language: sentences.language,
    assignmentTitle: assignment.title,
    className: input.className === undefined ? null : cleanLine(input.className),
    ...viewDate(input, sentences),
    summary: {
      submissions: records.length,
      counted: totals.length,
      waiting: count("pending_manual"),
      notRun: count("ungradable"),
      mean: formatMean(totals),
      median: formatMedian(totals),
      quartiles: formatQuartiles(totals),
      maxPoints: shortenPoints(maxPoints),
    },
    hasBonus: comparePoints(countBonusPoints(assignment), "0") > 0,
    histogram: drawHistogram(bins, sentences.classPage.distributionAxis),
    bins,
    questions: viewQuestionFigures(scored, assignment, sentences),
    appeals: countAppeals(input, assignment),
  };
}

function countAppeals({ appeals = [] }: ClassInput, { questions }: Assignment): readonly AppealsView[] {
  return questions.flatMap(({ id, feedback: { title } }) => {
    const count = appeals.filter((one) => one.question === id).length;
    return count === 0 ? [] : [{ title, count }];
  });
}

/** When the class was graded, as far as its records tell; RFC 3339. */
export function findNewestTime({ records }: Pick<ClassInput, "records">): string | null {
  const times = records.map(({ clock }) => clock.finishedAt).sort();
  return times.at(-1) ?? null;
}

function viewDate(input: ClassInput, { language }: Sentences): Pick<ClassFiguresView, "date" | "dateWords"> {
  const time = findNewestTime(input);
  if (time === null) return { date: null, dateWords: null };
  const words = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  return { date: time.slice(0, 10), dateWords: words.format(new Date(time)) };
}
