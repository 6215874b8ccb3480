/**
 * A general message on its way: a code and its parameters, until a page, a terminal or a document needs words. The words
 * of each language stand in `graders/wording`; nothing ever reads them back.
 *
 * A parameter is a number, a name that is repeated as it is (a file, a function), several such names, or a message in
 * its turn.
 */
import type { Nothing, OfFile, OfFiles, Refusals } from "./refusals";

export type MessageValue = string | number | readonly string[] | Message;

/** What was taken although it was not handed in as asked. */
export interface Remarks {
  "entry-misnamed": OfFile;
  "entry-in-folder": { readonly folder: string };
  "notebook-taken": OfFile;
  "cells-left-out": { readonly cells: readonly string[] };
  "cells-tagged-scratch": { readonly cells: readonly string[] };
  "archive-taken": OfFile;
  "explanations-misnamed": OfFile;
  "fence-removed": OfFile;
  "typed-text-taken": Nothing;
  "explanations-unread": OfFile & { readonly because: Message };
  "several-explanations": OfFiles;
  "import-in-other-case": OfFile & { readonly specifier: string; readonly fileOther: string };
}

/** What was left aside, and what is worth knowing about a class as a whole: for the person who grades. */
export interface StaffNotes {
  "not-imported": OfFile;
  "other-archive": OfFile;
  "other-notebook": OfFile;
  "other-document": OfFile;
  "name-unshown": OfFile;
  "folder-beyond-limits": OfFile;
  "folder-unreadable": OfFile;
  "no-submission": OfFile;
  "folder-hidden": OfFile;
  configuration: OfFile;
  "online-text": OfFile;
  "earlier-attempt": OfFile;
  "left-aside": { readonly what: Message };
  "left-aside-within": { readonly submission: string; readonly what: Message };
  "more-left-aside": { readonly count: number };
  "recognised-download": { readonly source: string; readonly count: number };
  "nameless-submissions": { readonly file: string; readonly count: number };
  "names-alike": { readonly names: readonly string[] };
}

/** Why the entry file does not compile. A complaint is the compiler's own sentence, in English. */
export interface CompileFailures {
  "does-not-compile": OfFile & { readonly complaint: string };
  "does-not-compile-at": OfFile & { readonly line: number; readonly complaint: string };
  "expressions-too-deep": OfFile;
  "brackets-too-deep": OfFile & { readonly count: number };
  "compiling-too-long": OfFile & { readonly seconds: number };
  "compiling-crashes": OfFile;
  "compiling-out-of-memory": OfFile & { readonly mebibytes: number };
  "compiled-too-large": OfFile;
}

/** Why a submission does not load. An error is in the words of the program that threw it. */
export interface LoadFailures {
  "load-throws": { readonly error: string };
  "load-too-long": { readonly seconds: number };
  "load-out-of-memory": Nothing;
  "load-over-limit": { readonly limit: Message<keyof ExceededLimits> };
  "load-interferes": Nothing;
  "load-ends-program": Nothing;
  "load-fails": { readonly because: Message<keyof Losses> };
}

/** A limit that an answer went over: "64 levels of nesting". */
export interface ExceededLimits {
  "answer-bytes": { readonly bytes: number };
  "answer-levels": { readonly levels: number };
  "answer-values": { readonly count: number };
  "answer-digits": { readonly count: number };
  "answer-string-length": { readonly count: number };
  "answer-key-length": { readonly count: number };
  "all-answers-bytes": { readonly bytes: number };
  "printed-bytes": { readonly bytes: number };
}

