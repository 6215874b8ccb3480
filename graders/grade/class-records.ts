/** The class as a whole: everything on record, whatever this run was asked to do, and what of it is older than this run. */
import type { Assignment } from "../contract/assignment";
import { compareText } from "../contract/compare-text";
import type { MarkLine } from "../contract/hand-mark";
import { packFields } from "../contract/packed";
import type { BatchFacts, SubmissionRecord } from "../contract/record";
import { findOlderMark } from "../records/conditions";
import { findStanding } from "../records/hand-marks/standing";
import { buildRecord } from "../records/record";
import type { OlderMark } from "../records/scores-document";
import type { RecordStore } from "../records/store";
import { dropUnshownCases } from "../report/evidence-view";
import type { ToldClass } from "./told-class";

export interface ClassRecords {
  /** In the order of ids. */
  readonly records: readonly SubmissionRecord[];
  /** By submission id: marks that this run would not give again as they stand. */
  readonly older: ReadonlyMap<string, OlderMark>;
  /** Submissions on which the grader failed now, although an earlier mark stands. */
  readonly failedAgain: readonly { readonly id: string; readonly fault: string }[];
}

export interface FinishedRun {
  readonly facts: BatchFacts;
  /** What this run graded or confirmed. */
  readonly records: readonly SubmissionRecord[];
  /** What of the folder was read already, and {@link take}n. */
  readonly known?: readonly SubmissionRecord[];
  /** What was told of the class before. */
  readonly told: ToldClass | null;
  /** What lies in the class now, as far as this run looked. */
  readonly found: readonly { readonly id: string; readonly contentDigest?: string }[];
  /** {@link takeForClass} */
  readonly take: TakeRecord;
  readonly now: () => Date;
}

export type TakeRecord = (record: SubmissionRecord) => SubmissionRecord;

/**
 * What of a record the scores and pages of a class are made of, which is a tenth, and of that the most packed: all
 * records are in memory at once. Of whose marks by hand there are nothing is dropped, since those are held against all
 * answers.
 */
export function takeForClass(marks: readonly MarkLine[], { questions }: Assignment): TakeRecord {
  const standing = findStanding(marks);
  return (record) =>
    packRecord(standing.has(record.submission.id) ? record : dropUnshownCases(record, questions));
}

/** What is asked of all records again and again stays open. */
export function packRecord<Kind extends SubmissionRecord>(record: Kind): Kind {
  return packFields(record, ["unassigned", "questions", "output", "producer", "tools", "sandbox"]);
}

export function indexByFolder(
  store: RecordStore,
  records: readonly SubmissionRecord[],
): ReadonlyMap<string, SubmissionRecord> {
  return new Map(records.map((record) => [store.getFolder(record.submission.id), record]));
}

/**
 * A record that the disk refused is known from this run alone; one that failed steps back behind an earlier mark. Whose
 * record cannot be read is in the class all the same, as somebody who could not be graded.
 */
export async function gatherRecords(store: RecordStore, run: FinishedRun): Promise<ClassRecords> {
  const known = [...(run.known ?? []), ...run.records.filter(hasMark)];
  const expected = run.told?.ids ?? [];
  const stored = await store.readAll({ known: indexByFolder(store, known), expected, take: run.take });
  const all = new Map(stored.records.map((record) => [record.submission.id, record]));
  const lost = nameLost(stored.unreadable, store, run);
  const made = new Map([...lost, ...run.records].map((record) => [record.submission.id, record]));
  const failedAgain = run.records.flatMap((record) => {
    const { id } = record.submission;
    return !hasMark(record) && hasMark(all.get(id)) ? [{ id, fault: nameFault(record) }] : [];
  });
  for (const [id, record] of made) if (!failedAgain.some((one) => one.id === id)) all.set(id, record);
  const records = [...all.values()].sort((a, b) => compareText(a.submission.id, b.submission.id));
  const older = records.flatMap((record): readonly (readonly [string, OlderMark])[] => {
    const older = findAge(record, made.get(record.submission.id), run);
    return older === null ? [] : [[record.submission.id, older] as const];
  });
  return { records, older: new Map(older), failedAgain };
}

/** By the name of the folder where nothing with that folder was found. */
function nameLost(
  unreadable: ReadonlyMap<string, string>,
  store: RecordStore,
  { facts, found, told, now }: FinishedRun,
): readonly SubmissionRecord[] {
  const known = [...found.map(({ id }) => id), ...(told?.ids ?? [])];
  const ids = new Map(known.map((id) => [store.getFolder(id), id]));
  const at = now().toISOString();
  const clock = { startedAt: at, finishedAt: at, durationMs: 0 };
  return [...unreadable].map(([folder, because]) => {
    const fault = `${because}; grade this submission again`;
    return buildRecord(facts, { id: ids.get(folder) ?? folder }, { kind: "fault", fault }, clock);
  });
}

/**
 * With the cases that a run keeps on disk alone. For an output of its own: beside an earlier mark, what failed now is not
 * what lies there.
 */
export async function readWhole(
  store: RecordStore,
  records: readonly SubmissionRecord[],
): Promise<readonly SubmissionRecord[]> {
  const whole: SubmissionRecord[] = [];
  for (const record of records) {
    const stored = await store.readRecord(record.submission.id);
    whole.push(stored.kind === "found" ? stored.record : record);
  }
  return whole;
}

/** True for a record whose points stand. */
export function hasMark(record: SubmissionRecord | undefined): boolean {
  return record !== undefined && record.score !== undefined;
}

function findAge(
  record: SubmissionRecord,
  made: SubmissionRecord | undefined,
  { facts, found, told }: FinishedRun,
): OlderMark | null {
  const { id } = record.submission;
  if (made !== undefined && made !== record) return { gradedAt: record.clock.finishedAt, because: "failed" };
  const now = found.find((one) => one.id === id);
  const contentDigest = now?.contentDigest === undefined ? {} : { contentDigest: now.contentDigest };
  const age = findOlderMark(record, { ...facts, ...contentDigest });
  return age ?? (made === undefined ? recallAge(record, told?.older.get(id), contentDigest) : null);
}

/** What an earlier run saw of a mark that still stands, and this one did not look for. */
function recallAge(
  { clock }: SubmissionRecord,
  older: OlderMark | undefined,
  { contentDigest }: { readonly contentDigest?: string },
): OlderMark | null {
  if (older === undefined || older.gradedAt !== clock.finishedAt) return null;
  const isSeen = older.because === "hand-in-changed" && contentDigest === undefined;
  return isSeen || older.because === "failed" ? older : null;
}

/** The submission's, or that of the first question that has one. */
export function nameFault({ fault, questions }: SubmissionRecord): string {
  return (
    fault ?? questions.flatMap((one) => (one.status === "not_graded" ? [one.fault] : []))[0] ?? "not graded"
  );
}
