/** What a student's report shows of one question, as plain data. Pure; hidden cases never enter it. */

import type { QuestionMark } from "../contract/hand-mark";
import { addPoints, comparePoints, shortenPoints, subtractPoints } from "../contract/points";
import type { Question } from "../contract/question";
import type { QuestionWeight } from "../contract/question-weight";
import type { RecordedQuestion } from "../contract/record";
import { isJudged } from "../contract/recorded-question";
import type { QuestionState, Sentences } from "../wording/sentences-shape";
import { Sentence, StudentMarkdown } from "./leaves";
import { longestRendered } from "./markdown";
import { type DescribedPart, describeParts, type Tone } from "./part-words";
import { chooseNote, describeMark } from "./question-message";

export interface QuestionView {
  /** The question's id: the anchor of its section, the same in every report. */
  readonly id: string;
  /** Its number in the assignment, in words ("Task 2a"); null when it has none. */
  readonly task: string | null;
  readonly title: string;
  /** What was asked, in one line; null when the title says it. */
  readonly asked: Sentence | null;
  /** Null when it could not be graded. */
  readonly points: string | null;
  readonly maxPoints: string;
  /** Exact; "0" when nothing is lost or nothing was graded. */
  readonly lostPoints: string;
  readonly isBonus: boolean;
  readonly state: QuestionState;
  readonly stateWords: string;
  readonly parts: readonly PartView[];
  /** True when nothing is to be said but that it is right: then it opens from a line. */
  readonly isFolded: boolean;
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
  readonly lostPoints: string;
  readonly tone: Tone;
  readonly says: readonly Sentence[];
  readonly hint: Sentence | null;
}

/** What is known of a question besides its record. */
export interface QuestionFacts {
  readonly question: Question | undefined;
  /** Its number in the assignment. */
  readonly task: string | undefined;
  readonly mark: QuestionMark | undefined;
  readonly weight: QuestionWeight | undefined;
}

export function viewQuestion(
  recorded: RecordedQuestion,
  { question, task, mark, weight }: QuestionFacts,
  sentences: Sentences,
): QuestionView {
  const state = getState(recorded);
  const parts = isJudged(recorded) ? describeParts(recorded.parts, question, sentences.findings) : [];
  const asked = question?.feedback.asked;
  const byHand = mark === undefined ? null : viewByHand(recorded, mark, sentences);
  return {
    id: recorded.id,
    task: task === undefined ? null : sentences.points.task(task),
    title: question?.feedback.title ?? recorded.id,
    asked: asked === undefined ? null : new Sentence(asked),
    ...viewPoints(recorded),
    isBonus: recorded.isBonus,
    state,
    stateWords: sentences.states[state],
    parts: parts.map((part) => viewPart(part, parts.length > 1)),
    isFolded: state === "full" && byHand === null && weight === undefined,
    weighed: weight === undefined ? null : new Sentence(sentences.findings.weighed(weight)),
    note: viewNote(recorded, sentences),
    byHand,
    ...viewExplanation(recorded),
  };
}

function viewPoints(recorded: RecordedQuestion): Pick<QuestionView, "points" | "maxPoints" | "lostPoints"> {
  const isGraded = isJudged(recorded);
  return {
    points: isGraded ? shortenPoints(recorded.points) : null,
    maxPoints: shortenPoints(recorded.maxPoints),
    lostPoints: isGraded ? countLost(recorded.points, recorded.maxPoints) : "0",
  };
}

/** A person may give more than a question is worth. */
function countLost(points: string, maxPoints: string): string {
  const lost = subtractPoints(maxPoints, points);
  return comparePoints(lost, "0") > 0 ? lost : "0";
}

function viewExplanation({
  explanation,
}: RecordedQuestion): Pick<QuestionView, "explanation" | "isExplanationCut"> {
  return {
    explanation: explanation.trim() === "" ? null : new StudentMarkdown(explanation),
    isExplanationCut: explanation.length > longestRendered,
  };
}

function viewByHand(recorded: RecordedQuestion, mark: QuestionMark, { findings }: Sentences): ByHandView {
  return {
    says: new Sentence(describeMark(recorded, mark, findings)),
    comments: mark.comments.map((text) => new StudentMarkdown(text)),
  };
}

function viewPart({ verdicts, tone, says, hint }: DescribedPart, isNamed: boolean): PartView {
  const points = addPoints(verdicts.map((one) => one.points));
  const maxPoints = addPoints(verdicts.map((one) => one.maxPoints));
  return {
    id: verdicts[0]?.id ?? "",
    isNamed,
    points: shortenPoints(points),
    maxPoints: shortenPoints(maxPoints),
    lostPoints: countLost(points, maxPoints),
    tone,
    says: says.map((text) => new Sentence(text)),
    hint: hint === null ? null : new Sentence(hint),
  };
}

/** Nothing for an ungradable question: the notice at the top says it once for all of them. */
function viewNote(recorded: RecordedQuestion, { findings }: Sentences): Sentence | null {
  if (recorded.status === "pending_manual") return new Sentence(chooseNote(recorded, findings));
  return recorded.status === "not_graded" ? new Sentence(findings.heldBack) : null;
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
