/** Every sentence of taking in: refusals, remarks for the student and for staff, questions to the person who grades. */
import { escapeName } from "./file-name";

const kibibytes = (bytes: number): number => Math.floor(bytes / 1024);
const list = (names: readonly string[], shown = 5): string =>
  `${names.slice(0, shown).map(escapeName).join(", ")}${names.length > shown ? ", …" : ""}`;

/** Why something is not opened; goes on from its name. */
export const unusable = {
  link: "is a link; links are not followed",
  notRegular: "is not a regular file",
  nameNoText: "has a name that is no text in UTF-8",
  outside: "leads outside of the archive",
  tooDeep: "lies too deep",
} as const;

/** Why something besides the submission's own files is not read; for staff. */
export const aside = {
  notImported: "is not imported by the entry file",
  otherArchive: "is an archive beside the entry file",
  otherNotebook: "is a notebook beside the entry file",
  oddName: "has a name with characters that cannot be shown",
  moreFiles: "holds more than is looked at",
  unreadFolder: "could not be looked into",
  noSubmission: "is no submission: neither a folder nor TypeScript, a notebook or a zip archive",
  config: "configures a program; it is no submission",
  onlineText: "is text that was typed into the page, for a person to read",
  earlierAttempt: "belongs to an earlier attempt",
} as const;

/** Refusals: one sentence for the student, with what to do. */
export const refuse = {
  unusable: (name: string, because: string) => `${escapeName(name)} ${because}.`,
  hardLink: (name: string) => `${name} is a hard link to a file elsewhere; hand in a copy.`,
  notUtf8: (name: string) => `${name} is not UTF-8 text; save it with that encoding.`,
  nul: (name: string) => `${name} holds a NUL character, so it is no source text.`,
  tooLarge: (name: string, maxBytes: number) => `${name} is larger than ${kibibytes(maxBytes)} KiB.`,
  tooLongPath: () => "A path in it is longer than this system can read.",
  oddName: (name: string) => `The file name ${escapeName(name)} holds characters that cannot be shown.`,
  oddId: () => "Its name holds characters that cannot be shown; rename it.",
  tooManyFiles: (files: number) => `There are more than ${files} .ts files.`,
  tooMuch: (bytes: number) => `The .ts files together are larger than ${kibibytes(bytes)} KiB.`,
  tooDeep: (levels: number) => `Folders are nested deeper than ${levels} levels.`,
  tooManyEntries: (entries: number) => `The folder holds more than ${entries} files and folders.`,
  entryIsFolder: () => "submission.ts must be a file, not a folder.",
  emptyFolder: () => "There is no submission.ts: the folder is empty.",
  noEntry: (names: readonly string[]) =>
    `There is no submission.ts; found ${list(names)}. Hand in your work as submission.ts.`,
  entryNotThere: (entry: string) => `There is no ${escapeName(entry)} in it.`,
  severalEntries: (names: readonly string[]) =>
    `Several files could be the submission: ${list(names)}. Hand in one of them, as submission.ts.`,
  onlyOnlineText: () =>
    "No file was handed in, only text that was typed into the page; hand in your work as a file.",
  archiveInArchive: (name: string) =>
    `${escapeName(name)} is an archive inside an archive; hand in one zip archive with the files in it.`,
  foreignArchive: (name: string) =>
    `${escapeName(name)} is an archive of a kind that is not opened here; hand in a .zip archive or the files themselves.`,
  damagedArchive: (name: string) =>
    `${escapeName(name)} is no complete zip archive; it may have been cut off on its way. Pack it again and hand it in anew.`,
  crowdedArchive: (name: string, entries: number) =>
    `${escapeName(name)} holds more than ${entries} entries; pack only your own files.`,
  damagedEntry: (name: string) =>
    `${escapeName(name)} is damaged in the archive; pack it again and hand it in anew.`,
  encrypted: (name: string) =>
    `${escapeName(name)} is encrypted in the archive; pack it again without a password.`,
  packedOddly: (name: string) =>
    `${escapeName(name)} is packed by a method that is not read here; pack it again as an ordinary zip archive.`,
  suspiciousRatio: (name: string) =>
    `${escapeName(name)} would grow more than a thousandfold when unpacked; hand in your own files only.`,
  twiceInArchive: (name: string) => `${escapeName(name)} stands in the archive twice; pack it again.`,
} as const;

/** What was taken although it was not handed in as asked; students and staff read it. */
export const remark = {
  entryName: (name: string) => `${escapeName(name)} was taken for submission.ts, the name it should have.`,
  entryFolder: (folder: string) =>
    `The work was found in ${escapeName(folder)}/; it should lie at the top of what is handed in.`,
  notebook: (name: string) =>
    `The code cells of the notebook ${escapeName(name)} were taken as submission.ts.`,
  archive: (name: string) => `The files were taken from the archive ${escapeName(name)}.`,
  answersName: (name: string) => `The explanations were read from ${escapeName(name)}, as answers.md.`,
  answersUnread: (name: string, because: string) =>
    `${escapeName(name)} ${because}: explanations in it were not read.`,
  severalAnswers: (names: readonly string[]) =>
    `Several files could hold the explanations, so none was read: ${list(names)}. Call the right one answers.md.`,
  otherCase: (importer: string, specifier: string, name: string) =>
    `${importer} imports "${specifier}", but the file is called ${escapeName(name)}: it was taken, but elsewhere upper and lower case differ.`,
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
      found.length === 0 ? "the folder is empty" : `found only ${list(found, 3)}`
    })`,
  notGradable: (path: string) =>
    `${path}: expected a folder, a .zip archive, a .ts file or a .ipynb notebook`,
  classOrOne: (path: string, entry: string, folder: string) =>
    `${path}: ${escapeName(entry)} lies beside ${escapeName(folder)}/, which holds a submission of its own; say --as one (one submission) or --as class (a class)`,
  severalEntries: (path: string, names: readonly string[]) =>
    `${path}: several files could be the submission (${list(names)}); name one with --entry, or say --as class`,
  didYouMean: (path: string, folder: string) =>
    `${path}: the class lies one folder deeper; did you mean ${folder}?`,
  archive: (path: string, says: string) => `${path}: ${says}`,
} as const;

/** What is worth knowing about a class as a whole. */
export const note = {
  source: (source: string, submissions: number) =>
    `recognised as a download from ${source}: ${submissions} submissions (--source plain takes it as it is)`,
  nameless: (file: string, submissions: number) =>
    `${file} does not say who handed in ${submissions} of the submissions: a roster cannot find them; export the submissions again`,
  leftAside: (name: string, because: string) => `not taken: ${name} ${because}`,
  moreLeftAside: (count: number) => `not taken: ${count} more`,
  alike: (names: readonly string[]) =>
    `these names look alike and are graded apart: ${names.map((name) => JSON.stringify(escapeName(name))).join(", ")}`,
} as const;
