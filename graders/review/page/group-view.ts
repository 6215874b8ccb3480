/** A group as its page shows it: what the answers show, the cases, the words and the code. Pure. */

import type { Assignment } from "../../contract/assignment";
import { listFew } from "../../contract/list-few";
import { addPoints, formatPoints } from "../../contract/points";
import type { Question } from "../../contract/question";
import { isJudged, listPartVerdicts } from "../../contract/recorded-question";
import type { PartVerdict } from "../../contract/verdict";
import type { MarkingClass } from "../../grade/marking/marking-class";
import { type CaseView, describeFinding, listAccepted, viewCase } from "../../report/evidence-view";
import { cleanLine } from "../../report/foreign-text";
import { Sentence, StudentMarkdown } from "../../report/leaves";
import { describePart } from "../../report/part-words";
import { sayMessage } from "../../wording/messages";
import { englishSentences } from "../../wording/sentences";
import { english } from "../../wording/translator";
import { describeShape } from "../promote/find-shape";
import { listParts } from "../promote/list-promotable";
import type { DeskGroup, Member } from "../queue/desk-group";
import { numberWords } from "../queue/divide";
import { reasonWords } from "../queue/reasons";
import { describeDecided, wholeTitle } from "./words";

const mostNames = 5;

export interface GroupView {
  readonly key: string;
  readonly question: string;
  readonly title: string;
  readonly reasons: readonly string[];
  readonly judged: string | null;
  readonly maxPoints: string;
  readonly notes: readonly string[];
  /** What people decided before. */
  readonly decided: readonly string[];
  readonly parts: readonly PartView[];
  /** What students write. */
  readonly words: readonly WordsView[];
  /** Whether they write different things, and can be chosen by it. */
  readonly isOfSeveral: boolean;
  readonly codes: readonly CodeView[];
  readonly codeMissing: string | null;
  /** How its answers could become accepted ones of the class: a formula, options; with what to type after `npm run promote -- <out>`. */
  readonly promotable: readonly PromotableView[];
}

export interface PromotableView {
  readonly shape: string;
  readonly typed: string;
}

export interface PartView {
  readonly id: string;
  readonly isNamed: boolean;
  readonly points: string;
  readonly maxPoints: string;
  readonly says: readonly Sentence[];
  readonly hint: Sentence | null;
  readonly finding: string;
  readonly cases: readonly DeskCase[];
}

export interface DeskCase extends CaseView {
  /** By a way of counting that costs nothing. */
  readonly isRight: boolean;
}

/** What several students share, word for word. */
export interface WordsView {
  /** Says in the list of members whose it is. */
  readonly number: number;
  readonly who: string;
  /** To be answered. */
  readonly request: StudentMarkdown | null;
  readonly text: StudentMarkdown | null;
}

export interface CodeView {
  readonly code: string;
  readonly who: string;
}

/** Of each member; null where the judged files are not there. */
export type MemberCodes = ReadonlyMap<string, string | null>;

export interface GroupFacts {
  readonly assignment: Assignment;
  readonly marking: MarkingClass;
  readonly codes: { readonly byMember: MemberCodes; readonly missing: string | null };
  readonly nameOf: (submission: string) => string;
}

const mostTexts = 20;
const mostCodes = 8;
const mostReadings = 6;

export function viewGroup(group: DeskGroup, { assignment, marking, codes, nameOf }: GroupFacts): GroupView {
  const [{ question: recorded }] = group.members;
  const question = assignment.questions.find(({ id }) => id === group.question);
  const parts = listPartVerdicts(recorded);
  return {
    key: group.key,
    question: group.question,
    title: question?.feedback.title ?? wholeTitle,
    reasons: group.reasons.map((reason) => reasonWords[reason]),
    judged: isJudged(recorded) ? formatPoints(recorded.points) : null,
    maxPoints: formatPoints(addPoints(group.members[0].questions.map(({ maxPoints }) => maxPoints))),
    notes: listNotes(group.members),
    decided: listDecided(group, marking),
    parts: parts.map((part) => viewPart(part, question, parts.length > 1)),
    words: viewWords(group.members, nameOf),
    isOfSeveral: numberWords(group.members).length > 1,
    codes: shareTexts(group.members, ({ key }) => codes.byMember.get(key) ?? null, nameOf)
      .slice(0, mostCodes)
      .map(({ text, who }) => ({ code: text, who })),
    codeMissing: codes.missing,
    promotable: viewPromotable(group, assignment),
  };
}

