/**
 * Keeps records on disk: one folder per submission, files written whole or not at all, history kept.
 *
 *   staff/<submission>/record.json    the latest record
 *   staff/<submission>/answers.json   what it answered, to be judged again
 *   staff/<submission>/history/       earlier records that said something else, and files that were no records
 */
import { createHash } from "node:crypto";
import { readFile, rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { compareText } from "../contract/compare-text";
import { GraderFault } from "../contract/faults";
import type { SubmissionRecord } from "../contract/record";
import { SchemaError } from "../contract/schemas/ajv";
import { describeError } from "../contract/thrown";
import { readSuperseded } from "./class-file";
import { checkOwn } from "./document-file";
import { nameFolder } from "./folder-name";
import { isThere, listIfThere, readIfThere } from "./if-there";
import { flushNames, makeFolder } from "./new-names";
import { locateFor, type OutputFile, outputFiles } from "./output-files";
import { checkRecord, isSameApartFromClock, parseRecord } from "./record-check";
import { writeTextFile } from "./text-file";
import { WriteFault } from "./write-fault";

/** What lies on disk for a submission. */
export type StoredRecord =
  | { readonly kind: "none" }
  | { readonly kind: "found"; readonly record: SubmissionRecord }
  /** Half-written, of another version, or of another submission; kept aside at the next write. */
  | { readonly kind: "unreadable"; readonly because: string };

/** How a class is read: a record is large, and there are thousands. */
export interface Reading {
  /** By name of folder: what is known already and need not be read. */
  readonly known?: ReadonlyMap<string, SubmissionRecord>;
  /** Ids of whose record has to be there. */
  readonly expected?: readonly string[];
  /** What is kept of each. */
  readonly take?: (record: SubmissionRecord) => SubmissionRecord;
}

export interface RecordStore {
  /** Name of a submission's folders in `students/` and `staff/`: safe on every file system, unique per id. */
  getFolder(submissionId: string): string;
  /** Never throws for what lies there. */
  readRecord(submissionId: string): Promise<StoredRecord>;
  /**
   * Everything of the class on record, in the order of ids; by name of folder, why something cannot be read.
   *
   * @throws UsageError when it cannot be told what is on record
   */
  readAll(reading?: Reading): Promise<{
    readonly records: readonly SubmissionRecord[];
    readonly unreadable: ReadonlyMap<string, string>;
  }>;
  /** Names of the folders with a record, whatever stands in it. @throws UsageError when that cannot be told */
  listFolders(): Promise<ReadonlySet<string>>;
  /**
   * Writes `record.json`. What was there and differs by more than its clock is kept in `history/` first.
   *
   * @throws GraderFault when the record does not fit its schema; WriteFault when the disk refuses
   */
  writeRecord(record: SubmissionRecord): Promise<void>;
  /** Another file of a submission; null where there is none, or it cannot be read. */
  readFile(submissionId: string, file: OutputFile): Promise<string | null>;
  /** Writes another file of a submission. @throws WriteFault when the disk refuses */
  writeFile(submissionId: string, file: OutputFile, text: string): Promise<void>;
}

const [topFolder, , recordName] = outputFiles.record.path.split("/") as [string, string, string];
const historyName = basename(outputFiles.history.path);

export function openStore(outFolder: string): RecordStore {
  const getPath = (submissionId: string, file: OutputFile): string =>
    join(outFolder, locateFor(file, nameFolder(submissionId)));
  return {
    getFolder: nameFolder,
    readRecord: (submissionId) => readStored(getPath(submissionId, outputFiles.record), submissionId),
    readAll: async (reading = {}) =>
      readFolder(join(outFolder, topFolder), reading, await readSuperseded(outFolder)),
    listFolders: async () => new Set(await listRecordFolders(join(outFolder, topFolder))),
    writeRecord: (record) => writeStored(getPath(record.submission.id, outputFiles.record), record),
    readFile: (submissionId, file) => readFile(getPath(submissionId, file), "utf8").catch(() => null),
    writeFile: (submissionId, file, text) => writeTextFile(getPath(submissionId, file), text),
  };
}

/** The record as text: fields in one fixed order, so that equal records are equal bytes. */
export function formatRecord(record: SubmissionRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** @param submissionId whose record it must be; anybody's when left out */
async function readStored(path: string, submissionId?: string): Promise<StoredRecord> {
  try {
    const bytes = await readIfThere(path);
    return bytes === null ? { kind: "none" } : parseStored(bytes, path, submissionId);
  } catch (error) {
    return { kind: "unreadable", because: describeError(error) };
  }
}

async function readFolder(
  folder: string,
  { known, expected = [], take = (record) => record }: Reading,
  superseded: readonly string[],
): ReturnType<RecordStore["readAll"]> {
  const records: SubmissionRecord[] = [];
  const unreadable = new Map<string, string>();
  const names = new Set(await listRecordFolders(folder));
  const left = new Set(superseded.map(nameFolder));
  for (const name of left) names.delete(name);
  for (const id of expected) {
    const name = nameFolder(id);
    const path = join(folder, name, recordName);
    if (!names.has(name) && !left.has(name))
      unreadable.set(name, `${path}: expected the record of ${id}, got none`);
  }
  for (const name of names) {
    const own = known?.get(name);
    if (own !== undefined) {
      records.push(own);
      continue;
    }
    const stored = await readStored(join(folder, name, recordName));
    // A copy under another name is nobody's record.
    if (stored.kind === "found" && nameFolder(stored.record.submission.id) === name)
      records.push(take(stored.record));
    else if (stored.kind === "unreadable") unreadable.set(name, stored.because);
  }
  return { records: records.sort((a, b) => compareText(a.submission.id, b.submission.id)), unreadable };
}

async function listRecordFolders(folder: string): Promise<readonly string[]> {
  const items = await listIfThere(folder);
  const names = items.filter((item) => item.isDirectory()).map(({ name }) => name);
  return names.filter((name) => isThere(join(folder, name, recordName)));
}

function parseStored(bytes: Uint8Array, path: string, submissionId: string | undefined): StoredRecord {
  try {
    const record = parseRecord(Buffer.from(bytes).toString("utf8"), path);
    if (submissionId === undefined || record.submission.id === submissionId) return { kind: "found", record };
    return { kind: "unreadable", because: `${path}: holds the record of another submission` };
  } catch (error) {
    if (error instanceof SchemaError) return { kind: "unreadable", because: error.message };
    throw error;
  }
}

async function writeStored(path: string, record: SubmissionRecord): Promise<void> {
  const text = formatRecord(checkOwn({ check: checkRecord }, record, path));
  const old = await readIfThere(path).catch((error) => {
    throw new GraderFault(describeError(error));
  });
  if (old !== null) await keepOld(path, old, record);
  await writeTextFile(path, text);
}

/** The same old file always gets the same name, so a run killed in between keeps it once. */
async function keepOld(path: string, old: Uint8Array, record: SubmissionRecord): Promise<void> {
  const stored = parseStored(old, path, record.submission.id);
  if (stored.kind === "found" && isSameApartFromClock(stored.record, record)) return;
  const digest = createHash("sha256").update(old).digest("hex").slice(0, 12);
  const history = join(dirname(path), historyName);
  if (stored.kind === "found") {
    const time = stored.record.clock.finishedAt.replaceAll(":", "-");
    await writeTextFile(join(history, `${time}~${digest}.json`), Buffer.from(old).toString("utf8"));
  } else {
    await setAside(path, join(history, `unreadable~${digest}`));
  }
}

async function setAside(path: string, aside: string): Promise<void> {
  try {
    await makeFolder(dirname(aside));
    await rename(path, aside);
    await flushNames(dirname(aside));
  } catch (error) {
    throw new WriteFault(aside, error);
  }
}
