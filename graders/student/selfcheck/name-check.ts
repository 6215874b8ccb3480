/**
 * The student's name and the number that Task 1 makes of it. Two names that look alike can hash to different
 * numbers, which is better found before the deadline.
 */
import { createHash } from "node:crypto";
import { describeValue } from "../../contract/answers";
import type { Value } from "../../contract/value";
import { cutSource } from "../../intake/cut-source";
import type { NameDoubt, NameReport } from "./result";

const unusualBlanks = /(?! )\p{Zs}/gu;
const invisible = /[\p{Cc}\p{Cf}]/gu;

/** The first ten hexadecimal digits of SHA-256 of the UTF-8 text, as an integer: given by the assignment. */
export function hashName(name: string): number {
  return Number.parseInt(createHash("sha256").update(name, "utf8").digest("hex").slice(0, 10), 16);
}

export interface WrittenName {
  /** Of the file that has to export it. */
  readonly source: string;
  /** Its top level stopped, so that a name may stand behind that. */
  readonly didStop: boolean;
}

export function checkName(exported: Value, { source, didStop }: WrittenName): NameReport {
  const written = exported === undefined ? findWritten(source) : null;
  if (written !== null && didStop) return { kind: "not-reached" };
  if (written === "hidden") return { kind: "not-exported" };
  if (exported === undefined || (typeof exported === "string" && exported.trim() === ""))
    return { kind: "none" };
  if (typeof exported !== "string") return { kind: "no-text", came: describeValue(exported) };
  return { kind: "named", name: exported, number: hashName(exported), doubts: listDoubts(exported) };
}

/** Whether `const name = "…"` stands at the top level, with a text in it, and `export` in front of it. */
function findWritten(source: string): "hidden" | "exported" | null {
  let own: readonly string[] = [];
  let before = "";
  let isExported = false;
  for (const { kind, text, depth } of cutSource(source)) {
    if (kind === "comment") continue;
    if (depth === 0 && ["const", "let", "var"].includes(text)) {
      own = [];
      isExported = before === "export";
    }
    before = text;
    own = own.length < 6 ? [...own, text] : own;
    const [, name, ...rest] = own;
    if (name === "name" && rest.at(-2) === "=" && /^["'`].*[^\s"'`]/s.test(rest.at(-1) ?? ""))
      return isExported ? "exported" : "hidden";
  }
  return null;
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
