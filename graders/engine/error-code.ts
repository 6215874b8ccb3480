/** Node's error codes. */

/** Asks for the field, not for the class: an error that another realm made is no `Error` of this one. */
export function hasErrorCode(error: unknown, code: string): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === code;
}
