/** From what a person says to lines for the file of marks, checked against the class. Pure but for ids and time. */
import { randomBytes } from "node:crypto";
import type { Assignment } from "../../contract/assignment";
import { UsageError } from "../../contract/faults";
import { findTyped } from "../../contract/find-typed";
import { type GivenPoints, type HandMark, handMarkVersion, type Undo } from "../../contract/hand-mark";
import type { RecordedQuestion, SubmissionRecord } from "../../contract/record";
import { summarise } from "../../contract/summarise";
import { describeWork, isSameWork } from "../../records/hand-marks/fingerprint";
import { listUnanswered } from "../../records/hand-marks/unanswered";
import { findTarget, refuseOutside, type Target } from "./given";
import { listOpen, type MarkingClass } from "./marking-class";
import { indexRecords } from "./seen";

/** Who decides, when, and how it came about. */
export interface Signature {
  readonly by: string;
  readonly at: Date;
  readonly why: string;
}

export interface Decision {
  readonly submission: string;
  /** "area", "area/rows" for one of its parts, or "all" for everything of the submission that waits. */
  readonly question: string;
  readonly gives: GivenPoints;
  readonly comment: string;
  readonly note: string;
}

/**
 * Nothing for what stands already just so, unless the student asked since: a table may be read twice.
 *
 * @throws UsageError naming what is not there, or points that cannot be
 */
export function makeMarks(
  decision: Decision,
  marking: MarkingClass,
  assignment: Assignment,
  signature: Signature,
): readonly HandMark[] {
  const record = findRecord(decision.submission, marking);
  return findQuestions(decision.question, record, { marking, assignment }).flatMap(({ question, part }) => {
    refuseOutside(decision.gives, findTarget(question, part));
    const { comment, note } = decision;
    const gives = sayOf(decision.gives, findTarget(question, part));
    const work = describeWork(record, question);
    const where = {
      submission: record.submission.id,
      question: question.id,
      ...(part === undefined ? {} : { part }),
    };
    const mark = { ...startLine(signature), kind: "mark" as const, ...where, gives, comment, note, work };
    return standsAlready(mark, marking) && !isAsked(mark, marking) ? [] : [mark];
  });
}

/** What is added to, or taken from, is no longer the same where it is judged otherwise. */
function sayOf(gives: GivenPoints, { automatic }: Target): GivenPoints {
  return gives.kind === "adjustment" && automatic !== undefined ? { ...gives, of: automatic } : gives;
}

/** Takes back the last mark that stands. @throws UsageError where none does */
export function undoLast(
  { submission, question }: Pick<Decision, "submission" | "question">,
  marking: MarkingClass,
  signature: Signature,
): Undo {
  const marks = [...(marking.standing.get(submission)?.values() ?? [])].flat();
  const last = marks.findLast((one) => [one.question, `${one.question}/${one.part}`].includes(question));
  if (last === undefined)
    throw new UsageError(`${submission}, ${question}: expected a mark by hand to take back, found none`);
  return makeUndo(last, signature);
}

export function makeUndo({ id }: Pick<HandMark, "id">, signature: Signature): Undo {
  return { ...startLine(signature), kind: "undo", undoes: id };
}

function startLine({ by, at, why }: Signature): Pick<Undo, "schemaVersion" | "id" | "by" | "at" | "why"> {
  return {
    schemaVersion: handMarkVersion,
    id: randomBytes(8).toString("hex"),
    by,
    at: at.toISOString(),
    why,
  };
}

function findRecord(id: string, { records }: MarkingClass): SubmissionRecord {
  const index = indexRecords(records);
  const record = index.get(id) ?? index.get(findTyped(id, [...index.keys()]) ?? id);
  if (record !== undefined) return record;
  const known = records.slice(0, 5).map((one) => one.submission.id);
  throw new UsageError(
    `expected a submission of this class (${known.join(", ")}${records.length > 5 ? ", …" : ""}), got ${summarise(id)}`,
  );
}

interface FoundQuestion {
  readonly question: RecordedQuestion;
  readonly part?: string;
}

function findQuestions(
  named: string,
  record: SubmissionRecord,
  { marking, assignment }: { readonly marking: MarkingClass; readonly assignment: Assignment },
): readonly FoundQuestion[] {
  const [id = "", ...rest] = named.split("/");
  const question = record.questions.find((one) => one.id === id);
  if (question !== undefined) return [{ question, ...(rest.length === 0 ? {} : { part: rest.join("/") }) }];
  const { id: submission } = record.submission;
  if (named === "all") {
    const open = listOpen({ ...marking, records: [record] }, assignment);
    if (open.length > 0) return open;
    throw new UsageError(`${submission}: nothing waits for a person`);
  }
  const known = record.questions.map((one) => one.id).join(", ");
  throw new UsageError(`expected a question of ${submission} (${known}) or all, got ${summarise(named)}`);
}

function standsAlready(mark: HandMark, { standing }: MarkingClass): boolean {
  const before = standing.get(mark.submission)?.get(mark.question) ?? [];
  return before.some(
    (one) =>
      one.part === mark.part &&
      describe(one) === describe(mark) &&
      isSameWork(one.work, mark.work) &&
      one.work.maxPoints === mark.work.maxPoints,
  );
}

/** The same once more is an answer, too. */
function isAsked({ submission, question }: HandMark, { appeals = [], standing }: MarkingClass): boolean {
  return listUnanswered(appeals, standing).some(
    (one) => one.submission === submission && one.question === question,
  );
}

function describe({ gives, comment, note }: HandMark): string {
  const points =
    gives.kind === "points" ? gives.points : gives.kind === "adjustment" ? [gives.by, gives.of] : "";
  return JSON.stringify([gives.kind, points, comment, note]);
}
