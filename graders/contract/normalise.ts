/** Unicode forms of a stranger's text. Pure; linear in the text. */

/**
 * Marks behind one letter are put into their order, which takes a time that grows with the square of how many there are.
 * Thirty are what Unicode itself allows in a stream, and nobody writes as many.
 */
const crowd = /(\p{M}{30})\p{M}+/gu;

/** With thirty marks at most on any letter. */
export function normalise(text: string, form: "NFC" | "NFD" | "NFKC" | "NFKD"): string {
  return text.replace(crowd, "$1").normalize(form);
}
