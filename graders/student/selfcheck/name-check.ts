/**
 * The student's name and the number that Task 1 makes of it. Two names that look alike can hash to different
 * numbers, which is better found before the deadline.
 */
import { createHash } from "node:crypto";
import { describeValue } from "../../contract/answers";
import type { Value } from "../../contract/value";
import type { NameDoubt, NameReport } from "./result";

const unusualBlanks = /(?! )\p{Zs}/gu;
const invisible = /[\p{Cc}\p{Cf}]/gu;

/** The first ten hexadecimal digits of SHA-256 of the UTF-8 text, as an integer: given by the assignment. */
export function hashName(name: string): number {
  return Number.parseInt(createHash("sha256").update(name, "utf8").digest("hex").slice(0, 10), 16);
}

export function checkName(exported: Value): NameReport {
  if (exported === undefined || (typeof exported === "string" && exported.trim() === ""))
    return { kind: "none" };
  if (typeof exported !== "string") return { kind: "no-text", came: describeValue(exported) };
  return { kind: "named", name: exported, number: hashName(exported), doubts: listDoubts(exported) };
}

function listDoubts(name: string): readonly NameDoubt[] {
  const doubt = (kind: NameDoubt["kind"], suggested: string): readonly NameDoubt[] =>
    suggested === name ? [] : [{ kind, suggested, number: hashName(suggested) }];
  return [
    ...doubt("blank-ends", name.trim()),
    ...doubt("decomposed", name.normalize("NFC")),
    ...doubt("odd-characters", name.replace(unusualBlanks, " ").replace(invisible, "")),
  ];
}
