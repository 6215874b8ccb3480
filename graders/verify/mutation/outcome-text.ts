/** Outcomes as text, to tell whether two functions answer alike, and how far two answers are apart. */
import type { Outcome } from "../../contract/outcome";

/** Equal texts are equal outcomes; a count is the same as a number and as a bigint. */
export function spellOutcome(outcome: Outcome): string {
  if (outcome.kind !== "value") return outcome.kind;
  return `value ${JSON.stringify(outcome.value, spellSpecial) ?? "undefined"}`;
}

function spellSpecial(_: string, value: unknown): unknown {
  if (typeof value === "bigint")
    return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : String(value);
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}

/** The largest relative difference between numbers in the same place; 0 when nothing differs. */
export function findLargestError(expected: unknown, came: unknown): number {
  if (isNumber(expected) && isNumber(came)) {
    const [a, b] = [Number(expected), Number(came)];
    return a === b ? 0 : Math.abs(b - a) / Math.abs(a);
  }
  if (typeof expected !== "object" || typeof came !== "object" || expected === null || came === null)
    return 0;
  const other = came as Readonly<Record<string, unknown>>;
  return Object.entries(expected).reduce(
    (largest, [key, value]) => Math.max(largest, findLargestError(value, other[key])),
    0,
  );
}

function isNumber(value: unknown): boolean {
  return typeof value === "number" || typeof value === "bigint";
}
