/** English templates of what taking in says to students; what stands in braces is filled in. */
import type { Remarks } from "../contract/message";
import type { Refusals } from "../contract/refusals";

export const refusalTemplates = {
  "folder-empty": "There is no submission.ts: the folder is empty, hidden files aside.",
  "entry-is-folder": "submission.ts must be a file, not a folder.",
  "folders-too-deep": "Folders are nested deeper than {levels} levels.",
  "file-is-link": "{file} is a link; links are not followed.",
  "submission-name-odd": "Its name holds characters that cannot be shown; rename it.",
  "file-name-odd": "The file name {file} holds characters that cannot be shown.",
  "too-many-sources": "There are more than {count} .ts files.",
  "sources-too-large": "The .ts and .json files together are larger than {kibibytes} KiB.",
  "too-many-entries": "The folder holds more than {count} files and folders.",
  "path-too-long": "A path in it is longer than this system can read.",
  "file-not-regular": "{file} is not a regular file.",
  "file-is-hard-link": "{file} is a hard link to a file elsewhere; hand in a copy.",
  "file-not-utf8": "{file} is not UTF-8 text; save it with that encoding.",
  "file-holds-nul": "{file} holds a NUL character, so it is no source text.",
  "file-too-large": "{file} is larger than {kibibytes} KiB.",
  "notebook-of-other-format": "{file} is no Jupyter notebook of format 4.",
  "notebook-of-other-language":
    "{file} is a notebook for another language than TypeScript: choose a TypeScript kernel such as Deno.",
  "notebook-texts-too-large": "Its text cells together are larger than {kibibytes} KiB.",
  "notebook-crowded": "{file} holds more than {count} cells.",
  "reading-too-long":
    "Reading what was handed in takes longer than {seconds} s. Hand in only what you wrote yourself.",
  "reading-out-of-memory":
    "Reading what was handed in takes more than {mebibytes} MiB of memory. Hand in only what you wrote yourself.",
  "reading-crashes":
    "What was handed in could not be read: it ends the program that reads it. Hand in only what you wrote yourself.",
  "entry-missing": "There is no submission.ts; found {files}. Hand in your work as submission.ts.",
  "entry-not-there": "There is no {file} in it.",
  "several-entries": "Several files could be the submission: {files}. Hand in one of them, as submission.ts.",
  "split-work":
    'The work lies in several files: {files}. Hand in a submission.ts beside them that exports what they export, with a line such as export * from "./task1"; for each.',
  "only-online-text":
    "Your last attempt holds no file, only text that was typed into the page; hand in your work as a file.",
  "attempt-without-file": "Your last attempt holds no file; hand in your work as a file.",
  "archive-in-archive":
    "{file} is an archive inside an archive; hand in one zip archive with the files in it.",
  "document-of-other-format": "{file} is no plain text. Hand in what it says as answers.md.",
  "explanations-elsewhere": "{file} was read instead. Put everything into answers.md.",
  "explanations-not-shown":
    "they are neither exported as a constant nor written out as texts. Begin them with export const, or write them into answers.md.",
  "archive-of-other-kind":
    "{file} is an archive of a kind that is not opened here; hand in a .zip archive or the files themselves.",
  "archive-damaged":
    "{file} is no complete zip archive; it may have been cut off on its way. Pack it again and hand it in anew.",
  "archive-crowded": "{file} holds more than {count} entries; pack only your own files.",
  "archived-file-damaged": "{file} is damaged in the archive; pack it again and hand it in anew.",
  "archived-file-encrypted": "{file} is encrypted in the archive; pack it again without a password.",
  "archived-file-packed-oddly":
    "{file} is packed by a method that is not read here; pack it again as an ordinary zip archive.",
  "archived-file-grows":
    "{file} would grow more than a thousandfold when unpacked; hand in your own files only.",
  "archived-file-twice": "{file} stands in the archive twice; pack it again.",
  "file-name-not-utf8": "{file} has a name that is no text in UTF-8.",
  "file-leads-outside": "{file} leads outside of the archive.",
  "file-too-deep": "{file} lies too deep.",
  "file-name-too-long": "{file} has a longer name than files have.",
} as const satisfies Record<keyof Refusals, string>;

export const remarkTemplates = {
  "entry-misnamed": "{file} was taken for submission.ts, the name it should have.",
  "entry-in-folder": "The work was found in {folder}/; it should lie at the top of what is handed in.",
  "notebook-taken": "The code cells of the notebook {file} were taken as submission.ts.",
  "cells-left-out":
    "What waits at its top level (await) and exports nothing stays out of submission.ts: {cells}, counted from the notebook's top.",
  "cells-tagged-scratch":
    "Cells tagged scratch stay out of submission.ts, with what they export: {cells}, counted from the notebook's top.",
  "archive-taken": "The files were taken from the archive {file}.",
  "explanations-misnamed": "The explanations were read from {file}, as answers.md.",
  "fence-removed":
    "{file} begins with a Markdown fence (three backquotes or tildes), which is no code: what stands between the fences was taken. Remove them.",
  "typed-text-taken": "What was typed into the page beside the files was taken as if it stood in answers.md.",
  "explanations-unread": "Explanations in {file} were not read: {because}",
  "several-explanations":
    "Several files could hold the explanations, so none was read: {files}. Call the right one answers.md.",
  "import-in-other-case":
    '{file} imports "{specifier}", but the file is called {fileOther}: it was taken, but elsewhere upper and lower case differ.',
} as const satisfies Record<keyof Remarks, string>;
