/** Messages of what is not taken, by code, with what they speak of; `message.ts` holds all the others. */
export type Nothing = Readonly<Record<never, never>>;

export interface OfFile {
  readonly file: string;
}

export interface OfFiles {
  readonly files: readonly string[];
}

/** Why something that stands where a file might is never opened. */
export interface UnusableFiles {
  "file-is-link": OfFile;
  "file-not-regular": OfFile;
  "file-name-not-utf8": OfFile;
  "file-leads-outside": OfFile;
  "file-too-deep": OfFile;
  "file-name-too-long": OfFile;
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
  "split-work": OfFiles;
  "only-online-text": Nothing;
  "attempt-without-file": Nothing;
  "archive-in-archive": OfFile;
  "archive-of-other-kind": OfFile;
  "document-of-other-format": OfFile;
  "explanations-elsewhere": OfFile;
  "explanations-not-shown": Nothing;
  "archive-damaged": OfFile;
  "archive-crowded": OfFile & { readonly count: number };
  "archived-file-damaged": OfFile;
  "archived-file-encrypted": OfFile;
  "archived-file-packed-oddly": OfFile;
  "archived-file-grows": OfFile;
  "archived-file-twice": OfFile;
  "notebook-of-other-format": OfFile;
  "notebook-of-other-language": OfFile;
  "notebook-texts-too-large": { readonly kibibytes: number };
  "notebook-crowded": OfFile & { readonly count: number };
  "reading-too-long": { readonly seconds: number };
  "reading-out-of-memory": { readonly mebibytes: number };
  "reading-crashes": Nothing;
}
