/** What was thrown: its code, if it is one of Node's, and a text whatever it is. */

/** Asks for the field, not for the class: an error that another realm made is no `Error` of this one. */
export function hasErrorCode(error: unknown, code: string): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === code;
}

export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
