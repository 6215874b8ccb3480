/** What taking in says: refusals, remarks for the student and for staff, questions to the person who grades. */
import { mebibyte } from "../../reference/byte-sizes";
import type { Message, MessageCode, MessageParameters } from "../contract/message";
import type { UnusableFiles } from "../contract/refusals";
import { escapeName } from "./file-name";

const kibibytes = (bytes: number): number => Math.floor(bytes / 1024);
const list = (names: readonly string[], shown = 5): readonly string[] => [
  ...names.slice(0, shown).map(escapeName),
  ...(names.length > shown ? ["…"] : []),
];
const listInLine = (names: readonly string[], shown?: number): string => list(names, shown).join(", ");

/** Codes that speak of one file and nothing else. */
type FileCode = {
  [Code in MessageCode]: "file" extends keyof MessageParameters[Code]
    ? keyof MessageParameters[Code] extends "file"
      ? Code
      : never
    : never;
}[MessageCode];

const ofFile =
  (code: FileCode) =>
  (file: string): Message =>
    // One of a kind each, which is more kinds than the compiler tells apart here.
    ({ code, file: escapeName(file) }) as Message<FileCode>;

/** Why something besides the submission's own files is not read; for staff. */
export const aside = {
  unusable: (name: string, code: keyof UnusableFiles): Message => ofFile(code)(name),
  notImported: ofFile("not-imported"),
  otherArchive: ofFile("other-archive"),
  otherNotebook: ofFile("other-notebook"),
  otherDocument: ofFile("other-document"),
  oddName: ofFile("name-unshown"),
  moreFiles: ofFile("folder-beyond-limits"),
  unreadFolder: ofFile("folder-unreadable"),
  noSubmission: ofFile("no-submission"),
  hidden: ofFile("folder-hidden"),
  config: ofFile("configuration"),
  onlineText: ofFile("online-text"),
  earlierAttempt: ofFile("earlier-attempt"),
} as const;

/** Refusals: what the student is told, with what to do. */
export const refuse = {
  unusable: (name: string, code: keyof UnusableFiles): Message => ofFile(code)(name),
  hardLink: ofFile("file-is-hard-link"),
  notUtf8: ofFile("file-not-utf8"),
  nul: ofFile("file-holds-nul"),
  tooLarge: (name: string, maxBytes: number): Message => ({
    code: "file-too-large",
    file: escapeName(name),
    kibibytes: kibibytes(maxBytes),
  }),
  tooLongPath: (): Message => ({ code: "path-too-long" }),
  oddName: ofFile("file-name-odd"),
  oddId: (): Message => ({ code: "submission-name-odd" }),
  tooManyFiles: (count: number): Message => ({ code: "too-many-sources", count }),
  tooMuch: (bytes: number): Message => ({ code: "sources-too-large", kibibytes: kibibytes(bytes) }),
  tooMuchText: (bytes: number): Message => ({
    code: "notebook-texts-too-large",
    kibibytes: kibibytes(bytes),
  }),
  tooDeep: (levels: number): Message => ({ code: "folders-too-deep", levels }),
  tooManyEntries: (count: number): Message => ({ code: "too-many-entries", count }),
  entryIsFolder: (): Message => ({ code: "entry-is-folder" }),
  emptyFolder: (): Message => ({ code: "folder-empty" }),
  noEntry: (names: readonly string[]): Message => ({ code: "entry-missing", files: list(names) }),
  entryNotThere: ofFile("entry-not-there"),
  severalEntries: (names: readonly string[]): Message => ({ code: "several-entries", files: list(names) }),
  splitWork: (names: readonly string[]): Message => ({ code: "split-work", files: list(names) }),
  onlyOnlineText: (): Message => ({ code: "only-online-text" }),
  noFile: (): Message => ({ code: "attempt-without-file" }),
  archiveInArchive: ofFile("archive-in-archive"),
  foreignArchive: ofFile("archive-of-other-kind"),
  otherDocument: ofFile("document-of-other-format"),
  notShown: (): Message => ({ code: "explanations-not-shown" }),
  damagedArchive: ofFile("archive-damaged"),
  crowdedArchive: (name: string, count: number): Message => ({
    code: "archive-crowded",
    file: escapeName(name),
    count,
  }),
  damagedEntry: ofFile("archived-file-damaged"),
  encrypted: ofFile("archived-file-encrypted"),
  packedOddly: ofFile("archived-file-packed-oddly"),
  suspiciousRatio: ofFile("archived-file-grows"),
  twiceInArchive: ofFile("archived-file-twice"),
  noNotebook: ofFile("notebook-of-other-format"),
  otherLanguage: ofFile("notebook-of-other-language"),
  crowdedNotebook: (name: string, count: number): Message => ({
    code: "notebook-crowded",
    file: escapeName(name),
    count,
  }),
  readTooLong: (ms: number): Message => ({ code: "reading-too-long", seconds: ms / 1000 }),
  readTooLarge: (bytes: number): Message => ({
    code: "reading-out-of-memory",
    mebibytes: Math.floor(bytes / mebibyte),
  }),
  readCrashes: (): Message => ({ code: "reading-crashes" }),
} as const;

