/** Why a person should look at an answer. Pure. */

import { isRealExplanation } from "../../contract/explanation";
import { isSettled, type MarkedRecord } from "../../contract/hand-mark";
import { comparePoints, ratioOfPoints } from "../../contract/points";
import type { RecordedQuestion } from "../../contract/record";
import { hasPoints, listPartVerdicts } from "../../contract/recorded-question";
import { hasUnreadExplanation, hasUnreadWork } from "../../contract/unread-explanation";
import type { PartVerdict } from "../../contract/verdict";

/** In the order in which a page lists them. */
export const reasonWords = {
  appeal: "asks for another look",
  explanation: "explanation to read",
  zero: "suspicious zero",
  mixed: "conventions mixed",
  interfered: "interfered with the channel",
  unexplained: "unexplained",
  unproven: "builds on what nothing explains",
  silent: "silent where much less could have shown",
  differing: "an earlier function differs",
  unstable: "another answer the second time",
  "not-run": "could not be run",
  "whole-work": "the whole submission is in doubt",
  outdated: "decided for another state",
  decided: "decided by hand",
} as const;

export type Reason = keyof typeof reasonWords;

export const allReasons = Object.keys(reasonWords) as readonly Reason[];

export function isReason(text: string): text is Reason {
  return Object.hasOwn(reasonWords, text);
}

/** @param open whether the question is one that a person has to decide, and whether the student asked for it */
export function listReasons(
  record: MarkedRecord,
  question: RecordedQuestion,
  { waits, isAsked }: { readonly waits: boolean; readonly isAsked: boolean },
): readonly Reason[] {
  const parts = listPartVerdicts(question);
  const mark = record.marks?.[question.id];
  const holds: Readonly<Record<Reason, boolean>> = {
    appeal: isAsked,
    explanation: waits && question.status === "pending_manual" && isRealExplanation(question.explanation),
    zero: isSuspiciousZero(record, question, parts),
    mixed: parts.some(({ finding }) => finding.kind === "mixed"),
    interfered: waits && record.tampering !== null,
    unexplained: parts.some(({ finding }) => finding.kind === "unexplained"),
    unproven: waits && parts.some(isUnproven),
    silent: waits && parts.some(isSilent),
    differing: waits && parts.some(({ differing }) => differing !== undefined),
    unstable: record.unstable?.includes(question.id) === true,
    "not-run": waits && record.ungradable !== undefined,
    "whole-work": waits && isWholeInDoubt(record),
    outdated: mark?.outdated !== undefined,
    decided: isSettled(mark),
  };
  return allReasons.filter((reason) => holds[reason]);
}

/** What nobody has to decide, and somebody may want to see. */
export function isWorthALook(reasons: readonly Reason[]): boolean {
  return !reasons.includes("decided") && (reasons.includes("zero") || reasons.includes("unexplained"));
}

/** An answer is there and earned nothing, in a submission that earned half of its points or more. */
function isSuspiciousZero(
  { score }: MarkedRecord,
  question: RecordedQuestion,
  parts: readonly PartVerdict[],
): boolean {
  if (!hasPoints(question) || comparePoints(question.points, "0") > 0) return false;
  const isAnswered = parts.some(({ finding }) => finding.kind !== "unanswered");
  return isAnswered && score !== undefined && ratioOfPoints(score.points, score.maxPoints) >= 0.5;
}

function isSilent({ finding }: PartVerdict): boolean {
  return finding.kind === "explained" && finding.spoilt?.leavesOpen === true;
}

function isUnproven({ finding }: PartVerdict): boolean {
  return finding.kind === "explained" && finding.unproven !== undefined;
}

function isWholeInDoubt(record: MarkedRecord): boolean {
  return (
    record.noneFoundOf !== undefined ||
    record.loadError !== undefined ||
    hasUnreadExplanation(record) ||
    hasUnreadWork(record)
  );
}
