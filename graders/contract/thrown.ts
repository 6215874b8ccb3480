/** What was thrown: its code, if it is one of Node's, and a text whatever it is. */

/** Asks for the field, not for the class: an error that another realm made is no `Error` of this one. */
export function hasErrorCode(error: unknown, code: string): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === code;
}

/** No room, no quota, or a limit on the size of files: nothing that another command line would mend. */
export function isDiskFull(error: unknown): boolean {
  return ["ENOSPC", "EDQUOT", "EFBIG"].some((code) => hasErrorCode(error, code));
}

export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
