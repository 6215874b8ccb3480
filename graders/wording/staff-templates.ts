/** What the person who grades reads on the terminal, in English only; what stands in braces is filled in. */
import type { StaffNotes } from "../contract/message";

export const staffTemplates = {
  "not-imported": "{file} is not imported by the entry file.",
  "other-archive": "{file} is an archive beside the entry file.",
  "other-notebook": "{file} is a notebook beside the entry file.",
  "other-document": "{file} is a document that is not read; explanations are read from answers.md.",
  "name-unshown": "{file} has a name with characters that cannot be shown.",
  "folder-beyond-limits": "{file} holds more than is looked at.",
  "folder-unreadable": "{file} could not be looked into.",
  "folder-hidden": "{file} has a name that hides it; call it otherwise where it is somebody's work.",
  "no-submission": "{file} is no submission: neither a folder nor TypeScript, a notebook or a zip archive.",
  configuration: "{file} configures a program; it is no submission.",
  "online-text": "{file} is text that was typed into the page, for a person to read.",
  "earlier-attempt": "{file} belongs to an earlier attempt.",
  "left-aside": "not taken: {what}",
  "left-aside-within": "not taken: {submission}: {what}",
  "more-left-aside": "not taken: {count} more",
  "recognised-download":
    "recognised as a download from {source}: {count} submissions (--source plain takes it as it is)",
  "nameless-submissions":
    "{file} does not say who handed in {count} of the submissions: a roster cannot find them; export the submissions again",
  "names-alike": "these names look alike and are graded apart: {names}",
} as const satisfies Record<keyof StaffNotes, string>;
