/** What a student's report says of the submission as a whole, above its questions. Pure. */
import type { MarkedRecord } from "../contract/hand-mark";
import type { LoadError, SubmissionRecord } from "../contract/record";
import type { UnreadWork } from "../contract/submission";
import { hasUnreadExplanation, hasUnreadWork } from "../contract/unread-explanation";
import { reportTemplates } from "../wording/report-templates";
import type { Sentences } from "../wording/sentences-shape";
import { cleanLine } from "./foreign-text";
import { Sentence } from "./leaves";

export interface NoticeView {
  readonly tone: "info" | "warning";
  readonly says: Sentence;
  /** What a tool said about the student's own code, as one line. */
  readonly detail: string | null;
  readonly next: Sentence | null;
}

/** Nothing that a person was to look at is left. */
export function isDecided({ marks, status }: MarkedRecord): boolean {
  return marks !== undefined && status === "graded";
}

export function viewNotices(record: MarkedRecord, { notices, say }: Sentences): readonly NoticeView[] {
  const found: NoticeView[] = [];
  const add = (tone: NoticeView["tone"], says: string): void => {
    found.push({ tone, says: new Sentence(says), detail: null, next: null });
  };
  if (record.status === "not_graded") add("warning", notices.notGraded);
  if (record.ungradable !== undefined) {
    const { cause } = record.ungradable;
    found.push({
      tone: "warning",
      says: new Sentence(notices.ungradable[cause]),
      detail: cleanLine(sayWhy(record.ungradable, notices, say), 600),
      next: isDecided(record) ? null : new Sentence(notices.ungradableNext),
    });
  }
  if (record.loadError !== undefined) found.push(viewLoadError(record.loadError, notices));
  for (const remark of record.submission.remarks ?? []) add("info", cleanLine(notices.detail(remark), 600));
  if (!isDecided(record)) for (const says of listDoubts(record, notices)) add("warning", says);
  if (record.explanationsTooLarge === true) add("warning", notices.explanationsTooLarge);
  const isExplained = record.questions.some((one) => one.status === "pending_manual");
  if (isExplained || (record.status === "pending_manual" && hasUnreadExplanation(record)))
    add("info", notices.pending);
  return found;
}

/** A file that was made of a notebook is not the student's: its cell is. */
function sayWhy(
  { says, excerpt }: NonNullable<SubmissionRecord["ungradable"]>,
  notices: Sentences["notices"],
  say: Sentences["say"],
): string {
  const cell = excerpt?.at?.cell;
  if (cell === undefined || says.code !== "does-not-compile-at") return notices.detail(says);
  const { complaint } = says;
  return say(reportTemplates.complaintInCell, { n: cell.number, nLine: cell.line, complaint });
}

/** Why a person will look at the whole. */
function listDoubts(record: SubmissionRecord, notices: Sentences["notices"]): readonly string[] {
  return [
    ...(record.tampering === null ? [] : [notices.tampering]),
    ...(record.unstable === undefined ? [] : [notices.unstable]),
    ...(record.noneFoundOf === undefined ? [] : [notices.noneFound]),
    ...(hasUnreadWork(record) ? (record.unread ?? []) : []).map((one) => sayUnread(one, notices)),
  ];
}

function sayUnread({ file, cell, answers }: UnreadWork, notices: Sentences["notices"]): string {
  const name = cleanLine(file);
  if (cell !== undefined) return notices.unreadCell(name, cell, answers);
  return answers.length === 0 ? notices.unreadFile(name) : notices.unreadAnswers(name, answers);
}

function viewLoadError({ message, place, isImport }: LoadError, notices: Sentences["notices"]): NoticeView {
  return {
    tone: "warning",
    says: new Sentence(sayWhere(place, isImport === true, notices)),
    detail: cleanLine(message, 600),
    next: null,
  };
}

function sayWhere(place: LoadError["place"], isImport: boolean, notices: Sentences["notices"]): string {
  if (place === null) return notices.stopped;
  const { path, line, cell } = place;
  const { missingAt, missingInCell, stoppedAt, stoppedInCell } = notices;
  const [at, inCell] = isImport ? [missingAt, missingInCell] : [stoppedAt, stoppedInCell];
  return cell === undefined ? at(cleanLine(path), line) : inCell(cell.number, cell.line);
}
