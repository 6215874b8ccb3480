/**
 * A general message on its way: a code and its parameters, until a page, a terminal or a document needs words. The words
 * of each language stand in `graders/wording`; nothing ever reads them back.
 *
 * A parameter is a number, a name that is repeated as it is (a file, a function), several such names, or a message in
 * its turn.
 */
export type MessageValue = string | number | readonly string[] | Message;

type Nothing = Readonly<Record<never, never>>;

interface OfFile {
  readonly file: string;
}

interface OfFiles {
  readonly files: readonly string[];
}

/** Why something that stands where a file might is never opened. */
export interface UnusableFiles {
  "file-is-link": OfFile;
  "file-not-regular": OfFile;
  "file-name-not-utf8": OfFile;
  "file-leads-outside": OfFile;
  "file-too-deep": OfFile;
}

/** Why something handed in is not taken, with what to do. */
export interface Refusals extends UnusableFiles {
  "file-is-hard-link": OfFile;
  "file-not-utf8": OfFile;
  "file-holds-nul": OfFile;
  "file-too-large": OfFile & { readonly kibibytes: number };
  "file-name-odd": OfFile;
  "path-too-long": Nothing;
  "submission-name-odd": Nothing;
  "too-many-sources": { readonly count: number };
  "sources-too-large": { readonly kibibytes: number };
  "folders-too-deep": { readonly levels: number };
  "too-many-entries": { readonly count: number };
  "entry-is-folder": Nothing;
  "folder-empty": Nothing;
  "entry-missing": OfFiles;
  "entry-not-there": OfFile;
  "several-entries": OfFiles;
  "only-online-text": Nothing;
  "archive-in-archive": OfFile;
  "archive-of-other-kind": OfFile;
  "archive-damaged": OfFile;
  "archive-crowded": OfFile & { readonly count: number };
  "archived-file-damaged": OfFile;
  "archived-file-encrypted": OfFile;
  "archived-file-packed-oddly": OfFile;
  "archived-file-grows": OfFile;
  "archived-file-twice": OfFile;
  "notebook-of-other-format": OfFile;
  "notebook-of-other-language": OfFile;
}

/** What was taken although it was not handed in as asked. */
export interface Remarks {
  "entry-misnamed": OfFile;
  "entry-in-folder": { readonly folder: string };
  "notebook-taken": OfFile;
  "archive-taken": OfFile;
  "explanations-misnamed": OfFile;
  "explanations-unread": OfFile & { readonly because: Message };
  "several-explanations": OfFiles;
  "import-in-other-case": OfFile & { readonly specifier: string; readonly fileOther: string };
}

/** What was left aside, and what is worth knowing about a class as a whole: for the person who grades. */
export interface StaffNotes {
  "not-imported": OfFile;
  "other-archive": OfFile;
  "other-notebook": OfFile;
  "name-unshown": OfFile;
  "folder-beyond-limits": OfFile;
  "folder-unreadable": OfFile;
  "no-submission": OfFile;
  configuration: OfFile;
  "online-text": OfFile;
  "earlier-attempt": OfFile;
  "left-aside": { readonly what: Message };
  "left-aside-within": { readonly submission: string; readonly what: Message };
  "more-left-aside": { readonly count: number };
  "recognised-download": { readonly source: string; readonly count: number };
  "names-alike": { readonly names: readonly string[] };
}

/** What each message speaks of, by code. Codes are kebab-case and stay: they stand in records. */
export interface MessageParameters extends Refusals, Remarks, StaffNotes {}

export type MessageCode = keyof MessageParameters;

/** One code with just its own parameters: `{ code: "file-not-utf8", file: "notes.ts" }`. */
export type Message<Code extends MessageCode = MessageCode> = {
  [Each in Code]: { readonly code: Each } & MessageParameters[Each];
}[Code];