/** Why a call gave no answer at all. */
export interface Losses {
  "promise-never-settles": Nothing;
  "program-ended-itself": Nothing;
  /** The student's code chose the exit code: staff alone may see it. */
  "program-exited": { readonly exitCode: number };
  "program-killed": { readonly signal: string };
  "too-much-processor-time": { readonly seconds: number };
  "file-too-long": { readonly bytes: number };
  "too-many-open-files": { readonly count: number };
  "too-many-threads": { readonly count: number };
  "too-many-processes": { readonly count: number };
  "submission-out-of-time": { readonly seconds: number };
  "submission-does-not-load": Nothing;
  "run-stopped": Nothing;
  "not-asked": Nothing;
  "earlier-call": { readonly name: string; readonly what: Message<keyof EarlierLosses> };
}

/** How an earlier call of the same function ended the program. */
export interface EarlierLosses {
  "call-too-long": { readonly seconds: number };
  "call-out-of-memory": Nothing;
  "call-over-limit": { readonly limit: Message<keyof ExceededLimits> };
  "call-without-answer": { readonly because: Message<keyof Losses> };
  "call-ended-program": Nothing;
}

/** What was done to the answer channel. */
export interface Interferences {
  "forged-message": Nothing;
  "oversized-message": Nothing;
  "no-message": Nothing;
  "unasked-message": Nothing;
  "message-for-another-request": Nothing;
  "closed-channel": Nothing;
  "second-answer": Nothing;
  "answer-not-json": Nothing;
  "answer-with-forbidden-key": Nothing;
  "answer-with-tag-among-keys": Nothing;
  "answer-with-unknown-tag": Nothing;
}

/** Why types were not checked. */
export interface TypeCheckFailures {
  "type-check-too-long": { readonly seconds: number };
  /** @property why in the words of a tool, in English */
  "type-check-gave-up": { readonly why: string };
}

/** What a function returned where a value of another form is asked for; goes on from "returned". */
export interface ReturnedForms {
  "returned-nothing": Nothing;
  "returned-null": Nothing;
  "returned-nan": Nothing;
  "returned-infinity": Nothing;
  "returned-minus-infinity": Nothing;
  "returned-number": Nothing;
  "returned-string": Nothing;
  "returned-boolean": Nothing;
  "returned-bigint": Nothing;
  "returned-function": Nothing;
  "returned-symbol": Nothing;
  "returned-date": Nothing;
  "returned-regexp": Nothing;
  "returned-map": Nothing;
  "returned-set": Nothing;
  "returned-promise": Nothing;
  "returned-error": Nothing;
  "returned-value-of-type": { readonly typeName: string };
  "returned-other-value": Nothing;
  "returned-array": { readonly count: number };
  "returned-some-array": Nothing;
  "returned-empty-object": Nothing;
  "returned-object": { readonly fields: readonly string[] };
  "returned-other-object": Nothing;
  "returned-words": Nothing;
  "returned-other-text": Nothing;
  "returned-different-paddings": Nothing;
  "returned-list-holding": { readonly came: Message<keyof ReturnedForms> };
  "returned-in-field": { readonly came: Message<keyof ReturnedForms>; readonly name: string };
  "returned-without-field": { readonly name: string };
  /** What a schema says of a place is in English. */
  "chart-misfit": { readonly path: string; readonly expected: string; readonly got: string };
  "chart-misfit-at-top": { readonly expected: string; readonly got: string };
  "chart-misfit-unshown": { readonly path: string; readonly expected: string };
  "chart-misfit-at-top-unshown": { readonly expected: string };
  "chart-without-points": Nothing;
  "chart-with-too-many-lines": { readonly count: number };
}

/** What each message speaks of, by code. Codes are kebab-case and stay: they stand in records. */
export interface MessageParameters
  extends Refusals,
    Remarks,
    StaffNotes,
    CompileFailures,
    LoadFailures,
    ExceededLimits,
    Losses,
    EarlierLosses,
    Interferences,
    TypeCheckFailures,
    ReturnedForms {}

export type MessageCode = keyof MessageParameters;

/** One code with just its own parameters: `{ code: "file-not-utf8", file: "notes.ts" }`. */
export type Message<Code extends MessageCode = MessageCode> = {
  [Each in Code]: { readonly code: Each } & MessageParameters[Each];
}[Code];
