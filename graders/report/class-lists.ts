/** The lists of a class page: whom we failed, who was paid for words, and who is missing. Pure. */

import type { MarkedRecord } from "../contract/hand-mark";
import { comparePoints } from "../contract/points";
import type { Question } from "../contract/question";
import { isJudged } from "../contract/recorded-question";
import type { RosterMatch, Student } from "../contract/roster";
import { listNamed, type PartVerdict } from "../contract/verdict";
import type { ClassFacts, LinkView } from "./class-input";
import { cleanLine } from "./foreign-text";

export interface ReasonsView extends LinkView {
  readonly reasons: readonly string[];
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

/** Who earned points by what they wrote, with the whole text: nothing else shows whether it deserved them. */
export function viewPaidWords({ assignment, records, link }: ClassFacts): readonly ReasonsView[] {
  return records.flatMap((record) => {
    const reasons = record.questions.flatMap((one) => {
      const question = assignment.questions.find(({ id }) => id === one.id);
      const isPaid =
        question !== undefined && isJudged(one) && one.parts.some((part) => isPaidByWords(part, question));
      return isPaid
        ? [`${question.feedback.title}: ${cleanLine(one.explanation, one.explanation.length)}`]
        : [];
    });
    return reasons.length === 0 ? [] : [{ ...link(record.submission.id), reasons }];
  });
}

function isPaidByWords({ id, finding }: PartVerdict, { parts }: Question): boolean {
  const part = parts.find((one) => one.id === id);
  if (finding.kind !== "explained" || part === undefined) return false;
  if (part.kind === "text") return comparePoints(finding.reading.credit, "0") > 0;
  const named = listNamed(finding.reading);
  return part.readings.some((one) => one.byWords === true && named.includes(one.id));
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
