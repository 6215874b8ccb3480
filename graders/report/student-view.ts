/** What a student's report shows, as plain data. Pure; hidden cases, printed output and faults never enter it. */

import type { Assignment } from "../contract/assignment";
import { countBonusPoints, countMaxPoints } from "../contract/assignment";
import type { MarkedRecord } from "../contract/hand-mark";
import { comparePoints, ratioOfPoints, shortenPoints } from "../contract/points";
import { rememberTexts } from "../contract/remember";
import { weighAssignment } from "../records/weights/weigh";
import type { FigureLabels, Sentences, StudentLabels } from "../wording/sentences-shape";
import { type ChainView, viewCarryChain } from "./carry-chain";
import { type PlacedFigure, viewFigures } from "./figures/figures";
import { cleanLine } from "./foreign-text";
import { type MendingView, viewMending } from "./mending-view";
import { type PriorityView, viewPriorities } from "./priorities";
import { type QuestionView, viewQuestion } from "./question-view";
import { type NoticeView, viewNotices } from "./student-notices";

export interface StudentView {
  readonly language: string;
  readonly labels: StudentLabels;
  readonly assignmentTitle: string;
  readonly heading: string;
  readonly total: TotalView;
  readonly notices: readonly NoticeView[];
  /** Null for what was run. */
  readonly mending: MendingView | null;
  readonly priorities: readonly PriorityView[];
  /** Where questions stand that are not only judged; a row without a question is left out. */
  readonly standing: readonly StandingView[];
  /** Those that say more than the notices do. */
  readonly questions: readonly QuestionView[];
  /** The others, in a line. */
  readonly silent: readonly QuestionView[];
  /** Those for which there are numbers. */
  readonly figures: readonly PlacedFigure[];
  readonly figureLabels: FigureLabels;
  /** There, where figures hold reference values: for whom the page is. */
  readonly revealed: string | null;
  /** Null where nothing was carried. */
  readonly chain: ChainView | null;
  readonly handIn: HandInView;
}

export interface TotalView {
  /** Null while there is none to show. */
  readonly points: string | null;
  readonly maxPoints: string;
  /** "of 22 points" */
  readonly of: string;
  /** "bonus 0 of 2"; null when the assignment has no bonus, or the total is held back. */
  readonly bonus: string | null;
  /** In place of points. */
  readonly without: string;
  readonly status: string;
  /** Width of the bar, 0 to 100. */
  readonly percent: number;
  readonly level: "full" | "most" | "some";
}

export interface StandingView {
  readonly label: string;
  readonly questions: readonly Pick<QuestionView, "id" | "title">[];
}

export interface HandInView {
  readonly submissionId: string;
  readonly files: string;
  /** The beginning of the digest over all files; null when nothing was taken in. */
  readonly digest: string | null;
  /** ISO 8601, and in words; the day in UTC. */
  readonly date: string;
  readonly dateWords: string;
  readonly producer: string;
}

/** What every page of a class is written with. */
export interface PageSetup {
  readonly assignment: Assignment;
  readonly sentences: Sentences;
  /** With reference values; without when left out. */
  readonly isRevealed?: boolean;
}

/** @param name the student's name; the submission's id stands in for it */
export function viewStudent(
  record: MarkedRecord,
  { assignment, sentences, isRevealed = false }: PageSetup,
  name?: string,
): StudentView {
  const byId = new Map(assignment.questions.map((one) => [one.id, one]));
  const questions = record.questions.map((one) => {
    const mark = record.marks?.[one.id];
    const weight = record.weights?.find(({ question }) => question === one.id);
    return viewQuestion(
      one,
      { question: byId.get(one.id), task: assignment.tasks?.[one.id], mark, weight },
      sentences,
    );
  });
  const drawn = { questions: record.questions, asked: assignment.questions, views: questions };
  const figures = viewFigures(drawn, sentences, isRevealed);
  return {
    language: sentences.language,
    labels: sentences.student,
    assignmentTitle: assignment.title,
    heading: cleanLine(name ?? record.submission.id),
    total: viewTotal(record, assignment, sentences),
    notices: viewNotices(record, sentences),
    mending: viewMending(record, sentences),
    priorities: viewPriorities(questions, sentences),
    standing: viewStanding(questions, sentences),
    questions: questions.filter(hasDetails),
    silent: questions.filter((one) => !hasDetails(one)),
    figures,
    figureLabels: sentences.figures,
    revealed: isRevealed && figures.some(({ id }) => id === "roof") ? sentences.figures.revealed : null,
    chain: viewCarryChain(record, assignment, questions),
    handIn: viewHandIn(record, sentences),
  };
}

function hasDetails({ parts, note, byHand, explanation, weighed }: QuestionView): boolean {
  return parts.length > 0 || [note, byHand, explanation, weighed].some((one) => one !== null);
}

function viewTotal(
  { score, status, weights = [] }: MarkedRecord,
  assignment: Assignment,
  sentences: Sentences,
): TotalView {
  const weighed = weighAssignment(assignment, weights);
  const maxPoints = countMaxPoints(weighed);
  const bonusPoints = countBonusPoints(weighed);
  // Nothing was run, so there is no mark yet: a zero would read like one.
  const shown = status === "ungradable" ? undefined : score;
  const ratio = shown === undefined ? 0 : ratioOfPoints(shown.points, maxPoints);
  const hasBonus = comparePoints(bonusPoints, "0") > 0;
  const { points: words, student } = sentences;
  return {
    points: shown === undefined ? null : shortenPoints(shown.points),
    maxPoints: shortenPoints(maxPoints),
    of: words.of(shortenPoints(maxPoints)),
    bonus:
      shown !== undefined && hasBonus
        ? words.bonusOf(shortenPoints(shown.bonus), shortenPoints(bonusPoints))
        : null,
    without: status === "ungradable" ? student.notRun : `${student.total}: ${student.totalHeldBack}`,
    status: sentences.statuses[status],
    percent: Math.round(100 * ratio),
    level: ratio >= 1 ? "full" : ratio >= 0.5 ? "most" : "some",
  };
}

function viewStanding(questions: readonly QuestionView[], { student }: Sentences): readonly StandingView[] {
  const rows = [
    { label: student.waiting, questions: questions.filter(({ state }) => state === "person") },
    { label: student.lookedAt, questions: questions.filter(({ byHand }) => byHand !== null) },
  ];
  return rows
    .filter((row) => row.questions.length > 0)
    .map((row) => ({ ...row, questions: row.questions.map(({ id, title }) => ({ id, title })) }));
}

const digestShown = "sha256:".length + 16;

/** Such a format takes longer to make than the rest of a page without figures. */
const makeDateWords = rememberTexts(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }),
);

function viewHandIn({ submission, clock, producer }: MarkedRecord, { language }: Sentences): HandInView {
  const { id, files, contentDigest } = submission;
  return {
    submissionId: cleanLine(id),
    files: cleanLine(files.map(({ path }) => path).join(", ")),
    digest: contentDigest === null ? null : `${contentDigest.slice(0, digestShown)}…`,
    date: clock.finishedAt.slice(0, 10),
    dateWords: makeDateWords(language).format(new Date(clock.finishedAt)),
    producer: `${producer.name} ${producer.version}`,
  };
}