/** What was taken although it was not handed in as asked; students and staff read it. */
export const remark = {
  entryName: ofFile("entry-misnamed"),
  entryFolder: (folder: string): Message => ({ code: "entry-in-folder", folder: escapeName(folder) }),
  notebook: ofFile("notebook-taken"),
  waitingCells: (cells: readonly number[]): Message => ({
    code: "cells-left-out",
    cells: list(cells.map(String)),
  }),
  scratchCells: (cells: readonly number[]): Message => ({
    code: "cells-tagged-scratch",
    cells: list(cells.map(String)),
  }),
  archive: ofFile("archive-taken"),
  answersName: ofFile("explanations-misnamed"),
  fenced: ofFile("fence-removed"),
  typedTaken: (): Message => ({ code: "typed-text-taken" }),
  answersUnread: (name: string, because: Message): Message => ({
    code: "explanations-unread",
    file: escapeName(name),
    because,
  }),
  otherCase: (importer: string, specifier: string, name: string): Message => ({
    code: "import-in-other-case",
    file: escapeName(importer),
    specifier,
    fileOther: escapeName(name),
  }),
} as const;

/** What a submission's own import says when it cannot be followed. */
export const importing = {
  noJson: (importer: string, specifier: string) =>
    `${importer} imports "${specifier}", which was not handed in: hand it in as well, or put its contents into a .ts file`,
  badJson: (name: string) => `${name} is not valid JSON: mend it, or put its contents into a .ts file`,
} as const;

/** Faults of the machine: the submission is not graded, and loses nothing. */
export const fault = {
  denied: (name: string) =>
    `${escapeName(name)} cannot be read: permission denied; give the grader the right to read it`,
  changed: (name: string, code: string) =>
    `${escapeName(name)} changed while it was read (${code}); grade it again`,
} as const;

/** One line for the person who called the grader. */
export const ask = {
  noSubmissions: (path: string, found: readonly string[]) =>
    `${path}: no submissions (expected folders with a submission.ts, or .ts files; ${
      found.length === 0 ? "the folder is empty" : `found only ${listInLine(found, 3)}`
    })`,
  otherSource: (path: string, source: string) =>
    `${path}: nothing in it is called as ${source} calls what is downloaded; leave --source out, or say another`,
  notGradable: (path: string) =>
    `${path}: expected a folder, a .zip archive, a .ts file or a .ipynb notebook`,
  classOrOne: (path: string, entry: string, folder: string) =>
    `${path}: ${escapeName(entry)} lies beside ${escapeName(folder)}/, which holds a submission of its own; say --as one (one submission) or --as class (a class)`,
  severalEntries: (path: string, names: readonly string[]) =>
    `${path}: several files could be the submission (${listInLine(names)}); name one with --entry, or say --as class`,
  someImported: (path: string, names: readonly string[]) =>
    `${path}: some of its files are imported by others (${listInLine(names)}) and some stand alone; say --as one (one submission) or --as class (a class)`,
  didYouMean: (path: string, folder: string) =>
    `${path}: the class lies in a folder below; did you mean ${folder}?`,
  whichClass: (path: string, folders: readonly string[]) =>
    `${path}: what lies there looks like classes, not like submissions (${listInLine(folders)}); name the folder of one class, or say --as class if each is one student's`,
} as const;

/** What is worth knowing about a class as a whole. */
export const note = {
  source: (source: string, count: number): Message => ({ code: "recognised-download", source, count }),
  nameless: (file: string, count: number): Message => ({ code: "nameless-submissions", file, count }),
  leftAside: (what: Message): Message => ({ code: "left-aside", what }),
  leftAsideWithin: (submission: string, what: Message): Message => ({
    code: "left-aside-within",
    submission,
    what,
  }),
  moreLeftAside: (count: number): Message => ({ code: "more-left-aside", count }),
  alike: (names: readonly string[]): Message => ({
    code: "names-alike",
    names: names.map((name) => JSON.stringify(escapeName(name))),
  }),
} as const;
