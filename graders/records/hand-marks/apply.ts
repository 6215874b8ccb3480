/** A record with what people decided since. The record on disk stays what the run made of it. Pure. */

import { type Assignment, countMaxPoints } from "../../contract/assignment";
import {
  type HandMark,
  isSettled,
  type MarkedRecord,
  type OutdatedReason,
  type QuestionMark,
} from "../../contract/hand-mark";
import { addPoints, comparePoints } from "../../contract/points";
import type { RecordedQuestion, RecordStatus, SubmissionRecord } from "../../contract/record";
import { hasPoints, isJudged, listPartVerdicts } from "../../contract/recorded-question";
import type { PartVerdict, QuestionVerdict } from "../../contract/verdict";
import { listPoints } from "../record";
import { describeWork, isSameWork } from "./fingerprint";
import { countGiven } from "./given-points";
import type { StandingMarks } from "./standing";
import { listDoubtful, listWaiting } from "./waiting";

type Verdict = Extract<QuestionVerdict, { readonly status: "graded" | "pending_manual" }>;

interface Decided {
  readonly question: RecordedQuestion;
  readonly mark: QuestionMark;
}

/** The record itself where nobody decided anything about it. */
export function applyMarks(
  record: SubmissionRecord,
  standing: StandingMarks,
  assignment: Assignment,
): MarkedRecord {
  const own = standing.get(record.submission.id);
  if (own === undefined) return record;
  const waiting = new Set(listWaiting(record).map(({ id }) => id));
  const decided = new Map<string, Decided>();
  for (const question of record.questions) {
    const marks = own.get(question.id) ?? [];
    const doubtful = waiting.has(question.id) ? listDoubtful(record, question) : [];
    if (marks.length > 0) decided.set(question.id, decide(record, { question, marks, doubtful }));
  }
  if (decided.size === 0) return record;
  // What could not be run, or not be graded, is so still while none of its questions has points.
  const isNone = [...decided.values()].every(({ mark }) => mark.outdated !== undefined);
  if (isNone && (record.status === "ungradable" || record.status === "not_graded"))
    return { ...record, marks: listMarks(decided) };
  return settle(record, { decided, waiting }, assignment);
}

interface Decisions {
  readonly decided: ReadonlyMap<string, Decided>;
  readonly waiting: ReadonlySet<string>;
}

function listMarks(decided: Decisions["decided"]): Readonly<Record<string, QuestionMark>> {
  return Object.fromEntries([...decided].map(([id, { mark }]) => [id, mark]));
}

function settle(
  record: SubmissionRecord,
  { decided, waiting }: Decisions,
  assignment: Assignment,
): MarkedRecord {
  const questions = record.questions.map((recorded) => {
    const { question: one, mark } = decided.get(recorded.id) ?? { question: recorded };
    // Decided in part, or once for something else: a person has to look again.
    return mark !== undefined && one.status === "graded" && !isSettled(mark)
      ? { ...one, status: "pending_manual" as const }
      : one;
  });
  const isOpen = [...waiting, ...decided.keys()].some((id) => !isSettled(decided.get(id)?.mark));
  const { score: _, fault, ...rest } = record;
  const isHeldBack = questions.some((one) => one.status === "not_graded");
  // Of what could not be run nobody has a mark before a person looked at every question.
  const isNotRun = questions.some((one) => one.status === "ungradable");
  const settled: RecordStatus = isOpen ? "pending_manual" : "graded";
  const status: RecordStatus = isHeldBack ? "not_graded" : isNotRun ? "ungradable" : settled;
  const counted = isNotRun ? [] : questions;
  const score = {
    points: addPoints(listPoints(counted, false)),
    maxPoints: record.score?.maxPoints ?? countMaxPoints(assignment),
    bonus: addPoints(listPoints(counted, true)),
  };
  return {
    ...rest,
    ...(isHeldBack ? (fault === undefined ? {} : { fault }) : { score }),
    status,
    questions,
    marks: listMarks(decided),
  };
}

interface Deciding {
  readonly question: RecordedQuestion;
  readonly marks: readonly HandMark[];
  /** Parts that a person has to look at. */
  readonly doubtful: readonly PartVerdict[];
}

function decide(record: SubmissionRecord, { question, marks, doubtful }: Deciding): Decided {
  const automatic = isJudged(question) ? { automatic: question.points } : {};
  const outdated = findOutdated(record, question, marks);
  const isLooked = (id: string): boolean => marks.some(({ part }) => part === undefined || part === id);
  const undecided = doubtful.map(({ id }) => id).filter((id) => !isLooked(id));
  const mark: QuestionMark = {
    comments: marks.map((one) => one.comment.trim()).filter((text) => text !== ""),
    by: [...new Set(marks.map((one) => one.by))],
    ...automatic,
    ...(outdated === null ? {} : { outdated }),
    ...(undecided.length === 0 ? {} : { undecided }),
  };
  return { question: outdated === null ? markQuestion(question, marks) : question, mark };
}

function findOutdated(
  record: SubmissionRecord,
  question: RecordedQuestion,
  marks: readonly HandMark[],
): OutdatedReason | null {
  const now = describeWork(record, question);
  if (marks.some(({ work }) => !isSameWork(work, now))) return "another-hand-in";
  if (marks.some(({ work }) => work.maxPoints !== now.maxPoints)) return "another-worth";
  const parts = isJudged(question) ? question.parts.map(({ id }) => id) : [];
  if (marks.some(({ part }) => part !== undefined && !parts.includes(part))) return "another-part";
  return marks.some((one) => isOfOther(one, question)) ? "another-judgement" : null;
}

/** Whether something else is judged now than what was added to, or taken from. */
function isOfOther({ gives, part }: HandMark, question: RecordedQuestion): boolean {
  if (gives.kind !== "adjustment" || gives.of === undefined) return false;
  const parts = listPartVerdicts(question);
  const judged = part === undefined ? findPoints(question) : parts.find(({ id }) => id === part)?.points;
  return judged === undefined || comparePoints(judged, gives.of) !== 0;
}

const findPoints = (question: RecordedQuestion): string | undefined =>
  hasPoints(question) ? question.points : undefined;

function markQuestion(question: RecordedQuestion, marks: readonly HandMark[]): RecordedQuestion {
  const whole = marks.find(({ part }) => part === undefined);
  if (whole !== undefined) {
    const judged = hasPoints(question) ? question.points : undefined;
    const decided = toVerdict(question, countGiven(whole.gives, judged, question.maxPoints), "graded");
    return { ...decided, parts: decided.parts.map(settlePart) };
  }
  if (!isJudged(question)) return question;
  const parts = question.parts.map((part) => {
    const mark = marks.find((one) => one.part === part.id);
    return mark === undefined
      ? part
      : { ...settlePart(part), points: countGiven(mark.gives, part.points, part.maxPoints) };
  });
  return { ...question, status: "graded", parts, points: addPoints(parts.map(({ points }) => points)) };
}

/** What counted half until a person had looked does so no longer. */
function settlePart(part: PartVerdict): PartVerdict {
  if (part.finding.kind !== "explained" || part.finding.unproven === undefined) return part;
  const { unproven: _, ...finding } = part.finding;
  return { ...part, finding };
}

function toVerdict(question: RecordedQuestion, points: string, status: Verdict["status"]): Verdict {
  const { id, maxPoints, isBonus, explanation } = question;
  return {
    id,
    status,
    points,
    maxPoints,
    isBonus,
    parts: listPartVerdicts(question),
    explanation,
  };
}
