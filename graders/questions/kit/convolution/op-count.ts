/** MACs and FLOPs of a convolution as an answer: how the two numbers are read and compared. */
import { type Count, getField, isSameCount, readCount, readCountField } from "../../../contract/answers";
import type { Read } from "../../../contract/question";
import type { Value } from "../../../contract/value";

/**
 * What a reading expects, or what came. A part is about one of the two numbers; a reading that names both is about
 * how they hang together, e.g. that they were swapped.
 */
export interface OpCountAnswer {
  readonly macs?: Count;
  readonly flops?: Count;
}

export type OpField = keyof OpCountAnswer;

/** Reads the number a part is about, and the other one where it can be read. */
export function readOpCount(value: Value, field: OpField): Read<OpCountAnswer> {
  const asked = readCountField(value, field);
  if (!asked.ok) return asked;
  const other = readCount(getField(value, field === "macs" ? "flops" : "macs"));
  const otherField = field === "macs" ? "flops" : "macs";
  return { ok: true, answer: { [field]: asked.answer, ...(other.ok ? { [otherField]: other.answer } : {}) } };
}

/** True when every number that is expected came. */
export function isSameOpCount(expected: OpCountAnswer, came: OpCountAnswer): boolean {
  return isSameField(expected.macs, came.macs) && isSameField(expected.flops, came.flops);
}

function isSameField(expected: Count | undefined, came: Count | undefined): boolean {
  return expected === undefined || (came !== undefined && isSameCount(expected, came));
}
