/** Keeps records on disk: one folder per submission, atomic writes, nothing overwritten that differs. */
import { GraderFault } from "../contract";
import type { SubmissionRecord } from "./record";

/** What lies on disk for a submission. */
export type StoredRecord =
  | { readonly kind: "none" }
  | { readonly kind: "found"; readonly record: SubmissionRecord }
  /** Half-written, of another version, or of another submission; kept aside at the next write. */
  | { readonly kind: "unreadable"; readonly because: string };

export interface RecordStore {
  /** Folder of a submission, relative to the output folder: safe on every file system, unique per id. */
  getFolder(submissionId: string): string;
  /** Never throws for what lies there; only for a disk that cannot be read. */
  readRecord(submissionId: string): Promise<StoredRecord>;
  /** Writes `<folder>/record.json`. A record there that differs apart from its clock moves to `<folder>/history/`. */
  writeRecord(record: SubmissionRecord): Promise<void>;
  /** Writes a file beside the record ("report.html"). */
  writeBeside(submissionId: string, name: string, text: string): Promise<void>;
}

export function openStore(outFolder: string): RecordStore {
  throw new GraderFault(`not built yet: ${outFolder}`);
}

/** What a run would grade: a record made from exactly this need not be made again. */
export interface WantedRecord {
  readonly contentDigest: string;
  readonly rubricDigest: string;
  readonly planDigest: string;
  readonly seed: string;
}

/** Null when the record can stand for a new run, else why not, in words. Never null for "not_graded". */
export function findReasonToRegrade(record: SubmissionRecord, wanted: WantedRecord): string | null {
  throw new GraderFault(`not built yet: ${record.status} ${wanted.seed}`);
}
