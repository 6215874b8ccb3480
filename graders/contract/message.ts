/**
 * A general message on its way: a code and its parameters, until a page, a terminal or a document needs words. The words
 * of each language stand in `graders/wording`; nothing ever reads them back.
 *
 * A parameter is a number, a name that is repeated as it is (a file, a function), or a message in its turn.
 */
export type MessageValue = string | number | Message;

/** What each message speaks of, by code. Codes are kebab-case and stay: they stand in records. */
export interface MessageParameters {
  "not-utf8": { readonly file: string };
}

export type MessageCode = keyof MessageParameters;

/** One code with just its own parameters: `{ code: "not-utf8", file: "notes.ts" }`. */
export type Message = {
  [Code in MessageCode]: { readonly code: Code } & MessageParameters[Code];
}[MessageCode];
