/** English templates of how compiling, loading and calling came out; what stands in braces is filled in. */
import type {
  CompileFailures,
  EarlierLosses,
  ExceededLimits,
  Interferences,
  LoadFailures,
  Losses,
  TypeCheckFailures,
} from "../contract/message";

export const compileTemplates = {
  "does-not-compile": "{file}: {complaint}",
  "does-not-compile-at": "{file}, line {line}: {complaint}",
  "expressions-too-deep": "{file}: expressions are nested too deeply.",
  "brackets-too-deep": "{file}: more than {count} brackets open at once.",
  "compiling-too-long": "{file}: compiling took longer than {seconds} s.",
  "compiling-crashes":
    "{file}: this source crashes the compiler; look for extremely long or deeply nested expressions.",
  "compiling-out-of-memory": "{file}: compiling takes more than {mebibytes} MiB of memory.",
  "compiled-too-large": "{file}: too large once compiled.",
} as const satisfies Record<keyof CompileFailures, string>;

export const loadTemplates = {
  "load-throws": "The submission stops with an error while it is loaded: {error}",
  "load-too-long":
    "The submission takes longer than {seconds} s to load: top-level code has to come to an end.",
  "load-out-of-memory": "The submission runs out of memory while it is loaded.",
  "load-over-limit": "The submission goes over the limit of {limit} while it is loaded.",
  "load-interferes": "The submission interferes with the grader while it is loaded.",
  "load-fails": "The submission does not load: {because}.",
  "load-ends-program":
    "The submission ends the program while it is loaded: remove calls such as process.exit().",
} as const satisfies Record<keyof LoadFailures, string>;

export const typeCheckTemplates = {
  "type-check-too-long": "checking the types took longer than {seconds} s",
  "type-check-gave-up": "the type checker gave up ({why})",
} as const satisfies Record<keyof TypeCheckFailures, string>;

export const lossTemplates = {
  "promise-never-settles": "the promise that the function returned never settles",
  "program-exited": "the program ended itself with exit code {exitCode}",
  "program-ended-itself": "the program ended itself",
  "program-killed": "the program was ended by {signal}",
  "too-much-processor-time": "the program used more than {seconds} s of processor time",
  "file-too-long": "the program wrote more than {bytes} bytes into one file",
  "too-many-open-files": "the program opened more than {count} files at once",
  "too-many-threads": "the program was aborted, as happens when it starts more than {count} threads",
  "too-many-processes": "the program started more than {count} processes and threads",
  "submission-out-of-time": "the time for the whole submission, {seconds} s, was used up",
  "submission-does-not-load": "the submission does not load",
  "run-stopped": "the run was stopped",
  "not-asked": "it was not asked",
  "earlier-call": "an earlier call of {name} {what}",
  "call-too-long": "took longer than {seconds} s",
  "call-out-of-memory": "ran out of memory",
  "call-over-limit": "went over the limit of {limit}",
  "call-without-answer": "gave no answer: {because}",
  "call-ended-program": "ended the program",
} as const satisfies Record<keyof Losses | keyof EarlierLosses, string>;

/** Each goes on from "the limit of". */
export const limitTemplates = {
  "answer-bytes": "{bytes} bytes",
  "answer-levels": "{levels} levels of nesting",
  "answer-values": "{count} values",
  "answer-digits": "{count} digits",
  "answer-string-length": "{count} characters in one string",
  "answer-key-length": "{count} characters in one key",
  "all-answers-bytes": "{bytes} bytes of answers altogether",
  "printed-bytes": "{bytes} bytes of printed output",
} as const satisfies Record<keyof ExceededLimits, string>;

export const interferenceTemplates = {
  "forged-message": "a message that the runner never writes came over the answer channel",
  "oversized-message": "a message above the size limit was announced on the answer channel",
  "no-message": "something that is no message was written to the answer channel",
  "unasked-message": "a message that answers no request was written to the answer channel",
  "message-for-another-request": "a message that answers another request was written to the answer channel",
  "closed-channel": "the answer channel was closed",
  "second-answer": "an answer was given twice",
  "answer-not-json": "an answer that is no JSON came over the answer channel",
  "answer-with-forbidden-key": "an answer with a forbidden key came over the answer channel",
  "answer-with-tag-among-keys": "an answer with a tag among other keys came over the answer channel",
  "answer-with-unknown-tag": "an answer with an unknown tag came over the answer channel",
} as const satisfies Record<keyof Interferences, string>;
