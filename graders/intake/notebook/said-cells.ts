/** A notebook's code cells that do nothing but say something: what they say is a text like any other. Pure. */
import { isRealExplanation } from "../../contract/explanation";
import type { Piece } from "../cut-source";
import { findMeant } from "../meant-explanations";
import { cutStatements } from "../top-statements";
import { isString, unquote } from "../written-texts";

/** "" where there is anything else in the cell, or nothing that explains. */
export function readSaid(source: string): string {
  const texts: string[] = [];
  for (const statement of cutStatements(source)) {
    const said = findSaid(statement);
    if (said === null) return "";
    texts.push(said);
  }
  const text = texts.join("\n\n");
  return isRealExplanation(text) ? text : "";
}

/** Of a string that stands alone, is printed, or is called an explanation; what is exported is read when it has run. */
function findSaid(statement: readonly Piece[]): string | null {
  if (statement[0]?.text === "export") return null;
  const isPrinted = statement[0]?.text === "console" && statement[1]?.text === ".";
  const meant = findMeant(statement);
  if (meant !== null && meant.key !== null) return null;
  const pieces = meant?.value ?? (isPrinted ? statement.slice(3) : statement);
  if (!pieces.every(({ text }) => isString(text) || /^[()+,]$/.test(text))) return null;
  return pieces
    .filter(({ text }) => isString(text))
    .map(({ text }) => unquote(text))
    .join(" ");
}