function viewPromotable(group: DeskGroup, assignment: Assignment): readonly PromotableView[] {
  const parts = listParts(group, assignment);
  return parts.map(({ key, part, shape }) => ({
    shape: cleanLine(describeShape(shape)),
    typed: parts.length > 1 ? `${key} --part ${part}` : key,
  }));
}

function listDecided({ members }: DeskGroup, { standing }: MarkingClass): readonly string[] {
  const decided = members.flatMap(({ record, questions }) =>
    questions.flatMap(({ id }) => standing.get(record.submission.id)?.get(id) ?? []),
  );
  return [...new Set(decided.map(describeDecided))].slice(0, mostTexts);
}

/** What a run says of the submission as a whole, each once. */
function listNotes(members: readonly Member[]): readonly string[] {
  const notes = members.flatMap(({ record }) => [
    ...(record.ungradable === undefined ? [] : [sayMessage(record.ungradable.says, english)]),
    ...(record.tampering === null ? [] : [sayMessage(record.tampering, english)]),
    ...(record.loadError === undefined ? [] : [record.loadError.message]),
  ]);
  return [...new Set(notes)].slice(0, mostTexts).map((text) => cleanLine(text, 600));
}

function viewPart(verdict: PartVerdict, question: Question | undefined, isNamed: boolean): PartView {
  const { says, hint } = describePart(verdict, question, englishSentences.findings);
  const accepted = listAccepted(question, verdict.id);
  return {
    id: verdict.id,
    isNamed,
    points: formatPoints(verdict.points),
    maxPoints: formatPoints(verdict.maxPoints),
    says: says.map((text) => new Sentence(text)),
    hint: hint === null ? null : new Sentence(hint),
    finding: describePicks(verdict),
    cases: verdict.evidence.map((one) => ({
      ...viewCase(one, mostReadings),
      isRight: one.explainedBy.some((id) => accepted.has(id)),
    })),
  };
}

/** The reading's name, the options that differ from the reference, and the functions that something was taken from. */
function describePicks(verdict: PartVerdict): string {
  const { finding, differing = [] } = verdict;
  const picks = finding.kind === "explained" ? Object.entries(finding.reading.picks ?? {}) : [];
  const unproven = finding.kind === "explained" ? (finding.unproven ?? []) : [];
  return [
    describeFinding(verdict),
    ...picks.map(([choice, option]) => `${choice}: ${option}`),
    ...(unproven.length > 0 ? [`builds on ${unproven.join(", ")}`] : []),
    ...(differing.length > 0 ? [`differs: ${differing.join(", ")}`] : []),
  ].join(" · ");
}

/** In the order in which they are numbered; the most frequent first. */
function viewWords(members: readonly Member[], nameOf: (submission: string) => string): readonly WordsView[] {
  return numberWords(members).flatMap(({ members: sharing, words: { requests, texts } }, index) =>
    requests === null && texts === null
      ? []
      : [
          {
            number: index + 1,
            who: cleanLine(
              listFew(
                sharing.map((one) => nameOf(one.record.submission.id)),
                mostNames,
              ),
            ),
            request: requests === null ? null : new StudentMarkdown(requests),
            text: texts === null ? null : new StudentMarkdown(texts),
          },
        ],
  );
}

/** Each text once, with those who have it; the most frequent first. */
function shareTexts(
  members: readonly Member[],
  find: (member: Member) => string | null,
  nameOf: (submission: string) => string,
): readonly { readonly text: string; readonly who: string }[] {
  const owners = new Map<string, string[]>();
  for (const member of members) {
    const text = find(member);
    if (text === null) continue;
    owners.set(text, [...(owners.get(text) ?? []), nameOf(member.record.submission.id)]);
  }
  return [...owners]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([text, names]) => ({ text, who: cleanLine(listFew(names, mostNames)) }));
}
