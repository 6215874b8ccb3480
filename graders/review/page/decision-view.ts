/** The right side of a page: what can be given, to whom, and in which words. Pure. */

import type { Assignment } from "../../contract/assignment";
import type { MarkedRecord } from "../../contract/hand-mark";
import type { RecordedQuestion } from "../../contract/record";
import { hasPoints, isJudged, listPartVerdicts } from "../../contract/recorded-question";
import type { ReviewDocument } from "../../contract/review-items";
import type { MarkingClass } from "../../grade/marking/marking-class";
import { wholeWork } from "../../grade/marking/seen";
import type { DeskGroup } from "../queue/desk-group";
import { numberWords } from "../queue/divide";
import { listReusedComments, type ReusedComment } from "./reused-comments";
import { listRubricItems, type OwnItems, type RubricItem } from "./rubric-items";
import type { Naming } from "./student-names";

export interface DecisionView {
  readonly targets: readonly TargetView[];
  readonly isInParts: boolean;
  /** Items are a question's, and nobody's of all together. */
  readonly takesItems: boolean;
  readonly comments: readonly NumberedComment[];
  readonly members: readonly MemberView[];
  readonly count: number;
  readonly isShared: boolean;
  readonly comment: string;
  /** Whether the comment is the one that stands, and not what the person is writing. */
  readonly isStanding: boolean;
  readonly note: string;
  readonly by: string;
}

/** A question, or one of its parts, or one of several questions: what points are given for. */
export interface TargetView {
  readonly index: number;
  /** Null for the whole question. */
  readonly part: string | null;
  readonly maxPoints: string;
  /** What was judged; empty where nothing was. */
  readonly judged: string;
  readonly points: string;
  readonly first: readonly NumberedItem[];
  readonly rest: readonly NumberedItem[];
}

export interface NumberedItem extends RubricItem {
  /** The key that picks it; empty for those that have none. */
  readonly digit: string;
  /** Of people and not of the rubric. */
  readonly isOwn: boolean;
}

export interface NumberedComment extends ReusedComment {
  readonly digit: string;
}

export interface MemberView {
  readonly key: string;
  readonly seen: string;
  readonly id: string;
  readonly name: string;
  readonly isChosen: boolean;
  /** The number of what the student writes; empty where all write the same. */
  readonly words: string;
}

/** What somebody had typed before the page was refused. */
export interface Typed {
  readonly points: readonly string[];
  readonly comment: string;
  readonly note: string;
  /** Keys of members; null for all. */
  readonly chosen: ReadonlySet<string> | null;
}

export const nothingTyped: Typed = { points: [], comment: "", note: "", chosen: null };

export interface DecisionFacts {
  readonly marking: MarkingClass;
  readonly assignment: Assignment;
  readonly naming: Naming;
  readonly by: string;
  readonly typed: Typed;
  readonly review: ReviewDocument;
}

export function viewDecision(group: DeskGroup, facts: DecisionFacts): DecisionView {
  const { marking, by, typed, review } = facts;
  const members = listMembers(group, facts);
  const targets = viewTargets(group, facts);
  return {
    targets,
    isInParts: targets.length > 1,
    takesItems: group.question !== wholeWork,
    comments: listReusedComments(marking.standing, review, group.question).map((one, index) => ({
      ...one,
      digit: String(index + 1),
    })),
    members,
    count: members.filter(({ isChosen }) => isChosen).length,
    isShared: members.length > 1,
    comment: typed === nothingTyped ? findComment(group, marking) : typed.comment,
    isStanding: typed === nothingTyped,
    note: typed.note,
    by,
  };
}

/** What the student was told before, where all were told the same: deciding anew does not take it away unseen. */
function findComment({ question, members }: DeskGroup, { standing }: MarkingClass): string {
  const told = members.map(({ record }) =>
    (standing.get(record.submission.id)?.get(question) ?? [])
      .map(({ comment }) => comment.trim())
      .filter((text) => text !== "")
      .join(" "),
  );
  const [first = "", ...others] = new Set(told);
  return others.length === 0 ? first : "";
}

