/** The lists of a class page: who needs a person, whom we failed, and who is missing. Pure. */
import { isRealExplanation } from "../contract/explanation";
import type { MarkedRecord } from "../contract/hand-mark";
import { comparePoints } from "../contract/points";
import type { Question } from "../contract/question";
import type { SubmissionRecord } from "../contract/record";
import type { RosterMatch, Student } from "../contract/roster";
import { hasUnreadExplanation, listUnreadTexts } from "../contract/unread-explanation";
import type { PartVerdict } from "../contract/verdict";
import type { ClassLabels } from "../wording/sentences-shape";
import type { ClassFacts, LinkView } from "./class-input";
import { cleanLine } from "./foreign-text";
import { isDecided } from "./student-notices";

export interface ReasonsView extends LinkView {
  readonly reasons: readonly string[];
}

export function viewNeedsPerson(facts: ClassFacts, { reasons }: ClassLabels): readonly ReasonsView[] {
  const titles = new Map(facts.assignment.questions.map((one) => [one.id, one.feedback.title]));
  return listWithReasons(facts, (record) => {
    if (isDecided(record)) return [];
    const waiting = record.questions.flatMap((one) => (one.status === "pending_manual" ? [one] : []));
    const unstable = (record.unstable ?? []).map((id) => titles.get(id) ?? id);
    return [
      ...(record.ungradable === undefined ? [] : [reasons.ungradable(record.ungradable.says)]),
      ...(record.loadError === undefined ? [] : [reasons.stopped(record.loadError.message)]),
      ...(record.tampering === null ? [] : [reasons.tampering(record.tampering)]),
      ...(unstable.length === 0 ? [] : [reasons.unstable(unstable.join(", "))]),
      ...(record.noneFoundOf === undefined ? [] : [reasons.noneFound(record.noneFoundOf)]),
      ...listUnread(record, reasons),
      ...waitFor.flatMap(({ reason, holds }) => {
        const named = waiting.filter(holds).map(({ id }) => titles.get(id) ?? id);
        return named.length === 0 ? [] : [reasons[reason](named.join(", "))];
      }),
      ...listOutdated(record, titles).map(reasons.outdated),
    ];
  });
}

/** Titles of the questions whose mark by hand was given for something else, if there are any. */
function listOutdated({ marks = {} }: MarkedRecord, titles: ReadonlyMap<string, string>): readonly string[] {
  const ids = Object.entries(marks).flatMap(([id, { outdated }]) => (outdated === undefined ? [] : [id]));
  return ids.length === 0 ? [] : [ids.map((id) => titles.get(id) ?? id).join(", ")];
}

interface Waiting {
  readonly explanation: string;
  readonly parts: readonly PartVerdict[];
}

/** Why a question waits for a person. */
const waitFor: readonly {
  readonly reason: "explained" | "unproven" | "differing" | "mixed";
  holds(question: Waiting): boolean;
}[] = [
  { reason: "explained", holds: ({ explanation }) => isRealExplanation(explanation) },
  {
    reason: "unproven",
    holds: ({ parts }) =>
      parts.some(({ finding }) => finding.kind === "explained" && finding.unproven !== undefined),
  },
  { reason: "differing", holds: ({ parts }) => parts.some(({ differing }) => differing !== undefined) },
  { reason: "mixed", holds: ({ parts }) => parts.some(({ finding }) => finding.kind === "mixed") },
];

/** More than these would bury the others; the record holds them all. */
const mostTexts = 5;
const longestText = 500;

function listUnread(record: SubmissionRecord, reasons: ClassLabels["reasons"]): readonly string[] {
  if (!hasUnreadExplanation(record)) return [];
  const texts = listUnreadTexts(record).map((text) => cleanLine(text, longestText));
  const more = texts.length > mostTexts ? [`… +${texts.length - mostTexts}`] : [];
  return [
    ...(record.explanationsTooLarge === true ? [reasons.explanationsTooLarge] : []),
    ...[...texts.slice(0, mostTexts), ...more].map(reasons.unassigned),
  ];
}

/** With the words of the fault: each once, though a fault of the whole submission stands at every question. */
export function viewNotGraded(facts: ClassFacts): readonly ReasonsView[] {
  return listWithReasons(facts, (record) => [
    ...new Set(
      record.questions.flatMap((one) =>
        one.status === "not_graded" ? [record.fault ?? `${one.id}: ${one.fault}`] : [],
      ),
    ),
  ]);
}

function listWithReasons(
  facts: ClassFacts,
  listReasons: (record: MarkedRecord) => readonly string[],
): readonly ReasonsView[] {
  return facts.records.flatMap((record) => {
    const reasons = listReasons(record).map((reason) => cleanLine(reason, 600));
    return reasons.length === 0 ? [] : [{ ...facts.link(record.submission.id), reasons }];
  });
}

/** Who earned points by what they wrote, with the text: nothing else shows whether it deserved them. */
export function viewPaidWords({ assignment, records, link }: ClassFacts): readonly ReasonsView[] {
  return records.flatMap((record) => {
    const reasons = record.questions.flatMap((one) => {
      const question = assignment.questions.find(({ id }) => id === one.id);
      const isPaid =
        question !== undefined && "parts" in one && one.parts.some((part) => isPaidByWords(part, question));
      return isPaid ? [cleanLine(`${question.feedback.title}: ${one.explanation}`, longestText)] : [];
    });
    return reasons.length === 0 ? [] : [{ ...link(record.submission.id), reasons }];
  });
}

function isPaidByWords({ id, finding }: PartVerdict, { parts }: Question): boolean {
  const part = parts.find((one) => one.id === id);
  if (finding.kind !== "explained" || part === undefined) return false;
  if (part.kind === "text") return comparePoints(finding.reading.credit, "0") > 0;
  const { id: reading, picks = {} } = finding.reading;
  const picked = new Set([...Object.values(picks), reading]);
  return part.readings.some((one) => one.byWords === true && picked.has(one.id));
}

export interface RosterView {
  readonly withoutSubmission: readonly string[];
  readonly withoutStudent: readonly LinkView[];
  /** Whose a name may be that nobody on the roster has. */
  readonly suggestions: readonly { readonly name: string; readonly students: readonly string[] }[];
  readonly ambiguous: readonly { readonly key: string; readonly names: readonly string[] }[];
}

export function viewRoster(facts: ClassFacts): RosterView | null {
  const { roster } = facts;
  return roster === undefined
    ? null
    : {
        withoutSubmission: roster.studentsWithoutSubmission.map(nameStudent),
        withoutStudent: roster.submissionsWithoutStudent.map((id) => facts.link(id)),
        suggestions: (roster.suggestions ?? []).map(({ name, students }) => ({
          name: cleanLine(name),
          students: students.map(nameStudent),
        })),
        ambiguous: roster.ambiguous.map(viewAmbiguous),
      };
}

function viewAmbiguous(match: RosterMatch["ambiguous"][number]): RosterView["ambiguous"][number] {
  const names = [...match.students.map(nameStudent), ...match.submissionIds.map((id) => cleanLine(id))];
  return { key: cleanLine(match.key), names };
}

function nameStudent({ name, id }: Student): string {
  return cleanLine(`${name} (${id})`);
}
