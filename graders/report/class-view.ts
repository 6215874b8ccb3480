/** What the class page shows, as plain data. Pure. For staff: it names students and, if asked, hidden cases. */
import { type Assignment, countBonusPoints, countMaxPoints } from "../contract/assignment";
import { comparePoints, formatPoints, meanPoints, ratioOfPoints } from "../contract/points";
import type { SubmissionRecord } from "../contract/record";
import type { SandboxReport } from "../contract/sandbox-report";
import { weighAssignment } from "../records/weights/weigh";
import type { ClassLabels, Sentences } from "../wording/sentences-shape";
import { type ClassFacts, type ClassInput, gatherClassFacts, type LinkView } from "./class-input";
import {
  type ReasonsView,
  type RosterView,
  viewNeedsPerson,
  viewNotGraded,
  viewPaidWords,
  viewRoster,
} from "./class-lists";
import { type ColumnView, type RowView, viewColumns, viewRows } from "./class-table";
import { type EvidenceView, viewEvidence } from "./evidence-view";
import { cleanLine } from "./foreign-text";
import { drawHistogram, type HistogramView } from "./histogram";
import { Sentence } from "./leaves";
import { countMisconceptions } from "./misconceptions";
import { countTotals, formatMean, formatMedian } from "./statistics";

export interface ClassView {
  readonly language: string;
  readonly labels: Omit<ClassLabels, "reasons">;
  readonly assignmentTitle: string;
  readonly summary: SummaryView;
  readonly weights: readonly WeightView[];
  readonly accepted: readonly AcceptedView[];
  readonly columns: readonly ColumnView[];
  readonly hasBonus: boolean;
  readonly rows: readonly RowView[];
  readonly histogram: HistogramView;
  readonly misconceptions: readonly MisconceptionView[];
  readonly means: readonly MeanView[];
  readonly needsPerson: readonly ReasonsView[];
  readonly paidWords: readonly ReasonsView[];
  readonly notGraded: readonly ReasonsView[];
  readonly roster: RosterView | null;
  readonly evidence: readonly EvidenceView[] | null;
  readonly run: RunView;
}

/** A question that counts otherwise. */
export interface WeightView {
  readonly title: string;
  readonly says: Sentence;
}

/** What a person accepted for this class. */
export interface AcceptedView {
  readonly title: string;
  readonly says: Sentence;
  /** Share of the points. */
  readonly credit: string;
  /** Who, when, why. */
  readonly because: string;
}

export interface SummaryView {
  readonly submissions: number;
  readonly counted: number;
  readonly mean: string | null;
  readonly median: string | null;
  readonly maxPoints: string;
}

export interface MisconceptionView {
  readonly questionTitle: string;
  readonly says: Sentence;
  readonly count: number;
  readonly madeBy: readonly LinkView[];
}

export interface MeanView {
  readonly id: string;
  readonly title: string;
  /** Null when nothing has a score. */
  readonly mean: string | null;
  readonly maxPoints: string;
  /** Width of the bar, 0 to 100. */
  readonly percent: number;
}

export interface RunView {
  readonly producer: string;
  readonly seedDigest: string;
  readonly rubricDigest: string;
  readonly sandbox: SandboxReport;
  readonly active: string;
}

const mostMisconceptions = 12;

export function viewClass(input: ClassInput, asked: Assignment, sentences: Sentences): ClassView {
  const assignment = weighAssignment(asked, input.weights ?? []);
  const facts = gatherClassFacts(input, assignment);
  const { reasons: _, ...labels } = sentences.classPage;
  // What could not be run says nothing about what was learned.
  const scored = input.records.filter((one) => one.score !== undefined && one.status !== "ungradable");
  const totals = scored.flatMap((one) => one.score?.points ?? []);
  const maxPoints = countMaxPoints(assignment);
  return {
    language: sentences.language,
    labels,
    assignmentTitle: assignment.title,
    summary: {
      submissions: input.records.length,
      counted: totals.length,
      mean: formatMean(totals),
      median: formatMedian(totals),
      maxPoints: formatPoints(maxPoints),
    },
    weights: viewWeights(input, assignment, sentences),
    accepted: viewAccepted(assignment),
    columns: viewColumns(assignment.questions),
    hasBonus: comparePoints(countBonusPoints(assignment), "0") > 0,
    rows: viewRows(facts, sentences),
    histogram: drawHistogram(countTotals(totals, maxPoints), labels.distributionAxis),
    misconceptions: viewMisconceptions(facts),
    means: viewMeans(scored, assignment),
    needsPerson: viewNeedsPerson(facts, sentences.classPage),
    paidWords: viewPaidWords(facts),
    notGraded: viewNotGraded(facts),
    roster: viewRoster(facts),
    evidence: input.withEvidence === true ? viewEvidence(facts) : null,
    run: viewRun(input),
  };
}

function viewWeights(
  { weights = [] }: ClassInput,
  { questions }: Assignment,
  { findings }: Sentences,
): readonly WeightView[] {
  return weights.map((weight) => ({
    title: questions.find(({ id }) => id === weight.question)?.feedback.title ?? weight.question,
    says: new Sentence(findings.weighed(weight)),
  }));
}

function viewAccepted({ accepted = [], questions }: Assignment): readonly AcceptedView[] {
  return accepted.map(({ question, part, says, credit, by, at, why }) => {
    const asked = questions.find(({ id }) => id === question);
    const title = asked?.feedback.title ?? question;
    return {
      title: (asked?.parts.length ?? 1) > 1 ? `${title} (${part})` : title,
      says: new Sentence(says),
      credit,
      because: cleanLine(`${by}, ${at.slice(0, 10)}: ${why}`, 600),
    };
  });
}

function viewMisconceptions({ records, assignment, link }: ClassFacts): readonly MisconceptionView[] {
  const titles = new Map(assignment.questions.map((one) => [one.id, one.feedback.title]));
  return countMisconceptions(records, assignment.questions)
    .slice(0, mostMisconceptions)
    .map(({ question, says, madeBy }) => ({
      questionTitle: titles.get(question) ?? question,
      says: new Sentence(says),
      count: madeBy.length,
      madeBy: madeBy.map(link),
    }));
}

/** Over the submissions with a score, so that the means add up to the mean of the totals. */
function viewMeans(scored: readonly SubmissionRecord[], assignment: Assignment): readonly MeanView[] {
  return assignment.questions.map(({ id, feedback, points: maxPoints }) => {
    const earned = scored.flatMap((record) => {
      const recorded = record.questions.find((one) => one.id === id);
      return recorded !== undefined && "points" in recorded ? [recorded.points] : [];
    });
    const share = ratioOfPoints(meanPoints(earned) ?? "0", maxPoints);
    return {
      id,
      title: feedback.title,
      mean: formatMean(earned),
      maxPoints: formatPoints(maxPoints),
      percent: Math.round(100 * share),
    };
  });
}

function viewRun({ producer, seedDigest, rubricDigest, sandbox }: ClassInput): RunView {
  return {
    producer: `${producer.name} ${producer.version}`,
    seedDigest,
    rubricDigest,
    sandbox,
    active: sandbox.active.join(", "),
  };
}
