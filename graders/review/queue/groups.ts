/** What waits, by question and behaviour: whoever answered alike is decided about once. Pure. */

import type { Assignment } from "../../contract/assignment";
import { compareText } from "../../contract/compare-text";
import type { OpenQuestion } from "../../contract/hand-mark";
import type { SubmissionRecord } from "../../contract/record";
import { listPartVerdicts } from "../../contract/recorded-question";
import { remember } from "../../contract/remember";
import { listOpen, type MarkingClass, nameAnswer } from "../../grade/marking/marking-class";
import { describeSeen, wholeWork } from "../../grade/marking/seen";
import { nameByDigest } from "../../grade/name-by-digest";
import { applyMarks } from "../../records/hand-marks/apply";
import { describeWork } from "../../records/hand-marks/fingerprint";
import type { DeskGroup, Member } from "./desk-group";
import { divideByWords } from "./divide";
import { allReasons, isWorthALook, listReasons, type Reason } from "./reasons";

/** As {@link listBehaviours}, with no more texts in each than are read before one decision. */
export function listGroups(marking: MarkingClass, assignment: Assignment): readonly DeskGroup[] {
  return listBehaviours(marking, assignment).flatMap(divideByWords);
}

/** What waits first, and of that what could be run; then the largest, then in the order of the assignment. */
export function listBehaviours(marking: MarkingClass, assignment: Assignment): readonly DeskGroup[] {
  const groups = new Map<string, Omit<DeskGroup, "members"> & { readonly members: [Member, ...Member[]] }>();
  for (const { member, ...entry } of listEntries(marking, assignment)) {
    const before = groups.get(entry.key);
    if (before === undefined) groups.set(entry.key, { ...entry, behaviour: entry.key, members: [member] });
    else before.members.push(member);
  }
  const order = new Map(assignment.questions.map(({ id }, index) => [id, index]));
  return [...groups.values()].sort(
    (a, b) =>
      Number(b.waits) - Number(a.waits) ||
      Number(a.reasons.includes("not-run")) - Number(b.reasons.includes("not-run")) ||
      b.members.length - a.members.length ||
      (order.get(a.question) ?? 0) - (order.get(b.question) ?? 0) ||
      compareText(a.key, b.key),
  );
}

export const nameMember = (submission: string): string => nameByDigest(["submission", submission]);

/** Ids of submissions by what names them on a page. */
export const indexMembers = remember(
  (records: MarkingClass["records"]): ReadonlyMap<string, string> =>
    new Map(records.map(({ submission }) => [nameMember(submission.id), submission.id])),
);

/** One answer in the group that it belongs to. */
interface Entry extends Pick<DeskGroup, "key" | "question" | "reasons" | "waits"> {
  readonly member: Member;
}

interface KnownEntries {
  readonly assignment: Assignment;
  readonly state: string;
  readonly entries: readonly Entry[];
}

/** Of each record, as long as nobody decides or asks about it: a page of a large class is not to be worked out anew. */
const known = new WeakMap<SubmissionRecord, KnownEntries>();

function listEntries(marking: MarkingClass, assignment: Assignment): readonly Entry[] {
  const asked = new Map<string, string>();
  for (const { id, submission } of marking.appeals ?? [])
    asked.set(submission, `${asked.get(submission) ?? ""} ${id}`);
  return marking.records.flatMap((record) => {
    const { id } = record.submission;
    const state = [describeDecided(marking, record), asked.get(id) ?? ""].join();
    const before = known.get(record);
    if (before?.state === state && before.assignment === assignment) return before.entries;
    const entries = listOwn({ ...marking, records: [record] }, assignment);
    known.set(record, { assignment, state, entries });
    return entries;
  });
}

function describeDecided({ standing, sample }: MarkingClass, record: SubmissionRecord): string {
  const { id } = record.submission;
  const marks = [...(standing.get(id)?.values() ?? [])].flat().map((mark) => mark.id);
  const drawn =
    sample === undefined ? [] : record.questions.map((one) => String(sample.has(nameAnswer(id, one.id))));
  return [...marks, ...drawn].join(" ");
}

/** @param marking with the record of one submission alone */
function listOwn(marking: MarkingClass, assignment: Assignment): readonly Entry[] {
  const open = listOpen(marking, assignment);
  const waiting = open.map(describeWaiting);
  const [first] = waiting;
  const isWhole = first?.record.ungradable !== undefined && waiting.length > 1;
  const alone = (one: Candidate) => makeEntry(one, [one], marking);
  return [
    ...(isWhole ? [makeEntry(first, waiting, marking)] : waiting.map(alone)),
    ...listOthers(marking, assignment, open).map(alone),
  ];
}

/** @param all what is decided together: one candidate, or those of a submission that could not be run */
function makeEntry(first: Candidate, all: readonly Candidate[], marking: MarkingClass): Entry {
  const { record, question, waits } = first;
  const { id } = record.submission;
  const name = all.length > 1 ? wholeWork : question.id;
  const member = {
    key: nameMember(id),
    record,
    question,
    questions: all.map((one) => one.question),
    seen: describeSeen(marking, id, name),
    requests: all.flatMap(({ requests = [] }) => requests),
  };
  const keys = all.map((one) => nameGroup(one, marking));
  return {
    key: keys.length === 1 ? (keys[0] ?? "") : nameByDigest([id, keys]),
    question: name,
    reasons: allReasons.filter((reason) => all.some(({ reasons }) => reasons.includes(reason))),
    waits,
    member,
  };
}

interface Candidate extends OpenQuestion {
  readonly reasons: readonly Reason[];
  readonly waits: boolean;
}

function describeWaiting(open: OpenQuestion): Candidate {
  const { record, question, requests } = open;
  const isAsked = requests !== undefined;
  return { ...open, reasons: listReasons(record, question, { waits: true, isAsked }), waits: true };
}

/** Not waiting: worth a look, or decided already and perhaps to be decided anew. */
function listOthers(
  marking: MarkingClass,
  assignment: Assignment,
  waiting: readonly OpenQuestion[],
): readonly Candidate[] {
  const open = new Set(waiting.map(({ record, question }) => nameAnswer(record.submission.id, question.id)));
  return marking.records.flatMap((judged) => {
    const record = applyMarks(judged, marking.standing, assignment);
    return judged.questions.flatMap((question) => {
      const name = nameAnswer(judged.submission.id, question.id);
      if (open.has(name) || marking.sample?.has(name) === false) return [];
      const reasons = listReasons(record, question, { waits: false, isAsked: false });
      const isListed = reasons.includes("decided") || isWorthALook(reasons);
      return isListed ? [{ record, question, reasons, waits: false }] : [];
    });
  });
}

function nameGroup({ record, question, reasons, waits }: Candidate, { standing }: MarkingClass): string {
  const marks = standing.get(record.submission.id)?.get(question.id) ?? [];
  const { answers } = describeWork(record, question);
  const parts = listPartVerdicts(question);
  return nameByDigest([
    question.id,
    answers,
    question.maxPoints,
    parts.map(({ finding, points, differing }) => [finding, points, differing ?? null]),
    marks.map(({ part, gives, comment }) => [part ?? null, gives, comment]),
    reasons,
    waits,
  ]);
}
