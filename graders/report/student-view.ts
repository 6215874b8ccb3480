/** What a student's report shows, as plain data. Pure; hidden cases, printed output and faults never enter it. */

import type { Assignment } from "../contract/assignment";
import { countBonusPoints, countMaxPoints } from "../contract/assignment";
import type { MarkedRecord, QuestionMark } from "../contract/hand-mark";
import { addPoints, comparePoints, formatPoints, ratioOfPoints } from "../contract/points";
import type { Question } from "../contract/question";
import type { QuestionWeight } from "../contract/question-weight";
import type { RecordedQuestion } from "../contract/record";
import { weighAssignment } from "../records/weights/weigh";
import type { QuestionState, Sentences, StudentLabels } from "../wording/sentences-shape";
import { cleanLine } from "./foreign-text";
import { Sentence, StudentMarkdown } from "./leaves";
import { longestRendered } from "./markdown";
import { type DescribedPart, describeParts, type Tone } from "./part-words";
import { chooseNote, describeMark } from "./question-message";
import { type NoticeView, viewNotices } from "./student-notices";

export interface StudentView {
  readonly language: string;
  readonly labels: StudentLabels;
  readonly assignmentTitle: string;
  readonly heading: string;
  readonly submissionId: string;
  readonly total: TotalView;
  readonly notices: readonly NoticeView[];
  readonly questions: readonly QuestionView[];
  readonly producer: string;
}

export interface TotalView {
  /** Null while the total is held back. */
  readonly points: string | null;
  readonly maxPoints: string;
  /** Null when the assignment has no bonus, or the total is held back. */
  readonly bonus: string | null;
  readonly status: string;
  /** Width of the bar, 0 to 100. */
  readonly percent: number;
}

export interface QuestionView {
  /** The question's id: the anchor of its section, the same in every report. */
  readonly id: string;
  readonly title: string;
  /** Null when it could not be graded. */
  readonly points: string | null;
  readonly maxPoints: string;
  readonly isBonus: boolean;
  readonly state: QuestionState;
  readonly stateWords: string;
  readonly parts: readonly PartView[];
  /** False when the overview says it all. */
  readonly hasDetails: boolean;
  /** That it counts otherwise, and why. */
  readonly weighed: Sentence | null;
  readonly note: Sentence | null;
  readonly byHand: ByHandView | null;
  readonly explanation: StudentMarkdown | null;
  readonly isExplanationCut: boolean;
}

/** What a person decided, in their own words. */
export interface ByHandView {
  readonly says: Sentence;
  readonly comments: readonly StudentMarkdown[];
}

export interface PartView {
  readonly id: string;
  /** False for the only part of a question. */
  readonly isNamed: boolean;
  readonly points: string;
  readonly maxPoints: string;
  readonly tone: Tone;
  readonly says: readonly Sentence[];
  readonly hint: Sentence | null;
}

/** @param name the student's name; the submission's id stands in for it */
export function viewStudent(
  record: MarkedRecord,
  assignment: Assignment,
  sentences: Sentences,
  name?: string,
): StudentView {
  const byId = new Map(assignment.questions.map((one) => [one.id, one]));
  return {
    language: sentences.language,
    labels: sentences.student,
    assignmentTitle: assignment.title,
    heading: cleanLine(name ?? record.submission.id),
    submissionId: cleanLine(record.submission.id),
    total: viewTotal(record, assignment, sentences),
    notices: viewNotices(record, sentences),
    questions: record.questions.map((one) =>
      viewQuestion(one, byId.get(one.id), sentences, {
        mark: record.marks?.[one.id],
        weight: record.weights?.find(({ question }) => question === one.id),
      }),
    ),
    producer: `${record.producer.name} ${record.producer.version}`,
  };
}

function viewTotal(
  { score, status, weights = [] }: MarkedRecord,
  assignment: Assignment,
  sentences: Sentences,
): TotalView {
  const maxPoints = countMaxPoints(weighAssignment(assignment, weights));
  // Nothing was run, so there is no mark yet: a zero would read like one.
  const isShown = score !== undefined && status !== "ungradable";
  const hasBonus = comparePoints(countBonusPoints(assignment), "0") > 0;
  return {
    points: isShown ? formatPoints(score.points) : null,
    maxPoints: formatPoints(maxPoints),
    bonus: isShown && hasBonus ? formatPoints(score.bonus) : null,
    status: sentences.statuses[status],
    percent: !isShown ? 0 : Math.round(100 * ratioOfPoints(score.points, maxPoints)),
  };
}

function viewQuestion(
  recorded: RecordedQuestion,
  question: Question | undefined,
  sentences: Sentences,
  { mark, weight }: { readonly mark: QuestionMark | undefined; readonly weight: QuestionWeight | undefined },
): QuestionView {
  const state = getState(recorded);
  const parts = "parts" in recorded ? describeParts(recorded.parts, question, sentences.findings) : [];
  const note = getNote(recorded, sentences);
  const hasExplanation = recorded.explanation.trim() !== "";
  const byHand = mark === undefined ? null : viewByHand(recorded, mark, sentences);
  return {
    id: recorded.id,
    title: question?.feedback.title ?? recorded.id,
    points: "points" in recorded && recorded.status !== "ungradable" ? formatPoints(recorded.points) : null,
    maxPoints: formatPoints(recorded.maxPoints),
    isBonus: recorded.isBonus,
    state,
    stateWords: sentences.states[state],
    parts: parts.map((part) => viewPart(part, parts.length > 1)),
    hasDetails:
      parts.length > 0 || note !== null || byHand !== null || hasExplanation || weight !== undefined,
    weighed: weight === undefined ? null : new Sentence(sentences.findings.weighed(weight)),
    note: note === null ? null : new Sentence(note),
    byHand,
    explanation: hasExplanation ? new StudentMarkdown(recorded.explanation) : null,
    isExplanationCut: recorded.explanation.length > longestRendered,
  };
}

function viewByHand(recorded: RecordedQuestion, mark: QuestionMark, { findings }: Sentences): ByHandView {
  return {
    says: new Sentence(describeMark(recorded, mark, findings)),
    comments: mark.comments.map((text) => new StudentMarkdown(text)),
  };
}

function viewPart({ verdicts, tone, says, hint }: DescribedPart, isNamed: boolean): PartView {
  return {
    id: verdicts[0]?.id ?? "",
    isNamed,
    points: formatPoints(addPoints(verdicts.map((one) => one.points))),
    maxPoints: formatPoints(addPoints(verdicts.map((one) => one.maxPoints))),
    tone,
    says: says.map((text) => new Sentence(text)),
    hint: hint === null ? null : new Sentence(hint),
  };
}

/** Nothing for an ungradable question: the notice at the top says it once for all of them. */
function getNote(recorded: RecordedQuestion, { findings }: Sentences): string | null {
  if (recorded.status === "pending_manual") return chooseNote(recorded, findings);
  return recorded.status === "not_graded" ? findings.heldBack : null;
}

export function getState(recorded: RecordedQuestion): QuestionState {
  switch (recorded.status) {
    case "not_graded":
      return "held-back";
    case "ungradable":
      return "ungradable";
    case "pending_manual":
      return "person";
    case "graded":
      if (comparePoints(recorded.maxPoints, "0") === 0) return "void";
      if (comparePoints(recorded.points, recorded.maxPoints) >= 0) return "full";
      if (comparePoints(recorded.points, "0") > 0) return "part";
      return recorded.parts.length > 0 && recorded.parts.every((part) => part.finding.kind === "unanswered")
        ? "unanswered"
        : "none";
  }
}
