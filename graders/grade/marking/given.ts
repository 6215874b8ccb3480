/** What a person typed for points, on a command line or into a spreadsheet. Pure. */

import { UsageError } from "../../contract/faults";
import type { GivenPoints } from "../../contract/hand-mark";
import { addPoints, comparePoints, formatPoints } from "../../contract/points";
import type { RecordedQuestion } from "../../contract/record";
import { isJudged, listPartVerdicts } from "../../contract/recorded-question";
import { summarise } from "../../contract/summarise";

/** Points with a point or a comma, as a spreadsheet of any country writes them; or "full" or "none". */
export function readPoints(text: string): GivenPoints {
  const typed = text.trim().toLowerCase();
  if (typed === "full" || typed === "none") return { kind: typed };
  return { kind: "points", points: readDecimal(typed, /^\d{1,6}(?:[.,]\d{1,4})?$/, "points like 0.5") };
}

/** More or less than what was judged: "-0.5", "0.25", "+1". */
export function readAdjustment(text: string): GivenPoints {
  const typed = text.trim().replace("−", "-");
  return {
    kind: "adjustment",
    by: readDecimal(typed, /^[-+]?\d{1,6}(?:[.,]\d{1,4})?$/, "an adjustment like -0.5"),
  };
}

function readDecimal(typed: string, form: RegExp, expected: string): string {
  if (!form.test(typed))
    throw new UsageError(`expected ${expected} with four decimals at most, got ${summarise(typed)}`);
  return addPoints([typed.replace(",", ".").replace("+", "")]);
}

/** The question, or one part of it, as far as points are concerned. */
export interface Target {
  readonly name: string;
  /** What was judged; undefined where nothing could be. */
  readonly automatic: string | undefined;
  readonly maxPoints: string;
}

/** @throws UsageError for a part that the question does not have */
export function findTarget(question: RecordedQuestion, part: string | undefined): Target {
  const { id, maxPoints } = question;
  if (part === undefined) {
    return { name: id, automatic: isJudged(question) ? question.points : undefined, maxPoints };
  }
  const parts = listPartVerdicts(question);
  const found = parts.find((one) => one.id === part);
  if (found === undefined) {
    const known = parts.map((one) => one.id).join(", ");
    throw new UsageError(`${id} has no part ${summarise(part)}${known === "" ? "" : `; it has ${known}`}`);
  }
  return { name: `${id}/${part}`, automatic: found.points, maxPoints: found.maxPoints };
}

/** @throws UsageError for points below 0 or above what the target is worth */
export function refuseOutside(gives: GivenPoints, { name, automatic, maxPoints }: Target): void {
  if (gives.kind === "full" || gives.kind === "none") return;
  if (gives.kind === "adjustment" && automatic === undefined)
    throw new UsageError(`${name}: nothing was judged here that could be adjusted; give points`);
  const points = gives.kind === "points" ? gives.points : addPoints([automatic ?? "0", gives.by]);
  if (comparePoints(points, "0") >= 0 && comparePoints(points, maxPoints) <= 0) return;
  const came = gives.kind === "points" ? points : `${automatic} and ${gives.by}, that is ${points}`;
  throw new UsageError(`${name}: expected 0 to ${formatPoints(maxPoints)} points, got ${came}`);
}