/** By what they write, so that who is chosen by it stands together. */
function listMembers(group: DeskGroup, { naming, typed }: DecisionFacts): readonly MemberView[] {
  const numbered = numberWords(group.members);
  return numbered.flatMap(({ members }, index) =>
    members.map(({ key, seen, record }): MemberView => {
      const { id } = record.submission;
      const isChosen = typed.chosen === null || typed.chosen.has(key);
      const words = numbered.length > 1 ? String(index + 1) : "";
      return { key, seen, id: naming.idOf(id), name: naming.nameOf(id), isChosen, words };
    }),
  );
}

const mostDigits = 9;

/** Digits go on from part to part, so that a key means one thing on a page. */
function viewTargets(group: DeskGroup, facts: DecisionFacts): readonly TargetView[] {
  const { assignment, typed } = facts;
  const question = assignment.questions.find(({ id }) => id === group.question);
  const own = listOwnItems(group.question, facts);
  let digit = 0;
  return listTargets(group).map(({ part, maxPoints, judged, stands, verdict }, index) => {
    const only = question?.parts.length === 1 ? question.parts[0] : undefined;
    const asked = question?.parts.find(({ id }) => id === verdict?.id) ?? only;
    const share = Math.max(1, Math.floor(mostDigits / listTargets(group).length));
    const items = listRubricItems(question, asked, verdict, own).map((item, at): NumberedItem => {
      const isOwn = item.uses !== null;
      if (at >= share || digit >= mostDigits) return { ...item, isOwn, digit: "" };
      digit += 1;
      return { ...item, isOwn, digit: String(digit) };
    });
    const points = typed.points[index] ?? stands ?? judged;
    const [first, rest] = [items.filter((one) => one.digit !== ""), items.filter((one) => one.digit === "")];
    return { index, part, maxPoints, judged, points, first, rest };
  });
}

function listOwnItems(question: string, { marking, review }: DecisionFacts): OwnItems {
  const told = [...marking.standing.values()].map((marks) =>
    (marks.get(question) ?? []).map(({ comment }) => comment).join("\n"),
  );
  return { items: review.items.filter((one) => one.question === question), told };
}

interface Target {
  readonly part: string | null;
  readonly maxPoints: string;
  readonly judged: string;
  /** What a person decided; undefined where nothing counts. */
  readonly stands: string | undefined;
  readonly verdict:
    | Extract<DeskGroup["members"][0]["question"], { parts: unknown }>["parts"][number]
    | undefined;
}

/** Question by question where nothing could be run; part by part where there are several, and all that was decided before is of parts that are still there. */
function listTargets({ members }: DeskGroup): readonly Target[] {
  const [{ question, questions, record }] = members;
  if (questions.length > 1)
    return questions.map(({ id, maxPoints }) => ({
      part: id,
      maxPoints,
      judged: "",
      stands: undefined,
      verdict: undefined,
    }));
  const parts = listPartVerdicts(question);
  const decided = findDecided(record, question.id);
  const isWhole = members.some((one) => one.record.marks?.[question.id]?.outdated === "another-part");
  if (parts.length > 1 && !isWhole)
    return parts.map((verdict) => ({
      part: verdict.id,
      maxPoints: verdict.maxPoints,
      judged: verdict.points,
      stands: decided?.parts.find(({ id }) => id === verdict.id)?.points,
      verdict,
    }));
  const judged = hasPoints(question) && record.ungradable === undefined ? question.points : "";
  return [{ part: null, maxPoints: question.maxPoints, judged, stands: decided?.points, verdict: parts[0] }];
}

function findDecided(record: MarkedRecord, id: string): DecidedQuestion | undefined {
  const mark = record.marks?.[id];
  const question = record.questions.find((one) => one.id === id);
  const isDecided = mark !== undefined && mark.outdated === undefined;
  return isDecided && question !== undefined && isJudged(question) ? question : undefined;
}

type DecidedQuestion = Extract<RecordedQuestion, { readonly parts: unknown }>;
